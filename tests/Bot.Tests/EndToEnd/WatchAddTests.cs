using Bot.Tests.Fakes;
using Microsoft.Extensions.Time.Testing;

namespace Bot.Tests.EndToEnd;

/// <summary>A watchlist is shown with what it would have found, and kept or dropped by a button.</summary>
public sealed class WatchAddTests
{
    [Fact]
    public async Task On_Discord_a_watchlist_is_kept_by_a_button_and_not_before()
    {
        await using var room = await Newsroom.OpenWithStoriesAsync();

        var shown = await room.AskDiscordAsync("watch add", ("name", "depots"), ("query", "depot"));
        var before = await room.AskDiscordAsync("watch list");
        var refused = await room.PressDiscordAsync(shown, "keep:", FakeDiscord.NoRights);
        var kept = await room.PressDiscordAsync(shown, "keep:");
        var after = await room.AskDiscordAsync("watch list");
        var again = await room.PressDiscordAsync(shown, "keep:");

        Assert.True(shown.IsPrivate);
        Assert.Contains("Would have fired once in the last 7 days", shown.Text, StringComparison.Ordinal);
        Assert.Contains("[Airstrike hits depot near Kirkuk](https://wire.example/1)", shown.Text, StringComparison.Ordinal);
        Assert.Contains("**depot**", shown.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("depots", before.Text, StringComparison.Ordinal);
        Assert.Contains("Manage Server", refused.Text, StringComparison.Ordinal);
        Assert.Contains("under the name **depots**", kept.Text, StringComparison.Ordinal);
        Assert.Contains("depots", after.Text, StringComparison.Ordinal);
        Assert.Contains("was kept already", again.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task On_Slack_a_watchlist_is_kept_by_a_button_and_not_before()
    {
        await using var room = await Newsroom.OpenWithStoriesAsync();

        var shown = await room.AskSlackAsync("watch add depots depot");
        var before = await room.AskSlackAsync("watch list");
        var refused = await room.Slack.Press(FakeSlack.Team, Newsroom.SlackChannel, "U0MEMBER", shown.Button("Keep"));
        var kept = await room.Slack.Press(FakeSlack.Team, Newsroom.SlackChannel, "U0ADMIN", shown.Button("Keep"));
        var after = await room.AskSlackAsync("watch list");

        Assert.Contains("Would have fired once in the last 7 days", shown.Visible, StringComparison.Ordinal);
        Assert.Contains("Airstrike hits depot near Kirkuk", shown.Visible, StringComparison.Ordinal);
        Assert.DoesNotContain("depots", before.Visible, StringComparison.Ordinal);
        Assert.Contains("admins", refused.Visible, StringComparison.Ordinal);
        Assert.Contains("under the name depots", kept.Visible, StringComparison.Ordinal);
        Assert.Contains("depots", after.Visible, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_dropped_watchlist_is_gone_for_good()
    {
        await using var room = await Newsroom.OpenAsync();
        var shown = await room.AskDiscordAsync("watch add", ("name", "depots"), ("query", "depot"));

        var dropped = await room.PressDiscordAsync(shown, "drop:");
        var late = await room.PressDiscordAsync(shown, "keep:");

        Assert.Contains("is dropped", dropped.Text, StringComparison.Ordinal);
        Assert.Contains("was dropped already", late.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("depots", (await room.AskDiscordAsync("watch list")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_keeps_a_name_that_somebody_took_meanwhile_is_told_so()
    {
        await using var room = await Newsroom.OpenAsync();
        var first = await room.AskDiscordAsync("watch add", ("name", "depots"), ("query", "depot"));
        var second = await room.AskDiscordAsync("watch add", ("name", "Depots"), ("query", "depots OR barracks"));
        await room.PressDiscordAsync(first, "keep:");

        var late = await room.PressDiscordAsync(second, "keep:");
        var third = await room.AskDiscordAsync("watch add", ("name", "depots"), ("query", "barracks"));

        Assert.Contains("There is a watchlist “depots” already", late.Text, StringComparison.Ordinal);
        Assert.Contains("There is a watchlist “depots” already", third.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("barracks", (await room.AskDiscordAsync("watch list")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_kept_and_removed_is_not_said_to_be_there()
    {
        await using var room = await Newsroom.OpenAsync();
        var shown = await room.AskDiscordAsync("watch add", ("name", "depots"), ("query", "depot"));
        await room.PressDiscordAsync(shown, "keep:");
        await room.AskDiscordAsync("watch remove", ("name", "depots"));

        var again = await room.PressDiscordAsync(shown, "keep:");
        await room.WatchOnDiscordAsync("depots", "barracks");
        var another = await room.PressDiscordAsync(shown, "keep:");

        Assert.Contains("was kept, and removed since", again.Text, StringComparison.Ordinal);
        Assert.Contains("was kept, and removed since", another.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_presses_at_the_same_time_is_told_what_became_of_it()
    {
        await using var room = await Newsroom.OpenAsync();
        for (var i = 0; i < 5; i++)
        {
            var shown = await room.AskDiscordAsync("watch add", ("name", $"depots{i}"), ("query", "depot"));

            var answers = await Task.WhenAll(new[] { "keep:", "drop:", "keep:", "drop:" }.Select(action => room.PressDiscordAsync(shown, action)));

            var isKept = (await room.AskDiscordAsync("watch list")).Text.Contains($"depots{i}", StringComparison.Ordinal);
            Assert.Single(answers, answer => answer.Text.Contains(isKept ? "under the name" : "is dropped", StringComparison.Ordinal));
            Assert.Equal(3, answers.Count(answer => answer.Text.Contains(isKept ? "was kept already" : "was dropped already", StringComparison.Ordinal)));
        }
    }

    [Fact]
    public async Task The_buttons_outlive_a_restart_but_not_a_day()
    {
        await using var discord = await FakeDiscord.StartAsync();
        discord.AddServer(Newsroom.Server, Newsroom.DiscordChannel);
        await using var bot = await BotUnderTest.With(discord.Settings).StartAsync();
        var young = await Ask(discord, "young");
        var old = await Ask(discord, "old");

        await bot.RestartAsync();
        await discord.UntilReady();
        var kept = await Press(discord, young);
        await bot.StopAsync();
        await bot.LivingBy(new FakeTimeProvider(DateTimeOffset.UtcNow.AddHours(25)) { AutoAdvanceAmount = TimeSpan.FromMilliseconds(1) }).StartAsync();
        await discord.UntilReady();
        var late = await Press(discord, old);

        Assert.Contains("under the name **young**", kept.Text, StringComparison.Ordinal);
        Assert.Contains("work for a day", late.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_button_of_another_channel_keeps_nothing()
    {
        await using var room = await Newsroom.OpenAsync(Newsroom.WithOtherServer);
        var shown = await room.AskDiscordAsync("watch add", ("name", "depots"), ("query", "depot"));

        var stranger = shown.Messages[^1] with { ChannelId = Newsroom.OtherChannel };
        var answer = await room.Discord.Press(stranger, stranger.CustomIds.First(), Newsroom.OtherServer, "5", FakeDiscord.ManageServer);

        Assert.Contains("in the channel where they were shown", answer.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("depot", answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task In_the_terminal_a_watchlist_is_kept_at_once_and_shown_with_its_figures()
    {
        await using var site = await FakeFeedSite.StartAsync();
        site.Serve("/wire", Rss.Feed(Rss.Item("1", "Airstrike hits depot near Kirkuk")));
        await using var bot = BotUnderTest.With(new() { ["Feeds:0:Url"] = site.Url("/wire").AbsoluteUri });

        await bot.RunOnceAsync(null, "/watch add depots depot", "/watch list");

        Assert.Contains("under the name depots. /watch remove depots takes it away.", bot.Terminal, StringComparison.Ordinal);
        Assert.Contains("Would have fired once in the last 7 days", bot.Terminal, StringComparison.Ordinal);
        Assert.Contains("• depots (normal): depot", bot.Terminal, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_list_counts_what_a_watchlist_found_since_it_has_its_query()
    {
        await using var site = await FakeFeedSite.StartAsync();
        site.Serve("/wire", Rss.Feed(Rss.Item("1", "Airstrike hits depot near Kirkuk")));
        await using var bot = BotUnderTest.With(new()
        {
            ["Feeds:0:Url"] = site.Url("/wire").AbsoluteUri,
            ["Watchlists:0:Name"] = "depots",
            ["Watchlists:0:Query"] = "depot",
            ["Watchlists:0:Channels:0"] = "terminal",
        });

        await bot.RunOnceAsync("1d", "/watch list");
        var before = bot.Terminal;
        bot.Set("Watchlists:0:Query", "depot OR barracks");
        await bot.RunOnceAsync(null, "/watch list");
        var after = bot.Terminal[before.Length..];

        Assert.Matches(@"• depots \(normal\): depot · found since \d+ \w+ \d\d:\d\d UTC: 1 story", before.ReplaceLineEndings(" "));
        Assert.Matches(@"depot OR barracks · found since \d+ \w+ \d\d:\d\d UTC: 0 stories", after.ReplaceLineEndings(" "));
    }

    [Fact]
    public async Task A_wrong_query_is_answered_with_its_place_and_offers_no_button()
    {
        await using var room = await Newsroom.OpenAsync();

        var shown = await room.AskDiscordAsync("watch add", ("name", "depots"), ("query", "(depot AND"));

        Assert.Contains("^", shown.Text, StringComparison.Ordinal);
        Assert.Empty(shown.Messages[0].CustomIds);
    }

    private static async Task<FakeMessage> Ask(FakeDiscord discord, string name) =>
        (await discord.Command(
            Newsroom.Server, Newsroom.DiscordChannel, Newsroom.Member, FakeDiscord.ManageServer, "watch add", ("name", name), ("query", "depot")))
        .Messages[^1] with
        { ChannelId = Newsroom.DiscordChannel };

    private static Task<FakeAnswer> Press(FakeDiscord discord, FakeMessage shown) =>
        discord.Press(shown, shown.CustomIds.Single(id => id.StartsWith("keep:", StringComparison.Ordinal)), Newsroom.Server, Newsroom.Member, FakeDiscord.ManageServer);
}
