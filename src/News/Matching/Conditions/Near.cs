using System.Runtime.InteropServices;

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

    /// <summary>Pairs that are followed up, as many as a text of 300,000 letters has that says both in every tenth of its words.</summary>
    private const int MostPairs = 10_000;

    /// <summary>Those that must do where hostile queries look at hundreds of thousands of places.</summary>
    private const int FewPairs = 100;

    /// <summary>Places looked at that are not apart from one, until one is.</summary>
    private const int MostTouching = 16;

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
        var details = sightings.Scratch.Details;
        var (lefts, rights) = (details.Rent(), details.Rent());
        AddPairs(sightings, lefts, rights, most: 1);
        var holds = lefts.Count > 0;
        details.Return(lefts);
        details.Return(rights);
        return holds;
    }

    public override bool MayHold(in Sightings sightings) => left.Cost <= right.Cost
        ? left.MayHold(sightings) && right.MayHold(sightings)
        : right.MayHold(sightings) && left.MayHold(sightings);

    public override bool MayBeWithoutWords(bool outcome) => !outcome || (left.MayBeWithoutWords(true) && right.MayBeWithoutWords(true));

    public override Needed? Needs() => Needed.AllOf([left.Needs(), right.Needs()]);

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
        AddPairs(sightings, lefts, rights, MostPairs);
        for (var i = 0; i < lefts.Count; i++)
            pairs.Add(lefts[i].With(rights[i], details.Ranges));
        pairs.Sort(Place.ByWords);
        for (var i = 0; i < pairs.Count; i++)
        {
            if (i == 0 || !pairs[i].IsOfTheSameWords(pairs[i - 1]))
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
        AddPairs(sightings, lefts, rights, within is null ? MostExplained : MostPairs);
        for (var i = 0; i < lefts.Count && nearLefts.Count < MostExplained; i++)
        {
            var pair = lefts[i].With(rights[i], details.Ranges);
            if (within is not null && !within.Exists(it => it.IsOfTheSameWords(pair)))
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
    private void AddPairs(in Sightings sightings, List<Place> nearLefts, List<Place> nearRights, int most)
    {
        var details = sightings.Scratch.Details;
        var (lefts, rights) = (details.Rent(), details.Rent());
        left.AddPlaces(sightings, lefts);
        right.AddPlaces(sightings, rights);
        AddNearest(lefts, rights, sightings.Scratch, wherever: false, most, nearLefts, nearRights);
        if (most > 1 || nearLefts.Count == 0)
            AddNearest(rights, lefts, sightings.Scratch, wherever: false, most, nearRights, nearLefts);
        details.Return(lefts);
        details.Return(rights);
    }

    /// <param name="wherever">Those that are nearest, near or not and in one quotation or in two.</param>
    private void AddNearest(
        List<Place> places, List<Place> others, MatchScratch scratch, bool wherever, int most, List<Place> nearPlaces, List<Place> nearOthers)
    {
        most = nearPlaces.Count + (scratch.Details.HasLookedFar ? Math.Min(most, FewPairs) : most);
        var runs = scratch.Details.Runs.Rent();
        for (var i = 0; i < others.Count; i++)
        {
            for (var run = 0; run < others[i].RunCount; run++)
                runs.Add(new PlaceRun(others[i].Field, others[i].RunAt(run).First, others[i].RunAt(run).Last, i));
        }

        scratch.Details.Look(places.Count + runs.Count);
        foreach (var step in (ReadOnlySpan<int>)[1, -1])
        {
            Place.Sort(CollectionsMarshal.AsSpan(runs), step > 0 ? PlaceRun.ByFirst : PlaceRun.ByLast);
            for (var i = 0; i < places.Count && nearPlaces.Count < most; i++)
            {
                for (var run = 0; run < places[i].RunCount; run++)
                {
                    if (Nearest(places[i], places[i].RunAt(run), step, runs, others, scratch, wherever) is not { } other)
                        continue;
                    nearPlaces.Add(places[i]);
                    nearOthers.Add(other);
                }
            }
        }

        scratch.Details.Runs.Return(runs);
    }

    /// <summary>The nearest place that is apart from one, behind a run of its words or, where <paramref name="step"/> is -1, before it; null where none is near.</summary>
    private Place? Nearest(in Place place, WordRange run, int step, List<PlaceRun> runs, List<Place> others, MatchScratch scratch, bool wherever)
    {
        var at = step > 0 ? FirstBehind(runs, place.Field, run.Last) : FirstBehindEnd(runs, place.Field, run.First) - 1;
        for (var touching = 0; touching < MostTouching && at >= 0 && at < runs.Count && runs[at].Field == place.Field; touching++, at += step)
        {
            var (end, beginning) = step > 0 ? (run.Last, runs[at].First) : (runs[at].Last, run.First);
            if (!wherever && !AreNear(end, beginning, place.Field, scratch))
                return null;
            var other = others[runs[at].Place];
            if (place.IsApartFrom(other) && (wherever || AreInOnePart(place, other)))
                return other;
        }

        return null;
    }

    private bool AreNear(int end, int beginning, int field, MatchScratch scratch) =>
        words is { } most ? beginning - end <= most : !scratch.Details.EndsSentence(end, beginning, scratch.FieldAt(field), scratch);

    private static bool AreInOnePart(in Place a, in Place b) => a.As != b.As || a.Part == b.Part;

    private static int FirstBehind(List<PlaceRun> byFirst, int field, int word) => PartitionPoint.Of(
        CollectionsMarshal.AsSpan(byFirst), (field, word), static (run, at) => Place.Compare(run.Field, at.field, run.First, at.word) <= 0);

    /// <summary>The first that doesn't end before a word.</summary>
    private static int FirstBehindEnd(List<PlaceRun> byLast, int field, int word) => PartitionPoint.Of(
        CollectionsMarshal.AsSpan(byLast), (field, word), static (run, at) => Place.Compare(run.Field, at.field, run.Last, at.word) < 0);

    /// <summary>Says where the two stand nearest; in different fields, where each stands first. A side that stands nowhere is itself to blame.</summary>
    private void BlameDistance(in Sightings sightings, Verdicts verdicts)
    {
        var details = sightings.Scratch.Details;
        var (lefts, rights) = (details.Rent(), details.Rent());
        left.AddPlaces(sightings, lefts);
        right.AddPlaces(sightings, rights);
        if (lefts.Count == 0)
            left.Blame(sightings, wanted: true, verdicts);
        if (rights.Count == 0)
            right.Blame(sightings, wanted: true, verdicts);
        if (lefts.Count > 0 && rights.Count > 0)
            BlameDistance(lefts, rights, sightings, verdicts);
        details.Return(lefts);
        details.Return(rights);
    }

    private void BlameDistance(List<Place> lefts, List<Place> rights, in Sightings sightings, Verdicts verdicts)
    {
        var (nearLefts, nearRights) = (new List<Place>(), new List<Place>());
        AddNearest(lefts, rights, sightings.Scratch, wherever: true, MostPairs, nearLefts, nearRights);
        var (nearest, gap) = ((Left: lefts[0], Right: rights[0]), (End: 0, Words: int.MaxValue));
        for (var i = 0; i < nearLefts.Count; i++)
        {
            if (Apart(nearLefts[i], nearRights[i]) is var apart && apart.Words < gap.Words)
                (nearest, gap) = ((nearLefts[i], nearRights[i]), apart);
        }

        var reasons = new Reasons();
        left.ExplainWithin(sightings, [nearest.Left], reasons);
        right.ExplainWithin(sightings, [nearest.Right], reasons);
        var isNear = nearLefts.Count > 0 && AreNear(gap.End, gap.End + gap.Words, nearest.Left.Field, sightings.Scratch);
        verdicts.Add(written, isNear ? FailureKind.InDifferentQuotations : FailureKind.TooFarApart, reasons.Told());
    }

    /// <summary>Where the nearest words of two places are: the first of the two, and how many words on the other is, 1 for neighbours.</summary>
    private static (int End, int Words) Apart(in Place a, in Place b)
    {
        var nearest = (End: 0, Words: int.MaxValue);
        for (var i = 0; i < a.RunCount; i++)
        {
            for (var j = 0; j < b.RunCount; j++)
            {
                var (one, other) = (a.RunAt(i), b.RunAt(j));
                var (end, beginning) = one.Last < other.First ? (one.Last, other.First) : (other.Last, one.First);
                if (beginning - end < nearest.Words)
                    nearest = (end, beginning - end);
            }
        }

        return nearest;
    }

    public override void CollectAsked(bool negated, List<Asked> asked)
    {
        left.CollectAsked(negated, asked);
        right.CollectAsked(negated, asked);
    }
}
