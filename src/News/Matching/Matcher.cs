using System.Collections.Immutable;
using News.Articles;

namespace News.Matching;

/// <summary>
/// All watchlists compiled into one: an article is read once, whatever their number. Immutable and safe for any
/// number of threads; a changed watchlist makes a new matcher, which shares with the old one what didn't change.
/// </summary>
/// <remarks>
/// Watchlists lie in shards, each at least four times as large as the next (a log-structured merge, O'Neil et al. 1996):
/// one more makes a new small shard or is compiled together with the small ones at the end, so that adding costs the
/// logarithm of their number on average, and an article is looked up in a handful of indexes at most.
/// </remarks>
public sealed class Matcher
{
    private const int Growth = 4;

    private readonly ImmutableArray<Shard> _shards;

    private Matcher(ImmutableArray<Shard> shards) => _shards = shards;

    public static Matcher Empty { get; } = new([]);

    /// <summary>How many watchlists it holds.</summary>
    public int Count => _shards.Sum(shard => shard.Count);

    /// <exception cref="ArgumentException">A watchlist comes twice.</exception>
    public static Matcher Of(IEnumerable<(WatchlistId Watchlist, Query Query)> watchlists)
    {
        ImmutableArray<(WatchlistId Watchlist, Query Query)> all = [.. watchlists];
        if (all.DistinctBy(it => it.Watchlist).Count() != all.Length)
            throw new ArgumentException("A watchlist has one query.", nameof(watchlists));
        return all.IsEmpty ? Empty : new Matcher([new Shard(Index.Of(all))]);
    }

    /// <summary>Adds a watchlist, or gives one that is there another query.</summary>
    public Matcher With(WatchlistId watchlist, Query query)
    {
        ArgumentNullException.ThrowIfNull(query);
        var shards = Without(watchlist)._shards;
        List<(WatchlistId, Query)> fresh = [(watchlist, query)];
        while (shards is [.., var last] && last.Count <= Growth * fresh.Count)
        {
            fresh.InsertRange(0, last.Present());
            shards = shards.RemoveAt(shards.Length - 1);
        }

        return new Matcher(shards.Add(new Shard(Index.Of(fresh))));
    }

    /// <summary>Removes a watchlist; the same matcher where it isn't there.</summary>
    public Matcher Without(WatchlistId watchlist)
    {
        for (var i = 0; i < _shards.Length; i++)
        {
            if (!_shards[i].Has(watchlist))
                continue;
            var rest = _shards[i].Without(watchlist);
            return new Matcher(rest.Count == 0 ? _shards.RemoveAt(i) : _shards.SetItem(i, rest));
        }

        return this;
    }

    /// <summary>The watchlists that an article meets, by their numbers, each with its reason. Most often none.</summary>
    public ImmutableArray<Match> Match(Article article) => Match(article, seen: null);

    /// <param name="seen">Counts the words of the article, which is read once for both.</param>
    internal ImmutableArray<Match> Match(Article article, SeenWords? seen)
    {
        ArgumentNullException.ThrowIfNull(article);
        return MatchScratch.Read(article, _shards.AsSpan(), seen);
    }
}

/// <summary>Some watchlists compiled together, less those removed since.</summary>
internal sealed class Shard
{
    public Shard(Index index)
        : this(index, [])
    {
    }

    private Shard(Index index, ImmutableHashSet<WatchlistId> gone)
    {
        Index = index;
        Gone = gone;
    }

    public Index Index { get; }

    /// <summary>Compiled but removed.</summary>
    public ImmutableHashSet<WatchlistId> Gone { get; }

    public int Count => Index.Queries.Length - Gone.Count;

    public bool Has(WatchlistId watchlist) => Index.Has(watchlist) && !Gone.Contains(watchlist);

    public IEnumerable<(WatchlistId Watchlist, Query Query)> Present() =>
        Index.Queries.Where(query => !Gone.Contains(query.Watchlist)).Select(query => (query.Watchlist, query.Query));

    /// <summary>Remembers that one is gone; compiles anew once half of them are.</summary>
    public Shard Without(WatchlistId watchlist)
    {
        var less = new Shard(Index, Gone.Add(watchlist));
        return less.Count > 0 && less.Gone.Count > less.Count ? new Shard(Index.Of(less.Present())) : less;
    }
}
