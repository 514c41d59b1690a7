using System.Collections.Immutable;

namespace News.Matching;

/// <summary>Gathers what kept a query from holding.</summary>
internal sealed class Verdicts
{
    private readonly ImmutableArray<Failing>.Builder _failing = ImmutableArray.CreateBuilder<Failing>();
    private int? _alternatives;
    private int _ors;

    /// <summary>Judges an article that was read, by what was seen in it.</summary>
    public static Verdict Of(Query query, in Sightings sightings)
    {
        if (query.Condition.Holds(sightings))
            return new Verdict(true, Reasons.AllOf(query, sightings), []);
        var (met, verdicts) = (new Reasons(), new Verdicts());
        query.Condition.Gather(sightings, met);
        query.Condition.Blame(sightings, wanted: true, verdicts);
        return new Verdict(false, met.Told(), verdicts._failing.DrainToImmutable());
    }

    /// <summary>What is added from now on is of one OR, until <see cref="EndAlternatives"/>; of the outer one where they stand in one another.</summary>
    /// <returns>What that takes back.</returns>
    public int? BeginAlternatives()
    {
        var outer = _alternatives;
        _alternatives ??= _ors++;
        return outer;
    }

    public void EndAlternatives(int? outer) => _alternatives = outer;

    public void Add(string written, FailureKind kind, ImmutableArray<MatchedTerm> places, string field = "")
    {
        if (!_failing.Any(it => it.Written == written && it.Kind == kind && it.Field == field))
            _failing.Add(new Failing(written, kind, places) { Field = field, Alternatives = _alternatives });
    }

    /// <summary>Adds that nothing of some terms stands in their fields, with where it stands else.</summary>
    public void AddMissing(string written, ReadOnlySpan<Term> terms, in Sightings sightings)
    {
        var elsewhere = new Reasons();
        foreach (var term in terms)
        {
            var places = new List<Place>();
            sightings.AddPlacesElsewhere(term, places);
            elsewhere.AddAt(places, term, sightings);
        }

        var told = elsewhere.Told();
        Add(written, told.IsEmpty ? FailureKind.NotThere : FailureKind.Elsewhere, told, WrittenTerm.FieldOf(terms[0]));
    }

    public void AddExcluded(string written, Condition condition, in Sightings sightings)
    {
        var places = new Reasons();
        condition.Explain(sightings, holds: true, places);
        Add(written, FailureKind.Excluded, places.Told());
    }
}
