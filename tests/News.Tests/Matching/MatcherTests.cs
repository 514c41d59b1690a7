using News.Matching;

namespace News.Tests.Matching;

public sealed class MatcherTests
{
    private static readonly WatchlistId One = new(1), Two = new(2), Three = new(3);

    [Fact]
    public void Each_watchlist_that_is_met_is_told_with_its_reason()
    {
        var matcher = Matcher.Of([(Two, Queries.Of("Iraq")), (One, Queries.Of("(IRGC OR airstrike) AND Iraq")), (Three, Queries.Of("football"))]);

        var matches = matcher.Match(Articles.Of("Two airstrikes hit Iraq"));

        Assert.Equal([One, Two], matches.Select(match => match.Watchlist));
        Assert.Equal(
            [new MatchedTerm("airstrike", MatchField.Text, "airstrikes", 4, MatchRule.Form), new MatchedTerm("Iraq", MatchField.Text, "Iraq", 19, MatchRule.Exact)],
            matches[0].Terms.AsEnumerable());
    }

    [Fact]
    public void A_term_is_shown_three_times_a_field()
    {
        var terms = Queries.Of("Iraq").Match(Articles.Of("Iraq, Iraq‖Iraq Iraq Iraq Iraq Iraq"));

        Assert.Equal(2, terms.Count(term => term.Field == MatchField.Title));
        Assert.Equal([0, 5, 10], terms.Where(term => term.Field == MatchField.Text).Select(term => term.Start));
    }

    [Fact]
    public void A_watchlist_can_be_added_changed_and_removed()
    {
        var article = Articles.Of("Iraq and Iran");
        var first = Matcher.Empty.With(One, Queries.Of("Iraq"));
        var second = first.With(Two, Queries.Of("Iran"));
        var third = second.With(One, Queries.Of("football"));
        var fourth = third.Without(Two);

        Assert.Empty(Matcher.Empty.Match(article));
        Assert.Equal([One], first.Match(article).Select(match => match.Watchlist));
        Assert.Equal([One, Two], second.Match(article).Select(match => match.Watchlist));
        Assert.Equal([Two], third.Match(article).Select(match => match.Watchlist));
        Assert.Empty(fourth.Match(article));
        Assert.Equal((1, 2, 2, 1), (first.Count, second.Count, third.Count, fourth.Count));
        Assert.Equal(0, fourth.Without(One).Without(Three).Count);
    }

    [Fact]
    public void However_watchlists_came_and_went_the_rest_is_met()
    {
        var matcher = Matcher.Empty;
        var expected = new SortedSet<long>();
        var random = new Random(1);
        var article = Articles.Of("one thing");
        for (var step = 0; step < 500; step++)
        {
            var id = random.Next(60);
            if (random.Next(3) == 0)
            {
                matcher = matcher.Without(new WatchlistId(id));
                expected.Remove(id);
            }
            else
            {
                var hits = random.Next(2) == 0;
                matcher = matcher.With(new WatchlistId(id), Queries.Of(hits ? "thing" : "other"));
                _ = hits ? expected.Add(id) : expected.Remove(id);
            }

            Assert.Equal(expected, matcher.Match(article).Select(match => match.Watchlist.Value));
        }
    }

    [Fact]
    public void A_watchlist_has_one_query()
    {
        Assert.Throws<ArgumentException>(() => Matcher.Of([(One, Queries.Of("a")), (One, Queries.Of("b"))]));
    }

    [Theory]
    [InlineData("(IRGC OR airstrike) Iraq NOT \"drone attack\"")]
    [InlineData("title:strik* source:wire")]
    [InlineData("drone NEAR/3 Iraq NEAR/3 l'Iran OR (still OR quiet) NEAR/2 (Iran OR title:Iraq)")]
    [InlineData("@irgc OR @iraq NEAR/2 drone OR title:@iraq")]
    [InlineData("@mercuria OR drone NOT /fl[ae]w/")]
    [InlineData("lang:ar OR lang:pt-BR OR lang:zh-TW drone")]
    [InlineData("quote:strike OR speaker:doe")]
    [InlineData("drone NEAR/s strike OR drone NEAR/s fell")]
    public void An_article_that_meets_nothing_allocates_nothing(string query)
    {
        var matcher = Matcher.Of([(One, Queries.Of(query, NameCases.Book)), (Two, Queries.Of("football"))]);
        var article = Articles.Of("A quiet day‖" + string.Concat(Enumerable.Repeat("The air was still in Iraq, and no drone of Mercury flew over l'Iran today. Nothing fell. ", 200)));

        Assert.Equal(0, LeastAllocated(() => Assert.True(matcher.Match(article).IsEmpty)));
    }

