using System.Buffers;
using System.Collections.Frozen;
using System.Collections.Immutable;

namespace News.Feeds;

/// <summary>How a language looks in writing beyond ASCII: its letters, the common and the rare, and its old encodings.</summary>
internal sealed class WrittenLanguage
{
    private const double Common = 3, Rare = 1.5, Foreign = -2, NotText = -8;

    private const string Kana = "ぁあぃいぅうぇえぉおかがきぎくぐけげこごさざしじすずせぜそぞただちぢっつづてでとどなにぬねのはばぱひびぴふぶぷへべぺほぼぽまみむめもゃやゅゆょよらりるれろわをん";

    private const string Katakana = "ァアィイゥウェエォオカガキギクグケゲコゴサザシジスズセゼソゾタダチヂッツヅテデトドナニヌネノハバパヒビピフブプヘベペホボポマミムメモャヤュユョヨラリルレロワヲンヴー";

    // Marks that stand in the text of any language, and therefore say nothing about which it is.
    private static readonly SearchValues<char> Marks = SearchValues.Create(
        "\u00A0“”‘’„‚«»‹›–—―…•·©®™€£¥§°№′″\u00AD\u200B\u200C\u200D\u200E\u200F\uFEFF、。「」『』【】〈〉《》〔〕・，：；？！（）〜～＝－＋％／，．　،؛؟");

    private readonly SearchValues<char> common;
    private readonly SearchValues<char> rare;
    private readonly Script script;
    private readonly ImmutableArray<string> charsets;
    private readonly FrozenSet<string> words;

    /// <param name="words">Frequent short words that are ASCII, of languages whose letters are like others'.</param>
    private WrittenLanguage(string tags, Script script, string charsets, string common, string rare, string words = "")
    {
        this.words = words.Split(' ', StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.OrdinalIgnoreCase);
        Tags = [.. tags.Split(' ')];
        this.script = script;
        this.charsets = [.. charsets.Split(' ')];
        this.common = SearchValues.Create(common);
        this.rare = SearchValues.Create(rare);
    }

    private enum Script
    {
        /// <summary>Western Europe's: most letters are ASCII, those that aren't stand alone.</summary>
        Western,

        /// <summary>Latin with many more letters.</summary>
        Latin,

        /// <summary>No letter of it is ASCII.</summary>
        Alphabet,

        /// <summary>Consonants with vowels and tones written above and below.</summary>
        Thai,

        Ideographs,
    }

