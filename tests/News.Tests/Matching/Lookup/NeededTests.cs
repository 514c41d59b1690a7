using News.Articles;
using News.Matching;

namespace News.Tests.Matching.Lookup;

/// <summary>What is kept of an article's words proposes each article that a query is met by.</summary>
public sealed class NeededTests
{
    [Theory]
    [InlineData("strike", "Two strikes near Kirkuk", "a form")]
    [InlineData("stop", "They stopped at dawn", "a doubled letter")]
    [InlineData("ministry", "Two ministries say so", "y and ies")]
    [InlineData("airstrike", "An air strike hit a depot", "one word of the query, two of the text")]
    [InlineData("airstrike", "Air-strikes hit a depot", "the same with a hyphen")]
    [InlineData("\"air strike\"", "An airstrike hit a depot", "the other way round")]
    [InlineData("air strike", "An airstrike hit a depot", "without marks")]
    [InlineData("\"airstrike commander\"", "The air strike commander was killed", "within a phrase")]
    [InlineData("\"airstrike commander\"", "The air-strike commander was killed", "within a phrase, with a hyphen")]
    [InlineData("\"face-to-face talks\"", "Face-to-face talks began", "three with hyphens")]
    [InlineData("\"facetoface talks\"", "Face-to-face talks began", "three with hyphens that the query has as one")]
    [InlineData("\"war on terror\"", "The war on terror goes on", "short words")]
    [InlineData("\"drone strik*\"", "Drone striking stopped", "a beginning in a phrase")]
    [InlineData("strike*", "Striker scores", "a beginning that is longer than a root")]
    [InlineData("strik*", "They were striking", "a beginning")]
    [InlineData("ракет*", "Ракетой поражён мост", "a Cyrillic beginning")]
    [InlineData("ракета", "Удар ракетами по мосту", "a Cyrillic form")]
    [InlineData("العراق", "قال مسؤول عراقي", "an Arabic word without its article")]
    [InlineData("Iraq", "Iraqi officials", "a country's people")]
    [InlineData("@irgc", "The Revolutionary Guards spoke", "a name of an entity")]
    [InlineData("IRGC", "The I.R.G.C. spoke", "dots")]
    [InlineData("Türkei", "Die Tuerkei und der Irak", "umlauts as two")]
    [InlineData("drone NEAR/5 Iraq", "A drone flew over Iraq", "nearness")]
    [InlineData("(golf OR drone) AND NOT football", "A drone flew", "what must be absent is not needed")]
    [InlineData("source:wire AND depot", "Depot burns", "another field")]
    [InlineData("defense", "The defence minister", "British letters")]
    [InlineData("\"prime minister\"", "Prime, minister of all", "over a comma")]
    [InlineData("伊拉克", "伊拉克发生爆炸", "a script without spaces")]
    [InlineData("1.5", "He paid 1.5 million", "a sign within a number")]
    public void What_meets_a_query_has_what_the_query_needs(string text, string title, string why)
    {
        var query = Assert.IsType<QueryReading.Read>(Query.Parse(text)).Query;
        var article = Titled(title);

        Assert.False(query.Match(article).IsEmpty, $"{why}: the query is to be met");
        Assert.True(Has(ArticleWords.Of(article), Assert.IsType<Needed>(query.Needs(), exactMatch: false)), $"{why}: {query.Needs()} in {string.Join(' ', ArticleWords.Of(article))}");
    }

    [Theory]
    [InlineData("\"prime minister\"", "The minister had a prime idea", "words that are no phrase")]
    [InlineData("airstrike", "The air was clear, and a strike began", "halves that stand apart")]
    [InlineData("drone AND Iraq", "A drone flew", "one of two")]
    [InlineData("Kirkuk", "Basra is calm", "another word")]
    public void Most_of_what_does_not_meet_a_query_lacks_it(string text, string title, string why)
    {
        var query = Assert.IsType<QueryReading.Read>(Query.Parse(text)).Query;

        Assert.False(Has(ArticleWords.Of(Titled(title)), query.Needs()!), why);
    }

    [Theory]
    [InlineData("/r[ae]gex/")]
    [InlineData("/r[ae]gex/ OR golf")]
    [InlineData("lang:ar")]
    [InlineData("عراق*")] // a beginning behind particles: والعراقيون
    public void What_no_word_tells_needs_nothing(string text) =>
        Assert.Null(Assert.IsType<QueryReading.Read>(Query.Parse(text)).Query.Needs());

    [Fact]
    public void Nothing_in_a_word_parts_words_where_they_are_kept()
    {
        var words = ArticleWords.Of(Titled("He paid $1.5m (AT&T) for x@example.org, C++ and \"quotes\" at https://example.org/a_b?c=d"));

        Assert.All(words, word => Assert.All(word, letter => Assert.True(letter > 127 || letter == '_' || char.IsAsciiLetterOrDigit(letter), word)));
    }

    private static Article Titled(string title) =>
        new() { Key = new ItemKey("guid:1"), Title = title, Text = "", Source = "Example Wire", Published = DateTimeOffset.UnixEpoch };

    private static bool Has(IReadOnlySet<string> words, Needed needed) => needed switch
    {
        Needed.Root { IsBeginning: true } root => words.Any(word => word.StartsWith(root.Letters, StringComparison.Ordinal)),
        Needed.Root root => words.Contains(root.Letters),
        Needed.All all => all.Parts.All(part => Has(words, part)),
        Needed.Any any => any.Parts.Any(part => Has(words, part)),
        _ => throw new ArgumentOutOfRangeException(nameof(needed)),
    };
}
