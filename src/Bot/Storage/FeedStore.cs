using Dapper;
using Microsoft.Data.Sqlite;
using News.Alerts;

namespace Bot.Storage;

/// <summary>What following a feed came to.</summary>
public enum Following
{
    New,

    /// <summary>It is followed there already, and goes on as it was.</summary>
    Already,

    /// <summary>It had been stopped, because it was gone, and is polled again.</summary>
    Again,
}

/// <summary>The feeds, when each is due, and who follows it under which name.</summary>
public sealed class FeedStore(Database database)
{
    // The first polls of the feeds of a settings file or an import, so far apart: ten thousand begin within some minutes, three at once.
    private static readonly TimeSpan BetweenFirstPolls = TimeSpan.FromMilliseconds(20);

    /// <summary>Touched only inside a write, which takes turns.</summary>
    private PollStatements? _polls;

    /// <summary>A feed as <c>/feed list</c> shows it.</summary>
    /// <param name="NextPoll">Null where it is never polled: it is stopped.</param>
    /// <param name="MovedTo">Where it is fetched from since it moved.</param>
    public sealed record Listing(
        FeedId Id, Uri Url, string Name, bool FromSettings, DateTimeOffset? LastPoll, DateTimeOffset? NextPoll, int Failures, string Status)
    {
        public Uri? MovedTo { get; init; }

        public bool IsStopped => NextPoll is null;
    }

    public StorageHealth Health => database.Health;

    /// <summary>The feeds whose time has come, the longest overdue first; feeds that nobody follows never are.</summary>
    /// <param name="except">Those that are not wanted, because they are under way.</param>
    public Task<IReadOnlyList<DueFeed>> DueAsync(
        DateTimeOffset now, IReadOnlySet<FeedId> except, int limit, CancellationToken cancellationToken)
    {
        using var connection = database.Open();
        using var select = connection.CreateCommand();
        select.CommandText = Followed("f.next_poll <= $now AND f.stopped IS NULL", "f.next_poll");
        select.Parameters.AddWithValue("$now", now.ToStored());
        return Task.FromResult<IReadOnlyList<DueFeed>>(Read(select, except, limit, cancellationToken));
    }

    /// <summary>Every feed that somebody follows, the stopped ones too.</summary>
    public Task<IReadOnlyList<DueFeed>> AllAsync(CancellationToken cancellationToken)
    {
        using var connection = database.Open();
        using var select = connection.CreateCommand();
        select.CommandText = Followed("TRUE", "f.id");
        return Task.FromResult<IReadOnlyList<DueFeed>>(Read(select, except: new HashSet<FeedId>(), int.MaxValue, cancellationToken));
    }

    /// <summary>One feed; null where nobody follows it.</summary>
    public Task<DueFeed?> FindAsync(FeedId id, CancellationToken cancellationToken)
    {
        using var connection = database.Open();
        using var select = connection.CreateCommand();
        select.CommandText = Followed("f.id = $id", "f.id");
        select.Parameters.AddWithValue("$id", id.Value);
        return Task.FromResult(Read(select, except: new HashSet<FeedId>(), limit: 1, cancellationToken).SingleOrDefault());
    }

    /// <summary>
    /// Moves a feed's next poll to now, but not closer to the last one than <paramref name="pause"/>; one that fails, or
    /// whose server asked for a rest, keeps its own time. A poll that is under way does not stand for it.
    /// </summary>
    public Task PollSoonAsync(FeedId id, DateTimeOffset now, TimeSpan pause, CancellationToken cancellationToken) =>
        database.WriteAsync(connection => connection.Execute(
            """
            UPDATE feeds SET wanted = @now WHERE id = @id AND stopped IS NULL;
            UPDATE feeds SET next_poll = MIN(next_poll, MAX(@now, COALESCE(last_poll, 0) + @pause, COALESCE(not_before, 0)))
            WHERE id = @id AND failures = 0 AND stopped IS NULL
            """, new { id = id.Value, now = now.ToStored(), pause = (long)pause.TotalMilliseconds }), cancellationToken);

    /// <summary>Moves a feed's next poll without a poll: whoever has been asked for it wants to be left alone until then.</summary>
    public Task PutOffAsync(FeedId id, DateTimeOffset next, DateTimeOffset notBefore, string reason, CancellationToken cancellationToken) =>
        database.WriteAsync(connection => connection.Execute(
            "UPDATE feeds SET next_poll = @next, not_before = @notBefore, reason = @reason WHERE id = @id AND stopped IS NULL AND next_poll < @Never",
            new { id = id.Value, next = next.ToStored(), notBefore = notBefore.ToStored(), reason, FeedRows.Never }), cancellationToken);

