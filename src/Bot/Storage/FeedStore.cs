using Dapper;
using Microsoft.Data.Sqlite;

namespace Bot.Storage;

/// <summary>The feeds, when each is due, and who follows it under which name.</summary>
public sealed class FeedStore(Database database)
{
    /// <summary>A feed as <c>/feed list</c> shows it.</summary>
    public sealed record Listing(
        FeedId Id, Uri Url, string Name, bool FromSettings, DateTimeOffset? LastPoll, DateTimeOffset NextPoll, int Failures, string Status);

    /// <summary>The feeds whose time has come, the longest overdue first; feeds that nobody follows never are.</summary>
    public Task<IReadOnlyList<DueFeed>> DueAsync(DateTimeOffset now, int limit, CancellationToken cancellationToken) =>
        SelectAsync("WHERE f.next_poll <= @now", "f.next_poll LIMIT @limit", new { now = now.ToStored(), limit });

    /// <summary>Every feed that somebody follows.</summary>
    public Task<IReadOnlyList<DueFeed>> AllAsync(CancellationToken cancellationToken) => SelectAsync("", "f.id", null);

    /// <summary>One feed; null where nobody follows it.</summary>
    public async Task<DueFeed?> FindAsync(FeedId id, CancellationToken cancellationToken) =>
        (await SelectAsync("WHERE f.id = @id", "f.id", new { id = id.Value })).SingleOrDefault();

    /// <summary>
    /// Moves a feed's next poll to now, but not closer to the last one than <paramref name="pause"/>; one that fails keeps
    /// its own time.
    /// </summary>
    public Task PollSoonAsync(FeedId id, DateTimeOffset now, TimeSpan pause, CancellationToken cancellationToken) =>
        database.WriteAsync(connection => connection.Execute(
            """
            UPDATE feeds SET next_poll = MIN(next_poll, MAX(@now, COALESCE(last_poll, 0) + @pause)) WHERE id = @id AND failures = 0
            """, new { id = id.Value, now = now.ToStored(), pause = (long)pause.TotalMilliseconds }), cancellationToken);

    /// <summary>When the next feed is due; null where there is none.</summary>
    public async Task<DateTimeOffset?> NextDueAsync(CancellationToken cancellationToken)
    {
        using var connection = database.Open();
        var next = await connection.ExecuteScalarAsync<long?>(
            "SELECT MIN(next_poll) FROM feeds f WHERE EXISTS (SELECT 1 FROM subscriptions s WHERE s.feed_id = f.id)");
        return next.FromStored();
    }

    /// <summary>Writes down what a poll came to. Call it after everything that the poll brought is saved.</summary>
    public Task RecordPollAsync(FeedId id, PollRecord record, CancellationToken cancellationToken) =>
        database.WriteAsync(connection => connection.Execute(
            """
            UPDATE feeds
            SET last_poll = @at, next_poll = @next, status = @Status, etag = @ETag, last_modified = @LastModified,
                validators_from = @validatorsFrom, failures = CASE WHEN @Failed THEN failures + 1 ELSE 0 END, primed = @Primed
            WHERE id = @id
            """,
            new
            {
                id = id.Value,
                at = record.At.ToStored(),
                next = record.NextPollAt.ToStored(),
                record.Status,
                record.ETag,
                record.LastModified,
                validatorsFrom = record.ValidatorsFrom?.AbsoluteUri,
                record.Failed,
                record.Primed,
            }), cancellationToken);

    /// <summary>Adds a feed to a scope; one that is known already is only followed. False where the scope follows it already.</summary>
    public Task<bool> FollowAsync(
        ScopeKey scope, Uri url, string? name, string by, DateTimeOffset now, CancellationToken cancellationToken) =>
        database.WriteAsync(
            connection => Follow(connection, scope, url, name, publisher: null, fromSettings: false, by, now), cancellationToken);

    /// <summary>Takes a feed out of a scope. False where the scope has no such feed of its own.</summary>
    public Task<bool> UnfollowAsync(ScopeKey scope, FeedId feed, CancellationToken cancellationToken) =>
        database.WriteAsync(connection =>
        {
            var removed = connection.Execute(
                "DELETE FROM subscriptions WHERE scope = @scope AND feed_id = @feed AND NOT from_settings",
                new { scope = scope.Value, feed = feed.Value });
            ForgetOrphans(connection);
            return removed > 0;
        }, cancellationToken);

    /// <summary>What the scopes follow, by name.</summary>
    public async Task<IReadOnlyList<Listing>> ListAsync(IReadOnlyList<ScopeKey> scopes, CancellationToken cancellationToken)
    {
        using var connection = database.Open();
        var rows = await connection.QueryAsync<ListingRow>(
            """
            SELECT f.id, f.url, s.name, f.title, MAX(s.from_settings) AS from_settings, f.last_poll, f.next_poll, f.failures, f.status
            FROM subscriptions s JOIN feeds f ON f.id = s.feed_id
            WHERE s.scope IN @scopes
            GROUP BY f.id
            """, new { scopes = scopes.Select(scope => scope.Value) });
        return
        [
            .. rows.Select(row => new Listing(
                new FeedId(row.Id), new Uri(row.Url), row.Name ?? row.Title ?? new Uri(row.Url).Host, row.FromSettings != 0,
                row.LastPoll.FromStored(), row.NextPoll.FromStored(), (int)row.Failures, row.Status))
            .OrderBy(listing => listing.Name, StringComparer.OrdinalIgnoreCase),
        ];
    }

