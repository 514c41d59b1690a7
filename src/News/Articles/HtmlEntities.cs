using System.Collections.Frozen;
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

    // So many ASCII letters and digits make a key; the names of HTML 4 are no longer.
    private const int MaxKeyLength = 8;

    // Taken also without a semicolon, as long as the name ends there.
    private const string Frequent = "amp lt gt quot apos nbsp hellip ndash mdash lsquo rsquo ldquo rdquo laquo raquo";

    // The rest of HTML 4's names, which are nearly all that is ever written; what HTML 5 added is asked of AngleSharp's
    // list, at the cost of a string.
    private const string Html4 =
        "iexcl cent pound curren yen brvbar sect uml copy ordf not shy reg macr deg plusmn sup2 sup3 acute micro para middot "
        + "cedil sup1 ordm frac14 frac12 frac34 iquest Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc "
        + "Euml Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml "
        + "Yacute THORN szlig agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml igrave iacute icirc "
        + "iuml eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute thorn yuml fnof Alpha "
        + "Beta Gamma Delta Epsilon Zeta Eta Theta Iota Kappa Lambda Mu Nu Xi Omicron Pi Rho Sigma Tau Upsilon Phi Chi Psi "
        + "Omega alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi omicron pi rho sigmaf sigma tau "
        + "upsilon phi chi psi omega thetasym upsih piv bull prime Prime oline frasl weierp image real trade alefsym larr uarr "
        + "rarr darr harr crarr lArr uArr rArr dArr hArr forall part exist empty nabla isin notin ni prod sum minus lowast "
        + "radic prop infin ang and or cap cup int there4 sim cong asymp ne equiv le ge sub sup nsub sube supe oplus otimes "
        + "perp sdot lceil rceil lfloor rfloor lang rang loz spades clubs hearts diams OElig oelig Scaron scaron Yuml circ "
        + "tilde ensp emsp thinsp zwnj zwj lrm rlm sbquo bdquo dagger Dagger permil lsaquo rsaquo euro";

    private static readonly FrozenDictionary<ulong, Named> ByKey = Names();

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
            var digit = DigitOf(html[end]);
            if (digit >= (hexadecimal ? 16 : 10))
                break;
            if (number <= 0x10FFFF)
                number = number * (hexadecimal ? 16 : 10) + digit;
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

    private static int DigitOf(char c) => c switch
    {
        >= '0' and <= '9' => c - '0',
        >= 'a' and <= 'f' => c - 'a' + 10,
        >= 'A' and <= 'F' => c - 'A' + 10,
        _ => int.MaxValue,
    };

    private static int ReadName(ReadOnlySpan<char> html, Span<char> decoded, out int written)
    {
        written = 0;
        var end = 1;
        while (end < html.Length && end <= MaxNameLength && char.IsAsciiLetterOrDigit(html[end]))
            end++;
        if (end == 1)
            return 0;
        var closed = end < html.Length && html[end] == ';';
        var symbol = Symbol(html[1..end], closed);
        if (symbol is null || (!closed && end < html.Length && html[end] == '='))
            return 0;
        symbol.CopyTo(decoded);
        written = symbol.Length;
        return closed ? end + 1 : end;
    }

    /// <summary>
    /// What a name stands for. Without a semicolon only the old names count ("&amp;copy 2024"), and only as whole words:
    /// "?a=1&amp;copy=2".
    /// </summary>
    private static string? Symbol(ReadOnlySpan<char> name, bool closed)
    {
        if (name.Length <= MaxKeyLength && ByKey.TryGetValue(KeyOf(name), out var known))
            return closed || known.IsKnownUnclosed ? known.Symbol : null;
        return HtmlEntityProvider.Resolver.GetSymbol(closed ? string.Concat(name, ";") : name.ToString());
    }

    private static FrozenDictionary<ulong, Named> Names()
    {
        var names = new Dictionary<ulong, Named>();
        foreach (var name in Frequent.Split(' '))
            names.Add(KeyOf(name), new Named(Standard($"{name};")!, true));
        foreach (var name in Html4.Split(' '))
            names.Add(KeyOf(name), new Named(Standard($"{name};")!, Standard(name) is not null));
        return names.ToFrozenDictionary();

        static string? Standard(string name) => HtmlEntityProvider.Resolver.GetSymbol(name);
    }

    private static ulong KeyOf(ReadOnlySpan<char> name)
    {
        var key = 0UL;
        foreach (var c in name)
            key = (key << 8) | c;
        return key;
    }

    private readonly record struct Named(string Symbol, bool IsKnownUnclosed);
}
