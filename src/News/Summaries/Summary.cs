using System.Collections.Immutable;

namespace News.Summaries;

/// <summary>What an alert says of an article, all of it in the article's own words.</summary>
public sealed record Summary
{
    /// <summary>Two or three sentences of the article, in its order; empty where it has none fit to stand alone.</summary>
    public required ImmutableArray<SummarySentence> Sentences { get; init; }

    /// <summary>Every quotation found, in the order of the text.</summary>
    public required ImmutableArray<Quote> Quotes { get; init; }

    /// <summary>Correction and update notes, as written.</summary>
    public required ImmutableArray<string> Corrections { get; init; }
}

/// <summary>A sentence that stands in the article.</summary>
/// <param name="Start">Where, in UTF-16 code units from the text's beginning.</param>
public sealed record SummarySentence(string Text, int Start);

/// <summary>How much of a sentence a quotation is.</summary>
public enum QuoteKind
{
    /// <summary>At least one whole sentence.</summary>
    Full,

    /// <summary>A clause or some words inside a reporting sentence.</summary>
    Partial,

    /// <summary>Goes on from the quotation before it, whose speaker it shares.</summary>
    Continued,
}
