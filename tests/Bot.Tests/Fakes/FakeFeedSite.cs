using System.Collections.Concurrent;
using System.Net;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Bot.Tests.Fakes;

/// <summary>
/// A web site with feeds, on a free port of 127.0.0.1. It is strict: a request that no test expected, or that no
/// well-mannered reader would send, fails the test when the site is disposed.
/// </summary>
internal sealed class FakeFeedSite : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly ConcurrentDictionary<string, Func<HttpContext, Task>> _routes = new();
    private readonly ConcurrentQueue<string> _unexpected = new();
    private readonly ConcurrentQueue<FeedSiteRequest> _requests = new();
    private readonly ConcurrentDictionary<(string Path, string Validator), bool> _given = new();
    private readonly SemaphoreSlim _arrivals = new(0);
    private readonly CancellationTokenSource _closing = new();

    private FakeFeedSite(WebApplication app)
    {
        _app = app;
    }

    /// <summary>The site's address, with a slash at its end.</summary>
    public Uri Address { get; private set; } = null!;

    public int Port => Address.Port;

    /// <summary>Every request so far, in the order of arrival.</summary>
    public IReadOnlyList<FeedSiteRequest> Requests => [.. _requests];

    /// <param name="certificate">Speaks TLS with it, HTTP/1.1 and HTTP/2 as the guest likes; plain HTTP/1.1 without.</param>
    public static async Task<FakeFeedSite> StartAsync(X509Certificate2? certificate = null, HttpProtocols protocols = HttpProtocols.Http1AndHttp2)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { EnvironmentName = "Production" });
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.Listen(IPAddress.Loopback, 0, listen =>
            {
                if (certificate is null)
                    return;
                listen.Protocols = protocols;
                listen.UseHttps(certificate);
            });
            kestrel.AddServerHeader = false;
            kestrel.AllowSynchronousIO = true;
            kestrel.ResponseHeaderEncodingSelector = _ => Encoding.Latin1;
            kestrel.RequestHeaderEncodingSelector = _ => Encoding.Latin1;
        });
        var app = builder.Build();
        var site = new FakeFeedSite(app);
        app.Run(site.AnswerAsync);
        await app.StartAsync();
        site.Address = new Uri(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());
        return site;
    }

    public Uri Url(string path) => new(Address, path);

    public int CountOf(string path) => _requests.Count(request => request.Path == path);

    /// <summary>Waits until one more request has come in.</summary>
    public async Task ArrivalAsync()
    {
        if (!await _arrivals.WaitAsync(Patience.ForAnEvent))
            throw new TimeoutException("No request came in.");
    }

    /// <summary>Answers a path by hand.</summary>
    public FakeFeedSite On(string path, Func<HttpContext, Task> answer)
    {
        _routes[path] = answer;
        return this;
    }

    /// <summary>Answers with a body; with 304 to one who has its entity tag already.</summary>
    public FakeFeedSite Serve(string path, string body, string contentType = "application/rss+xml", string? etag = null) =>
        Serve(path, Encoding.UTF8.GetBytes(body), contentType, etag);

    public FakeFeedSite Serve(string path, byte[] body, string contentType = "application/rss+xml", string? etag = null) =>
        On(path, async context =>
        {
            if (etag is not null)
            {
                context.Response.Headers.ETag = etag;
                if (context.Request.Headers.IfNoneMatch == etag)
                {
                    context.Response.StatusCode = StatusCodes.Status304NotModified;
                    return;
                }
            }

            context.Response.ContentType = contentType;
            context.Response.ContentLength = body.Length;
            await context.Response.Body.WriteAsync(body);
        });

    /// <summary>Answers with a status, and headers as given: "Retry-After: 120".</summary>
    public FakeFeedSite Answer(string path, int status, params string[] headers) => On(path, context =>
    {
        context.Response.StatusCode = status;
        foreach (var header in headers)
        {
            var colon = header.IndexOf(':', StringComparison.Ordinal);
            context.Response.Headers.Append(header[..colon], header[(colon + 1)..].Trim());
        }

        return Task.CompletedTask;
    });

    public FakeFeedSite Redirect(string path, string location, int status = 302) => Answer(path, status, $"Location: {location}");

    /// <summary>Takes the request and never answers.</summary>
    public FakeFeedSite Hang(string path) => On(path, context => UntilGoneAsync(context));

    /// <summary>Sends headers and the beginning of a body, and then nothing more.</summary>
    /// <param name="first">Done before anything is sent.</param>
    public FakeFeedSite HangAfter(string path, string beginning, Action? first = null) => On(path, async context =>
    {
        first?.Invoke();
        await context.Response.WriteAsync(beginning);
        await context.Response.Body.FlushAsync();
        await UntilGoneAsync(context);
    });

    /// <summary>Sends a body that never ends.</summary>
    public FakeFeedSite NeverEnd(string path) => On(path, async context =>
    {
        var chunk = Encoding.UTF8.GetBytes(new string('x', 16 * 1024));
        while (!context.RequestAborted.IsCancellationRequested && !_closing.IsCancellationRequested)
            await context.Response.Body.WriteAsync(chunk);
    });

    /// <summary>Closes the connection without an answer.</summary>
    public FakeFeedSite Drop(string path) => On(path, context =>
    {
        context.Abort();
        return Task.CompletedTask;
    });

    public async ValueTask DisposeAsync()
    {
        await _closing.CancelAsync();
        await _app.StopAsync(new CancellationToken(canceled: true));
        await _app.DisposeAsync();
        _closing.Dispose();
        _arrivals.Dispose();
        Assert.True(_unexpected.IsEmpty, $"Requests that nobody expected: {string.Join(", ", _unexpected)}");
    }

    private async Task AnswerAsync(HttpContext context)
    {
        var path = context.Features.Get<IHttpRequestFeature>()!.RawTarget;
        _requests.Enqueue(new FeedSiteRequest(
            path, context.Request.Headers.ToDictionary(header => header.Key, header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase))
        {
            Host = context.Request.Headers.Host.ToString(),
            Protocol = context.Request.Protocol,
            Connection = context.Connection.Id,
        });
        _arrivals.Release();
        if (HttpMethods.IsGet(context.Request.Method))
            CheckManners(context.Request, path);
        if (_routes.TryGetValue(path, out var answer))
        {
            // Before the first byte goes out: the guest may be back before we have looked after it.
            context.Response.OnStarting(() =>
            {
                if (context.Response.StatusCode == StatusCodes.Status200OK)
                    Remember(path, context.Response.Headers.ETag, context.Response.Headers.LastModified);
                return Task.CompletedTask;
            });
            await answer(context);
            return;
        }

        _unexpected.Enqueue($"{context.Request.Method} {path}");
        context.Response.StatusCode = StatusCodes.Status404NotFound;
    }

    private void Remember(string path, params IEnumerable<string?> validators)
    {
        foreach (var validator in validators.OfType<string>())
            _given[(path, validator)] = true;
    }

    /// <summary>What the owner of a site expects of a feed reader.</summary>
    private void CheckManners(HttpRequest request, string path)
    {
        var headers = request.Headers;
        string?[] complaints =
        [
            headers.UserAgent.Count == 1 ? null : "does not say who asks",
            headers.Accept.Count == 1 ? null : "does not say what is wanted",
            headers.AcceptEncoding.Count == 1 ? null : "does not say how it may be packed",
            headers.Cookie.Count == 0 ? null : "carries a cookie",
            headers.Referer.Count == 0 ? null : "carries a referrer",
            headers.IfNoneMatch.All(validator => _given.ContainsKey((path, validator!))) ? null : $"carries an entity tag that this address never gave ({headers.IfNoneMatch})",
            headers.IfModifiedSince.All(validator => _given.ContainsKey((path, validator!))) ? null : $"carries a date that this address never gave ({headers.IfModifiedSince})",
        ];
        foreach (var complaint in complaints.OfType<string>())
            _unexpected.Enqueue($"{request.Method} {path} {complaint}");
    }

    private async Task UntilGoneAsync(HttpContext context)
    {
        using var end = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, _closing.Token);
        var gone = new TaskCompletionSource();
        await using var registration = end.Token.Register(gone.SetResult);
        await gone.Task;
        context.Abort();
    }
}

/// <param name="Path">With its query, as it stood in the request.</param>
internal sealed record FeedSiteRequest(string Path, IReadOnlyDictionary<string, string> Headers)
{
    /// <summary>As the <c>Host</c> header has it, with the port.</summary>
    public string Host { get; init; } = "";

    /// <summary>"HTTP/1.1" or "HTTP/2".</summary>
    public string Protocol { get; init; } = "";

    /// <summary>The same for requests that came over the same connection.</summary>
    public string Connection { get; init; } = "";

    public string? Header(string name) => Headers.GetValueOrDefault(name);
}
