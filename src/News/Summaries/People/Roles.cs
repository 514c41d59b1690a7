namespace News.Summaries;

/// <summary>What people are, as the text says it beside their names.</summary>
internal static class Roles
{
    /// <summary>In words. What is longer tells a story.</summary>
    private const int Longest = 16;

    /// <summary>Where the word that says what somebody is must stand: "the former chief executive of …".</summary>
    private const int HeadWithin = 8;

    /// <summary>"Iraqi military spokesman" before "Jane Doe"; null where no word before the name says what she is.</summary>
    public static string? Before(Line line, NameRun run)
    {
        if (line.Kind(run.Start - 1) == PieceKind.Comma && run.RankStart == run.Start) return BeforeComma(line, run.Start - 1);
        if (run.RankStart == run.Start && !line.IsCapital(run.RankStart - 1) && GrammarWords.Prepositions.Contains(line.Word(run.RankStart - 1))) return null;
        var end = run.RankStart;
        while (end > 0 && TitleWords.Honorifics.Contains(line.Word(end - 1))) end--;
        var from = Start(line, end, out var says);
        return says && from < end && !IsOnlyRelative(line, from, end) ? line.Text(from, end) : null;
    }

    /// <summary>
    /// Where a role that ends before <paramref name="end"/> begins: back over capitals and small words, until an article, a
    /// verb or a preposition; over "of" and "for" only between words of one office ("Ambassador to Iraq").
    /// </summary>
    private static int Start(Line line, int end, out bool says)
    {
        var from = end;
        var of = false;
        says = false;
        for (var i = end - 1; i >= 0 && end - i <= Longest; i--)
        {
            var word = line.Word(i);
            if (line.Kind(i) != PieceKind.Word || TitleWords.Honorifics.Contains(word)) break;
            var joins = IsOf(word) || JoinsCapitals(line, i);
            of |= joins;
            if (GrammarWords.Determiners.Contains(word) && !(IsOf(line.Word(i - 1)) && (of || line.IsCapital(i + 1)))) break;
            if (!GrammarWords.Determiners.Contains(word) && !joins && (IsOutside(line, i) || (word.EndsWith("ing") && !IsKindOf(word)))) break;
            var names = SaysWhat(line, i);
            if (!names && !line.IsCapital(i) && IsOf(line.Word(i + 1))) break;
            if (says && !names && !joins && !line.IsCapital(i) && line.IsCapital(i + 1) && from == i + 1 && !GrammarWords.Determiners.Contains(word) && !IsKindOf(word)) break;
            says |= names;
            if (names || (says && !joins) || line.IsCapital(i)) from = i;
        }

        return from;
    }

    /// <summary>A word that says what somebody is; the "general" of "the Medical General Council" does not.</summary>
    private static bool SaysWhat(Line line, int i) =>
        line.IsCapital(i)
            ? TitleWords.Offices.Contains(line.Word(i)) || (i == 0 && TitleWords.PersonNouns.Contains(line.Word(i)))
            : TitleWords.PersonNouns.Contains(line.Word(i));

    /// <summary>"A witness" before ", Jane Doe", "the army's spokesman" before ", Gen. Jane Doe": a phrase that says what she is.</summary>
    private static string? BeforeComma(Line line, int comma)
    {
        var head = comma - 1;
        for (; head >= 0 && comma - head < Longest; head--)
        {
            if (line.Kind(head) != PieceKind.Word || line.IsPossessive(head) && head == comma - 1) return null;
            if (SaysWhat(line, head) && (head == comma - 1 || IsTail(line.Word(head + 1)))) break;
            if (line.Verb(head, out _) == ReportingVerb.Saying && !line.IsCapital(head) || GrammarWords.Auxiliaries.Contains(line.Word(head))) return null;
        }

        if (head < 0 || comma - head >= Longest) return null;
        for (var i = head - 1; i >= -1 && head - i < HeadWithin; i--)
        {
            if (i >= 0 && line.Kind(i) == PieceKind.Word && GrammarWords.Determiners.Contains(line.Word(i)))
                return IsPossessivePronoun(line.Word(i)) ? null : line.Text(i, comma);
            if (i >= 0 && line.Kind(i) == PieceKind.Word && !IsOutside(line, i)) continue;
            return i + 1 < head && line.IsPossessive(i + 1) || line.IsCapital(i + 1) ? line.Text(i + 1, comma) : null;
        }

        return null;
    }

