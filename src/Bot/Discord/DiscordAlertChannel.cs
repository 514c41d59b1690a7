using System.Globalization;
using System.Net.Http;
using System.Text.Json;
using Bot.Delivery;
using Bot.Storage;
using Microsoft.Extensions.Logging;

namespace Bot.Discord;

/// <summary>Posts alerts and notices into Discord's channels, each once.</summary>
internal sealed partial class DiscordAlertChannel(DiscordRest rest, TimeProvider time, ILogger<DiscordAlertChannel> logger)
    : IAlertChannel
{
    /// <summary>How long one attempt may wait for a channel's limit; after that other channels come first.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    /// <summary>Discord remembers a nonce for "the past few minutes"; beyond this, only the channel's history tells.</summary>
    private static readonly TimeSpan NonceIsSure = TimeSpan.FromMinutes(2);

    /// <summary>How far the clocks here and there may differ.</summary>
    private static readonly TimeSpan ClockSkew = TimeSpan.FromMinutes(5);

    private const int MostPages = 10;
    private const int PageSize = 100;
    private const long DiscordEpoch = 1_420_070_400_000;

    public string Platform => "discord";

    public async Task<DeliveryOutcome> DeliverAsync(OutboxEntry entry, CancellationToken stoppingToken)
    {
        var drawn = MessageDrawing.Of(entry);
        if (entry.FirstTriedAt is { } firstTried && time.GetUtcNow() - firstTried > NonceIsSure
            && await FindAsync(entry, drawn, firstTried, stoppingToken) is { } found)
        {
            return found;
        }

        var outcome = await rest.SendAsync(
            DiscordRoute.PostMessage(entry.Channel.Id), drawn, Patience, stoppingToken);
        return outcome switch
        {
            RestOutcome.Done done => new DeliveryOutcome.Sent(done.Body.Text("id")),
            RestOutcome.Limited limited => new DeliveryOutcome.TryLater("Discord's rate limit", limited.After),
            RestOutcome.Lost lost => new DeliveryOutcome.TryLater(lost.Reason),
            RestOutcome.Withheld withheld => new DeliveryOutcome.TryLater(withheld.Reason, withheld.After),
            RestOutcome.Refused refused => Refuse(entry.Channel.Id, refused),
            _ => throw new InvalidOperationException($"Unknown outcome {outcome.GetType().Name}."),
        };
    }

    /// <summary>Looks for the message in the channel: an alert by the key that its buttons carry, a notice by what it says.</summary>
    /// <returns>Null: it does not stand there, or the history can't be read, so that posting is the better risk.</returns>
    private async Task<DeliveryOutcome?> FindAsync(
        OutboxEntry entry, DiscordMessage drawn, DateTimeOffset firstTried, CancellationToken stoppingToken)
    {
        var after = NumberAt(firstTried - ClockSkew);
        for (var page = 0; page < MostPages; page++)
        {
            var outcome = await rest.SendAsync(
                DiscordRoute.MessagesAfter(entry.Channel.Id, after), null, Patience, stoppingToken);
            switch (outcome)
            {
                case RestOutcome.Done { Body.ValueKind: JsonValueKind.Array } done:
                    var messages = done.Body.EnumerateArray().ToList();
                    if (messages.Find(IsOurs) is { ValueKind: JsonValueKind.Object } ours)
                        return new DeliveryOutcome.Sent(ours.Text("id"));
                    var newest = messages.Select(Number).DefaultIfEmpty().Max();
                    if (messages.Count < PageSize || newest <= after)
                        return null;
                    after = newest;
                    break;
                case RestOutcome.Refused refused:
                    LogHistoryUnread(entry.Channel.Id, refused.Status, refused.Code);
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

        bool IsOurs(JsonElement message) => entry.Message is OutboxMessage.OfNotice
            ? NoticeDrawing.IsShownBy(message, drawn)
            : Carries(message, entry.Key);
    }

    /// <summary>A button's id is "why:KEY".</summary>
    private static bool Carries(JsonElement message, string key) =>
        message.Items("components").SelectMany(row => row.Items("components"))
            .Any(button => button.Text("custom_id") is { } id && id.EndsWith(":" + key, StringComparison.Ordinal));

    /// <summary>The lowest number that a message of that instant can have.</summary>
    private static ulong NumberAt(DateTimeOffset at) => (ulong)Math.Max(0, at.ToUnixTimeMilliseconds() - DiscordEpoch) << 22;

    private static ulong Number(JsonElement message) =>
        ulong.TryParse(message.Text("id"), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;

    private DeliveryOutcome Refuse(string channel, RestOutcome.Refused refused)
    {
        LogRefused(channel, refused.Status, refused.Code, refused.Message);
        return refused switch
        {
            // An answer that isn't Discord's says nothing of the channel; a wrong token is mended and the message still wanted.
            { FromDiscord: false } or { Status: 401 } =>
                new DeliveryOutcome.TryLater($"something answered {refused.Status} in Discord's place, or the token is wrong", TimeSpan.FromMinutes(10)),
            { Code: 10003 } or { Status: 404 } => new DeliveryOutcome.Refused(
                $"Discord has no channel {channel}: it was deleted or its number is mistyped. Correct the watchlist's channels."),
            { Code: 50001 } => new DeliveryOutcome.Refused(
                $"The bot can't see channel {channel}: invite it to the server, and give it View Channel there."),
            { Code: 50013 } or { Status: 403 } => new DeliveryOutcome.Refused(
                $"The bot may not post in channel {channel}: give it View Channel, Send Messages (in threads: Send Messages in Threads) "
                + $"and Embed Links there. Discord says: {refused.Message}"),
            { Code: 50008 } => new DeliveryOutcome.Refused(
                $"Channel {channel} takes no messages of this kind: choose a text or announcement channel, or a thread."),
            { Status: 400 } => new DeliveryOutcome.Refused($"Discord did not take the message: {refused.Message}"),
            _ => new DeliveryOutcome.Refused($"Discord refused with {refused.Status} (code {refused.Code}): {refused.Message}"),
        };
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Discord refused a message for channel {Channel} with {Status}, code {Code}: {Message}")]
    private partial void LogRefused(string channel, int status, int code, string message);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Discord: the history of channel {Channel} can't be read ({Status}, code {Code}), "
        + "so a message that may have arrived is posted again. Give the bot Read Message History there")]
    private partial void LogHistoryUnread(string channel, int status, int code);
}
