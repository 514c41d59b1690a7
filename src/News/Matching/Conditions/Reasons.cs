using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace News.Matching;

/// <summary>Gathers why a query holds: its terms, the words that met them and by which rule.</summary>
internal sealed class Reasons
{
    /// <summary>Places of one term in one field that a match shows.</summary>
    private const int MostShown = 3;

    /// <summary>Those that are shown of a single article that somebody asks about, and how many of all terms until they are as few again.</summary>
    private const int MostOfOneArticle = 100, Many = 2_000;

    private readonly List<MatchedTerm> _told = [];
    private int _most = MostShown;

    public static ImmutableArray<MatchedTerm> Of(Query query, in Sightings sightings)
    {
        var reasons = sightings.Scratch.Reasons;
        reasons._told.Clear();
        query.Condition.Explain(sightings, holds: true, reasons);
        return reasons.Told();
    }

    /// <summary>With nearly all places of each term, for a single article that somebody asks about.</summary>
    public static ImmutableArray<MatchedTerm> AllOf(Query query, in Sightings sightings)
    {
        var reasons = new Reasons { _most = MostOfOneArticle };
        query.Condition.Explain(sightings, holds: true, reasons);
        return reasons.Told();
    }

    /// <summary>Of a query that asks for nothing but a term.</summary>
    public static ImmutableArray<MatchedTerm> Of(Term only, in Sightings sightings)
    {
        if (sightings.OnlyPlaceOf(only) is { } place)
            return [Tell(only, place, sightings.Scratch)];
        var reasons = sightings.Scratch.Reasons;
        reasons._told.Clear();
        reasons.Add(only, sightings);
        return reasons.Told();
    }

    public ImmutableArray<MatchedTerm> Told() => [.. _told];

    /// <summary>Adds the places of a term, all or some of them; nothing where it has none.</summary>
    public void Add(Term term, in Sightings sightings, List<Place>? within = null)
    {
        var details = sightings.Scratch.Details;
        var places = details.Rent();
        sightings.AddPlaces(term, places, all: within is not null);
        AddAt(places, term, sightings, within);
        details.Return(places);
    }

    /// <summary>Adds a term at places that were found already.</summary>
    public void AddAt(List<Place> places, Term term, in Sightings sightings, List<Place>? within = null)
    {
        Place.Sort(CollectionsMarshal.AsSpan(places), Place.ByFirst);
        var (field, shown, widest) = ((MatchField)byte.MaxValue, 0, default(Place));
        foreach (var place in places)
        {
            if (place.As != field)
                (field, shown) = (place.As, 0);
            if (shown >= (_told.Count < Many ? _most : MostShown) || (within is not null && !IsAmong(within, place)))
                continue;
            if (shown > 0 && widest.Contains(place))
                continue; // "Iraqi" in "Iraqi army", both names of @iraq
            widest = place;
            var reason = Tell(term, place, sightings.Scratch);
            if (_told.Contains(reason))
                continue;
            shown++;
            _told.Add(reason);
        }
    }

    private static MatchedTerm Tell(Term term, in Place place, MatchScratch scratch)
    {
        var met = scratch.FieldAt(place.Field).Text.AsSpan(place.Start..place.End);
        var text = met.SequenceEqual(term.Written) ? term.Written : met.ToString();
        return new MatchedTerm(term.Written, place.As, text, place.Start, RuleOf(term, place, text, scratch.Words));
    }

    private static bool IsAmong(List<Place> places, in Place place)
    {
        foreach (ref readonly var other in CollectionsMarshal.AsSpan(places))
        {
            if (other.IsSameAs(place))
                return true;
        }

        return false;
    }

    /// <summary>Whether characters that are words for themselves stand next to one another: ガザ of a script without spaces.</summary>
    private static bool IsWrittenAsOne(ReadOnlySpan<Word> words)
    {
        foreach (ref readonly var word in words[1..])
        {
            if (word.Gap != Gap.None)
                return false;
        }

        return true;
    }

    private static MatchRule RuleOf(Term term, in Place place, string met, Words words)
    {
        if (place.Rule is { } rule)
            return rule;
        if (!term.Quoted && met.Equals(term.Written, StringComparison.OrdinalIgnoreCase))
            return MatchRule.Exact;
        var asked = term.First.Words;
        if (asked[0].Demand == Demand.Exactly)
            return MatchRule.Exact;
        if (asked.Length > 1)
            return !term.Quoted && IsWrittenAsOne(words.All[place.First..(place.Last + 1)]) ? MatchRule.Folding : MatchRule.Phrase;
        if (asked[0].Demand == Demand.Beginning)
            return MatchRule.Prefix;
        if (met.Equals(asked[0].Written, StringComparison.OrdinalIgnoreCase))
            return MatchRule.Exact;
        var word = words.All[place.First];
        if (asked[0].IsOfPeople(words.FoldedOf(word)))
            return MatchRule.Demonym;
        return (word.Shape & WordShape.Clitic) != WordShape.None == asked[0].HasClitic && words.FoldedOf(word).SequenceEqual(asked[0].Folded)
            ? MatchRule.Folding
            : MatchRule.Form;
    }
}
