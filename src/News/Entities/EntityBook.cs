using System.Collections.Immutable;
using News.Matching;

namespace News.Entities;

/// <summary>The entities that a query can name. Immutable; a team's own names make another book.</summary>
public sealed class EntityBook
{
    private const int MostAlike = 3;

    private static readonly Lazy<EntityBook> ShippedBook = new(() => OfShipped([.. ShippedEntities.Read()]));

    /// <summary>By <see cref="EntityNames.Key"/> of the handle. These maps share with those of the book before what is the same.</summary>
    private readonly ImmutableDictionary<string, EntityPack> _byHandle;

    /// <summary>The keys of handles by those of names that mean nothing else.</summary>
    private readonly ImmutableDictionary<string, string> _byName;

    /// <summary>The keys of handles by those of ambiguous names; null where several entities have the name.</summary>
    private readonly ImmutableDictionary<string, string?> _byAmbiguousName;

    /// <summary>By <see cref="EntityNames.Key"/> of a country's names.</summary>
    private readonly ImmutableDictionary<string, Land> _lands;

    /// <summary>A book with more packs, and with other packs in the place of those that have their handles.</summary>
    /// <param name="lands">Of these, whose names are those of countries with people.</param>
    private EntityBook(EntityBook? before, IReadOnlyCollection<EntityPack> packs, IEnumerable<EntityPack> lands)
    {
        var byHandle = (before?._byHandle ?? ImmutableDictionary<string, EntityPack>.Empty).ToBuilder();
        var byName = (before?._byName ?? ImmutableDictionary<string, string>.Empty).ToBuilder();
        var byAmbiguousName = (before?._byAmbiguousName ?? ImmutableDictionary<string, string?>.Empty).ToBuilder();
        foreach (var pack in packs)
        {
            var handle = EntityNames.Key(pack.Handle);
            byHandle[handle] = pack;
            foreach (var name in pack.Names.Concat(pack.People))
            {
                var key = EntityNames.Key(name);
                if (!pack.Ambiguous.ContainsKey(name))
                    byName.TryAdd(key, handle);
                else if (!byAmbiguousName.TryAdd(key, handle) && byAmbiguousName[key] != handle)
                    byAmbiguousName[key] = null;
            }
        }

        (_byHandle, _byName, _byAmbiguousName) = (byHandle.ToImmutable(), byName.ToImmutable(), byAmbiguousName.ToImmutable());
        _lands = With(lands, before?._lands ?? ImmutableDictionary<string, Land>.Empty);
        All = [.. _byHandle.Values.OrderBy(pack => pack.Handle, StringComparer.Ordinal)];
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
        var packs = Merged(more);
        return new EntityBook(this, packs, packs);
    }

    /// <summary>
    /// The same, where the names are those that people of a chat gave: they are met where a query asks for the @entity, and
    /// make nothing of a bare word. Who calls @united-states also Washington does not mean Americans by that.
    /// </summary>
    public EntityBook WithAliases(IEnumerable<EntityPack> more) => new(this, Merged(more), []);

    /// <summary>
    /// The entity of a handle or a name, in any case, with or without hyphens, one or many: irgc, KataibHezbollah, isis,
    /// airstrikes. Null where there is none, or where several have the name (Congo).
    /// </summary>
    public EntityPack? Find(string handle)
    {
        ArgumentNullException.ThrowIfNull(handle);
        var key = EntityNames.Key(handle);
        return FindKey(key) ?? FindKey(key.EndsWith('s') ? key[..^1] : key + "s");
    }

    /// <summary>The handles that somebody may have meant who wrote this one, the likeliest first, at most three.</summary>
    internal ImmutableArray<string> Like(string handle)
    {
        if (handle.Length > EntityNames.LongestName)
            return [];
        var asked = EntityNames.Key(handle);
        return
        [
            .. All.Select(pack => (pack.Handle, Steps: StepsTo(pack.All.Prepend(pack.Handle)), ToOwn: StepsTo(pack.Names)))
                .Where(it => it.Steps < int.MaxValue)
                .OrderBy(it => it.Steps)
                .ThenBy(it => it.ToOwn) // the guards themselves before the country whose forces they are
                .Take(MostAlike)
                .Select(it => it.Handle),
        ];

        int StepsTo(IEnumerable<string> names) => names.Min(name => StepsBetween(asked, EntityNames.Key(name)));
    }

