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
/// logarithm of their number on average, and an article is looked up in a handful of indexes at most. Large ones are left
/// as they are until somebody who has time calls <see cref="Tidied"/>: no addition takes long.
/// </remarks>
public sealed class Matcher
{
    private const int Growth = 4;

    /// <summary>More are compiled together anew only by <see cref="Tidied"/>.</summary>
    private const int MostAtOnce = 2_000;

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
        while (shards is [.., var last] && last.Count <= Growth * fresh.Count && last.Count + fresh.Count <= MostAtOnce)
        {
            fresh.InsertRange(0, last.Present());
            shards = shards.RemoveAt(shards.Length - 1);
        }

        return new Matcher([.. shards.Select(shard => shard.Compacted(MostAtOnce)), new Shard(Index.Of(fresh))]);
    }

    /// <summary>Removes a watchlist; the same matcher where it isn't there.</summary>
    public Matcher Without(WatchlistId watchlist) => Without([watchlist]);

    /// <summary>Removes several; the same matcher where none is there.</summary>
    public Matcher Without(ImmutableArray<WatchlistId> watchlists)
    {
        var rest = Less(watchlists);
        return rest.SequenceEqual(_shards) ? this : new Matcher([.. rest.Select(shard => shard.Compacted(MostAtOnce))]);
    }

    /// <summary>Whether an article is looked up in no more indexes than need be; else see <see cref="Tidied"/>.</summary>
    public bool IsTidy => MergedFrom() == _shards.Length && !_shards.Any(shard => shard.IsHalfGone);

    /// <summary>The same watchlists in fewer indexes. May take as long as compiling all of them.</summary>
    public Matcher Tidied()
    {
        var from = MergedFrom();
        var kept = _shards[..from].Select(shard => shard.Compacted(int.MaxValue));
        return new Matcher(from == _shards.Length ? [.. kept] : [.. kept, new Shard(Index.Of([.. _shards[from..].SelectMany(shard => shard.Present())]))]);
    }

    /// <summary>The first of the shards that are better one, so that each is large enough beside the next; their number where none are.</summary>
    private int MergedFrom()
    {
        var from = 0;
        while (from + 1 < _shards.Length && _shards[from].Count > Growth * _shards[from + 1].Count)
            from++;
        if (from + 1 >= _shards.Length)
            return _shards.Length;
        while (from > 0 && _shards[from - 1].Count <= Growth * _shards[from..].Sum(shard => shard.Count))
            from--;
        return from;
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

    public bool IsHalfGone => Gone.Count > Count;

    /// <summary>Compiled anew once half of them are gone, where no more than so many stay.</summary>
    public Shard Compacted(int most) => IsHalfGone && Count <= most ? new Shard(Index.Of(Present())) : this;
}
