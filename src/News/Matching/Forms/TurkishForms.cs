using System.Buffers;
using News.Articles;

namespace News.Matching;

/// <summary>What is Turkish and Azerbaijani about words: i and ı, and endings after an apostrophe.</summary>
internal static class TurkishForms
{
    /// <summary>What hangs on to names after an apostrophe: İran'ın, Irak'ta, Türkiye'nin. Folded.</summary>
    private static readonly WordTable Endings = WordTable.Folded("""
        in un nin nun i u yi yu a e ya ye da de ta te dan den tan ten nda nde ndan nden na ne ni nu la le yla yle
        daki deki taki teki ndaki ndeki li lu lik luk lar ler larin lerin lari leri lara lere larda lerde lardan lerden ca ce dir dur tir tur
        """);

    private static readonly SearchValues<char> Letters = SearchValues.Create("şğıçöüŞĞİÇÖÜ");

    /// <summary>Few other languages write these.</summary>
    private static readonly SearchValues<char> OwnLetters = SearchValues.Create("şğıŞĞİ");

    /// <summary>A word with one of these is another language's: German, French, Portuguese, Romanian, Kurdish.</summary>
    private static readonly SearchValues<char> OthersLetters = SearchValues.Create("wxqßäåæøéèêëáàâãăñóòôõíìîúùûțţșćčžWXQÄÅÆØÉÈÊÁÀÂÃĂÑÓÔÕÍÎÚÛ");

    private static readonly SearchValues<char> Back = SearchValues.Create("aıouAIOU"), Front = SearchValues.Create("eiöüEİÖÜ"), Rounded = SearchValues.Create("ouöüOUÖÜ");

    // A stands for a or e, I for ı, i, u or ü, D for d or t, as the word's last letters ask.
    private static readonly string[] Plural = ["lAr", "lAri", "lArin", "lAra", "lArdA", "lArdAn", "lArini", "lArinin", "lArinA", "lArindA", "lArindAn"];
    private static readonly string[] OfAnother = ["sI", "sInI", "sInIn", "sInA", "sIndA", "sIndAn"];
    private static readonly string[] PlaceEndings = ["DA", "DAn"];
    private static readonly string[] AfterVowel = ["yI", "yA", "nIn", "ylA"];
    private static readonly string[] AfterConsonant = ["I", "A", "In", "InI", "InIn", "InA", "IndA", "IndAn", "lA"];

    /// <summary>Whether a language tag is Turkish or Azerbaijani: "tr", "az-Latn".</summary>
    public static bool Is(string? language) =>
        language is not null && LanguageTags.Primary(language) is ['t' or 'T', 'r' or 'R'] or ['a' or 'A', 'z' or 'Z'];

    /// <summary>
    /// Whether letters after an apostrophe are an ending. Where the text's language isn't known to be Turkish, only after a
    /// word of four letters and with two of its own, so that Sana'a, Shi'a and Sa'da stay whole.
    /// </summary>
    public static bool IsEnding(ReadOnlySpan<char> name, ReadOnlySpan<char> ending, bool turkish) =>
        ending.Length <= 6 && (turkish || (name.Length >= 4 && ending.Length >= 2)) && Endings.Contains(ending);

    /// <summary>
    /// Adds a word's plural, cases and possessives, where it has a letter that Turkish has and English hasn't: saldırı meets
    /// saldırılar and saldırısında, füze meets füzeler. A name has an apostrophe before most of them (İran'ın), so that
    /// without one it takes few; and so does a word whose letters a German or a Portuguese one has too.
    /// </summary>
    public static void Add(string written, string folded, SpellingSet forms)
    {
        if (folded.Length < 4 || written.Length != folded.Length || !written.AsSpan().ContainsAny(Letters) || written.AsSpan().ContainsAny(OthersLetters))
            return;
        var (back, front) = (written.AsSpan().LastIndexOfAny(Back), written.AsSpan().LastIndexOfAny(Front));
        if (back == front)
            return; // no vowel
        var last = Math.Max(back, front);
        var harmony = new Harmony(back > front ? 'a' : 'e', Rounded.Contains(written[last]) ? 'u' : 'i', folded[^1] is 'f' or 's' or 't' or 'k' or 'c' or 'h' or 'p' ? 't' : 'd');
        var endsInVowel = last == written.Length - 1;
        var (isName, isOnlyTurkish) = (char.IsUpper(written[0]) && written.AsSpan(1).ContainsAnyInRange('a', 'z'), written.AsSpan().ContainsAny(OwnLetters));

        AddEndings(Plural);
        if (isOnlyTurkish)
            AddEndings(PlaceEndings);
        if (!isName && endsInVowel)
            AddEndings(OfAnother);
        if (!isName && isOnlyTurkish)
            AddEndings(endsInVowel ? AfterVowel : AfterConsonant);

        void AddEndings(string[] endings)
        {
            foreach (var ending in endings)
                forms.Add(folded, harmony.Sound(ending));
        }
    }

    /// <summary>Whether a query's word distinguishes ı from i, as only somebody does who writes Turkish.</summary>
    public static bool Distinguishes(string written) => written.AsSpan().ContainsAny('ı', 'İ');

    /// <summary>Whether two words that are the same when folded have the same i's, with or without dots: sınır is SINIR.</summary>
    public static bool SameDots(ReadOnlySpan<char> query, ReadOnlySpan<char> text)
    {
        while (true)
        {
            int q = query.IndexOfAny("ıIiİ"), t = text.IndexOfAny("ıIiİ");
            if (q < 0 || t < 0)
                return true; // what comes after the shorter is an ending
            if (query[q] is 'ı' or 'I' != text[t] is 'ı' or 'I')
                return false;
            query = query[(q + 1)..];
            text = text[(t + 1)..];
        }
    }

    /// <summary>What the letters of an ending become after a word, folded.</summary>
    private readonly record struct Harmony(char A, char I, char D)
    {
        public string Sound(string ending) => ending.Replace('A', A).Replace('I', I).Replace('D', D);
    }
}
