using System.Text;

namespace News.Feeds;

/// <summary>
/// The HTML of an item → the same HTML without what runs or loads by itself (scripts, styles, frames, event handlers)
/// and with absolute addresses. What is harmless stays as it was written, character by character.
/// </summary>
internal static class FeedHtml
{
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Tags = Set(
        "a abbr acronym address area article aside audio b basefont bdi bdo big blockquote body br button canvas caption " +
        "center cite code col colgroup dd del details dfn dir div dl dt em embed fieldset figcaption figure font footer form " +
        "h1 h2 h3 h4 h5 h6 head header hr html i iframe img input ins kbd label legend li link main map mark menu meta nav " +
        "noscript object ol option p param picture pre q rp rt ruby s samp script section select small source span strike " +
        "strong style sub summary sup svg table tbody td textarea tfoot th thead time tr track tt u ul var video wbr");

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Blocks = Set(
        "address article aside blockquote body br center dd details dir div dl dt fieldset figcaption figure footer form h1 " +
        "h2 h3 h4 h5 h6 head header hr html li main menu nav ol option p pre section summary table tbody td tfoot th thead tr ul");

    // Dropped with all that stands inside; HTML reads their insides as text.
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> RawTexts = Set(
        "script style iframe noembed noframes textarea title xmp");

    // Dropped, but what stands inside is kept.
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Unwrapped = Set(
        "html head body object applet embed param frame frameset link meta base form input button select noscript layer " +
        "ilayer bgsound plaintext template");

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Addresses = Set(
        "href src cite poster background longdesc data action xlink:href");

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> DroppedAttributes = Set(
        "srcdoc ping formaction autofocus xmlns fscommand seeksegmenttime");

    public static bool IsTag(ReadOnlySpan<char> name) => Tags.Contains(name);

    public static bool IsBlock(ReadOnlySpan<char> name) => Blocks.Contains(name);

    public static bool IsRawText(ReadOnlySpan<char> name) => RawTexts.Contains(name);

    /// <summary>Where the end tag of a raw-text element begins; the end of the text where there is none.</summary>
    public static int EndOfRawText(string html, int from, ReadOnlySpan<char> name)
    {
        var rest = html.AsSpan(from);
        var mark = string.Concat("</", name);
        var end = rest.IndexOf(mark, StringComparison.OrdinalIgnoreCase);
        return end < 0 ? html.Length : from + end;
    }

