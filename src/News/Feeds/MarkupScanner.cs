using System.Buffers;
using System.Text;

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
/// Cuts markup in UTF-8 into tokens, forward only and in linear time, and never refuses: what cannot be a tag is text
/// ("3 &lt; 4"), what has lost its end ends where the next thing begins. The tokens cover the source without a gap. It
/// knows nothing of feeds, names or nesting, and reads bytes that are no UTF-8 as if they were letters.
/// </summary>
/// <param name="html">HTML has no CDATA and its instructions end with the first <c>&gt;</c>.</param>
internal ref struct MarkupScanner(ReadOnlySpan<byte> source, int start = 0, bool html = false)
{
    private const int MaximumInstruction = 4096;

    // What may be read in vain: so many times the source, and a document of any size this much.
    private const int VainTimes = 2;
    private const int VainAnyway = 64 * 1024;

    private static readonly SearchValues<byte> NameCharacters =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789:-._"u8);

    private static readonly SearchValues<byte> TagMarks = SearchValues.Create("<>\"'"u8);

    private readonly ReadOnlySpan<byte> source = source;
    private readonly bool html = html;
    private int position = start;

    // What was once looked for is not looked for again before that place is passed: "<!--<!--<!--…".
    private Lookahead commentEnd;
    private Lookahead sectionEnd;
    private Lookahead instructionEnd;
    private bool noTagEnd;
    private bool doctypeSeen;

    // How far tags were followed that were none in the end: "<a b="<a" b="<a" b="<a"…".
    private long readInVain;

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

    /// <summary>
    /// A CDATA section that has no end, or in which another begins: its end may have been forgotten, and
    /// <see cref="EndSectionAt"/> gives it one.
    /// </summary>
    public bool IsSuspect { get; private set; }

    /// <summary>What had to be mended in this token, as a sentence; null where it was well formed.</summary>
    public string? Repair { get; private set; }

    public readonly ReadOnlySpan<byte> Name => source.Slice(NameStart, NameLength);

    public readonly ReadOnlySpan<byte> Inner => source[InnerStart..InnerEnd];

    public readonly ReadOnlySpan<byte> Raw => source[Start..End];

    /// <summary>Goes on at <paramref name="index"/>, which may not lie before the token just read.</summary>
    public void SkipTo(int index) => position = Math.Max(index, position);

    /// <summary>Lets the section just read end at <paramref name="index"/>, where the next token then begins.</summary>
    public void EndSectionAt(int index)
    {
        Repair = "A CDATA section without an end was closed.";
        InnerEnd = End = position = Math.Clamp(index, InnerStart, End);
    }

    /// <summary>Passes over white space, where it says nothing.</summary>
    public void SkipSpace()
    {
        var bytes = source;
        var i = position;
        while (i < bytes.Length && IsSpace(bytes[i]))
            i++;
        position = i;
    }

    /// <summary>
    /// Reads the content and the end tag of the element whose start tag was just read, when it is nothing but text or one
    /// CDATA section: what nearly all elements are that hold anything. <see cref="Inner"/> is the content, without the
    /// section's marks. False, with nothing read, where it is anything else.
    /// </summary>
    public bool TryReadLeaf()
    {
        var bytes = source;
        var name = Name;
        var rest = bytes[position..];
        var length = rest.IndexOf((byte)'<');
        if (length < 0)
            return false;

        var kind = MarkupKind.Text;
        var (from, to, next) = (position, position + length, position + length);
        if (rest[length..].StartsWith("<![CDATA["u8) && !rest[..length].ContainsAnyExcept(" \t\r\n"u8))
        {
            from = next + 9;
            to = sectionEnd.Find(bytes, "]]>"u8, from);
            if (to < 0 || HoldsSection(from, to))
                return false;
            kind = MarkupKind.CData;
            next = to + 3;
            while (next < bytes.Length && IsSpace(bytes[next]))
                next++;
        }

        var tag = bytes[next..];
        if (tag.Length < name.Length + 3 || tag[0] != '<' || tag[1] != '/' || tag[name.Length + 2] != '>'
            || !tag.Slice(2, name.Length).SequenceEqual(name))
        {
            return false;
        }

        Start = position;
        Set(kind, from, to, next + name.Length + 3);
        position = End;
        return true;
    }

    public bool Next()
    {
        Start = position;
        Repair = null;
        NameLength = 0;
        IsSelfClosing = false;
        IsSuspect = false;
        if (position >= source.Length)
        {
            Set(MarkupKind.End, source.Length, source.Length, source.Length);
            return false;
        }

        if (source[position] != '<' || !ReadMarkup())
            ReadText();

        position = End;
        return true;
    }

    private void ReadText()
    {
        var bytes = source;
        var i = Start;
        if (bytes[i] == '<')
        {
            Repair = "A '<' that begins no tag was read as text.";
            i++;
        }

        while (true)
        {
            var next = bytes[i..].IndexOf((byte)'<');
            if (next < 0)
            {
                i = bytes.Length;
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

    private readonly bool MayBeginMarkup(int index)
    {
        var bytes = source;
        if (index + 1 >= bytes.Length)
            return false;

        var c = bytes[index + 1];
        return (c | 0x20) is >= 'a' and <= 'z' || c is (byte)'/' or (byte)'!' or (byte)'?' or (byte)'_'
            || c >= 0x80 && IsLetter(bytes[(index + 1)..]);
    }

    private bool ReadMarkup()
    {
        if (!MayBeginMarkup(Start))
            return false;

        return source[Start + 1] switch
        {
            (byte)'/' => ReadEndTag(),
            (byte)'!' => ReadDeclaration(),
            (byte)'?' => ReadInstruction(),
            _ => ReadStartTag(),
        };
    }

    private bool ReadDeclaration()
    {
        var rest = source[Start..];
        if (rest.StartsWith("<!--"u8))
            return ReadComment();
        if (StartsWith(rest, "<![CDATA["u8))
            return ReadCData();
        if (!doctypeSeen && StartsWith(rest, "<!DOCTYPE"u8))
            return ReadDoctype();

        return ReadToTagEnd(MarkupKind.Comment);
    }

    private bool ReadToTagEnd(MarkupKind kind)
    {
        var close = noTagEnd ? -1 : source[Start..].IndexOf((byte)'>');
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
        var close = commentEnd.Find(source, "-->"u8, body);
        if (close >= 0)
        {
            Set(MarkupKind.Comment, body, close, close + 3);
            return true;
        }

        // A comment that never ends would swallow every item after it: only its mark is passed over.
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

        var close = sectionEnd.Find(source, "]]>"u8, body);
        if (close < 0)
        {
            Set(MarkupKind.CData, body, source.Length, source.Length);
            Repair = "A CDATA section without an end was closed.";
            IsSuspect = true;
            return true;
        }

        Set(MarkupKind.CData, body, close, close + 3);
        IsSuspect = HoldsSection(body, close);
        return true;
    }

    private readonly bool HoldsSection(int from, int to) => source[from..to].IndexOf("<![CDATA["u8) >= 0;

    private bool ReadInstruction()
    {
        var rest = source[Start..];
        var close = noTagEnd ? -1 : rest.IndexOf((byte)'>');
        if (close < 0)
        {
            noTagEnd = true;
            return false;
        }

        // "<?xml … >" has lost its second question mark; "<?php if (a > b) ?>" has not.
        if (!html && rest[close - 1] != '?' && !StartsWith(rest, "<?xml"u8))
        {
            var proper = instructionEnd.Find(source, "?>"u8, Start);
            if (proper >= 0 && proper - Start < MaximumInstruction)
                close = proper + 1 - Start;
        }

        Set(MarkupKind.Instruction, Start + 2, Start + close, Start + close + 1);
        return true;
    }

    private bool ReadDoctype()
    {
        doctypeSeen = true;
        var i = Start + 9;
        var inSubset = false;
        while (i < source.Length)
        {
            var c = source[i];
            if (c is (byte)'"' or (byte)'\'')
            {
                var close = source[(i + 1)..].IndexOf(c);
                if (close < 0)
                    break;
                i += close + 1;
            }
            else if (c == '<' && source[i..].StartsWith("<!--"u8))
            {
                var close = source[i..].IndexOf("-->"u8);
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
        var bytes = source;
        var nameStart = Start + 2;
        var nameEnd = NameEnd(nameStart);
        var i = nameEnd;
        while (i < bytes.Length && bytes[i] is not ((byte)'>' or (byte)'<'))
            i++;
        if (i >= bytes.Length)
            return false;

        var closed = bytes[i] == '>';
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
        SetTag(MarkupKind.EndTag, nameStart, nameEnd, i, closed ? i + 1 : i);
        return true;
    }

    private bool ReadStartTag()
    {
        var bytes = source;
        var nameStart = Start + 1;
        var nameEnd = NameEnd(nameStart);
        var i = nameEnd;
        while (i < bytes.Length)
        {
            var next = bytes[i] == '>' ? 0 : bytes[i..].IndexOfAny(TagMarks);
            if (next < 0)
                break;

            i += next;
            var c = bytes[i];
            if (c == '<')
                break;
            if (c == '>')
            {
                IsSelfClosing = bytes[i - 1] == '/' && i > nameEnd;
                SetTag(MarkupKind.StartTag, nameStart, nameEnd, IsSelfClosing ? i - 1 : i, i + 1);
                return true;
            }

            // A quotation mark counts where a value begins: <a title="…">, but not in <a title=it's>.
            if (FollowsEquals(i, nameEnd))
            {
                var close = ClosingQuote(i);
                if (close < 0)
                {
                    readInVain += i - Start;
                    return CloseBrokenTag(i, nameStart, nameEnd);
                }

                i = close;
            }

            i++;
        }

        readInVain += i - Start;
        return false;
    }

    private readonly bool FollowsEquals(int index, int nameEnd)
    {
        var bytes = source;
        for (var i = index - 1; i >= nameEnd; i--)
        {
            if (!IsSpace(bytes[i]))
                return bytes[i] == '=';
        }

        return false;
    }

    /// <summary>
    /// Where the value that begins at <paramref name="open"/> ends; negative where its closing mark was forgotten, as in
    /// <c>&lt;a href="x&gt;text&lt;/a&gt; &lt;a href="y"&gt;</c>: the next mark then belongs to another tag.
    /// </summary>
    private readonly int ClosingQuote(int open)
    {
        var bytes = source;
        var rest = bytes[(open + 1)..];
        var close = rest.IndexOf(bytes[open]);
        if (close < 0)
            return -1;
        if (!rest[..close].Contains((byte)'<'))
            return open + 1 + close;
        if (readInVain > VainTimes * (long)bytes.Length + VainAnyway)
            return -1;

        var after = close + 1 < rest.Length ? rest[close + 1] : (byte)'>';
        return IsSpace(after) || after is (byte)'/' or (byte)'>' or (byte)'?'
            ? open + 1 + close
            : -1;
    }

    private bool CloseBrokenTag(int from, int nameStart, int nameEnd)
    {
        var stop = source[from..].IndexOfAny((byte)'<', (byte)'>');
        if (stop < 0 || source[from + stop] == '<')
            return false;

        Repair = "An attribute without its closing quotation mark was closed.";
        SetTag(MarkupKind.StartTag, nameStart, nameEnd, from + stop, from + stop + 1);
        return true;
    }

    private void Set(MarkupKind kind, int innerStart, int innerEnd, int next)
    {
        Kind = kind;
        InnerStart = innerStart;
        InnerEnd = innerEnd;
        End = next;
    }

    private void SetTag(MarkupKind kind, int nameStart, int nameEnd, int innerEnd, int next)
    {
        Set(kind, nameEnd, innerEnd, next);
        NameStart = nameStart;
        NameLength = nameEnd - nameStart;
    }

    private readonly int NameEnd(int i)
    {
        var bytes = source;
        while (true)
        {
            var length = bytes[i..].IndexOfAnyExcept(NameCharacters);
            if (length < 0)
                return bytes.Length;

            i += length;
            if (bytes[i] < 0x80)
                return i;
            Rune.DecodeFromUtf8(bytes[i..], out var rune, out var read);
            if (Rune.IsWhiteSpace(rune))
                return i;
            i += read;
        }
    }

    private static bool IsSpace(byte c) => c is (byte)' ' or (byte)'\n' or (byte)'\r' or (byte)'\t' or (byte)'\f';

    private static bool IsLetter(ReadOnlySpan<byte> text)
    {
        Rune.DecodeFromUtf8(text, out var rune, out _);
        return Rune.IsLetter(rune);
    }

    private static bool StartsWith(ReadOnlySpan<byte> text, ReadOnlySpan<byte> mark) =>
        text.Length >= mark.Length && Ascii.EqualsIgnoreCase(text[..mark.Length], mark);

    /// <summary>The next place of a mark, looked for once: -1 where there is none any more.</summary>
    private struct Lookahead
    {
        private int from;
        private int found;
        private bool isSet;

        public int Find(ReadOnlySpan<byte> source, ReadOnlySpan<byte> mark, int position)
        {
            if (isSet && position >= from && (found < 0 || position <= found))
                return found;

            position = Math.Min(position, source.Length);
            var next = source[position..].IndexOf(mark);
            (from, found, isSet) = (position, next < 0 ? -1 : position + next, true);
            return found;
        }
    }
}
