using Bot.Tests.Fakes;

namespace Bot.Tests.EndToEnd;

public sealed class RunOnceTests
{
    [Fact]
    public async Task Once_polls_delivers_answers_and_ends()
    {
        await using var site = await FakeFeedSite.StartAsync();
        site.Serve("/wire", Rss.Feed(
            Rss.Item("young", "Airstrike in Iraq: an hour ago", published: DateTimeOffset.UtcNow.AddHours(-1)),
            Rss.Item("old", "Airstrike in Iraq: three days ago", published: DateTimeOffset.UtcNow.AddDays(-3))));
        await using var bot = BotUnderTest.With(new()
        {
            ["Feeds:0:Url"] = site.Url("/wire").AbsoluteUri,
            ["Watchlists:0:Name"] = "iraq",
            ["Watchlists:0:Query"] = "airstrike AND Iraq",
            ["Watchlists:0:Channels:0"] = "terminal",
        });

        await bot.RunOnceAsync("1d", "/recent Iraq", "/nonsense");

        var alert = bot.Terminal.IndexOf("an hour ago", StringComparison.Ordinal);
        var answer = bot.Terminal.IndexOf("The latest about “Iraq”", StringComparison.Ordinal);
        Assert.True(alert >= 0 && answer > alert, bot.Terminal);
        Assert.DoesNotContain("three days ago", bot.Terminal[..answer], StringComparison.Ordinal);
        Assert.Contains("three days ago", bot.Terminal[answer..], StringComparison.Ordinal);
        Assert.Contains("There is no command “nonsense”", bot.Terminal, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_second_run_tells_only_what_is_new()
    {
        await using var site = await FakeFeedSite.StartAsync();
        site.Serve("/wire", Rss.Feed(Rss.Item("1", "Airstrike in Iraq: the first")));
        await using var bot = BotUnderTest.With(new()
        {
            ["Feeds:0:Url"] = site.Url("/wire").AbsoluteUri,
            ["Watchlists:0:Name"] = "iraq",
            ["Watchlists:0:Query"] = "airstrike AND Iraq",
            ["Watchlists:0:Channels:0"] = "terminal",
        });

        await bot.RunOnceAsync(null);
        site.Serve("/wire", Rss.Feed(Rss.Item("2", "Airstrike in Iraq: the second"), Rss.Item("1", "Airstrike in Iraq: the first")));
        await bot.RunOnceAsync("1d");
        await bot.RunOnceAsync("1d");

        Assert.DoesNotContain("the first", bot.Terminal, StringComparison.Ordinal);
        Assert.Equal(2, bot.Terminal.Split("the second").Length);
    }
}
