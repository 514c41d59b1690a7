using System.Security.Cryptography;
using Dapper;
using Microsoft.Data.Sqlite;
using News.Alerts;
using News.Matching;

namespace Bot.Storage;

/// <summary>A watchlist that was shown with its figures and waits for somebody to keep or to drop it.</summary>
public sealed record Draft(ScopeKey Scope, ChannelAddress Channel, string Name, string Query, Severity Severity, bool AtHome)
{
    public Updates Updates { get; init; } = Updates.EditAndThread;
}

/// <summary>What came of keeping or dropping a draft.</summary>
public enum Settling
{
    Done,

    /// <summary>Somebody kept it before.</summary>
    KeptBefore,

    /// <summary>Somebody dropped it before.</summary>
    DroppedBefore,

    /// <summary>It can't be kept: the scope has another watchlist of that name by now.</summary>
    NameTaken,
}

/// <summary>Drafts of watchlists. They outlive a restart, and are forgotten after a day.</summary>
public sealed class DraftStore(Database database, WatchlistStore watchlists)
{
    private static readonly TimeSpan KeptFor = TimeSpan.FromDays(1);

    /// <summary>Keeps a draft under a new key: 24 characters of 0-9 and a-f.</summary>
    public Task<string> AddAsync(Draft draft, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var key = RandomNumberGenerator.GetHexString(24, lowercase: true);
        return database.WriteAsync(connection =>
        {
            connection.Execute("DELETE FROM drafts WHERE made_at < @oldest", new { oldest = (now - KeptFor).ToStored() });
            connection.Execute(
                """
                INSERT INTO drafts (key, scope, channel, name, query, severity, updates, at_home, made_at)
                VALUES (@key, @scope, @channel, @Name, @Query, @severity, @updates, @AtHome, @now)
                """,
                new
                {
                    key,
                    scope = draft.Scope.Value,
                    channel = draft.Channel.ToString(),
                    draft.Name,
                    draft.Query,
                    severity = draft.Severity.ToString(),
                    updates = draft.Updates.ToString(),
                    draft.AtHome,
                    now = now.ToStored(),
                });
            return key;
        }, cancellationToken);
    }

    /// <summary>The draft of a key, if it was made in that scope and channel and is not forgotten yet; null otherwise.</summary>
    public async Task<Draft?> FindAsync(string key, ScopeKey scope, ChannelAddress channel, DateTimeOffset now, CancellationToken cancellationToken)
    {
        using var connection = database.Open();
        var row = await connection.QuerySingleOrDefaultAsync<Row>(
            """
            SELECT name, query, severity, updates, at_home FROM drafts
            WHERE key = @key AND scope = @scope AND channel = @channel AND made_at >= @oldest
            """, new { key, scope = scope.Value, channel = channel.ToString(), oldest = (now - KeptFor).ToStored() });
        return row is null
            ? null
            : new Draft(scope, channel, row.Name, row.Query, Enum.Parse<Severity>(row.Severity), row.AtHome != 0)
            {
                Updates = Updates.TryParse(row.Updates) ?? Updates.EditAndThread,
            };
    }

    /// <summary>Makes a watchlist of a draft that waits, all at once: whoever else presses a button finds it kept, or not yet settled.</summary>
    public async Task<Settling> KeepAsync(string key, Draft draft, string by, DateTimeOffset now, CancellationToken cancellationToken)
    {
        WatchlistId? made = null;
        var settling = await database.WriteAsync(
            connection => Settle(connection, key, "kept", () => (made = WatchlistStore.Insert(
                connection, draft.Scope, draft.Name, draft.Query, draft.Severity, [draft.Channel], draft.AtHome, fromSettings: false, by, now, draft.Updates)) is not null),
            cancellationToken);
        if (settling == Settling.Done)
            watchlists.Changes.Note([made!.Value]);
        return settling;
    }

    public Task<Settling> DropAsync(string key, CancellationToken cancellationToken) =>
        database.WriteAsync(connection => Settle(connection, key, "dropped", () => true), cancellationToken);

    private static Settling Settle(SqliteConnection connection, string key, string outcome, Func<bool> carryOut)
    {
        switch (connection.ExecuteScalar<string?>("SELECT outcome FROM drafts WHERE key = @key", new { key }))
        {
            case "kept":
                return Settling.KeptBefore;
            case "dropped":
                return Settling.DroppedBefore;
        }

        if (!carryOut())
            return Settling.NameTaken;
        connection.Execute("UPDATE drafts SET outcome = @outcome WHERE key = @key", new { key, outcome });
        return Settling.Done;
    }

    private sealed class Row
    {
        public string Name { get; init; } = "";
        public string Query { get; init; } = "";
        public string Severity { get; init; } = "";
        public string Updates { get; init; } = "";
        public long AtHome { get; init; }
    }
}
