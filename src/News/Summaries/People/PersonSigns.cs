namespace News.Summaries;

/// <summary>
/// By what a row of capitals is seen to be a person: a known given name, a title or a trade before it, an age or a role
/// after it, or a reporting verb beside it. "Daughters Revolution" has none of these.
/// </summary>
internal sealed class PersonSigns
{
    /// <summary>No article speaks of more.</summary>
    private const int Most = 500;

    /// <summary>Short names that speak somewhere: "Fidan said" makes a person of "Hakan Fidan".</summary>
    private readonly HashSet<string> speakingNames = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>
    /// Names that stand alone as a subject: "Murad fled" makes a person of "Khalaf Murad". Companies and towns are
    /// shortened to their first word, people to their last.
    /// </summary>
    private readonly HashSet<string> loneNames = new(StringComparer.OrdinalIgnoreCase);

    private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> speaking;
    private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> lone;

    public PersonSigns(IReadOnlyList<Line> lines)
    {
        speaking = speakingNames.GetAlternateLookup<ReadOnlySpan<char>>();
        lone = loneNames.GetAlternateLookup<ReadOnlySpan<char>>();
        foreach (var line in lines) Note(line);
    }

    private void Note(Line line)
    {
        for (var i = 0; i < line.Count; i++)
        {
            if (IsLoneSubject(line, i) && loneNames.Count <= Most) lone.Add(line.Bare(i));
            if (line.Verb(i, out var form) != ReportingVerb.Saying || form != VerbForm.Finite || line.IsCapital(i) || speakingNames.Count > Most) continue;
            if (line.IsCapital(i - 1) && !line.IsCapital(i - 2)) speaking.Add(line.Bare(i - 1));
            if (line.IsCapital(i + 1) && !line.IsCapital(i + 2) && line.Kind(i - 1) is PieceKind.Quotation or PieceKind.Comma) speaking.Add(line.Bare(i + 1));
        }
    }

    private static bool IsLoneSubject(Line line, int i)
    {
        if (!line.IsCapital(i) || line.IsCapital(i + 1) || line.Word(i).Length < 4 || line.IsPossessive(i)) return false;
        if (line.Kind(i - 1) == PieceKind.Word && (line.IsCapital(i - 1) || !GrammarWords.ClauseOpeners.Contains(line.Word(i - 1)))) return false;
        var next = line.Word(i + 1);
        return GrammarWords.Auxiliaries.Contains(next) || GrammarWords.CommonVerbs.Contains(next) || (next.EndsWith("ed") && line.Kind(i + 1) == PieceKind.Word)
            || (line.Kind(i + 1) == PieceKind.Comma && line.Word(i + 2) is "who" or "whose");
    }

    /// <summary>Whether a name of two parts or more is somebody's.</summary>
    public bool IsPerson(Line line, NameRun run, string? role)
    {
        if (run.HasTitle && Cast.IsTitle(line.Word(run.NameStart - 1))) return true;
        var first = line.Bare(run.NameStart);
        if (GivenNames.IsKnown(first)) return true;
        if (first is "Abu" or "Um" or "Umm" or "Abou" && !Towns.Contains(line.Bare(run.End - 1))) return true;
        var before = line.Word(run.Start - 1);
        if (run.Start > 0 && (TitleWords.PersonNouns.Contains(before) || TitleWords.PersonNounsInPlural.Contains(before))) return true;
        if (line.Verb(run.Start - 1, out _) == ReportingVerb.Saying && line.Kind(run.Start - 2) is PieceKind.Quotation or PieceKind.Comma) return true;
        if (line.Verb(run.End, out var form) == ReportingVerb.Saying && form == VerbForm.Finite) return true;
        var last = line.Bare(run.End - 1);
        if (role is not null || speaking.Contains(last)) return true;
        if (run.NameLength is 2 or 3 && !run.HasTitle && lone.Contains(last) && !lone.Contains(first)) return true;
        if (run.Start > 1 && line.Kind(run.Start - 1) == PieceKind.Comma && TitleWords.PersonNouns.Contains(line.Word(run.Start - 2))) return true;
        if (run.Start > 0 && (before.EndsWith("-year-old") || IsTrade(line, run.Start - 1))) return true;
        if (line.Kind(run.End) != PieceKind.Comma) return false;
        if (line.Word(run.End + 1) is "who" or "whose") return true;
        return IsAge(line, run.End + 1) || (line.Verb(run.End + 1, out _) == ReportingVerb.Saying && line.Kind(run.Start - 1) == PieceKind.Comma);
    }

