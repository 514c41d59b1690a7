using News.Summaries;

namespace News.Tests.Summaries;

public sealed class SummarizerTests
{
    private const string Doe = "Brig. Gen. Jane Doe";
    private const string Haddad = "Maj. Gen. Samir Haddad";

    private static readonly string Habits = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Summaries", "Samples", "all-the-habits.txt"));

    [Fact]
    public void An_article_with_all_the_habits_gives_each_quotation_to_the_right_mouth()
    {
        (string Text, QuoteKind Kind, string? Speaker)[] wanted =
        [
            ("The drones came from the desert, low and in the dark,", QuoteKind.Full, Doe),
            ("Two of them were shot down by our air defenses.", QuoteKind.Continued, Doe),
            ("fully operational", QuoteKind.Partial, Doe),
            ("a gift to nobody", QuoteKind.Partial, Doe),
            ("No warning was ignored,", QuoteKind.Full, Doe),
            ("None.", QuoteKind.Continued, Doe),
            ("We know where they are. We know who pays them.", QuoteKind.Full, "One official"),
            ("answer at a time of its choosing.", QuoteKind.Partial, "Defense Ministry"),
            ("We heard the first one at about 2 a.m.", QuoteKind.Full, Haddad),
            ("Then the sirens started, and somebody shouted ‘Get down!’ and we got down.", QuoteKind.Continued, Haddad),
            ("I have never been so afraid,", QuoteKind.Continued, Haddad),
            ("They’ve earned the soldiers’ pay,", QuoteKind.Full, "Col. Omar Aziz"),
            ("If this happens again,", QuoteKind.Full, Doe),
            ("we won't wait.", QuoteKind.Continued, Doe),
            ("Nous sommes inquiets", QuoteKind.Full, "Claire Martin"),
            ("Wir auch", QuoteKind.Full, "Karl Brandt"),
            ("a grave violation", QuoteKind.Partial, "United Nations"),
        ];

        var quotes = Summarizer.Summarize(null, Habits).Quotes;

        Assert.Equal(wanted, quotes.Select(quote => (quote.Text, quote.Kind, quote.Speaker)));
        Assert.All(quotes.Where(quote => quote.Speaker == Doe), quote => Assert.Equal("a ministry spokeswoman", quote.Role));
    }

