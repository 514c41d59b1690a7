using System.Buffers;
using System.Text;

namespace News.Feeds;

/// <summary>Titles, names and labels as feeds write them → one line of plain text.</summary>
internal static class PlainLine
{
    private const int OnStack = 256;

    // Tags that a title speaks of more often than it uses them ("The death of the <blink> tag"): markup only where they close.
    private static readonly AsciiNames OldTags = new("applet blink frame frameset marquee title");

    // All white space but the space, and what is as good as white space.
    private static readonly SearchValues<char> OtherSpaces = SearchValues.Create(
        "\t\n\v\f\r\u0085\u00A0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200A\u200B\u2028\u2029\u202F" +
        "\u205F\u3000\uFEFF");

    /// <summary>
    /// Text that may be HTML, as RSS leaves open: tags that HTML knows go ("&lt;b&gt;Oil&lt;/b&gt; up" → "Oil up"), others
    /// stay ("the &lt;foo&gt; tag"), references are decoded, also those that were escaped once too often ("AT&amp;amp;T").
    /// </summary>
    public static string? FromHtml(ReadOnlySpan<byte> html)
    {
        if (html.IndexOfAny((byte)'<', (byte)'&') < 0)
            return Fold(html);

        // "AT&T", once its "&amp;" has been read: nothing more to decode.
        if (!html.Contains((byte)'<') && !CharacterReferences.ContainsReference(html))
            return Fold(html);

        var once = new Utf8Buffer(html.Length);
        var twice = new Utf8Buffer(html.Length);
        var wasEscapedTwice = html.IndexOf("&amp;"u8) >= 0;
        WithoutTags(html, ref once);
        if (wasEscapedTwice && CharacterReferences.ContainsReference(once.Written))
        {
            CharacterReferences.Decode(once.Written, ref twice);
            Utf8Buffer.Swap(ref once, ref twice);
        }

        if (FeedHtml.LooksLikeHtml(once.Written))
        {
            twice.Truncate(0);
            WithoutTags(once.Written, ref twice);
            Utf8Buffer.Swap(ref once, ref twice);
        }

        var line = Fold(once.Written);
        once.Dispose();
        twice.Dispose();
        return line;
    }

    public static string? FromHtml(string? html) =>
        string.IsNullOrEmpty(html) ? null
        : html.AsSpan().IndexOfAny('<', '&') < 0 ? Fold(html)
        : FromHtml(Encoding.UTF8.GetBytes(html));

    /// <summary>Text that says it is no HTML: tags stay; only references that a reader can't want to see are decoded.</summary>
    public static string? FromText(ReadOnlySpan<byte> text)
    {
        if (!text.Contains((byte)'&'))
            return Fold(text);

        var decoded = new Utf8Buffer(text.Length);
        CharacterReferences.Decode(text, ref decoded);
        var line = Fold(decoded.Written);
        decoded.Dispose();
        return line;
    }

    public static string? FromText(string? text) =>
        string.IsNullOrEmpty(text) ? null
        : text.Contains('&', StringComparison.Ordinal) ? FromText(Encoding.UTF8.GetBytes(text))
        : Fold(text);

    /// <summary>White space of all kinds to single spaces, none at the ends; null where nothing is left.</summary>
    public static string? Fold(ReadOnlySpan<byte> text)
    {
        text = Trim(text);
        if (text.IsEmpty)
            return null;
        if (!text.ContainsAnyExceptInRange((byte)' ', (byte)'~') && text.IndexOf("  "u8) < 0)
            return Encoding.ASCII.GetString(text);

        return Fold(Encoding.UTF8.GetString(text));
    }

    /// <summary>White space of all kinds taken off both ends.</summary>
    public static ReadOnlySpan<byte> Trim(ReadOnlySpan<byte> text)
    {
        text = TrimStart(text);
        var end = text.Length;
        while (end > 0)
        {
            if (IsAsciiSpace(text[end - 1]))
                end--;
            else if (text[end - 1] >= 0x80 && Rune.DecodeLastFromUtf8(text[..end], out var rune, out var length) == OperationStatus.Done
                && Rune.IsWhiteSpace(rune))
                end -= length;
            else
                break;
        }

        return text[..end];
    }

    public static ReadOnlySpan<byte> TrimStart(ReadOnlySpan<byte> text)
    {
        var start = 0;
        while (start < text.Length)
        {
            if (IsAsciiSpace(text[start]))
                start++;
            else if (text[start] >= 0x80 && Rune.DecodeFromUtf8(text[start..], out var rune, out var length) == OperationStatus.Done
                && Rune.IsWhiteSpace(rune))
                start += length;
            else
                break;
        }

        return text[start..];
    }

    private static bool IsAsciiSpace(byte c) => c == ' ' || c is >= (byte)'\t' and <= (byte)'\r';

    private static string? Fold(string text)
    {
        if (text.Length == 0)
            return null;
        if (!text.AsSpan().ContainsAny(OtherSpaces) && !text.Contains("  ", StringComparison.Ordinal) && text[0] != ' ' && text[^1] != ' ')
            return text;

        char[]? rented = null;
        var characters = text.Length <= OnStack ? stackalloc char[OnStack] : rented = ArrayPool<char>.Shared.Rent(text.Length);
        characters = characters[..text.Length];
        text.CopyTo(characters);
        var length = Fold(characters);
        var folded = length == 0 ? null : characters[..length].SequenceEqual(text) ? text : new string(characters[..length]);
        if (rented is not null)
            ArrayPool<char>.Shared.Return(rented);
        return folded;
    }

    private static int Fold(Span<char> text)
    {
        var written = 0;
        var space = false;
        foreach (var c in text)
        {
            if (char.IsWhiteSpace(c) || c is '\u200B' or '\uFEFF')
            {
                space = written > 0;
                continue;
            }

            if (space)
                text[written++] = ' ';
            space = false;
            text[written++] = c;
        }

        return written;
    }

    private static bool ClosesOldTag(ReadOnlySpan<byte> html)
    {
        var scanner = new MarkupScanner(html, html: true);
        while (scanner.Next())
        {
            if (scanner.Kind == MarkupKind.EndTag && OldTags.Contains(scanner.Name))
                return true;
        }

        return false;
    }

    private static void WithoutTags(ReadOnlySpan<byte> html, ref Utf8Buffer text)
    {
        bool? closesOldTags = null;
        var rawText = new FeedHtmlRawText(html);
        var scanner = new MarkupScanner(html, html: true);
        while (scanner.Next())
        {
            switch (scanner.Kind)
            {
                case MarkupKind.Text:
                    CharacterReferences.Decode(scanner.Inner, ref text);
                    break;
                case MarkupKind.StartTag when FeedHtml.IsRawText(scanner.Name) && !scanner.Name.SequenceEqual("title"u8):
                    scanner.SkipTo(rawText.Skip(scanner.Name, scanner.End, scanner.IsSelfClosing));
                    break;
                case MarkupKind.StartTag or MarkupKind.EndTag when FeedHtml.IsTag(scanner.Name):
                    if (FeedHtml.IsBlock(scanner.Name))
                        text.Append((byte)' ');
                    break;
                case MarkupKind.StartTag or MarkupKind.EndTag when OldTags.Contains(scanner.Name) && (closesOldTags ??= ClosesOldTag(html)):
                    break;
                case MarkupKind.StartTag or MarkupKind.EndTag:
                    CharacterReferences.Decode(scanner.Raw, ref text);
                    break;
            }
        }
    }
}
