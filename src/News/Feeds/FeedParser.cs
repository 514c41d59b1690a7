using System.Text;

namespace News.Feeds;

/// <summary>Bytes → a feed: RSS 0.90 to 2.0, RDF, Atom 0.3 and 1.0, JSON Feed 1.x.</summary>
/// <remarks>
/// Nothing that stands in the bytes makes it throw: what is broken is mended, with a warning for each kind of repair, and
/// what is no feed is said to be something else. DTDs are not followed, entities grow by 64 K characters at most.
/// </remarks>
public static class FeedParser
{
    /// <summary>No feed is larger; what follows is treated as cut off.</summary>
    public const int MaximumBytes = 32 * 1024 * 1024;

    // Where a feed begins after all, when something was printed before it.
    private const int MaximumJunk = 64 * 1024;

    private static readonly string[] Beginnings = ["<?xml", "<rss", "<rdf:RDF", "<RDF", "<feed"];

    /// <param name="body">The document as it was received, without transport compression.</param>
    /// <param name="contentType">The Content-Type header, for its charset; null where unknown.</param>
    /// <param name="baseUrl">The address that the document came from, for its relative links; null where unknown.</param>
    public static FeedReading Parse(ReadOnlyMemory<byte> body, string? contentType, Uri? baseUrl)
    {
        var bytes = body.Span;
        if (NotAFeed.ByMagicNumber(bytes) is { } binary)
            return new FeedReading.NotAFeed(binary);

        var warnings = new FeedWarnings();
        if (bytes.Length > MaximumBytes)
        {
            bytes = bytes[..MaximumBytes];
            warnings.Add("The document is larger than 32 MB; only the beginning was read.");
        }

        if (baseUrl is { IsAbsoluteUri: false })
            baseUrl = null;
        var text = FeedEncoding.Decode(bytes, contentType, warnings);
        var start = 0;
        while (start < text.Length && (char.IsWhiteSpace(text[start]) || text[start] is '\uFEFF' or '\u200B'))
            start++;
        if (start == text.Length)
            return new FeedReading.NotAFeed("This document is empty.");
        return text[start] is '{' or '[' ? ReadJson(text, start, baseUrl, warnings) : ReadMarkup(text, start, baseUrl, warnings);
    }

    private static FeedReading ReadJson(string text, int start, Uri? baseUrl, FeedWarnings warnings)
    {
        var feed = new FeedDraft(FeedFormat.Json, warnings);
        var reader = new JsonFeedReader(Encoding.UTF8.GetBytes(text, start, text.Length - start), baseUrl, feed, warnings);
        reader.Read();
        return reader.IsFeed
            ? new FeedReading.Read(feed.Build())
            : new FeedReading.NotAFeed(NotAFeed.Json(reader.TopNames, text[start] == '['));
    }

    private static FeedReading ReadMarkup(string text, int start, Uri? baseUrl, FeedWarnings warnings)
    {
        var xml = new FeedXml(text, start, baseUrl, warnings);
        if (text[start] == '<' && xml.NextChild(0))
        {
            if (ReadFeed(xml, warnings) is { } feed)
                return new FeedReading.Read(feed);
            if (xml.Name == "html")
                return new FeedReading.NotAFeed(NotAFeed.Markup(text, xml));
        }

        // "<br /><b>Warning</b>: … in feed.php<br /><?xml …": what a server prints before the feed is passed over.
        var later = LaterBeginning(text, start + 1);
        if (later > 0)
        {
            var second = new FeedXml(text, later, baseUrl, warnings);
            if (second.NextChild(0) && ReadFeed(second, warnings, "Text before the document's beginning was passed over.") is { } feed)
                return new FeedReading.Read(feed);
        }

        return new FeedReading.NotAFeed(NotAFeed.Markup(text, new FeedXml(text, start, baseUrl, new FeedWarnings())));
    }

    private static Feed? ReadFeed(FeedXml xml, FeedWarnings warnings, string? repair = null)
    {
        FeedDraft feed;
        switch (xml.Name)
        {
            case "rss" or "channel":
                warnings.Add(repair);
                feed = new FeedDraft(FeedFormat.Rss, warnings);
                new RssReader(xml, feed, isRdf: false).Read();
                break;
            case "rdf":
                warnings.Add(repair);
                feed = new FeedDraft(FeedFormat.Rdf, warnings);
                var reader = new RssReader(xml, feed, isRdf: true);
                reader.Read();
                if (!reader.IsFeed)
                    return null;
                break;
            case "feed" when xml.Namespace is not FeedNamespace.Other:
                warnings.Add(repair);
                feed = new FeedDraft(FeedFormat.Atom, warnings);
                new AtomReader(xml, feed).Read();
                break;
            default:
                return null;
        }

        if (xml.IsTruncated)
            warnings.Add("The document breaks off; what stands before was read.");
        return feed.Build();
    }

    private static int LaterBeginning(string text, int from)
    {
        var window = text.AsSpan(from, Math.Min(text.Length - from, MaximumJunk));
        var first = -1;
        foreach (var beginning in Beginnings)
        {
            var at = window.IndexOf(beginning, StringComparison.OrdinalIgnoreCase);
            if (at < 0 || first >= 0 && at > first)
                continue;
            var after = at + beginning.Length < window.Length ? window[at + beginning.Length] : ' ';
            if (char.IsWhiteSpace(after) || after == '>')
                first = at;
        }

        return first < 0 ? -1 : from + first;
    }
}
