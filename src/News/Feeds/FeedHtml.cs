using System.Text;

namespace News.Feeds;

/// <summary>
/// The HTML of an item → the same HTML without what runs or loads by itself (scripts, styles, frames, event handlers)
/// and with absolute addresses. What is harmless stays as it was written, character by character, if it can.
/// </summary>
internal static class FeedHtml
{
    private static readonly AsciiNames Tags = new(
        "a abbr acronym address area article aside audio b basefont bdi bdo big blockquote body br button canvas caption " +
        "center cite code col colgroup dd del details dfn dir div dl dt em embed fieldset figcaption figure font footer form " +
        "h1 h2 h3 h4 h5 h6 head header hr html i iframe img input ins kbd label legend li link main map mark menu meta nav " +
        "noscript object ol option p param picture pre q rp rt ruby s samp script section select small source span strike " +
        "strong style sub summary sup svg table tbody td textarea tfoot th thead time tr track tt u ul var video wbr");

    private static readonly AsciiNames Blocks = new(
        "address article aside blockquote body br center dd details dir div dl dt fieldset figcaption figure footer form h1 " +
        "h2 h3 h4 h5 h6 head header hr html li main menu nav ol option p pre section summary table tbody td tfoot th thead tr ul");

    // Seen in HTML without an end tag.
    private static readonly AsciiNames Voids = new("br img p hr");

    public static bool IsTag(ReadOnlySpan<byte> name) => Tags.Contains(name);

    public static bool IsBlock(ReadOnlySpan<byte> name) => Blocks.Contains(name);

    public static bool IsRawText(ReadOnlySpan<byte> name) => FeedHtmlRawText.Is(name);

    /// <summary>
    /// Whether text is HTML: it closes a tag that HTML knows, or holds one that needs no closing. "the &lt;blink&gt; tag"
    /// is none.
    /// </summary>
    public static bool LooksLikeHtml(ReadOnlySpan<byte> text)
    {
        if (!text.Contains((byte)'<') || !text.Contains((byte)'>'))
            return false;

        var scanner = new MarkupScanner(text, html: true);
        while (scanner.Next())
        {
            if (scanner.Kind == MarkupKind.EndTag && IsTag(scanner.Name))
                return true;
            if (scanner.Kind == MarkupKind.StartTag && Voids.Contains(scanner.Name))
                return true;
        }

        return false;
    }

