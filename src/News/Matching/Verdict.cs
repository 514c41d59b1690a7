using System.Collections.Immutable;

namespace News.Matching;

/// <summary>Why an article meets a query or doesn't; see <see cref="Query.Judge"/>.</summary>
/// <param name="Holds">Whether it meets it.</param>
/// <param name="Met">
/// What of the query stands in the article, in the query's order: of a query that holds the reason of the match, of
/// another that which does stand there. What a NOT asks to be absent is not among it.
/// </param>
/// <param name="Failing">The parts that kept it from holding; empty where it holds, else at least one.</param>
public sealed record Verdict(bool Holds, ImmutableArray<MatchedTerm> Met, ImmutableArray<Failing> Failing);

/// <summary>A part of a query that kept it from holding. Of an OR all alternatives are told, of an AND those that fail.</summary>
/// <param name="Written">As it stands in the query, without the marks of a phrase: <c>drone NEAR/8 Iraq</c>.</param>
/// <param name="Places">Where what was asked for stands all the same, or what was to be absent; none for <see cref="FailureKind.NotThere"/> and <see cref="FailureKind.TookTooLong"/>.</param>
public sealed record Failing(string Written, FailureKind Kind, ImmutableArray<MatchedTerm> Places)
{
    /// <summary>The field that it was asked for in, as the query has it: <c>title:</c>; empty where it names none.</summary>
    public string Field { get; init; } = "";

    /// <summary>Those of one OR, of which one would have been enough, have the same number; null for what was needed by itself.</summary>
    public int? Alternatives { get; init; }
}

/// <summary>What is wrong with a part of a query in an article.</summary>
public enum FailureKind
{
    /// <summary>No form of it stands in the article.</summary>
    NotThere,

    /// <summary>It stands in the article, but not in the field that was asked for.</summary>
    Elsewhere,

    /// <summary>It was to be absent and stands there.</summary>
    Excluded,

    /// <summary>Both sides of a NEAR stand there, but not near each other; the places are the nearest.</summary>
    TooFarApart,

    /// <summary>Both sides of a NEAR stand near each other, but in different quotations, or each in another speaker's name.</summary>
    InDifferentQuotations,

    /// <summary>An entity's name that is other things too stands there, but none of the words that must stand beside it.</summary>
    NotNearItsContext,

    /// <summary>An entity's names stand there only inside longer names, which are the places, of something else: Sudan in South Sudan.</summary>
    InsideAnotherName,

    /// <summary>A regular expression was not looked for to the end, because that takes too long; whether it stands there is not known.</summary>
    TookTooLong,
}
