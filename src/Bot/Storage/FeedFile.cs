using Dapper;
using News.Feeds;

namespace Bot.Storage;

/// <summary>All that is kept about a feed, for one who asks how it is.</summary>
/// <param name="FailingSince">When the first of its failed polls in a row was; null where it is well.</param>
/// <param name="Stopped">When it was polled for the last time, because it has ended.</param>
/// <param name="Advice">What to do about its trouble, where that is known.</param>
/// <param name="Reason">Why the next poll comes when it does: a clause; null before the first one.</param>
/// <param name="Gap">How long it usually takes it from one item to the next; null where that is not known.</param>
/// <param name="UnchangedSince">Since when its server has said nothing but "not modified".</param>
/// <param name="Oddities">What had to be mended when it was last read.</param>
/// <param name="Followers">Who of those that the asker may see follows it, where it was added.</param>
public sealed record FeedFile(
    DateTimeOffset? FailingSince, DateTimeOffset? Stopped, string? Advice, string? Reason, DateTimeOffset? LastGood, DateTimeOffset? LastNew,
    TimeSpan? Gap, DateTimeOffset? UnchangedSince, FeedTimetable Timetable, string? Oddities, (string To, int Seen)? Moving,
    IReadOnlyList<FeedFile.Follower> Followers)
{
    /// <param name="Channel">Where it was added; null for the settings file.</param>
    public sealed record Follower(ScopeKey Scope, bool FromSettings, string? Channel, DateTimeOffset At);

    internal static async Task<FeedFile?> ReadAsync(Database database, FeedId id, IReadOnlyList<ScopeKey> scopes)
    {
        using var connection = database.Open();
        var followers = (await connection.QueryAsync<(string Scope, long FromSettings, string? Channel, long At)>(
            "SELECT scope, from_settings, channel, added_at FROM subscriptions WHERE feed_id = @id AND scope IN @scopes ORDER BY added_at",
            new { id = id.Value, scopes = scopes.Select(scope => scope.Value) }))
            .Select(row => new Follower(new ScopeKey(row.Scope), row.FromSettings != 0, row.Channel, row.At.FromStored())).ToList();
        if (followers.Count == 0)
            return null;

        var row = await connection.QuerySingleAsync<Row>(
            """
            SELECT failing_since, stopped, advice, reason, last_good, last_new, usual_gap, unchanged_since, ttl, update_period, skip_hours, skip_days,
                   oddities, moving_to, moving_seen
            FROM feeds WHERE id = @id
            """, new { id = id.Value });
        return new FeedFile(
            row.FailingSince.FromStored(), row.Stopped.FromStored(), row.Advice, row.Reason, row.LastGood.FromStored(), row.LastNew.FromStored(),
            Span(row.UsualGap), row.UnchangedSince.FromStored(),
            FeedRows.Timetable(Span(row.Ttl), Span(row.UpdatePeriod), (int)row.SkipHours, (int)row.SkipDays),
            row.Oddities is { Length: > 0 } odd ? odd : null,
            row.MovingTo is { } to ? (to, (int)row.MovingSeen) : null,
            followers);
    }

    private static TimeSpan? Span(long? milliseconds) => milliseconds is { } number ? TimeSpan.FromMilliseconds(number) : null;

    private sealed class Row
    {
        public long? FailingSince { get; init; }
        public long? Stopped { get; init; }
        public string? Advice { get; init; }
        public string? Reason { get; init; }
        public long? LastGood { get; init; }
        public long? LastNew { get; init; }
        public long? UsualGap { get; init; }
        public long? UnchangedSince { get; init; }
        public long? Ttl { get; init; }
        public long? UpdatePeriod { get; init; }
        public long SkipHours { get; init; }
        public long SkipDays { get; init; }
        public string? Oddities { get; init; }
        public string? MovingTo { get; init; }
        public long MovingSeen { get; init; }
    }
}
