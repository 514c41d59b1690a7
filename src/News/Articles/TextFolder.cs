using System.Buffers;

namespace News.Articles;

/// <summary>What stands between two pieces of text; the stronger break wins where several meet.</summary>
internal enum TextBreak
{
    None,
    Space,
    Line,
    Paragraph,
}

/// <summary>
/// Writes text with its white space folded: any run of it becomes one space, a line break or an empty line.
/// Characters that a reader cannot see (control and zero-width characters, directional overrides) are left out.
/// </summary>
internal ref struct TextFolder
{
    private char[] _buffer;
    private int _length;
    private int _lineBreaks;
    private TextBreak _pending;

    public TextFolder(int capacity) => _buffer = ArrayPool<char>.Shared.Rent(Math.Max(capacity, 64));

    /// <summary>White space is text, as in <c>&lt;pre&gt;</c>: each line of the source is a line.</summary>
    public bool Preformatted { get; set; }

    /// <summary>An empty line in the source separates paragraphs, as it does in plain text but not in HTML.</summary>
    public bool BlankLinesCount { get; set; }

    /// <summary>Whether an empty line in the source has been taken for the end of a paragraph.</summary>
    public bool BlankLineSeen { get; private set; }

    public readonly int Length => _length;

    public readonly ReadOnlySpan<char> Written => _buffer.AsSpan(0, _length);

    public void Break(TextBreak kind)
    {
        if (kind > _pending)
            _pending = kind;
    }

    /// <summary>One is the end of a line, two in a row leave an empty line, which is the end of a paragraph.</summary>
    public void LineBreak()
    {
        _lineBreaks++;
        Break(_lineBreaks > 1 ? TextBreak.Paragraph : TextBreak.Line);
    }

    public void Append(scoped ReadOnlySpan<char> text)
    {
        var position = 0;
        while (position < text.Length)
        {
            var run = PlainRun(text[position..]);
            if (run > 0)
                Write(text.Slice(position, run));
            position += run;
            if (position < text.Length)
                position += AppendSpecial(text[position..]);
        }
    }

    /// <summary>As <see cref="Append"/>, with character references decoded: "AT&amp;amp;T" is "AT&amp;T".</summary>
    public void AppendHtml(scoped ReadOnlySpan<char> html)
    {
        Span<char> decoded = stackalloc char[HtmlEntities.MaxDecodedLength];
        while (true)
        {
            var ampersand = html.IndexOf('&');
            if (ampersand < 0)
            {
                Append(html);
                return;
            }

            Append(html[..ampersand]);
            html = html[ampersand..];
            var read = HtmlEntities.Read(html, decoded, out var written);
            if (read == 0)
            {
                Write("&");
                html = html[1..];
            }
            else
            {
                Append(decoded[..written]);
                html = html[read..];
            }
        }
    }

    /// <summary>Takes back what was written after <paramref name="length"/>.</summary>
    public void Truncate(int length) => _length = length;

    public void Clear()
    {
        _length = 0;
        _lineBreaks = 0;
        _pending = TextBreak.None;
        BlankLineSeen = false;
    }

    public override readonly string ToString() => new(Written);

    public void Dispose()
    {
        ArrayPool<char>.Shared.Return(_buffer);
        _buffer = [];
    }

    private static int PlainRun(ReadOnlySpan<char> text)
    {
        var length = 0;
        while (length < text.Length && IsPlain(text[length]))
            length++;
        return length;
    }

    private static bool IsPlain(char c) => c switch
    {
        <= ' ' => false,
        < '\u007F' => true,
        <= '\u00A0' or '\u00AD' or '\u061C' or '\u1680' or '\u180E' => false,
        < '\u2000' => true,
        <= '\u200F' or (>= '\u2028' and <= '\u202F') or (>= '\u205F' and <= '\u206F') or '\u3000' => false,
        < '\uD800' => true,
        <= '\uDFFF' or '\uFEFF' or (>= '\uFFF9' and <= '\uFFFB') or >= '\uFFFE' => false,
        _ => true,
    };

    /// <summary>Takes one character (or pair) that is no plain one; returns how many code units it was.</summary>
    private int AppendSpecial(scoped ReadOnlySpan<char> text)
    {
        var c = text[0];
        if (char.IsSurrogate(c))
        {
            if (char.IsHighSurrogate(c) && text.Length > 1 && char.IsLowSurrogate(text[1]))
            {
                Write(text[..2]);
                return 2;
            }

            Write("\uFFFD");
        }
        else if (char.IsWhiteSpace(c))
        {
            AppendWhiteSpace(c);
        }
        else if (c is '\u200C' or '\u200D' && _pending == TextBreak.None && _length > 0 && _buffer[_length - 1] >= '\u0590')
        {
            // Joiners are spelling in Persian ("می‌شود") and hold emoji together; among Latin letters they are noise.
            Write(text[..1]);
        }

        return 1;
    }

    private void AppendWhiteSpace(char c)
    {
        Break(TextBreak.Space);
        if (c != '\n')
            return;
        if (Preformatted)
        {
            LineBreak();
        }
        else if (BlankLinesCount && ++_lineBreaks > 1 && _length > 0)
        {
            BlankLineSeen = true;
            Break(TextBreak.Paragraph);
        }
    }

    private void Write(scoped ReadOnlySpan<char> text)
    {
        if (_buffer.Length - _length < text.Length + 2)
            Grow(text.Length + 2);
        if (_pending != TextBreak.None)
            WritePending();
        _lineBreaks = 0;
        text.CopyTo(_buffer.AsSpan(_length));
        _length += text.Length;
    }

    private void WritePending()
    {
        if (_length > 0)
        {
            var separator = _pending switch { TextBreak.Space => " ", TextBreak.Line => "\n", _ => "\n\n" };
            separator.CopyTo(_buffer.AsSpan(_length));
            _length += separator.Length;
        }

        _pending = TextBreak.None;
    }

    private void Grow(int extra)
    {
        var larger = ArrayPool<char>.Shared.Rent(Math.Max(_buffer.Length * 2, _length + extra));
        Written.CopyTo(larger);
        ArrayPool<char>.Shared.Return(_buffer);
        _buffer = larger;
    }
}
