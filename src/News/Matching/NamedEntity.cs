using System.Collections.Immutable;

namespace News.Matching;

/// <summary>
/// <c>@jordan</c>: one of the names of an entity stands in the fields. A name that is other things too counts only in an
/// article that has one of the words that go with it, anywhere: within one text a word keeps its sense (Gale, Church and
/// Yarowsky, "One Sense Per Discourse", 1992).
/// </summary>
/// <param name="written">The handle as the query has it, with its @.</param>
/// <param name="names">Those that are nothing else; null where there are none.</param>
/// <param name="except">Longer names, of other things, inside which none counts: "South Sudan" of Sudan; null where there are none.</param>
internal sealed class NamedEntity(string written, Term? names, ImmutableArray<AmbiguousName> ambiguous, Term? except) : Condition
{
    public override bool HasPlaces => true;

    public override Cost Cost => (Terms[0].Fields & (FieldSet.Quote | FieldSet.Speaker)) != FieldSet.None ? Cost.Grammar : Cost.Look;

    private ImmutableArray<Term> Terms { get; } = [.. names is null ? [] : new[] { names }, .. ambiguous.Select(it => it.Name)];

    public override bool Holds(in Sightings sightings) =>
        SeesName(sightings) && (except is null || !sightings.Saw(except) || SeesNameOutside(sightings));

    private bool SeesName(in Sightings sightings)
    {
        if (names is not null && sightings.Saw(names))
            return true;
        foreach (var name in ambiguous)
        {
            if (sightings.Saw(name.Name) && sightings.Saw(name.Context))
                return true;
        }

        return false;
    }

    private bool SeesNameOutside(in Sightings sightings)
    {
        var places = sightings.Scratch.Details.Rent();
        AddPlaces(sightings, places);
        var any = places.Count > 0;
        sightings.Scratch.Details.Return(places);
        return any;
    }

    public override bool MayBeWithoutWords(bool outcome) => !outcome;

    public override void Explain(in Sightings sightings, bool holds, Reasons reasons)
    {
        if (holds)
            Add(sightings, reasons, null);
    }

    public override void Gather(in Sightings sightings, Reasons reasons) => Add(sightings, reasons, null);

    public override void Blame(in Sightings sightings, bool wanted, Verdicts verdicts)
    {
        if (!wanted)
        {
            verdicts.AddExcluded(written, this, sightings);
            return;
        }

        var alone = new Reasons();
        foreach (var name in ambiguous)
            alone.Add(name.Name, sightings);
        if (alone.Told() is { IsEmpty: false } places)
            verdicts.Add(written, FailureKind.NotNearItsContext, places);
        else
            verdicts.AddMissing(written, Terms.AsSpan(), sightings);
    }

    public override void AddPlaces(in Sightings sightings, List<Place> places)
    {
        var from = places.Count;
        if (names is not null)
            sightings.AddPlaces(names, places);
        foreach (var name in ambiguous)
        {
            if (sightings.Saw(name.Context))
                sightings.AddPlaces(name.Name, places);
        }

        if (except is not null && sightings.Saw(except))
            RemoveInside(except, sightings, places, from);
    }

    private static void RemoveInside(Term except, in Sightings sightings, List<Place> places, int from)
    {
        var others = sightings.Scratch.Details.Rent();
        sightings.AddPlaces(except, others);
        var kept = from;
        for (var i = from; i < places.Count; i++)
        {
            if (!IsInside(places[i], others))
                places[kept++] = places[i];
        }

        places.RemoveRange(kept, places.Count - kept);
        sightings.Scratch.Details.Return(others);
    }

    private static bool IsInside(in Place place, List<Place> others)
    {
        foreach (var other in others)
        {
            if (other.Contains(place))
                return true;
        }

        return false;
    }

    public override void ExplainWithin(in Sightings sightings, List<Place> within, Reasons reasons) => Add(sightings, reasons, within);

    private void Add(in Sightings sightings, Reasons reasons, List<Place>? within)
    {
        var places = sightings.Scratch.Details.Rent();
        AddPlaces(sightings, places);
        reasons.AddAt(places, Terms[0], sightings, within);
        sightings.Scratch.Details.Return(places);
    }

    public override void CollectAsked(bool negated, List<Asked> asked)
    {
        asked.Add(new Asked(WrittenTerm.FieldOf(Terms[0]) + written, this, null, negated));
    }
}

/// <summary>A name that is other things too, and the words of which one must stand in the same article.</summary>
internal sealed record AmbiguousName(Term Name, Term Context);
