namespace Bot.Tests.EndToEnd;

public sealed class SlowExpressionTests
{
    [Fact]
    public async Task A_watchlist_whose_expression_takes_too_long_is_named_once_and_the_others_are_told()
    {
        await using var room = await Newsroom.OpenAsync();
        await room.WatchOnDiscordAsync("slow", "/.*[ac].{90}(aaaaa|bbbbb|ccccc)(aaaaa|bbbbb|ccccc)/");
        var random = new Random(1);

        // The second has no word of the first, and so is another story.
        foreach (var (place, letters) in new[] { ("depot near Kirkuk", "abc "), ("harbour of Basra", "abcd") })
        {
            var text = string.Create(1_500_000, (random, letters), static (text, from) =>
            {
                foreach (ref var c in text)
                    c = from.letters[from.random.Next(from.letters.Length)];
            });
            room.Wire(Rss.Item(place, $"Airstrike hits the {place} in Iraq", $"<p>{text}</p>"));
            await room.Bot.UntilTerminalShowsAsync(place);
        }

        var told = Assert.Single(room.Bot.Log, line => line.Contains("takes too long", StringComparison.Ordinal));
        Assert.Contains("The watchlist slow of discord", told, StringComparison.Ordinal);
        Assert.Contains("/.*[ac].{90}(aaaaa|bbbbb|ccccc)(aaaaa|bbbbb|ccccc)/", told, StringComparison.Ordinal);
        Assert.Contains("words with NEAR", told, StringComparison.Ordinal);
    }
}
