using System.Buffers;
using System.Collections.Frozen;

namespace News.Matching;

/// <summary>
/// The article and the particles that Arabic writes onto a word: العراق, والعراق, بالعراق and للعراق are all met by
/// <c>عراق</c>, and by one another. And plurals: Arabic ضربة and ضربات, صاروخ and صواريخ, Persian موشک and موشک‌های, Urdu
/// حملہ and حملوں.
/// </summary>
/// <remarks>All letters are folded ones: ه stands for ة, ي for ی, ك for ک.</remarks>
internal static class ArabicForms
{
    private static readonly string[] Particles = ["ال", "و", "وال", "بال", "وبال", "لل", "ولل", "فال", "كال", "وكال"];

    /// <summary>These are one letter that many words begin with, so they want a longer word to hang on to.</summary>
    private static readonly string[] ShortParticles = ["ب", "ل", "ف", "ك", "وب", "ول", "وك", "فب", "فل"];

    private static readonly string[] ParticlesOfPlurals = ["", "ال", "و", "وال", "بال", "لل"];

    /// <summary>Short words of the news that take the short particles all the same: nothing else is written like these with one.</summary>
    private static readonly WordTable ShortWords = WordTable.Folded("""
        حزب غزه مصر قطر عدن حلب حمص قدس جيش حرب وفد يمن قصف نفط حرس وقف سفن ضرب قتل طفل جرح ردع بحر غاز سجن شعب عرب كرد
        """);

    /// <summary>Letters that are Urdu's: ٹ ڈ ڑ ں ے ہ ھ ۓ, as a query writes them.</summary>
    private static readonly SearchValues<char> UrduLetters = SearchValues.Create("ٹڈڑںےہھۓ");

    private static readonly string[] PersianPlurals = ["ها", "هاي", "هايي", "هايش", "هايشان"];

    /// <summary>After ه: حمله‌ای, حمله‌ی, حمله‌اش.</summary>
    private static readonly string[] PersianAfterHe = ["اي", "ي", "اش"];

    /// <summary>Letters that Persian and Urdu write and Arabic doesn't.</summary>
    private static readonly SearchValues<char> PersianLetters = SearchValues.Create("پچژگکی");

    /// <summary>With a ی these are another word: medicine of the physician, childhood of the child.</summary>
    private static readonly WordTable OthersWithYa = WordTable.Folded("پزشك كودك نزديك تاريك بازيگر كارگر پيشمرگ");

    /// <summary>Plurals that change the word within (Wright, A Grammar of the Arabic Language, § 304), of the nouns that news is made of.</summary>
    private static readonly FrozenDictionary<string, string[]> BrokenPlurals = WordTable.EachToOthers("""
        صاروخ صواريخ, قنبله قنابل, قذيفه قذايف, لغم الغام, سلاح اسلحه, سفينه سفن, جندي جنود, ضابط ضباط, قايد قاده, جيش جيوش, حرب حروب,
        معركه معارك, هدف اهداف, قتيل قتلي, جريح جرحي, اسير اسري, رهينه رهاين, شهيد شهداء, سجين سجناء, وزير وزراء, رييس روساء,
        زعيم زعماء, سفير سفراء, حزب احزاب, مدينه مدن, ميناء مواني, مصنع مصانع, طفل اطفال, عميل عملاء, جاسوس جواسيس, زلزال زلازل,
        حريق حرايق, خبير خبراء
        """);

    /// <summary>Adds the other forms of a folded word.</summary>
    public static void Add(string written, string word, SpellingSet forms)
    {
        foreach (var c in word)
        {
            if (c is < '\u0620' or > '\u06ff')
                return;
        }

        AddOf(written, word, forms);
        if (HamzaElsewhere(written, word) is not { } other)
            return;
        forms.Add(other);
        AddOf(written, other, forms);
    }

    private static void AddOf(string written, string word, SpellingSet forms)
    {
        if (word.Length >= 3)
            AddEndings(written, word, forms);
        AddParticles(word, forms);
        foreach (var other in BrokenPlurals.GetValueOrDefault(WithoutArticle(word), []))
        {
            forms.Add(other);
            AddParticles(other, forms);
        }
    }

    /// <summary>Adds a folded word, or the beginning of one, behind the article and the particles.</summary>
    public static void AddParticles(string word, SpellingSet forms)
    {
        var bare = WithoutArticle(word);
        if (bare.Length < 3)
            return;
        forms.Add(bare);
        foreach (var particle in Particles)
            forms.Add(particle, bare);
        if (bare.Length < 4 && !ShortWords.Contains(bare))
            return;
        foreach (var particle in ShortParticles)
        {
            forms.Add(particle, bare);
            if (bare.Length < word.Length)
                forms.Add(particle, word); // what looks like the article may be the name's own: ألمانيا, لألمانيا
        }
    }

    /// <summary>عراق of العراق.</summary>
    public static string WithoutArticle(string word) => word.Length >= 5 && word.StartsWith("ال", StringComparison.Ordinal) ? word[2..] : word;

    /// <summary>Egypt writes مسئول and شئون where others write مسؤول and شؤون: the hamza before a waw has either seat.</summary>
    private static string? HamzaElsewhere(string written, string word) =>
        written.Contains("ؤو", StringComparison.Ordinal) ? word.Replace("وو", "يو", StringComparison.Ordinal)
        : written.Contains("ئو", StringComparison.Ordinal) ? word.Replace("يو", "وو", StringComparison.Ordinal)
        : null;

    private static void AddEndings(string written, string word, SpellingSet forms)
    {
        if (written.AsSpan().ContainsAny(UrduLetters))
        {
            var stem = word[^1] is 'ه' or 'ا' ? word.AsSpan(..^1) : word;
            forms.Add(stem, "وں");
            forms.Add(stem, stem.Length < word.Length ? "ے" : "يں");
            return;
        }

        foreach (var plural in PersianPlurals)
            forms.Add(word, plural);
        if (word[^1] is 'ا' or 'و')
            forms.Add(word, "ي"); // آمریکای
        else if (word.Length >= 4 && word[^1] is not ('ه' or 'ي') && written.AsSpan().ContainsAny(PersianLetters) && !OthersWithYa.Contains(word))
            forms.Add(word, "ي"); // موشکی, "a missile" and "of missiles"; in Arabic "my", and a country's people
        if (word[^1] != 'ه' || word.Length < 4)
            return;
        foreach (var ending in PersianAfterHe)
            forms.Add(word, ending);
        var bare = word.StartsWith("ال", StringComparison.Ordinal) && word.Length >= 6 ? word.AsSpan(2..^1) : word.AsSpan(..^1);
        foreach (var particle in ParticlesOfPlurals)
            forms.Add(particle, string.Concat(bare, "ات"));
    }
}
