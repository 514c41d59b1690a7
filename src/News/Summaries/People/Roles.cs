namespace News.Summaries;

/// <summary>What people are, as the text says it beside their names.</summary>
internal static class Roles
{
    private const int LongestRole = 14;

    /// <summary>"Iraqi military spokesman" before "Jane Doe"; null where no word before the name says what she is.</summary>
    public static string? Before(Line line, NameRun run)
    {
        if (line.Kind(run.Start - 1) == PieceKind.Comma) return BeforeComma(line, run.Start - 1);
        var from = run.RankStart;
        var says = false;
        var of = false;
        for (var i = run.RankStart - 1; i >= 0 && run.RankStart - i < 10; i--)
        {
            var word = line.Word(i);
            if (line.Kind(i) != PieceKind.Word || TitleWords.Honorifics.Contains(word)) break;
            of |= word.Equals("of", StringComparison.OrdinalIgnoreCase);
            if (GrammarWords.Determiners.Contains(word) && !(of && IsOf(line, i - 1))) break;
            if (!GrammarWords.Determiners.Contains(word) && !IsOf(line, i) && !JoinsCapitals(line, i) && IsOutside(line, i)) break;
            var names = TitleWords.PersonNouns.Contains(word) || TitleWords.Offices.Contains(word);
            says |= names;
            if (names || says || line.IsCapital(i)) from = i;
        }

        return says && from < run.RankStart ? line.Text(from, run.RankStart) : null;
    }

    /// <summary>"A witness" before ", Jane Doe": a short phrase that says what she is.</summary>
    private static string? BeforeComma(Line line, int comma)
    {
        var says = false;
        for (var i = comma - 1; i >= 0 && comma - i < 9; i--)
        {
            if (line.Kind(i) != PieceKind.Word) return null;
            says |= TitleWords.PersonNouns.Contains(line.Word(i));
            if (says && (GrammarWords.Determiners.Contains(line.Word(i)) || (i == 0 && line.IsPossessive(i))) && !GrammarWords.Prepositions.Contains(line.Word(i - 1)))
                return line.Word(i) is "his" or "her" or "its" or "their" or "His" or "Her" or "Its" or "Their" ? null : line.Text(i, comma);
            if (line.Verb(i, out _) == ReportingVerb.Saying || GrammarWords.Auxiliaries.Contains(line.Word(i))) return null;
        }

        return null;
    }

    /// <summary>"High Commissioner for Human Rights Jane Doe", "Ambassador to Iraq Jane Doe": one office.</summary>
    private static bool JoinsCapitals(Line line, int i) =>
        line.Word(i) is "for" or "to" && line.IsCapital(i - 1) && line.IsCapital(i + 1)
        && (TitleWords.Offices.Contains(line.Word(i - 1)) || TitleWords.PersonNouns.Contains(line.Word(i - 1)));

    private static bool IsOf(Line line, int i) => line.Word(i).Equals("of", StringComparison.OrdinalIgnoreCase);

    private static bool IsOutside(Line line, int i)
    {
        var word = line.Word(i);
        return word is "whose" || GrammarWords.Prepositions.Contains(word) || GrammarWords.ClauseOpeners.Contains(word)
            || GrammarWords.Auxiliaries.Contains(word) || GrammarWords.CommonVerbs.Contains(word)
            || (line.Verb(i, out _) != ReportingVerb.None && !line.IsCapital(i)) || (word.EndsWith("ed") && !line.IsCapital(i))
            || GrammarWords.TimeWords.Contains(word);
    }

    /// <summary>"a ministry spokeswoman" after "Jane Doe,"; <paramref name="comma"/> is the piece after the name.</summary>
    public static string? After(Line line, int comma)
    {
        if (line.Kind(comma) != PieceKind.Comma) return null;
        var start = comma + 1;
        if (line.Kind(start) == PieceKind.Number && line.Kind(start + 1) == PieceKind.Comma) start += 2;
        var end = start;
        var says = false;
        while (end < line.Count && end - start < LongestRole && line.Kind(end) is PieceKind.Word or PieceKind.Number)
        {
            var word = line.Word(end);
            if (GrammarWords.Auxiliaries.Contains(word) || word is "who" or "which" or "that") break;
            if (line.Verb(end, out _) == ReportingVerb.Saying && !line.IsCapital(end) && end > start) break;
            if (end - start < 8) says |= TitleWords.PersonNouns.Contains(word) || (TitleWords.Offices.Contains(word) && line.IsCapital(end));
            end++;
        }

        var first = line.Word(start);
        if (GrammarWords.Prepositions.Contains(first) || GrammarWords.ClauseOpeners.Contains(first) || GrammarWords.PersonalPronouns.Contains(first)) return null;
        if (first is "whose" or "his" or "her" or "its" or "their") return null;
        return says && end > start ? line.Text(start, end) : null;
    }

    /// <summary>Whether a role is of a kind: "a ministry spokesperson" is a "spokeswoman" too.</summary>
    public static bool Has(string? role, ReadOnlySpan<char> noun)
    {
        if (role is null) return false;
        var span = role.AsSpan();
        foreach (var part in span.Split(' '))
            if (Same(span[part].TrimEnd(",."), noun)) return true;
        return false;
    }

