using Dapper;
using Microsoft.Data.Sqlite;
using News.Alerts;

namespace Bot.Storage;

/// <summary>What happens to a feed and is told to those who follow it.</summary>
public enum FeedEventKind
{
    /// <summary>It is fetched from another address from now on.</summary>
    Moved,

    /// <summary>It is not polled any more.</summary>
    Stopped,

    /// <summary>No poll has gone well for a day.</summary>
    Failing,

    /// <summary>It can be read again, after it was told that it could not.</summary>
    Recovered,
}

/// <summary>An event of a feed, as one channel is told it.</summary>
/// <param name="Name">What the feed is called there.</param>
/// <param name="FromSettings">It stands in the settings file, which no command changes.</param>
/// <param name="Since">Since when it failed; for what did not fail, when it happened.</param>
/// <param name="Status">What the last poll came to.</param>
/// <param name="Advice">What to do about it, where something is wrong and that is known.</param>
public sealed record FeedEvent(
    ChannelAddress Channel, FeedId Feed, FeedEventKind Kind, string Name, Uri Url, Uri? MovedTo, bool FromSettings,
    DateTimeOffset At, DateTimeOffset Since, string Status, string? Advice);

/// <summary>How many feeds are followed and polled, and the host and the cause of each that fails at the moment.</summary>
public sealed record FeedCensus(int Feeds, IReadOnlyList<(string Host, string? Cause)> Failing);

/// <summary>
/// What happened to feeds and is still to be told. An event is written in the transaction of the poll that brought it,
/// and taken out in that which puts its notice into the outbox: it is told once, wherever the bot is killed.
/// </summary>
public sealed class FeedEvents(Database database, OutboxStore outbox)
{
    /// <summary>The kinds of which something is to be told.</summary>
    /// <param name="failedSince">Feeds that have failed since then or longer count as failing.</param>
    public async Task<IReadOnlyList<FeedEventKind>> PendingAsync(DateTimeOffset failedSince, CancellationToken cancellationToken)
    {
        using var connection = database.Open();
        var kinds = await connection.QueryAsync<string>(
            """
            SELECT DISTINCT kind FROM feed_events
            UNION ALL
            SELECT 'Failing' WHERE EXISTS (SELECT 1 FROM feeds WHERE failing_since IS NOT NULL AND NOT failure_told AND failing_since <= @since)
            """, new { since = failedSince.ToStored() });
        return [.. kinds.Select(Enum.Parse<FeedEventKind>)];
    }

    /// <summary>Puts what there is to tell of one kind into the outbox, and counts it as told.</summary>
    /// <param name="failedSince">For <see cref="FeedEventKind.Failing"/>: those that have failed since then or longer, or all where it is null.</param>
    /// <param name="write">Makes the notices of the events, each with the key under which a channel hears it once.</param>
    /// <returns>How many notices were added.</returns>
    public async Task<int> TellAsync(
        FeedEventKind kind, DateTimeOffset? failedSince, DateTimeOffset now,
        Func<IReadOnlyList<FeedEvent>, IEnumerable<(ChannelAddress Channel, string Once, Notice Notice)>> write, CancellationToken cancellationToken)
    {
        var told = await database.WriteAsync(connection =>
        {
            if (kind == FeedEventKind.Failing)
                CollectFailing(connection, failedSince, now);
            var events = Read(connection, kind);
            connection.Execute("DELETE FROM feed_events WHERE kind = @kind", new { kind = kind.ToString() });
            return write(events).Count(one => OutboxStore.InsertNotice(connection, one.Channel, one.Once, one.Notice, now));
        }, cancellationToken);

        if (told > 0)
            outbox.Work.Beat();
        return told;
    }

    /// <summary>How many feeds fail at the moment.</summary>
    public async Task<FeedCensus> CountAsync(CancellationToken cancellationToken)
    {
        using var connection = database.Open();
        var feeds = await connection.ExecuteScalarAsync<int>(
            "SELECT COUNT(*) FROM feeds f WHERE stopped IS NULL AND EXISTS (SELECT 1 FROM subscriptions s WHERE s.feed_id = f.id)");
        var failing = await connection.QueryAsync<(string Url, string? Cause)>(
            """
            SELECT COALESCE(moved_to, url), cause FROM feeds f
            WHERE failing_since IS NOT NULL AND stopped IS NULL AND EXISTS (SELECT 1 FROM subscriptions s WHERE s.feed_id = f.id)
            """);
        return new FeedCensus(feeds, [.. failing.Select(row => (new Uri(row.Url).IdnHost, row.Cause))]);
    }

