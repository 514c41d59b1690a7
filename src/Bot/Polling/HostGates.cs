using System.Collections.Concurrent;

namespace Bot.Polling;

/// <summary>So many at once from one host. Who waits at a gate takes no place from other hosts.</summary>
internal sealed class HostGates(int perHost)
{
    // One small object for each host that was ever polled: as many as there are feeds at most.
    private readonly ConcurrentDictionary<string, SemaphoreSlim> _gates = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Waits for a place at the host; disposing of the result gives it back.</summary>
    public async Task<IDisposable> EnterAsync(Uri url, CancellationToken cancellationToken)
    {
        var gate = _gates.GetOrAdd(url.IdnHost, _ => new SemaphoreSlim(perHost));
        await gate.WaitAsync(cancellationToken);
        return new Place(gate);
    }

    private sealed class Place(SemaphoreSlim gate) : IDisposable
    {
        public void Dispose() => gate.Release();
    }
}
