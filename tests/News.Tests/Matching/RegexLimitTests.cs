using System.Text.RegularExpressions;
using News.Matching;

namespace News.Tests.Matching;

/// <summary>A regular expression that takes too long is told, and costs nobody but its own watchlist.</summary>
public sealed class RegexLimitTests
{
    private static readonly WatchlistId One = new(1), Two = new(2), Three = new(3);

    /// <summary>Each character is another set of the states that this expression may be in.</summary>
    private const string Slow = "/(.*[ac].{90})+(aaaaa|bbbbb|ccccc)(aaaaa|bbbbb|ccccc)(aaaaa|bbbbb|ccccc)/";

    /// <summary>What of it is met, where it is asked.</summary>
    private static readonly string Met = new string('a', 110) + "bbbbbccccc";

    /// <summary>A few megabytes, which take seconds.</summary>
    private static readonly string SlowText = Random(3_000_000);

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
    public void The_memory_of_all_expressions_together_has_a_bound()
    {
        var text = Random(2_000);
        for (var i = 0; i < 20; i++)
        {
            _ = Queries.Of($"/(.*[ac].{{90}})+bbbbb{i}/").Match(Articles.Of(text));
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
