using System.Collections.Concurrent;
using Bot.Storage;
using Microsoft.Extensions.Options;
using News.Alerts;

namespace Bot.Delivery;

/// <summary>
/// Takes alerts and notices from the outbox to their channels: in order within a channel, side by side over channels.
/// A message that has to wait holds up its own channel only; one that is refused is parked and holds up nothing. Edits of
/// what stands in a channel go beside its posts and hold up none.
/// </summary>
public sealed partial class DeliveryLoop(
    OutboxStore outbox,
    OutboxDigests digests,
    ClosedChannels closed,
    IEnumerable<IAlertChannel> channels,
    IOptions<DeliveryOptions> options,
    TimeProvider time,
    ILogger<DeliveryLoop> logger) : BackgroundService
{
    private static readonly TimeSpan ShortestPause = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan AfterTrouble = TimeSpan.FromSeconds(5);

    /// <summary>What is in flight when the bot stops has this long to get its answer.</summary>
    private static readonly TimeSpan LongestDrain = TimeSpan.FromSeconds(5);

    /// <summary>How many attempts a message gets that end in an exception: some minutes' worth.</summary>
    private const int MostSurprises = 10;

    private readonly Dictionary<string, IAlertChannel> _platforms = channels.ToDictionary(channel => channel.Platform, StringComparer.Ordinal);
    private readonly ConcurrentDictionary<OutboxId, int> _surprises = new();
    private readonly CancellationTokenSource _callingOff = new();
    private readonly ConcurrentDictionary<(ChannelAddress Channel, bool IsEdit), Task> _busy = new();

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
                    StartUnlessBusy(entry);
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

    /// <summary>
    /// Nothing new goes out. What is in flight gets its answer and its receipt, if that comes in time; else it is called off,
    /// and looked for at the next start before it is posted again.
    /// </summary>
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        await InFlight().WaitAsync(LongestDrain, time, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await _callingOff.CancelAsync();
        await InFlight().WaitAsync(cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);

        Task InFlight() => Task.WhenAll(_busy.Values);
    }

    public override void Dispose()
    {
        _callingOff.Dispose();
        base.Dispose();
    }

    private async Task<TimeSpan> PauseAsync(CancellationToken stoppingToken)
    {
        if (await outbox.NextDueAsync(stoppingToken) is not { } next)
            return LongestPause;

        // What is due already is in flight, or became due a moment ago.
        var pause = next - time.GetUtcNow();
        return pause < ShortestPause ? ShortestPause : pause > LongestPause ? LongestPause : pause;
    }

    private void StartUnlessBusy(OutboxEntry entry)
    {
        if (_busy.ContainsKey(Lane(entry)))
            return;

        var done = new TaskCompletionSource();
        _busy[Lane(entry)] = done.Task;
        _ = Task.Run(() => RunAsync(entry, done, _callingOff.Token), CancellationToken.None);
    }

    private static (ChannelAddress Channel, bool IsEdit) Lane(OutboxEntry entry) => (entry.Channel, entry.Act is OutboxAct.Edit);

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

        _busy.TryRemove(Lane(entry), out _);
        done.SetResult();
        outbox.Work.Beat();
    }

    private async Task DeliverAsync(OutboxEntry entry, CancellationToken stoppingToken)
    {
        var now = time.GetUtcNow();
        if (entry is { Message: OutboxMessage.OfAlert, Act: OutboxAct.Post, FirstTriedAt: null } && await GatherAsync(entry.Channel, now, stoppingToken))
            return;

        // An entry that was read just before its attempt ended is stale, and posting it would be posting it twice.
        if (!await outbox.MarkTriedAsync(entry, now, stoppingToken))
            return;

        var outcome = await AttemptAsync(entry, stoppingToken);
        if (outcome is DeliveryOutcome.Refused { ChannelIsClosed: true } refused && entry.Act is not OutboxAct.Edit)
        {
            await CloseAsync(entry.Channel, refused.Reason);
            return;
        }

        // Before the receipt: whoever sees that it was posted sees that the channel is open.
        if (outcome is DeliveryOutcome.Sent && entry.Act is not OutboxAct.Edit)
            await closed.OpenAsync(entry.Channel, time.GetUtcNow(), CancellationToken.None);
        await SettleAsync(entry, outcome);
    }

    /// <summary>Where too many alerts have waited for a channel too long, they are told in a digest instead.</summary>
    private async Task<bool> GatherAsync(ChannelAddress channel, DateTimeOffset now, CancellationToken stoppingToken)
    {
        var gathered = await digests.GatherAsync(channel, options.Value.DigestOver, now - options.Value.DigestAfter, now, stoppingToken);
        if (gathered > 0)
            LogGathered(gathered, channel);
        return gathered > 0;
    }

    private async Task CloseAsync(ChannelAddress channel, string reason)
    {
        if (await closed.CloseAsync(channel, reason, time.GetUtcNow(), CancellationToken.None))
            LogClosed(channel, reason);
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
            return _surprises.AddOrUpdate(entry.Id, 1, (_, before) => before + 1) < MostSurprises
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
            case DeliveryOutcome.Sent when entry.Act is OutboxAct.Edit(_, var revision):
                await outbox.MarkEditedAsync(entry.Id, revision, now, CancellationToken.None);
                LogDone("Edited in", entry);
                break;
            case DeliveryOutcome.Sent sent:
                await outbox.MarkSentAsync(entry.Id, sent.MessageId, now, CancellationToken.None);
                LogDone(entry.Act is OutboxAct.Reply ? "Said what changed in" : "Posted to", entry);
                break;
            case DeliveryOutcome.Gone { ThreadAlone: true } gone:
                await outbox.DropAsync(entry.Id, gone.Reason, now, CancellationToken.None);
                LogGone(entry.Channel, entry.Message.Headline, gone.Reason);
                break;
            case DeliveryOutcome.Gone gone:
                await outbox.MarkGoneAsync(entry.Id, gone.Reason, now, CancellationToken.None);
                LogGone(entry.Channel, entry.Message.Headline, gone.Reason);
                break;
            case DeliveryOutcome.TryLater later:
                var due = now + (later.After ?? RetryPause.After(entry.Attempts + 1, Random.Shared.NextDouble()));
                await outbox.PostponeAsync(entry.Id, due, later.Reason, CancellationToken.None);
                LogPostponed(entry.Channel, due, later.Reason);
                break;
            case DeliveryOutcome.Refused refused:
                await outbox.ParkAsync(entry.Id, refused.Reason, now, CancellationToken.None);
                if (entry.Act is OutboxAct.Edit)
                    LogEditRefused(entry.Channel, entry.Message.Headline, refused.Reason);
                else
                    LogParked(entry.Channel, entry.Message.Headline, refused.Reason);
                break;
            default:
                throw new InvalidOperationException($"Nobody settles a {outcome.GetType().Name}.");
        }
    }

    /// <summary>What stands in the terminal is seen there.</summary>
    private void LogDone(string what, OutboxEntry entry)
    {
        if (entry.Channel != ChannelAddress.Terminal)
            LogDone(what, entry.Channel, entry.Message.Headline);
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "{What} {Channel}: {Headline}")]
    private partial void LogDone(string what, ChannelAddress channel, string headline);

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Count} alerts have waited too long for {Channel}: they are told there in a digest")]
    private partial void LogGathered(int count, ChannelAddress channel);

    [LoggerMessage(Level = LogLevel.Error, Message = "{Channel} takes nothing, so what is for it waits, for a day; each hour it is tried whether it is open again: {Reason}")]
    private partial void LogClosed(ChannelAddress channel, string reason);

    [LoggerMessage(Level = LogLevel.Information, Message = "A message in {Channel} is left alone, {Reason}: {Headline}")]
    private partial void LogGone(ChannelAddress channel, string headline, string reason);

    [LoggerMessage(Level = LogLevel.Warning, Message = "An edit in {Channel} was refused, and the message stays as it stands: {Headline}: {Reason}")]
    private partial void LogEditRefused(ChannelAddress channel, string headline, string reason);

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
