using System.Text;

namespace News.Feeds;

/// <summary>Titles, names and labels as feeds write them → one line of plain text.</summary>
internal static class PlainLine
{
    /// <summary>
    /// Text that may be HTML, as RSS leaves open: tags that HTML knows go ("&lt;b&gt;Oil&lt;/b&gt; up" → "Oil up"), others
    /// stay ("the &lt;foo&gt; tag"), references are decoded, also those that were escaped once too often ("AT&amp;amp;T").
    /// </summary>
    public static string? FromHtml(string? html)
    {
        if (string.IsNullOrEmpty(html))
            return null;
        if (html.AsSpan().IndexOfAny('<', '&') < 0)
            return Fold(html);

        var wasEscapedTwice = html.Contains("&amp;", StringComparison.Ordinal);
        var text = WithoutTags(html);
        if (wasEscapedTwice && CharacterReferences.ContainsReference(text))
            text = CharacterReferences.Decode(text);
        if (FeedHtml.LooksLikeHtml(text))
            text = WithoutTags(text);
        return Fold(text);
    }

    /// <summary>Text that says it is no HTML: tags stay; only references that a reader can't want to see are decoded.</summary>
    public static string? FromText(string? text)
    {
        if (string.IsNullOrEmpty(text))
            return null;
        return Fold(text.Contains('&', StringComparison.Ordinal) ? CharacterReferences.Decode(text) : text);
    }

    /// <summary>White space of all kinds to single spaces, none at the ends; null where nothing is left.</summary>
    public static string? Fold(string text)
    {
        if (IsFolded(text))
            return text.Length == 0 ? null : text;

        var folded = new StringBuilder(text.Length);
        var space = false;
        foreach (var c in text)
        {
            if (char.IsWhiteSpace(c) || c is '\u200B' or '\uFEFF')
            {
                space = true;
                continue;
            }

            if (space && folded.Length > 0)
                folded.Append(' ');
            space = false;
            folded.Append(c);
        }

        return folded.Length == 0 ? null : folded.ToString();
    }

    private static bool IsFolded(string text)
    {
        var before = true;
        foreach (var c in text)
        {
            var isSpace = c == ' ';
            if (isSpace && before || !isSpace && (char.IsWhiteSpace(c) || c is '\u200B' or '\uFEFF'))
                return false;
            before = isSpace;
        }

        return text.Length == 0 || !before;
    }

    private static string WithoutTags(string html)
    {
        var text = new StringBuilder(html.Length);
        var scanner = new MarkupScanner(html, html: true);
        while (scanner.Next())
        {
            switch (scanner.Kind)
            {
                case MarkupKind.Text:
                    text.Append(CharacterReferences.Decode(scanner.Inner));
                    break;
                case MarkupKind.StartTag when FeedHtml.IsRawText(scanner.Name) && !scanner.Name.SequenceEqual("title"):
                    scanner.SkipTo(FeedHtml.EndOfRawText(html, scanner.End, scanner.Name));
                    break;
                case MarkupKind.StartTag or MarkupKind.EndTag when FeedHtml.IsTag(scanner.Name):
                    if (FeedHtml.IsBlock(scanner.Name))
                        text.Append(' ');
                    break;
                case MarkupKind.StartTag or MarkupKind.EndTag:
                    text.Append(CharacterReferences.Decode(scanner.Raw));
                    break;
            }
        }

        return text.ToString();
    }
}
