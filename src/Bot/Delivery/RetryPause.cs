namespace Bot.Delivery;

/// <summary>
/// How long to wait before an attempt where the platform doesn't say: doubling, with jitter, up to a minute, for no story is to
/// wait much longer than the platform was away.
/// </summary>
public static class RetryPause
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(1);

    /// <param name="attempts">How many attempts have failed, from 1.</param>
    /// <param name="luck">From 0 to 1: places the pause between half of its length and the whole.</param>
    public static TimeSpan After(int attempts, double luck)
    {
        var whole = Math.Min(Longest.TotalSeconds, Math.Pow(2, Math.Min(attempts, 20)));
        return TimeSpan.FromSeconds(whole * (0.5 + (luck / 2)));
    }
}
