using System.Collections.Immutable;
using News.Articles;

namespace News.Feeds;

/// <summary>Addresses of feeds in plain text, one a line: what people keep where they keep no OPML.</summary>
internal static class OpmlAddresses
{
    private static readonly string[] FeedSchemes = ["feed:", "rss:", "pcast:", "itpc:", "podcast:"];

    /// <summary>
    /// "https://example.org/rss" or "https://example.org/rss Example Wire"; empty lines and those that begin with # are passed
    /// over.
    /// </summary>
    public static OpmlReading Read(string text, FeedWarnings warnings)
    {
        var feeds = ImmutableArray.CreateBuilder<OpmlFeed>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var raw in text.AsSpan().EnumerateLines())
        {
            var line = raw.Trim("\uFEFF\u200B \t\"'<>,;");
            if (line.IsEmpty || line[0] == '#')
                continue;

            var end = line.IndexOfAny(" \t");
            var address = (end < 0 ? line : line[..end]).TrimEnd("\"'<>,;");
            if (!LooksLikeAddress(address))
            {
                warnings.Add("Lines that are no addresses were passed over.");
                continue;
            }

            var url = Mended(address.ToString());
            if (seen.Add(url))
                feeds.Add(new OpmlFeed(url, end < 0 ? null : Title(line[end..]), null, null, []));
            else
                warnings.Add("Some addresses stand there more than once; the first of each counts.");
        }

        return feeds.Count == 0
            ? new OpmlReading.NotAList("This is plain text without addresses, not a list of feeds.")
            : new OpmlReading.Read(new OpmlList { Feeds = feeds.ToImmutable(), Warnings = [.. warnings.Sentences] });
    }

    private static string? Title(ReadOnlySpan<char> rest) =>
        PlainText.OneLine(rest.Trim("\"' \t")) is { Length: > 0 } title ? title : null;

    /// <summary>
    /// The address that is meant: "feed://example.org/rss" and "example.org/rss" are http, "feed:https://example.org/rss" is
    /// https. White space inside of it came from a line break.
    /// </summary>
    public static string Mended(string address)
    {
        var url = string.Concat(address.Where(c => !char.IsWhiteSpace(c) && !char.IsControl(c)));
        foreach (var scheme in FeedSchemes)
        {
            if (!url.StartsWith(scheme, StringComparison.OrdinalIgnoreCase))
                continue;
            var rest = url[scheme.Length..];
            return IsWeb(rest) ? rest : "http://" + rest.TrimStart('/');
        }

        if (url.StartsWith("//", StringComparison.Ordinal))
            return "http:" + url;
        return !url.Contains("://", StringComparison.Ordinal) && HasHost(url) ? "http://" + url : url;
    }

    private static bool LooksLikeAddress(ReadOnlySpan<char> word)
    {
        if (IsWeb(word))
            return true;
        foreach (var scheme in FeedSchemes)
        {
            if (word.StartsWith(scheme + "//", StringComparison.OrdinalIgnoreCase) || word.StartsWith(scheme + "http", StringComparison.OrdinalIgnoreCase))
                return true;
        }

        return HasHost(word);
    }

    private static bool IsWeb(ReadOnlySpan<char> url) =>
        url.StartsWith("http://", StringComparison.OrdinalIgnoreCase) || url.StartsWith("https://", StringComparison.OrdinalIgnoreCase);

    /// <summary>"example.org/rss", "example.org:8080/rss", "www.example.org"; not "rss.xml", which is a file.</summary>
    private static bool HasHost(ReadOnlySpan<char> url)
    {
        var end = url.IndexOfAny("/?#");
        if (end < 0 && !url.StartsWith("www.", StringComparison.OrdinalIgnoreCase))
            return false;
        var host = end < 0 ? url : url[..end];
        var colon = host.IndexOf(':');
        if (colon >= 0)
        {
            if (colon == host.Length - 1 || host[(colon + 1)..].ContainsAnyExceptInRange('0', '9'))
                return false;
            host = host[..colon];
        }

        var dot = host.LastIndexOf('.');
        if (dot <= 0 || host.Length - dot < 3)
            return false;
        foreach (var c in host)
        {
            if (!char.IsLetterOrDigit(c) && c is not ('.' or '-'))
                return false;
        }

        return char.IsLetter(host[dot + 1]);
    }
}
