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
            _ when host.EndsWith(".yahoo.com", StringComparison.Ordinal) => YahooTarget(link.AbsolutePath),
            _ => null,
        };
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
