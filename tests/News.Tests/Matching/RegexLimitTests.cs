using System.Text.RegularExpressions;
using News.Matching;

namespace News.Tests.Matching;

/// <summary>A regular expression that takes too long is told, and costs nobody but its own watchlist.</summary>
public sealed class RegexLimitTests
{
    private static readonly WatchlistId One = new(1), Two = new(2), Three = new(3);

    /// <summary>Each character is another set of the states that this expression may be in.</summary>
    private const string Slow = "/.*[ac].{90}(aaaaa|bbbbb|ccccc)(aaaaa|bbbbb|ccccc)/";

    /// <summary>What of it is met, where it is asked.</summary>
    private static readonly string Met = new string('a', 110) + "bbbbbccccc";

    private static readonly string SlowText = Random(1_000_000);

    [Fact]
    public void An_expression_that_takes_too_long_is_told_and_the_others_are_met()
    {
        var matcher = Matcher.Of([(One, Queries.Of(Slow)), (Two, Queries.Of("/r[ae]gex/")), (Three, Queries.Of("drone NOT " + Slow))]);

        var matches = matcher.Match(Articles.Of(SlowText + "‖a regex, a drone"));

        Assert.Contains(Two, matches.Select(match => match.Watchlist));
        Assert.Equal([(One, Slow), (Three, Slow)], matcher.Overruns());
    }

    [Fact]
    public void An_expression_that_always_takes_too_long_is_no_longer_asked_and_the_others_are()
    {
        var matcher = Matcher.Of([(One, Queries.Of("/[ac]{9}/ " + Slow)), (Two, Queries.Of("/[ac]{9}/"))]);
        Assert.Matches(new Regex(Slow[1..^1], RegexOptions.NonBacktracking), Met);
        for (var i = 0; i < 5; i++)
            _ = matcher.Match(Articles.Of(SlowText));

        var matches = matcher.Match(Articles.Of(Met));

        Assert.Equal(Two, Assert.Single(matches).Watchlist);
        Assert.Equal((One, Slow), Assert.Single(matcher.Overruns()));
    }

    [Fact]
    public void An_expression_that_takes_as_long_as_others_do_is_not_told()
    {
        var matcher = Matcher.Of([(One, Queries.Of("/drone.{0,100}(Iraq|Iran)/")), (Two, Queries.Of("/(?:\\w+\\W+){0,20}depot/"))]);
        for (var i = 0; i < 100; i++)
            Assert.Equal(2, matcher.Match(Articles.Of($"A drone that nobody saw, number {i}, fell on a depot in Iraq.")).Length);

        Assert.Empty(matcher.Overruns());
    }

    [Fact]
    public void A_verdict_says_that_it_took_too_long()
    {
        var verdict = Queries.Of("title:drone " + Slow).Judge(Articles.Of("A drone‖" + SlowText));

        Assert.False(verdict.Holds);
        Assert.Equal((Slow, FailureKind.TookTooLong), verdict.Failing.Select(it => (it.Written, it.Kind)).Single());
    }

    [Fact]
    public void A_query_that_holds_because_of_NOT_names_the_expression_that_took_too_long()
    {
        var query = Queries.Of("title:drone NOT " + Slow);

        Assert.True(query.Judge(Articles.Of("A drone‖" + SlowText)).Holds);

        Assert.Equal(Slow, query.Overrun);
    }

    [Fact]
    public void The_memory_of_all_expressions_together_has_a_bound()
    {
        var text = Random(2_000);
        for (var i = 0; i < 20; i++)
        {
            _ = Queries.Of($"/.*[ac].{{90}}bbbbb{i}/").Match(Articles.Of(text));
            Assert.InRange(RegexAutomaton.Held, 0, RegexAutomaton.MostHeld);
        }
    }

