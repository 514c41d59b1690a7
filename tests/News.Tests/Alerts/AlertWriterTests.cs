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
        Assert.Equal(4, alert.Quotes.Length + alert.FurtherQuotes.Length);
        Assert.Contains(alert.FurtherQuotes, quote => quote.Text == "study");
        Assert.All(
            alert.Quotes.Concat(alert.FurtherQuotes).SelectMany(quote => quote.Rest.Prepend(quote.Text)), words => Assert.Contains(words, Text, StringComparison.Ordinal));
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

    [Fact]
    public void What_goes_on_behind_she_said_is_one_quotation_of_which_each_part_is_verbatim()
    {
        var alert = Write("strike");

        var quote = Assert.Single(alert.Quotes, quote => quote.Speaker == "Maj. Gen. Basim Halabi");
        Assert.Equal("We are asking who gave the order of the strike", quote.Text);
        Assert.Equal("We will publish the answer to that question.", Assert.Single(quote.Rest));
        Assert.DoesNotContain(alert.FurtherQuotes, other => other.Text == quote.Rest[0]);
    }

    /// <summary>Each text has four statements; the one that is to be left for More quotes is named, and why.</summary>
    [Theory]
    [InlineData("We never saw the bridge after the flood", "on the subject", """
        “We never saw the bridge after the flood,” said Omar Nasser, a teacher.

        “The airstrike hit while the children slept,” said Jane Roe, a nurse.

        “The strike came at noon on a clear day,” said Adam Poe, a driver.

        “All of the wards were full by the evening,” said Ann Loe, a doctor, of the airstrike.
        """)]
    [InlineData("We have nothing to say about the strike", "named", """
        “The strike shook every window here,” said Jane Roe, a nurse.

        “We have nothing to say about the strike,” a spokesman said.

        “The strike came at noon on a clear day,” said Adam Poe, a driver.

        “The strike left eleven people without homes,” said Ann Loe, a doctor.
        """)]
    [InlineData("Never again!", "a stub", """
        “Never again!” said Jane Roe, a nurse, of the strike.

        “The strike shook every window of the ward,” said Omar Nasser, a teacher.

        “The strike came at noon on a clear day,” a driver said.

        “It left eleven people without homes that night,” a doctor said.
        """)]
    [InlineData("It came, I say, at noon on a clear and quiet day", "the same again", """
        “The strike came at noon on a clear and quiet day,” said Adam Poe, a driver.

        The strike was expected, Mr. Poe said. “It came, I say, at noon on a clear and quiet day,” he said.

        “All of the wards were full by the evening,” said Ann Loe, a doctor.

        “Eleven people have no homes since that night,” said Jane Roe, a nurse.
        """)]
    [InlineData("The strike took the roof, and then the strike took the walls", "one speaker of several", """
        “The strike came at noon on a clear and quiet day,” said Adam Poe, a driver.

        “The strike took the roof, and then the strike took the walls,” Mr. Poe said.

        “All of the wards were full after the strike,” said Ann Loe, a doctor.

        “Eleven people have no homes since the strike,” said Jane Roe, a nurse.
        """)]
    public void The_three_weightiest_are_shown_in_the_order_of_the_text(string left, string why, string text)
    {
        var alert = Write("strike OR airstrike", text);

        Assert.Equal(AlertWriter.QuotesShown, alert.Quotes.Length);
        Assert.True(left == Assert.Single(alert.FurtherQuotes).Text, $"{why}: left is “{alert.FurtherQuotes[0].Text}”");
        var places = alert.Quotes.Select(quote => text.IndexOf(quote.Text, StringComparison.Ordinal)).ToList();
        Assert.Equal(places.Order(), places);
    }

    [Fact]
    public void Whom_the_watchlist_asks_for_comes_before_others()
    {
        var text = string.Join("\n\n", Enumerable.Range(0, 4).Select(i => $"“We counted {i + 2} boats on the river at dawn,” said Ann Loe{(char)('a' + i)}, a doctor.")
            .Append("“Nobody has told us anything so far,” said Jane Roe."));

        Assert.Contains(Write("speaker:Roe", text).Quotes, quote => quote.Speaker == "Jane Roe");
    }

    [Fact]
    public void A_word_inside_another_is_not_on_the_subject()
    {
        var text = """
            The strike was told in Iraq.

            “It was the most striking view of the whole coast,” said Jane Roe, a nurse.

            “They restrike the old coins in the mint at night,” said Adam Poe, a driver.

            “The ferry left with nobody on board at all,” said Omar Nasser, a teacher.

            “They came to see the strike and stayed for us,” a man said.
            """;

        var quotes = Write("=strike", text).Quotes;

        Assert.Contains(quotes, quote => quote.Text == "They came to see the strike and stayed for us");
    }

    [Theory]
    [InlineData("“We will repair the road by the end of May,” a ministry spokeswoman said.", "a ministry spokeswoman", null)]
    [InlineData("“We will repair the road by the end of May,” said Jane Doe, a ministry spokeswoman.", "Jane Doe", "a ministry spokeswoman")]
    [InlineData("“We will repair the road by the end of May,” said Prime Minister Jane Doe.", "Jane Doe", "Prime Minister")]
    [InlineData("“We will repair the road by the end of May.”", null, null)]
    public void A_role_stands_behind_a_name_that_does_not_say_it(string text, string? speaker, string? role)
    {
        var quote = Assert.Single(Write("road", text).Quotes);

        Assert.Equal(speaker, quote.Speaker);
        Assert.Equal(role, quote.Role);
    }

    [Fact]
    public void A_megabyte_of_quotations_is_weighed_within_seconds()
    {
        var text = string.Concat(Enumerable.Range(0, 20_000).Select(i => $"“The strike hit house {i},” Jane {(char)('A' + (i % 26))}oe{i} said. “It fell.”\n\n"));
        var clock = System.Diagnostics.Stopwatch.StartNew();

        var alert = Write("strike", text);

        Assert.NotEmpty(alert.Quotes);
        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(20), $"{clock.Elapsed}");
    }

    private static Alert Write(string query, string text = Text)
    {
        var article = new Article
        {
            Key = new ItemKey("guid:1"),
            Title = "A ward goes below ground",
            Text = text,
            Source = "Example Wire",
            Published = DateTimeOffset.UnixEpoch,
        };
        var read = Assert.IsType<QueryReading.Read>(Query.Parse(query)).Query;
        var writer = new AlertWriter(article, Summarizer.Summarize(article.Title, text));
        return writer.Write("iraq", Severity.High, new Match(default, read.Match(article)));
    }
}
