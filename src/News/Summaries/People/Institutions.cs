using System.Runtime.InteropServices;

namespace News.Summaries;

/// <summary>
/// The institutions that a text names in full: "the Committee to Protect Journalists (CPJ)" is no person, "the
/// ministry" the only ministry.
/// </summary>
internal sealed class Institutions
{
    /// <summary>No article names more.</summary>
    private const int Most = 500;

    private const int LongestName = 12;

    private readonly Dictionary<string, Figure> byName = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Of those the ones that go by an acronym: any such may be "the group".</summary>
    private readonly HashSet<string> abbreviated = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Where long names stand that an acronym follows, so that no person is read in them.</summary>
    private readonly List<TextRange> named = [];

    public Institutions(IReadOnlyList<Line> lines)
    {
        foreach (var line in lines)
        {
            if (byName.Count >= Most) return;
            foreach (var run in line.Names) Read(line, run);
        }
    }

    private void Read(Line line, NameRun run)
    {
        var end = NameEnd(line, run.End);
        var acronym = Acronym(line.Behind(end - 1));
        if (run.NameLength > 0 && acronym.IsEmpty) return;
        var start = run.Start;
        if (end > run.End && end - start < LongestName) // "U.S. Attorney's Office for the Western District"
            while (start > 0 && run.Start - start < 4 && line.IsCapital(start - 1) && !GrammarWords.Determiners.Contains(line.Word(start - 1)) && (start < run.Start || line.IsPossessive(start - 1))) start--;
        if (!acronym.IsEmpty)
        {
            start = StartOf(line, end, acronym);
            if (start < 0 && run.NameLength > 0) return;
            if (start < 0) start = run.Start;
            if (end - start < 2) return;
            named.Add(new TextRange(line[start].Start, line[end - 1].End));
        }

        var name = Line.WithoutPossessive(line.Text(start, end)).ToString();
        if (!acronym.IsEmpty) abbreviated.Add(name);
        if (!byName.ContainsKey(name)) byName[name] = new Figure(name, line[start].Start) { IsInstitution = true };
    }

    /// <summary>"the Church of Scientology", "the Ministry of Health and Welfare": where a name that goes on in capitals ends.</summary>
    public static int NameEnd(Line line, int end)
    {
        if (end == 0 || line.IsPossessive(end - 1) || line.Word(end) is not ("of" or "for" or "to") || !OrganisationWords.Institutions.Contains(line.Bare(end - 1))) return end;
        return NameEnd(line, end, Math.Min(line.Count, end + LongestName));
    }

    /// <param name="of">The "of" or "for" that the name goes on with.</param>
    public static int NameEnd(Line line, int of, int limit)
    {
        var end = of + 1;
        while (end < limit && (line.IsCapital(end) || line.Word(end) is "the" or "and" or "of" or "for" or "on" or "to") && !GrammarWords.TimeWords.Contains(line.Word(end))) end++;
        while (end > of && !line.IsCapital(end - 1)) end--;
        return Math.Max(end, of);
    }

    /// <summary>"CPD" of " (CPD)" or " (the CPD)"; empty where no acronym stands in brackets.</summary>
    private static ReadOnlySpan<char> Acronym(ReadOnlySpan<char> behind)
    {
        behind = behind.TrimStart();
        if (behind.Length < 4 || behind[0] != '(') return default;
        var close = behind.IndexOf(')');
        if (close < 3) return default;
        var inside = behind[1..close].Trim("\"“”‘’' ");
        if (inside.StartsWith("the ")) inside = inside[4..];
        if (inside.Length is < 2 or > 10 || !char.IsUpper(inside[0])) return default;
        var small = 0;
        foreach (var c in inside)
        {
            if (char.IsLower(c)) small++;
            else if (!char.IsUpper(c) && !char.IsDigit(c) && c is not ('.' or '-' or '&')) return default;
        }

        return small <= 1 && !(small > 0 && inside.Contains('-')) ? inside : default; // "(D-Ill.)" is no acronym, "(DoD)" is one.
    }

