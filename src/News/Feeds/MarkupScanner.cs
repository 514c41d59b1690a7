using System.Buffers;

namespace News.Feeds;

internal enum MarkupKind
{
    End,
    Text,
    CData,
    StartTag,
    EndTag,
    Comment,
    Instruction,
    Doctype,
}

/// <summary>
/// Cuts markup into tokens, forward only and in linear time, and never refuses: what cannot be a tag is text
/// ("3 &lt; 4"), what has lost its end ends where the next thing begins. Knows nothing of feeds, names or nesting.
/// </summary>
/// <param name="html">HTML has no CDATA and lets <c>&lt;</c> stand in attribute values; XML has the one and not the other.</param>
internal sealed class MarkupScanner(string source, int start = 0, int end = int.MaxValue, bool html = false)
{
    private readonly int length = Math.Min(end, source.Length);
    private int position = start;

    // What was once searched to the end of the document and not found is not searched again: "<!--<!--<!--…".
    private bool noCommentEnd;
    private bool noTagEnd;
    private bool doctypeSeen;

    public MarkupKind Kind { get; private set; }

    /// <summary>Where the token begins in the source.</summary>
    public int Start { get; private set; }

    /// <summary>Where the next token begins.</summary>
    public int End { get; private set; }

    /// <summary>What is inside the token: the text, the CDATA section's text, a tag's attributes, the doctype's body.</summary>
    public int InnerStart { get; private set; }

    public int InnerEnd { get; private set; }

    public int NameStart { get; private set; }

    public int NameLength { get; private set; }

    public bool IsSelfClosing { get; private set; }

    /// <summary>What had to be mended in this token, as a sentence; null where it was well formed.</summary>
    public string? Repair { get; private set; }

    public ReadOnlySpan<char> Name => source.AsSpan(NameStart, NameLength);

    public ReadOnlySpan<char> Inner => source.AsSpan(InnerStart, InnerEnd - InnerStart);

    public ReadOnlySpan<char> Raw => source.AsSpan(Start, End - Start);

    /// <summary>Goes on at <paramref name="index"/>, which may not lie before the token just read.</summary>
    public void SkipTo(int index) => position = Math.Max(index, position);

    public bool Next()
    {
        Start = position;
        Repair = null;
        NameLength = 0;
        IsSelfClosing = false;
        if (position >= length)
        {
            Kind = MarkupKind.End;
            InnerStart = InnerEnd = End = length;
            return false;
        }

        if (source[position] != '<' || !ReadMarkup())
            ReadText();

        position = End;
        return true;
    }

    private void ReadText()
    {
        var i = Start;
        if (source[i] == '<')
        {
            Repair = "A '<' that begins no tag was read as text.";
            i++;
        }

        while (i < length)
        {
            var next = source.AsSpan(i, length - i).IndexOf('<');
            if (next < 0)
            {
                i = length;
                break;
            }

            i += next;
            if (MayBeginMarkup(i))
                break;

            Repair = "A '<' that begins no tag was read as text.";
            i++;
        }

        Set(MarkupKind.Text, Start, i, i);
    }

    private bool MayBeginMarkup(int index)
    {
        if (index + 1 >= length)
            return false;

        var c = source[index + 1];
        return IsNameStart(c) || c is '/' or '!' or '?';
    }

    private bool ReadMarkup()
    {
        if (!MayBeginMarkup(Start))
            return false;

        return source[Start + 1] switch
        {
            '/' => ReadEndTag(),
            '!' => ReadDeclaration(),
            '?' => ReadInstruction(),
            _ => ReadStartTag(),
        };
    }

    private bool ReadDeclaration()
    {
        var rest = source.AsSpan(Start, length - Start);
        if (rest.StartsWith("<!--", StringComparison.Ordinal))
            return ReadComment();
        if (rest.StartsWith("<![CDATA[", StringComparison.OrdinalIgnoreCase))
            return ReadCData();
        if (!doctypeSeen && rest.StartsWith("<!DOCTYPE", StringComparison.OrdinalIgnoreCase))
            return ReadDoctype();

        return ReadToTagEnd(MarkupKind.Comment);
    }

    private bool ReadToTagEnd(MarkupKind kind)
    {
        var close = noTagEnd ? -1 : source.AsSpan(Start, length - Start).IndexOf('>');
        if (close < 0)
        {
            noTagEnd = true;
            return false;
        }

        Set(kind, Start + 2, Start + close, Start + close + 1);
        return true;
    }

