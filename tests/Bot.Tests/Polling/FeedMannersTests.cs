using Bot.Polling;
using Bot.Storage;
using Bot.Tests.EndToEnd;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;
using News.Alerts;
using News.Feeds;

namespace Bot.Tests.Polling;

/// <summary>What a guest remembers: same bytes, a timetable, feeds that ended.</summary>
public sealed class FeedMannersTests : IAsyncLifetime
{
    private static readonly TimeSpan Minutes = TimeSpan.FromMinutes(5);

    private PollerUnderTest _bot = null!;

    public async Task InitializeAsync() => _bot = await PollerUnderTest.OpenAsync();

    public async Task DisposeAsync() => await _bot.DisposeAsync();

    [Fact]
    public async Task The_same_bytes_behind_another_validator_are_not_read_again()
    {
        _bot.Site.Serve("/rss", Wire("1"), etag: "\"1\"");
        await _bot.FollowAsync("/rss");
        await _bot.PollAsync();
        _bot.Site.Serve("/rss", Wire("1"), etag: "\"2\"");
        await _bot.PollAsync(Minutes);
        Assert.Equal("Nothing new since the last poll (the same bytes).", await _bot.StatusAsync());
        Assert.Equal("\"2\"", (await _bot.FeedAsync()).ETag);

        _bot.Site.Serve("/rss", Wire("1", "2"), etag: "\"3\"");
        await _bot.PollAsync(Minutes);
        Assert.Equal("Read: 1 new of 2 items.", await _bot.StatusAsync());
    }

    [Fact]
    public async Task The_same_bytes_at_another_address_are_another_feed()
    {
        _bot.Site.Serve("/a", Wire("1")).Serve("/b", Wire("1")).Redirect("/rss", "/a");
        await _bot.FollowAsync("/rss");
        await _bot.PollAsync();
        _bot.Site.Redirect("/rss", "/b");
        await _bot.PollAsync(Minutes);
        Assert.Equal("Read: 0 new of 1 items.", await _bot.StatusAsync());
    }

    [Fact]
    public async Task What_is_not_saved_is_not_remembered_by_its_bytes()
    {
        _bot.Site.Serve("/rss", Wire("1"));
        await _bot.FollowAsync("/rss");
        var feed = await _bot.FeedAsync();
        var failed = PollBook.Entry(new PollingOptions(), feed, FeedVisit.Bad("the disk is full", null), _bot.Now, _bot.Now, roll: 0);
        await _bot.Feeds.RecordPollAsync(feed.Id, failed);
        await _bot.PollAsync();
        Assert.Equal("Read: 1 new of 1 items.", await _bot.StatusAsync());
    }

    [Fact]
    public async Task A_server_that_says_not_modified_for_over_a_week_is_asked_once_without_validators()
    {
        _bot.Site.Serve("/rss", Wire("1"), etag: "\"stuck\"");
        await _bot.FollowAsync("/rss");
        await _bot.PollAsync();
        await _bot.PollAsync(Minutes);
        var since = _bot.Now;
        _bot.Site.Serve("/rss", Wire("1", "2"), etag: "\"stuck\"");

        await _bot.PollAsync(TimeSpan.FromDays(7));
        Assert.Equal(since, (await _bot.FeedAsync()).Memory.UnchangedSince);
        await _bot.PollAsync(Minutes);
        Assert.Equal("Read: 1 new of 2 items.", await _bot.StatusAsync());
        await _bot.PollAsync(Minutes);

        Assert.Equal([null, "\"stuck\"", "\"stuck\"", null, "\"stuck\""], _bot.Site.Requests.Select(request => request.Header("If-None-Match")));
        Assert.Equal(_bot.Now, (await _bot.FeedAsync()).Memory.UnchangedSince);
    }

