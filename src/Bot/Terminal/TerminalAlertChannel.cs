using Bot.Cards;
using Bot.Delivery;
using Bot.Storage;
using News.Alerts;

namespace Bot.Terminal;

/// <summary>Alerts and notices on standard output, and a line for what changed about one.</summary>
public sealed class TerminalAlertChannel(TerminalScreen screen) : IAlertChannel
{
    public string Platform => ChannelAddress.Terminal.Platform;

    public Task<DeliveryOutcome> DeliverAsync(OutboxEntry entry, CancellationToken stoppingToken)
    {
        switch (entry.Message)
        {
            case OutboxMessage.OfAlert(var alert) when entry.Act is OutboxAct.Edit:
                screen.ShowUpdate(alert);
                break;
            case OutboxMessage.OfAlert(var alert):
                screen.Show(AlertCard.Of(alert, entry.Key));
                break;
            case OutboxMessage.OfChange(var change, var headline):
                screen.Show(change, headline);
                break;
            case OutboxMessage.OfDigest(var backlog):
                screen.Show(DigestCard.Of(backlog));
                break;
            case OutboxMessage.OfNotice(var notice, _):
                screen.Show(notice);
                break;
        }

        return Task.FromResult<DeliveryOutcome>(new DeliveryOutcome.Sent(entry.Key));
    }
}
