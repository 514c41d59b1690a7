using System.Net;
using System.Net.Sockets;
using Bot.Polling;
using Bot.Tests.Fakes;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;

namespace Bot.Tests.Polling;

public sealed class FeedFinderTests : IAsyncLifetime, IDisposable
{
    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2025, 1, 15, 12, 0, 0, TimeSpan.Zero));
    private readonly PollingOptions _options = new() { AllowedNetworks = ["127.0.0.0/8"] };
    private FakeFeedSite _site = null!;
    private FeedFetcher? _fetcher;
    private JustFetched _justFetched = null!;

    // Names under .test are all this machine, but for one that is in a closed network and two that have no address.
    private FeedFetcher Fetcher => _fetcher ??= new FeedFetcher(Options.Create(_options), _clock, (host, _) => host switch
    {
        "nowhere.test" => Task.FromException<IPAddress[]>(new SocketException((int)SocketError.HostNotFound)),
        "unsure.test" => Task.FromException<IPAddress[]>(new SocketException((int)SocketError.TryAgain)),
        "inside.test" => Task.FromResult<IPAddress[]>([IPAddress.Parse("10.0.0.1")]),
        _ => Task.FromResult<IPAddress[]>([IPAddress.TryParse(host.Trim('[', ']'), out var literal) ? literal : IPAddress.Loopback]),
    });

    public async Task InitializeAsync()
    {
        _site = await FakeFeedSite.StartAsync();
        _justFetched = new JustFetched(_clock);
    }

    public async Task DisposeAsync() => await _site.DisposeAsync();

    public void Dispose()
    {
        _fetcher?.Dispose();
        _justFetched.Dispose();
    }

    [Fact]
    public async Task A_feed_is_told_by_its_title_its_items_and_the_newest_of_them()
    {
        _site.Serve("/rss", Feed("Example Wire", ("Old", "Mon, 13 Jan 2025 10:00:00 GMT"), ("New", "Tue, 14 Jan 2025 10:00:00 GMT"), ("Older", "Sun, 12 Jan 2025 10:00:00 GMT")));

        var feed = Assert.IsType<FeedFinding.Feed>(await FindAsync("/rss"));

        Assert.Equal(new FoundFeed(_site.Url("/rss"), "Example Wire", 3, "New", new DateTimeOffset(2025, 1, 14, 10, 0, 0, TimeSpan.Zero)), feed.Found);
        Assert.Null(feed.Left);
    }

    [Fact]
    public async Task A_date_in_the_future_is_now()
    {
        _site.Serve("/rss", Feed("Wire", ("Tomorrow", "Thu, 16 Jan 2025 10:00:00 GMT")));

        Assert.Equal(_clock.GetUtcNow(), Assert.IsType<FeedFinding.Feed>(await FindAsync("/rss")).Found.NewestAt);
    }

    [Theory]
    [InlineData(301, true)]
    [InlineData(308, true)]
    [InlineData(302, false)]
    [InlineData(307, false)]
    public async Task Only_a_move_for_good_changes_the_address(int status, bool moves)
    {
        _site.Redirect("/old", "/new", status).Serve("/new", Feed("Wire"));

        var feed = Assert.IsType<FeedFinding.Feed>(await FindAsync("/old"));

        Assert.Equal(_site.Url(moves ? "/new" : "/old"), feed.Found.Url);
        Assert.Equal(moves ? _site.Url("/old") : null, feed.Left);
    }

    [Fact]
    public async Task Only_feeds_that_can_be_read_are_offered_in_the_order_of_the_page()
    {
        _site.Serve("/", Page("""
            <link rel=alternate type="application/rss+xml" title="World" href="/world.rss">
            <link rel=alternate type="application/rss+xml" title="Gone" href="/gone.rss">
            <link rel=alternate type="application/rss+xml" title="Page" href="/page">
            <link rel=alternate type="application/rss+xml" title="Local" href="/local.rss">
            """), "text/html");
        _site.Serve("/world.rss", Feed("World news", ("A", "Tue, 14 Jan 2025 10:00:00 GMT")));
        _site.Serve("/local.rss", Feed("", ("B", "Tue, 14 Jan 2025 10:00:00 GMT"))).Answer("/gone.rss", 404).Serve("/page", Page(""), "text/html");

        var page = Assert.IsType<FeedFinding.Page>(await FindAsync("/"));

        Assert.Equal(["World news", "Local"], page.Feeds.Select(feed => feed.Label));
        Assert.Equal([_site.Url("/gone.rss"), _site.Url("/page")], page.Unread.Select(feed => feed.Url));
        Assert.Contains("404", page.Unread[0].Reason, StringComparison.Ordinal);
        Assert.Equal(0, page.More);
        Assert.Equal("This is an HTML page (\"Front\"), not a feed.", page.Instead);
    }

    [Fact]
    public async Task What_the_headers_of_a_page_name_is_offered_too()
    {
        _site.On("/", async context =>
        {
            context.Response.ContentType = "text/html";
            context.Response.Headers.Append("Link", "</world.rss>; rel=\"alternate\"; type=\"application/rss+xml\"; title=\"World & more\", </comments/feed>; rel=alternate; type=application/rss+xml");
            context.Response.Headers.Append("Link", "</api/posts/1>; rel=alternate; type=\"application/json\", </de>; rel=alternate; hreflang=de, </page.css>; rel=preload; type=\"application/rss+xml\"");
            context.Response.Headers.Append("Link", "</local.rss>; rel=alternate; type=\"application/rss+xml\"");
            await context.Response.WriteAsync(Page("<link rel=alternate type=application/rss+xml href=/local.rss title=Local>"));
        });
        _site.Serve("/world.rss", Feed("World", ("A", "Mon, 13 Jan 2025 10:00:00 GMT"))).Serve("/local.rss", Feed("Local", ("B", "Mon, 13 Jan 2025 10:00:00 GMT")))
            .Serve("/comments/feed", Feed("Comments", ("C", "Mon, 13 Jan 2025 10:00:00 GMT")));

        var page = Assert.IsType<FeedFinding.Page>(await FindAsync("/"));

        Assert.Equal(["World", "Local", "Comments"], page.Feeds.Select(feed => feed.Title));
        Assert.Equal(1, _site.CountOf("/local.rss"));
    }

    [Fact]
    public async Task The_same_feed_in_two_formats_is_offered_once()
    {
        _site.Serve("/", Page("""
            <link rel=alternate type="application/rss+xml" href="/rss"><link rel=alternate type="application/atom+xml" href="/atom">
            """), "text/html");
        _site.Serve("/rss", Feed("Wire", ("A", "Tue, 14 Jan 2025 10:00:00 GMT")));
        _site.Serve("/atom", """
            <feed xmlns="http://www.w3.org/2005/Atom"><title>Wire</title><entry><title>A</title><published>2025-01-14T10:00:00Z</published></entry></feed>
            """);

        var page = Assert.IsType<FeedFinding.Page>(await FindAsync("/"));

        Assert.Equal(_site.Url("/rss"), Assert.Single(page.Feeds).Url);
    }

    [Fact]
    public async Task Two_formats_with_the_same_articles_are_one_feed_whatever_they_call_themselves()
    {
        _site.Serve("/", Page("""
            <link rel=alternate type="application/rss+xml" href="/rss"><link rel=alternate type="application/atom+xml" href="/atom">
            <link rel=alternate type="application/rss+xml" href="/sport">
            """), "text/html");
        _site.Serve("/rss", "<rss version='2.0'><channel><title>Wire (RSS)</title><item><title>A</title><link>http://wire.test/a</link></item></channel></rss>");
        _site.Serve("/sport", "<rss version='2.0'><channel><title>Wire sport</title><item><title>B</title><link>http://wire.test/b</link></item></channel></rss>");
        _site.Serve("/atom", """
            <feed xmlns="http://www.w3.org/2005/Atom"><title>Wire (Atom)</title>
            <entry><title>A</title><link href="http://wire.test/a"/><updated>2025-01-14T10:00:05Z</updated></entry></feed>
            """);

        var page = Assert.IsType<FeedFinding.Page>(await FindAsync("/"));

        Assert.Equal(["Wire (RSS)", "Wire sport"], page.Feeds.Select(feed => feed.Title));
    }

    [Fact]
    public async Task A_link_named_RSS_may_lead_to_the_page_that_lists_the_feeds()
    {
        _site.Serve("/", Page("<a href='/service/rss-feeds'>RSS</a>"), "text/html");
        _site.Serve("/service/rss-feeds", Page("<a href='/service/rss-feeds'>RSS</a><a href='/rss/world'>World</a><a href='/rss/sport'>Sport</a>"), "text/html");
        _site.Serve("/rss/world", Feed("World", ("A", "Tue, 14 Jan 2025 10:00:00 GMT"))).Serve("/rss/sport", Feed("Sport", ("B", "Tue, 14 Jan 2025 10:00:00 GMT")));

        var page = Assert.IsType<FeedFinding.Page>(await FindAsync("/"));

        Assert.Equal(["World", "Sport"], page.Feeds.Select(feed => feed.Title));
        Assert.Equal(["/", "/service/rss-feeds", "/rss/world", "/rss/sport"], _site.Requests.Select(request => request.Path));
    }

    [Fact]
    public async Task A_page_that_sends_its_reader_on_is_followed_once()
    {
        _site.Serve("/", "<meta http-equiv=refresh content='0; url=/en/'>", "text/html");
        _site.Serve("/en/", Page("<link rel=alternate type='application/rss+xml' href='/en/rss'>"), "text/html").Serve("/en/rss", Feed("Wire"));
        _site.Serve("/a", "<meta http-equiv=refresh content='0; url=/b'>", "text/html");
        _site.Serve("/b", "<meta http-equiv=refresh content='0; url=/a'>", "text/html");
        _site.Answer("/feed", 429);

        var page = Assert.IsType<FeedFinding.Page>(await FindAsync("/"));
        Assert.Equal((_site.Url("/en/"), _site.Url("/en/rss")), (page.Address, Assert.Single(page.Feeds).Url));
        Assert.Empty(Assert.IsType<FeedFinding.Page>(await FindAsync("/a")).Feeds);
        Assert.Equal(1, _site.CountOf("/a"));
    }

    [Fact]
    public async Task A_page_that_sends_its_reader_to_a_feed_is_followed_at_the_feed_s_address()
    {
        _site.Serve("/", "<meta http-equiv=refresh content='0; url=/rss'>", "text/html").Serve("/rss", Feed("Wire"));

        Assert.Equal(_site.Url("/rss"), Assert.IsType<FeedFinding.Feed>(await FindAsync("/")).Found.Url);
    }

    [Fact]
    public async Task A_page_with_many_feeds_costs_no_more_than_a_few_requests()
    {
        var links = Enumerable.Range(0, 40).Select(i => $"<link rel=alternate type='application/rss+xml' href='/{i}.rss'>");
        _site.Serve("/", Page(string.Concat(links)), "text/html");
        for (var i = 0; i < 40; i++)
            _site.Serve($"/{i}.rss", Feed($"Feed {i}"));

        var page = Assert.IsType<FeedFinding.Page>(await FindAsync("/"));

        Assert.Equal(FeedFinder.MostOffered, page.Feeds.Length);
        Assert.Equal(35, page.More);
        Assert.InRange(_site.Requests.Count, 1, FeedFinder.MostRequests);
    }

    [Fact]
    public async Task A_guess_is_offered_once_it_was_read()
    {
        _site.Serve("/", Page(""), "text/html").Answer("/feed", 404).Serve("/rss", Feed("Wire"));

        var page = Assert.IsType<FeedFinding.Page>(await FindAsync("/"));

        Assert.Equal(new FoundFeed(_site.Url("/rss"), "Wire", 0, null, null, IsNamed: false), Assert.Single(page.Feeds));
        Assert.Equal(["/", "/feed", "/rss"], _site.Requests.Select(request => request.Path));
    }

    [Fact]
    public async Task Guesses_in_a_folder_leave_some_for_the_root()
    {
        _site.Serve("/blog/", Page(""), "text/html").Serve("/feed.xml", Feed("Wire"));
        foreach (var path in (string[])["/blog/feed", "/blog/rss", "/blog/feed.xml", "/feed", "/rss"])
            _site.Answer(path, 404);

        Assert.Equal(_site.Url("/feed.xml"), Assert.Single(Assert.IsType<FeedFinding.Page>(await FindAsync("/blog/")).Feeds).Url);
    }

    [Theory]
    [InlineData(403)]
    [InlineData(429)]
    [InlineData(503)]
    public async Task A_site_that_has_had_enough_is_not_guessed_at_any_further(int status)
    {
        _site.Serve("/", Page(""), "text/html").Answer("/feed", status);

        Assert.Empty(Assert.IsType<FeedFinding.Page>(await FindAsync("/")).Feeds);
        Assert.Equal(2, _site.Requests.Count);
    }

    [Theory]
    [InlineData(404, false)]
    [InlineData(403, false)]
    [InlineData(410, false)]
    [InlineData(503, true)]
    [InlineData(429, true)]
    public async Task What_may_pass_is_told_from_what_will_not(int status, bool mayBeFeed)
    {
        _site.Answer("/rss", status);

        var unreadable = Assert.IsType<FeedFinding.Unreadable>(await FindAsync("/rss"));

        Assert.Equal(mayBeFeed, unreadable.MayBeFeed);
        Assert.Contains(status.ToString(System.Globalization.CultureInfo.InvariantCulture), unreadable.Reason, StringComparison.Ordinal);
        Assert.NotNull(unreadable.Advice);
    }

    [Fact]
    public async Task A_front_page_that_cannot_be_read_now_is_no_feed_later()
    {
        _site.Answer("/", 503).Answer("/news.html", 503);

        Assert.False(Assert.IsType<FeedFinding.Unreadable>(await FindAsync("/")).MayBeFeed);
        Assert.False(Assert.IsType<FeedFinding.Unreadable>(await FindAsync("/news.html")).MayBeFeed);
    }

    [Theory]
    [InlineData("nowhere.test", false)] // a name that was mistyped, for one
    [InlineData("unsure.test", true)] // the name server is in trouble
    public async Task A_host_that_does_not_exist_is_told_from_one_that_cannot_be_looked_up_now(string host, bool mayBeFeed)
    {
        var unreadable = Assert.IsType<FeedFinding.Unreadable>(
            await Finder.FindAsync([new Uri($"https://{host}/rss"), new Uri($"http://{host}/rss")], default));

        Assert.Equal(mayBeFeed, unreadable.MayBeFeed);
        Assert.Contains(host, unreadable.Reason, StringComparison.Ordinal);
        Assert.NotNull(unreadable.Advice);
    }

    [Fact]
    public async Task A_closed_network_stays_closed_also_to_what_a_page_names()
    {
        _site.Serve("/", Page($"<link rel=alternate type='application/rss+xml' href='http://inside.test:{_site.Port}/rss'>"), "text/html");

        var page = Assert.IsType<FeedFinding.Page>(await FindAsync("/"));
        var direct = Assert.IsType<FeedFinding.Unreadable>(await Finder.FindAsync([new Uri("http://inside.test/rss")], default));

        Assert.Empty(page.Feeds);
        Assert.Contains("private", Assert.Single(page.Unread).Reason, StringComparison.Ordinal);
        Assert.False(direct.MayBeFeed);
    }

    [Fact]
    public async Task Where_https_has_no_answer_http_is_tried()
    {
        _site.Serve("/rss", Feed("Wire"));

        var feed = Assert.IsType<FeedFinding.Feed>(
            await Finder.FindAsync([new Uri($"https://127.0.0.1:{_site.Port}/rss"), _site.Url("/rss")], default));

        Assert.Equal(_site.Url("/rss"), feed.Found.Url);
    }

    [Fact]
    public async Task A_site_that_hangs_is_given_up_after_twenty_seconds()
    {
        _site.Hang("/rss");
        var finding = FindAsync("/rss");
        await _site.ArrivalAsync();
        _clock.Advance(FeedFinder.LongestSearch);

        var unreadable = Assert.IsType<FeedFinding.Unreadable>(await finding);

        Assert.True(unreadable.MayBeFeed);
        Assert.Contains("20 s", unreadable.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_found_before_the_time_ran_out_is_offered()
    {
        _site.Serve("/", Page("""
            <link rel=alternate type="application/rss+xml" href="/a.rss"><link rel=alternate type="application/rss+xml" href="/slow.rss">
            <link rel=alternate type="application/rss+xml" href="/b.rss">
            """), "text/html");
        _site.Serve("/a.rss", Feed("A")).Hang("/slow.rss");
        var finding = FindAsync("/");
        for (var i = 0; i < 3; i++)
            await _site.ArrivalAsync();
        _clock.Advance(FeedFinder.LongestSearch);

        var page = Assert.IsType<FeedFinding.Page>(await finding);

        Assert.Equal("A", Assert.Single(page.Feeds).Title);
        Assert.Equal(0, _site.CountOf("/b.rss"));
    }

    [Fact]
    public async Task A_stop_ends_the_search_with_an_exception()
    {
        using var stopping = new CancellationTokenSource();
        _site.Hang("/rss");
        var finding = Finder.FindAsync([_site.Url("/rss")], stopping.Token);
        await _site.ArrivalAsync();
        await stopping.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => finding);
    }

    private FeedFinder Finder => new(Fetcher, _justFetched, _clock);

    private Task<FeedFinding> FindAsync(string path) => Finder.FindAsync([_site.Url(path)], default);

    private static string Page(string head) => $"<!doctype html><html><head><title>Front</title>{head}</head><body><p>News.</p></body></html>";

    private static string Feed(string title, params (string Title, string Date)[] items) =>
        $"<rss version='2.0'><channel><title>{title}</title>"
        + string.Concat(items.Select(item => $"<item><title>{item.Title}</title><pubDate>{item.Date}</pubDate></item>"))
        + "</channel></rss>";
}
