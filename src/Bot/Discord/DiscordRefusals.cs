namespace Bot.Discord;

/// <summary>Discord's numbers for what is wrong, in sentences that say what to do.</summary>
internal static class DiscordRefusals
{
    public const int UnknownChannel = 10003;
    public const int UnknownMessage = 10008;
    public const int MissingAccess = 50001;
    public const int MissingPermissions = 50013;
    public const int ThreadIsArchived = 50083;
    public const int ThreadIsThere = 160004;
    public const int ThreadIsLocked = 160005;

    private const int NoMessagesHere = 50008;

    /// <summary>
    /// Why an answer says nothing of the channel: it isn't Discord's, or the token is wrong, which is mended while the
    /// message is still wanted. Null for Discord's own no.
    /// </summary>
    public static string? Elsewhere(RestOutcome.Refused refused) => refused is { FromDiscord: false } or { Status: 401 }
        ? $"something answered {refused.Status} in Discord's place, or the token is wrong"
        : null;

    /// <summary>Why a post to a channel was refused.</summary>
    public static string ToPost(string channel, RestOutcome.Refused refused) => refused switch
    {
        { Code: UnknownChannel } or { Status: 404 } =>
            $"Discord has no channel {channel}: it was deleted or its number is mistyped. Correct the watchlist's channels.",
        { Code: MissingAccess } =>
            $"The bot can't see channel {channel}: invite it to the server, and give it View Channel there.",
        { Code: MissingPermissions } or { Status: 403 } =>
            $"The bot may not post in channel {channel}: give it View Channel, Send Messages (in threads: Send Messages in Threads) "
            + $"and Embed Links there. Discord says: {refused.Message}",
        { Code: NoMessagesHere } =>
            $"Channel {channel} takes no messages of this kind: choose a text or announcement channel, or a thread.",
        { Status: 400 } => $"Discord did not take the message: {refused.Message}",
        _ => $"Discord refused with {refused.Status} (code {refused.Code}): {refused.Message}",
    };

    /// <summary>Whether nothing can be posted in the channel: it is gone, or the bot may not.</summary>
    public static bool IsClosed(RestOutcome.Refused refused) => refused.Code is UnknownChannel or MissingAccess or MissingPermissions;

    /// <summary>Why a message that stood in a channel can't be edited or replied to any more; null where it can, or where that is not known.</summary>
    public static string? IsGone(RestOutcome.Refused refused) => refused.Code switch
    {
        UnknownMessage => "the message was deleted",
        _ => null,
    };
}
