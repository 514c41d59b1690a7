using Bot.Polling;
using Bot.Storage;
using Bot.Tests.EndToEnd;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;
using News.Alerts;
using News.Feeds;
using News.Matching;

namespace Bot.Tests.Polling;

/// <summary>What a guest remembers: same bytes, moved feeds, feeds that ended.</summary>
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

    [Theory]
    [InlineData(301)]
    [InlineData(308)]
    public async Task A_move_counts_when_three_polls_in_a_row_say_the_same_and_is_told_once(int status)
    {
        _bot.Site.Redirect("/old", "/new", status).Serve("/new", Wire("1"), etag: "\"1\"");
        await _bot.FollowAsync("/old");
        await _bot.PollAsync();
        await _bot.PollAsync(Minutes);
        Assert.Null((await _bot.FeedAsync()).Memory.MovedTo);
        Assert.Empty(_bot.Notices());

        await _bot.PollAsync(Minutes);
        var (channel, notice) = Assert.Single(_bot.Notices());
        Assert.Equal((PollerUnderTest.Desk, NoticeKind.Change, "/old has moved"), (channel, notice.Kind, notice.Title));
        Assert.Contains(_bot.Url("/new").AbsoluteUri, Assert.Single(notice.Sentences), StringComparison.Ordinal);

        await _bot.PollAsync(Minutes);
        Assert.Equal((3, 4), (_bot.Site.CountOf("/old"), _bot.Site.CountOf("/new")));
        Assert.Equal("\"1\"", _bot.Site.Requests[^1].Header("If-None-Match"));
        Assert.Equal(_bot.Url("/old"), (await _bot.FeedAsync()).Url);
        Assert.Single(_bot.Notices());
    }

    [Fact]
    public async Task A_move_that_is_taken_back_or_is_for_a_while_only_moves_nobody()
    {
        _bot.Site.Serve("/new", Wire("1"));
        await _bot.FollowAsync("/old");
        foreach (var status in (int[])[301, 301, 302, 301, 301])
        {
            _bot.Site.Redirect("/old", "/new", status);
            await _bot.PollAsync(Minutes);
        }

        Assert.Null((await _bot.FeedAsync()).Memory.MovedTo);
        _bot.Site.Serve("/other", Wire("1")).Redirect("/old", "/other", 301);
        await _bot.PollAsync(Minutes);
        Assert.Equal((_bot.Url("/other"), 1), (await _bot.FeedAsync()).Memory.Moving);
    }

    [Fact]
    public async Task A_move_to_a_page_that_is_no_feed_does_not_count()
    {
        _bot.Site.Redirect("/old", "/parked", 301).Serve("/parked", "<!DOCTYPE html><html><p>This domain is for sale", "text/html");
        await _bot.FollowAsync("/old");
        for (var i = 0; i < 5; i++)
            await _bot.PollAsync(Minutes);
        Assert.Equal((null, null), ((await _bot.FeedAsync()).Memory.MovedTo, (await _bot.FeedAsync()).Memory.Moving));
    }

    [Fact]
    public async Task Where_a_feed_has_moved_to_fails_for_a_day_its_own_address_is_tried_again()
    {
        await MoveAsync("/old", "/new");
        _bot.Site.Answer("/new", 404).Serve("/old", Wire("1", "2"));
        await _bot.PollAsync(Minutes);
        await _bot.PollAsync(TimeSpan.FromHours(23));
        Assert.Equal(_bot.Url("/new"), (await _bot.FeedAsync()).Memory.MovedTo);
        await _bot.PollAsync(TimeSpan.FromHours(2));
        Assert.InRange((await _bot.FeedAsync()).DueAt, _bot.Now, _bot.Now.AddMinutes(5.5));

        await _bot.PollAsync(Minutes);
        Assert.Equal("Read: 1 new of 2 items.", await _bot.StatusAsync());
    }

    [Fact]
    public async Task A_move_that_is_found_out_anew_after_an_outage_is_not_told_again()
    {
        await MoveAsync("/old", "/new");
        _bot.Site.Answer("/new", 503);
        await _bot.PollAsync(Minutes);
        await _bot.PollAsync(TimeSpan.FromHours(25));
        Assert.Null((await _bot.FeedAsync()).Memory.MovedTo);

        _bot.Site.Serve("/new", Wire("1"));
        for (var i = 0; i < 4; i++)
            await _bot.PollAsync(TimeSpan.FromHours(1));
        Assert.Equal(_bot.Url("/new"), (await _bot.FeedAsync()).Memory.MovedTo);
        Assert.Single(_bot.Notices(), one => one.Notice.Kind == NoticeKind.Change);

        _bot.Site.Redirect("/new", "/newer", 301).Serve("/newer", Wire("1"));
        for (var i = 0; i < 4; i++)
            await _bot.PollAsync(TimeSpan.FromHours(1));
        Assert.Equal(2, _bot.Notices().Count(one => one.Notice.Kind == NoticeKind.Change));
    }

    [Fact]
    public async Task Where_a_feed_has_moved_to_is_gone_its_own_address_has_the_last_word()
    {
        await MoveAsync("/old", "/new");
        _bot.Site.Answer("/new", 410).Serve("/old", Wire("1"));
        await _bot.PollAsync(Minutes);
        Assert.False((await _bot.FeedAsync()).IsStopped);
        await _bot.PollAsync(Minutes);
        Assert.Equal(0, (await _bot.FeedAsync()).Failures);
    }

    [Fact]
    public async Task A_feed_that_moved_to_where_another_is_becomes_part_of_that_one()
    {
        var server = ScopeKey.Discord("1");
        _bot.Site.Serve("/old", Wire("1", "2")).Serve("/new", Wire("2", "3"));
        await _bot.FollowAsync("/old", scope: server);
        await _bot.FollowAsync("/new");
        await _bot.PollAsync();
        var before = Articles(server);

        _bot.Site.Redirect("/old", "/new", 301);
        for (var i = 0; i < 3; i++)
            await _bot.PollAsync(Minutes);
        var polls = _bot.Site.CountOf("/new");
        await _bot.PollAsync(Minutes);

        Assert.Equal(polls + 1, _bot.Site.CountOf("/new"));
        var feed = await _bot.FeedAsync();
        Assert.Equal(_bot.Url("/new"), feed.Url);
        Assert.Equal([server, ScopeKey.Operator], (await _bot.Feeds.FollowersAsync(feed.Id, default)).OrderBy(scope => scope.Value, StringComparer.Ordinal));
        Assert.Equal(["Story 1", "Story 2"], before);
        Assert.Equal(["Story 1", "Story 2", "Story 3"], Articles(server));
        Assert.Equal("/old has moved", Assert.Single(_bot.Notices()).Notice.Title);

        Assert.Equal(Following.Already, await _bot.FollowAsync("/old", scope: server));
        Assert.Single(await _bot.Feeds.AllAsync(default));
    }

    [Fact]
    public async Task What_only_one_of_two_feeds_has_told_its_followers_is_not_hidden_from_those_of_the_other_by_a_merge()
    {
        var begun = _bot.Now;
        var server = ScopeKey.Discord("1");
        var (there, here) = (ChannelAddress.Slack("C0THERE"), ChannelAddress.Slack("C0HERE"));
        await _bot.Get<WatchlistStore>().AddAsync(server, "there", "Story", Severity.Normal, there, atHome: false, "test", _bot.Now, default);
        await _bot.Get<WatchlistStore>().AddAsync(ScopeKey.Operator, "here", "Story", Severity.Normal, here, atHome: false, "test", _bot.Now, default);
        _bot.Site.Serve("/old", Fresh()).Serve("/new", Fresh());
        await _bot.FollowAsync("/old", scope: server);
        await _bot.FollowAsync("/new");
        await _bot.PollAsync();
        var (old, @new) = (await OfAsync("/old"), await OfAsync("/new"));

        // The old one's poll has fetched, and before it ends the new one's brings a story; then that is so the other way round.
        await TakeAsync(@new, "only the new one's");
        await MoveRecordedAsync(begun);
        Assert.Equal(2, (await _bot.Feeds.AllAsync(default)).Count);
        _bot.Site.Serve("/new", Fresh("only the new one's"));
        await TakeAsync(old, "only the new one's", "only the old one's");
        await MoveRecordedAsync(_bot.Now.AddMilliseconds(1));
        await _bot.FeedAsync();

        _bot.Site.Serve("/new", Fresh("only the new one's", "only the old one's"));
        await _bot.PollAsync(Minutes);
        Assert.Equal(["only the new one's", "only the old one's"], Told(there));
        Assert.Equal(["only the new one's", "only the old one's"], Told(here));

        async Task<DueFeed> OfAsync(string path) => Assert.Single(await _bot.Feeds.AllAsync(default), feed => feed.Url == _bot.Url(path));
        string Fresh(params string[] stories) =>
            Rss.Feed([.. stories.Select(story => Rss.Item(story, $"Story: {story}", published: begun)), Rss.Item("0", "An old one")]);
        async Task TakeAsync(DueFeed feed, params string[] stories)
        {
            var parsed = Assert.IsType<FeedReading.Read>(FeedParser.Parse(System.Text.Encoding.UTF8.GetBytes(Fresh(stories)), null, feed.Url)).Feed;
            await _bot.Get<NewsPipeline>().ProcessAsync(feed, parsed, _bot.Now, TimeSpan.FromDays(3), default);
        }

        Task MoveRecordedAsync(DateTimeOffset begun)
        {
            var third = old with { Memory = old.Memory with { Moving = (_bot.Url("/new"), 2) } };
            var moved = FeedVisit.Good("Nothing new.", new FetchOutcome.NotModified { MovedTo = _bot.Url("/new") });
            return _bot.Feeds.RecordPollAsync(old.Id, PollBook.Entry(new PollingOptions(), third, moved, begun, _bot.Now, roll: 0));
        }

        List<string> Told(ChannelAddress channel)
        {
            using var connection = _bot.Get<Database>().Open();
            return
            [
                .. Dapper.SqlMapper.Query<string>(
                    connection,
                    "SELECT s.headline FROM outbox o JOIN stories s ON s.id = o.story_id WHERE o.channel = @channel", new { channel = channel.ToString() })
                    .Select(headline => headline.Replace("Story: ", "", StringComparison.Ordinal)).Order(StringComparer.Ordinal),
            ];
        }
    }

    [Fact]
    public async Task A_feed_that_fails_is_polled_at_once_when_it_gets_the_followers_of_another()
    {
        _bot.Site.Serve("/old", Wire("1")).Serve("/new", Wire("1"));
        await _bot.FollowAsync("/old", scope: ScopeKey.Discord("1"));
        await _bot.FollowAsync("/new");
        await _bot.PollAsync();
        var (old, other) = (await OfAsync("/old"), await OfAsync("/new"));
        _bot.Clock.Advance(Minutes);
        await RecordAsync(other, FeedVisit.Bad("HTTP 500", null), PollMemory.None with { LastGood = _bot.Now });
        Assert.True((await OfAsync("/new")).DueAt > _bot.Now);

        var moved = FeedVisit.Good("Nothing new.", new FetchOutcome.NotModified { MovedTo = _bot.Url("/new") }) with { IsTheLast = true };
        await RecordAsync(old, moved, old.Memory with { Moving = (_bot.Url("/new"), 2) });

        Assert.Equal((other.Id, _bot.Now), ((await _bot.FeedAsync()).Id, (await _bot.FeedAsync()).DueAt));
        using var connection = _bot.Get<Database>().Open();
        Assert.Null(Dapper.SqlMapper.ExecuteScalar<long?>(connection, "SELECT stopped FROM feeds WHERE id = @id", new { id = old.Id.Value }));

        async Task<DueFeed> OfAsync(string path) => Assert.Single(await _bot.Feeds.AllAsync(default), feed => feed.Url == _bot.Url(path));
        Task RecordAsync(DueFeed feed, FeedVisit visit, PollMemory memory) => _bot.Feeds.RecordPollAsync(
            feed.Id, PollBook.Entry(new PollingOptions(), feed with { Memory = memory }, visit, _bot.Now.AddMilliseconds(1), _bot.Now, roll: 0));
    }

    [Fact]
    public async Task Of_two_entries_of_the_settings_for_one_feed_the_last_one_names_it_at_every_start()
    {
        await _bot.FollowAsync("/rss", scope: ScopeKey.Discord("1"));
        var settings = new OperatorSettings { Feeds = [.. ((string[])["One", "Other"]).Select(name => new FeedSetting { Url = _bot.Url("/rss").AbsoluteUri, Name = name })] };
        for (var start = 0; start < 3; start++)
        {
            await _bot.Get<Database>().WriteAsync(
                connection => FeedStore.FollowFromSettings(
                    connection, ScopeKey.Operator, [.. settings.Feeds.Select(feed => (new Uri(feed.Url), feed.Name, (string?)null))], "settings", _bot.Now), default);
            Assert.Equal("Other", Assert.Single(await _bot.Feeds.ListAsync([ScopeKey.Operator], default)).Name);
        }
    }

    [Fact]
    public async Task A_feed_that_is_fetched_with_a_password_is_shared_with_nobody_who_does_not_know_it()
    {
        var secret = new Uri($"http://user:word@127.0.0.1:{_bot.Site.Port}/old");
        await _bot.Feeds.FollowAsync(ScopeKey.Operator, secret, "Paid wire", null, "settings", _bot.Now, default);
        _bot.Site.Redirect("/old", "/new", 301).Serve("/new", Wire("1"));
        for (var i = 0; i < 4; i++)
            await _bot.PollAsync(Minutes);
        Assert.Equal(_bot.Url("/new"), (await _bot.FeedAsync()).Memory.MovedTo);
        Assert.Equal("Basic dXNlcjp3b3Jk", _bot.Site.Requests[^1].Header("Authorization"));

        await _bot.FollowAsync("/new", scope: ScopeKey.Discord("1"));
        Assert.Equal(2, (await _bot.Feeds.AllAsync(default)).Count);
        Assert.Single(await _bot.Feeds.ListAsync([ScopeKey.Discord("1")], default));
    }

    [Fact]
    public async Task The_settings_file_may_name_a_moved_feed_by_either_address()
    {
        await SettingsNameAsync("/old");
        _bot.Site.Redirect("/old", "/new", 301).Serve("/new", Wire("1"));
        for (var i = 0; i < 3; i++)
            await _bot.PollAsync(Minutes);
        var moved = await _bot.FeedAsync();

        foreach (var path in (string[])["/old", "/new", "/old"])
        {
            await SettingsNameAsync(path);
            var feed = await _bot.FeedAsync();
            Assert.Equal((moved.Id, true, _bot.Url("/new")), (feed.Id, feed.Primed, feed.Memory.MovedTo));
        }
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
    public async Task A_feed_that_became_part_of_one_that_nobody_follows_any_more_starts_anew()
    {
        _bot.Site.Serve("/new", Wire("1"));
        await _bot.FollowAsync("/new");
        await MoveAsync("/old", "/new", merges: true);
        await _bot.Feeds.UnfollowAsync(ScopeKey.Operator, (await _bot.FeedAsync()).Id, default);

        await _bot.FollowAsync("/old");
        var feed = await _bot.FeedAsync();
        Assert.Equal((_bot.Url("/old"), false, null, PollMemory.None), (feed.Url, feed.Primed, feed.ETag, feed.Memory));
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
    public async Task A_poll_that_ends_after_its_feed_was_given_up_makes_it_part_of_no_other()
    {
        await _bot.FollowAsync("/new", scope: ScopeKey.Discord("1"));
        await _bot.FollowAsync("/old");
        var feed = Assert.Single(await _bot.Feeds.AllAsync(default), feed => feed.Url == _bot.Url("/old"));
        await _bot.Feeds.UnfollowAsync(ScopeKey.Operator, feed.Id, default);
        var moved = FeedVisit.Good("Nothing new.", new FetchOutcome.NotModified { MovedTo = _bot.Url("/new") });
        var third = feed with { Memory = feed.Memory with { Moving = (_bot.Url("/new"), 2) } };
        await _bot.Feeds.RecordPollAsync(feed.Id, PollBook.Entry(new PollingOptions(), third, moved, _bot.Now, _bot.Now, roll: 0));

        await _bot.FollowAsync("/old");
        Assert.Single(await _bot.Feeds.ListAsync([ScopeKey.Operator], default), one => one.Url == _bot.Url("/old"));
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

    private async Task MoveAsync(string from, string to, bool merges = false)
    {
        _bot.Site.Redirect(from, to, 301).Serve(to, Wire("1"));
        await _bot.FollowAsync(from);
        for (var i = 0; i < 3; i++)
            await _bot.PollAsync(Minutes);
        Assert.Equal(merges ? null : _bot.Url(to), (await _bot.FeedAsync()).Memory.MovedTo);
    }

    private Task SettingsNameAsync(params string[] paths)
    {
        var settings = new OperatorSettings { Feeds = [.. paths.Select(path => new FeedSetting { Url = _bot.Url(path).AbsoluteUri })] };
        return new OperatorBook(_bot.Get<Database>(), _bot.Get<WatchlistStore>(), Options.Create(settings), _bot.Clock).SyncAsync(default);
    }

    private List<string> Articles(ScopeKey scope) =>
        [.. _bot.Get<NewsStore>().Newest([scope], DateTimeOffset.UnixEpoch).Select(stored => stored.Article.Title).Order(StringComparer.Ordinal)];
}
