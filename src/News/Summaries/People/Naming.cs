namespace News.Summaries;

/// <summary>
/// Marks that only name: a robot named "Robogee", the term "route out", a user labelled "Anonymous", the so-called
/// "caliphate", a motto. Nobody said these words.
/// </summary>
internal static class Naming
{
    private static readonly WordTable Nouns = new("""
        word words term terms phrase title titled song book film movie novel album single show series play poem article
        paper essay painting headline slogan motto hashtag nickname name alias caption section chapter episode game
        magazine exhibition exhibit website site programme codename banner placard sign signs label category entitled
        known know operation dubbed nicknamed so-called codenamed code-named called-for labelled labeled christened named
        signed reading
        """);

    public static bool Names(Line line, int k)
    {
        var i = k - 1;
        while (i >= 0 && line.Kind(i) == PieceKind.Comma && i == k - 1 && ReportingVerbOrNaming(line, i - 1)) i--;
        if (i < 0 || line.Kind(i) != PieceKind.Word) return IsSubjectOfMotto(line, k);
        if (i > 0 && line.Word(i) is "the" or "a" or "an" && line.Word(i - 1) is "as" or "itself" or "themselves" or "himself" or "herself") i--;
        if (line.Word(i) is "itself" or "themselves" or "himself" or "herself" && line.Word(i - 1) is "calling" or "calls" or "called" or "call" or "styling" or "styles") return true;
        var word = line.Word(i);
        if (word is "as") return line.Word(i - 1) is "known" or "know" or "identified" || line.Verb(i - 1, out _) == ReportingVerb.Naming;
        if (word is "is" or "was" or "reads" or "read") return NamedNoun(line, i - 1);
        if (line.Verb(i, out _) == ReportingVerb.Naming) return true;
        if (Nouns.Contains(word) && (line.Word(i - 1) is "to" || GrammarWords.Auxiliaries.Contains(line.Word(i - 1)))) return false;
        if (Nouns.Contains(word)) return word is not ("reading" or "read" or "words") || line.Kind(i) != PieceKind.Word;
        return word is "called" or "labelled" or "labeled" && IsBareParticiple(line, i) || IsSubjectOfMotto(line, k);
    }

    /// <summary>On “Morning Joe.” NBC's “Today,” The author of “Gone Home,”: titles of shows and books, whatever mark they end with.</summary>
    public static bool NamesWork(Line line, int k, QuotedWords words)
    {
        if (!words.IsTitleCase || SpeechNouns.AreCries(line, k - 2, k)) return false;
        var before = line.Word(k - 1);
        if (before is "on" or "in" or "of" or "On" or "In" || (before is "told" && words.Count > 1)) return words.Count > 1 || words.EndsAsClause;
        return line.IsPossessive(k - 1) && line.IsCapital(k - 1) && words.EndsAsClause;
    }

    /// <summary>"dubbed the conflict a war of the network: …": a naming verb governs the words.</summary>
    public static bool NamesBefore(Line line, int from, int k)
    {
        for (var i = k - 1; i >= from; i--)
            if (line.Verb(i, out _) == ReportingVerb.Naming) return true;
        return false;
    }

    private static bool ReportingVerbOrNaming(Line line, int i) => line.Verb(i, out _) == ReportingVerb.Naming;

    private static bool NamedNoun(Line line, int i)
    {
        for (var n = i; n > i - 4 && n >= 0; n--)
            if (Nouns.Contains(line.Bare(n))) return true;
        return false;
    }

    /// <summary>"a site called", "is called": "called" without anybody who calls. "what he called" has one.</summary>
    private static bool IsBareParticiple(Line line, int verb)
    {
        var before = line.Word(verb - 1);
        if (GrammarWords.PersonalPronouns.Contains(before) || before is "has" or "have" or "had" || TitleWords.PersonNounsInPlural.Contains(before)) return false;
        for (var i = verb - 2; i > verb - 8 && line.Kind(i) == PieceKind.Word; i--)
            if (line.Word(i) is "what" or "What") return false;
        if (line.IsCapital(verb - 1) || TitleWords.PersonNouns.Contains(before) || TitleWords.PersonNounsInPlural.Contains(before)) return WhatBefore(line, verb);
        return true;
    }

    /// <summary>"what Gen. Doe called", "which officials called": somebody calls. "Officials called" does as well.</summary>
    private static bool WhatBefore(Line line, int verb)
    {
        for (var i = verb - 1; i >= 0 && i > verb - 8; i--)
            if (line.Word(i) is "what" or "which" or "whom" or "who" || GrammarWords.ClauseOpeners.Contains(line.Word(i)) || i == 0) return false;
        return true;
    }

    /// <summary>"Whatever gets the job done" is my new motto.</summary>
    private static bool IsSubjectOfMotto(Line line, int k)
    {
        if (line.Word(k + 1) is not ("is" or "was")) return false;
        for (var i = k + 2; i < k + 7; i++)
            if (Nouns.Contains(line.Word(i))) return true;
        return false;
    }
}
