using System.Text.RegularExpressions;

namespace News.Matching;

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

    /// <summary>Where the first of the signs stands that need more than an automaton; null where there is none.</summary>
    public static int? PlaceOfUnsupported(string text)
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

        return null;
    }
}