    private static bool IsTail(ReadOnlySpan<char> word) => word is "of" or "for" or "to" or "from" or "at" or "in" or "with";

    private static bool IsPossessivePronoun(ReadOnlySpan<char> word) => word is "his" or "her" or "its" or "their" or "my" or "our" or "His" or "Her" or "Its" or "Their" or "My" or "Our";

    /// <summary>"High Commissioner for Human Rights Jane Doe", "Ambassador to Iraq Jane Doe": one office.</summary>
    private static bool JoinsCapitals(Line line, int i) =>
        line.Word(i) is "for" or "to" or "and" && line.IsCapital(i - 1) && line.IsCapital(i + 1)
        && (TitleWords.Offices.Contains(line.Word(i - 1)) || TitleWords.PersonNouns.Contains(line.Word(i - 1)) || (line.Word(i) is "and" && !IsAfterPreposition(line, i)));

    /// <summary>"in Poland and Mayor Doe": the "and" of a list, not of "Security and Foreign Policy Commission".</summary>
    private static bool IsAfterPreposition(Line line, int and)
    {
        var i = and - 1;
        while (i > 0 && line.IsCapital(i)) i--;
        return !IsOf(line.Word(i));
    }

    private static bool IsOf(ReadOnlySpan<char> word) => word.Equals("of", StringComparison.OrdinalIgnoreCase);

    private static bool IsOutside(Line line, int i)
    {
        var word = line.Word(i);
        if (line.IsCapital(i) && !(i == 0 && word.EndsWith("ed")) && !GrammarWords.ClauseOpeners.Contains(word) && !GrammarWords.Prepositions.Contains(word)) return GrammarWords.TimeWords.Contains(word);
        return word is "whose" || GrammarWords.Prepositions.Contains(word) || GrammarWords.ClauseOpeners.Contains(word)
            || GrammarWords.Auxiliaries.Contains(word) || GrammarWords.CommonVerbs.Contains(word) || GrammarWords.PersonalPronouns.Contains(word)
            || line.Verb(i, out _) != ReportingVerb.None || (word.EndsWith("ed") && !IsKindOf(word) && !word.Contains('-')) || word.EndsWith("ly")
            || word is "what" or "which" or "how" or "why" or "who" or "no"
            || GrammarWords.TimeWords.Contains(word);
    }

    /// <summary>"retired Gen. Doe", "deposed President Doe": what he is, not what was done.</summary>
    private static bool IsKindOf(ReadOnlySpan<char> word) => Kinds.Contains(word);

    private static readonly WordTable Kinds = new("""
        retired deposed ousted disgraced exiled jailed self-declared self-styled renowned elected appointed unelected embattled acting
        former then then- ex late interim outgoing incoming deputy vice longtime long-time senior junior newly-elected current new
        veteran leading sitting reigning founding managing commanding presiding returning caretaker transitional presumptive
        """);

    /// <summary>"rival Jane Doe", "fellow Sen. Doe": what she is only to somebody else; "the president's ally" says more.</summary>
    private static bool IsOnlyRelative(Line line, int from, int end)
    {
        if (!Relative.Contains(line.Word(end - 1))) return false;
        for (var i = from; i < end - 1; i++)
            if (line.IsPossessive(i)) return false;
        return line.Word(from) is not ("a" or "an" or "the" or "A" or "An" or "The");
    }

    private static readonly WordTable Relative = new("""
        rival fellow ally friend neighbour neighbor colleague counterpart opponent partner predecessor successor teammate co-star challenger
        wife husband mother father sister brother son daughter uncle aunt cousin nephew niece girlfriend boyfriend fiancé fiancée
        brother-in-law sister-in-law father-in-law mother-in-law grandfather grandmother grandson granddaughter member republican democrat
        """);

    /// <summary>"a ministry spokeswoman" after "Jane Doe,"; <paramref name="comma"/> is the piece after the name.</summary>
    public static string? After(Line line, int comma)
    {
        if (line.Kind(comma) != PieceKind.Comma) return null;
        var start = comma + 1;
        if (line.Kind(start) == PieceKind.Number && line.Kind(start + 1) == PieceKind.Comma) start += 2;
        if (GrammarWords.TimeWords.Contains(line.Word(start))) return null;
        var end = start;
        var says = false;
        while (end < line.Count && line.Kind(end) is PieceKind.Word or PieceKind.Number && !EndsRole(line, end, start))
        {
            if (end - start < HeadWithin) says |= SaysWhat(line, end) || (!line.IsCapital(end) && TitleWords.IsTrade(line.Word(end)) && end > start);
            end++;
        }

        var first = line.Word(start);
        if (GrammarWords.Prepositions.Contains(first) || GrammarWords.ClauseOpeners.Contains(first) || GrammarWords.PersonalPronouns.Contains(first)) return null;
        if (first is "whose" || IsPossessivePronoun(first)) return null;
        if (IsClause(line, start, end)) return null;
        end = WithoutLooseEnd(line, start, Shortened(line, start, end));
        return says && end > start && IsNounPhrase(line, start, end) ? line.Text(start, end) : null;
    }

