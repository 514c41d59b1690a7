using Bot.Storage;
using Bot.Tests.Endurance;
using Bot.Tests.Fakes;
using Microsoft.Extensions.DependencyInjection;

namespace Bot.Tests.EndToEnd;

/// <summary>What channels see of a platform that was away or hangs, and of a bot that is stopped meanwhile.</summary>
public sealed class OutageTests
{
    private const string Alone = "Airstrike hits depot near Kirkuk in Iraq";
    private const string OfBoth = "Bridge over the Tigris at Samarra destroyed by airstrike, Iraq says";

    /// <summary>Six events that have nothing in common but the watchlist.</summary>
    private static readonly string[] Titles =
    [
        Alone,
        "IRGC commander visits flooded villages of southern Iraq",
        OfBoth,
        "Night airstrike near Sinjar kills four shepherds in Iraq's north",
        "Tanker held by IRGC off Faw had loaded oil in Iraq",
        "Court in Baghdad, Iraq, weighs compensation for 2016 airstrike on wedding",
    ];

    [Fact]
    public async Task A_long_backlog_comes_as_one_digest_with_links_and_each_story_is_counted_once()
    {
        var clock = new SetClock();
        await using var room = await Newsroom.OpenAsync(room =>
        {
            room.Settings.Remove("Watchlists:0:Channels:2");
            room.Settings["Delivery:DigestOver"] = "4";
            room.Settings["Watchlists:1:Name"] = "bridges";
            room.Settings["Watchlists:1:Query"] = "bridge AND Tigris";
            room.Settings["Watchlists:1:Channels:0"] = $"discord:{Newsroom.DiscordChannel}";
            room.Settings["Watchlists:1:Channels:1"] = $"slack:{Newsroom.SlackChannel}";
        }, clock);
        foreach (var wear in (FakeWear[])[room.Discord.Wear, room.Slack.Wear])
            wear.FailEvery = 1;
        room.Wire(ItemOf(0));
        await room.Discord.Until(() => room.Discord.PostsSeen > 0, "Discord is tried");
        await room.Slack.WaitForAsync(() => room.Slack.Calls.Contains("chat.postMessage") ? room : null, "a post to Slack");
        room.Wire([.. Enumerable.Range(0, Titles.Length).Select(ItemOf)]);
        var news = room.Bot.Services.GetRequiredService<NewsStore>();
        await room.Bot.UntilAsync(() => news.NewestArticles([ScopeKey.Operator], DateTimeOffset.UnixEpoch).Count() == Titles.Length, "all are stored");

        clock.Step(TimeSpan.FromHours(1));
        foreach (var wear in (FakeWear[])[room.Discord.Wear, room.Slack.Wear])
            wear.FailEvery = 0;
        await room.UntilDeliveredAsync();

        // The first may have arrived before the outage, so that it is looked for by itself.
        var discord = room.Discord.Messages(Newsroom.DiscordChannel);
        var slack = room.Slack.Messages(Newsroom.SlackChannel);
        Assert.Equal((2, 2), (discord.Count, slack.Count));
        Assert.Contains(Alone, discord[0].Text, StringComparison.Ordinal);
        Assert.Contains(Alone, slack[0].Visible, StringComparison.Ordinal);
        foreach (var digest in (string[])[discord[1].Body.ToJsonString(), slack[1].Blocks.GetRawText()])
        {
            Assert.Contains("While nothing could be posted: 5 stories", digest, StringComparison.Ordinal);
            Assert.All(Titles.Index().Skip(1), one => Assert.Equal(2, digest.Split($"https://wire.example/{one.Index}").Length));
        }

        foreach (var digest in (string[])[discord[1].Text, slack[1].Visible])
        {
            var lines = digest.Split('\n');
            Assert.All(Titles.Skip(1), title => Assert.Single(lines, line => Bare(line).Contains(Bare(title), StringComparison.Ordinal)));
            Assert.Contains("bridges", Assert.Single(lines, line => Bare(line).Contains(Bare(OfBoth), StringComparison.Ordinal)), StringComparison.Ordinal);
        }

        var status = await room.AskDiscordAsync("status");
        Assert.Contains("6 = 1 posted + 5 in a digest", status.Text, StringComparison.Ordinal);

        static string ItemOf(int number) => Rss.Item($"{number}", Titles[number], Rss.OwnText(Titles[number]));

        // As it is read, without the marks of the platform's notation.
        static string Bare(string text) => string.Concat(text.Where(letter => char.IsLetterOrDigit(letter)));
    }