    /// <summary>"Abu Hassan" is a father, these are towns.</summary>
    private static readonly WordTable Towns = new("Dhabi Ghraib Simbel Kamal Musa Gosh");

    /// <summary>"Jane Doe, 34,".</summary>
    public static bool IsAge(Line line, int i) =>
        line.Kind(i) == PieceKind.Number && line.Word(i).Length is 1 or 2 && line.Kind(i + 1) is PieceKind.Comma or PieceKind.Stop or null;

    /// <summary>"grocer Abu Hassan", "pianist Jane Doe": what ends like a trade and is not a thing.</summary>
    private static bool IsTrade(Line line, int i)
    {
        var word = line.Word(i);
        if (line.Kind(i) != PieceKind.Word || word.Length < 5 || char.IsUpper(word[0]) || GrammarWords.Prepositions.Contains(word) || GrammarWords.ClauseOpeners.Contains(word)) return false;
        return !GrammarWords.TimeWords.Contains(word) && !GrammarWords.Determiners.Contains(word) && TitleWords.IsTrade(word);
    }

    /// <summary>
    /// Whether one word alone is somebody's name: "his wife, Deb,", "his daughter Hadia", "a clerk, Iniobong, who",
    /// "Thandeka, 34,", "Suroto, a farmer", "a poet called Zainab", "the groundsman, Sunil,".
    /// </summary>
    public static bool IsCalled(Line line, NameRun run)
    {
        if (line.IsPossessive(run.NameStart) || OrganisationWords.InstitutionNouns.Contains(line.Word(run.NameStart))) return false;
        if (line.Kind(run.End) == PieceKind.Comma && (IsAge(line, run.End + 1) || HasOwnRole(line, run))) return true;
        if (line.Word(run.Start - 1) is "named" or "called" && TitleWords.PersonNouns.Contains(line.Word(run.Start - 2))) return true;
        var comma = line.Kind(run.Start - 1) == PieceKind.Comma;
        if (comma && line.Kind(run.End) is not (PieceKind.Comma or PieceKind.Stop)) return false;
        var noun = line.Word(comma ? run.Start - 2 : run.Start - 1);
        if (comma && line.Kind(run.End) == PieceKind.Comma && noun.EndsWith("man") && TitleWords.IsTrade(noun) && GrammarWords.Determiners.Contains(line.Word(run.Start - 3))) return true;
        return Kin.Contains(noun) || (comma && line.Word(run.End + 1) is "who" or "whose" && TitleWords.PersonNouns.Contains(noun));
    }

    /// <summary>"Suroto, a farmer"; countries and companies are owners and allies, but no farmers.</summary>
    private static bool HasOwnRole(Line line, NameRun run)
    {
        if (line.Word(run.End + 1) is not ("a" or "an") || Roles.After(line, run.End) is null) return false;
        for (var i = run.End + 2; i < run.End + 8; i++)
        {
            if (line.Kind(i) != PieceKind.Word || Shared.Contains(line.Word(i))) return false;
            if (TitleWords.PersonNouns.Contains(line.Word(i))) return true;
        }

        return false;
    }

    /// <summary>What towns, countries and companies can be too.</summary>
    private static readonly WordTable Shared = new("""
        member ally supporter owner rival partner host opponent leader producer child native neighbour neighbor friend founder
        investor operator observer mediator player contender customer model candidate competitor subsidiary unit
        """);

    private static readonly WordTable Kin = new("""
        wife husband mother father sister brother son daughter uncle aunt cousin widow friend colleague neighbour neighbor partner
        niece nephew girlfriend boyfriend fiancé fiancée grandmother grandfather grandson granddaughter twin stepson stepdaughter
        """);
}
