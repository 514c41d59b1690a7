using System.Collections.Immutable;

namespace News.Matching;

/// <summary>Why a query that holds does: its terms, the words that met them and by which rule.</summary>
internal static class Reasons
{
    /// <summary>Places of one term in one field that a match shows.</summary>
    private const int MostShown = 3;

    public static ImmutableArray<MatchedTerm> Of(Query query, in Sightings sightings)
    {
        var reasons = new List<Term>();
        query.Condition.Explain(sightings, holds: true, reasons);
        var terms = ImmutableArray.CreateBuilder<MatchedTerm>();
        foreach (var term in reasons)
            Add(term, sightings, terms);
        return terms.DrainToImmutable();
    }

    private static void Add(Term term, in Sightings sightings, ImmutableArray<MatchedTerm>.Builder terms)
    {
        var scratch = sightings.Scratch!;
        var (field, shown) = ((MatchField)(-1), 0);
        for (var i = sightings.FirstOf(term); i >= 0; i = scratch.SightingAt(i).Next)
        {
            ref readonly var sighting = ref scratch.SightingAt(i);
            ref readonly var text = ref scratch.FieldAt(sighting.Field);
            if ((term.Fields & (FieldSet)(1 << (int)text.Field)) == FieldSet.None)
                continue;
            if (text.Field != field)
                (field, shown) = (text.Field, 0);
            var start = scratch.Words.All[sighting.First].Start;
            var met = text.Text[start..scratch.Words.All[sighting.Last].End];
            var reason = new MatchedTerm(term.Written, field, met, start, RuleOf(term, sighting, met, scratch.Words));
            if (shown < MostShown && !terms.Contains(reason))
            {
                shown++;
                terms.Add(reason);
            }
        }
    }

    private static MatchRule RuleOf(Term term, in Sighting sighting, string met, Words words)
    {
        if (sighting.Rule is { } rule)
            return rule;
        var asked = term.Wordings[0].Words;
        if (asked[0].Demand == Demand.Exactly || (!term.Quoted && met.Equals(term.Written, StringComparison.OrdinalIgnoreCase)))
            return MatchRule.Exact;
        if (asked.Length > 1)
            return MatchRule.Phrase;
        if (asked[0].Demand == Demand.Beginning)
            return MatchRule.Prefix;
        if (met.Equals(asked[0].Written, StringComparison.OrdinalIgnoreCase))
            return MatchRule.Exact;
        var word = words.All[sighting.First];
        foreach (var demonym in asked[0].People)
        {
            if (words.FoldedOf(word).SequenceEqual(demonym))
                return MatchRule.Demonym;
        }

        return (word.Shape & WordShape.Clitic) != WordShape.None == asked[0].HasClitic && words.FoldedOf(word).SequenceEqual(asked[0].Folded)
            ? MatchRule.Folding
            : MatchRule.Form;
    }
}
