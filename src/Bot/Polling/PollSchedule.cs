using News.Feeds;

namespace Bot.Polling;

/// <summary>When a feed is polled next, and why then.</summary>
/// <param name="Reason">A clause: "every 5 minutes, as set", "the server asks to wait 2 minutes".</param>
internal readonly record struct PollDecision(DateTimeOffset At, string Reason);

/// <summary>What a poll said that matters for the next one.</summary>
/// <param name="Failures">Polls in a row that have failed, this one included; zero after a good one.</param>
internal readonly record struct PollSignals(int Failures)
{
    /// <summary>Since when every poll has failed; zero after a good one.</summary>
    public TimeSpan FailingFor { get; init; }

    /// <summary>What the server asked to wait, on whatever answer.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>How long the server calls its answer fresh.</summary>
    public TimeSpan? FreshFor { get; init; }

    /// <summary>What the feed says of itself; null as <see cref="FeedTimetable.Silent"/>.</summary>
    public FeedTimetable? Timetable { get; init; }

    /// <summary>How its items have come so far; null where too few are dated.</summary>
    public PublicationRhythm? Rhythm { get; init; }

    /// <summary>A WebSub hub brings what is new: polls only make sure.</summary>
    public bool HubDelivers { get; init; }

    /// <summary>
    /// The feed was polled together with many others, as at the start of a new bot, and is to come back apart from them.
    /// </summary>
    public bool Bunched { get; init; }

    /// <summary>
    /// How long after its time the poll began, as after a pause of the bot: the next one comes as if it had not been late,
    /// so that feeds which were spread over the interval before the pause are so after it.
    /// </summary>
    public TimeSpan Late { get; init; }
}

/// <summary>Politeness towards the sites that are polled.</summary>
/// <remarks>
/// <para>
/// In this order: the feed's rhythm moves the interval a little (see <see cref="PublicationRhythm"/>); what the server
/// or the feed asks for makes it longer; the hours and days that it skips are passed over; a hub that delivers makes
/// polls rare. All this stays within the minimum and the maximum of the settings: publishers write a <c>ttl</c> of a day
/// over breaking news, and a feed that skips the weekend is still asked once in the maximum, because news keep no hours.
/// </para>
/// <para>
/// Two things go beyond the maximum, both up to a day. <c>Retry-After</c> is a request made now, by someone who knows.
/// And a feed that has failed for long is asked again after a quarter of that time: one that was away for three hours is
/// back within one, so that what it published meanwhile is still in it, and one that is dead for weeks is asked daily.
/// </para>
/// </remarks>
internal static class PollSchedule
{
    private static readonly TimeSpan Longest = TimeSpan.FromDays(1);

    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    /// <param name="roll">A random number from 0 to 1: keeps feeds that were polled together apart.</param>
    public static PollDecision Next(PollingOptions options, PollSignals signals, DateTimeOffset now, double roll)
    {
        var (wait, reason) = signals.Failures > 0
            ? AfterFailure(options, signals, roll)
            : AfterSuccess(options, signals, now, roll);

        if (signals.RetryAfter is { } asked && Shorter(asked, Longest) is var pause && pause > wait)
            (wait, reason) = (pause, $"the server asks to wait {Spans.InWords(pause)}");
        return new PollDecision(now + Longer(wait, options.MinimumInterval), reason);
    }

    /// <summary>The interval, then two, four, eight of them …, each up to a fifth shorter by chance.</summary>
    private static (TimeSpan, string) AfterFailure(PollingOptions options, PollSignals signals, double roll)
    {
        var bound = Shorter(Longer(options.MaximumInterval, signals.FailingFor / 4), Longer(Longest, options.MaximumInterval));
        var doubled = options.Interval.TotalSeconds * Math.Pow(2, signals.Failures - 1);
        var wait = (doubled < bound.TotalSeconds ? TimeSpan.FromSeconds(doubled) : bound) * (1 - roll / 5);
        var times = signals.Failures == 1 ? "the poll failed" : $"{signals.Failures} polls in a row failed";
        return (wait, $"{times}; tried again after {Spans.InWords(wait)}");
    }

