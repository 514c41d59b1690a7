using System.Buffers;
using System.Text;
using System.Text.Unicode;

namespace News.Feeds;

/// <summary>
/// Bytes → UTF-8, in the order of trust that browsers use: byte order mark, HTTP's charset, the document's own
/// declaration; but a label that the bytes refuse gives way to what they are.
/// </summary>
/// <remarks>
/// Most feeds are UTF-8 and go through without a copy. Valid UTF-8 beyond ASCII is UTF-8 whatever its label says; text
/// that was put into UTF-8 twice ("Ã©") stays as it is. <see cref="CharsetGuess"/> decides where no label holds.
/// </remarks>
internal static class FeedEncoding
{
    /// <summary>As far as a document's own words on its encoding and language are looked for.</summary>
    private const int Head = 4096;

    private static readonly SearchValues<char> LabelEnds = SearchValues.Create(";,\"'? \t\r\n/>");

    private static readonly SearchValues<byte> SpaceOrMark = SearchValues.Create(" \t\r\n=\"'"u8);

    /// <summary>The document as text with line feeds for line ends.</summary>
    public static string Decode(ReadOnlySpan<byte> body, string? contentType, FeedWarnings warnings)
    {
        var text = Encoding.UTF8.GetString(ToUtf8(body.ToArray(), contentType, warnings).Span);
        return text.Contains('\r') ? text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n') : text;
    }

    /// <summary>
    /// The document in UTF-8, without its byte order mark and without what XML does not allow; line ends stay as they
    /// are. A part of <paramref name="body"/> itself where nothing had to be changed.
    /// </summary>
    public static ReadOnlyMemory<byte> ToUtf8(ReadOnlyMemory<byte> body, string? contentType, FeedWarnings warnings) =>
        Utf8Mending.WithoutForbidden(InUtf8(body, contentType, warnings), warnings);

    /// <summary>The charset of a Content-Type header: <c>text/xml; charset="utf-8"</c>.</summary>
    public static string? CharsetOf(string? contentType)
    {
        var rest = contentType.AsSpan();
        for (int at; (at = rest.IndexOf("charset", StringComparison.OrdinalIgnoreCase)) >= 0;)
        {
            rest = rest[(at + 7)..].TrimStart();
            if (rest.IsEmpty || rest[0] is not ('=' or ':'))
                continue;
            var value = rest[1..].TrimStart(" \t\r\n=\"'\\");
            var end = value.IndexOfAny(LabelEnds);
            value = (end < 0 ? value : value[..end]).TrimEnd('\\');
            if (!value.IsEmpty)
                return value.ToString();
        }

        return null;
    }

    private static ReadOnlyMemory<byte> InUtf8(ReadOnlyMemory<byte> body, string? contentType, FeedWarnings warnings)
    {
        var bytes = body.Span;
        if (Wide(bytes) is { } wide)
            return Transcoded(wide.Charset, WithoutMarks(bytes, wide.Charset));

        var afterMark = WithoutMarks(bytes, Charset.Utf8);
        if (afterMark.Length < bytes.Length)
            return IsValidUtf8(body[(bytes.Length - afterMark.Length)..], out var marked) ? marked : Mended(afterMark, warnings);

        var labels = Labels(bytes, contentType, warnings);
        if (IsValidUtf8(body, out var whole) && SevenBit(bytes, labels) is null)
        {
            if (labels.First is not { IsUtf8: false } label || Ascii.IsValid(whole.Span))
                return whole;
            if (IsUtf8(whole.Span, label))
            {
                warnings.Add($"The document is labelled '{label.Name}' but written in UTF-8.");
                return whole;
            }
        }

        return FromLegacy(bytes, labels, warnings);
    }

    /// <param name="whole">The bytes up to where a last character was cut off.</param>
    private static bool IsValidUtf8(ReadOnlyMemory<byte> body, out ReadOnlyMemory<byte> whole)
    {
        whole = body;
        if (Utf8.IsValid(body.Span))
            return true;
        whole = body[..Utf8Mending.EndOfWhole(body.Span)];
        return whole.Length < body.Length && Utf8.IsValid(whole.Span);
    }

