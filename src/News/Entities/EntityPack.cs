using System.Collections.Immutable;

namespace News.Entities;

/// <summary>
/// Somebody or something with all the names that it goes by: a country, an armed group, an agency, a subject. A query
/// asks for all of them at once: <c>@irgc</c>.
/// </summary>
public sealed record EntityPack
{
    /// <summary>What stands after the @: "kataib-hezbollah". Small letters, digits and hyphens.</summary>
    public required string Handle { get; init; }

    /// <summary>What it is called in an answer: "Kataib Hezbollah".</summary>
    public required string Name { get; init; }

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

    /// <summary>Every name, each once.</summary>
    public IEnumerable<string> All => Names.Concat(People).Concat(Capital).Concat(Government).Concat(Forces).Distinct(StringComparer.Ordinal);
}
