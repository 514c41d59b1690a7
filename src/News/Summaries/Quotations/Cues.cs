namespace News.Summaries;

/// <summary>Reads the words around a quotation for who says it.</summary>
internal sealed class Cues(IReadOnlyList<Line> lines, Speakers speakers, Cast cast)
{
    private const int Reach = 40;

    /// <summary>"…," she said. "…," said Jane Doe. "…," according to Jane Doe.</summary>
    public Utterance? After(int index, int k, QuotedWords words)
    {
        var line = lines[index];
        var from = k + 1;
        var separated = words.EndsAsClause;
        while (line.Kind(from) is PieceKind.Comma or PieceKind.Dash)
        {
            separated = true;
            from++;
        }

        if (!separated && !(words.BeginsLarge && words.Count >= 4 && k == 0)) return null;
        return AfterAt(index, from, words.IsSentence ? QuoteKind.Full : KindBeforeReport(line, k, words));
    }

    /// <summary>"That is true," she said: the comma may stand behind the mark.</summary>
    private static QuoteKind KindBeforeReport(Line line, int k, QuotedWords words) =>
        words.BeginsLarge && (k == 0 || line.Kind(k - 1) is PieceKind.Stop or PieceKind.Colon) ? QuoteKind.Full : QuoteKind.Partial;

    private Utterance? AfterAt(int index, int from, QuoteKind kind)
    {
        var line = lines[index];
        if (line.Word(from).Equals("according", StringComparison.OrdinalIgnoreCase) && line.Word(from + 1) is "to")
            return Make(index, Subjects.After(line, from + 2), from, kind, Evidence.Adjacent, "according to");
        if (line.Word(from) is "a" or "ha" or "hat" or "ont" && line.Verb(from + 1, out _) == ReportingVerb.Saying) from++;
        var verb = line.Verb(from, out var form);
        if (verb == ReportingVerb.Saying && form == VerbForm.Finite)
            return Make(index, Subjects.After(line, from + 1), from, kind, Evidence.Adjacent);
        if (FirstVerb(line, from) is not { } at) return null;
        if (line.Verb(at, out _) == ReportingVerb.Thinking) return Utterance.NotSpoken;
        return Make(index, Subjects.Of(line, at, from), at, kind, Evidence.Adjacent);
    }

    /// <summary>
    /// The reporting verb whose subject begins at <paramref name="from"/>: only that subject and what belongs to it may
    /// stand between.
    /// </summary>
    private static int? FirstVerb(Line line, int from)
    {
        var first = line.Word(from);
        if (line.Kind(from) != PieceKind.Word || GrammarWords.EndsNounPhrase(first) || GrammarWords.ClauseOpeners.Contains(first)) return null;
        var comma = false;
        for (var i = from + 1; i < line.Count && i - from < Reach; i++)
        {
            if (line.Kind(i) is PieceKind.Quotation or PieceKind.Stop or PieceKind.Colon or PieceKind.Semicolon) return null;
            comma |= line.Kind(i) == PieceKind.Comma;
            var verb = line.Verb(i, out var form);
            if (line.IsCapital(i) || line.Kind(i) != PieceKind.Word) continue;
            var noun = IsNoun(line, i, form) || (form == VerbForm.Base && GrammarWords.Prepositions.Contains(line.Word(i - 1)));
            if (line.Word(i) is "heard" or "seen" && line.Verb(i + 1, out var heard) == ReportingVerb.Saying && heard == VerbForm.Participle) continue;
            if (line.Word(i) is "can" or "could" or "was" or "be" && line.Word(i + 1) is "be" or "heard") continue;
            var finite = form != VerbForm.Participle || line.Word(i - 1) is "as" or "heard" or "seen";
            if (verb is ReportingVerb.Saying or ReportingVerb.Thinking && finite && !noun)
                return Negated(line, i) ? null : i;
            if (!comma && GrammarWords.CommonVerbs.Contains(line.Word(i))) return null;
            if (!comma && GrammarWords.Auxiliaries.Contains(line.Word(i)) && line.Word(i) is not ("has" or "had" or "have" or "was")) return null;
        }

        return null;
    }

