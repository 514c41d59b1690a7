using System.Buffers;
using System.Collections.Frozen;
using System.Globalization;

namespace News.Matching;

/// <summary>
/// Compares letter for letter, as <c>=Erdoğan</c> asks for. A letter and its accent are the same written as one character and as
/// two (canonical equivalence, Unicode Standard Annex 15), which no reader sees; nor does anybody mean a curly apostrophe, a soft
/// hyphen, or the absence of vowel signs that Arabic and Hebrew may leave out.
/// </summary>
/// <remarks>A table of our own, for the reason that <see cref="LetterTwins"/> gives.</remarks>
internal static class ExactLetters
{
    /// <summary>Marks on one letter; no word has more.</summary>
    private const int MostMarks = 16;

    /// <summary>From the decompositions of the Unicode Character Database. A line each: a mark, a space, and by twos a letter that has it and the letter without.</summary>
    private const string Table =
        """
        0300 ÀAÈEÌIÒOÙUàaèeìiòoùuǛÜǜüǸNǹnЀЕЍИѐеѝиḔĒḕēṐŌṑōẀWẁwẦÂầâẰĂằăỀÊềêỒÔồôỜƠờơỪƯừưỲYỳyἂἀἃἁἊἈἋἉἒἐἓἑἚἘἛἙἢἠἣἡἪἨἫἩἲἰἳἱἺἸἻἹὂὀὃὁὊὈὋὉὒὐὓὑὛὙὢὠὣὡὪὨὫὩὰαὲεὴηὶιὸοὺυὼωᾺΑῈΕῊΗῒϊῚΙῢϋῪΥῸΟῺΩ
        0301 ÁAÉEÍIÓOÚUÝYáaéeíióoúuýyĆCćcĹLĺlŃNńnŔRŕrŚSśsŹZźzǗÜǘüǴGǵgǺÅǻåǼÆǽæǾØǿøΆΑΈΕΉΗΊΙΌΟΎΥΏΩΐϊάαέεήηίιΰϋόούυώωϓϒЃГЌКѓгќкḈÇḉçḖĒḗēḮÏḯïḰKḱkḾMḿmṌÕṍõṒŌṓōṔPṕpṸŨṹũẂWẃwẤÂấâẮĂắăẾÊếêỐÔốôỚƠớơỨƯứưἄἀἅἁἌἈἍἉἔἐἕἑἜἘἝἙἤἠἥἡἬἨἭἩἴἰἵἱἼἸἽἹὄὀὅὁὌὈὍὉὔὐὕὑὝὙὤὠὥὡὬὨὭὩ
        0302 ÂAÊEÎIÔOÛUâaêeîiôoûuĈCĉcĜGĝgĤHĥhĴJĵjŜSŝsŴWŵwŶYŷyẐZẑzẬẠậạỆẸệẹỘỌộọ
        0303 ÃAÑNÕOãañnõoĨIĩiŨUũuṼVṽvẪÂẫâẴĂẵăẼEẽeỄÊễêỖÔỗôỠƠỡơỮƯữưỸYỹy
        0304 ĀAāaĒEēeĪIīiŌOōoŪUūuǕÜǖüǞÄǟäǠȦǡȧǢÆǣæǬǪǭǫȪÖȫöȬÕȭõȰȮȱȯȲYȳyӢИӣиӮУӯуḠGḡgḸḶḹḷṜṚṝṛᾱαᾹΑῑιῙΙῡυῩΥ
        0306 ĂAăaĔEĕeĞGğgĬIĭiŎOŏoŬUŭuЎУЙИйиўуӁЖӂжӐАӑаӖЕӗеḜȨḝȩẶẠặạᾰαᾸΑῐιῘΙῠυῨΥ
        0307 ĊCċcĖEėeĠGġgİIŻZżzȦAȧaȮOȯoḂBḃbḊDḋdḞFḟfḢHḣhṀMṁmṄNṅnṖPṗpṘRṙrṠSṡsṤŚṥśṦŠṧšṨṢṩṣṪTṫtẆWẇwẊXẋxẎYẏyẛſ
        0308 ÄAËEÏIÖOÜUäaëeïiöoüuÿyŸYΪΙΫΥϊιϋυϔϒЁЕЇІёеїіӒАӓаӚӘӛәӜЖӝжӞЗӟзӤИӥиӦОӧоӪӨӫөӬЭӭэӰУӱуӴЧӵчӸЫӹыḦHḧhṎÕṏõṺŪṻūẄWẅwẌXẍxẗt
        0309 ẢAảaẨÂẩâẲĂẳăẺEẻeỂÊểêỈIỉiỎOỏoỔÔổôỞƠởơỦUủuỬƯửưỶYỷy
        030a ÅAåaŮUůuẘwẙy
        030b ŐOőoŰUűuӲУӳу
        030c ČCčcĎDďdĚEěeĽLľlŇNňnŘRřrŠSšsŤTťtŽZžzǍAǎaǏIǐiǑOǒoǓUǔuǙÜǚüǦGǧgǨKǩkǮƷǯʒǰjȞHȟh
        030f ȀAȁaȄEȅeȈIȉiȌOȍoȐRȑrȔUȕuѶѴѷѵ
        0311 ȂAȃaȆEȇeȊIȋiȎOȏoȒRȓrȖUȗu
        0313 ἀαἈΑἐεἘΕἠηἨΗἰιἸΙὀοὈΟὐυὠωὨΩῤρ
        0314 ἁαἉΑἑεἙΕἡηἩΗἱιἹΙὁοὉΟὑυὙΥὡωὩΩῥρῬΡ
        031b ƠOơoƯUưu
        0323 ḄBḅbḌDḍdḤHḥhḲKḳkḶLḷlṂMṃmṆNṇnṚRṛrṢSṣsṬTṭtṾVṿvẈWẉwẒZẓzẠAạaẸEẹeỊIịiỌOọoỢƠợơỤUụuỰƯựưỴYỵy
        0324 ṲUṳu
        0325 ḀAḁa
        0326 ȘSșsȚTțt
        0327 ÇCçcĢGģgĶKķkĻLļlŅNņnŖRŗrŞSşsŢTţtȨEȩeḐDḑdḨHḩh
        0328 ĄAąaĘEęeĮIįiŲUųuǪOǫo
        032d ḒDḓdḘEḙeḼLḽlṊNṋnṰTṱtṶUṷu
        032e ḪHḫh
        0330 ḚEḛeḬIḭiṴUṵu
        0331 ḆBḇbḎDḏdḴKḵkḺLḻlṈNṉnṞRṟrṮTṯtẔZẕzẖh
        0342 ἆἀἇἁἎἈἏἉἦἠἧἡἮἨἯἩἶἰἷἱἾἸἿἹὖὐὗὑὟὙὦὠὧὡὮὨὯὩᾶαῆηῖιῗϊῦυῧϋῶω
        0345 ᾀἀᾁἁᾂἂᾃἃᾄἄᾅἅᾆἆᾇἇᾈἈᾉἉᾊἊᾋἋᾌἌᾍἍᾎἎᾏἏᾐἠᾑἡᾒἢᾓἣᾔἤᾕἥᾖἦᾗἧᾘἨᾙἩᾚἪᾛἫᾜἬᾝἭᾞἮᾟἯᾠὠᾡὡᾢὢᾣὣᾤὤᾥὥᾦὦᾧὧᾨὨᾩὩᾪὪᾫὫᾬὬᾭὭᾮὮᾯὯᾲὰᾳαᾴάᾷᾶᾼΑῂὴῃηῄήῇῆῌΗῲὼῳωῴώῷῶῼΩ
        05b4 יִי
        05b7 ײַײאַא
        05b8 אָא
        05b9 וֹו
        05bc אּאבּבגּגדּדהּהוּוזּזטּטיּיךּךכּכלּלמּמנּנסּסףּףפּפצּצקּקרּרשּשתּת
        05bf בֿבכֿכפֿפ
        05c1 שׁששּׁשּ
        05c2 שׂששּׂשּ
        0653 آا
        0654 أاؤوئيۀەۂہۓے
        0655 إا
        093c ऩनऱरऴळक़कख़खग़गज़जड़डढ़ढफ़फय़य
        09bc ড়ডঢ়ঢয়য
        """;

