namespace News.Summaries;

/// <summary>
/// The words of a sentence that carry its matter, without a plural's s, each once, as fingerprints in ascending order:
/// two sentences are compared in one pass over both.
/// </summary>
internal readonly struct ContentWords
{
    /// <summary>English in full; of other languages the commonest that are no English words.</summary>
    private static readonly WordTable CarryNothing = WordTable.Joined(
        """
        said says not also
        der das den dem des und ein eine einen einem einer nicht mit von vom zum zur auf ist sind wird wurde wurden auch nach für bei aus dass sich
        les une est dans sur aux par qui que pour avec pas plus été cette ces ses leur selon
        los las del una por con para que como más sobre fue han entre según
        من في على إلى عن أن إن التي الذي هذا هذه مع بعد قبل كان وقد قال وقال
        از در به با که این آن را برای است بود شد کرد گفت
        """,
        GrammarWords.Determiners, GrammarWords.Prepositions, GrammarWords.Auxiliaries, GrammarWords.PersonalPronouns, GrammarWords.ClauseOpeners);

    private readonly ulong[] words;

    private ContentWords(ulong[] words) => this.words = words;

    public int Count => words.Length;

    public ReadOnlySpan<ulong> All => words;

    public static ContentWords Of(ReadOnlySpan<char> text)
    {
        Span<ulong> found = stackalloc ulong[Most];
        var count = 0;
        for (var i = 0; i < text.Length && count < Most;)
        {
            if (!char.IsLetterOrDigit(text[i]))
            {
                i++;
                continue;
            }

            var from = i;
            while (i < text.Length && char.IsLetterOrDigit(text[i])) i++;
            var word = text[from..i];
            if ((word.Length < 3 && !char.IsDigit(word[0])) || CarryNothing.Contains(word)) continue;
            found[count++] = Fingerprint(word.Length > 4 && word[^1] == 's' ? word[..^1] : word);
        }

        return new ContentWords(Distinct(found[..count]));
    }

    /// <summary>No sentence that is shown has more; what follows in a longer one is not compared.</summary>
    private const int Most = 128;

    private static ulong[] Distinct(Span<ulong> found)
    {
        found.Sort();
        var kept = 0;
        foreach (var word in found)
            if (kept == 0 || found[kept - 1] != word) found[kept++] = word;
        return found[..kept].ToArray();
    }

    /// <summary>How many of the words are among the others, too.</summary>
    public int SharedWith(ContentWords others)
    {
        var shared = 0;
        for (int i = 0, j = 0; i < words.Length && j < others.words.Length;)
        {
            if (words[i] == others.words[j])
            {
                shared++;
                i++;
                j++;
            }
            else if (words[i] < others.words[j])
            {
                i++;
            }
            else
            {
                j++;
            }
        }

        return shared;
    }

    /// <summary>How much of this stands in the others: 0 to 1.</summary>
    public double ShareIn(ContentWords others) => words.Length == 0 ? 0 : (double)SharedWith(others) / words.Length;

    /// <summary>FNV-1a over the small letters: words are only compared, so they need not be copied.</summary>
    private static ulong Fingerprint(ReadOnlySpan<char> word)
    {
        var hash = 14695981039346656037UL;
        foreach (var c in word) hash = (hash ^ char.ToLowerInvariant(c)) * 1099511628211UL;
        return hash;
    }
}
