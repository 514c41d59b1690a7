namespace Bot.Polling;

/// <summary>
/// Hosts that asked to be left alone, and until when. One feed hears it, and all feeds of the host heed it: who says
/// "too many requests" counts them all.
/// </summary>
/// <remarks>
/// <para>
/// A 429 asks for it by itself, a 503 where it says for how long. A host is what <see cref="HostGates"/> takes for one.
/// Kept in memory only: a feed that was put off has its next poll written down.
/// </para>
/// <para>
/// A feed that is told so again when it comes back speaks for itself alone, until it has had another answer: on a host that
/// many share, one that is never let in would keep all the others out. Where it is the host after all, the next one hears it.
/// </para>
/// </remarks>
/// <param name="longest">No host is left alone for longer as a whole, whatever was asked: who shares it may have asked for nothing. The feed that was told keeps to it by its own record.</param>
internal sealed class HostRests(TimeProvider time, TimeSpan longest)
{
    /// <summary>For a 429 that does not say how long.</summary>
    public static readonly TimeSpan Unsaid = TimeSpan.FromMinutes(5);

    /// <summary>So long after its rest a host is forgotten.</summary>
    private static readonly TimeSpan Remembered = TimeSpan.FromDays(1);

    private const int Few = 64;
    private const int MostToldTo = 1000;

    private readonly Lock _lock = new();
    private readonly Dictionary<(string Host, int Port), Rest> _rests = [];
    private int _sweepAt = Few;

    /// <summary>Takes in what a host has answered.</summary>
    /// <param name="retryAfter">How long it asks to wait; null where it does not say.</param>
    public void Note(Uri url, int status, TimeSpan? retryAfter)
    {
        var asked = status switch
        {
            429 => retryAfter ?? Unsaid,
            503 => retryAfter,
            _ => null,
        };
        lock (_lock)
        {
            if (asked is { } rest)
                Begin(url, time.Steady(), rest < longest ? rest : longest);
            else if (_rests.Count > 0 && _rests.TryGetValue(HostGates.KeyOf(url), out var known))
                known.ToldTo.Remove(url);
        }
    }

    /// <summary>Until when the host of an address is left alone; null where it may be asked.</summary>
    public DateTimeOffset? Until(Uri url)
    {
        lock (_lock)
        {
            return _rests.Count > 0 && _rests.TryGetValue(HostGates.KeyOf(url), out var rest) && rest.Until - time.Steady() is var left && left > TimeSpan.Zero
                ? time.GetUtcNow() + left
                : null;
        }
    }

    private void Begin(Uri url, DateTimeOffset now, TimeSpan length)
    {
        if (_rests.Count >= _sweepAt)
        {
            foreach (var (host, _) in _rests.Where(one => one.Value.Until + Remembered <= now).ToList())
                _rests.Remove(host);
            _sweepAt = Math.Max(Few, 2 * _rests.Count);
        }

        var key = HostGates.KeyOf(url);
        if (!_rests.TryGetValue(key, out var rest) || rest.Until + Remembered <= now)
            _rests[key] = rest = new Rest();

        if (rest.ToldTo.Count == MostToldTo)
            rest.ToldTo.Clear(); // a site that makes up addresses, or a thousand feeds: they may ask for it anew

        // Of two answers that came together, the one that asks for more counts.
        if (rest.ToldTo.Add(url) && rest.Until < now + length)
            rest.Until = now + length;
    }

    private sealed class Rest
    {
        /// <summary>By <see cref="SteadyTime"/>.</summary>
        public DateTimeOffset Until { get; set; }

        /// <summary>The addresses that were answered so, and not otherwise since.</summary>
        public HashSet<Uri> ToldTo { get; } = [];
    }
}
