using System.Collections.Immutable;
using System.Globalization;
using System.Net;
using System.Net.Security;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Options;

namespace Bot.Polling;

/// <summary>
/// Fetches a feed, or an article's page, as a guest should: waits for its turn at the host, says who it is, asks only for what is new, takes no
/// cookie, follows redirects one checked hop at a time, and leaves when the answer takes too long or grows too large.
/// </summary>
internal sealed class FeedFetcher : IDisposable
{
    private const string Accept =
        "application/rss+xml, application/atom+xml, application/feed+json, application/rdf+xml, application/xml;q=0.9, text/xml;q=0.9, application/json;q=0.8, */*;q=0.5";

    private const string AcceptPage = "text/html, application/xhtml+xml;q=0.9, */*;q=0.1";

    private const int MostHubs = 5;

    // A host that moves is followed: a connection is not used for longer, however busy it is.
    internal static readonly TimeSpan ConnectionLifetime = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan DefaultPause = TimeSpan.FromSeconds(1);

    private readonly Line _line;
    private readonly Line _outside;
    private readonly PollingOptions _options;
    private readonly TimeProvider _time;
    private readonly string _userAgent;
    private readonly HostRests _rests;

    // A site that has had enough of pages is asked for no more of them; its feeds are not late for that.
    private readonly HostRests _pageRests;

    /// <param name="authorities">Trusted in place of the system's authorities, for sites of tests.</param>
    public FeedFetcher(
        IOptions<PollingOptions> options, TimeProvider time, ResolveHost resolve, X509Certificate2Collection? authorities = null)
    {
        _options = options.Value;
        _time = time;
        _userAgent = UserAgent(_options.Contact);
        _line = To(_options.AllowedNetworks.Select(text => PollingOptions.ReadNetwork(text)).OfType<IPNetwork>());
        _outside = To([]);
        Hosts = new HostGates(_options.PerHost, _options.Concurrency, time);
        _rests = new HostRests(time, _options.MaximumInterval);
        _pageRests = new HostRests(time, _options.MaximumInterval);

        Line To(IEnumerable<IPNetwork> opened)
        {
            var dialer = new GuardedDialer(new AddressGuard(opened), resolve, time);
            return new Line(dialer, new HttpMessageInvoker(Handler(dialer, authorities)));
        }
    }

    /// <summary>The gates of the hosts, past which every fetch goes.</summary>
    public HostGates Hosts { get; }

    /// <summary>Whether an address is on a network that the operator has opened, as far as fetching from there has shown.</summary>
    public bool IsOwn(Uri url) => _line.Dialer.IsOwn(HostName.Wire(url));

    public static string UserAgent(string contact)
    {
        var version = typeof(FeedFetcher).Assembly.GetName().Version?.ToString(3);
        return $"NewsAlertBot/{version} (feed reader; +{contact})";
    }

    /// <inheritdoc cref="FetchAsync(FetchRequest, HostVisit, CancellationToken)"/>
    public async Task<FetchOutcome> FetchAsync(FetchRequest request, CancellationToken cancellationToken)
    {
        using var visit = Hosts.Visit(request.Wanted);
        return await FetchAsync(request, visit, cancellationToken);
    }

    /// <summary>
    /// Fetches once, in its turn. Whatever the network does is an outcome; only a stop ends it with an exception. The
    /// time limit covers the fetch, redirects and body included, and not the wait for a turn.
    /// </summary>
    /// <param name="visit">
    /// A place among those who fetch. It is kept until the caller disposes of it: while a feed is being read and stored,
    /// no other is fetched in its place. The host is left as soon as it has answered.
    /// </param>
    public async Task<FetchOutcome> FetchAsync(FetchRequest request, HostVisit visit, CancellationToken cancellationToken)
    {
        if (!FeedAddress.IsWeb(request.Url))
            return new FetchOutcome.Refused("only http and https addresses can be fetched") { Cause = FetchCause.NotWeb };

        var way = new RedirectTrail(FeedAddress.ToAsk(request.Url));
        Uri? asked = null;
        var left = _options.Timeout;
        try
        {
            while (true)
            {
                if (LeftAlone(request, way.At) is { } before)
                    return before;
                if (await visit.GoToAsync(way.At, PauseAfter(asked), cancellationToken))
                    asked = null;

                // What the one before was told at the gate holds for all who stand there.
                if (LeftAlone(request, way.At) is { } meanwhile)
                    return meanwhile;
                asked = way.At;
                var began = _time.GetTimestamp();
                if (await AskAsync(request, way, left, cancellationToken) is { } outcome)
                    return outcome;
                left -= _time.GetElapsedTime(began);
            }
        }
        finally
        {
            visit.LeaveHost(PauseAfter(asked));
        }
    }

