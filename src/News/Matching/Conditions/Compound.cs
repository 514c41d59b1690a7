namespace News.Matching;

/// <summary><c>air strike</c>: two words side by side that people also write as one. Both of them, wherever they stand, or the one.</summary>
/// <param name="written">Both, as the query has them.</param>
internal sealed class Compound(string written, Condition both, Condition whole) : Condition
{
    private readonly AnyOf _either = new([whole, both]);

    public override Cost Cost => _either.Cost;

    public override bool Holds(in Sightings sightings) => _either.Holds(sightings);

    public override bool MayBeWithoutWords(bool outcome) => _either.MayBeWithoutWords(outcome);

    public override Needed? Needs() => _either.Needs();

    public override void Explain(in Sightings sightings, bool holds, Reasons reasons)
    {
        if (!holds)
            _either.Explain(sightings, holds, reasons);
        else if (whole.Holds(sightings))
            whole.Explain(sightings, holds, reasons); // which says more
        else
            both.Explain(sightings, holds, reasons);
    }

    public override void Gather(in Sightings sightings, Reasons reasons) => _either.Gather(sightings, reasons);

    public override void Blame(in Sightings sightings, bool wanted, Verdicts verdicts)
    {
        if (wanted)
            both.Blame(sightings, wanted, verdicts);
        else
            _either.Blame(sightings, wanted, verdicts);
    }

    public override void CollectAsked(bool negated, List<Asked> asked)
    {
        whole.CollectAsked(negated, asked);
        asked[^1] = asked[^1] with { Written = WrittenTerm.FieldOf(asked[^1].Term!) + written, Condition = this };
    }
}
