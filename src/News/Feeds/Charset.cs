using System.Collections.Frozen;
using System.Text;

namespace News.Feeds;

/// <summary>An encoding by the name that browsers give it, found by the labels that documents use for it.</summary>
/// <remarks>
/// The labels are those of the WHATWG's encoding standard (https://encoding.spec.whatwg.org/#names-and-labels), and what
/// is meant by them is what browsers do: Latin-1 is windows-1252, GB 2312 is all of GB 18030. Two liberties: labels are
/// compared by their letters and digits alone ("UTF_8", "win-1251"), and the encodings that browsers refuse for what
/// scripts could hide in them (HZ, ISO-2022-KR) are read, since what is read here is cleaned of scripts afterwards.
/// </remarks>
internal sealed record Charset(string Name, Encoding Encoding)
{
    // "name, code page: labels"; zero is what the platform has no table for.
    private const string Table =
        """
        utf-8, 65001: unicode11utf8 unicode20utf8 xunicode20utf8 utf8mb4 utf8bom utf8n
        ibm866, 866: 866 csibm866
        iso-8859-2, 28592: csisolatin2 isoir101 iso885921987 l2 latin2
        iso-8859-3, 28593: csisolatin3 isoir109 iso885931988 l3 latin3
        iso-8859-4, 28594: csisolatin4 isoir110 iso885941988 l4 latin4
        iso-8859-5, 28595: csisolatincyrillic cyrillic isoir144 iso885951988
        iso-8859-6, 28596: arabic asmo708 csiso88596e csiso88596i csisolatinarabic ecma114 iso88596e iso88596i isoir127 iso885961987
        iso-8859-7, 28597: csisolatingreek ecma118 elot928 greek greek8 isoir126 iso885971987 suneugreek
        iso-8859-8, 28598: csiso88598e csisolatinhebrew hebrew iso88598e isoir138 iso885981988 visual
        iso-8859-8-i, 38598: csiso88598i logical
        iso-8859-10, 0: csisolatin6 isoir157 l6 latin6
        iso-8859-13, 28603: latin7
        iso-8859-14, 0: latin8
        iso-8859-15, 28605: csisolatin9 l9 latin9
        iso-8859-16, 0: latin10
        koi8-r, 20866: cskoi8r koi koi8
        koi8-u, 21866: koi8ru
        macintosh, 10000: csmacintosh mac xmacroman macroman
        windows-874, 874: dos874 iso885911 tis620
        windows-1250, 1250:
        windows-1251, 1251: ansi1251
        windows-1252, 1252: ansix341968 ansi ascii cp819 csisolatin1 ibm819 iso88591 isoir100 iso885911987 l1 latin1 latin usascii
        windows-1253, 1253:
        windows-1254, 1254: csisolatin5 iso88599 isoir148 iso885991989 l5 latin5
        windows-1255, 1255:
        windows-1256, 1256:
        windows-1257, 1257:
        windows-1258, 1258:
        x-mac-cyrillic, 10007: xmacukrainian maccyrillic
        gb18030, 54936: gbk chinese csgb2312 csiso58gb231280 gb2312 gb231280 isoir58 xgbk cp936 windows936 euccn
        big5, 950: big5hkscs cnbig5 csbig5 xxbig5 cp950 windows950
        euc-jp, 51932: cseucpkdfmtjapanese xeucjp ujis
        iso-2022-jp, 50220: csiso2022jp jis
        shift_jis, 932: csshiftjis ms932 mskanji sjis windows31j xsjis cp932 windows932
        euc-kr, 949: cseuckr csksc56011987 isoir149 korean ksc56011987 ksc56011989 ksc5601 windows949 cp949 uhc
        hz-gb-2312, 52936: hz
        iso-2022-kr, 50225: csiso2022kr
        iso-2022-cn, 50227: iso2022cnext
        utf-16be, 1201: unicodefffe
        utf-16le, 1200: csunicode iso10646ucs2 ucs2 unicode unicodefeff utf16
        utf-32be, 12001:
        utf-32le, 12000: utf32 ucs4 iso10646ucs4
        """;

    private const string Latin6 =
        "ĄĒĢĪĨĶ§ĻĐŠŦŽ\u00ADŪŊ°ąēģīĩķ·ļđšŧž―ūŋĀÁÂÃÄÅÆĮČÉĘËĖÍÎÏÐŅŌÓÔÕÖŨØŲÚÛÜÝÞßāáâãäåæįčéęëėíîïðņōóôõöũøųúûüýþĸ";

    private const string Latin8 =
        "Ḃḃ£ĊċḊ§Ẁ©ẂḋỲ\u00AD®ŸḞḟĠġṀṁ¶ṖẁṗẃṠỳẄẅṡÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏŴÑÒÓÔÕÖṪØÙÚÛÜÝŶßàáâãäåæçèéêëìíîïŵñòóôõöṫøùúûüýŷÿ";

