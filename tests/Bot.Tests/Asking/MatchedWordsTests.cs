using System.Collections.Immutable;
using Bot.Cards;
using News.Alerts;
using News.Matching;

namespace Bot.Tests.Asking;

public sealed class MatchedWordsTests
{
    [Theory]
    [InlineData("Iraq and Iraqi airstrikes in IRAQ", "Iraq|airstrikes", "[Iraq] and Iraqi [airstrikes] in [IRAQ]")] // whole words, in any case
    [InlineData("The Islamic Revolutionary Guard Corps said", "Revolutionary Guard Corps|Guard", "The Islamic [Revolutionary Guard Corps] said")] // the longest
    [InlineData("U.S. and I.R.G.C. officers", "I.R.G.C.", "U.S. and [I.R.G.C.] officers")] // a name that ends in a mark
    [InlineData("سپاه پاسداران گفت", "سپاه پاسداران", "[سپاه پاسداران] گفت")] // as the article writes it
    [InlineData("美国在伊拉克发动空袭", "伊拉克|空袭", "美国在[伊拉克]发动[空袭]")] // no spaces between words
    [InlineData("이라크에서 공습", "이라크", "[이라크]에서 공습")] // a particle hangs on the word
    [InlineData("Erdoğan met Erdogan", "Erdoğan", "[Erdoğan] met Erdogan")] // the words that were met, not what was asked for
    [InlineData("An air strike, an air-strike", "air strike|air-strike", "An [air strike], an [air-strike]")]
    [InlineData("Nothing of it", "Iraq", "Nothing of it")]
    public void Words_that_were_met_are_bold(string text, string words, string drawn)
    {
        Assert.Equal(drawn, Drawn(MatchedWords.InBold(text, [Reason("text", MatchRule.Exact, [.. words.Split('|')])])));
    }

    [Fact]
    public void What_a_regular_expression_met_is_bold_inside_a_word_too()
    {
        Assert.Equal("mega[ton]s", Drawn(MatchedWords.InBold("megatons", [Reason("text", MatchRule.Regex, "ton")])));
        Assert.Equal("megatons", Drawn(MatchedWords.InBold("megatons", [Reason("text", MatchRule.Exact, "ton")])));
    }

    [Theory]
    [InlineData("US", "US", "[US] officials told us")] // "us" is another word
    [InlineData("@united-states", "US", "[US] officials told us")] // by whatever term
    [InlineData("=Turkey", "Turkey", "[Turkey] eats turkey")]
    [InlineData("IRGC", "IRGC", "[IRGC], [Irgc]")]
    public void Words_that_count_in_their_letters_only_are_bold_in_these(string term, string met, string drawn)
    {
        var text = drawn.Replace("[", "", StringComparison.Ordinal).Replace("]", "", StringComparison.Ordinal);

        Assert.Equal(drawn, Drawn(MatchedWords.InBold(text, [new AlertReason(term, [met], "text", null)])));
    }

    [Theory]
    [InlineData("source")]
    [InlineData("lang")]
    [InlineData("category")]
    public void What_stands_beside_the_story_is_not_bold_in_it(string where)
    {
        Assert.Equal("It is en route", Drawn(MatchedWords.InBold("It is en route", [Reason(where, MatchRule.Exact, "en")])));
    }

    [Fact]
    public void An_alert_of_an_older_bot_has_no_rules()
    {
        Assert.Equal("in [Iraq]", Drawn(MatchedWords.InBold("in Iraq", [new AlertReason("Iraq", ["Iraq"], "text", null)])));
    }

    [Fact]
    public void What_was_met_in_the_headline_only_is_not_bold_in_the_summary()
    {
        var alert = new Alert
        {
            Watchlist = "near-erbil",
            Severity = Severity.Normal,
            Headline = "Fire near Erbil",
            Link = null,
            Source = "Example Wire",
            Published = new DateTimeOffset(2025, 1, 15, 12, 0, 0, TimeSpan.Zero),
            Summary = ["A fire burned near the citadel of Erbil."],
            Reasons = [new AlertReason("near", ["near"], "title", null), new AlertReason("Erbil", ["Erbil"], "title", null), new AlertReason("Erbil", ["Erbil"], "text", null)],
        };

        Assert.Equal("A fire burned near the citadel of [Erbil].", Drawn(AlertCard.Of(alert, "key").Parts.OfType<CardPart.Paragraph>().First().Text));
    }

    [Theory]
    [InlineData("@erbil", MatchRule.Entity, "Hewler|Erbil", "Hewler (@erbil), Erbil")]
    [InlineData("@kataib-hezbollah", MatchRule.Entity, "Kataib Hezbollah", "Kataib Hezbollah")]
    [InlineData("strike", MatchRule.Form, "strikes|struck", "strikes, struck (strike)")]
    [InlineData("Netherlands", MatchRule.Demonym, "Dutch", "Dutch (Netherlands)")]
    [InlineData("Iraq", MatchRule.Demonym, "Iraqi|iraqi", "Iraqi")]
    [InlineData("/shahed-?1/", MatchRule.Regex, "Shahed-1", "Shahed-1")]
    public void A_word_that_hides_its_term_is_told_with_it(string term, MatchRule rule, string words, string told)
    {
        ImmutableArray<string> met = [.. words.Split('|')];

        Assert.Equal(told, string.Join(", ", MatchedWords.Of([new AlertReason(term, met, "text", null) { Rules = [.. met.Select(_ => rule)] }])));
    }

    private static AlertReason Reason(string where, MatchRule rule, params ImmutableArray<string> words) =>
        new("term", words, where, null) { Rules = [.. words.Select(_ => rule)] };

    private static string Drawn(CardText text) => string.Concat(text.Runs.Select(run => run switch
    {
        TextRun.Bold(var bold) => $"[{bold}]",
        TextRun.Words(var words) => words,
        _ => "?",
    }));
}
