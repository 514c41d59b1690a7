using Bot.Polling;
using Bot.Storage;
using Bot.Tests.EndToEnd;
using Bot.Tests.Fakes;

namespace Bot.Tests.Polling;

/// <summary>Which feeds are asked at all, how often, and who it is that asks.</summary>
public sealed class WhoIsAskedTests : IAsyncLifetime
{
    private FakeFeedSite _site = null!;

    public async Task InitializeAsync() => _site = await FakeFeedSite.StartAsync();

    public async Task DisposeAsync() => await _site.DisposeAsync();

    [Fact]
    public async Task One_address_is_fetched_once_however_many_scopes_follow_it()
    {
        await using var bot = await PollerUnderTest.OpenAsync();
        bot.Site.Serve("/rss", Rss.Feed(Rss.Item("1", "Story")));
        ScopeKey[] scopes = [ScopeKey.Operator, ScopeKey.Discord("1"), ScopeKey.Discord("2"), ScopeKey.Slack("T1")];
        foreach (var scope in scopes)
            await bot.FollowAsync("/rss", scope: scope);
        await bot.PollAsync();
        await bot.PollAsync(TimeSpan.FromMinutes(5));

        Assert.Equal(2, bot.Site.CountOf("/rss"));
        Assert.Equal(scopes.Length, (await bot.Feeds.FollowersAsync((await bot.FeedAsync()).Id, default)).Count);
    }

    [Fact]
    public async Task Polls_of_feeds_that_began_together_spread_evenly_over_the_interval()
    {
        await using var bot = await PollerUnderTest.OpenAsync();
        const int Feeds = 200;
        bot.Site.Serve("/rss", Rss.Feed());
        for (var i = 0; i < Feeds; i++)
            await bot.FollowAsync("/rss", $"host{i}.test");
        await bot.PollAsync();

        // From the minimum, a minute, to the interval, five; the last half minute is the tenth that chance adds.
        var slots = (await bot.Feeds.AllAsync(default)).CountBy(feed => (int)(feed.DueAt - bot.Now).TotalMinutes).OrderBy(slot => slot.Key).ToList();
        Assert.Equal([1, 2, 3, 4], slots.Select(slot => slot.Key).Where(minute => minute < 5));
        Assert.All(slots.Where(slot => slot.Key < 5), slot => Assert.InRange(slot.Value, Feeds / 4 / 3, Feeds / 4 * 2));
    }

    [Fact]
    public async Task A_feed_that_has_left_the_settings_is_not_fetched()
    {
        _site.Serve("/left", Rss.Feed()).Serve("/stays", Rss.Feed()).Serve("/comes", Rss.Feed());
        await using var bot = await BotUnderTest.With(new Dictionary<string, string?>
        {
            ["Feeds:0:Url"] = _site.Url("/stays").AbsoluteUri,
            ["Feeds:1:Url"] = _site.Url("/left").AbsoluteUri,
        }).StartAsync();
        await UntilPolledAsync("/left", 2);

        await bot.StopAsync();
        var before = _site.CountOf("/left");
        await bot.RestartAsync(new Dictionary<string, string?> { ["Feeds:1:Url"] = _site.Url("/comes").AbsoluteUri });
        await UntilPolledAsync("/stays", 3);
        await UntilPolledAsync("/comes", 3);

        Assert.Equal(before, _site.CountOf("/left"));

        Task UntilPolledAsync(string path, int times)
        {
            var goal = _site.CountOf(path) + times;
            return bot.UntilAsync(() => _site.CountOf(path) >= goal, $"{path} is polled {times} times more");
        }
    }

    // 192.0.2.1 stands in no network: it is refused before anything is sent.
    [Theory]
    [InlineData("http://192.0.2.1/rss", null, 1)]
    [InlineData("http://192.0.2.1/rss", "mailto:desk@example.org", 0)]
    [InlineData("http://localhost:1/rss", null, 0)]
    public async Task Who_polls_the_sites_of_others_without_a_contact_is_told_once(string feed, string? contact, int times)
    {
        var settings = new Dictionary<string, string?> { ["Feeds:0:Url"] = feed, ["Feeds:0:Name"] = "Theirs" };
        if (contact is not null)
            settings["Polling:Contact"] = contact;
        await using var bot = await BotUnderTest.With(settings).StartAsync();
        await bot.UntilAsync(() => bot.Log.Count(line => line.Contains("Theirs (", StringComparison.Ordinal)) >= 2, "it is polled twice");

        Assert.Equal(times, bot.Log.Count(line => line.StartsWith("Warning: Set Polling:Contact", StringComparison.Ordinal)));
    }
}
