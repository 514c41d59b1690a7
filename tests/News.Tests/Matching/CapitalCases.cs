namespace News.Tests.Matching;

/// <summary>Initialisms that spell another word: a line each, as in <see cref="MatchingCases"/>.</summary>
internal static class CapitalCases
{
    public const string Table = """
        # Capitals that are another word when small
        US ¦ LET US GO ¦ US ¦ exact ¦ where all is in capitals they say nothing, and no story may be lost
        US ¦ Us and them ¦ - ¦ ¦ the pronoun at a sentence's beginning
        WHO ¦ Who said ¦ - ¦ ¦ the pronoun at a sentence's beginning
        WHO ¦ W.H.O. said ¦ W.H.O. ¦ folding ¦ with dots
        IS ¦ the IS group ¦ IS ¦ exact ¦ Islamic State
        IS ¦ he is here ¦ - ¦ ¦ the verb
        AID ¦ the AID budget ¦ AID ¦ exact ¦ the agency
        AID ¦ AIDS patients ¦ - ¦ ¦ another word in capitals
        ICE ¦ ICE officers ¦ ICE ¦ exact ¦ the agency
        ICE ¦ on thin ice ¦ - ¦ ¦ the water
        LED ¦ two LEDs ¦ LEDs ¦ form ¦ its plural
        LED ¦ he led ¦ - ¦ ¦ the verb
        SEAL ¦ two SEALs ¦ SEALs ¦ form ¦ its plural
        SEAL ¦ two seals ¦ - ¦ ¦ the animals
        ARM ¦ ARMS DEAL ¦ - ¦ ¦ in capitals the plural is the word's
        START ¦ the START treaty ¦ START ¦ exact ¦ a treaty
        START ¦ they start ¦ - ¦ ¦ the verb
        "WHO chief" ¦ who chiefly ¦ - ¦ ¦ in a phrase
        who ¦ WHO said ¦ WHO ¦ exact ¦ small letters ask for any case
        """;
}
