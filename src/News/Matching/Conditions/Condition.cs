using System.Collections.Immutable;

namespace News.Matching;

/// <summary>What a query asks of an article; the query's syntax tree.</summary>
internal abstract class Condition
{
    /// <summary>Whether it is met at places, as words are and a NOT isn't, so that NEAR can ask how far these are apart.</summary>
    public virtual bool HasPlaces => false;

    /// <summary>How many NEARs stand in one another.</summary>
    public virtual int Nears => 0;

    /// <summary>How dear it is to ask: what is cheap and settles the matter is asked first.</summary>
    public abstract Cost Cost { get; }

    public abstract bool Holds(in Sightings sightings);

    /// <summary>Whether its words stand there, however far apart: false only where it doesn't hold.</summary>
    public virtual bool MayHold(in Sightings sightings) => Holds(sightings);

    /// <summary>Whether it may come out so in an article that has none of its words. Regular expressions, which no index knows, are words of nothing.</summary>
    public abstract bool MayBeWithoutWords(bool outcome);

    /// <summary>What an article must have for it to hold; null where it may hold of any.</summary>
    public abstract Needed? Needs();

    /// <summary>
    /// Adds the terms that made it come out as it did: <paramref name="holds"/> says how that was. A term that isn't
    /// there is no reason to show, so NOT adds nothing, except under another NOT.
    /// </summary>
    public abstract void Explain(in Sightings sightings, bool holds, Reasons reasons);

    /// <summary>Adds the words, phrases, entities and expressions that it asks for, in the order of the query.</summary>
    /// <param name="negated">Whether this condition itself stands under a NOT, or under three.</param>
    public abstract void CollectAsked(bool negated, List<Asked> asked);

    /// <summary>Adds what of it stands in an article, whether it holds as a whole or not.</summary>
    public abstract void Gather(in Sightings sightings, Reasons reasons);

    /// <summary>Adds the parts that kept it from coming out as wanted.</summary>
    public abstract void Blame(in Sightings sightings, bool wanted, Verdicts verdicts);

    /// <summary>Adds where it is met; only of what has places.</summary>
    public virtual void AddPlaces(in Sightings sightings, List<Place> places)
    {
    }

    /// <summary>Adds its terms with their part in some of its places; only of what has places.</summary>
    public virtual void ExplainWithin(in Sightings sightings, List<Place> within, Reasons reasons)
    {
    }
}

/// <summary>What asking takes, from little to much.</summary>
internal enum Cost
{
    /// <summary>A look at what was seen.</summary>
    Look,

    /// <summary>Places are compared.</summary>
    Places,

    /// <summary>Quotations and sentences of the article are found.</summary>
    Grammar,

    /// <summary>The text is read once more.</summary>
    Regex,
}

/// <summary><c>airstrike</c>: the word stands somewhere in the fields.</summary>
internal sealed class Stands(Term term) : Condition
{
    public override bool HasPlaces => true;

    /// <summary>Whether what was seen answers it.</summary>
    public bool IsLook => term.Regex is null && !term.Fields.AskWhere();

    public override Cost Cost =>
        term.Regex is not null ? Cost.Regex : (term.Fields & (FieldSet.Quote | FieldSet.Speaker)) != FieldSet.None ? Cost.Grammar : Cost.Look;

    public override bool Holds(in Sightings sightings) => sightings.Saw(term);

    public override bool MayBeWithoutWords(bool outcome) => !outcome || term.Regex is not null;

    public override Needed? Needs() => Needed.Of(term);

    public override void Explain(in Sightings sightings, bool holds, Reasons reasons)
    {
        if (holds)
            reasons.Add(term, sightings);
    }

    public override void Gather(in Sightings sightings, Reasons reasons) => reasons.Add(term, sightings);

    public override void Blame(in Sightings sightings, bool wanted, Verdicts verdicts)
    {
        if (wanted && term.Regex is { } regex && sightings.Scratch.Details.Overran(regex))
            verdicts.Add(term.Written, FailureKind.TookTooLong, []);
        else if (wanted)
            verdicts.AddMissing(term.Written, [term], sightings);
        else
            verdicts.AddExcluded(term.Written, this, sightings);
    }

    public override void AddPlaces(in Sightings sightings, List<Place> places) => sightings.AddPlaces(term, places);

    public override void ExplainWithin(in Sightings sightings, List<Place> within, Reasons reasons) => reasons.Add(term, sightings, within);

    public override void CollectAsked(bool negated, List<Asked> asked) => asked.Add(new Asked(WrittenTerm.Of(term), this, term, negated));
}

/// <summary><c>IRGC AND Iraq</c>, <c>IRGC Iraq</c>: each of them.</summary>
internal sealed class AllOf(ImmutableArray<Condition> parts) : Condition
{
    private readonly ImmutableArray<Condition> _cheapFirst = [.. parts.OrderBy(part => part.Cost)];

    public override Cost Cost => _cheapFirst[^1].Cost;

    public override bool Holds(in Sightings sightings)
    {
        foreach (var part in _cheapFirst)
        {
            if (!part.Holds(sightings))
                return false;
        }

        return true;
    }

    public override bool MayBeWithoutWords(bool outcome) =>
        outcome ? parts.All(part => part.MayBeWithoutWords(true)) : parts.Any(part => part.MayBeWithoutWords(false));

