using System.Runtime.InteropServices;

namespace News.Summaries;

/// <summary>The pieces of a line that name who speaks: [From, To), and where the appositive after it ends.</summary>
/// <param name="Full">"Jane Doe, a spokeswoman" ends later than "Jane Doe".</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Phrase(int From, int To, int Full)
{
    public bool IsEmpty => To <= From;
}

/// <summary>Finds the subject of a reporting verb by the order of words, without parsing the rest of the sentence.</summary>
internal static class Subjects
{
    private const int LongestSubject = 40;

    /// <summary>
    /// Who does what the verb says. <paramref name="left"/> is the first piece that may belong to the subject.
    /// Null where the verb has none: "never had occasion to say", "was told".
    /// </summary>
    public static Phrase? Of(Line line, int verb, int left)
    {
        line.Verb(verb, out var form);
        if (line.Word(verb - 1) is "as" && Quoting(line, verb - 2, left) is { } quoting)
            return FollowsBe(line, quoting) ? Before(line, quoting, left) : After(line, quoting + 1);
        if (form == VerbForm.Participle && !FollowsBe(line, verb)) return OfParticiple(line, verb, left);
        if (form == VerbForm.Base && !BaseSpeaks(line, verb)) return null;
        if (line.Word(verb - 1) is "to" && line.Word(verb - 2) is "except" or "only") return MainBefore(line, left, verb - 2);
        if (line.Word(verb - 1) is "to") verb = line.Word(verb - 2) is "on" ? verb - 3 : verb - 2;
        if (form != VerbForm.Participle && FollowsBe(line, verb)) return Agent(line, verb);
        return Inserted(line, verb) ?? Before(line, verb, left);
    }

    /// <summary>"Jane Doe was quoted as saying", "the agency quoted Jane Doe as saying": the verb's index.</summary>
    private static int? Quoting(Line line, int from, int left)
    {
        for (var i = from; i >= left && from - i < 14; i--)
            if (line.Word(i) is "quoted" or "quotes" or "quoting" or "cited" or "cites" or "citing" or "reported") return i;
        return null;
    }

    /// <summary>"The key to it, says Doe, is the network": who stands behind the verb, between commas.</summary>
    private static Phrase? Inserted(Line line, int verb)
    {
        if (line.Word(verb) is not ("says" or "said") || line.Kind(verb - 1) != PieceKind.Comma || NameRun.Next(line, verb + 1) is not { NameLength: > 0 } run) return null;
        return run.Start == verb + 1 && line.Kind(run.End) == PieceKind.Comma && GrammarWords.Auxiliaries.Contains(line.Word(run.End + 1)) ? new Phrase(run.Start, run.End, run.End) : null;
    }

    private static bool FollowsBe(Line line, int verb)
    {
        var i = verb - 1;
        while (i >= 0 && line.Word(i).EndsWith("ly")) i--;
        return line.Word(i) is "is" or "are" or "was" or "were" or "been" or "being" or "be";
    }

    /// <summary>"officials say" does, "to say" does only after "went on", "would say" doesn't.</summary>
    private static bool BaseSpeaks(Line line, int verb)
    {
        var before = line.Word(verb - 1);
        if (before is "to") return line.Word(verb - 2) is "on" or "continued" or "continues" or "used" or "except" or "only";
        if (before is "did" or "does" or "do") return true;
        return !(GrammarWords.Auxiliaries.Contains(before) || GrammarWords.Determiners.Contains(before)
            || GrammarWords.Prepositions.Contains(before) || GrammarWords.Negations.Contains(before));
    }

    /// <summary>"was told by officials in the capital": the officials.</summary>
    private static Phrase? Agent(Line line, int verb)
    {
        for (var i = verb + 1; i < line.Count && i <= verb + 6; i++)
        {
            if (line.Kind(i) is not (PieceKind.Word or PieceKind.Quotation)) return null;
            if (line.Word(i) is "by") return After(line, i + 1);
        }

        return null;
    }