    /// <summary>She said, "…". The minister told reporters that "…". With one poster writing "…".</summary>
    public Utterance? Introducing(int index, int from, int k, QuotedWords words)
    {
        var line = lines[index];
        if (line.Kind(k - 1) is PieceKind.Word && GrammarWords.Prepositions.Contains(line.Word(k - 1)) && words.IsTitle) return Utterance.NotSpoken;
        var colon = line.Kind(k - 1) is PieceKind.Colon;
        var verb = LastCue(line, from, k);
        if (verb < 0) return colon ? IntroducedBySubject(index, from, k) : null;
        if (!colon && !IsBeside(line, verb, k)) return null;
        var which = line.Verb(verb, out _);
        if (which == ReportingVerb.Thinking) return Utterance.NotSpoken;
        if (which == ReportingVerb.Judging && verb + 1 == k && !words.IsSentence && words.Count < 2) return null;
        var kind = words.BeginsLarge && (colon || line.Kind(k - 1) is PieceKind.Comma || verb == k - 1) ? QuoteKind.Full : QuoteKind.Partial;
        if (Speak(index, verb, from, kind, colon ? Evidence.Introduction : Evidence.Adjacent) is { } found) return found;

        // "never had occasion to say": the words are nobody's. A finite verb has its subject elsewhere, or, in Arabic
        // and Persian, behind it, where nothing shows how far it reaches.
        line.Verb(verb, out var form);
        if (form == VerbForm.Base && line.Word(verb - 1) is "to") return colon ? null : Utterance.NotSpoken;
        return (colon && from == 0) || (from == 0 && which == ReportingVerb.Saying && form == VerbForm.Finite && words.IsSentence && line.Kind(k - 1) is PieceKind.Comma) ? new Utterance(true, QuoteKind.Full, Cue: line.Word(verb).ToString(), Line: index, CueIndex: verb) : null;
    }

    /// <summary>In the words of the prosecutor, Jane Doe: "…".</summary>
    private Utterance? IntroducedBySubject(int index, int from, int k)
    {
        var line = lines[index];
        var giving = Statements.Giving(line, from, k);
        return giving >= 0
            ? Make(index, Subjects.Of(line, giving, from) ?? Subjects.Main(line, from, k), giving, QuoteKind.Full, Evidence.Introduction)
            : Blunt(index, from, k);
    }

    /// <summary>Jane Doe was blunt: "…". The sentence names one person, its subject, and ends with a colon.</summary>
    private Utterance? Blunt(int index, int from, int k)
    {
        var line = lines[index];
        if (from > 0 || Naming.NamesBefore(line, from, k) || Subjects.Main(line, from, k) is not { } phrase) return null;
        var speaker = speakers.Resolve(index, phrase);
        if (speaker.Who is not { IsPerson: true, Parts.Length: > 0 } who) return null;
        foreach (var appearance in cast.In(index))
            if (appearance.Figure != who && appearance.Position < line[k].Start) return null;
        return new Utterance(true, QuoteKind.Full, who, speaker.Mention, null, Evidence.OnlyPerson, index, k - 1);
    }

    /// <summary>Whether between verb and quotation stands at most whom it was said to, "that", a comma or a dash.</summary>
    private static bool IsBeside(Line line, int verb, int k)
    {
        var words = 0;
        for (var i = verb + 1; i < k; i++)
        {
            if (line.Kind(i) is PieceKind.Comma or PieceKind.Dash && i == k - 1) continue;
            if (line.Kind(i) != PieceKind.Word || ++words > 6) return false;
            if (line.Word(i) is "that" && i == k - 1) return true;
            if (GrammarWords.Auxiliaries.Contains(line.Word(i)) || GrammarWords.CommonVerbs.Contains(line.Word(i))) return false;
        }

        return words == 0 || line.Kind(k - 1) is PieceKind.Comma or PieceKind.Dash || line.Verb(verb, out _) == ReportingVerb.Judging;
    }

    /// <summary>He said the plan had a "strong rationale". According to the paper, "her skin was weeping".</summary>
    public Utterance? Around(int index, int from, int k, QuotedWords words)
    {
        var line = lines[index];
        for (var verb = LastCue(line, from, k); verb >= 0; verb = LastCue(line, from, verb))
        {
            if (line.Verb(verb, out _) == ReportingVerb.Thinking) return Utterance.NotSpoken;
            if (line.Word(verb) is "according" or "According")
                return words.Count < 2 ? null : Make(index, Subjects.After(line, verb + 2), verb, KindInside(words), Evidence.Scope, "according to");
            if (Speak(index, verb, from, KindInside(words), Evidence.Scope) is { } found) return found;
        }

        return InTheWordsOf(index, from, k, words);
    }

