using System.Globalization;
using System.Net;
using System.Net.Security;
using System.Text;
using Bot.Polling;
using Bot.Storage;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Options;
using News.Articles;

namespace Bot.WebSub;

/// <summary>What a hub says to a request.</summary>
internal abstract record HubAnswer
{
    private HubAnswer()
    {
    }

    /// <summary>It will see about it; its verification comes by itself.</summary>
    public sealed record Accepted : HubAnswer;

    /// <param name="Reason">A clause: "hub.example.org cannot be reached over the network".</param>
    /// <param name="Wait">What the hub asked to wait.</param>
    public sealed record TryLater(string Reason, TimeSpan? Wait = null) : HubAnswer;

    /// <summary>As it is, the request will never be taken.</summary>
    public sealed record Refused(string Reason) : HubAnswer;

    /// <summary>It sends us to another hub, which is to be asked with a secret of its own.</summary>
    public sealed record Elsewhere(Uri Hub) : HubAnswer;
}

/// <summary>
/// Asks hubs to subscribe and to unsubscribe us. A hub's address comes from a feed, which is to say from strangers: it is
/// dialled as a feed's is, and no further than the public internet.
/// </summary>
/// <remarks>https://www.w3.org/TR/websub/#subscriber-sends-subscription-request</remarks>
internal sealed class HubRequests : IDisposable
{
    private const int MostRedirects = 3;
    private const int LongestReason = 200;

    private readonly HttpClient _http;
    private readonly PollingOptions _options;
    private readonly TimeProvider _time;

    public HubRequests(IOptions<PollingOptions> options, TimeProvider time, ResolveHost resolve)
    {
        _options = options.Value;
        _time = time;
        var guard = new AddressGuard(_options.AllowedNetworks.Select(text => PollingOptions.ReadNetwork(text)).OfType<IPNetwork>());
        _http = new HttpClient(new SocketsHttpHandler
        {
            ConnectCallback = new GuardedDialer(guard, resolve, time).ConnectAsync,
            ConnectTimeout = _options.Timeout,
            SslOptions = new SslClientAuthenticationOptions { RemoteCertificateValidationCallback = CertificateTrouble.Check },
            UseProxy = false, // a proxy would connect to an address that the guard never saw
            UseCookies = false,
            AllowAutoRedirect = false,
            MaxConnectionsPerServer = _options.PerHost,
            PooledConnectionLifetime = TimeSpan.FromMinutes(5),
            PooledConnectionIdleTimeout = TimeSpan.FromMinutes(1),
            MaxResponseDrainSize = 16 * 1024,
            ActivityHeadersPropagator = null,
        })
        {
            Timeout = Timeout.InfiniteTimeSpan, // ours, on the bot's clock
        };
        _http.DefaultRequestHeaders.TryAddWithoutValidation("User-Agent", FeedFetcher.UserAgent(_options.Contact));
    }

