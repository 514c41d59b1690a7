using News.Alerts;
using News.Articles;
using News.Matching;
using News.Summaries;

namespace News.Tests.Alerts;

public sealed class AlertWriterTests
{
    private const string Text =
        """
        The hospital of Kirkuk in Iraq moved its ward after an airstrike, its director said on Tuesday.

        “Nobody told them to come, and they came all the same,” said Dr. Hikmat Saleh, the director.

        One nurse, Dunya Kamal, said the children “should have a sky of their own.”

        Officials in the capital said they would “study” the report.

        “We are asking who gave the order of the strike,” said Maj. Gen. Basim Halabi, a ministry spokesman. “We will publish the answer to that question.”
        """;

    [Fact]
    public void An_alert_shows_three_telling_quotes_and_keeps_the_rest()
    {
        var alert = Write("airstrike AND Iraq");

        Assert.Equal(AlertWriter.QuotesShown, alert.Quotes.Length);
        Assert.Equal(5, alert.Quotes.Length + alert.FurtherQuotes.Length);
        Assert.Contains(alert.FurtherQuotes, quote => quote.Text == "study");
        Assert.All(alert.Quotes.Concat(alert.FurtherQuotes), quote => Assert.Contains(quote.Text, Text, StringComparison.Ordinal));
    }

    [Fact]
    public void A_comma_that_belongs_to_the_sentence_around_is_not_shown()
    {
        var quotes = Write("Iraq").Quotes;

        Assert.Contains(quotes, quote => quote.Text == "Nobody told them to come, and they came all the same");
    }

    [Fact]
    public void A_role_that_opened_a_sentence_is_small_behind_the_name()
    {
        var alert = Write("Iraq");

        Assert.Equal("one nurse", alert.Quotes.Concat(alert.FurtherQuotes).Single(quote => quote.Speaker == "Dunya Kamal").Role);
    }

    [Fact]
    public void What_was_met_in_quotes_and_speakers_is_told_with_its_sentence_and_counts_for_the_summary()
    {
        var alert = Write("quote:strike AND speaker:Halabi");

        Assert.Equal(["quote", "speaker"], alert.Reasons.Select(reason => reason.Where).Distinct());
        Assert.All(alert.Reasons, reason => Assert.Contains("who gave the order of the strike", reason.Sentence, StringComparison.Ordinal));
        Assert.Contains(alert.Quotes, quote => quote.Text.StartsWith("We are asking who gave the order of the strike", StringComparison.Ordinal));
    }

    [Fact]
    public void The_reasons_name_the_terms_with_their_words_and_the_sentence_around()
    {
        var reasons = Write("airstrike AND Iraq").Reasons;

        var reason = Assert.Single(reasons, reason => reason.Term == "airstrike");
        Assert.Equal("airstrike", Assert.Single(reason.Words));
        Assert.Equal("text", reason.Where);
        Assert.Equal("The hospital of Kirkuk in Iraq moved its ward after an airstrike, its director said on Tuesday.", reason.Sentence);
    }

    private static Alert Write(string query)
    {
        var article = new Article
        {
            Key = new ItemKey("guid:1"),
            Title = "A ward goes below ground",
            Text = Text,
            Source = "Example Wire",
            Published = DateTimeOffset.UnixEpoch,
        };
        var read = Assert.IsType<QueryReading.Read>(Query.Parse(query)).Query;
        var writer = new AlertWriter(article, Summarizer.Summarize(article.Title, Text));
        return writer.Write("iraq", Severity.High, new Match(default, read.Match(article)));
    }
}
