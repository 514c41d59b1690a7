namespace News.Feeds;

/// <summary>
/// The tags of a document of outlines, one after the other, over whatever is between them. It knows the mistakes of lists that
/// were written by string concatenation: bare quotes and angle brackets in a value, a quote that was forgotten, no quotes at all.
/// </summary>
/// <remarks>Each letter is looked at a small, fixed number of times.</remarks>
internal sealed class OpmlTags(string text)
{
    private const int LongestName = 64;

    /// <summary>The names before which a value has ended though its quote is missing: <c>text="Wire xmlUrl="…"</c>.</summary>
    private static readonly string[] KnownNames = ["text", "title", "type", "xmlUrl", "htmlUrl", "url", "description", "version", "language"];

    private int _at;
    private int _line = 1;
    private int _counted;
    private int _nameStart;
    private int _nameEnd;
    private bool _noCommentEnds;
    private bool _noDataEnds;

    public ReadOnlySpan<char> Name => text.AsSpan(_nameStart, _nameEnd - _nameStart);

    /// <summary>The line on which the tag begins, from 1.</summary>
    public int Line
    {
        get
        {
            _line += text.AsSpan(_counted, _nameStart - _counted).Count('\n');
            _counted = _nameStart;
            return _line;
        }
    }

    public bool IsEnd { get; private set; }

    /// <summary>The tag closes itself. Known when its attributes are read.</summary>
    public bool IsClosed { get; private set; }

    /// <summary>The document ended inside of a tag.</summary>
    public bool IsCutOff { get; private set; }

    /// <summary>Quotes were found that are not where XML has them.</summary>
    public bool IsMended { get; private set; }

    /// <summary>Whatever its prefix: "opml:outline" is an outline.</summary>
    public bool IsNamed(string name) => Name[(Name.LastIndexOf(':') + 1)..].Equals(name, StringComparison.OrdinalIgnoreCase);

    /// <summary>Goes to the next tag; false at the end.</summary>
    public bool Next()
    {
        while (true)
        {
            var open = text.IndexOf('<', _at);
            if (open < 0 || open + 1 >= text.Length)
                return false;

            _at = open + 1;
            if (text[_at] is '!' or '?')
            {
                SkipDeclaration();
                continue;
            }

            IsEnd = text[_at] == '/';
            if (IsEnd)
                _at++;
            _nameStart = _at;
            while (_at < text.Length && IsNameLetter(text[_at]))
                _at++;
            _nameEnd = _at;
            IsClosed = false;
            if (_nameEnd > _nameStart)
                return true;
        }
    }

    /// <summary>The text between the tag and the next one.</summary>
    public ReadOnlySpan<char> TextBehind()
    {
        var start = text.IndexOf('>', _at);
        if (start < 0)
            return [];
        var rest = text.AsSpan(start + 1);
        var data = rest.TrimStart();
        if (data.StartsWith("<![CDATA[", StringComparison.Ordinal))
            return data[9..] is var inside && inside.IndexOf("]]>", StringComparison.Ordinal) is >= 0 and var stop ? inside[..stop] : [];
        var end = rest.IndexOf('<');
        return end < 0 ? rest : rest[..end];
    }

    /// <summary>The text from here, where the tag's attributes have been read, to the next tag.</summary>
    public ReadOnlySpan<char> TextFromHere()
    {
        var rest = text.AsSpan(Math.Min(_at, text.Length));
        var end = rest.IndexOf('<');
        return end < 0 ? rest : rest[..end];
    }

    /// <summary>The next attribute of the tag; false where the tag ends.</summary>
    /// <param name="value">As it is written, between its quotes.</param>
    public bool NextAttribute(out ReadOnlySpan<char> name, out ReadOnlySpan<char> value)
    {
        name = value = [];
        while (true)
        {
            while (_at < text.Length && !IsNameLetter(text[_at]) && text[_at] is not ('>' or '<'))
            {
                // "/ >" closes as "/>" does.
                IsClosed = text[_at] == '/' || (IsClosed && char.IsWhiteSpace(text[_at]));
                _at++;
            }

            if (_at >= text.Length)
            {
                IsCutOff = true;
                return false;
            }

            if (text[_at] == '<')
                return false;
            if (text[_at] == '>')
            {
                _at++;
                return false;
            }

            IsClosed = false;
            var start = _at;
            while (_at < text.Length && IsNameLetter(text[_at]))
                _at++;
            name = text.AsSpan(start, _at - start);
            SkipSpace();
            if (_at >= text.Length || text[_at] != '=')
                continue; // a word without a value

            _at++;
            SkipSpace();
            if (TryValue(out value))
                return true;
        }
    }

