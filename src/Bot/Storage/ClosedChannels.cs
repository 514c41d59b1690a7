using Dapper;
using News.Alerts;

namespace Bot.Storage;

/// <summary>A channel that takes nothing: the platform says that it is not there.</summary>
/// <param name="Since">When that turned out.</param>
/// <param name="TryAgainAt">Until then nobody asks whether it is back.</param>
public sealed record ClosedChannel(ChannelAddress Channel, string Reason, DateTimeOffset Since, DateTimeOffset TryAgainAt)
{
    /// <summary>How many messages were parked without asking.</summary>
    public int Parked { get; init; }
}

/// <summary>
/// The channels that are gone, so that their platform isn't asked anew for each message. It is asked again in a while, and
/// at once when a watchlist names the channel anew or the bot is started.
/// </summary>
public sealed class ClosedChannels(Database database)
{
    public const string Table =
        """
        -- A channel that its platform says is not there: what is for it is parked without asking, until try_again_at.
        CREATE TABLE closed_channels (
            channel      TEXT    PRIMARY KEY,
            reason       TEXT    NOT NULL,
            since        INTEGER NOT NULL,
            try_again_at INTEGER NOT NULL
        ) WITHOUT ROWID;

        -- Who sends a watchlist to a channel means that it is there.
        CREATE TRIGGER channel_is_named AFTER INSERT ON watchlist_channels
        BEGIN
            UPDATE closed_channels SET try_again_at = 0 WHERE channel = NEW.channel;
        END;
        """;

    private static readonly TimeSpan Rest = TimeSpan.FromHours(1);

    /// <summary>What waited longer for a channel that is back is no news any more.</summary>
    private static readonly TimeSpan StillNews = TimeSpan.FromDays(1);

    /// <summary>Null where the channel is open.</summary>
    public async Task<ClosedChannel?> FindAsync(ChannelAddress channel, CancellationToken cancellationToken)
    {
        using var connection = database.Open();
        var row = await connection.QuerySingleOrDefaultAsync<Row>(
            "SELECT * FROM closed_channels WHERE channel = @channel", new { channel = channel.ToString() });
        return row?.ToClosedChannel();
    }

    /// <summary>The closed channels of the scopes' watchlists.</summary>
    public async Task<IReadOnlyList<ClosedChannel>> ListAsync(IReadOnlyList<ScopeKey> scopes, CancellationToken cancellationToken)
    {
        using var connection = database.Open();
        var rows = await connection.QueryAsync<Row>(
            """
            SELECT d.*, (SELECT COUNT(*) FROM outbox o WHERE o.channel = d.channel AND o.state = 'parked' AND o.first_tried IS NULL) AS parked
            FROM closed_channels d
            WHERE d.channel IN (SELECT c.channel FROM watchlist_channels c JOIN watchlists w ON w.id = c.watchlist_id WHERE w.scope IN @scopes)
            ORDER BY d.channel
            """, new { scopes = scopes.Select(scope => scope.Value) });
        return [.. rows.Select(row => row.ToClosedChannel())];
    }

    public Task CloseAsync(ChannelAddress channel, string reason, DateTimeOffset now, CancellationToken cancellationToken) =>
        database.WriteAsync(connection => connection.Execute(
            """
            INSERT INTO closed_channels (channel, reason, since, try_again_at) VALUES (@channel, @reason, @now, @again)
            ON CONFLICT (channel) DO UPDATE SET reason = @reason, try_again_at = @again
            """, new { channel = channel.ToString(), reason, now = now.ToStored(), again = (now + Rest).ToStored() }), cancellationToken);

    /// <summary>The channel took a message: what was parked without asking, and is news still, waits again.</summary>
    public Task OpenAsync(ChannelAddress channel, DateTimeOffset now, CancellationToken cancellationToken) =>
        database.WriteAsync(connection =>
        {
            connection.Execute("DELETE FROM closed_channels WHERE channel = @channel", new { channel = channel.ToString() });
            connection.Execute(
                """
                UPDATE outbox SET state = 'waiting', due = @now, settled = NULL, reason = NULL, digest = NULL
                WHERE channel = @channel AND state = 'parked' AND first_tried IS NULL AND created >= @since
                """, new { channel = channel.ToString(), now = now.ToStored(), since = (now - StillNews).ToStored() });
        }, cancellationToken);

    private sealed class Row
    {
        public string Channel { get; init; } = "";
        public string Reason { get; init; } = "";
        public long Since { get; init; }
        public long TryAgainAt { get; init; }
        public long Parked { get; init; }

        public ClosedChannel ToClosedChannel() =>
            new(ChannelAddress.TryParse(Channel)!.Value, Reason, Since.FromStored(), TryAgainAt.FromStored()) { Parked = (int)Parked };
    }
}