    [Fact]
    public async Task A_feed_that_is_gone_is_stopped_told_once_and_started_again_by_adding_it()
    {
        _bot.Site.Serve("/rss", Wire("1"));
        await _bot.FollowAsync("/rss");
        await _bot.PollAsync();
        _bot.Site.Answer("/rss", 410);
        await _bot.PollAsync(Minutes);

        var (channel, notice) = Assert.Single(_bot.Notices());
        Assert.Equal((PollerUnderTest.Desk, NoticeKind.Trouble, "/rss has ended"), (channel, notice.Kind, notice.Title));
        Assert.StartsWith("The site says that this feed is gone for good (HTTP 410). It is not polled any more.", notice.Sentences[0], StringComparison.Ordinal);
        _bot.Clock.Advance(TimeSpan.FromDays(400));
        _bot.Restart();
        Assert.Empty(await _bot.DueAsync());
        Assert.Equal(new PollRound(0, 0), await _bot.PollAsync());
        Assert.Null(Assert.Single(await _bot.Feeds.ListAsync([ScopeKey.Operator], default)).NextPoll);

        _bot.Site.Serve("/rss", Wire("1", "2"));
        Assert.Equal(Following.Again, await _bot.FollowAsync("/rss"));
        Assert.Single(await _bot.DueAsync());
        await _bot.PollAsync();
        Assert.Equal("Read: 1 new of 2 items.", await _bot.StatusAsync());
        Assert.Single(_bot.Notices());
    }

    [Fact]
    public async Task A_start_does_not_wake_a_feed_of_the_settings_file_that_is_gone()
    {
        await SettingsNameAsync("/rss");
        _bot.Site.Answer("/rss", 410);
        await _bot.PollAsync();
        await SettingsNameAsync("/rss");
        Assert.True((await _bot.FeedAsync()).IsStopped);
    }

    [Fact]
    public async Task A_feed_that_calls_itself_finished_is_read_to_its_end_and_stopped()
    {
        const string Last = """{"version":"https://jsonfeed.org/version/1.1","title":"Example","expired":true,"items":[{"id":"1","title":"The last story"}]}""";
        _bot.Site.Serve("/json", Last, "application/feed+json");
        await _bot.FollowAsync("/json");
        await _bot.PollAsync();

        Assert.Equal("The feed says that it is finished. Read: 1 new of 1 items.", await _bot.StatusAsync());
        Assert.Equal((true, 0), ((await _bot.FeedAsync()).IsStopped, (await _bot.FeedAsync()).Failures));
        Assert.Equal("/json has ended", Assert.Single(_bot.Notices()).Notice.Title);
    }

    [Fact]
    public async Task A_feed_s_own_timetable_is_kept_by_polls_that_bring_nothing()
    {
        var feed = Rss.Feed(Rss.Item("1", "Story 1")).Replace("<channel>", "<channel><ttl>40</ttl>", StringComparison.Ordinal);
        _bot.Site.Serve("/rss", feed, etag: "\"1\"");
        await _bot.FollowAsync("/rss");
        for (var i = 0; i < 2; i++)
        {
            await _bot.PollAsync(Minutes);
            Assert.Equal("the feed asks to be kept for 40 minutes (ttl)", await ReasonAsync());
            Assert.InRange((await _bot.FeedAsync()).DueAt, _bot.Now.AddMinutes(40), _bot.Now.AddMinutes(44));
        }
    }

    [Fact]
    public async Task What_a_server_calls_fresh_is_not_asked_for_before()
    {
        _bot.Site.On("/rss", context =>
        {
            context.Response.Headers.CacheControl = "max-age=1800";
            return context.Response.WriteAsync(Wire("1"));
        });
        await _bot.FollowAsync("/rss");
        await _bot.PollAsync();
        Assert.InRange((await _bot.FeedAsync()).DueAt, _bot.Now.AddMinutes(30), _bot.Now.AddMinutes(33));
        Assert.Equal("the server calls its answer fresh for 30 minutes", await ReasonAsync());
    }