    [Fact]
    public void An_outsized_text_leaves_no_memory_behind()
    {
        var (words, text) = (new Words(), new string('伊', 200_000));
        words.Read(text);
        words.Clear();

        var before = GC.GetAllocatedBytesForCurrentThread();
        words.Read(text);

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 24L * text.Length, long.MaxValue);
    }

    /// <summary>
    /// What the matcher allocates, it allocates each time; what the runtime adds when it compiles a method again, or another
    /// test's thread when it has the expression's automaton in hand, it adds now and then.
    /// </summary>
    private static long LeastAllocated(Action act)
    {
        var least = long.MaxValue;
        for (var i = 0; i < 100; i++)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            act();
            least = Math.Min(least, GC.GetAllocatedBytesForCurrentThread() - before);
        }

        return least;
    }

    [Fact]
    public void Queries_that_name_one_entity_share_what_is_looked_for()
    {
        var matcher = News.Matching.Index.Of(Enumerable.Range(0, 100).Select(i => (new WatchlistId(i), Queries.Of(i % 2 == 0 ? "@mercuria" : "title:@mercuria drone", NameCases.Book))));

        Assert.Equal(News.Matching.Index.Of([(One, Queries.Of("@mercuria drone", NameCases.Book))]).PatternCount, matcher.PatternCount);
    }

    [Fact]
    public void Many_threads_may_ask_one_matcher()
    {
        var matcher = Matcher.Of(Enumerable.Range(0, 100).Select(i => (new WatchlistId(i), Queries.Of($"word{i} \"and again\""))));

        Parallel.For(0, 1_000, i =>
            Assert.Equal(i % 100, Assert.Single(matcher.Match(Articles.Of($"word{i % 100} and again"))).Watchlist.Value));
    }

    // Told by name, because a runner that gets a megabyte as an argument takes minutes over it.
    private static readonly Dictionary<string, string> HostileTexts = new()
    {
        ["without a blank"] = new string('a', 1_000_000),
        ["accents alone"] = new string('\u0301', 1_000_000),
        ["one letter, many accents"] = "a" + new string('\u0301', 1_000_000),
        ["apostrophes"] = string.Concat(Enumerable.Repeat("a'", 500_000)),
        ["dots"] = string.Concat(Enumerable.Repeat("A.", 500_000)),
        ["hyphens"] = string.Concat(Enumerable.Repeat("a-", 500_000)),
        ["digits and commas"] = string.Concat(Enumerable.Repeat("1,", 500_000)),
        ["half surrogates"] = new string('\ud800', 1_000_000),
        ["ligatures that fold to three letters"] = new string('\ufb03', 1_000_000),
        ["emoji"] = string.Concat(Enumerable.Repeat("\U0001F600", 500_000)),
        ["the same word"] = string.Concat(Enumerable.Repeat("air ", 250_000)),
        ["characters without blanks"] = new string('伊', 1_000_000),
        ["quotations"] = string.Concat(Enumerable.Repeat("\"The air,\" air said. ", 50_000)),
        ["new lines"] = new string('\n', 1_000_000),
    };

    public static TheoryData<string> HostileTextNames => [.. HostileTexts.Keys];

    [Theory]
    [MemberData(nameof(HostileTextNames))]
    public void A_megabyte_of_anything_is_read_to_its_end(string what)
    {
        var phrase = string.Join(' ', Enumerable.Repeat("air", 20));
        var matcher = Matcher.Of([
            (One, Queries.Of($"\"{phrase}\" OR \"{new string('伊', 40)}\" OR aaa* OR \"a a a\" OR ffi*")),
            (Two, Queries.Of(string.Join(" OR ", Enumerable.Range(1, 19).Select(n => "\"" + phrase[..(n * 4 - 1)] + "\"")))),
            (Three, Queries.Of("\"at its end\"")),
        ]);

        var matches = matcher.Match(Articles.Of(HostileTexts[what] + ". This stands at its end."));

        Assert.Contains(Three, matches.Select(match => match.Watchlist));
    }

    public static TheoryData<string> HostileQueries =>
    [
        string.Join(" OR ", Enumerable.Repeat(string.Join(" NEAR/100 ", Enumerable.Repeat("air", 9)), 22)),
        string.Join(" OR ", Enumerable.Repeat("(" + string.Join(" NEAR/s ", Enumerable.Repeat("air", 9)) + " NOT air)", 20)),
        "(" + string.Join(" OR ", Enumerable.Repeat("air", 99)) + ") NEAR/100 (" + string.Join(" OR ", Enumerable.Repeat("air", 99)) + ")",
        "quote:air NEAR/2 speaker:air",
        "/(a|i|r| )*b/ /a[^b]*c/ /(.*a){9}.*b/ /(a?){30}a{30}b/",
        "/.*b|a/ OR /(a|b)+c|i/ OR /[air ]+x|r/",
        "/(.*air){20}b/ OR /((a+)+)+b/ OR /(air ?){20}b/ OR /.*a.{40}b/ OR /(.*).(.*).(.*)b/",
        "/\\w+\\s\\w+\\s\\w+b/ OR /(\\w|\\s)*b/ OR /[\\w\\W]{100}b/ OR /(air|ai|a| |r){9}b/",
    ];

    [Theory]
    [MemberData(nameof(HostileQueries))]
    public void A_hostile_query_keeps_nobody_else_from_being_met(string query)
    {
        var matcher = Matcher.Of([(One, Queries.Of(query)), (Two, Queries.Of("\"at its end\""))]);
        foreach (var what in (ReadOnlySpan<string>)["the same word", "without a blank", "quotations"])
        {
            var matches = matcher.Match(Articles.Of(HostileTexts[what] + ". This stands at its end."));

            Assert.Contains(Two, matches.Select(match => match.Watchlist));
        }
    }
}
