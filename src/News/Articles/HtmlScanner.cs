using System.Buffers;

namespace News.Articles;

internal enum HtmlToken
{
    /// <summary>The input is at its end.</summary>
    Done,

    /// <summary>Text between tags, its references not yet decoded; the raw content of a script or style.</summary>
    Text,

    Start,
    End,
}

/// <summary>
/// Cuts HTML into tags and text in one pass, as forgiving as a browser: see
/// https://html.spec.whatwg.org/multipage/parsing.html#tokenization. Comments, declarations and CDATA marks are passed
/// over. Where a '&lt;' begins no tag it is text: "5 &lt; 6". It builds nothing; its spans point into the input.
/// </summary>
internal ref struct HtmlScanner(ReadOnlySpan<char> html)
{
    private readonly ReadOnlySpan<char> _html = html;
    private int _position;
    private int _innerStart;
    private int _innerEnd;
    private int _cdataEnd = -1;
    private bool _tagsAreOver;
    private bool _rawNeverEnds;
    private HtmlTag _rawUntil = HtmlTag.Other;

    /// <summary>Where the next token begins; setting it back to where a token began scans from there again.</summary>
    public int Position
    {
        readonly get => _position;
        set
        {
            _position = value;
            _rawUntil = HtmlTag.Other;
        }
    }

    /// <summary>The element of a <see cref="HtmlToken.Start"/> or <see cref="HtmlToken.End"/>.</summary>
    public HtmlTag Tag { get; private set; }

    /// <summary>Where the text, or a start tag's attributes, stand in the input.</summary>
    public readonly Range Span => _innerStart.._innerEnd;

    public readonly ReadOnlySpan<char> Text => _html[_innerStart.._innerEnd];

    /// <summary>Written "&lt;iframe/&gt;", as in XHTML: it has no content.</summary>
    public readonly bool IsSelfClosed => _innerEnd > _innerStart && _html[_innerEnd - 1] == '/';

    public readonly HtmlAttributes Attributes => new(Text);

    public HtmlToken Next()
    {
        if (_rawUntil != HtmlTag.Other && ReadRaw())
            return HtmlToken.Text;
        while (_position < _html.Length)
        {
            if (_position == _cdataEnd)
            {
                _position += "]]>".Length;
                continue;
            }

            if (_html[_position] == '<' && !_tagsAreOver)
            {
                var start = _position;
                var token = ReadMarkup();
                if (token != HtmlToken.Done)
                    return token;
                if (_position > start)
                    continue;
            }

            return ReadText();
        }

        return HtmlToken.Done;
    }

    private HtmlToken ReadText()
    {
        var start = _position;
        var length = _tagsAreOver ? -1 : _html[(start + 1)..].IndexOf('<');
        var end = length < 0 ? _html.Length : start + 1 + length;
        if (_cdataEnd > start && _cdataEnd < end)
            end = _cdataEnd;
        (_innerStart, _innerEnd, _position) = (start, end, end);
        return HtmlToken.Text;
    }

    /// <summary>
    /// The content of an element that is no markup. Without an end tag a script or style takes the rest, as in
    /// browsers; any other is taken for an ordinary element, so that no story vanishes in an unclosed frame.
    /// </summary>
    private bool ReadRaw()
    {
        var tag = _rawUntil;
        _rawUntil = HtmlTag.Other;
        var takesAll = tag is HtmlTag.Script or HtmlTag.Style;
        if (_rawNeverEnds && !takesAll)
            return false;
        var end = EndOfRaw(tag.ToString());
        if (end < 0 && !takesAll)
        {
            _rawNeverEnds = true;
            return false;
        }

        (_innerStart, _innerEnd) = (_position, end < 0 ? _html.Length : end);
        _position = _innerEnd;
        return true;
    }

    private readonly int EndOfRaw(string name)
    {
        var position = _position;
        while (true)
        {
            var found = _html[position..].IndexOf("</");
            if (found < 0)
                return -1;
            position += found;
            var after = position + 2 + name.Length;
            if (_html[(position + 2)..].StartsWith(name, StringComparison.OrdinalIgnoreCase)
                && (after >= _html.Length || !char.IsAsciiLetterOrDigit(_html[after])))
                return position;
            position += 2;
        }
    }

    /// <summary>At a '&lt;': a tag; or Done, having passed over what is not seen, or not moved where it is text.</summary>
    private HtmlToken ReadMarkup()
    {
        var rest = _html[_position..];
        if (rest.Length < 2)
            return HtmlToken.Done;
        var second = rest[1];
        if (char.IsAsciiLetter(second))
            return ReadTag(HtmlToken.Start, _position + 1);
        if (second == '/' && rest.Length > 2 && char.IsAsciiLetter(rest[2]))
            return ReadTag(HtmlToken.End, _position + 2);
        if (second is '!' or '?' or '/')
            PassOver(rest);
        return HtmlToken.Done;
    }

    private void PassOver(ReadOnlySpan<char> rest)
    {
        if (rest.StartsWith("<![CDATA["))
        {
            // Not of HTML, but feeds wrap their text twice; only the marks go. The end is looked for once,
            // not again for each of a million beginnings.
            if (_cdataEnd < _position)
            {
                var end = rest.IndexOf("]]>");
                _cdataEnd = end < 0 ? _html.Length : _position + end;
            }

            _position += "<![CDATA[".Length;
        }
        else if (rest.StartsWith("<!--"))
        {
            var end = rest[2..].IndexOf("-->"); // "<!-->" is a whole comment
            _position = end < 0 ? _html.Length : _position + 2 + end + "-->".Length;
        }
        else
        {
            var end = rest.IndexOf('>');
            if (end < 0)
                _tagsAreOver = true;
            else
                _position += end + 1;
        }
    }

    private HtmlToken ReadTag(HtmlToken kind, int nameStart)
    {
        var tag = HtmlTags.Read(_html[nameStart..], out var nameLength);
        var nameEnd = nameStart + nameLength;
        var end = EndOfTag(nameEnd);
        if (end < 0)
        {
            EndUnfinished(kind, tag);
            return HtmlToken.Done;
        }

        Tag = tag;
        (_innerStart, _innerEnd, _position) = (nameEnd, end, end + 1);
        if (kind == HtmlToken.Start && tag.Is(HtmlTraits.Raw) && !IsSelfClosed)
            _rawUntil = tag;
        return kind;
    }

    /// <summary>
    /// No '&gt;' follows. A text cut off within a tag ("… &lt;a href=") ends before it; in "if a &lt;b then" the rest is text.
    /// </summary>
    private void EndUnfinished(HtmlToken kind, HtmlTag tag)
    {
        _tagsAreOver = true;
        if (tag != HtmlTag.Other || kind == HtmlToken.End)
            _position = _html.Length;
    }

    /// <summary>The place of the '&gt;' that ends the tag, not one that stands in a quoted value; -1 where there is none.</summary>
    private readonly int EndOfTag(int position)
    {
        if (position < _html.Length && _html[position] == '>')
            return position;
        while (position < _html.Length)
        {
            var found = _html[position..].IndexOfAny('>', '=');
            if (found < 0)
                return -1;
            position += found;
            if (_html[position] == '>')
                return position;
            position++;
            while (position < _html.Length && IsWhiteSpace(_html[position]))
                position++;
            if (position >= _html.Length || _html[position] is not ('"' or '\''))
                continue;
            var closing = _html[(position + 1)..].IndexOf(_html[position]);
            if (closing < 0)
            {
                // A quotation mark that is never closed: the tag ends at the next '>' after all.
                var end = _html[position..].IndexOf('>');
                return end < 0 ? -1 : position + end;
            }

            position += closing + 2;
        }

        return -1;
    }

    internal static bool IsWhiteSpace(char c) => c is ' ' or '\n' or '\t' or '\r' or '\f';
}

