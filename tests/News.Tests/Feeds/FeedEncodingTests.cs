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

    /// <summary>The labels of the WHATWG's encoding standard, one encoding a line.</summary>
    [Theory]
    [InlineData("utf-8", "unicode-1-1-utf-8 unicode11utf8 unicode20utf8 utf-8 utf8 x-unicode20utf8")]
    [InlineData("ibm866", "866 cp866 csibm866 ibm866")]
    [InlineData("iso-8859-2", "csisolatin2 iso-8859-2 iso-ir-101 iso8859-2 iso88592 iso_8859-2 iso_8859-2:1987 l2 latin2")]
    [InlineData("iso-8859-3", "csisolatin3 iso-8859-3 iso-ir-109 iso8859-3 iso88593 iso_8859-3 iso_8859-3:1988 l3 latin3")]
    [InlineData("iso-8859-4", "csisolatin4 iso-8859-4 iso-ir-110 iso8859-4 iso88594 iso_8859-4 iso_8859-4:1988 l4 latin4")]
    [InlineData("iso-8859-5", "csisolatincyrillic cyrillic iso-8859-5 iso-ir-144 iso8859-5 iso88595 iso_8859-5 iso_8859-5:1988")]
    [InlineData("iso-8859-6", "arabic asmo-708 csiso88596e csiso88596i csisolatinarabic ecma-114 iso-8859-6 iso-8859-6-e iso-8859-6-i iso-ir-127 iso8859-6 iso88596 iso_8859-6 iso_8859-6:1987")]
    [InlineData("iso-8859-7", "csisolatingreek ecma-118 elot_928 greek greek8 iso-8859-7 iso-ir-126 iso8859-7 iso88597 iso_8859-7 iso_8859-7:1987 sun_eu_greek")]
    [InlineData("iso-8859-8", "csiso88598e csisolatinhebrew hebrew iso-8859-8 iso-8859-8-e iso-ir-138 iso8859-8 iso88598 iso_8859-8 iso_8859-8:1988 visual")]
    [InlineData("iso-8859-8-i", "csiso88598i iso-8859-8-i logical")]
    [InlineData("iso-8859-10", "csisolatin6 iso-8859-10 iso-ir-157 iso8859-10 iso885910 l6 latin6")]
    [InlineData("iso-8859-13", "iso-8859-13 iso8859-13 iso885913")]
    [InlineData("iso-8859-14", "iso-8859-14 iso8859-14 iso885914")]
    [InlineData("iso-8859-15", "csisolatin9 iso-8859-15 iso8859-15 iso885915 iso_8859-15 l9")]
    [InlineData("iso-8859-16", "iso-8859-16")]
    [InlineData("koi8-r", "cskoi8r koi koi8 koi8-r koi8_r")]
    [InlineData("koi8-u", "koi8-ru koi8-u")]
    [InlineData("macintosh", "csmacintosh mac macintosh x-mac-roman")]
    [InlineData("windows-874", "dos-874 iso-8859-11 iso8859-11 iso885911 tis-620 windows-874")]
    [InlineData("windows-1250", "cp1250 windows-1250 x-cp1250")]
    [InlineData("windows-1251", "cp1251 windows-1251 x-cp1251")]
    [InlineData("windows-1252", "ansi_x3.4-1968 ascii cp1252 cp819 csisolatin1 ibm819 iso-8859-1 iso-ir-100 iso8859-1 iso88591 iso_8859-1 iso_8859-1:1987 l1 latin1 us-ascii windows-1252 x-cp1252")]
    [InlineData("windows-1253", "cp1253 windows-1253 x-cp1253")]
    [InlineData("windows-1254", "cp1254 csisolatin5 iso-8859-9 iso-ir-148 iso8859-9 iso88599 iso_8859-9 iso_8859-9:1989 l5 latin5 windows-1254 x-cp1254")]
    [InlineData("windows-1255", "cp1255 windows-1255 x-cp1255")]
    [InlineData("windows-1256", "cp1256 windows-1256 x-cp1256")]
    [InlineData("windows-1257", "cp1257 windows-1257 x-cp1257")]
    [InlineData("windows-1258", "cp1258 windows-1258 x-cp1258")]
    [InlineData("x-mac-cyrillic", "x-mac-cyrillic x-mac-ukrainian")]
    [InlineData("gb18030", "chinese csgb2312 csiso58gb231280 gb2312 gb_2312 gb_2312-80 gbk iso-ir-58 x-gbk gb18030")]
    [InlineData("big5", "big5 big5-hkscs cn-big5 csbig5 x-x-big5")]
    [InlineData("euc-jp", "cseucpkdfmtjapanese euc-jp x-euc-jp")]
    [InlineData("iso-2022-jp", "csiso2022jp iso-2022-jp")]
    [InlineData("shift_jis", "csshiftjis ms932 ms_kanji shift-jis shift_jis sjis windows-31j x-sjis")]
    [InlineData("euc-kr", "cseuckr csksc56011987 euc-kr iso-ir-149 korean ks_c_5601-1987 ks_c_5601-1989 ksc5601 ksc_5601 windows-949")]
    [InlineData("utf-16be", "unicodefffe utf-16be")]
    [InlineData("utf-16le", "csunicode iso-10646-ucs-2 ucs-2 unicode unicodefeff utf-16 utf-16le")]
    public void Every_label_of_the_standard_is_known(string name, string labels)
    {
        foreach (var label in labels.Split(' '))
        {
            Assert.Equal(name, Charset.ByLabel(label)?.Name);
            Assert.Equal(name, Charset.ByLabel($" {label.ToUpperInvariant()} ")?.Name);
        }
    }

    /// <summary>Titles of a few words in every encoding that can write them; a right label is never doubted.</summary>
    [Fact]
    public void A_right_label_is_always_followed()
    {
        string[] texts =
        [
            "Þingið samþykkti ný lög", "Veðrið verður slæmt", "Žürii valis šokolaadi", "Hinnad tõusevad sügisel", "Löhne und Preise", "Où en est la réforme", "São Paulo terá eleições",
            "Śledczy przesłuchali świadków", "Řidič nepřežil srážku", "Őrizetbe vették", "Şoför gözaltına alındı", "Preţul petrolului creşte", "Uhićeni osumnjičeni", "Cena nafte raste že",
            "Naftos kaina kyla jau trečią", "Naftas cena aug jau trešo nedēļu", "Цены на нефть растут", "Її мати живе у Києві", "Влада усвојила нови буџет", "Η τιμή του πετρελαίου",
            "מחיר הנפט עולה", "ارتفعت أسعار النفط", "دولت بودجه جديد", "ราคาน้ำมันเพิ่มขึ้น", "油价连续第三周上涨", "油價連續第三週上漲", "原油価格は三週連続で上昇", "국제 유가가 상승했다", "Giá dâu tăng tuân thư ba", "Ĉiuj ĝojas pri ŝanĝoj",
        ];
        string[] encodings =
        [
            "iso-8859-2", "iso-8859-3", "iso-8859-4", "iso-8859-5", "iso-8859-6", "iso-8859-7", "iso-8859-8", "iso-8859-9", "iso-8859-13", "iso-8859-15", "koi8-r", "koi8-u", "ibm866", "macintosh", "x-mac-cyrillic",
            "windows-874", "windows-1250", "windows-1251", "windows-1252", "windows-1253", "windows-1254", "windows-1255", "windows-1256", "windows-1257", "windows-1258", "gb18030", "big5", "shift_jis", "euc-jp", "euc-kr",
        ];
        var pairs = 0;
        foreach (var encoding in encodings)
        {
            foreach (var text in texts.Where(text => CanWrite(encoding, text)))
            {
                pairs++;
                Assert.Contains($"<title>{text}<", Read(Rss(text), encoding, $"text/xml; charset={encoding}"), StringComparison.Ordinal);
                Assert.Contains($"<title>{text}<", Read(Rss(text, declared: encoding), encoding, "text/xml"), StringComparison.Ordinal);
                Assert.Contains($"<title>{text}<", Read(Rss(text, declared: encoding), encoding, "text/xml; charset=iso-8859-1"), StringComparison.Ordinal);
                Assert.Contains($"<title>{text}<", Read(Rss(text, declared: encoding), "utf-8", null), StringComparison.Ordinal);
            }
        }

        Assert.InRange(pairs, 100, 1000);
    }

    private static bool CanWrite(string encoding, string text)
    {
        // A language's own encodings alone: nobody labels Polish as gb18030.
        var charset = Encoding.GetEncoding(encoding, EncoderFallback.ReplacementFallback, DecoderFallback.ReplacementFallback);
        return charset.GetString(charset.GetBytes(text)) == text && (charset.IsSingleByte || text.Any(c => c > '\u3000') && !(encoding == "gb18030" && text.Any(c => c > '\uAC00')));
    }

    [Theory]
    [InlineData("gb2312", "Il ministro è arrivato")]
    [InlineData("shift_jis", "Eén dode bij ongeval")]
    [InlineData("euc-kr", "Löhne und Preise")]
    public void A_few_accents_in_utf_8_are_no_chinese(string label, string text) =>
        Assert.Contains($"<title>{text}<", Read(Rss(text, declared: label), "utf-8", null), StringComparison.Ordinal);

    [Theory]
    [InlineData("windows-1252", "Oil rose to £60 a barrel — a record")]
    [InlineData("iso-8859-2", "Žádné změny zatím nečekejte")]
    [InlineData("windows-1255", "פיצוץ במרכז העיר")]
    [InlineData("windows-1254", "Cumhurbaşkanı yeni yasayı onayladı")]
    [InlineData("windows-1257", "Valdība apstiprināja jauno budžetu un ceļu")]
    [InlineData("windows-1252", "Öösel sadas põhjarannikul lund")]
    [InlineData("windows-1252", "Veðrið verður slæmt á morgun")]
    public void A_sentence_alone_tells_its_encoding(string encoding, string text) =>
        Assert.Contains(text, Read(Rss(text), encoding, null), StringComparison.Ordinal);

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
