namespace News.Summaries;

/// <summary>
/// Words that somebody in the article said, as they stand there. A quotation can only be cut out of a text,
/// never written: there is no other way to make one.
/// </summary>
public sealed record Quote
{
    private Quote(string text, int start, QuoteKind kind)
    {
        Text = text;
        Start = start;
        Kind = kind;
    }

    /// <summary>The words between the marks, without them, letter for letter.</summary>
    public string Text { get; }

    /// <summary>Where <see cref="Text"/> begins, in UTF-16 code units from the beginning of the article's text.</summary>
    public int Start { get; }

    /// <summary>Where it ends (exclusive).</summary>
    public int End => Start + Text.Length;

    public QuoteKind Kind { get; }

    /// <summary>Who said it, by the fullest name that the text gives; null where the text leaves it open.</summary>
    public string? Speaker { get; init; }

    /// <summary>What the speaker is, in the article's words ("a ministry spokeswoman"); null where it doesn't say.</summary>
    public string? Role { get; init; }

    /// <summary>The words that stand for the speaker beside the quotation: "he", "the general", "Gen. Doe".</summary>
    public TextSpan? Mention { get; init; }

    /// <summary>The reporting word: "said", "told", "according to".</summary>
    public string? Cue { get; init; }

    /// <summary>How sure the speaker is, from 0 (none named) to 1; it follows from the way the speaker was found.</summary>
    public double Certainty { get; init; }

    /// <summary>Cuts a quotation out of a text.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The span is empty or reaches out of the text.</exception>
    public static Quote Cut(string text, int start, int end, QuoteKind kind)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(start);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(end, text.Length);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(end, start);
        return new Quote(text[start..end], start, kind);
    }
}

/// <summary>A piece of a text with its place in it, in UTF-16 code units.</summary>
public readonly record struct TextSpan(string Text, int Start)
{
    /// <summary>Exclusive.</summary>
    public int End => Start + Text.Length;
}
