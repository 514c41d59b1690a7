using News.Articles;
using News.Matching;
using News.Stories;

namespace News.Tests.Matching;

public sealed class QueryTrialTests
{
    // A Monday.
    private static readonly DateTimeOffset Start = new(2026, 3, 2, 0, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset End = Start.AddDays(7);

    [Fact]
    public void Stories_are_counted_once_by_their_first_article_that_is_met()
    {
        var report = Trial("airstrike",
            (1, 0.5, "An airstrike in the north"), (1, 0.2, "Two airstrikes, it is said"), (1, 0.1, "A blast in the north"),
            (2, 3, "Airstrike on a depot"), (3, 4, "Rain"));

        Assert.Equal((5, 2), (report.Articles, report.Stories));
        Assert.Equal(["Airstrike on a depot", "Two airstrikes, it is said"], report.Examples.Select(example => example.Title));
        Assert.Equal("airstrikes", Assert.Single(report.Examples[1].Terms).Text);
    }

    [Fact]
    public void Two_words_that_are_one_are_counted_as_one()
    {
        var report = Trial("air strike", (1, 1, "Two airstrikes in the north"), (2, 2, "An air-strike"), (3, 3, "Rain"));

        Assert.Equal(("air strike", 2), report.Terms.Select(term => (term.Term, term.Articles)).Single());
        Assert.Empty(report.Unmet);
    }

    [Fact]
    public void A_story_that_was_told_before_the_span_is_not_told_again_in_it()
    {
        var report = Trial("airstrike", (1, -1, "An airstrike"), (1, 2, "An airstrike, again"), (2, 7, "An airstrike at the very end"), (3, 0, "An airstrike at the very beginning"));

        Assert.Equal(1, report.Stories);
        Assert.Equal(Start, report.CoveredFrom);
    }

    [Fact]
    public void The_average_is_of_the_time_that_was_really_covered()
    {
        var report = Trial("airstrike", (1, 5, "An airstrike"), (2, 5.5, "An airstrike"), (3, 6, "An airstrike"), (4, 6.5, "Rain"));

        Assert.Equal(Start.AddDays(5), report.CoveredFrom);
        Assert.Equal(1.5, report.PerDay, 6);
    }

    [Fact]
    public void From_a_few_hours_no_daily_average_is_drawn()
    {
        Assert.Equal(2, Trial("airstrike", (1, 6.9, "An airstrike"), (2, 6.95, "An airstrike")).PerDay, 6);
    }

    [Fact]
    public void Of_nothing_nothing_is_told()
    {
        var report = Trial("airstrike");

        Assert.Equal((0, 0, 0.0, End), (report.Articles, report.Stories, report.PerDay, report.CoveredFrom));
        Assert.Null(report.Busiest);
        Assert.Empty(report.Examples);
    }

    [Fact]
    public void A_weekday_is_named_when_it_stands_out()
    {
        var even = Enumerable.Range(0, 14).Select(i => (i, i / 2.0, "An airstrike")).ToArray();
        (int, double, string)[] tuesday = [.. even, .. Enumerable.Range(20, 5).Select(i => (i, 1.3, "An airstrike"))];

        (int, double, string)[] friday = [.. tuesday, .. Enumerable.Range(30, 4).Select(i => (i, 4.3, "An airstrike"))];

        Assert.Null(Trial("airstrike", even).Busiest);
        Assert.Null(Trial("airstrike", friday).Busiest);
        Assert.Equal(new TrialWeekday(DayOfWeek.Tuesday, 7), Trial("airstrike", tuesday).Busiest);
    }

    [Fact]
    public void Examples_show_what_is_met_in_different_ways()
    {
        var report = Trial("airstrike OR drone",
            [.. Enumerable.Range(0, 20).Select(i => (i, 6 + i / 100.0, "An airstrike")), (30, 1, "A drone"), (31, 2, "Three drones")]);

        Assert.Equal(5, report.Examples.Length);
        Assert.Equal(["Three drones", "A drone"], report.Examples.TakeLast(2).Select(example => example.Title));
        Assert.Equal(report.Examples.OrderByDescending(example => example.Published), report.Examples);
    }

    [Fact]
    public void Every_term_is_counted_with_the_words_that_met_it_wherever_the_query_holds_or_not()
    {
        var report = Trial("airstrike title:Iraq NOT (drone OR @irgc) /b.g/ \"oil field\"",
            (1, 1, "Airstrikes!‖Airstrikes, airstrikes and an airstrike"), (2, 1, "AIRSTRIKES‖A drone over Iraq"), (3, 1, "Iraqi IRGC, a big oil field"));

        Assert.Equal(0, report.Stories);
        Assert.Equal(
            ["airstrike", "title:Iraq", "drone", "@irgc", "/b.g/", "\"oil field\""],
            report.Terms.Select(term => term.Term));
        Assert.Equal([2, 1, 1, 1, 1, 1], report.Terms.Select(term => term.Articles));
        Assert.Equal([false, false, true, true, false, false], report.Terms.Select(term => term.Negated));
        Assert.Equal([new TrialWording("Airstrikes", 2), new TrialWording("airstrike", 1)], report.Terms[0].MetBy.AsEnumerable());
        Assert.Empty(report.Unmet);
    }

    [Theory]
    [InlineData("Irbil", "A blast in Erbil|ERBIL: calm again", "Erbil 2 Transliteration", "another vowel of a name in another script")]
    [InlineData("Kazemi", "Kadhimi resigns|Mr Kadhimi said", "Kadhimi 2 Transliteration", "and another consonant")]
    [InlineData("ceasfire", "The ceasefire holds|A ceasefire", "ceasefire 2 Spelling, @ceasefire 2 Entity", "a letter left out")]
    [InlineData("dorne", "A drone|The drone", "drone 2 Spelling, @drone 2 Entity", "two letters swapped")]
    [InlineData("Kirkk", "In Kirkuk|Near Kirkuk", "Kirkuk 2 Spelling", "a vowel left out")]
    [InlineData("escalate", "Escalatory steps|an escalatory move", "Escalatory 2 Ending", "another ending")]
    [InlineData("=iraq", "Iraq|In Iraq", "=Iraq 2 Letters", "other capitals than were asked for")]
    [InlineData("=\"drone attack\"", "A drone attacks|Drone attacks", "=\"drone attacks\" 2 Letters", "a form of an exact phrase")]
    [InlineData("=\"drone attack\"", "A drone attacks|A drone attacks us|A drone attacked", "=\"drone attacks\" 2 Letters", "of the forms, what is proposed is met by its own only")]
    [InlineData("quote:silnt", "\"We were silent,\" she said|Rain", "quote:silent 1 Spelling", "inside a quotation")]
    [InlineData("speaker:Kazemi", "Kadhimi resigns|Mr Kadhimi said", "speaker:Kadhimi 2 Transliteration", "a speaker's name")]
    [InlineData("silnt", "\"We were silent,\" she said|Rain", "silent 1 Spelling", "a short word that stands in one of few articles")]
    [InlineData("AID", "The aid came|An aid convoy", "aid 2 Letters", "an initialism that is only met as the small word")]
    [InlineData("title:drone", "News‖A drone|Talk‖Two drones", "drone 2 Field", "only in the text")]
    [InlineData("irgcc", "The IRGC says|IRGC again", "IRGC 2 Spelling, @irgc 2 Entity", "a name's slip")]
    [InlineData("Pasdaran", "The IRGC says|Revolutionary Guards", "@irgc 2 Entity", "another name of the same")]
    [InlineData("\"attack drone\"", "A drone attack|The drone attack", "\"drone attack\" 2 Order, attack NEAR/5 drone 2 Apart", "words in another order")]
    [InlineData("\"oil field\"", "A field with no oil|The field has oil", "oil NEAR/5 field 2 Apart", "words apart")]
    [InlineData("drone", "A crone|A crone|The prone man", "", "the first letter is hardly ever wrong")]
    [InlineData("Iran", "Rain|Bran|Ivan", "", "seen once each, and short")]
    [InlineData("Iran", "Rain|Bran|Ivan|Tehran", "@iran 1 Entity", "once is enough for its capital, which is no guess")]
    [InlineData("war", "The wars|A wer|The wer", "", "no slip can be told in three letters")]
    [InlineData("Irbil OR Erbil", "In Erbil|Erbil", "", "what the query asks for already is no news")]
    [InlineData("form OR xyzzy", "from here|from there", "", "a word of grammar is nobody's subject")]
    [InlineData("irаq", "In Iraq|Iraq", "Iraq 2 Spelling", "a Cyrillic letter that looks like a Latin one")]
    [InlineData("بغدااد", "في بغداد|من بغداد", "بغداد 2 Spelling", "in any alphabet")]
    public void A_term_that_is_never_met_is_told_with_what_may_be_meant(string query, string articles, string near, string why)
    {
        var report = Trial(query, [.. articles.Split('|').Select((text, i) => (i, 1.0, text))]);

        var told = report.Unmet.SelectMany(unmet => unmet.NearMisses).Select(miss => $"{miss.Instead} {miss.Articles} {miss.Kind}");
        Assert.True(near == string.Join(", ", told), $"{why}: {string.Join(", ", told)}");
    }

    [Fact]
    public void Of_a_phrase_that_is_never_met_it_is_told_which_word_is_missing_or_that_all_are_there()
    {
        var report = Trial("\"drone swarm\" OR title:\"oil field\"", (1, 1, "A drone"), (2, 1, "Oil from a field"), (3, 1, "Oil, not a field of wheat"));

        Assert.Equal([new UnseenWord("swarm", null)], report.Unmet[0].UnseenWords.AsEnumerable());
        Assert.Equal(0, report.Unmet[0].ArticlesWithAllWords);
        Assert.Equal("title:\"oil field\"", report.Unmet[1].Term);
        Assert.Empty(report.Unmet[1].UnseenWords);
        Assert.Equal(2, report.Unmet[1].ArticlesWithAllWords);
    }

    [Theory]
    [InlineData("\"drone atack\"", "A drone attack|The drone attack", "atack attack 2 Spelling", "a letter left out")]
    [InlineData("\"Kataeb Hizbullah\"", "The Kataib Hezbollah base|Hezbollah and Kataib", "Kataeb Kataib 2 Transliteration, Hizbullah Hezbollah 2 Transliteration", "each of two words")]
    [InlineData("title:\"drone atack\"", "News‖attack|Talk‖attack", "drone -, atack attack 2 Spelling", "in a field")]
    [InlineData("\"drone swarm\"", "A drone|The drone", "swarm -", "nothing is near")]
    public void Of_a_phrase_s_word_that_stands_nowhere_it_is_told_what_may_be_meant(string query, string articles, string unseen, string why)
    {
        var report = Trial(query, [.. articles.Split('|').Select((text, i) => (i, 1.0, text))]);

        var told = report.Unmet[0].UnseenWords.Select(word => word.Near is { } near ? $"{word.Word} {near.Instead} {near.Articles} {near.Kind}" : $"{word.Word} -");
        Assert.True(unseen == string.Join(", ", told), $"{why}: {string.Join(", ", told)}");
    }

    [Fact]
    public void A_term_under_NOT_that_is_never_met_is_told_as_such()
    {
        var unmet = Assert.Single(Trial("drone NOT futbol", (1, 1, "A drone"), (2, 1, "Football"), (3, 1, "football")).Unmet);

        Assert.True(unmet.Negated);
    }

    [Fact]
    public void A_span_that_ends_before_it_begins_is_refused() =>
        Assert.Throws<ArgumentException>(() => new QueryTrial(Queries.Of("a")).Report(End, Start));

    [Fact]
    public void However_many_different_words_are_read_the_rarest_go_and_the_frequent_stay_counted()
    {
        var seen = new SeenWords();
        seen.Want("0123456789abcdef");
        var words = new Words();
        var random = new Random(1);
        for (var article = 0; article < 150; article++)
        {
            var text = string.Join(' ', Enumerable.Range(0, 4_000).Select(_ => random.NextInt64(1L << 40).ToString("x")).Append("Erbil").Append("Kirkuk"));
            words.Read(text);
            seen.Read(words, [new FieldText(0, MatchField.Text, text, 0, words.Count)]);
            words.Clear();

            Assert.InRange(seen.Count, 1, SeenWords.MostWords);
        }

        Assert.Contains(("Erbil", 150), seen.All());
        Assert.DoesNotContain("Kirkuk", seen.All().Select(it => it.Word));
    }

    [Fact]
    public void A_word_that_is_near_begins_with_one_of_the_letters_that_are_looked_at()
    {
        var random = new Random(2);
        var near = 0;
        for (var round = 0; round < 300_000; round++)
        {
            var asked = Word(random.Next(1, 9));
            var seen = Word(random.Next(0, 3)) + asked[Math.Min(random.Next(3), asked.Length)..];
            if (NearWords.Between(new NearWord(asked), new NearWord(seen)) is null)
                continue;
            Assert.True(NearWords.Beginnings(asked).Contains(seen[0]), $"{asked} {seen}");
            near++;
        }

        Assert.True(near > 1_000, $"{near}");

        string Word(int letters) => string.Concat(Enumerable.Range(0, letters).Select(_ => (char)random.Next('a', 'z' + 1)));
    }

    private static TrialReport Trial(string query, params (int Story, double Day, string Text)[] articles)
    {
        var trial = new QueryTrial(Queries.Of(query));
        foreach (var (story, day, text) in articles)
        {
            var article = Articles.Of(text);
            article = article with { Title = article.Title == "-" ? article.Text : article.Title, Text = article.Title == "-" ? "" : article.Text, Published = Start.AddDays(day) };
            trial.Read(article, new StoryId(story));
        }

        return trial.Report(Start, End);
    }
}