    /// <summary>Whether a role has a word or its kin: "Pakistan's military spokesman" speaks of "Pakistani" and "military".</summary>
    public static bool SpeaksOf(string? role, ReadOnlySpan<char> word)
    {
        var stem = word[..Math.Min(word.Length, Math.Max(4, word.Length - 2))];
        foreach (var part in role.AsSpan().Split(' '))
            if (role.AsSpan()[part].StartsWith(stem, StringComparison.OrdinalIgnoreCase)) return true;
        return false;
    }

    /// <summary>Whether a role says which country's or movement's: "Taliban spokesman".</summary>
    public static bool NamesAPlace(string? role)
    {
        foreach (var part in role.AsSpan().Split(' '))
            if (OrganisationWords.Places.Contains(Line.WithoutPossessive(role.AsSpan()[part]))) return true;
        return false;
    }

    public static bool IsRank(string? rank, ReadOnlySpan<char> noun)
    {
        if (rank is null) return false;
        var last = rank.AsSpan(rank.LastIndexOf(' ') + 1).TrimEnd('.');
        return last.Length >= 3 && noun.StartsWith(last, StringComparison.OrdinalIgnoreCase)
            || (last.Equals("Sgt", StringComparison.OrdinalIgnoreCase) && noun is "sergeant")
            || (last.Equals("Lt", StringComparison.OrdinalIgnoreCase) && noun is "lieutenant")
            || (last.Equals("Cmdr", StringComparison.OrdinalIgnoreCase) && noun is "commander")
            || (last.Equals("Dr", StringComparison.OrdinalIgnoreCase) && noun is "doctor");
    }

    private static bool Same(ReadOnlySpan<char> a, ReadOnlySpan<char> b)
    {
        if (a.Equals(b, StringComparison.OrdinalIgnoreCase)) return true;
        return a.StartsWith("spokes", StringComparison.OrdinalIgnoreCase) && b.StartsWith("spokes", StringComparison.OrdinalIgnoreCase)
            && (a.EndsWith("person", StringComparison.OrdinalIgnoreCase) || b.EndsWith("person", StringComparison.OrdinalIgnoreCase));
    }
}

/// <summary>He or she, by title, role and given name.</summary>
internal static class Genders
{
    public static Gender Of(Line line, NameRun run, string? role)
    {
        if (OfTitle(line, run) is not Gender.Unknown and var title) return title;
        if (OfWords(role) is not Gender.Unknown and var byRole) return byRole;
        var given = line.Bare(run.NameStart);
        return (GivenNames.Masculine.Contains(given), GivenNames.Feminine.Contains(given)) switch
        {
            (true, false) => Gender.Masculine,
            (false, true) => Gender.Feminine,
            _ => Gender.Unknown,
        };
    }

    public static Gender OfTitle(Line line, NameRun run)
    {
        for (var i = run.Start; i < run.NameStart; i++)
            if (OfWord(line.Word(i)) is not Gender.Unknown and var gender) return gender;

        // "Doe's mother, Jane Doe": what she is stands before the comma.
        var beside = line.Kind(run.Start - 1) == PieceKind.Comma ? run.Start - 2 : run.Start - 1;
        return beside >= 0 ? OfWord(line.Word(beside)) : Gender.Unknown;
    }

    public static Gender OfWords(string? words)
    {
        if (words is null) return Gender.Unknown;
        var span = words.AsSpan();
        foreach (var part in span.Split(' '))
        {
            if (span[part] is "of" or "for" or "to" or "at") break;
            if (OfWord(span[part]) is not Gender.Unknown and var gender) return gender;
        }

        return Gender.Unknown;
    }

    public static Gender OfWord(ReadOnlySpan<char> word) =>
        TitleWords.Feminine.Contains(word) ? Gender.Feminine
        : TitleWords.Masculine.Contains(word) ? Gender.Masculine
        : Gender.Unknown;
}

/// <summary>How far two spellings of a name are apart.</summary>
internal static class Spelling
{
    /// <summary>The same, or one letter changed, missing or more in a name of five letters or longer.</summary>
    public static bool Near(ReadOnlySpan<char> a, ReadOnlySpan<char> b)
    {
        if (a.Equals(b, StringComparison.OrdinalIgnoreCase)) return true;
        return Math.Min(a.Length, b.Length) >= 5 && Distance(a, b, 1) <= 1;
    }

    /// <summary>Two letters apart, beginning the same: for long names beside a title or a reporting verb only.</summary>
    public static bool NearlyNear(ReadOnlySpan<char> a, ReadOnlySpan<char> b) =>
        a.Length > 7 && b.Length > 7 && a[0] == b[0] && Distance(a, b, 2) <= 2;

    /// <summary>Levenshtein's distance, for names: given up where lengths differ by more than <paramref name="most"/>.</summary>
    private static int Distance(ReadOnlySpan<char> a, ReadOnlySpan<char> b, int most)
    {
        if (Math.Abs(a.Length - b.Length) > most || a.Length > 30 || b.Length > 30) return int.MaxValue;
        Span<int> row = stackalloc int[b.Length + 1];
        for (var j = 0; j <= b.Length; j++) row[j] = j;
        for (var i = 1; i <= a.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var above = row[j];
                row[j] = Math.Min(Math.Min(row[j], row[j - 1]) + 1, diagonal + (a[i - 1] == b[j - 1] ? 0 : 1));
                diagonal = above;
            }
        }

        return row[b.Length];
    }
}
