using Bot.Storage;

namespace Bot.Delivery;

/// <summary>A platform that alerts and notices are posted to. Pacing within the platform's limits is its own affair.</summary>
public interface IAlertChannel
{
    /// <summary>The platform of the <see cref="News.Alerts.ChannelAddress"/>es that it serves: "discord".</summary>
    string Platform { get; }

    /// <summary>
    /// Does what an entry's <see cref="OutboxEntry.Act"/> asks for. Posts and replies are made once: where an earlier attempt
    /// may have arrived (<see cref="OutboxEntry.FirstTriedAt"/> is set), it looks before it posts again. Throws only for
    /// surprises; every answer of the platform is an outcome.
    /// </summary>
    Task<DeliveryOutcome> DeliverAsync(OutboxEntry entry, CancellationToken stoppingToken);
}

/// <summary>What became of an attempt to post, to edit or to reply.</summary>
public abstract record DeliveryOutcome
{
    private DeliveryOutcome()
    {
    }

    /// <summary>It stands in the channel.</summary>
    /// <param name="MessageId">The platform's number for the message, by which it can be edited; null where it has none.</param>
    public sealed record Sent(string? MessageId) : DeliveryOutcome;

    /// <summary>Not now: a limit, an outage, a lost answer.</summary>
    /// <param name="After">How long the platform asks to wait; null where it doesn't say.</param>
    public sealed record TryLater(string Reason, TimeSpan? After = null) : DeliveryOutcome;

    /// <summary>Never as things are: the channel is gone, the permission is missing. Names what to do.</summary>
    public sealed record Refused(string Reason) : DeliveryOutcome
    {
        /// <summary>It is so for every message: the channel is gone, or the bot may not write there.</summary>
        public bool ChannelIsClosed { get; init; }
    }

    /// <summary>
    /// The message that was to be edited or replied to is not there any more, or nobody may write under it. Somebody wanted
    /// that: it is not posted again.
    /// </summary>
    public sealed record Gone(string Reason) : DeliveryOutcome
    {
        /// <summary>The message stands, and nothing can be said in its thread: somebody deleted or locked that.</summary>
        public bool ThreadAlone { get; init; }
    }
}
