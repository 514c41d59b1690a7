using News.Articles;
using News.Matching;

namespace Bot.Storage;

/// <summary>
/// How well an article answers a query, by what of it stands there: BM25 (Robertson and Zaragoza, "The Probabilistic
/// Relevance Framework", 2009) over the terms of the query, where a term is as rare as it is among the articles that were
/// found. What stands in the headline counts as if it stood there several times.
/// </summary>
/// <param name="found">What was met in each of the articles.</param>
/// <param name="usualLength">Of their texts, in characters.</param>
internal sealed class SearchRanking(IEnumerable<IEnumerable<MatchedTerm>> found, long usualLength)
{
    private const double Saturation = 1.2, OfLength = 0.75, InHeadline = 4;

    private readonly Dictionary<string, double> _weights = Weights([.. found]);

    public double Score(Article article, IEnumerable<MatchedTerm> met)
    {
        var length = 1 - OfLength + (OfLength * article.Text.Length / Math.Max(1, usualLength));
        return met.GroupBy(term => term.Term, StringComparer.Ordinal).Sum(term =>
        {
            var often = term.Sum(place => place.Field == MatchField.Title ? InHeadline : 1);
            return _weights[term.Key] * often * (Saturation + 1) / (often + (Saturation * length));
        });
    }

    private static Dictionary<string, double> Weights(List<IEnumerable<MatchedTerm>> found) => found
        .SelectMany(terms => terms.Select(term => term.Term).Distinct(StringComparer.Ordinal))
        .GroupBy(term => term, StringComparer.Ordinal)
        .ToDictionary(term => term.Key, term => Math.Log(1 + ((found.Count - term.Count() + 0.5) / (term.Count() + 0.5))), StringComparer.Ordinal);
}
