namespace News.Summaries;

/// <summary>
/// People who come in without a name: "A senior officer said …" is "the officer" later on, and "a federal judge" may be
/// named in the next sentence.
/// </summary>
internal sealed class Introductions(IReadOnlyList<Line> lines, Cast cast)
{
    /// <summary>In sentences: how far back an introduction is looked for, and how far on a name.</summary>
    private const int Back = 10;
    private const int On = 4;

    /// <summary>In words, within a sentence.</summary>
    private const int LongestSentence = 100;
    private const int LongestPhrase = 6;

    private readonly Dictionary<(int Line, int Noun), Figure> introduced = [];

    /// <summary>Whom the phrase [from, end) means: who was brought in by its noun, by name where the text gives one.</summary>
    public Figure? Of(int index, int from, int end, int full, bool definite)
    {
        var line = lines[index];
        var noun = line.Bare(end - 1);
        if (!TitleWords.IsTrade(noun) || line.IsCapital(end - 1)) return null;
        if (!definite) return line.Word(from) is "a" or "an" or "A" or "An" || GrammarWords.IsPossessivePronoun(line.Word(from)) ? Named(index, from, end) : null;
        if (full > end && line.Word(end) is "of" or "for" || end - from > 2) return null;
        for (var i = index; i >= 0 && index - i <= Back; i--)
        {
            var before = lines[i];
            for (var n = Math.Min(before.Count, LongestSentence) - 1; n > 0; n--)
            {
                if (before[n].Start >= line[from].Start || before.IsCapital(n) || !before.Bare(n).Equals(noun, StringComparison.OrdinalIgnoreCase)) continue;
                if (before.IsPossessive(n) || Article(before, n) is not { } article) continue;
                return Named(i, article, n + 1) ?? Unnamed(i, article, n + 1);
            }
        }

        return null;
    }

    /// <summary>Where the "a" or "an" of a noun stands.</summary>
    private static int? Article(Line line, int noun)
    {
        for (var i = noun - 1; i >= 0 && noun - i < LongestPhrase && line.Kind(i) == PieceKind.Word; i--)
        {
            if (line.Word(i) is "a" or "an" or "A" or "An") return i;
            if (GrammarWords.Determiners.Contains(line.Word(i)) || GrammarWords.EndsNounPhrase(line.Word(i)) || GrammarWords.ClauseOpeners.Contains(line.Word(i))) return null;
        }

        return null;
    }

    private Figure Unnamed(int index, int from, int end)
    {
        if (introduced.TryGetValue((index, end), out var known)) return known;
        var line = lines[index];
        var noun = line.Bare(end - 1);
        return introduced[(index, end)] = new Figure(line.Text(from, end), line[from].Start) { IsPerson = true, Noun = noun.ToString(), Gender = Genders.OfWord(noun) };
    }

    /// <summary>
    /// Who is named after "a federal judge": the only person of the text with that role, brought in soon, or by a role that
    /// points back: "The manager, Jane Doe,".
    /// </summary>
    private Figure? Named(int index, int from, int end)
    {
        var line = lines[index];
        var noun = line.Bare(end - 1);
        var position = line[end - 1].Start;
        if (cast.WithRole(noun) is not [var found] || found.Position < position) return null;
        var until = lines[Math.Min(index + On, lines.Count - 1)].Range.End;
        return found.Position < until || found.Role is { } role && role.StartsWith("The ", StringComparison.Ordinal) ? found : null;
    }
}
