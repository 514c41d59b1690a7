using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Options;

namespace Bot.Polling;

/// <summary>
/// Fetches a feed as a guest should: says who it is, asks only for what is new, takes no cookie, follows redirects
/// one checked hop at a time, and leaves when the answer takes too long or grows too large.
/// </summary>
internal sealed class FeedFetcher : IDisposable
{
    private const string Accept =
        "application/rss+xml, application/atom+xml, application/feed+json, application/rdf+xml, application/xml;q=0.9, text/xml;q=0.9, application/json;q=0.8, */*;q=0.5";

    private readonly HttpClient _http;
    private readonly PollingOptions _options;
    private readonly TimeProvider _time;
    private readonly string _userAgent;

    public FeedFetcher(IOptions<PollingOptions> options, TimeProvider time, ResolveHost resolve)
    {
        _options = options.Value;
        _time = time;
        _userAgent = UserAgent(_options.Contact);
        var guard = new AddressGuard(_options.AllowedNetworks.Select(text => PollingOptions.ReadNetwork(text)).OfType<IPNetwork>());
        _http = new HttpClient(Handler(new GuardedDialer(guard, resolve, time)))
        {
            Timeout = Timeout.InfiniteTimeSpan, // ours covers the body too
            DefaultRequestVersion = HttpVersion.Version20,
            DefaultVersionPolicy = HttpVersionPolicy.RequestVersionOrLower,
        };
    }

    public static string UserAgent(string contact)
    {
        var version = typeof(FeedFetcher).Assembly.GetName().Version?.ToString(3);
        return $"NewsAlertBot/{version} (feed reader; +{contact})";
    }

