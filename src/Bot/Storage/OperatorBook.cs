using Dapper;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Options;
using News.Alerts;
using News.Matching;

namespace Bot.Storage;

/// <summary>Brings the operator's feeds and watchlists in the database into agreement with the settings file.</summary>
public sealed class OperatorBook(Database database, WatchlistStore watchlists, IOptions<OperatorSettings> settings, TimeProvider time)
{
    private const string By = "settings";

    /// <summary>
    /// Adds what is new, changes what changed and removes what is gone from the file. What was added by command stays.
    /// </summary>
    public async Task SyncAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        watchlists.Changes.Note(await database.WriteAsync(connection =>
        {
            SyncFeeds(connection, now);
            return SyncWatchlists(connection, now);
        }, cancellationToken));
    }

    private void SyncFeeds(SqliteConnection connection, DateTimeOffset now) =>
        FeedStore.FollowFromSettings(
            connection, ScopeKey.Operator, [.. settings.Value.Feeds.Select(feed => (new Uri(feed.Url), feed.Name, feed.Publisher))], By, now);

    /// <returns>The watchlists that may be others now.</returns>
    private List<WatchlistId> SyncWatchlists(SqliteConnection connection, DateTimeOffset now)
    {
        var scope = ScopeKey.Operator.Value;
        var wanted = settings.Value.Watchlists;
        List<WatchlistId> touched = [.. WatchlistStore.Delete(
            connection,
            connection.Query<long>(
                "SELECT id FROM watchlists WHERE scope = @scope AND from_settings AND name NOT IN @names",
                new { scope, names = wanted.Select(watchlist => watchlist.Name) }),
            now)];

        foreach (var watchlist in wanted)
        {
            var severity = Enum.Parse<Severity>(watchlist.Severity, ignoreCase: true);
            var channels = watchlist.Channels.Select(channel => ChannelAddress.TryParse(channel)!.Value).ToArray();
            var updates = Updates.TryParse(watchlist.Updates)!;
            if (WatchlistStore.Insert(
                    connection, ScopeKey.Operator, watchlist.Name, watchlist.Query, severity, [.. channels], atHome: true, fromSettings: true, By, now, updates) is { } made)
            {
                touched.Add(made);
                continue;
            }

            var id = connection.QuerySingle<long>(
                """
                UPDATE watchlists SET added_at = CASE WHEN query = @Query THEN added_at ELSE @now END, query = @Query, severity = @severity, updates = @updates, from_settings = 1, at_home = 1
                WHERE scope = @scope AND name = @Name RETURNING id
                """, new { watchlist.Query, severity = severity.ToString(), updates = updates.ToString(), scope, watchlist.Name, now = now.ToStored() });
            WatchlistStore.SetChannels(connection, id, [.. channels]);
            touched.Add(new WatchlistId(id));
        }

        return touched;
    }
}