    [Fact]
    public async Task The_rhythm_of_a_feed_lasts_through_polls_that_bring_nothing()
    {
        var items = Enumerable.Range(0, 10).Select(i => Rss.Item($"{i}", $"Story {i}", published: _bot.Now.AddMinutes(-4 * i))).ToArray();
        _bot.Site.Serve("/rss", Rss.Feed(items), etag: "\"1\"");
        await _bot.FollowAsync("/rss");
        await _bot.PollAsync();
        Assert.Equal("something new comes about every 4 minutes", await ReasonAsync());
        await _bot.PollAsync(TimeSpan.FromMinutes(2));
        Assert.Equal("something new comes about every 4 minutes", await ReasonAsync());
        Assert.InRange((await _bot.FeedAsync()).DueAt, _bot.Now.AddMinutes(1), _bot.Now.AddMinutes(2.2)); // the first wait was drawn, and may have been over

        await _bot.PollAsync(TimeSpan.FromHours(1));
        Assert.Equal("every 5 minutes, as set", await ReasonAsync());
    }

    [Fact]
    public async Task What_a_poll_leaves_behind_is_there_at_the_next()
    {
        await _bot.FollowAsync("/rss");
        var feed = await _bot.FeedAsync();
        var memory = new PollMemory
        {
            FailingSince = _bot.Now.AddHours(-1),
            LastGood = _bot.Now.AddHours(-2),
            LastNew = _bot.Now.AddHours(-3),
            Gaps = (TimeSpan.FromMinutes(3), TimeSpan.FromMinutes(30)),
            ContentHash = "AB",
            UnchangedSince = _bot.Now.AddDays(-1),
            MovedTo = _bot.Url("/new"),
            Moving = (_bot.Url("/newer"), 2),
        };
        var timetable = new FeedTimetable
        {
            TimeToLive = TimeSpan.FromMinutes(15),
            UpdatePeriod = TimeSpan.FromHours(1),
            SkipHours = [0, 23],
            SkipDays = [DayOfWeek.Sunday, DayOfWeek.Saturday],
        };
        await _bot.Feeds.RecordPollAsync(feed.Id, new PollRecord(
            _bot.Now, _bot.Now.AddMinutes(7), "a reason", "A status.", Failed: true, "e", "l", _bot.Url("/v"), Primed: true, memory with { Timetable = timetable })
        {
            Begun = _bot.Now,
        });

        feed = await _bot.FeedAsync();
        Assert.Equal((_bot.Now.AddMinutes(7), "e", "l", _bot.Url("/v"), 1, true), (feed.DueAt, feed.ETag, feed.LastModified, feed.ValidatorsFrom, feed.Failures, feed.Primed));
        Assert.Equal(memory, feed.Memory with { Timetable = FeedTimetable.Silent });
        Assert.Equal((timetable.TimeToLive, timetable.UpdatePeriod), (feed.Memory.Timetable.TimeToLive, feed.Memory.Timetable.UpdatePeriod));
        Assert.Equal([0, 23], feed.Memory.Timetable.SkipHours.AsEnumerable());
        Assert.Equal([DayOfWeek.Sunday, DayOfWeek.Saturday], feed.Memory.Timetable.SkipDays.AsEnumerable());
    }

    [Fact]
    public async Task A_feed_that_nobody_follows_is_not_fetched_and_starts_anew_when_somebody_does()
    {
        _bot.Site.Answer("/rss", 500);
        await _bot.FollowAsync("/rss");
        await _bot.PollAsync();
        await _bot.PollAsync(Minutes);
        await _bot.Feeds.UnfollowAsync(ScopeKey.Operator, (await _bot.FeedAsync()).Id, default);
        _bot.Clock.Advance(TimeSpan.FromDays(2));
        Assert.Empty(await _bot.DueAsync());

        await _bot.FollowAsync("/rss");
        var feed = Assert.Single(await _bot.DueAsync());
        Assert.Equal((0, false, PollMemory.None), (feed.Failures, feed.Primed, feed.Memory));
    }

