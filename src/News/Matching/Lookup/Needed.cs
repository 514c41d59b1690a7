using System.Collections.Immutable;

namespace News.Matching;

/// <summary>What an article must have of <see cref="ArticleWords"/> for a query to be met by it. More have it than meet the query.</summary>
public abstract record Needed
{
    /// <summary>Spellings of two words may make so many pairs.</summary>
    private const int MostPairs = 64;

    private Needed()
    {
    }

    /// <summary>A root.</summary>
    /// <param name="IsBeginning">One that begins so will do.</param>
    public sealed record Root(string Letters, bool IsBeginning = false) : Needed;

    public sealed record All(ImmutableArray<Needed> Parts) : Needed;

    public sealed record Any(ImmutableArray<Needed> Parts) : Needed;

    /// <summary>All of these; null where none is needed.</summary>
    internal static Needed? AllOf(IEnumerable<Needed?> parts)
    {
        ImmutableArray<Needed> needed = [.. parts.OfType<Needed>().SelectMany(part => part is All { Parts: var several } ? several : [part]).Distinct()];
        return needed.Length switch
        {
            0 => null,
            1 => needed[0],
            _ => new All(needed),
        };
    }

    /// <summary>One of these; null where one of them needs nothing, or there are none.</summary>
    internal static Needed? AnyOf(IEnumerable<Needed?> parts)
    {
        var alternatives = new List<Needed>();
        foreach (var part in parts)
        {
            if (part is null)
                return null;
            alternatives.AddRange(part is Any { Parts: var several } ? several : [part]);
        }

        ImmutableArray<Needed> needed = [.. alternatives.Distinct()];
        return needed.Length switch
        {
            0 => null,
            1 => needed[0],
            _ => new Any(needed),
        };
    }

    /// <summary>What a term needs in whichever field; null of a regular expression.</summary>
    internal static Needed? Of(Term term) =>
        term.Regex is not null || (term.Fields & ~FieldSet.Lang) == FieldSet.None ? null
        : AnyOf(term.Wordings.Select(wording => AnyOf([Of(wording.Words), .. wording.Variants().Select(Of)])));

    private static Needed? Of(ImmutableArray<QueryWord> words)
    {
        // Short words tell little beside longer ones: "war on terror".
        var telling = words.Where(word => word.Folded.Length > 3).ToList();
        return AllOf([.. (telling.Count > 0 ? telling : [.. words]).Select(Of), .. words.Zip(words.Skip(1), Pair)]);
    }

    private static Needed? Of(QueryWord word)
    {
        var spellings = word.Spellings;
        return word.Demand == Demand.Beginning
            ? AnyOf(spellings.Select(OfBeginning))
            : AnyOf([.. spellings.Select(spelling => new Root(WordRoot.Of(spelling))), .. Apart(word, spellings)]);
    }

    private static Needed? OfBeginning(string folded) => WordRoot.OfBeginning(folded) is { } roots
        ? AnyOf([new Root(roots.Beginning, IsBeginning: true), .. roots.Whole.Select(root => new Root(root))])
        : null;

    /// <summary>What two words of a phrase need beside their roots, where they stand side by side or one of them is written in two; null where that is not kept.</summary>
    private static Needed? Pair(QueryWord first, QueryWord second)
    {
        if (first.Demand == Demand.Beginning || second.Demand == Demand.Beginning)
            return null;
        var (befores, behinds) = (first.Spellings, second.Spellings);
        if (!befores.Concat(behinds).All(spelling => WordRoot.MayPair(spelling)))
            return null;
        string[] before = [.. befores.Select(spelling => WordRoot.Of(spelling)).Distinct()], behind = [.. behinds.Select(spelling => WordRoot.Of(spelling)).Distinct()];
        return before.Length * behind.Length > MostPairs ? null
            : AnyOf([.. before.SelectMany(one => behind.Select(other => new Root(WordRoot.OfPair(one, other)))), .. Apart(first, befores), .. Apart(second, behinds)]);
    }

    /// <summary>A word that a text writes in two: "air strikes" of airstrike. Those with a hyphen are kept as one, too.</summary>
    private static IEnumerable<Needed> Apart(QueryWord word, string[] spellings)
    {
        if (word.Demand != Demand.None || EnglishCompounds.IsNeverApart(word.Folded))
            return [];
        string[] apart = word.Folded[0] <= '\u024f' ? spellings : [word.Folded];
        return apart.SelectMany(Halves).GroupBy(halves => halves.First, halves => halves.Second, StringComparer.Ordinal)
            .Select(halves => AllOf([new Root(halves.Key), AnyOf(halves.Distinct().Select(second => new Root(WordRoot.OfPair(halves.Key, second))))])!);
    }

    private static IEnumerable<(string First, string Second)> Halves(string spelling)
    {
        for (var at = 3; at + 3 <= spelling.Length; at++)
        {
            if (FunctionWords.MayCompound(spelling.AsSpan(0, at), spelling.AsSpan(at)))
                yield return (WordRoot.Of(spelling.AsSpan(0, at)), WordRoot.Of(spelling.AsSpan(at)));
        }
    }
}
