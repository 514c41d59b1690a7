using Bot.Tests.Fakes;

namespace Bot.Tests.EndToEnd;

/// <summary>A query is tried on what is stored before anybody trusts it.</summary>
public sealed class WatchTestTests
{
    [Fact]
    public async Task A_query_is_tried_on_what_the_asker_s_feeds_brought()
    {
        await using var room = await Newsroom.OpenAsync();
        room.Wire(
            Rss.Item("1", "Airstrike hits depot near Kirkuk"),
            Rss.Item("2", "Football in Basra, Iraq", "<p>Two goals.</p>"),
            Rss.Item("3", "Goals in Mosul", "<p>Four.</p>", published: DateTimeOffset.UtcNow.AddDays(-2)));
        await room.Discord.MessageIn(Newsroom.DiscordChannel);

        var onDiscord = await room.AskDiscordWithoutRightsAsync("watch test", ("query", "goal OR depot"));
        var onSlack = await room.AskSlackAsync("watch test goal OR depot 24h", "U0MEMBER");

        Assert.True(onDiscord.IsPrivate);
        Assert.Contains("Would have fired 3 times in the 2 days that are stored (of 7 days asked)", onDiscord.Text, StringComparison.Ordinal);
        Assert.Contains("[Goals in Mosul](https://wire.example/3) · Example Wire", onDiscord.Text, StringComparison.Ordinal);
        Assert.Contains("**Goals**", onDiscord.Text, StringComparison.Ordinal);
        Assert.Contains("/watch add NAME goal OR depot", onDiscord.Text, StringComparison.Ordinal);
        Assert.Contains("Would have fired twice in the last 24 hours", onSlack.Visible, StringComparison.Ordinal);
        Assert.DoesNotContain("Mosul", onSlack.Visible, StringComparison.Ordinal);
        Assert.Contains("/news watch add NAME goal OR depot", onSlack.Visible, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_server_s_feeds_are_not_read()
    {
        await using var room = await Newsroom.OpenAsync(Newsroom.WithOtherServer);
        room.Wire(Rss.Item("1", "Airstrike hits depot near Kirkuk"));
        await room.Discord.MessageIn(Newsroom.DiscordChannel);

        var answer = await room.AskElsewhereAsync("watch test", ("query", "depot"));

        Assert.Contains("Nothing is stored of the last 7 days yet", answer.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Kirkuk", answer.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("depot AND", "^")]
    [InlineData("@nobody-known", "^")]
    public async Task A_wrong_query_is_answered_with_its_place(string query, string hint)
    {
        await using var room = await Newsroom.OpenAsync();

        Assert.Contains(hint, (await room.AskDiscordAsync("watch test", ("query", query))).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("depot and Kirkuk", "“and” is a word here", "depot AND Kirkuk", "would have fired once")]
    [InlineData("Kirkuk Or basra", "“Or” is a word here", "Kirkuk OR basra", "would have fired twice")]
    [InlineData("Iraq not football", "“not” is a word here", "Iraq NOT football", "would have fired once")]
    public async Task An_operator_in_small_letters_is_a_word_and_said_to_be_one(string query, string warning, string meant, string fires)
    {
        await using var room = await Newsroom.OpenWithStoriesAsync();

        var tried = await room.AskDiscordAsync("watch test", ("query", query));
        var added = await room.AskDiscordAsync("watch add", ("name", "depots"), ("query", query));

        foreach (var answer in (string[])[tried.Text, added.Text])
        {
            Assert.Contains(warning, answer, StringComparison.Ordinal);
            Assert.Contains($"Did you mean `{meant}`? It {fires}.", answer, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("depot AND \"and\"")]
    [InlineData("depot AND title:not")]
    [InlineData("depot AND /rock and roll/")]
    public async Task What_is_meant_as_a_word_is_no_operator(string query)
    {
        await using var room = await Newsroom.OpenWithStoriesAsync();

        Assert.DoesNotContain("is a word here", (await room.AskDiscordAsync("watch test", ("query", query))).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("depot AND goals", "Each of the terms was met, but never all that the query asks for in one article.")]
    [InlineData("airstrike NEAR/2 Kirkuk", "in one article, or never that near.")]
    [InlineData("depot NOT depot", "in one article, or only together with what NOT leaves out.")]
    public async Task A_query_that_finds_nothing_though_its_terms_stand_there_is_told_why(string query, string reason)
    {
        await using var room = await Newsroom.OpenWithStoriesAsync();

        var answer = await room.AskDiscordAsync("watch test", ("query", query));

        Assert.Contains("Would not have fired", answer.Text, StringComparison.Ordinal);
        Assert.Contains(reason, answer.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("depot and Kirkuk", "/watch add NAME depot AND Kirkuk")] // what is meant
    [InlineData("kirkukk", null)] // misspelt
    [InlineData("earthquake", "/watch add NAME earthquake")] // there was none yet
    public async Task What_is_meant_is_recommended_and_nothing_that_is_misspelt(string query, string? command)
    {
        await using var room = await Newsroom.OpenWithStoriesAsync();

        var answer = await room.AskDiscordAsync("watch test", ("query", query));

        if (command is null)
            Assert.DoesNotContain("/watch add", answer.Text, StringComparison.Ordinal);
        else
            Assert.Contains($"`{command}`", answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_long_query_stands_there_once()
    {
        await using var room = await Newsroom.OpenAsync();
        var query = string.Join(" OR ", Enumerable.Range(100, 50).Select(i => $"word{i}"));

        var answer = await room.AskDiscordAsync("watch test", ("query", query));

        Assert.Contains("`/watch add NAME` with the query behind it", answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wrong_span_is_answered_with_what_to_type()
    {
        await using var room = await Newsroom.OpenAsync();

        Assert.Contains("90m", (await room.AskDiscordAsync("watch test", ("query", "depot"), ("since", "soon"))).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task From_how_many_a_day_on_a_query_is_busy_is_a_setting()
    {
        await using var site = await FakeFeedSite.StartAsync();
        site.Serve("/wire", Rss.Feed([.. new[] { "Kirkuk", "Basra", "Mosul", "Najaf" }.Select(town => Rss.Item(town, $"Depot of {town} burns", Rss.OwnText(town)))]));
        await using var bot = BotUnderTest.With(new() { ["Feeds:0:Url"] = site.Url("/wire").AbsoluteUri, ["Alerts:BusyPerDay"] = "3" });

        await bot.RunOnceAsync(null, "/watch test depot");

        Assert.Contains("Would have fired 4 times", bot.Terminal, StringComparison.Ordinal);
        Assert.Contains("more than 3 a day", bot.Terminal, StringComparison.Ordinal);
    }
}
