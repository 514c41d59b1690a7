using System.Text;
using System.Xml.Linq;
using Bot.Commands;
using Bot.Slack;
using Bot.Storage;
using Bot.Tests.Fakes;
using Microsoft.Extensions.DependencyInjection;
using News.Feeds;

namespace Bot.Tests.EndToEnd;

public sealed class FeedExportTests
{
    [Fact]
    public async Task The_feeds_are_a_file_in_Discord_for_the_asker_alone_and_hold_no_password()
    {
        await using var room = await Newsroom.OpenAsync(room =>
        {
            room.Settings["Feeds:1:Url"] = "http://joe:secret@127.0.0.1:1/private";
            room.Settings["Feeds:1:Name"] = "\"Private\" & <mine>";
        });

        var answer = await room.AskDiscordWithoutRightsAsync("feed export");

        Assert.True(answer.IsPrivate);
        Assert.Contains("2 feeds", answer.Text, StringComparison.Ordinal);
        var file = Assert.Single(room.Discord.Files);
        Assert.Equal(("feeds.opml", "text/x-opml"), (file.Name, file.MediaType));
        Assert.Equal(["Example Wire", "\"Private\" & <mine>"], Outlines(file.Text, "text").Order(StringComparer.Ordinal).Reverse());
        Assert.Contains("http://127.0.0.1:1/private", Outlines(file.Text, "xmlUrl"));
        Assert.DoesNotContain("secret", file.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_feeds_are_text_in_Slack_and_another_server_s_are_not_among_them()
    {
        await using var room = await Newsroom.OpenAsync();
        var feeds = room.Bot.Services.GetRequiredService<FeedStore>();
        await feeds.FollowAllAsync(ScopeKey.Discord("5"), [(new Uri("https://elsewhere.example/rss"), "Elsewhere")], "test", DateTimeOffset.UnixEpoch, default);

        var answer = await room.AskSlackAsync("feed export", "U0MEMBER");

        Assert.Contains("xmlUrl=\"" + room.Site.Url("/wire").AbsoluteUri, answer.Visible, StringComparison.Ordinal);
        Assert.DoesNotContain("Elsewhere", answer.Visible, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_list_that_is_too_long_for_Slack_is_had_by_a_command_that_names_the_workspace()
    {
        await using var room = await Newsroom.OpenAsync();
        var many = Enumerable.Range(0, 1000).Select(at => (new Uri($"https://wire{at}.example/a/long/way/to/the/feed/of/this/site.rss"), (string?)$"Wire {at}"));
        await room.Bot.Services.GetRequiredService<FeedStore>()
            .FollowAllAsync(ScopeKey.Slack(FakeSlack.Team), [.. many], "test", DateTimeOffset.UnixEpoch, default);

        var answer = await room.AskSlackAsync("feed export", "U0MEMBER");

        Assert.Contains($"bot export --scope slack:{FakeSlack.Team}", answer.Visible, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_feeds_are_printed_in_the_terminal_as_they_are_in_the_file()
    {
        await using var site = await FakeFeedSite.StartAsync();
        site.Serve("/wire", Rss.Feed());
        await using var bot = BotUnderTest.With(new()
        {
            ["Feeds:0:Url"] = site.Url("/wire").AbsoluteUri,
            ["Feeds:0:Name"] = "A \u001B[31mred [bold]name[/] of " + new string('x', 300),
        });

        await bot.RunOnceAsync(null, "/feed export");

        var opml = bot.Terminal[bot.Terminal.IndexOf("<?xml", StringComparison.Ordinal)..];
        Assert.Equal([site.Url("/wire").AbsoluteUri], Outlines(opml, "xmlUrl"));
        Assert.Contains("[bold]name[/]", opml, StringComparison.Ordinal);
    }

    [Fact]
    public void In_Slack_a_long_list_is_cut_between_lines_and_a_longer_one_is_not_shown()
    {
        var some = OpmlWriter.Write("Feeds", DateTimeOffset.UnixEpoch, Enumerable.Range(0, 100).Select(Feed));
        var messages = SlackAnswer.Messages(Answer.Says("100 feeds") with { File = new AttachedFile("feeds.opml", "text/x-opml", some) });
        var shown = string.Concat(messages.SelectMany(message => message.Blocks).OfType<SlackBlock.RichText>().SelectMany(block => block.Elements)
            .OfType<RichPart.Preformatted>().SelectMany(part => part.Elements).OfType<RichRun.Text>().Select(run => run.Words + "\n"));
        Assert.InRange(messages.Length, 2, 5);
        Assert.Equal(some, shown);

        var many = OpmlWriter.Write("Feeds", DateTimeOffset.UnixEpoch, Enumerable.Range(0, 1000).Select(Feed));
        var refusal = Assert.Single(SlackAnswer.Messages(Answer.Says("1000 feeds") with { File = new AttachedFile("feeds.opml", "text/x-opml", many) { OtherWay = "Ask for it." } }));
        Assert.EndsWith("KB). Ask for it.", refusal.Text.TrimEnd(), StringComparison.Ordinal);

        static OpmlFeed Feed(int number) => new($"https://wire{number}.example/rss", $"Wire {number} of the & world", null, null, []);
    }

    private static IEnumerable<string> Outlines(string opml, string attribute) =>
        XDocument.Load(new MemoryStream(Encoding.UTF8.GetBytes(opml))).Descendants("outline").Select(outline => outline.Attribute(attribute)!.Value);
}
