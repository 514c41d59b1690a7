using System.Collections.Frozen;
using System.Globalization;
using System.Text;
using AngleSharp.Html;

namespace News.Articles;

/// <summary>
/// Character references of HTML: "&amp;amp;", "&amp;#8217;", "&amp;#x2019;".
/// See https://html.spec.whatwg.org/multipage/named-characters.html.
/// </summary>
internal static class HtmlEntities
{
    /// <summary>No reference stands for more code units than this.</summary>
    public const int MaxDecodedLength = 8;

    // The longest name of the standard's list: CounterClockwiseContourIntegral.
    private const int MaxNameLength = 32;

    // What nearly all references in the news are; the rest is looked up in the full list, at the cost of a string.
    private static readonly FrozenDictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> Common =
        new Dictionary<string, string>
        {
            ["amp"] = "&",
            ["lt"] = "<",
            ["gt"] = ">",
            ["quot"] = "\"",
            ["apos"] = "'",
            ["nbsp"] = "\u00A0",
            ["hellip"] = "…",
            ["ndash"] = "–",
            ["mdash"] = "—",
            ["lsquo"] = "‘",
            ["rsquo"] = "’",
            ["ldquo"] = "“",
            ["rdquo"] = "”",
            ["laquo"] = "«",
            ["raquo"] = "»",
        }.ToFrozenDictionary().GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>What browsers make of the numbers 128 to 159, which pages written in Windows-1252 mean by that code page: "&amp;#146;" is ’.</summary>
    public const string Windows1252 =
        "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ";

    /// <summary>
    /// Reads the reference that begins at an ampersand. Returns the number of code units it takes, 0 where it is
    /// none: "AT&amp;T" and "fish &amp; chips" are text.
    /// </summary>
    public static int Read(ReadOnlySpan<char> html, Span<char> decoded, out int written)
    {
        written = 0;
        if (html.Length < 3)
            return 0;
        return html[1] == '#' ? ReadNumber(html, decoded, out written) : ReadName(html, decoded, out written);
    }

    /// <summary>An attribute's value, on one line.</summary>
    public static string Decode(ReadOnlySpan<char> source)
    {
        var folder = new TextFolder(source.Length);
        try
        {
            folder.AppendHtml(source);
            return folder.ToString();
        }
        finally
        {
            folder.Dispose();
        }
    }

    private static int ReadNumber(ReadOnlySpan<char> html, Span<char> decoded, out int written)
    {
        written = 0;
        var hexadecimal = html[2] is 'x' or 'X';
        var start = hexadecimal ? 3 : 2;
        var end = start;
        var number = 0;
        for (; end < html.Length; end++)
        {
            var c = html[end];
            if (!(hexadecimal ? char.IsAsciiHexDigit(c) : char.IsAsciiDigit(c)))
                break;
            if (number <= 0x10FFFF)
                number = number * (hexadecimal ? 16 : 10) + int.Parse([c], NumberStyles.HexNumber);
        }

        if (end == start)
            return 0;
        if (end < html.Length && html[end] == ';')
            end++;
        if (number is >= 128 and < 160)
            number = Windows1252[number - 128];
        var rune = number != 0 && Rune.IsValid(number) ? new Rune(number) : Rune.ReplacementChar;
        written = rune.EncodeToUtf16(decoded);
        return end;
    }

    private static int ReadName(ReadOnlySpan<char> html, Span<char> decoded, out int written)
    {
        written = 0;
        var end = 1;
        while (end < html.Length && end <= MaxNameLength && char.IsAsciiLetterOrDigit(html[end]))
            end++;
        if (end == 1)
            return 0;
        var closed = end < html.Length && html[end] == ';';
        if (!Common.TryGetValue(html[1..end], out var symbol))
        {
            // Without a semicolon only the old names count ("&copy 2024"), and only as whole words: "?a=1&copy=2".
            var name = closed ? html[1..(end + 1)] : html[1..end];
            symbol = HtmlEntityProvider.Resolver.GetSymbol(name.ToString());
        }

        if (symbol is null || (!closed && end < html.Length && html[end] == '='))
            return 0;
        symbol.CopyTo(decoded);
        written = symbol.Length;
        return closed ? end + 1 : end;
    }
}