    private static readonly FrozenDictionary<char, (char Letter, char Mark)> Parts = Read();

    /// <summary>Harakat, tatweel, the points of Hebrew.</summary>
    private static readonly SearchValues<char> VowelSigns = SearchValues.Create(
        "\u064b\u064c\u064d\u064e\u064f\u0650\u0651\u0652\u0670\u0640\u05b0\u05b1\u05b2\u05b3\u05b4\u05b5\u05b6\u05b7\u05b8\u05b9\u05ba\u05bb\u05bc\u05bd\u05bf\u05c1\u05c2\u05c7");

    /// <summary>Whether a text has the letters of a query. Vowel signs count only where the query writes some.</summary>
    public static bool AreSame(ReadOnlySpan<char> query, ReadOnlySpan<char> text)
    {
        var withVowelSigns = query.ContainsAny(VowelSigns);
        var a = new Reader(query, withVowelSigns, stackalloc char[MostMarks]);
        var b = new Reader(text, withVowelSigns, stackalloc char[MostMarks]);
        while (a.MoveNext())
        {
            if (!b.MoveNext() || !AreSame(a.Letter, b.Letter) || !a.Marks.SequenceEqual(b.Marks))
                return false;
        }

        return !b.MoveNext();
    }

    private static bool AreSame(char a, char b) =>
        a == b || (Letters.Kind[a] == Letter.Apostrophe && Letters.Kind[b] == Letter.Apostrophe);

