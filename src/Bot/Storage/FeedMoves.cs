using Dapper;
using Microsoft.Data.Sqlite;

namespace Bot.Storage;

/// <summary>
/// Feeds that moved. The address by which a feed was added stays its name in the table, so that the settings file finds
/// it again; <c>moved_to</c> is where it is fetched from. Where another feed is there already, the followers of the one
/// that moved follow that one from now on, because one address is fetched once.
/// </summary>
internal static class FeedMoves
{
    /// <summary>The feed that is meant by an address: one that moved there, one that was there and moved, or the one that is there.</summary>
    public static FeedId? Resolve(SqliteConnection connection, Uri url)
    {
        var address = url.AbsoluteUri;
        return Movers(connection, address)
            ?? (connection.ExecuteScalar<long?>("SELECT COALESCE(merged_into, id) FROM feeds WHERE url = @address", new { address }) is { } id ? new FeedId(id) : null);
    }

    /// <summary>
    /// Where another followed feed is fetched from the address that a feed has moved to, the followers go over. What the
    /// poll that says so brought is saved already, so nothing falls in between; articles go over too, so that they are
    /// found, but for those that the other feed has itself.
    /// </summary>
    public static void MergeWhereAnotherIs(SqliteConnection connection, FeedId feed, Uri movedTo, DateTimeOffset now)
    {
        var own = connection.ExecuteScalar<string>("SELECT url FROM feeds WHERE id = @id", new { id = feed.Value });
        if (HasCredentials(own) || Other(connection, feed, movedTo.AbsoluteUri) is not { } other)
            return;

        var parameters = new { id = feed.Value, other = other.Value, now = now.ToStored(), FeedRows.Never };
        connection.Execute(
            """
            INSERT INTO subscriptions (scope, feed_id, name, publisher, from_settings, channel, added_by, added_at)
            SELECT scope, @other, name, publisher, from_settings, channel, added_by, added_at FROM subscriptions WHERE feed_id = @id
            ON CONFLICT (scope, feed_id) DO UPDATE SET from_settings = MAX(from_settings, excluded.from_settings);
            DELETE FROM subscriptions WHERE feed_id = @id;
            UPDATE feeds SET merged_into = @other, next_poll = @Never WHERE id = @id;
            UPDATE feeds SET merged_into = @other WHERE merged_into = @id;
            UPDATE feeds SET stopped = NULL, next_poll = @now, failures = 0, failing_since = NULL, failure_told = 0 WHERE id = @other AND stopped IS NOT NULL;
            UPDATE OR IGNORE articles SET feed_id = @other WHERE feed_id = @id;
            UPDATE item_marks SET feed_id = @other
            WHERE feed_id = @id AND mark NOT IN (SELECT mark FROM item_marks WHERE feed_id = @other);
            """, parameters);
    }

    private static FeedId? Other(SqliteConnection connection, FeedId feed, string address) =>
        connection.ExecuteScalar<long?>(
            """
            SELECT id FROM feeds f
            WHERE url = @address AND moved_to IS NULL AND id <> @id AND EXISTS (SELECT 1 FROM subscriptions s WHERE s.feed_id = f.id)
            """, new { id = feed.Value, address }) is { } id
            ? new FeedId(id)
            : Movers(connection, address, but: feed);

    /// <summary>
    /// The followed feed that moved to an address. One that is fetched with a password is nobody else's: who adds the bare
    /// address has to see what the site shows to everyone.
    /// </summary>
    private static FeedId? Movers(SqliteConnection connection, string address, FeedId but = default)
    {
        foreach (var (id, url) in connection.Query<(long Id, string Url)>(
            "SELECT id, url FROM feeds f WHERE moved_to = @address AND EXISTS (SELECT 1 FROM subscriptions s WHERE s.feed_id = f.id)", new { address }))
        {
            if (id != but.Value && !HasCredentials(url))
                return new FeedId(id);
        }

        return null;
    }

    private static bool HasCredentials(string? url) => Uri.TryCreate(url, UriKind.Absolute, out var address) && address.UserInfo.Length > 0;
}
