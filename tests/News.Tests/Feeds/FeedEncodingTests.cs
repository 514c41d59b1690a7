using System.Text;
using News.Feeds;

namespace News.Tests.Feeds;

/// <summary>
/// Which encoding a document is read in. Sentences are put into an encoding here, so that each row shows the text that
/// must come out.
/// </summary>
public sealed class FeedEncodingTests
{
    private const string Russian = "Министр обороны прибыл в Багдад с визитом. Цены на нефть выросли";
    private const string Ukrainian = "Міністр закордонних справ прибув до Києва, щоб обговорити їхню угоду";
    private const string Greek = "Ο υπουργός Άμυνας έφτασε στη Βαγδάτη για συνομιλίες";
    private const string Hebrew = "שר הביטחון הגיע לשיחות בירושלים";
    private const string Arabic = "وصل وزير الدفاع إلى بغداد لإجراء محادثات حول الأمن";
    private const string Turkish = "Savunma bakanı görüşmeler için Bağdat'a geldi, petrol fiyatı düştü";
    private const string Polish = "Minister obrony przybył do Bagdadu, żeby rozmawiać o bezpieczeństwie. Ceny ropy rosną już trzeci tydzień, także w Świnoujściu";
    private const string Czech = "Ministr obrany přijel do Bagdádu na jednání o bezpečnosti. Ceny ropy rostou už třetí týden, řekl mluvčí společnosti při měření";
    private const string Hungarian = "A védelmi miniszter Bagdadba érkezett, hogy a jövőről tárgyaljon. Az olaj ára tűnik a legfőbb gondnak, mondta a szóvivő dühösen";
    private const string French = "Le ministre de la Défense est arrivé à Bagdad pour des négociations";
    private const string German = "Der Verteidigungsminister führte Gespräche über Öl in Bagdad";
    private const string Icelandic = "Ráðherrann kom í gær til Bagdad og ræddi þar við þjóðþing";
    private const string Lithuanian = "Gynybos ministras atvyko į Bagdadą aptarti saugumo klausimų ir žemės ūkio, sakė šios įmonės atstovė";
    private const string Thai = "รัฐมนตรีกลาโหมเดินทางถึงแบกแดดเพื่อเจรจา";
    private const string Simplified = "国防部长抵达巴格达进行会谈，油价上涨";
    private const string Traditional = "國防部長抵達巴格達進行會談，油價上漲";
    private const string Japanese = "国防相がバグダッドに到着し、石油価格について会談した";
    private const string Korean = "국방부 장관이 바그다드에 도착해 회담을 가졌다";

    static FeedEncodingTests() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    public static TheoryData<string, string> Written => new()
    {
        { "windows-1251", Russian }, { "koi8-r", Russian }, { "iso-8859-5", Russian }, { "ibm866", Russian }, { "x-mac-cyrillic", Russian },
        { "windows-1251", Ukrainian }, { "koi8-u", Ukrainian }, { "windows-1253", Greek }, { "iso-8859-7", Greek.Replace("Ά", "Α", StringComparison.Ordinal) },
        { "windows-1255", Hebrew }, { "windows-1256", Arabic }, { "iso-8859-6", Arabic }, { "windows-1254", Turkish },
        { "windows-1250", Polish }, { "iso-8859-2", Polish }, { "windows-1250", Czech }, { "iso-8859-2", Czech }, { "windows-1250", Hungarian },
        { "windows-1252", French }, { "windows-1252", German }, { "windows-1252", Icelandic }, { "windows-1257", Lithuanian }, { "windows-874", Thai },
        { "gb18030", Simplified }, { "big5", Traditional }, { "shift_jis", Japanese }, { "euc-jp", Japanese }, { "ks_c_5601-1987", Korean },
        { "windows-1252", "“Café” – it’s closed" }, { "windows-1252", "Crude at 20 m³ and 5°" },
    };

    [Theory]
    [MemberData(nameof(Written))]
    public void A_document_without_a_label_is_read_for_what_its_bytes_are(string encoding, string text) =>
        Assert.Contains(text, Read(Rss(text), encoding, null), StringComparison.Ordinal);

