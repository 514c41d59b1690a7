using System.Buffers;
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

    private static readonly SearchValues<char> NameCharacters =
        SearchValues.Create("#0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz_-.");

    /// <summary>
    /// Decodes once. What is no reference ("AT&amp;T", "?a=1&amp;copy=2") stays as it stands: a name counts only with its
    /// semicolon.
    /// </summary>
    /// <param name="document">What the document itself declares, and where mended things are noted; null for HTML.</param>
    public static string Decode(ReadOnlySpan<char> text, DocumentEntities? document = null)
    {
        var ampersand = text.IndexOf('&');
        if (ampersand < 0)
            return text.ToString();

        var decoded = new StringBuilder(text.Length);
        while (ampersand >= 0)
        {
            decoded.Append(text[..ampersand]);
            text = text[ampersand..];
            var length = ReferenceLength(text);
            if (length > 0 && Append(decoded, text[1..(length - 1)], document))
            {
                text = text[length..];
            }
            else
            {
                document?.NoteBareAmpersand();
                decoded.Append('&');
                text = text[1..];
            }

            ampersand = text.IndexOf('&');
        }

        return decoded.Append(text).ToString();
    }

    /// <summary>Whether a well-formed reference stands in the text.</summary>
    public static bool ContainsReference(ReadOnlySpan<char> text)
    {
        for (var i = text.IndexOf('&'); i >= 0; i = text.IndexOf('&'))
        {
            text = text[i..];
            if (ReferenceLength(text) > 0)
                return true;
            text = text[1..];
        }

        return false;
    }

    /// <summary>The length of "&amp;name;" at the text's beginning; 0 where there is none.</summary>
    private static int ReferenceLength(ReadOnlySpan<char> text)
    {
        var window = text[1..Math.Min(text.Length, MaximumNameLength + 2)];
        var end = window.IndexOfAnyExcept(NameCharacters);
        return end > 0 && window[end] == ';' ? end + 2 : 0;
    }

    private static bool Append(StringBuilder decoded, ReadOnlySpan<char> name, DocumentEntities? document)
    {
        if (name[0] == '#')
            return AppendNumber(decoded, name[1..]);

        var basic = name switch
        {
            "amp" => "&",
            "lt" => "<",
            "gt" => ">",
            "quot" => "\"",
            "apos" => "'",
            _ => null,
        };
        var value = basic ?? document?.Resolve(name.ToString());
        if (value is null)
        {
            value = HtmlEntityProvider.Resolver.GetSymbol(string.Concat(name, ";"));
            if (value is null)
                return false;
            document?.NoteHtmlEntity();
        }

        decoded.Append(value);
        return true;
    }

    private static bool AppendNumber(StringBuilder decoded, ReadOnlySpan<char> digits)
    {
        int number;
        if (digits.Length > 1 && digits[0] is 'x' or 'X')
        {
            if (!int.TryParse(digits[1..], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out number))
                return false;
        }
        else if (!int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out number))
        {
            return false;
        }

        if (number is >= 128 and < 160)
            decoded.Append(HtmlEntities.Windows1252[number - 128]);
        else if (number < ' ' && number is not ('\t' or '\n' or '\r'))
            return true; // no character that XML may hold: it is passed over
        else if (Rune.TryCreate(number, out var rune))
            decoded.Append(rune.ToString());
        else
            decoded.Append('\uFFFD');
        return true;
    }
}

/// <summary>
/// The entities that a document declares for itself (<c>&lt;!ENTITY name "text"&gt;</c>), on a budget: external ones are
/// never read, and what would grow past the budget stays as it is written.
/// </summary>
internal sealed class DocumentEntities(FeedWarnings warnings)
{
    private const int MaximumDepth = 8;
    private const int Budget = 64 * 1024;

    private readonly Dictionary<string, string> declared = new(StringComparer.Ordinal);
    private int spent;
    private int depth;

    /// <summary>Takes the general, internal entities out of a document type declaration.</summary>
    public void Declare(ReadOnlySpan<char> doctype)
    {
        for (var at = Find(doctype); at >= 0; at = Find(doctype))
        {
            doctype = doctype[(at + 8)..].TrimStart();
            var nameEnd = doctype.IndexOfAny(" \t\r\n>");
            if (nameEnd <= 0)
                continue;

            var name = doctype[..nameEnd];
            var value = doctype[nameEnd..].TrimStart();
            if (value.IsEmpty || value[0] is not ('"' or '\''))
                continue; // "%" and SYSTEM: not for us

            var close = value[1..].IndexOf(value[0]);
            if (close < 0)
                return;
            declared.TryAdd(name.ToString(), value.Slice(1, close).ToString());
            doctype = value[(close + 2)..];
        }

        static int Find(ReadOnlySpan<char> text) => text.IndexOf("<!ENTITY", StringComparison.Ordinal);
    }

    public string? Resolve(string name)
    {
        if (!declared.TryGetValue(name, out var value))
            return null;

        if (depth >= MaximumDepth || spent + value.Length > Budget)
        {
            warnings.Add("Entities that would grow without measure were left as they are written.");
            return $"&{name};";
        }

        spent += value.Length;
        depth++;
        var resolved = CharacterReferences.Decode(value, this);
        depth--;
        return resolved;
    }

    public void NoteBareAmpersand() => warnings.Add("A bare '&' was read as text.");

    public void NoteHtmlEntity() => warnings.Add("HTML's names for characters were resolved, which XML does not know.");
}

/// <summary>What had to be mended, each sentence once and in the order of its first use.</summary>
internal sealed class FeedWarnings
{
    private readonly List<string> sentences = [];

    public IReadOnlyList<string> Sentences => sentences;

    public void Add(string? sentence)
    {
        if (sentence is not null && !sentences.Contains(sentence, StringComparer.Ordinal))
            sentences.Add(sentence);
    }
}
