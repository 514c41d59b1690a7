namespace Bot.Cards;

/// <summary>Which addresses of a feed may become links in a channel.</summary>
public static class Links
{
    /// <summary>The longest address that both platforms take in a button.</summary>
    private const int Longest = 512;

    /// <summary>An http or https address without credentials; null for anything else.</summary>
    public static Uri? TryHttp(string? link) =>
        Uri.TryCreate(link, UriKind.Absolute, out var uri)
        && (uri.Scheme == Uri.UriSchemeHttps || uri.Scheme == Uri.UriSchemeHttp)
        && uri.UserInfo.Length == 0
        && uri.AbsoluteUri.Length <= Longest
            ? uri
            : null;
}