    [Theory]
    [MemberData(nameof(Written))]
    public void Bytes_that_refuse_their_utf_8_label_are_read_for_what_they_are(string encoding, string text)
    {
        var read = Read(Rss(text, declared: "utf-8"), encoding, "text/xml; charset=utf-8", out var warnings);
        Assert.Contains(text, read, StringComparison.Ordinal);
        Assert.Contains(warnings, warning => warning.StartsWith("Bytes that are no UTF-8", StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Written))]
    public void A_server_that_calls_everything_latin_1_is_not_believed(string encoding, string text) =>
        Assert.Contains(text, Read(Rss(text), encoding, "text/xml; charset=ISO-8859-1"), StringComparison.Ordinal);

    [Theory]
    [MemberData(nameof(Written))]
    public void A_declaration_holds_against_a_servers_habit(string encoding, string text) =>
        Assert.Contains(text, Read(Rss(text, declared: encoding), encoding, "text/xml; charset=ISO-8859-1"), StringComparison.Ordinal);

    [Theory]
    [MemberData(nameof(Written))]
    public void A_right_label_needs_no_warning(string encoding, string text)
    {
        var read = Read(Rss(text, declared: encoding), encoding, null, out var warnings);
        Assert.Contains(text, read, StringComparison.Ordinal);
        Assert.Empty(warnings);
    }

