using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using News.Entities;

namespace News.Matching;

/// <summary>
/// What entities and countries are written as, worked out once: however many queries ask for one, they share one array,
/// and with it one pattern of an index.
/// </summary>
internal static class TermWordings
{
    /// <summary>As many names of countries as are usual; more are odd spellings (a queer mix of capitals and small letters), which nobody shares.</summary>
    private const int MostCountries = 1_000;

    private static readonly ConditionalWeakTable<EntityPack, EntityWordings> OfPacks = [];

    /// <summary>By the words of the name and those of its people.</summary>
    private static readonly ConcurrentDictionary<string, ImmutableArray<Wording>> OfCountries = new(StringComparer.Ordinal);

    public static EntityWordings Of(EntityPack entity) => OfPacks.GetValue(entity, EntityWordings.Read);

    /// <summary>A country's name with its people beside it, whom its own words don't meet: "South Korea" and South Koreans, US and Americans.</summary>
    public static ImmutableArray<Wording> WithPeople(Wording name, IEnumerable<string> people)
    {
        var key = string.Join('\n', [$"{name.Joins}", .. name.Words.Select(word => word.Key), "", .. people]);
        if (OfCountries.TryGetValue(key, out var known))
            return known;
        if (OfCountries.Count >= MostCountries)
            OfCountries.Clear(); // those that are asked for again come back
        return OfCountries.GetOrAdd(key, _ => [name, .. people.Select(it => EntityWordings.Read(it, MatchRule.Demonym))]);
    }
}

/// <summary>The names of an entity as a matcher looks for them.</summary>
/// <param name="Names">Those that are nothing else.</param>
/// <param name="Ambiguous">Each with the words of which one must stand in the same article.</param>
/// <param name="Except">What is something else, inside which no name counts.</param>
internal sealed record EntityWordings(
    ImmutableArray<Wording> Names, ImmutableArray<(ImmutableArray<Wording> Name, ImmutableArray<Wording> Context)> Ambiguous, ImmutableArray<Wording> Except)
{
    public static EntityWordings Read(EntityPack entity) => new(
        [.. entity.All.Where(name => !entity.Ambiguous.ContainsKey(name)).SelectMany(ReadAll).Where(HasWords)],
        [
            .. entity.Ambiguous
                .GroupBy(pair => string.Join('\n', pair.Value), pair => pair, StringComparer.Ordinal)
                .Select(group => (
                    Names: group.SelectMany(pair => ReadAll(pair.Key)).Where(HasWords).ToImmutableArray(),
                    Context: group.First().Value.SelectMany(ReadAll).Where(HasWords).ToImmutableArray()))
                .Where(it => !it.Names.IsEmpty && !it.Context.IsEmpty),
        ],
        [.. entity.ExceptAsWritten.Select(name => Read("=" + name, MatchRule.Entity)).Where(HasWords)]);

    private static IEnumerable<Wording> ReadAll(string name)
    {
        yield return Read(name, MatchRule.Entity);
        if (!name.StartsWith('=') && WordReader.ReadApart(name, EntityBook.Shipped) is { } apart)
            yield return apart with { Rule = MatchRule.Entity };
    }

    /// <summary>
    /// Reads a name as a query's words are read; a = before it makes it exact. A country in it meets the people whom the
    /// shipped entities say: a pack is in many books, and what it means must follow from no one of them.
    /// </summary>
    public static Wording Read(string name, MatchRule rule)
    {
        var exact = name.StartsWith('=');
        return WordReader.Read(exact ? name[1..] : name, exact, EntityBook.Shipped, isName: true) with { Rule = rule };
    }

    private static bool HasWords(Wording wording) => !wording.Words.IsEmpty;
}
