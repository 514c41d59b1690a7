using System.Globalization;

namespace News.Feeds;

/// <summary>What an address tells of whether it leads to a feed, and to which of a site's.</summary>
internal static class FeedDiscoveryAddress
{
    private const int MaxLength = 2000;

    private static readonly string[] FeedSchemes = ["feed:", "rss:", "itpc:", "pcast:"];

    // Services that a site's own feed may be served by.
    private static readonly string[] FeedHosts =
        ["feeds.feedburner.com", "feeds2.feedburner.com", "feedproxy.google.com", "feedpress.me", "feeds.feedblitz.com"];

    private static readonly HashSet<string> FeedNames = new(StringComparer.OrdinalIgnoreCase)
    {
        "feed", "rss", "rss1", "rss2", "atom", "rdf", ".rss", "feed.xml", "feeds.xml", "rss.xml", "rss2.xml", "atom.xml",
        "index.xml", "index.rdf", "rdf.xml", "feed.json", "feed.php", "rss.php", "atom.php", "rss.aspx", "feed.aspx",
        "rss.ashx", "rss.asp", "rss.jsp", "rss.cgi",
    };

    private static readonly string[] FeedFolders = ["rss", "feed", "feeds", "atom", "rdf"];

    private static readonly string[] FeedOnlyFolders = ["rss", "feeds", "atom", "rdf"];

    private static readonly string[] AsideFolders =
        ["comments", "comment", "tag", "tags", "tagged", "category", "categories", "author", "authors", "label", "labels", "search"];

    // "Comments Feed" as the big languages have it. "Commentary" is a magazine: no letter may follow.
    private static readonly string[] CommentWords =
    [
        "comments", "kommentar", "kommentare", "kommentarer", "kommentit", "comentarios", "comentários", "comentaris", "comentarii",
        "commentaires", "commenti", "reacties", "komentar", "komentarze", "komentarzy", "komentáře",
    ];

    // Of languages that put endings or nothing between words.
    private static readonly string[] CommentStems =
    [
        "комментар", "коментар", "yorum", "hozzászólás", "bình luận", "σχόλι", "תגובות", "تعليق", "دیدگاه", "نظرات", "टिप्पणि",
        "ความคิดเห็น", "评论", "評論", "コメント", "댓글",
    ];

    /// <summary>
    /// The address that is meant, without its fragment; null where it leads nowhere on the web. "feed://example.com/x" and
    /// "feed:https://example.com/x" are what readers' own schemes stand for.
    /// </summary>
    /// <param name="root">What relative addresses are relative to.</param>
    /// <param name="page">Whose scheme counts where the address names none.</param>
    public static Uri? Resolve(string written, Uri root, Uri page)
    {
        var address = written.AsSpan().Trim();
        if (address.IsEmpty || address.Length > MaxLength)
            return null;
        foreach (var scheme in FeedSchemes)
        {
            if (!address.StartsWith(scheme, StringComparison.OrdinalIgnoreCase))
                continue;
            address = address[scheme.Length..];
            if (!FeedLink.IsWeb(address.ToString()))
                address = $"//{address.TrimStart('/')}";
            break;
        }

        var made = address.StartsWith("//")
            ? Uri.TryCreate($"{page.Scheme}:{address}", UriKind.Absolute, out var absolute) ? absolute : null
            : Uri.TryCreate(root, address.ToString(), out var resolved) ? resolved : null;
        if (made is null || !FeedLink.IsWeb(made.AbsoluteUri) || made.Host.Length == 0)
            return null;
        if (made.Fragment.Length == 0)
            return made;
        return Uri.TryCreate(made.AbsoluteUri[..made.AbsoluteUri.IndexOf('#', StringComparison.Ordinal)], UriKind.Absolute, out var whole) ? whole : null;
    }

    /// <summary>The same for addresses that differ by the scheme, a "www." or a slash at the end only.</summary>
    public static string KeyOf(Uri url) =>
        $"{BareHost(url)}:{(url.IsDefaultPort ? "" : url.Port.ToString(CultureInfo.InvariantCulture))}{url.AbsolutePath.TrimEnd('/')}{url.Query}";

    /// <summary>
    /// Of the page rather than of the site: "/world/iraq.rss", "/world/iraq/rss" and "/world/iraq?format=rss" of "/world/iraq". A blog has
    /// the comments on a page at "/page/feed/", but the articles of a category at "/category/water/feed/".
    /// </summary>
    public static bool IsOfPage(Uri url, Uri page)
    {
        var folder = page.AbsolutePath.TrimEnd('/');
        return folder.Length > 0
            && BareHost(url).Equals(BareHost(page), StringComparison.OrdinalIgnoreCase)
            && url.AbsolutePath.StartsWith(folder, StringComparison.OrdinalIgnoreCase)
            && (url.AbsolutePath.Length == folder.Length || url.AbsolutePath[folder.Length] is '/' or '.')
            && (!LastName(url).Equals("feed", StringComparison.OrdinalIgnoreCase) || HasFolder(page, AsideFolders));
    }

    /// <summary>The host of the page, one above or below it ("rss.example.com"), or a service for feeds.</summary>
    public static bool IsOfSite(Uri url, Uri page)
    {
        var (host, own) = (BareHost(url), BareHost(page));
        return host.Equals(own, StringComparison.OrdinalIgnoreCase)
            || host.EndsWith($".{own}", StringComparison.OrdinalIgnoreCase)
            || own.EndsWith($".{host}", StringComparison.OrdinalIgnoreCase)
            || FeedHosts.Contains(url.Host);
    }

