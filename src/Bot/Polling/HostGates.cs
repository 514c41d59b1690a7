using System.Runtime.InteropServices;

namespace Bot.Polling;

/// <summary>
/// Lets so many requests through to one host at once, with a pause between the end of one and the start of the next, in
/// the order in which they came; and so many to all hosts together. Who waits at a host's gate takes no place from others.
/// Feeds and articles' pages share the gates and have places each of their own: a poll keeps its place while it waits for
/// its articles' pages, and they would wait for one another.
/// </summary>
/// <remarks>
/// A site on a port of its own is a site of its own; http and https on theirs are one. Gates where nothing happens any
/// more are dropped.
/// </remarks>
internal sealed class HostGates(int perHost, int atOnce, TimeProvider time) : IDisposable
{
    private const int FewGates = 64;

    private readonly Lock _lock = new();
    private readonly Dictionary<(string Host, int Port), Gate> _gates = [];
    private readonly SemaphoreSlim _feedPlaces = new(atOnce);
    private readonly SemaphoreSlim _pagePlaces = new(atOnce);
    private int _sweepAt = FewGates;

    /// <summary>How many hosts have a gate now.</summary>
    public int Count
    {
        get
        {
            lock (_lock)
                return _gates.Count;
        }
    }

    /// <summary>Somebody who goes from gate to gate, at one at a time. Dispose of it when nothing is held any more.</summary>
    public HostVisit Visit(Wanted wanted = Wanted.Feed) => new(this, wanted == Wanted.Page ? _pagePlaces : _feedPlaces);

    public void Dispose()
    {
        _feedPlaces.Dispose();
        _pagePlaces.Dispose();
    }

    public static (string Host, int Port) KeyOf(Uri url) => (HostName.Wire(url), url.IsDefaultPort ? 0 : url.Port);

    internal async ValueTask<Pass> EnterAsync((string Host, int Port) key, CancellationToken cancellationToken)
    {
        Gate gate;
        TaskCompletionSource<int>? turn;
        int slot;
        lock (_lock)
        {
            gate = GateOf(key);
            slot = gate.TryTake(time.GetTimestamp());
            turn = slot < 0 ? gate.Queue(this) : null;
        }

        if (turn is not null)
        {
            await using var giveUp = cancellationToken.UnsafeRegister(
                static (state, token) => ((TaskCompletionSource<int>)state!).TrySetCanceled(token), turn);
            slot = await turn.Task;
        }

        return new Pass(gate, slot);
    }

    internal void Leave(Pass pass, TimeSpan pause)
    {
        lock (_lock)
            pass.Gate.GiveBack(this, pass.Slot, pause);
    }

    private Gate GateOf((string Host, int Port) key)
    {
        if (_gates.Count >= _sweepAt)
        {
            var now = time.GetTimestamp();
            foreach (var (idle, _) in _gates.Where(gate => gate.Value.IsIdle(now)).ToList())
                _gates.Remove(idle);
            _sweepAt = Math.Max(FewGates, 2 * _gates.Count);
        }

        ref var gate = ref CollectionsMarshal.GetValueRefOrAddDefault(_gates, key, out _);
        return gate ??= new Gate(perHost);
    }

    /// <summary>A place at a gate.</summary>
    internal readonly record struct Pass(Gate Gate, int Slot);

    /// <summary>One host. Everything here happens under the lock of the gates.</summary>
    internal sealed class Gate(int perHost)
    {
        private const long Taken = long.MaxValue;

        // When each slot may be taken again.
        private readonly long[] _freeAt = new long[perHost];
        private readonly Queue<TaskCompletionSource<int>> _waiting = new();
        private ITimer? _timer;

        public bool IsIdle(long now) => _waiting.Count == 0 && Array.TrueForAll(_freeAt, at => at <= now);

        /// <summary>A slot, where one is free and nobody has come earlier; −1 otherwise.</summary>
        public int TryTake(long now)
        {
            if (_waiting.Count > 0)
                return -1;
            var slot = Array.FindIndex(_freeAt, at => at <= now);
            if (slot >= 0)
                _freeAt[slot] = Taken;
            return slot;
        }

        public TaskCompletionSource<int> Queue(HostGates gates)
        {
            var turn = new TaskCompletionSource<int>(TaskCreationOptions.RunContinuationsAsynchronously);
            _waiting.Enqueue(turn);
            LetIn(gates);
            return turn;
        }

        public void GiveBack(HostGates gates, int slot, TimeSpan pause)
        {
            var now = gates.Now;
            _freeAt[slot] = pause > TimeSpan.Zero ? now + gates.Ticks(pause) : now;
            LetIn(gates);
        }

        private void LetIn(HostGates gates)
        {
            while (_waiting.TryPeek(out var turn))
            {
                if (turn.Task.IsCompleted)
                {
                    _waiting.Dequeue(); // has given up
                    continue;
                }

                var now = gates.Now;
                var slot = Array.FindIndex(_freeAt, at => at <= now);
                if (slot < 0)
                {
                    WakeAt(gates, _freeAt.Min(), now);
                    return;
                }

                _waiting.Dequeue();
                if (turn.TrySetResult(slot))
                    _freeAt[slot] = Taken;
            }

            _timer?.Dispose();
            _timer = null;
        }

        private void WakeAt(HostGates gates, long at, long now)
        {
            if (at == Taken)
                return;
            var wait = TimeSpan.FromMilliseconds(Math.Max(1, Math.Ceiling(gates.Span(at - now).TotalMilliseconds)));
            _timer ??= gates.Timer(() => LetIn(gates));
            _timer.Change(wait, Timeout.InfiniteTimeSpan);
        }
    }

    private long Now => time.GetTimestamp();

    private long Ticks(TimeSpan span) => (long)(span.TotalSeconds * time.TimestampFrequency);

    private TimeSpan Span(long ticks) => TimeSpan.FromSeconds((double)ticks / time.TimestampFrequency);

    private ITimer Timer(Action then) => time.CreateTimer(
        _ =>
        {
            lock (_lock)
                then();
        }, null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
}

/// <summary>
/// One fetch's way past the gates: at one host at a time, and among those who fetch only while it waits for no host. It
/// keeps its place among those who fetch until it is disposed of: what was fetched has to be digested before more comes.
/// </summary>
internal sealed class HostVisit(HostGates gates, SemaphoreSlim places) : IDisposable
{
    private (string Host, int Port) _host;
    private HostGates.Pass? _pass;
    private bool _hasPlace;

    /// <summary>Waits for a turn at a host; who is there already stays. False where it has not moved.</summary>
    /// <param name="pause">How long the host that is left is let alone.</param>
    public async ValueTask<bool> GoToAsync(Uri url, TimeSpan pause, CancellationToken cancellationToken)
    {
        var host = HostGates.KeyOf(url);
        if (_pass is not null && _host == host)
            return false;

        // What is held is let go before anything else is waited for: two polls that each hold what the other wants
        // would wait for ever.
        LeaveHost(pause);
        LeavePlace();
        _pass = await gates.EnterAsync(host, cancellationToken);
        _host = host;
        await places.WaitAsync(cancellationToken);
        _hasPlace = true;
        return true;
    }

    /// <summary>The host has been asked and has answered: it has its pause, and then the next one's turn comes.</summary>
    public void LeaveHost(TimeSpan pause)
    {
        if (_pass is { } pass)
            gates.Leave(pass, pause);
        _pass = null;
    }

    public void Dispose()
    {
        LeaveHost(TimeSpan.Zero);
        LeavePlace();
    }

    private void LeavePlace()
    {
        if (_hasPlace)
            places.Release();
        _hasPlace = false;
    }
}