    /// <summary>
    /// "with one poster writing", ", the government recommending" have a subject of their own; else the main clause's
    /// does it: "Jane Doe rejected the claim, saying".
    /// </summary>
    private static Phrase? OfParticiple(Line line, int verb, int left)
    {
        if (line.Word(verb - 1) is "heard" or "seen")
        {
            // "in which Doe is heard telling": the subject of "is heard".
            var be = verb - 1;
            while (be > left && GrammarWords.Auxiliaries.Contains(line.Word(be - 1))) be--;
            return Before(line, be, left);
        }

        if (TrailingReport(line, verb, left) is { } report) return report;
        var i = verb - 1;
        while (i >= left && (line.Word(i) is "also" or "then" or "later" || line.Word(i).EndsWith("ly"))) i--;
        if (i > left && Statements.IsWriting(line, i) && FromDeterminer(line, i, left) is { } writing) return writing;
        if (i >= left && line.Kind(i) == PieceKind.Word && !line.IsPossessive(i) && !GrammarWords.Prepositions.Contains(line.Word(i)) && !GrammarWords.ClauseOpeners.Contains(line.Word(i)))
        {
            for (var from = i; from >= left && i - from < 8; from--)
            {
                var word = line.Word(from);
                if (word is "with" or "With") return new Phrase(from + 1, i + 1, i + 1);
                if (line.Kind(from) == PieceKind.Comma || line.Kind(from) == PieceKind.Quotation)
                    return !Clauses.HasVerb(line, from + 1, i + 1) && (line.IsCapital(from + 1) || GrammarWords.Determiners.Contains(line.Word(from + 1))) ? new Phrase(from + 1, i + 1, i + 1) : MainBefore(line, left, verb);
                if (word is "of" or "from" && EndsWithName(line, from, i + 1) && !(line.Kind(from - 1) == PieceKind.Word && TitleWords.PersonNouns.Contains(line.Word(from - 1)))) return new Phrase(from + 1, i + 1, i + 1);
                if (GrammarWords.Prepositions.Contains(word) && word is not "of") break;
            }
        }

        return MainBefore(line, left, verb);
    }

    /// <summary>The main clause's subject; where words in marks stand between, "defended “our values,” saying", it is before them.</summary>
    private static Phrase? MainBefore(Line line, int left, int verb)
    {
        var goesOn = left > 0 && line.Kind(left) == PieceKind.Word && char.IsLower(line.Word(left)[0]) && !GrammarWords.Determiners.Contains(line.Word(left))
            && !GrammarWords.PersonalPronouns.Contains(line.Word(left));
        var near = goesOn ? null : Main(line, left, verb);

        // "In rejecting the challenge, the commission said": the subject comes behind what introduces it.
        if (near is { } phrase && GrammarWords.Prepositions.Contains(line.Word(phrase.From)) && phrase.To == verb) return Main(line, left, line.Count);
        return near ?? (left > 0 ? Main(line, 0, left) : null) ?? (goesOn ? Main(line, left, verb) : null);
    }

    /// <summary>"Doe was hanged, the agency said, adding": who said so adds it, not Doe.</summary>
    private static Phrase? TrailingReport(Line line, int verb, int left)
    {
        if (line.Kind(verb - 1) != PieceKind.Comma) return null;
        for (var i = verb - 2; i > left && verb - i < 8; i--)
        {
            if (line.Kind(i) is PieceKind.Comma or PieceKind.Quotation or PieceKind.Colon) return null;
            if (line.Verb(i, out var form) != ReportingVerb.Saying || form != VerbForm.Finite || line.IsCapital(i)) continue;
            return Before(line, i, left) is { } phrase && line.Kind(phrase.From - 1) is PieceKind.Comma or PieceKind.Quotation ? phrase : null;
        }

        return null;
    }

    /// <summary>"a note reading", "a message stating": the writing speaks.</summary>
    private static Phrase? FromDeterminer(Line line, int noun, int left)
    {
        for (var i = noun - 1; i >= left && noun - i < 5 && line.Kind(i) == PieceKind.Word && !GrammarWords.Prepositions.Contains(line.Word(i)); i--)
            if (GrammarWords.Determiners.Contains(line.Word(i)) && line.Word(i) is not ("his" or "her" or "their" or "its")) return new Phrase(i, noun + 1, noun + 1);
        return null;
    }

