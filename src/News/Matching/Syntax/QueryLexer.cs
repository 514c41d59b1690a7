using System.Runtime.InteropServices;

namespace News.Matching;

internal enum QueryTokenKind
{
    End,
    Open,
    Close,
    And,
    Or,
    Not,

    /// <summary>NEAR with what follows it: "NEAR/8".</summary>
    Near,

    /// <summary>A word without its marks, "air-strike" and "AT&amp;T" too.</summary>
    Word,

    /// <summary>What stands between quotation marks.</summary>
    Phrase,

    /// <summary>The handle behind an @.</summary>
    Entity,

    /// <summary>What stands between slashes.</summary>
    Regex,

    /// <summary>The name before a colon.</summary>
    Field,

    /// <summary>No token can be read; the text says why.</summary>
    Wrong,
}

/// <param name="Start">Where its text begins.</param>
/// <param name="IsExact">A = stands before it.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct QueryToken(QueryTokenKind Kind, int Start, string Text, bool IsExact = false)
{
    /// <summary>As it stands in the query.</summary>
    public string Written => Kind switch
    {
        QueryTokenKind.Entity => "@" + Text,
        QueryTokenKind.Regex => IsExact ? $"=/{Text}/" : $"/{Text}/",
        _ => Text,
    };
}

/// <summary>Cuts a query into operators, words, phrases and the like. Operators are in capitals; and, or, not are words.</summary>
internal sealed class QueryLexer
{
    private readonly string _text;
    private int _at;

    public QueryLexer(string text)
    {
        _text = text;
        Current = Next();
    }

    /// <summary>Whether all words of a query are in capitals and one is too long for an initialism: AIRSTRIKE IN IRAQ.</summary>
    public static bool IsShouted(string text)
    {
        if (LongestCapitals(text) <= CommonWords.Longest)
            return false;
        var (lexer, longest) = (new QueryLexer(text), 0);
        for (; lexer.Current.Kind is not (QueryTokenKind.End or QueryTokenKind.Wrong); lexer.Advance())
        {
            if (lexer.Current.Kind is not (QueryTokenKind.Word or QueryTokenKind.Phrase))
                continue;
            if (lexer.Current.Text.Any(char.IsLower))
                return false;
            longest = Math.Max(longest, LongestCapitals(lexer.Current.Text));
        }

        return longest > CommonWords.Longest;
    }

    public QueryToken Current { get; private set; }

    /// <summary>The token before the current one.</summary>
    public QueryToken Previous { get; private set; }

    /// <summary>Where the current token stands, as a sentence begins: "After OR".</summary>
    public string Place => Previous.Written is { Length: > 0 } before ? $"After {before}" : "At the beginning";

    /// <summary>Where the token before the current one ends.</summary>
    public int PreviousEnd { get; private set; }

    public void Advance()
    {
        (Previous, PreviousEnd) = (Current, _at);
        Current = Next();
    }

