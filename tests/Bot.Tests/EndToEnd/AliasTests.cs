using Bot.Tests.Fakes;

namespace Bot.Tests.EndToEnd;

/// <summary>A scope's own names for entities, and entities of its own.</summary>
public sealed class AliasTests
{
    [Fact]
    public async Task A_name_of_one_s_own_is_met_from_the_next_item_on()
    {
        await using var room = await Newsroom.OpenAsync();
        await room.WatchOnDiscordAsync("guards", "@irgc");

        var shown = await room.AskDiscordAsync("watch alias", ("handle", "IRGC"));
        var changed = await room.AskDiscordAsync("watch alias", ("handle", "irgc"), ("names", "\"Ironclad Corps\", Sepahan"));
        room.Wire(Rss.Item("1", "The Ironclad Corps moves", "<p>It moved at night.</p>"));
        var alert = await room.Discord.MessageIn(Newsroom.DiscordChannel);
        var list = await room.AskDiscordAsync("watch alias");

        Assert.Contains("Islamic Revolutionary Guard Corps", shown.Text, StringComparison.Ordinal);
        Assert.Contains("Pasdaran", shown.Text, StringComparison.Ordinal);
        Assert.Contains("guards", shown.Text, StringComparison.Ordinal);
        Assert.Contains("Ironclad Corps, Sepahan: added, used by guards, from the next item on.", changed.Text, StringComparison.Ordinal);
        Assert.Contains("The Ironclad Corps moves", alert.Text, StringComparison.Ordinal);
        Assert.Contains("@irgc", list.Text, StringComparison.Ordinal);
        Assert.Contains("Ironclad Corps, Sepahan", list.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_name_is_taken_away_again_and_one_that_ships_stays()
    {
        await using var room = await Newsroom.OpenAsync();
        await room.AskSlackAsync("watch alias irgc Sepahan, “Ironclad Corps”");

        var away = await room.AskSlackAsync("watch alias irgc -sepahan");
        var shipped = await room.AskSlackAsync("watch alias irgc -Pasdaran");
        var none = await room.AskSlackAsync("watch alias irgc -Nobody");

        Assert.Contains("taken away", away.Visible, StringComparison.Ordinal);
        Assert.Contains("Added here: Ironclad Corps", away.Visible, StringComparison.Ordinal);
        Assert.Contains("comes with the bot", shipped.Visible, StringComparison.Ordinal);
        Assert.Contains("no name of @irgc", none.Visible, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_server_sees_and_meets_nothing_of_it()
    {
        await using var room = await Newsroom.OpenAsync(Newsroom.WithOtherServer);
        await room.AskDiscordAsync("watch alias", ("handle", "irgc"), ("names", "Ironclad Corps"));
        await room.AskDiscordAsync("watch alias", ("handle", "our-river"), ("names", "Little Zab"));

        var list = await room.AskElsewhereAsync("watch alias");
        var shown = await room.AskElsewhereAsync("watch alias", ("handle", "irgc"));
        var query = await room.AskElsewhereAsync("watch test", ("query", "@our-river"));

        Assert.DoesNotContain("Ironclad", list.Text + shown.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("our-river", list.Text, StringComparison.Ordinal);
        Assert.Contains("^", query.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_who_may_manage_gives_names_and_everybody_sees_them()
    {
        await using var room = await Newsroom.OpenAsync();

        var refused = await room.AskDiscordWithoutRightsAsync("watch alias", ("handle", "irgc"), ("names", "Sepahan"));
        var shown = await room.AskDiscordWithoutRightsAsync("watch alias", ("handle", "irgc"));

        Assert.Contains("Manage Server", refused.Text, StringComparison.Ordinal);
        Assert.Contains("Pasdaran", shown.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Sepahan", shown.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_entity_of_one_s_own_keeps_a_name_as_long_as_a_watchlist_names_it()
    {
        await using var room = await Newsroom.OpenAsync();
        var made = await room.AskDiscordAsync("watch alias", ("handle", "our-river"), ("names", "Little Zab, \"Lower Zab\""));
        await room.WatchOnDiscordAsync("water", "@our-river AND flood");

        var one = await room.AskDiscordAsync("watch alias", ("handle", "our-river"), ("names", "-Little Zab"));
        var last = await room.AskDiscordAsync("watch alias", ("handle", "our-river"), ("names", "-Lower Zab"));
        await room.AskDiscordAsync("watch remove", ("name", "water"));
        var gone = await room.AskDiscordAsync("watch alias", ("handle", "our-river"), ("names", "-Lower Zab"));

        Assert.Contains("Little Zab, Lower Zab", made.Text, StringComparison.Ordinal);
        Assert.Contains("taken away", one.Text, StringComparison.Ordinal);
        Assert.Contains("Nothing was changed", last.Text, StringComparison.Ordinal);
        Assert.Contains("water", last.Text, StringComparison.Ordinal);
        Assert.Contains("@our-river is gone", gone.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_last_name_may_be_exchanged_for_another()
    {
        await using var room = await Newsroom.OpenAsync();
        await room.AskDiscordAsync("watch alias", ("handle", "our-river"), ("names", "Little Zab"));
        await room.WatchOnDiscordAsync("water", "@our-river AND flood");

        var changed = await room.AskDiscordAsync("watch alias", ("handle", "our-river"), ("names", "Lower Zab, -Little Zab"));

        Assert.Contains("Lower Zab: added; Little Zab: taken away", changed.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_watchlist_of_the_settings_file_is_said_to_stand_there()
    {
        await using var site = await FakeFeedSite.StartAsync();
        site.Serve("/wire", Rss.Feed());
        await using var bot = BotUnderTest.With(new() { ["Feeds:0:Url"] = site.Url("/wire").AbsoluteUri });
        await bot.RunOnceAsync(null, "/watch alias our-river \"Little Zab\"");
        bot.Set("Watchlists:0:Name", "water").Set("Watchlists:0:Query", "@our-river").Set("Watchlists:0:Channels:0", "terminal");

        await bot.RunOnceAsync(null, "/watch alias our-river -Little Zab", "/watch add Water flood");

        Assert.Contains("change that first in the settings file", bot.Terminal.ReplaceLineEndings(" "), StringComparison.Ordinal);
        Assert.Contains("There is a watchlist “water” already, in the settings file", bot.Terminal.ReplaceLineEndings(" "), StringComparison.Ordinal);
        Assert.DoesNotContain("/watch remove", bot.Terminal, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wrong_name_changes_nothing()
    {
        await using var room = await Newsroom.OpenAsync();

        var answer = await room.AskDiscordAsync("watch alias", ("handle", "irgc"), ("names", "Sepahan, the"));
        var list = await room.AskDiscordAsync("watch alias");

        Assert.Contains("Nothing was changed", answer.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Sepahan", list.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_the_terminal_names_holds_for_the_settings_file_also_after_a_restart()
    {
        await using var site = await FakeFeedSite.StartAsync();
        site.Serve("/wire", Rss.Feed());
        var settings = new Dictionary<string, string?> { ["Feeds:0:Url"] = site.Url("/wire").AbsoluteUri };
        await using var bot = BotUnderTest.With(settings);
        await bot.RunOnceAsync(null, "/watch alias our-river \"Little Zab\"");

        bot.Set("Watchlists:0:Name", "water").Set("Watchlists:0:Query", "@our-river").Set("Watchlists:0:Channels:0", "terminal");
        await bot.RunOnceAsync(null);
        site.Serve("/wire", Rss.Feed(Rss.Item("1", "Little Zab rises", "<p>It rose at night.</p>")));
        await bot.RunOnceAsync(null);

        Assert.Contains("Little Zab rises", bot.Terminal, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("guards", "“guards” stands in names of @")]
    [InlineData("guards", "@irgc")]
    [InlineData("irgx", "Did you mean @irgc")]
    [InlineData("nobody-known", "/watch alias nobody-known \"First Name\"")]
    public async Task An_entity_is_found_by_a_word_of_its_names(string handle, string found)
    {
        await using var room = await Newsroom.OpenAsync();

        Assert.Contains(found, (await room.AskDiscordAsync("watch alias", ("handle", handle))).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Each_wrong_name_is_told_by_itself()
    {
        await using var room = await Newsroom.OpenAsync();

        var several = await room.AskSlackAsync("watch alias foo bar \"baz, qux\" zip");
        var none = await room.AskDiscordAsync("watch alias", ("handle", "irgc"), ("names", "-"));
        var empty = await room.AskDiscordAsync("watch alias", ("handle", "irgc"), ("names", "\"\""));

        Assert.Contains("“bar \"baz” can't be a name", several.Visible, StringComparison.Ordinal);
        Assert.Contains("“qux\" zip” can't be a name", several.Visible, StringComparison.Ordinal);
        Assert.Contains("No name was given", none.Text, StringComparison.Ordinal);
        Assert.Contains("No name was given", empty.Text, StringComparison.Ordinal);
    }
}
