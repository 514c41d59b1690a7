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
    /// <summary>Between an answer and its record, with time to spare.</summary>
    private static readonly TimeSpan LongestPoll = TimeSpan.FromMinutes(5);

    /// <summary>How long what a feed brought may be missing at the address that it moved to.</summary>
    private static readonly TimeSpan Overlap = TimeSpan.FromDays(3);

    /// <summary>The feed that is meant by an address: one that moved there, one that was there and moved, or the one that is there.</summary>
    public static FeedId? Resolve(SqliteConnection connection, Uri url)
    {
        var address = url.AbsoluteUri;
        return Movers(connection, address)
            ?? (connection.ExecuteScalar<long?>("SELECT COALESCE(merged_into, id) FROM feeds WHERE url = @address", new { address }) is { } id ? new FeedId(id) : null);
    }

    /// <summary>What <see cref="Resolve"/> says, for many addresses at once.</summary>
    public sealed class AddressBook
    {
        private readonly Dictionary<string, FeedId> _feeds = new(StringComparer.Ordinal);

        public static AddressBook Read(SqliteConnection connection)
        {
            var book = new AddressBook();
            var rows = connection.Query<(long Id, string Url, long? Part, string? MovedTo, bool Followed)>(
                "SELECT id, url, merged_into, moved_to, EXISTS (SELECT 1 FROM subscriptions s WHERE s.feed_id = f.id) FROM feeds f ORDER BY id").ToList();
            foreach (var (id, _, _, movedTo, _) in rows.Where(row => row is { Followed: true, MovedTo: not null } && !HasCredentials(row.Url)))
                book._feeds.TryAdd(movedTo!, new FeedId(id));
            foreach (var (id, url, part, _, _) in rows)
                book._feeds.TryAdd(url, new FeedId(part ?? id));
            return book;
        }

        public FeedId? Find(Uri url) => _feeds.TryGetValue(url.AbsoluteUri, out var feed) ? feed : null;

        public void Add(Uri url, FeedId feed) => _feeds[url.AbsoluteUri] = feed;
    }

    /// <summary>Notes that a feed's move is told; false where it has been told before.</summary>
    public static bool IsNews(SqliteConnection connection, FeedId feed, Uri movedTo) => connection.Execute(
        "UPDATE feeds SET move_told = @to WHERE id = @id AND move_told IS NOT @to", new { id = feed.Value, to = movedTo.AbsoluteUri }) > 0;

    /// <summary>
    /// Where another followed feed is fetched from the address that a feed has moved to, the followers go over, and with
    /// them the articles, so that they are found, but for those that the other feed has itself.
    /// </summary>
    /// <remarks>
    /// Each feed has told its own followers what it brought. What the other one brought since this poll began may be missing
    /// in this one's answer: then they go over at a later poll, and so they do while the other was never read. What this
    /// one brought since the other was last read is left with it: the other brings it anew, and an alert that a channel
    /// has is not made again. Of what this one brought in its last days the other may have nothing yet, as it came while it was
    /// elsewhere: that goes over to be found, but not as known, so that the other's own followers are told when it lists it.
    /// </remarks>
    public static void MergeWhereAnotherIs(SqliteConnection connection, FeedId feed, Uri movedTo, PollRecord poll)
    {
        var own = connection.ExecuteScalar<string>("SELECT url FROM feeds WHERE id = @id", new { id = feed.Value });
        if (HasCredentials(own) || Other(connection, feed, movedTo.AbsoluteUri) is not { } other || !IsReady(connection, other, poll.Begun))
            return;

        var read = ReadBy(connection, other);
        var parameters = new
        {
            id = feed.Value,
            other = other.Value,
            now = poll.At.ToStored(),
            told = read?.ToStored() ?? long.MaxValue,
            old = read is { } since ? Earlier(since, poll.At - Overlap).ToStored() : long.MaxValue,
            FeedRows.Never,
        };
        connection.Execute(
            """
            INSERT INTO subscriptions (scope, feed_id, name, publisher, from_settings, channel, added_by, added_at)
            SELECT scope, @other, name, publisher, from_settings, channel, added_by, added_at FROM subscriptions WHERE feed_id = @id
            ON CONFLICT (scope, feed_id) DO UPDATE SET from_settings = MAX(from_settings, excluded.from_settings);
            DELETE FROM subscriptions WHERE feed_id = @id;
            UPDATE feeds SET merged_into = @other, next_poll = @Never, stopped = NULL WHERE id = @id;
            UPDATE feeds SET merged_into = @other WHERE merged_into = @id;
            UPDATE feeds SET next_poll = MIN(next_poll, MAX(@now, COALESCE(not_before, 0)))
            WHERE id = @other AND failures > 0 AND stopped IS NULL;
            UPDATE feeds
            SET stopped = NULL, next_poll = @now, primed = 1, failures = 0, failing_since = NULL, failure_told = 0, cause = NULL, advice = NULL
            WHERE id = @other AND stopped IS NOT NULL;
            UPDATE item_marks SET feed_id = @other
            WHERE feed_id = @id AND mark NOT IN (SELECT mark FROM item_marks WHERE feed_id = @other)
              AND article_id NOT IN (SELECT id FROM articles WHERE feed_id = @id AND received > @old);
            UPDATE OR IGNORE articles SET feed_id = @other WHERE feed_id = @id AND received <= @old;
            UPDATE OR IGNORE articles AS a SET feed_id = @other, item_key = 'moved ' || id || ' ' || item_key
            WHERE feed_id = @id AND received > @old AND received <= @told
              AND NOT EXISTS (SELECT 1 FROM articles b WHERE b.feed_id = @other AND b.item_key = a.item_key);
            """, parameters);
    }

    private static bool IsReady(SqliteConnection connection, FeedId other, DateTimeOffset begun) => connection.ExecuteScalar<bool>(
        """
        SELECT stopped IS NOT NULL
            OR (primed AND NOT EXISTS (SELECT 1 FROM articles WHERE received >= @begun AND feed_id = @id))
        FROM feeds WHERE id = @id
        """, new { id = other.Value, begun = begun.ToStored() });

    /// <summary>What came before was in the feed's own last answer, or before that one; null where it never had one.</summary>
    private static DateTimeOffset? ReadBy(SqliteConnection connection, FeedId feed) =>
        connection.ExecuteScalar<long?>("SELECT last_good FROM feeds WHERE id = @id AND primed", new { id = feed.Value }).FromStored() - LongestPoll;

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

    private static DateTimeOffset Earlier(DateTimeOffset a, DateTimeOffset b) => a < b ? a : b;

    private static bool HasCredentials(string? url) => Uri.TryCreate(url, UriKind.Absolute, out var address) && address.UserInfo.Length > 0;
}
