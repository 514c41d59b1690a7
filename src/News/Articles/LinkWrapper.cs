namespace News.Articles;

/// <summary>Addresses that only lead on to another one, where that one can be read from them.</summary>
internal static class LinkWrapper
{
    /// <summary>The target as it stands in the wrapper, null where the address is no wrapper or hides its target.</summary>
    public static string? TargetOf(Uri link)
    {
        var host = link.IdnHost.ToLowerInvariant();
        if (host.EndsWith(".cdn.ampproject.org", StringComparison.Ordinal))
            return AmpCacheTarget(link.AbsolutePath);
        if (host.StartsWith("news.google.", StringComparison.Ordinal) && GoogleNewsTarget(link.AbsolutePath) is { } article)
            return article;
        if (IsGoogle(host))
            return link.AbsolutePath.StartsWith("/amp/", StringComparison.Ordinal)
                ? AmpTarget(link.AbsolutePath["/amp/".Length..])
                : Parameter(link.Query, "url") ?? Parameter(link.Query, "q");
        return host switch
        {
            "l.facebook.com" or "lm.facebook.com" or "l.instagram.com" => Parameter(link.Query, "u"),
            "www.bing.com" or "bing.com" or "out.reddit.com" or "feedproxy.google.com" or "feeds.feedburner.com"
                or "c.newsnow.co.uk" => Parameter(link.Query, "url"),
            "t.umblr.com" => Parameter(link.Query, "z"),
            "slack-redir.net" or "away.vk.com" => Parameter(link.Query, "url") ?? Parameter(link.Query, "to"),
            "www.youtube.com" when link.AbsolutePath == "/redirect" => Parameter(link.Query, "q"),
            "www.linkedin.com" when link.AbsolutePath == "/redir/redirect" => Parameter(link.Query, "url"),
            "duckduckgo.com" when link.AbsolutePath == "/l/" => Parameter(link.Query, "uddg"),
            _ when host.EndsWith(".safelinks.protection.outlook.com", StringComparison.Ordinal) => Parameter(link.Query, "url"),
            _ when host.EndsWith(".yahoo.com", StringComparison.Ordinal) => YahooTarget(link.AbsolutePath),
            _ => null,
        };
    }

    /// <summary>
    /// The address inside news.google.com/rss/articles/CBMi…: a message of Protocol Buffers in base64, with one or two
    /// addresses as texts (the page and its AMP). The newer ones hold a key in its place ("AU_yqL…"), which only Google resolves.
    /// </summary>
    private static string? GoogleNewsTarget(string path)
    {
        var mark = path.LastIndexOf("/articles/", StringComparison.Ordinal);
        if (mark < 0)
            return null;
        var encoded = path[(mark + "/articles/".Length)..].Replace('-', '+').Replace('_', '/');
        var padded = encoded + new string('=', (4 - (encoded.Length % 4)) % 4);
        var bytes = new byte[padded.Length];
        if (!Convert.TryFromBase64String(padded, bytes, out var length))
            return null;
        var message = bytes.AsSpan(0, length);
        var start = message.IndexOf("http"u8);
        if (start < 1)
            return null;

        // The text's length stands before it: seven bits a byte, the lowest first.
        int size = message[start - 1];
        if (start > 1 && (message[start - 2] & 0x80) != 0)
            size = (size << 7) | (message[start - 2] & 0x7f);
        return size <= length - start ? System.Text.Encoding.UTF8.GetString(message.Slice(start, size)) : null;
    }

    // www.google.com/url?…, news.google.co.uk/news/url?…; not docs.google.com, whose pages are their own.
    private static bool IsGoogle(string host) =>
        host.StartsWith("www.google.", StringComparison.Ordinal)
        || host.StartsWith("news.google.", StringComparison.Ordinal)
        || host.StartsWith("google.", StringComparison.Ordinal);

    // /c/s/example.com/story: content ("c") or viewer ("v", "a"), and "s" for https.
    private static string? AmpCacheTarget(string path) =>
        path.Length > 3 && path[2] == '/' && path[1] is 'c' or 'v' or 'a' ? AmpTarget(path[3..]) : null;

    private static string? AmpTarget(string path)
    {
        var target = path.StartsWith("s/", StringComparison.Ordinal) ? path[2..] : path;
        return target.Contains('.', StringComparison.Ordinal) ? "https://" + target : null;
    }

    // us.rd.yahoo.com/…/*http://example.com/story, and r.search.yahoo.com/…/RU=https%3a%2f%2fexample.com%2fstory/RK=…
    private static string? YahooTarget(string path)
    {
        var star = path.IndexOf("/*http", StringComparison.Ordinal);
        if (star >= 0)
            return Uri.UnescapeDataString(path[(star + 2)..]);
        var start = path.IndexOf("/RU=", StringComparison.Ordinal);
        if (start < 0)
            return null;
        start += "/RU=".Length;
        var end = path.IndexOf('/', start);
        return Uri.UnescapeDataString(end < 0 ? path[start..] : path[start..end]);
    }

    private static string? Parameter(string query, string name)
    {
        foreach (var parameter in query.TrimStart('?').Split('&'))
        {
            if (parameter.Length > name.Length + 1 && parameter[name.Length] == '='
                && parameter.StartsWith(name, StringComparison.OrdinalIgnoreCase))
                return Uri.UnescapeDataString(parameter[(name.Length + 1)..]);
        }

        return null;
    }
}