    /// <summary>Plain text as HTML: an empty line parts paragraphs, a line break stays one.</summary>
    public static string FromPlainText(string text)
    {
        text = text.Trim();
        if (text.AsSpan().IndexOfAny('&', '<', '>') >= 0)
        {
            text = text.Replace("&", "&amp;", StringComparison.Ordinal)
                .Replace("<", "&lt;", StringComparison.Ordinal)
                .Replace(">", "&gt;", StringComparison.Ordinal);
        }

        if (!text.Contains('\n', StringComparison.Ordinal))
            return text;

        var html = new StringBuilder(text.Length + 64);
        foreach (var paragraph in text.Split("\n\n", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
            html.Append("<p>").Append(paragraph.Replace("\n", "<br>\n", StringComparison.Ordinal)).Append("</p>\n");
        return html.ToString().TrimEnd();
    }

    /// <summary>Takes the div away that Atom wraps around XHTML and that is no part of the content.</summary>
    public static ReadOnlySpan<byte> WithoutWrapper(ReadOnlySpan<byte> markup)
    {
        markup = PlainLine.Trim(markup);
        var scanner = new MarkupScanner(markup);
        if (!scanner.Next() || scanner.Kind != MarkupKind.StartTag || scanner.IsSelfClosing || !IsDiv(scanner.Name))
            return markup;

        var bodyStart = scanner.End;
        var depth = 1;
        while (scanner.Next())
        {
            if (scanner.Kind == MarkupKind.StartTag && !scanner.IsSelfClosing && IsDiv(scanner.Name))
                depth++;
            else if (scanner.Kind == MarkupKind.EndTag && IsDiv(scanner.Name) && --depth == 0)
                return scanner.End == markup.Length ? PlainLine.Trim(markup[bodyStart..scanner.Start]) : markup;
        }

        return markup;

        static bool IsDiv(ReadOnlySpan<byte> name) => Ascii.EqualsIgnoreCase(LocalName(name), "div"u8);
    }

    /// <param name="baseUri">What relative addresses are relative to; they stay relative without one.</param>
    /// <param name="firstImage">The address of the first picture that is more than a counter's pixel.</param>
    public static string Clean(ReadOnlySpan<byte> html, Uri? baseUri, out string? firstImage)
    {
        firstImage = null;
        if (!html.Contains((byte)'<'))
            return Encoding.UTF8.GetString(PlainLine.Trim(html));

        var clean = new Utf8Buffer(html.Length);
        var rawText = new FeedHtmlRawText(html);
        var scanner = new MarkupScanner(html, html: true);
        while (scanner.Next())
        {
            switch (scanner.Kind)
            {
                case MarkupKind.Text:
                    AppendText(ref clean, scanner.Inner);
                    break;
                case MarkupKind.StartTag:
                    var name = LocalName(scanner.Name);
                    if (FeedHtmlSafety.IsKept(name))
                        AppendTag(ref clean, ref scanner, name, baseUri, ref firstImage);
                    else
                        scanner.SkipTo(rawText.Skip(name, scanner.End, scanner.IsSelfClosing));
                    break;
                case MarkupKind.EndTag:
                    var endName = LocalName(scanner.Name);
                    if (FeedHtmlSafety.IsKept(endName))
                    {
                        clean.Append("</"u8);
                        clean.Append(endName);
                        clean.Append((byte)'>');
                    }

                    break;
            }
        }

        var result = Encoding.UTF8.GetString(PlainLine.Trim(clean.Written));
        clean.Dispose();
        return result;
    }

    /// <summary>The first picture's address as <see cref="Clean"/> gives it, at the cost of the way to it.</summary>
    public static string? FirstImage(ReadOnlySpan<byte> html, Uri? baseUri)
    {
        var rawText = new FeedHtmlRawText(html);
        var scanner = new MarkupScanner(html, html: true);
        while (scanner.Next())
        {
            if (scanner.Kind != MarkupKind.StartTag)
                continue;
            var name = LocalName(scanner.Name);
            if (Ascii.EqualsIgnoreCase(name, "img"u8) && Picture(scanner.Inner, baseUri) is { } picture)
                return picture;
            scanner.SkipTo(rawText.Skip(name, scanner.End, scanner.IsSelfClosing));
        }

        return null;
    }

    private static string? Picture(ReadOnlySpan<byte> inner, Uri? baseUri)
    {
        string? source = null;
        var attributes = new MarkupAttributes(inner);
        while (attributes.Next())
        {
            if (IsPixel(attributes.Name, attributes.Value))
                return null;
            if (Ascii.EqualsIgnoreCase(attributes.Name, "src"u8))
                source = FeedHtmlSafety.Address(CharacterReferences.DecodeToString(attributes.Value), baseUri, isImageSource: true) ?? source;
        }

        return FeedLink.IsWeb(source) ? source : null;
    }

    private static bool IsPixel(ReadOnlySpan<byte> name, ReadOnlySpan<byte> value) =>
        (name.SequenceEqual("width"u8) || name.SequenceEqual("height"u8))
        && PlainLine.Trim(value) is [(byte)'0' or (byte)'1'] or [(byte)'0' or (byte)'1', (byte)'p', (byte)'x'];

    /// <summary>"xhtml:p" → "p".</summary>
    private static ReadOnlySpan<byte> LocalName(ReadOnlySpan<byte> name)
    {
        var colon = name.IndexOf((byte)':');
        return colon >= 0 && IsKnown(name[(colon + 1)..]) ? name[(colon + 1)..] : name;

        static bool IsKnown(ReadOnlySpan<byte> local) => IsTag(local) || IsRawText(local) || FeedHtmlSafety.IsKept(local);
    }

    // A '<' that is text here might begin a tag together with what stands behind it once a tag between was dropped.
    private static void AppendText(ref Utf8Buffer clean, ReadOnlySpan<byte> text)
    {
        for (var at = text.IndexOf((byte)'<'); at >= 0; at = text.IndexOf((byte)'<'))
        {
            clean.Append(text[..at]);
            clean.Append("&lt;"u8);
            text = text[(at + 1)..];
        }

        clean.Append(text);
    }

    private static void AppendTag(
        ref Utf8Buffer clean, scoped ref MarkupScanner scanner, ReadOnlySpan<byte> name, Uri? baseUri, ref string? firstImage)
    {
        var isImage = Ascii.EqualsIgnoreCase(name, "img"u8);
        if (firstImage is null && isImage)
            firstImage = Picture(scanner.Inner, baseUri);
        if (name.Length == scanner.Name.Length && CanStay(ref scanner))
        {
            clean.Append(scanner.Raw);
            return;
        }

        clean.Append((byte)'<');
        clean.Append(name);
        var attributes = new MarkupAttributes(scanner.Inner);
        for (var count = 0; count < FeedHtmlSafety.MaximumAttributes && attributes.Next(); count++)
            AppendAttribute(ref clean, attributes.Name, attributes.Value, isImage, baseUri);
        clean.Append(scanner.IsSelfClosing ? " />"u8 : ">"u8);
    }

    /// <summary>Writes an attribute, unless it may do harm.</summary>
    private static void AppendAttribute(
        ref Utf8Buffer clean, ReadOnlySpan<byte> name, ReadOnlySpan<byte> value, bool isImage, Uri? baseUri)
    {
        if (!FeedHtmlSafety.IsHarmless(name, value))
            return;

        var isSet = Ascii.EqualsIgnoreCase(name, "srcset"u8);
        if (isSet || FeedHtmlSafety.IsAddress(name))
        {
            var written = CharacterReferences.DecodeToString(value);
            var address = isSet
                ? FeedHtmlSafety.SourceSet(written, baseUri)
                : FeedHtmlSafety.Address(written, baseUri, isImage && Ascii.EqualsIgnoreCase(name, "src"u8));
            if (address is null)
                return;

            // Browsers read "&#106avascript:" as a script's address, without the semicolon: what was read is written.
            if (!FeedLink.IsPlainWeb(value) || !address.Equals(written, StringComparison.Ordinal))
            {
                AppendAttribute(ref clean, name, address);
                return;
            }
        }

        clean.Append((byte)' ');
        clean.Append(name);
        if (!value.IsEmpty)
            AppendValue(ref clean, Encoding.UTF8.GetString(value));
    }

    /// <summary>
    /// The most of tags: all attributes may stay, addresses are absolute already. A tag with a '&lt;' or '&gt;' inside is
    /// written anew, since a browser might see its end elsewhere: <c>&lt;p class=a="&gt;&lt;img/onerror=x&gt;"&gt;</c>.
    /// </summary>
    private static bool CanStay(ref MarkupScanner scanner)
    {
        if (scanner.Repair is not null || scanner.Inner.IndexOfAny((byte)'<', (byte)'>') >= 0)
            return false;

        var attributes = new MarkupAttributes(scanner.Inner);
        for (var count = 0; attributes.Next(); count++)
        {
            if (count == FeedHtmlSafety.MaximumAttributes
                || !FeedHtmlSafety.IsHarmless(attributes.Name, attributes.Value)
                || Ascii.EqualsIgnoreCase(attributes.Name, "srcset"u8)
                || FeedHtmlSafety.IsAddress(attributes.Name) && !FeedLink.IsPlainWeb(attributes.Value))
            {
                return false;
            }
        }

        return true;
    }

    private static void AppendAttribute(ref Utf8Buffer clean, ReadOnlySpan<byte> name, string value)
    {
        clean.Append((byte)' ');
        clean.Append(name);
        AppendValue(ref clean, value.Replace("&", "&amp;", StringComparison.Ordinal));
    }

    private static void AppendValue(ref Utf8Buffer clean, string value)
    {
        clean.Append("=\""u8);
        clean.Append(value.Replace("\"", "&quot;", StringComparison.Ordinal));
        clean.Append((byte)'"');
    }
}
