using System.Runtime.InteropServices;
using News.Summaries;

namespace News.Matching;

/// <summary>Which terms of one query stand in an article, and where.</summary>
internal readonly ref struct Sightings(MatchScratch? scratch, ReadOnlySpan<int> patternOfTerm)
{
    /// <summary>Places of a term in a field that a reason is made of, and that must do where hostile queries look at hundreds of thousands.</summary>
    private const int MostTold = 1_000;

    private readonly ReadOnlySpan<int> _patternOfTerm = patternOfTerm;

    /// <summary>Those of an article that has none of the words.</summary>
    public static Sightings OfNothing => new(null, []);

    /// <summary>Of the article that was read.</summary>
    public MatchScratch Scratch => scratch ?? throw new InvalidOperationException("Nothing was read.");

    public bool Saw(Term term)
    {
        if (scratch is null)
            return false;
        if (term.Regex is null && !term.Fields.AskWhere())
            return (scratch.FieldsOf(_patternOfTerm[term.Index]) & term.Fields) != FieldSet.None;
        return Add(term, term.Fields, null);
    }

    /// <summary>Of a term that was seen once: where; null where it was seen more often.</summary>
    public Place? OnlyPlaceOf(Term term) =>
        Scratch.OnlySightingOf(_patternOfTerm[term.Index]) is >= 0 and var only ? PlaceOf(Scratch.SightingAt(only)) : null;

    /// <summary>Adds the places of a term, a field's in the order of its text.</summary>
    /// <param name="all">Else the first in each field, as many as a reason is made of.</param>
    public void AddPlaces(Term term, List<Place> places, bool all = true) => Add(term, term.Fields, places, all ? int.MaxValue : MostTold);

    /// <summary>Adds the places of a term in fields that it doesn't ask for.</summary>
    public void AddPlacesElsewhere(Term term, List<Place> places)
    {
        if (term.Fields != FieldSet.Lang)
            Add(term, FieldSet.Everywhere & ~term.Fields, places, MostTold);
    }

    /// <summary>Whether there is one; without a list to add to, it looks no further than that.</summary>
    private bool Add(Term term, FieldSet fields, List<Place>? places, int most = int.MaxValue) =>
        term.Regex is { } regex
            ? scratch!.Details.Add(regex, fields, Scratch, places)
            : (scratch!.FieldsOf(_patternOfTerm[term.Index]) & fields.Read()) != FieldSet.None && AddSightings(_patternOfTerm[term.Index], fields, places, most);

    private bool AddSightings(int pattern, FieldSet fields, List<Place>? places, int most)
    {
        var (any, looked) = (false, 0);
        Span<int> left = stackalloc int[8]; // by field
        left.Fill(most);
        for (var i = Scratch.FirstSighting(pattern); i >= 0; i = Scratch.SightingAt(i).Next)
        {
            if (looked++ >= MostTold && Scratch.Details.HasLookedFar)
                break;
            ref readonly var sighting = ref Scratch.SightingAt(i);
            ref readonly var text = ref Scratch.FieldAt(sighting.Field);
            if (left[(int)text.Field] <= 0 && !fields.AskWhere())
            {
                if ((int)fields >> ((int)text.Field + 1) == 0)
                    break; // no field behind it is asked for
                continue;
            }

            var place = PlaceOf(sighting);
            if (fields.Has(text.Field) && (text.Field != MatchField.Lang || sighting.First == text.From))
                any |= Took(place, places, left);
            if (text.Field == MatchField.Text && fields.Has(MatchField.Quote))
                any |= TookInside(Scratch.Details.QuotesOf(Scratch.Article), MatchField.Quote, place, places, left);
            if (text.Field == MatchField.Text && fields.Has(MatchField.Speaker))
                any |= TookInside(Scratch.Details.SpeakersOf(Scratch.Article), MatchField.Speaker, place, places, left);
            if (any && places is null)
                break;
        }

        Scratch.Details.Look(looked);
        return any;
    }

    private Place PlaceOf(in Sighting sighting)
    {
        var words = Scratch.Words.All;
        return new Place(
            sighting.Field, sighting.First, sighting.Last, words[sighting.First].Start, words[sighting.Last].End, Scratch.FieldAt(sighting.Field).Field, -1, sighting.Rule);
    }

    /// <param name="parts">In their order, none over another.</param>
    private static bool TookInside(List<TextRange> parts, MatchField field, in Place place, List<Place>? places, Span<int> left)
    {
        var part = PartitionPoint.Of(CollectionsMarshal.AsSpan(parts), place.Start, static (part, start) => part.Start <= start) - 1;
        return part >= 0 && place.End <= parts[part].End && Took(place with { As = field, Part = part }, places, left);
    }

    private static bool Took(in Place place, List<Place>? places, Span<int> left)
    {
        if (left[(int)place.As]-- > 0)
            places?.Add(place);
        return true;
    }
}
