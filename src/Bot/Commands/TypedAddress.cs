using System.Collections.Immutable;

namespace Bot.Commands;

/// <summary>Reads an address as people type it: "example.org/news", "feed:https://example.org/rss", "&lt;https://…&gt;".</summary>
internal static class TypedAddress
{
    // What readers' own schemes stand for is http or https.
    private static readonly string[] FeedSchemes = ["feed:", "rss:", "itpc:", "pcast:"];

    private static readonly string[] OtherSchemes = ["mailto", "xmpp", "sip", "sips", "acct"];

    /// <summary>The text without what chats and mails put around an address.</summary>
    public static string Bare(string typed) => typed.Trim().Trim('<', '>').Trim();

    /// <summary>What may be meant, the likeliest first; empty where it is no web address.</summary>
    public static ImmutableArray<Uri> Read(string typed)
    {
        var text = Bare(typed);
        var isFeed = false;
        foreach (var scheme in FeedSchemes)
        {
            // "rss:8080" is a host with a port, in a newsroom's own network.
            if (text.StartsWith(scheme, StringComparison.OrdinalIgnoreCase) && !IsPort(text[scheme.Length..]))
            {
                text = text[scheme.Length..];
                isFeed = true;
                break;
            }
        }

        if (IsWeb(text))
            return Uri.TryCreate(text, UriKind.Absolute, out var whole) && whole.Host.Length > 0 ? [whole] : [];

        var rest = isFeed || text.StartsWith("//", StringComparison.Ordinal) ? text.TrimStart('/') : text;
        if (rest.Any(char.IsWhiteSpace) || HasOtherScheme(rest)
            || !Uri.TryCreate($"https://{rest}", UriKind.Absolute, out var secure) || !IsHost(secure))
        {
            return [];
        }

        return Uri.TryCreate($"http://{rest}", UriKind.Absolute, out var plain) ? [secure, plain] : [secure];
    }

    private static bool IsWeb(string text) =>
        text.StartsWith("https://", StringComparison.OrdinalIgnoreCase) || text.StartsWith("http://", StringComparison.OrdinalIgnoreCase);

    /// <summary>"mailto:desk@example.org", "ftp://…"; not "example.org:8080/news", "user:password@example.org/rss".</summary>
    private static bool HasOtherScheme(string text)
    {
        var end = text.AsSpan().IndexOfAny(":/?#");
        if (end < 0 || text[end] != ':' || text.StartsWith('[') || text[..end].Contains('.', StringComparison.Ordinal))
            return false;
        var rest = text[(end + 1)..];
        return !IsPort(rest) && (OtherSchemes.Contains(text[..end], StringComparer.OrdinalIgnoreCase) || !rest.Contains('@', StringComparison.Ordinal));
    }

    private static bool IsPort(string text) => text.Length > 0 && char.IsAsciiDigit(text[0]);

    /// <summary>One word is a word, and no host: "reuters".</summary>
    private static bool IsHost(Uri url) =>
        url.HostNameType is UriHostNameType.IPv4 or UriHostNameType.IPv6
        || url.Host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
        || url.Host.TrimEnd('.').Contains('.', StringComparison.Ordinal)
        || !url.IsDefaultPort;
}
