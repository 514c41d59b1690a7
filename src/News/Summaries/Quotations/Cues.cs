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
        if (Source.Read(line, from) is { } source) return From(index, source, kind, Evidence.Adjacent);
        var verb = line.Verb(from, out var form);
        if (verb == ReportingVerb.Saying && form == VerbForm.Finite)
            return Make(index, Subjects.After(line, from + 1), from, kind, Evidence.Adjacent);
        if (line.Word(from) is "came" && SpeechNouns.AreCriesFrom(line, from, out var criers))
            return Make(index, Subjects.After(line, criers), from, kind, Evidence.Adjacent) ?? new Utterance(true, kind, Line: index, CueIndex: from);
        if (CueVerbs.First(line, from) is not { } at) return null;
        if (line.Verb(at, out _) == ReportingVerb.Thinking) return Utterance.NotSpoken;
        return Make(index, Subjects.Of(line, at, from), at, kind, Evidence.Adjacent);
    }

    /// <summary>She said, "…". The minister told reporters that "…". With one poster writing "…".</summary>
    public Utterance? Introducing(int index, int from, int k, QuotedWords words)
    {
        var line = lines[index];
        var colon = line.Kind(k - 1) is PieceKind.Colon;
        var cue = NearestCue(line, from, k, k);
        if (cue < 0) return colon ? Label(index, from, k) ?? IntroducedBySubject(index, from, k) : null;
        if (!CueVerbs.Reports(line, cue) || (!colon && !IsBeside(line, cue, k))) return null;
        var which = line.Verb(cue, out var form);
        if (which == ReportingVerb.Thinking && words.IsSentence) return Utterance.NotSpoken;
        if (which is ReportingVerb.Thinking or ReportingVerb.Holding) return null;
        if (IsName(line, cue, k, words)) return Utterance.NotSpoken;
        if (words.IsSentence && line.Word(cue) is "cited" or "cites" or "citing") return new Utterance(true, QuoteKind.Full, Line: index);
        if (which == ReportingVerb.Judging && cue + 1 == k && !words.IsSentence && words.Count < 2) return null;
        var kind = words.BeginsLarge && (colon || line.Kind(k - 1) is PieceKind.Comma || cue == k - 1) ? QuoteKind.Full : QuoteKind.Partial;
        if (colon && cue == 0 && form == VerbForm.Finite && Make(index, Subjects.After(line, 1), 0, kind, Evidence.Introduction) is { } inverted) return inverted;
        if (Speak(index, cue, from, kind, colon ? Evidence.Introduction : Evidence.Adjacent) is { } found) return found;

        // "never had occasion to say": the words are nobody's. A finite verb has its subject elsewhere, or, in Arabic
        // and Persian, behind it, where nothing shows how far it reaches.
        if (form == VerbForm.Base && line.Word(cue - 1) is "to") return colon ? null : Utterance.NotSpoken;
        return (colon && from == 0) || (from == 0 && which == ReportingVerb.Saying && form == VerbForm.Finite && words.IsSentence && line.Kind(k - 1) is PieceKind.Comma) ? new Utterance(true, QuoteKind.Full, Cue: line.Word(cue).ToString(), Line: index, CueIndex: cue) : null;
    }

    /// <summary>Doe's "47 percent" remark: what stands between an owner and a noun of saying.</summary>
    public Utterance? Possessed(int index, int from, int k)
    {
        var line = lines[index];
        if (line.Kind(k + 1) != PieceKind.Word || !SpeechNouns.AreMadeOf(line.Word(k + 1)) || SpeechNouns.Owner(line, k, from) is not { } owner) return null;
        return Owned(index, owner, k + 1, QuoteKind.Partial, Evidence.Noun, line.Word(k + 1).ToString());
    }

    /// <summary>"which locals call “the Wedding Cake”", "Acme called “Half Life” …": a verb of judging before a name.</summary>
    private static bool IsName(Line line, int cue, int k, QuotedWords words) =>
        cue + 1 == k && ((line.Word(cue) is "call" && !words.IsSentence && words.Count < 4 && line.Word(cue - 1) is not ("to" or "did"))
            || (line.Verb(cue, out _) == ReportingVerb.Judging && words is { IsTitle: true, Count: > 1 }));

    /// <summary>Jane Doe: "…". Nothing but a name, with its title, stands before the colon.</summary>
    private Utterance? Label(int index, int from, int k)
    {
        var line = lines[index];
        var start = k - 1;
        while (start > from && line.Kind(start - 1) == PieceKind.Word) start--;
        if (k - 1 - start is 0 or > 8 || NameRun.Next(line, start) is not { NameLength: > 0 } run || run.End != k - 1) return null;
        for (var i = start; i < run.Start; i++)
            if (GrammarWords.EndsNounPhrase(line.Word(i)) && line.Word(i) is not "of" || GrammarWords.ClauseOpeners.Contains(line.Word(i))) return null;
        return Make(index, new Phrase(start, run.End, run.End), k - 1, QuoteKind.Full, Evidence.Introduction, ":");
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
        Utterance? held = null;
        for (var cue = NearestCue(line, from, k, k); cue >= 0; cue = NearestCue(line, from, cue, k))
        {
            var verb = CueVerbs.Reports(line, cue) ? line.Verb(cue, out _) : ReportingVerb.None;
            if (verb == ReportingVerb.Thinking && words.IsSentence) return Utterance.NotSpoken;
            if (line.Word(cue) is "according" or "According" && words.Count < 2) return null;
            if (verb is ReportingVerb.Thinking or ReportingVerb.Holding && !(Subjects.Of(line, cue, from) is { } subject && Phrases.IsSomebody(line, subject))) continue;
            if (Speak(index, cue, from, KindInside(words), Evidence.Scope) is not { } found) continue;
            if (verb is not (ReportingVerb.Thinking or ReportingVerb.Holding)) return found;

            // "Doe said he hopes", "Doe told voters who wonder": whoever says so is meant.
            held ??= found with { Evidence = Evidence.Attitude };
            if (!IsPronoun(held) && line.Word(cue - 1) is not ("who" or "that")) return held;
        }

        for (var i = k - 2; held is null && i >= Math.Max(from, k - 3); i--)
            if (SpeechNouns.AreCries(line, i, k)) return new Utterance(true, KindInside(words), Cue: line.Word(i).ToString(), Evidence: Evidence.Adjacent, Line: index);
        return held;
    }

    /// <summary>"Then, after a pause: “…”": whoever spoke before goes on.</summary>
    public bool HasNoSubject(int index, int from, int k) => Subjects.Main(lines[index], from, k - 1) is null;

    private static bool IsPronoun(Utterance found) => found.Mention is { } mention && GrammarWords.PersonalPronouns.Contains(mention.Text);

    /// <summary>
    /// The last word before <paramref name="to"/> that gives somebody's words: a verb, "according to Doe", "as Doe put
    /// it", "Doe's claim that". A noun that a verb judges is none: "called his remarks about Doe …".
    /// </summary>
    private static int NearestCue(Line line, int from, int to, int k)
    {
        for (var i = to - 1; i >= from; i--)
        {
            if (line.Kind(i) is PieceKind.Stop) return -1;
            if (CueVerbs.Reports(line, i) || Source.Read(line, i) is not null) return i;
            if (SpeechNouns.Gives(line, i, k) && (SpeechNouns.Owner(line, i, from) ?? SpeechNouns.Author(line, i)) is not null && !IsJudged(line, i, from)) return i;
        }

        return -1;
    }

    private static bool IsJudged(Line line, int noun, int from)
    {
        if (line.Word(noun + 1) is "that") return false;
        for (var i = noun - 1; i >= from && noun - i < 8 && line.Kind(i) == PieceKind.Word; i--)
            if (line.Verb(i, out _) == ReportingVerb.Judging) return true;
        return false;
    }

    private static QuoteKind KindInside(QuotedWords words) => words.IsSentence ? QuoteKind.Full : QuoteKind.Partial;

    /// <summary>It is a "real quote", she said. Its "corneas melting", according to the paper.</summary>
    public Utterance? Trailing(int index, int k, QuotedWords words)
    {
        var line = lines[index];
        for (var i = k + 1; i < line.Count && i - k < Reach; i++)
        {
            if (line.Kind(i) is PieceKind.Quotation or PieceKind.Semicolon) return null;
            if (line.Kind(i) == PieceKind.Comma && line.Word(i + 1) is "and" or "but" or "while" && HasQuotation(line, i)) return null;
            if (Source.Read(line, i) is { } source) return From(index, source, KindInside(words), Evidence.Scope);
            if (line.Kind(i) == PieceKind.Comma && (EndsAsReport(line, i + 1) || IsShortReport(line, i + 1)) && AfterAt(index, i + 1, KindInside(words)) is { } found)
                return found.Spoken ? found with { Evidence = Evidence.Scope } : found;
        }

        return null;
    }

    /// <summary>Whether a segment is short and runs to the sentence's end: ", the ministry said in a statement."</summary>
    private static bool EndsAsReport(Line line, int from) => line.Count - from is > 1 and < 22 && !HasQuotation(line, from);

    /// <summary>", Doe said at the meeting, “…”": a subject of a few words and a verb of saying.</summary>
    private static bool IsShortReport(Line line, int from) =>
        CueVerbs.First(line, from) is { } verb && verb - from <= 4 && line.Verb(verb, out _) == ReportingVerb.Saying;

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

    private Utterance? Speak(int index, int cue, int from, QuoteKind kind, Evidence evidence)
    {
        var line = lines[index];
        if (CueVerbs.Reports(line, cue)) return Make(index, Subjects.Of(line, cue, from), cue, kind, evidence);
        if (Source.Read(line, cue) is { } source) return From(index, source, kind, evidence);
        if (SpeechNouns.Owner(line, cue, from) is { } owner) return Owned(index, owner, cue, kind, Evidence.Noun, line.Word(cue).ToString());
        return Make(index, SpeechNouns.Author(line, cue), cue, kind, Evidence.Noun);
    }

    private Utterance? From(int index, Source source, QuoteKind kind, Evidence evidence) =>
        source.Owns
            ? Owned(index, source.Who, source.At, kind, evidence, source.Cue)
            : Make(index, source.Who, source.At, kind, evidence, source.Cue);

    /// <summary>"Doe's", "her": whose words they are stands as a possessive.</summary>
    private Utterance? Owned(int index, Phrase owner, int cue, QuoteKind kind, Evidence evidence, string word)
    {
        var line = lines[index];
        var mention = line.Span(owner.From, owner.To);
        mention = mention with { Text = Line.WithoutPossessive(mention.Text).ToString() };
        var who = NameRun.Next(line, owner.From) is { NameLength: > 0 } run && run.End == owner.To ? cast.Find(line, run) : null;
        return new Utterance(true, kind, who ?? speakers.Resolve(index, owner).Who, mention, word, evidence, index, cue);
    }

    /// <summary>What the sentence reports without quoting: who says what, in its first clause that says so.</summary>
    public Utterance? Report(int index)
    {
        var line = lines[index];
        for (var i = 0; i < line.Count && i < 2 * Reach; i++)
        {
            if (line.Word(i) is "according" or "According" && Source.Read(line, i) is { } source)
                return From(index, source, QuoteKind.Full, Evidence.SentenceBefore);
            var verb = line.Verb(i, out var form);
            if (verb != ReportingVerb.Saying || form == VerbForm.Participle || (line.IsCapital(i) && i > 0) || CueVerbs.IsNoun(line, i, form)) continue;
            if (i == 0 && form == VerbForm.Finite && line.Kind(line.Count - 1) == PieceKind.Colon && Make(index, Subjects.After(line, 1), 0, QuoteKind.Full, Evidence.SentenceBefore) is { } inverted) return inverted;
            if (Speak(index, i, 0, QuoteKind.Full, Evidence.SentenceBefore) is { } found) return found;
        }

        var giving = Statements.Giving(line, 0, line.Count);
        return giving < 0 ? null : Make(index, Subjects.Of(line, giving, 0), giving, QuoteKind.Full, Evidence.SentenceBefore);
    }

    /// <summary>"Doe was blunter.": a few words that say how somebody spoke.</summary>
    public bool IsShortRemark(int index)
    {
        var line = lines[index];
        return line.Count < 14 && Subjects.Main(line, 0, line.Count) is { } phrase && (line.Word(phrase.To) is "was" or "is" or "were" or "wasn't" or "isn't" or "wasn’t" or "isn’t"
            || (line.Kind(phrase.To) == PieceKind.Comma && line.Word(phrase.To + 1) is "was" or "is"));
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
