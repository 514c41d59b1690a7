using System.Runtime.InteropServices;

namespace News.Summaries;

/// <summary>A place where the text speaks of somebody.</summary>
/// <param name="Weak">Only as a part of something else: "Doe's house", "the Doe case".</param>
/// <param name="Speaks">As who says something.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Appearance(int Position, int Line, Figure Figure, bool Weak = false, bool Speaks = false);

/// <summary>
/// Who appears in a text: every person with the fullest name, rank and role that the text gives, and where each is
/// spoken of. "Gen. Doe" and "Ms. Doe" are "Brig. Gen. Jane Doe" where only one Doe appears.
/// </summary>
internal sealed class Cast
{
    /// <summary>No article speaks of more; a list of names a megabyte long is not worked through.</summary>
    private const int Most = 500;

    private static readonly List<Appearance> Nobody = [];

    private readonly IReadOnlyList<Line> lines;
    private readonly PersonSigns signs;
    private readonly Dictionary<string, List<Figure>> byPart = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<Figure> people = [];

    /// <summary>By noun, as far as it has been asked for: once everybody is introduced, roles don't change.</summary>
    private readonly Dictionary<string, List<Figure>> byRole = new(StringComparer.Ordinal);
    private readonly SharedNames shared = new();

    /// <summary>By line; null where nobody appears, as in most lines of a hostile text.</summary>
    private readonly List<Appearance>?[] appearances;

    public Cast(IReadOnlyList<Line> lines)
    {
        this.lines = lines;
        appearances = new List<Appearance>?[lines.Count];
        signs = new PersonSigns(lines);
        Institutions = new Institutions(lines);
        for (var i = 0; i < lines.Count; i++) Introduce(i);
        for (var i = 0; i < lines.Count; i++) IntroduceShortNames(i);
        for (var i = 0; i < lines.Count; i++) Appear(i);
    }

    public IReadOnlyList<Figure> People => people;

    public Institutions Institutions { get; }

    public IReadOnlyList<Appearance> In(int line) => appearances[line] ?? Nobody;

    /// <summary>Notes who speaks in a line, once that is found out.</summary>
    public void Add(int line, int position, Figure figure) => (appearances[line] ??= []).Add(new Appearance(position, line, figure, Speaks: true));

    /// <summary>First pass: who is introduced by a full name.</summary>
    private void Introduce(int index)
    {
        var line = lines[index];
        if (line.Names.Count == 0 || IsHeadline(line)) return;
        foreach (var run in line.Names)
        {
            if (people.Count >= Most) return;
            if (run.NameLength is < 2 or > 6 || Institutions.Covers(line[run.NameStart].Start)) continue;
            if (run.NameLength > 4 && !run.HasTitle && !GivenNames.IsKnown(line.Bare(run.NameStart))) continue;
            var role = Roles.Before(line, run) ?? Roles.After(line, run.End);
            if (signs.IsPerson(line, run, role)) AddPerson(line, run, role);
        }
    }

    /// <summary>"Doe Wins Vote in Third Round": where every word has a capital, none shows where a name begins.</summary>
    private static bool IsHeadline(Line line)
    {
        var capitals = 0;
        for (var i = 0; i < line.Count; i++)
        {
            if (line.Kind(i) != PieceKind.Word) continue;
            if (line.IsCapital(i)) capitals++;
            else if (!IsSmallInTitles(line.Word(i))) return false;
        }

        return capitals >= 5;
    }

    private static bool IsSmallInTitles(ReadOnlySpan<char> word) =>
        GrammarWords.Prepositions.Contains(word) || GrammarWords.ClauseOpeners.Contains(word) || GrammarWords.Determiners.Contains(word) || GrammarWords.Auxiliaries.Contains(word);

