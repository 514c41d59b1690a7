using Bot.Polling;
using Bot.Storage;
using News.Alerts;
using News.Matching;

namespace Bot.Tests.Polling;

/// <summary>What channels are told about their feeds, and what they are spared.</summary>
public sealed class FeedNoticesTests : IAsyncLifetime
{
    private const string Rss = "<rss version='2.0'><channel><title>Example</title></channel></rss>";

    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    private PollerUnderTest _bot = null!;

    public async Task InitializeAsync() => _bot = await PollerUnderTest.OpenAsync();

    public async Task DisposeAsync() => await _bot.DisposeAsync();

    [Fact]
    public async Task A_feed_that_has_failed_for_a_day_is_told_once_and_so_is_its_recovery()
    {
        _bot.Site.Answer("/rss", 404);
        await _bot.FollowAsync("/rss");
        await _bot.PollAsync();
        await _bot.PollAsync(23 * Hour);
        Assert.Empty(_bot.Notices());

        await _bot.PollAsync(Hour);
        await _bot.PollAsync(30 * Hour);
        var (channel, notice) = Assert.Single(_bot.Notices());
        Assert.Equal((PollerUnderTest.Desk, NoticeKind.Trouble, "/rss cannot be read"), (channel, notice.Kind, notice.Title));
        Assert.Equal(
            [
                "It has not been readable since Wednesday 12:00 UTC. HTTP 404 Not Found.",
                "The feed has probably moved: look for its new address on the site.",
                "Polling goes on. If it has moved: /news feed remove /rss, and /news feed add with its new address. /news feed check /rss says more.",
            ], notice.Sentences.AsEnumerable());

        _bot.Site.Serve("/rss", Rss);
        await _bot.PollAsync(Hour);
        await _bot.PollAsync(Hour);
        Assert.Equal(2, _bot.Notices().Count);
        Assert.Equal((NoticeKind.Recovery, "/rss can be read again"), (_bot.Notices()[1].Notice.Kind, _bot.Notices()[1].Notice.Title));
    }

    [Fact]
    public async Task A_day_without_a_poll_is_told_all_the_same()
    {
        _bot.Site.Answer("/rss", 503, "Retry-After: 86400");
        await _bot.FollowAsync("/rss");
        await _bot.PollAsync();
        _bot.Clock.Advance(24 * Hour);
        await _bot.Get<FeedWatch>().TellAsync(default);
        Assert.Single(_bot.Notices());
    }

    [Fact]
    public async Task A_failure_that_passes_within_a_day_is_told_to_nobody()
    {
        _bot.Site.Answer("/rss", 500);
        await _bot.FollowAsync("/rss");
        await _bot.PollAsync();
        await _bot.PollAsync(20 * Hour);
        _bot.Site.Serve("/rss", Rss);
        await _bot.PollAsync(Hour);
        await _bot.PollAsync(24 * Hour);
        Assert.Empty(_bot.Notices());
    }

    [Fact]
    public async Task A_second_failure_is_told_again()
    {
        await _bot.FollowAsync("/rss");
        for (var i = 0; i < 2; i++)
        {
            _bot.Site.Answer("/rss", 500);
            await _bot.PollAsync(Hour);
            await _bot.PollAsync(25 * Hour);
            _bot.Site.Serve("/rss", Rss);
            await _bot.PollAsync(Hour);
        }

        Assert.Equal(
            [NoticeKind.Trouble, NoticeKind.Recovery, NoticeKind.Trouble, NoticeKind.Recovery], _bot.Notices().Select(one => one.Notice.Kind));
    }

