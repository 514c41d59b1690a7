using System.Globalization;
using System.Net.Http;
using System.Text.Json;
using Bot.Delivery;
using Bot.Storage;
using Microsoft.Extensions.Logging;

namespace Bot.Discord;

/// <summary>Posts alerts and notices into Discord's channels, each once, edits them, and says in their threads what changed.</summary>
internal sealed partial class DiscordAlertChannel(DiscordRest rest, TimeProvider time, ILogger<DiscordAlertChannel> logger)
    : IAlertChannel
{
    /// <summary>How long one attempt may wait for a channel's limit; after that other channels come first.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    /// <summary>Discord remembers a nonce for "the past few minutes"; beyond this, only the channel's history tells.</summary>
    private static readonly TimeSpan NonceIsSure = TimeSpan.FromMinutes(2);

    /// <summary>
    /// By how much our clock may be ahead of Discord's. A channel is read from its newest message backwards, so that this only
    /// says where to stop.
    /// </summary>
    private static readonly TimeSpan ClockSkew = TimeSpan.FromDays(1);

    /// <summary>A wrong token is the operator's to mend, and nothing is lost while that takes.</summary>
    private static readonly TimeSpan TokenMended = TimeSpan.FromMinutes(10);

    /// <summary>Of a hundred messages: a channel with more talk since the first attempt is posted to, at the risk of repeating ourselves.</summary>
    private const int MostPages = 20;
    private const int PageSize = 100;
    private const long DiscordEpoch = 1_420_070_400_000;

    public string Platform => "discord";

    public Task<DeliveryOutcome> DeliverAsync(OutboxEntry entry, CancellationToken stoppingToken) => entry.Act switch
    {
        OutboxAct.Post => PostAsync(entry, stoppingToken),
        OutboxAct.Edit edit => EditAsync(entry, edit.MessageId, stoppingToken),
        OutboxAct.Reply reply => ReplyAsync(entry, reply.MessageId, stoppingToken),
        _ => throw new InvalidOperationException($"Nobody does a {entry.Act.GetType().Name}."),
    };

    private async Task<DeliveryOutcome> PostAsync(OutboxEntry entry, CancellationToken stoppingToken)
    {
        var drawn = MessageDrawing.Of(entry);
        if (await FindAsync(entry, drawn, entry.Channel.Id, stoppingToken) is { } found)
            return found;

        var outcome = await SendAsync(DiscordRoute.PostMessage(entry.Channel.Id), drawn, stoppingToken);
        return outcome is RestOutcome.Refused refused
            ? ToPost(entry, refused)
            : Sent(outcome);
    }

    private static DeliveryOutcome.Refused ToPost(OutboxEntry entry, RestOutcome.Refused refused) =>
        new(DiscordRefusals.ToPost(entry.Channel.Id, refused)) { ChannelIsClosed = DiscordRefusals.IsClosed(refused) };

    /// <summary>Edited twice, a message says the same: an answer that was lost needs no look.</summary>
    private async Task<DeliveryOutcome> EditAsync(OutboxEntry entry, string message, CancellationToken stoppingToken)
    {
        var outcome = await SendAsync(DiscordRoute.EditMessage(entry.Channel.Id, message), MessageDrawing.Of(entry), stoppingToken);
        return outcome is not RestOutcome.Refused refused ? Sent(outcome)
            : DiscordRefusals.IsGone(refused) is { } gone ? new DeliveryOutcome.Gone(gone)
            : new DeliveryOutcome.Refused($"Discord did not take the edit, with {refused.Status} (code {refused.Code}): {refused.Message}");
    }

    /// <summary>
    /// Says it in the thread of the message, which is started where there is none. Where there can't be one (the channel is
    /// a thread itself, or the bot may start none or not write in it), it answers the message in its channel.
    /// </summary>
    private async Task<DeliveryOutcome> ReplyAsync(OutboxEntry entry, string message, CancellationToken stoppingToken)
    {
        // Discord gives a thread the number of the message that it was started from.
        var drawn = MessageDrawing.Of(entry);
        if (await FindAsync(entry, drawn, message, stoppingToken) is { } inThread)
            return inThread;
        if (await FindAsync(entry, drawn, entry.Channel.Id, stoppingToken) is { } inChannel)
            return inChannel;

        var started = await SendAsync(DiscordRoute.StartThread(entry.Channel.Id, message), MessageDrawing.Thread(entry), stoppingToken);
        switch (started)
        {
            case RestOutcome.Done done when done.Body.Text("id") is not null:
            case RestOutcome.Refused { Code: DiscordRefusals.ThreadIsThere }:
                break;
            case RestOutcome.Refused { Code: DiscordRefusals.UnknownChannel } refused:
                return ToPost(entry, refused);
            case RestOutcome.Refused refused when DiscordRefusals.IsGone(refused) is { } gone:
                return new DeliveryOutcome.Gone(gone);
            case RestOutcome.Refused:
                return await AnswerAsync(entry, message, drawn, stoppingToken);
            default:
                return Sent(started);
        }

        var said = await SendAsync(DiscordRoute.PostMessage(message), drawn, stoppingToken);
        return said switch
        {
            RestOutcome.Refused { Code: DiscordRefusals.UnknownChannel } => new DeliveryOutcome.Gone("its thread was deleted") { ThreadAlone = true },
            RestOutcome.Refused { Code: DiscordRefusals.ThreadIsLocked or DiscordRefusals.ThreadIsArchived } =>
                new DeliveryOutcome.Gone("its thread is locked") { ThreadAlone = true },
            RestOutcome.Refused => await AnswerAsync(entry, message, drawn, stoppingToken),
            _ => Sent(said),
        };
    }

    private async Task<DeliveryOutcome> AnswerAsync(OutboxEntry entry, string message, DiscordMessage drawn, CancellationToken stoppingToken)
    {
        var answer = drawn with { MessageReference = new MessageReference(message, FailIfNotExists: false) };
        var outcome = await SendAsync(DiscordRoute.PostMessage(entry.Channel.Id), answer, stoppingToken);
        return outcome is not RestOutcome.Refused refused ? Sent(outcome)
            : DiscordRefusals.IsGone(refused) is { } gone ? new DeliveryOutcome.Gone(gone)
            : ToPost(entry, refused);
    }

    /// <summary>A call; what is refused by something else than Discord counts as lost.</summary>
    private async Task<RestOutcome> SendAsync(DiscordRoute route, object body, CancellationToken stoppingToken)
    {
        var outcome = await rest.SendAsync(route, body, Patience, stoppingToken);
        if (outcome is not RestOutcome.Refused refused)
            return outcome;

        if (refused.Code != DiscordRefusals.ThreadIsThere)
            LogRefused(route.Key, route.Major, refused.Status, refused.Code, refused.Message);
        return DiscordRefusals.Elsewhere(refused) is { } reason ? new RestOutcome.Withheld(reason, TokenMended) : refused;
    }

    private static DeliveryOutcome Sent(RestOutcome outcome) => outcome switch
    {
        RestOutcome.Done done when done.Body.Text("id") is { } id => new DeliveryOutcome.Sent(id),
        RestOutcome.Done => new DeliveryOutcome.TryLater("something answered in Discord's place, and not with the message"),
        RestOutcome.Limited limited => new DeliveryOutcome.TryLater("Discord's rate limit", limited.After),
        RestOutcome.Lost lost => new DeliveryOutcome.TryLater(lost.Reason),
        RestOutcome.Withheld withheld => new DeliveryOutcome.TryLater(withheld.Reason, withheld.After),
        _ => throw new InvalidOperationException($"Unknown outcome {outcome.GetType().Name}."),
    };

    /// <summary>
    /// Looks for the message in a channel, where an earlier attempt may have arrived so long ago that its nonce is forgotten:
    /// an alert by the key that its buttons carry, what has no buttons by what it says.
    /// </summary>
    /// <returns>Null: it does not stand there, or the history can't be read, so that posting is the better risk.</returns>
    private async Task<DeliveryOutcome?> FindAsync(OutboxEntry entry, DiscordMessage drawn, string channel, CancellationToken stoppingToken)
    {
        if (entry.FirstTriedAt is not { } firstTried || time.GetUtcNow() - firstTried <= NonceIsSure)
            return null;

        var (before, tooOld) = ((ulong?)null, NumberAt(firstTried - ClockSkew));
        for (var page = 0; page < MostPages; page++)
        {
            var outcome = await rest.SendAsync(DiscordRoute.Messages(channel, before), null, Patience, stoppingToken);
            switch (outcome)
            {
                case RestOutcome.Done { Body.ValueKind: JsonValueKind.Array } done:
                    var messages = done.Body.EnumerateArray().ToList();
                    if (messages.Find(IsOurs) is { ValueKind: JsonValueKind.Object } ours)
                        return new DeliveryOutcome.Sent(ours.Text("id"));
                    var oldest = messages.Select(Number).DefaultIfEmpty().Min();
                    if (messages.Count < PageSize || oldest < tooOld || oldest >= before)
                        return null;
                    before = oldest;
                    break;
                // No thread was started, or somebody deleted the channel: posting tells which.
                case RestOutcome.Refused { Code: DiscordRefusals.UnknownChannel }:
                    return null;
                case RestOutcome.Refused refused:
                    LogHistoryUnread(channel, refused.Status, refused.Code);
                    return null;
                case RestOutcome.Limited limited:
                    return new DeliveryOutcome.TryLater("Discord's rate limit on reading the channel", limited.After);
                case RestOutcome.Withheld withheld:
                    return new DeliveryOutcome.TryLater(withheld.Reason, withheld.After);
                default:
                    return new DeliveryOutcome.TryLater($"could not look whether it stands there: {outcome.Words}");
            }
        }

        return null;

        bool IsOurs(JsonElement message) => entry.Message is OutboxMessage.OfAlert
            ? Carries(message, entry.Key)
            : MessageDrawing.IsShownBy(message, drawn);
    }

    /// <summary>A button's id is "why:KEY".</summary>
    private static bool Carries(JsonElement message, string key) =>
        message.Items("components").SelectMany(row => row.Items("components"))
            .Any(button => button.Text("custom_id") is { } id && id.EndsWith(":" + key, StringComparison.Ordinal));

    /// <summary>The lowest number that a message of that instant can have.</summary>
    private static ulong NumberAt(DateTimeOffset at) => (ulong)Math.Max(0, at.ToUnixTimeMilliseconds() - DiscordEpoch) << 22;

    private static ulong Number(JsonElement message) =>
        ulong.TryParse(message.Text("id"), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;

    [LoggerMessage(Level = LogLevel.Warning, Message = "Discord refused {Route} for channel {Channel} with {Status}, code {Code}: {Message}")]
    private partial void LogRefused(string route, string? channel, int status, int code, string message);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Discord: the history of channel {Channel} can't be read ({Status}, code {Code}), "
        + "so a message that may have arrived is posted again. Give the bot Read Message History there")]
    private partial void LogHistoryUnread(string channel, int status, int code);
}
