namespace Bot.Discord;

/// <summary>
/// What is known of Discord's limits, and so how long a call has to wait before it may go out.
/// https://discord.com/developers/docs/topics/rate-limits
/// </summary>
/// <remarks>
/// Which routes share a limit is told by the answers' bucket names, so a route's first call goes out alone and the
/// ones after it wait by what its answer said.
/// </remarks>
internal sealed class RateLimits(TimeProvider time)
{
    /// <summary>Below Discord's 50, because its seconds don't begin where ours do.</summary>
    private const int MostPerSecond = 45;

    private const int MostRemembered = 10_000;

    private readonly Lock _lock = new();
    private readonly Dictionary<string, string> _bucketOfRoute = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Bucket, string? Major), Window> _windows = [];
    private DateTimeOffset _heldUntil;
    private DateTimeOffset _second;
    private int _sentInSecond;

    /// <summary>Takes a place for one call now, or says how long to wait before asking again.</summary>
    public TimeSpan TakeOrWait(DiscordRoute route)
    {
        lock (_lock)
        {
            var now = time.Steady();
            if (_heldUntil > now)
                return _heldUntil - now;
            if (route.OfInteraction)
                return TimeSpan.Zero;

            var window = WindowOf(route);
            if (window is not null && window.ResetAt > now && window.Remaining == 0)
                return window.ResetAt - now;

            if (now - _second >= TimeSpan.FromSeconds(1))
                (_second, _sentInSecond) = (now, 0);
            if (_sentInSecond == MostPerSecond)
                return _second + TimeSpan.FromSeconds(1) - now;

            _sentInSecond++;
            if (window is not null && window.Remaining > 0)
                window.Remaining--;
            return TimeSpan.Zero;
        }
    }

    /// <summary>Learns from an answer's headers; from the answer's body for a refusal.</summary>
    /// <param name="retryAfter">Null unless the call was refused with 429.</param>
    public void Learn(DiscordRoute route, RateHeaders headers, TimeSpan? retryAfter, bool global)
    {
        lock (_lock)
        {
            var now = time.Steady();
            if (retryAfter is { } wait && global)
            {
                _heldUntil = Later(_heldUntil, now + wait);
                return;
            }

            if (route.OfInteraction)
                return;

            if (headers.Bucket is { } bucket)
                _bucketOfRoute[route.Key] = bucket;
            if (retryAfter is { } until)
                Remember(route, 0, now + until);
            else if (headers is { Remaining: { } remaining, ResetAfter: { } after })
                Remember(route, remaining, now + after);
        }
    }

    private void Remember(DiscordRoute route, int remaining, DateTimeOffset resetAt)
    {
        if (_windows.Count >= MostRemembered)
            ForgetPast();
        _windows[(BucketOf(route), route.Major)] = new Window { Remaining = remaining, ResetAt = resetAt };
    }

    private void ForgetPast()
    {
        var now = time.Steady();
        foreach (var (key, window) in _windows.ToArray())
        {
            if (window.ResetAt <= now)
                _windows.Remove(key);
        }
    }

    private Window? WindowOf(DiscordRoute route) => _windows.GetValueOrDefault((BucketOf(route), route.Major));

    private string BucketOf(DiscordRoute route) => _bucketOfRoute.GetValueOrDefault(route.Key, route.Key);

    private static DateTimeOffset Later(DateTimeOffset a, DateTimeOffset b) => a > b ? a : b;

    private sealed class Window
    {
        public int Remaining { get; set; }

        public DateTimeOffset ResetAt { get; init; }
    }
}

/// <summary>The limit that an answer's headers tell of.</summary>
internal readonly record struct RateHeaders(string? Bucket, int? Remaining, TimeSpan? ResetAfter);

/// <summary>
/// Counts the answers for which Discord bans an address at 10,000 in ten minutes: 401, 403 and 429. Says stop well before.
/// </summary>
internal sealed class InvalidRequests(TimeProvider time)
{
    internal const int Most = 8_000;
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(10);

    private readonly Lock _lock = new();
    private readonly Queue<DateTimeOffset> _counted = new();

    public void Count()
    {
        lock (_lock)
            _counted.Enqueue(time.Steady());
    }

    /// <summary>How long nothing may go out; null where there is room.</summary>
    public TimeSpan? Brake()
    {
        lock (_lock)
        {
            var now = time.Steady();
            while (_counted.TryPeek(out var oldest) && oldest + Window <= now)
                _counted.Dequeue();
            return _counted.Count >= Most ? _counted.Peek() + Window - now : null;
        }
    }
}