    /// <summary>
    /// Whether valid UTF-8 is meant as such under another label. Two bytes of a Chinese, Japanese or Korean encoding can
    /// look like UTF-8 by chance, but in UTF-8 those scripts take three bytes each; four letters in a row don't; and what is
    /// nothing but an accented letter in UTF-8 hardly does.
    /// </summary>
    private static bool IsUtf8(ReadOnlySpan<byte> utf8, Charset label) =>
        label.Encoding.IsSingleByte || utf8.ContainsAnyInRange((byte)0xE0, (byte)0xF4)
        || !utf8.ContainsAnyInRange((byte)0xC6, (byte)0xDF) || utf8.Length - Encoding.UTF8.GetCharCount(utf8) >= 4;

    private static ReadOnlyMemory<byte> FromLegacy(ReadOnlySpan<byte> bytes, CharsetLabels labels, FeedWarnings warnings)
    {
        if (SevenBit(bytes, labels) is { } sevenBit)
            return Transcoded(sevenBit, bytes);

        // A document in UTF-8 with a few pasted bytes; whatever its label is, other encodings make no such sequences.
        var mended = Utf8Mending.Mend(bytes, out var sequences, out var strays);
        var isMeantAsUtf8 = labels.First is null or { IsUtf8: true };
        if (sequences > 0 && (isMeantAsUtf8 ? sequences >= strays : sequences >= 4 && sequences > strays))
        {
            warnings.Add("Bytes that are no UTF-8 were read as windows-1252.");
            return mended;
        }

        var charset = CharsetGuess.Best(bytes, labels);
        if (charset.Name != labels.First?.Name)
        {
            warnings.Add(labels.First is { IsUtf8: false } label
                ? $"The document is labelled '{label.Name}' but written in {charset.Name}."
                : $"Bytes that are no UTF-8 were read as {charset.Name}.");
            if (charset.Name == Charset.Windows1252.Name)
                return mended;
        }

        return Transcoded(charset, bytes);
    }

    private static byte[] Mended(ReadOnlySpan<byte> bytes, FeedWarnings warnings)
    {
        var mended = Utf8Mending.Mend(bytes, out _, out var strays);
        if (strays > 0)
            warnings.Add("Bytes that are no UTF-8 were read as windows-1252.");
        return mended;
    }

    private static CharsetLabels Labels(ReadOnlySpan<byte> bytes, string? contentType, FeedWarnings warnings)
    {
        var head = bytes[..Math.Min(bytes.Length, Head)];
        var (http, own) = (CharsetOf(contentType), DeclaredLabel(head));
        var labels = new CharsetLabels(Narrow(http), Narrow(own), LanguageOf(head));
        if (labels.First is null && (own ?? http) is { } unknown && Charset.ByLabel(unknown) is null)
            warnings.Add($"The encoding '{(unknown.Length <= 40 ? unknown : unknown[..40])}' is not known.");
        return labels;
    }

    /// <summary>A "utf-16" label on bytes without zeros is a lie, and "unicode" says nothing.</summary>
    private static Charset? Narrow(string? label) => Charset.ByLabel(label) is { IsWide: false } charset ? charset : null;

    private static Charset? SevenBit(ReadOnlySpan<byte> bytes, CharsetLabels labels)
    {
        var label = labels.Http is { IsSevenBit: true } ? labels.Http : labels.Declared;
        if (label is { IsSevenBit: true } && bytes.ContainsAny((byte)0x1B, (byte)'~', (byte)0x0E))
            return label;
        var beginning = bytes[..Math.Min(bytes.Length, Head)];
        return beginning.IndexOf("\e$B"u8) >= 0 || beginning.IndexOf("\e$@"u8) >= 0
            ? Charset.ByLabel("iso-2022-jp")
            : null;
    }

    /// <summary>UTF-16 and UTF-32, by their mark or by where ASCII characters have their zeros.</summary>
    private static (Charset Charset, bool IsMarked)? Wide(ReadOnlySpan<byte> body)
    {
        var name = body switch
        {
            [0xFF, 0xFE, 0, 0, ..] => "utf-32le",
            [0, 0, 0xFE, 0xFF, ..] => "utf-32be",
            [0xFF, 0xFE, ..] => "utf-16le",
            [0xFE, 0xFF, ..] => "utf-16be",
            _ => null,
        };
        if (name is not null)
            return (Charset.ByLabel(name)!, true);

        var sample = body[..(Math.Min(body.Length, 512) & ~3)];
        if (sample.Length < 4 || !sample.Contains((byte)0))
            return null;
        Span<int> zeros = stackalloc int[4];
        for (var i = 0; i < sample.Length; i++)
            zeros[i & 3] += sample[i] == 0 ? 1 : 0;
        var units = sample.Length / 4;
        var (even, odd) = (zeros[0] + zeros[2], zeros[1] + zeros[3]);
        name = (zeros[2] == units && zeros[3] == units, zeros[0] == units && zeros[1] == units) switch
        {
            (true, false) => "utf-32le",
            (false, true) => "utf-32be",
            _ when odd * 3 >= units * 2 && even * 8 <= odd => "utf-16le",
            _ when even * 3 >= units * 2 && odd * 8 <= even => "utf-16be",
            _ => null,
        };
        return name is null ? null : (Charset.ByLabel(name)!, false);
    }

