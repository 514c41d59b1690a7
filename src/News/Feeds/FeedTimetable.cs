using System.Collections.Immutable;

namespace News.Feeds;

/// <summary>What a feed says about how often to ask for it, as far as it makes sense; nothing of it binds anybody.</summary>
public sealed record FeedTimetable
{
    /// <summary>A feed that says nothing.</summary>
    public static readonly FeedTimetable Silent = new();

    /// <summary>RSS's <c>ttl</c>: how long a copy may be kept. Above zero.</summary>
    public TimeSpan? TimeToLive { get; init; }

    /// <summary>
    /// How often the feed is said to change: <c>sy:updatePeriod</c> divided by <c>sy:updateFrequency</c>. Above zero.
    /// </summary>
    public TimeSpan? UpdatePeriod { get; init; }

    /// <summary>RSS's <c>skipHours</c>: hours of the day in UTC, 0 to 23, in which nothing is published.</summary>
    public ImmutableArray<int> SkipHours { get; init; } = [];

    /// <summary>RSS's <c>skipDays</c>: days of the week in UTC on which nothing is published.</summary>
    public ImmutableArray<DayOfWeek> SkipDays { get; init; } = [];
}