    [Theory]
    [MemberData(nameof(Written))]
    public void Utf_8_is_utf_8_under_any_label(string encoding, string text)
    {
        var read = Read(Rss(text, declared: encoding), "utf-8", null, out var warnings);
        Assert.Contains(text, read, StringComparison.Ordinal);
        Assert.Contains(warnings, warning => warning.EndsWith("but written in UTF-8.", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("ru", "windows-1251", "Мир")]
    [InlineData("ar-IQ", "windows-1256", "سلام")]
    [InlineData("zh-CN", "gb18030", "和平")]
    [InlineData("ja", "shift_jis", "平和")]
    public void A_word_alone_is_known_by_the_documents_language(string language, string encoding, string text) =>
        Assert.Contains($"<title>{text}<", Read($"<rss><channel><language>{language}</language><title>{text}</title>", encoding, null), StringComparison.Ordinal);

    [Theory]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    [InlineData("utf-32")]
    [InlineData("utf-32BE")]
    public void Wide_characters_are_known_by_their_mark_or_their_zeros(string encoding)
    {
        var text = Rss(Japanese, declared: "utf-8");
        var bytes = Encoding.GetEncoding(encoding).GetBytes(text);
        var mark = Encoding.GetEncoding(encoding).GetPreamble();
        Assert.Equal(text, Read(bytes, "text/xml; charset=utf-8"));
        Assert.Equal(text, Read([.. mark, .. bytes], "text/xml; charset=iso-8859-1"));
        Assert.Equal(text, Read([.. mark, .. mark, .. bytes], null));
        Assert.Equal(text[..^1], Read(bytes[..^1], null));
        Assert.Equal("\n" + text, Read([.. Encoding.GetEncoding(encoding).GetBytes("\n"), .. bytes], null));
    }

    [Theory]
    [InlineData("text/xml; charset=utf-8", "utf-8")]
    [InlineData("text/xml;charset = \"UTF8\"", "UTF8")]
    [InlineData("text/xml; charset='utf-8'", "utf-8")]
    [InlineData("text/xml; charset=utf-8; utf8", "utf-8")]
    [InlineData("text/xml; charset=utf-8,text/xml", "utf-8")]
    [InlineData("text/xml; charset=\\\"utf-8\\\"", "utf-8")]
    [InlineData("text/xml; charset; charset=utf-8", "utf-8")]
    [InlineData("text/xml; charset:utf-8", "utf-8")]
    [InlineData("text/xml; CHARSET=none", "none")]
    [InlineData("text/xml; charset=", null)]
    [InlineData("text/xml; charset", null)]
    [InlineData("text/xml", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    public void The_charset_of_a_header_is_found(string? header, string? charset) => Assert.Equal(charset, FeedEncoding.CharsetOf(header));

    [Theory]
    [InlineData("UTF-8", "utf-8")]
    [InlineData("utf_8", "utf-8")]
    [InlineData("unicode-1-1-utf-8", "utf-8")]
    [InlineData("ISO_8859-1:1987", "windows-1252")]
    [InlineData("us-ascii", "windows-1252")]
    [InlineData("latin1", "windows-1252")]
    [InlineData("ISO-8859-9", "windows-1254")]
    [InlineData("tis-620", "windows-874")]
    [InlineData("GB2312", "gb18030")]
    [InlineData("gbk", "gb18030")]
    [InlineData("Big5-HKSCS", "big5")]
    [InlineData("x-sjis", "shift_jis")]
    [InlineData("Windows-31J", "shift_jis")]
    [InlineData("ks_c_5601-1987", "euc-kr")]
    [InlineData("x-cp1251", "windows-1251")]
    [InlineData("win-1251", "windows-1251")]
    [InlineData("koi", "koi8-r")]
    [InlineData("x-mac-ukrainian", "x-mac-cyrillic")]
    [InlineData("iso-8859-16", "iso-8859-16")]
    [InlineData("l6", "iso-8859-10")]
    [InlineData("logical", "iso-8859-8-i")]
    [InlineData("csisolatin9", "iso-8859-15")]
    [InlineData("dos-874", "windows-874")]
    [InlineData("hz-gb-2312", "hz-gb-2312")]
    [InlineData("ibm850", "ibm850")]
    [InlineData("utf-16", "utf-16le")]
    [InlineData("none", null)]
    [InlineData("x-user-defined", null)]
    [InlineData("replacement", null)]
    [InlineData("utf-7", null)]
    [InlineData("ibm037", null)]
    [InlineData("", null)]
    public void A_label_means_what_browsers_take_it_for(string label, string? name) => Assert.Equal(name, Charset.ByLabel(label)?.Name);

    [Fact]
    public void Every_encoding_that_has_a_label_can_read()
    {
        foreach (var label in (string[])["iso-8859-3", "iso-8859-4", "iso-8859-10", "iso-8859-13", "iso-8859-14", "macintosh", "windows-1258", "iso-8859-8-i"])
            Assert.Equal("<rss>", Charset.ByLabel(label)!.Encoding.GetString("<rss>"u8));
        Assert.Equal("Țară", Charset.ByLabel("iso-8859-16")!.Encoding.GetString([0xDE, 0x61, 0x72, 0xE3]));
        Assert.Contains("Šiauliai", Read([.. "<?xml encoding='iso-8859-10'?><rss>"u8, 0xAA, .. "iauliai"u8], null), StringComparison.Ordinal);
    }

    [Fact]
    public void Valid_utf_8_is_not_copied()
    {
        byte[] marked = [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(Rss(Russian))];
        var utf8 = FeedEncoding.ToUtf8(marked, "text/xml; charset=iso-8859-1", new FeedWarnings());
        Assert.True(utf8.Span == marked.AsSpan(3));

        var cutOff = marked.AsMemory(3, Array.LastIndexOf(marked, (byte)0xD0) + 1 - 3);
        Assert.True(FeedEncoding.ToUtf8(cutOff, null, new FeedWarnings()).Span == cutOff.Span[..^1]);
    }

    [Theory]
    [InlineData("a\0b\u0008c\u001Fd\ne\tf\rg", "abcd\ne\tf\ng")]
    [InlineData("a\uFFFEb\uFFFFc\uFFFD\uFFFC", "abc\uFFFD\uFFFC")]
    [InlineData("\uFFFF", "")]
    [InlineData("\u0001", "")]
    [InlineData("the end\uFFFF", "the end")]
    [InlineData("Ã© stays", "Ã© stays")]
    [InlineData("It\u0092s\u0085\u00A0\u0093Öl\u0094", "It’s…\u00A0“Öl”")]
    public void What_xml_does_not_allow_is_dropped(string text, string expected) => Assert.Equal(expected, Read(Encoding.UTF8.GetBytes(text), null));

    [Fact]
    public void A_few_stray_bytes_in_utf_8_are_read_as_what_editors_paste()
    {
        Assert.Equal("Über “Öl” now", Read([.. "Über "u8, 0x93, .. "Öl"u8, 0x94, .. " now"u8], "text/xml; charset=utf-8"));
        Assert.Equal("Über é", Read([0xEF, 0xBB, 0xBF, .. "Über "u8, 0xE9, .. ""u8, (byte)' '], null).TrimEnd());
        Assert.Equal("Ölé Öl Öl Öl Öl", Read([.. "Öl"u8, 0xE9, .. " Öl Öl Öl Öl"u8], "text/xml; charset=iso-8859-1"));
    }

    [Fact]
    public void An_emoji_in_two_halves_is_one() =>
        Assert.Equal("Öl 🛢", Read([.. "Öl "u8, 0xED, 0xA0, 0xBD, 0xED, 0xBB, 0xA2], "text/xml; charset=utf-8"));

    [Fact]
    public void A_last_character_that_was_cut_off_is_left_out()
    {
        Assert.Equal("油", Read([.. "油"u8, 0xE4, 0xBB], null));
        var big5 = Encoding.GetEncoding("big5").GetBytes("<?xml encoding='big5'?>" + Traditional);
        Assert.EndsWith(Traditional[..^1], Read(big5[..^1], null), StringComparison.Ordinal);
    }

    [Fact]
    public void Encodings_of_seven_bits_are_read()
    {
        var jis = Encoding.GetEncoding("iso-2022-jp").GetBytes(Japanese);
        Assert.Equal(Japanese, Read(jis, "text/xml; charset=iso-2022-jp"));
        Assert.Equal(Japanese, Read(jis, "text/xml; charset=utf-8"));
        var hz = Encoding.GetEncoding("hz-gb-2312").GetBytes("油价上涨");
        Assert.Equal("油价上涨", Read(hz, "text/xml; charset=hz-gb-2312"));
    }

    [Fact]
    public void A_page_names_its_encoding_in_a_meta_element()
    {
        Assert.Contains("Öl", Read(Encoding.Latin1.GetBytes("<html><META charset=\"iso-8859-1\"><p>Öl"), null), StringComparison.Ordinal);
        Assert.Contains("Мир", Read($"<html><meta name=a><meta http-equiv=Content-Type content='text/html; charset=koi8-r'><p>Мир", "koi8-r", null), StringComparison.Ordinal);
    }

    [Fact]
    public void A_label_that_nobody_knows_is_named()
    {
        Read(Encoding.UTF8.GetBytes(Rss("Öl", declared: "x-klingon")), null, out var warnings);
        Assert.Equal(["The encoding 'x-klingon' is not known."], warnings);
    }

    [Fact]
    public void Noise_is_read_in_time()
    {
        var noise = new byte[1024 * 1024];
        new Random(20240305).NextBytes(noise);
        var started = System.Diagnostics.Stopwatch.GetTimestamp();
        foreach (var fill in (byte[][])[noise, [0xC2, 0x92], [0xEF, 0xBF, 0xBE], [0x80], [0xE9, 0x20], [1], [0xC3, 0xA9, 0xFF]])
        {
            var body = new byte[noise.Length];
            for (var at = 0; at < body.Length; at += fill.Length)
                fill.AsSpan(0, Math.Min(fill.Length, body.Length - at)).CopyTo(body.AsSpan(at));
            Assert.True(System.Text.Unicode.Utf8.IsValid(FeedEncoding.ToUtf8(body, null, new FeedWarnings()).Span));
        }

        Assert.InRange(System.Diagnostics.Stopwatch.GetElapsedTime(started), TimeSpan.Zero, TimeSpan.FromSeconds(60));
    }

    private static string Rss(string text, string? declared = null) =>
        $"<?xml version=\"1.0\"{(declared is null ? "" : $" encoding=\"{declared}\"")}?>\n<rss><channel><title>News</title><item><title>{text}</title></item></channel></rss>";

    private static string Read(string text, string encoding, string? contentType) => Read(text, encoding, contentType, out _);

    private static string Read(string text, string encoding, string? contentType, out IReadOnlyList<string> warnings) =>
        Read(Encoding.GetEncoding(encoding, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback).GetBytes(text), contentType, out warnings);

    private static string Read(byte[] body, string? contentType) => Read(body, contentType, out _);

    private static string Read(byte[] body, string? contentType, out IReadOnlyList<string> warnings)
    {
        var noted = new FeedWarnings();
        warnings = noted.Sentences;
        return FeedEncoding.Decode(body, contentType, noted);
    }
}
