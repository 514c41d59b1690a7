namespace News.Summaries;

/// <summary>Which noun phrases can be somebody who speaks.</summary>
internal static class Phrases
{
    /// <summary>
    /// Whether a phrase can be somebody. "vowed revenge in a statement" has nobody after its verb, "by the attack" is no
    /// subject, and a phrase with a verb in it is no phrase.
    /// </summary>
    public static bool CanSpeak(Line line, Phrase phrase)
    {
        if (GrammarWords.Prepositions.Contains(line.Word(phrase.From)) && !line.IsCapital(phrase.From) && !IsApproximate(line, phrase.From)) return false;
        if (phrase.To - phrase.From == 1 && IsNobody(line, phrase.From)) return false;
        var determined = GrammarWords.Determiners.Contains(line.Word(phrase.From)) || GrammarWords.PersonalPronouns.Contains(line.Word(phrase.From));
        var head = -1;
        for (var i = phrase.From; i < phrase.To; i++)
        {
            var word = line.Word(i);
            if (word is "who" or "which" or "that" && i > phrase.From) break;
            determined |= line.IsCapital(i) || line.Kind(i) == PieceKind.Number;
            if (i > phrase.From && !line.IsCapital(i) && GrammarWords.Auxiliaries.Contains(word)) return false;
            if (i > phrase.From && line.Word(i + 1) is "a" or "an" or "the" && char.IsLower(word[0]) && !GrammarWords.Prepositions.Contains(word) && !GrammarWords.ClauseOpeners.Contains(word)) return false;
            if (GrammarWords.Prepositions.Contains(word) && i > phrase.From) break;
            head = i;
        }

        if (determined || head < 0) return determined;
        var noun = line.Word(head);
        return noun.EndsWith("s") || noun is "him" or "her" or "them" || TitleWords.PersonNouns.Contains(noun) || TitleWords.PersonNounsInPlural.Contains(noun)
            || OrganisationWords.InstitutionNouns.Contains(noun) || Collectives.Contains(noun) || noun[0] > 0x24f;
    }

    /// <summary>Whether the phrase is a name, a pronoun, a person or an institution, not a thing.</summary>
    public static bool IsSomebody(Line line, Phrase phrase)
    {
        if (line.IsCapital(phrase.To - 1) || GrammarWords.PersonalPronouns.Contains(line.Word(phrase.From))) return true;
        for (var i = phrase.From; i < phrase.To && !(i > phrase.From && GrammarWords.Prepositions.Contains(line.Word(i))); i++)
        {
            var word = line.Word(i);
            if (TitleWords.PersonNouns.Contains(word) || TitleWords.PersonNounsInPlural.Contains(word) || OrganisationWords.InstitutionNouns.Contains(word) || Collectives.Contains(word)) return true;
        }

        return false;
    }

    /// <summary>"while", "the": but "the 34-year-old" is somebody.</summary>
    private static bool IsNobody(Line line, int i) =>
        GrammarWords.ClauseOpeners.Contains(line.Word(i))
        || (line.Word(i) is "a" or "an" or "the" or "The" or "A" or "An" && line.Kind(i + 1) != PieceKind.Number);

    /// <summary>Groups that stand without an article.</summary>
    private static readonly WordTable Collectives = new("media staff management leadership opposition counsel prosecution defence defense intelligence everyone everybody someone somebody");

    /// <summary>"about 300 relatives", "over 40 lawmakers".</summary>
    public static bool IsApproximate(Line line, int i) =>
        line.Kind(i + 1) == PieceKind.Number && line.Word(i) is "about" or "around" or "over" or "About" or "Around" or "Over" && line.Kind(i + 2) == PieceKind.Word;
}
