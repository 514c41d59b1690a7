using System.Collections.Immutable;
using System.Globalization;
using Bot.Cards;
using Bot.Delivery;
using Bot.Storage;
using Microsoft.Extensions.Logging;

namespace Bot.Slack;

/// <summary>
/// Posts alerts and notices to Slack's channels, edits them, and says in their threads what changed. Slack has no key that
/// makes a post once-only, so that each message carries its key in the outbox as metadata; where an earlier post may have
/// arrived, the channel or the thread is searched for it.
/// </summary>
internal sealed partial class SlackAlertChannel(SlackWebApi slack, ILogger<SlackAlertChannel> logger) : IAlertChannel
{
    private const string AlertEvent = "news_alert";
    private const string NoticeEvent = "news_notice";
    private const string ChangeEvent = "news_change";
    private const string DigestEvent = "news_digest";
    private const string MetadataKey = "key";

    /// <summary>How far Slack's clock may be behind ours. A channel is read from its newest message backwards, so that this only says where to stop.</summary>
    private static readonly TimeSpan ClockSlack = TimeSpan.FromDays(1);
    private static readonly TimeSpan TeamLimit = TimeSpan.FromMinutes(10);

    /// <summary>A wrong token is the operator's to mend, and nothing is lost while that takes.</summary>
    private static readonly TimeSpan TokenMended = TimeSpan.FromMinutes(10);

    /// <summary>Pages of <see cref="PageSize"/>: a channel with more talk since the first attempt is posted to, at the risk of repeating ourselves.</summary>
    private const int MostPages = 10;
    private const int PageSize = 200;
    private const int MostRemembered = 10_000;

    /// <summary>The messages whose every attempt so far Slack refused for certain: nothing of them can be in the channel.</summary>
    private readonly HashSet<string> _neverArrived = new(StringComparer.Ordinal);
    private readonly Lock _lock = new();

    public string Platform => "slack";

    public Task<DeliveryOutcome> DeliverAsync(OutboxEntry entry, CancellationToken stoppingToken) => entry.Act switch
    {
        OutboxAct.Post => PostAsync(entry, thread: null, stoppingToken),
        OutboxAct.Edit edit => EditAsync(entry, edit.MessageId, stoppingToken),
        OutboxAct.Reply reply => PostAsync(entry, reply.MessageId, stoppingToken),
        _ => throw new InvalidOperationException($"Nobody does a {entry.Act.GetType().Name}."),
    };

    /// <param name="thread">The message that it is a reply to; null for a message of the channel's own.</param>
    private async Task<DeliveryOutcome> PostAsync(OutboxEntry entry, string? thread, CancellationToken stoppingToken)
    {
        var certain = entry.FirstTriedAt is null || IsNeverArrived(entry.Key);
        if (!certain)
        {
            switch (await LookAsync(entry, thread, entry.FirstTriedAt!.Value, stoppingToken))
            {
                case Sighting.Found found:
                    LogFound(entry.Id.Value, entry.Channel.Id);
                    return new DeliveryOutcome.Sent(found.Timestamp);
                case Sighting.AskLater later:
                    return later.Outcome;
                case Sighting.Absent:
                    certain = true;
                    break;
                case Sighting.Unknown unknown:
                    LogUnknown(entry.Id.Value, entry.Channel.Id, unknown.Reason);
                    break;
            }
        }

        Remember(entry.Key, neverArrived: false);
        var reply = await slack.PostAsync(Message(entry) with { ThreadTs = thread }, stoppingToken);
        Remember(entry.Key, neverArrived: certain && reply is SlackReply.Limited or SlackReply.Failed);
        return Outcome(reply, failed => thread is not null && SlackRefusals.IsGone(failed) is { } gone
            ? new DeliveryOutcome.Gone(gone) { ThreadAlone = failed.Error == SlackRefusals.ThreadIsLocked }
            : new DeliveryOutcome.Refused(SlackRefusals.ToPost(entry.Channel.Id, failed)) { ChannelIsClosed = SlackRefusals.IsClosed(failed) });
    }

    /// <summary>Edited twice, a message says the same: an answer that was lost needs no look.</summary>
    private async Task<DeliveryOutcome> EditAsync(OutboxEntry entry, string message, CancellationToken stoppingToken)
    {
        var drawn = Message(entry);
        var reply = await slack.UpdateAsync(
            new UpdateMessage { Channel = drawn.Channel, Ts = message, Text = drawn.Text, Blocks = drawn.Blocks, Metadata = drawn.Metadata }, stoppingToken);
        return Outcome(reply, failed => SlackRefusals.IsGone(failed) is { } gone
            ? new DeliveryOutcome.Gone(gone)
            : new DeliveryOutcome.Refused(SlackRefusals.ToEdit(failed)));
    }

    /// <param name="refused">What a no means that is neither of the moment nor of the token.</param>
    private static DeliveryOutcome Outcome(SlackReply reply, Func<SlackReply.Failed, DeliveryOutcome> refused) => reply switch
    {
        SlackReply.Ok ok => new DeliveryOutcome.Sent(ok.Body.TextOf("ts")),
        SlackReply.Limited limited => new DeliveryOutcome.TryLater("Slack asks to wait", limited.After),
        SlackReply.Lost lost => new DeliveryOutcome.TryLater(lost.Reason),
        SlackReply.Failed { Error: "update_failed" } => new DeliveryOutcome.TryLater("Slack could not edit the message just now"),
        SlackReply.Failed { Error: "message_limit_exceeded" } =>
            new DeliveryOutcome.TryLater("the workspace sends more messages than Slack allows it", TeamLimit),
        SlackReply.Failed { Error: "team_added_to_org" or "org_login_required" } moving =>
            new DeliveryOutcome.TryLater($"Slack is moving the workspace ({moving.Error})", TeamLimit),
        SlackReply.Failed failed when SlackRefusals.Token(failed, "Slack:BotToken") is { } token => new DeliveryOutcome.TryLater(token, TokenMended),
        SlackReply.Failed failed => refused(failed),
        _ => throw new InvalidOperationException($"{reply.GetType().Name} is no known answer."),
    };

