using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace News.Matching;

/// <summary>
/// <c>@jordan</c>: one of the names of an entity stands in the fields. A name that is other things too counts only in an
/// article that has one of the words that go with it, anywhere: within one text a word keeps its sense (Gale, Church and
/// Yarowsky, "One Sense Per Discourse", 1992). A country's bare name is read so, too, where longer names have it in them.
/// </summary>
/// <param name="written">The handle as the query has it, with its @; or the country's name.</param>
/// <param name="names">Those that are nothing else; null where there are none.</param>
/// <param name="except">Longer names, of other things, inside which none counts: "South Sudan" of Sudan, not "south Sudan"; null where there are none.</param>
internal sealed class NamedEntity(string written, Term? names, ImmutableArray<AmbiguousName> ambiguous, Term? except) : Condition
{
    public override bool HasPlaces => true;

    public override Cost Cost => (Terms[0].Fields & (FieldSet.Quote | FieldSet.Speaker)) != FieldSet.None ? Cost.Grammar : Cost.Look;

    /// <summary>A country's, where the query has that and no handle.</summary>
    public Term? BareName { get; init; }

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

    public override Needed? Needs() => Needed.AnyOf(Terms.Select(Needed.Of));

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

        var (asked, elsewhere, longer) = (new List<Place>(), new List<Place>(), new List<Place>());
        foreach (var name in Terms)
        {
            sightings.AddPlaces(name, asked);
            sightings.AddPlacesElsewhere(name, elsewhere);
        }

        if (except is not null)
        {
            sightings.AddPlaces(except, longer);
            sightings.AddPlacesElsewhere(except, longer);
        }

        var standsThere = asked.Count + elsewhere.Count > 0;
        RemoveInside(longer, asked, 0, sightings.Scratch.Words.All);
        RemoveInside(longer, elsewhere, 0, sightings.Scratch.Words.All);
        var (kind, places) = asked.Count > 0 ? (FailureKind.NotNearItsContext, asked)
            : elsewhere.Count > 0 ? (FailureKind.Elsewhere, elsewhere)
            : (standsThere ? FailureKind.InsideAnotherName : FailureKind.NotThere, longer);
        var reasons = new Reasons();
        reasons.AddAt(places, Terms[0], sightings);
        verdicts.Add(written, kind, reasons.Told(), WrittenTerm.FieldOf(Terms[0]));
    }

    public override void AddPlaces(in Sightings sightings, List<Place> places) => AddPlaces(sightings, places, onlyFirst: false);

    /// <param name="onlyFirst">As many as are told; all the same where some of them are to be removed.</param>
    private void AddPlaces(in Sightings sightings, List<Place> places, bool onlyFirst)
    {
        var from = places.Count;
        var hasLonger = except is not null && sightings.Saw(except);
        var all = !onlyFirst || hasLonger;
        if (names is not null)
            sightings.AddPlaces(names, places, all);
        foreach (var name in ambiguous)
        {
            if (sightings.Saw(name.Context))
                sightings.AddPlaces(name.Name, places, all);
        }

        if (!hasLonger)
            return;
        var longer = sightings.Scratch.Details.Rent();
        sightings.AddPlaces(except!, longer);
        RemoveInside(longer, places, from, sightings.Scratch.Words.All);
        sightings.Scratch.Details.Return(longer);
    }

    /// <summary>Removes the places, from one on, that lie inside a longer name; sorts them and those.</summary>
    private static void RemoveInside(List<Place> longer, List<Place> places, int from, ReadOnlySpan<Word> words)
    {
        Place.Sort(CollectionsMarshal.AsSpan(longer), Place.ByFirst);
        Place.Sort(CollectionsMarshal.AsSpan(places)[from..], Place.ByFirst);
        var (kept, next, field, end) = (from, 0, -1, 0);
        for (var i = from; i < places.Count; i++)
        {
            var place = places[i];
            for (; next < longer.Count && Place.Compare(longer[next].Field, place.Field, longer[next].First, place.First) <= 0; next++)
            {
                if (IsUnbroken(longer[next], words))
                    (field, end) = (longer[next].Field, longer[next].Field == field ? Math.Max(end, longer[next].Last) : longer[next].Last);
            }

            if (place.Field != field || place.Last > end)
                places[kept++] = place;
        }

        places.RemoveRange(kept, places.Count - kept);
    }

    /// <summary>"In the South, Sudan's army" names no South Sudan.</summary>
    private static bool IsUnbroken(in Place place, ReadOnlySpan<Word> words)
    {
        foreach (ref readonly var word in words[(place.First + 1)..(place.Last + 1)])
        {
            if (word.Gap == Gap.Other)
                return false;
        }

        return true;
    }

    public override void ExplainWithin(in Sightings sightings, List<Place> within, Reasons reasons) => Add(sightings, reasons, within);

    private void Add(in Sightings sightings, Reasons reasons, List<Place>? within)
    {
        var places = sightings.Scratch.Details.Rent();
        AddPlaces(sightings, places, onlyFirst: within is null);
        reasons.AddAt(places, Terms[0], sightings, within);
        sightings.Scratch.Details.Return(places);
    }

    public override void CollectAsked(bool negated, List<Asked> asked)
    {
        asked.Add(new Asked(BareName is null ? WrittenTerm.FieldOf(Terms[0]) + written : WrittenTerm.Of(BareName), this, BareName, negated));
    }
}

/// <summary>A name that is other things too, and the words of which one must stand in the same article.</summary>
internal sealed record AmbiguousName(Term Name, Term Context);
