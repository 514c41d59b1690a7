using System.Security.Cryptography;
using System.Text.Json;
using Dapper;
using Microsoft.Data.Sqlite;
using News.Alerts;
using News.Matching;
using News.Stories;

namespace Bot.Storage;

/// <summary>
/// Alerts and notices between the moment when they are written down and the moment when they stand in their channel.
/// A row is <c>waiting</c>, then <c>sent</c>, <c>parked</c> (refused for good, with the reason) or <c>dropped</c>.
/// </summary>
public sealed class OutboxStore(Database database)
{
    private const string OfTheirWatchlists = "watchlist_id IN (SELECT id FROM watchlists WHERE scope IN @scopes)";

    /// <summary>Notices are to channels: a scope's are those that its watchlists post to and its feeds were added in.</summary>
    private const string InTheirChannels =
        """
        kind = 'notice' AND channel IN (
            SELECT c.channel FROM watchlist_channels c JOIN watchlists w ON w.id = c.watchlist_id WHERE w.scope IN @scopes
            UNION SELECT channel FROM subscriptions WHERE scope IN @scopes AND channel IS NOT NULL)
        """;

    /// <summary>A parked message as <c>/status</c> shows it.</summary>
    public sealed record Parked(ChannelAddress Channel, string Headline, string Reason, DateTimeOffset At);

    /// <summary>How many messages are in each state.</summary>
    public sealed record Counts(int Sent, int Waiting, int Parked);

    public StorageHealth Health => database.Health;

    /// <summary>Beats when there is something new to deliver: after the transaction that wrote it down.</summary>
    public Pulse Work { get; } = new();

