using Bot.Cards;
using Bot.Delivery;
using Bot.Storage;
using News.Alerts;

namespace Bot.Terminal;

/// <summary>Alerts on standard output.</summary>
public sealed class TerminalAlertChannel(TerminalScreen screen) : IAlertChannel
{
    public string Platform => ChannelAddress.Terminal.Platform;

    public Task<DeliveryOutcome> DeliverAsync(OutboxEntry entry, CancellationToken stoppingToken)
    {
        screen.Show(AlertCard.Of(entry.Alert, entry.Key));
        return Task.FromResult<DeliveryOutcome>(new DeliveryOutcome.Sent(MessageId: null));
    }
}