    private const string Latin10 =
        "ĄąŁ€„Š§š©Ș«Ź\u00ADźŻ°±ČłŽ”¶·žčș»ŒœŸżÀÁÂĂÄĆÆÇÈÉÊËÌÍÎÏĐŃÒÓÔŐÖŚŰÙÚÛÜĘȚßàáâăäćæçèéêëìíîïđńòóôőöśűùúûüęțÿ";

    private static readonly FrozenDictionary<string, (string Name, int CodePage)> Labels = ReadTable();

    public static Charset Utf8 { get; } = new("utf-8", new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));

    public static Charset Windows1252 { get; } = ByLabel("windows-1252")!;

    public bool IsUtf8 => Name == "utf-8";

    /// <summary>UTF-16 and UTF-32: each ASCII character has zeros in it.</summary>
    public bool IsWide => Name.StartsWith("utf-16", StringComparison.Ordinal) || Name.StartsWith("utf-32", StringComparison.Ordinal);

    /// <summary>Shifts between its alphabets by signs that are ASCII.</summary>
    public bool IsSevenBit => Name is "hz-gb-2312" || Name.StartsWith("iso-2022", StringComparison.Ordinal);

    /// <summary>Null for what is no encoding ("none", "x-user-defined") or one that only its name is known of.</summary>
    public static Charset? ByLabel(string? label)
    {
        if (string.IsNullOrWhiteSpace(label) || label.Length > 60)
            return null;

        var key = Key(label);
        if (Labels.TryGetValue(key, out var known))
            return new Charset(known.Name, ByCodePage(known.Name, known.CodePage));
        var name = label.Trim().ToLowerInvariant();
        try
        {
            // What old machines wrote ("ibm850"), as long as markup is ASCII in it.
            var encoding = CodePagesEncodingProvider.Instance.GetEncoding(name, EncoderFallback.ReplacementFallback, DecoderFallback.ReplacementFallback);
            return encoding is not null && encoding.GetString("<?xml"u8) == "<?xml" ? new Charset(name, encoding) : null;
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    private static Encoding ByCodePage(string name, int codePage) => codePage switch
    {
        0 => new HighHalf(name switch
        {
            "iso-8859-10" => Latin6,
            "iso-8859-14" => Latin8,
            _ => Latin10,
        }),
        65001 => Utf8.Encoding,
        1200 => Encoding.Unicode,
        1201 => Encoding.BigEndianUnicode,
        12000 or 12001 => new UTF32Encoding(bigEndian: codePage == 12001, byteOrderMark: false),
        _ => CodePagesEncodingProvider.Instance.GetEncoding(codePage, EncoderFallback.ReplacementFallback, DecoderFallback.ReplacementFallback)!,
    };

    private static string Key(string label) =>
        string.Concat(label.Where(char.IsAsciiLetterOrDigit)).ToLowerInvariant();

    private static FrozenDictionary<string, (string Name, int CodePage)> ReadTable()
    {
        var labels = new Dictionary<string, (string Name, int CodePage)>(StringComparer.Ordinal);
        foreach (var line in Table.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            var comma = line.IndexOf(',', StringComparison.Ordinal);
            var charset = (Name: line[..comma], CodePage: int.Parse(line.AsSpan(comma + 1, colon - comma - 1)));
            labels[Key(charset.Name)] = charset;
            foreach (var label in line[(colon + 1)..].Split(' ', StringSplitOptions.RemoveEmptyEntries))
                labels[label] = charset;
            if (charset.CodePage is >= 850 and < 1300)
            {
                foreach (var prefix in (string[])["cp", "xcp", "win", "windows", "ibm"])
                    labels.TryAdd($"{prefix}{charset.CodePage}", charset);
            }
        }

        return labels.ToFrozenDictionary(StringComparer.Ordinal);
    }

    /// <summary>One byte a character: ASCII, the controls above it as they are, and 95 characters from 0xA1 on.</summary>
    private sealed class HighHalf(string from161) : Encoding
    {
        public override bool IsSingleByte => true;

        public override int GetCharCount(byte[] bytes, int index, int count) => count;

        public override int GetMaxCharCount(int byteCount) => byteCount;

        public override int GetChars(byte[] bytes, int byteIndex, int byteCount, char[] chars, int charIndex)
        {
            for (var i = 0; i < byteCount; i++)
            {
                var value = bytes[byteIndex + i];
                chars[charIndex + i] = value <= 0xA0 ? (char)value : from161[value - 0xA1];
            }

            return byteCount;
        }

        public override int GetByteCount(char[] chars, int index, int count) => count;

        public override int GetMaxByteCount(int charCount) => charCount;

        public override int GetBytes(char[] chars, int charIndex, int charCount, byte[] bytes, int byteIndex) =>
            throw new NotSupportedException("Nothing is written in this encoding.");
    }
}
