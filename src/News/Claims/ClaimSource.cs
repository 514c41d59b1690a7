using News.Summaries;

namespace News.Claims;

/// <summary>Who says a number, as far as the sentence tells.</summary>
/// <param name="Who">By the fullest name that the text gives; null where it is the article's own, or not clear.</param>
/// <param name="IsDenied">"The army denied that 10 soldiers were killed": nobody says so.</param>
internal readonly record struct Said(string? Who, bool IsDenied);

/// <summary>
/// Reads who says a number: the reporting verb before it in its sentence ("police said five were killed"), or the one
/// behind a comma ("five were killed, police said", "according to police"). A sentence without one is the article's own,
/// whoever spoke before.
/// </summary>
internal sealed class ClaimSource(IReadOnlyList<Line> lines, Speakers speakers)
{
    private const int Reach = 60;

    /// <summary>In words.</summary>
    private const int LongestName = 11;

    private static readonly WordTable Givers = new("put puts gave gives counted counts listed lists raised raises revised tallied recorded lowered cut corrected spoke speaks");

    /// <summary>Verbs that state a fact; "agreed", "answered", "argued" state none.</summary>
    private static readonly WordTable Facts = new("""
        say says said saying tell tells told telling add adds added adding note notes noted noting state states stated stating confirm
        confirms confirmed confirming announce announces announced announcing report reports reported reporting acknowledge
        acknowledges acknowledged acknowledging reveal reveals revealed revealing disclose disclosed write writes wrote
        writing tweet tweeted allege alleges alleged alleging assert asserted asserts affirm affirmed maintain maintained maintains
        insist insists insisted explain explained testified mention mentioned estimate estimates estimated estimating indicate
        indicates indicated specify specified declare declared declares inform informed conclude concluded recalled clarified
        """);

    private static readonly WordTable Denials = new("denied denies denying deny disputed disputes disputing rejected rejects dismissed refuted refutes");

    private static readonly WordTable NotFacts = new("warned warns warning threatened vowed predicted predicts forecast demanded urged pledged promised proposed asked joked feared");

    /// <param name="at">The number's first piece.</param>
    public Said Of(int index, int at)
    {
        var line = lines[index];
        var before = Before(index, at, out var verb, out var denied);
        if (denied) return new Said(null, true);
        if (IsDeduced(line, at)) return default;
        if (before is not null && !(verb >= 0 && IsApart(line, verb, at))) return new Said(before, false);
        return new Said(After(index, at) ?? before ?? ForeignSource.Of(lines, index, at), false);
    }

    /// <summary>"Police said 5 were killed", "according to police, 5 were killed", "the U.N. put the number at 5".</summary>
    private string? Before(int index, int at, out int verb, out bool denied)
    {
        var line = lines[index];
        denied = false;
        for (verb = at - 1; verb >= 0 && at - verb < Reach; verb--)
        {
            if (line.Kind(verb) is PieceKind.Stop or PieceKind.Semicolon) break;
            if (line.Kind(verb) != PieceKind.Word) continue;
            if (Denials.Contains(line.Word(verb)) && !IsApart(line, verb, at))
            {
                denied = true;
                return null;
            }

            if (line.Word(verb) is "according" or "According" && Source.Read(line, verb) is { } source) return Name(index, source.Who);
            var gives = Givers.Contains(line.Word(verb)) && IsGiving(line, verb, at);
            if (!gives && !(line.Verb(verb, out var form) is ReportingVerb.Saying && CueVerbs.Reports(line, verb) && IsOfReport(line, verb, form))) continue;
            if (NotFacts.Contains(line.Word(verb)) && !IsApart(line, verb, at))
            {
                denied = true;
                return null;
            }

            if (IsInverted(line, verb) && Subjects.After(line, verb + 1) is { IsEmpty: false } behind && line.Kind(behind.To) is PieceKind.Comma && Phrases.CanSpeak(line, behind)) return Name(index, behind);
            if (Citing(line, verb) is { } cited) return Name(index, cited);
            if (Subjects.Of(line, verb, 0) is { IsEmpty: false } phrase && Phrases.CanSpeak(line, phrase) && Name(index, phrase) is { } name) return name;
        }

        verb = -1;
        return null;
    }

    /// <summary>"who read the note" says no number; "read", "added three" neither.</summary>
    private static bool IsOfReport(Line line, int verb, VerbForm form) =>
        Facts.Contains(line.Word(verb)) || NotFacts.Contains(line.Word(verb))
        || (line.Word(verb) is "claimed" or "claims" or "admitted" or "admits" && form == VerbForm.Finite && line.Word(verb + 1) is "that" or "it" or "to" or "they" or "losing" or "killing");

    /// <summary>"put the toll at", "gave a figure of", "counted at least 20 bodies": a number is what it gives.</summary>
    private static bool IsGiving(Line line, int verb, int at)
    {
        if (at - verb <= 4 && line.Word(verb) is "counted" or "counts" or "recorded" or "tallied") return true;
        if (line.Word(verb) is "spoke" or "speaks") return line.Word(verb + 1) is "of";
        for (var i = Math.Max(0, verb - 4); i < at && i < verb + 9; i++)
            if (line.Word(i) is "toll" or "number" or "figure" or "figures" or "count" or "dead" or "injured" or "wounded" or "missing" or "tally" or "deaths" or "killed") return true;
        return false;
    }