    /// <summary>Asks once. Whatever the network does is an answer; only a stop ends it with an exception.</summary>
    /// <param name="hub">The subscription's hub, or the one that it sent us to.</param>
    public async Task<HubAnswer> AskAsync(HubSubscription subscription, Uri hub, CancellationToken cancellationToken)
    {
        using var deadline = new CancellationTokenSource(_options.Timeout, _time);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, deadline.Token);
        try
        {
            return await FollowAsync(subscription, hub, limit.Token);
        }
        catch (Exception ex) when (!cancellationToken.IsCancellationRequested && FetchTrouble.IsExpected(ex))
        {
            if (deadline.IsCancellationRequested)
                return new HubAnswer.TryLater($"{hub.Host} did not answer within {_options.Timeout.TotalSeconds:0.#} s");
            return FetchTrouble.Describe(ex, hub.Host) switch
            {
                FetchOutcome.Refused refused => new HubAnswer.Refused(refused.Reason),
                FetchOutcome.TryLater later => new HubAnswer.TryLater(later.Reason),
                _ => new HubAnswer.TryLater($"no answer from {hub.Host}"),
            };
        }
    }

    public void Dispose() => _http.Dispose();

    private async Task<HubAnswer> FollowAsync(HubSubscription subscription, Uri hub, CancellationToken cancellationToken)
    {
        var at = hub;
        for (var redirects = 0; redirects <= MostRedirects; redirects++)
        {
            using var message = new HttpRequestMessage(HttpMethod.Post, at) { Content = new FormUrlEncodedContent(Form(subscription)) };
            using var response = await _http.SendAsync(message, HttpCompletionOption.ResponseHeadersRead, cancellationToken);

            // Only these two keep a POST what it is, and only these the specification allows.
            if (response.StatusCode is not (HttpStatusCode.TemporaryRedirect or HttpStatusCode.PermanentRedirect))
                return await ReadAsync(response, at, cancellationToken);
            if (response.Headers.Location is not { } location || !Uri.TryCreate(at, location, out var next) || !FeedAddress.IsWeb(next))
                return new HubAnswer.Refused($"{at.Host} redirects without an address to go to");
            next = FeedAddress.WithoutCredentials(next);
            if (!subscription.Leaving && WhoMayNotKnow(at, next) is { } other)
                return other;
            at = next;
        }

        return new HubAnswer.Refused($"{hub.Host} redirected more than {MostRedirects} times");
    }

    /// <summary>
    /// Why a redirect may not carry the secret: it leads from https to http, where everybody on the way would read it, or
    /// to another host, which gets one of its own. Null where it may.
    /// </summary>
    internal static HubAnswer? WhoMayNotKnow(Uri at, Uri next) =>
        at.Scheme == Uri.UriSchemeHttps && next.Scheme != Uri.UriSchemeHttps
            ? new HubAnswer.Refused($"{at.Host} redirects from https to http, where the secret could be read on the way")
            : FeedAddress.SharesCredentials(at, next) ? null : new HubAnswer.Elsewhere(next);

    // The specification would keep the secret off plain http. A signature that only those on the way can forge is still
    // better than none, which anybody could leave out.
    private static IEnumerable<KeyValuePair<string, string>> Form(HubSubscription subscription)
    {
        yield return new("hub.mode", subscription.Leaving ? "unsubscribe" : "subscribe");
        yield return new("hub.topic", subscription.Topic);
        yield return new("hub.callback", Subscribing.CallbackOf(subscription).AbsoluteUri);
        if (subscription.Leaving)
            yield break;
        yield return new("hub.lease_seconds", ((long)Subscribing.WantedLease.TotalSeconds).ToString(CultureInfo.InvariantCulture));
        yield return new("hub.secret", subscription.Secret.Value);
    }

    /// <summary>202 is what it should be; older hubs verify at once and answer 204.</summary>
    private async Task<HubAnswer> ReadAsync(HttpResponseMessage response, Uri at, CancellationToken cancellationToken)
    {
        var status = (int)response.StatusCode;
        if (status is >= 200 and < 300)
            return new HubAnswer.Accepted();

        var named = $"{at.Host} answered HTTP {status} {ReasonPhrases.GetReasonPhrase(status)}".TrimEnd();
        var reason = await ReasonAsync(response, cancellationToken) is { Length: > 0 } words ? $"{named}: {words}" : named;
        return status is 408 or 425 or 429 or >= 500
            ? new HubAnswer.TryLater(reason, response.Headers.RetryAfter is { } after ? after.Delta ?? after.Date - _time.GetUtcNow() : null)
            : new HubAnswer.Refused(reason);
    }

    /// <summary>Hubs say in plain text what is wrong; pages of HTML say nothing.</summary>
    private static async Task<string> ReasonAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        if (response.Content.Headers.ContentType?.MediaType != "text/plain")
            return "";
        var buffer = new byte[4 * LongestReason];
        await using var stream = await response.Content.ReadAsStreamAsync(cancellationToken);
        var length = await stream.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, cancellationToken);
        return Words(Encoding.UTF8.GetString(buffer, 0, length));
    }

    /// <summary>What a hub says, on one line and not too long.</summary>
    internal static string Words(string? text)
    {
        var line = PlainText.OneLine(text ?? "");
        return line.Length <= LongestReason ? line : $"{line[..(LongestReason - 1)]}…";
    }
}
