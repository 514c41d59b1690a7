namespace Bot.Discord;

/// <summary>One call of Discord's HTTP API.</summary>
/// <param name="Name">The same for every call of its kind, so that it may stand in a log: "channels/{channel}/messages".</param>
/// <param name="Path">Relative to the API's base; may hold an interaction's token, so it never stands in a log.</param>
/// <param name="Major">The channel or webhook that limits are counted by; null where there is none.</param>
/// <param name="OfInteraction">
/// Answers an interaction: outside the global limit, and with a token of its own, so that no state is kept for it.
/// </param>
internal sealed record DiscordRoute(HttpMethod Method, string Name, string Path, string? Major, bool OfInteraction = false)
{
    public string Key => $"{Method} {Name}";

    public static DiscordRoute PostMessage(string channel) =>
        new(HttpMethod.Post, "channels/{channel}/messages", $"channels/{channel}/messages", channel);

    public static DiscordRoute EditMessage(string channel, string message) =>
        new(HttpMethod.Patch, "channels/{channel}/messages/{message}", $"channels/{channel}/messages/{message}", channel);

    public static DiscordRoute StartThread(string channel, string message) =>
        new(HttpMethod.Post, "channels/{channel}/messages/{message}/threads", $"channels/{channel}/messages/{message}/threads", channel);

    /// <summary>A page of a channel's messages, the newest first.</summary>
    /// <param name="before">A message's number: those that came before it; the newest of all where null.</param>
    public static DiscordRoute Messages(string channel, ulong? before = null) =>
        new(HttpMethod.Get, "channels/{channel}/messages", $"channels/{channel}/messages?limit=100{(before is null ? "" : $"&before={before}")}", channel);

    public static DiscordRoute GatewayBot() => new(HttpMethod.Get, "gateway/bot", "gateway/bot", null);

    public static DiscordRoute Commands(string application) =>
        new(HttpMethod.Get, "applications/{application}/commands", $"applications/{application}/commands", null);

    public static DiscordRoute OverwriteCommands(string application) => Commands(application) with { Method = HttpMethod.Put };

    public static DiscordRoute Callback(string interaction, string token) =>
        new(HttpMethod.Post, "interactions/{interaction}/{token}/callback", $"interactions/{interaction}/{token}/callback", null, true);

    public static DiscordRoute EditAnswer(string application, string token) =>
        new(HttpMethod.Patch, "webhooks/{application}/{token}/messages/@original",
            $"webhooks/{application}/{token}/messages/@original", null, true);

    public static DiscordRoute FollowUp(string application, string token) =>
        new(HttpMethod.Post, "webhooks/{application}/{token}", $"webhooks/{application}/{token}", null, true);
}