    private bool ReadComment()
    {
        var body = Start + 4;
        var close = noCommentEnd ? -1 : source.AsSpan(body, length - body).IndexOf("-->", StringComparison.Ordinal);
        if (close >= 0)
        {
            Set(MarkupKind.Comment, body, body + close, body + close + 3);
            return true;
        }

        // A comment that never ends would swallow every item after it: only its mark is passed over.
        noCommentEnd = true;
        Set(MarkupKind.Comment, body, body, body);
        Repair = "A comment without an end was passed over.";
        return true;
    }

    private bool ReadCData()
    {
        var body = Start + 9;
        if (html)
        {
            Set(MarkupKind.Comment, body, body, body);
            return true;
        }

        var rest = source.AsSpan(body, length - body);
        var close = rest.IndexOf("]]>", StringComparison.Ordinal);
        var inner = close < 0 ? rest : rest[..close];

        // A section whose end was forgotten runs into the next item's section: it ends with its own item.
        if (close < 0 || inner.IndexOf("<![CDATA[", StringComparison.Ordinal) >= 0)
        {
            var itemEnd = inner.IndexOf("</item>", StringComparison.Ordinal);
            if (itemEnd < 0)
                itemEnd = inner.IndexOf("</entry>", StringComparison.Ordinal);
            if (itemEnd >= 0 || close < 0)
            {
                Repair = "A CDATA section without an end was closed.";
                var stop = body + (itemEnd >= 0 ? itemEnd : inner.Length);
                Set(MarkupKind.CData, body, stop, stop);
                return true;
            }
        }

        Set(MarkupKind.CData, body, body + close, body + close + 3);
        return true;
    }

    private bool ReadInstruction()
    {
        var rest = source.AsSpan(Start, length - Start);
        var close = noTagEnd ? -1 : rest.IndexOf('>');
        if (close < 0)
        {
            noTagEnd = true;
            return false;
        }

        // "<?xml … >" has lost its second question mark; "<?php if (a > b) ?>" has not.
        if (!html && rest[close - 1] != '?' && !rest.StartsWith("<?xml", StringComparison.OrdinalIgnoreCase))
        {
            var window = rest[..Math.Min(rest.Length, 4096)];
            var proper = window.IndexOf("?>", StringComparison.Ordinal);
            if (proper > 0)
                close = proper + 1;
        }

        Set(MarkupKind.Instruction, Start + 2, Start + close, Start + close + 1);
        return true;
    }

    private bool ReadDoctype()
    {
        doctypeSeen = true;
        var i = Start + 9;
        var inSubset = false;
        while (i < length)
        {
            var c = source[i];
            if (c is '"' or '\'')
            {
                var close = source.AsSpan(i + 1, length - i - 1).IndexOf(c);
                if (close < 0)
                    break;
                i += close + 1;
            }
            else if (c == '<' && source.AsSpan(i, length - i).StartsWith("<!--", StringComparison.Ordinal))
            {
                var close = source.AsSpan(i, length - i).IndexOf("-->", StringComparison.Ordinal);
                if (close < 0)
                    break;
                i += close + 2;
            }
            else if (c == '[')
            {
                inSubset = true;
            }
            else if (c == ']')
            {
                inSubset = false;
            }
            else if (c == '>' && !inSubset)
            {
                Set(MarkupKind.Doctype, Start + 9, i, i + 1);
                return true;
            }

            i++;
        }

        Repair = "A document type declaration without an end was passed over.";
        return ReadToTagEnd(MarkupKind.Doctype);
    }

    private bool ReadEndTag()
    {
        var nameStart = Start + 2;
        var i = nameStart;
        while (i < length && IsNamePart(source[i]))
            i++;
        var nameEnd = i;
        while (i < length && source[i] is not ('>' or '<'))
            i++;
        if (i >= length)
            return false;

        var closed = source[i] == '>';
        if (nameEnd == nameStart)
        {
            // "</>" and "</ p>" close nothing.
            if (!closed)
                return false;
            Set(MarkupKind.Comment, nameStart, i, i + 1);
            return true;
        }

        if (!closed)
            Repair = "An end tag without its '>' was closed.";
        Set(MarkupKind.EndTag, nameEnd, i, closed ? i + 1 : i);
        NameStart = nameStart;
        NameLength = nameEnd - nameStart;
        return true;
    }

