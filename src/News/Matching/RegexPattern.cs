using System.Text.RegularExpressions;
using News.Summaries;

namespace News.Matching;

/// <summary>
/// A regular expression of a query: <c>/r[ae]gex/</c> is in "a Ragex", <c>=/r[ae]gex/</c> in "a ragex". It is run by an
/// automaton that reads each character once (<see cref="RegexOptions.NonBacktracking"/>), and one whose automaton could be
/// huge is refused, so that none can run away.
/// </summary>
internal sealed class RegexPattern : IEquatable<RegexPattern>
{
    /// <summary>In UTF-16 code units.</summary>
    public const int LongestText = 500;

    /// <summary>How many characters an expression may stand for when each {n} is written out.</summary>
    private const int LargestUnrolled = 1_000;

    /// <summary>Finding the next hit may mean to read to the text's end: of a hostile megabyte a few are looked for, of an article all.</summary>
    private const int MostRead = 8_000_000, FewestHits = 8, MostHits = 1_000;

    /// <summary>No article comes near it; it is there in case that the bounds above forget something.</summary>
    private static readonly TimeSpan Timeout = TimeSpan.FromMilliseconds(250);

    private readonly string _text;
    private readonly bool _exact;
    private readonly Regex _regex;

    private RegexPattern(string text, bool exact)
    {
        (_text, _exact) = (text, exact);
        var options = RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | (exact ? RegexOptions.None : RegexOptions.IgnoreCase);
        _regex = new Regex(text, options, Timeout);
    }

    /// <summary>Reads an expression; null, and what is wrong at which of its characters, where it is refused.</summary>
    public static RegexPattern? Read(string text, bool exact, out (int Position, string Message) wrong)
    {
        wrong = default;
        if (text.Length > LongestText)
        {
            wrong = (LongestText, $"A regular expression may be {LongestText} characters long, and this one has {text.Length:N0}.");
            return null;
        }

        if (RegexSize.Of(text) > LargestUnrolled)
        {
            wrong = (0, $"The repetitions of this regular expression come to more than {LargestUnrolled:N0} characters when they are written out; smaller numbers in {{ }} are expected.");
            return null;
        }

        try
        {
            var pattern = new RegexPattern(text, exact);
            if (!pattern.MeetsNothing())
                return pattern;
            wrong = (0, "This regular expression also meets where nothing stands, and so everywhere. At least one letter that must be there is expected, as in: r[ae]gex");
        }
        catch (RegexParseException error)
        {
            wrong = (RegexErrors.PlaceOf(error, text), RegexErrors.Told(error.Error));
        }
        catch (NotSupportedException)
        {
            wrong = (RegexErrors.PlaceOfUnsupported(text), "Looking ahead or behind (?=…) (?<=…), going back \\1, (?>…) and (?(…)…) are not understood here, because with them an expression can run away. Letters, [ ], ( ), |, ?, *, +, {n,m}, \\b, \\w and \\d are.");
        }

        return null;
    }

    /// <summary>Adds where it meets a part of a text; a hit has at least one character.</summary>
    public void Find(string text, TextRange within, int part, List<RegexHit> hits)
    {
        var most = Math.Clamp(MostRead / Math.Max(1, within.Length), FewestHits, MostHits);
        try
        {
            foreach (var hit in _regex.EnumerateMatches(within.Of(text)))
            {
                if (hit.Length > 0)
                    hits.Add(new RegexHit(within.Start + hit.Index, within.Start + hit.Index + hit.Length, part));
                if (--most == 0)
                    return;
            }
        }
        catch (RegexMatchTimeoutException)
        {
            // What was found stands; the rest of such a text is taken as met by nothing, rather than to hold up the news.
        }
    }

    public bool Equals(RegexPattern? other) => other is not null && _exact == other._exact && _text == other._text;

    public override bool Equals(object? obj) => Equals(obj as RegexPattern);

    public override int GetHashCode() => HashCode.Combine(_text, _exact);

    /// <summary><c>x*</c>, <c>^</c> and <c>\b</c> meet between any two letters.</summary>
    private bool MeetsNothing()
    {
        foreach (var probe in (ReadOnlySpan<string>)["", "a", " ", "a b"])
        {
            foreach (var hit in _regex.EnumerateMatches(probe))
            {
                if (hit.Length == 0)
                    return true;
            }
        }

        return false;
    }
}

