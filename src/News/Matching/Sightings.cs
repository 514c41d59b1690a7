namespace News.Matching;

/// <summary>Which terms of one query stand in an article, and where.</summary>
internal readonly ref struct Sightings(MatchScratch? scratch, ReadOnlySpan<int> patternOfTerm)
{
    private readonly ReadOnlySpan<int> _patternOfTerm = patternOfTerm;

    /// <summary>Those of an article that has none of the words.</summary>
    public static Sightings OfNothing => new(null, []);

    public MatchScratch? Scratch => scratch;

    public bool Saw(Term term) =>
        scratch is not null && (scratch.FieldsOf(_patternOfTerm[term.Index]) & term.Fields) != FieldSet.None;

    /// <summary>See <see cref="MatchScratch.FirstSighting"/>.</summary>
    public int FirstOf(Term term) => scratch?.FirstSighting(_patternOfTerm[term.Index]) ?? -1;
}