    private bool ReadStartTag()
    {
        var nameStart = Start + 1;
        var i = nameStart + 1;
        while (i < length && IsNamePart(source[i]))
            i++;
        var nameEnd = i;

        var afterEquals = false;
        while (i < length)
        {
            var c = source[i];
            if (c == '>')
            {
                IsSelfClosing = source[i - 1] == '/' && i > nameEnd;
                Set(MarkupKind.StartTag, nameEnd, IsSelfClosing ? i - 1 : i, i + 1);
                NameStart = nameStart;
                NameLength = nameEnd - nameStart;
                return true;
            }

            if (c == '<')
                return false;

            if (afterEquals && c is '"' or '\'')
            {
                var close = ClosingQuote(i);
                if (close < 0)
                    return CloseBrokenTag(i, nameStart, nameEnd);
                i = close + 1;
                afterEquals = false;
                continue;
            }

            if (c == '=')
                afterEquals = true;
            else if (!char.IsWhiteSpace(c))
                afterEquals = false;
            i++;
        }

        return false;
    }

    /// <summary>
    /// Where the value that begins at <paramref name="open"/> ends; negative where its closing mark was forgotten, as in
    /// <c>&lt;a href="x&gt;text&lt;/a&gt; &lt;a href="y"&gt;</c>: the next mark then belongs to another tag.
    /// </summary>
    private int ClosingQuote(int open)
    {
        var rest = source.AsSpan(open + 1, length - open - 1);
        var close = rest.IndexOf(source[open]);
        if (close < 0)
            return -1;
        if (!rest[..close].Contains('<'))
            return open + 1 + close;

        var after = close + 1 < rest.Length ? rest[close + 1] : '>';
        return char.IsWhiteSpace(after) || after is '/' or '>' or '?' ? open + 1 + close : -1;
    }

    private bool CloseBrokenTag(int from, int nameStart, int nameEnd)
    {
        var stop = source.AsSpan(from, length - from).IndexOfAny('<', '>');
        if (stop < 0 || source[from + stop] == '<')
            return false;

        Repair = "An attribute without its closing quotation mark was closed.";
        Set(MarkupKind.StartTag, nameEnd, from + stop, from + stop + 1);
        NameStart = nameStart;
        NameLength = nameEnd - nameStart;
        return true;
    }

    private void Set(MarkupKind kind, int innerStart, int innerEnd, int next)
    {
        Kind = kind;
        InnerStart = innerStart;
        InnerEnd = innerEnd;
        End = next;
    }

    private static bool IsNameStart(char c) => char.IsAsciiLetter(c) || c == '_' || c > 0x7F && char.IsLetter(c);

    private static bool IsNamePart(char c) =>
        char.IsAsciiLetterOrDigit(c) || c is '_' or ':' or '-' or '.' || c > 0x7F && !char.IsWhiteSpace(c);
}

/// <summary>The attributes of one tag, in order; values as they stand, without their marks.</summary>
internal ref struct AttributeScanner(ReadOnlySpan<char> attributes)
{
    private static readonly SearchValues<char> NameEnds = SearchValues.Create(" \t\r\n\f/=");

    private ReadOnlySpan<char> rest = attributes;

    public ReadOnlySpan<char> Name { get; private set; }

    public ReadOnlySpan<char> Value { get; private set; }

    public bool Next()
    {
        rest = rest.TrimStart(" \t\r\n\f/\"'");
        if (rest.IsEmpty)
            return false;

        var nameEnd = rest.IndexOfAny(NameEnds);
        if (nameEnd == 0)
            nameEnd = 1; // "=x": HTML takes the mark into the name
        Name = nameEnd < 0 ? rest : rest[..nameEnd];
        Value = default;
        rest = nameEnd < 0 ? default : rest[nameEnd..];

        var afterSpace = rest.TrimStart();
        if (afterSpace.IsEmpty || afterSpace[0] != '=')
            return true;

        rest = afterSpace[1..].TrimStart();
        if (rest.IsEmpty)
            return true;

        var quote = rest[0];
        if (quote is '"' or '\'')
        {
            var close = rest[1..].IndexOf(quote);
            Value = close < 0 ? rest[1..] : rest.Slice(1, close);
            rest = close < 0 ? default : rest[(close + 2)..];
            return true;
        }

        var end = rest.IndexOfAny(" \t\r\n\f");
        Value = end < 0 ? rest : rest[..end];
        rest = end < 0 ? default : rest[end..];
        return true;
    }
}
