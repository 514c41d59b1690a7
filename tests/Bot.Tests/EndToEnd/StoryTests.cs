using System.Text.RegularExpressions;
using Bot.Storage;
using Bot.Tests.Fakes;
using Dapper;
using Microsoft.Extensions.DependencyInjection;

namespace Bot.Tests.EndToEnd;

/// <summary>One story with all that is known of it, and what became of each item.</summary>
public sealed class StoryTests
{
    private const string Second =
        "<p>An airstrike hit a depot near Kirkuk in Iraq, a hospital official said.</p>"
        + "<p>Correction: an earlier version of this story misspelled the name of the depot.</p>"
        + "<p>“We ran to the river when we heard it,” said Jane Roe, a nurse.</p>";

    [Fact]
    public async Task A_story_is_shown_with_its_reports_quotes_corrections_and_what_was_told()
    {
        await using var room = await OpenAsync();

        var onDiscord = await room.AskDiscordWithoutRightsAsync("story");
        var onSlack = await room.AskSlackAsync("story", "U0MEMBER");

        Assert.True(onDiscord.IsPrivate);
        foreach (var shown in new[] { onDiscord.Text, onSlack.Visible })
        {
            Assert.Contains("Airstrike hits depot near Kirkuk in Iraq", shown, StringComparison.Ordinal);
            Assert.Contains("breaking: its first report is not an hour old", shown, StringComparison.Ordinal);
            Assert.Contains("2 reports, in the order in which they came", shown, StringComparison.Ordinal);
            Assert.Contains("Told by 2", shown, StringComparison.Ordinal);
            Assert.Contains("Example Wire, Example Courier", shown, StringComparison.Ordinal);
            Assert.Contains("The building was empty, and it was known to be empty", shown, StringComparison.Ordinal);
            Assert.Contains("We ran to the river when we heard it", shown, StringComparison.Ordinal);
            Assert.Contains("Corrected: An earlier version of this story misspelled the name of the depot.", shown, StringComparison.Ordinal);
            Assert.Contains("was told here", shown, StringComparison.Ordinal);
        }

        Assert.Contains("https://courier.example/depot", onDiscord.Messages[0].Body.ToJsonString() + onDiscord.Text, StringComparison.Ordinal);
        Assert.Contains("https://courier.example/depot", onSlack.Body.GetRawText(), StringComparison.Ordinal);
        Assert.Contains($"in discord:{Newsroom.DiscordChannel}", onSlack.Visible, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_story_goes_by_its_name_and_by_the_link_of_each_report()
    {
        await using var room = await OpenAsync();

        var recent = await room.AskSlackAsync("recent Kirkuk", "U0MEMBER");
        var name = Regex.Match(recent.Visible, @"\bs\d+\b", RegexOptions.NonBacktracking).Value;
        var byName = await room.AskSlackAsync($"story {name}", "U0MEMBER");
        var byLink = await room.AskSlackAsync("story <https://courier.example/depot?utm_source=x|the story>", "U0MEMBER");
        var wrong = await room.AskSlackAsync("story s999999", "U0MEMBER");
        var unclear = await room.AskSlackAsync("story depot", "U0MEMBER");

        Assert.Contains(name, byName.Visible, StringComparison.Ordinal);
        Assert.Contains("2 reports", byName.Visible, StringComparison.Ordinal);
        Assert.Equal(byName.Visible, byLink.Visible);
        Assert.Contains("brought no story s999999", wrong.Visible, StringComparison.Ordinal);
        Assert.Contains("“depot” is no story's name", unclear.Visible, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_sees_the_story_of_another_s_feeds()
    {
        await using var room = await OpenAsync(Newsroom.WithOtherServer);

        var hidden = await room.AskElsewhereAsync("story", ("story", "https://wire.example/1"));
        var newest = await room.AskElsewhereAsync("story");
        var named = await room.AskElsewhereAsync("story", ("story", "s1"));

        foreach (var answer in new[] { hidden, newest, named })
            Assert.DoesNotContain("Kirkuk", answer.Text, StringComparison.Ordinal);
        Assert.Contains("brought no story s1", named.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_item_that_joined_names_the_story_and_whose_report_was_told()
    {
        await using var room = await OpenAsync();

        var joined = await room.AskDiscordAsync("why", ("item", "https://courier.example/depot"));
        var first = await room.AskDiscordAsync("why", ("item", "https://wire.example/1"));

        Assert.Contains("It joined the story `s", joined.Text, StringComparison.Ordinal);
        Assert.Contains("told by “Airstrike hits depot near Kirkuk in Iraq”", joined.Text, StringComparison.Ordinal);
        Assert.Contains("was told here", joined.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("It joined", first.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Status_says_what_became_of_each_item_and_the_numbers_add_up()
    {
        await using var room = await OpenAsync();
        room.Wire(
            Rss.Item("1", "Airstrike hits depot near Kirkuk in Iraq"),
            Rss.Item("8", "Airstrike hits barracks near Mosul", published: DateTimeOffset.UtcNow.AddDays(-20)),
            Rss.Item("9", "Football in Basra", "<p>Two goals.</p>"));
        await room.Bot.UntilAsync(() => Stored(room) == 5, "all are stored");

        var onDiscord = await room.AskDiscordAsync("status");
        var onSlack = await room.AskSlackAsync("status");

        foreach (var shown in new[] { onDiscord.Text, onSlack.Visible })
            Assert.Contains("5 = 1 posted + 1 joined + 1 not matched + 1 too old + 1 first poll", shown, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_item_that_could_not_be_read_is_named()
    {
        await using var room = await OpenAsync();
        var wire = (await room.Bot.Services.GetRequiredService<FeedStore>().AllAsync(default))[0].Id;
        var unread = room.Bot.Services.GetRequiredService<UnreadItems>();
        unread.Add(wire, "https://wire.example/odd", "Nobody knows how to read it.");
        await unread.KeepAsync(wire, DateTimeOffset.UtcNow, default);

        var status = await room.AskDiscordAsync("status");
        var check = await room.AskSlackAsync("feed check Example Wire");

        Assert.Contains("4 = 1 posted + 1 joined + 1 first poll + 1 unreadable", status.Text.Replace("\n", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Contains("Nobody knows how to read it.", status.Text, StringComparison.Ordinal);
        Assert.Contains("“https://wire.example/odd”", check.Visible, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_met_one_watchlist_is_listed_alone()
    {
        await using var room = await OpenAsync();
        await room.WatchOnDiscordAsync("football", "football");
        room.Wire(Rss.Item("1", "Airstrike hits depot near Kirkuk in Iraq"), Rss.Item("9", "Football in Basra", "<p>Two goals.</p>"));
        await room.Bot.UntilAsync(() => Stored(room) == 4, "all are stored");

        var one = await room.AskDiscordAsync("recent", ("watchlist", "Football"));
        var none = await room.AskSlackAsync("recent watchlist:nobody-s");

        Assert.Contains("Football in Basra", one.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Kirkuk", one.Text, StringComparison.Ordinal);
        Assert.Contains("There is no watchlist “nobody-s” here", none.Visible, StringComparison.Ordinal);
    }

    /// <summary>A story that two publishers tell; the wire has brought another at its first poll.</summary>
    private static async Task<Newsroom> OpenAsync(Action<Newsroom>? prepare = null)
    {
        var room = await Newsroom.OpenAsync(room =>
        {
            Newsroom.WithCourier(room);
            room.Wire(Rss.Item("0", "Airstrike hits bridge near Ramadi", "<p>The bridge in Iraq fell into the river last week.</p>"));
            prepare?.Invoke(room);
        });
        await room.UntilPolledAsync("/courier", 2);
        room.Wire(Rss.Item("1", "Airstrike hits depot near Kirkuk in Iraq"));
        await room.Discord.MessageIn(Newsroom.DiscordChannel);
        await room.Slack.MessageIn(Newsroom.SlackChannel);
        room.Site.Serve("/courier", Rss.Feed(Rss.Item("c1", "Airstrike hits depot near Kirkuk in Iraq", Second, link: "https://courier.example/depot")));
        await room.Bot.UntilAsync(() => Stored(room) == 3, "the second report is stored");
        await room.UntilDeliveredAsync();
        return room;
    }

    private static long Stored(Newsroom room)
    {
        using var connection = room.Bot.Services.GetRequiredService<Database>().Open();
        return connection.ExecuteScalar<long>("SELECT COUNT(*) FROM articles");
    }
}
