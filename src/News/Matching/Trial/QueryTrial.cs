using System.Collections.Immutable;
using News.Articles;
using News.Entities;
using News.Stories;

namespace News.Matching;

/// <summary>
/// Tries a query on articles that are stored already, so that a team hears what it would have been told before it
/// trusts the query. Reads each article once and keeps none of their texts; knows no clock.
/// </summary>
/// <remarks>
/// The query is matched together with each of its terms alone, as if these were watchlists too: that tells how often
/// a term stands where the query doesn't hold; and with what may be meant by them (<see cref="NearMisses"/>). Not for several threads.
/// </remarks>
public sealed class QueryTrial
{
    public const int MostExamples = 5;

    public const int MostWordings = 5;

    public const int MostNearMisses = 3;

    private static readonly WatchlistId Whole = new(-1);

    private readonly TrialStories _stories = new();
    private readonly ImmutableArray<Asked> _asked;
    private readonly ImmutableArray<TermCount> _counts;
    private readonly NearMisses _nearMisses;
    private Matcher _matcher;

    /// <param name="entities">Whose names are proposed for terms that are never met; the shipped ones where null.</param>
    public QueryTrial(Query query, EntityBook? entities = null)
    {
        ArgumentNullException.ThrowIfNull(query);
        var asked = new List<Asked>();
        query.Condition.CollectAsked(negated: false, asked);
        _asked = [.. asked];
        _counts = [.. asked.Select(_ => new TermCount())];
        _nearMisses = new NearMisses(_asked, entities ?? EntityBook.Shipped, new WatchlistId(_asked.Length));
        _matcher = Matcher.Of(_asked
            .Select((it, i) => (new WatchlistId(i), new Query(it.Written, it.Condition, [.. query.Terms], query.Fields, query.Regexes)))
            .Prepend((Whole, query))
            .Concat(_nearMisses.Probes));
    }

    /// <summary>Reads an article. In any order: which of a story's articles came first, their dates say.</summary>
    /// <param name="story">The story that the article tells, which is told once.</param>
    public void Read(Article article, StoryId story)
    {
        ArgumentNullException.ThrowIfNull(article);
        _stories.Read(article);
        foreach (var match in _matcher.Match(article, _nearMisses.Words))
        {
            if (match.Watchlist == Whole)
            {
                _stories.Tell(story, article, match.Terms);
            }
            else if (match.Watchlist.Value >= _asked.Length)
            {
                _matcher = _nearMisses.ProbeMet(match, _stories.Articles, _matcher);
            }
            else
            {
                var asked = (int)match.Watchlist.Value;
                _counts[asked].Add(match.Terms, _stories.Articles);
                _matcher = _nearMisses.Met(asked, _matcher);
            }
        }
    }

    /// <summary>What would have been told from an instant (inclusive) to another (exclusive), from what has been read so far.</summary>
    /// <exception cref="ArgumentException">The span ends before it begins.</exception>
    public TrialReport Report(DateTimeOffset from, DateTimeOffset to)
    {
        if (to < from)
            throw new ArgumentException("The span ends before it begins.", nameof(to));
        return _stories.Report(from, to) with
        {
            Terms = [.. _asked.Select((it, i) => new TrialTerm(it.Written, it.Negated, _counts[i].Articles, [.. _counts[i].MetBy.Take(MostWordings)])
            {
                OtherWordings = Math.Max(0, _counts[i].Wordings - MostWordings),
            })],
            Unmet = _nearMisses.Told(_stories.Articles),
        };
    }
}
