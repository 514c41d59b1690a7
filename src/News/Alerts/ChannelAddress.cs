namespace News.Alerts;

/// <summary>A place that alerts go to: <c>discord:1234</c>, <c>slack:C0123</c>, <c>terminal</c>.</summary>
/// <param name="Platform">In lower case.</param>
/// <param name="Id">The platform's own number for the channel; empty where the platform has one place only.</param>
public readonly record struct ChannelAddress(string Platform, string Id)
{
    public static readonly ChannelAddress Terminal = new("terminal", "");

    public static ChannelAddress Discord(string id) => new("discord", id);

    public static ChannelAddress Slack(string id) => new("slack", id);

    /// <summary>Reads an address; null where the text is none.</summary>
    public static ChannelAddress? TryParse(string? text)
    {
        text = text?.Trim() ?? "";
        if (text.Equals("terminal", StringComparison.OrdinalIgnoreCase))
            return Terminal;

        var colon = text.IndexOf(':', StringComparison.Ordinal);
        if (colon < 0)
            return null;

        var id = text[(colon + 1)..].Trim();
        return text[..colon].Trim().ToLowerInvariant() switch
        {
            "discord" when id.Length is > 0 and <= 20 && id.All(char.IsAsciiDigit) => Discord(id),
            "slack" when id.Length is > 1 and <= 30 && id.All(char.IsAsciiLetterOrDigit) => Slack(id),
            _ => null,
        };
    }

    public override string ToString() => Id.Length == 0 ? Platform : $"{Platform}:{Id}";
}
