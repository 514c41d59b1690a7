using Microsoft.Data.Sqlite;

namespace Bot.Storage;

/// <summary>
/// Writes into the feeds' rows what polls came to. The statements are prepared once for the connection that writes: that
/// costs more than to run them.
/// </summary>
internal sealed class PollStatements
{
    // Who wanted the feed polled while this poll was under way has yet to be served. Even in the same millisecond: the row that
    // the poll went by may be older.
    private const string NextPoll = "next_poll = CASE WHEN wanted >= $begun THEN MIN($next, $soonest) ELSE $next END, wanted = NULL";

    private const string IsFollowed = "EXISTS (SELECT 1 FROM subscriptions WHERE feed_id = $id)";

    private const string Times =
        $"""
        UPDATE feeds
        SET last_poll = $at, {NextPoll}, reason = $reason, status = $status, last_good = $at, unchanged_since = $unchangedSince,
            not_before = NULL, told_until = NULL
        WHERE id = $id AND failures = 0 AND {IsFollowed}
        """;

    private const string All =
        $"""
        UPDATE feeds
        SET last_poll = $at, {NextPoll}, reason = $reason, status = $status, not_before = $notBefore,
            etag = $etag, last_modified = $lastModified, validators_from = $validatorsFrom, primed = $primed,
            failures = CASE WHEN $failed THEN failures + 1 ELSE 0 END, failure_told = CASE WHEN $failed THEN failure_told ELSE 0 END,
            failing_since = $failingSince, last_good = $lastGood, last_new = $lastNew, recent_gap = $recentGap, usual_gap = $usualGap,
            content_hash = $contentHash, unchanged_since = $unchangedSince,
            ttl = $ttl, update_period = $updatePeriod, skip_hours = $skipHours, skip_days = $skipDays,
            moved_to = $movedTo, moving_to = $movingTo, moving_seen = $movingSeen, stopped = $stopped,
            cause = $cause, advice = $advice, oddities = COALESCE($oddities, oddities),
            told_until = CASE WHEN $failed THEN told_until END
        WHERE id = $id AND {IsFollowed}
        """;

    private readonly Statement _times;
    private readonly Statement _all;

    public PollStatements(SqliteConnection connection)
    {
        Connection = connection;
        _times = new Statement(connection, Times);
        _all = new Statement(connection, All);
    }

    /// <summary>What they are prepared for; they end with it.</summary>
    public SqliteConnection Connection { get; }

    /// <summary>A feed that nobody follows any more is left as it is.</summary>
    /// <returns>Whether it was written.</returns>
    public bool Write(FeedId id, PollRecord record)
    {
        var statement = record.ChangesTimesOnly ? _times : _all;
        var memory = record.Memory;
        statement.Begin();
        statement.Set("$id", id.Value);
        statement.Set("$at", record.At.ToStored());
        var next = record.Stopped ? FeedRows.Never : record.NextPollAt.ToStored();
        statement.Set("$next", next);
        statement.Set("$begun", record.Begun.ToStored());
        statement.Set("$soonest", record is { Stopped: false, SoonestAgain: { } soonest } ? soonest.ToStored() : next);
        statement.Set("$reason", record.Reason);
        statement.Set("$status", record.Status);
        statement.Set("$unchangedSince", memory.UnchangedSince?.ToStored());
        if (statement == _all)
            SetRest(statement, record);
        return statement.Run() > 0;
    }

    private static void SetRest(Statement statement, PollRecord record)
    {
        var memory = record.Memory;
        statement.Set("$notBefore", record.NotBefore?.ToStored());
        statement.Set("$etag", record.ETag);
        statement.Set("$lastModified", record.LastModified);
        statement.Set("$validatorsFrom", record.ValidatorsFrom?.AbsoluteUri);
        statement.Set("$primed", record.Primed);
        statement.Set("$failed", record.Failed);
        statement.Set("$failingSince", memory.FailingSince?.ToStored());
        statement.Set("$lastGood", memory.LastGood?.ToStored());
        statement.Set("$lastNew", memory.LastNew?.ToStored());
        statement.Set("$recentGap", Stored(memory.Gaps?.Recent));
        statement.Set("$usualGap", Stored(memory.Gaps?.Usual));
        statement.Set("$contentHash", memory.ContentHash);
        statement.Set("$ttl", Stored(memory.Timetable.TimeToLive));
        statement.Set("$updatePeriod", Stored(memory.Timetable.UpdatePeriod));
        statement.Set("$skipHours", memory.Timetable.SkipHours.Aggregate(0L, (bits, hour) => bits | (1L << hour)));
        statement.Set("$skipDays", memory.Timetable.SkipDays.Aggregate(0L, (bits, day) => bits | (1L << (int)day)));
        statement.Set("$movedTo", memory.MovedTo?.AbsoluteUri);
        statement.Set("$movingTo", memory.Moving?.To.AbsoluteUri);
        statement.Set("$movingSeen", memory.Moving?.Seen ?? 0);
        statement.Set("$stopped", record.Stopped ? record.At.ToStored() : null);
        statement.Set("$cause", record.Trouble?.Cause);
        statement.Set("$advice", record.Trouble?.Advice);
        statement.Set("$oddities", record.Oddities);
    }

    private static long? Stored(TimeSpan? span) => span is { } time ? (long)time.TotalMilliseconds : null;

    private sealed class Statement
    {
        private readonly SqliteConnection _connection;
        private readonly SqliteCommand _command;
        private int _next;

        public Statement(SqliteConnection connection, string text)
        {
            _connection = connection;
            _command = connection.CreateCommand();
            _command.CommandText = text;
        }

        public void Begin()
        {
            // A command takes part in the transaction that was open when it was made, and this one outlives it.
            using var ofNow = _connection.CreateCommand();
            _command.Transaction = ofNow.Transaction;
            _next = 0;
        }

        /// <summary>Parameters are set in the same order each time.</summary>
        public void Set(string name, object? value)
        {
            if (_next == _command.Parameters.Count)
                _command.Parameters.AddWithValue(name, DBNull.Value);
            _command.Parameters[_next++].Value = value ?? DBNull.Value;
        }

        public int Run() => _command.ExecuteNonQuery();
    }
}