    private static (TimeSpan, string) AfterSuccess(PollingOptions options, PollSignals signals, DateTimeOffset now, double roll)
    {
        var timetable = signals.Timetable ?? FeedTimetable.Silent;
        var (wait, reason) = ByRhythm(options, signals, now);
        wait = Apart(wait, options.MinimumInterval, signals, roll);
        if (signals.FreshFor is { } fresh && fresh > wait)
            (wait, reason) = (fresh, $"the server calls its answer fresh for {Spans.InWords(fresh)}");
        if (timetable.TimeToLive is { } kept && kept > wait)
            (wait, reason) = (kept, $"the feed asks to be kept for {Spans.InWords(kept)} (ttl)");
        if (Skipped(timetable, now, wait, options.MaximumInterval) is { } skipped)
            (wait, reason) = skipped;
        if (signals.HubDelivers && wait < options.MaximumInterval)
            return (Longer(wait, options.MaximumInterval * (1 - roll / 10)), $"its hub delivers what is new; asked every {Spans.InWords(options.MaximumInterval)} to be sure");

        return wait > options.MaximumInterval
            ? (options.MaximumInterval, $"at least every {Spans.InWords(options.MaximumInterval)}, as set, though {reason}")
            : (Shorter(wait * (1 + roll / 10), options.MaximumInterval), reason);
    }

    /// <summary>Where a feed has no time of its own among the others any more, it gets one by chance.</summary>
    private static TimeSpan Apart(TimeSpan wait, TimeSpan minimum, PollSignals signals, double roll) =>
        signals.Bunched || (signals.Late > TimeSpan.Zero && wait - signals.Late < minimum)
            ? minimum + ((wait - minimum) * roll)
            : wait - signals.Late;

    private static (TimeSpan, string) ByRhythm(PollingOptions options, PollSignals signals, DateTimeOffset now)
    {
        var (wait, gap) = signals.Rhythm is { } rhythm
            ? rhythm.Wait(options.Interval, now)
            : PublicationRhythm.Of(signals.Timetable?.UpdatePeriod)?.Wait(options.Interval, now) ?? (options.Interval, TimeSpan.Zero);
        wait = Longer(wait, options.MinimumInterval);
        if (wait == options.Interval)
            return (wait, $"every {Spans.InWords(wait)}, as set");
        return (wait, signals.Rhythm is null
            ? $"the feed says that it changes every {Spans.InWords(gap)}"
            : $"something new comes about every {Spans.InWords(Longer(gap, TimeSpan.FromSeconds(1)))}");
    }

    /// <summary>
    /// Where the next poll would fall into hours or days in which nothing is published: the wait until they are over, at
    /// most the maximum. Null where it falls into none.
    /// </summary>
    private static (TimeSpan, string)? Skipped(FeedTimetable timetable, DateTimeOffset now, TimeSpan wait, TimeSpan maximum)
    {
        if ((timetable.SkipHours.IsEmpty && timetable.SkipDays.IsEmpty) || wait >= maximum)
            return null;

        var then = (now + wait).ToUniversalTime();
        if (!IsSkipped(timetable, then))
            return null;

        var why = timetable.SkipHours.Contains(then.Hour)
            ? "the feed says that nothing is published at that hour (skipHours)"
            : "the feed says that nothing is published on that day (skipDays)";
        var end = now + maximum;
        var next = then - TimeSpan.FromTicks(then.Ticks % Hour.Ticks) + Hour;
        while (next <= end && IsSkipped(timetable, next))
            next += Hour;
        return next > end ? (maximum, $"{why}; asked every {Spans.InWords(maximum)} all the same") : (next - now, why);
    }

    private static bool IsSkipped(FeedTimetable timetable, DateTimeOffset at) =>
        timetable.SkipHours.Contains(at.Hour) || timetable.SkipDays.Contains(at.DayOfWeek);

    private static TimeSpan Shorter(TimeSpan a, TimeSpan b) => a < b ? a : b;

    private static TimeSpan Longer(TimeSpan a, TimeSpan b) => a > b ? a : b;
}
