using Bot.Cards;
using Bot.Commands;
using News.Articles;
using News.Matching;
using News.Stories;

namespace Bot.Tests.Asking;

/// <summary>What a trial comes to, as somebody reads it.</summary>
public sealed class TrialPartsTests
{
    private static readonly DateTimeOffset Noon = new(2025, 1, 15, 12, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(0, 0, null, "Would not have fired in the last 7 days.")]
    [InlineData(1, 0.14, null, "Would have fired once in the last 7 days.")]
    [InlineData(2, 0.29, null, "Would have fired twice in the last 7 days.")]
    [InlineData(14, 2, DayOfWeek.Tuesday, "Would have fired 14 times in the last 7 days, 2 a day, most on Tuesday.")]
    [InlineData(4, 0.5, null, "Would have fired 4 times in the last 7 days, about one in 2 days.")]
    [InlineData(5, 0.72, null, "Would have fired 5 times in the last 7 days, about one in 33 hours.")]
    [InlineData(17, 2.43, null, "Would have fired 17 times in the last 7 days, 2.4 a day.")]
    [InlineData(100, 14.29, null, "Would have fired 100 times in the last 7 days, 14 a day.")]
    public void How_often_is_one_sentence(int stories, double perDay, DayOfWeek? busiest, string sentence)
    {
        var report = Report(stories, perDay) with { Busiest = busiest is { } day ? new TrialWeekday(day, stories) : null };

        Assert.Equal(sentence, Parts(report).Sentence);
    }

    [Fact]
    public void Where_there_was_no_time_for_all_only_what_was_read_is_counted()
    {
        var outcome = new QueryTrials.Outcome(Report(24, 24), TimeSpan.FromHours(4), IsCut: true, null) { Covered = TimeSpan.FromHours(4) };

        Assert.StartsWith(
            "Would have fired 24 times in the last 4 hours. There was time to read the newest 60 articles;",
            Drawn(new TrialParts(outcome, 100)), StringComparison.Ordinal);
    }

    [Fact]
    public void A_bot_that_is_new_says_since_when_it_knows_anything()
    {
        var outcome = new QueryTrials.Outcome(Report(3, 3), TimeSpan.FromDays(7), IsCut: false, Noon) { Covered = TimeSpan.FromHours(2) };

        Assert.StartsWith(
            "Would have fired 3 times in the last 7 days. Older than 15 Jan 12:00: only what the feeds still listed.", Drawn(new TrialParts(outcome, 20)), StringComparison.Ordinal);
    }

    [Fact]
    public void Where_less_is_stored_than_was_asked_for_the_count_is_said_to_be_of_that()
    {
        var outcome = new QueryTrials.Outcome(Report(11, 1.4), TimeSpan.FromDays(30), IsCut: false, null) { Covered = TimeSpan.FromDays(8) };

        Assert.Equal("Would have fired 11 times in the 8 days that are stored (of 30 days asked), 1.4 a day.", new TrialParts(outcome, 20).Sentence);
    }

