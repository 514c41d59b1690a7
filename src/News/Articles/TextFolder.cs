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
    private int _newlines;
    private TextBreak _pending;

    /// <param name="capacity">The length of what will be written, as far as it is known; more is made room for.</param>
    public TextFolder(int capacity) => _buffer = ArrayPool<char>.Shared.Rent(Math.Max(capacity + 2, 64));

    /// <summary>White space is text, as in <c>&lt;pre&gt;</c>: each line of the source is a line.</summary>
    public bool Preformatted { get; set; }

    /// <summary>Breaks of every kind are a space.</summary>
    public bool OneLine { get; init; }

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
        while (!text.IsEmpty)
        {
            var run = AppendRun(text);
            text = text[run..];
            if (text.IsEmpty)
                return;
            text = text[AppendSpecial(text)..];
        }
    }

    /// <summary>As <see cref="Append"/>, with character references decoded: "AT&amp;amp;T" is "AT&amp;T".</summary>
    public void AppendHtml(scoped ReadOnlySpan<char> html)
    {
        while (!html.IsEmpty)
        {
            var run = AppendRun(html);
            html = html[run..];
            if (html.IsEmpty)
                return;
            html = html[(html[0] == '&' ? AppendReference(html) : AppendSpecial(html))..];
        }
    }

    public void Clear()
    {
        _length = 0;
        _lineBreaks = 0;
        _newlines = 0;
        _pending = TextBreak.None;
        BlankLineSeen = false;
    }

    public override readonly string ToString() => new(Written);

    public void Dispose()
    {
        ArrayPool<char>.Shared.Return(_buffer);
        _buffer = [];
    }

    /// <summary>
    /// Takes the text up to what asks for a decision. A space at its end is taken back: what follows says whether it stays.
    /// </summary>
    private int AppendRun(scoped ReadOnlySpan<char> text)
    {
        if (text[0] == ' ' || !PlainRun.IsOrdinary(text, 0))
            return 0;
        MakeRoom(text.Length);
        WritePending();
        var run = PlainRun.Copy(text, _buffer.AsSpan(_length));
        if (run == 0)
            return 0; // U+FFFD, which a run lets through by hand
        _length += run;
        if (_buffer[_length - 1] == ' ')
        {
            _length--;
            _pending = TextBreak.Space;
        }

        return run;
    }

    private int AppendReference(scoped ReadOnlySpan<char> html)
    {
        Span<char> decoded = stackalloc char[HtmlEntities.MaxDecodedLength];
        var read = HtmlEntities.Read(html, decoded, out var written);
        if (read == 0)
        {
            Write('&');
            return 1;
        }

        if (written == 1)
            AppendSpecial(decoded[..1]);
        else
            Append(decoded[..written]);
        return read;
    }

    /// <summary>Takes one character (or pair) that no run takes; returns how many code units it was.</summary>
    private int AppendSpecial(scoped ReadOnlySpan<char> text)
    {
        var c = text[0];
        if (PlainRun.IsPlain(c))
        {
            Write(c);
        }
        else if (char.IsWhiteSpace(c))
        {
            AppendWhiteSpace(c);
        }
        else if (char.IsSurrogate(c))
        {
            if (char.IsHighSurrogate(c) && text.Length > 1 && char.IsLowSurrogate(text[1]))
            {
                Write(c);
                Write(text[1]);
                return 2;
            }

            Write('\uFFFD');
        }
        else if (c is '\u200C' or '\u200D' && _pending == TextBreak.None && _length > 0 && _buffer[_length - 1] >= '\u0590')
        {
            // Joiners are spelling in Persian ("می‌شود") and hold emoji together; among Latin letters they are noise.
            Write(c);
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
        else if (BlankLinesCount && ++_newlines > 1 && _length > 0)
        {
            BlankLineSeen = true;
            Break(TextBreak.Paragraph);
        }
    }

    private readonly ReadOnlySpan<char> Separator => _length == 0 ? "" : _pending switch
    {
        TextBreak.None => "",
        TextBreak.Space => " ",
        _ when OneLine => " ",
        TextBreak.Line => "\n",
        _ => "\n\n",
    };

    private void Write(char c)
    {
        MakeRoom(1);
        WritePending();
        _buffer[_length++] = c;
    }

    private void WritePending()
    {
        if (_pending != TextBreak.None)
        {
            var separator = Separator;
            separator.CopyTo(_buffer.AsSpan(_length));
            _length += separator.Length;
            _pending = TextBreak.None;
        }

        _lineBreaks = 0;
        _newlines = 0;
    }

    /// <summary>For so much text and the break before it.</summary>
    private void MakeRoom(int length)
    {
        if (_buffer.Length - _length < length + 2)
            Grow(length + 2);
    }

    private void Grow(int extra)
    {
        var larger = ArrayPool<char>.Shared.Rent(Math.Max(_buffer.Length * 2, _length + extra));
        Written.CopyTo(larger);
        ArrayPool<char>.Shared.Return(_buffer);
        _buffer = larger;
    }
}