    internal static void Add(SqliteConnection connection, FeedId feed, FeedEventKind kind, DateTimeOffset at) =>
        connection.Execute(
            """
            INSERT OR REPLACE INTO feed_events (feed_id, kind, scope, at, since)
            SELECT feed_id, @kind, scope, @at, @at FROM subscriptions WHERE feed_id = @feed
            """, new { feed = feed.Value, kind = kind.ToString(), at = at.ToStored() });

    /// <summary>Call it while the feed's row still says that it fails: what was never told needs no all-clear.</summary>
    internal static void AddRecovery(SqliteConnection connection, FeedId feed, DateTimeOffset at) =>
        connection.Execute(
            """
            INSERT OR REPLACE INTO feed_events (feed_id, kind, scope, at, since)
            SELECT s.feed_id, @kind, s.scope, @at, f.failing_since
            FROM feeds f JOIN subscriptions s ON s.feed_id = f.id
            WHERE f.id = @feed AND f.failure_told
            """, new { feed = feed.Value, kind = nameof(FeedEventKind.Recovered), at = at.ToStored() });

    private static void CollectFailing(SqliteConnection connection, DateTimeOffset? failedSince, DateTimeOffset now)
    {
        var parameters = new { kind = nameof(FeedEventKind.Failing), at = now.ToStored(), since = failedSince?.ToStored() ?? long.MaxValue };
        connection.Execute(
            """
            INSERT OR REPLACE INTO feed_events (feed_id, kind, scope, at, since)
            SELECT s.feed_id, @kind, s.scope, @at, f.failing_since
            FROM feeds f JOIN subscriptions s ON s.feed_id = f.id
            WHERE f.failing_since IS NOT NULL AND NOT f.failure_told AND f.failing_since <= @since AND f.stopped IS NULL;
            UPDATE feeds SET failure_told = 1 WHERE failing_since IS NOT NULL AND NOT failure_told AND failing_since <= @since;
            """, parameters);
    }

    private static List<FeedEvent> Read(SqliteConnection connection, FeedEventKind kind)
    {
        // A feed that was added by command is spoken of where it was added; the others where their scope is told the news.
        var channels = connection.Query<(string Scope, string Channel)>(
            "SELECT DISTINCT w.scope, c.channel FROM watchlists w JOIN watchlist_channels c ON c.watchlist_id = w.id")
            .ToLookup(row => row.Scope, row => row.Channel);
        return
        [
            .. connection.Query<Row>(
                """
                SELECT f.id, f.url, f.moved_to, f.title, f.status, f.advice, e.at, e.since, s.scope, s.name, s.from_settings, s.channel
                FROM feed_events e
                JOIN feeds f ON f.id = e.feed_id
                JOIN subscriptions s ON s.feed_id = COALESCE(f.merged_into, f.id) AND s.scope = e.scope
                WHERE e.kind = @kind
                ORDER BY e.at, f.id
                """, new { kind = kind.ToString() })
            .SelectMany(row => (row.Channel is { } own ? [own] : channels[row.Scope])
                .Select(ChannelAddress.TryParse).OfType<ChannelAddress>().Select(channel => row.ToEvent(channel, kind)))
            .DistinctBy(one => (one.Channel, one.Feed)),
        ];
    }

    private sealed class Row
    {
        public long Id { get; init; }
        public string Url { get; init; } = "";
        public string? MovedTo { get; init; }
        public string? Title { get; init; }
        public string Status { get; init; } = "";
        public string? Advice { get; init; }
        public long At { get; init; }
        public long Since { get; init; }
        public string Scope { get; init; } = "";
        public string? Name { get; init; }
        public long FromSettings { get; init; }
        public string? Channel { get; init; }

        public FeedEvent ToEvent(ChannelAddress channel, FeedEventKind kind)
        {
            var url = new Uri(Url);
            return new FeedEvent(
                channel, new FeedId(Id), kind, Name ?? Title ?? url.Host, url, MovedTo is null ? null : new Uri(MovedTo), FromSettings != 0,
                At.FromStored(), Since.FromStored(), Status, Advice);
        }
    }
}
