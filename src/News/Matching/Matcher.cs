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
        return Empty.With(all);
    }

    /// <summary>Adds a watchlist, or gives one that is there another query.</summary>
    public Matcher With(WatchlistId watchlist, Query query)
    {
        ArgumentNullException.ThrowIfNull(query);
        return With([(watchlist, query)]);
    }

    /// <summary>Adds several, each once, which are compiled together; the same matcher where they are none.</summary>
    public Matcher With(ImmutableArray<(WatchlistId Watchlist, Query Query)> watchlists)
    {
        if (watchlists.IsEmpty)
            return this;
        var shards = Less(watchlists.Select(it => it.Watchlist));
        List<(WatchlistId, Query)> fresh = [.. watchlists];
        while (shards is [.., var last] && last.Count <= Growth * fresh.Count)
        {
            fresh.InsertRange(0, last.Present());
            shards = shards.RemoveAt(shards.Length - 1);
        }

        return new Matcher([.. shards.Select(shard => shard.Compacted()), new Shard(Index.Of(fresh))]);
    }

    /// <summary>Removes a watchlist; the same matcher where it isn't there.</summary>
    public Matcher Without(WatchlistId watchlist) => Without([watchlist]);

    /// <summary>Removes several; the same matcher where none is there.</summary>
    public Matcher Without(ImmutableArray<WatchlistId> watchlists)
    {
        var rest = Less(watchlists);
        return rest.SequenceEqual(_shards) ? this : new Matcher([.. rest.Select(shard => shard.Compacted())]);
    }

    /// <summary>The watchlists that an article meets, by their numbers, each with its reason. Most often none.</summary>
    public ImmutableArray<Match> Match(Article article) => Match(article, seen: null);

    /// <param name="seen">Counts the words of the article, which is read once for both.</param>
    internal ImmutableArray<Match> Match(Article article, SeenWords? seen)
    {
        ArgumentNullException.ThrowIfNull(article);
        return MatchScratch.Read(article, _shards.AsSpan(), seen);
    }

    private ImmutableArray<Shard> Less(IEnumerable<WatchlistId> gone)
    {
        ImmutableArray<WatchlistId> all = [.. gone];
        return [.. _shards.Select(shard => shard.Without(all)).Where(shard => shard.Count > 0)];
    }

    /// <summary>
    /// The watchlists that may have missed an article since they were read, because looking for a regular expression of theirs
    /// took too long; with that expression.
    /// </summary>
    public IEnumerable<(WatchlistId Watchlist, string Expression)> Overruns() => _shards.SelectMany(shard => shard.Overruns());
}

/// <summary>Some watchlists compiled together, less those removed since.</summary>
internal sealed class Shard
{
    private readonly ImmutableArray<IndexedQuery> _withRegex;

    public Shard(Index index)
        : this(index, [.. index.Queries.Where(query => !query.Query.Regexes.IsEmpty)], [])
    {
    }

    private Shard(Index index, ImmutableArray<IndexedQuery> withRegex, ImmutableHashSet<WatchlistId> gone)
    {
        Index = index;
        _withRegex = withRegex;
        Gone = gone;
    }

    public Index Index { get; }

    /// <summary>Compiled but removed.</summary>
    public ImmutableHashSet<WatchlistId> Gone { get; }

    public int Count => Index.Queries.Length - Gone.Count;

    public bool Has(WatchlistId watchlist) => Index.Has(watchlist) && !Gone.Contains(watchlist);

    public IEnumerable<(WatchlistId Watchlist, Query Query)> Present() =>
        Index.Queries.Where(query => !Gone.Contains(query.Watchlist)).Select(query => (query.Watchlist, query.Query));

    /// <summary>See <see cref="Matcher.Overruns"/>.</summary>
    public IEnumerable<(WatchlistId Watchlist, string Expression)> Overruns()
    {
        foreach (var query in _withRegex)
        {
            if (query.Query.Overrun is { } expression && !Gone.Contains(query.Watchlist))
                yield return (query.Watchlist, expression);
        }
    }

    /// <summary>Remembers that some are gone; the same shard where it has none of them.</summary>
    public Shard Without(ImmutableArray<WatchlistId> watchlists)
    {
        var gone = Gone.Union(watchlists.Where(Has));
        return gone.Count == Gone.Count ? this : new Shard(Index, _withRegex, gone);
    }

    /// <summary>Compiled anew once half of them are gone.</summary>
    public Shard Compacted() => Gone.Count > Count ? new Shard(Index.Of(Present())) : this;
}
