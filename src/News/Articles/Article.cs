using System.Collections.Immutable;

namespace News.Articles;

/// <summary>A feed item made ready to be matched, clustered and summarised: plain text, one trusted date, one link.</summary>
public sealed record Article
{
    /// <summary>What makes this item the same item at the next poll.</summary>
    public required ItemKey Key { get; init; }

    /// <summary>Plain text on one line; never empty (the text's beginning stands in for a missing title).</summary>
    public required string Title { get; init; }

    /// <summary>Plain text, paragraphs separated by an empty line; empty where the item has no body.</summary>
    public required string Text { get; init; }

    /// <summary>The address that a reader is sent to, as the feed gives it.</summary>
    public string? Link { get; init; }

    /// <summary>The same address reduced to what identifies the page, for comparing; see <see cref="CanonicalLink"/>.</summary>
    public string? CanonicalLink { get; init; }

    /// <summary>The name that the article's origin goes by in an alert: "Example Wire".</summary>
    public required string Source { get; init; }

    public string? Author { get; init; }

    /// <summary>A language tag as the feed gives it.</summary>
    public string? Language { get; init; }

    public ImmutableArray<string> Categories { get; init; } = [];

    /// <summary>When it was published; the time of receipt where the feed gives no date or one in the future.</summary>
    public required DateTimeOffset Published { get; init; }
}

/// <summary>
/// Identifies an item within its feed: its guid, else its link, else a hash of its content, in that order of trust.
/// The prefix says which: <c>guid:…</c>, <c>link:…</c>, <c>hash:…</c>.
/// </summary>
public readonly record struct ItemKey(string Value)
{
    public override string ToString() => Value;
}
