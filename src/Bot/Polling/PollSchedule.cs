namespace Bot.Polling;

/// <summary>When a feed is polled next, and why then.</summary>
/// <param name="Reason">A clause: "every 5 minutes, as set", "the server asks to wait 2 minutes".</param>
internal readonly record struct PollDecision(DateTimeOffset At, string Reason);

/// <summary>What a poll said that matters for the next one.</summary>
/// <param name="Failures">Polls in a row that have failed, this one included; zero after a good one.</param>
/// <param name="RetryAfter">What the server asked to wait.</param>
/// <param name="FreshFor">How long the server calls its answer fresh.</param>
internal readonly record struct PollSignals(int Failures, TimeSpan? RetryAfter = null, TimeSpan? FreshFor = null, bool Gone = false)
{
    /// <summary>A WebSub hub brings what is new: polls only make sure.</summary>
    public bool HubDelivers { get; init; }
}

/// <summary>Politeness towards the sites that are polled.</summary>
internal static class PollSchedule
{
    // A server that asks for a longer pause than any feed's maximum is obeyed, up to here: one that asks for ten
    // years is broken, and a story may be waiting.
    private static readonly TimeSpan LongestRetryAfter = TimeSpan.FromDays(1);

    /// <param name="roll">A random number from 0 to 1: spreads feeds that fail together over time.</param>
    public static PollDecision Next(PollingOptions options, PollSignals signals, DateTimeOffset now, double roll)
    {
        var (wait, reason) = signals switch
        {
            { Gone: true } => (options.MaximumInterval, $"the feed is gone; asked again after {InWords(options.MaximumInterval)}"),
            { Failures: > 0 } => AfterFailure(options, signals.Failures, roll),
            { HubDelivers: true } => (options.MaximumInterval, $"its hub delivers what is new; asked every {InWords(options.MaximumInterval)} to be sure"),
            { FreshFor: { } fresh } when fresh > options.Interval => WhileFresh(options, fresh),
            _ => (options.Interval, $"every {InWords(options.Interval)}, as set"),
        };

        if (signals.RetryAfter is { } asked && Shorter(asked, LongestRetryAfter) is var pause && pause > wait)
            (wait, reason) = (pause, $"the server asks to wait {InWords(pause)}");
        return new PollDecision(now + Longer(wait, options.MinimumInterval), reason);
    }

    // The interval, then two, four, eight of them …, each up to a fifth shorter by chance.
    private static (TimeSpan, string) AfterFailure(PollingOptions options, int failures, double roll)
    {
        var doubled = options.Interval * Math.Pow(2, Math.Min(failures - 1, 30));
        var wait = Shorter(doubled, options.MaximumInterval) * (1 - roll / 5);
        var times = failures == 1 ? "the poll failed" : $"{failures} polls in a row failed";
        return (wait, $"{times}; tried again after {InWords(wait)}");
    }

    private static (TimeSpan, string) WhileFresh(PollingOptions options, TimeSpan fresh) =>
        fresh > options.MaximumInterval
            ? (options.MaximumInterval, $"at least every {InWords(options.MaximumInterval)}, as set")
            : (fresh, $"the server calls its answer fresh for {InWords(fresh)}");

    private static TimeSpan Shorter(TimeSpan a, TimeSpan b) => a < b ? a : b;

    private static TimeSpan Longer(TimeSpan a, TimeSpan b) => a > b ? a : b;

    private static string InWords(TimeSpan span) => span switch
    {
        { TotalHours: >= 2 } => $"{span.TotalHours:0.#} hours",
        { TotalMinutes: >= 2 } => $"{span.TotalMinutes:0.#} minutes",
        _ => $"{span.TotalSeconds:0.#} seconds",
    };
}
