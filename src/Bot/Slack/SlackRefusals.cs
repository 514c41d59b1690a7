namespace Bot.Slack;

/// <summary>Slack's short words for what is wrong, in sentences that say what to do.</summary>
internal static class SlackRefusals
{
    public const string ThreadIsLocked = "restricted_action_thread_locked";

    /// <summary>Why a post to a channel was refused.</summary>
    public static string ToPost(string channel, SlackReply.Failed failed) => failed.Error switch
    {
        "channel_not_found" =>
            $"Slack knows no channel {channel}, or the bot isn't in it. Check the id (channel name → About → Channel ID); in a private channel type /invite @bot.",
        "not_in_channel" => $"The bot isn't in the channel {channel}. Type /invite @bot there.",
        "is_archived" => $"The channel {channel} is archived. Unarchive it, or send the watchlist elsewhere.",
        "restricted_action" or "restricted_action_read_only_channel" or "restricted_action_thread_only_channel" or "restricted_action_non_threadable_channel" =>
            $"The channel {channel} lets only some people post. Allow the bot under channel name → Settings → Posting permissions.",
        "msg_too_long" or "msg_blocks_too_long" or "invalid_blocks" or "invalid_blocks_format" or "no_text" or "metadata_too_large" or "invalid_metadata_format" =>
            $"Slack doesn't take the message as it is drawn ({failed.Error}). That is a fault of the bot: report it with the story's link.",
        _ => Token(failed, "Slack:BotToken") ?? $"Slack refused the message to {channel}: {failed.Error}.",
    };

    /// <summary>Whether nothing can be posted in the channel: it is gone or archived, or the bot may not.</summary>
    public static bool IsClosed(SlackReply.Failed failed) => failed.Error is "channel_not_found" or "not_in_channel" or "is_archived"
        or "restricted_action" or "restricted_action_read_only_channel";

    /// <summary>Why a message that stood in a channel can't be edited or replied to any more; null where it can, or where that is not known.</summary>
    public static string? IsGone(SlackReply.Failed failed) => failed.Error switch
    {
        "message_not_found" or "cant_update_message" or "thread_not_found" or "cannot_reply_to_message" => $"the message was deleted ({failed.Error})",
        ThreadIsLocked => "its thread is locked",
        _ => null,
    };

    /// <summary>Why an edit was refused.</summary>
    public static string ToEdit(SlackReply.Failed failed) => failed.Error switch
    {
        "edit_window_closed" => "the workspace lets nobody edit a message of that age (Settings → Permissions → Message editing)",
        _ => $"Slack refused the edit: {failed.Error}",
    };

    /// <summary>What is wrong with a token; null where it isn't the token.</summary>
    /// <param name="key">The setting that holds it.</param>
    public static string? Token(SlackReply.Failed failed, string key) => failed.Error switch
    {
        "invalid_auth" or "not_authed" or "token_revoked" or "token_expired" or "account_inactive" =>
            $"Slack refuses the token ({failed.Error}). Install the app again at https://api.slack.com/apps and set {key} anew.",
        "not_allowed_token_type" =>
            $"{key} holds a token of another kind ({failed.Error}): Slack:BotToken takes xoxb-…, Slack:AppToken takes xapp-….",
        "missing_scope" or "no_permission" or "access_denied" =>
            $"The app lacks the scope {failed.Needed ?? "that this needs"}. Add it at https://api.slack.com/apps, install the app again and set {key} anew.",
        _ => null,
    };
}
