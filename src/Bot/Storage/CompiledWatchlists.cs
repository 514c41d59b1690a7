using System.Collections.Immutable;
using News.Articles;
using News.Matching;

namespace Bot.Storage;

/// <summary>
/// Every watchlist of every scope as one matcher. When one of them changes, or a name that it uses, that one is read and
/// compiled, and the others stay as they are. What takes longer, bringing many that came one by one together, is done
/// beside that, while articles meet the watchlists as they are.
/// </summary>
public sealed partial class CompiledWatchlists(WatchlistStore store, EntityBooks books, ILogger<CompiledWatchlists> logger) : IDisposable
{
    private readonly SemaphoreSlim _turn = new(1, 1);

    /// <summary>Null where all of them have to be read.</summary>
    private Snapshot? _newest;

    /// <summary>The watchlists that changed since somebody began to tidy up; null where nobody does. Touched only by whoever has the turn.</summary>
    private HashSet<WatchlistId>? _meanwhile;

    /// <summary>The watchlists as they are now: a change that somebody was told is done is in them. Safe for any number of threads.</summary>
    public async Task<Snapshot> NewestAsync(CancellationToken cancellationToken)
    {
        if (Volatile.Read(ref _newest) is { } newest && IsNewest(newest))
            return newest;

        await _turn.WaitAsync(cancellationToken);
        try
        {
            var before = _newest;
            if (before is not null && IsNewest(before))
                return before;

            // What is taken from the logs is nowhere else: should we fail, the next one reads everything.
            Volatile.Write(ref _newest, null);
            var after = await InStepAsync(before, cancellationToken);
            Volatile.Write(ref _newest, after);
            if (!after.Matcher.IsTidy && _meanwhile is null)
            {
                HashSet<WatchlistId> meanwhile = _meanwhile = [];
                _ = Task.Run(() => TidyAsync(after.Matcher, meanwhile), CancellationToken.None);
            }

            return after;
        }
        finally
        {
            _turn.Release();
        }
    }

    public void Dispose() => _turn.Dispose();

    private bool IsNewest(Snapshot snapshot) => snapshot.Version == (store.Changes.Version, books.Changes.Version);

    private async Task<Snapshot> InStepAsync(Snapshot? before, CancellationToken cancellationToken)
    {
        // The logs first: what changes while we read makes the next one read again.
        var (watchlists, changed) = store.Changes.Take();
        var (names, scopes) = books.Changes.Take();
        var version = (watchlists, names);
        if (before is null)
        {
            _meanwhile = null;
            return Compile(version, Snapshot.Empty, [], await store.AllAsync(cancellationToken));
        }

        var found = await store.FindAsync(changed, cancellationToken);
        var gone = changed.Except(found.Select(watchlist => watchlist.Id));
        var renamed = scopes.Count == 0 ? [] : await store.ListAsync([.. scopes], cancellationToken);
        _meanwhile?.UnionWith(changed.Union(renamed.Select(watchlist => watchlist.Id)));
        return Compile(version, before, [.. gone], [.. found.UnionBy(renamed, watchlist => watchlist.Id)]);
    }

    private Snapshot Compile(
        (int, int) version, Snapshot before, ImmutableArray<WatchlistId> gone, IReadOnlyList<StoredWatchlist> stored)
    {
        var readings = stored.Select(watchlist => Read(watchlist, before.ById.GetValueOrDefault(watchlist.Id))).ToList();
        var changed = readings.Where(one => one.Query != before.ById.GetValueOrDefault(one.Watchlist.Id)?.Query).ToLookup(one => one.Query is null);
        return new Snapshot(
            version,
            before.Matcher
                .Without([.. gone, .. changed[true].Select(one => one.Watchlist.Id)])
                .With([.. changed[false].Select(one => (one.Watchlist.Id, one.Query!))]),
            before.ById.RemoveRange(gone).SetItems(readings.Select(one => KeyValuePair.Create(one.Watchlist.Id, one))));
    }

    /// <summary>Puts a tidy matcher in the place of the newest, with what changed while it was made.</summary>
    private async Task TidyAsync(Matcher matcher, HashSet<WatchlistId> meanwhile)
    {
        try
        {
            var tidy = matcher.Tidied();
            await _turn.WaitAsync();
            try
            {
                if (_meanwhile != meanwhile)
                    return; // all of them were read anew
                _meanwhile = null;
                if (_newest is not { } newest)
                    return;
                var changed = meanwhile.Select(id => newest.ById.GetValueOrDefault(id)).OfType<Reading>().Where(one => one.Query is not null);
                tidy = tidy.Without([.. meanwhile]).With([.. changed.Select(one => (one.Watchlist.Id, one.Query!))]);
                Volatile.Write(ref _newest, newest with { Matcher = tidy });
            }
            finally
            {
                _turn.Release();
            }
        }
        catch (Exception surprise)
        {
            LogUntidy(surprise);
        }
    }

    /// <summary>With the query that is compiled already, where it still says and means the same.</summary>
    private Reading Read(StoredWatchlist watchlist, Reading? before)
    {
        var known = before?.Watchlist.Query == watchlist.Query;
        var book = books.Of(watchlist.Scope);
        if (known && before!.Query?.MeansTheSameIn(book) == true)
            return new Reading(watchlist, before.Query);

        var reading = Query.Parse(watchlist.Query, book);
        if (reading is QueryReading.Wrong { Error: var error } && !(known && before!.Query is null))
            LogWrongQuery(watchlist.Name, watchlist.Scope, error.Message);
        return new Reading(watchlist, (reading as QueryReading.Read)?.Query);
    }

    /// <summary>A watchlist and its query as it was read.</summary>
    /// <param name="Query">Null where the text is no query.</param>
    public sealed record Reading(StoredWatchlist Watchlist, Query? Query);

    /// <summary>The watchlists as they were at one moment.</summary>
    public sealed record Snapshot((int Watchlists, int Names) Version, Matcher Matcher, ImmutableDictionary<WatchlistId, Reading> ById)
    {
        public static Snapshot Empty { get; } = new((0, 0), Matcher.Empty, ImmutableDictionary<WatchlistId, Reading>.Empty);

        /// <summary>The watchlists that an article meets.</summary>
        public IEnumerable<(StoredWatchlist Watchlist, Match Match)> Meeting(Article article) =>
            Matcher.Match(article).Select(match => (ById[match.Watchlist].Watchlist, match));

        /// <summary>See <see cref="Matcher.Overruns"/>.</summary>
        public IEnumerable<(StoredWatchlist Watchlist, string Expression)> Overruns() =>
            Matcher.Overruns().Select(one => (ById[one.Watchlist].Watchlist, one.Expression));
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The compiled watchlists could not be tidied up: articles are matched all the same, somewhat slower.")]
    private partial void LogUntidy(Exception surprise);

    [LoggerMessage(Level = LogLevel.Error, Message = "The stored watchlist {Name} of {Scope} finds nothing, its query is wrong: {Problem}")]
    private partial void LogWrongQuery(string name, ScopeKey scope, string problem);
}
