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

    /// <summary>A word without its marks, "air-strike" and "AT&amp;T" too.</summary>
    Word,

    /// <summary>What stands between quotation marks.</summary>
    Phrase,

    /// <summary>The name before a colon.</summary>
    Field,

    /// <summary>No token can be read; the text says why.</summary>
    Wrong,
}

/// <param name="IsExact">A = stands before it.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct QueryToken(QueryTokenKind Kind, int Start, string Text, bool IsExact = false);

/// <summary>Cuts a query into operators, words and phrases. Operators are in capitals; and, or, not are words.</summary>
internal sealed class QueryLexer
{
    private readonly string _text;
    private int _at;
    private QueryToken _previous;

    public QueryLexer(string text)
    {
        _text = text;
        Current = Next();
    }

    public QueryToken Current { get; private set; }

    /// <summary>Where the current token stands, as a sentence begins: "After OR".</summary>
    public string Place => _previous.Text is { Length: > 0 } before ? $"After {before}" : "At the beginning";

    public void Advance()
    {
        _previous = Current;
        Current = Next();
    }

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
        if (_text[_at] == '=' && start + 1 < _text.Length && IsMark(_text[start + 1]))
            return Phrase(start, start + 1, isExact: true);
        return IsMark(_text[_at]) ? Phrase(start, start, isExact: false) : Word(start);
    }

    private QueryToken Take(QueryTokenKind kind, int start) => new(kind, start, _text[start..++_at]);

    private QueryToken Phrase(int start, int mark, bool isExact)
    {
        var end = mark + 1;
        while (end < _text.Length && !IsMark(_text[end]))
            end++;
        if (end == _text.Length)
            return Wrong(mark, "This quotation mark opens a phrase that no other closes.");
        if (_text.AsSpan(mark + 1, end - mark - 1).IsWhiteSpace())
            return Wrong(mark, "A phrase needs a word between its marks.");
        _at = end + 1;
        return new QueryToken(QueryTokenKind.Phrase, mark + 1, _text[(mark + 1)..end], isExact);
    }

    private static QueryToken Wrong(int position, string message) => new(QueryTokenKind.Wrong, position, message);

    private QueryToken Word(int start)
    {
        while (_at < _text.Length && !EndsWord(_text[_at]))
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
            _ => new QueryToken(QueryTokenKind.Word, start, text, text[0] == '='),
        };
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