    /// <summary>
    /// Second pass: "Mr. Doe", "his wife, Deb", where no fuller name ever stands; and "Bob and Marlene Doe", where the
    /// surname is hers first.
    /// </summary>
    private void IntroduceShortNames(int index)
    {
        var line = lines[index];
        foreach (var run in line.Names)
        {
            if (people.Count >= Most) return;
            if (run.NameLength != 1) continue;
            if (!run.HasTitle && IsOfACouple(line, run, out var surname)) AddPerson(line, run, null, surname);
            else if ((run.HasTitle ? IsTitle(line.Word(run.NameStart - 1)) : PersonSigns.IsCalled(line, run)) && IsUnknown(line, run))
                AddPerson(line, run, Roles.Before(line, run) ?? Roles.After(line, run.End));
        }
    }

    private bool IsOfACouple(Line line, NameRun run, out string surname)
    {
        surname = "";
        if (line.Word(run.End) is not "and" || NameRun.Next(line, run.End) is not { NameLength: 2, HasTitle: false } other || other.Start != run.End + 1) return false;
        var first = line.Bare(run.NameStart);
        if (!GivenNames.IsKnown(first) || Lookup(first) is { } known && known.Exists(figure => NameMatch.SameLast(figure.Parts[^1], line.Bare(run.NameStart)))) return false;
        if (Find(line, other) is not { IsPerson: true } spouse) return false;
        surname = spouse.Parts[^1];
        return true;
    }

    /// <summary>"Mr. Doe" is unknown too where the only Doe so far is a woman.</summary>
    private bool IsUnknown(Line line, NameRun run)
    {
        if ((Lookup(line.Bare(run.NameStart)) ?? Misspelt(line.Bare(run.NameStart), line, run)) is not { } list) return true;
        var gender = Genders.OfTitle(line, run);
        return !list.Exists(figure => gender == Gender.Unknown || figure.CanBe(gender));
    }

