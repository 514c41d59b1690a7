using System.Runtime.InteropServices;

namespace News.Summaries;

/// <summary>A place where the text speaks of somebody.</summary>
/// <param name="Weak">Only as a part of something else: "Doe's house", "the Doe case".</param>
/// <param name="Speaks">As who says something.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Appearance(int Position, int Line, Figure Figure, bool Weak = false, bool Speaks = false);

/// <summary>
/// Who appears in a text: every person with the fullest name, rank and role that the text gives, every institution,
/// and where each is spoken of. "Gen. Doe" and "Ms. Doe" are "Brig. Gen. Jane Doe" where only one Doe appears.
/// </summary>
internal sealed class Cast
{
    /// <summary>No article speaks of more; a list of names a megabyte long is not worked through.</summary>
    private const int Most = 500;

    private readonly IReadOnlyList<Line> lines;
    private readonly Dictionary<string, List<Figure>> byPart = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, Figure> institutions = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<Figure> people = [];

    /// <summary>By line; null where nobody appears, as in most lines of a hostile text.</summary>
    private readonly List<Appearance>?[] appearances;

    /// <summary>Short names that speak somewhere: "Fidan said" makes a person of "Hakan Fidan".</summary>
    private readonly HashSet<string> speakingNames = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>
    /// Names that stand alone as a subject: "Murad fled" makes a person of "Khalaf Murad". Companies and towns are
    /// shortened to their first word, people to their last.
    /// </summary>
    private readonly HashSet<string> loneNames = new(StringComparer.OrdinalIgnoreCase);

    public Cast(IReadOnlyList<Line> lines)
    {
        this.lines = lines;
        appearances = new List<Appearance>?[lines.Count];
        foreach (var line in lines) NoteSpeakingNames(line);
        for (var i = 0; i < lines.Count; i++) Introduce(i);
        for (var i = 0; i < lines.Count; i++) IntroduceByTitle(i);
        for (var i = 0; i < lines.Count; i++) Appear(i);
    }

    public IReadOnlyList<Figure> People => people;

    public IReadOnlyList<Appearance> In(int line) => appearances[line] ?? Nobody;

    /// <summary>Notes who speaks in a line, once that is found out.</summary>
    public void Add(int line, int position, Figure figure) => (appearances[line] ??= []).Add(new Appearance(position, line, figure, Speaks: true));

    private static readonly List<Appearance> Nobody = [];

