using System.Collections.Immutable;
using News.Stories;

namespace News.Tests.Stories;

public sealed class VoicesTests
{
    private static readonly Dictionary<string, ImmutableArray<string>> NoFamilies = [];

    private static VoicedReport Report(string publisher, string? host = null, string? author = null, string text = "Two men were held.", long? copyOf = null) =>
        new(publisher, host, author, text, copyOf);

    private static string[] Heard(VoicedReport[] reports, Dictionary<string, ImmutableArray<string>>? families = null) =>
        [.. Voices.Of(reports, families ?? NoFamilies)];

    [Theory]
    [InlineData("BAGHDAD (Reuters) - Two men were held.", "Example Post (Reuters)")]
    [InlineData("BAGHDAD, March 3 (Xinhua) -- Two men were held.", "Example Post (Xinhua)")]
    [InlineData("BAGHDAD (AP) — Two men were held.", "Example Post (AP)")]
    [InlineData("(AFP) Two men were held.", "Example Post (AFP)")]
    [InlineData("Two men were held, police said. (dpa)", "Example Post (dpa)")]
    [InlineData("Two men were held.\n\n— Reuters", "Example Post (Reuters)")]
    [InlineData("Two men were held, an official told Reuters.", "Example Post")] // named as one who was told, not as the author
    [InlineData("The Popular Mobilization (PMF) - a state force - held two men.", "Example Post")]
    [InlineData("It was quiet. The ministry (INA) - asked - said nothing.", "Example Post")] // not at the beginning
    public void An_agency_is_credited_in_the_text(string text, string voice) =>
        Assert.Equal([voice], Heard([Report("Example Post", text: text)]));

    [Theory]
    [InlineData("By Jane Doe, Associated Press", "Example Post (AP)")]
    [InlineData("AFP", "Example Post (AFP)")]
    [InlineData("Reuters in Baghdad", "Example Post (Reuters)")]
    [InlineData("Agence France-Presse", "Example Post (AFP)")]
    [InlineData("Paloma Apps", "Example Post")]
    [InlineData(null, "Example Post")]
    public void Or_in_the_byline(string? author, string voice) =>
        Assert.Equal([voice], Heard([Report("Example Post", author: author)]));

    [Fact]
    public void An_agencys_text_on_ten_sites_is_one_voice()
    {
        var reports = Enumerable.Range(0, 10).Select(i => Report($"Site {i}", $"site{i}.example", text: "ERBIL (Reuters) - Two men were held."));
        Assert.Equal(["Site 0 (Reuters)"], Heard([.. reports]));
    }

    [Fact]
    public void And_it_is_the_agencys_own_where_it_tells_the_story_itself() =>
        Assert.Equal(["Reuters"], Heard([Report("Site", text: "ERBIL (Reuters) - Two men were held."), Report("Reuters", "reuters.com")]));

    [Fact]
    public void A_copy_without_its_credit_is_the_same_voice() =>
        Assert.Equal(
            ["One (AP)"],
            Heard([Report("One", "one.example", text: "ERBIL (AP) — Two men were held.", copyOf: 7), Report("Two", "two.example", copyOf: 7)]));

    [Fact]
    public void Copies_of_nobody_known_are_the_voice_of_whoever_came_first() =>
        Assert.Equal(["One"], Heard([Report("One", copyOf: 7), Report("Two", copyOf: 7)]));

    [Fact]
    public void A_house_is_heard_beside_the_agency_that_it_carries() =>
        Assert.Equal(
            ["Example Post (AP)", "Example Post"],
            Heard([Report("Example Post", text: "ERBIL (AP) — Two men were held."), Report("Example Post", text: "Our reporter saw two men held.")]));

    [Fact]
    public void Sites_under_one_name_are_one_house() =>
        Assert.Equal(
            ["Example News", "Other"],
            Heard(
                [Report("Example News", "news.example.co.uk"), Report("Example Sport", "sport.example.co.uk"), Report("Other", "other.co.uk"), Report("example news")]));

    [Theory]
    [InlineData("one.blogspot.com", "two.blogspot.com")]
    [InlineData("one.com.au", "two.com.au")]
    [InlineData("192.0.2.7", "192.0.2.7")] // a machine's, whoever has a site there
    [InlineData("[2001:db8::7]", "[2001:db8::7]")]
    public void Houses_under_one_roof_are_not(string one, string other) =>
        Assert.Equal(["One", "Two"], Heard([Report("One", one), Report("Two", other)]));

    [Fact]
    public void The_settings_name_families()
    {
        var families = new Dictionary<string, ImmutableArray<string>> { ["BBC"] = ["bbc.co.uk", "BBC Persian", "www.bbc.com"] };
        Assert.Equal(
            ["BBC", "Other"],
            Heard(
                [Report("BBC Middle East", "www.bbc.co.uk"), Report("Other"), Report("BBC Persian"), Report("BBC World", "bbc.com"), Report("bbc")], families));
    }
}
