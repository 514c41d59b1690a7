using System.Collections.Immutable;
using Microsoft.Data.Sqlite;
using News.Feeds;

namespace Bot.Storage;

/// <summary>A feed's row as a poll reads it and writes it: by hand, because a bot with ten thousand feeds does little else.</summary>
internal static class FeedRows
{
    /// <summary>Stands in <c>next_poll</c> of a feed that is never due: stopped, merged or followed by nobody.</summary>
    public static readonly long Never = DateTimeOffset.MaxValue.ToStored();

    public const string Columns =
        """
        f.id, f.url, COALESCE(s.name, f.title), s.publisher, f.etag, f.last_modified, f.validators_from, f.failures, f.primed, f.next_poll,
        f.hub_delivers, f.stopped, f.failing_since, f.last_good, f.last_new, f.recent_gap, f.usual_gap, f.content_hash, f.unchanged_since,
        f.ttl, f.update_period, f.skip_hours, f.skip_days, f.moved_to, f.moving_to, f.moving_seen
        """;

    private const string Update =
        """
        UPDATE feeds
        SET last_poll = $at, next_poll = CASE WHEN wanted > $begun THEN MIN($next, $soonest) ELSE $next END, wanted = NULL, reason = $reason, status = $status, not_before = $notBefore,
            etag = $etag, last_modified = $lastModified, validators_from = $validatorsFrom, primed = $primed,
            failures = CASE WHEN $failed THEN failures + 1 ELSE 0 END, failure_told = CASE WHEN $failed THEN failure_told ELSE 0 END,
            failing_since = $failingSince, last_good = $lastGood, last_new = $lastNew, recent_gap = $recentGap, usual_gap = $usualGap,
            content_hash = $contentHash, unchanged_since = $unchangedSince,
            ttl = $ttl, update_period = $updatePeriod, skip_hours = $skipHours, skip_days = $skipDays,
            moved_to = $movedTo, moving_to = $movingTo, moving_seen = $movingSeen, stopped = $stopped,
            cause = $cause, advice = $advice, oddities = COALESCE($oddities, oddities)
        WHERE id = $id AND EXISTS (SELECT 1 FROM subscriptions WHERE feed_id = $id)
        """;

    public static FeedId Id(SqliteDataReader row) => new(row.GetInt64(0));

    public static DueFeed Read(SqliteDataReader row)
    {
        var url = new Uri(row.GetString(1));
        return new DueFeed(
            Id(row), url, Text(row, 2) ?? url.Host, Text(row, 3), Text(row, 4), Text(row, 5), Address(row, 6), row.GetInt32(7), row.GetBoolean(8))
        {
            DueAt = row.GetInt64(9).FromStored(),
            HubDelivers = row.GetBoolean(10),
            IsStopped = !row.IsDBNull(11),
            Memory = new PollMemory
            {
                FailingSince = Instant(row, 12),
                LastGood = Instant(row, 13),
                LastNew = Instant(row, 14),
                Gaps = Span(row, 15) is { } recent && Span(row, 16) is { } usual ? (recent, usual) : null,
                ContentHash = Text(row, 17),
                UnchangedSince = Instant(row, 18),
                Timetable = Timetable(Span(row, 19), Span(row, 20), row.GetInt32(21), row.GetInt32(22)),
                MovedTo = Address(row, 23),
                Moving = Address(row, 24) is { } to ? (to, row.GetInt32(25)) : null,
            },
        };
    }

    /// <summary>Writes what polls came to. A feed that nobody follows any more is left as it is.</summary>
    public static void Write(SqliteConnection connection, IEnumerable<(FeedId Id, PollRecord Record)> polls)
    {
        using var command = connection.CreateCommand();
        command.CommandText = Update;
        var parameters = new Dictionary<string, SqliteParameter>();
        foreach (var (id, record) in polls)
        {
            void Set(string name, object? value)
            {
                if (!parameters.TryGetValue(name, out var parameter))
                    parameters[name] = parameter = command.Parameters.AddWithValue(name, DBNull.Value);
                parameter.Value = value ?? DBNull.Value;
            }

            var memory = record.Memory;
            Set("$id", id.Value);
            Set("$at", record.At.ToStored());
            var next = record.Stopped ? Never : record.NextPollAt.ToStored();
            Set("$next", next);
            Set("$begun", record.Begun.ToStored());
            Set("$soonest", record is { Stopped: false, SoonestAgain: { } soonest } ? soonest.ToStored() : next);
            Set("$reason", record.Reason);
            Set("$status", record.Status);
            Set("$notBefore", record.NotBefore?.ToStored());
            Set("$etag", record.ETag);
            Set("$lastModified", record.LastModified);
            Set("$validatorsFrom", record.ValidatorsFrom?.AbsoluteUri);
            Set("$primed", record.Primed);
            Set("$failed", record.Failed);
            Set("$failingSince", memory.FailingSince?.ToStored());
            Set("$lastGood", memory.LastGood?.ToStored());
            Set("$lastNew", memory.LastNew?.ToStored());
            Set("$recentGap", Stored(memory.Gaps?.Recent));
            Set("$usualGap", Stored(memory.Gaps?.Usual));
            Set("$contentHash", memory.ContentHash);
            Set("$unchangedSince", memory.UnchangedSince?.ToStored());
            Set("$ttl", Stored(memory.Timetable.TimeToLive));
            Set("$updatePeriod", Stored(memory.Timetable.UpdatePeriod));
            Set("$skipHours", memory.Timetable.SkipHours.Aggregate(0, (bits, hour) => bits | (1 << hour)));
            Set("$skipDays", memory.Timetable.SkipDays.Aggregate(0, (bits, day) => bits | (1 << (int)day)));
            Set("$movedTo", memory.MovedTo?.AbsoluteUri);
            Set("$movingTo", memory.Moving?.To.AbsoluteUri);
            Set("$movingSeen", memory.Moving?.Seen ?? 0);
            Set("$stopped", record.Stopped ? record.At.ToStored() : null);
            Set("$cause", record.Trouble?.Cause);
            Set("$advice", record.Trouble?.Advice);
            Set("$oddities", record.Oddities);
            command.ExecuteNonQuery();
        }
    }

    public static FeedTimetable Timetable(TimeSpan? ttl, TimeSpan? updatePeriod, int skipHours, int skipDays)
    {
        if (ttl is null && updatePeriod is null && skipHours == 0 && skipDays == 0)
            return FeedTimetable.Silent;
        return new FeedTimetable
        {
            TimeToLive = ttl,
            UpdatePeriod = updatePeriod,
            SkipHours = [.. Bits(skipHours, 24)],
            SkipDays = [.. Bits(skipDays, 7).Select(day => (DayOfWeek)day)],
        };
    }

    private static IEnumerable<int> Bits(int bits, int count) => bits == 0 ? [] : Enumerable.Range(0, count).Where(i => (bits & (1 << i)) != 0);

    private static long? Stored(TimeSpan? span) => span is { } time ? (long)time.TotalMilliseconds : null;

    private static string? Text(SqliteDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);

    private static Uri? Address(SqliteDataReader row, int column) => Text(row, column) is { } address ? new Uri(address) : null;

    private static DateTimeOffset? Instant(SqliteDataReader row, int column) => row.IsDBNull(column) ? null : row.GetInt64(column).FromStored();

    private static TimeSpan? Span(SqliteDataReader row, int column) => row.IsDBNull(column) ? null : TimeSpan.FromMilliseconds(row.GetInt64(column));
}