    /// <summary>A piece of the query on one line.</summary>
    public string Between(int start, int end) => string.Join(' ', _text[start..end].Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private QueryToken Next()
    {
        while (_at < _text.Length && IsBlank(_text[_at]))
            _at++;
        if (_at == _text.Length)
            return new QueryToken(QueryTokenKind.End, _at, "");
        var start = _at;
        if (_text[_at] is '(' or '\uff08')
            return Take(QueryTokenKind.Open, start);
        if (_text[_at] is ')' or '\uff09')
            return Take(QueryTokenKind.Close, start);
        var exact = _text[start] is '=' or '\uff1d';
        var sign = exact ? start + 1 : start;
        if (sign < _text.Length && IsMark(_text[sign]))
            return Phrase(sign, exact);
        if (sign < _text.Length && _text[sign] is '/' or '\uff0f')
            return Regex(sign, exact);
        if (sign < _text.Length && _text[sign] is '@' or '\uff20')
            return exact ? Wrong(start, "A = asks for the letters as written, and @ for whatever name: one of the two is expected here.") : Entity(start);
        return Word(start, exact);
    }

    private QueryToken Take(QueryTokenKind kind, int start) => new(kind, start, _text[start..++_at]);

    private QueryToken Phrase(int mark, bool isExact)
    {
        var end = mark + 1;
        while (end < _text.Length && (!IsMark(_text[end]) || IsGershayim(end)))
            end++;
        if (end == _text.Length)
            return Wrong(mark, Closes(mark)
                ? "This quotation mark closes a phrase that no other opens."
                : "This quotation mark opens a phrase that no other closes.");
        if (_text.AsSpan(mark + 1, end - mark - 1).IsWhiteSpace())
            return Wrong(mark, "A phrase needs a word between its marks.");
        _at = end + 1;
        return new QueryToken(QueryTokenKind.Phrase, mark + 1, _text[(mark + 1)..end], isExact);
    }

    /// <summary>Whether a mark stands directly behind something: drone”</summary>
    private bool Closes(int mark) =>
        mark > 0 && !IsBlank(_text[mark - 1]) && _text[mark - 1] is not ('(' or '\uff08' or ':' or '\uff1a' or '=' or '\uff1d')
        && (mark + 1 == _text.Length || !char.IsLetterOrDigit(_text[mark + 1]));

    private QueryToken Regex(int slash, bool isExact)
    {
        var end = slash + 1;
        while (end < _text.Length && _text[end] is not ('/' or '\uff0f'))
            end += _text[end] == '\\' ? 2 : 1;
        if (end >= _text.Length)
            return Wrong(slash, "This / opens a regular expression that no other closes, as in: /r[ae]gex/. A slash of the text is written \\/, or \"in marks\".");
        if (_text.AsSpan(slash + 1, end - slash - 1).IsWhiteSpace())
            return Wrong(slash, "A regular expression needs something between its slashes, as in: /r[ae]gex/");
        _at = end + 1;
        if (_at < _text.Length && !EndsWord(_text[_at]))
            return Wrong(_at, "After the / that closes a regular expression a space is expected. It meets any case; with = before it, as in =/Regex/, only its own.");
        return new QueryToken(QueryTokenKind.Regex, slash + 1, _text[(slash + 1)..end], isExact);
    }

    private QueryToken Entity(int start)
    {
        var end = start + 1;
        while (end < _text.Length && (char.IsLetterOrDigit(_text[end]) || _text[end] is '-' or '_' || Letters.Kind[_text[end]] == Letter.Hyphen))
            end++;
        if (end < _text.Length && !EndsWord(_text[end]))
            return Wrong(end, "After an @ letters, digits and hyphens are expected, as in: @kataib-hezbollah");
        if (end == start + 1)
            return Wrong(end, "After @ the name of an entity is expected, as in: @irgc");
        _at = end;
        return new QueryToken(QueryTokenKind.Entity, start, _text[(start + 1)..end]);
    }

    private static QueryToken Wrong(int position, string message) => new(QueryTokenKind.Wrong, position, message);

    private QueryToken Word(int start, bool isExact)
    {
        while (_at < _text.Length && (!EndsWord(_text[_at]) || IsGershayim(_at)))
        {
            if (_text[_at] is ':' or '\uff1a' && IsName(_text.AsSpan(start, _at - start)))
                return new QueryToken(QueryTokenKind.Field, start, _text[start.._at++]);
            _at++;
        }

        var text = _text[start.._at];
        return text switch
        {
            "AND" => new QueryToken(QueryTokenKind.And, start, text),
            "OR" => new QueryToken(QueryTokenKind.Or, start, text),
            "NOT" => new QueryToken(QueryTokenKind.Not, start, text),
            "NEAR" or ['N', 'E', 'A', 'R', '/' or '\uff0f', ..] => new QueryToken(QueryTokenKind.Near, start, text),
            _ => new QueryToken(QueryTokenKind.Word, start, text, isExact),
        };
    }

    /// <summary>Whether a straight mark stands between two Hebrew letters, as the mark of an initialism: צה"ל.</summary>
    private bool IsGershayim(int at) =>
        _text[at] == '"' && at > 0 && at + 1 < _text.Length && Letters.IsHebrew(_text[at - 1]) && Letters.IsHebrew(_text[at + 1]);

    private static int LongestCapitals(string text)
    {
        var (longest, length) = (0, 0);
        foreach (var c in text)
        {
            length = char.IsUpper(c) ? length + 1 : 0;
            longest = Math.Max(longest, length);
        }

        return longest;
    }

    private static bool IsName(ReadOnlySpan<char> text)
    {
        foreach (var c in text)
        {
            if (!char.IsAsciiLetter(c))
                return false;
        }

        return text.Length > 0;
    }

    private static bool EndsWord(char c) => IsBlank(c) || IsMark(c) || c is '(' or ')' or '\uff08' or '\uff09';

    private static bool IsBlank(char c) => char.IsWhiteSpace(c) || char.IsControl(c);

    private static bool IsMark(char c) => c is '"' or '“' or '”' or '„' or '‟' or '«' or '»' or '\uff02';
}