    public static ImmutableArray<WrittenLanguage> All { get; } =
    [
        new("en", Script.Western, "windows-1252", "é", "ñüöáíóèçïàâêôëäåæøãõß", "the of and to in is for on it at with from that was has"),
        new("fr", Script.Western, "windows-1252", "éèàêçùâîôû", "ëïœæüÿ", "le la les de des du et en un une est pour dans sur au par qui"),
        new("de", Script.Western, "windows-1252", "äöüß", "éèà", "der die das und in den von zu mit im auf ist des ein eine nicht"),
        new("es ca gl eu", Script.Western, "windows-1252", "áéíóúñ", "üçàèò", "el la los las de del en y que un una por con para se al"),
        new("pt", Script.Western, "windows-1252", "áâãàçéêíóôõú", "ü", "o a os as de do da dos em e que um uma para no na com por"),
        new("it", Script.Western, "windows-1252", "àèéìòù", "îç", "il la di del della che e un una per in dei le da con al non"),
        new("sv da no nb nn fi", Script.Western, "windows-1252", "åäöæø", "éü", "och og i att at en ett et det som er av af til till med den ja on ei ett"),
        new("et", Script.Western, "windows-1252 windows-1257", "äõöü", "šž", "ja on ei ka et oma see kui ning aga"),
        new("is fo", Script.Western, "windows-1252", "áéíóúæöþð", "ýø", "og er um til ekki sem vi hann var af kom"),
        new("nl af", Script.Western, "windows-1252", "éëïèüö", "êáó", "de het een van en in is op te dat met voor die aan niet"),
        new("tr az", Script.Latin, "windows-1254", "çğıöşüİ", "âîû", "ve bir bu de da ile olan olarak daha en son yeni"),
        new("pl", Script.Latin, "windows-1250 iso-8859-2", "ąćęłńóśźż", "", "w na z do i nie to jest po o od za przez dla ze jak"),
        new("cs", Script.Latin, "windows-1250 iso-8859-2", "áčďéěíňóřšťúůýž", "", "v na se je a z do po za od ve k na pro byl tak"),
        new("sk", Script.Latin, "windows-1250 iso-8859-2", "áčéíňôšťúýž", "äďĺľóŕ", "v na sa je a z do po za od vo pre bol ako aj"),
        new("hu", Script.Latin, "windows-1250 iso-8859-2", "áéíóöőúüű", "", "a az egy hogy is nem meg volt el ki de csak"),
        new("ro", Script.Latin, "windows-1250 iso-8859-2", "ăâîşţșț", "", "de la a in pe cu din pentru care nu o un mai fost al ale"),
        new("hr sl bs", Script.Latin, "windows-1250 iso-8859-2", "čćđšž", "", "u na je i za se od su da ne s iz po in v pri do ima"),
        new("lt", Script.Latin, "windows-1257", "ąčęėįšųūž", "", "ir su dar jau kad yra iki nuo po ne per apie"),
        new("lv", Script.Latin, "windows-1257", "āčēģīķļņšūž", "", "un ir par no ar uz pie jau tika bet kas"),
        new("ru bg be mk", Script.Alphabet, "windows-1251 koi8-r iso-8859-5 ibm866 x-mac-cyrillic", "оеаинтсрвлкмдпуя", "ыьгзбчйхжшюцщэфъё"),
        new("uk", Script.Alphabet, "windows-1251 koi8-u", "оаинтвіерслкмдупя", "зьбгчйхцжїюшщєфґ"),
        new("sr", Script.Alphabet, "windows-1251", "аоиенрстујкдвмпл", "љњћџђжчшзбгцхф"),
        new("el", Script.Alphabet, "windows-1253 iso-8859-7", "αοιετσνηυρπκμλςάό", "ίέήώύδγχθφβξζψωϊϋΐΰ"),
        new("he iw yi", Script.Alphabet, "windows-1255 iso-8859-8", "יוהלאמרתבשנ", "כםדקעחפטגזןסצךףץ"),
        new("ar fa ur", Script.Alphabet, "windows-1256 iso-8859-6", "اليمنورتبةعدسفهكقح", "جأشصخطغىذضزثئءؤآظإپچژگکًٌٍَُِّْـں"),
        new("th", Script.Thai, "windows-874", "านรอกเงมยลวดทสต่้ัีิ", "ะปบคหแจพชขใไโผฟธภศษซณญฐฉฎฏฑฒฆฌฬฮฝถูุืึ็์ำๆฯ"),
        new("zh cn", Script.Ideographs, "gb18030",
            "的一是不了在人有我他这个们中来上大为和国地到以说时要就出会可也你对生能而子那得于着下自之年过发后作里用道行所然家种事成方多经么去法学如都同现当没动面起看定天分还进好小部其些主样理心本前开但因只从想实日军者意无力它与长把机十民第公此已工使情明性知全三又关点正业外将两高间由问很最重并物手应战向头文体政美相见被利什二等产或新己制身果加西斯月话合回特代内信表化老给世位次度门任常先海通教儿原东声提立及比员解水名真论处走义各入几口认条平系气题活尔更别打女变四神总何电数安少报才结反受目太量再感建务做接必场件计管期市直德资命山金指克许统区保至队形社便空决治展马科司五基眼书非则听白却界达光放强即像难且权思王象完设式色路记南品住告类求据程北边死张该交规万取拉格望觉术领共确传师观清今切院让识候带导争运",
            ""),
        new("zh tw hk", Script.Ideographs, "big5",
            "的一是不了在人有我他這個們中來上大為和國地到以說時要就出會可也你對生能而子那得於著下自之年過發後作裡用道行所然家種事成方多經麼去法學如都同現當沒動面起看定天分還進好小部其些主樣理心本前開但因只從想實日軍者意無力它與長把機十民第公此已工使情明性知全三又關點正業外將兩高間由問很最重並物手應戰向頭文體政美相見被利什二等產或新己制身果加西斯月話合回特代內信表化老給世位次度門任常先海通教兒原東聲提立及比員解水名真論處走義各入幾口認條平系氣題活爾更別打女變四神總何電數安少報才結反受目太量再感建務做接必場件計管期市直德資命山金指克許統區保至隊形社便空決治展馬科司五基眼書非則聽白卻界達光放強即像難且權思王象完設式色路記南品住告類求據程北邊死張該交規萬取拉格望覺術領共確傳師觀清今切院讓識候帶導爭運",
            ""),
        new("ja", Script.Ideographs, "shift_jis euc-jp",
            Kana + "日一国会人年大十二本中長出三同時政事自行社見月分議後前民生連五発間対上部東者党地合市業内相方四定今回新場金員九入選立開手米力学問高代明実円関決子動京全目表戦経通外最言氏現理調体化田当八六約主題下首意法",
            Katakana),
        new("ko", Script.Ideographs, "euc-kr",
            "이다는의가을에고하지를한은로기사대도자인시서리어그나라정들있해아으일만스제부보전수주장상원과여게구면지적회국위경성방조소동문안공신오음했관계명용중세요개미연선통까것당민실모입권때내재우진단학발분생화유강기북남한미군무",
            ""),
    ];

    /// <summary>Every encoding of these languages, the likely first.</summary>
    public static ImmutableArray<string> Charsets { get; } = [.. All.SelectMany(language => language.charsets).Distinct()];

    public ImmutableArray<string> Tags { get; }

    public bool Uses(string charset) => charsets.Contains(charset);

