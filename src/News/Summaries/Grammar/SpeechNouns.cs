namespace News.Summaries;

/// <summary>Nouns that give words: "Doe's claim that …", "her call for …", "a report by Example Wire that …".</summary>
internal static class SpeechNouns
{
    private static readonly WordTable Nouns = new("""
        claim claims assertion assertions comment comments remark remarks statement statements call calls demand demands
        criticism accusation accusations allegation allegations answer reply response suggestion contention argument
        arguments complaint complaints insistence description warning warnings promise promises pledge pledges vow vows
        denial dictum admission declaration declarations charge charges prediction predictions conclusion observation
        assurance assurances testimony question questions message tweet tweets post posts view views belief opinion
        assessment characterization characterisation condemnation denunciation praise report reports ruling verdict
        announcement proposal threat threats boast boasts quip joke jokes plea pleas appeal appeals rebuke retort
        explanation justification endorsement defense defence attack attacks rejection embrace reference references vision portrayal depiction motto slogan mantra catchphrase phrase
        """);

    private static readonly WordTable Cries = new("chants cries shouts screams calls boos yells choruses chorus chant shout cry");

    /// <summary>
    /// Whether the words behind the noun are what was said: "claim that", "call for", "criticism of", and the noun right
    /// before the marks or a comma.
    /// </summary>
    public static bool Gives(Line line, int i, int k)
    {
        if (line.Kind(i) != PieceKind.Word || line.IsCapital(i) || !Nouns.Contains(line.Word(i))) return false;
        if (i + 2 == k && line.Kind(i + 1) is PieceKind.Comma or PieceKind.Colon) return true;
        var next = line.Word(i + 1);
        if (next is "that" or "to" or "of" or "for" or "about") return true;
        return next is "was" or "is" ? line.Word(i + 2) is "that" || i + 2 == k || Answers.Contains(line.Word(i)) : next is "by" or "from" && line.Word(k - 1) is "that";
    }

    /// <summary>Nouns behind the words that they are made of: "Doe's “47 percent” remark".</summary>
    public static bool AreMadeOf(ReadOnlySpan<char> word) => Nouns.Contains(word) || word is "flap" or "line" or "joke" or "quote" or "speech" or "gaffe";

    public static bool Contains(ReadOnlySpan<char> word) => Nouns.Contains(word);

    /// <summary>What consists of the words: "his answer was “no”".</summary>
    private static readonly WordTable Answers = new("answer reply response motto slogan mantra catchphrase message advice question");

    /// <summary>"to chants of", "shouts of": somebody said so, nobody in particular.</summary>
    public static bool AreCries(Line line, int i, int k) =>
        k - i is 2 or 3 && line.Word(i + 1) is "of" && Cries.Contains(line.Word(i));

    /// <summary>"“Go home,” came shouts from the crowd": where those who shout are named.</summary>
    public static bool AreCriesFrom(Line line, int came, out int from)
    {
        for (from = came + 1; from < came + 8 && line.Kind(from) == PieceKind.Word; from++)
            if (line.Word(from) is "from" && line.Kind(++from) == PieceKind.Word) return true;
        return false;
    }

    /// <summary>The possessor before the noun: "[Trump's] recent assertion", "[his] call", "[the party's] demand".</summary>
    public static Phrase? Owner(Line line, int noun, int from)
    {
        for (var i = noun - 1; i >= from && noun - i <= 5 && line.Kind(i) is PieceKind.Word; i--)
        {
            if (GrammarWords.IsPossessivePronoun(line.Word(i))) return new Phrase(i, i + 1, i + 1);
            if (line.IsPossessive(i)) return Possessor(line, i, from);
            if (GrammarWords.Determiners.Contains(line.Word(i)) || GrammarWords.EndsNounPhrase(line.Word(i))) return null;
        }

        return null;
    }

    /// <summary>The phrase that ends with a possessive: capitals before it, or back to its article.</summary>
    private static Phrase Possessor(Line line, int end, int from)
    {
        var start = end;
        if (line.IsCapital(end))
        {
            while (start > from && line.IsCapital(start - 1) && !line.IsPossessive(start - 1)) start--;
            return new Phrase(start, end + 1, end + 1);
        }

        while (start > from && end - start < 5 && line.Kind(start - 1) == PieceKind.Word && !GrammarWords.EndsNounPhrase(line.Word(start - 1)))
        {
            start--;
            if (GrammarWords.Determiners.Contains(line.Word(start))) break;
        }

        return new Phrase(start, end + 1, end + 1);
    }

    /// <summary>"a report by [Example Wire] that", "comments from [Jane Doe] that".</summary>
    public static Phrase? Author(Line line, int noun) =>
        line.Word(noun + 1) is "by" or "from" ? Subjects.After(line, noun + 2) : null;
}