    /// <summary>Fetches once. Whatever the network does is an outcome; only a stop ends it with an exception.</summary>
    public async Task<FetchOutcome> FetchAsync(FetchRequest request, CancellationToken cancellationToken)
    {
        if (!FeedAddress.IsWeb(request.Url))
            return new FetchOutcome.Refused("only http and https addresses can be fetched");

        using var deadline = new CancellationTokenSource(_options.Timeout, _time);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, deadline.Token);
        var way = new RedirectTrail(FeedAddress.WithoutCredentials(request.Url));
        try
        {
            return await FollowAsync(request, way, limit.Token);
        }
        catch (Exception ex) when (!cancellationToken.IsCancellationRequested && FetchTrouble.IsExpected(ex))
        {
            return deadline.IsCancellationRequested
                ? new FetchOutcome.TryLater($"timed out after {_options.Timeout.TotalSeconds:0.#} s")
                : FetchTrouble.Describe(ex, way.At.Host);
        }
    }

    public void Dispose() => _http.Dispose();

    private SocketsHttpHandler Handler(GuardedDialer dialer) => new()
    {
        ConnectCallback = dialer.ConnectAsync,
        ConnectTimeout = _options.Timeout,
        UseProxy = false, // a proxy would connect to an address that the guard never saw
        UseCookies = false,
        AllowAutoRedirect = false,
        AutomaticDecompression = DecompressionMethods.None, // FeedBody has the cap
        MaxConnectionsPerServer = _options.PerHost,
        PooledConnectionLifetime = TimeSpan.FromMinutes(5), // so that a host that moves is followed
        PooledConnectionIdleTimeout = TimeSpan.FromMinutes(1),
        MaxResponseDrainSize = 64 * 1024,
        ActivityHeadersPropagator = null, // what we trace is nobody else's business

        // Validators go back byte for byte, also those that are not ASCII.
        RequestHeaderEncodingSelector = (_, _) => Encoding.Latin1,
        ResponseHeaderEncodingSelector = (_, _) => Encoding.Latin1,
    };

    private async Task<FetchOutcome> FollowAsync(FetchRequest request, RedirectTrail way, CancellationToken cancellationToken)
    {
        while (true)
        {
            using var response = await SendAsync(request, way.At, cancellationToken);
            if (Redirection(response, way.At) is not { } next)
                return await TakeAsync(response, request, way.At, cancellationToken) with { MovedTo = way.MovedTo };
            if (way.Follow(next, response.StatusCode) is { } refused)
                return refused;
        }
    }

    private Task<HttpResponseMessage> SendAsync(FetchRequest request, Uri at, CancellationToken cancellationToken)
    {
        var message = new HttpRequestMessage(HttpMethod.Get, at)
        {
            Version = _http.DefaultRequestVersion,
            VersionPolicy = _http.DefaultVersionPolicy,
        };
        message.Headers.TryAddWithoutValidation("User-Agent", _userAgent);
        message.Headers.TryAddWithoutValidation("Accept", Accept);
        message.Headers.TryAddWithoutValidation("Accept-Encoding", "gzip, deflate, br");
        if (GaveValidators(at, request))
        {
            if (request.ETag is { } etag)
                message.Headers.TryAddWithoutValidation("If-None-Match", etag);
            if (request.LastModified is { } lastModified)
                message.Headers.TryAddWithoutValidation("If-Modified-Since", lastModified);
        }

        if (FeedAddress.SharesCredentials(request.Url, at))
            message.Headers.Authorization = FeedAddress.Credentials(request.Url);
        return _http.SendAsync(message, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
    }

    private static bool GaveValidators(Uri at, FetchRequest request) =>
        at == FeedAddress.WithoutCredentials(request.ValidatorsFrom ?? request.Url);

    /// <summary>Where a redirect leads, without credentials: no site makes us log in elsewhere. Null where it is none.</summary>
    private static Uri? Redirection(HttpResponseMessage response, Uri at)
    {
        if ((int)response.StatusCode is not (300 or 301 or 302 or 303 or 307 or 308)
            || Raw(response.Headers, "Location") is not { } location
            || !Uri.TryCreate(at, Utf8(location), out var next))
            return null;
        return FeedAddress.IsWeb(next) ? FeedAddress.WithoutCredentials(next) : next;
    }

    private async Task<FetchOutcome> TakeAsync(
        HttpResponseMessage response, FetchRequest request, Uri at, CancellationToken cancellationToken)
    {
        var status = (int)response.StatusCode;
        FetchOutcome outcome = status switch
        {
            >= 200 and < 300 => await TakeBodyAsync(response, at, cancellationToken),
            304 when !GaveValidators(at, request) || (request.ETag is null && request.LastModified is null) =>
                new FetchOutcome.TryLater("answered \"not modified\" though nothing had been fetched before"),
            304 => new FetchOutcome.NotModified(),
            410 => new FetchOutcome.Gone(),
            408 or 425 or 429 or >= 500 => new FetchOutcome.TryLater(Named(status)),
            >= 300 and < 400 => new FetchOutcome.Refused($"{Named(status)} without an address to go to"),
            _ => new FetchOutcome.Refused(Named(status)),
        };
        return outcome with { RetryAfter = RetryAfter(response), FreshFor = FreshFor(response) };
    }

    private async Task<FetchOutcome> TakeBodyAsync(HttpResponseMessage response, Uri at, CancellationToken cancellationToken)
    {
        var headers = response.Content.Headers;
        await using var stream = await response.Content.ReadAsStreamAsync(cancellationToken);
        var reading = await FeedBody.ReadAsync(
            stream, Codings(headers), headers.ContentLength, _options.MaxBodyBytes, cancellationToken);
        return reading switch
        {
            FeedBody.Reading.Complete { Body.IsEmpty: true } => new FetchOutcome.TryLater($"{Named((int)response.StatusCode)} with nothing in it"),
            FeedBody.Reading.Complete complete => new FetchOutcome.Fetched(
                complete.Body, Raw(headers, "Content-Type"), at, Raw(response.Headers, "ETag"), Raw(headers, "Last-Modified")),
            FeedBody.Reading.Unreadable unreadable => new FetchOutcome.TryLater(unreadable.Reason),
            _ => new FetchOutcome.Refused($"larger than {_options.MaxBodyBytes} bytes (Polling:MaxBodyBytes)"),
        };
    }

    // The framework's own words for a status, not the server's: those may say anything.
    private static string Named(int status) => $"HTTP {status} {ReasonPhrases.GetReasonPhrase(status)}".TrimEnd();

    private TimeSpan? RetryAfter(HttpResponseMessage response) =>
        response.Headers.RetryAfter is { } after
            ? Positive(after.Delta ?? after.Date - _time.GetUtcNow())
            : null;

    // RFC 9111, 4.2: max-age less the age it has already, else Expires less the server's own date.
    private TimeSpan? FreshFor(HttpResponseMessage response)
    {
        if (response.Headers.CacheControl is { } control)
        {
            if (control.NoCache || control.NoStore)
                return null;
            if (control.MaxAge is { } maxAge)
                return Positive(maxAge - (response.Headers.Age ?? TimeSpan.Zero));
        }

        return response.Content.Headers.Expires is { } expires
            ? Positive(expires - (response.Headers.Date ?? _time.GetUtcNow()))
            : null;
    }

    private static TimeSpan? Positive(TimeSpan? span) => span > TimeSpan.Zero ? span : null;

    private static string? Raw(HttpHeaders headers, string name) =>
        headers.NonValidated.TryGetValues(name, out var values) ? values.First() : null;

    private static List<string> Codings(HttpContentHeaders headers) =>
        headers.NonValidated.TryGetValues("Content-Encoding", out var values)
            ? [.. values.SelectMany(value => value.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))]
            : [];

    // Location is read as Latin-1 like every header; servers that put raw UTF-8 there mean UTF-8.
    private static string Utf8(string latin1) =>
        latin1.AsSpan().ContainsAnyExceptInRange('\0', '\x7F') ? Encoding.UTF8.GetString(Encoding.Latin1.GetBytes(latin1)) : latin1;
}
