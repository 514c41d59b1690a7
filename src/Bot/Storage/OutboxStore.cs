using System.Security.Cryptography;
using System.Text.Json;
using Dapper;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Options;
using News.Alerts;
using News.Matching;
using News.Stories;

namespace Bot.Storage;

/// <summary>
/// Alerts, what changed about them, and notices: from the moment when they are written down, to the moment when they stand
/// in their channel, and as long as they live on there. A row is <c>waiting</c>, then <c>sent</c>, <c>parked</c> (refused
/// for good, with the reason), <c>digested</c> (told in a row of its own with others) or <c>dropped</c>.
/// </summary>
/// <remarks>
/// A channel's posts and replies are delivered in their order. Edits come after them: what an edit shows may be late, and one
/// that fails holds up nothing. A row that was sent is due for an edit while <c>edit_due</c> is set.
/// </remarks>
public sealed class OutboxStore(Database database, IOptions<AlertsOptions> options)
{
    /// <summary>The channels' oldest waiting messages, of which each holds up those behind it.</summary>
    private const string Heads = "SELECT channel, MIN(id) AS id FROM outbox WHERE state = 'waiting' GROUP BY channel";

    private const string OfTheirWatchlists = "watchlist_id IN (SELECT id FROM watchlists WHERE scope IN @scopes)";

