using Bot.Tests.Fakes;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Bot.Tests.EndToEnd;

public sealed class CommandTests
{
    [Fact]
    public async Task A_terminal_that_goes_away_does_not_end_the_bot()
    {
        await using var bot = await BotUnderTest.With([]).Typing(new ClosedTerminal()).StartAsync();

        await bot.UntilAsync(() => bot.Log.Any(line => line.Contains("no commands are taken there", StringComparison.Ordinal)), "the log says so");
        Assert.False(bot.Services.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping.IsCancellationRequested);
    }

    [Fact]
    public async Task Recent_answers_on_both_platforms_and_is_for_the_asker_alone()
    {
        await using var room = await Newsroom.OpenAsync();
        room.Wire(Rss.Item("1", "Airstrike hits depot near Kirkuk"), Rss.Item("2", "Football in Basra, Iraq", "<p>Two goals.</p>"));
        await room.Discord.MessageIn(Newsroom.DiscordChannel);

        var onDiscord = await room.AskDiscordWithoutRightsAsync("recent", ("keyword", "Iraq"), ("since", "24h"), ("count", 5));
        var onSlack = await room.AskSlackAsync("recent Iraq 24h", "U0MEMBER");

        Assert.True(onDiscord.IsPrivate);
        foreach (var answer in new[] { onDiscord.Text, onSlack.Visible })
        {
            Assert.Contains("Airstrike hits depot near Kirkuk", answer, StringComparison.Ordinal);
            Assert.Contains("Football in Basra", answer, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Recent_without_a_keyword_is_what_the_watchlists_found()
    {
        await using var room = await Newsroom.OpenAsync();
        room.Wire(Rss.Item("1", "Airstrike hits depot near Kirkuk"), Rss.Item("2", "Football in Basra, Iraq", "<p>Two goals.</p>"));
        await room.Discord.MessageIn(Newsroom.DiscordChannel);

        var answer = await room.AskDiscordWithoutRightsAsync("recent");

        Assert.Contains("Airstrike hits depot near Kirkuk", answer.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Football", answer.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("recent", "since", "soon", "24h")]
    [InlineData("recent", "keyword", "(Iraq AND", "^")]
    [InlineData("recent", "keyword", "NOT Iraq", "^")]
    public async Task A_wrong_question_is_answered_with_what_to_type(string verb, string option, string value, string hint)
    {
        await using var room = await Newsroom.OpenAsync();

        var answer = await room.AskDiscordWithoutRightsAsync(verb, (option, value));

        Assert.Contains(hint, answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_may_manage_adds_a_watchlist_and_who_may_not_cannot()
    {
        await using var room = await Newsroom.OpenAsync();

        var refusedOnDiscord = await room.AskDiscordWithoutRightsAsync("watch add", ("name", "floods"), ("query", "flood"));
        var refusedOnSlack = await room.AskSlackAsync("watch add floods flood", "U0MEMBER");
        var onDiscord = await room.WatchOnDiscordAsync("floods", "flood");
        var onSlack = await room.WatchOnSlackAsync("floods", "flood");
        room.Wire(Rss.Item("1", "Floods in Basra", "<p>The floods came at night.</p>"));

        Assert.Contains("Manage Server", refusedOnDiscord.Text, StringComparison.Ordinal);
        Assert.Contains("admins", refusedOnSlack.Visible, StringComparison.Ordinal);
        Assert.Contains("floods", onDiscord.Text, StringComparison.Ordinal);
        Assert.Contains("floods", onSlack.Visible, StringComparison.Ordinal);
        Assert.Contains("Floods in Basra", (await room.Discord.MessageIn(Newsroom.DiscordChannel)).Text, StringComparison.Ordinal);
        Assert.Contains("Floods in Basra", (await room.Slack.MessageIn(Newsroom.SlackChannel)).Visible, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_removed_watchlist_says_nothing_more()
    {
        await using var room = await Newsroom.OpenAsync();
        await room.WatchOnDiscordAsync("floods", "flood");

        var removed = await Manage(room, "watch remove", ("name", "floods"));
        var kept = await Manage(room, "watch remove", ("name", Newsroom.Watchlist));
        room.Wire(Rss.Item("1", "Floods in Basra", "<p>The floods came at night.</p>"));
        await room.UntilPolledAsync("/wire", 2);

        Assert.Contains("gone", removed.Text, StringComparison.Ordinal);
        Assert.Contains("appsettings.json", kept.Text, StringComparison.Ordinal);
        Assert.Empty(room.Discord.Messages(Newsroom.DiscordChannel));
    }

    [Fact]
    public async Task A_feed_added_by_command_is_polled_and_matched()
    {
        await using var room = await Newsroom.OpenAsync(room => room.Site.Serve("/floods", Rss.Feed()));
        await room.WatchOnDiscordAsync("floods", "flood");

        await Manage(room, "feed add", ("url", room.Site.Url("/floods").AbsoluteUri), ("name", "Flood Watch"));
        await room.UntilPolledAsync("/floods", 2);
        room.Site.Serve("/floods", Rss.Feed(Rss.Item("1", "Floods in Basra", "<p>The floods came at night.</p>")));
        await room.Discord.MessageIn(Newsroom.DiscordChannel);
        var list = await Manage(room, "feed list");
        var removed = await Manage(room, "feed remove", ("url", "Flood Watch"));
        var polls = room.Site.CountOf("/floods");
        await room.UntilPolledAsync("/wire", 3);

        Assert.Contains("Flood Watch", list.Text, StringComparison.Ordinal);
        Assert.Contains("no longer followed", removed.Text, StringComparison.Ordinal);
        Assert.InRange(room.Site.CountOf("/floods"), polls, polls + 1);
    }

    [Fact]
    public async Task Feed_check_says_how_a_feed_is_and_why_it_is_polled_when_it_is()
    {
        await using var room = await Newsroom.OpenAsync();

        var onDiscord = await room.AskDiscordWithoutRightsAsync("feed check", ("url", "example wire"));
        var onSlack = await room.AskSlackAsync($"feed check {room.Site.Url("/wire")}", "U0MEMBER");
        var unknown = await room.AskDiscordWithoutRightsAsync("feed check", ("url", "Nobody's Wire"));

        Assert.True(onDiscord.IsPrivate);
        foreach (var answer in new[] { onDiscord.Text, onSlack.Visible })
        {
            Assert.Contains(room.Site.Url("/wire").AbsoluteUri, answer, StringComparison.Ordinal);
            Assert.Contains("well", answer, StringComparison.Ordinal);
            Assert.Contains("as set", answer, StringComparison.Ordinal);
            Assert.Contains("by the settings file", answer, StringComparison.Ordinal);
        }

        Assert.Contains("feed list", unknown.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_feed_that_ends_is_told_where_it_was_added_and_shown_by_feed_check()
    {
        await using var room = await Newsroom.OpenAsync(room => room.Site.Serve("/floods", Rss.Feed()));
        await Manage(room, "feed add", ("url", room.Site.Url("/floods").AbsoluteUri), ("name", "Flood Watch"));
        await room.UntilPolledAsync("/floods", 2);

        room.Site.Answer("/floods", 410);
        var notice = await room.Discord.MessageIn(Newsroom.DiscordChannel);
        var check = await Manage(room, "feed check", ("url", "Flood Watch"));
        var polls = room.Site.CountOf("/floods");
        await room.UntilPolledAsync("/wire", 3);

        Assert.Contains("Flood Watch has ended", notice.Text, StringComparison.Ordinal);
        Assert.Contains("HTTP 410", check.Text, StringComparison.Ordinal);
        Assert.Contains("/feed add", check.Text, StringComparison.Ordinal);
        Assert.Equal(polls, room.Site.CountOf("/floods"));
        Assert.Empty(room.Slack.Messages(Newsroom.SlackChannel));

        room.Site.Serve("/floods", Rss.Feed());
        await Manage(room, "feed add", ("url", room.Site.Url("/floods").AbsoluteUri));
        await room.UntilPolledAsync("/floods", 1);
    }

    [Fact]
    public async Task The_buttons_of_an_alert_say_why_it_came()
    {
        await using var room = await Newsroom.OpenAsync();
        room.Wire(Rss.Item("1", "Airstrike hits depot near Kirkuk"));
        var onDiscord = await room.Discord.MessageIn(Newsroom.DiscordChannel);
        var onSlack = await room.Slack.MessageIn(Newsroom.SlackChannel);

        var discord = await room.Discord.Press(onDiscord, onDiscord.CustomIds.First(), Newsroom.Server, Newsroom.Member);
        var slack = await room.Slack.Press(FakeSlack.Team, Newsroom.SlackChannel, "U0MEMBER", onSlack.Button("Why this?"));

        Assert.Contains("Kirkuk in", discord.Text, StringComparison.Ordinal);
        Assert.Contains(Newsroom.Watchlist, slack.Visible, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_sees_nothing_of_another_and_nothing_of_the_operator_s()
    {
        await using var room = await Newsroom.OpenAsync(Newsroom.WithOtherServer);
        room.Wire(Rss.Item("1", "Airstrike hits depot near Kirkuk"));
        var alert = await room.Discord.MessageIn(Newsroom.DiscordChannel);
        await room.WatchOnDiscordAsync("private-matter", "depot");

        var seen = new List<string>();
        foreach (var verb in new[] { "recent", "watch list", "feed list", "status" })
            seen.Add((await room.AskElsewhereAsync(verb)).Text);
        seen.Add((await room.AskElsewhereAsync("recent", ("keyword", "Iraq"))).Text);
        seen.Add((await room.AskElsewhereAsync("feed check", ("url", room.Site.Url("/wire").AbsoluteUri))).Text);
        seen.Add((await room.AskElsewhereAsync("watch remove", ("name", "private-matter"))).Text);

        Assert.All(seen, text =>
        {
            Assert.DoesNotContain("Kirkuk", text, StringComparison.Ordinal);
            Assert.DoesNotContain(Newsroom.Watchlist, text, StringComparison.Ordinal);
            Assert.DoesNotContain("Example Wire", text, StringComparison.Ordinal);
        });
        Assert.Contains("private-matter", (await Manage(room, "watch list")).Text, StringComparison.Ordinal);
        Assert.NotNull(alert);
    }

    private static Task<FakeAnswer> Manage(Newsroom room, string verb, params (string, object)[] options) =>
        room.Discord.Command(Newsroom.Server, Newsroom.DiscordChannel, Newsroom.Member, FakeDiscord.ManageServer, verb, options);

    /// <summary>What reading gives when the window behind a detached process was closed.</summary>
    private sealed class ClosedTerminal : TextReader
    {
        public override string? ReadLine() => throw new IOException("Input/output error");
    }
}