/// <summary>The attributes of a start tag, looked up in the source; values come with their references not decoded.</summary>
internal readonly ref struct HtmlAttributes(ReadOnlySpan<char> source)
{
    private const string WhiteSpace = " \n\t\r\f";

    private static readonly SearchValues<char> NameEnds = SearchValues.Create(WhiteSpace + "/=");
    private static readonly SearchValues<char> ValueEnds = SearchValues.Create(WhiteSpace);

    private readonly ReadOnlySpan<char> _source = source;

    /// <summary>All that stands in the tag behind its name.</summary>
    public ReadOnlySpan<char> Source => _source;

    /// <summary>Nothing stands in the tag but its name (and perhaps a slash).</summary>
    public bool IsEmpty => _source.Length < 2;

    public bool Has(ReadOnlySpan<char> name) => TryGet(name, out _);

    /// <summary>The value of an attribute, empty where it has none or is missing.</summary>
    public ReadOnlySpan<char> this[ReadOnlySpan<char> name] => TryGet(name, out var value) ? value : [];

    /// <summary>The first attribute of that name, in any case.</summary>
    public bool TryGet(ReadOnlySpan<char> name, out ReadOnlySpan<char> value)
    {
        var position = 0;
        while (ReadOne(ref position, out var found, out var foundValue))
        {
            if (!_source[found].Equals(name, StringComparison.OrdinalIgnoreCase))
                continue;
            value = _source[foundValue];
            return true;
        }

        value = [];
        return false;
    }

    /// <summary>The attributes one after the other, as they stand in the tag; false at its end.</summary>
    /// <param name="position">Where to read on, 0 at first.</param>
    public bool Read(ref int position, out ReadOnlySpan<char> name, out ReadOnlySpan<char> value)
    {
        var found = ReadOne(ref position, out var nameRange, out var valueRange);
        name = _source[nameRange];
        value = _source[valueRange];
        return found;
    }

    private bool ReadOne(ref int position, out Range name, out Range value)
    {
        value = default;
        position = _source.Length - _source[position..].TrimStart(WhiteSpace + "/").Length;
        var end = _source[position..].IndexOfAny(NameEnds);
        if (end == 0)
            end = 1; // a stray '=' counts as a name, so that the reading goes on
        var nameEnd = end < 0 ? _source.Length : position + end;
        name = position..nameEnd;
        var found = nameEnd > position;
        position = nameEnd;
        var assigned = _source[position..].TrimStart(WhiteSpace);
        if (!assigned.IsEmpty && assigned[0] == '=')
        {
            position = _source.Length - assigned[1..].TrimStart(WhiteSpace).Length;
            value = ReadValue(ref position);
        }

        return found;
    }

    private Range ReadValue(ref int position)
    {
        if (position >= _source.Length)
            return position..position;
        var quoted = _source[position] is '"' or '\'';
        var start = quoted ? position + 1 : position;
        var length = quoted ? _source[start..].IndexOf(_source[position]) : _source[start..].IndexOfAny(ValueEnds);
        var end = length < 0 ? _source.Length : start + length;
        position = quoted && length >= 0 ? end + 1 : end;
        return start..end;
    }
}
