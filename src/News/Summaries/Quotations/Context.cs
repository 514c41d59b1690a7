namespace News.Summaries;

/// <summary>What was said before a quotation that stands alone: the speech it goes on from, the report that leads to it.</summary>
internal sealed class Context(IReadOnlyList<Line> lines, IReadOnlyList<Paragraph> paragraphs, Cues cues, Utterance?[] utterances)
{
    private readonly Utterance?[] reports = new Utterance?[lines.Count];
    private readonly bool[] speaks = new bool[lines.Count];

    /// <summary>Notes what a line reports once its quotations are settled, so that later lines can look back on it.</summary>
    public void Remember(int index)
    {
        if (paragraphs[lines[index].Paragraph].Kind != ParagraphKind.Story) return;
        var quoted = Quoted(index);
        speaks[index] = quoted is not null;
        reports[index] = quoted ?? cues.Report(index);
    }

    /// <summary>The utterance that broke off at its paragraph's end, open for the next one.</summary>
    public Utterance? OpenEnded(int quotation) => quotation > 0 ? utterances[quotation - 1] is { Spoken: true } open ? open : null : null;

    /// <summary>Whether the line before ends with a colon, or a comma after a reporting verb.</summary>
    public bool IsIntroduced(int index) => Previous(index) is { } before && Introduces(before);

    /// <summary>Whether the sentence before, in the same paragraph, holds spoken words.</summary>
    public bool FollowsQuotation(int index) =>
        index > 0 && lines[index - 1].Paragraph == lines[index].Paragraph && speaks[index - 1];

    private bool Introduces(int index)
    {
        var line = lines[index];
        return line.Count > 1 && line.Kind(line.Count - 1) is PieceKind.Colon or PieceKind.Comma;
    }

    /// <summary>The last utterance among the line's quotations, with its speaker.</summary>
    private Utterance? Quoted(int index)
    {
        var line = lines[index];
        for (var i = line.Count - 1; i >= 0; i--)
            if (line.Kind(i) == PieceKind.Quotation && utterances[line[i].Quotation] is { Spoken: true } spoken) return spoken;
        return null;
    }

    /// <summary>The line before within the story: captions and notes are stepped over.</summary>
    private int? Previous(int index)
    {
        for (var i = index - 1; i >= 0 && index - i < 12; i--)
            if (paragraphs[lines[i].Paragraph].Kind == ParagraphKind.Story) return i;
        return null;
    }

    /// <summary>Whose words a quotation alone in its line is, by what stands before it; null where nothing says so.</summary>
    public Utterance? Before(int index)
    {
        if (Previous(index) is not { } before) return null;
        var same = lines[before].Paragraph == lines[index].Paragraph;
        if (Introduces(before)) return Introduction(index, before);
        if (!same) return reports[before] is { } last ? GoesOn(last, index, before) : Earlier(index, before);
        return BackThrough(index, before);
    }

    private Utterance? Introduction(int index, int before)
    {
        var report = reports[before];
        if (report is null)
            return cues.Subject(before) is { Who: { } who } subject ? new Utterance(true, QuoteKind.Full, who, subject.Mention, null, Evidence.OnlyPerson, index) : null;
        return report with { Kind = QuoteKind.Full, Evidence = Evidence.Introduction, Line = index, CueIndex = -1 };
    }

    /// <summary>Whoever spoke last in the paragraph before, where nobody else is the subject of a sentence after that.</summary>
    private Utterance? Earlier(int index, int before)
    {
        for (var i = before; i >= 0 && lines[i].Paragraph == lines[before].Paragraph && before - i < 4; i--)
        {
            if (reports[i] is { Spoken: true } last) return last with { Kind = QuoteKind.Full, Line = index, CueIndex = -1, Evidence = Evidence.EarlierReport };
            if (cues.Subject(i) is { Who.IsPerson: true }) return null;
        }

        return null;
    }

    private Utterance GoesOn(Utterance last, int index, int before) =>
        speaks[before] && last.Cue is "asked" or "asks" && lines[before].Paragraph != lines[index].Paragraph
            ? new Utterance(true, QuoteKind.Full, Line: index) // A question's answer is somebody else's.
            : speaks[before] ? last.GoesOn(index, QuoteKind.Continued)
            : last with { Kind = QuoteKind.Full, Line = index, CueIndex = -1, Evidence = Evidence.SentenceBefore };

    /// <summary>
    /// Back through the paragraph to who spoke last. Sentences between may be about that speaker ("He looked puzzled.")
    /// or about things; another person as subject leaves the speaker open.
    /// </summary>
    private Utterance? BackThrough(int index, int from)
    {
        Figure? subject = null;
        var about = cues.Subject(from);
        for (var i = from; i >= 0 && lines[i].Paragraph == lines[index].Paragraph && index - i < 6; i--)
        {
            if (reports[i] is { } report)
            {
                if (subject is null || subject == report.Who) return GoesOn(report, index, i);
                return subject == about?.Who && cues.IsShortRemark(from) ? Only(about) : null;
            }

            if (cues.Subject(i) is not { Who: { IsPerson: true } who }) continue;
            if (subject is not null && subject != who) return null;
            subject = who;
        }

        return subject is null || about?.Who != subject ? null : Only(about);

        Utterance Only(Speaker? speaker) => new(true, QuoteKind.Full, speaker?.Who, speaker?.Mention, null, Evidence.OnlyPerson, index);
    }
}
