using System.Collections.Frozen;

namespace News.Matching;

/// <summary>What is Turkish and Azerbaijani about words: i and ı, and endings after an apostrophe.</summary>
internal static class TurkishForms
{
    /// <summary>What hangs on to names after an apostrophe: İran'ın, Irak'ta, Türkiye'nin. Folded.</summary>
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Endings = WordTable.Set("""
        in un nin nun i u yi yu a e ya ye da de ta te dan den tan ten nda nde ndan nden na ne ni nu la le yla yle
        daki deki taki teki ndaki ndeki li lu lik luk lar ler larin lerin lari leri lara lere larda lerde lardan lerden ca ce dir dur tir tur
        """).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Whether a language tag is Turkish or Azerbaijani: "tr", "az-Latn".</summary>
    public static bool Is(string? language) =>
        language is ['t' or 'T', 'r' or 'R'] or ['t' or 'T', 'r' or 'R', '-' or '_', ..] or ['a' or 'A', 'z' or 'Z'] or ['a' or 'A', 'z' or 'Z', '-' or '_', ..];

    /// <summary>
    /// Whether letters after an apostrophe are an ending. Where the text's language isn't known to be Turkish, only after a
    /// word of four letters and with two of its own, so that Sana'a, Shi'a and Sa'da stay whole.
    /// </summary>
    public static bool IsEnding(ReadOnlySpan<char> name, ReadOnlySpan<char> ending, bool turkish) =>
        ending.Length <= 6 && (turkish || (name.Length >= 4 && ending.Length >= 2)) && Endings.Contains(ending);

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
}