    /// <summary>"https://feeds.example.net/news/rss.xml": where a house that has several sites keeps the feeds of all.</summary>
    public static bool IsOnFeedHost(Uri url) =>
        (url.Host.StartsWith("feeds.", StringComparison.OrdinalIgnoreCase) || url.Host.StartsWith("rss.", StringComparison.OrdinalIgnoreCase))
        && LooksLikeFeed(url);

    /// <summary>"/rss/world", "/feeds/all": it may be one. "/feed/…" may be anybody's stream of pictures.</summary>
    public static bool IsInFeedFolder(Uri url) => HasFolder(url, FeedOnlyFolders);

    public static bool LooksLikeFeed(Uri url)
    {
        var name = LastName(url);
        if (FeedNames.Contains(name) || name.EndsWith(".rss", StringComparison.OrdinalIgnoreCase)
            || name.EndsWith(".atom", StringComparison.OrdinalIgnoreCase) || name.EndsWith(".rdf", StringComparison.OrdinalIgnoreCase))
        {
            return true;
        }

        if (url.AbsolutePath.EndsWith("/feeds/posts/default", StringComparison.OrdinalIgnoreCase) || HasFeedQuery(url) || FeedHosts.Contains(url.Host))
            return true;

        // "/rss/world.xml", "/feeds/news/main.xml"
        return name.EndsWith(".xml", StringComparison.OrdinalIgnoreCase) && HasFolder(url, FeedFolders) && !IsOtherDocument(url);
    }

    public static FeedFormat? FormatOf(Uri url)
    {
        var name = LastName(url);
        if (name.Contains("atom", StringComparison.OrdinalIgnoreCase) || url.AbsolutePath.EndsWith("/feed/atom/", StringComparison.OrdinalIgnoreCase))
            return FeedFormat.Atom;
        if (name.EndsWith(".rdf", StringComparison.OrdinalIgnoreCase))
            return FeedFormat.Rdf;
        if (name.Equals("feed.json", StringComparison.OrdinalIgnoreCase))
            return FeedFormat.Json;
        return name.Contains("rss", StringComparison.OrdinalIgnoreCase) ? FeedFormat.Rss : null;
    }

    /// <summary>Known not to be a feed though it is XML or JSON: what WordPress and players offer programs, a map of the site.</summary>
    public static bool IsOtherDocument(Uri url)
    {
        var path = url.AbsolutePath;
        var name = LastName(url);
        return path.Contains("/wp-json/", StringComparison.OrdinalIgnoreCase)
            || path.Contains("oembed", StringComparison.OrdinalIgnoreCase)
            || url.Query.Contains("rest_route=", StringComparison.OrdinalIgnoreCase)
            || name.Contains("sitemap", StringComparison.OrdinalIgnoreCase)
            || name.Contains("opensearch", StringComparison.OrdinalIgnoreCase)
            || name.EndsWith(".opml", StringComparison.OrdinalIgnoreCase);
    }

    public static bool IsPageOrPicture(Uri url)
    {
        var name = LastName(url);
        var dot = name.LastIndexOf('.');
        return dot >= 0 && name[dot..].ToLowerInvariant() is ".html" or ".htm" or ".xhtml" or ".pdf" or ".png" or ".jpg" or ".jpeg"
            or ".gif" or ".svg" or ".webp" or ".ico" or ".css" or ".js" or ".zip";
    }

    /// <summary>
    /// Of comments; or of one tag or author, unless the page is that tag's or author's own: who gives the address of a
    /// category's page wants the category.
    /// </summary>
    public static bool IsAside(Uri url, string? title, Uri page)
    {
        var isOfComments = (title is not null && NamesComments(title))
            || url.AbsolutePath.Contains("/comments/", StringComparison.OrdinalIgnoreCase)
            || LastName(url).StartsWith("comments", StringComparison.OrdinalIgnoreCase)
            || url.Query.Contains("feed=comments", StringComparison.OrdinalIgnoreCase);
        if (isOfComments)
            return true;
        var folder = page.AbsolutePath.TrimEnd('/');
        return HasFolder(url, AsideFolders)
            && !(folder.Length > 0 && url.AbsolutePath.StartsWith(folder, StringComparison.OrdinalIgnoreCase));
    }

    private static bool NamesComments(string title)
    {
        foreach (var word in CommentWords)
        {
            var end = title.IndexOf(word, StringComparison.OrdinalIgnoreCase) + word.Length;
            if (end >= word.Length && (end == title.Length || !char.IsLetter(title[end])))
                return true;
        }

        return CommentStems.Any(stem => title.Contains(stem, StringComparison.OrdinalIgnoreCase));
    }

    private static string BareHost(Uri url) =>
        url.Host.StartsWith("www.", StringComparison.OrdinalIgnoreCase) ? url.Host[4..] : url.Host;

    private static string LastName(Uri url)
    {
        var path = url.AbsolutePath.TrimEnd('/');
        return path[(path.LastIndexOf('/') + 1)..];
    }

    private static bool HasFolder(Uri url, string[] names) =>
        url.Segments.Any(segment => names.Contains(segment.TrimEnd('/'), StringComparer.OrdinalIgnoreCase));

    // "?feed=rss2", "?format=feed&type=atom", "?alt=rss"; not "?url=…/rss".
    private static bool HasFeedQuery(Uri url)
    {
        var query = url.Query.AsSpan();
        foreach (var range in query.TrimStart('?').Split('&'))
        {
            var parameter = query.TrimStart('?')[range];
            var equals = parameter.IndexOf('=');
            if (equals > 0 && parameter[..equals] is "feed" or "format" or "type" or "alt" or "output"
                && parameter[(equals + 1)..] is "rss" or "rss2" or "atom" or "rdf" or "feed" or "rss_200" or "atom10" or "jsonfeed"
                    or "comments-rss2" or "comments-atom")
            {
                return true;
            }
        }

        return false;
    }
}
