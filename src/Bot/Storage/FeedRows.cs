using System.Collections.Immutable;
using Microsoft.Data.Sqlite;
using News.Feeds;

namespace Bot.Storage;

/// <summary>A feed's row as a poll reads it: by hand, because a bot with ten thousand feeds does little else.</summary>
internal static class FeedRows
{
    /// <summary>Stands in <c>next_poll</c> of a feed that is never due: stopped, merged or followed by nobody.</summary>
    public static readonly long Never = DateTimeOffset.MaxValue.ToStored();

    public const string Columns =
        """
        f.id, f.url, COALESCE(s.name, f.title), s.publisher, f.etag, f.last_modified, f.validators_from, f.failures, f.primed, f.next_poll,
        f.hub_delivers, f.stopped, f.failing_since, f.last_good, f.last_new, f.recent_gap, f.usual_gap, f.content_hash, f.unchanged_since,
        f.ttl, f.update_period, f.skip_hours, f.skip_days, f.moved_to, f.moving_to, f.moving_seen, f.told_until
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
            ToldUntil = Instant(row, 26),
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

    private static string? Text(SqliteDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);

    private static Uri? Address(SqliteDataReader row, int column) => Text(row, column) is { } address ? new Uri(address) : null;

    private static DateTimeOffset? Instant(SqliteDataReader row, int column) => row.IsDBNull(column) ? null : row.GetInt64(column).FromStored();

    private static TimeSpan? Span(SqliteDataReader row, int column) => row.IsDBNull(column) ? null : TimeSpan.FromMilliseconds(row.GetInt64(column));
}