    [Fact]
    public async Task A_feed_of_the_settings_file_is_spoken_of_where_the_operator_s_watchlists_post()
    {
        foreach (var (name, channel) in ((string, string)[])[("a", "C0ONE"), ("b", "C0TWO"), ("c", "C0ONE")])
            await WatchAsync(ScopeKey.Operator, name, ChannelAddress.Slack(channel));
        await WatchAsync(ScopeKey.Slack("T0OTHER"), "d", ChannelAddress.Slack("C0OTHER"));
        _bot.Site.Answer("/rss", 410);
        await _bot.Feeds.FollowAsync(ScopeKey.Operator, _bot.Url("/rss"), "Example Wire", null, "settings", _bot.Now, default);
        await _bot.PollAsync();
        Assert.Equal(
            [ChannelAddress.Slack("C0ONE"), ChannelAddress.Slack("C0TWO")],
            _bot.Notices().Select(one => one.Channel).OrderBy(channel => channel.Id, StringComparer.Ordinal));
    }

    [Fact]
    public async Task Each_place_that_added_a_feed_is_told_and_by_its_own_name_for_it()
    {
        var other = ChannelAddress.Discord("5");
        _bot.Site.Answer("/rss", 410);
        await _bot.FollowAsync("/rss");
        await _bot.Feeds.FollowAsync(ScopeKey.Discord("1"), _bot.Url("/rss"), "Their wire", other, "test", _bot.Now, default);
        await _bot.PollAsync();
        var notices = _bot.Notices().ToDictionary(one => one.Channel, one => one.Notice.Title);
        Assert.Equal(("/rss has ended", "Their wire has ended", 2), (notices[PollerUnderTest.Desk], notices[other], notices.Count));
    }

