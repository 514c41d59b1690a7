using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Bot.Tests.Fakes;

/// <summary>
/// A WebSub hub on a free port of 127.0.0.1, one at each path. It is strict: a request that the specification does not
/// allow fails the test when the hub is disposed. It verifies and delivers when the test says so.
/// </summary>
/// <remarks>https://www.w3.org/TR/websub/</remarks>
internal sealed class FakeHub : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly Uri _publicUrl;
    private readonly ConcurrentQueue<string> _wrong = new();
    private readonly ConcurrentQueue<HubRequest> _requests = new();
    private readonly ConcurrentDictionary<string, (int Status, string? Header, string Body)> _answers = new();
    private readonly HttpClient _http = new(new SocketsHttpHandler { AllowAutoRedirect = false });

    private FakeHub(WebApplication app, Uri publicUrl)
    {
        _app = app;
        _publicUrl = publicUrl;
    }

    public Uri Address { get; private set; } = null!;

    /// <summary>Where callbacks under the public address are reached: what a reverse proxy would know.</summary>
    public Uri? Subscriber { get; set; }

    public IReadOnlyList<HubRequest> Requests => [.. _requests];

    public static async Task<FakeHub> StartAsync(Uri publicUrl)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { EnvironmentName = "Production" });
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        var app = builder.Build();
        var hub = new FakeHub(app, publicUrl);
        app.Run(hub.AnswerAsync);
        await app.StartAsync();
        hub.Address = new Uri(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());
        return hub;
    }

    public Uri Url(string path = "/") => new(Address, path);

    public int CountOf(string mode) => _requests.Count(request => request.Mode == mode);

    /// <summary>Answers requests at a path otherwise than with 202.</summary>
    /// <param name="header">"Retry-After: 120".</param>
    public void Answer(string path, int status, string? header = null, string body = "") => _answers[path] = (status, header, body);

    /// <summary>The hub's GET at the callback: its verification of what was asked for, or whatever it is to say instead.</summary>
    public async Task<HttpResponseMessage> CallAsync(
        HubRequest request, string? mode = null, string? topic = null, string? challenge = "a1&b2 +ü<b>", string? lease = null, string? reason = null)
    {
        var query = new StringBuilder($"?hub.mode={mode ?? request.Mode}&hub.topic={Uri.EscapeDataString(topic ?? request.Topic)}");
        foreach (var (name, value) in new[] { ("challenge", challenge), ("lease_seconds", lease), ("reason", reason) })
        {
            if (value is not null)
                query.Append($"&hub.{name}={Uri.EscapeDataString(value)}");
        }

        return await _http.GetAsync(new Uri(Reachable(request.Callback) + query.ToString()));
    }

    /// <summary>Verifies as a hub must: the answer has to be 2xx with nothing but the challenge.</summary>
    public async Task<bool> VerifyAsync(HubRequest request, TimeSpan? lease = null)
    {
        var challenge = Convert.ToHexString(RandomNumberGenerator.GetBytes(16));
        using var response = await CallAsync(
            request, challenge: challenge, lease: request.Mode == "subscribe" ? ((long)(lease ?? TimeSpan.FromDays(5)).TotalSeconds).ToString() : null);
        return response.IsSuccessStatusCode && await response.Content.ReadAsStringAsync() == challenge;
    }

    /// <summary>Delivers a document.</summary>
    /// <param name="method">What it is signed with; null for a delivery without a signature.</param>
    /// <param name="secret">What it is signed with in place of the subscription's secret.</param>
    public async Task<HttpResponseMessage> DeliverAsync(
        HubRequest request, string body, string contentType = "application/rss+xml", string? method = "sha256", string? secret = null)
    {
        var bytes = Encoding.UTF8.GetBytes(body);
        using var message = new HttpRequestMessage(HttpMethod.Post, Reachable(request.Callback)) { Content = new ByteArrayContent(bytes) };
        message.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(contentType);
        message.Headers.TryAddWithoutValidation("Link", $"<{Url(request.Path)}>; rel=\"hub\", <{request.Topic}>; rel=\"self\"");
        if (method is not null)
            message.Headers.TryAddWithoutValidation("X-Hub-Signature", $"{method}={Sign(method, secret ?? request.Secret!, bytes)}");
        return await _http.SendAsync(message);
    }

    /// <summary>The callback, as it is reached from here.</summary>
    public Uri Reachable(Uri callback) => new(Subscriber ?? throw new InvalidOperationException("Nobody listens."), callback.PathAndQuery);

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync(new CancellationToken(canceled: true));
        await _app.DisposeAsync();
        _http.Dispose();
        Assert.True(_wrong.IsEmpty, $"Requests that no hub would take: {string.Join(", ", _wrong)}");
    }

    private static string Sign(string method, string secret, byte[] body) =>
        Convert.ToHexStringLower(CryptographicOperations.HmacData(new HashAlgorithmName(method.ToUpperInvariant()), Encoding.UTF8.GetBytes(secret), body));

    private async Task AnswerAsync(HttpContext context)
    {
        if (await ReadAsync(context.Request) is not { } request)
        {
            context.Response.StatusCode = StatusCodes.Status400BadRequest;
            return;
        }

        var (status, header, body) = _answers.GetValueOrDefault(request.Path, (StatusCodes.Status202Accepted, null, ""));
        context.Response.StatusCode = status;
        if (header is not null)
            context.Response.Headers.Append(header.Split(':', 2)[0], header.Split(':', 2)[1].Trim());
        if (body.Length > 0)
        {
            context.Response.ContentType = "text/plain";
            await context.Response.WriteAsync(body);
        }

        await context.Response.CompleteAsync();
        _requests.Enqueue(request);
    }

    private async Task<HubRequest?> ReadAsync(HttpRequest request)
    {
        if (request.Method != "POST" || request.ContentType is not "application/x-www-form-urlencoded")
            return Wrong($"{request.Method} {request.Path} of {request.ContentType}");

        var form = await request.ReadFormAsync();
        string? Single(string name) => form.TryGetValue(name, out var values) && values.Count == 1 ? values[0] : null;
        string[] known = ["hub.mode", "hub.topic", "hub.callback", "hub.lease_seconds", "hub.secret"];
        if (form.Keys.FirstOrDefault(key => !known.Contains(key)) is { } other)
            return Wrong($"{other} is no parameter");
        if (Single("hub.mode") is not ("subscribe" or "unsubscribe") || Single("hub.topic") is not { } topic || Single("hub.callback") is not { } callback)
            return Wrong("a required parameter is missing");
        if (!Uri.TryCreate(callback, UriKind.Absolute, out var address) || !_publicUrl.IsBaseOf(address) || address.Segments[^1].Length < 40)
            return Wrong($"{callback} is no callback that nobody guesses");
        if (_requests.Any(one => one.Callback == address && (one.Topic != topic || (one.Path != request.Path && !Redirects(one.Path)))))
            return Wrong("a callback belongs to one topic at one hub");
        var subscribes = Single("hub.mode") == "subscribe";
        var (secret, lease) = (Single("hub.secret"), Single("hub.lease_seconds"));
        if (subscribes && (secret is null || Encoding.UTF8.GetByteCount(secret) is < 32 or >= 200 || !long.TryParse(lease, out var seconds) || seconds <= 0))
            return Wrong("no good secret or lease");
        return new HubRequest(request.Path, Single("hub.mode")!, topic, address, secret);
    }

    private bool Redirects(string path) => _answers.TryGetValue(path, out var answer) && answer.Status is 307 or 308;

    private HubRequest? Wrong(string what)
    {
        _wrong.Enqueue(what);
        return null;
    }
}

/// <summary>What the hub was asked.</summary>
internal sealed record HubRequest(string Path, string Mode, string Topic, Uri Callback, string? Secret);