    /// <summary>Programs that put documents together leave more than one mark.</summary>
    private static ReadOnlySpan<byte> WithoutMarks(ReadOnlySpan<byte> bytes, Charset charset)
    {
        ReadOnlySpan<byte> mark = charset.Name switch
        {
            "utf-16le" => [0xFF, 0xFE],
            "utf-16be" => [0xFE, 0xFF],
            "utf-32le" => [0xFF, 0xFE, 0, 0],
            "utf-32be" => [0, 0, 0xFE, 0xFF],
            _ => [0xEF, 0xBB, 0xBF],
        };
        while (bytes.StartsWith(mark))
            bytes = bytes[mark.Length..];
        return bytes;
    }

    /// <summary>
    /// The encoding that <c>&lt;?xml … encoding="…"?&gt;</c> names, wherever near the beginning it stands, or a page's
    /// <c>&lt;meta charset="…"&gt;</c>.
    /// </summary>
    private static string? DeclaredLabel(ReadOnlySpan<byte> head)
    {
        var start = head.IndexOf("<?xml"u8);
        if (start >= 0)
        {
            var declaration = Until(head[start..], (byte)'>');
            var at = declaration.IndexOf("encoding"u8);
            if (at >= 0)
                return ValueAfter(declaration[(at + 8)..]);
        }

        for (int at; (at = head.IndexOf("<meta"u8)) >= 0 || (at = head.IndexOf("<META"u8)) >= 0;)
        {
            var tag = Until(head[at..], (byte)'>');
            if (CharsetOf(Encoding.Latin1.GetString(tag)) is { } charset)
                return charset;
            head = head[(at + tag.Length)..];
        }

        return null;
    }

    /// <summary>The language that a document names first, <c>&lt;language&gt;ru</c> or <c>xml:lang="ru"</c>: "ru".</summary>
    private static string? LanguageOf(ReadOnlySpan<byte> head)
    {
        var at = head.IndexOf("language>"u8) is var element and >= 0 ? element + 9 : head.IndexOf("lang="u8) + 5;
        if (at < 5)
            return null;
        var value = ValueAfter(head[at..]).AsSpan();
        var end = value.IndexOfAny('-', '_', '<');
        return (end < 0 ? value : value[..end]).ToString().ToLowerInvariant();
    }

    private static string ValueAfter(ReadOnlySpan<byte> bytes)
    {
        var start = bytes.IndexOfAnyExcept(SpaceOrMark);
        if (start < 0)
            return "";
        var value = Encoding.Latin1.GetString(bytes[start..Math.Min(bytes.Length, start + 100)]);
        var stop = value.AsSpan().IndexOfAny(LabelEnds);
        return stop < 0 ? value : value[..stop];
    }

    private static ReadOnlySpan<byte> Until(ReadOnlySpan<byte> bytes, byte end) =>
        bytes.IndexOf(end) is var at and >= 0 ? bytes[..at] : bytes;

    /// <summary>What a last character lacks is left out, as is the character.</summary>
    private static ReadOnlyMemory<byte> Transcoded(Charset charset, ReadOnlySpan<byte> bytes)
    {
        const int Chunk = 8192;
        var decoder = charset.Encoding.GetDecoder();
        var encoder = Encoding.UTF8.GetEncoder();
        var chars = ArrayPool<char>.Shared.Rent(Chunk);
        var output = new ArrayBufferWriter<byte>(bytes.Length + bytes.Length / 2 + 16);
        try
        {
            while (!bytes.IsEmpty)
            {
                decoder.Convert(bytes, chars, flush: false, out var used, out var written, out _);
                bytes = bytes[used..];
                output.Advance(encoder.GetBytes(chars.AsSpan(0, written), output.GetSpan(Encoding.UTF8.GetMaxByteCount(written)), flush: false));
            }
        }
        finally
        {
            ArrayPool<char>.Shared.Return(chars);
        }

        return output.WrittenMemory;
    }
}