    /// <summary>The oldest waiting message of each channel, where its time has come: a channel's order is kept.</summary>
    public async Task<IReadOnlyList<OutboxEntry>> DueAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        using var connection = database.Open();
        var rows = await connection.QueryAsync<Row>(
            """
            SELECT o.id, o.key, o.channel, o.kind, o.message, o.created, o.attempts, o.first_tried
            FROM outbox o
            JOIN (SELECT channel, MIN(id) AS id FROM outbox WHERE state = 'waiting' GROUP BY channel) head ON head.id = o.id
            WHERE o.due <= @now
            """, new { now = now.ToStored() });
        return [.. rows.Select(row => row.ToEntry())];
    }

    /// <summary>When the next of the channels' oldest waiting messages is due; null where none waits.</summary>
    public async Task<DateTimeOffset?> NextDueAsync(CancellationToken cancellationToken)
    {
        using var connection = database.Open();
        var next = await connection.ExecuteScalarAsync<long?>(
            """
            SELECT MIN(o.due)
            FROM outbox o
            JOIN (SELECT MIN(id) AS id FROM outbox WHERE state = 'waiting' GROUP BY channel) head ON head.id = o.id
            """);
        return next.FromStored();
    }

    /// <summary>
    /// Writes down that an attempt begins, before its first byte goes out. False where the row was tried, settled or
    /// dropped since the entry was read: what the entry says of earlier attempts is then no longer true.
    /// </summary>
    public Task<bool> MarkTriedAsync(OutboxEntry entry, DateTimeOffset now, CancellationToken cancellationToken) =>
        database.WriteAsync(connection => connection.Execute(
            """
            UPDATE outbox SET attempts = attempts + 1, first_tried = COALESCE(first_tried, @now)
            WHERE id = @id AND state = 'waiting' AND attempts = @Attempts
            """,
            new { id = entry.Id.Value, entry.Attempts, now = now.ToStored() }) > 0, cancellationToken);

    public Task MarkSentAsync(OutboxId id, string? messageId, DateTimeOffset now, CancellationToken cancellationToken) =>
        database.WriteAsync(connection => connection.Execute(
            "UPDATE outbox SET state = 'sent', settled = @now, message_id = @messageId, reason = NULL WHERE id = @id",
            new { id = id.Value, messageId, now = now.ToStored() }), cancellationToken);

    public Task PostponeAsync(OutboxId id, DateTimeOffset due, string reason, CancellationToken cancellationToken) =>
        database.WriteAsync(connection => connection.Execute(
            "UPDATE outbox SET due = @due, reason = @reason WHERE id = @id",
            new { id = id.Value, due = due.ToStored(), reason }), cancellationToken);

    public Task ParkAsync(OutboxId id, string reason, DateTimeOffset now, CancellationToken cancellationToken) =>
        database.WriteAsync(connection => connection.Execute(
            "UPDATE outbox SET state = 'parked', settled = @now, reason = @reason WHERE id = @id",
            new { id = id.Value, reason, now = now.ToStored() }), cancellationToken);

    /// <summary>The alert of a key, if it went to that channel; null otherwise, so that no channel reads another's.</summary>
    public async Task<Alert?> FindAsync(string key, ChannelAddress channel, CancellationToken cancellationToken)
    {
        using var connection = database.Open();
        var alert = await connection.ExecuteScalarAsync<string?>(
            "SELECT message FROM outbox WHERE key = @key AND channel = @channel AND kind = @kind",
            new { key, channel = channel.ToString(), kind = OutboxMessage.OfAlert.Kind });
        return alert is null ? null : JsonSerializer.Deserialize<Alert>(alert, StoredJson.Options);
    }

    /// <summary>How many alerts the scopes' watchlists have in each state.</summary>
    public Task<Counts> CountAlertsAsync(IReadOnlyList<ScopeKey> scopes, CancellationToken cancellationToken) =>
        CountAsync(OfTheirWatchlists, scopes);

    /// <summary>How many notices the scopes' channels have in each state.</summary>
    public Task<Counts> CountNoticesAsync(IReadOnlyList<ScopeKey> scopes, CancellationToken cancellationToken) =>
        CountAsync(InTheirChannels, scopes);

    /// <summary>What was refused for good since then, alerts and notices, the newest first.</summary>
    public async Task<IReadOnlyList<Parked>> ParkedAsync(
        IReadOnlyList<ScopeKey> scopes, DateTimeOffset since, int limit, CancellationToken cancellationToken)
    {
        using var connection = database.Open();
        var rows = await connection.QueryAsync<ParkedRow>(
            $"""
            SELECT channel, kind, message, created, reason, settled FROM outbox
            WHERE state = 'parked' AND settled >= @since AND ({OfTheirWatchlists} OR ({InTheirChannels}))
            ORDER BY settled DESC LIMIT @limit
            """, new { since = since.ToStored(), scopes = scopes.Select(scope => scope.Value), limit });
        return
        [
            .. rows.Select(row => new Parked(
                ChannelAddress.TryParse(row.Channel)!.Value,
                OutboxMessage.Of(row.Kind, row.Message, row.Created).Headline,
                row.Reason,
                row.Settled.FromStored())),
        ];
    }

    /// <summary>
    /// Adds an alert, unless its story stands in that channel already, or its watchlist was removed while the item was
    /// read. Part of the item's own transaction.
    /// </summary>
    /// <param name="notTold">Why it is not to go out, although it stands for its story from now on; null where it is.</param>
    internal static bool Insert(
        SqliteConnection connection, WatchlistId watchlist, StoryId story, ChannelAddress channel, Alert alert, DateTimeOffset now, string? notTold = null) =>
        connection.Execute(
            """
            INSERT INTO outbox (key, kind, watchlist_id, story_id, channel, message, due, created, state, settled, reason)
            SELECT @key, @kind, id, @story, @channel, @message, @now, @now, IIF(@notTold IS NULL, 'waiting', 'dropped'), IIF(@notTold IS NULL, NULL, @now), @notTold
            FROM watchlists WHERE id = @watchlist
            ON CONFLICT (watchlist_id, story_id, channel) DO NOTHING
            """,
            new
            {
                key = NewKey(),
                kind = OutboxMessage.OfAlert.Kind,
                watchlist = watchlist.Value,
                story = story.Value,
                channel = channel.ToString(),
                message = JsonSerializer.Serialize(alert, StoredJson.Options),
                now = now.ToStored(),
                notTold,
            }) > 0;

    /// <summary>
    /// Adds a notice, unless the channel was told it before. Part of the caller's own transaction, after which
    /// <see cref="Work"/> is to beat.
    /// </summary>
    /// <param name="once">What is told one time, whatever became of it since: "feed:12:gone".</param>
    public static bool InsertNotice(SqliteConnection connection, ChannelAddress channel, string once, Notice notice, DateTimeOffset now) =>
        connection.Execute(
            """
            INSERT INTO outbox (key, kind, channel, once, message, due, created)
            VALUES (@key, @kind, @channel, @once, @message, @now, @now)
            ON CONFLICT (channel, once) DO NOTHING
            """,
            new
            {
                key = NewKey(),
                kind = OutboxMessage.OfNotice.Kind,
                channel = channel.ToString(),
                once,
                message = JsonSerializer.Serialize(notice, StoredJson.Options),
                now = now.ToStored(),
            }) > 0;

    private static string NewKey() => RandomNumberGenerator.GetHexString(24, lowercase: true);

    private async Task<Counts> CountAsync(string which, IReadOnlyList<ScopeKey> scopes)
    {
        using var connection = database.Open();
        var counts = (await connection.QueryAsync<(string State, long Count)>(
            $"SELECT state, COUNT(*) FROM outbox WHERE {which} GROUP BY state",
            new { scopes = scopes.Select(scope => scope.Value) })).ToDictionary(row => row.State, row => (int)row.Count);
        return new Counts(counts.GetValueOrDefault("sent"), counts.GetValueOrDefault("waiting"), counts.GetValueOrDefault("parked"));
    }

    private sealed class ParkedRow
    {
        public string Channel { get; init; } = "";
        public string Kind { get; init; } = "";
        public string Message { get; init; } = "";
        public long Created { get; init; }
        public string Reason { get; init; } = "";
        public long Settled { get; init; }
    }

    private sealed class Row
    {
        public long Id { get; init; }
        public string Key { get; init; } = "";
        public string Channel { get; init; } = "";
        public string Kind { get; init; } = "";
        public string Message { get; init; } = "";
        public long Created { get; init; }
        public long Attempts { get; init; }
        public long? FirstTried { get; init; }

        public OutboxEntry ToEntry() => new(
            new OutboxId(Id), Key, ChannelAddress.TryParse(Channel)!.Value,
            OutboxMessage.Of(Kind, Message, Created), (int)Attempts, FirstTried.FromStored());
    }
}
