using Bot.Storage;

namespace Bot.Polling;

/// <summary>
/// What is written down of a poll: what it leaves for the next one, and when that is. No clock and no disk: everything
/// that has to happen again and again before it counts is counted here.
/// </summary>
internal static class PollBook
{
    /// <summary>So many polls in a row have to say that a feed has moved for good: a mistake of an afternoon moves nobody.</summary>
    public const int MovesAfter = 3;

    /// <summary>How long a feed may fail before that is told, and where it has moved, before its own address is tried again.</summary>
    public static readonly TimeSpan FailingLong = TimeSpan.FromDays(1);

    /// <summary>How long a server is believed that answers nothing but "not modified": some lose track.</summary>
    private static readonly TimeSpan NotModifiedLong = TimeSpan.FromDays(7);

    private static readonly TimeSpan LongestRest = TimeSpan.FromDays(1);

    /// <summary>What to ask for: where it is fetched from, and without validators where they have done nothing but match for a week.</summary>
    public static FetchRequest Request(DueFeed feed, DateTimeOffset now)
    {
        var at = feed.Memory.MovedTo is { } moved ? FeedAddress.WithCredentialsOf(feed.Url, moved) : feed.Url;
        return feed.Memory.UnchangedSince is { } since && now - since > NotModifiedLong
            ? new FetchRequest(at)
            : new FetchRequest(at, feed.ETag, feed.LastModified, feed.ValidatorsFrom ?? feed.Url);
    }

    /// <param name="begun">When the feed's turn came, before it waited for its host.</param>
    /// <param name="roll">A random number from 0 to 1.</param>
    /// <param name="excused">The failure is not the feed's: it is asked again as if it were the first.</param>
    public static PollRecord Entry(
        PollingOptions options, DueFeed feed, FeedVisit visit, DateTimeOffset begun, DateTimeOffset now, double roll, bool excused = false)
    {
        var failures = visit.Failed ? feed.Failures + 1 : 0;
        var memory = visit.Failed ? AfterFailure(feed, visit, now) : AfterSuccess(feed.Memory, visit, now);
        var (moved, moving) = visit.Failed ? (null, memory.Moving) : Moving(feed, memory, visit.Outcome?.MovedTo);
        memory = memory with { Moving = moving, MovedTo = moved is null ? memory.MovedTo : IsOwn(feed, moved) ? null : moved };

        var wentBack = feed.Memory.MovedTo is not null && memory.MovedTo is null && visit.Failed;
        var stopped = visit.IsTheLast && !wentBack;
        var signals = Signals(feed, visit, memory, wentBack || excused ? 1 : failures, now) with
        {
            Bunched = !feed.Primed,
            Late = begun > feed.DueAt ? begun - feed.DueAt : TimeSpan.Zero,
        };
        var next = PollSchedule.Next(options, signals, now, roll);
        var notBefore = visit.Outcome?.RetryAfter is { } asked ? now + (asked < LongestRest ? asked : LongestRest) : (DateTimeOffset?)null;
        var record = new PollRecord(
            now, next.At, Reason(next, stopped, wentBack), visit.Status, visit.Failed,
            feed.ETag, feed.LastModified, feed.ValidatorsFrom, feed.Primed || visit.Read is not null, memory)
        {
            NotBefore = notBefore,
            Trouble = visit.Cause is { } cause ? (cause.ToString(), cause.Advice()) : null,
            Oddities = visit.Read is { } read ? string.Join(' ', read.Warnings) : null,
            Recovered = !visit.Failed && feed.Failures > 0,
            Moved = moved is not null && memory.MovedTo is not null,
            Stopped = stopped,
            Begun = begun,
            SoonestAgain = visit.Failed || notBefore is not null ? null : now + options.MinimumInterval,
        }.WithValidatorsOf(feed, visit);
        return record with { ChangesTimesOnly = ChangesTimesOnly(feed, record) };
    }