    /// <summary>Notices and digests are to channels: a scope's are those that its watchlists post to and its feeds were added in.</summary>
    private const string InTheirChannels =
        """
        channel IN (
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

    /// <summary>
    /// For each channel what is to be done next, where its time has come: its oldest waiting message, to be posted or said in
    /// a thread; where none is due, the edit that has been due the longest.
    /// </summary>
    public async Task<IReadOnlyList<OutboxEntry>> DueAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        using var connection = database.Open();
        var rows = await connection.QueryAsync<Row>(
            $"""
            SELECT {Row.Columns}, o.attempts, p.message_id AS thread_of
            FROM outbox o JOIN ({Heads}) head ON head.id = o.id LEFT JOIN outbox p ON p.id = o.parent
            WHERE o.due <= @now
            """, new { now = now.ToStored() });
        var entries = rows.Select(row => row.ToEntry()).ToList();

        var edits = await connection.QueryAsync<Row>(
            $"""
            SELECT {Row.Columns}, o.edit_attempts AS attempts, o.message_id AS edited, MIN(o.edit_due)
            FROM outbox o
            WHERE o.edit_due <= @now
            GROUP BY o.channel
            """, new { now = now.ToStored() });
        var busy = entries.Select(entry => entry.Channel).ToHashSet();
        entries.AddRange(edits.Select(row => row.ToEntry()).Where(edit => !busy.Contains(edit.Channel)));
        return entries;
    }

    /// <summary>When the next of the channels' oldest waiting messages, or of the edits, is due; null where there is none.</summary>
    public async Task<DateTimeOffset?> NextDueAsync(CancellationToken cancellationToken)
    {
        using var connection = database.Open();
        var next = await connection.ExecuteScalarAsync<long?>(
            $"""
            SELECT MIN(due) FROM (
                SELECT MIN(o.due) AS due FROM outbox o JOIN ({Heads}) head ON head.id = o.id
                UNION ALL SELECT MIN(edit_due) FROM outbox WHERE edit_due IS NOT NULL)
            """);
        return next.FromStored();
    }

    /// <summary>
    /// Writes down that an attempt begins, before its first byte goes out. False where the row was tried, settled, dropped or
    /// changed since the entry was read: what the entry says is then no longer true.
    /// </summary>
    /// <remarks>The state that is tried first is the oldest that may stand in the channel, whatever attempt it was that arrived.</remarks>
    public Task<bool> MarkTriedAsync(OutboxEntry entry, DateTimeOffset now, CancellationToken cancellationToken) =>
        database.WriteAsync(connection => connection.Execute(
            entry.Act is OutboxAct.Edit
                ? """
                  UPDATE outbox SET edit_attempts = edit_attempts + 1
                  WHERE id = @id AND edit_due IS NOT NULL AND revision = @Revision AND edit_attempts = @Attempts
                  """
                : """
                  UPDATE outbox
                  SET attempts = attempts + 1, first_tried = COALESCE(first_tried, @now), shown = CASE WHEN first_tried IS NULL THEN revision ELSE shown END
                  WHERE id = @id AND state = 'waiting' AND revision = @Revision AND attempts = @Attempts
                  """,
            new { id = entry.Id.Value, entry.Attempts, entry.Revision, now = now.ToStored() }) > 0, cancellationToken);

    /// <summary>It stands in the channel. What changed since it was first tried is to be shown there too.</summary>
    /// <param name="messageId">The platform's number for the message; null where it has none, and nothing can be done with it any more.</param>
    public Task MarkSentAsync(OutboxId id, string? messageId, DateTimeOffset now, CancellationToken cancellationToken) =>
        database.WriteAsync(connection =>
        {
            connection.Execute(
                """
                UPDATE outbox
                SET state = 'sent', settled = @now, told = @now, message_id = @messageId, reason = NULL,
                    edit_due = CASE WHEN revision > shown AND @messageId IS NOT NULL THEN @later END
                WHERE id = @id
                """, new { id = id.Value, messageId, now = now.ToStored(), later = (now + options.Value.EditEvery).ToStored() });
            if (messageId is null)
                DropChanges(connection, id, "its message has no thread", now);
        }, cancellationToken);

    /// <summary>The message shows one of its states; where there is a newer one by now, that is the next edit.</summary>
    public Task MarkEditedAsync(OutboxId id, int revision, DateTimeOffset now, CancellationToken cancellationToken) =>
        database.WriteAsync(connection => connection.Execute(
            """
            UPDATE outbox
            SET shown = MAX(shown, @revision), told = @now, edit_attempts = 0, reason = NULL,
                edit_due = CASE WHEN revision > @revision AND gone IS NULL THEN @later END
            WHERE id = @id AND state = 'sent'
            """, new { id = id.Value, revision, now = now.ToStored(), later = (now + options.Value.EditEvery).ToStored() }), cancellationToken);

    /// <summary>
    /// Somebody deleted the message (of a change: the one that its thread belongs to): it is left alone from now on, and
    /// what was to be said in its thread is dropped.
    /// </summary>
    public Task MarkGoneAsync(OutboxId id, string reason, DateTimeOffset now, CancellationToken cancellationToken) =>
        database.WriteAsync(connection =>
        {
            var message = new OutboxId(connection.ExecuteScalar<long>("SELECT COALESCE(parent, id) FROM outbox WHERE id = @id", new { id = id.Value }));
            connection.Execute(
                "UPDATE outbox SET gone = @now, edit_due = NULL, reason = @reason WHERE id = @id",
                new { id = message.Value, now = now.ToStored(), reason });
            DropChanges(connection, message, reason, now);
        }, cancellationToken);

    /// <summary>It is not said any more, and nobody has to do anything about that.</summary>
    public Task DropAsync(OutboxId id, string reason, DateTimeOffset now, CancellationToken cancellationToken) =>
        database.WriteAsync(connection => connection.Execute(
            "UPDATE outbox SET state = 'dropped', settled = @now, reason = @reason WHERE id = @id AND state = 'waiting'",
            new { id = id.Value, reason, now = now.ToStored() }), cancellationToken);

    /// <summary>Puts off what is to be done with the message: to post it, or to edit it where it was sent.</summary>
    public Task PostponeAsync(OutboxId id, DateTimeOffset due, string reason, CancellationToken cancellationToken) =>
        database.WriteAsync(connection => connection.Execute(
            """
            UPDATE outbox
            SET due = CASE state WHEN 'waiting' THEN @due ELSE due END, edit_due = CASE WHEN edit_due IS NOT NULL THEN @due END, reason = @reason
            WHERE id = @id
            """, new { id = id.Value, due = due.ToStored(), reason }), cancellationToken);

    /// <summary>
    /// The message is refused for good. Where it was sent before, that is its edit, and it stays as it stands until it changes
    /// again. The alerts of a digest wait again, to go out one by one.
    /// </summary>
    public Task ParkAsync(OutboxId id, string reason, DateTimeOffset now, CancellationToken cancellationToken) =>
        database.WriteAsync(connection =>
        {
            var isEdit = connection.Execute(
                "UPDATE outbox SET edit_due = NULL, edit_attempts = 0, reason = @reason WHERE id = @id AND state = 'sent'",
                new { id = id.Value, reason }) > 0;
            if (isEdit)
                return;
            var kind = connection.QuerySingleOrDefault<string>(
                "UPDATE outbox SET state = 'parked', settled = @now, reason = @reason WHERE id = @id RETURNING kind",
                new { id = id.Value, reason, now = now.ToStored() });
            DropChanges(connection, id, reason, now);
            if (kind == OutboxMessage.OfDigest.Kind)
            {
                connection.Execute(
                    """
                    UPDATE outbox SET state = 'waiting', due = @now, settled = NULL, reason = NULL
                    WHERE digest = @id AND state = 'digested' AND watchlist_id IN (SELECT id FROM watchlists)
                    """, new { id = id.Value, now = now.ToStored() });
            }
        }, cancellationToken);

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
        CountAsync($"kind = 'alert' AND {OfTheirWatchlists}", scopes);

    /// <summary>How many notices the scopes' channels have in each state.</summary>
    public Task<Counts> CountNoticesAsync(IReadOnlyList<ScopeKey> scopes, CancellationToken cancellationToken) =>
        CountAsync($"kind = 'notice' AND {InTheirChannels}", scopes);

    /// <summary>
    /// What was refused for good since then, the newest first. Of channels that take nothing, <see cref="ClosedChannels"/> tells.
    /// </summary>
    public async Task<IReadOnlyList<Parked>> ParkedAsync(
        IReadOnlyList<ScopeKey> scopes, DateTimeOffset since, int limit, CancellationToken cancellationToken)
    {
        using var connection = database.Open();
        var rows = await connection.QueryAsync<ParkedRow>(
            $"""
            SELECT channel, kind, message, created, reason, settled FROM outbox
            WHERE state = 'parked' AND settled >= @since
              AND channel NOT IN (SELECT channel FROM closed_channels)
              AND ({OfTheirWatchlists} OR (kind IN ('notice', 'digest') AND {InTheirChannels}))
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
        SqliteConnection connection, WatchlistId watchlist, StoryId story, ArticleId article, ChannelAddress channel, Alert alert, DateTimeOffset now,
        int round = 1, string? notTold = null) =>
        connection.Execute(
            """
            INSERT INTO outbox (key, kind, watchlist_id, story_id, article_id, channel, round, message, due, created, state, settled, reason)
            SELECT @key, @kind, id, @story, @article, @channel, @round, @message, @now, @now,
                   IIF(@notTold IS NULL, 'waiting', 'dropped'), IIF(@notTold IS NULL, NULL, @now), @notTold
            FROM watchlists WHERE id = @watchlist
            ON CONFLICT (watchlist_id, story_id, channel, round) WHERE kind = 'alert' DO NOTHING
            """,
            new
            {
                key = NewKey(),
                kind = OutboxMessage.OfAlert.Kind,
                watchlist = watchlist.Value,
                story = story.Value,
                article = article.Value,
                channel = channel.ToString(),
                round,
                message = JsonSerializer.Serialize(alert, StoredJson.Options),
                now = now.ToStored(),
                notTold,
            }) > 0;

    /// <summary>
    /// Adds what is to be said in the thread of an alert, unless it was said there before. Part of the caller's own
    /// transaction, after which <see cref="Work"/> is to beat.
    /// </summary>
    internal static bool InsertChange(
        SqliteConnection connection, OutboxId parent, AlertChange change, string headline, DateTimeOffset now, string? notTold = null) =>
        connection.Execute(
            """
            INSERT INTO outbox (key, kind, watchlist_id, story_id, channel, parent, once, message, due, created, state, settled, reason)
            SELECT @key, @kind, watchlist_id, story_id, channel, id, @once, @message, @now, @now,
                   IIF(@notTold IS NULL, 'waiting', 'dropped'), IIF(@notTold IS NULL, NULL, @now), @notTold
            FROM outbox WHERE id = @parent
            ON CONFLICT (parent, once) WHERE kind = 'change' DO NOTHING
            """,
            new
            {
                key = NewKey(),
                kind = OutboxMessage.OfChange.Kind,
                parent = parent.Value,
                once = LivingAlert.Once(change),
                message = JsonSerializer.Serialize(new OutboxMessage.OfChange(change, headline), StoredJson.Options),
                now = now.ToStored(),
                notTold,
            }) > 0;

    /// <summary>
    /// Has an alert show another state: one that waits will be posted so, one that stands in its channel is edited in a
    /// while. Part of the caller's own transaction, after which <see cref="Work"/> is to beat.
    /// </summary>
    /// <returns>False where both say the same.</returns>
    internal bool Bring(SqliteConnection connection, OutboxId id, Alert before, Alert after, DateTimeOffset now)
    {
        var message = JsonSerializer.Serialize(after, StoredJson.Options);
        return message != JsonSerializer.Serialize(before, StoredJson.Options) && connection.Execute(
            """
            UPDATE outbox SET message = @message, revision = revision + 1, edit_due = CASE state WHEN 'sent' THEN COALESCE(edit_due, @later) END
            WHERE id = @id
            """, new { id = id.Value, message, later = (now + options.Value.EditEvery).ToStored() }) > 0;
    }

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
            ON CONFLICT (channel, once) WHERE kind = 'notice' DO NOTHING
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

    /// <summary>Adds a page of a digest. Part of the transaction that takes its alerts out of the outbox.</summary>
    internal static OutboxId InsertDigest(SqliteConnection connection, ChannelAddress channel, Backlog backlog, DateTimeOffset now) =>
        new(connection.QuerySingle<long>(
            "INSERT INTO outbox (key, kind, channel, message, due, created) VALUES (@key, @kind, @channel, @message, @now, @now) RETURNING id",
            new
            {
                key = NewKey(),
                kind = OutboxMessage.OfDigest.Kind,
                channel = channel.ToString(),
                message = JsonSerializer.Serialize(backlog, StoredJson.Options),
                now = now.ToStored(),
            }));

    /// <summary>What was to be said in the thread of a message that can't have one.</summary>
    private static void DropChanges(SqliteConnection connection, OutboxId parent, string reason, DateTimeOffset now) => connection.Execute(
        "UPDATE outbox SET state = 'dropped', settled = @now, reason = @reason WHERE parent = @parent AND state = 'waiting'",
        new { parent = parent.Value, reason, now = now.ToStored() });

    private static string NewKey() => RandomNumberGenerator.GetHexString(24, lowercase: true);

    private async Task<Counts> CountAsync(string which, IReadOnlyList<ScopeKey> scopes)
    {
        using var connection = database.Open();
        var counts = (await connection.QueryAsync<(string State, long Count)>(
            $"SELECT state, COUNT(*) FROM outbox WHERE {which} GROUP BY state",
            new { scopes = scopes.Select(scope => scope.Value) })).ToDictionary(row => row.State, row => (int)row.Count);
        return new Counts(counts.GetValueOrDefault("sent") + counts.GetValueOrDefault("digested"), counts.GetValueOrDefault("waiting"), counts.GetValueOrDefault("parked"));
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
        public const string Columns = "o.id, o.key, o.channel, o.kind, o.message, o.created, o.first_tried, o.revision";

        public long Id { get; init; }
        public string Key { get; init; } = "";
        public string Channel { get; init; } = "";
        public string Kind { get; init; } = "";
        public string Message { get; init; } = "";
        public long Created { get; init; }
        public long? FirstTried { get; init; }
        public long Revision { get; init; }
        public long Attempts { get; init; }

        /// <summary>The message in whose thread this is to be said.</summary>
        public string? ThreadOf { get; init; }

        /// <summary>The message that is to show this.</summary>
        public string? Edited { get; init; }

        public OutboxEntry ToEntry() => new(
            new OutboxId(Id), Key, ChannelAddress.TryParse(Channel)!.Value,
            OutboxMessage.Of(Kind, Message, Created), (int)Attempts, FirstTried.FromStored())
        {
            Act = Edited is not null ? new OutboxAct.Edit(Edited, (int)Revision) : ThreadOf is not null ? new OutboxAct.Reply(ThreadOf) : OutboxAct.Post.New,
            Revision = (int)Revision,
        };
    }
}