    /// <summary>False where the document or the tag breaks off inside of it.</summary>
    private bool TryValue(out ReadOnlySpan<char> value)
    {
        value = [];
        if (_at >= text.Length)
            return false;
        if (!IsQuote(text[_at]))
            return TryBareValue(out value);

        var quote = text[_at++];
        var start = _at;
        while (_at < text.Length)
        {
            var c = text[_at];
            if (c == '<' && IsTagOfOurs(_at))
            {
                IsMended = true;
                return false;
            }

            if (!Closes(c, quote))
            {
                _at++;
                continue;
            }

            if (ForgottenQuote(start) is { } end)
            {
                // The quote opens the next value: text="Wire xmlUrl="…
                value = text.AsSpan(start, end - start);
                _at = end;
                IsMended = true;
                return true;
            }

            if (EndsValue(_at + 1))
            {
                value = text.AsSpan(start, _at - start);
                _at++;
                return true;
            }

            IsMended = true;
            _at++;
        }

        IsCutOff = true;
        return false;
    }

    private bool TryBareValue(out ReadOnlySpan<char> value)
    {
        var start = _at;
        while (_at < text.Length && !char.IsWhiteSpace(text[_at]) && text[_at] is not ('>' or '<'))
            _at++;
        value = text.AsSpan(start, _at - start);
        IsMended = true;
        if (_at >= text.Length)
        {
            IsCutOff = true;
            return false;
        }

        if (text[_at] == '>' && value is [.., '/'])
        {
            value = value[..^1];
            _at--;
        }

        return true;
    }

    /// <summary>Whether a quote in front of this place ends its value: a tag's end follows, or another attribute.</summary>
    private bool EndsValue(int at)
    {
        while (at < text.Length && char.IsWhiteSpace(text[at]))
            at++;
        if (at >= text.Length || text[at] == '>')
            return true;
        if (text[at] is '/' or '?')
            return at + 1 >= text.Length || text[at + 1] == '>' || char.IsWhiteSpace(text[at + 1]);

        var start = at;
        while (at < text.Length && at - start < LongestName && IsNameLetter(text[at]))
            at++;
        if (at == start)
            return false;
        while (at < text.Length && char.IsWhiteSpace(text[at]))
            at++;
        return at >= text.Length || text[at] == '=';
    }

    /// <summary>Where the value ended, if the quote at the current place follows <c> xmlUrl=</c> inside of it.</summary>
    private int? ForgottenQuote(int start)
    {
        var before = text.AsSpan(start, _at - start);
        before = before[^Math.Min(before.Length, LongestName)..].TrimEnd();
        if (before is not [.., '='])
            return null;
        before = before[..^1].TrimEnd();
        foreach (var name in KnownNames)
        {
            if (before.EndsWith(name, StringComparison.OrdinalIgnoreCase) && before.Length > name.Length && char.IsWhiteSpace(before[^(name.Length + 1)]))
                return start + text.AsSpan(start, _at - start).LastIndexOf(name, StringComparison.OrdinalIgnoreCase);
        }

        return null;
    }

    private bool IsTagOfOurs(int at)
    {
        var rest = text.AsSpan(at + 1, Math.Min(text.Length - at - 1, 9)).TrimStart('/');
        return rest.StartsWith("outline", StringComparison.OrdinalIgnoreCase)
            || rest.StartsWith("body>", StringComparison.OrdinalIgnoreCase)
            || rest.StartsWith("opml>", StringComparison.OrdinalIgnoreCase);
    }

    private void SkipDeclaration()
    {
        if (Skip("!--", "-->", ref _noCommentEnds) || Skip("![CDATA[", "]]>", ref _noDataEnds))
            return;
        var end = text.IndexOf('>', _at);
        _at = end < 0 ? text.Length : end + 1;
    }

    /// <param name="noneLeft">There is no such end any more, so that nobody looks for it again.</param>
    private bool Skip(string opening, string closing, ref bool noneLeft)
    {
        if (string.CompareOrdinal(text, _at, opening, 0, opening.Length) != 0)
            return false;

        var end = noneLeft ? -1 : text.IndexOf(closing, _at, StringComparison.Ordinal);
        noneLeft = end < 0;
        _at = end < 0 ? _at + opening.Length : end + closing.Length;
        return true;
    }

    private void SkipSpace()
    {
        while (_at < text.Length && char.IsWhiteSpace(text[_at]))
            _at++;
    }

    /// <summary>Word processors make “ and ” of quotes.</summary>
    private static bool IsQuote(char c) => c is '"' or '\'' or '“' or '”';

    private static bool Closes(char c, char quote) => quote is '“' or '”' ? c is '"' or '“' or '”' : c == quote;

    private static bool IsNameLetter(char c) => char.IsLetterOrDigit(c) || c is '_' or ':' or '-' or '.';
}