    /// <summary>The subject of the sentence's first verb, past what introduces it: "In a statement, Jane Doe …".</summary>
    public static Phrase? Main(Line line, int left, int right)
    {
        var from = left;
        while (from < right && Clauses.Introduces(line, from, right, out var next)) from = next;
        if (from >= right || line.Kind(from) != PieceKind.Word) return null;
        if (GrammarWords.PersonalPronouns.Contains(line.Word(from))) return new Phrase(from, from + 1, from + 1);
        var to = from;
        while (to < right && to - from < LongestSubject && line.Kind(to) is PieceKind.Word or PieceKind.Number && !Clauses.IsVerb(line, to, from) && !Clauses.IsClauseOpener(line, to)) to++;
        if (line.Kind(to) == PieceKind.Comma && !EndsWithName(line, from, to) && Clauses.NextComma(line, to + 1, right) is var close and > 0)
        {
            // "The delegate, Jane Doe, thanked them but said": the name stands in the second segment here too.
            var name = line.Kind(to + 1) == PieceKind.Number ? to + 2 : to + 1;
            if (IsBareName(line, name, close)) return Trimmed(line, name, close, close);
        }

        while (to - 1 > from && IsBetween(line, to - 1)) to--;
        return to > from ? Trimmed(line, AfterTime(line, from, to), to, to) : null;
    }

    /// <summary>The subject that stands before its verb.</summary>
    private static Phrase? Before(Line line, int verb, int left)
    {
        var last = verb - 1;
        while (last >= left && IsBetween(line, last)) last--;
        last = PastAside(line, PastTime(line, last, left), left);
        if (last < left) return null;
        if (line.Word(last) is "and" or "but" or "or" or "then") return Shared(line, last, left);
        if (Parenthetical(line, last, left) is { } comma) return BeforeRelative(line, comma + 1, left);
        if (line.Word(last) is "who" or "which" or "that") return BeforeRelative(line, last, left);
        if (WhoseClause(line, last, left) is { } inside) left = inside;
        if (line.Kind(last) == PieceKind.Dash && BeforeDashes(line, last, left) is { } named) return named;
        var closed = line.Kind(last) == PieceKind.Comma;
        var end = closed ? last : last + 1;
        if (line.Kind(last) is not (PieceKind.Word or PieceKind.Comma or PieceKind.Number)) return null;
        var from = Clauses.Start(line, end - 1, left, closed);
        for (var i = from + 1; !closed && i < end - 1; i++)
        {
            // "a father who did not want to be named told": the father.
            if (line.Word(i) is "who" && line.Kind(i - 1) == PieceKind.Word && Clauses.NextComma(line, i, end) < 0 && Clauses.HasVerb(line, i, end) && !EndsWithPronoun(line, end)) return BeforeRelative(line, i, left);
        }

        return from < end ? Head(line, from, end, closed) : null;
    }

    /// <summary>"Doe, who has in the past described": steps over the time between subject and verb.</summary>
    private static int PastTime(Line line, int last, int left)
    {
        if (line.Word(last) is not ("past" or "time" or "years" or "months" or "weeks" or "days")) return last;
        for (var i = last - 1; i > left && last - i < 4; i--)
        {
            if (!GrammarWords.Prepositions.Contains(line.Word(i))) continue;
            i--;
            while (i >= left && IsBetween(line, i)) i--;
            return i;
        }

        return last;
    }

    /// <summary>"Jane Doe, meanwhile, said": steps over the aside.</summary>
    private static int PastAside(Line line, int last, int left) =>
        last - 3 >= left && line.Kind(last) == PieceKind.Comma && line.Kind(last - 2) == PieceKind.Comma
        && line.Word(last - 1) is "meanwhile" or "however" or "though" or "too" or "then" or "therefore" or "instead" ? last - 3 : last;