    /// <summary>When the next feed is due; null where there is none.</summary>
    public async Task<DateTimeOffset?> NextDueAsync(CancellationToken cancellationToken)
    {
        using var connection = database.Open();
        var next = await connection.ExecuteScalarAsync<long?>(
            "SELECT MIN(next_poll) FROM feeds f WHERE next_poll < @Never AND EXISTS (SELECT 1 FROM subscriptions s WHERE s.feed_id = f.id)",
            new { FeedRows.Never });
        return next.FromStored();
    }

    /// <summary>
    /// When any feed was last read well, or, where none ever was, when the first began to fail; and how many have begun to
    /// fail since then.
    /// </summary>
    public async Task<(DateTimeOffset? Since, int Failing)> NothingReadSinceAsync(CancellationToken cancellationToken)
    {
        using var connection = database.Open();
        var last = await connection.ExecuteScalarAsync<long?>("SELECT COALESCE(MAX(last_good), MIN(failing_since)) FROM feeds");
        var failing = await connection.ExecuteScalarAsync<int>(
            "SELECT COUNT(*) FROM feeds WHERE failing_since >= @since", new { since = last ?? 0 });
        return (last.FromStored(), failing);
    }

    /// <summary>
    /// Writes down what a poll came to, and what is to be told of it, in one transaction. Call it after everything that the
    /// poll brought is saved. It is not taken back by a stop: what was saved need not be fetched again.
    /// </summary>
    public Task RecordPollAsync(FeedId id, PollRecord record) =>
        database.WriteAsync(connection => WritePoll(connection, id, record), CancellationToken.None);

    /// <summary>
    /// Has feeds that began to fail since then asked again soon, spread over a span: nothing at all could be read, so it was
    /// not their fault. Those whose server asked to be left alone are.
    /// </summary>
    /// <returns>How many.</returns>
    public Task<int> AskAgainAsync(DateTimeOffset failingSince, DateTimeOffset now, TimeSpan over, string reason, CancellationToken cancellationToken) =>
        database.WriteAsync(connection => connection.Execute(
            """
            UPDATE feeds SET next_poll = @now + (id * 7919) % @over, reason = @reason
            WHERE failing_since >= @since AND next_poll > @now + @over AND next_poll < @Never AND COALESCE(not_before, 0) <= @now
            """,
            new
            {
                since = failingSince.ToStored(),
                now = now.ToStored(),
                over = Math.Max(1, (long)over.TotalMilliseconds),
                reason,
                FeedRows.Never,
            }), cancellationToken);

    /// <summary>Adds a feed to a scope; one that is known already is only followed, and polled again if it had been stopped.</summary>
    /// <param name="channel">Where it is added, and where its troubles are told; null where that is nowhere in particular.</param>
    /// <param name="title">The feed's own, where it has been read before its first poll.</param>
    public Task<Following> FollowAsync(
        ScopeKey scope, Uri url, string? name, ChannelAddress? channel, string by, DateTimeOffset now, CancellationToken cancellationToken,
        string? title = null) =>
        database.WriteAsync(
            connection =>
            {
                var feed = FeedMoves.Resolve(connection, url) ?? Insert(connection, url, now);
                connection.Execute("UPDATE feeds SET title = @title WHERE id = @id AND title IS NULL", new { title, id = feed.Value });
                var added = Follow(connection, scope, feed, name, publisher: null, fromSettings: false, channel, by, now);
                return Revive(connection, feed, now) ? Following.Again : added ? Following.New : Following.Already;
            }, cancellationToken);