    private static QuoteKind KindInside(QuotedWords words) => words.IsSentence ? QuoteKind.Full : QuoteKind.Partial;

    /// <summary>"in the words of the prosecutor, Jane Doe, …".</summary>
    private Utterance? InTheWordsOf(int index, int from, int k, QuotedWords words)
    {
        var line = lines[index];
        for (var i = from; i + 2 < k; i++)
        {
            if (line.Word(i) is not "words" || line.Word(i + 1) is not "of") continue;
            var phrase = Subjects.After(line, i + 2);
            if (phrase is { } role && line.Kind(role.To) == PieceKind.Comma && NameRun.Next(line, role.To) is { } run && run.Start == role.To + 1 && run.NameLength >= 2)
                phrase = new Phrase(run.Start, run.End, run.End);
            return Make(index, phrase, i, KindInside(words), Evidence.Adjacent, "in the words of");
        }

        return null;
    }

    /// <summary>It is a "real quote", she said. Its "corneas melting", according to the paper.</summary>
    public Utterance? Trailing(int index, int k, QuotedWords words)
    {
        var line = lines[index];
        for (var i = k + 1; i < line.Count && i - k < Reach; i++)
        {
            if (line.Kind(i) is PieceKind.Quotation or PieceKind.Semicolon) return null;
            if (line.Kind(i) == PieceKind.Comma && line.Word(i + 1) is "and" or "but" or "while" && HasQuotation(line, i)) return null;
            if (line.Word(i) is "according" && line.Word(i + 1) is "to")
                return Make(index, Subjects.After(line, i + 2), i, KindInside(words), Evidence.Scope, "according to");
            if (line.Kind(i) == PieceKind.Comma && EndsAsReport(line, i + 1) && AfterAt(index, i + 1, KindInside(words)) is { } found)
                return found.Spoken ? found with { Evidence = Evidence.Scope } : found;
        }

        return null;
    }

    /// <summary>Whether a segment is short and runs to the sentence's end: ", the ministry said in a statement."</summary>
    private static bool EndsAsReport(Line line, int from) => line.Count - from is > 1 and < 22 && !HasQuotation(line, from);

    private static bool HasQuotation(Line line, int from)
    {
        for (var i = from; i < line.Count && i - from < Reach; i++)
            if (line.Kind(i) == PieceKind.Quotation) return true;
        return false;
    }

    /// <summary>"…." — Jane Doe</summary>
    public Utterance? AfterDash(int index, int k, QuotedWords words)
    {
        var line = lines[index];
        if (!words.EndsWithStop || line.Kind(k + 1) != PieceKind.Dash || NameRun.Next(line, k + 2) is not { } run || run.Start != k + 2) return null;
        if (run.NameLength < 2 || line.Kind(run.End) is not (null or PieceKind.Comma or PieceKind.Stop)) return null;
        var phrase = new Phrase(run.Start, run.End, run.End);
        return Make(index, phrase, k + 1, QuoteKind.Full, Evidence.Introduction, "—");
    }

    /// <summary>The last reporting word before <paramref name="to"/>; names of things and negated verbs don't count.</summary>
    private static int LastCue(Line line, int from, int to)
    {
        for (var i = to - 1; i >= from; i--)
        {
            if (line.Kind(i) is PieceKind.Stop) return -1;
            if (line.Word(i).Equals("according", StringComparison.OrdinalIgnoreCase) && line.Word(i + 1) is "to") return i;
            var verb = line.Verb(i, out var form);
            if (verb is ReportingVerb.None or ReportingVerb.Naming || (line.IsCapital(i) && i > 0)) continue;
            if (IsNoun(line, i, form) || Negated(line, i)) continue;
            return i;
        }

        return -1;
    }

