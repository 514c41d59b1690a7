using System.Buffers;
using System.Text;
using System.Text.Unicode;

namespace News.Feeds;

/// <summary>
/// Bytes → text, in the order of trust that browsers use: byte order mark, HTTP's charset, the document's own
/// declaration; but bytes that are valid UTF-8 beyond ASCII are UTF-8 whatever their label says.
/// </summary>
internal static class FeedEncoding
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    // What XML allows below the space is tab, line feed and carriage return; and U+FFFE, U+FFFF are no characters.
    private static readonly SearchValues<char> NotInXml = SearchValues.Create(
        "\0\u0001\u0002\u0003\u0004\u0005\u0006\u0007\b\v\f\u000E\u000F\u0010\u0011\u0012\u0013\u0014\u0015\u0016\u0017" +
        "\u0018\u0019\u001A\u001B\u001C\u001D\u001E\u001F\uFFFE\uFFFF");

    private static readonly SearchValues<char> LabelEnds = SearchValues.Create(";,\"'? \t\r\n");

    public static string Decode(ReadOnlySpan<byte> body, string? contentType, FeedWarnings warnings)
    {
        var text = DecodeBytes(body, contentType, warnings);
        if (text.AsSpan().ContainsAny(NotInXml))
        {
            warnings.Add("Control characters that XML does not allow were dropped.");
            text = WithoutControlCharacters(text);
        }

        return text.Contains('\r') ? text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n') : text;
    }

    /// <summary>The document in UTF-8, without its byte order mark and without what XML does not allow.</summary>
    public static ReadOnlyMemory<byte> ToUtf8(ReadOnlyMemory<byte> body, string? contentType, FeedWarnings warnings) =>
        Utf8.GetBytes(Decode(body.Span, contentType, warnings));

    /// <summary>The charset of a Content-Type header: <c>text/xml; charset="utf-8"</c>.</summary>
    public static string? CharsetOf(string? contentType)
    {
        var at = contentType?.IndexOf("charset", StringComparison.OrdinalIgnoreCase) ?? -1;
        if (at < 0)
            return null;

        var value = contentType.AsSpan(at + 7).TrimStart();
        if (value.IsEmpty || value[0] != '=')
            return null;
        value = value[1..].Trim(" \"'");
        var end = value.IndexOfAny(LabelEnds);
        return (end < 0 ? value : value[..end]).ToString();
    }

    private static string DecodeBytes(ReadOnlySpan<byte> body, string? contentType, FeedWarnings warnings)
    {
        if (WideEncoding(body) is { } wide)
            return wide.Encoding.GetString(body[wide.Skip..]);
        if (body.StartsWith("\uFEFF"u8))
            return DecodeUtf8(body[3..], warnings);

        var label = CharsetOf(contentType);
        var labelled = ByName(label);
        var declaredLabel = DeclaredLabel(body);
        var declared = ByName(declaredLabel);
        if (labelled is null && declared is null && (declaredLabel ?? label) is { } unknown)
            warnings.Add($"The encoding '{Shown(unknown)}' is not known.");

        // ASCII alone is the same in all of these, but for the seven-bit encodings, which use the escape sign.
        if (Ascii.IsValid(body) && !body.Contains((byte)0x1B) && !body.Contains((byte)'~'))
            return Encoding.ASCII.GetString(body);

        var encoding = labelled ?? declared;
        if (IsUtf8(body, encoding))
        {
            if (encoding is not null && encoding.CodePage != Utf8.CodePage)
                warnings.Add($"The document is labelled '{Shown(encoding.WebName)}' but written in UTF-8.");
            return DecodeUtf8(body, warnings);
        }

        // "utf-8" in the header is often the server's habit; where the bytes refuse it, the document may know better.
        if (encoding?.CodePage == Utf8.CodePage && declared is not null && declared.CodePage != Utf8.CodePage)
            encoding = declared;
        if (encoding is not null && encoding.CodePage != Utf8.CodePage && encoding.IsSingleByteOrNarrow())
            return encoding.GetString(body);

        warnings.Add("Bytes that are no UTF-8 were read as windows-1252.");
        return DecodeUtf8(body, warnings);
    }

    private static bool IsUtf8(ReadOnlySpan<byte> body, Encoding? label)
    {
        // A feed that is cut off may end inside a character.
        var end = body.Length;
        for (var back = 1; back <= 3 && back <= body.Length; back++)
        {
            if (body[^back] < 0x80)
                break;
            if (body[^back] >= 0xC0)
            {
                end = body.Length - back;
                break;
            }
        }

        if (!System.Text.Unicode.Utf8.IsValid(body[..end]))
            return false;
        if (label is null || label.CodePage == Utf8.CodePage || label.IsSingleByte)
            return !Ascii.IsValid(body[..end]) || end < body.Length || label?.CodePage == Utf8.CodePage;

        // Two-byte letters of a Chinese, Japanese or Korean encoding can look like UTF-8 by chance; but in UTF-8 those
        // scripts take three bytes each.
        return body.ContainsAnyInRange((byte)0xE0, (byte)0xEF);
    }

    /// <summary>UTF-16 and UTF-32, by their mark or by where the first characters have their zeros.</summary>
    private static (Encoding Encoding, int Skip)? WideEncoding(ReadOnlySpan<byte> body) => body switch
    {
        [0xFF, 0xFE, 0, 0, ..] => (new UTF32Encoding(bigEndian: false, byteOrderMark: false), 4),
        [0, 0, 0xFE, 0xFF, ..] => (new UTF32Encoding(bigEndian: true, byteOrderMark: false), 4),
        [0xFF, 0xFE, ..] => (Encoding.Unicode, 2),
        [0xFE, 0xFF, ..] => (Encoding.BigEndianUnicode, 2),
        [(byte)'<', 0, 0, 0, ..] => (new UTF32Encoding(bigEndian: false, byteOrderMark: false), 0),
        [0, 0, 0, (byte)'<', ..] => (new UTF32Encoding(bigEndian: true, byteOrderMark: false), 0),
        [(byte)'<' or (byte)'{', 0, not 0, 0, ..] => (Encoding.Unicode, 0),
        [0, (byte)'<' or (byte)'{', 0, not 0, ..] => (Encoding.BigEndianUnicode, 0),
        _ => null,
    };

    /// <summary>The encoding that <c>&lt;?xml … encoding="…"?&gt;</c> names, wherever near the beginning it stands.</summary>
    private static string? DeclaredLabel(ReadOnlySpan<byte> body)
    {
        var head = body[..Math.Min(body.Length, 2048)];
        var start = head.IndexOf("<?xml"u8);
        if (start < 0)
            return null;

        head = head[start..];
        var end = head.IndexOf((byte)'>');
        head = end < 0 ? head : head[..end];
        var at = head.IndexOf("encoding"u8);
        if (at < 0)
            return null;

        var value = Encoding.Latin1.GetString(head[(at + 8)..]).AsSpan().TrimStart(" \t\r\n=\"'");
        var stop = value.IndexOfAny(LabelEnds);
        return (stop < 0 ? value : value[..stop]).ToString();
    }

    private static Encoding? ByName(string? name)
    {
        if (string.IsNullOrWhiteSpace(name))
            return null;

        // As browsers do: the Latin-1 of old labels is windows-1252, the Chinese of old labels is all of GB 18030.
        var known = name.Trim().ToLowerInvariant() switch
        {
            "utf8" or "utf-8" or "unicode-1-1-utf-8" => "utf-8",
            "us-ascii" or "ascii" or "iso-8859-1" or "iso8859-1" or "iso_8859-1" or "latin1" or "latin-1" or "l1"
                or "cp1252" or "x-cp1252" or "ansi" => "windows-1252",
            "gb2312" or "gbk" or "x-gbk" or "gb_2312-80" or "cp936" => "gb18030",
            "iso-8859-9" or "latin5" => "windows-1254",
            "iso-8859-11" or "tis-620" => "windows-874",
            "sjis" or "x-sjis" or "shift-jis" or "ms_kanji" or "cp932" or "windows-31j" => "shift_jis",
            "ks_c_5601-1987" or "korean" or "ksc5601" or "cp949" => "euc-kr",
            "cp1251" or "win-1251" or "windows1251" or "x-cp1251" => "windows-1251",
            "cp1256" or "x-cp1256" => "windows-1256",
            "koi8" or "koi" => "koi8-r",
            "utf-7" => "windows-1252",
            var other => other,
        };
        try
        {
            return known == "utf-8"
                ? Utf8
                : CodePagesEncodingProvider.Instance.GetEncoding(known) ?? Encoding.GetEncoding(known);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    /// <summary>A "utf-16" label on bytes that have no zeros in them is a lie.</summary>
    private static bool IsSingleByteOrNarrow(this Encoding encoding) => encoding.CodePage is not (1200 or 1201 or 12000 or 12001);

    /// <summary>UTF-8, with each byte that fits nowhere read as windows-1252: what an editor's paste leaves behind.</summary>
    private static string DecodeUtf8(ReadOnlySpan<byte> body, FeedWarnings warnings)
    {
        if (System.Text.Unicode.Utf8.IsValid(body))
            return Utf8.GetString(body);

        var western = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;
        var text = new char[body.Length];
        var written = 0;
        while (!body.IsEmpty)
        {
            var status = System.Text.Unicode.Utf8.ToUtf16(
                body, text.AsSpan(written), out var read, out var chars, replaceInvalidSequences: false, isFinalBlock: false);
            written += chars;
            body = body[read..];
            if (status == OperationStatus.NeedMoreData || body.IsEmpty)
                break; // the last character was cut off

            written += western.GetChars(body[..1], text.AsSpan(written));
            body = body[1..];
            warnings.Add("Bytes that are no UTF-8 were read as windows-1252.");
        }

        return new string(text, 0, written);
    }

    private static string WithoutControlCharacters(string text)
    {
        var kept = new StringBuilder(text.Length);
        var rest = text.AsSpan();
        for (var at = rest.IndexOfAny(NotInXml); at >= 0; at = rest.IndexOfAny(NotInXml))
        {
            kept.Append(rest[..at]);
            rest = rest[(at + 1)..];
        }

        return kept.Append(rest).ToString();
    }

    private static string Shown(string label) => label.Length <= 40 ? label : label[..40];
}