    /// <summary>Last pass: short names, now that the full ones are known.</summary>
    private void Appear(int index)
    {
        var line = lines[index];
        foreach (var run in line.Names)
        {
            if (run.NameLength == 0) continue;
            if (run.NameLength == 1 && Lookup(line.Bare(run.NameStart)) is { Count: > 1 } list) shared.Note(list, line.Bare(run.NameStart), line[run.NameStart].Start);
            if (Find(line, run) is not { IsPerson: true } figure) continue;
            if (run.NameLength > 1) shared.NoteInFull(figure, line.Paragraph);
            (appearances[index] ??= []).Add(new Appearance(line[run.NameStart].Start, index, figure, IsWeak(line, run)));
        }
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

    public static bool IsTitle(ReadOnlySpan<char> word) =>
        TitleWords.PersonNouns.Contains(word) ||
        TitleWords.Honorifics.Contains(word) || TitleWords.Ranks.Contains(word) || TitleWords.Offices.Contains(word);

    private void AddPerson(Line line, NameRun run, string? role, string? surname = null)
    {
        var parts = Parts(line, run, out var suffix);
        if (surname is not null) parts = [.. parts, surname];
        var figure = parts.Length > 1 ? Known(parts, suffix) : null;
        if (figure is { Suffix: null } && suffix is not null) figure = null; // "Doe Jr." after "Doe" is his son.
        if (figure is null)
        {
            figure = new Figure("", line[run.NameStart].Start) { IsPerson = true };
            people.Add(figure);
            figure.Form = parts.Length == 1 ? ShortTitle(line, run) : null;
        }

        if (parts.Length > figure.Parts.Length) figure.Parts = parts;
        var rank = run.RankStart < run.NameStart ? Singular(line.Text(run.RankStart, run.NameStart)) : null;
        if (rank is not null && (figure.Rank is null || rank.Length > figure.Rank.Length)) figure.Rank = rank;
        if (rank is not null && run.Start < run.RankStart) figure.Of ??= line.Text(run.Start, run.RankStart);
        figure.Suffix ??= suffix;
        figure.Name = string.Join(' ', new[] { figure.Rank ?? figure.Form, string.Join(' ', figure.Parts), figure.Suffix }.Where(it => it is not null));
        if (role != figure.Form && IsMoreTelling(role, figure.Role)) figure.Role = role;
        if (figure.Gender == Gender.Unknown) figure.Gender = Genders.Of(line, run, role);
        figure.Age ??= line.Kind(run.End) == PieceKind.Comma && PersonSigns.IsAge(line, run.End + 1) ? line.Word(run.End + 1).ToString() : null;
        foreach (var part in parts) Index(part, figure);
        for (var i = run.NameStart; i < run.End; i++)
            if (line.Kind(i) == PieceKind.Quotation) Index(NameRun.WithoutMarks(line.Word(i)).ToString(), figure);
    }

    /// <summary>"Sens. Jane Doe and John Roe": each is "Sen.".</summary>
    private static string Singular(string rank) => rank.Length > 4 && rank is not "Pres." && rank.EndsWith("s.", StringComparison.Ordinal) ? rank[..^2] + "." : rank;

    /// <summary>Who has no more than one name keeps what stands before it: "Mr. Doe", "President Doe".</summary>
    private static string? ShortTitle(Line line, NameRun run)
    {
        var from = run.NameStart;
        while (from > run.Start && (TitleWords.IsBeforeNames(line.Word(from - 1)))) from--;
        return from < run.NameStart ? line.Text(from, run.NameStart) : null;
    }

    /// <summary>"A ministry spokeswoman" says more than "Spokeswoman".</summary>
    private static bool IsMoreTelling(string? role, string? than) => role is not null && (than is null || (!than.Contains(' ') && role.Contains(' ')));

    private static string[] Parts(Line line, NameRun run, out string? suffix)
    {
        suffix = null;
        var end = run.End;
        while (end - run.NameStart > 1 && (TitleWords.AfterNames.Contains(line.Word(end - 1)) || Suffixes.Contains(line.Bare(end - 1))))
        {
            end--;
            if (Suffixes.Contains(line.Bare(end))) suffix = line.Bare(end).ToString();
        }

        var count = 0;
        for (var i = run.NameStart; i < end; i++) count += line.Kind(i) == PieceKind.Quotation ? 0 : 1;
        var parts = new string[count];
        count = 0;
        for (var i = run.NameStart; i < end; i++)
            if (line.Kind(i) != PieceKind.Quotation) parts[count++] = line.Bare(i).ToString();
        return parts;
    }

    private static readonly WordTable Suffixes = new("Jr Jr. Sr Sr. II III IV");

    private void Index(string part, Figure figure)
    {
        if (part.Length < 2 || char.IsLower(part[0]) && !part.Contains('-')) return;
        IndexBy(part, figure);
        var bare = NameMatch.WithoutArticle(part);
        if (bare.Length < part.Length) IndexBy(bare.ToString(), figure);
    }

    private void IndexBy(string key, Figure figure)
    {
        if (!byPart.TryGetValue(key, out var list)) byPart[key] = list = [];
        if (!list.Contains(figure)) list.Add(figure);
    }

    private List<Figure>? Lookup(ReadOnlySpan<char> part) =>
        byPart.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(part, out var list) ? list : null;

    /// <summary>The person of whose name this is another form; of father and son the one with the same "Jr." or none.</summary>
    private Figure? Known(string[] parts, string? suffix)
    {
        Figure? found = null;
        foreach (var key in new[] { parts[^1], parts[0] })
        {
            if (Lookup(key) is not { } list) continue;
            foreach (var figure in list)
            {
                if (figure.Parts.Length < 2 || !NameMatch.Same(figure.Parts, parts)) continue;
                if (figure.Suffix == suffix && figure.Parts.Length == parts.Length && figure.Parts[0].Equals(parts[0], StringComparison.OrdinalIgnoreCase)) return figure;
                if (found is null || (found.Suffix != suffix && figure.Suffix == suffix)) found = figure;
            }
        }

        return found;
    }

    /// <summary>Who a row of capitals stands for, among those who are known; null where nobody, or two, fit.</summary>
    public Figure? Find(Line line, NameRun run)
    {
        if (run.NameLength == 0) return null;
        if (run.NameLength > 1)
        {
            var parts = Parts(line, run, out var suffix);
            if (parts.Length > 1) return Known(parts, suffix);
        }

        var name = line.Bare(run.NameStart);
        var list = Lookup(name) ?? Misspelt(name, line, run);
        if (list is null or []) return null;
        var gender = Genders.OfTitle(line, run);
        if (gender != Gender.Unknown && list.Count > 0) list = list.FindAll(figure => figure.CanBe(gender));
        if (list.Count > 1) list = Narrowed(list, name, line, run);
        return list.Count == 1 ? list[0] : list.Count > 1 ? shared.Owner(list, name, line.Paragraph) : null;
    }

    /// <summary>A slip of the pen: "Water said" of Kathryn Waters. Only a longer name, and only beside a title or a reporting verb.</summary>
    private List<Figure>? Misspelt(ReadOnlySpan<char> last, Line line, NameRun run)
    {
        var beside = run.HasTitle || line.Verb(run.End, out _) == ReportingVerb.Saying || line.Verb(run.Start - 1, out _) == ReportingVerb.Saying;
        if (last.Length < 5 || !beside || people.Count > 200) return null;
        List<Figure>? near = null;
        foreach (var figure in people)
            if (NameMatch.Near(figure.Parts[^1], last) || (last.Length > 7 && NameMatch.NearlyNear(figure.Parts[^1], last))) (near ??= []).Add(figure);
        return near;
    }

    /// <summary>Of several Does: those whose last name it is, then those of the right rank.</summary>
    private static List<Figure> Narrowed(List<Figure> list, ReadOnlySpan<char> last, Line line, NameRun run)
    {
        var name = last.ToString();
        var byLast = list.FindAll(figure => NameMatch.SameLast(figure.Parts[^1], name));
        if (byLast.Count > 0) list = byLast;
        if (list.Count < 2 || run.NameStart == run.Start) return list;
        var title = line.Word(run.NameStart - 1).ToString();
        var ranked = list.FindAll(figure => figure.Rank?.Contains(title, StringComparison.OrdinalIgnoreCase) == true || Roles.Has(figure.Role, title));
        return ranked.Count > 0 ? ranked : list;
    }

    /// <summary>Whether more than one person bears a name.</summary>
    public bool IsShared(ReadOnlySpan<char> part) => Lookup(part) is { Count: > 1 };

    /// <summary>The people whose rank or role has a noun, "the spokeswoman", "the general", and who came in before a place.</summary>
    public List<Figure> WithRole(ReadOnlySpan<char> noun, int before = int.MaxValue)
    {
        var nouns = byRole.GetAlternateLookup<ReadOnlySpan<char>>();
        if (!nouns.TryGetValue(noun, out var all)) nouns[noun] = all = Having(noun);
        return all.FindAll(figure => figure.Position < before);
    }

    private List<Figure> Having(ReadOnlySpan<char> noun)
    {
        var found = new List<Figure>();
        foreach (var figure in people)
            if (Roles.Has(figure.Role, noun) || Roles.IsRank(figure.Rank, noun) || Roles.Has(figure.Form, noun)) found.Add(figure);
        return found;
    }

    /// <summary>Who leads what the words say: "U.N." of "the U.N. chief".</summary>
    public List<Figure> Heads(Line line, int from, int to, int before)
    {
        var found = people.FindAll(figure => figure.Position < before && Roles.IsHead(figure.Role));
        for (var i = from; i < to; i++)
        {
            var word = line.Bare(i).ToString();
            found = found.FindAll(figure => Roles.SpeaksOf(figure.Role, word));
        }

        return found;
    }
}
