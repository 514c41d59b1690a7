using Bot.Polling;
using Bot.Storage;

namespace Bot.Tests.Polling;

public sealed class FeedPollerTests : IAsyncLifetime
{
    private const string Rss = "<rss version='2.0'><channel><title>Example</title></channel></rss>";

    private PollerUnderTest _bot = null!;

    public async Task InitializeAsync() => _bot = await PollerUnderTest.OpenAsync();

    public async Task DisposeAsync() => await _bot.DisposeAsync();

    [Fact]
    public async Task A_good_poll_leaves_its_validators_and_the_time_of_the_next()
    {
        _bot.Site.Serve("/rss", Rss, etag: "W/\"1\"");
        await _bot.FollowAsync("/rss");
        Assert.Equal(new PollRound(1, 0), await _bot.Poller.PollAllOnceAsync(null, default));

        var feed = Assert.Single(await _bot.Feeds.AllAsync(default));
        Assert.Equal(("W/\"1\"", true, 0), (feed.ETag, feed.Primed, feed.Failures));
        Assert.InRange((await _bot.Feeds.NextDueAsync(default))!.Value, _bot.Now.AddMinutes(1), _bot.Now.AddMinutes(5.5)); // its first wait is drawn

        await _bot.PollAsync(after: TimeSpan.FromSeconds(1));
        Assert.InRange((await _bot.Feeds.NextDueAsync(default))!.Value, _bot.Now.AddMinutes(5), _bot.Now.AddMinutes(5.5));
    }

    [Fact]
    public async Task Every_kind_of_bad_feed_ends_in_one_clear_sentence_and_the_healthy_one_goes_on()
    {
        _bot.Site.Serve("/good", Rss)
            .Answer("/missing", 404)
            .Answer("/gone", 410)
            .Serve("/page", "<!DOCTYPE html><p>Hello", "text/html")
            .NeverEnd("/endless")
            .Drop("/dropped")
            .Redirect("/metadata", "http://169.254.169.254/latest/meta-data/");
        foreach (var path in (string[])["/missing", "/gone", "/page", "/endless", "/dropped", "/metadata", "/good"])
            await _bot.FollowAsync(path);

        Assert.Equal(new PollRound(7, 6), await _bot.Poller.PollAllOnceAsync(null, default));
        var status = (await _bot.Feeds.ListAsync([ScopeKey.Operator], default)).ToDictionary(feed => feed.Name, feed => feed.Status);
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
        _bot.Site.Serve("/rss", Rss, etag: "\"good\"");
        await _bot.FollowAsync("/rss");
        await _bot.Poller.PollAllOnceAsync(null, default);

        _bot.Site.Serve("/rss", "<!DOCTYPE html><p>Down for repairs", "text/html", etag: "\"repairs\"");
        await _bot.Poller.PollAllOnceAsync(null, default);
        var feed = Assert.Single(await _bot.Feeds.AllAsync(default));
        Assert.Equal(("\"good\"", 1, true), (feed.ETag, feed.Failures, feed.Primed));
    }

    [Fact]
    public async Task A_feed_that_fails_at_first_is_still_new_when_it_is_read()
    {
        _bot.Site.Answer("/rss", 500);
        await _bot.FollowAsync("/rss");
        await _bot.Poller.PollAllOnceAsync(null, default);
        Assert.False(Assert.Single(await _bot.Feeds.AllAsync(default)).Primed);

        _bot.Site.Serve("/rss", Rss);
        await _bot.Poller.PollAllOnceAsync(null, default);
        var feed = Assert.Single(await _bot.Feeds.AllAsync(default));
        Assert.Equal((true, 0), (feed.Primed, feed.Failures));
    }

    [Fact]
    public async Task A_server_that_asks_to_wait_is_left_alone_for_so_long()
    {
        _bot.Site.Answer("/rss", 429, "Retry-After: 7200");
        await _bot.FollowAsync("/rss");
        await _bot.Poller.PollAllOnceAsync(null, default);
        Assert.Equal(_bot.Now.AddHours(2), await _bot.Feeds.NextDueAsync(default));
    }