    [Theory]
    [InlineData(true)] // the platforms had it
    [InlineData(false)]
    public async Task A_stop_while_both_platforms_hang_ends_in_time_and_the_story_is_told_once_after_the_start(bool arrived)
    {
        var folder = Directory.CreateTempSubdirectory("news-bot-test-");
        await using var site = await FakeFeedSite.StartAsync();
        await using var discord = await FakeDiscord.StartAsync();
        await using var slack = await FakeSlack.StartAsync();
        (discord.Wear.BotIsKilled, slack.Wear.BotIsKilled) = (true, true);
        discord.AddServer(Newsroom.Server, Newsroom.DiscordChannel);
        var settings = new Dictionary<string, string?>
        {
            ["Feeds:0:Url"] = site.Serve("/wire", Rss.Feed()).Url("/wire").AbsoluteUri,
            ["Watchlists:0:Name"] = Newsroom.Watchlist,
            ["Watchlists:0:Query"] = "airstrike",
            ["Watchlists:0:Channels:0"] = $"discord:{Newsroom.DiscordChannel}",
            ["Watchlists:0:Channels:1"] = $"slack:{Newsroom.SlackChannel}",
            ["Polling:Interval"] = "00:00:00.3",
            ["Polling:MinimumInterval"] = "00:00:00.3",
            ["Polling:MaximumInterval"] = "00:00:01",
            ["Polling:AllowedNetworks:0"] = "127.0.0.0/8",
            ["Articles:Fetch"] = "false",
            ["Storage:ConnectionString"] = $"Data Source={Path.Combine(folder.FullName, "bot.db")}",
        }.Concat(discord.Settings).Concat(slack.Settings).ToList();

        using (var bot = BotProcess.Start(settings, folder))
        {
            await Patience.UntilAsync(() => site.CountOf("/wire") > 0 && discord.RequestsSeen > 0, "the bot is at work");
            var polls = site.CountOf("/wire");
            await Patience.UntilAsync(() => site.CountOf("/wire") > polls, "the feed is known");
            discord.FailNextPost(arrived ? PostFault.HangAfterStoring : PostFault.HangBeforeStoring);
            slack.Next("chat.postMessage", new FakeSlackTrouble.Hang(arrived));
            site.Serve("/wire", Rss.Feed(Rss.Item("1", Alone)));
            await discord.Until(() => discord.PostsSeen > 0, "Discord hangs");
            await slack.WaitForAsync(() => slack.Calls.Contains("chat.postMessage") ? slack : null, "a post to Slack that hangs");

            Assert.Equal(0, await bot.TerminateAsync(Patience.ForAnEvent));
        }

        Assert.Equal(arrived ? 1 : 0, discord.Messages(Newsroom.DiscordChannel).Count);
        using (var bot = BotProcess.Start(settings, folder))
        {
            await discord.MessageIn(Newsroom.DiscordChannel);
            await slack.MessageIn(Newsroom.SlackChannel);
            await Patience.UntilAsync(() => bot.Told.Contains("Posted to discord", StringComparison.Ordinal) && bot.Told.Contains("Posted to slack", StringComparison.Ordinal), "both have their receipt");
            Assert.Equal(0, await bot.TerminateAsync(Patience.ForAnEvent));
        }

        Assert.Single(discord.Messages(Newsroom.DiscordChannel));
        Assert.Single(slack.Messages(Newsroom.SlackChannel));
        folder.Delete(recursive: true);
    }
}