    /// <summary>Who follows a feed.</summary>
    public async Task<IReadOnlyList<ScopeKey>> FollowersAsync(FeedId feed, CancellationToken cancellationToken)
    {
        using var connection = database.Open();
        var scopes = await connection.QueryAsync<string>("SELECT scope FROM subscriptions WHERE feed_id = @feed", new { feed = feed.Value });
        return [.. scopes.Select(scope => new ScopeKey(scope))];
    }

    /// <summary>Keeps what the feed calls itself, for places where nobody named it.</summary>
    public async Task NameAsync(FeedId feed, string title, CancellationToken cancellationToken)
    {
        // Nearly every poll finds the name that is there: it waits for no writer.
        using (var connection = database.Open())
        {
            if (await connection.ExecuteScalarAsync<string?>("SELECT title FROM feeds WHERE id = @feed", new { feed = feed.Value }) == title)
                return;
        }

        await database.WriteAsync(connection => connection.Execute(
            "UPDATE feeds SET title = @title WHERE id = @feed", new { title, feed = feed.Value }), cancellationToken);
    }

    internal static bool Follow(
        SqliteConnection connection, ScopeKey scope, Uri url, string? name, string? publisher, bool fromSettings, string by, DateTimeOffset now)
    {
        connection.Execute("INSERT INTO feeds (url) VALUES (@url) ON CONFLICT (url) DO NOTHING", new { url = url.AbsoluteUri });
        return connection.Execute(
            """
            INSERT INTO subscriptions (scope, feed_id, name, publisher, from_settings, added_by, added_at)
            SELECT @scope, id, @name, @publisher, @fromSettings, @by, @now FROM feeds WHERE url = @url
            ON CONFLICT (scope, feed_id) DO UPDATE
            SET name = excluded.name, publisher = excluded.publisher, from_settings = 1
            WHERE excluded.from_settings
            """,
            new { scope = scope.Value, url = url.AbsoluteUri, name, publisher, fromSettings, by, now = now.ToStored() }) > 0;
    }

    /// <summary>A feed that nobody follows any more starts anew when somebody does again: what it held meanwhile is no news.</summary>
    internal static void ForgetOrphans(SqliteConnection connection) =>
        connection.Execute(
            """
            UPDATE feeds SET primed = 0, etag = NULL, last_modified = NULL, validators_from = NULL, failures = 0, next_poll = 0
            WHERE primed AND id NOT IN (SELECT feed_id FROM subscriptions)
            """);

    private async Task<IReadOnlyList<DueFeed>> SelectAsync(string where, string order, object? parameters)
    {
        using var connection = database.Open();
        var rows = await connection.QueryAsync<FeedRow>(
            $"""
            SELECT f.id, f.url, f.title, f.etag, f.last_modified, f.validators_from, f.failures, f.primed, f.hub_delivers,
                   MAX(CASE WHEN s.scope = 'operator' THEN s.name END) AS name,
                   MAX(CASE WHEN s.scope = 'operator' THEN s.publisher END) AS publisher
            FROM feeds f JOIN subscriptions s ON s.feed_id = f.id
            {where}
            GROUP BY f.id
            ORDER BY {order}
            """, parameters);
        return
        [
            .. rows.Select(row => new DueFeed(
                new FeedId(row.Id), new Uri(row.Url), row.Name ?? row.Title ?? new Uri(row.Url).Host, row.Publisher,
                row.Etag, row.LastModified, row.ValidatorsFrom is { } from ? new Uri(from) : null, (int)row.Failures, row.Primed != 0)
            {
                HubDelivers = row.HubDelivers != 0,
            }),
        ];
    }

    private sealed class FeedRow
    {
        public long Id { get; init; }
        public string Url { get; init; } = "";
        public string? Title { get; init; }
        public string? Etag { get; init; }
        public string? LastModified { get; init; }
        public string? ValidatorsFrom { get; init; }
        public long Failures { get; init; }
        public long Primed { get; init; }
        public long HubDelivers { get; init; }
        public string? Name { get; init; }
        public string? Publisher { get; init; }
    }

    private sealed class ListingRow
    {
        public long Id { get; init; }
        public string Url { get; init; } = "";
        public string? Name { get; init; }
        public string? Title { get; init; }
        public long FromSettings { get; init; }
        public long? LastPoll { get; init; }
        public long NextPoll { get; init; }
        public long Failures { get; init; }
        public string Status { get; init; } = "";
    }
}
