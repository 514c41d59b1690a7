using System.Buffers;
using System.Collections.Frozen;

namespace News.Matching;

/// <summary>
/// The article and the particles that Arabic writes onto a word: العراق, والعراق, بالعراق and للعراق are all met by
/// <c>عراق</c>, and by one another. And the endings of plurals that leave the word as it is: Arabic ضربة and ضربات,
/// Persian موشک and موشک‌های, Urdu حملہ and حملوں.
/// </summary>
/// <remarks>All letters are folded ones: ه stands for ة, ي for ی, ك for ک.</remarks>
internal static class ArabicForms
{
    private static readonly string[] Particles = ["ال", "و", "وال", "بال", "وبال", "لل", "ولل", "فال", "كال", "وكال"];

    /// <summary>These are one letter that many words begin with, so they want a longer word to hang on to.</summary>
    private static readonly string[] ShortParticles = ["ب", "ل", "ف", "ك", "وب", "ول", "وك", "فب", "فل"];

    private static readonly string[] ParticlesOfPlurals = ["", "ال", "و", "وال", "بال", "لل"];

    /// <summary>Short words of the news that take the short particles all the same: nothing else is written like these with one.</summary>
    private static readonly FrozenSet<string> ShortWords = WordTable.Set("حزب غزه مصر قطر عدن حلب حمص قدس جيش حرب وفد يمن");

    /// <summary>Letters that are Urdu's: ٹ ڈ ڑ ں ے ہ ھ ۓ, as a query writes them.</summary>
    private static readonly SearchValues<char> UrduLetters = SearchValues.Create("ٹڈڑںےہھۓ");

    private static readonly string[] PersianPlurals = ["ها", "هاي", "هايي"];

    /// <summary>Adds the other forms of a folded word.</summary>
    public static void Add(string written, string word, SpellingSet forms)
    {
        foreach (var c in word)
        {
            if (c is < '\u0620' or > '\u06ff')
                return;
        }

        if (word.Length >= 3)
            AddEndings(written, word, forms);
        var bare = word.Length >= 5 && word.StartsWith("ال", StringComparison.Ordinal) ? word[2..] : word;
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
            forms.Add(word, "ي"); // آمریکای, but no ایرانی of ایران: that is another word
        if (word[^1] != 'ه' || word.Length < 4)
            return;
        var bare = word.StartsWith("ال", StringComparison.Ordinal) && word.Length >= 6 ? word.AsSpan(2..^1) : word.AsSpan(..^1);
        foreach (var particle in ParticlesOfPlurals)
            forms.Add(particle, string.Concat(bare, "ات"));
    }
}
