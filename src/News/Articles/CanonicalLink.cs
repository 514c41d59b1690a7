using System.Text;

namespace News.Articles;

/// <summary>
/// A link reduced to what identifies the page, for comparing two links and for nothing else: it need not lead
/// anywhere. http://www.example.com:80/a/?utm_source=rss&amp;id=7#top and https://m.example.com/a?id=7 are one page.
/// </summary>
public static class CanonicalLink
{
    // Far beyond what any browser or server takes; such a "link" is an attack or a data: picture.
    private const int MaxLength = 8192;

    private static readonly string[] MobileHostLabels = ["www.", "m.", "amp.", "mobile."];
    private static readonly string[] IndexPages = ["/index.html", "/index.htm", "/index.php"];

    /// <summary>
    /// The canonical form, "https://host/path?query"; null where the link is none of http or https. It is always
    /// https, lower-case and in Punycode, without "www.", "m." or "amp." before the host, default port, user,
    /// fragment, tracking parameters, trailing slash and AMP marks; the other parameters stand in ordinal order.
    /// A wrapper that carries its target in the clear (url=…) is replaced by the target. Never throws.
    /// </summary>
    public static string? Of(string? link)
    {
        var page = Parse(link);
        return page is null ? null : Canonical(page);
    }

    /// <summary>
    /// As <see cref="Of"/>, where the link names one page or one place on it; null for a site's front page, which
    /// a feed without better links gives to all of its items. Here a fragment stays, for pages that hold many items:
    /// https://example.com/alerts#2024-17. One that only tracks ("#xtor=RSS-1") or leads to the comments goes.
    /// </summary>
    internal static string? OfItem(string? link)
    {
        var page = Parse(link);
        if (page is null)
            return null;
        var canonical = Canonical(page);
        var fragment = page.Fragment.Length > 1 && !IsNoPlace(page.Fragment) ? page.Fragment : "";
        var hasPath = canonical.AsSpan("https://".Length).IndexOfAny('/', '?') >= 0;
        return hasPath || fragment.Length > 0 ? canonical + fragment : null;
    }

    private static bool IsNoPlace(string fragment) =>
        fragment.Contains('=', StringComparison.Ordinal) || fragment is "#comments" or "#respond" or "#top";

    private static Uri? Parse(string? link)
    {
        var uri = ParseWeb(link);
        for (var wrappers = 0; uri is not null && wrappers < 3; wrappers++)
        {
            var target = ParseWeb(LinkWrapper.TargetOf(uri));
            if (target is null)
                break;
            uri = target;
        }

        return uri;
    }

    private static Uri? ParseWeb(string? link)
    {
        if (link is null || link.Length > MaxLength)
            return null;
        link = link.Trim();
        if (link.StartsWith("//", StringComparison.Ordinal))
            link = "https:" + link;
        return Uri.TryCreate(link, UriKind.Absolute, out var uri)
            && (uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeHttps)
            && HasHost(uri) ? uri : null;
    }

    private static bool HasHost(Uri uri)
    {
        try
        {
            return uri.IdnHost.Length > 0;
        }
        catch (UriFormatException)
        {
            return false; // a host that passes for one until it is to be written in Punycode: "xn--\uD800"
        }
    }

    private static string Canonical(Uri page)
    {
        var canonical = new StringBuilder("https://", page.OriginalString.Length + 16);
        canonical.Append(Host(page));
        if (!page.IsDefaultPort && page.Port is not (80 or 443))
            canonical.Append(':').Append(page.Port);
        canonical.Append(Path(page.AbsolutePath));
        AppendQuery(canonical, page.Query);
        return canonical.ToString();
    }

    private static string Host(Uri page)
    {
        var host = page.IdnHost.ToLowerInvariant().TrimEnd('.');
        if (page.HostNameType == UriHostNameType.IPv6)
            return $"[{host}]";
        for (var i = 0; i < MobileHostLabels.Length; i++)
        {
            var label = MobileHostLabels[i];
            if (!host.StartsWith(label, StringComparison.Ordinal) || host.IndexOf('.', label.Length) < 0)
                continue;
            host = host[label.Length..];
            i = -1; // "www.m.example.com"
        }

        // en.m.wikipedia.org
        var second = host.IndexOf(".m.", StringComparison.Ordinal);
        return second > 0 && host.IndexOf('.', second + 3) > 0 ? host.Remove(second, 2) : host;
    }

    private static string Path(string path)
    {
        path = UpperCaseEscapes(path);
        while (path.Contains("//", StringComparison.Ordinal))
            path = path.Replace("//", "/", StringComparison.Ordinal);
        if (path.StartsWith("/amp/", StringComparison.OrdinalIgnoreCase))
            path = path["/amp".Length..];
        path = path.TrimEnd('/');
        foreach (var index in IndexPages)
        {
            if (path.EndsWith(index, StringComparison.OrdinalIgnoreCase))
                path = path[..^index.Length];
        }

        if (path.EndsWith("/amp", StringComparison.OrdinalIgnoreCase) || path.EndsWith(".amp", StringComparison.OrdinalIgnoreCase))
            path = path[..^"/amp".Length].TrimEnd('/');
        else if (path.EndsWith(".amp.html", StringComparison.OrdinalIgnoreCase))
            path = path[..^".amp.html".Length] + ".html";
        return path;
    }

    private static void AppendQuery(StringBuilder canonical, string query)
    {
        if (query.Length < 2)
            return;
        var parameters = new List<string>();
        foreach (var parameter in query[1..].Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            var equals = parameter.IndexOf('=', StringComparison.Ordinal);
            var name = equals < 0 ? parameter : parameter[..equals];
            var value = equals < 0 ? "" : parameter[(equals + 1)..];
            if (!TrackingParameters.Contains(name, value))
                parameters.Add(UpperCaseEscapes(parameter));
        }

        parameters.Sort(StringComparer.Ordinal);
        for (var i = 0; i < parameters.Count; i++)
            canonical.Append(i == 0 ? '?' : '&').Append(parameters[i]);
    }

    /// <summary>"%c3%a9" and "%C3%A9" are one letter.</summary>
    private static string UpperCaseEscapes(string escaped)
    {
        if (!escaped.Contains('%', StringComparison.Ordinal))
            return escaped;
        var letters = escaped.ToCharArray();
        for (var i = 0; i + 2 < letters.Length; i++)
        {
            if (letters[i] != '%')
                continue;
            letters[i + 1] = char.ToUpperInvariant(letters[i + 1]);
            letters[i + 2] = char.ToUpperInvariant(letters[i + 2]);
        }

        return new string(letters);
    }
}
