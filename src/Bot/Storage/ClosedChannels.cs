using Dapper;
using Microsoft.Data.Sqlite;
using News.Alerts;

namespace Bot.Storage;

/// <summary>A channel that takes nothing: it was deleted or archived, or the bot may not write in it.</summary>
/// <param name="Since">When that turned out.</param>
public sealed record ClosedChannel(ChannelAddress Channel, string Reason, DateTimeOffset Since)
{
    /// <summary>How many messages wait for it.</summary>
    public int Waiting { get; init; }
}

/// <summary>
/// The channels that take nothing. What is for one waits as in an outage, for a day. Its oldest message asks once an hour
/// whether it is open again, and at once when a watchlist names the channel anew or the bot is started.
/// </summary>
public sealed class ClosedChannels(Database database)
{
    public const string Table =
        """
        -- A channel of which its platform says that nothing can be posted there: what is for it is due once an hour.
        CREATE TABLE closed_channels (
            channel TEXT    PRIMARY KEY,
            reason  TEXT    NOT NULL,
            since   INTEGER NOT NULL
        ) WITHOUT ROWID;

        -- Who sends a watchlist to a channel means that it is there.
        CREATE TRIGGER channel_is_named AFTER INSERT ON watchlist_channels
        WHEN EXISTS (SELECT 1 FROM closed_channels WHERE channel = NEW.channel)
        BEGIN
            UPDATE outbox SET due = 0 WHERE channel = NEW.channel AND state = 'waiting';
        END;
        """;

    private static readonly TimeSpan Rest = TimeSpan.FromHours(1);

    /// <summary>What waited longer is no news any more.</summary>
    private static readonly TimeSpan StillNews = TimeSpan.FromDays(1);

    /// <summary>The closed channels of the scopes' watchlists.</summary>
    public async Task<IReadOnlyList<ClosedChannel>> ListAsync(IReadOnlyList<ScopeKey> scopes, CancellationToken cancellationToken)
    {
        using var connection = database.Open();
        var rows = await connection.QueryAsync<Row>(
            """
            SELECT d.*, (SELECT COUNT(*) FROM outbox o WHERE o.channel = d.channel AND o.state = 'waiting') AS waiting
            FROM closed_channels d
            WHERE d.channel IN (SELECT c.channel FROM watchlist_channels c JOIN watchlists w ON w.id = c.watchlist_id WHERE w.scope IN @scopes)
            ORDER BY d.channel
            """, new { scopes = scopes.Select(scope => scope.Value) });
        return [.. rows.Select(row => row.ToClosedChannel())];
    }

    /// <summary>The channel took nothing: what is for it waits, and what has waited too long is parked.</summary>
    /// <returns>Whether it was open until now.</returns>
    public Task<bool> CloseAsync(ChannelAddress channel, string reason, DateTimeOffset now, CancellationToken cancellationToken) =>
        database.WriteAsync(connection =>
        {
            var wasOpen = connection.Execute(
                "INSERT INTO closed_channels (channel, reason, since) VALUES (@channel, @reason, @now) ON CONFLICT (channel) DO NOTHING",
                new { channel = channel.ToString(), reason, now = now.ToStored() }) > 0;
            connection.Execute(
                """
                UPDATE closed_channels SET reason = @reason WHERE channel = @channel;
                UPDATE outbox SET due = @again, reason = @reason WHERE channel = @channel AND state = 'waiting' AND created >= @stillNews;
                """,
                new { channel = channel.ToString(), reason, stillNews = (now - StillNews).ToStored(), again = (now + Rest).ToStored() });
            ParkOld(connection, channel, reason, now);
            return wasOpen;
        }, cancellationToken);

    /// <summary>The channel took a message: what waits for it is due.</summary>
    public async Task OpenAsync(ChannelAddress channel, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (IsClosed(channel))
        {
            await database.WriteAsync(connection => connection.Execute(
                """
                DELETE FROM closed_channels WHERE channel = @channel;
                UPDATE outbox SET due = @now WHERE channel = @channel AND state = 'waiting';
                """, new { channel = channel.ToString(), now = now.ToStored() }), cancellationToken);
        }
    }

    /// <summary>All of them are asked again.</summary>
    public Task AskAgainAsync(DateTimeOffset now, CancellationToken cancellationToken) =>
        database.WriteAsync(connection => connection.Execute(
            "UPDATE outbox SET due = @now WHERE state = 'waiting' AND due > @now AND channel IN (SELECT channel FROM closed_channels)",
            new { now = now.ToStored() }), cancellationToken);

    private static void ParkOld(SqliteConnection connection, ChannelAddress channel, string reason, DateTimeOffset now)
    {
        var digests = connection.Query<(long Id, string Kind)>(
            """
            UPDATE outbox SET state = 'parked', settled = @now, reason = @reason
            WHERE channel = @channel AND state = 'waiting' AND created < @stillNews
            RETURNING id, kind
            """, new { channel = channel.ToString(), reason, now = now.ToStored(), stillNews = (now - StillNews).ToStored() })
            .AsList().FindAll(parked => parked.Kind == OutboxMessage.OfDigest.Kind);
        foreach (var (digest, _) in digests)
        {
            connection.Execute(
                "UPDATE outbox SET state = 'parked', settled = @now, reason = @reason WHERE digest = @digest AND state = 'digested'",
                new { digest, reason, now = now.ToStored() });
        }
    }

    private bool IsClosed(ChannelAddress channel)
    {
        using var connection = database.Open();
        return connection.QuerySingle<bool>(
            "SELECT EXISTS (SELECT 1 FROM closed_channels WHERE channel = @channel)", new { channel = channel.ToString() });
    }

    private sealed class Row
    {
        public string Channel { get; init; } = "";
        public string Reason { get; init; } = "";
        public long Since { get; init; }
        public long Waiting { get; init; }

        public ClosedChannel ToClosedChannel() =>
            new(ChannelAddress.TryParse(Channel)!.Value, Reason, Since.FromStored()) { Waiting = (int)Waiting };
    }
}
