using Bot.Tests.Fakes;

namespace Bot.Tests.EndToEnd;

/// <summary>Why an item met a watchlist, or did not.</summary>
public sealed class WhyTests
{
    [Fact]
    public async Task Nothing_given_means_the_newest_alert_of_the_channel()
    {
        await using var room = await Newsroom.OpenWithStoriesAsync();

        var onDiscord = await room.AskDiscordAsync("why");
        var onSlack = await room.AskSlackAsync("why", "U0MEMBER");

        Assert.True(onDiscord.IsPrivate);
        Assert.Contains("It meets **strikes-in-iraq**. The story was told here", onDiscord.Text, StringComparison.Ordinal);
        Assert.Contains("An **airstrike** hit an empty depot near Kirkuk", onDiscord.Text, StringComparison.Ordinal);
        Assert.Contains("It meets strikes-in-iraq. The story was told", onSlack.Visible, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_button_of_an_alert_names_the_rule_in_the_same_words()
    {
        await using var room = await Newsroom.OpenAsync();
        room.Wire(Rss.Item("1", "Air strikes hit depot near Kirkuk", "<p>Iraqi officials spoke of air strikes.</p>"));
        var alert = await room.Discord.MessageIn(Newsroom.DiscordChannel);

        var pressed = await room.Discord.Press(alert, alert.CustomIds.Single(id => id.StartsWith("why:", StringComparison.Ordinal)), Newsroom.Server, Newsroom.Member);
        var asked = await room.AskDiscordAsync("why");

        foreach (var answer in new[] { pressed.Text, asked.Text })
        {
            Assert.Contains("“Iraqi”, the people of Iraq or what is theirs · in the text: **Iraqi** officials", answer, StringComparison.Ordinal);
            Assert.Contains("airstrike written together, apart or with a hyphen · in the headline", answer, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task An_item_that_meets_nothing_is_told_with_the_term_that_failed()
    {
        await using var room = await Newsroom.OpenWithStoriesAsync();

        var byLink = await room.AskDiscordAsync("why", ("item", "https://wire.example/2?utm_source=x"), ("watchlist", Newsroom.Watchlist));
        var byWords = await room.AskSlackAsync("why football basra", "U0MEMBER");
        var typed = await room.AskSlackAsync($"why <https://wire.example/2> {Newsroom.Watchlist}", "U0MEMBER");

        Assert.Contains($"It does not meet **{Newsroom.Watchlist}**: neither `IRGC` nor `airstrike` stands in it.", byLink.Text, StringComparison.Ordinal);
        Assert.Contains("Football in Basra", byWords.Visible, StringComparison.Ordinal);
        Assert.Contains("neither IRGC nor airstrike stands in it", byWords.Visible, StringComparison.Ordinal);
        Assert.Contains("neither IRGC nor airstrike stands in it", typed.Visible, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("title:ministry AND Iraq", "`title:ministry` stands only in the text: “ministry”.")]
    [InlineData("@georgia", "`@georgia` stands there, but none of the words that go with it, anywhere in the article: “Georgia” in the headline.")]
    [InlineData("(Erbil OR Basra) AND golf", "neither `Erbil` nor `Basra` nor `golf` stands in it.")]
    [InlineData("golf OR quote:depot", "`golf` stands nowhere in it; `quote:depot` stands only in the headline and in the text: “depot”.")]
    public async Task What_failed_is_told_as_somebody_would_say_it(string query, string failed)
    {
        await using var room = await Newsroom.OpenAsync();
        room.Wire(Rss.Item("1", "Georgia inspects depot in Kirkuk airstrike"));
        await room.Discord.MessageIn(Newsroom.DiscordChannel);
        await room.WatchOnDiscordAsync("other", query);

        var answer = await room.AskDiscordAsync("why", ("item", "https://wire.example/1"), ("watchlist", "other"));

        Assert.Contains($"It does not meet **other**: {failed}", answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_item_that_was_known_before_it_was_news_says_so()
    {
        await using var room = await Newsroom.OpenAsync(room => room.Wire(Rss.Item("0", "Airstrike hits barracks near Mosul")));

        var answer = await room.AskDiscordAsync("why", ("item", "barracks Mosul"));

        Assert.Contains("It was stored and not told", answer.Text, StringComparison.Ordinal);
        Assert.Contains("first poll", answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_watchlist_that_came_after_the_item_says_so()
    {
        await using var room = await Newsroom.OpenWithStoriesAsync();
        await room.WatchOnDiscordAsync("football", "football");

        var answer = await room.AskDiscordAsync("why", ("item", "https://wire.example/2"), ("watchlist", "football"));

        Assert.Contains("is newer than the item", answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_never_came_and_what_is_another_server_s_are_the_same_to_who_asks()
    {
        await using var room = await Newsroom.OpenWithStoriesAsync(Newsroom.WithOtherServer);
        var own = await room.AskElsewhereAsync("watch add", ("name", "depots"), ("query", "depot"));
        var shown = own.Messages[^1] with { ChannelId = Newsroom.OtherChannel };
        await room.Discord.Press(shown, shown.CustomIds.First(), Newsroom.OtherServer, Newsroom.Member, FakeDiscord.ManageServer);

        var hidden = await room.AskElsewhereAsync("why", ("item", "https://wire.example/1"));
        var never = await room.AskElsewhereAsync("why", ("item", "https://wire.example/99"));
        var words = await room.AskElsewhereAsync("why", ("item", "depot Kirkuk"));
        var here = await room.AskDiscordAsync("why", ("item", "https://wire.example/99"));

        Assert.Equal(never.Text, hidden.Text);
        Assert.DoesNotContain("Kirkuk", words.Text, StringComparison.Ordinal);
        Assert.Contains("No item with this link came", here.Text, StringComparison.Ordinal);
        Assert.Contains("/feed add wire.example", here.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_watchlist_that_there_is_not_is_named()
    {
        await using var room = await Newsroom.OpenAsync();

        var answer = await room.AskDiscordAsync("why", ("item", "depot"), ("watchlist", "nobody-s"));

        Assert.Contains("There is no watchlist “nobody-s” here", answer.Text, StringComparison.Ordinal);
    }
}
