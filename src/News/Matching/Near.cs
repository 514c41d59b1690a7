namespace News.Matching;

/// <summary>
/// <c>drone NEAR/8 Iraq</c>: one is at most the eighth word before or behind the other; neighbours are one apart. A
/// sentence may end between them, a field doesn't. <c>drone NEAR/s Iraq</c>: however far, but no sentence ends between.
/// What is written in one place is not near itself.
/// </summary>
/// <param name="written">As it stands in the query.</param>
/// <param name="words">How many words; null for a sentence.</param>
internal sealed class Near(Condition left, Condition right, int? words, string written) : Condition
{
    public const int Farthest = 100;

    /// <summary>Places that one side of it may have; a hostile text has more.</summary>
    private const int MostPlaces = 2_000;

    public override bool HasPlaces => true;

    public override Cost Cost =>
        (Cost)Math.Max((int)(words is null ? Cost.Grammar : Cost.Places), Math.Max((int)left.Cost, (int)right.Cost));

    public override bool Holds(in Sightings sightings)
    {
        if (!BothStand(sightings))
            return false;
        var places = sightings.Scratch.Details.Rent();
        AddPlaces(sightings, places);
        var holds = places.Count > 0;
        sightings.Scratch.Details.Return(places);
        return holds;
    }

    public override bool MayBeWithoutWords(bool outcome) => !outcome || (left.MayBeWithoutWords(true) && right.MayBeWithoutWords(true));

    public override void Explain(in Sightings sightings, bool holds, Reasons reasons)
    {
        if (!holds)
            return;
        var places = sightings.Scratch.Details.Rent();
        AddPlaces(sightings, places);
        ExplainWithin(sightings, places, reasons);
        sightings.Scratch.Details.Return(places);
    }

    public override void Gather(in Sightings sightings, Reasons reasons) => Explain(sightings, holds: BothStand(sightings), reasons);

    public override void Blame(in Sightings sightings, bool wanted, Verdicts verdicts)
    {
        if (!wanted)
            verdicts.AddExcluded(written, this, sightings);
        else if (!BothStand(sightings))
            Parts.Blame([left, right], sightings, wanted, verdicts);
        else
            BlameDistance(sightings, verdicts);
    }

    /// <summary>From each place of one side to the nearest of the other, before it and behind it.</summary>
    public override void AddPlaces(in Sightings sightings, List<Place> places)
    {
        if (!BothStand(sightings))
            return;
        var details = sightings.Scratch.Details;
        var (lefts, rights) = (details.Rent(), details.Rent());
        left.AddPlaces(sightings, lefts);
        right.AddPlaces(sightings, rights);
        AddPairs(lefts, rights, sightings.Scratch, places);
        AddPairs(rights, lefts, sightings.Scratch, places);
        details.Return(lefts);
        details.Return(rights);
        places.Sort(Place.ByFirst);
    }

    public override void ExplainWithin(in Sightings sightings, List<Place> within, Reasons reasons)
    {
        left.ExplainWithin(sightings, within, reasons);
        right.ExplainWithin(sightings, within, reasons);
    }

    private bool BothStand(in Sightings sightings) =>
        left.Cost <= right.Cost ? left.Holds(sightings) && right.Holds(sightings) : right.Holds(sightings) && left.Holds(sightings);

    /// <summary>
    /// The pairs of which one stands behind the other. The nearest are enough: what is near a pair is near one that
    /// has no other within it.
    /// </summary>
    private void AddPairs(List<Place> befores, List<Place> behinds, MatchScratch scratch, List<Place> pairs)
    {
        var most = pairs.Count + MostPlaces;
        behinds.Sort(Place.ByFirst);
        foreach (var before in befores)
        {
            if (pairs.Count < most && FirstBehind(behinds, before) is { } behind && AreNear(before, behind, scratch))
                pairs.Add(before.To(behind));
        }

        befores.Sort(Place.ByLast);
        foreach (var behind in behinds)
        {
            if (pairs.Count < most && LastBefore(befores, behind) is { } before && AreNear(before, behind, scratch))
                pairs.Add(before.To(behind));
        }
    }

    private bool AreNear(in Place before, in Place behind, MatchScratch scratch) =>
        (before.As != behind.As || before.Part == behind.Part)
        && (words is { } most ? behind.First - before.Last <= most : !scratch.Details.EndsSentence(before.Last, behind.First, scratch.FieldAt(before.Field), scratch));

    private static Place? FirstBehind(List<Place> byFirst, in Place before)
    {
        var (from, to) = (0, byFirst.Count);
        while (from < to)
        {
            var middle = (from + to) / 2;
            (from, to) = (byFirst[middle].Field, byFirst[middle].First).CompareTo((before.Field, before.Last)) <= 0 ? (middle + 1, to) : (from, middle);
        }

        return from < byFirst.Count && byFirst[from].Field == before.Field ? byFirst[from] : null;
    }

    private static Place? LastBefore(List<Place> byLast, in Place behind)
    {
        var (from, to) = (0, byLast.Count);
        while (from < to)
        {
            var middle = (from + to) / 2;
            (from, to) = (byLast[middle].Field, byLast[middle].Last).CompareTo((behind.Field, behind.First)) < 0 ? (middle + 1, to) : (from, middle);
        }

        return from > 0 && byLast[from - 1].Field == behind.Field ? byLast[from - 1] : null;
    }

    /// <summary>Says where the two stand nearest; in different fields, where each stands first.</summary>
    private void BlameDistance(in Sightings sightings, Verdicts verdicts)
    {
        var (lefts, rights, nearest) = (new List<Place>(), new List<Place>(), new List<Place>());
        left.AddPlaces(sightings, lefts);
        right.AddPlaces(sightings, rights);
        var least = int.MaxValue;
        foreach (var a in lefts)
        {
            foreach (var b in rights)
            {
                var apart = a.Field != b.Field ? int.MaxValue - 1 : Math.Max(b.First - a.Last, a.First - b.Last);
                if (apart >= least || apart <= 0)
                    continue;
                least = apart;
                nearest = [a, b];
            }
        }

        if (nearest.Count == 0)
            nearest = [lefts[0]]; // both are met by the same words
        var reasons = new Reasons();
        ExplainWithin(sightings, nearest, reasons);
        verdicts.Add(written, FailureKind.TooFarApart, reasons.Told());
    }

    public override void CollectNegated(bool negated, HashSet<Term> terms)
    {
        left.CollectNegated(negated, terms);
        right.CollectNegated(negated, terms);
    }
}
