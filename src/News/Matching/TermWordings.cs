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
    private static readonly ConditionalWeakTable<EntityPack, EntityWordings> OfPacks = [];

    private static readonly ConditionalWeakTable<EntityBook, ConcurrentDictionary<string, ImmutableArray<Wording>>> OfCountries = [];

    public static EntityWordings Of(EntityPack entity, EntityBook book) => OfPacks.GetValue(entity, pack => EntityWordings.Read(pack, book));

    /// <summary>A country's name with its people beside it, whom its own words don't meet: "South Korea" and South Koreans, US and Americans.</summary>
    public static ImmutableArray<Wording> WithPeople(Wording name, IReadOnlyList<string> people, EntityBook book) =>
        OfCountries.GetOrCreateValue(book).GetOrAdd(
            string.Join(' ', name.Words.Select(word => $"{word.Key} {word.Written.ToUpperInvariant()}")), // of U.S. and US each is the exact one
            _ => [name, .. people.Select(it => EntityWordings.Read(it, MatchRule.Demonym, book))]);
}

/// <summary>The names of an entity as a matcher looks for them.</summary>
/// <param name="Names">Those that are nothing else.</param>
/// <param name="Ambiguous">Each with the words of which one must stand in the same article.</param>
/// <param name="Except">What is something else, inside which no name counts.</param>
internal sealed record EntityWordings(
    ImmutableArray<Wording> Names, ImmutableArray<(ImmutableArray<Wording> Name, ImmutableArray<Wording> Context)> Ambiguous, ImmutableArray<Wording> Except)
{
    public static EntityWordings Read(EntityPack entity, EntityBook book) => new(
        [.. entity.All.Where(name => !entity.Ambiguous.ContainsKey(name)).SelectMany(name => ReadAll(name, book)).Where(HasWords)],
        [
            .. entity.Ambiguous
                .GroupBy(pair => string.Join('\n', pair.Value), pair => pair, StringComparer.Ordinal)
                .Select(group => (
                    Names: group.SelectMany(pair => ReadAll(pair.Key, book)).Where(HasWords).ToImmutableArray(),
                    Context: group.First().Value.SelectMany(word => ReadAll(word, book)).Where(HasWords).ToImmutableArray()))
                .Where(it => !it.Names.IsEmpty && !it.Context.IsEmpty),
        ],
        [.. entity.Except.Select(name => Read(name, MatchRule.Entity, book)).Where(HasWords)]);

    private static IEnumerable<Wording> ReadAll(string name, EntityBook book)
    {
        yield return Read(name, MatchRule.Entity, book);
        if (!name.StartsWith('=') && WordReader.ReadApart(name, book) is { } apart)
            yield return apart with { Rule = MatchRule.Entity };
    }

    /// <summary>Reads a name as a query's words are read; a = before it makes it exact.</summary>
    public static Wording Read(string name, MatchRule rule, EntityBook book)
    {
        var exact = name.StartsWith('=');
        return WordReader.Read(exact ? name[1..] : name, exact, book, isName: true) with { Rule = rule };
    }

    private static bool HasWords(Wording wording) => !wording.Words.IsEmpty;
}
