namespace News.Summaries;

/// <summary>
/// Says of every quotation whether somebody spoke it, and who. What stands nearest counts first: a reporting verb
/// beside the quotation, then one in its sentence, then the quotation or the report before it. Where nothing says who
/// spoke, a whole sentence stays a quotation without a speaker, and a word in marks is none.
/// </summary>
internal sealed class Attribution
{
    /// <summary>A sentence with more marks than this is no sentence: who speaks in the rest is not asked.</summary>
    private const int MostInSentence = 100;

    /// <summary>So many words and marks before a quotation its sentence is read: in a longer one nobody finds the speaker.</summary>
    private const int LongestReport = 120;

    private readonly string text;
    private readonly IReadOnlyList<Paragraph> paragraphs;
    private readonly IReadOnlyList<Quotation> quotations;
    private readonly IReadOnlyList<Line> lines;
    private readonly Cues cues;
    private readonly ForeignCues foreign;
    private readonly Context context;
    private readonly Utterance?[] utterances;

    public Attribution(string text, IReadOnlyList<Paragraph> paragraphs, IReadOnlyList<Quotation> quotations, IReadOnlyList<Line> lines)
    {
        this.text = text;
        this.paragraphs = paragraphs;
        this.quotations = quotations;
        this.lines = lines;
        var cast = new Cast(lines);
        utterances = new Utterance?[quotations.Count];
        Speakers = new Speakers(lines, cast);
        cues = new Cues(lines, Speakers, cast);
        foreign = new ForeignCues(lines, Speakers);
        context = new Context(lines, paragraphs, cues, utterances);
    }

    /// <summary>Whom the text's phrases mean; once this has run, with everybody known who says something.</summary>
    public Speakers Speakers { get; }

    /// <summary>One for each quotation, in order.</summary>
    public IReadOnlyList<Utterance?> Utterances => utterances;

    public void Run()
    {
        for (var i = 0; i < lines.Count; i++)
        {
            var kind = paragraphs[lines[i].Paragraph].Kind;
            var story = kind == ParagraphKind.Story;
            var asked = 0;
            var previous = -1;
            for (var p = 0; p < lines[i].Count; p++)
            {
                if (lines[i].Kind(p) != PieceKind.Quotation) continue;
                var quotation = lines[i][p].Quotation;
                var utterance = utterances[quotation] = story && ++asked <= MostInSentence ? Attribute(i, p, previous) : Utterance.NotSpoken;
                if (utterance.Spoken) previous = p;
                else lines[i].ReadAsWord(p);
            }

            context.Remember(i);
        }

        PulledLines.GiveToTheirSpeakers(text, quotations, utterances);
    }

    private Utterance Attribute(int index, int k, int previous)
    {
        var line = lines[index];
        var quotation = quotations[line[k].Quotation];
        var words = QuotedWords.Of(text, quotation.Inner);
        var before = previous < 0 ? null : utterances[line[previous].Quotation];
        if (quotation.Continues && context.OpenEnded(line[k].Quotation) is { } open) return GoesOn(open, index, k, words);
        var from = Math.Max(previous + 1, k - LongestReport);
        if (cues.Possessed(index, from, k) is { } owned) return owned;
        if (Naming.Names(line, k) || Naming.NamesWork(line, k, words)) return Utterance.NotSpoken;

        var found = foreign.Read(index, from, k, words);
        found ??= LeadIsEmpty(line, from, k)
            ? cues.After(index, k, words) ?? Interrupted(index, k, previous, before)
            : Interrupted(index, k, previous, before) ?? cues.Introducing(index, from, k, words)
                ?? Nearer(cues.After(index, k, words), index, from, k, words) ?? Inherited(index, previous, k, before, words);
        found ??= cues.Trailing(index, k, words) ?? Inherited(index, previous, k, before, words);
        if (found is null) return Alone(index, k, from, words);
        if (words.IsTitle && found.Spoken && found.Evidence < Evidence.Adjacent) return Utterance.NotSpoken;
        return found;
    }

