namespace News.Summaries;

/// <summary>Where clauses begin, which words are verbs, and which segments only say when or how.</summary>
internal static class Clauses
{
    private const int Longest = 40;

    /// <summary>
    /// Where the clause around the subject begins: after a quotation, a semicolon, "that", "but", or an "and" that has a
    /// verb before it. In a phrase that is <paramref name="closed"/> by a comma, "a group that has sued" opens none.
    /// </summary>
    public static int Start(Line line, int from, int left, bool closed = false)
    {
        var i = from;
        for (; i >= left && from - i < Longest; i--)
        {
            if (line.Kind(i) is PieceKind.Semicolon or PieceKind.Colon or PieceKind.Stop or PieceKind.Dash) break;
            if (line.Kind(i) == PieceKind.Quotation && !(closed && IsTitle(line, i))) break;
            var word = line.Word(i);
            if (line.Kind(i) != PieceKind.Word || !GrammarWords.ClauseOpeners.Contains(word)) continue;
            if (word is "who" or "which" || (closed && word is "that" && IsVerb(line, i + 1, i))) continue;
            if (word is "that" && GrammarWords.Prepositions.Contains(line.Word(i - 1))) continue;
            if (word is "then" or "however" or "meanwhile" && i > left && line.Kind(i - 1) == PieceKind.Word) continue;
            if (word is "and" or "or" && !HasVerb(line, Math.Max(left, i - Longest), i)) continue;
            if (i > left || line.Word(i) is not ("After" or "Before" or "Since" or "As" or "When" or "While" or "Although" or "Though" or "If" or "Because")) break;
            if (line.Word(i) is "As") break;
        }

        return Math.Max(i + 1, left);
    }

    public static bool HasVerb(Line line, int from, int to)
    {
        for (var i = from; i < to; i++)
            if ((line.Kind(i) == PieceKind.Quotation && !IsTitle(line, i)) || IsVerb(line, i, from)) return true;
        return false;
    }

    /// <summary>"the author of “Gone Home”": marks behind "of" hold a name.</summary>
    private static bool IsTitle(Line line, int quotation) => line.Word(quotation - 1) is "of" or "for" or "on";

    public static bool IsVerb(Line line, int i, int from)
    {
        var word = line.Word(i);
        if (line.IsCapital(i) && line.IsCapital(i + 1)) return false; // Will Moy, May Doe
        if (GrammarWords.Auxiliaries.Contains(word) || GrammarWords.CommonVerbs.Contains(word)) return true;
        if (line.IsCapital(i) || i == from) return false;
        return line.Verb(i, out var form) != ReportingVerb.None && form == VerbForm.Finite && !IsNounUse(line, i)
            || (word.EndsWith("ed") && !GrammarWords.Determiners.Contains(line.Word(i - 1)));
    }

    /// <summary>"the claims", "a report" are nouns.</summary>
    private static bool IsNounUse(Line line, int i) =>
        GrammarWords.Determiners.Contains(line.Word(i - 1)) || line.IsPossessive(i - 1);

    public static bool IsClauseOpener(Line line, int i) =>
        GrammarWords.ClauseOpeners.Contains(line.Word(i)) && !line.IsCapital(i) && line.Word(i) is not ("and" or "or");

    /// <summary>Whether a segment only says when, where or how: "On Wednesday", "Citing privacy rules", "However".</summary>
    public static bool IsAdverbial(Line line, int from)
    {
        var word = line.Word(from);
        if (Phrases.IsApproximate(line, from)) return false;
        if (GrammarWords.Prepositions.Contains(word) || GrammarWords.TimeWords.Contains(word)) return true;
        if (word is "Back" or "Just" or "Only" or "Even" or "Shortly" or "Soon" && GrammarWords.Prepositions.Contains(line.Word(from + 1))) return true;
        if (GrammarWords.ClauseOpeners.Contains(word)) return true;
        if (word.EndsWith("ly") || word.EndsWith("ing")) return line.Kind(from + 1) == PieceKind.Comma || !NameRunAt(line, from);
        if (line.Kind(from) == PieceKind.Number) return true;
        return word.EndsWith("ed") && line.Kind(from + 1) == PieceKind.Word && GrammarWords.Prepositions.Contains(line.Word(from + 1));
    }

    private static bool NameRunAt(Line line, int i) => line.IsCapital(i) && line.IsCapital(i + 1);

    public static int NextComma(Line line, int from, int end)
    {
        for (var i = from; i < end; i++)
            if (line.Kind(i) == PieceKind.Comma) return i;
        return -1;
    }
}