/// <summary>How many characters a regular expression stands for at least when its counted repetitions are written out.</summary>
internal static class RegexSize
{
    /// <summary>Of <c>(ab{3}){0,9}</c> 36. Any other text than an expression has some size as well.</summary>
    public static long Of(string text)
    {
        var outer = new Stack<long>();
        long before = 0, last = 0;
        for (var i = 0; i < text.Length; i++)
        {
            switch (text[i])
            {
                case '(':
                    outer.Push(before + last);
                    (before, last) = (0, 0);
                    break;
                case ')' when outer.Count > 0:
                    (before, last) = (outer.Pop(), before + last);
                    break;
                case '{' when Counted(text, i) is { } counted:
                    last = Math.Min(last * Math.Max(1, counted.Times), int.MaxValue);
                    i = counted.End;
                    break;
                case '[':
                    (before, last) = (before + last, 1);
                    i = EndOfSet(text, i);
                    break;
                default:
                    (before, last) = (before + last, 1);
                    if (text[i] == '\\')
                        i++;
                    break;
            }
        }

        var all = before + last;
        return outer.Sum() + all;
    }

    /// <summary>The larger number of <c>{3}</c>, <c>{3,}</c> and <c>{3,9}</c>, and where the brace closes.</summary>
    private static (long Times, int End)? Counted(string text, int open)
    {
        var close = text.IndexOf('}', open);
        if (close < 0)
            return null;
        long times = 0;
        foreach (var part in text[(open + 1)..close].Split(','))
        {
            if (part.Length > 0 && !part.All(char.IsAsciiDigit))
                return null;
            times = Math.Max(times, part.Length is > 0 and < 9 ? int.Parse(part, System.Globalization.CultureInfo.InvariantCulture) : part.Length == 0 ? 0 : int.MaxValue);
        }

        return (times, close);
    }

    private static int EndOfSet(string text, int open)
    {
        for (var i = open + 2; i < text.Length; i++)
        {
            if (text[i - 1] == '\\' && i - 1 > open)
                continue;
            if (text[i] == ']')
                return i;
        }

        return open;
    }
}

/// <summary>What .NET finds wrong with an expression, told to somebody who has never heard of .NET.</summary>
internal static class RegexErrors
{
    public static string Told(RegexParseError error) => error switch
    {
        RegexParseError.InsufficientClosingParentheses => "This regular expression has a ( without a ) after it.",
        RegexParseError.InsufficientOpeningParentheses => "This regular expression has a ) without a ( before it; a bracket of the text is written \\).",
        RegexParseError.UnterminatedBracket => "This regular expression has a [ without a ] after it.",
        RegexParseError.QuantifierAfterNothing => "This sign repeats what stands before it, and nothing does; as a letter of the text it is written with a \\ before it.",
        RegexParseError.NestedQuantifiersNotParenthesized => "Two signs that repeat stand side by side here; parentheses around the first are expected, as in: (a+)+",
        RegexParseError.ReversedQuantifierRange => "The numbers in { } stand the wrong way round: the smaller one is expected first.",
        RegexParseError.ReversedCharacterRange => "This range in [ ] stands the wrong way round: the smaller one is expected first, as in: [a-z]",
        RegexParseError.QuantifierOrCaptureGroupOutOfRange => "This number is too large.",
        RegexParseError.UnescapedEndingBackslash => "After \\ the sign is expected that it makes a letter of the text.",
        RegexParseError.UnrecognizedEscape => "This \\ stands before a letter that means nothing after it; \\b, \\w, \\d and \\s do.",
        RegexParseError.UndefinedNumberedReference or RegexParseError.UndefinedNamedReference => "This goes back to a group that there isn't.",
        RegexParseError.InvalidUnicodePropertyEscape or RegexParseError.MalformedUnicodePropertyEscape => "After \\p a script or kind of letter is expected, as in: \\p{IsArabic}",
        RegexParseError.InvalidGroupingConstruct => "After (? nothing is understood but : as in: (?:a|b)",
        RegexParseError.ShorthandClassInCharacterRange => "A range in [ ] goes from a letter to a letter, not to a class such as \\w.",
        RegexParseError.InsufficientOrInvalidHexDigits => "After \\x two and after \\u four of the digits 0 to 9 and a to f are expected.",
        _ => "This regular expression can't be read from here on.",
    };

    /// <summary>At the sign that can't stand there, which .NET looks back on; at the end where something is missing.</summary>
    public static int PlaceOf(RegexParseException error, string text) =>
        error.Error is RegexParseError.InsufficientClosingParentheses or RegexParseError.UnterminatedBracket
            ? text.Length
            : Math.Clamp(error.Offset - 1, 0, text.Length);

    /// <summary>Where the first of the signs stands that need more than an automaton; the beginning where it isn't found.</summary>
    public static int PlaceOfUnsupported(string text)
    {
        for (var i = 0; i + 1 < text.Length; i++)
        {
            if (text[i] == '\\' && (text[i + 1] is (>= '1' and <= '9') or 'k' or 'G'))
                return i;
            if (text[i] == '\\')
                i++;
            else if (text[i] == '(' && text[i + 1] == '?' && i + 2 < text.Length && text[i + 2] is '=' or '!' or '<' or '>' or '(')
                return i;
        }

        return 0;
    }
}