    /// <summary>
    /// "The minister “regretted” it and called for calm": the verb after "and" has the subject of the one before. Where
    /// a quotation stands between and nothing that could be a subject, the speaker before goes on: null.
    /// </summary>
    private static Phrase? Shared(Line line, int and, int left)
    {
        var from = Clauses.Start(line, and - 1, left);
        var phrase = Main(line, from, and);

        // "gave the cause as sepsis and said": a subject has a verb of its own before the "and".
        while (from > left + 1 && line.Kind(from - 1) == PieceKind.Word && !(phrase is { } at && Clauses.HasVerb(line, at.To, and)))
        {
            from = Clauses.Start(line, from - 2, left);
            phrase = Main(line, from, and);
        }

        // "Doe joked that Oslo was his answer, but went on to say": whoever said the one says the other.
        if (from > left && line.Word(from - 1) is "that" && phrase is { } inner && (line.Kind(and - 1) == PieceKind.Comma || !Phrases.IsSomebody(line, inner))) return Main(line, left, and);
        return from > 0 && line.Kind(from - 1) == PieceKind.Quotation && !(phrase is { } own && Clauses.HasVerb(line, own.To, and)) ? null : phrase;
    }

    /// <summary>
    /// ", who was there," or ", asked if it was so," before the verb: the comma that opens it, with the subject before it.
    /// </summary>
    private static int? Parenthetical(Line line, int last, int left)
    {
        if (line.Kind(last) != PieceKind.Comma) return null;
        var quotes = false;
        for (var i = last - 2; i > left && last - i < LongestSubject; i--)
        {
            quotes |= line.Kind(i) == PieceKind.Quotation;
            if (line.Kind(i) is PieceKind.Semicolon or PieceKind.Colon or PieceKind.Stop) return null;
            if (line.Kind(i) != PieceKind.Comma) continue;
            if (quotes) return IsAttitude(line, i + 1) ? i : null; // wearing “Ted Roe” pins,
            if (line.Word(i + 1) is "whose") return Clauses.HasVerb(line, i + 2, last) ? i : null;
            if (line.Word(i + 1) is "who" or "which" or "whom" or "asked" or "reached" or "contacted" || IsAttitude(line, i + 1))
                return TitleWords.AfterNames.Contains(line.Word(i - 1)) && line.Kind(i - 2) == PieceKind.Comma ? i - 2 : i; // Doe, M.P., who
        }

        return null;
    }

    /// <summary>", speaking in Oslo,", ", clad in a cape,": how somebody is as he says so.</summary>
    private static bool IsAttitude(Line line, int i) =>
        line.Word(i) is "speaking" or "referring" or "answering" or "clad" or "dressed" or "wearing" or "flanked" or "surrounded" or "standing" or "sitting" or "seated" or "holding";

    /// <summary>"Jane Doe — mentioned as a candidate — said": the subject before the first dash.</summary>
    private static Phrase? BeforeDashes(Line line, int second, int left)
    {
        for (var i = second - 1; i > left && second - i < LongestSubject; i--)
        {
            if (line.Kind(i) is PieceKind.Quotation or PieceKind.Semicolon or PieceKind.Stop) return null;
            if (line.Kind(i) != PieceKind.Dash) continue;
            var start = Clauses.Start(line, i - 1, left);
            return start < i && !Clauses.HasVerb(line, start, i) ? Head(line, start, i, closed: false) : null;
        }

        return null;
    }

    /// <summary>"the Marlow Trust, whose chairman, Giles Marlow, called it": the clause begins behind "whose".</summary>
    private static int? WhoseClause(Line line, int last, int left)
    {
        for (var i = last - 1; i > left && last - i < 12 && line.Kind(i) is PieceKind.Word or PieceKind.Comma; i--)
            if (line.Word(i) is "whose") return Clauses.HasVerb(line, i + 1, last) ? null : i + 1;
        return null;
    }

    private static bool IsBetween(Line line, int i) =>
        line.Kind(i) == PieceKind.Word && !line.IsCapital(i)
        && (GrammarWords.BetweenSubjectAndVerb.Contains(line.Word(i)) || (line.Word(i).EndsWith("ly") && line.Word(i).Length > 4));