    [Fact]
    public async Task Many_feeds_that_fail_together_are_one_notice()
    {
        _bot.Site.Serve("/good", Rss);
        await _bot.FollowAsync("/good");
        for (var i = 0; i < 37; i++)
        {
            _bot.Site.Answer($"/rss{i:00}", 500);
            await _bot.FollowAsync($"/rss{i:00}");
        }

        await _bot.PollAsync();
        await _bot.PollAsync(25 * Hour);
        await _bot.PollAsync(25 * Hour);
        var notice = Assert.Single(_bot.Notices()).Notice;
        Assert.Equal(("37 feeds cannot be read", 12), (notice.Title, notice.Sentences.Length));
        Assert.Contains("HTTP 500", notice.Sentences[1], StringComparison.Ordinal);
        Assert.StartsWith("And 27 more: /news feed list", notice.Sentences[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Events_that_follow_each_other_closely_are_gathered()
    {
        foreach (var path in (string[])["/a", "/b", "/c"])
        {
            _bot.Site.Serve(path, Rss);
            await _bot.FollowAsync(path);
        }

        await _bot.PollAsync();
        foreach (var path in (string[])["/a", "/b", "/c"])
        {
            _bot.Site.Answer(path, 410);
            await _bot.PollAsync(TimeSpan.FromMinutes(2));
        }

        Assert.Equal("/a has ended", Assert.Single(_bot.Notices()).Notice.Title);
        _bot.Clock.Advance(TimeSpan.FromMinutes(10));
        await _bot.Get<FeedWatch>().TellAsync(default);
        Assert.Equal("2 feeds have ended", _bot.Notices()[^1].Notice.Title);
    }

    [Fact]
    public async Task Where_nothing_at_all_answers_the_bot_suspects_itself()
    {
        for (var i = 0; i < 5; i++)
        {
            _bot.Site.Drop($"/rss{i}");
            await _bot.FollowAsync($"/rss{i}", host: $"site{i}.test");
        }

        await _bot.PollAsync();
        await _bot.PollAsync(25 * Hour);
        var notice = Assert.Single(_bot.Notices()).Notice;
        Assert.Equal("No feed can be read", notice.Title);
        Assert.Contains("the bot's own connection", notice.Sentences[0], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("NotFound", 5, 5, false)] // the sites have answered
    [InlineData("ConnectTimeout", 5, 5, true)]
    [InlineData("ConnectTimeout", 5, 10, false)] // half of the feeds are well
    [InlineData("ConnectTimeout", 2, 2, false)] // too few to tell
    public void What_looks_like_the_bot_s_own_trouble(string cause, int failing, int feeds, bool isOwn)
    {
        var hosts = Enumerable.Range(0, failing).Select(i => ($"site{i}.test", (string?)cause)).ToList();
        Assert.Equal(isOwn, OwnTrouble.IsSeenIn(new FeedCensus(feeds, hosts)));
        Assert.False(OwnTrouble.IsSeenIn(new FeedCensus(feeds, [.. hosts.Select(_ => ("one.test", (string?)cause))])));
    }

    [Fact]
    public async Task After_a_silence_of_all_feeds_nobody_waits_for_a_back_off()
    {
        for (var i = 0; i < 4; i++)
        {
            _bot.Site.Drop($"/rss{i}");
            await _bot.FollowAsync($"/rss{i}");
        }

        _bot.Site.Answer("/resting", 429, "Retry-After: 86400");
        await _bot.FollowAsync("/resting", "resting.test");
        for (var i = 0; i < 6; i++)
            await _bot.PollAsync(10 * Hour);
        Assert.DoesNotContain(await _bot.Feeds.AllAsync(default), feed => feed.DueAt < _bot.Now + Hour);

        _bot.Site.Serve("/rss0", Rss);
        _bot.Clock.Advance(24 * Hour);
        await _bot.RunAsync(() => _bot.UntilAsync(
            async () => (await _bot.Feeds.AllAsync(default)).Any(feed => feed.Primed)
                && (await _bot.Feeds.AllAsync(default)).Count(feed => feed.DueAt <= _bot.Now.AddMinutes(6)) >= 4
                && (await _bot.Feeds.AllAsync(default)).Single(feed => feed.Name == "/resting").DueAt > _bot.Now, // asked when its day was over
            advance: TimeSpan.FromMilliseconds(20)));
        Assert.True(Assert.Single(await _bot.Feeds.AllAsync(default), feed => feed.Name == "/resting").DueAt > _bot.Now + 20 * Hour);
    }

    [Fact]
    public void Feeds_that_fail_before_any_was_ever_read_have_been_silent_since_the_first_of_them_failed()
    {
        var silence = new Silence(TimeSpan.FromMinutes(1));
        silence.Begin((null, 0));
        for (var i = 0; i < 5; i++)
            silence.Note(failed: true, _bot.Now.AddSeconds(i));
        Assert.Null(silence.Note(failed: false, _bot.Now.AddSeconds(5)));

        silence.Begin((null, 0));
        for (var i = 0; i < 5; i++)
            silence.Note(failed: true, _bot.Now.AddSeconds(i));
        Assert.Equal(_bot.Now, silence.Note(failed: false, _bot.Now.AddHours(1)));

        silence.Begin((null, 5)); // what it cannot know it does not say
        Assert.Null(silence.Note(failed: false, _bot.Now));
    }

    [Fact]
    public async Task After_a_start_it_is_known_since_when_nothing_was_read()
    {
        Assert.Equal((null, 0), await _bot.Feeds.NothingReadSinceAsync(default));
        _bot.Site.Drop("/rss");
        await _bot.FollowAsync("/rss");
        var first = _bot.Now;
        await _bot.PollAsync();
        await _bot.PollAsync(Hour);
        Assert.Equal((first, 1), await _bot.Feeds.NothingReadSinceAsync(default));
    }

    [Fact]
    public async Task A_notice_is_written_together_with_the_state_that_it_tells()
    {
        _bot.Site.Answer("/rss", 410);
        await _bot.FollowAsync("/rss");
        await _bot.Poller.PollAllOnceAsync(null, default);
        _bot.Restart(); // and what was told is told, what was not would be told now
        await _bot.Get<FeedWatch>().TellAsync(default);
        Assert.Single(_bot.Notices());
    }

    private Task<bool> WatchAsync(ScopeKey scope, string name, ChannelAddress channel) =>
        _bot.Get<WatchlistStore>().AddAsync(scope, name, "Iraq", Severity.Normal, channel, atHome: false, "test", _bot.Now, default);
}
