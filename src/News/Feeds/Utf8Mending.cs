using System.Buffers;
using System.Text;
using News.Articles;

namespace News.Feeds;

/// <summary>UTF-8 that was meant: what fits nowhere in it is read for what it most likely is, and the rest left alone.</summary>
internal static class Utf8Mending
{
    // What XML allows below the space is tab, line feed and carriage return.
    private static readonly SearchValues<byte> Controls = SearchValues.Create(
        [0, 1, 2, 3, 4, 5, 6, 7, 8, 11, 12, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31]);

    // U+FFFC to U+FFFF; the last two are no characters.
    private static ReadOnlySpan<byte> SpecialsBegin => [0xEF, 0xBF];

    /// <summary>Where the last character begins, when it was cut off; else the end.</summary>
    public static int EndOfWhole(ReadOnlySpan<byte> bytes)
    {
        for (var back = 1; back <= 3 && back <= bytes.Length; back++)
        {
            var value = bytes[^back];
            if (value < 0x80)
                break;
            if (value < 0xC0)
                continue;
            var length = value >= 0xF0 ? 4 : value >= 0xE0 ? 3 : 2;
            return length > back ? bytes.Length - back : bytes.Length;
        }

        return bytes.Length;
    }

    /// <summary>
    /// The bytes in valid UTF-8: a stray byte is read as windows-1252, as an editor's paste leaves it behind, and halves
    /// of surrogate pairs in three bytes each, as databases write emoji, are put together.
    /// </summary>
    /// <param name="sequences">How many characters beyond ASCII stood there in UTF-8.</param>
    /// <param name="strays">How many bytes did not.</param>
    public static byte[] Mend(ReadOnlySpan<byte> bytes, out int sequences, out int strays)
    {
        var mended = new ArrayBufferWriter<byte>(bytes.Length + bytes.Length / 8 + 16);
        sequences = strays = 0;
        while (!bytes.IsEmpty)
        {
            var ascii = bytes.IndexOfAnyExceptInRange((byte)0, (byte)0x7F);
            if (ascii != 0)
            {
                mended.Write(ascii < 0 ? bytes : bytes[..ascii]);
                bytes = ascii < 0 ? default : bytes[ascii..];
                continue;
            }

            var status = Rune.DecodeFromUtf8(bytes, out var rune, out var length);
            if (status == OperationStatus.NeedMoreData)
                break; // the last character was cut off
            if (status == OperationStatus.Done)
            {
                sequences++;
            }
            else if (SurrogatePair(bytes) is { } pair)
            {
                (rune, length) = (pair, 6);
                sequences++;
            }
            else
            {
                rune = new Rune(bytes[0] is >= 0x80 and < 0xA0 ? HtmlEntities.Windows1252[bytes[0] - 0x80] : (char)bytes[0]);
                length = 1;
                strays++;
            }

            mended.Advance(rune.EncodeToUtf8(mended.GetSpan(4)));
            bytes = bytes[length..];
        }

        return mended.WrittenSpan.ToArray();
    }

    /// <summary>The same bytes where nothing in them is forbidden in XML; else a copy without it.</summary>
    public static ReadOnlyMemory<byte> WithoutForbidden(ReadOnlyMemory<byte> utf8, FeedWarnings warnings)
    {
        if (IsAllowed(utf8.Span))
            return utf8;
        var allowed = WithoutNonCharacters(WithoutControls(utf8));
        if (allowed.Length < utf8.Length)
            warnings.Add("Control characters that XML does not allow were dropped.");
        return WithWesternMarks(allowed, warnings);
    }

    /// <summary>Piece by piece, so that what the first search brings near is still there for the others.</summary>
    private static bool IsAllowed(ReadOnlySpan<byte> utf8)
    {
        const int Piece = 16 * 1024;
        while (!utf8.IsEmpty)
        {
            var piece = utf8[..Math.Min(utf8.Length, Piece)];
            if (piece.ContainsAny(Controls) || piece.IndexOf(SpecialsBegin) >= 0 || NextWesternMark(piece, 0) >= 0)
                return false;
            utf8 = piece.Length < utf8.Length ? utf8[(piece.Length - 2)..] : default; // a character may lie across
        }

        return true;
    }