    public void Dispose()
    {
        _line.Http.Dispose();
        _outside.Http.Dispose();
        Hosts.Dispose();
    }

    private SocketsHttpHandler Handler(GuardedDialer dialer, X509Certificate2Collection? authorities) => new()
    {
        ConnectCallback = dialer.ConnectAsync,
        ConnectTimeout = _options.Timeout + TimeSpan.FromSeconds(1), // the fetch's own limit comes first, and knows more
        SslOptions = new SslClientAuthenticationOptions
        {
            RemoteCertificateValidationCallback = CertificateTrouble.Check,
            CertificateChainPolicy = authorities is null ? null : Trusting(authorities),
        },
        UseProxy = false, // a proxy would connect to an address that the guard never saw
        UseCookies = false,
        AllowAutoRedirect = false,
        AutomaticDecompression = DecompressionMethods.None, // FeedBody has the cap
        MaxConnectionsPerServer = _options.PerHost,
        PooledConnectionLifetime = ConnectionLifetime,
        PooledConnectionIdleTimeout = TimeSpan.FromMinutes(1),
        MaxResponseDrainSize = 64 * 1024,
        ActivityHeadersPropagator = null, // what we trace is nobody else's business

        // Validators go back byte for byte, also those that are not ASCII.
        RequestHeaderEncodingSelector = (_, _) => Encoding.Latin1,
        ResponseHeaderEncodingSelector = (_, _) => Encoding.Latin1,
    };

    private static X509ChainPolicy Trusting(X509Certificate2Collection authorities)
    {
        var policy = new X509ChainPolicy { TrustMode = X509ChainTrustMode.CustomRootTrust, RevocationMode = X509RevocationMode.NoCheck };
        policy.CustomTrustStore.AddRange(authorities);
        return policy;
    }

    /// <param name="asked">Null where the host was not asked after all.</param>
    private TimeSpan PauseAfter(Uri? asked) =>
        asked is null ? TimeSpan.Zero : _options.HostPause ?? (IsOwn(asked) ? TimeSpan.Zero : DefaultPause);

    private FetchOutcome.TryLater? LeftAlone(FetchRequest request, Uri url) =>
        (_rests.Until(url) ?? (request.Wanted == Wanted.Page ? _pageRests.Until(url) : null)) is { } until
        ? new FetchOutcome.TryLater(string.Create(CultureInfo.InvariantCulture, $"{HostName.Shown(url)} asked to be left alone until {until.UtcDateTime:dddd HH:mm} UTC"))
        {
            Cause = FetchCause.LeftAlone,
            RestsUntil = until,
        }
        : null;

    /// <summary>Asks the address at which the way has arrived; null where it leads on.</summary>
    private async Task<FetchOutcome?> AskAsync(FetchRequest request, RedirectTrail way, TimeSpan limit, CancellationToken stop)
    {
        using var deadline = new CancellationTokenSource(limit > TimeSpan.Zero ? limit : TimeSpan.Zero, _time);
        using var stopped = stop.UnsafeRegister(static source => ((CancellationTokenSource)source!).Cancel(), deadline);
        var (dialer, http) = request.OutsideOnly ? _outside : _line;
        var answering = false;
        try
        {
            using var message = Message(request, way.At);
            using var response = await http.SendAsync(message, deadline.Token);
            answering = true;
            var now = _time.GetUtcNow();
            var headers = AnswerHeaders.Of(response);
            var retryAfter = headers.RetryAfter(now);
            (request.Wanted == Wanted.Page ? _pageRests : _rests).Note(way.At, (int)response.StatusCode, retryAfter);
            way.RetryAfter = retryAfter ?? way.RetryAfter;
            if (Redirection(response, headers, way.At) is { } next)
                return way.Follow(next, response.StatusCode);
            return await TakeAsync(response, headers, request, way.At, deadline.Token) with
            {
                MovedTo = way.MovedTo,
                RetryAfter = way.RetryAfter,
                FreshFor = headers.FreshFor(now),
                AheadOfServer = headers.ServerTime(now) is { } there && there < now ? now - there : TimeSpan.Zero,
            };
        }
        catch (Exception ex) when (!stop.IsCancellationRequested && FetchTrouble.IsExpected(ex))
        {
            return deadline.IsCancellationRequested
                ? FetchTrouble.TimedOut(_options.Timeout, HostName.Shown(way.At), dialer.WaitingFor(HostName.Wire(way.At), way.At.Port), answering)
                : FetchTrouble.Describe(ex, HostName.Shown(way.At));
        }
    }

