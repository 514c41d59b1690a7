namespace News.Stories;

/// <summary>How far along a story is, by when its reports came.</summary>
public enum StoryPhase
{
    /// <summary>Its first report is at most an hour old.</summary>
    Breaking,

    /// <summary>Reports keep coming.</summary>
    Developing,

    /// <summary>It was quiet for twelve hours, and then a report came.</summary>
    Updated,

    /// <summary>No report has come for twelve hours.</summary>
    Quiet,
}

/// <summary>Tells a story's phase.</summary>
public static class StoryPhases
{
    private static readonly TimeSpan BreakingFor = TimeSpan.FromHours(1);
    private static readonly TimeSpan QuietAfter = TimeSpan.FromHours(12);

    /// <param name="reports">When its reports came, in order; at least one.</param>
    public static StoryPhase Of(IReadOnlyList<DateTimeOffset> reports, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(reports);
        ArgumentOutOfRangeException.ThrowIfZero(reports.Count, nameof(reports));
        if (now - reports[^1] >= QuietAfter)
            return StoryPhase.Quiet;
        if (now - reports[0] <= BreakingFor)
            return StoryPhase.Breaking;

        // What came last counts, as far back as it came without a long pause.
        for (var i = reports.Count - 1; i > 0; i--)
        {
            if (reports[i] - reports[i - 1] >= QuietAfter)
                return StoryPhase.Updated;
            if (now - reports[i - 1] >= QuietAfter)
                break;
        }

        return StoryPhase.Developing;
    }
}
