namespace Bot;

/// <summary>Time as it passes, whatever the clock is set to.</summary>
internal static class SteadyTime
{
    /// <summary>
    /// An instant that is only good to be compared with others of this process: a wait that is counted by it does not become
    /// hours longer when the clock is set back.
    /// </summary>
    public static DateTimeOffset Steady(this TimeProvider time) => DateTimeOffset.UnixEpoch + time.GetElapsedTime(0);
}
