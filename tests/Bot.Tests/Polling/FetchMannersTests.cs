using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Bot.Polling;
using Bot.Tests.Fakes;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;

namespace Bot.Tests.Polling;

/// <summary>Connections, names, validators and turns: what a site sees of the bot.</summary>
public sealed class FetchMannersTests : IAsyncLifetime, IDisposable
{
    private const string Rss = "<rss version='2.0'><channel><title>Example</title></channel></rss>";

    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2025, 1, 15, 12, 0, 0, TimeSpan.Zero));
    private readonly PollingOptions _options = new() { AllowedNetworks = ["127.0.0.0/8", "::1"], MaxBodyBytes = 100_000 };
    private readonly TestAuthority _authority = new();
    private readonly X509Certificate2 _certificate;
    private FakeFeedSite _site = null!;
    private FeedFetcher? _fetcher;

    private ResolveHost _resolve = (host, _) => Task.FromResult<IPAddress[]>(
        [IPAddress.TryParse(host.Trim('[', ']'), out var literal) ? literal : IPAddress.Loopback]);

    public FetchMannersTests()
    {
        _certificate = _authority.Issue(["secure.test", "xn--bcher-kva.test"]);
    }

    private FeedFetcher Fetcher => _fetcher ??= new FeedFetcher(
        Options.Create(_options), _clock, (host, token) => _resolve(host, token), _authority.AsTrusted);

    public async Task InitializeAsync() => _site = await FakeFeedSite.StartAsync();

    public async Task DisposeAsync() => await _site.DisposeAsync();

    public void Dispose()
    {
        _fetcher?.Dispose();
        _certificate.Dispose();
        _authority.Dispose();
    }

    [Theory]
    [InlineData(HttpProtocols.Http1AndHttp2, "HTTP/2")]
    [InlineData(HttpProtocols.Http2, "HTTP/2")]
    [InlineData(HttpProtocols.Http1, "HTTP/1.1")]
    public async Task The_newest_protocol_that_both_know_is_spoken_over_one_connection(HttpProtocols spoken, string protocol)
    {
        await using var site = await FakeFeedSite.StartAsync(_certificate, spoken);
        site.Serve("/rss", Rss, etag: "\"1\"").Redirect("/old", "/rss");
        foreach (var path in (string[])["/rss", "/old", "/rss"])
            Assert.IsType<FetchOutcome.Fetched>(await FetchAsync(new Uri($"https://secure.test:{site.Port}{path}")));

        Assert.All(site.Requests, request => Assert.Equal((protocol, $"secure.test:{site.Port}"), (request.Protocol, request.Host)));
        Assert.Single(site.Requests.Select(request => request.Connection.Split(':')[0]).Distinct());
    }

    [Fact]
    public async Task Validators_and_links_come_through_the_newest_protocol_too()
    {
        await using var site = await FakeFeedSite.StartAsync(_certificate);
        site.On("/rss", async context =>
        {
            context.Response.Headers.ETag = "W/\"b\u00FCcher\"";
            context.Response.Headers.Link = "</hub>; rel=hub";
            context.Response.StatusCode = context.Request.Headers.IfNoneMatch == "W/\"b\u00FCcher\"" ? 304 : 200;
            if (context.Response.StatusCode == 200)
                await context.Response.Body.WriteAsync(Encoding.UTF8.GetBytes(Rss));
        });
        var url = new Uri($"https://secure.test:{site.Port}/rss");
        var first = Assert.IsType<FetchOutcome.Fetched>(await FetchAsync(url));
        Assert.Equal(new Uri(url, "/hub"), Assert.Single(first.Hubs));
        Assert.IsType<FetchOutcome.NotModified>(await Fetcher.FetchAsync(new FetchRequest(url, first.ETag), default));
    }

    [Fact]
    public async Task A_site_that_is_named_in_another_script_is_asked_and_checked_by_its_ascii_name_and_shown_in_its_own()
    {
        await using var site = await FakeFeedSite.StartAsync(_certificate);
        site.Serve("/rss", Rss).Hang("/slow");
        Assert.IsType<FetchOutcome.Fetched>(await FetchAsync(new Uri($"https://B\u00DCCHER.test:{site.Port}/rss")));
        Assert.Equal($"xn--bcher-kva.test:{site.Port}", Assert.Single(site.Requests).Host);

        _resolve = (_, _) => throw new SocketException((int)SocketError.HostNotFound);
        var later = Assert.IsType<FetchOutcome.TryLater>(await FetchAsync(new Uri("https://xn--bcher-kva.test:1/rss")));
        Assert.Equal("no host named b\u00FCcher.test is known to DNS", later.Reason);
    }

    [Fact]
    public async Task A_host_in_capitals_with_the_dot_of_the_root_is_the_same_host()
    {
        await using var site = await FakeFeedSite.StartAsync(_certificate);
        site.Serve("/a%20b", Rss);
        var fetched = Assert.IsType<FetchOutcome.Fetched>(await FetchAsync(new Uri($"HTTPS://SECURE.test.:{site.Port}/a b#part")));
        Assert.Equal($"secure.test:{site.Port}", Assert.Single(site.Requests).Host);
        Assert.Equal($"https://secure.test:{site.Port}/a%20b", fetched.FinalUrl.AbsoluteUri);
    }

    [Fact]
    public async Task A_redirect_may_have_blanks_and_a_fragment()
    {
        _site.Redirect("/old", " /new feed.xml#part ").Serve("/new%20feed.xml", Rss);
        var fetched = Assert.IsType<FetchOutcome.Fetched>(await FetchAsync(_site.Url("/old")));
        Assert.Equal(_site.Url("/new%20feed.xml").AbsoluteUri, fetched.FinalUrl.AbsoluteUri);
    }

    [Fact]
    public async Task A_host_that_moves_to_another_address_is_followed_when_its_connection_ends()
    {
        _site.On("/rss", async context =>
        {
            context.Response.Headers.Connection = "close";
            await context.Response.Body.WriteAsync(Encoding.UTF8.GetBytes(Rss));
        });
        var asked = 0;
        _resolve = (_, _) => Task.FromResult<IPAddress[]>([asked++ == 0 ? IPAddress.Loopback : IPAddress.Parse("127.0.0.2")]);
        Assert.IsType<FetchOutcome.Fetched>(await FetchHostAsync("moving.test"));

        // Nobody listens there: the second fetch went to the new address.
        Assert.Equal(FetchCause.ConnectionRefused, (await FetchHostAsync("moving.test")).Cause);
        Assert.Equal(2, asked);
    }

    [Fact]
    public void A_connection_is_kept_for_a_few_minutes_at_most() =>
        Assert.InRange(FeedFetcher.ConnectionLifetime, TimeSpan.FromSeconds(30), TimeSpan.FromMinutes(5));

    [Fact]
    public async Task An_ip6_address_that_nobody_answers_on_gives_way_to_ip4()
    {
        _site.Serve("/rss", Rss);
        _resolve = (_, _) => Task.FromResult<IPAddress[]>([IPAddress.IPv6Loopback, IPAddress.Loopback]);
        Assert.IsType<FetchOutcome.Fetched>(await FetchHostAsync("both.test"));
    }

    [Fact]
    public async Task Both_validators_are_sent_back()
    {
        _site.On("/rss", async context =>
        {
            context.Response.Headers.ETag = "\"1\"";
            context.Response.Headers.LastModified = "Wed, 15 Jan 2025 11:00:00 GMT";
            await context.Response.Body.WriteAsync(Encoding.UTF8.GetBytes(Rss));
        });
        var first = Assert.IsType<FetchOutcome.Fetched>(await FetchAsync(_site.Url("/rss")));
        await Fetcher.FetchAsync(new FetchRequest(_site.Url("/rss"), first.ETag, first.LastModified), default);
        Assert.Equal("\"1\"", _site.Requests[1].Header("If-None-Match"));
        Assert.Equal("Wed, 15 Jan 2025 11:00:00 GMT", _site.Requests[1].Header("If-Modified-Since"));
        Assert.All(_site.Requests, request => Assert.Null(request.Header("A-IM")));
    }

    [Theory]
    [InlineData(200, "\"1\"")]
    [InlineData(203, null)]
    [InlineData(206, null)]
    [InlineData(226, null)]
    public async Task Only_a_whole_answer_leaves_validators(int status, string? etag)
    {
        _site.On("/rss", async context =>
        {
            context.Response.StatusCode = status;
            context.Response.Headers.ETag = "\"1\"";
            await context.Response.Body.WriteAsync(Encoding.UTF8.GetBytes(Rss));
        });
        Assert.Equal(etag, Assert.IsType<FetchOutcome.Fetched>(await FetchAsync(_site.Url("/rss"))).ETag);
    }

    [Theory]
    [InlineData(200)]
    [InlineData(301)]
    [InlineData(304)]
    [InlineData(403)]
    [InlineData(404)]
    [InlineData(410)]
    [InlineData(418)]
    [InlineData(429)]
    [InlineData(502)]
    public async Task A_wish_to_wait_is_heard_on_any_answer(int status)
    {
        _site.Answer("/rss", status, "Retry-After: 120", "Cache-Control: max-age=60");
        var outcome = await FetchAsync(_site.Url("/rss"));
        Assert.Equal((TimeSpan.FromSeconds(120), TimeSpan.FromSeconds(60)), (outcome.RetryAfter, outcome.FreshFor));
    }

    [Fact]
    public async Task A_wish_to_wait_on_a_redirect_is_heard_where_the_end_of_the_way_says_nothing()
    {
        _site.Answer("/old", 302, "Location: /rss", "Retry-After: 120").Serve("/rss", Rss);
        Assert.Equal(TimeSpan.FromSeconds(120), (await FetchAsync(_site.Url("/old"))).RetryAfter);
    }

    [Fact]
    public async Task Hubs_and_the_topic_are_read_from_the_link_headers()
    {
        _site.On("/blog/rss", async context =>
        {
            context.Response.Headers.Append("Link", "<https://hub.example.org/>; rel=\"hub\", <../topic>; rel=self; title=\"a, b\"");
            context.Response.Headers.Append("Link", "<https://other.example.org/hub>; rel=hub");
            await context.Response.Body.WriteAsync(Encoding.UTF8.GetBytes(Rss));
        }).Redirect("/rss", "/blog/rss");
        var fetched = Assert.IsType<FetchOutcome.Fetched>(await FetchAsync(_site.Url("/rss")));
        Assert.Equal(["https://hub.example.org/", "https://other.example.org/hub"], fetched.Hubs.Select(hub => hub.AbsoluteUri));
        Assert.Equal(_site.Url("/topic"), fetched.Self);
    }

    [Fact]
    public async Task A_host_rests_between_two_requests_and_a_host_of_ones_own_does_not_need_to()
    {
        _options.PerHost = 1;
        _site.Serve("/rss", Rss);
        await FetchHostAsync("own.test");
        Assert.IsType<FetchOutcome.Fetched>(await FetchHostAsync("own.test"));

        Rebuild(options => options.HostPause = TimeSpan.FromSeconds(2));
        await FetchHostAsync("own.test");
        var second = FetchHostAsync("own.test");
        _clock.Advance(TimeSpan.FromSeconds(1.999));
        Assert.Equal(3, _site.Requests.Count);
        Assert.False(second.IsCompleted);
        _clock.Advance(TimeSpan.FromSeconds(0.001));
        Assert.IsType<FetchOutcome.Fetched>(await second);
    }

    [Fact]
    public async Task The_host_that_many_redirects_lead_to_is_asked_by_one_after_the_other()
    {
        Rebuild(options =>
        {
            options.PerHost = 1;
            options.HostPause = TimeSpan.FromSeconds(1);
        });
        _site.Serve("/feed", Rss).Redirect("/rss", $"http://target.test:{_site.Port}/feed");
        var fetches = Enumerable.Range(0, 3).Select(i => FetchHostAsync($"alias{i}.test")).ToList();
        for (var taken = 1; taken <= 3; taken++)
        {
            await UntilAsync(() => fetches.Count(fetch => fetch.IsCompleted) == taken);
            Assert.Equal(taken, _site.CountOf("/feed"));
            _clock.Advance(TimeSpan.FromSeconds(1));
        }
    }

    [Fact]
    public async Task The_wait_for_a_turn_does_not_count_as_the_sites_slowness()
    {
        Rebuild(options =>
        {
            options.PerHost = 1;
            options.HostPause = TimeSpan.FromMinutes(5);
        });
        _site.Serve("/rss", Rss);
        await FetchHostAsync("slow.test");
        var second = FetchHostAsync("slow.test");
        _clock.Advance(TimeSpan.FromMinutes(5));
        Assert.IsType<FetchOutcome.Fetched>(await second);
    }

    private void Rebuild(Action<PollingOptions> change)
    {
        change(_options);
        _fetcher?.Dispose();
        _fetcher = null;
    }

    private Task<FetchOutcome> FetchAsync(Uri url) => Fetcher.FetchAsync(new FetchRequest(url), default);

    private Task<FetchOutcome> FetchHostAsync(string host) => FetchAsync(new Uri($"http://{host}:{_site.Port}/rss"));

    private static async Task UntilAsync(Func<bool> condition)
    {
        using var patience = new CancellationTokenSource(Patience.ForAnEvent);
        while (!condition())
        {
            patience.Token.ThrowIfCancellationRequested();
            await Task.Delay(1, patience.Token);
        }
    }
}