    [Fact]
    public void An_article_with_all_the_habits_is_summarised_without_any_of_them()
    {
        var summary = Summarizer.Summarize("Drones hit base in western Iraq", Habits);

        Assert.Equal("Three drones struck the Al-Aq'im air base in western Iraq early on Tuesday, killing four soldiers and wounding 11, the Defense Ministry said.", summary.Sentences[0].Text);
        Assert.Equal("It was the fifth attack on the base since Nov. 3, and the first in which U.S. advisers were hurt.", summary.Sentences[1].Text);
        Assert.InRange(summary.Sentences.Sum(sentence => sentence.Text.Split(' ').Length), 20, 60);
        foreach (var phrase in new[] { "version", "Photo", "subscribe", "Read more", "rights reserved", "Write to us", "Farouk", "Summer" })
            Assert.DoesNotContain(summary.Sentences, sentence => sentence.Text.Contains(phrase, StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public void A_correction_is_kept_apart()
    {
        var correction = Assert.Single(Summarizer.Summarize(null, Habits).Corrections);
        Assert.Equal("Correction: an earlier version of this story misspelled the name of the air base. It is Al-Aq'im, not Al-Qaim.", correction);
    }

    [Fact]
    public void A_sentence_with_the_matched_words_is_among_the_summary()
    {
        const string text = """
            A storm closed the port of Basra on Monday and left thousands of homes without power for hours.

            Ferries were cancelled, and schools in the city sent their pupils home before noon.

            Traffic lights failed across the south, and hospitals ran on generators through the night.

            Engineers said repairs would take until Thursday at least, and perhaps longer.

            Far to the north, an airstrike near Kirkuk killed two men on a motorcycle, the police said.
            """;
        var at = text.IndexOf("airstrike", StringComparison.Ordinal);

        var summary = Summarizer.Summarize("Storm closes port", text, [new TextSpan("airstrike", at)]);

        Assert.Contains(summary.Sentences, sentence => sentence.Text.Contains("airstrike", StringComparison.Ordinal));
    }

    [Fact]
    public void A_sentence_that_leans_on_one_left_out_is_left_out_too()
    {
        const string text = "The ministry closed the road to Erbil on Sunday after two bridges were found to be unsafe.\n\n"
            + "\"It could not wait,\" Ali Hassan, the minister, said.\n\nHe added that drivers should expect delays of up to three hours.";

        Assert.DoesNotContain(Summarizer.Summarize(null, text).Sentences, sentence => sentence.Text.StartsWith("He added", StringComparison.Ordinal));
    }

    [Fact]
    public void A_sentence_that_only_repeats_the_headline_is_left_out()
    {
        const string text = "Two bridges in Erbil closed. Engineers found cracks in the pillars of both on Sunday, the city said, and repairs will take three weeks.";

        Assert.DoesNotContain(Summarizer.Summarize("Two bridges in Erbil closed", text).Sentences, sentence => sentence.Start == 0);
    }

    [Theory]
    [InlineData("BAGHDAD, Jan. 28 (Example Wire) — ")]
    [InlineData("ISLAMABAD: ")]
    [InlineData("TULSA, Okla. (EW) — ")]
    [InlineData("PORTLAND, Ore. — ")]
    [InlineData("Deir el-Balah, Gaza – ")]
    [InlineData("GOMA, Democratic Republic of Congo (EW) — ")]
    [InlineData("ERBIL, Kurdistan Region - ")]
    [InlineData("Mumbai, Aug 19 (EWS) ")]
    [InlineData("PHILADELPHIA ― ")]
    [InlineData("(Example Business Desk) -- ")]
    public void A_dateline_is_no_part_of_the_first_sentence(string dateline)
    {
        var summary = Summarizer.Summarize(null, dateline + "Three rockets were fired at the airport on Sunday, the police said.");

        Assert.Equal("Three rockets were fired at the airport on Sunday, the police said.", Assert.Single(summary.Sentences).Text);
    }

    [Fact]
    public void A_report_that_begins_with_a_scene_is_told_by_its_matter()
    {
        const string text = "The mark inside the library is eight feet off the floor. Somebody has written the date next to it in pencil.\n\n"
            + "Fourteen months after the Red River flood took 19 people, the state offers to buy every house in the town below the bridge.";

        Assert.StartsWith("Fourteen months after", Summarizer.Summarize("After the flood, a town argues over the state's offer", text).Sentences[^1].Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("He left. The minister resigned on Monday after two votes in the house.")]
    [InlineData("WALLACE: Is that so? The minister resigned on Monday after two votes in the house.")]
    [InlineData("You've read it here first. The minister resigned on Monday after two votes in the house.")]
    [InlineData("Why Minister Doe Resigned After The Vote. The minister resigned on Monday after two votes in the house.")]
    public void What_is_no_statement_of_the_article_is_left_out(string text)
    {
        Assert.Equal("The minister resigned on Monday after two votes in the house.", Assert.Single(Summarizer.Summarize(null, text).Sentences).Text);
    }

    [Fact]
    public void The_matched_words_are_shown_from_far_down_with_the_sentence_that_theirs_leans_on()
    {
        var text = string.Concat(Enumerable.Range(1, 70).Select(i => $"The council of district {i} met on Monday and voted on its budget.\n\n"))
            + "The general spoke in Erbil for an hour. He named the IRGC only once.";
        var at = text.IndexOf("IRGC", StringComparison.Ordinal);

        var sentences = Summarizer.Summarize("Councils vote on budgets", text, [new TextSpan("IRGC", at)]).Sentences;

        Assert.Equal("He named the IRGC only once.", sentences[^1].Text);
        Assert.Equal("The general spoke in Erbil for an hour.", sentences[^2].Text);
    }

    [Theory]
    [InlineData("")]
    [InlineData("   \n\n ")]
    [InlineData("Click here to subscribe")]
    public void A_text_without_a_story_has_no_summary(string text)
    {
        var summary = Summarizer.Summarize("Title", text);

        Assert.Empty(summary.Sentences);
        Assert.Empty(summary.Quotes);
    }

    [Theory]
    [InlineData("Two die.", "Two die.")]
    [InlineData("Iraqi forces find a weapons cache near Mosul", "Iraqi forces find a weapons cache near Mosul")]
    [InlineData("An airstrike hit a depot in Iraq on [...]", "An airstrike hit a depot in Iraq on [...]")]
    [InlineData("Iraq says it struck a depot. Continue reading...", "Iraq says it struck a depot.")]
    [InlineData("Airstrike near Mosul", null)]
    [InlineData("Follow our live blog for the latest.", null)]
    [InlineData("By Jane Doe", null)]
    [InlineData("Is the war over?", null)]
    public void A_teaser_is_shown_as_it_is_unless_it_says_nothing(string text, string? shown)
    {
        var summary = Summarizer.Summarize("Airstrike near Mosul", text);

        Assert.Equal(shown, summary.Sentences.IsEmpty ? null : Assert.Single(summary.Sentences).Text);
    }
}
