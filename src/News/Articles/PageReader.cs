using System.Text;
using News.Feeds;

namespace News.Articles;

/// <summary>
/// Reads a news page: what it says of its article (JSON-LD, then Open Graph and meta elements, then what stands in
/// the page for readers) and the article's text.
/// </summary>
public static class PageReader
{
    /// <summary>Where browsers look for a page's own word on its encoding.</summary>
    private const int Head = 1024;

    /// <summary>
    /// Never throws for what stands in the page; takes time linear in its length, whatever it nests. Scripts are not run.
    /// </summary>
    /// <param name="url">Where the page was found, to make its canonical address absolute; null where unknown.</param>
    public static WebPage Read(string html, Uri? url)
    {
        using var tree = PageTree.Parse(html);
        var metadata = PageMetadata.Of(tree);
        var title = PageTitle.Of(metadata, url);
        var byline = Byline(metadata);
        return new WebPage(title, byline, Published(metadata), Text(tree, metadata, title, byline), CanonicalUrl(metadata, url), Language(metadata));
    }

    /// <summary>
    /// The text of a page's bytes, in the encoding that its byte order mark, HTTP or the page itself names
    /// (<c>&lt;meta charset="windows-1256"&gt;</c>); UTF-8 that is valid is UTF-8 whatever is named.
    /// </summary>
    /// <param name="contentType">HTTP's Content-Type; null where unknown.</param>
    public static string Decode(ReadOnlySpan<byte> page, string? contentType)
    {
        var declared = FeedEncoding.CharsetOf(contentType) is null ? Encoding.Latin1.GetString(page[..Math.Min(page.Length, Head)]) : null;
        return FeedEncoding.Decode(page, declared is null ? contentType : $"text/html; {MetaCharset(declared)}", new FeedWarnings());
    }

    private static string MetaCharset(string head)
    {
        for (var at = 0; (at = head.IndexOf("<meta", at, StringComparison.OrdinalIgnoreCase)) >= 0; at++)
        {
            var end = head.IndexOf('>', at);
            var tag = end < 0 ? head[at..] : head[at..end];
            if (FeedEncoding.CharsetOf(tag) is { Length: > 0 } charset)
                return $"charset={charset}";
        }

        return "";
    }

    private static string Text(PageTree tree, PageMetadata metadata, string? title, string? byline)
    {
        var text = PageBody.Of(tree, title, byline);
        if (metadata.LinkedData?.Body is not { } told || told.Length <= 2 * text.Length)
            return text;

        // The page shows less than it tells search engines: the rest is loaded by a script.
        return HtmlText.ToStory(told);
    }

    /// <summary>People before the site itself, which many pages name as their author to machines.</summary>
    private static string? Byline(PageMetadata metadata)
    {
        string? site = null;
        ReadOnlySpan<string?> told =
        [
            metadata.LinkedData?.Authors,
            metadata.Meta("author", "parsely-author", "sailthru.author", "dc.creator", "dcterms.creator", "byl"),
            metadata.Meta("article:author", "og:article:author"),
        ];
        foreach (var name in told)
        {
            if (PageByline.Told(name) is not { } byline)
                continue;
            if (!IsSite(byline, metadata))
                return byline;
            site ??= byline;
        }

        return (metadata.Authors.Count > 0 ? string.Join(", ", metadata.Authors) : null) ?? metadata.Byline ?? site;
    }

    private static bool IsSite(string name, PageMetadata metadata) =>
        Same(name, metadata.LinkedData?.Publisher) || Same(name, metadata.Meta("og:site_name")) || !name.Contains(' ', StringComparison.Ordinal);

    private static bool Same(string name, string? other) => other is not null && FoldedTitle.AreSame(name, other);

    private static DateTimeOffset? Published(PageMetadata metadata) =>
        metadata.LinkedData?.Published
        ?? PageDate.Parse(metadata.Meta("article:published_time", "og:article:published_time", "og:published_time"))
        ?? PageDate.Parse(metadata.Meta("datePublished", "parsely-pub-date", "sailthru.date", "pubdate", "publish-date", "publication_date"))
        ?? PageDate.Parse(metadata.Meta("dc.date.issued", "dcterms.created", "dc.date", "dc.date.created", "dcterms.date", "date"))
        ?? metadata.LinkedData?.PagePublished
        ?? metadata.Time();

    private static string? CanonicalUrl(PageMetadata metadata, Uri? url)
    {
        var root = Absolute(metadata.Base, url) ?? url;
        return (Absolute(metadata.CanonicalLink, root) ?? Absolute(metadata.Meta("og:url"), root) ?? Absolute(metadata.LinkedData?.Url, root))?.AbsoluteUri;
    }

    private static Uri? Absolute(string? address, Uri? root)
    {
        if (address is null)
            return null;
        var isAbsolute = address.Contains("://", StringComparison.Ordinal);
        var made = isAbsolute || root is null
            ? Uri.TryCreate(address, UriKind.Absolute, out var absolute) ? absolute : null
            : Uri.TryCreate(root, address, out var resolved) ? resolved : null;
        return made is not null && (made.Scheme == Uri.UriSchemeHttp || made.Scheme == Uri.UriSchemeHttps) ? made : null;
    }

    private static string? Language(PageMetadata metadata)
    {
        var tag = metadata.LinkedData?.Language ?? metadata.Language ?? metadata.Meta("og:locale", "content-language", "dc.language", "language");
        if (tag is null)
            return null;
        tag = tag.Trim().Replace('_', '-');
        var isTag = tag.Length is >= 2 and <= 35 && tag.All(c => char.IsAsciiLetterOrDigit(c) || c == '-');
        return isTag ? tag : null;
    }
}