    [Fact]
    public async Task Validators_of_a_redirected_answer_go_to_the_address_that_gave_them_and_to_no_other()
    {
        _bot.Site.Redirect("/old", "/new").Serve("/new", Rss, etag: "\"1\"");
        await _bot.FollowAsync("/old");
        await _bot.Poller.PollAllOnceAsync(null, default);
        await _bot.Poller.PollAllOnceAsync(null, default);
        Assert.Equal("Nothing new since the last poll.", Assert.Single(await _bot.Feeds.ListAsync([ScopeKey.Operator], default)).Status);
        Assert.All(_bot.Site.Requests.Where(request => request.Path == "/old"), request => Assert.Null(request.Header("If-None-Match")));

        _bot.Site.Redirect("/old", "/newer").Serve("/newer", Rss, etag: "\"1\"");
        await _bot.Poller.PollAllOnceAsync(null, default);
        Assert.Null(Assert.Single(_bot.Site.Requests, request => request.Path == "/newer").Header("If-None-Match"));
    }

    [Fact]
    public async Task A_feed_is_polled_when_it_is_due_and_a_restart_polls_nothing_early()
    {
        _bot.Site.Serve("/rss", Rss);
        await _bot.FollowAsync("/rss");
        await _bot.RunAsync(async () => await _bot.UntilAsync(async () => (await _bot.Feeds.AllAsync(default))[0].Primed, advance: TimeSpan.Zero));
        var due = (int)Math.Ceiling((await _bot.FeedAsync()).DueAt.Subtract(_bot.Now).TotalSeconds);

        _bot.Restart();
        await _bot.RunAsync(async () =>
        {
            // To the last second before the interval is over, in the poller's own steps.
            for (var second = 0; second < due - 1; second++)
                _bot.Clock.Advance(TimeSpan.FromSeconds(1));
            Assert.Equal(1, _bot.Site.CountOf("/rss"));
            await _bot.UntilAsync(() => Task.FromResult(_bot.Site.CountOf("/rss") == 2), advance: TimeSpan.FromSeconds(1));
        });
    }

    [Fact]
    public async Task A_feed_that_is_added_while_the_bot_runs_is_polled_within_seconds()
    {
        _bot.Site.Serve("/rss", Rss);
        await _bot.RunAsync(async () =>
        {
            await _bot.FollowAsync("/rss");
            await _bot.UntilAsync(() => Task.FromResult(_bot.Site.CountOf("/rss") == 1), advance: TimeSpan.FromSeconds(1));
        });
    }

    [Fact]
    public async Task A_host_that_hangs_takes_no_place_from_the_others()
    {
        _bot.Settings["Polling:Concurrency"] = "2";
        _bot.Settings["Polling:PerHost"] = "1";
        _bot.Settings["Polling:Timeout"] = "00:10:00";
        for (var i = 0; i < 20; i++)
        {
            _bot.Site.Hang($"/slow{i}");
            await _bot.FollowAsync($"/slow{i}", "slow.test");
        }

        for (var i = 0; i < 20; i++)
        {
            _bot.Site.Serve($"/fast{i}", Rss);
            await _bot.FollowAsync($"/fast{i}", "fast.test");
        }

        await _bot.RunAsync(async () =>
        {
            // Feeds are looked for every second: a tenth at a time, it takes long until the slow one is given up.
            await _bot.UntilAsync(async () => SlowOnes() > 0 && (await _bot.Feeds.AllAsync(default)).Count(feed => feed.Primed) == 20, advance: TimeSpan.FromSeconds(0.1));
            Assert.Equal(1, SlowOnes());
        });

        int SlowOnes() => _bot.Site.Requests.Count(request => request.Path.StartsWith("/slow", StringComparison.Ordinal));
    }
}
