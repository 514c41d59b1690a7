using System.Collections.Immutable;
using Dapper;
using Microsoft.Data.Sqlite;
using News.Alerts;
using News.Matching;

namespace Bot.Storage;

/// <summary>A watchlist as it is kept.</summary>
/// <param name="Query">As it was typed.</param>
/// <param name="Since">When it was made, or got the query that it has.</param>
/// <param name="AtHome">Made where the operator's own alerts go, so that it reads the operator's feeds too.</param>
public sealed record StoredWatchlist(
    WatchlistId Id, ScopeKey Scope, string Name, string Query, Severity Severity, ImmutableArray<ChannelAddress> Channels, bool AtHome, bool FromSettings, DateTimeOffset Since)
{
    /// <summary>What becomes of its alerts when their stories go on.</summary>
    public Updates Updates { get; init; } = Updates.EditAndThread;
}

/// <summary>The watchlists of every scope.</summary>
public sealed class WatchlistStore(Database database)
{
    /// <summary>SQLite takes some thirty thousand parameters in a statement.</summary>
    private const int MostAtOnce = 10_000;

    /// <summary>Watchlists that were added, changed or removed, for <see cref="CompiledWatchlists"/>.</summary>
    public ChangeLog<WatchlistId> Changes { get; } = new();

    public Task<IReadOnlyList<StoredWatchlist>> AllAsync(CancellationToken cancellationToken) => SelectAsync("", null);

    /// <summary>Those of them that are there.</summary>
    public async Task<IReadOnlyList<StoredWatchlist>> FindAsync(IEnumerable<WatchlistId> ids, CancellationToken cancellationToken)
    {
        List<StoredWatchlist> found = [];
        foreach (var some in ids.Chunk(MostAtOnce))
            found.AddRange(await SelectAsync("WHERE w.id IN @ids", new { ids = some.Select(id => id.Value) }));
        return found;
    }

    public Task<IReadOnlyList<StoredWatchlist>> ListAsync(IReadOnlyList<ScopeKey> scopes, CancellationToken cancellationToken) =>
        SelectAsync("WHERE w.scope IN @scopes", new { scopes = scopes.Select(scope => scope.Value) });

    /// <summary>Adds a watchlist. False where the scope has one of that name.</summary>
    public async Task<bool> AddAsync(
        ScopeKey scope, string name, string query, Severity severity, ChannelAddress channel, bool atHome, string by, DateTimeOffset now,
        CancellationToken cancellationToken, Updates? updates = null)
    {
        var added = await database.WriteAsync(
            connection => Insert(connection, scope, name, query, severity, [channel], atHome, fromSettings: false, by, now, updates), cancellationToken);
        if (added is { } id)
            Changes.Note([id]);
        return added is not null;
    }

    /// <summary>Removes a watchlist and what it still had to say. False where the scope has none of that name of its own.</summary>
    public async Task<bool> RemoveAsync(ScopeKey scope, string name, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var removed = await database.WriteAsync(connection => Delete(
            connection, connection.Query<long>(
                "SELECT id FROM watchlists WHERE scope = @scope AND name = @name AND NOT from_settings",
                new { scope = scope.Value, name }), now), cancellationToken);
        Changes.Note(removed);
        return removed.Length > 0;
    }

    /// <summary>Null where the scope has one of that name.</summary>
    internal static WatchlistId? Insert(
        SqliteConnection connection, ScopeKey scope, string name, string query, Severity severity, ImmutableArray<ChannelAddress> channels,
        bool atHome, bool fromSettings, string by, DateTimeOffset now, Updates? updates = null)
    {
        var id = connection.ExecuteScalar<long?>(
            """
            INSERT INTO watchlists (scope, name, query, severity, updates, at_home, from_settings, added_by, added_at)
            VALUES (@scope, @name, @query, @severity, @updates, @atHome, @fromSettings, @by, @now)
            ON CONFLICT (scope, name) DO NOTHING
            RETURNING id
            """,
            new { scope = scope.Value, name, query, severity = severity.ToString(), updates = (updates ?? Updates.EditAndThread).ToString(), atHome, fromSettings, by, now = now.ToStored() });
        if (id is not { } watchlist)
            return null;

        SetChannels(connection, watchlist, channels);
        return new WatchlistId(watchlist);
    }

    internal static void SetChannels(SqliteConnection connection, long watchlist, ImmutableArray<ChannelAddress> channels)
    {
        connection.Execute("DELETE FROM watchlist_channels WHERE watchlist_id = @watchlist", new { watchlist });
        foreach (var channel in channels.Distinct())
        {
            connection.Execute(
                "INSERT INTO watchlist_channels (watchlist_id, channel) VALUES (@watchlist, @channel)",
                new { watchlist, channel = channel.ToString() });
        }
    }

    internal static ImmutableArray<WatchlistId> Delete(SqliteConnection connection, IEnumerable<long> ids, DateTimeOffset now)
    {
        ImmutableArray<long> removed = [.. ids];
        foreach (var id in removed)
        {
            connection.Execute("DELETE FROM watchlists WHERE id = @id", new { id });
            connection.Execute(
                """
                UPDATE outbox SET state = 'dropped', settled = @now, reason = 'the watchlist was removed'
                WHERE watchlist_id = @id AND state = 'waiting'
                """, new { id, now = now.ToStored() });
        }

        return [.. removed.Select(id => new WatchlistId(id))];
    }

    private async Task<IReadOnlyList<StoredWatchlist>> SelectAsync(string where, object? parameters)
    {
        using var connection = database.Open();
        var rows = await connection.QueryAsync<Row>(
            $"""
            SELECT w.id, w.scope, w.name, w.query, w.severity, w.updates, w.at_home, w.from_settings, w.added_at, GROUP_CONCAT(c.channel, ' ') AS channels
            FROM watchlists w LEFT JOIN watchlist_channels c ON c.watchlist_id = w.id
            {where}
            GROUP BY w.id
            ORDER BY w.name
            """, parameters);
        return
        [
            .. rows.Select(row => new StoredWatchlist(
                new WatchlistId(row.Id), new ScopeKey(row.Scope), row.Name, row.Query, Enum.Parse<Severity>(row.Severity),
                [.. (row.Channels ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(ChannelAddress.TryParse).OfType<ChannelAddress>()],
                row.AtHome != 0, row.FromSettings != 0, row.AddedAt.FromStored())
            {
                Updates = Updates.TryParse(row.Updates) ?? Updates.EditAndThread,
            }),
        ];
    }

    private sealed class Row
    {
        public long Id { get; init; }
        public string Scope { get; init; } = "";
        public string Name { get; init; } = "";
        public string Query { get; init; } = "";
        public string Severity { get; init; } = "";
        public string Updates { get; init; } = "";
        public long AtHome { get; init; }
        public long FromSettings { get; init; }
        public long AddedAt { get; init; }
        public string? Channels { get; init; }
    }
}
