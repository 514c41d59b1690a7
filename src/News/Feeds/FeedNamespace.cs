using System.Text;

namespace News.Feeds;

/// <summary>The vocabularies that say something about a feed or an item.</summary>
internal enum FeedNamespace
{
    /// <summary>No namespace: RSS's own names, and Atom's where the document forgot to say so.</summary>
    None,
    Rss10,
    Rss090,
    Atom10,
    Atom03,
    DublinCore,
    DublinCoreTerms,
    Content,
    Media,
    Itunes,
    Rdf,
    Xhtml,
    Yandex,
    FeedBurner,
    Syndication,
    Other,
}

internal static class FeedNamespaces
{
    /// <summary>By address; white space, letter case, a last slash and https for http make no difference.</summary>
    private static FeedNamespace ByAddress(ReadOnlySpan<char> address)
    {
        address = address.Trim();
        var scheme = address.IndexOf("://", StringComparison.Ordinal);
        if (scheme >= 0)
            address = address[(scheme + 3)..];
        address = address.TrimEnd("/#");
        if (address.StartsWith("www.", StringComparison.OrdinalIgnoreCase))
            address = address[4..];
        if (address.IsEmpty)
            return FeedNamespace.None;
        if (address.Length > 80)
            return FeedNamespace.Other;

        Span<char> lower = stackalloc char[address.Length];
        address.ToLowerInvariant(lower);
        return lower switch
        {
            "backend.userland.com/rss" or "backend.userland.com/rss2" or "backend.userland.com/rss091"
                or "backend.userland.com/rss092" or "blogs.law.harvard.edu/tech/rss" or "cyber.law.harvard.edu/rss"
                or "my.netscape.com/publish/formats/rss-0.91.dtd" or "rssboard.org/rss-specification" => FeedNamespace.None,
            "purl.org/rss/1.0" or "purl.org/net/rss1.1" => FeedNamespace.Rss10,
            "my.netscape.com/rdf/simple/0.9" or "channel.netscape.com/rdf/simple/0.9" => FeedNamespace.Rss090,
            "w3.org/2005/atom" or "purl.org/atom/ns#draft-ietf-atompub-format" => FeedNamespace.Atom10,
            "purl.org/atom/ns" or "purl.org/atom" or "example.com/newformat" or "example.com/necho"
                or "purl.org/echo" or "purl.org/pie" or "uri/of/echo/namespace" => FeedNamespace.Atom03,
            "purl.org/dc/elements/1.1" or "purl.org/dc/elements/1.0" or "purl.org/dc/elements" or "purl.org/dc" =>
                FeedNamespace.DublinCore,
            "purl.org/dc/terms" => FeedNamespace.DublinCoreTerms,
            "purl.org/rss/1.0/modules/content" => FeedNamespace.Content,
            "search.yahoo.com/mrss" or "video.search.yahoo.com/mrss" or "tools.search.yahoo.com/mrss" => FeedNamespace.Media,
            "itunes.com/dtds/podcast-1.0.dtd" or "example.com/dtds/podcast-1.0.dtd" or "itunes.com/dtds/podcast-1.0" =>
                FeedNamespace.Itunes,
            "w3.org/1999/02/22-rdf-syntax-ns" => FeedNamespace.Rdf,
            "w3.org/1999/xhtml" => FeedNamespace.Xhtml,
            "purl.org/rss/1.0/modules/syndication" => FeedNamespace.Syndication,
            "news.yandex.ru" => FeedNamespace.Yandex,
            "rssnamespace.org/feedburner/ext/1.0" => FeedNamespace.FeedBurner,
            _ => FeedNamespace.Other,
        };
    }

    /// <inheritdoc cref="ByAddress(ReadOnlySpan{char})"/>
    public static FeedNamespace ByAddress(ReadOnlySpan<byte> address)
    {
        const int Longest = 128;
        if (address.Length > Longest)
            return FeedNamespace.Other;
        Span<char> text = stackalloc char[Longest];
        return ByAddress(text[..Encoding.Latin1.GetChars(address, text)]);
    }

    /// <summary>By the prefix that everybody uses, for documents that forgot to declare it.</summary>
    public static FeedNamespace ByConvention(ReadOnlySpan<byte> prefix)
    {
        const int Longest = 8;
        if (prefix.Length > Longest)
            return FeedNamespace.Other;
        Span<char> text = stackalloc char[Longest];
        return ByConvention(text[..Encoding.Latin1.GetChars(prefix, text)]);
    }

    private static FeedNamespace ByConvention(ReadOnlySpan<char> prefix) => prefix switch
    {
        "" or "rss" => FeedNamespace.None,
        "atom" or "atom10" or "a10" => FeedNamespace.Atom10,
        "dc" => FeedNamespace.DublinCore,
        "dcterms" or "dct" => FeedNamespace.DublinCoreTerms,
        "content" => FeedNamespace.Content,
        "media" or "mrss" => FeedNamespace.Media,
        "itunes" => FeedNamespace.Itunes,
        "rdf" => FeedNamespace.Rdf,
        "xhtml" or "html" or "h" => FeedNamespace.Xhtml,
        "sy" => FeedNamespace.Syndication,
        "yandex" => FeedNamespace.Yandex,
        _ => FeedNamespace.Other,
    };
}