    public override Needed? Needs() => Needed.AllOf(parts.Select(part => part.Needs()));

    public override void Explain(in Sightings sightings, bool holds, Reasons reasons) => Parts.Explain(parts, sightings, holds, reasons);

    public override void Gather(in Sightings sightings, Reasons reasons) => Parts.Gather(parts, sightings, reasons);

    public override void Blame(in Sightings sightings, bool wanted, Verdicts verdicts) => Parts.Blame(parts, sightings, wanted, verdicts);

    public override void CollectAsked(bool negated, List<Asked> asked) => Parts.CollectAsked(parts, negated, asked);
}

/// <summary><c>IRGC OR airstrike</c>: at least one.</summary>
internal sealed class AnyOf(ImmutableArray<Condition> parts) : Condition
{
    /// <summary>Places that its parts may have together in NEAR; a hostile text has more, and after hundreds of thousands of them fewer must do.</summary>
    private const int MostPlaces = 200_000, FewPlaces = 3_000;

    private readonly ImmutableArray<Condition> _cheapFirst = [.. parts.OrderBy(part => part.Cost)];

    public override bool HasPlaces { get; } = parts.All(part => part.HasPlaces);

    public override int Nears { get; } = parts.Max(part => part.Nears);

    public override Cost Cost => _cheapFirst[^1].Cost;

    public override bool Holds(in Sightings sightings)
    {
        foreach (var part in _cheapFirst)
        {
            if (part.Holds(sightings))
                return true;
        }

        return false;
    }

    public override bool MayHold(in Sightings sightings)
    {
        foreach (var part in _cheapFirst)
        {
            if (part.MayHold(sightings))
                return true;
        }

        return false;
    }

    public override bool MayBeWithoutWords(bool outcome) =>
        outcome ? parts.Any(part => part.MayBeWithoutWords(true)) : parts.All(part => part.MayBeWithoutWords(false));

    public override Needed? Needs() => Needed.Either(parts.Select(part => part.Needs()));

    public override void Explain(in Sightings sightings, bool holds, Reasons reasons) => Parts.Explain(parts, sightings, holds, reasons);

    public override void Gather(in Sightings sightings, Reasons reasons) => Parts.Gather(parts, sightings, reasons);

    public override void Blame(in Sightings sightings, bool wanted, Verdicts verdicts)
    {
        var outer = wanted ? verdicts.BeginAlternatives() : null;
        Parts.Blame(parts, sightings, wanted, verdicts);
        if (wanted)
            verdicts.EndAlternatives(outer);
    }

    public override void AddPlaces(in Sightings sightings, List<Place> places)
    {
        foreach (var part in parts)
        {
            if (places.Count < (sightings.Scratch.Details.HasLookedFar ? FewPlaces : MostPlaces))
                part.AddPlaces(sightings, places);
        }
    }

    public override void ExplainWithin(in Sightings sightings, List<Place> within, Reasons reasons)
    {
        foreach (var part in parts)
            part.ExplainWithin(sightings, within, reasons);
    }

    public override void CollectAsked(bool negated, List<Asked> asked) => Parts.CollectAsked(parts, negated, asked);
}

/// <summary><c>NOT football</c>: it doesn't, anywhere in the article.</summary>
internal sealed class NoneOf(Condition part) : Condition
{
    public override Cost Cost => part.Cost;

    public override bool Holds(in Sightings sightings) => !part.Holds(sightings);

    public override bool MayBeWithoutWords(bool outcome) => part.MayBeWithoutWords(!outcome);

    public override Needed? Needs() => null;

    public override void Explain(in Sightings sightings, bool holds, Reasons reasons) => part.Explain(sightings, !holds, reasons);

    public override void Gather(in Sightings sightings, Reasons reasons)
    {
    }

    public override void Blame(in Sightings sightings, bool wanted, Verdicts verdicts) => part.Blame(sightings, !wanted, verdicts);

    public override void CollectAsked(bool negated, List<Asked> asked) => part.CollectAsked(!negated, asked);
}

/// <summary>What an AND and an OR do alike.</summary>
internal static class Parts
{
    /// <summary>The reasons of a whole are those of its parts that came out as it did.</summary>
    public static void Explain(ImmutableArray<Condition> parts, in Sightings sightings, bool holds, Reasons reasons)
    {
        foreach (var part in parts)
        {
            if (part.Holds(sightings) == holds)
                part.Explain(sightings, holds, reasons);
        }
    }

    public static void Gather(ImmutableArray<Condition> parts, in Sightings sightings, Reasons reasons)
    {
        foreach (var part in parts)
            part.Gather(sightings, reasons);
    }

    /// <summary>Those are to blame for a whole that came out as they did and it shouldn't.</summary>
    public static void Blame(ImmutableArray<Condition> parts, in Sightings sightings, bool wanted, Verdicts verdicts)
    {
        foreach (var part in parts)
        {
            if (part.Holds(sightings) != wanted)
                part.Blame(sightings, wanted, verdicts);
        }
    }

    public static void CollectAsked(ImmutableArray<Condition> parts, bool negated, List<Asked> asked)
    {
        foreach (var part in parts)
            part.CollectAsked(negated, asked);
    }
}
