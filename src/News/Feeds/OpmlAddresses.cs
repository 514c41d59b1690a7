using System.Collections.Immutable;
using News.Articles;

namespace News.Feeds;

/// <summary>Addresses of feeds in plain text, one a line: what people keep where they keep no OPML.</summary>
internal static class OpmlAddresses
{
    // What stands around addresses and names in lists of all kinds.
    private const string Wrapping = "\"'<>,;| \t-*•[]()";

    // What may stand before an address that does not begin its line.
    private const string Before = " \t\"'<(,;|";

    private static readonly string[] FeedSchemes = ["feed:", "rss:", "pcast:", "itpc:", "podcast:"];

    /// <summary>
    /// "https://example.org/rss", "https://example.org/rss Example Wire", "Example Wire, https://example.org/rss" or
    /// "- [Example Wire](https://example.org/rss)"; empty lines and those that begin with # are passed over. In a table whose first
    /// line has a column "url" or the like a comma or semicolon ends an address, which it may be part of elsewhere.
    /// </summary>
    public static OpmlReading Read(string text, FeedWarnings warnings)
    {
        var feeds = ImmutableArray.CreateBuilder<OpmlFeed>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var others = new OpmlPassedOver("Lines that are no addresses were passed over");
        var again = new OpmlPassedOver("Addresses that stand there already were passed over");
        var (number, isFirst, isTable) = (0, true, false);
        foreach (var raw in text.AsSpan().EnumerateLines())
        {
            number++;
            var line = raw.Trim("\uFEFF\u200B \t");
            if (line.IsEmpty || line[0] == '#')
                continue;

            if (!TryEntry(line, isTable, out var address, out var title))
            {
                isTable = isFirst && IsHead(line);
                if (!isTable)
                    others.Add(number);
            }
            else if (Mended(address.ToString()) is var url && seen.Add(url))
            {
                feeds.Add(new OpmlFeed(url, Title(title), null, null, []) { Line = number });
            }
            else
            {
                again.Add(number);
            }

            isFirst = false;
        }

        others.Tell(warnings);
        again.Tell(warnings);

        return feeds.Count == 0
            ? new OpmlReading.NotAList("This is plain text without addresses, not a list of feeds.")
            : new OpmlReading.Read(new OpmlList { Feeds = feeds.ToImmutable(), Warnings = [.. warnings.Sentences] });
    }

    /// <summary>An address and what stands beside it; no address where the line has none at its beginning or its end.</summary>
    private static bool TryEntry(ReadOnlySpan<char> line, bool isTable, out ReadOnlySpan<char> address, out ReadOnlySpan<char> title)
    {
        title = [];
        var ends = isTable ? " \t\"<>,;" : " \t\"<>";
        var bare = line.TrimStart(Wrapping);
        var end = bare.IndexOfAny(ends);
        address = (end < 0 ? bare : bare[..end]).TrimEnd(Wrapping);
        if (LooksLikeAddress(address))
        {
            title = end < 0 ? [] : Beside(bare[end..], isTable);
            return true;
        }

        var start = line.IndexOf("http", StringComparison.OrdinalIgnoreCase);
        if (start <= 0 || !IsWeb(line[start..]) || !Before.Contains(line[start - 1]))
            return false;
        var rest = line[start..];
        end = line[start - 1] == '(' ? rest.IndexOf(')') : rest.IndexOfAny(ends);
        address = (end < 0 ? rest : rest[..end]).TrimEnd(Wrapping);
        title = Beside(line[..start], isTable);

        // "See https://example.org/ for more." is no entry.
        return end < 0 || isTable || line[start - 1] == '(' || rest[end..].Trim(Wrapping).IsEmpty;
    }

    /// <summary>What the entry is called: <c>"~Wire"</c> among the tags of Newsboat's, the first field of a table's.</summary>
    private static ReadOnlySpan<char> Beside(ReadOnlySpan<char> text, bool isTable)
    {
        var tilde = text.IndexOf("\"~", StringComparison.Ordinal);
        if (tilde >= 0)
        {
            text = text[(tilde + 2)..];
            return text.IndexOf('"') is >= 0 and var quote ? text[..quote] : text;
        }

        text = text.TrimStart(Wrapping);
        return isTable && text.IndexOfAny(",;\t") is >= 0 and var end ? text[..end] : text;
    }

    /// <summary>The first line of a table: "Title,URL", "name;feed url;category".</summary>
    private static bool IsHead(ReadOnlySpan<char> line)
    {
        var fields = 0;
        var hasAddress = false;
        foreach (var range in line.SplitAny(",;\t"))
        {
            var field = line[range].Trim("\"' ");
            fields++;
            hasAddress |= field.EndsWith("url", StringComparison.OrdinalIgnoreCase) || field.Equals("feed", StringComparison.OrdinalIgnoreCase)
                || field.Equals("rss", StringComparison.OrdinalIgnoreCase) || field.Equals("link", StringComparison.OrdinalIgnoreCase)
                || field.Equals("address", StringComparison.OrdinalIgnoreCase);
        }

        return fields > 1 && hasAddress;
    }

    private static string? Title(ReadOnlySpan<char> rest)
    {
        rest = rest.TrimStart(Wrapping).TrimEnd("\"'<>,;| \t-*•(");
        if (rest is [.. var name, ']' or ')'] && !name.ContainsAny('[', '('))
            rest = name;
        return PlainText.OneLine(rest) is { Length: > 0 } title ? title : null;
    }

    /// <summary>
    /// The address that is meant: "feed://example.org/rss" and "example.org/rss" are http, "feed:https://example.org/rss" is
    /// https. White space inside of it came from a line break.
    /// </summary>
    public static string Mended(string address)
    {
        var url = address;
        if (address.Any(c => char.IsWhiteSpace(c) || char.IsControl(c)))
            url = string.Concat(address.Where(c => !char.IsWhiteSpace(c) && !char.IsControl(c)));
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
