using System.Buffers;
using System.Numerics;
using System.Text;

namespace News.Feeds;

/// <summary>What bytes are instead, where they are no feed: the sentence that a person reads.</summary>
internal static class NotAFeed
{
    private static readonly SearchValues<byte> Unseen = SearchValues.Create("\0 \t\r\n\uFEFF"u8);

    /// <summary>Files that are known by their first bytes; null for what may be text.</summary>
    public static string? ByMagicNumber(ReadOnlySpan<byte> body)
    {
        if (body.IsEmpty)
            return "This document is empty.";

        var kind = body switch
        {
            [(byte)'%', (byte)'P', (byte)'D', (byte)'F', ..] => "a PDF file",
            [0x89, (byte)'P', (byte)'N', (byte)'G', ..] => "a PNG image",
            [0xFF, 0xD8, 0xFF, ..] => "a JPEG image",
            [(byte)'G', (byte)'I', (byte)'F', (byte)'8', ..] => "a GIF image",
            [(byte)'R', (byte)'I', (byte)'F', (byte)'F', _, _, _, _, (byte)'W', (byte)'E', (byte)'B', (byte)'P', ..] => "a WebP image",
            [0, 0, 1, 0, ..] => "an icon",
            [0x1F, 0x8B, ..] => "gzip-compressed data",
            [(byte)'P', (byte)'K', 3, 4, ..] => "a ZIP archive",
            [(byte)'B', (byte)'Z', (byte)'h', ..] => "bzip2-compressed data",
            [0x28, 0xB5, 0x2F, 0xFD, ..] => "zstd-compressed data",
            [(byte)'I', (byte)'D', (byte)'3', ..] => "an MP3 file",
            [0, 0, 0, _, (byte)'f', (byte)'t', (byte)'y', (byte)'p', ..] => "an MP4 file",
            [(byte)'O', (byte)'g', (byte)'g', (byte)'S', ..] => "an Ogg file",
            [(byte)'S', (byte)'Q', (byte)'L', (byte)'i', (byte)'t', (byte)'e', ..] => "an SQLite database",
            [0x7F, (byte)'E', (byte)'L', (byte)'F', ..] => "a program",
            _ => null,
        };
        return kind is null ? null : $"This is {kind}, not a feed.";
    }

    /// <summary>Of a document with nothing to read in it.</summary>
    public static string Nothing(ReadOnlySpan<byte> body) =>
        body.Length > 4 && body.ContainsAnyExcept(Unseen) || body.Contains((byte)0) && !body.ContainsAnyExcept((byte)0)
            ? "This document holds nothing but control characters, not a feed."
            : "This document is empty.";

    /// <summary>
    /// What was read as text and made no sense, by its bytes: text has no more than a few kinds of control characters.
    /// Null where it may be text.
    /// </summary>
    public static string? ByBytes(ReadOnlySpan<byte> body)
    {
        const int LookedAt = 512;
        const int KindsInText = 5;
        if (body.StartsWith((ReadOnlySpan<byte>)[0x4C, 0x6F, 0xA7, 0x94, 0x93]))
            return "This is XML in EBCDIC, which is not read.";
        if (body.StartsWith("\uFEFF"u8) || body is [0xFE, 0xFF, ..] or [0xFF, 0xFE, ..] || body.Count((byte)0) > body.Length / 8)
            return null;

        var kinds = 0u;
        foreach (var value in body[..Math.Min(body.Length, LookedAt)])
        {
            if (value < ' ' && value is not ((byte)'\t' or (byte)'\n' or (byte)'\r' or (byte)'\f' or 0x1B))
                kinds |= 1u << value;
        }

        return BitOperations.PopCount(kinds) > KindsInText ? "This is binary data (compressed, encrypted or a file of some program), not a feed." : null;
    }

    public static string Json(IReadOnlyList<string> names, bool isList)
    {
        if (isList)
            return "This is a JSON list, not a feed.";
        return names.Count == 0
            ? "This is JSON, but not a feed."
            : $"This is JSON with {string.Join(", ", names.Select(name => $"\"{Shortened(name)}\""))}, but not a feed.";
    }

    public static string Markup(ReadOnlyMemory<byte> document, int start)
    {
        var xml = new FeedXml(document, start, null, new FeedWarnings());
        var sentence = Markup(document.Span[start..], ref xml);
        xml.Dispose();
        return sentence;
    }

    private static string Markup(ReadOnlySpan<byte> text, ref FeedXml xml)
    {
        if (text[0] != '<' || !xml.NextChild(0))
        {
            if (text.StartsWith("<?xml"u8) || text.StartsWith("<!"u8))
                return "This is XML without a single element, cut off or empty, not a feed.";
            if (text[0] == '<' && text.Length < 100 && !text.Contains((byte)'>'))
                return $"This breaks off in its first tag (\"{Shortened(PlainLine.Fold(text) ?? "")}\"), and is not a feed.";
            return $"This is plain text (\"{Shortened(PlainLine.Fold(text[..Math.Min(text.Length, 200)]) ?? "")}\"), not a feed.";
        }

        return xml.Name switch
        {
            "html" => HtmlPage(text),
            "opml" => "This is an OPML list of feeds, not a feed.",
            "urlset" => "This is a sitemap, not a feed.",
            "sitemapindex" => "This is an index of sitemaps, not a feed.",
            "envelope" => "This is a SOAP message, not a feed.",
            "rdf" => "This is an RDF document without a channel or items, not a feed.",
            _ when FeedHtml.IsTag(xml.WrittenName) || FeedHtml.IsRawText(xml.WrittenName) => HtmlPage(text),
            _ => $"This is XML with the root <{Shortened(Encoding.UTF8.GetString(xml.WrittenName))}>, not a feed.",
        };
    }

    private static string HtmlPage(ReadOnlySpan<byte> text)
    {
        var scanner = new MarkupScanner(text, html: true);
        while (scanner.Next())
        {
            if (scanner.Kind == MarkupKind.StartTag && Ascii.EqualsIgnoreCase(scanner.Name, "title"u8))
            {
                var end = FeedHtmlRawText.End(text, scanner.End, "title"u8);
                var title = PlainLine.FromText(text[scanner.End..Math.Min(end, scanner.End + 500)]);
                if (title is not null)
                    return $"This is an HTML page (\"{Shortened(title)}\"), not a feed.";
            }
        }

        return "This is an HTML page, not a feed.";
    }

    private static string Shortened(string text) => text.Length <= 80 ? text : $"{text[..79].TrimEnd()}…";
}
