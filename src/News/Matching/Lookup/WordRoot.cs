namespace News.Matching;

/// <summary>
/// Brings most forms of a word to one root: <c>strikes</c>, <c>striking</c> to <c>strik</c>. The same letters always have
/// the same root, so whatever a query's spelling meets has the spelling's root; what else has it is for the query to see.
/// </summary>
/// <remarks>A root is no word. Taking too much off costs a reading of an article, taking too little a look-up.</remarks>
internal static class WordRoot
{
    /// <summary>So many letters are left at least, where there are as many.</summary>
    private const int Shortest = 3;

    /// <summary>More letters tell no two words apart that anybody looks for.</summary>
    private const int Longest = 24;

    /// <summary>What Russian, Ukrainian and Bulgarian change of a word stands behind these.</summary>
    private const int CyrillicKept = 6;

    /// <summary>What is taken off an English word, or one in Latin letters, at most.</summary>
    private const int MostTaken = 5;

    private static readonly string[] LatinEndings = ["ings", "ies", "ied", "ing", "ers", "ed", "er", "es", "s", "e", "y", "i"];
    private static readonly string[] ArabicEndings = ["يين", "يون", "ات", "ين", "ون", "ان", "ها", "هم", "نا", "يه", "ية", "ه", "ة", "ي", "ا"];

    /// <param name="folded">A word's folded letters, as <see cref="Words"/> has them.</param>
    public static string Of(ReadOnlySpan<char> folded)
    {
        var letters = folded.Length > Longest ? folded[..Longest] : folded;
        return letters[0] switch
        {
            <= '\u024f' => Written(Latin(letters)),
            >= '\u0400' and <= '\u04ff' => Written(letters.Length > CyrillicKept ? letters[..CyrillicKept] : letters.TrimEnd("аеиоуыэюяьйії")),
            >= '\u05d0' and <= '\u05ea' => Written(WithoutParticles(letters, "והבלכמש")),
            >= '\u0620' and <= '\u06ff' => Written(Arabic(letters)),
            _ => Written(letters),
        };
    }

    /// <summary>
    /// What two words that stand side by side have beside their roots, so that a phrase is not looked for in all that has its
    /// words somewhere. Of a million such: different pairs may share one.
    /// </summary>
    public static string OfPair(string first, string second)
    {
        // FNV-1a, which is the same in every process.
        var hash = 0xcbf29ce484222325;
        foreach (var letter in first)
            hash = (hash ^ letter) * 0x100000001b3;
        hash = (hash ^ ' ') * 0x100000001b3;
        foreach (var letter in second)
            hash = (hash ^ letter) * 0x100000001b3;
        return string.Create(6, (uint)(hash >> 44), static (written, number) =>
        {
            written[0] = '_';
            for (var i = 5; i > 0; i--, number >>= 4)
                written[i] = "0123456789abcdef"[(int)(number & 0xf)];
        });
    }

    /// <summary>Whether a word's pairs are kept: "the" and "of" stand beside everything.</summary>
    public static bool MayPair(ReadOnlySpan<char> folded) => folded.Length >= 3 && !FunctionWords.Contains(folded);

    /// <summary>The roots that a word which begins so may have; null where they may be any.</summary>
    public static (string Beginning, string[] Whole)? OfBeginning(string folded)
    {
        if (folded[0] is >= '\u05d0' and <= '\u06ff')
            return null; // particles are taken off there
        if (folded[0] is >= '\u0400' and <= '\u04ff')
            return folded.Length >= CyrillicKept ? (Written(folded.AsSpan(0, CyrillicKept)), []) : (Written(folded), Shorter(folded, folded.Length));
        return (Written(folded.Length > Longest ? folded.AsSpan(0, Longest) : folded), Shorter(folded, MostTaken));
    }

    private static string[] Shorter(string folded, int taken) =>
        [.. Enumerable.Range(1, taken).Select(less => folded.Length - less).Where(length => length >= 2).Select(length => Written(folded.AsSpan(0, length)))];

    private static ReadOnlySpan<char> Latin(ReadOnlySpan<char> letters)
    {
        letters = WithoutEnding(letters, LatinEndings);
        return letters is [.., var before, var last] && before == last && letters.Length > Shortest ? letters[..^1] : letters; // stopp(ed), kill
    }

    private static ReadOnlySpan<char> Arabic(ReadOnlySpan<char> letters)
    {
        letters = WithoutParticles(letters, "وفبكل");
        if (letters.Length > Shortest + 1 && letters.StartsWith("ال"))
            letters = letters[2..];
        return WithoutEnding(WithoutEnding(letters, ArabicEndings), ArabicEndings);
    }

    private static ReadOnlySpan<char> WithoutParticles(ReadOnlySpan<char> letters, string particles)
    {
        while (letters.Length > Shortest && particles.Contains(letters[0]))
            letters = letters[1..];
        return letters;
    }

    private static ReadOnlySpan<char> WithoutEnding(ReadOnlySpan<char> letters, string[] endings)
    {
        foreach (var ending in endings)
        {
            if (letters.Length - ending.Length >= Shortest && letters.EndsWith(ending))
                return letters[..^ending.Length];
        }

        return letters;
    }

    /// <summary>Without signs that part words where they are kept: "1.5".</summary>
    private static string Written(ReadOnlySpan<char> letters)
    {
        foreach (var letter in letters)
        {
            if (letter < 128 && !char.IsAsciiLetterOrDigit(letter))
                return string.Create(letters.Length, letters, static (written, all) =>
                {
                    for (var i = 0; i < all.Length; i++)
                        written[i] = all[i] < 128 && !char.IsAsciiLetterOrDigit(all[i]) ? '_' : all[i];
                });
        }

        return letters.ToString();
    }
}
