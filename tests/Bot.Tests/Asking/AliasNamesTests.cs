using Bot.Commands;

namespace Bot.Tests.Asking;

public sealed class AliasNamesTests
{
    [Theory]
    [InlineData("Sepah", "Sepah", "")]
    [InlineData("\"Sepah\", Pasdaran, سپاه", "Sepah|Pasdaran|سپاه", "")] // marks are optional
    [InlineData("“Guardian Corps”، «سپاه پاسداران»", "Guardian Corps|سپاه پاسداران", "")] // curly marks, an Arabic comma
    [InlineData("\"Corps, the\", Guards", "Corps, the|Guards", "")] // a comma between marks is part of the name
    [InlineData("Sepah, -Pasdaran", "Sepah", "Pasdaran")]
    [InlineData("-\"Guardian Corps\"", "", "Guardian Corps")]
    [InlineData("Al-Aq'im", "Al-Aq'im", "")] // a hyphen inside takes nothing away
    [InlineData("Sepah,, sepah ,", "Sepah", "")]
    [InlineData("\"Sepah, Guards", "Sepah|Guards", "")] // a mark that nobody closes
    [InlineData(" , ", "", "")]
    public void Names_stand_between_commas(string typed, string added, string removed)
    {
        var (plus, minus) = AliasNames.Read(typed);

        Assert.Equal((added, removed), (string.Join('|', plus), string.Join('|', minus)));
    }

    [Theory]
    [InlineData("Sepah")]
    [InlineData("سپاه")]
    [InlineData("UN")]
    [InlineData("WHO")] // in capitals it is met in capitals only
    [InlineData("AT&T")]
    [InlineData("=Sepah")] // letter for letter
    [InlineData("F-16")]
    [InlineData("17 November")]
    [InlineData("The Hague")]
    [InlineData("革命卫队")]
    public void A_name_is_taken(string name) => Assert.Null(AliasNames.Problem(name));

    [Theory]
    [InlineData("A", "too short")]
    [InlineData("--", "“--” can't be a name: a name needs a letter")]
    [InlineData("bar \"baz", "“bar \"baz” can't be a name: “\"” is no part of any")]
    [InlineData("The", "nearly every article")]
    [InlineData("من", "nearly every article")]
    [InlineData("2024", "number")]
    [InlineData("*Sepah*", "*")]
    [InlineData("<@123>", "<")]
    [InlineData("@everyone", "@")]
    [InlineData("https://example.org", "address")]
    public void What_would_be_met_everywhere_or_is_no_name_is_not_taken(string name, string because) =>
        Assert.Contains(because, AliasNames.Problem(name), StringComparison.Ordinal);
}