    /// <summary>"The agency, citing a military source, said": the source.</summary>
    private static Phrase? Citing(Line line, int verb)
    {
        for (var i = verb - 1; i >= 0 && verb - i < 14; i--)
            if (line.Word(i) is "citing" or "quoting" && line.Kind(verb - 1) is PieceKind.Comma) return Subjects.After(line, i + 1);
        return null;
    }

    /// <summary>"Survivors said 75 had been aboard, which would mean 36 were missing": who says the one doesn't say the other.</summary>
    private static bool IsDeduced(Line line, int at)
    {
        for (var i = at - 1; i > 0 && at - i < 8; i--)
            if (line.Word(i) is "which" && line.Word(i + 1) is "would" or "means" or "meant" or "suggests") return true;
        return false;
    }

    /// <summary>"…, said the mayor": the comma before the verb ends what is said.</summary>
    private static bool IsInverted(Line line, int verb) => line.Kind(verb - 1) == PieceKind.Comma && line.IsCapital(verb + 1);

    /// <summary>Whether the number stands in a clause of its own that a trailing report may close: ", police said, and five others were hurt, doctors said".</summary>
    private static bool IsApart(Line line, int verb, int at)
    {
        for (var i = verb + 1; i < at; i++)
            if (line.Kind(i) == PieceKind.Semicolon || (line.Word(i) is "and" or "but" or "while" or "whereas" or "though" or "although" && line.Kind(i - 1) == PieceKind.Comma)) return true;
        return false;
    }

    /// <summary>"5 were killed, police said", "5 were killed, said the mayor", "5 were killed, according to police".</summary>
    private string? After(int index, int at)
    {
        var line = lines[index];
        for (var i = at + 1; i < line.Count && i - at < Reach; i++)
        {
            if (line.Kind(i) is PieceKind.Semicolon or PieceKind.Stop or PieceKind.Colon && line.Kind(i) is not PieceKind.Stop) return null;
            if (line.Word(i) is "according" && Source.Read(line, i) is { } source) return Name(index, source.Who);
            if (line.Kind(i) is not (PieceKind.Comma or PieceKind.Dash)) continue;
            if (line.Word(i + 1) is "and" or "but" or "while" or "which" or "who" or "where" or "as") continue;
            if (line.Verb(i + 1, out var form) == ReportingVerb.Saying && Facts.Contains(line.Word(i + 1)) && form == VerbForm.Finite && Subjects.After(line, i + 2) is { IsEmpty: false } inverted && Phrases.CanSpeak(line, inverted)) return Name(index, inverted);
            if (CueVerbs.First(line, i + 1) is not { } verb || verb - i > 24) continue;
            if (!Facts.Contains(line.Word(verb))) continue;
            if (Subjects.Of(line, verb, i + 1) is { IsEmpty: false } phrase && Phrases.CanSpeak(line, phrase)) return Name(index, phrase);
        }

        return null;
    }

    private string? Name(int index, Phrase phrase)
    {
        var speaker = speakers.Resolve(index, phrase);
        if (speaker.Who is not { Name.Length: > 0 } who) return null;
        if (IsNobody(who.Name)) return null;
        var isOther = who.IsInstitution ? !Bears(lines[index], phrase, who.Name) : HoldsAnother(lines[index], phrase, who);
        return isOther ? speaker.Mention.Text : who.Name;
    }

    /// <summary>"Russian shelling of the city", a whole clause: what was read as a name is none.</summary>
    private static bool IsNobody(string name)
    {
        var words = 0;
        foreach (var range in name.AsSpan().Split(' '))
        {
            var word = name.AsSpan()[range];
            if (++words > LongestName || (LossWords.Of(word) is { Use: not LossUse.None } loss && loss.Is(LossUse.Takes | LossUse.Done) && !char.IsUpper(word[0]))) return true;
        }

        return false;
    }

    /// <summary>"the health minister" is not the interior minister who was named before.</summary>
    private static bool HoldsAnother(Line line, Phrase phrase, Figure who)
    {
        if (who.Role is not { } role || line.Word(phrase.From) is not ("the" or "The") || line.IsCapital(phrase.To - 1)) return false;
        return line.Word(phrase.To - 1) is "minister" && line.Word(phrase.To - 2) is var office and not ("prime" or "the" or "The")
            && role.Contains("minister", StringComparison.OrdinalIgnoreCase) && !role.Contains(office, StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>"the U.N. migration agency" is not the "U.N. Human Rights Office": what tells it apart must be in the name.</summary>
    private static bool Bears(Line line, Phrase phrase, string name)
    {
        for (var i = phrase.From; i < phrase.To - 1 && !GrammarWords.Prepositions.Contains(line.Word(i)); i++)
            if (line.Kind(i) == PieceKind.Word && !GrammarWords.Determiners.Contains(line.Word(i)) && !name.Contains(line.Bare(i), StringComparison.OrdinalIgnoreCase)) return false;
        return true;
    }
}