    /// <summary>"the claims", "a report", "their reply", "human demand for": nouns that look like verbs.</summary>
    private static bool IsNoun(Line line, int i, VerbForm form)
    {
        var before = line.Word(i - 1);
        if (line.Word(i).StartsWith("point", StringComparison.OrdinalIgnoreCase) && line.Word(i + 1) is not "out") return true;
        if (StandsAlone.Contains(before) && form == VerbForm.Finite && !PluralNouns.Contains(line.Word(i)) && !line.Word(i).EndsWith("s")) return false;
        if (GrammarWords.Determiners.Contains(before) || line.IsPossessive(i - 1)) return form != VerbForm.Participle;
        if (GrammarWords.Prepositions.Contains(before) && line.Word(i).EndsWith("ed")) return true;
        if (SingularNouns.Contains(line.Word(i)))
            return !before.EndsWith("s") && !TitleWords.PersonNounsInPlural.Contains(before) && before is not ("they" or "They" or "to");
        return PluralNouns.Contains(line.Word(i)) && !IntroducesWords(line, i + 1);
    }

    /// <summary>Determiners that can be a subject of their own: "one said", "the mother of five said".</summary>
    private static readonly WordTable StandsAlone = new("one another some several many two three four five six both each all most few");

    private static readonly WordTable SingularNouns = new("""
        post order report state answer comment claim note call label brand term attack express request demand estimate ask
        """);

    private static readonly WordTable PluralNouns = new("""
        states reports answers comments notes labels terms brands attacks posts requests demands estimates claims calls
        tweets
        """);

    /// <summary>"the ministry reports that", "Example Wire reports, "…": what follows a verb of saying, not a plural.</summary>
    private static bool IntroducesWords(Line line, int i) =>
        line.Kind(i) is PieceKind.Comma or PieceKind.Colon or PieceKind.Quotation or null || line.Word(i) is "that" or "it" || line.IsCapital(i)
        || GrammarWords.Determiners.Contains(line.Word(i));

    private static bool Negated(Line line, int verb) =>
        GrammarWords.Negations.Contains(line.Word(verb - 1))
        || (GrammarWords.Negations.Contains(line.Word(verb - 2)) && line.Word(verb - 1) is "have" or "be" or "yet" or "publicly" or "immediately");

    private Utterance? Speak(int index, int verb, int from, QuoteKind kind, Evidence evidence)
    {
        var line = lines[index];
        if (line.Word(verb).Equals("according", StringComparison.OrdinalIgnoreCase))
            return Make(index, Subjects.After(line, verb + 2), verb, kind, evidence, "according to");
        return Make(index, Subjects.Of(line, verb, from), verb, kind, evidence);
    }

    /// <summary>What the sentence reports without quoting: who says what, in its first clause that says so.</summary>
    public Utterance? Report(int index)
    {
        var line = lines[index];
        for (var i = 0; i < line.Count && i < 2 * Reach; i++)
        {
            var verb = line.Verb(i, out var form);
            if (line.Word(i).Equals("according", StringComparison.OrdinalIgnoreCase) && line.Word(i + 1) is "to")
                return Make(index, Subjects.After(line, i + 2), i, QuoteKind.Full, Evidence.SentenceBefore, "according to");
            if (verb != ReportingVerb.Saying || form == VerbForm.Participle || (line.IsCapital(i) && i > 0) || IsNoun(line, i, form)) continue;
            if (Speak(index, i, 0, QuoteKind.Full, Evidence.SentenceBefore) is { } found) return found;
        }

        var giving = Statements.Giving(line, 0, line.Count);
        return giving < 0 ? null : Make(index, Subjects.Of(line, giving, 0), giving, QuoteKind.Full, Evidence.SentenceBefore);
    }

    /// <summary>Who the sentence is about: its main clause's subject, where that is a person by name or pronoun.</summary>
    public Speaker? Subject(int index)
    {
        if (Subjects.Main(lines[index], 0, lines[index].Count) is not { } phrase) return null;
        return speakers.Resolve(index, phrase);
    }

    private Utterance? Make(int index, Phrase? phrase, int cue, QuoteKind kind, Evidence evidence, string? word = null)
    {
        if (phrase is not { IsEmpty: false } found || !Phrases.CanSpeak(lines[index], found)) return null;
        var line = lines[index];
        var speaker = speakers.Resolve(index, found);
        if (speaker.Who is { } who) cast.Add(index, speaker.Mention.Start, who);
        return new Utterance(true, kind, speaker.Who, speaker.Mention, word ?? line.Word(cue).ToString(), evidence, index, cue);
    }
}
