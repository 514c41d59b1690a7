using System.Collections.Immutable;
using News.Articles;
using News.Matching;

namespace Bot.Storage;

/// <summary>
/// Every watchlist of every scope as one matcher. When one of them changes, or a name that it uses, that one is compiled
/// and the others stay as they are.
/// </summary>
public sealed partial class CompiledWatchlists(WatchlistStore store, EntityBooks books, ILogger<CompiledWatchlists> logger) : IDisposable
{
    private readonly SemaphoreSlim _turn = new(1, 1);
    private Snapshot _newest = new((-1, -1), Matcher.Empty, ImmutableDictionary<WatchlistId, StoredWatchlist>.Empty);

    /// <summary>What of each watchlist is in the matcher. Touched only by whoever has the turn.</summary>
    private Dictionary<WatchlistId, Reading> _readings = [];

    /// <summary>The watchlists as they are now. Safe for any number of threads.</summary>
    public async Task<Snapshot> NewestAsync(CancellationToken cancellationToken)
    {
        if (Volatile.Read(ref _newest) is var newest && newest.Version == Version())
            return newest;

        await _turn.WaitAsync(cancellationToken);
        try
        {
            // The versions first: what changes while we read makes us read again.
            var version = Version();
            if (_newest.Version != version)
                Volatile.Write(ref _newest, Compile(version, await store.AllAsync(cancellationToken)));
            return _newest;
        }
        finally
        {
            _turn.Release();
        }
    }

    public void Dispose() => _turn.Dispose();

    private (int Watchlists, int Names) Version() => (store.Version, books.Version);

    private Snapshot Compile((int, int) version, IReadOnlyList<StoredWatchlist> watchlists)
    {
        var readings = watchlists.ToDictionary(watchlist => watchlist.Id, Read);
        var gone = _readings.Keys.Where(id => !readings.ContainsKey(id)).ToList();
        var changed = readings.Where(one => !ReferenceEquals(one.Value, _readings.GetValueOrDefault(one.Key))).ToList();
        var matcher = _newest.Matcher
            .Without([.. gone, .. changed.Where(one => one.Value.Query is null).Select(one => one.Key)])
            .With([.. changed.Where(one => one.Value.Query is not null).Select(one => (one.Key, one.Value.Query!))]);
        _readings = readings;
        return new Snapshot(version, matcher, watchlists.ToImmutableDictionary(watchlist => watchlist.Id));
    }

    /// <summary>The reading that is there already, where the query still says and means the same.</summary>
    private Reading Read(StoredWatchlist watchlist)
    {
        var known = _readings.GetValueOrDefault(watchlist.Id) is { } before && before.Text == watchlist.Query ? before : null;
        var book = books.Of(watchlist.Scope);
        if (known?.Query?.MeansTheSameIn(book) == true)
            return known;

        switch (Query.Parse(watchlist.Query, book))
        {
            case QueryReading.Read { Query: var query }:
                return new Reading(watchlist.Query, query);
            case QueryReading.Wrong when known is { Query: null }:
                return known;
            case QueryReading.Wrong { Error: var error }:
                LogWrongQuery(watchlist.Name, watchlist.Scope, error.Message);
                break;
        }

        return new Reading(watchlist.Query, null);
    }

    /// <summary>A watchlist's query as it was read.</summary>
    /// <param name="Query">Null where the text is no query.</param>
    private sealed record Reading(string Text, Query? Query);

    /// <summary>The watchlists as they were at one moment.</summary>
    public sealed record Snapshot((int Watchlists, int Names) Version, Matcher Matcher, ImmutableDictionary<WatchlistId, StoredWatchlist> ById)
    {
        /// <summary>The watchlists that an article meets.</summary>
        public IEnumerable<(StoredWatchlist Watchlist, Match Match)> Meeting(Article article) =>
            Matcher.Match(article).Select(match => (ById[match.Watchlist], match));

        /// <summary>See <see cref="Matcher.Overruns"/>.</summary>
        public IEnumerable<(StoredWatchlist Watchlist, string Expression)> Overruns() =>
            Matcher.Overruns().Select(one => (ById[one.Watchlist], one.Expression));
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The stored watchlist {Name} of {Scope} finds nothing, its query is wrong: {Problem}")]
    private partial void LogWrongQuery(string name, ScopeKey scope, string problem);
}
