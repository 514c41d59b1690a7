using System.Security.Cryptography;
using System.Text.Json;
using Dapper;
using Microsoft.Data.Sqlite;
using News.Alerts;
using News.Matching;
using News.Stories;

namespace Bot.Storage;

/// <summary>
/// Alerts between the moment when they are written down and the moment when they stand in their channel.
/// A row is <c>waiting</c>, then <c>sent</c>, <c>parked</c> (refused for good, with the reason) or <c>dropped</c>.
/// </summary>
public sealed class OutboxStore(Database database)
{
    /// <summary>A parked alert as <c>/status</c> shows it.</summary>
    public sealed record Parked(ChannelAddress Channel, string Headline, string Reason, DateTimeOffset At);

    /// <summary>How many alerts a scope's watchlists have in each state.</summary>
    public sealed record Counts(int Sent, int Waiting, int Parked);

    /// <summary>Beats when there is something new to deliver.</summary>
    public Pulse Work { get; } = new();

    /// <summary>The oldest waiting alert of each channel, where its time has come: a channel's order is kept.</summary>
    public async Task<IReadOnlyList<OutboxEntry>> DueAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        using var connection = database.Open();
        var rows = await connection.QueryAsync<Row>(
            """
            SELECT o.id, o.key, o.channel, o.alert, o.attempts, o.first_tried
            FROM outbox o
            JOIN (SELECT channel, MIN(id) AS id FROM outbox WHERE state = 'waiting' GROUP BY channel) head ON head.id = o.id
            WHERE o.due <= @now
            """, new { now = now.ToStored() });
        return [.. rows.Select(row => row.ToEntry())];
    }

    /// <summary>When the next of the channels' oldest waiting alerts is due; null where none waits.</summary>
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
            "SELECT alert FROM outbox WHERE key = @key AND channel = @channel", new { key, channel = channel.ToString() });
        return alert is null ? null : JsonSerializer.Deserialize<Alert>(alert, StoredJson.Options);
    }

    public async Task<Counts> CountAsync(IReadOnlyList<WatchlistId> watchlists, CancellationToken cancellationToken)
    {
        using var connection = database.Open();
        var counts = (await connection.QueryAsync<(string State, long Count)>(
            "SELECT state, COUNT(*) FROM outbox WHERE watchlist_id IN @ids GROUP BY state",
            new { ids = watchlists.Select(watchlist => watchlist.Value) })).ToDictionary(row => row.State, row => (int)row.Count);
        return new Counts(counts.GetValueOrDefault("sent"), counts.GetValueOrDefault("waiting"), counts.GetValueOrDefault("parked"));
    }

    /// <summary>What was refused for good since then, the newest first.</summary>
    public async Task<IReadOnlyList<Parked>> ParkedAsync(
        IReadOnlyList<WatchlistId> watchlists, DateTimeOffset since, int limit, CancellationToken cancellationToken)
    {
        using var connection = database.Open();
        var rows = await connection.QueryAsync<(string Channel, string Alert, string Reason, long Settled)>(
            """
            SELECT channel, alert, reason, settled FROM outbox
            WHERE state = 'parked' AND settled >= @since AND watchlist_id IN @ids
            ORDER BY settled DESC LIMIT @limit
            """, new { since = since.ToStored(), ids = watchlists.Select(watchlist => watchlist.Value), limit });
        return
        [
            .. rows.Select(row => new Parked(
                ChannelAddress.TryParse(row.Channel)!.Value,
                JsonSerializer.Deserialize<Alert>(row.Alert, StoredJson.Options)!.Headline,
                row.Reason,
                row.Settled.FromStored())),
        ];
    }

    /// <summary>
    /// Adds an alert, unless its story stands in that channel already, or its watchlist was removed while the item was
    /// read. Part of the item's own transaction.
    /// </summary>
    internal static bool Insert(
        SqliteConnection connection, WatchlistId watchlist, StoryId story, ChannelAddress channel, Alert alert, DateTimeOffset now) =>
        connection.Execute(
            """
            INSERT INTO outbox (key, watchlist_id, story_id, channel, alert, due, created)
            SELECT @key, id, @story, @channel, @alert, @now, @now FROM watchlists WHERE id = @watchlist
            ON CONFLICT (watchlist_id, story_id, channel) DO NOTHING
            """,
            new
            {
                key = RandomNumberGenerator.GetHexString(24, lowercase: true),
                watchlist = watchlist.Value,
                story = story.Value,
                channel = channel.ToString(),
                alert = JsonSerializer.Serialize(alert, StoredJson.Options),
                now = now.ToStored(),
            }) > 0;

    private sealed class Row
    {
        public long Id { get; init; }
        public string Key { get; init; } = "";
        public string Channel { get; init; } = "";
        public string Alert { get; init; } = "";
        public long Attempts { get; init; }
        public long? FirstTried { get; init; }

        public OutboxEntry ToEntry() => new(
            new OutboxId(Id), Key, ChannelAddress.TryParse(Channel)!.Value,
            JsonSerializer.Deserialize<Alert>(Alert, StoredJson.Options)!, (int)Attempts, FirstTried.FromStored());
    }
}
