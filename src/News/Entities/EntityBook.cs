using System.Collections.Immutable;
using News.Matching;

namespace News.Entities;

/// <summary>The entities that a query can name. Immutable; a team's own names make another book.</summary>
public sealed class EntityBook
{
    private const int MostAlike = 3;

    private static readonly Lazy<EntityBook> ShippedBook = new(() => new EntityBook(ShippedEntities.Read()));

    /// <summary>By <see cref="EntityNames.Key"/> of the handle and of the names that mean nothing else.</summary>
    private readonly Dictionary<string, EntityPack> _byName = new(StringComparer.Ordinal);

    /// <summary>By <see cref="EntityNames.Key"/> of a country's names.</summary>
    private readonly Dictionary<string, Land> _lands = new(StringComparer.Ordinal);

    private EntityBook(IEnumerable<EntityPack> packs)
    {
        All = [.. packs.OrderBy(pack => pack.Handle, StringComparer.Ordinal)];
        foreach (var pack in All)
            _byName[EntityNames.Key(pack.Handle)] = pack;
        foreach (var pack in All)
        {
            foreach (var name in pack.Names.Concat(pack.People).Where(name => !pack.Ambiguous.ContainsKey(name)))
                _byName.TryAdd(EntityNames.Key(name), pack);
            if (!pack.People.IsEmpty)
                AddLand(pack);
        }
    }

    /// <summary>Those that come with the bot: the files beside this one.</summary>
    public static EntityBook Shipped => ShippedBook.Value;

    /// <summary>By handle.</summary>
    public ImmutableArray<EntityPack> All { get; }

    /// <summary>
    /// This book with more entities. One whose handle is known here, as a handle or as a name, adds its names to that
    /// entity; the others stay the same instances, with whatever was worked out for them.
    /// </summary>
    public EntityBook With(IEnumerable<EntityPack> more)
    {
        ArgumentNullException.ThrowIfNull(more);
        var packs = All.ToDictionary(pack => EntityNames.Key(pack.Handle), StringComparer.Ordinal);
        foreach (var pack in more)
        {
            var key = EntityNames.Key(Find(pack.Handle)?.Handle ?? pack.Handle);
            packs[key] = packs.TryGetValue(key, out var known) ? known.With(pack) : pack;
        }

        return new EntityBook(packs.Values);
    }

    /// <summary>
    /// The entity of a handle or of a name that means nothing else, in any case, with or without hyphens: irgc,
    /// kataib-hezbollah, KataibHezbollah, isis. Null where there is none.
    /// </summary>
    public EntityPack? Find(string handle)
    {
        ArgumentNullException.ThrowIfNull(handle);
        return _byName.GetValueOrDefault(EntityNames.Key(handle));
    }

    /// <summary>The handles that somebody may have meant who wrote this one, the likeliest first, at most three.</summary>
    public ImmutableArray<string> Like(string handle)
    {
        ArgumentNullException.ThrowIfNull(handle);
        if (handle.Length > EntityNames.LongestName)
            return [];
        var asked = EntityNames.Key(handle);
        return
        [
            .. All.Select(pack => (pack.Handle, Steps: pack.All.Prepend(pack.Handle).Min(name => StepsBetween(asked, EntityNames.Key(name)))))
                .Where(it => it.Steps < int.MaxValue)
                .OrderBy(it => it.Steps)
                .Take(MostAlike)
                .Select(it => it.Handle),
        ];
    }

    /// <summary>
    /// What a country's people and things go by, from its name as somebody wrote it, in any case and with or without
    /// its accents; none where it is no country's name. Names of several countries (Congo) give the people of all.
    /// </summary>
    /// <remarks>In the script of the name: Iraq gives Iraqi, العراق gives عراقي. Small letters are no US, which is "us" then.</remarks>
    public ImmutableArray<string> PeopleOf(string country)
    {
        ArgumentNullException.ThrowIfNull(country);
        var key = EntityNames.Key(country);
        if (!_lands.TryGetValue(key, out var land))
            return [.. Demonyms.Of(key)];
        return land.IsInitialism && QueryWord.IsOtherWordWhenSmall(key) && country.Any(char.IsLower) ? [] : land.People;
    }

    private void AddLand(EntityPack country)
    {
        foreach (var name in country.Names)
        {
            var key = EntityNames.Key(name);
            var people = country.People.Where(people => IsOfOneScript(key, EntityNames.Key(people)));
            var known = _lands.GetValueOrDefault(key);
            _lands[key] = new Land([.. (known?.People ?? []).Union(people)], !name.Any(char.IsLower));
        }
    }

    /// <summary>Unicode gives Latin, Cyrillic, Hebrew, Arabic and most others pages of 256 of their own.</summary>
    private static bool IsOfOneScript(string key, string other) => key.Length > 0 && other.Length > 0 && key[0] >> 8 == other[0] >> 8;

    /// <summary>How far a name is from what was asked for; <see cref="int.MaxValue"/> where nobody would take one for the other.</summary>
    private static int StepsBetween(string asked, string name)
    {
        if (asked == name)
            return 0;
        if (Math.Min(asked.Length, name.Length) < 3)
            return int.MaxValue;
        if (name.StartsWith(asked, StringComparison.Ordinal) || asked.StartsWith(name, StringComparison.Ordinal))
            return 1;
        var most = Math.Clamp(asked.Length / 3, 1, 3);
        return EditDistance.Between(asked, name, most) is { } steps ? steps : int.MaxValue;
    }

    private sealed record Land(ImmutableArray<string> People, bool IsInitialism);
}
