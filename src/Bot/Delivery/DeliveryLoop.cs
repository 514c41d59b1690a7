using System.Collections.Concurrent;
using Bot.Storage;
using News.Alerts;

namespace Bot.Delivery;

/// <summary>
/// Takes alerts and notices from the outbox to their channels: in order within a channel, side by side over channels.
/// A message that has to wait holds up its own channel only; one that is refused is parked and holds up nothing.
/// </summary>
public sealed partial class DeliveryLoop(
    OutboxStore outbox, IEnumerable<IAlertChannel> channels, TimeProvider time, ILogger<DeliveryLoop> logger) : BackgroundService
{
    private static readonly TimeSpan ShortestPause = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan AfterTrouble = TimeSpan.FromSeconds(5);

    /// <summary>How many attempts a message gets that ends in an exception: some ten minutes' worth.</summary>
    private const int MostSurprises = 10;

    private readonly Dictionary<string, IAlertChannel> _platforms = channels.ToDictionary(channel => channel.Platform, StringComparer.Ordinal);
    private readonly ConcurrentDictionary<ChannelAddress, Task> _busy = new();

    /// <summary>Delivers what is due, and what becomes due within a time; what waits longer goes out in a later run.</summary>
    /// <returns>When the first of those is due; null where none waits.</returns>
    public async Task<DateTimeOffset?> DrainAsync(TimeSpan atMost, CancellationToken stoppingToken)
    {
        var end = time.GetUtcNow() + atMost;
        while (await outbox.NextDueAsync(stoppingToken) is { } next && next <= end)
        {
            var pause = next - time.GetUtcNow();
            if (pause > TimeSpan.Zero)
                await Task.Delay(pause, time, stoppingToken);
            foreach (var entry in await outbox.DueAsync(time.GetUtcNow(), stoppingToken))
                await DeliverAsync(entry, stoppingToken);
        }

        return await outbox.NextDueAsync(stoppingToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            var pause = AfterTrouble;
            try
            {
                foreach (var entry in await outbox.DueAsync(time.GetUtcNow(), stoppingToken))
                    StartUnlessBusy(entry, stoppingToken);
                pause = await PauseAsync(stoppingToken);
            }
            catch (Exception surprise) when (!stoppingToken.IsCancellationRequested)
            {
                if (!outbox.Health.Note(surprise))
                    LogNoOutbox(surprise);
            }

            await outbox.Work.WaitAsync(pause, time, stoppingToken);
        }
    }

    /// <summary>What is in flight when the bot stops gets its receipt written, if it comes in time.</summary>
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        await Task.WhenAll(_busy.Values).WaitAsync(cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    private async Task<TimeSpan> PauseAsync(CancellationToken stoppingToken)
    {
        if (await outbox.NextDueAsync(stoppingToken) is not { } next)
            return LongestPause;

        // What is due already is in flight, or became due a moment ago.
        var pause = next - time.GetUtcNow();
        return pause < ShortestPause ? ShortestPause : pause > LongestPause ? LongestPause : pause;
    }

    private void StartUnlessBusy(OutboxEntry entry, CancellationToken stoppingToken)
    {
        if (_busy.ContainsKey(entry.Channel))
            return;

        var done = new TaskCompletionSource();
        _busy[entry.Channel] = done.Task;
        _ = Task.Run(() => RunAsync(entry, done, stoppingToken), CancellationToken.None);
    }

    private async Task RunAsync(OutboxEntry entry, TaskCompletionSource done, CancellationToken stoppingToken)
    {
        try
        {
            await DeliverAsync(entry, stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            LogInterrupted(entry.Channel, entry.Message.Headline);
        }
        catch (Exception surprise)
        {
            // The receipt could not be written. The row still waits, and the platform is asked before it is posted again.
            if (!outbox.Health.Note(surprise))
                LogNoOutbox(surprise);
            await Task.Delay(AfterTrouble, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        _busy.TryRemove(entry.Channel, out _);
        done.SetResult();
        outbox.Work.Beat();
    }

    private async Task DeliverAsync(OutboxEntry entry, CancellationToken stoppingToken)
    {
        // An entry that was read just before its attempt ended is stale, and posting it would be posting it twice.
        if (await outbox.MarkTriedAsync(entry, time.GetUtcNow(), stoppingToken))
            await SettleAsync(entry, await AttemptAsync(entry, stoppingToken));
    }

    private async Task<DeliveryOutcome> AttemptAsync(OutboxEntry entry, CancellationToken stoppingToken)
    {
        try
        {
            return _platforms.TryGetValue(entry.Channel.Platform, out var platform)
                ? await platform.DeliverAsync(entry, stoppingToken)
                : new DeliveryOutcome.TryLater($"{entry.Channel.Platform} is not connected: set its token in appsettings.json", TimeSpan.FromMinutes(10));
        }
        catch (Exception surprise) when (!stoppingToken.IsCancellationRequested)
        {
            // A message that can't be drawn today can't be drawn tomorrow, and those behind it wait.
            LogSurprise(surprise, entry.Channel);
            return entry.Attempts + 1 < MostSurprises
                ? new DeliveryOutcome.TryLater($"something unexpected ({surprise.GetType().Name}); the log has more")
                : new DeliveryOutcome.Refused($"something unexpected, again and again ({surprise.GetType().Name}); the log has more");
        }
    }

    /// <summary>A receipt is written even while the bot stops: a lost one would be a second look into the channel.</summary>
    private async Task SettleAsync(OutboxEntry entry, DeliveryOutcome outcome)
    {
        var now = time.GetUtcNow();
        switch (outcome)
        {
            case DeliveryOutcome.Sent sent:
                await outbox.MarkSentAsync(entry.Id, sent.MessageId, now, CancellationToken.None);
                if (sent.MessageId is not null)
                    LogSent(entry.Channel, entry.Message.Headline);
                break;
            case DeliveryOutcome.TryLater later:
                var due = now + (later.After ?? RetryPause.After(entry.Attempts + 1, Random.Shared.NextDouble()));
                await outbox.PostponeAsync(entry.Id, due, later.Reason, CancellationToken.None);
                LogPostponed(entry.Channel, due, later.Reason);
                break;
            case DeliveryOutcome.Refused refused:
                await outbox.ParkAsync(entry.Id, refused.Reason, now, CancellationToken.None);
                LogParked(entry.Channel, entry.Message.Headline, refused.Reason);
                break;
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Posted to {Channel}: {Headline}")]
    private partial void LogSent(ChannelAddress channel, string headline);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Posting to {Channel} waits until {Due:u}: {Reason}")]
    private partial void LogPostponed(ChannelAddress channel, DateTimeOffset due, string reason);

    [LoggerMessage(Level = LogLevel.Error, Message = "Posting to {Channel} was refused for good and is parked, see /status: {Headline}: {Reason}")]
    private partial void LogParked(ChannelAddress channel, string headline, string reason);

    [LoggerMessage(Level = LogLevel.Information, Message = "Posting to {Channel} was interrupted by the stop and goes on at the next start: {Headline}")]
    private partial void LogInterrupted(ChannelAddress channel, string headline);

    [LoggerMessage(Level = LogLevel.Error, Message = "The outbox can't be read or written; it is tried again in a few seconds.")]
    private partial void LogNoOutbox(Exception surprise);

    [LoggerMessage(Level = LogLevel.Error, Message = "Posting to {Channel} failed in a way that nobody foresaw; it is tried again.")]
    private partial void LogSurprise(Exception surprise, ChannelAddress channel);
}