    /// <summary>Where the words begin whose initials are the acronym's; -1 where they are not.</summary>
    private static int StartOf(Line line, int end, ReadOnlySpan<char> acronym)
    {
        var left = acronym.Length - 1;
        for (var i = end - 1; i >= 0 && end - i <= LongestName && line.Kind(i) == PieceKind.Word; i--)
        {
            var word = line.Word(i);
            while (left >= 0 && !char.IsLetter(acronym[left])) left--;
            if (left >= 0 && char.ToUpperInvariant(word[0]) == char.ToUpperInvariant(acronym[left])) left--;
            else if (line.IsCapital(i) || word.Length > 3) return -1;
            while (left >= 0 && !char.IsLetter(acronym[left])) left--;
            if (left < 0) return line.IsCapital(i) ? i : -1;
        }

        return -1;
    }

    /// <summary>Whether a place in the text belongs to a long name that its acronym follows.</summary>
    public bool Covers(int position)
    {
        var at = PartitionPoint.Of(CollectionsMarshal.AsSpan(named), position, static (range, position) => range.End <= position);
        return at < named.Count && named[at].Start <= position;
    }

    /// <summary>By its name as it was read; null where nothing is called so.</summary>
    public Figure? Called(string name) => byName.GetValueOrDefault(name);

    /// <summary>The institution whose name carries a noun: "the ministry" → "Interior Ministry"; null where two do.</summary>
    public Figure? With(ReadOnlySpan<char> noun, int before) => Only(noun, null, before) ?? Kind(noun, before);

    private Figure? Kind(ReadOnlySpan<char> noun, int before)
    {
        foreach (var (nouns, words) in Kinds)
            if (nouns.Contains(noun)) return Only(default, words, before, orAbbreviated: words.Contains("Group"));
        return null;
    }

    /// <summary>What is called by a common noun, and the words of its name that show it: "the company" is Doe Inc.</summary>
    private static readonly (WordTable Nouns, WordTable Words)[] Kinds =
    [
        (new("company firm corporation manufacturer carmaker automaker airline retailer lender bank chipmaker startup start-up business"),
            new("Inc Inc. Corp Corp. Corporation Ltd Ltd. Company Co Co. PLC Holdings Airlines Airways Bank Industries Technologies Motors Systems Pharmaceuticals Enterprises LLC GmbH AG Renewables Energy")),
        (new("group organisation organization charity nonprofit non-profit ngo watchdog advocacy"),
            new("Group Organisation Organization Association Watch Committee Federation Coalition Alliance Foundation Society League Network Monitors Observatory Campaign Union Relief International")),
        (new("agency department bureau office authority commission regulator administration service body"),
            new("Agency Department Bureau Office Authority Commission Administration Service Survey Board Centre Center Centers Regulator")),
        (new("newspaper paper daily outlet magazine"),
            new("Times Post Herald Journal Gazette Guardian Telegraph Tribune Observer News Mail Courier Register Globe Star Chronicle Standard Independent Gazeta")),
        (new("court tribunal"), new("Court Tribunal")),
        (new("chamber"), new("Chamber Senate House Assembly")),
    ];

    private Figure? Only(ReadOnlySpan<char> noun, WordTable? words, int before, bool orAbbreviated = false)
    {
        Figure? found = null;
        foreach (var (name, figure) in byName)
        {
            if (figure.Position > before || !name.Contains(' ') || !(HasWord(name, noun, words) || (orAbbreviated && abbreviated.Contains(name)))) continue;
            if (found is not null && !IsShorter(found.Name, name) && !IsShorter(name, found.Name)) return null;
            if (found is null || name.Length > found.Name.Length) found = figure;
        }

        return found;
    }

    /// <summary>"Interior Ministry" of "Iraqi Interior Ministry": the same one.</summary>
    private static bool IsShorter(string name, string of) => of.Contains(name, StringComparison.OrdinalIgnoreCase);

    private static bool HasWord(ReadOnlySpan<char> name, ReadOnlySpan<char> noun, WordTable? words)
    {
        foreach (var part in name.Split(' '))
            if (words is null ? name[part].Equals(noun, StringComparison.OrdinalIgnoreCase) : words.Contains(name[part])) return true;
        return false;
    }
}
