using System.Globalization;
using Bot.Storage;
using Bot.Tests.Fakes;
using Microsoft.Extensions.DependencyInjection;

namespace Bot.Tests.EndToEnd;

/// <summary>A story's message lives on while others report it, too.</summary>
public sealed class LivingStoryTests
{
    private const string Title = "Airstrike hits depot near Kirkuk in Iraq";
    /// <summary>One event in five houses' own words: a text that several carry would be one voice.</summary>
    private static readonly string[] OwnWords =
    [
        "<p>A correspondent near Kirkuk saw smoke over the warehouses for most of the morning while fire engines from three towns drove up.</p>",
        "<p>Residents of two villages were woken by the blast; shopkeepers swept glass from the street and schools stayed closed, teachers said.</p>",
        "<p>Nobody has claimed the raid. Analysts in Baghdad say the site was last used two years ago to store fuel for lorries and tents.</p>",
        "<p>The provincial council will meet on Wednesday to discuss the damage, its chairman told our reporter, and asks for help from the capital.</p>",
        "<p>Satellite pictures taken at noon show one burnt roof, a crater beside the railway line and no vehicles inside the fence.</p>",
    ];

    private const string Correction = "<p>Correction: An earlier version of this story misstated the place of the depot. It is near Kirkuk, not Erbil.</p>";

    [Fact]
    public async Task Further_publishers_are_named_in_the_message_that_stands_there()
    {
        await using var room = await OpenAsync(papers: 5);
        room.Wire(Rss.Item("1", Title));
        await room.Discord.MessageIn(Newsroom.DiscordChannel);
        await room.Slack.MessageIn(Newsroom.SlackChannel);

        for (var paper = 1; paper <= 5; paper++)
            Report(room, paper, Title);

        await room.Bot.UntilAsync(() => Shown(room).Contains("(6 publishers)", StringComparison.Ordinal), "Discord's message names the others");
        await room.Bot.UntilAsync(
            () => room.Slack.Messages(Newsroom.SlackChannel)[0].Visible.Contains("(6 publishers)", StringComparison.Ordinal), "Slack's message names the others");
        Assert.Contains("also reported by Paper ", Shown(room), StringComparison.Ordinal);
        Assert.Contains(" and 2 more (6 publishers)", Shown(room), StringComparison.Ordinal);
        Assert.Single(room.Discord.Messages(Newsroom.DiscordChannel));
        Assert.Single(room.Slack.Messages(Newsroom.SlackChannel));
        room.Discord.AssertNoViolations();
    }