    [Fact]
    public void An_automaton_that_has_grown_large_begins_anew_and_meets_the_same()
    {
        var automaton = new RegexAutomaton("r[ae]gex", RegexOptions.NonBacktracking, TimeSpan.FromSeconds(9));
        var before = automaton.Regex;

        automaton.Grow(RegexAutomaton.MostHeldByOne + 1);

        Assert.NotSame(before, automaton.Regex);
        Assert.Matches(automaton.Regex, "a ragex");
    }

    [Fact]
    public void A_text_that_makes_many_states_costs_a_bounded_number_of_bytes()
    {
        foreach (var expression in (string[])[Slow, "/ab*.+.{0,90}c/", "/([ac]*?.){50}b/", "/((.{8}|ca+)|xc[ab]\\W*)+/"])
        {
            var (query, article) = (Queries.Of(expression), Articles.Of(SlowText));
            _ = Queries.Of("/r[ae]gex/").Match(article);
            var before = GC.GetAllocatedBytesForCurrentThread();

            _ = query.Match(article);

            Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 200_000_000);
            Assert.Equal(expression, query.Overrun);
        }
    }

    /// <summary>One state of such an expression takes megabytes, or one character minutes.</summary>
    [Theory]
    [InlineData("(.*[ac].{90})+b", "a long loop of what may begin anywhere")]
    [InlineData("(.*[ac]..............................)+b", "the same without a number")]
    [InlineData("(.*[ac].{0,30}){2,}b", "the same with a number behind")]
    [InlineData("((((a.)*.)*.)*.)*b", "loops in loops")]
    [InlineData("((((((((((((((((((a.)?.)?.)?.)?.)?.)?.)?.)?.)?.)?.)?.)?.)?.)?.)?.)?.)?.)?b", "what may be left out of what may be left out")]
    [InlineData("((a{1,99}){1,99}){1,99}", "numbers of numbers")]
    [InlineData("(\\p{L}\\p{Lu}.{20}[^a])*b", "classes are any of several")]
    public void An_expression_is_refused_that_comes_to_much_when_written_out(string expression, string why) =>
        Assert.StartsWith("The repetitions", Assert.IsType<QueryReading.Wrong>(Query.Parse($"/{expression}/")).Error.Message + why, StringComparison.Ordinal);

    [Theory]
    [InlineData("drone.{0,100}(Iraq|Iran)")]
    [InlineData("drone.{0,100}?Iraq")]
    [InlineData("(?:\\w+\\W+){0,20}depot")]
    [InlineData("(\\w+\\W+)+depot")]
    [InlineData("(\\d{1,3}[.,])*\\d+ (killed|wounded|injured)")]
    [InlineData("[A-Z][a-z]+( (al-|el-|bin |ibn )?[A-Z][a-z]+)+")]
    [InlineData("(Brigadier |Brig\\. |Major |Maj\\. |Lieutenant )?(General|Gen\\.) (Muhammad|Mohammed|Mohamad)?")]
    [InlineData("(soldiers|policemen)( and (soldiers|police))?")]
    public void What_people_write_is_not_refused(string expression) => Assert.NotNull(Queries.Of($"/{expression}/"));

    [Fact]
    public void A_long_text_is_read_to_its_end_as_if_it_were_in_one_piece()
    {
        var words = string.Concat(Enumerable.Range(0, 50_000).Select(i => $"w{i} "));
        var query = Queries.Of("/^w0\\b|\\bw(?:2000|2001|7777|49999) w\\d+|x$/");

        var terms = Queries.Of("/\\bw49998 w49999 x$/").Match(Articles.Of(words + "x"));

        Assert.Equal("w49998 w49999 x", Assert.Single(terms).Text);
        Assert.Equal(["w0", "w2000 w2001", "w7777 w7778"], query.Match(Articles.Of(words + "x")).Select(term => term.Text));
    }

    private static string Random(int length)
    {
        var random = new Random(1);
        return string.Create(length, random, static (text, random) =>
        {
            foreach (ref var c in text)
                c = "abc "[random.Next(4)];
        });
    }
}