    [Fact]
    public async Task A_poll_that_ends_after_its_feed_was_given_up_leaves_nothing()
    {
        await _bot.FollowAsync("/rss");
        var feed = await _bot.FeedAsync();
        await _bot.Feeds.UnfollowAsync(ScopeKey.Operator, feed.Id, default);
        var late = FeedVisit.Good("Read.", new FetchOutcome.NotModified()) with { Read = new Feed { Format = FeedFormat.Rss } };
        await _bot.Feeds.RecordPollAsync(feed.Id, PollBook.Entry(new PollingOptions(), feed, late, _bot.Now, _bot.Now, roll: 0));

        await _bot.FollowAsync("/rss");
        Assert.False((await _bot.FeedAsync()).Primed);
    }

    [Fact]
    public async Task A_feed_that_is_wanted_while_its_poll_is_under_way_is_polled_again_soon()
    {
        var read = FeedVisit.Good("Read.", new FetchOutcome.NotModified()) with { Read = new Feed { Format = FeedFormat.Rss }, ContentHash = "AB" };
        var unchanged = FeedVisit.Good("Nothing new.", new FetchOutcome.NotModified());
        await _bot.FollowAsync("/rss");
        foreach (var visit in (FeedVisit[])[read, unchanged])
        {
            var begun = _bot.Now; // in the same millisecond
            await _bot.Feeds.PollSoonAsync((await _bot.FeedAsync()).Id, _bot.Now, TimeSpan.FromMinutes(1), default);
            _bot.Clock.Advance(TimeSpan.FromSeconds(1));
            Assert.Equal(visit == unchanged, (await RecordAsync(visit, begun)).ChangesTimesOnly);
            Assert.Equal(_bot.Now.AddMinutes(1), (await _bot.FeedAsync()).DueAt);

            _bot.Clock.Advance(TimeSpan.FromMinutes(1));
            await RecordAsync(visit, _bot.Now);
            Assert.True((await _bot.FeedAsync()).DueAt > _bot.Now.AddMinutes(1));
        }

        async Task<PollRecord> RecordAsync(FeedVisit visit, DateTimeOffset begun)
        {
            var feed = await _bot.FeedAsync() with { HubDelivers = true };
            var record = PollBook.Entry(new PollingOptions { MinimumInterval = TimeSpan.FromMinutes(1) }, feed, visit, begun, _bot.Now, roll: 0.5);
            await _bot.Feeds.RecordPollAsync(feed.Id, record);
            return record;
        }
    }

    [Fact]
    public async Task Many_feeds_of_a_settings_file_have_their_first_polls_one_after_the_other()
    {
        await SettingsNameAsync([.. Enumerable.Range(0, 500).Select(i => $"/feed{i}")]);
        var due = (await _bot.Feeds.AllAsync(default)).Select(feed => feed.DueAt).ToList();
        Assert.Equal((_bot.Now, _bot.Now.AddSeconds(9.98), 500), (due.Min(), due.Max(), due.Distinct().Count()));
    }

    private async Task<string?> ReasonAsync() => (await _bot.Feeds.FileAsync((await _bot.FeedAsync()).Id, [ScopeKey.Operator], default))?.Reason;

    private static string Wire(params string[] stories) =>
        Rss.Feed([.. stories.Select(story => Rss.Item(story, $"Story {story}", published: new DateTimeOffset(2025, 1, 15, 0, 0, 0, TimeSpan.Zero)))]);

    private Task SettingsNameAsync(params string[] paths)
    {
        var settings = new OperatorSettings { Feeds = [.. paths.Select(path => new FeedSetting { Url = _bot.Url(path).AbsoluteUri })] };
        return new OperatorBook(_bot.Get<Database>(), _bot.Get<WatchlistStore>(), Options.Create(settings), _bot.Clock).SyncAsync(default);
    }
}
