using System.Net;
using System.Net.Sockets;
using System.Text;
using Bot.Polling;
using Bot.Tests.Fakes;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;

namespace Bot.Tests.Polling;

/// <summary>Why a feed could not be read, in words that its reader can do something with.</summary>
public sealed class FetchCauseTests : IAsyncLifetime, IDisposable
{
    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2025, 1, 15, 12, 0, 0, TimeSpan.Zero));
    private readonly TestAuthority _authority = new();
    private readonly FeedFetcher _fetcher;
    private FakeFeedSite _site = null!;

    private ResolveHost _resolve = (host, _) => Task.FromResult<IPAddress[]>(
        [IPAddress.TryParse(host.Trim('[', ']'), out var literal) ? literal : IPAddress.Loopback]);

    public FetchCauseTests()
    {
        _fetcher = new FeedFetcher(
            Options.Create(new PollingOptions { AllowedNetworks = ["127.0.0.0/8"] }), _clock, (host, token) => _resolve(host, token), _authority.AsTrusted);
    }

    public async Task InitializeAsync() => _site = await FakeFeedSite.StartAsync();

    public async Task DisposeAsync() => await _site.DisposeAsync();

    public void Dispose()
    {
        _fetcher.Dispose();
        _authority.Dispose();
    }

    [Fact]
    public void Every_cause_has_advice_of_one_sentence() =>
        Assert.All(Enum.GetValues<FetchCause>(), cause => Assert.Matches(@"^[A-Z][^\n]+\.$", cause.Advice()));

    [Theory]
    [InlineData(400, nameof(FetchCause.OtherStatus))]
    [InlineData(401, nameof(FetchCause.LoginRequired))]
    [InlineData(402, nameof(FetchCause.PaymentRequired))]
    [InlineData(403, nameof(FetchCause.Forbidden))]
    [InlineData(404, nameof(FetchCause.NotFound))]
    [InlineData(410, nameof(FetchCause.Gone))]
    [InlineData(429, nameof(FetchCause.TooManyRequests))]
    [InlineData(451, nameof(FetchCause.LegalReasons))]
    [InlineData(500, nameof(FetchCause.ServerError))]
    [InlineData(522, nameof(FetchCause.ServerError))]
    [InlineData(304, nameof(FetchCause.EmptyAnswer))]
    [InlineData(200, nameof(FetchCause.EmptyAnswer))]
    public async Task A_status_is_a_cause(int status, string cause)
    {
        _site.Answer("/rss", status);
        Assert.Equal(cause, (await FetchAsync()).Cause.ToString());
    }

    [Theory]
    [InlineData(SocketError.HostNotFound, nameof(FetchCause.NoSuchHost), "no host named example.test is known to DNS")]
    [InlineData(SocketError.TryAgain, nameof(FetchCause.NoAnswerFromDns), "DNS gives no answer for example.test at the moment")]
    public async Task A_name_that_does_not_exist_is_told_from_a_name_server_that_does_not_answer(SocketError error, string cause, string reason)
    {
        _resolve = (_, _) => throw new SocketException((int)error);
        var later = Assert.IsType<FetchOutcome.TryLater>(await FetchAsync("http://example.test/rss"));
        Assert.Equal((cause, reason), (later.Cause.ToString(), later.Reason));
    }

    [Fact]
    public async Task A_name_server_that_hangs_is_told_from_a_site_that_does()
    {
        var asked = new TaskCompletionSource();
        _resolve = async (_, token) =>
        {
            asked.SetResult();
            await Task.Delay(Timeout.Infinite, token);
            return [];
        };
        var fetch = FetchAsync("http://example.test/rss");
        await asked.Task.WaitAsync(Patience.ForAnEvent);
        _clock.Advance(TimeSpan.FromSeconds(20));
        var later = Assert.IsType<FetchOutcome.TryLater>(await fetch);
        Assert.Equal((FetchCause.NoAnswerFromDns, "timed out after 20 s: DNS gives no answer for example.test"), (later.Cause, later.Reason));
    }

    [Theory]
    [InlineData("expired", nameof(FetchCause.CertificateExpired), "the certificate of secure.test expired on 2024-10-01")]
    [InlineData("early", nameof(FetchCause.CertificateNotYetValid), "the certificate of secure.test is valid only from 2080-10-01 on")]
    [InlineData("other", nameof(FetchCause.CertificateOfOtherHost), "the certificate that secure.test shows is for www.other.test, not for secure.test")]
    [InlineData("many", nameof(FetchCause.CertificateOfOtherHost), "the certificate that secure.test shows is for a.test, b.test, c.test and 2 more, not for secure.test")]
    [InlineData("self", nameof(FetchCause.CertificateUntrusted), "the certificate of secure.test is self-signed")]
    [InlineData("stranger", nameof(FetchCause.CertificateUntrusted), "the certificate of secure.test comes from an issuer that this machine does not know (Some Stranger)")]
    public async Task What_is_wrong_with_a_certificate_is_said_in_words(string kind, string cause, string words)
    {
        using var stranger = new TestAuthority("Some Stranger");
        using var certificate = kind switch
        {
            "expired" => _authority.Issue(["secure.test"], until: new DateTimeOffset(2024, 10, 1, 0, 0, 0, TimeSpan.Zero)),
            "early" => _authority.Issue(["secure.test"], from: new DateTimeOffset(2080, 10, 1, 0, 0, 0, TimeSpan.Zero)),
            "other" => _authority.Issue(["www.other.test"]),
            "many" => _authority.Issue(["a.test", "b.test", "c.test", "d.test", "e.test"]),
            "self" => TestAuthority.SelfSigned("secure.test"),
            _ => stranger.Issue(["secure.test"]),
        };
        await using var site = await FakeFeedSite.StartAsync(certificate);
        var later = Assert.IsType<FetchOutcome.TryLater>(await FetchAsync($"https://secure.test:{site.Port}/rss"));
        Assert.Equal((cause, $"no secure connection to secure.test: {words}"), (later.Cause.ToString(), later.Reason));
    }

    [Fact]
    public async Task A_port_that_does_not_speak_tls_is_said_to_speak_none()
    {
        var later = Assert.IsType<FetchOutcome.TryLater>(await FetchAsync($"https://secure.test:{_site.Port}/rss"));
        Assert.Equal((FetchCause.TlsFailed, "no secure connection to secure.test: what answers there is not TLS"), (later.Cause, later.Reason));
    }

    [Fact]
    public async Task What_answers_without_http_is_said_to_be_none()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var greeting = Task.Run(async () =>
        {
            using var client = await listener.AcceptTcpClientAsync();
            await client.GetStream().ReadExactlyAsync(new byte[16]);
            await client.GetStream().WriteAsync("220 mail.example.test ESMTP\r\n\r\n"u8.ToArray());
        });
        var outcome = await FetchAsync($"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}/rss");
        await greeting;
        Assert.Equal(FetchCause.NotHttp, outcome.Cause);
    }

    [Theory]
    [InlineData(403, "cf-mitigated: challenge", "", "Cloudflare")]
    [InlineData(503, "Server: cloudflare", "<html><title>Just a moment...</title>", "Cloudflare")]
    [InlineData(403, "Server: cloudflare", "<html><script src='/cdn-cgi/challenge-platform/x.js'>", "Cloudflare")]
    [InlineData(429, "x-vercel-mitigated: challenge", "", "Vercel")]
    [InlineData(202, "x-amzn-waf-action: challenge", "", "AWS WAF")]
    [InlineData(405, "x-amzn-waf-action: captcha", "", "AWS WAF")]
    [InlineData(403, "Server: AkamaiGHost", "", "Akamai")]
    [InlineData(403, "x-datadome: protected", "", "DataDome")]
    [InlineData(403, "X-Nothing: 1", "<html><script src=\"https://geo.captcha-delivery.com/c.js\">", "DataDome")]
    [InlineData(403, "X-Nothing: 1", "<html><div id=\"px-captcha\">", "HUMAN (PerimeterX)")]
    [InlineData(403, "X-Iinfo: 1", "<html><body>Request unsuccessful. Incapsula incident ID: 1-2", "Imperva")]
    [InlineData(403, "x-sucuri-block: 1", "", "Sucuri")]
    [InlineData(403, "Server: ddos-guard", "", "DDoS-Guard")]
    public async Task A_bot_wall_is_named(int status, string header, string page, string wall)
    {
        Page("/rss", status, header, page);
        var outcome = await FetchAsync();
        Assert.Equal(FetchCause.BotWall, outcome.Cause);
        Assert.Contains($"a bot wall ({wall}) answers in place of 127.0.0.1: HTTP {status}", Reason(outcome), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(403, "Server: cloudflare", "<html><title>403 Forbidden</title>", nameof(FetchCause.Forbidden))]
    [InlineData(503, "Server: cloudflare", "<html><title>Down for repairs</title>", nameof(FetchCause.ServerError))]
    [InlineData(404, "cf-mitigated: challenge", "", nameof(FetchCause.NotFound))]
    public async Task A_site_behind_a_gatekeeper_is_no_bot_wall(int status, string header, string page, string cause)
    {
        Page("/rss", status, header, page);
        Assert.Equal(cause, (await FetchAsync()).Cause.ToString());
    }

    [Fact]
    public async Task A_wall_of_the_length_of_a_book_is_read_as_far_as_needed()
    {
        Page("/rss", 403, "X-Nothing: 1", "<html><title>Just a moment...</title>" + new string('x', 5_000_000));
        Assert.Equal(FetchCause.BotWall, (await FetchAsync()).Cause);
    }

    [Theory]
    [InlineData("/rss", "<html><p>Hello", nameof(FetchCause.NotAFeed), "this is a page")]
    [InlineData("/rss", "{}", nameof(FetchCause.NotAFeed), "this is a page")]
    [InlineData("/moved", "<html><p>Hello", nameof(FetchCause.RedirectedToPage), "redirected to {0}, which is a page and not a feed")]
    [InlineData("/account/login?next=secret", "<html><p>Hello", nameof(FetchCause.RedirectedToPage), "redirected to what looks like a log-in, {0}")]
    [InlineData("/rss", "<html><script src='/_Incapsula_Resource?x'>", nameof(FetchCause.BotWall), "a bot wall (Imperva) answers in place of 127.0.0.1")]
    public async Task A_page_in_a_feeds_place_is_told_by_where_it_is(string leadsTo, string page, string cause, string words)
    {
        if (leadsTo != "/rss")
            _site.Redirect("/rss", leadsTo);
        Page(leadsTo, 200, "X-Nothing: 1", page);
        var fetched = Assert.IsType<FetchOutcome.Fetched>(await FetchAsync());
        var where = _site.Url(leadsTo.Split('?')[0]).AbsoluteUri;
        var told = PageInstead.Describe(_site.Url("/rss"), fetched, "this is a page");
        Assert.Equal((cause, words.Replace("{0}", where, StringComparison.Ordinal)), (told.Cause.ToString(), told.Reason));
    }

    private void Page(string path, int status, string header, string page) => _site.On(path, async context =>
    {
        var colon = header.IndexOf(':', StringComparison.Ordinal);
        context.Response.StatusCode = status;
        context.Response.ContentType = "text/html";
        context.Response.Headers.Append(header[..colon], header[(colon + 2)..]);
        await context.Response.Body.WriteAsync(Encoding.UTF8.GetBytes(page));
    });

    private static string Reason(FetchOutcome outcome) => outcome switch
    {
        FetchOutcome.TryLater later => later.Reason,
        FetchOutcome.Refused refused => refused.Reason,
        _ => "",
    };

    private Task<FetchOutcome> FetchAsync() => FetchAsync(_site.Url("/rss").AbsoluteUri);

    private Task<FetchOutcome> FetchAsync(string url) => _fetcher.FetchAsync(new FetchRequest(new Uri(url)), default);
}