    [Fact]
    public void Where_nothing_is_stored_nothing_is_claimed()
    {
        var drawn = Drawn(Parts(Report(0, 0) with { Articles = 0, Unmet = [new UnmetTerm("Irbil", false, [], 0, [])] }));

        Assert.Contains("Nothing is stored of the last 7 days yet", drawn, StringComparison.Ordinal);
        Assert.DoesNotContain("Irbil", drawn, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(21, true)]
    [InlineData(20, false)]
    public void A_query_that_fires_more_than_is_settable_a_day_is_a_busy_one(double perDay, bool warns)
    {
        Assert.Equal(warns, Drawn(Parts(Report(140, perDay))).Contains("more than 20 a day", StringComparison.Ordinal));
    }

    [Fact]
    public void A_term_that_never_met_anything_is_told_with_what_may_be_meant()
    {
        var report = Report(0, 0) with
        {
            Unmet =
            [
                new UnmetTerm("Irbil", false, [], 0, [new NearMiss("Erbil", "Erbil", 12, NearMissKind.Transliteration)]),
                new UnmetTerm("Pasdaran", false, [], 0, [new NearMiss("@irgc", "Revolutionary Guards", 7, NearMissKind.Entity)]),
                new UnmetTerm("\"drone atack\"", false, [new UnseenWord("atack", null)], 0, []),
                new UnmetTerm("\"attack drone\"", false, [], 4, []),
                new UnmetTerm("golf", true, [], 0, []),
                new UnmetTerm("ceasfire", false, [], 0,
                    [new NearMiss("@ceasefire", "truce", 2, NearMissKind.Entity), new NearMiss("ceasefire", "ceasefire", 9, NearMissKind.Spelling)]),
            ],
        };

        var drawn = Drawn(Parts(report));

        Assert.Contains("[Irbil] never met anything. Did you mean [Erbil]? Seen 12 times.", drawn, StringComparison.Ordinal);
        Assert.Contains("[Pasdaran] never met anything. Did you mean [@irgc]? By any of its names: in 7 articles.", drawn, StringComparison.Ordinal);
        Assert.Contains("[\"drone atack\"] never met anything; nowhere stands “atack”.", drawn, StringComparison.Ordinal);
        Assert.Contains("[\"attack drone\"] never met anything; its words stand in 4 articles, only never like this.", drawn, StringComparison.Ordinal);
        Assert.Contains("[ceasfire] never met anything. Did you mean [@ceasefire] (by any of its names: in 2 articles) or [ceasefire] (seen 9 times)?", drawn, StringComparison.Ordinal);
        Assert.DoesNotContain("golf", drawn, StringComparison.Ordinal);
    }

    [Fact]
    public void A_word_of_a_phrase_that_stands_nowhere_is_told_with_what_may_be_meant()
    {
        var report = Report(0, 0) with
        {
            Unmet = [new UnmetTerm("\"Kataeb Hizbullah raid\"", false, [new UnseenWord("Kataeb", new NearMiss("Kataib", "Kataib", 3, NearMissKind.Transliteration)), new UnseenWord("raid", null)], 0, [])],
        };

        var parts = Parts(report);

        Assert.Contains("[\"Kataeb Hizbullah raid\"] never met anything; nowhere stand “Kataeb” (did you mean “Kataib”? seen 3 times) and “raid”.", Drawn(parts), StringComparison.Ordinal);
        Assert.Null(parts.Advised("\"Kataeb Hizbullah raid\""));
    }

    [Fact]
    public void What_was_counted_outside_of_the_quotations_that_were_asked_for_says_so()
    {
        var report = Report(0, 0) with { Unmet = [new UnmetTerm("quote:hopee", false, [], 0, [new NearMiss("quote:hope", "hope", 4, NearMissKind.Spelling) { Anywhere = true }])] };

        Assert.Contains("[quote:hopee] never met anything. Did you mean [quote:hope]? Seen 4 times, anywhere in the stories.", Drawn(Parts(report)), StringComparison.Ordinal);
    }

    [Fact]
    public void What_may_be_meant_and_was_seen_in_other_words_is_told_with_some()
    {
        var report = Report(0, 0) with { Unmet = [new UnmetTerm("title:drone", false, [], 0, [new NearMiss("drone", "drones", 3, NearMissKind.Field)])] };

        Assert.Contains("[title:drone] never met anything. Did you mean [drone]? Seen 3 times, as “drones” for instance.", Drawn(Parts(report)), StringComparison.Ordinal);
    }

    [Fact]
    public void An_example_is_linked_and_says_what_met_it()
    {
        var example = new TrialExample(
            new StoryId(1), new ItemKey("1"), "Airstrike hits depot", "https://wire.example/1", "Example Wire", Noon,
            [Term("airstrike", "Airstrike"), Term("airstrike", "airstrike"), Term("Iraq", "Iraqi")]);
        var hostile = example with { Link = "javascript:alert(1)", Title = "No link" };

        var drawn = Drawn(Parts(Report(7, 1) with { Examples = [example, hostile] }));

        Assert.Contains("Two of them:", drawn, StringComparison.Ordinal);
        Assert.Contains("<Airstrike hits depot|https://wire.example/1> · Example Wire · 15 Jan 12:00 · [Airstrike], [Iraqi]", drawn, StringComparison.Ordinal);
        Assert.Contains("No link · Example Wire", drawn, StringComparison.Ordinal);
    }

    [Fact]
    public void Terms_are_counted_where_that_tells_something()
    {
        var one = Report(3, 1) with { Terms = [new TrialTerm("Iraq", false, 3, [new TrialWording("Iraq", 3)])] };
        var two = one with { Terms = [.. one.Terms, new TrialTerm("airstrike", false, 9, [new TrialWording("airstrikes", 8), new TrialWording("air strike", 2)]), new TrialTerm("golf", true, 0, [])] };

        Assert.DoesNotContain("In 60 articles", Drawn(Parts(one)), StringComparison.Ordinal);
        Assert.Contains("In 60 articles: Iraq 3 · airstrike 9 (airstrikes 8, air strike 2) · NOT golf never", Drawn(Parts(two)), StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_left_out_is_counted()
    {
        var report = Report(3, 1) with
        {
            Terms = [new TrialTerm("@irgc", false, 9, [new TrialWording("IRGC", 5), new TrialWording("Pasdaran", 2)]) { OtherWordings = 4 }],
            Unmet = [.. Enumerable.Range(1, 8).Select(i => new UnmetTerm($"word{i}", false, [], 0, []))],
        };

        var drawn = Drawn(Parts(report));

        Assert.Contains("@irgc 9 (IRGC 5, Pasdaran 2 and 4 more)", drawn, StringComparison.Ordinal);
        Assert.Contains("[word5] never met anything.", drawn, StringComparison.Ordinal);
        Assert.DoesNotContain("word6", drawn, StringComparison.Ordinal);
        Assert.Contains("And 3 more terms like these.", drawn, StringComparison.Ordinal);
    }

    private static TrialReport Report(int stories, double perDay) =>
        new() { Articles = 60, Stories = stories, CoveredFrom = Noon.AddDays(-7), PerDay = perDay };

    private static TrialParts Parts(TrialReport report) =>
        new(new QueryTrials.Outcome(report, TimeSpan.FromDays(7), IsCut: false, null) { Covered = TimeSpan.FromDays(7) }, 20);

    private static MatchedTerm Term(string term, string text) => new(term, MatchField.Text, text, 0, MatchRule.Form);

    private static string Drawn(TrialParts parts) => string.Join('\n', parts.Parts.Select(part => part switch
    {
        CardPart.Paragraph(var text) => Drawn(text),
        CardPart.Listing(var points) => string.Join('\n', points.Select(Drawn)),
        CardPart.Fact(var name, var value) => $"{name}: {Drawn(value)}",
        _ => "?",
    }));

    private static string Drawn(CardText text) => string.Concat(text.Runs.Select(run => run switch
    {
        TextRun.Bold(var sentence) when sentence.EndsWith('.') => sentence,
        TextRun.Bold(var bold) => $"[{bold}]",
        TextRun.Words(var words) => words,
        TextRun.Link(var words, var target) => $"<{words}|{target}>",
        TextRun.Moment(var at) => at.ToString("d MMM HH:mm", System.Globalization.CultureInfo.InvariantCulture),
        _ => "?",
    }));
}
