using System.Net;
using Bot.Polling;
using Bot.Storage;
using Bot.Tests.Fakes;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace Bot.Tests.Polling;

public sealed class FeedPollerTests : IAsyncLifetime, IDisposable
{
    private const string Rss = "<rss version='2.0'><channel><title>Example</title></channel></rss>";

    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2025, 1, 15, 12, 0, 0, TimeSpan.Zero));
    private readonly string _folder = Directory.CreateTempSubdirectory("news-bot-test-").FullName;
    private readonly Dictionary<string, string?> _settings = new() { ["Polling:AllowedNetworks:0"] = "127.0.0.0/8", ["Polling:MaxBodyBytes"] = "100000" };
    private ServiceProvider? _bot;
    private FakeFeedSite _site = null!;

    private FeedPoller Poller => Bot.GetRequiredService<FeedPoller>();

    private FeedStore Feeds => Bot.GetRequiredService<FeedStore>();

    private ServiceProvider Bot => _bot ??= Start();

    public async Task InitializeAsync() => _site = await FakeFeedSite.StartAsync();

    public async Task DisposeAsync() => await _site.DisposeAsync();

    public void Dispose()
    {
        _bot?.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task A_good_poll_leaves_its_validators_and_the_time_of_the_next()
    {
        _site.Serve("/rss", Rss, etag: "W/\"1\"");
        await FollowAsync("/rss");
        Assert.Equal(new PollRound(1, 0), await Poller.PollAllOnceAsync(null, default));

        var feed = Assert.Single(await Feeds.AllAsync(default));
        Assert.Equal(("W/\"1\"", true, 0), (feed.ETag, feed.Primed, feed.Failures));
        Assert.Equal(_clock.GetUtcNow().AddMinutes(5), await Feeds.NextDueAsync(default));
    }

    [Fact]
    public async Task Every_kind_of_bad_feed_ends_in_one_clear_sentence_and_the_healthy_one_goes_on()
    {
        _site.Serve("/good", Rss)
            .Answer("/missing", 404)
            .Answer("/gone", 410)
            .Serve("/page", "<!DOCTYPE html><p>Hello", "text/html")
            .NeverEnd("/endless")
            .Drop("/dropped")
            .Redirect("/metadata", "http://169.254.169.254/latest/meta-data/");
        foreach (var path in (string[])["/missing", "/gone", "/page", "/endless", "/dropped", "/metadata", "/good"])
            await FollowAsync(path);

        Assert.Equal(new PollRound(7, 6), await Poller.PollAllOnceAsync(null, default));
        var status = (await Feeds.ListAsync([ScopeKey.Operator], default)).ToDictionary(feed => feed.Name, feed => feed.Status);
        Assert.Equal("HTTP 404 Not Found.", status["/missing"]);
        Assert.Equal("The site says that this feed is gone for good (HTTP 410).", status["/gone"]);
        Assert.Contains("HTML", status["/page"], StringComparison.Ordinal);
        Assert.Equal("Larger than 100000 bytes (Polling:MaxBodyBytes).", status["/endless"]);
        Assert.Equal("127.0.0.1 closed the connection before its answer was complete.", status["/dropped"]);
        Assert.StartsWith("Refused: 169.254.169.254 is a cloud metadata address", status["/metadata"], StringComparison.Ordinal);
        Assert.StartsWith("Read: ", status["/good"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_bad_answer_does_not_replace_the_validators_of_the_last_good_one()
    {
        _site.Serve("/rss", Rss, etag: "\"good\"");
        await FollowAsync("/rss");
        await Poller.PollAllOnceAsync(null, default);

        _site.Serve("/rss", "<!DOCTYPE html><p>Down for repairs", "text/html", etag: "\"repairs\"");
        await Poller.PollAllOnceAsync(null, default);
        var feed = Assert.Single(await Feeds.AllAsync(default));
        Assert.Equal(("\"good\"", 1, true), (feed.ETag, feed.Failures, feed.Primed));
    }

    [Fact]
    public async Task A_feed_that_fails_at_first_is_still_new_when_it_is_read()
    {
        _site.Answer("/rss", 500);
        await FollowAsync("/rss");
        await Poller.PollAllOnceAsync(null, default);
        Assert.False(Assert.Single(await Feeds.AllAsync(default)).Primed);

        _site.Serve("/rss", Rss);
        await Poller.PollAllOnceAsync(null, default);
        var feed = Assert.Single(await Feeds.AllAsync(default));
        Assert.Equal((true, 0), (feed.Primed, feed.Failures));
    }

    [Fact]
    public async Task A_server_that_asks_to_wait_is_left_alone_for_so_long()
    {
        _site.Answer("/rss", 429, "Retry-After: 7200");
        await FollowAsync("/rss");
        await Poller.PollAllOnceAsync(null, default);
        Assert.Equal(_clock.GetUtcNow().AddHours(2), await Feeds.NextDueAsync(default));
    }

    [Fact]
    public async Task Validators_of_a_redirected_answer_go_to_the_address_that_gave_them_and_to_no_other()
    {
        _site.Redirect("/old", "/new").Serve("/new", Rss, etag: "\"1\"");
        await FollowAsync("/old");
        await Poller.PollAllOnceAsync(null, default);
        await Poller.PollAllOnceAsync(null, default);
        Assert.Equal("Nothing new since the last poll.", Assert.Single(await Feeds.ListAsync([ScopeKey.Operator], default)).Status);
        Assert.All(_site.Requests.Where(request => request.Path == "/old"), request => Assert.Null(request.Header("If-None-Match")));

        _site.Redirect("/old", "/newer").Serve("/newer", Rss, etag: "\"1\"");
        await Poller.PollAllOnceAsync(null, default);
        Assert.Null(Assert.Single(_site.Requests, request => request.Path == "/newer").Header("If-None-Match"));
    }

    [Fact]
    public async Task A_feed_is_polled_when_it_is_due_and_a_restart_polls_nothing_early()
    {
        _site.Serve("/rss", Rss);
        await FollowAsync("/rss");
        await RunAsync(async () => await UntilAsync(async () => (await Feeds.AllAsync(default))[0].Primed, advance: TimeSpan.Zero));

        Restart();
        await RunAsync(async () =>
        {
            // To the last second before the interval is over, in the poller's own steps.
            for (var second = 0; second < 299; second++)
                _clock.Advance(TimeSpan.FromSeconds(1));
            Assert.Equal(1, _site.CountOf("/rss"));
            await UntilAsync(() => Task.FromResult(_site.CountOf("/rss") == 2), advance: TimeSpan.FromSeconds(1));
        });
    }

    [Fact]
    public async Task A_feed_that_is_added_while_the_bot_runs_is_polled_within_seconds()
    {
        _site.Serve("/rss", Rss);
        await RunAsync(async () =>
        {
            await FollowAsync("/rss");
            await UntilAsync(() => Task.FromResult(_site.CountOf("/rss") == 1), advance: TimeSpan.FromSeconds(1));
        });
    }

    [Fact]
    public async Task A_host_that_hangs_takes_no_place_from_the_others()
    {
        _settings["Polling:Concurrency"] = "2";
        _settings["Polling:PerHost"] = "1";
        _settings["Polling:Timeout"] = "00:10:00";
        for (var i = 0; i < 20; i++)
        {
            _site.Hang($"/slow{i}");
            await FollowAsync($"/slow{i}", "slow.test");
        }

        for (var i = 0; i < 20; i++)
        {
            _site.Serve($"/fast{i}", Rss);
            await FollowAsync($"/fast{i}", "fast.test");
        }

        await RunAsync(async () =>
        {
            await UntilAsync(async () => (await Feeds.AllAsync(default)).Count(feed => feed.Primed) == 20, advance: TimeSpan.FromSeconds(1));
            Assert.Equal(1, _site.Requests.Count(request => request.Path.StartsWith("/slow", StringComparison.Ordinal)));
        });
    }

    private ServiceProvider Start()
    {
        _settings["Storage:ConnectionString"] = $"Data Source={Path.Combine(_folder, "bot.db")}";
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(_settings).Build();
        var bot = new ServiceCollection()
            .AddLogging()
            .AddSingleton<TimeProvider>(_clock)
            .AddSingleton<ResolveHost>((host, _) => Task.FromResult<IPAddress[]>(
                [IPAddress.TryParse(host, out var literal) ? literal : IPAddress.Loopback]))
            .AddSingleton<NewsPipeline>()
            .AddStorage(configuration)
            .AddPolling(configuration, live: false)
            .BuildServiceProvider();
        Migrations.Apply(bot.GetRequiredService<Database>());
        return bot;
    }

    private void Restart()
    {
        _bot?.Dispose();
        _bot = null;
    }

    private Task<Following> FollowAsync(string path, string host = "127.0.0.1") => Feeds.FollowAsync(
        ScopeKey.Operator, new Uri($"http://{host}:{_site.Port}{path}"), path, null, "test", _clock.GetUtcNow(), default);

    private async Task RunAsync(Func<Task> meanwhile)
    {
        var poller = Poller;
        await poller.StartAsync(default);
        await meanwhile();
        await poller.StopAsync(default);
    }

    private async Task UntilAsync(Func<Task<bool>> condition, TimeSpan advance)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (!await condition())
        {
            await Task.Delay(TimeSpan.FromMilliseconds(5), patience.Token);
            _clock.Advance(advance);
        }
    }
}
