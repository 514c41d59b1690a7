using System.Collections.Immutable;

namespace News.Entities;

/// <summary>
/// Somebody or something with all the names that it goes by: a country, an armed group, an agency, a subject. A query
/// asks for all of them at once: <c>@irgc</c>.
/// </summary>
/// <remarks>
/// A name is written as it stands in texts and met in its forms, as a word or phrase of a query is; one that begins
/// with = is met only letter for letter.
/// </remarks>
public sealed record EntityPack
{
    /// <summary>What stands after the @: "kataib-hezbollah". Small letters, digits and hyphens.</summary>
    public required string Handle { get; init; }

    /// <summary>What it is called in an answer: "Kataib Hezbollah".</summary>
    public required string Name { get; init; }

    /// <summary>Where the names are from; empty where nobody said.</summary>
    public string Comment { get; init; } = "";

    /// <summary>The names of the thing itself, in every script; of a country, those that its people's names follow from.</summary>
    public ImmutableArray<string> Names { get; init; } = [];

    /// <summary>Of a country: what is its own and who comes from there (Iraqi, Iraqis). A bare country name in a query meets these too.</summary>
    public ImmutableArray<string> People { get; init; } = [];

    public ImmutableArray<string> Capital { get; init; } = [];

    public ImmutableArray<string> Government { get; init; } = [];

    public ImmutableArray<string> Forces { get; init; } = [];

    /// <summary>
    /// Names that are other things too, each with the words of which at least one must stand in the same article:
    /// "Georgia" with "Tbilisi", "Georgian", "Caucasus".
    /// </summary>
    public ImmutableDictionary<string, ImmutableArray<string>> Ambiguous { get; init; } = ImmutableDictionary<string, ImmutableArray<string>>.Empty;

    /// <summary>
    /// Longer names, of other things, inside which a name of this one does not count: of Sudan "South Sudan". No names
    /// themselves. Each is met only letter for letter and in capitals, with or without 's: "south Sudan" is in Sudan.
    /// </summary>
    public ImmutableArray<string> Except { get; init; } = [];

    /// <summary>All that the exceptions are written as.</summary>
    internal IEnumerable<string> ExceptAsWritten => Except
        .Select(other => other.TrimStart('='))
        .SelectMany(other => (string[])[other, other + "'s", other.ToUpperInvariant(), other.ToUpperInvariant() + "'S"])
        .Distinct(StringComparer.Ordinal);

    /// <summary>Every name, each once.</summary>
    public IEnumerable<string> All => Names.Concat(People).Concat(Capital).Concat(Government).Concat(Forces).Distinct(StringComparer.Ordinal);

    /// <summary>Whether the same is met by both, under the same conditions.</summary>
    internal bool HasNamesOf(EntityPack other) =>
        ReferenceEquals(this, other)
        || (Handle == other.Handle && All.SequenceEqual(other.All) && Except.SequenceEqual(other.Except) && Ambiguous.Count == other.Ambiguous.Count
            && Ambiguous.All(pair => other.Ambiguous.TryGetValue(pair.Key, out var near) && near.SequenceEqual(pair.Value)));

    /// <summary>
    /// This entity with the names that another pack has for it. A name that is ambiguous here and plain there is plain:
    /// whoever added it knows what their feeds mean by it.
    /// </summary>
    internal EntityPack With(EntityPack more)
    {
        var plain = more.All.Where(name => !more.Ambiguous.ContainsKey(name));
        return this with
        {
            Names = [.. Names.Union(more.Names)],
            People = [.. People.Union(more.People)],
            Capital = [.. Capital.Union(more.Capital)],
            Government = [.. Government.Union(more.Government)],
            Forces = [.. Forces.Union(more.Forces)],
            Except = [.. Except.Except(more.All).Union(more.Except)],
            Ambiguous = Ambiguous.RemoveRange(plain).SetItems(more.Ambiguous.Select(pair =>
                KeyValuePair.Create(pair.Key, Ambiguous.TryGetValue(pair.Key, out var near) ? [.. near.Union(pair.Value)] : pair.Value))),
        };
    }
}