    /// <summary>
    /// What a country's people and things go by, from its name as somebody wrote it, in any case and with or without
    /// its accents; none where it is no country's name. Names of several countries (Congo) give the people of all.
    /// </summary>
    /// <remarks>
    /// In the script of the name: Iraq gives Iraqi, العراق gives عراقي. Small letters are no US, which is "us" then. What
    /// several peoples go by follows only from a name that is as unsure itself: Korea gives Korean, North Korea doesn't.
    /// </remarks>
    internal ImmutableArray<string> PeopleOf(string country) => LandOf(country)?.People ?? [];

    /// <summary>What a country's bare name in a query means; null where it is none's.</summary>
    internal Land? LandOf(string name)
    {
        var key = EntityNames.Key(name);
        return _lands.TryGetValue(key, out var land) && !(land.IsInitialism && QueryWord.IsOtherWordWhenSmall(key) && name.Any(char.IsLower)) ? land : null;
    }

    private EntityPack? FindKey(string key) =>
        _byHandle.GetValueOrDefault(key) ?? _byHandle.GetValueOrDefault(_byName.GetValueOrDefault(key) ?? _byAmbiguousName.GetValueOrDefault(key) ?? "");

    private static EntityBook OfShipped(ImmutableArray<EntityPack> packs) => new(null, packs, packs);

    /// <summary>The packs as they are together with those of this book.</summary>
    private Dictionary<string, EntityPack>.ValueCollection Merged(IEnumerable<EntityPack> more)
    {
        ArgumentNullException.ThrowIfNull(more);
        var packs = new Dictionary<string, EntityPack>(StringComparer.Ordinal);
        foreach (var pack in more)
        {
            var known = Find(pack.Handle);
            var key = EntityNames.Key(known?.Handle ?? pack.Handle);
            packs[key] = (packs.GetValueOrDefault(key) ?? known)?.With(pack) ?? pack;
        }

        return packs.Values;
    }

    private static ImmutableDictionary<string, Land> With(IEnumerable<EntityPack> countries, ImmutableDictionary<string, Land> before)
    {
        var lands = before.ToBuilder();
        foreach (var country in countries.Where(pack => !pack.People.IsEmpty))
        {
            var peopleByScript = country.People.ToLookup(people => ScriptOf(EntityNames.Key(people)));
            foreach (var name in country.Names)
            {
                var key = EntityNames.Key(name);
                var isSure = !country.Ambiguous.ContainsKey(name);
                var people = peopleByScript[ScriptOf(key)].Where(people => !(isSure && country.Ambiguous.ContainsKey(people)));
                Add(key);
                if (ArabicForms.WithoutArticle(key) is var bare && bare.Length < key.Length)
                    Add(bare); // Persian and Urdu name the same countries so: عراق

                void Add(string key)
                {
                    var known = lands.GetValueOrDefault(key);
                    lands[key] = new Land(
                        [.. (known?.People ?? []).Union(people)],
                        IsInitialism: !name.Any(char.IsLower),
                        Country: known is null || known.Country?.Handle == country.Handle ? country : null);
                }
            }
        }

        return lands.ToImmutable();
    }

    /// <summary>Unicode gives Latin, Cyrillic, Hebrew, Arabic and most others pages of 256 of their own.</summary>
    private static int ScriptOf(string key) => key.Length == 0 ? -1 : key[0] >> 8;

    /// <summary>How far a name is from what was asked for; <see cref="int.MaxValue"/> where nobody would take one for the other.</summary>
    private static int StepsBetween(string asked, string name)
    {
        if (asked == name)
            return 0;
        if (Math.Min(asked.Length, name.Length) < 3)
            return int.MaxValue;
        var most = Math.Clamp(asked.Length / 3, 1, 3);
        var goesOn = asked.Length - asked.AsSpan().CommonPrefixLength(name) is var rest && rest < most ? 1 + rest : int.MaxValue; // state-dept
        var begins = asked.StartsWith(name, StringComparison.Ordinal) ? 1 : int.MaxValue; // iraqi-army
        return Math.Min(EditDistance.Between(asked, name, most) ?? int.MaxValue, Math.Min(goesOn, begins));
    }

    /// <param name="IsInitialism">Small letters are something else then: us.</param>
    /// <param name="Country">Null where several have the name: Korea.</param>
    internal sealed record Land(ImmutableArray<string> People, bool IsInitialism, EntityPack? Country);
}