    [Fact]
    public async Task A_correction_of_a_further_report_is_shown_and_said_in_the_thread()
    {
        await using var room = await OpenAsync(papers: 1);
        room.Wire(Rss.Item("1", Title));
        var posted = await room.Discord.MessageIn(Newsroom.DiscordChannel);
        var slack = await room.Slack.MessageIn(Newsroom.SlackChannel);
        Report(room, 1, Title, Rss.AirstrikeText + Correction);

        await room.Bot.UntilAsync(() => Shown(room).Contains("Corrected", StringComparison.Ordinal), "the message shows the correction");
        await room.Bot.UntilAsync(() => room.Discord.ThreadOf(posted) is not null, "there is a thread");
        await room.Bot.UntilAsync(() => room.Slack.RepliesTo(slack).Count > 0, "there is a reply on Slack");
        var thread = room.Discord.ThreadOf(posted)!;
        var said = await room.Discord.MessageIn(thread.Id);
        Assert.Contains("near Kirkuk, not Erbil", said.Text, StringComparison.Ordinal);
        Assert.Contains("near Kirkuk, not Erbil", Assert.Single(room.Slack.RepliesTo(slack)).Visible, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_number_of_dead_that_rises_is_shown_in_the_message_and_said_in_both_threads_once()
    {
        await using var room = await OpenAsync(papers: 2);
        room.Wire(Rss.Item("1", Title, "<p>An airstrike on a depot near Kirkuk in Iraq killed 12 people on Tuesday, the interior ministry said.</p>"));
        var posted = await room.Discord.MessageIn(Newsroom.DiscordChannel);
        var slack = await room.Slack.MessageIn(Newsroom.SlackChannel);
        await room.UntilDeliveredAsync();
        Assert.Contains("12", Shown(room), StringComparison.Ordinal);

        Report(room, 1, Title, OwnWords[0] + "<p>The strike on the depot killed 17 people, a hospital official said on Wednesday.</p>");
        await room.Bot.UntilAsync(() => Shown(room).Contains("17", StringComparison.Ordinal), "Discord's message shows the number");
        await room.Bot.UntilAsync(
            () => room.Slack.Messages(Newsroom.SlackChannel)[0].Visible.Contains("17", StringComparison.Ordinal), "Slack's message shows the number");
        await room.Bot.UntilAsync(() => room.Discord.ThreadOf(posted) is not null, "there is a thread");
        await room.Bot.UntilAsync(() => room.Slack.RepliesTo(slack).Count > 0, "there is a reply on Slack");
        var said = await room.Discord.MessageIn(room.Discord.ThreadOf(posted)!.Id);

        // Who says the same number later brings nothing new.
        Report(room, 2, Title, OwnWords[1] + "<p>The strike on the depot killed 17 people, a hospital official said.</p>");
        await room.Bot.UntilAsync(() => Shown(room).Contains("Paper 2", StringComparison.Ordinal), "the message names the third");
        await room.UntilDeliveredAsync();

        foreach (var text in (string[])[said.Text, Assert.Single(room.Slack.RepliesTo(slack)).Visible])
            Assert.Contains("killed: 17, a hospital official (was 12)", text, StringComparison.Ordinal);
        Assert.Contains("interior ministry", Shown(room), StringComparison.Ordinal);
        Assert.Single(room.Discord.Messages(room.Discord.ThreadOf(posted)!.Id));
        Assert.Single(room.Discord.Messages(Newsroom.DiscordChannel));
        Assert.Single(room.Slack.Messages(Newsroom.SlackChannel));
    }

    [Fact]
    public async Task A_watchlist_that_wants_edits_alone_has_no_threads()
    {
        await using var room = await OpenAsync(papers: 1, room => room.Settings["Watchlists:0:Updates"] = "edit");
        room.Wire(Rss.Item("1", Title));
        var posted = await room.Discord.MessageIn(Newsroom.DiscordChannel);
        Report(room, 1, Title, Rss.AirstrikeText + Correction);

        await room.Bot.UntilAsync(() => Shown(room).Contains("Corrected", StringComparison.Ordinal), "the message shows the correction");
        await room.UntilDeliveredAsync();
        Assert.Null(room.Discord.ThreadOf(posted));
    }

    [Fact]
    public async Task Another_server_never_sees_the_publishers_of_feeds_that_it_does_not_follow()
    {
        await using var room = await OpenAsync(papers: 1, Newsroom.WithOtherServer);
        await room.AskElsewhereAsync("feed add", ("url", room.Site.Url("/wire").AbsoluteUri));
        var shown = await room.AskElsewhereAsync("watch add", ("name", "theirs"), ("query", "airstrike"));
        var button = shown.Messages[^1] with { ChannelId = Newsroom.OtherChannel };
        await room.Discord.Press(button, button.CustomIds.Single(id => id.StartsWith("keep:", StringComparison.Ordinal)), Newsroom.OtherServer, Newsroom.Member, FakeDiscord.ManageServer);

        room.Wire(Rss.Item("1", Title));
        await room.Discord.MessageIn(Newsroom.OtherChannel);
        await room.Discord.MessageIn(Newsroom.DiscordChannel);
        Report(room, 1, Title);

        await room.Bot.UntilAsync(() => Shown(room).Contains("Paper 1", StringComparison.Ordinal), "the operator's message names the other publisher");
        await room.UntilDeliveredAsync();
        var theirs = Assert.Single(room.Discord.Messages(Newsroom.OtherChannel));
        Assert.DoesNotContain("also reported", theirs.Text, StringComparison.Ordinal);
        Assert.Equal(0, theirs.Edits);
    }

    [Fact]
    public async Task An_edit_that_is_due_when_the_bot_stops_is_made_after_its_start()
    {
        await using var room = await OpenAsync(papers: 1, room => room.Settings["Alerts:EditEvery"] = "00:00:04");
        room.Wire(Rss.Item("1", Title));
        await room.Discord.MessageIn(Newsroom.DiscordChannel);
        await room.UntilDeliveredAsync();
        Report(room, 1, Title);
        await room.Bot.UntilAsync(
            () => room.Bot.Services.GetRequiredService<OutboxStore>().NextDueAsync(default).GetAwaiter().GetResult() is not null
                || Shown(room).Contains("Paper 1", StringComparison.Ordinal),
            "the edit is due");
        await room.Bot.RestartAsync();

        await room.Bot.UntilAsync(() => Shown(room).Contains("also reported by Paper 1 (2 publishers)", StringComparison.Ordinal), "the message names the other");
        Assert.Single(room.Discord.Messages(Newsroom.DiscordChannel));
    }

    [Fact]
    public async Task An_item_that_its_publisher_edits_changes_its_message()
    {
        await using var room = await OpenAsync(papers: 0);
        room.Wire(Rss.Item("1", "Airstrike hits depot near Erbil in Iraq"));
        var posted = await room.Discord.MessageIn(Newsroom.DiscordChannel);
        await room.UntilDeliveredAsync();
        room.Wire(Rss.Item("1", Title, Rss.AirstrikeText + Correction));

        await room.Bot.UntilAsync(() => Shown(room).Contains(Title, StringComparison.Ordinal), "the message has the new headline");
        Assert.Contains("headline was “Airstrike hits depot near Erbil in Iraq”", Shown(room), StringComparison.Ordinal);
        await room.Bot.UntilAsync(() => room.Discord.ThreadOf(posted) is not null, "there is a thread");
        Assert.Contains("not Erbil", (await room.Discord.MessageIn(room.Discord.ThreadOf(posted)!.Id)).Text, StringComparison.Ordinal);
        Assert.Single(room.Discord.Messages(Newsroom.DiscordChannel));

        var found = await room.AskDiscordWithoutRightsAsync("recent", ("keyword", "Kirkuk"));
        Assert.Contains(Title, found.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_item_that_meets_a_watchlist_only_when_it_was_edited_is_told_then_one_time()
    {
        await using var room = await OpenAsync(papers: 0);
        room.Wire(Rss.Item("1", "Explosion reported near Kirkuk", "<p>Residents near Kirkuk heard a loud explosion on Tuesday.</p>"));
        await room.UntilPolledAsync("/wire", 3);
        Assert.Empty(room.Discord.Messages(Newsroom.DiscordChannel));

        room.Wire(Rss.Item("1", "Airstrike in Iraq was the explosion near Kirkuk"));
        await room.Discord.MessageIn(Newsroom.DiscordChannel);
        room.Wire(Rss.Item("1", "Airstrike in Iraq was the explosion near Kirkuk, ministry says"));
        await room.Bot.UntilAsync(() => Shown(room).Contains("ministry says", StringComparison.Ordinal), "the message has the newest headline");
        Assert.Single(room.Discord.Messages(Newsroom.DiscordChannel));
    }

    [Fact]
    public async Task What_the_first_poll_held_is_not_told_because_it_is_edited()
    {
        await using var room = await OpenAsync(papers: 0, room => room.Wire(Rss.Item("1", Title)));
        room.Wire(Rss.Item("1", Title + ", ministry says", Rss.AirstrikeText + Correction));
        var news = room.Bot.Services.GetRequiredService<NewsStore>();
        await room.Bot.UntilAsync(
            () => news.NewestArticles([ScopeKey.Operator], DateTimeOffset.UnixEpoch).Any(one => one.Article.Title.Contains("ministry says", StringComparison.Ordinal)),
            "the edit is stored");
        await room.UntilDeliveredAsync();

        Assert.Empty(room.Discord.Messages(Newsroom.DiscordChannel));
    }

    [Fact]
    public async Task A_counter_in_an_item_changes_nothing()
    {
        await using var room = await OpenAsync(papers: 0);
        room.Wire(Rss.Item("1", Title, Rss.AirstrikeText + "<p>12 comments, 5 minutes ago</p>"));
        await room.Discord.MessageIn(Newsroom.DiscordChannel);
        await room.UntilDeliveredAsync();
        for (var count = 13; count < 16; count++)
        {
            room.Wire(Rss.Item("1", Title, Rss.AirstrikeText + string.Create(CultureInfo.InvariantCulture, $"<p>{count} comments, {count} minutes ago</p><img src=\"https://wire.example/pixel/{count}\">")));
            await room.UntilPolledAsync("/wire", 2);
        }

        await room.UntilDeliveredAsync();
        Assert.Equal(0, Assert.Single(room.Discord.Messages(Newsroom.DiscordChannel)).Edits);
    }

    [Fact]
    public async Task What_becomes_of_alerts_is_chosen_with_the_watchlist()
    {
        await using var room = await OpenAsync(papers: 0);
        var shown = await room.AskDiscordAsync("watch add", ("name", "calm"), ("query", "Iraq"), ("updates", "post again after 6 hours"));
        await room.PressDiscordAsync(shown, "keep:");
        var list = await room.AskDiscordAsync("watch list");
        Assert.Contains("post again after 6 hours of quiet", list.Text, StringComparison.Ordinal);

        var refused = await room.AskDiscordAsync("watch add", ("name", "loud"), ("query", "Iraq"), ("updates", "shout"));
        Assert.Contains("“edit and thread”", refused.Text, StringComparison.Ordinal);
    }

    private static string Shown(Newsroom room) => room.Discord.Messages(Newsroom.DiscordChannel)[0].Text;

    /// <param name="papers">So many publishers besides the wire, whose feeds are empty yet.</param>
    private static async Task<Newsroom> OpenAsync(int papers, Action<Newsroom>? prepare = null)
    {
        var room = await Newsroom.OpenAsync(room =>
        {
            for (var paper = 1; paper <= papers; paper++)
            {
                room.Settings[$"Feeds:{paper}:Url"] = room.Site.Url($"/paper{paper}").AbsoluteUri;
                room.Settings[$"Feeds:{paper}:Name"] = $"Paper {paper}";
                room.Site.Serve($"/paper{paper}", Rss.Feed());
            }

            prepare?.Invoke(room);
        });
        for (var paper = 1; paper <= papers; paper++)
            await room.UntilPolledAsync($"/paper{paper}", 2);
        return room;
    }

    /// <summary>The same event in another publisher's own words.</summary>
    private static void Report(Newsroom room, int paper, string title, string? html = null) => room.Site.Serve($"/paper{paper}", Rss.Feed(
        Rss.Item($"p{paper}", title, html ?? OwnWords[paper - 1], link: $"https://paper{paper}.example/depot")));
}
