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

    /// <param name="body">The document as it was received, without transport compression.</param>
    /// <param name="contentType">The Content-Type header, for its charset; null where unknown.</param>
    /// <param name="baseUrl">The address that the document came from, for its relative links; null where unknown.</param>
    public static FeedReading Parse(ReadOnlyMemory<byte> body, string? contentType, Uri? baseUrl)
    {
        if (NotAFeed.ByMagicNumber(body.Span) is { } binary)
            return new FeedReading.NotAFeed(binary);

        var warnings = new FeedWarnings();
        if (body.Length > MaximumBytes)
        {
            body = body[..MaximumBytes];
            warnings.Add("The document is larger than 32 MB; only the beginning was read.");
        }

        if (baseUrl is { IsAbsoluteUri: false })
            baseUrl = null;
        var document = FeedEncoding.ToUtf8(body, contentType, warnings);
        var start = Beginning(document.Span);
        if (start == document.Length)
            return new FeedReading.NotAFeed(NotAFeed.Nothing(body.Span));
        var reading = document.Span[start] is (byte)'{' or (byte)'['
            ? ReadJson(document[start..], baseUrl, warnings)
            : ReadMarkup(document, start, baseUrl, warnings);
        return reading is FeedReading.NotAFeed && NotAFeed.ByBytes(body.Span) is { } bytes ? new FeedReading.NotAFeed(bytes) : reading;
    }

    /// <summary>Behind white space and marks that cannot be seen.</summary>
    private static int Beginning(ReadOnlySpan<byte> document)
    {
        var rest = PlainLine.TrimStart(document);
        while (rest.StartsWith("\uFEFF"u8) || rest.StartsWith("\u200B"u8))
            rest = PlainLine.TrimStart(rest[3..]);
        return document.Length - rest.Length;
    }

    private static FeedReading ReadJson(ReadOnlyMemory<byte> document, Uri? baseUrl, FeedWarnings warnings)
    {
        var reading = TryReadJson(document, baseUrl, warnings, out var isValid);
        if (isValid || !document.Span.ContainsAny("\n\r\t"u8))
            return reading;

        // Line breaks inside of strings are the sin that JSON forgives least, and between values they are but spaces.
        var mended = new FeedWarnings();
        mended.Add("Line breaks inside of JSON's strings were read as spaces.");
        var spaced = document.ToArray();
        foreach (var c in "\n\r\t"u8)
            spaced.AsSpan().Replace(c, (byte)' ');
        var second = TryReadJson(spaced, baseUrl, mended, out isValid);
        return isValid ? second : reading;
    }

    private static FeedReading TryReadJson(ReadOnlyMemory<byte> document, Uri? baseUrl, FeedWarnings warnings, out bool isValid)
    {
        var feed = new FeedDraft(FeedFormat.Json, warnings);
        var reader = new JsonFeedReader(document, baseUrl, feed, warnings);
        isValid = reader.Read();
        return reader.IsFeed
            ? new FeedReading.Read(feed.Build())
            : new FeedReading.NotAFeed(NotAFeed.Json(reader.TopNames, document.Span[0] == '['));
    }

    private static FeedReading ReadMarkup(ReadOnlyMemory<byte> document, int start, Uri? baseUrl, FeedWarnings warnings)
    {
        var isPage = false;
        if (document.Span[start] == '<' && TryReadMarkup(document, start, baseUrl, warnings, null, out isPage) is { } feed)
            return new FeedReading.Read(feed);

        // "<br /><b>Warning</b>: … in feed.php<br /><?xml …": what a server prints before the feed is passed over.
        var later = isPage ? -1 : LaterBeginning(document.Span, start + 1);
        if (later > 0)
        {
            const string Repair = "Text before the document's beginning was passed over.";
            if (TryReadMarkup(document, later, baseUrl, warnings, Repair, out _) is { } laterFeed)
                return new FeedReading.Read(laterFeed);
        }

        return new FeedReading.NotAFeed(NotAFeed.Markup(document, start));
    }

    private static Feed? TryReadMarkup(
        ReadOnlyMemory<byte> document, int start, Uri? baseUrl, FeedWarnings warnings, string? repair, out bool isPage)
    {
        var xml = new FeedXml(document, start, baseUrl, warnings);
        try
        {
            var hasRoot = xml.NextChild(0);
            isPage = hasRoot && xml.Name == "html";
            return hasRoot ? ReadFeed(xml, warnings, repair) : null;
        }
        finally
        {
            xml.Dispose();
        }
    }

    private static Feed? ReadFeed(FeedXml xml, FeedWarnings warnings, string? repair)
    {
        FeedDraft feed;
        bool isTruncated;
        switch (xml.Name)
        {
            case "rss" or "channel" or "rdf":
                var isRdf = xml.Name == "rdf";
                feed = new FeedDraft(isRdf ? FeedFormat.Rdf : FeedFormat.Rss, warnings);
                var rss = new RssReader(xml, feed, isRdf);
                warnings.Add(repair);
                rss.Read();
                if (isRdf && !rss.IsFeed)
                    return null;
                isTruncated = rss.IsTruncated;
                break;
            case "feed" when xml.Namespace is not FeedNamespace.Other:
            case "entry" when xml.Namespace is FeedNamespace.Atom10 or FeedNamespace.Atom03: // Atom's entry document
                feed = new FeedDraft(FeedFormat.Atom, warnings);
                var atom = new AtomReader(xml, feed);
                warnings.Add(repair);
                atom.Read();
                isTruncated = atom.IsTruncated;
                break;
            default:
                return null;
        }

        if (isTruncated)
            warnings.Add("The document breaks off; what stands before was read.");
        return feed.Build();
    }

    private static int LaterBeginning(ReadOnlySpan<byte> document, int from)
    {
        var window = document[from..Math.Min(document.Length, from + MaximumJunk)];
        for (var i = window.IndexOf((byte)'<'); i >= 0 && i < window.Length;)
        {
            if (Begins(window[i..]))
                return from + i;
            var next = window[(i + 1)..].IndexOf((byte)'<');
            i = next < 0 ? -1 : i + 1 + next;
        }

        return -1;
    }

    private static bool Begins(ReadOnlySpan<byte> text)
    {
        var end = text[1..].IndexOfAny(" \t\r\n>"u8);
        var name = end < 0 ? text[1..] : text.Slice(1, end);
        return Ascii.EqualsIgnoreCase(name, "?xml"u8) || Ascii.EqualsIgnoreCase(name, "rss"u8)
            || Ascii.EqualsIgnoreCase(name, "rdf:RDF"u8) || Ascii.EqualsIgnoreCase(name, "RDF"u8)
            || Ascii.EqualsIgnoreCase(name, "feed"u8);
    }
}
