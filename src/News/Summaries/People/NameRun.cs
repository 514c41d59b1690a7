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

    private static readonly WordTable Particles = new("al bin ibn bint abu umm de da do dos das del della di du la le van von der den ter ten el ben ap y e of");

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
        if (GrammarWords.TimeWords.Contains(word) && !(line.IsCapital(i + 1) && GivenNames.Feminine.Contains(word))) return true;
        if (!IsFirst(line, i)) return false;
        return GrammarWords.Prepositions.Contains(word) || GrammarWords.ClauseOpeners.Contains(word)
            || (Abbreviations.SentenceOpeners.Contains(word) && !TitleWords.Honorifics.Contains(word))
            || (line.Verb(i, out var form) != ReportingVerb.None && form == VerbForm.Participle);
    }

    private static bool IsFirst(Line line, int i) => i == 0 || line.Kind(i - 1) is PieceKind.Quotation or PieceKind.Stop or PieceKind.Colon;

    private static int EndOf(Line line, int start)
    {
        var i = start;
        while (i < line.Count)
        {
            if (line.IsPossessive(i)) return i + 1;
            var next = i + 1;
            if (next < line.Count && Touches(line, i, next) && line.IsCapital(next) && !IsDay(line, next)) i = next;
            else if (IsParticle(line, i, next)) i = next + 1;
            else return next;
        }

        return i;
    }

    /// <summary>"Officials Tuesday said"; but the "Sydney Morning Herald" goes on.</summary>
    private static bool IsDay(Line line, int i) =>
        GrammarWords.TimeWords.Contains(line.Word(i)) && !(line.IsCapital(i + 1) && Touches(line, i, i + 1) && OrganisationWords.Institutions.Contains(line.Bare(i + 1)));

    /// <summary>"Muhammad bin Salman", "Carlo De Benedetti"; "of" only inside institutions is left to the reader of phrases.</summary>
    private static bool IsParticle(Line line, int i, int next) =>
        next + 1 < line.Count && Touches(line, i, next) && Touches(line, next, next + 1) && line.IsCapital(next + 1)
        && line.Kind(next) == PieceKind.Word && Particles.Contains(line.Word(next)) && !line.Word(next).SequenceEqual("of");

    private static bool Touches(Line line, int i, int next) => line[next].Start - line[i].End is 0 or 1;

    private static NameRun Analyse(Line line, int start, int end)
    {
        var name = end;
        while (name > start && IsNamePart(line, name - 1, start, end)) name--;
        for (var i = name + 1; i < end - 1; i++)
        {
            // "Arlington Amneh Jafari", "Washington Chris Gregoire": where a given name stands inside, the name begins there.
            if (IsGiven(line, i) && !IsGiven(line, name) && end - i >= 2 && end - name > 2 && (i > name + 1 || OrganisationWords.Places.Contains(line.Word(name)))) name = i;
        }

        var rank = name;
        while (rank > start && TitleWords.Ranks.Contains(line.Word(rank - 1))) rank--;
        return new NameRun(start, name, rank, end);
    }

    private static bool IsGiven(Line line, int i) =>
        GivenNames.Masculine.Contains(line.Bare(i)) || GivenNames.Feminine.Contains(line.Bare(i));

    private static bool IsNamePart(Line line, int i, int start, int end)
    {
        var word = line.Bare(i);
        if (!line.IsCapital(i)) return i > start && i < end - 1;
        if (word.Length > 1 && word[^1] == '.' && !IsInitial(word)) return i == end - 1 && word.StartsWith("Jr");
        if (TitleWords.Honorifics.Contains(word) || TitleWords.Ranks.Contains(word) || TitleWords.Offices.Contains(word)) return i > start && i == end - 1 && IsGiven(line, i - 1);
        if (OrganisationWords.Institutions.Contains(word)) return i > start && i == end - 1 && IsGiven(line, i - 1);
        if (OrganisationWords.Places.Contains(word) && !IsGiven(line, i)) return i > start && IsGiven(line, i - 1);
        if (i == start && i < end - 1 && TitleWords.PersonNouns.Contains(word) && !IsGiven(line, i)) return false;
        return !word.Contains('&') && word[0] is not ('@' or '#');
    }

    private static bool IsInitial(ReadOnlySpan<char> word) => word.Length == 2 || (word.Length <= 6 && word[1] == '.');
}
