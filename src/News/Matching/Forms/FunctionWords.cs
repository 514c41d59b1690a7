namespace News.Matching;

/// <summary>Words that no compound begins or ends with, so that "the rapist" is not "therapist".</summary>
internal static class FunctionWords
{
    private static readonly WordTable Words = WordTable.Folded("""
        the and for her his hers our ours their its not was are were but you your all any can could had has have how may
        might must now one she him they them this that these those who whom whose why when where what which with would
        will shall should did does done get got let say said says too two from into than then some such every each both
        either neither also only just very more most much many few own been being there here about because while until
        """);

    /// <summary>What more often stands beside a word than ends it: "a man aged 35" is not managed, "to see King Charles" not seeking.</summary>
    private static readonly WordTable NoSecondHalves = WordTable.Folded("""
        age aged ages aging king kings ring rings sing sings sting stings thing things led red wed fed ate den ten per son sons
        lied lies lying tied ties tying
        """);

    public static bool Contains(ReadOnlySpan<char> folded) => Words.Contains(folded);

    /// <summary>Whether two words with a space between may be one word that somebody wrote apart: "air strikes".</summary>
    public static bool MayCompound(ReadOnlySpan<char> first, ReadOnlySpan<char> second) =>
        first.Length >= 3 && second.Length >= 3 && !Contains(first) && !Contains(second) && !NoSecondHalves.Contains(second);
}