    /// <summary>"Published in the Journal, the man had": what looked like a role is the subject of a verb.</summary>
    private static bool IsClause(Line line, int start, int end) =>
        end > start && line.Kind(end) == PieceKind.Word && !line.IsCapital(end)
        && (GrammarWords.Auxiliaries.Contains(line.Word(end)) || GrammarWords.CommonVerbs.Contains(line.Word(end)) || line.Verb(end, out var form) != ReportingVerb.None && form == VerbForm.Finite);

    /// <summary>Clauses, reports and times are no part of what somebody is.</summary>
    private static bool EndsRole(Line line, int i, int start)
    {
        var word = line.Word(i);
        if (GrammarWords.Auxiliaries.Contains(word) || word is "who" or "which" or "that" or "whom" or "whose" or "where" or "when" or "while" or "as" or "but" or "because" or "during" or "after" or "before" or "since" or "until" or "told") return true;
        if (i <= start || line.IsCapital(i)) return i > start && GrammarWords.TimeWords.Contains(word) && line.IsCapital(i) && !line.IsCapital(i - 1);
        if (GrammarWords.PersonalPronouns.Contains(word) || GrammarWords.CommonVerbs.Contains(word)) return true;
        if (word.EndsWith("ed") && i > start + 1 && TitleWords.IsTrade(line.Word(i - 1))) return true;
        if (line.Verb(i, out var form) is ReportingVerb.Saying or ReportingVerb.Judging && form != VerbForm.Base && !GrammarWords.Determiners.Contains(line.Word(i - 1))) return true;
        if (word is "in" or "on" or "at" or "by" && (GrammarWords.TimeWords.Contains(line.Word(i + 1)) || line.Kind(i + 1) == PieceKind.Number)) return true;
        if (word is "in" or "on" && line.Word(i + 1) is "a" or "an" or "his" or "her" && Statements.IsNoun(line, i + 2)) return true;
        return word is "yesterday" or "today" || i - start > 2 * Longest;
    }

    /// <summary>What is too long ends before its last preposition that stands early enough.</summary>
    private static int Shortened(Line line, int start, int end)
    {
        if (end - start <= Longest) return end;
        for (var i = start + Longest; i > start + HeadWithin; i--)
            if (GrammarWords.Prepositions.Contains(line.Word(i)) && line.Word(i) is not ("of" or "for")) return i;
        return end;
    }

    /// <summary>"a professor at the university and": without what hangs over at the end.</summary>
    private static int WithoutLooseEnd(Line line, int start, int end)
    {
        while (end > start && !line.IsCapital(end - 1) && (GrammarWords.Prepositions.Contains(line.Word(end - 1)) || line.Word(end - 1) is "a" or "an" or "the" or "his" or "her" or "its" or "their" or "this" or "that"
            || GrammarWords.ClauseOpeners.Contains(line.Word(end - 1)) || line.Word(end - 1).EndsWith("ly") || line.Word(end - 1) is "also" or "has" or "both")) end--;
        return end;
    }

    /// <summary>"Doe, speaker said" is one, "Doe, walked the director to" none.</summary>
    private static bool IsNounPhrase(Line line, int start, int end)
    {
        var first = line.Word(start);
        if (GrammarWords.CommonVerbs.Contains(first) || (first.EndsWith("ing") && !TitleWords.IsTrade(first)) || first.EndsWith("ly")) return false;
        return !(first.EndsWith("ed") && !IsKindOf(first)) && !(end - start > 1 && line.Verb(start, out _) != ReportingVerb.None);
    }

    /// <summary>Whether a role is of a kind: "a ministry spokesperson" is a "spokeswoman" too, "Superintendent of Police" an "SP".</summary>
    public static bool Has(string? role, ReadOnlySpan<char> noun)
    {
        if (role is null) return false;
        var span = role.AsSpan();
        foreach (var part in span.Split(' '))
            if (Same(span[part].TrimEnd(",."), noun)) return true;
        return noun.Length is >= 2 and <= 4 && !noun.ContainsAnyExceptInRange('A', 'Z') && BeginsWithLetters(role, noun);
    }

