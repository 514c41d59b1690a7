namespace News.Summaries;

/// <summary>Finds the verbs that report among the words of a sentence, and tells them from nouns of the same form.</summary>
internal static class CueVerbs
{
    private const int Reach = 40;

    /// <summary>
    /// The reporting verb whose subject begins at <paramref name="from"/>: only that subject and what belongs to it may
    /// stand between.
    /// </summary>
    public static int? First(Line line, int from)
    {
        var first = line.Word(from);
        if (line.Kind(from) != PieceKind.Word || (line.Verb(from, out var own) != ReportingVerb.None && own == VerbForm.Finite && !line.IsCapital(from)) || (GrammarWords.EndsNounPhrase(first) && !(line.IsCapital(from + 1) && GrammarWords.Auxiliaries.Contains(first))) || GrammarWords.ClauseOpeners.Contains(first)) return null;
        var comma = false;
        for (var i = from + 1; i < line.Count && i - from < Reach; i++)
        {
            if (line.Kind(i) is PieceKind.Stop or PieceKind.Colon or PieceKind.Semicolon) return null;
            if (line.Kind(i) == PieceKind.Quotation && !(comma && line.Kind(i + 1) == PieceKind.Word && line.Kind(i - 1) == PieceKind.Word)) return null;
            comma |= line.Kind(i) == PieceKind.Comma;
            var verb = line.Verb(i, out var form);
            if (line.IsCapital(i) || line.Kind(i) != PieceKind.Word) continue;
            var noun = IsNoun(line, i, form) || (form == VerbForm.Base && GrammarWords.Prepositions.Contains(line.Word(i - 1)));
            if (line.Word(i) is "heard" or "seen" && line.Verb(i + 1, out var heard) == ReportingVerb.Saying && heard == VerbForm.Participle) continue;
            if (line.Word(i) is "can" or "could" or "was" or "be" && line.Word(i + 1) is "be" or "heard") continue;
            var finite = form != VerbForm.Participle || line.Word(i - 1) is "as" or "heard" or "seen";
            if (line.Word(i) is "went" or "goes" && line.Word(i + 1) is "on" && EndsClause(line, i + 2)) return i;
            if (verb == ReportingVerb.Judging && finite && EndsClause(line, i + 1)) return i;
            if (verb is ReportingVerb.Saying or ReportingVerb.Thinking && finite && !noun)
                return Negated(line, i) ? null : i;
            if (!comma && GrammarWords.CommonVerbs.Contains(line.Word(i))) return null;
            if (!comma && GrammarWords.Auxiliaries.Contains(line.Word(i)) && line.Word(i) is not ("has" or "had" or "have" or "was")) return null;
        }

        return null;
    }

    private static bool EndsClause(Line line, int i) => line.Kind(i) is null or PieceKind.Stop or PieceKind.Comma;

    /// <summary>Whether the word reports as a verb; names of things, nouns and negated verbs don't.</summary>
    public static bool Reports(Line line, int i)
    {
        var verb = line.Verb(i, out var form);
        if (verb is ReportingVerb.None or ReportingVerb.Naming || (line.IsCapital(i) && i > 0)) return false;
        return !IsNoun(line, i, form) && !Negated(line, i);
    }

    /// <summary>"the claims", "a report", "their reply", "human demand for": nouns that look like verbs.</summary>
    public static bool IsNoun(Line line, int i, VerbForm form)
    {
        var before = line.Word(i - 1);
        if (line.Word(i).StartsWith("point", StringComparison.OrdinalIgnoreCase) && line.Word(i + 1) is not "out") return true;
        if (before is "that" && form == VerbForm.Finite && line.Kind(i - 2) == PieceKind.Word && !GrammarWords.Prepositions.Contains(line.Word(i - 2)) && line.Verb(i - 2, out _) == ReportingVerb.None) return false;
        if (StandsAlone.Contains(before) && form == VerbForm.Finite && !PluralNouns.Contains(line.Word(i)) && !line.Word(i).EndsWith("s")) return false;
        if (GrammarWords.Determiners.Contains(before) || line.IsPossessive(i - 1)) return form != VerbForm.Participle || (SpeechNouns.Contains(line.Word(i)) && before is not "the" and not "a");
        if (GrammarWords.Prepositions.Contains(before) && line.Word(i).EndsWith("ed")) return true;
        if (GrammarWords.Prepositions.Contains(before) && PluralNouns.Contains(line.Word(i))) return true;
        if (SingularNouns.Contains(line.Word(i)))
            return !before.EndsWith("s") && !TitleWords.PersonNounsInPlural.Contains(before) && before is not ("they" or "They" or "to");
        if (line.Word(i) is "calls" && line.Word(i + 1) is "for" or "on" && line.IsCapital(i - 1)) return false;
        return PluralNouns.Contains(line.Word(i)) && !IntroducesWords(line, i + 1);
    }

    /// <summary>Determiners that can be a subject of their own: "one said", "the mother of five said".</summary>
    private static readonly WordTable StandsAlone = new("one another some several many two three four five six both each all most few");

    private static readonly WordTable SingularNouns = new("""
        post order report state answer comment claim note call label brand term attack express request demand estimate ask
        view hope fear worry regard doubt cast
        """);

    private static readonly WordTable PluralNouns = new("""
        states reports answers comments notes labels terms brands attacks posts requests demands estimates claims calls
        tweets shouts chants cries screams hopes fears views doubts regards concerns
        """);

    /// <summary>"the ministry reports that", "Example Wire reports, "…": what follows a verb of saying, not a plural.</summary>
    private static bool IntroducesWords(Line line, int i) =>
        line.Kind(i) is PieceKind.Comma or PieceKind.Colon or PieceKind.Quotation or null || line.Word(i) is "that" or "it" || line.IsCapital(i)
        || GrammarWords.Determiners.Contains(line.Word(i));

    private static bool Negated(Line line, int verb) =>
        GrammarWords.Negations.Contains(line.Word(verb - 1))
        || (GrammarWords.Negations.Contains(line.Word(verb - 2)) && line.Word(verb - 1) is "have" or "be" or "yet" or "publicly" or "immediately");
}
