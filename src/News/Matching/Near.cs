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

    /// <summary>How many may stand in one another, as in a chain.</summary>
    public const int MostNears = 8;

    /// <summary>Pairs that are followed up; a hostile text has more.</summary>
    private const int MostPairs = 300;

    /// <summary>Pairs that a reason is made of; few of them are shown.</summary>
    private const int MostExplained = 50;

    public override bool HasPlaces => true;

    public override int Nears { get; } = 1 + Math.Max(left.Nears, right.Nears);

    public override Cost Cost =>
        (Cost)Math.Max((int)(words is null ? Cost.Grammar : Cost.Places), Math.Max((int)left.Cost, (int)right.Cost));

    public override bool Holds(in Sightings sightings)
    {
        if (!MayHold(sightings))
            return false;
        var places = sightings.Scratch.Details.Rent();
        AddPlaces(sightings, places);
        var holds = places.Count > 0;
        sightings.Scratch.Details.Return(places);
        return holds;
    }

    public override bool MayHold(in Sightings sightings) => left.Cost <= right.Cost
        ? left.MayHold(sightings) && right.MayHold(sightings)
        : right.MayHold(sightings) && left.MayHold(sightings);

    public override bool MayBeWithoutWords(bool outcome) => !outcome || (left.MayBeWithoutWords(true) && right.MayBeWithoutWords(true));

    public override void Explain(in Sightings sightings, bool holds, Reasons reasons)
    {
        if (holds)
            ExplainPairs(sightings, null, reasons);
    }

    public override void Gather(in Sightings sightings, Reasons reasons)
    {
        if (MayHold(sightings))
            ExplainPairs(sightings, null, reasons);
        else
            Parts.Gather([left, right], sightings, reasons);
    }

    public override void Blame(in Sightings sightings, bool wanted, Verdicts verdicts)
    {
        if (!wanted)
            verdicts.AddExcluded(written, this, sightings);
        else if (!MayHold(sightings))
            Parts.Blame([left, right], sightings, wanted, verdicts);
        else
            BlameDistance(sightings, verdicts);
    }

    /// <summary>Each place of one side together with the nearest of the other, before it and behind it.</summary>
    public override void AddPlaces(in Sightings sightings, List<Place> places)
    {
        var details = sightings.Scratch.Details;
        var (lefts, rights, pairs) = (details.Rent(), details.Rent(), details.Rent());
        AddPairs(sightings, lefts, rights);
        for (var i = 0; i < lefts.Count; i++)
            pairs.Add(lefts[i].With(rights[i]));
        pairs.Sort(Place.ByFirst);
        for (var i = 0; i < pairs.Count; i++)
        {
            if (i == 0 || !pairs[i].IsSameAs(pairs[i - 1]))
                places.Add(pairs[i]);
        }

        details.Return(lefts);
        details.Return(rights);
        details.Return(pairs);
    }

    public override void ExplainWithin(in Sightings sightings, List<Place> within, Reasons reasons) => ExplainPairs(sightings, within, reasons);

    private void ExplainPairs(in Sightings sightings, List<Place>? within, Reasons reasons)
    {
        var details = sightings.Scratch.Details;
        var (lefts, rights, nearLefts, nearRights) = (details.Rent(), details.Rent(), details.Rent(), details.Rent());
        AddPairs(sightings, lefts, rights);
        for (var i = 0; i < lefts.Count && nearLefts.Count < MostExplained; i++)
        {
            var pair = lefts[i].With(rights[i]);
            if (within is not null && !within.Exists(it => it.IsSameAs(pair)))
                continue;
            nearLefts.Add(lefts[i]);
            nearRights.Add(rights[i]);
        }

        left.ExplainWithin(sightings, nearLefts, reasons);
        right.ExplainWithin(sightings, nearRights, reasons);
        details.Return(lefts);
        details.Return(rights);
        details.Return(nearLefts);
        details.Return(nearRights);
    }

    /// <summary>
    /// Adds the pairs that are near, one side's places to a list and the other's to another. Of each place the nearest are
    /// enough: what is near a pair is near one that has no other within it.
    /// </summary>
    private void AddPairs(in Sightings sightings, List<Place> nearLefts, List<Place> nearRights)
    {
        var details = sightings.Scratch.Details;
        var (lefts, rights) = (details.Rent(), details.Rent());
        left.AddPlaces(sightings, lefts);
        right.AddPlaces(sightings, rights);
        AddNearest(lefts, rights, sightings.Scratch, nearLefts, nearRights);
        AddNearest(rights, lefts, sightings.Scratch, nearRights, nearLefts);
        details.Return(lefts);
        details.Return(rights);
    }

    private void AddNearest(List<Place> places, List<Place> others, MatchScratch scratch, List<Place> nearPlaces, List<Place> nearOthers)
    {
        var most = nearPlaces.Count + MostPairs;
        others.Sort(Place.ByFirst);
        foreach (var place in places)
        {
            AddIfNear(place, FirstBehind(others, place.Field, place.Last), scratch, most, nearPlaces, nearOthers);
            if (place.EndOfHead < place.Last)
                AddIfNear(place, FirstBehind(others, place.Field, place.EndOfHead), scratch, most, nearPlaces, nearOthers);
        }

        others.Sort(Place.ByLast);
        foreach (var place in places)
        {
            AddIfNear(place, LastBefore(others, place.Field, place.First), scratch, most, nearPlaces, nearOthers);
            if (place.BeginningOfTail > place.First)
                AddIfNear(place, LastBefore(others, place.Field, place.BeginningOfTail), scratch, most, nearPlaces, nearOthers);
        }
    }

    private void AddIfNear(in Place place, Place? other, MatchScratch scratch, int most, List<Place> nearPlaces, List<Place> nearOthers)
    {
        if (other is not { } found || nearPlaces.Count >= most || !AreNear(place, found, scratch))
            return;
        nearPlaces.Add(place);
        nearOthers.Add(found);
    }

    private bool AreNear(in Place a, in Place b, MatchScratch scratch) =>
        a.IsApartFrom(b) && (a.As != b.As || a.Part == b.Part) && (words is { } most
            ? Apart(a, b) <= most
            : IsInSentence(a, b, scratch) || IsInSentence(b, a, scratch));

    private static bool IsInSentence(in Place before, in Place behind, MatchScratch scratch)
    {
        var (end, beginning) = NeighboursOf(before, behind);
        return beginning < int.MaxValue && !scratch.Details.EndsSentence(end, beginning, scratch.FieldAt(before.Field), scratch);
    }

    /// <summary>How many words from one to the other, 1 for neighbours; of a pair, from the nearer of the two.</summary>
    private static int Apart(in Place a, in Place b) => Math.Min(Steps(a, b), Steps(b, a));

    private static int Steps(in Place before, in Place behind)
    {
        var (end, beginning) = NeighboursOf(before, behind);
        return beginning - end;
    }

    /// <summary>The words of two places that are nearest to one another, the first one's before the second one's; 0 and the highest number where there are none.</summary>
    private static (int End, int Beginning) NeighboursOf(in Place before, in Place behind)
    {
        var nearest = (End: 0, Beginning: int.MaxValue);
        foreach (var end in (ReadOnlySpan<int>)[before.EndOfHead, before.Last])
        {
            foreach (var beginning in (ReadOnlySpan<int>)[behind.First, behind.BeginningOfTail])
            {
                if (beginning > end && beginning - end < nearest.Beginning - nearest.End)
                    nearest = (end, beginning);
            }
        }

        return nearest;
    }

    private static Place? FirstBehind(List<Place> byFirst, int field, int word)
    {
        var (from, to) = (0, byFirst.Count);
        while (from < to)
        {
            var middle = (from + to) / 2;
            (from, to) = Place.Compare(byFirst[middle].Field, field, byFirst[middle].First, word) <= 0 ? (middle + 1, to) : (from, middle);
        }

        return from < byFirst.Count && byFirst[from].Field == field ? byFirst[from] : null;
    }

    private static Place? LastBefore(List<Place> byLast, int field, int word)
    {
        var (from, to) = (0, byLast.Count);
        while (from < to)
        {
            var middle = (from + to) / 2;
            (from, to) = Place.Compare(byLast[middle].Field, field, byLast[middle].Last, word) < 0 ? (middle + 1, to) : (from, middle);
        }

        return from > 0 && byLast[from - 1].Field == field ? byLast[from - 1] : null;
    }

    /// <summary>Says where the two stand nearest; in different fields, where each stands first.</summary>
    private void BlameDistance(in Sightings sightings, Verdicts verdicts)
    {
        var (lefts, rights) = (new List<Place>(), new List<Place>());
        left.AddPlaces(sightings, lefts);
        right.AddPlaces(sightings, rights);
        var (least, nearest) = (int.MaxValue, (Left: lefts[0], Right: rights[0]));
        foreach (var a in lefts)
        {
            foreach (var b in rights)
            {
                if (a.Field == b.Field && a.IsApartFrom(b) && Apart(a, b) is var apart && apart < least)
                    (least, nearest) = (apart, (a, b));
            }
        }

        var reasons = new Reasons();
        left.ExplainWithin(sightings, [nearest.Left], reasons);
        right.ExplainWithin(sightings, [nearest.Right], reasons);
        verdicts.Add(written, FailureKind.TooFarApart, reasons.Told());
    }

    public override void CollectAsked(bool negated, List<Asked> asked)
    {
        left.CollectAsked(negated, asked);
        right.CollectAsked(negated, asked);
    }
}
