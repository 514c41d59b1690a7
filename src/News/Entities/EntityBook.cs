using System.Collections.Frozen;
using System.Collections.Immutable;

namespace News.Entities;

/// <summary>The entities that a query can name. Immutable; a team's own names make another book.</summary>
public sealed class EntityBook
{
    private static readonly Lazy<EntityBook> ShippedBook = new(() => new EntityBook(ShippedEntities.Read()));

    private readonly FrozenDictionary<string, EntityPack> _byHandle;
    private readonly FrozenDictionary<string, ImmutableArray<string>> _people;

    private EntityBook(IEnumerable<EntityPack> packs)
    {
        All = [.. packs.OrderBy(pack => pack.Handle, StringComparer.Ordinal)];
        _byHandle = All.ToFrozenDictionary(pack => Plain(pack.Handle), StringComparer.Ordinal);
        var people = new Dictionary<string, ImmutableArray<string>>(StringComparer.Ordinal);
        foreach (var country in All.Where(pack => !pack.People.IsEmpty))
        {
            foreach (var name in country.Names)
                people.TryAdd(name.ToLowerInvariant(), country.People);
        }

        _people = people.ToFrozenDictionary(StringComparer.Ordinal);
    }

    /// <summary>Those that come with the bot: the files beside this one.</summary>
    public static EntityBook Shipped => ShippedBook.Value;

    /// <summary>By handle.</summary>
    public ImmutableArray<EntityPack> All { get; }

    /// <summary>This book with more entities; one whose handle is there already adds its names to it.</summary>
    public EntityBook With(IEnumerable<EntityPack> more)
    {
        var packs = All.ToDictionary(pack => Plain(pack.Handle), StringComparer.Ordinal);
        foreach (var pack in more)
            packs[Plain(pack.Handle)] = packs.TryGetValue(Plain(pack.Handle), out var known) ? Merged(known, pack) : pack;
        return new EntityBook(packs.Values);
    }

    /// <summary>The entity of a handle, in any case, with or without hyphens; null where there is none.</summary>
    public EntityPack? Find(string handle) => _byHandle.GetValueOrDefault(Plain(handle));

    /// <summary>What a country's people and things go by, from its name in any case; none where it is no country's name.</summary>
    public ImmutableArray<string> PeopleOf(string country) => _people.TryGetValue(country.ToLowerInvariant(), out var people) ? people : [.. Matching.Demonyms.Of(country.ToLowerInvariant())];

    /// <summary>The handles that somebody may have meant who wrote this one, the likeliest first, at most three.</summary>
    public ImmutableArray<string> Like(string handle) =>
    [
        .. All.Select(pack => (pack.Handle, Steps: EditDistance.Between(Plain(handle), Plain(pack.Handle), 3)))
            .Where(it => it.Steps is not null).OrderBy(it => it.Steps).Take(3).Select(it => it.Handle),
    ];

    private static EntityPack Merged(EntityPack known, EntityPack more) => known with { Names = [.. known.Names.Union(more.Names)] };

    private static string Plain(string handle) => string.Concat(handle.Where(char.IsLetterOrDigit)).ToLowerInvariant();
}