    private HttpRequestMessage Message(FetchRequest request, Uri at)
    {
        var message = new HttpRequestMessage(HttpMethod.Get, at)
        {
            Version = HttpVersion.Version20,
            VersionPolicy = HttpVersionPolicy.RequestVersionOrLower,
        };
        var headers = message.Headers;
        headers.TryAddWithoutValidation("User-Agent", _userAgent);
        headers.TryAddWithoutValidation("Accept", request.Wanted == Wanted.Page ? AcceptPage : Accept);
        headers.TryAddWithoutValidation("Accept-Encoding", "gzip, deflate, br");
        if (GaveValidators(at, request))
        {
            if (request.ETag is { } etag)
                headers.TryAddWithoutValidation("If-None-Match", etag);
            if (request.LastModified is { } lastModified)
                headers.TryAddWithoutValidation("If-Modified-Since", lastModified);
        }

        if (FeedAddress.Credentials(request.Url) is { } credentials && FeedAddress.SharesCredentials(request.Url, at))
            headers.Authorization = credentials;
        return message;
    }

    private static bool GaveValidators(Uri at, FetchRequest request) =>
        at == FeedAddress.ToAsk(request.ValidatorsFrom ?? request.Url);

    /// <summary>Where a redirect leads, without credentials: no site makes us log in elsewhere. Null where it is none.</summary>
    private static Uri? Redirection(HttpResponseMessage response, AnswerHeaders headers, Uri at)
    {
        if ((int)response.StatusCode is not (300 or 301 or 302 or 303 or 307 or 308)
            || headers.Location is not { } location
            || !Uri.TryCreate(at, AnswerHeaders.Utf8(location), out var next))
            return null;
        return FeedAddress.IsWeb(next) ? FeedAddress.ToAsk(next) : next;
    }

    private async Task<FetchOutcome> TakeAsync(
        HttpResponseMessage response, AnswerHeaders headers, FetchRequest request, Uri at, CancellationToken cancellationToken)
    {
        var status = (int)response.StatusCode;
        if (status == 304)
        {
            return GaveValidators(at, request) && (request.ETag ?? request.LastModified) is not null
                ? NotModified(headers, at)
                : new FetchOutcome.TryLater("answered \"not modified\" though nothing had been fetched before") { Cause = FetchCause.EmptyAnswer };
        }

        if (BotWall.MayStandBehind(status) && await WallAsync(response, headers, cancellationToken) is { } wall)
        {
            var reason = $"a bot wall ({wall}) answers in place of {HostName.Shown(at)}: {Named(status)}";
            return status is 202 or 429 or 503
                ? new FetchOutcome.TryLater(reason) { Cause = FetchCause.BotWall }
                : new FetchOutcome.Refused(reason) { Cause = FetchCause.BotWall };
        }

        if (request.Wanted == Wanted.Page && status is >= 200 and < 300 && headers.ContentType is { } type && !IsHtml(type))
            return new FetchOutcome.Refused($"no page but {type.Split(';')[0].Trim()}") { Cause = FetchCause.NotAPage };

        return status is >= 200 and < 300
            ? await TakeBodyAsync(response, headers, at, cancellationToken)
            : Status(status);
    }

    private static bool IsHtml(string contentType) =>
        contentType.Contains("html", StringComparison.OrdinalIgnoreCase);

