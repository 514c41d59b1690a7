using Bot.Polling;
using Bot.Storage;
using Bot.Tests.EndToEnd;
using Microsoft.Extensions.Options;
using News.Alerts;
using News.Feeds;
using News.Matching;

namespace Bot.Tests.Polling;

/// <summary>Feeds that moved, and what becomes of them where another feed is already.</summary>
public sealed class MovedFeedsTests : IAsyncLifetime
{
    private static readonly TimeSpan Minutes = TimeSpan.FromMinutes(5);

    private PollerUnderTest _bot = null!;

    public async Task InitializeAsync() => _bot = await PollerUnderTest.OpenAsync();

    public async Task DisposeAsync() => await _bot.DisposeAsync();

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
        await TakeAsync(@new, "Basra opens a harbour");
        await MoveRecordedAsync(begun);
        Assert.Equal(2, (await _bot.Feeds.AllAsync(default)).Count);
        _bot.Site.Serve("/new", Fresh("Basra opens a harbour"));
        await TakeAsync(old, "Basra opens a harbour", "Kirkuk bakers count sacks");
        await MoveRecordedAsync(_bot.Now.AddMilliseconds(1));
        await _bot.FeedAsync();

        _bot.Site.Serve("/new", Fresh("Basra opens a harbour", "Kirkuk bakers count sacks"));
        await _bot.PollAsync(Minutes);
        Assert.Equal(["Basra opens a harbour", "Kirkuk bakers count sacks"], Told(there));
        Assert.Equal(["Basra opens a harbour", "Kirkuk bakers count sacks"], Told(here));

        async Task<DueFeed> OfAsync(string path) => Assert.Single(await _bot.Feeds.AllAsync(default), feed => feed.Url == _bot.Url(path));
        string Fresh(params string[] stories) =>
            Rss.Feed([.. stories.Select(story => Rss.Item(story, $"Story: {story}", Rss.OwnText(story), published: begun)), Rss.Item("0", "An old one")]);
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
    }

    [Fact]
    public async Task What_a_feed_brought_from_its_old_address_is_told_to_the_others_followers_once_theirs_has_it()
    {
        var begun = _bot.Now;
        var server = ScopeKey.Discord("1");
        var (there, here) = (ChannelAddress.Slack("C0THERE"), ChannelAddress.Slack("C0HERE"));
        await _bot.Get<WatchlistStore>().AddAsync(server, "there", "Story", Severity.Normal, there, atHome: false, "test", begun, default);
        await _bot.Get<WatchlistStore>().AddAsync(ScopeKey.Operator, "here", "Story", Severity.Normal, here, atHome: false, "test", begun, default);
        var (before, after) = (Rss.Feed(Rss.Item("0", "An old one")), Rss.Feed(Rss.Item("1", "Story: a new one", Rss.OwnText("new"), published: begun), Rss.Item("0", "An old one")));
        _bot.Site.Serve("/old", before).Serve("/new", before);
        await _bot.FollowAsync("/old", scope: server);
        await _bot.FollowAsync("/new");
        await _bot.PollAsync();

        // The new address is a copy that lags behind.
        _bot.Site.Serve("/old", after);
        await _bot.PollAsync(Minutes);
        _bot.Site.Redirect("/old", "/new", 301);
        for (var i = 0; i < 4; i++)
            await _bot.PollAsync(Minutes);
        await _bot.FeedAsync();
        Assert.Equal(["a new one"], Told(there));
        Assert.Empty(Told(here));

        _bot.Site.Serve("/new", after);
        await _bot.PollAsync(Minutes);
        Assert.Equal(["a new one"], Told(there));
        Assert.Equal(["a new one"], Told(here));
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

    private static string Wire(params string[] stories) =>
        Rss.Feed([.. stories.Select(story => Rss.Item(story, $"Story {story}", published: new DateTimeOffset(2025, 1, 15, 0, 0, 0, TimeSpan.Zero)))]);

    private List<string> Told(ChannelAddress channel)
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