    /// <summary>
    /// Whether text is HTML: it closes a tag that HTML knows, or holds one that needs no closing. "the &lt;blink&gt; tag"
    /// is none.
    /// </summary>
    public static bool LooksLikeHtml(string text)
    {
        if (!text.Contains('<', StringComparison.Ordinal) || !text.Contains('>', StringComparison.Ordinal))
            return false;

        var scanner = new MarkupScanner(text, html: true);
        while (scanner.Next())
        {
            if (scanner.Kind == MarkupKind.EndTag && IsTag(scanner.Name))
                return true;
            if (scanner.Kind == MarkupKind.StartTag && scanner.Name is "br" or "img" or "p" or "hr" or "BR" or "IMG" or "P")
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
    public static string WithoutWrapper(string markup)
    {
        markup = markup.Trim();
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
                return scanner.End == markup.Length ? markup[bodyStart..scanner.Start].Trim() : markup;
        }

        return markup;

        static bool IsDiv(ReadOnlySpan<char> name) => LocalName(name).Equals("div", StringComparison.OrdinalIgnoreCase);
    }

    /// <param name="baseUri">What relative addresses are relative to; they stay relative without one.</param>
    /// <param name="firstImage">The address of the first picture that is more than a counter's pixel.</param>
    public static string Clean(string html, Uri? baseUri, out string? firstImage)
    {
        firstImage = null;
        if (!html.Contains('<', StringComparison.Ordinal))
            return html.Trim();

        var clean = new StringBuilder(html.Length);
        var scanner = new MarkupScanner(html, html: true);
        while (scanner.Next())
        {
            switch (scanner.Kind)
            {
                case MarkupKind.Text:
                    AppendText(clean, scanner.Inner);
                    break;
                case MarkupKind.StartTag:
                    var name = LocalName(scanner.Name);
                    if (RawTexts.Contains(name))
                    {
                        if (!scanner.IsSelfClosing || !name.Equals("iframe", StringComparison.OrdinalIgnoreCase))
                            scanner.SkipTo(EndOfRawText(html, scanner.End, scanner.Name));
                    }
                    else if (!Unwrapped.Contains(name))
                    {
                        AppendTag(clean, scanner, name, baseUri, ref firstImage);
                    }

                    break;
                case MarkupKind.EndTag:
                    var endName = LocalName(scanner.Name);
                    if (!RawTexts.Contains(endName) && !Unwrapped.Contains(endName))
                        clean.Append("</").Append(endName).Append('>');
                    break;
            }
        }

        return clean.ToString().Trim();
    }

    /// <summary>"xhtml:p" → "p".</summary>
    private static ReadOnlySpan<char> LocalName(ReadOnlySpan<char> name)
    {
        var colon = name.IndexOf(':');
        return colon >= 0 && IsKnown(name[(colon + 1)..]) ? name[(colon + 1)..] : name;

        static bool IsKnown(ReadOnlySpan<char> local) => IsTag(local) || IsRawText(local) || Unwrapped.Contains(local);
    }

    // A '<' that is text here might begin a tag together with what stands behind it once a tag between was dropped.
    private static void AppendText(StringBuilder clean, ReadOnlySpan<char> text)
    {
        for (var at = text.IndexOf('<'); at >= 0; at = text.IndexOf('<'))
        {
            clean.Append(text[..at]).Append("&lt;");
            text = text[(at + 1)..];
        }

        clean.Append(text);
    }

    private static void AppendTag(
        StringBuilder clean, MarkupScanner scanner, ReadOnlySpan<char> name, Uri? baseUri, ref string? firstImage)
    {
        var isImage = firstImage is null && name.Equals("img", StringComparison.OrdinalIgnoreCase);
        if (scanner.Inner.IsWhiteSpace() && scanner.Repair is null)
        {
            if (name.Length == scanner.Name.Length)
                clean.Append(scanner.Raw);
            else
                clean.Append('<').Append(name).Append(scanner.IsSelfClosing ? " />" : ">");
            return;
        }

        var from = clean.Length;
        var isChanged = scanner.Repair is not null || name.Length != scanner.Name.Length;
        string? source = null;
        var isPixel = false;
        clean.Append('<').Append(name);
        var attributes = new AttributeScanner(scanner.Inner);
        while (attributes.Next())
        {
            if (IsDropped(attributes.Name, attributes.Value))
            {
                isChanged = true;
                continue;
            }

            if (isImage && attributes.Name is "width" or "height" && attributes.Value.Trim() is "0" or "1" or "1px" or "0px")
                isPixel = true;
            var isSource = isImage && attributes.Name.Equals("src", StringComparison.OrdinalIgnoreCase);
            if (Addresses.Contains(attributes.Name))
            {
                var written = CharacterReferences.Decode(attributes.Value);
                var address = Address(written, baseUri, isSource);
                if (address is null)
                {
                    isChanged = true;
                    continue;
                }

                if (isSource)
                    source = address;
                if (!address.Equals(written, StringComparison.Ordinal))
                {
                    isChanged = true;
                    AppendAttribute(clean, attributes.Name, address);
                    continue;
                }
            }
            else if (attributes.Name.Equals("srcset", StringComparison.OrdinalIgnoreCase))
            {
                var written = CharacterReferences.Decode(attributes.Value);
                var candidates = SourceSet(written, baseUri);
                isChanged |= !candidates.Equals(written, StringComparison.Ordinal);
                AppendAttribute(clean, attributes.Name, candidates);
                continue;
            }

            clean.Append(' ').Append(attributes.Name);
            if (!attributes.Value.IsEmpty)
                clean.Append("=\"").Append(attributes.Value.ToString().Replace("\"", "&quot;", StringComparison.Ordinal)).Append('"');
        }

        if (!isChanged)
        {
            clean.Length = from;
            clean.Append(scanner.Raw);
        }
        else
        {
            clean.Append(scanner.IsSelfClosing ? " />" : ">");
        }

        if (isImage && !isPixel && FeedLink.IsWeb(source))
            firstImage = source;
    }

    private static bool IsDropped(ReadOnlySpan<char> name, ReadOnlySpan<char> value)
    {
        if (name.StartsWith("on", StringComparison.OrdinalIgnoreCase) || DroppedAttributes.Contains(name)
            || name.StartsWith("xmlns:", StringComparison.OrdinalIgnoreCase) || name.ContainsAny("<>\"'`"))
        {
            return true;
        }

        if (!name.Equals("style", StringComparison.OrdinalIgnoreCase))
            return false;

        // Styles that hide or colour are harmless; those that load, run or can hide that they do are not.
        var style = CharacterReferences.Decode(value);
        return style.AsSpan().IndexOfAny("\\@<") >= 0
            || style.Contains("url", StringComparison.OrdinalIgnoreCase)
            || style.Contains("expression", StringComparison.OrdinalIgnoreCase)
            || style.Contains("script", StringComparison.OrdinalIgnoreCase)
            || style.Contains("binding", StringComparison.OrdinalIgnoreCase)
            || style.Contains("behavior", StringComparison.OrdinalIgnoreCase);
    }

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

    private static void AppendAttribute(StringBuilder clean, ReadOnlySpan<char> name, string value) =>
        clean.Append(' ').Append(name).Append("=\"")
            .Append(value.Replace("&", "&amp;", StringComparison.Ordinal).Replace("\"", "&quot;", StringComparison.Ordinal))
            .Append('"');

    private static HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Set(string names) =>
        new HashSet<string>(names.Split(' '), StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();
}