    /// <summary>"Jane Doe, who was there, said": the name before the relative clause.</summary>
    private static Phrase? BeforeRelative(Line line, int who, int left)
    {
        var comma = line.Kind(who - 1) == PieceKind.Comma;
        var aside = comma ? PastAside(line, who - 1, left) : who;
        var end = comma && aside < who - 1 ? aside + 1 : comma ? who - 1 : who;
        if (end - 2 > left && line.Kind(end - 1) == PieceKind.Number && line.Kind(end - 2) == PieceKind.Comma) end -= 2;
        if (end <= left) return null;
        var start = Clauses.Start(line, end - 1, left);
        if (start < end && !Clauses.HasVerb(line, start, end)) return Head(line, start, end, closed: false);

        // "Police freed Jane Doe, who said": the name nearest to "who".
        var from = end;
        while (from > left && line.Kind(from - 1) == PieceKind.Word && end - from < 10 && !Clauses.IsClauseOpener(line, from - 1)
            && !Clauses.IsVerb(line, from - 1, left) && !(GrammarWords.Prepositions.Contains(line.Word(from - 1)) && line.Word(from - 1) is not "of")) from--;
        return from < end ? Trimmed(line, from, end, end) : null;
    }

    /// <summary>
    /// Of the segments between commas, the one that names the speaker: "In a statement, [Jane Doe], a spokeswoman, said";
    /// "Malaysia's Prime Minister, [Jane Doe] said"; "he was late, [officials] said".
    /// </summary>
    private static Phrase? Head(Line line, int from, int end, bool closed)
    {
        var start = from;
        while (Clauses.IsAdverbial(line, start) && Clauses.NextComma(line, start, end) is var comma and >= 0 && comma + 1 < end) start = comma + 1;
        if (!closed)
        {
            var last = start;
            for (var c = Clauses.NextComma(line, start, end); c >= 0; c = Clauses.NextComma(line, c + 1, end)) last = c + 1;
            if (last > start && !Clauses.HasVerb(line, start, last - 1) && TitleEnds(line, start, last - 1)) return Trimmed(line, last, end, end);
            return Trimmed(line, AfterTime(line, last, end), end, end);
        }

        for (var c = Clauses.NextComma(line, start, end); c >= 0 && Clauses.HasVerb(line, start, c); c = Clauses.NextComma(line, start, end)) start = c + 1;
        var first = Clauses.NextComma(line, start, end);
        if (first < 0) return Trimmed(line, AfterTime(line, start, end), end, end);

        // "The secretary general of the conference, Nunzio Doe, has called": the name stands in the second segment.
        var second = Clauses.NextComma(line, first + 1, end);
        var to = second < 0 ? end : second;
        var name = line.Kind(first + 1) == PieceKind.Number && line.Kind(first + 2) == PieceKind.Word ? first + 2 : first + 1;
        if (!EndsWithName(line, start, first) && IsBareName(line, name, to)) return Trimmed(line, name, to, to);
        return Trimmed(line, AfterTime(line, start, first), first, end);
    }

    private static bool EndsWithPronoun(Line line, int end) =>
        line.Word(end - 1) is "he" or "she" or "they" or "it" or "we" or "I";

    private static bool TitleEnds(Line line, int from, int to)
    {
        for (var i = from; i < to; i++)
            if (TitleWords.PersonNouns.Contains(line.Word(i)) || TitleWords.Offices.Contains(line.Word(i))) return true;
        return false;
    }

    private static bool EndsWithName(Line line, int from, int to)
    {
        for (var run = NameRun.Next(line, from); run is { } r && r.Start < to; run = NameRun.Next(line, r.End))
            if (r.NameLength >= 2 && r.End <= to && !line.IsPossessive(r.End - 1) && !GrammarWords.Prepositions.Contains(line.Word(r.Start - 1))) return true;
        return false;
    }

    /// <summary>"Nunzio Doe", "Tom Briggs of Ohio" and nothing else.</summary>
    private static bool IsBareName(Line line, int from, int to) =>
        NameRun.Next(line, from) is { } run && run.Start == from && (run.NameLength >= 2 || (run.End == to && IsCommon(line, from - 2)))
        && (run.End == to || line.Word(run.End) is "of" or "from");

    /// <summary>"The manufacturer, Aerodyne, said", "his wife, Deb, said": after a common noun one word is a name too.</summary>
    private static bool IsCommon(Line line, int i) =>
        line.Kind(i) == PieceKind.Word && !line.IsCapital(i)
        && (TitleWords.PersonNouns.Contains(line.Word(i)) || OrganisationWords.InstitutionNouns.Contains(line.Word(i)) || line.Word(i).EndsWith("er"));