    /// <summary>Where C2 80 to C2 9F stands next, as far as it means something in windows-1252; -1 where it doesn't.</summary>
    private static int NextWesternMark(ReadOnlySpan<byte> utf8, int from)
    {
        const byte LeadOfLatin1 = 0xC2;
        while (utf8[from..].IndexOf(LeadOfLatin1) is var found and >= 0)
        {
            from += found + 1;
            if (from < utf8.Length && utf8[from] <= 0x9F && HtmlEntities.Windows1252[utf8[from] - 0x80] > '\u009F')
                return from - 1;
        }

        return -1;
    }

    /// <summary>
    /// U+0080 to U+009F, which no text has, are windows-1252 that went through a program that took it for Latin-1:
    /// C2 92 is ’, as <c>&amp;#146;</c> is.
    /// </summary>
    private static ReadOnlyMemory<byte> WithWesternMarks(ReadOnlyMemory<byte> utf8, FeedWarnings warnings)
    {
        var body = utf8.Span;
        ArrayBufferWriter<byte>? mended = null;
        var copied = 0;
        for (var at = NextWesternMark(body, 0); at >= 0; at = NextWesternMark(body, copied))
        {
            mended ??= new ArrayBufferWriter<byte>(body.Length + body.Length / 8 + 16);
            mended.Write(body[copied..at]);
            mended.Advance(new Rune(HtmlEntities.Windows1252[body[at + 1] - 0x80]).EncodeToUtf8(mended.GetSpan(4)));
            copied = at + 2;
        }

        if (mended is null)
            return utf8;
        warnings.Add("Control characters were read as windows-1252.");
        mended.Write(body[copied..]);
        return mended.WrittenMemory;
    }

    private static ReadOnlyMemory<byte> WithoutControls(ReadOnlyMemory<byte> utf8)
    {
        var rest = utf8.Span;
        var at = rest.IndexOfAny(Controls);
        if (at < 0)
            return utf8;

        var kept = new byte[rest.Length - 1];
        var written = 0;
        for (; at >= 0; at = rest.IndexOfAny(Controls))
        {
            rest[..at].CopyTo(kept.AsSpan(written));
            written += at;
            rest = rest[(at + 1)..];
        }

        rest.CopyTo(kept.AsSpan(written));
        return kept.AsMemory(0, written + rest.Length);
    }

    private static ReadOnlyMemory<byte> WithoutNonCharacters(ReadOnlyMemory<byte> utf8)
    {
        byte[]? kept = null;
        var (written, copied) = (0, 0);
        var body = utf8.Span;
        for (int at = 0, found; (found = body[at..].IndexOf(SpecialsBegin)) >= 0; at = Math.Min(at + 3, body.Length))
        {
            at += found;
            if (at + 2 >= body.Length || body[at + 2] is not (0xBE or 0xBF))
                continue;
            kept ??= new byte[body.Length];
            body[copied..at].CopyTo(kept.AsSpan(written));
            written += at - copied;
            copied = at + 3;
        }

        if (kept is null)
            return utf8;
        body[copied..].CopyTo(kept.AsSpan(written));
        return kept.AsMemory(0, written + body.Length - copied);
    }

    private static Rune? SurrogatePair(ReadOnlySpan<byte> bytes)
    {
        if (bytes is not [0xED, >= 0xA0 and <= 0xAF, >= 0x80 and <= 0xBF, 0xED, >= 0xB0 and <= 0xBF, >= 0x80 and <= 0xBF, ..])
            return null;
        return new Rune((char)(0xD000 | (bytes[1] & 0x3F) << 6 | bytes[2] & 0x3F), (char)(0xD000 | (bytes[4] & 0x3F) << 6 | bytes[5] & 0x3F));
    }
}