    private static bool ChangesTimesOnly(DueFeed feed, PollRecord record) =>
        feed is { Failures: 0, IsStopped: false }
        && record is { Failed: false, Stopped: false, Moved: false, NotBefore: null, Oddities: null, Trouble: null }
        && (feed.Primed, feed.ETag, feed.LastModified, feed.ValidatorsFrom) == (record.Primed, record.ETag, record.LastModified, record.ValidatorsFrom)
        && record.Memory == feed.Memory with { LastGood = record.Memory.LastGood, UnchangedSince = record.Memory.UnchangedSince };

    /// <summary>
    /// The validators of the last good answer stay where this is none: those of an error page would hide the feed behind a 304.
    /// Where an item could not be saved there are none: a 304 would hide it from the next attempt.
    /// </summary>
    private static PollRecord WithValidatorsOf(this PollRecord record, DueFeed feed, FeedVisit visit) =>
        visit is { Read: not null, ContentHash: null }
            ? record with { ETag = null, LastModified = null, ValidatorsFrom = null }
        : !visit.Failed && visit.Outcome is FetchOutcome.Fetched fetched
            ? record with
            {
                ETag = fetched.ETag,
                LastModified = fetched.LastModified,
                ValidatorsFrom = fetched.FinalUrl == FeedAddress.ToAsk(feed.Url) ? null : fetched.FinalUrl,
            }
            : record;

    private static string Reason(PollDecision next, bool stopped, bool wentBack) =>
        stopped ? "it is not polled any more"
        : wentBack ? "the address that it had moved to fails; its own is tried again"
        : next.Reason;

    private static PollSignals Signals(
        DueFeed feed, FeedVisit visit, PollMemory memory, int failures, DateTimeOffset now) => new(failures)
        {
            FailingFor = now - (memory.FailingSince ?? now),
            RetryAfter = visit.Outcome?.RetryAfter,
            FreshFor = visit.Failed ? null : visit.Outcome?.FreshFor,
            Timetable = memory.Timetable,
            Rhythm = memory is { Gaps: { } gaps, LastNew: { } last } ? new PublicationRhythm(gaps.Recent, gaps.Usual, last) : null,
            HubDelivers = feed.HubDelivers,
        };

    private static PollMemory AfterFailure(DueFeed feed, FeedVisit visit, DateTimeOffset now)
    {
        var since = feed.Memory.FailingSince ?? now;
        var lost = visit.IsTheLast || now - since >= FailingLong;
        return feed.Memory with
        {
            FailingSince = since,
            MovedTo = lost ? null : feed.Memory.MovedTo,
            Moving = lost ? null : feed.Memory.Moving,
        };
    }

    private static PollMemory AfterSuccess(PollMemory before, FeedVisit visit, DateTimeOffset now)
    {
        var memory = before with
        {
            FailingSince = null,
            LastGood = now,
            UnchangedSince = visit.Outcome is FetchOutcome.NotModified ? before.UnchangedSince ?? now : null,
        };
        if (visit.Read is not { } read)
            return memory;

        // At the first poll everything is new to us, and nothing of it news: its dates say since when it is there.
        var arrived = visit.Fresh > 0 && before.LastGood is not null ? now : before.LastNew;
        var rhythm = PublicationRhythm.Of(read.Items, now, arrived);
        return memory with
        {
            ContentHash = visit.ContentHash,
            Timetable = read.Timetable,
            LastNew = rhythm?.LastNew ?? arrived,
            Gaps = rhythm is null ? null : (rhythm.Recent, rhythm.Usual),
        };
    }

    /// <summary>Where the feed has moved with this poll, and what speaks for a move that is not made yet.</summary>
    private static (Uri? Moved, (Uri To, int Seen)? Moving) Moving(DueFeed feed, PollMemory memory, Uri? says)
    {
        if (says is null || says == (memory.MovedTo ?? FeedAddress.ToAsk(feed.Url)))
            return (null, null);
        var seen = memory.Moving is { } moving && moving.To == says ? moving.Seen + 1 : 1;
        return seen >= MovesAfter ? (says, null) : (null, (says, seen));
    }

    private static bool IsOwn(DueFeed feed, Uri address) => address == FeedAddress.ToAsk(feed.Url);
}