    private static bool IsUnseen(char c) => c is '\u00ad' or '\ufeff' or (>= '\u200b' and <= '\u200f') or (>= '\ufe00' and <= '\ufe0f');

    private static FrozenDictionary<char, (char Letter, char Mark)> Read()
    {
        var parts = new Dictionary<char, (char, char)>();
        foreach (var line in Table.Split('\n', StringSplitOptions.TrimEntries))
        {
            var mark = (char)ushort.Parse(line.AsSpan(0, 4), NumberStyles.HexNumber, CultureInfo.InvariantCulture);
            for (var i = 5; i < line.Length; i += 2)
                parts.Add(line[i], (line[i + 1], mark));
        }

        return parts.ToFrozenDictionary();
    }

    /// <summary>Reads letter by letter, each with its marks in one order.</summary>
    private ref struct Reader(ReadOnlySpan<char> text, bool withVowelSigns, Span<char> marks)
    {
        private readonly Span<char> _marks = marks;
        private ReadOnlySpan<char> _rest = text;
        private int _count;

        public char Letter { get; private set; }

        public readonly ReadOnlySpan<char> Marks => _marks[.._count];

        public bool MoveNext()
        {
            _count = 0;
            SkipUnseen();
            if (_rest.IsEmpty)
                return false;
            Letter = WithoutMarks(_rest[0]);
            _rest = _rest[1..];
            for (SkipUnseen(); !_rest.IsEmpty && Letters.Kind[_rest[0]] == Matching.Letter.Invisible; SkipUnseen())
            {
                Add(_rest[0]);
                _rest = _rest[1..];
            }

            _marks[.._count].Sort();
            return true;
        }

        private char WithoutMarks(char letter)
        {
            while (Parts.TryGetValue(letter, out var parts))
            {
                Add(parts.Mark);
                letter = parts.Letter;
            }

            return letter;
        }

        private void Add(char mark)
        {
            if (_count < MostMarks && (withVowelSigns || !VowelSigns.Contains(mark)))
                _marks[_count++] = mark;
        }

        private void SkipUnseen()
        {
            while (!_rest.IsEmpty && IsUnseen(_rest[0]))
                _rest = _rest[1..];
        }
    }
}