    private static PostMessage Message(OutboxEntry entry) => entry.Message switch
    {
        OutboxMessage.OfAlert(var alert) => Message(entry, AlertEvent, AlertCard.Of(alert, entry.Key)),
        OutboxMessage.OfNotice(var notice, _) =>
            Message(entry, NoticeEvent, SlackText.Line(NoticeSign.PlainText(notice)), [SlackDrawing.Notice(notice)]),
        OutboxMessage.OfChange(var change, _) => Message(entry, ChangeEvent, ChangeCard.Of(change)),
        OutboxMessage.OfDigest(var backlog) => Message(entry, DigestEvent, DigestCard.Of(backlog)),
        _ => throw new InvalidOperationException($"Nobody draws a {entry.Message.GetType().Name}."),
    };

    private static PostMessage Message(OutboxEntry entry, string metadataEvent, Card card) =>
        Message(entry, metadataEvent, SlackDrawing.PlainText(card), SlackDrawing.Draw(card).Blocks);

    private static PostMessage Message(OutboxEntry entry, string metadataEvent, string text, ImmutableArray<SlackBlock> blocks) => new()
    {
        Channel = entry.Channel.Id,
        Text = SlackAnswer.TextOr(text),
        Blocks = blocks,
        Metadata = new SlackMetadata(metadataEvent, ImmutableDictionary<string, string>.Empty.Add(MetadataKey, entry.Key)),
    };

    private async Task<Sighting> LookAsync(OutboxEntry entry, string? thread, DateTimeOffset firstTriedAt, CancellationToken stoppingToken)
    {
        var oldest = (firstTriedAt - ClockSlack).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        var cursor = "";
        for (var page = 0; page < MostPages; page++)
        {
            var arguments = new Dictionary<string, string>
            {
                ["channel"] = entry.Channel.Id,
                ["oldest"] = oldest,
                ["inclusive"] = "true",
                ["include_all_metadata"] = "true",
                ["limit"] = PageSize.ToString(CultureInfo.InvariantCulture),
            };
            if (cursor.Length > 0)
                arguments["cursor"] = cursor;
            if (thread is not null)
                arguments["ts"] = thread;

            switch (await slack.AskAsync(thread is null ? SlackWebApi.History : SlackWebApi.Replies, arguments, stoppingToken))
            {
                case SlackReply.Limited limited:
                    return new Sighting.AskLater(new("Slack asks to wait before its history is read again", limited.After));
                case SlackReply.Lost lost:
                    return new Sighting.AskLater(new(lost.Reason));
                // It stands in no thread, since there is none: posting tells whether there can be one.
                case SlackReply.Failed { Error: "thread_not_found" }:
                    return new Sighting.Absent();
                case SlackReply.Failed failed:
                    return new Sighting.Unknown(SlackRefusals.Token(failed, "Slack:BotToken") ?? failed.Error);
                case SlackReply.Ok ok:
                    foreach (var message in ok.Body.ItemsOf("messages"))
                    {
                        var metadata = message.PartOf("metadata");
                        if (metadata.TextOf("event_type") is AlertEvent or NoticeEvent or ChangeEvent or DigestEvent
                            && metadata.PartOf("event_payload").TextOf(MetadataKey) == entry.Key)
                            return new Sighting.Found(message.TextOf("ts"));
                    }

                    cursor = ok.Body.PartOf("response_metadata").TextOf("next_cursor") ?? "";
                    if (cursor.Length == 0)
                        return new Sighting.Absent();
                    break;
            }
        }

        return new Sighting.Unknown($"more than {MostPages * PageSize} messages came since");
    }

    private bool IsNeverArrived(string key)
    {
        lock (_lock)
            return _neverArrived.Contains(key);
    }

    private void Remember(string key, bool neverArrived)
    {
        lock (_lock)
        {
            if (!neverArrived)
                _neverArrived.Remove(key);
            else if (_neverArrived.Count < MostRemembered)
                _neverArrived.Add(key);
        }
    }

    /// <summary>What the channel's history says of a message.</summary>
    private abstract record Sighting
    {
        private Sighting()
        {
        }

        public sealed record Found(string? Timestamp) : Sighting;

        public sealed record Absent : Sighting;

        /// <summary>The history can't be read: better said twice than not at all.</summary>
        public sealed record Unknown(string Reason) : Sighting;

        public sealed record AskLater(DeliveryOutcome.TryLater Outcome) : Sighting;
    }

    [LoggerMessage(LogLevel.Information, "Message {Entry} already stands in Slack's channel {Channel}: an earlier attempt had arrived.")]
    private partial void LogFound(long entry, string channel);

    [LoggerMessage(LogLevel.Warning, "Whether message {Entry} already stands in Slack's channel {Channel} can't be seen, it is posted again: {Reason}")]
    private partial void LogUnknown(long entry, string channel, string reason);
}