    private static FetchOutcome Status(int status) => status switch
    {
        410 => new FetchOutcome.Gone { Cause = FetchCause.Gone },
        429 => new FetchOutcome.TryLater(Named(status)) { Cause = FetchCause.TooManyRequests },
        408 or 425 or >= 500 => new FetchOutcome.TryLater(Named(status)) { Cause = FetchCause.ServerError },
        >= 300 and < 400 => new FetchOutcome.Refused($"{Named(status)} without an address to go to") { Cause = FetchCause.BadRedirect },
        _ => new FetchOutcome.Refused(Named(status))
        {
            Cause = status switch
            {
                401 => FetchCause.LoginRequired,
                402 => FetchCause.PaymentRequired,
                403 => FetchCause.Forbidden,
                404 => FetchCause.NotFound,
                451 => FetchCause.LegalReasons,
                _ => FetchCause.OtherStatus,
            },
        },
    };

    /// <summary>Whose bot wall answers, by its headers or its page; null where none does.</summary>
    private static async Task<string?> WallAsync(HttpResponseMessage response, AnswerHeaders headers, CancellationToken cancellationToken)
    {
        if (BotWall.In(response) is { } named)
            return named;
        if (headers.ContentType is not { } type || !IsHtml(type))
            return null;
        await using var stream = await response.Content.ReadAsStreamAsync(cancellationToken);
        var page = await FeedBody.ReadBeginningAsync(stream, headers.Codings, BotWall.Glance, cancellationToken);
        return BotWall.In(page.Span);
    }

    private async Task<FetchOutcome> TakeBodyAsync(
        HttpResponseMessage response, AnswerHeaders headers, Uri at, CancellationToken cancellationToken)
    {
        await using var stream = await response.Content.ReadAsStreamAsync(cancellationToken);
        var reading = await FeedBody.ReadAsync(
            stream, headers.Codings, response.Content.Headers.ContentLength, _options.MaxBodyBytes, cancellationToken);

        // What a 304 may stand for later is a 200: no part of a feed, and no stand-in of a proxy's.
        var whole = response.StatusCode == HttpStatusCode.OK;
        return reading switch
        {
            FeedBody.Reading.Complete { Body.IsEmpty: true } =>
                new FetchOutcome.TryLater($"{Named((int)response.StatusCode)} with nothing in it") { Cause = FetchCause.EmptyAnswer },
            FeedBody.Reading.Complete complete => WithLinks(
                new FetchOutcome.Fetched(
                    complete.Body, headers.ContentType, at, whole ? headers.ETag : null, whole ? headers.LastModified : null),
                headers),
            FeedBody.Reading.Unreadable unreadable => new FetchOutcome.TryLater(unreadable.Reason) { Cause = FetchCause.DamagedBody },
            _ => new FetchOutcome.Refused($"larger than {_options.MaxBodyBytes} bytes (Polling:MaxBodyBytes)") { Cause = FetchCause.TooLarge },
        };
    }

    private static FetchOutcome.Fetched WithLinks(FetchOutcome.Fetched fetched, AnswerHeaders headers)
    {
        if (headers.Links.Count == 0)
            return fetched;
        var (hubs, self, alternates) = Links(headers, fetched.FinalUrl);
        return fetched with { Hubs = hubs, Self = self, Alternates = alternates };
    }

    private static FetchOutcome.NotModified NotModified(AnswerHeaders headers, Uri at)
    {
        if (headers.Links.Count == 0)
            return new FetchOutcome.NotModified();
        var (hubs, self, _) = Links(headers, at);
        return new FetchOutcome.NotModified { Hubs = hubs, Self = self };
    }

    private static (ImmutableArray<Uri> Hubs, Uri? Self, ImmutableArray<LinkHeader.Link> Alternates) Links(AnswerHeaders headers, Uri at)
    {
        var links = LinkHeader.Read(headers.Links, at);
        return (
            [.. links.Where(link => LinkHeader.Names(link.Relations, "hub")).Select(link => link.Target).Distinct().Take(MostHubs)],
            links.Find(link => LinkHeader.Names(link.Relations, "self"))?.Target,
            [.. links.Where(link => LinkHeader.Names(link.Relations, "alternate") || LinkHeader.Names(link.Relations, "feed"))]);
    }

    /// <summary>Connections to allowed addresses, kept apart from those of others: one that is open has passed its own guard only.</summary>
    private sealed record Line(GuardedDialer Dialer, HttpMessageInvoker Http);

    // The framework's own words for a status, not the server's: those may say anything.
    private static string Named(int status) => $"HTTP {status} {ReasonPhrases.GetReasonPhrase(status)}".TrimEnd();
}