    /// <summary>
    /// A speech over several paragraphs: whoever began it speaks on. Where the last paragraph only says who ("…," Haddad
    /// said), those before it are that speaker's too.
    /// </summary>
    private Utterance GoesOn(Utterance open, int index, int k, QuotedWords words)
    {
        if (open.Who is not null || cues.After(index, k, words) is not { Who: not null } named) return open.GoesOn(index, QuoteKind.Continued);
        for (var i = lines[index][k].Quotation - 1; i >= 0 && quotations[i].OpenEnded && utterances[i] is { Spoken: true, Who: null } before; i--)
            utterances[i] = before with { Who = named.Who, Mention = named.Mention, Evidence = Evidence.Continuation };
        return named with { Kind = QuoteKind.Continued };
    }

    /// <summary>"The suspect told officers he "didn't mean it," according to a report": the suspect's words, the report's news.</summary>
    private Utterance? Nearer(Utterance? after, int index, int from, int k, QuotedWords words) =>
        after is null or { Cue: "according to" } ? cues.Around(index, from, k, words) ?? after : after;

    /// <summary>Whether nothing but "But" or a bracket stands before the quotation in its sentence.</summary>
    private static bool LeadIsEmpty(Line line, int from, int k)
    {
        for (var i = from; i < k; i++)
        {
            if (line.Kind(i) is PieceKind.Number or PieceKind.Quotation or PieceKind.Colon or PieceKind.Comma) return false;
            if (line.Kind(i) == PieceKind.Word && line.Word(i) is not ("But" or "And" or "and" or "but")) return false;
        }

        return true;
    }

    /// <summary>"We came," she said, "and saw.": one statement in two parts.</summary>
    private Utterance? Interrupted(int index, int k, int previous, Utterance? before)
    {
        if (before is not { Spoken: true } || before.Line != index || before.CueIndex <= previous || before.CueIndex >= k) return null;
        if (k - previous > LongestReport) return null;
        var line = lines[index];
        var mentionEnd = before.Mention is { } mention ? mention.End : 0;
        for (var i = before.CueIndex + 1; i < k; i++)
        {
            if (line[i].Start < mentionEnd) continue;
            if (line.Kind(i) == PieceKind.Word && (line.Verb(i, out _) != ReportingVerb.None || line.Word(i) is "while" or "but" or "although" or "after")) return null;
        }

        return before.GoesOn(index, QuoteKind.Continued);
    }

    /// <summary>He called it "dangerous" and "absurd": the second belongs to the first's speaker.</summary>
    private Utterance? Inherited(int index, int previous, int k, Utterance? before, QuotedWords words)
    {
        if (before is not { Spoken: true } || before.Line != index || k - previous > 30) return null;
        var line = lines[index];
        for (var i = previous + 1; i < k; i++)
            if (line.Word(i) is "but" or "while" or "although" or "whereas" && !GoesOnWithItsVerb(line, i + 1)) return null;
        return before.GoesOn(index, words.IsSentence ? QuoteKind.Continued : QuoteKind.Partial) with { CueIndex = before.CueIndex };
    }

    /// <summary>"had "done nothing wrong" but did not want to be "a distraction"": the same subject still.</summary>
    private static bool GoesOnWithItsVerb(Line line, int i) =>
        line.Word(i) is "that" || GrammarWords.Auxiliaries.Contains(line.Word(i)) || GrammarWords.CommonVerbs.Contains(line.Word(i)) || line.Word(i) is "also" or "not";

    /// <summary>A quotation whose own sentence says nothing of its speaker.</summary>
    private Utterance Alone(int index, int k, int from, QuotedWords words)
    {
        var line = lines[index];
        var whole = LeadIsEmpty(line, from, k);
        var introduced = !whole && line.Kind(k - 1) is PieceKind.Colon;
        var ends = words.EndsWithStop || EndsLine(line, k);
        if (introduced && Naming.NamesBefore(line, from, k)) return Utterance.NotSpoken;
        if (introduced && cues.HasNoSubject(index, from, k) && context.Before(index) is { } before) return before;
        if (whole && EndsLine(line, k) && words is { IsTitleCase: true, Count: > 2 } && line.Count - k < 3) return Utterance.NotSpoken;
        if (whole && ends && cues.AfterDash(index, k, words) is { } named) return named;
        var sentence = words.BeginsLarge && ends && !words.IsTitle && (words.Count >= 4 || (words.EndsWithStop && (words.Count >= 2 || context.FollowsQuotation(index))));

        // "Stop!" the crowd …: words that go on after the quotation speak of somebody, whoever spoke before.
        if (whole && EndsLine(line, k) && !words.IsTitle && (sentence || context.IsIntroduced(index)) && context.Before(index) is { } spoken)
            return IsNextQuestion(spoken, index, k) ? new Utterance(true, QuoteKind.Full, Line: index) : spoken;
        if (whole && k == 0 && words is { BeginsLarge: true, EndsWithComma: true, Count: >= 4, IsTitle: false } || (sentence && (whole || introduced))) return new Utterance(true, QuoteKind.Full, Line: index);

        // Some words that nobody is said to have said: many of them somebody did, a few are a term or irony.
        return words is { Count: >= 8, IsTitleCase: false } && IsEnglish(line, k) ? new Utterance(true, QuoteKind.Partial, Line: index) : Utterance.NotSpoken;
    }