    /// <summary>"On Wednesday the minister": begins after the day.</summary>
    private static int AfterTime(Line line, int from, int end)
    {
        if (Phrases.IsApproximate(line, from) || (!GrammarWords.Prepositions.Contains(line.Word(from)) && !GrammarWords.TimeWords.Contains(line.Word(from)))) return from;
        var i = from;
        while (i < end && (GrammarWords.Prepositions.Contains(line.Word(i)) || GrammarWords.TimeWords.Contains(line.Word(i)) || line.Kind(i) == PieceKind.Number)) i++;
        return i > from + 1 && i < end ? i : from;
    }

    /// <summary>"what it called", "which the Pentagon described as".</summary>
    public static bool IsRelative(Line line, int i) => line.Word(i) is "what" or "which" or "whom" or "that";

    private static Phrase? Trimmed(Line line, int from, int to, int full)
    {
        while (from < to && (line.Kind(from) is not PieceKind.Word || line.Word(from) is "both" or "even" or "only" or "But" or "And" or "Also" or "also" or "Then" or "then")) from++;
        while (to > from && line.Kind(to - 1) is not PieceKind.Word) to--;
        if (to - from > 1 && EndsWithPronoun(line, to)) from = to - 1;

        // "in a ruling prosecutors called": the plural without article begins a clause of its own.
        if (to - from > 1 && GrammarWords.Prepositions.Contains(line.Word(from)) && !Phrases.IsApproximate(line, from) && TitleWords.PersonNounsInPlural.Contains(line.Word(to - 1))) from = to - 1;
        for (var i = to - 2; i >= from; i--)
        {
            // "all they get is a message", "condemned what it", "which the Pentagon": the phrase begins after these.
            if (!(GrammarWords.Auxiliaries.Contains(line.Word(i)) || IsRelative(line, i)) || line.IsCapital(i) || (line.Word(i) is "that" && GrammarWords.Prepositions.Contains(line.Word(i - 1)))) continue;
            from = i + 1;
            break;
        }

        return to > from ? new Phrase(from, to, Math.Max(to, full)) : null;
    }

    /// <summary>The noun phrase that begins at <paramref name="from"/>: after "said" or "according to".</summary>
    public static Phrase? After(Line line, int from)
    {
        if (line.Kind(from) != PieceKind.Word) return null;
        if (GrammarWords.PersonalPronouns.Contains(line.Word(from))) return new Phrase(from, from + 1, from + 1);
        if (GrammarWords.Prepositions.Contains(line.Word(from)) || GrammarWords.ClauseOpeners.Contains(line.Word(from)) || line.Word(from).EndsWith("ly")) return null;
        var to = from;
        while (to < line.Count && line.Kind(to) is PieceKind.Word or PieceKind.Number && to - from < 20 && !EndsPhrase(line, to, from)) to++;
        if (to == from) return null;
        if (line.Kind(to) == PieceKind.Comma && TitleEnds(line, from, to) && !EndsWithName(line, from, to)
            && NameRun.Next(line, to) is { } run && run.Start == to + 1 && run.NameLength >= 2 && line.Kind(run.End) is null or PieceKind.Comma or PieceKind.Stop)
            return new Phrase(run.Start, run.End, run.End);
        return Trimmed(line, from, to, to);
    }

    private static bool EndsPhrase(Line line, int i, int from)
    {
        if (i == from) return false;
        var word = line.Word(i);
        if (GrammarWords.ClauseOpeners.Contains(word) && !(word is "and" && line.IsCapital(i + 1))) return true;
        if (word is "who" or "which" or "to" or "during" or "via" or "through" or "about") return true;
        if (word is "on" or "at" or "in" or "by" or "with" && line.IsCapital(i - 1)) return true;
        if (word is "in" or "on" or "at" && line.Word(i + 1) is "a" or "an" or "his" or "her" or "their" or "its" && Statements.IsNoun(line, i + 2)) return true;
        if (GrammarWords.TimeWords.Contains(word) && !(line.IsCapital(i) && line.IsCapital(i - 1) && line.IsCapital(i + 1))) return true;
        return word is "on" or "in" && GrammarWords.TimeWords.Contains(line.Word(i + 1)) || GrammarWords.Auxiliaries.Contains(word)
            || (word.EndsWith("ing") && line.IsCapital(i - 1) && !line.IsCapital(i));
    }
}
