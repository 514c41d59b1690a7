using Bot.Storage;
using Bot.Tests.Fakes;
using Bot.Tests.Storage;
using Dapper;
using Microsoft.Extensions.DependencyInjection;

namespace Bot.Tests.EndToEnd;

/// <summary>The clock of the machine is set, forth and back, and nobody notices but the log.</summary>
public sealed class ClockStepTests
{
    [Theory]
    [InlineData(-3)] // a clock that was fast
    [InlineData(5 * 24)] // older than what a later poll may bring as news
    public async Task Feeds_are_polled_on_and_each_story_is_told_once(int hours)
    {
        await using var site = await FakeFeedSite.StartAsync();
        site.Serve("/wire", Rss.Feed());
        var clock = new SetClock();
        await using var bot = await BotUnderTest.With(new()
        {
            ["Feeds:0:Url"] = site.Url("/wire").AbsoluteUri,
            ["Watchlists:0:Name"] = "iraq",
            ["Watchlists:0:Query"] = "airstrike AND Iraq",
            ["Watchlists:0:Channels:0"] = "terminal",
        }).LivingBy(clock).StartAsync();
        await bot.UntilAsync(() => site.CountOf("/wire") >= 2, "the feed is polled");

        clock.Step(TimeSpan.FromHours(hours));
        site.Serve("/wire", Rss.Feed(Rss.Item("1", "Airstrike in Iraq: the first")));
        await bot.UntilTerminalShowsAsync("the first");
        if (hours < 0)
            await bot.UntilAsync(IsNoticed, "the step back is noticed");
        clock.Step(TimeSpan.FromHours(-hours));
        site.Serve("/wire", Rss.Feed(Rss.Item("2", "Convoy struck on desert road west of Rutba, Iraq: the second", "<p>Two soldiers died when an airstrike struck their convoy on the desert road west of Rutba in Iraq, a provincial council member told reporters late on Friday.</p>"), Rss.Item("1", "Airstrike in Iraq: the first")));
        await bot.UntilTerminalShowsAsync("the second");

        var polls = site.CountOf("/wire");
        await bot.UntilAsync(() => site.CountOf("/wire") >= polls + 3, "the feed is polled on");
        Assert.Equal(2, bot.Terminal.Split("the first").Length);
        Assert.Equal(2, bot.Terminal.Split("the second").Length);
        await bot.UntilAsync(IsNoticed, "the step back is noticed");

        bool IsNoticed() => bot.Log.Any(line => line.Contains("The clock was set back", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_message_that_waits_goes_out_and_is_looked_for_from_when_it_was_really_tried()
    {
        using var storage = await StorageUnderTest.OpenAsync();
        await storage.SaveAsync("Strike hits depot in Iraq");
        var fast = StorageUnderTest.Noon.AddHours(3);
        var entry = Assert.Single(await storage.Outbox.DueAsync(fast, default));
        await storage.Outbox.MarkTriedAsync(entry, fast, default);
        await storage.Outbox.PostponeAsync(entry.Id, fast.AddMinutes(5), "no answer", default);

        await new ClockSteps(storage.Database).WentBackAsync(TimeSpan.FromHours(3), StorageUnderTest.Noon.AddSeconds(30), default);

        var due = Assert.Single(await storage.Outbox.DueAsync(StorageUnderTest.Noon.AddSeconds(30), default));
        Assert.Equal(StorageUnderTest.Noon, due.FirstTriedAt);
    }

    /// <summary>What came while the clock was ahead makes the reports before it no older, and none after it.</summary>
    [Theory]
    [InlineData(5)]
    [InlineData(40)]
    public async Task Stories_go_on_that_ran_before_the_clock_was_ahead(int days)
    {
        using var storage = await StorageUnderTest.OpenAsync();
        var (reading, other) = (storage.Reading("Strike hits depot in Iraq", "1"), storage.Reading("Ferry runs aground off Basra", "2"));
        await storage.News.SaveAsync([reading], StorageUnderTest.Noon, default);
        var ahead = StorageUnderTest.Noon.AddDays(days);
        await storage.News.SaveAsync([other with { Article = other.Article with { Published = ahead } }], ahead, default);

        var again = storage.Reading("Depot in Iraq hit by strike", "3");
        await storage.News.SaveAsync([again with { Article = again.Article with { Source = "Courier" } }], StorageUnderTest.Noon.AddMinutes(5), default);

        using var connection = storage.Database.Open();
        Assert.Equal([1, 2, 1], connection.Query<int>("SELECT story_id FROM articles ORDER BY id"));
    }

    [Fact]
    public async Task At_the_start_what_waits_longer_than_any_rule_gives_is_brought_in()
    {
        using var storage = await StorageUnderTest.OpenAsync();
        await storage.SaveAsync("Strike hits depot in Iraq");
        await storage.Database.WriteAsync(connection => connection.Execute(
            "UPDATE feeds SET last_poll = @last, next_poll = @last + 300000, not_before = @last + 60000; UPDATE outbox SET due = @last, first_tried = @last",
            new { last = StorageUnderTest.Noon.AddDays(2).ToUnixTimeMilliseconds() }), default);
        var steps = new ClockSteps(storage.Database);

        Assert.Equal(2, await steps.BringInAsync(StorageUnderTest.Noon, default));
        Assert.Equal(0, await steps.BringInAsync(StorageUnderTest.Noon, default));

        Assert.Equal(StorageUnderTest.Noon.AddMinutes(5), await storage.Feeds.NextDueAsync(default));
        Assert.True(Assert.Single(await storage.Outbox.DueAsync(StorageUnderTest.Noon, default)).FirstTriedAt < StorageUnderTest.Noon);
    }
}