    /// <summary>How many of a text's words are this language's short ones.</summary>
    public int ShortWords(ReadOnlySpan<char> text)
    {
        if (words.Count == 0)
            return 0;
        var lookup = words.GetAlternateLookup<ReadOnlySpan<char>>();
        var count = 0;
        foreach (var word in text.Split(' '))
            count += lookup.Contains(text[word]) ? 1 : 0;
        return count;
    }

    /// <summary>Marks a text's characters beyond ASCII as this language's.</summary>
    /// <returns>The sum of the marks, the number of characters that were marked, and how many of those no text has.</returns>
    public (double Sum, int Letters, int Broken) Mark(string text)
    {
        var (sum, letters, broken) = (0.0, 0, 0);
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c < 0x80 || Marks.Contains(c) && !IsSignInWord(text, i))
                continue;

            letters++;
            if (IsSignInWord(text, i))
            {
                sum += Foreign;
                continue;
            }

            if (c is < '\u00A0' or (>= '\uE000' and <= '\uF8FF') or '\uFFFD')
            {
                broken++;
                sum += NotText;
                continue;
            }

            var before = i > 0 ? text[i - 1] : ' ';
            var weight = Weight(c);
            sum += weight <= 0 ? weight : weight + InPlace(c, weight, i > 1 ? text[i - 2] : ' ', before, i + 1 < text.Length ? text[i + 1] : ' ');
        }

        return (sum, letters, broken);
    }

    /// <summary>"Pre§edintele", "®ádné": a sign where a letter belongs, as another encoding has it there.</summary>
    private static bool IsSignInWord(string text, int at)
    {
        if (text[at] is not ((>= '\u00A1' and <= '\u00BF') or '×' or '÷') || text[at] is '«' or '»' or '·' or '¿' or '¡' or '\u00AD')
            return false;
        if (at > 0 && at + 1 < text.Length && text[at] != '°' && text[at - 1] >= 0x80 && text[at + 1] >= 0x80 && char.IsLetter(text[at - 1]) && char.IsLetter(text[at + 1]))
            return true;
        var isBeforeWord = at + 1 < text.Length && char.IsLower(text[at + 1]);
        var isAfterWord = at > 2 && char.IsLower(text[at - 1]) && char.IsLower(text[at - 2]) && char.IsLetter(text[at - 3]);
        return isBeforeWord && text[at] is not ('°' or 'µ' or 'º' or 'ª') || isAfterWord && text[at] is '³' or '¹' or '¾' or '¼' or '½' or '¥' or '£' or '¢' or '§' || isBeforeWord && isAfterWord;
    }

    private double Weight(char c)
    {
        var lower = char.ToLowerInvariant(c);
        if (common.Contains(lower))
            return Common;
        if (rare.Contains(lower))
            return Rare;
        if (c is '¿' or '¡' or 'º' or 'ª' or '½' or '¼' or '¾' or '¹' or '²' or '³' or '±' or 'µ' or '×')
            return 0;
        if (script != Script.Ideographs)
            return char.IsLetter(c) ? Foreign : c is >= '\u2500' and <= '\u25FF' ? Foreign - 1 : -1;
        return c switch
        {
            >= '\u4E00' and <= '\u9FFF' => 0.6,
            >= '\uAC00' and <= '\uD7A3' => Tags[0] == "ko" ? 1 : -1,
            >= '\uFF01' and <= '\uFF5E' => 0.5,
            >= '\uFF61' and <= '\uFF9F' => -1,
            _ => -0.5,
        };
    }

    /// <summary>What a letter's neighbours take from its weight.</summary>
    private double InPlace(char c, double weight, char beforeThat, char before, char after)
    {
        if (script == Script.Ideographs)
            return 0;

        var place = 0.0;
        if (char.IsUpper(c) && char.IsLetter(before))
            place += char.IsLower(before) ? -4 : -weight / 2;
        if (c == 'þ' && !(after is 'j' or 'r' or 'v' || "aeiouyáéíóúýæö".Contains(after)) || c == 'ð' && !char.IsLetter(before))
            place -= 5; // where Turkish has its ş and ğ
        if (script == Script.Western)
            return before >= 0x80 && beforeThat >= 0x80 && char.IsLetter(before) && char.IsLetter(beforeThat) ? place - 4 : place;
        if (script == Script.Latin)
            return place;
        if (char.IsAsciiLetterOrDigit(before) || char.IsAsciiLetterOrDigit(after))
            place -= 2;
        if (IsFinal(c) && char.IsLetter(after) || c == 'σ' && char.IsLetter(before) && !char.IsLetter(after))
            place -= 5;
        if (script == Script.Thai && IsThaiSign(c) && (before is < 'ก' or > '๛' || IsThaiSign(before) && c < '่'))
            place -= 5;
        return place;
    }

    /// <summary>Letters in the form that only ends a word.</summary>
    private static bool IsFinal(char c) => c is 'ς' or 'ך' or 'ם' or 'ן' or 'ף' or 'ץ';

    private static bool IsThaiSign(char c) => c is 'ั' or (>= 'ิ' and <= 'ฺ') or (>= '็' and <= '๎');
}
