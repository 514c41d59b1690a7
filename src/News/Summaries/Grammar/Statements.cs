namespace News.Summaries;

/// <summary>Occasions on which words are given: "in a statement", "issued a statement".</summary>
internal static class Statements
{
    private static readonly WordTable Nouns = new("""
        statement interview speech letter message post tweet email e-mail address remarks briefing release report comment
        announcement communique communiqué testimony apology warning appeal memo video note conference article blog column
        """);

    private static readonly WordTable Givers = new("""
        issued issues released releases published publishes gave gives sent sends posted posts made makes delivered
        delivers wrote writes had offered read
        """);

    /// <summary>"a statement", "a written statement", "a news conference".</summary>
    public static bool IsNoun(Line line, int i) => Nouns.Contains(line.Word(i)) || Nouns.Contains(line.Word(i + 1));

    private static readonly WordTable Writings = new("note message sign banner letter email e-mail tweet post poster placard text");

    /// <summary>What carries words of its own, whoever holds it.</summary>
    public static bool IsWriting(Line line, int i) => Writings.Contains(line.Word(i)) && !GrammarWords.Prepositions.Contains(line.Word(i - 2));

    /// <summary>"issued a statement": the verb's index, or -1.</summary>
    public static int Giving(Line line, int from, int to)
    {
        for (var i = from; i < to; i++)
        {
            if (!Givers.Contains(line.Word(i)) || line.Kind(i) != PieceKind.Word) continue;
            for (var n = i + 1; n < to && n <= i + 4; n++)
                if (Nouns.Contains(line.Word(n))) return i;
        }

        return -1;
    }
}