    private void NoteSpeakingNames(Line line)
    {
        for (var i = 0; i < line.Count; i++)
        {
            if (IsLoneSubject(line, i) && loneNames.Count <= Most) loneNames.Add(line.Bare(i).ToString());
            if (line.IsCapital(i) || line.Verb(i, out var form) != ReportingVerb.Saying || form != VerbForm.Finite || speakingNames.Count > Most) continue;
            if (line.IsCapital(i - 1) && !line.IsCapital(i - 2)) speakingNames.Add(line.Bare(i - 1).ToString());
            if (line.IsCapital(i + 1) && !line.IsCapital(i + 2) && line.Kind(i - 1) is PieceKind.Quotation or PieceKind.Comma) speakingNames.Add(line.Bare(i + 1).ToString());
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

    /// <summary>First pass: who is introduced by a full name, or by a title and a part of it.</summary>
    private void Introduce(int index)
    {
        var line = lines[index];
        for (var run = NameRun.Next(line, 0); run is { } r; run = NameRun.Next(line, r.End))
        {
            if (people.Count >= Most || institutions.Count >= Most) return;
            if (r.NameLength == 0) AddInstitution(line, r.Start, r.End);
            else if (r.NameLength is >= 2 and <= 5 && LooksLikeAPerson(line, r)) AddPerson(line, r);
        }
    }

    /// <summary>"Mr. Doe", where no fuller name ever stands: one part and a title make a person too.</summary>
    private void IntroduceByTitle(int index)
    {
        var line = lines[index];
        for (var run = NameRun.Next(line, 0); run is { } r; run = NameRun.Next(line, r.End))
        {
            if (people.Count >= Most) return;
            if (r.NameLength == 1 && (r.HasTitle ? IsTitle(line.Word(r.NameStart - 1)) : IsCalled(line, r)) && IsUnknown(line, r)) AddPerson(line, r);
        }
    }

    /// <summary>"his wife, Deb,", "his daughter Hadia": whose kin one is; a first name is enough.</summary>
    private static bool IsCalled(Line line, NameRun run)
    {
        var comma = line.Kind(run.Start - 1) == PieceKind.Comma;
        if (comma && line.Kind(run.End) is not (PieceKind.Comma or PieceKind.Stop)) return false;
        return Kin.Contains(line.Word(comma ? run.Start - 2 : run.Start - 1));
    }

    private static readonly WordTable Kin = new("wife husband mother father sister brother son daughter uncle aunt cousin widow friend colleague neighbour neighbor partner");

    /// <summary>"Mr. Doe" is unknown too where the only Doe so far is a woman.</summary>
    private bool IsUnknown(Line line, NameRun run)
    {
        var gender = Genders.OfTitle(line, run);
        return !Named(line.Bare(run.NameStart), line, run).Exists(figure => gender == Gender.Unknown || figure.CanBe(gender));
    }

    /// <summary>Last pass: short names, now that the full ones are known.</summary>
    private void Appear(int index)
    {
        var line = lines[index];
        for (var run = NameRun.Next(line, 0); run is { } r; run = NameRun.Next(line, r.End))
            if (Find(line, r) is { IsPerson: true } figure)
                (appearances[index] ??= []).Add(new Appearance(line[r.NameStart].Start, index, figure, IsWeak(line, r)));
    }

    private static bool IsWeak(Line line, NameRun run)
    {
        if (line.IsPossessive(run.End - 1) || line.Word(run.Start - 2) is "whose") return true;
        var next = line.Word(run.End);
        return line.Kind(run.End) == PieceKind.Word && !line.IsCapital(run.End) && !next.EndsWith("s") && !next.EndsWith("ed") && !next.EndsWith("ly")
            && !GrammarWords.Prepositions.Contains(next) && !GrammarWords.ClauseOpeners.Contains(next) && !GrammarWords.Auxiliaries.Contains(next)
            && !GrammarWords.CommonVerbs.Contains(next) && !GrammarWords.BetweenSubjectAndVerb.Contains(next) && !GrammarWords.TimeWords.Contains(next)
            && next is not ("who" or "which") && line.Verb(run.End, out _) == ReportingVerb.None;
    }

    /// <summary>
    /// Whether a row of capitals is a person: a known given name, a title or a trade before it, an age or a role after
    /// it, or a reporting verb beside it. "Daughters Revolution" has none of these.
    /// </summary>
    private bool LooksLikeAPerson(Line line, NameRun run)
    {
        if (run.HasTitle && IsTitle(line.Word(run.NameStart - 1))) return true;
        var first = line.Bare(run.NameStart);
        if (GivenNames.Masculine.Contains(first) || GivenNames.Feminine.Contains(first)) return true;
        if (run.Start > 0 && (TitleWords.PersonNouns.Contains(line.Word(run.Start - 1)) || TitleWords.PersonNounsInPlural.Contains(line.Word(run.Start - 1)))) return true;
        if (line.Verb(run.Start - 1, out _) == ReportingVerb.Saying && line.Kind(run.Start - 2) is PieceKind.Quotation or PieceKind.Comma) return true;
        if (line.Verb(run.End, out var form) == ReportingVerb.Saying && form == VerbForm.Finite) return true;
        var last = line.Bare(run.End - 1).ToString();
        if (Roles.Before(line, run) is not null || speakingNames.Contains(last)) return true;
        if (run.NameLength is 2 or 3 && !run.HasTitle && loneNames.Contains(last) && !loneNames.Contains(first.ToString())) return true;
        if (run.Start > 1 && line.Kind(run.Start - 1) == PieceKind.Comma && TitleWords.PersonNouns.Contains(line.Word(run.Start - 2))) return true;
        if (run.Start > 0 && (line.Word(run.Start - 1).EndsWith("-year-old") || IsTrade(line, run.Start - 1))) return true;
        if (line.Kind(run.End) != PieceKind.Comma) return false;
        if (line.Word(run.End + 1) is "who" or "whose") return true;
        if (line.Kind(run.End + 1) == PieceKind.Number && line.Word(run.End + 1).Length == 2 && line.Kind(run.End + 2) is PieceKind.Comma or PieceKind.Stop) return true;
        return Roles.After(line, run.End) is not null || (line.Verb(run.End + 1, out _) == ReportingVerb.Saying && line.Kind(run.Start - 1) == PieceKind.Comma);
    }

    /// <summary>"grocer Abu Hassan", "pianist Jane Doe": what ends like a trade and is not a thing.</summary>
    private static bool IsTrade(Line line, int i)
    {
        var word = line.Word(i);
        if (line.Kind(i) != PieceKind.Word || word.Length < 5 || char.IsUpper(word[0]) || GrammarWords.Prepositions.Contains(word) || GrammarWords.ClauseOpeners.Contains(word)) return false;
        if (GrammarWords.TimeWords.Contains(word) || GrammarWords.Determiners.Contains(word) || NoTrades.Contains(word)) return false;
        return word.EndsWith("er") || word.EndsWith("or") || word.EndsWith("ist") || word.EndsWith("ian") || word.EndsWith("man") || word.EndsWith("woman") || word.EndsWith("eer");
    }

    private static readonly WordTable NoTrades = new("""
        newspaper paper broadcaster carrier maker manufacturer retailer insurer lender operator supplier producer chipmaker
        automaker carmaker publisher river tower cruiser tanker freighter trawler container computer character number order
        power water border former newer older larger smaller bigger other rather whether never ever together however either
        neither another minor major interior exterior senior junior prior superior error terror sector factor motor tractor
        chapter charter cluster monster theater centre center quarter frontier harbor matter letter offer buyer rover answer
        """);

    public static bool IsTitle(ReadOnlySpan<char> word) =>
        TitleWords.PersonNouns.Contains(word) ||
        TitleWords.Honorifics.Contains(word) || TitleWords.Ranks.Contains(word) || TitleWords.Offices.Contains(word);

    private void AddPerson(Line line, NameRun run)
    {
        var parts = Parts(line, run);
        var rank = run.RankStart < run.NameStart ? line.Text(run.RankStart, run.NameStart) : null;
        var known = Known(parts);
        var figure = known ?? new Figure("", line[run.NameStart].Start) { IsPerson = true };
        if (known is null) people.Add(figure);
        if (parts.Length > figure.Parts.Length) figure.Parts = parts;
        if (rank is not null && (figure.Rank is null || rank.Length > figure.Rank.Length)) figure.Rank = rank;
        figure.Name = figure.Rank is null ? string.Join(' ', figure.Parts) : figure.Rank + " " + string.Join(' ', figure.Parts);
        if (known is null && parts.Length == 1 && byPart.ContainsKey(parts[0]) && run.HasTitle && TitleWords.Honorifics.Contains(line.Word(run.NameStart - 1)))
        {
            // "Mrs Doe", where another Doe is a man: the address is what tells them apart.
            figure.Name = line.Word(run.NameStart - 1).ToString() + " " + figure.Name;
        }

        figure.Role ??= Roles.Before(line, run) ?? Roles.After(line, run.End);
        if (figure.Gender == Gender.Unknown) figure.Gender = Genders.Of(line, run, figure.Role);
        foreach (var part in parts) Index(part, figure);
    }

    private static string[] Parts(Line line, NameRun run)
    {
        var length = run.NameLength;
        while (length > 1 && AfterNames.Contains(line.Word(run.NameStart + length - 1))) length--;
        var parts = new string[length];
        for (var i = 0; i < parts.Length; i++) parts[i] = line.Bare(run.NameStart + i).ToString();
        return parts;
    }

    /// <summary>"Mary Doe KC": letters after a name are no part of it.</summary>
    private static readonly WordTable AfterNames = new("KC QC SC MP MEP MD PhD OBE CBE MBE");

    private void Index(string part, Figure figure)
    {
        if (part.Length < 2) return;
        foreach (var key in new[] { part, WithoutArticle(part) })
        {
            if (!byPart.TryGetValue(key, out var list)) byPart[key] = list = [];
            if (!list.Contains(figure)) list.Add(figure);
        }
    }

    /// <summary>"al-Sudani" is "Sudani" in the next paragraph.</summary>
    private static string WithoutArticle(string part) =>
        part.Length > 4 && (part.StartsWith("al-", StringComparison.OrdinalIgnoreCase) || part.StartsWith("el-", StringComparison.OrdinalIgnoreCase)) ? part[3..] : part;

    /// <summary>The person of the same last name whose first name is the same, or the same but for one letter ("Kristen", "Kristin").</summary>
    private Figure? Known(string[] parts)
    {
        if (!byPart.TryGetValue(parts[^1], out var list)) return null;
        foreach (var figure in list)
        {
            if (!figure.Parts[^1].Equals(parts[^1], StringComparison.OrdinalIgnoreCase)) continue;
            if (Spelling.Near(figure.Parts[0], parts[0]) || figure.Parts[0][0] == parts[0][0] && parts[0].Length == 2 && parts[0][1] == '.') return figure;
        }

        return null;
    }

    private void AddInstitution(Line line, int start, int end)
    {
        var name = line.Text(start, end);
        name = Line.WithoutPossessive(name).ToString();
        institutions.TryAdd(name, new Figure(name, line[start].Start) { IsInstitution = true });
    }

    /// <summary>The institution whose name carries a noun: "the ministry" → "Interior Ministry"; null where two do.</summary>
    public Figure? InstitutionWith(ReadOnlySpan<char> noun, int before)
    {
        Figure? found = null;
        foreach (var (name, figure) in institutions)
        {
            if (figure.Position > before || !HasWord(name, noun) || !name.Contains(' ')) continue;
            if (found is not null) return null;
            found = figure;
        }

        return found;
    }

    private static bool HasWord(ReadOnlySpan<char> name, ReadOnlySpan<char> noun)
    {
        foreach (var part in name.Split(' '))
            if (name[part].Equals(noun, StringComparison.OrdinalIgnoreCase)) return true;
        return false;
    }

    /// <summary>Who a row of capitals stands for, among those who are known; null where nobody, or two, fit.</summary>
    public Figure? Find(Line line, NameRun run)
    {
        if (run.NameLength == 0) return null;
        if (run.NameLength >= 2 && Known(Parts(line, run)) is { } full) return full;
        if (run.NameLength > 2) return null;
        var last = line.Bare(run.End - 1);
        var list = Named(last, line, run);
        var gender = Genders.OfTitle(line, run);
        if (gender != Gender.Unknown) list = list.FindAll(figure => figure.CanBe(gender));
        if (list.Count == 0) return null;
        if (run.NameLength == 2)
        {
            // "Ali Hassan" is no "Jane Hassan": a full name finds only itself, or a name it is a part of ("Dario Gomez").
            var first = line.Bare(run.NameStart).ToString();
            list = list.FindAll(figure => figure.Parts.Contains(first, StringComparer.OrdinalIgnoreCase));
        }

        if (list.Count > 1) list = Narrowed(list, last, line, run);
        return list.Count == 1 ? list[0] : null;
    }

    private List<Figure> Named(ReadOnlySpan<char> last, Line line, NameRun run)
    {
        if (byPart.TryGetValue(last.ToString(), out var list)) return list;

        // A slip of the pen: "Water said" of Kathryn Waters. Only a longer name, and only where one person fits.
        var near = new List<Figure>();
        var beside = run.HasTitle || line.Verb(run.End, out _) == ReportingVerb.Saying || line.Verb(run.Start - 1, out _) == ReportingVerb.Saying;
        if (last.Length < 5 || !beside || people.Count > 200) return near;
        foreach (var figure in people)
            if (Spelling.Near(figure.Parts[^1], last) || (last.Length > 7 && Spelling.NearlyNear(figure.Parts[^1], last))) near.Add(figure);
        return near;
    }

    /// <summary>Of several Does: those of the right gender or rank, then those whose last name it is, then the fullest.</summary>
    private static List<Figure> Narrowed(List<Figure> list, ReadOnlySpan<char> last, Line line, NameRun run)
    {
        var name = last.ToString();
        var byLast = list.FindAll(figure => figure.Parts[^1].Equals(name, StringComparison.OrdinalIgnoreCase)
            || WithoutArticle(figure.Parts[^1]).Equals(name, StringComparison.OrdinalIgnoreCase));
        if (byLast.Count > 0) list = byLast;
        if (list.Count < 2 || run.RankStart == run.NameStart) return list;
        var rank = line.Word(run.NameStart - 1).ToString();
        var ranked = list.FindAll(figure => figure.Rank?.Contains(rank, StringComparison.OrdinalIgnoreCase) == true);
        return ranked.Count > 0 ? ranked : list;
    }

    /// <summary>Whether more than one person bears a name.</summary>
    public bool IsShared(ReadOnlySpan<char> part) => byPart.TryGetValue(part.ToString(), out var list) && list.Count > 1;

    /// <summary>The people whose rank or role has a noun: "the spokeswoman", "the general".</summary>
    public List<Figure> WithRole(ReadOnlySpan<char> noun, int before)
    {
        var found = new List<Figure>();
        foreach (var figure in people)
            if (figure.Position < before && (Roles.Has(figure.Role, noun) || Roles.IsRank(figure.Rank, noun))) found.Add(figure);
        return found;
    }
}