    /// <summary>"I did," he answered. In a paragraph of its own then: "Did you say so?" Who answered doesn't ask; who asks, nobody says.</summary>
    private bool IsNextQuestion(Utterance before, int index, int k) =>
        before is { Kind: QuoteKind.Continued, Cue: "answered" or "replied" } && index > 0 && lines[index - 1].Paragraph != lines[index].Paragraph
        && text[quotations[lines[index][k].Quotation].Inner.End - 1] == '?';

    private static readonly WordTable English = new("the of to and is that for was were with he she they his her by from who had have it are says");

    /// <summary>Whether the words around the marks are English, as far as so few can tell: in another language nothing is known of them.</summary>
    private static bool IsEnglish(Line line, int k)
    {
        var words = 0;
        for (var i = Math.Max(0, k - LongestReport); i < line.Count && i < k + LongestReport; i++)
        {
            if (line.Kind(i) != PieceKind.Word) continue;
            if (English.Contains(line.Word(i))) return true;
            words++;
        }

        return words < 3;
    }

    private static bool EndsLine(Line line, int k) =>
        k + 1 >= line.Count || (k + 2 >= line.Count && line.Kind(k + 1) == PieceKind.Stop);

    /// <summary>
    /// Whether what follows a quotation is its "Another annotator screamed.": a few words, the last of them a reporting
    /// verb that ends the sentence or has only its hearers after it.
    /// </summary>
    internal static bool IsShortReport(string text, int at, int end)
    {
        var words = 0;
        while (at < end && words < 7)
        {
            while (at < end && text[at] is ' ' or '\u00a0') at++;
            var from = at;
            while (at < end && (char.IsLetter(text[at]) || text[at] is '-' or '\'' or '’' || IsTitleStop(text, from, at, end))) at++;
            if (at == from) return false;
            var word = text.AsSpan(from, at - from);
            var verb = ReportingVerbs.Of(word, out var form);
            if (verb is ReportingVerb.Saying or ReportingVerb.Thinking && form == VerbForm.Finite && words > 0) return EndsReport(text, at, end);
            if (words > 0 && char.IsLower(word[0]) && GrammarWords.EndsNounPhrase(word)) return false;
            words++;
        }

        return false;
    }

    /// <summary>The stop of "Gen." in "Gen. Doe asked."</summary>
    private static bool IsTitleStop(string text, int from, int at, int end) =>
        text[at] == '.' && at - from <= 4 && at + 1 < end && text[at + 1] == ' ' && char.IsUpper(text[from]);

    /// <summary>
    /// Whether the report ends with its verb, or says after it only to whom, where and when: no clause follows that would
    /// make it a sentence of its own.
    /// </summary>
    private static bool EndsReport(string text, int at, int end)
    {
        if (at >= end || text[at] is '.' or ',') return true;
        var rest = text.AsSpan(at, Math.Min(end - at, 120)).TrimStart();
        var stop = rest.IndexOfAny('.', ';');
        if (stop >= 0) rest = rest[..stop];
        var space = rest.IndexOf(' ');
        var first = space < 0 ? rest : rest[..space];
        if (first is "reporters" or "journalists") return true;
        if (text.AsSpan(0, at).EndsWith("told") && rest.IndexOf(" to ") < 0) first = "to";
        if (rest.IndexOf(" that ") >= 0 || rest.IndexOf(':') >= 0 || rest.IndexOfAny('"', '“') >= 0) return false;
        return GrammarWords.Prepositions.Contains(first) || first is "when" or "as" or "while" or "last" or "later" || GrammarWords.TimeWords.Contains(first);
    }
}
