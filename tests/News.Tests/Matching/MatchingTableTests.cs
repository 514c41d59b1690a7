using News.Articles;
using News.Matching;

namespace News.Tests.Matching;

public sealed class MatchingTableTests
{
    public static IEnumerable<object[]> Cases => [.. MatchingCases.All, .. MatchingCases.Rows(CountryCases.Table)];

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_query_meets_what_a_person_meant(string query, string text, string words, string rules, string why)
    {
        AssertMeets(Queries.Of(query), text, words, rules, why);
    }

    /// <summary>Whether a query is met in a text by these words, by these rules, where it says so.</summary>
    internal static void AssertMeets(Query query, string text, string words, string rules, string why)
    {
        var article = Articles.Of(text);

        var terms = query.Match(article);

        Assert.True(words == (terms.IsEmpty ? "-" : string.Join(", ", terms.Select(term => term.Text))), $"{why}: {string.Join(", ", terms)}");
        Assert.Equal(rules, string.Join(", ", terms.Select(term => term.Rule.ToString().ToLowerInvariant())));
        foreach (var term in terms)
            Assert.Contains(Articles.Field(article, term.Field), field => field.AsSpan(term.Start).StartsWith(term.Text, StringComparison.Ordinal));
    }

    [Fact]
    public void All_queries_compiled_into_one_meet_what_each_meets_alone()
    {
        AssertMeetTheSameTogether([.. Cases.Select(row => (Queries.Of((string)row[0]), Articles.Of((string)row[1])))]);
    }

    /// <summary>Whether queries are met in their articles by the same words when they are compiled together, at once or one by one, as each alone.</summary>
    internal static void AssertMeetTheSameTogether((Query Query, Article Article)[] cases)
    {
        var together = Matcher.Of(cases.Select((it, i) => (new WatchlistId(i), it.Query)));
        var oneByOne = cases.Select((it, i) => (Id: new WatchlistId(i), it.Query)).Aggregate(Matcher.Empty, (matcher, it) => matcher.With(it.Id, it.Query));

        for (var at = 0; at < cases.Length; at++)
        {
            var article = cases[at].Article;
            var met = together.Match(article);
            Assert.Equal(met.Select(Told), oneByOne.Match(article).Select(Told));

            // Each query of each article would be a square of work: those that are met, and a different few each time.
            var asked = met.Select(match => (int)match.Watchlist.Value).Union(Enumerable.Range(0, cases.Length).Where(i => i % 32 == at % 32));
            var alone = asked.Order()
                .Select(i => (Id: i, Terms: cases[i].Query.Match(article)))
                .Where(it => !it.Terms.IsEmpty)
                .Select(it => $"{it.Id}: {string.Join(", ", it.Terms)}");
            Assert.Equal(alone, met.Select(Told));
        }

        static string Told(Match match) => $"{match.Watchlist.Value}: {string.Join(", ", match.Terms)}";
    }
}
