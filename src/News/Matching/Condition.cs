using System.Collections.Immutable;

namespace News.Matching;

/// <summary>What a query asks of an article; the query's syntax tree.</summary>
internal abstract class Condition
{
    public abstract bool Holds(in Sightings sightings);

    /// <summary>
    /// Adds the terms that made it come out as it did: <paramref name="holds"/> says how that was. A term that isn't
    /// there is no reason to show, so NOT adds nothing, except under another NOT.
    /// </summary>
    public abstract void Explain(in Sightings sightings, bool holds, List<Term> reasons);

    /// <summary>Adds the terms that keep an article out: those under a NOT, or under three.</summary>
    /// <param name="negated">Whether this condition itself stands under a NOT.</param>
    public abstract void CollectNegated(bool negated, HashSet<Term> terms);
}

/// <summary><c>airstrike</c>: the word stands somewhere in the fields.</summary>
internal sealed class Stands(Term term) : Condition
{
    public override bool Holds(in Sightings sightings) => sightings.Saw(term);

    public override void Explain(in Sightings sightings, bool holds, List<Term> reasons)
    {
        if (holds)
            reasons.Add(term);
    }

    public override void CollectNegated(bool negated, HashSet<Term> terms)
    {
        if (negated)
            terms.Add(term);
    }
}

/// <summary><c>IRGC AND Iraq</c>, <c>IRGC Iraq</c>: each of them.</summary>
internal sealed class AllOf(ImmutableArray<Condition> parts) : Condition
{
    public override bool Holds(in Sightings sightings)
    {
        foreach (var part in parts)
        {
            if (!part.Holds(sightings))
                return false;
        }

        return true;
    }

    public override void Explain(in Sightings sightings, bool holds, List<Term> reasons) =>
        Explanation.OfParts(parts, sightings, holds, reasons);

    public override void CollectNegated(bool negated, HashSet<Term> terms)
    {
        foreach (var part in parts)
            part.CollectNegated(negated, terms);
    }
}

/// <summary><c>IRGC OR airstrike</c>: at least one.</summary>
internal sealed class AnyOf(ImmutableArray<Condition> parts) : Condition
{
    public override bool Holds(in Sightings sightings)
    {
        foreach (var part in parts)
        {
            if (part.Holds(sightings))
                return true;
        }

        return false;
    }

    public override void Explain(in Sightings sightings, bool holds, List<Term> reasons) =>
        Explanation.OfParts(parts, sightings, holds, reasons);

    public override void CollectNegated(bool negated, HashSet<Term> terms)
    {
        foreach (var part in parts)
            part.CollectNegated(negated, terms);
    }
}

/// <summary><c>NOT football</c>: it doesn't.</summary>
internal sealed class NoneOf(Condition part) : Condition
{
    public override bool Holds(in Sightings sightings) => !part.Holds(sightings);

    public override void Explain(in Sightings sightings, bool holds, List<Term> reasons) =>
        part.Explain(sightings, !holds, reasons);

    public override void CollectNegated(bool negated, HashSet<Term> terms) => part.CollectNegated(!negated, terms);
}

internal static class Explanation
{
    /// <summary>The reasons of a whole are those of its parts that came out as it did.</summary>
    public static void OfParts(ImmutableArray<Condition> parts, in Sightings sightings, bool holds, List<Term> reasons)
    {
        foreach (var part in parts)
        {
            if (part.Holds(sightings) == holds)
                part.Explain(sightings, holds, reasons);
        }
    }
}
