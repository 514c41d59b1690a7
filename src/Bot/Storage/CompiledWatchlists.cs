using System.Collections.Immutable;
using News.Articles;
using News.Matching;

namespace Bot.Storage;

/// <summary>Every watchlist of every scope as one matcher, made anew when one of them changed.</summary>
public sealed partial class CompiledWatchlists(WatchlistStore store, ILogger<CompiledWatchlists> logger)
{
    private Snapshot _newest = new(-1, Matcher.Empty, ImmutableDictionary<WatchlistId, StoredWatchlist>.Empty);

    public async Task<Snapshot> NewestAsync(CancellationToken cancellationToken)
    {
        var version = store.Version;
        if (_newest.Version == version)
            return _newest;

        var watchlists = await store.AllAsync(cancellationToken);
        return _newest = new Snapshot(
            version,
            Matcher.Of(watchlists.Select(Compile).OfType<(WatchlistId, Query)>()),
            watchlists.ToImmutableDictionary(watchlist => watchlist.Id));
    }

    private (WatchlistId, Query)? Compile(StoredWatchlist watchlist)
    {
        switch (Query.Parse(watchlist.Query))
        {
            case QueryReading.Read { Query: var query }:
                return (watchlist.Id, query);
            case QueryReading.Wrong { Error: var error }:
                LogWrongQuery(watchlist.Name, watchlist.Scope, error.Message);
                break;
        }

        return null;
    }

    /// <summary>The watchlists as they were at one moment.</summary>
    public sealed record Snapshot(int Version, Matcher Matcher, ImmutableDictionary<WatchlistId, StoredWatchlist> ById)
    {
        /// <summary>The watchlists that an article meets.</summary>
        public IEnumerable<(StoredWatchlist Watchlist, Match Match)> Meeting(Article article) =>
            Matcher.Match(article).Select(match => (ById[match.Watchlist], match));
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The stored watchlist {Name} of {Scope} finds nothing, its query is wrong: {Problem}")]
    private partial void LogWrongQuery(string name, ScopeKey scope, string problem);
}
