using System.Runtime.InteropServices;

namespace News.Summaries;

/// <summary>
/// A row of capitals in a sentence, taken apart: "Civil Defense Authority Gen. Ali Hassan" is an institution, a rank
/// and a name. Indices are of the line's pieces.
/// </summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct NameRun(int Start, int NameStart, int RankStart, int End)
{
    /// <summary>How many words the name has, without titles; none where the row names no person.</summary>
    public int NameLength => End - NameStart;

    public bool HasTitle => NameStart > Start;

    private const int MostParticles = 3;

    private static readonly WordTable Particles = new("""
        al bin ibn bint abu umm ould oğlu zadeh de da do dos das del della dello di du des la le las los van von vom zu zur der den
        ter ten te el ben ap ab af av y e i
        """);

    /// <summary>The next row of capitals at or after <paramref name="from"/>.</summary>
    public static NameRun? Next(Line line, int from)
    {
        var names = line.Names;
        var next = PartitionPoint.Of(CollectionsMarshal.AsSpan(names), from, static (name, from) => name.End <= from);
        if (next == names.Count) return null;
        return names[next].Start >= from ? names[next] : Read(line, from);
    }

    /// <summary>Every row of capitals in the line, in order.</summary>
    public static List<NameRun> All(Line line)
    {
        var runs = new List<NameRun>();
        for (var run = Read(line, 0); run is { } found; run = Read(line, found.End)) runs.Add(found);
        return runs;
    }

    private static NameRun? Read(Line line, int from)
    {
        for (var i = from; i < line.Count; i++)
        {
            if (!line.IsCapital(i) || IsSentenceWord(line, i)) continue;
            return Analyse(line, i, EndOf(line, i));
        }

        return null;
    }

    /// <summary>"The", "However", "On" with the capital of a sentence's beginning are no names.</summary>
    private static bool IsSentenceWord(Line line, int i)
    {
        var word = line.Word(i);
        if (GrammarWords.Determiners.Contains(word) || GrammarWords.PersonalPronouns.Contains(word)) return word.Length > 1 || word[0] is 'I' or 'A';
        if (word is "Early" or "Noon" && !IsFirst(line, i) && !line.IsCapital(i + 1)) return false; // "Early still says": a surname.
        if (GrammarWords.TimeWords.Contains(word) && !(line.IsCapital(i + 1) && GivenNames.GenderOf(word) == Gender.Feminine)) return true;
        if (Conjunctions.Contains(word) || Indefinites.Contains(word)) return true;
        if (!IsFirst(line, i)) return false;
        return GrammarWords.Prepositions.Contains(word) || GrammarWords.ClauseOpeners.Contains(word)
            || (Abbreviations.SentenceOpeners.Contains(word) && !TitleWords.Honorifics.Contains(word))
            || (line.Verb(i, out var form) != ReportingVerb.None && form == VerbForm.Participle);
    }

    /// <summary>No name begins with these, wherever they stand.</summary>
    private static readonly WordTable Conjunctions = new("""
        While When Where But And If Although Though Because After Before Since Until Unless However Meanwhile Whether Once As Using Asked Following
        """);

    private static readonly WordTable Indefinites = new("""
        Nobody Everybody Somebody Anybody Everyone Someone Anyone None Nothing Something Everything Anything Neither Either Both Others
        """);

    private static bool IsFirst(Line line, int i) => i == 0 || line.Kind(i - 1) is PieceKind.Quotation or PieceKind.Stop or PieceKind.Colon;

    private static int EndOf(Line line, int start)
    {
        var i = start;
        while (i < line.Count && i - start < LongestRun)
        {
            if (line.IsPossessive(i)) return i + 1;
            var next = i + 1;
            if (next < line.Count && Touches(line, i, next) && line.IsCapital(next) && !IsDay(line, next)) i = next;
            else if (AfterParticles(line, next) is { } name) i = name;
            else if (IsNickname(line, next)) i = next + 1;
            else return next;
        }

        return Math.Min(i + 1, line.Count);
    }

    /// <summary>In words, institutions and offices and all.</summary>
    private const int LongestRun = 30;

    /// <summary>The capital after particles: "Muhammad bin Salman", "Xavier de la Cruz"; null where none stand at <paramref name="i"/>.</summary>
    private static int? AfterParticles(Line line, int i)
    {
        var name = i;
        while (name < line.Count && name - i < MostParticles && line.Kind(name) == PieceKind.Word && Particles.Contains(line.Word(name)) && Touches(line, name - 1, name)) name++;
        return name > i && name < line.Count && line.IsCapital(name) && Touches(line, name - 1, name) ? name : null;
    }

    /// <summary>The marks in: Emmanuel “Manny” Oyelaran.</summary>
    private static bool IsNickname(Line line, int i)
    {
        if (line.Kind(i) != PieceKind.Quotation || !line.IsCapital(i + 1) || line[i].End - line[i].Start > LongestNickname) return false;
        if (!Touches(line, i - 1, i) || !Touches(line, i, i + 1)) return false;
        var nickname = WithoutMarks(line.Word(i));
        if (nickname.Length < 2 || !char.IsUpper(nickname[0]) || !char.IsLetter(nickname[^1])) return false;
        var space = nickname.IndexOf(' '); // Wilmer “El Paisa” Brod
        return space < 0 || (!line.IsCapital(i - 2) && char.IsUpper(nickname[space + 1]));
    }

    private const int LongestNickname = 20;

    /// <summary>The nickname between its marks.</summary>
    public static ReadOnlySpan<char> WithoutMarks(ReadOnlySpan<char> quotation) => quotation.Length > 2 ? quotation[1..^1] : quotation;

    /// <summary>"Officials Tuesday said"; but the "Sydney Morning Herald" goes on.</summary>
    private static bool IsDay(Line line, int i) =>
        line.Word(i).Length > 3 && GrammarWords.TimeWords.Contains(line.Word(i)) && !IsNameOfOne(line, i) && !(line.IsCapital(i + 1) && Touches(line, i, i + 1) && OrganisationWords.Institutions.Contains(line.Bare(i + 1)));

    /// <summary>"Chris Early" has the word for a surname, "Prophet Sunday Brod" the day for a given name.</summary>
    private static bool IsNameOfOne(Line line, int i) =>
        (line.Word(i) is "Early" or "Noon" && line.IsCapital(i - 1) && !line.IsCapital(i + 1))
        || (line.Word(i) is "Sunday" or "Friday" or "Monday" && line.IsCapital(i + 1) && Touches(line, i, i + 1) && !GrammarWords.TimeWords.Contains(line.Word(i + 1)) && Cast.IsTitle(line.Word(i - 1)) && !GivenNames.IsKnown(line.Word(i - 1)));

    private static bool Touches(Line line, int i, int next) => line[next].Start - line[i].End is 0 or 1;

    private static NameRun Analyse(Line line, int start, int end)
    {
        var name = end;
        while (name > start && IsNamePart(line, name - 1, start, end)) name--;
        for (var i = name + 1; i < end - 1; i++)
        {
            // "Arlington Amneh Jafari", "Washington Chris Gregoire", "Supervisor Dale Hutchins": where a given name stands inside, the name begins there.
            if (IsGiven(line, i) && !IsGiven(line, name) && end - name > 2
                && (i > name + 1 || OrganisationWords.Places.Contains(line.Word(name)) || TitleWords.IsTrade(line.Word(name)) || IsPlural(line.Word(name)))) name = i;
        }

        if (line.Word(start) is "Class" && line.Kind(start - 1) == PieceKind.Number && TitleWords.Ranks.Contains(line.Word(start - 2)))
            return new NameRun(start, start + 1, start - 2, end); // "Sgt. 1st Class Jane Doe"
        var rank = name;
        while (rank > start && IsRank(line, rank - 1, name)) rank--;
        return new NameRun(start, name, rank, end);
    }

    /// <summary>"Senators Jane Doe and", "Celebrities Jane Doe".</summary>
    private static bool IsPlural(ReadOnlySpan<char> word) => word.Length > 5 && word[^1] == 's' && word[^2] != 's';

    /// <summary>"Staff", "Rear", "First" are ranks before another one only: "Staff Lieutenant General", "First Lt.".</summary>
    private static bool IsRank(Line line, int i, int name) =>
        (TitleWords.Ranks.Contains(line.Word(i)) && !(line.Word(i) is "General" && TitleWords.BeforeGeneral.Contains(line.Word(i - 1)))) || (i + 1 < name && TitleWords.RankModifiers.Contains(line.Word(i)));

    private static bool IsGiven(Line line, int i) => GivenNames.IsKnown(line.Bare(i));

    private static bool IsNamePart(Line line, int i, int start, int end)
    {
        var word = line.Bare(i);
        if (!line.IsCapital(i)) return i > start && i < end - 1;
        if (word.Length > 1 && word[^1] == '.' && !IsInitial(word)) return i == end - 1 && word.StartsWith("Jr");
        if (i > start && IsInitial(word) && word[1] == '.' && line.IsCapital(i - 1)) return true;
        if (TitleWords.AfterNames.Contains(word)) return i > start && i == end - 1;
        if (TitleWords.IsBeforeNames(word)) return i > start && i == end - 1 && IsGiven(line, i - 1);
        if (IsAcronym(word) && !IsAcronym(line.Bare(end - 1))) return false;
        if (OrganisationWords.Institutions.Contains(word)) return i > start && i == end - 1 && IsGiven(line, i - 1);
        if (OrganisationWords.Places.Contains(word) && !IsGiven(line, i)) return i > start && IsGiven(line, i - 1);
        if (i == start && i < end - 1 && TitleWords.PersonNouns.Contains(word) && !IsGiven(line, i)) return false;
        return !word.Contains('&') && word[0] is not ('@' or '#');
    }

    /// <summary>"DSP", "NYPD" before a name written small.</summary>
    private static bool IsAcronym(ReadOnlySpan<char> word) => word.Length > 2 && !word.ContainsAnyExceptInRange('A', 'Z');

    private static bool IsInitial(ReadOnlySpan<char> word) => word.Length == 2 || (word.Length is > 2 and <= 6 && word[1] == '.');
}