    /// <summary>Adds many feeds to a scope at once, all or none; as <see cref="FollowAsync"/> does it for each.</summary>
    /// <returns>What it came to, in the order of the feeds.</returns>
    public Task<IReadOnlyList<Following>> FollowAllAsync(
        ScopeKey scope, IReadOnlyList<(Uri Url, string? Name)> feeds, string by, DateTimeOffset now, CancellationToken cancellationToken) =>
        database.WriteAsync<IReadOnlyList<Following>>(
            connection =>
            {
                var known = FeedMoves.AddressBook.Read(connection);
                var followed = new List<Following>(feeds.Count);
                var firstPoll = now;
                foreach (var (url, name) in feeds)
                {
                    var feed = known.Find(url) ?? InsertNext(connection, known, url, ref firstPoll);
                    var added = Follow(connection, scope, feed, name, publisher: null, fromSettings: false, channel: null, by, now);
                    followed.Add(Revive(connection, feed, now) ? Following.Again : added ? Following.New : Following.Already);
                }

                return followed;
            }, cancellationToken);

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
            SELECT f.id, f.url, s.name, f.title, MAX(s.from_settings) AS from_settings, f.last_poll, f.next_poll, f.failures, f.status,
                   f.moved_to, f.stopped
            FROM subscriptions s JOIN feeds f ON f.id = s.feed_id
            WHERE s.scope IN @scopes
            GROUP BY f.id
            """, new { scopes = scopes.Select(scope => scope.Value) });
        return [.. rows.Select(row => row.ToListing()).OrderBy(listing => listing.Name, StringComparer.OrdinalIgnoreCase)];
    }

    /// <summary>When the first of the feeds that the scopes follow was added; null where they follow none.</summary>
    public async Task<DateTimeOffset?> FollowedSinceAsync(IReadOnlyList<ScopeKey> scopes, CancellationToken cancellationToken)
    {
        using var connection = database.Open();
        var since = await connection.ExecuteScalarAsync<long?>(
            "SELECT MIN(added_at) FROM subscriptions WHERE scope IN @scopes", new { scopes = scopes.Select(scope => scope.Value) });
        return since.FromStored();
    }

    /// <summary>All that is known of a feed, as far as these scopes may see it; null where none of them follows it.</summary>
    public Task<FeedFile?> FileAsync(FeedId id, IReadOnlyList<ScopeKey> scopes, CancellationToken cancellationToken) =>
        FeedFile.ReadAsync(database, id, scopes);

    /// <summary>Who follows a feed.</summary>
    public Task<IReadOnlyList<ScopeKey>> FollowersAsync(FeedId feed, CancellationToken cancellationToken)
    {
        using var connection = database.Open();
        return Task.FromResult(Followers(connection, feed));
    }

    internal static IReadOnlyList<ScopeKey> Followers(SqliteConnection connection, FeedId feed) =>
    [
        .. connection.Query<string>("SELECT scope FROM subscriptions WHERE feed_id = @feed", new { feed = feed.Value })
            .Select(scope => new ScopeKey(scope)),
    ];

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

    /// <summary>Has a scope follow exactly these feeds as those of its settings file.</summary>
    internal static void FollowFromSettings(
        SqliteConnection connection, ScopeKey scope, IReadOnlyList<(Uri Url, string? Name, string? Publisher)> wanted, string by, DateTimeOffset now)
    {
        var known = FeedMoves.AddressBook.Read(connection);
        var before = connection.Query<(long Feed, string? Name, string? Publisher, bool FromSettings)>(
            "SELECT feed_id, name, publisher, from_settings FROM subscriptions WHERE scope = @scope", new { scope = scope.Value }).ToHashSet();
        var firstPoll = now;
        var feeds = new HashSet<long>();
        foreach (var (url, name, publisher) in wanted)
        {
            var feed = known.Find(url) ?? InsertNext(connection, known, url, ref firstPoll);
            feeds.Add(feed.Value);
            if (before.Contains((feed.Value, name, publisher, true)))
                continue;

            // Where two entries mean one feed the last one names it, at every start.
            Follow(connection, scope, feed, name, publisher, fromSettings: true, channel: null, by, now);
            before.RemoveWhere(row => row.Feed == feed.Value);
            before.Add((feed.Value, name, publisher, true));
        }

        foreach (var gone in connection.Query<long>(
            "SELECT feed_id FROM subscriptions WHERE scope = @scope AND from_settings", new { scope = scope.Value }).Where(feed => !feeds.Contains(feed)).ToList())
        {
            connection.Execute("DELETE FROM subscriptions WHERE scope = @scope AND feed_id = @gone", new { scope = scope.Value, gone });
        }

        ForgetOrphans(connection);
    }

    /// <summary>One of many new feeds.</summary>
    private static FeedId InsertNext(SqliteConnection connection, FeedMoves.AddressBook known, Uri url, ref DateTimeOffset firstPoll)
    {
        var feed = Insert(connection, url, firstPoll);
        known.Add(url, feed);
        firstPoll += BetweenFirstPolls;
        return feed;
    }

    private static FeedId Insert(SqliteConnection connection, Uri url, DateTimeOffset firstPoll) =>
        new(connection.ExecuteScalar<long>(
            "INSERT INTO feeds (url, next_poll) VALUES (@url, @firstPoll) RETURNING id",
            new { url = url.AbsoluteUri, firstPoll = firstPoll.ToStored() }));

    private static bool Follow(
        SqliteConnection connection, ScopeKey scope, FeedId feed, string? name, string? publisher, bool fromSettings,
        ChannelAddress? channel, string by, DateTimeOffset now)
    {
        connection.Execute(
            "UPDATE feeds SET next_poll = @now WHERE id = @feed AND next_poll = @Never AND stopped IS NULL",
            new { feed = feed.Value, now = now.ToStored(), FeedRows.Never });
        return connection.Execute(
            """
            INSERT INTO subscriptions (scope, feed_id, name, publisher, from_settings, channel, added_by, added_at)
            VALUES (@scope, @feed, @name, @publisher, @fromSettings, @channel, @by, @now)
            ON CONFLICT (scope, feed_id) DO UPDATE
            SET name = excluded.name, publisher = excluded.publisher, from_settings = 1
            WHERE excluded.from_settings
            """,
            new { scope = scope.Value, feed = feed.Value, name, publisher, fromSettings, channel = channel?.ToString(), by, now = now.ToStored() }) > 0;
    }

    private static bool Revive(SqliteConnection connection, FeedId feed, DateTimeOffset now) =>
        connection.Execute(
            """
            UPDATE feeds
            SET stopped = NULL, next_poll = @now, failures = 0, failing_since = NULL, failure_told = 0, status = 'not polled yet', reason = NULL,
                cause = NULL, advice = NULL
            WHERE id = @feed AND stopped IS NOT NULL
            """, new { feed = feed.Value, now = now.ToStored() }) > 0;

    /// <summary>
    /// A feed that nobody follows any more starts anew when somebody does again: what it held meanwhile is no news, and what
    /// went wrong is past. So do those that had become part of it: what they knew went over to it.
    /// </summary>
    private static void ForgetOrphans(SqliteConnection connection)
    {
        var orphans = connection.Query<long>(
            """
            SELECT id FROM feeds
            WHERE (next_poll < @Never OR stopped IS NOT NULL) AND id NOT IN (SELECT feed_id FROM subscriptions)
            """, new { FeedRows.Never }).ToList();
        foreach (var id in orphans)
        {
            connection.Execute(
                """
                DELETE FROM feed_events WHERE feed_id IN (SELECT id FROM feeds WHERE id = @id OR merged_into = @id);
                UPDATE feeds
                SET next_poll = @Never, primed = 0, etag = NULL, last_modified = NULL, validators_from = NULL, content_hash = NULL,
                    unchanged_since = NULL, failures = 0, failing_since = NULL, failure_told = 0, status = 'not polled yet', reason = NULL,
                    not_before = NULL, last_good = NULL, last_new = NULL, recent_gap = NULL, usual_gap = NULL, oddities = NULL,
                    moved_to = NULL, moving_to = NULL, moving_seen = 0, stopped = NULL, hub_delivers = 0, cause = NULL, advice = NULL,
                    merged_into = NULL, wanted = NULL, move_told = NULL
                WHERE id = @id OR merged_into = @id
                """, new { id, FeedRows.Never });
        }
    }

    private void WritePoll(SqliteConnection connection, FeedId id, PollRecord record)
    {
        if (record.Recovered)
            FeedEvents.AddRecovery(connection, id, record.At);
        if (_polls?.Connection != connection)
            _polls = new PollStatements(connection);
        if (!_polls.Write(id, record))
            return;
        if (record.Stopped)
            FeedEvents.Add(connection, id, FeedEventKind.Stopped, record.At);
        if (record is not { Failed: false, Memory.MovedTo: { } there })
            return;
        if (record.Moved && FeedMoves.IsNews(connection, id, there))
            FeedEvents.Add(connection, id, FeedEventKind.Moved, record.At);
        FeedMoves.MergeWhereAnotherIs(connection, id, there, record);
    }

    private static string Followed(string where, string order) =>
        $"""
        SELECT {FeedRows.Columns}
        FROM feeds f LEFT JOIN subscriptions s ON s.scope = 'operator' AND s.feed_id = f.id
        WHERE {where} AND (s.feed_id IS NOT NULL OR EXISTS (SELECT 1 FROM subscriptions x WHERE x.feed_id = f.id))
        ORDER BY {order}
        """;

    private static List<DueFeed> Read(SqliteCommand select, IReadOnlySet<FeedId> except, int limit, CancellationToken cancellationToken)
    {
        List<DueFeed> feeds = [];
        using var rows = select.ExecuteReader();
        while (feeds.Count < limit && rows.Read())
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (!except.Contains(FeedRows.Id(rows)))
                feeds.Add(FeedRows.Read(rows));
        }

        return feeds;
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
        public string? MovedTo { get; init; }
        public long? Stopped { get; init; }

        public Listing ToListing()
        {
            var url = new Uri(Url);
            return new Listing(
                new FeedId(Id), url, Name ?? Title ?? url.Host, FromSettings != 0, LastPoll.FromStored(),
                Stopped is null && NextPoll < FeedRows.Never ? NextPoll.FromStored() : null, (int)Failures, Status)
            {
                MovedTo = MovedTo is null ? null : new Uri(MovedTo),
            };
        }
    }
}
