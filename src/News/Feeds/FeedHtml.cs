using System.Buffers;
using System.Text;

namespace News.Feeds;

/// <summary>
/// The HTML of an item → the same HTML without what runs or loads by itself (scripts, styles, frames, event handlers)
/// and with absolute addresses. What is harmless stays as it was written, character by character.
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

    // Dropped with all that stands inside; HTML reads their insides as text.
    private static readonly AsciiNames RawTexts = new(
        "script style iframe noembed noframes textarea title xmp");

    // Dropped, but what stands inside is kept.
    private static readonly AsciiNames Unwrapped = new(
        "html head body object applet embed param frame frameset link meta base form input button select noscript layer " +
        "ilayer bgsound plaintext template");

    private static readonly AsciiNames Addresses = new(
        "href src cite poster background longdesc data action xlink:href");

    private static readonly AsciiNames DroppedAttributes = new(
        "srcdoc ping formaction autofocus xmlns fscommand seeksegmenttime");

    // Seen in HTML without an end tag.
    private static readonly AsciiNames Voids = new("br img p hr");

    private static readonly SearchValues<byte> NotInNames = SearchValues.Create("<>\"'`"u8);

    public static bool IsTag(ReadOnlySpan<byte> name) => Tags.Contains(name);

    public static bool IsBlock(ReadOnlySpan<byte> name) => Blocks.Contains(name);

    public static bool IsRawText(ReadOnlySpan<byte> name) => RawTexts.Contains(name);

    /// <summary>Where the end tag of a raw-text element begins; the end of the text where there is none.</summary>
    public static int EndOfRawText(ReadOnlySpan<byte> html, int from, ReadOnlySpan<byte> name)
    {
        var i = Math.Min(from, html.Length);
        while (html[i..].IndexOf("</"u8) is var next && next >= 0)
        {
            i += next;
            var rest = html[(i + 2)..];
            if (rest.Length >= name.Length && Ascii.EqualsIgnoreCase(rest[..name.Length], name))
                return i;
            i += 2;
        }

        return html.Length;
    }

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
                    if (RawTexts.Contains(name))
                    {
                        if (!scanner.IsSelfClosing || !Ascii.EqualsIgnoreCase(name, "iframe"u8))
                            scanner.SkipTo(EndOfRawText(html, scanner.End, scanner.Name));
                    }
                    else if (!Unwrapped.Contains(name))
                    {
                        AppendTag(ref clean, ref scanner, name, baseUri, ref firstImage);
                    }

                    break;
                case MarkupKind.EndTag:
                    var endName = LocalName(scanner.Name);
                    if (!RawTexts.Contains(endName) && !Unwrapped.Contains(endName))
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
        var scanner = new MarkupScanner(html, html: true);
        while (scanner.Next())
        {
            if (scanner.Kind != MarkupKind.StartTag)
                continue;
            var name = LocalName(scanner.Name);
            if (RawTexts.Contains(name))
            {
                if (!scanner.IsSelfClosing || !Ascii.EqualsIgnoreCase(name, "iframe"u8))
                    scanner.SkipTo(EndOfRawText(html, scanner.End, scanner.Name));
            }
            else if (Ascii.EqualsIgnoreCase(name, "img"u8) && Picture(scanner.Inner, baseUri) is { } picture)
            {
                return picture;
            }
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
                source = Address(CharacterReferences.DecodeToString(attributes.Value), baseUri, isImageSource: true) ?? source;
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

        static bool IsKnown(ReadOnlySpan<byte> local) => IsTag(local) || IsRawText(local) || Unwrapped.Contains(local);
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
        if (firstImage is null && Ascii.EqualsIgnoreCase(name, "img"u8))
            firstImage = Picture(scanner.Inner, baseUri);
        if (scanner.Repair is null && name.Length == scanner.Name.Length && IsHarmless(scanner.Inner))
        {
            clean.Append(scanner.Raw);
            return;
        }

        var from = clean.Length;
        var isChanged = scanner.Repair is not null || name.Length != scanner.Name.Length;
        var isImage = Ascii.EqualsIgnoreCase(name, "img"u8);
        clean.Append((byte)'<');
        clean.Append(name);
        var attributes = new MarkupAttributes(scanner.Inner);
        while (attributes.Next())
            isChanged |= AppendAttribute(ref clean, attributes.Name, attributes.Value, isImage, baseUri);

        if (!isChanged)
        {
            clean.Truncate(from);
            clean.Append(scanner.Raw);
        }
        else
        {
            clean.Append(scanner.IsSelfClosing ? " />"u8 : ">"u8);
        }
    }

    /// <summary>Writes an attribute, unless it does harm; true where it is not as it was.</summary>
    private static bool AppendAttribute(
        ref Utf8Buffer clean, ReadOnlySpan<byte> name, ReadOnlySpan<byte> value, bool isImage, Uri? baseUri)
    {
        if (IsDropped(name, value))
            return true;

        var isSet = Ascii.EqualsIgnoreCase(name, "srcset"u8);
        if (isSet || Addresses.Contains(name))
        {
            var written = CharacterReferences.DecodeToString(value);
            var address = isSet
                ? SourceSet(written, baseUri)
                : Address(written, baseUri, isImage && Ascii.EqualsIgnoreCase(name, "src"u8));
            if (address is null)
                return true;

            var isSame = address.Equals(written, StringComparison.Ordinal);
            if (!isSame || isSet)
            {
                AppendAttribute(ref clean, name, address);
                return !isSame;
            }
        }

        clean.Append((byte)' ');
        clean.Append(name);
        if (!value.IsEmpty)
            AppendValue(ref clean, Encoding.UTF8.GetString(value));
        return false;
    }

    /// <summary>The most of tags: whatever attributes there are can stay, and addresses are absolute already.</summary>
    private static bool IsHarmless(ReadOnlySpan<byte> inner)
    {
        var attributes = new MarkupAttributes(inner);
        while (attributes.Next())
        {
            if (IsDropped(attributes.Name, attributes.Value)
                || Ascii.EqualsIgnoreCase(attributes.Name, "srcset"u8)
                || Addresses.Contains(attributes.Name) && !FeedLink.IsPlainWeb(attributes.Value))
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsDropped(ReadOnlySpan<byte> name, ReadOnlySpan<byte> value)
    {
        if (StartsWith(name, "on"u8) || DroppedAttributes.Contains(name) || StartsWith(name, "xmlns:"u8)
            || name.ContainsAny(NotInNames))
        {
            return true;
        }

        if (!Ascii.EqualsIgnoreCase(name, "style"u8))
            return false;

        // Styles that hide or colour are harmless; those that load, run or can hide that they do are not.
        var style = CharacterReferences.DecodeToString(value);
        return style.AsSpan().IndexOfAny("\\@<") >= 0
            || style.Contains("url", StringComparison.OrdinalIgnoreCase)
            || style.Contains("expression", StringComparison.OrdinalIgnoreCase)
            || style.Contains("script", StringComparison.OrdinalIgnoreCase)
            || style.Contains("binding", StringComparison.OrdinalIgnoreCase)
            || style.Contains("behavior", StringComparison.OrdinalIgnoreCase);
    }

    private static bool StartsWith(ReadOnlySpan<byte> name, ReadOnlySpan<byte> beginning) =>
        name.Length >= beginning.Length && Ascii.EqualsIgnoreCase(name[..beginning.Length], beginning);

    private static string? Address(string written, Uri? baseUri, bool isImageSource)
    {
        if (isImageSource && written.StartsWith("data:image/", StringComparison.OrdinalIgnoreCase)
            && !written.StartsWith("data:image/svg", StringComparison.OrdinalIgnoreCase))
        {
            return written;
        }

        return FeedLink.Absolute(written, baseUri);
    }

    private static string SourceSet(string written, Uri? baseUri)
    {
        var candidates = written.Split(", ", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        for (var i = 0; i < candidates.Length; i++)
        {
            var space = candidates[i].IndexOf(' ', StringComparison.Ordinal);
            var address = space < 0 ? candidates[i] : candidates[i][..space];
            candidates[i] = FeedLink.Absolute(address, baseUri) + (space < 0 ? "" : candidates[i][space..]);
        }

        return string.Join(", ", candidates);
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
