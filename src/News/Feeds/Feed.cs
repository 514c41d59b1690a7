using System.Collections.Immutable;

namespace News.Feeds;

/// <summary>The family of formats that a feed is written in.</summary>
public enum FeedFormat
{
    /// <summary>RSS 0.91 to 2.0: <c>&lt;rss&gt;</c>.</summary>
    Rss,

    /// <summary>RSS 0.90 and 1.0: <c>&lt;rdf:RDF&gt;</c>.</summary>
    Rdf,

    /// <summary>Atom 0.3 and 1.0: <c>&lt;feed&gt;</c>.</summary>
    Atom,

    /// <summary>JSON Feed 1.0 and 1.1.</summary>
    Json,
}

/// <summary>A feed as it was read. What the feed does not say is null, never a guess.</summary>
public sealed record Feed
{
    public required FeedFormat Format { get; init; }

    /// <summary>The version that the document declares: "2.0", "0.92", "1.1"; null where it declares none.</summary>
    public string? Version { get; init; }

    /// <summary>Plain text.</summary>
    public string? Title { get; init; }

    /// <summary>The site that the feed belongs to, absolute where a base was known.</summary>
    public string? Link { get; init; }

    /// <summary>Plain text.</summary>
    public string? Description { get; init; }

    /// <summary>A language tag as written: "en", "ar-IQ".</summary>
    public string? Language { get; init; }

    public DateTimeOffset? Updated { get; init; }

    /// <summary>The address of the feed's picture.</summary>
    public string? Image { get; init; }

    public string? Generator { get; init; }

    /// <summary>The feed's own address as it gives it (<c>rel="self"</c>, <c>feed_url</c>), absolute; a WebSub topic.</summary>
    public string? Self { get; init; }

    /// <summary>The WebSub hubs that it names (<c>rel="hub"</c>), absolute, in the order of the document.</summary>
    public ImmutableArray<string> Hubs { get; init; } = [];

    /// <summary>What the feed says about how often to ask for it.</summary>
    public FeedTimetable Timetable { get; init; } = FeedTimetable.Silent;

    /// <summary>The feed says that it is finished and will not change any more (JSON Feed's <c>expired</c>).</summary>
    public bool IsExpired { get; init; }

    /// <summary>In the order of the document.</summary>
    public ImmutableArray<FeedItem> Items { get; init; } = [];

    /// <summary>What had to be mended or passed over, a sentence each.</summary>
    public ImmutableArray<string> Warnings { get; init; } = [];
}

/// <summary>One item (entry) of a feed. What the item does not say is null, never a guess.</summary>
public sealed record FeedItem
{
    private readonly string? image;

    /// <summary>The guid, Atom id or JSON id, as written but for white space around it.</summary>
    public string? Id { get; init; }

    /// <summary>The address of the item's page, absolute where a base was known.</summary>
    public string? Link { get; init; }

    /// <summary>Plain text.</summary>
    public string? Title { get; init; }

    /// <summary>The feed's own short text; null where the item carries one body only.</summary>
    public ItemText? Summary { get; init; }

    /// <summary>The item's fullest text.</summary>
    public ItemText? Content { get; init; }

    /// <summary>A person's name where there is one, or the mail address that stands in its place.</summary>
    public string? Author { get; init; }

    public DateTimeOffset? Published { get; init; }

    public DateTimeOffset? Updated { get; init; }

    public ImmutableArray<string> Categories { get; init; } = [];

    /// <summary>The address of the item's picture: the one that the feed names, else the first in its text.</summary>
    public string? Image
    {
        get => image ?? Picture?.ToAddress() ?? Content?.FirstImage();
        init => image = value;
    }

    /// <summary>An address of the picture that has not been read yet.</summary>
    internal ItemText? Picture { get; init; }

    public ImmutableArray<Enclosure> Enclosures { get; init; } = [];

    /// <summary>The address of the page with the item's comments.</summary>
    public string? CommentsUrl { get; init; }
}

/// <summary>A file that comes with an item.</summary>
/// <param name="Length">In bytes; null where it is missing or no number.</param>
public sealed record Enclosure(string Url, string? Type, long? Length);

/// <summary>What became of bytes that were said to be a feed: a feed, or the reason why they are none.</summary>
public abstract record FeedReading
{
    private FeedReading()
    {
    }

    /// <summary>A feed, mended where it had to be.</summary>
    public sealed record Read(Feed Feed) : FeedReading;

    /// <summary>No feed.</summary>
    /// <param name="Reason">A sentence that says what the bytes are instead: "This is an HTML page, not a feed."</param>
    public sealed record NotAFeed(string Reason) : FeedReading;
}
