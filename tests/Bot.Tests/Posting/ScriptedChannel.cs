using System.Collections.Immutable;
using Bot.Delivery;
using Bot.Storage;
using Bot.Tests.Fakes;
using Microsoft.Extensions.Time.Testing;

namespace Bot.Tests.Posting;

/// <summary>A platform that does as the test says: posts everything, unless it is told otherwise.</summary>
internal sealed class ScriptedChannel : IAlertChannel
{
    private readonly Lock _lock = new();
    private ImmutableList<OutboxEntry> _seen = [];
    private TaskCompletionSource _changed = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public string Platform => "slack";

    /// <summary>What becomes of an entry; null where it is done.</summary>
    public Func<OutboxEntry, DeliveryOutcome?> Answer { get; set; } = _ => null;

    /// <summary>The same, where the answer takes its time.</summary>
    public Func<OutboxEntry, Task<DeliveryOutcome>>? AnswerLater { get; set; }

    /// <summary>What gets no answer until the attempt is called off.</summary>
    public Func<OutboxEntry, bool> Hangs { get; set; } = _ => false;

    /// <summary>What was tried, in its order.</summary>
    public IReadOnlyList<OutboxEntry> Seen => Volatile.Read(ref _seen);

    public IReadOnlyList<OutboxAct> Acts => [.. Seen.Select(entry => entry.Act)];

    public IReadOnlyList<string> Headlines => [.. Seen.Select(entry => entry.Message.Headline)];

    public async Task<DeliveryOutcome> DeliverAsync(OutboxEntry entry, CancellationToken stoppingToken)
    {
        lock (_lock)
            _seen = _seen.Add(entry);
        Interlocked.Exchange(ref _changed, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)).TrySetResult();
        if (Hangs(entry))
            await Task.Delay(Timeout.InfiniteTimeSpan, stoppingToken);
        if (AnswerLater is { } later)
            return await later(entry);
        return Answer(entry) ?? new DeliveryOutcome.Sent($"message of {entry.Message.Headline}");
    }

    /// <summary>Waits until what was tried is so.</summary>
    public async Task UntilAsync(Func<IReadOnlyList<OutboxAct>, bool> isSo)
    {
        using var limit = new CancellationTokenSource(Patience.ForAnEvent);
        while (true)
        {
            var signal = Volatile.Read(ref _changed).Task;
            if (isSo(Acts))
                return;
            await signal.WaitAsync(limit.Token);
        }
    }
}

internal static class StoppedLoop
{
    /// <summary>Stops the loop while its clock goes on: what is in flight is called off in its time.</summary>
    public static async Task StopAsync(this DeliveryLoop loop, FakeTimeProvider clock)
    {
        using var limit = new CancellationTokenSource(Patience.ForAnEvent);
        var stop = loop.StopAsync(limit.Token);
        while (!stop.IsCompleted)
        {
            clock.Advance(TimeSpan.FromSeconds(1));
            await Task.Delay(1);
        }

        await stop;
        limit.Token.ThrowIfCancellationRequested();
    }
}
