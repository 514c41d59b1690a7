namespace Bot.Discord;

/// <summary>
/// Lets shards identify no faster than Discord allows: one every five seconds for each of <paramref name="concurrency"/> groups.
/// https://discord.com/developers/docs/events/gateway#sharding-max-concurrency
/// </summary>
internal sealed class IdentifyGate(int concurrency, TimeProvider time)
{
    private static readonly TimeSpan Between = TimeSpan.FromSeconds(5);

    private readonly Lock _lock = new();
    private readonly Dictionary<int, DateTimeOffset> _next = [];

    public async Task WaitAsync(int shard, CancellationToken stoppingToken)
    {
        TimeSpan wait;
        lock (_lock)
        {
            var now = time.Steady();
            var group = shard % Math.Max(1, concurrency);
            var turn = _next.TryGetValue(group, out var next) && next > now ? next : now;
            _next[group] = turn + Between;
            wait = turn - now;
        }

        if (wait > TimeSpan.Zero)
            await Task.Delay(wait, time, stoppingToken);
    }
}

/// <summary>How often to come back after failures: longer each time, and never all bots at once.</summary>
internal static class Backoff
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(2);

    /// <param name="failures">In a row, from 1 on.</param>
    /// <param name="jitter">From 0 to 1.</param>
    public static TimeSpan After(int failures, double jitter)
    {
        var full = TimeSpan.FromSeconds(Math.Min(Longest.TotalSeconds, Math.Pow(2, Math.Clamp(failures, 1, 10) - 1)));
        return (full / 2) + (full / 2 * jitter);
    }
}