    /// <summary>Whether the words of a role begin, in a row, with the letters: "chief executive officer", "CEO".</summary>
    private static bool BeginsWithLetters(ReadOnlySpan<char> role, ReadOnlySpan<char> letters)
    {
        var at = 0;
        foreach (var part in role.Split(' '))
        {
            var word = role[part];
            if (word.IsEmpty || word is "of" or "the" or "for") continue;
            at = char.ToUpperInvariant(word[0]) == letters[at] ? at + 1 : 0;
            if (at == letters.Length) return true;
        }

        return false;
    }

    /// <summary>Whether a role is at the top of something: "the U.N. chief" is its secretary-general.</summary>
    public static bool IsHead(string? role)
    {
        foreach (var part in role.AsSpan().Split(' '))
            if (Heads.Contains(role.AsSpan()[part])) return true;
        return false;
    }

    private static readonly WordTable Heads = new("""
        secretary-general director-general president director chairman chairwoman chair chief head commissioner commander
        administrator executive ceo leader
        """);

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

    /// <summary>
    /// "the Pakistani spokesman" is the one whose role speaks of Pakistan: where two spokesmen face each other, the word
    /// before the noun says which. One whose role names another people is not meant, even if he is the only one.
    /// </summary>
    public static List<Figure> WithModifiers(Line line, int from, int noun, List<Figure> people)
    {
        for (var i = from; i < noun; i++)
        {
            if (line.Kind(i) != PieceKind.Word || line.Word(i).Length < 3) continue;
            var word = line.Bare(i).ToString();
            var told = people.FindAll(figure => figure.SpeaksOf(word));
            if (told.Count > 0) people = told;
            else if (line.IsCapital(i) && OrganisationWords.Places.Contains(word)) people = people.FindAll(figure => !Roles.NamesAPlace(figure.Role) && figure.Of is null);
        }

        return people;
    }

    /// <summary>"the spokesman for Hamas", "the head of the mine": only who is said to be of or for just that.</summary>
    public static List<Figure> WithTail(Line line, int from, int to, List<Figure> people)
    {
        for (var i = from; i < to; i++)
        {
            var word = line.Bare(i).ToString();
            if (word.Length < 3 || GrammarWords.Determiners.Contains(word) || GrammarWords.Prepositions.Contains(word)) continue;
            people = people.FindAll(figure => figure.SpeaksOf(word));
        }

        return people;
    }

    public static bool IsRank(string? rank, ReadOnlySpan<char> noun)
    {
        if (rank is null) return false;
        var last = rank.AsSpan(rank.LastIndexOf(' ') + 1).TrimEnd('.');
        return last.Length >= 3 && noun.StartsWith(last, StringComparison.OrdinalIgnoreCase)
            || (last.EndsWith(noun, StringComparison.OrdinalIgnoreCase) && noun.Length > 3)
            || ShortRanks.Contains(string.Concat(last, "/", noun));
    }

    /// <summary>Abbreviated ranks whose noun does not begin with them.</summary>
    private static readonly WordTable ShortRanks = new("""
        Sgt/sergeant Lt/lieutenant Cmdr/commander Cdr/commander Cpl/corporal Pvt/private Pfc/private Cpt/captain Dr/doctor Dr/physician
        Dr/surgeon Sen/senator Rep/congressman Rep/congresswoman Rep/lawmaker Sen/lawmaker Gov/governor Rev/pastor Rev/reverend Fr/priest Supt/superintendent
        Sheikh/cleric Ayatollah/cleric Imam/cleric Mullah/cleric Hojatoleslam/cleric Hojjatoleslam/cleric Bishop/cleric
        Pope/pontiff
        """);

    private static bool Same(ReadOnlySpan<char> a, ReadOnlySpan<char> b)
    {
        if (a.Equals(b, StringComparison.OrdinalIgnoreCase)) return true;
        return a.StartsWith("spokes", StringComparison.OrdinalIgnoreCase) && b.StartsWith("spokes", StringComparison.OrdinalIgnoreCase)
            && (a.EndsWith("person", StringComparison.OrdinalIgnoreCase) || b.EndsWith("person", StringComparison.OrdinalIgnoreCase));
    }
}
