using System.Threading.Channels;

namespace Bot.Storage;

/// <summary>Wakes one loop when there is something new to look at. Pulses that come while it is awake become one.</summary>
public sealed class Pulse
{
    private readonly Channel<bool> _channel = Channel.CreateBounded<bool>(
        new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    public void Beat() => _channel.Writer.TryWrite(true);

    /// <summary>Waits for the next pulse, at most for so long.</summary>
    public async Task WaitAsync(TimeSpan atMost, TimeProvider time, CancellationToken cancellationToken)
    {
        using var alarm = time.CreateTimer(_ => Beat(), null, atMost, Timeout.InfiniteTimeSpan);
        await _channel.Reader.ReadAsync(cancellationToken);
    }
}
