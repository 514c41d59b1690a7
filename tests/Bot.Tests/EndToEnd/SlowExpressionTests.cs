namespace Bot.Tests.EndToEnd;

public sealed class SlowExpressionTests
{
    [Fact]
    public async Task A_watchlist_whose_expression_takes_too_long_is_named_once_and_the_others_are_told()
    {
        await using var room = await Newsroom.OpenAsync();
        await room.WatchOnDiscordAsync("slow", "/.*[ac].{90}(aaaaa|bbbbb|ccccc)(aaaaa|bbbbb|ccccc)/");
        var random = new Random(1);

        foreach (var place in new[] { "depot near Kirkuk", "harbour of Basra" })
        {
            var text = string.Create(1_500_000, random, static (text, random) =>
            {
                foreach (ref var c in text)
                    c = "abc "[random.Next(4)];
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
