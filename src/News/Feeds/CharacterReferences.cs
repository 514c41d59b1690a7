using System.Buffers;
using System.Buffers.Text;
using System.Globalization;
using System.Text;
using AngleSharp.Html;
using News.Articles;

namespace News.Feeds;

/// <summary><c>&amp;amp;</c>, <c>&amp;#233;</c>, <c>&amp;eacute;</c> → the characters that they stand for.</summary>
internal static class CharacterReferences
{
    // "&CounterClockwiseContourIntegral;" is the longest that HTML knows.
    private const int MaximumNameLength = 33;

    private static readonly SearchValues<byte> NameCharacters =
        SearchValues.Create("#0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz_-."u8);

    /// <summary>
    /// Decodes once. What is no reference ("AT&amp;T", "?a=1&amp;copy=2") stays as it stands: a name counts only with its
    /// semicolon.
    /// </summary>
    /// <param name="document">What the document itself declares, and where mended things are noted; null for HTML.</param>
    public static void Decode(scoped ReadOnlySpan<byte> text, ref Utf8Buffer decoded, DocumentEntities? document = null)
    {
        var ampersand = text.IndexOf((byte)'&');
        while (ampersand >= 0)
        {
            decoded.Append(text[..ampersand]);
            text = text[ampersand..];
            var length = Frequent(text, out var character);
            if (length > 0)
            {
                decoded.Append(character);
                text = text[length..];
            }
            else if ((length = ReferenceLength(text)) > 0 && Append(ref decoded, text[1..(length - 1)], document))
            {
                text = text[length..];
            }
            else
            {
                document?.NoteBareAmpersand();
                decoded.Append((byte)'&');
                text = text[1..];
            }

            ampersand = text.IndexOf((byte)'&');
        }

        decoded.Append(text);
    }

    /// <summary>As <see cref="Decode"/>, to a string.</summary>
    public static string DecodeToString(scoped ReadOnlySpan<byte> text, DocumentEntities? document = null)
    {
        if (!text.Contains((byte)'&'))
            return Encoding.UTF8.GetString(text);

        var decoded = new Utf8Buffer(text.Length);
        Decode(text, ref decoded, document);
        var result = decoded.ToString();
        decoded.Dispose();
        return result;
    }

    /// <summary>Whether a well-formed reference stands in the text.</summary>
    public static bool ContainsReference(ReadOnlySpan<byte> text)
    {
        for (var i = text.IndexOf((byte)'&'); i >= 0; i = text.IndexOf((byte)'&'))
        {
            text = text[i..];
            if (ReferenceLength(text) > 0)
                return true;
            text = text[1..];
        }

        return false;
    }

    /// <summary>Notes what would be mended in a text that nobody has asked for yet, without decoding it.</summary>
    public static void Note(ReadOnlySpan<byte> text, DocumentEntities document)
    {
        document.BeginNotes();
        for (var i = text.IndexOf((byte)'&'); i >= 0 && !document.HasNotedAll; i = text.IndexOf((byte)'&'))
        {
            text = text[i..];
            var length = Frequent(text, out _);
            if (length > 0)
            {
                text = text[length..];
                continue;
            }

            length = ReferenceLength(text);
            if (length == 0)
                document.NoteBareAmpersand();
            else if (text[1] != '#' && Basic(text[1..(length - 1)]) is null && !document.Note(text[1..(length - 1)]))
                NoteName(text[1..(length - 1)], document);
            text = text[Math.Max(length, 1)..];
        }
    }

    /// <summary>The length of "&amp;lt;", "&amp;gt;" or "&amp;amp;", what escaped HTML is full of; 0 where it is another.</summary>
    private static int Frequent(ReadOnlySpan<byte> text, out byte character)
    {
        character = text.StartsWith("&lt;"u8) ? (byte)'<' : text.StartsWith("&gt;"u8) ? (byte)'>' : (byte)'&';
        return character != '&' ? "&lt;".Length : text.StartsWith("&amp;"u8) ? "&amp;".Length : 0;
    }

    private static void NoteName(ReadOnlySpan<byte> name, DocumentEntities document)
    {
        if (ByName(name) is null)
            document.NoteBareAmpersand();
        else
            document.NoteHtmlEntity();
    }

    /// <summary>The length of "&amp;name;" at the text's beginning; 0 where there is none.</summary>
    private static int ReferenceLength(ReadOnlySpan<byte> text)
    {
        var window = text[1..Math.Min(text.Length, MaximumNameLength + 2)];
        var end = window.IndexOfAnyExcept(NameCharacters);
        return end > 0 && window[end] == ';' ? end + 2 : 0;
    }

    private static bool Append(ref Utf8Buffer decoded, scoped ReadOnlySpan<byte> name, DocumentEntities? document)
    {
        if (name[0] == '#')
            return AppendNumber(ref decoded, name[1..]);
        if (Basic(name) is { } basic)
        {
            decoded.Append((byte)basic);
            return true;
        }

        if (document?.Append(ref decoded, name) == true)
            return true;
        if (ByName(name) is not { } value)
            return false;
        document?.NoteHtmlEntity();
        decoded.Append(value);
        return true;
    }

    private static char? Basic(ReadOnlySpan<byte> name) => name.Length switch
    {
        2 when name[1] == 't' => name[0] == 'l' ? '<' : name[0] == 'g' ? '>' : null,
        3 when name.SequenceEqual("amp"u8) => '&',
        4 when name.SequenceEqual("quot"u8) => '"',
        4 when name.SequenceEqual("apos"u8) => '\'',
        _ => null,
    };

    private static string? ByName(ReadOnlySpan<byte> name) =>
        name.SequenceEqual("nbsp"u8)
            ? "\u00A0"
            : HtmlEntityProvider.Resolver.GetSymbol(string.Concat(Encoding.ASCII.GetString(name), ";"));

    private static bool AppendNumber(ref Utf8Buffer decoded, scoped ReadOnlySpan<byte> digits)
    {
        var isHex = digits.Length > 1 && digits[0] is (byte)'x' or (byte)'X';
        if (isHex)
            digits = digits[1..];
        if (digits.IsEmpty || digits[0] is (byte)'-' or (byte)'+'
            || !Utf8Parser.TryParse(digits, out int number, out var read, isHex ? 'x' : 'D') || read != digits.Length)
        {
            return false;
        }

        if (number is >= 128 and < 160)
            decoded.Append(new Rune(HtmlEntities.Windows1252[number - 128]));
        else if (number < ' ' && number is not ('\t' or '\n' or '\r'))
            return true; // no character that XML may hold: it is passed over
        else
            decoded.Append(Rune.TryCreate(number, out var rune) ? rune : Rune.ReplacementChar);
        return true;
    }
}
