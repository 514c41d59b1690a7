namespace News.Summaries;

/// <summary>
/// Keeps a speaker a noun phrase. What was read as a subject may hold more, "A federal judge on Thursday froze the sale",
/// or something else: "According", "formed the name", "Although the rules".
/// </summary>
internal static class NounPhrases
{
    /// <summary>The noun phrase that a phrase begins with; null where it begins as none.</summary>
    public static Phrase? Cut(Line line, Phrase phrase)
    {
        var from = phrase.From;
        while (from < phrase.To - 1 && (line.Word(from) is "and" or "or" or "but" or "And" or "But" or "Or" or "Now" or "now" || line.Kind(from) != PieceKind.Word && line.Kind(from) != PieceKind.Number)) from++;
        if (IsNoBeginning(line, from, phrase.To)) return null;
        var to = from + 1;
        while (to < phrase.To && !EndsBefore(line, to, from)) to++;
        while (to > from + 1 && IsLoose(line, to - 1)) to--;
        return from == phrase.From && to == phrase.To ? phrase : new Phrase(from, to, Math.Min(phrase.Full, to));
    }

    /// <summary>"on Thursday", or a finite verb; what a relative clause says is left to it.</summary>
    private static bool EndsBefore(Line line, int i, int from)
    {
        if (line.Kind(i) != PieceKind.Word || line.IsCapital(i)) return false;
        for (var n = i; n > from && i - n < 8; n--)
            if (line.Word(n) is "who" or "which" or "that" or "whom" or "whose" or "where" or "what") return false;
        if (line.Word(i) is "on" or "in" or "at" && GrammarWords.TimeWords.Contains(line.Word(i + 1))) return true;
        if (GrammarWords.Determiners.Contains(line.Word(i - 1)) || line.IsPossessive(i - 1)) return false;
        return IsFinite(line, i);
    }

    private static bool IsFinite(Line line, int i)
    {
        var word = line.Word(i);
        if (GrammarWords.Auxiliaries.Contains(word) || (GrammarWords.CommonVerbs.Contains(word) && !Participles.Contains(word))) return true;

        // "Doe tries to turn": after a name the ending is a verb's, for names have no plural.
        if (!line.IsCapital(i - 1) || word.Length < 4 || !word.EndsWith("s") || word.EndsWith("ss")) return false;
        return line.Word(i + 1) is "to" or "the" or "a" or "an";
    }

    private static bool IsLoose(Line line, int i) =>
        !line.IsCapital(i) && line.Kind(i) == PieceKind.Word && (GrammarWords.Prepositions.Contains(line.Word(i)) || line.Word(i) is "the" or "a" or "an" or "and" or "or" or "his" or "her" or "their" or "its");

    private static bool IsNoBeginning(Line line, int i, int to)
    {
        var word = line.Word(i);
        var next = line.Word(i + 1);
        if (line.Kind(i) != PieceKind.Word || Phrases.IsApproximate(line, i) || next is "least" or "most") return false;
        if (word.Equals("according", StringComparison.OrdinalIgnoreCase) || Openers.Contains(word)) return true;
        var begins = i == 0 || line.Kind(i - 1) is PieceKind.Quotation or PieceKind.Stop or PieceKind.Colon;
        if (line.IsCapital(i) && !begins) return false;
        if (GrammarWords.Determiners.Contains(word)) return false;
        if (GrammarWords.ClauseOpeners.Contains(word) || GrammarWords.Prepositions.Contains(word)) return !(line.IsCapital(i) && line.IsCapital(i + 1) && to - i > 2);
        if (line.IsCapital(i)) return word.EndsWith("ing") && GrammarWords.Determiners.Contains(next) && to - i > 1;
        if (GrammarWords.Auxiliaries.Contains(word) || (GrammarWords.CommonVerbs.Contains(word) && !Participles.Contains(word))) return true;
        if (to - i == 1) return false;
        if (next is "a" or "an" or "the" && word is not ("half" or "such" or "not" or "only" or "even" or "just" or "quite")) return true;
        if (word.EndsWith("ing")) return line.IsCapital(i + 1) || GrammarWords.Determiners.Contains(next) || GrammarWords.Prepositions.Contains(next);
        if (word.EndsWith("ed") && line.Kind(i - 1) == PieceKind.Word) return IsVerbBehind(line.Word(i - 1));
        return word.EndsWith("s") && next is "to";
    }

    /// <summary>"that forced lawyers" has a verb; "by armed men", "but armed men" have none.</summary>
    private static bool IsVerbBehind(ReadOnlySpan<char> before) =>
        before is "which" or "who" or "that" || GrammarWords.Auxiliaries.Contains(before)
        || !(GrammarWords.ClauseOpeners.Contains(before) || GrammarWords.Prepositions.Contains(before) || GrammarWords.CommonVerbs.Contains(before));

    private static readonly WordTable Openers = new("what whatever how why whichever wherever whenever there's there’s they're they’re i'm i’m it's it’s we're we’re he's he’s she's she’s perhaps maybe");

    /// <summary>Frequent verbs whose form may stand behind a noun as its attribute: "a man known to the police", "the left".</summary>
    private static readonly WordTable Participles = new("""
        left met held found kept lost won seen heard felt become begun brought bought built cut fled hit hurt laid led put sent set sets spent
        struck taught understood shot sought caught known shown given taken gone done written driven hidden spoken stolen torn worn made
        needs looks leaves leave holds
        """);
}
