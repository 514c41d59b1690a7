using System.Collections.Immutable;
using News.Feeds;

namespace News.Articles;

/// <summary>A feed item made ready to be matched, clustered and summarised: plain text, one trusted date, one link.</summary>
public sealed record Article
{
    // Where the text's beginning stands in for a title, in UTF-16 code units.
    private const int MaxStandInTitle = 100;

    /// <summary>What makes this item the same item at the next poll.</summary>
    public required ItemKey Key { get; init; }

    /// <summary>Plain text on one line; never empty (the text's beginning stands in for a missing title).</summary>
    public required string Title { get; init; }

    /// <summary>Plain text, paragraphs separated by an empty line; empty where the item has no body.</summary>
    public required string Text { get; init; }

    /// <summary>The teaser that the feed has, where <see cref="Text"/> is from the article's page; null where it is the feed's.</summary>
    public string? FeedText { get; init; }

    /// <summary>
    /// The article as it can be read: with its text and, where that is from its page, once more with the feed's. A query
    /// that one of them meets is met: what was found in the teaser stays found.
    /// </summary>
    public ImmutableArray<Article> Readings => FeedText is null ? [this] : [this, this with { Text = FeedText, FeedText = null }];

    /// <summary>The address that a reader is sent to, as the feed gives it.</summary>
    public string? Link { get; init; }

    /// <summary>The same address reduced to what identifies the page, for comparing; see <see cref="Articles.CanonicalLink"/>. Null where the page is that of many stories.</summary>
    public string? CanonicalLink { get; init; }

    /// <summary>The name that the article's origin goes by in an alert: "Example Wire".</summary>
    public required string Source { get; init; }

    public string? Author { get; init; }

    /// <summary>A language tag as the feed gives it.</summary>
    public string? Language { get; init; }

    public ImmutableArray<string> Categories { get; init; } = [];

    /// <summary>When it was published; the time of receipt where the feed gives no date or one in the future.</summary>
    public required DateTimeOffset Published { get; init; }

    /// <summary>
    /// Makes an article of a feed's item: its fullest text without markup, captions and a repeated headline, a title
    /// in any case, and a date that is not after <paramref name="receivedAt"/>. However old a date is, it stays.
    /// </summary>
    /// <param name="source">The name of the publisher, or of the feed where no publisher is known.</param>
    /// <param name="feedLanguage">The language tag of the feed, where it has one.</param>
    public static Article From(FeedItem item, string source, DateTimeOffset receivedAt, string? feedLanguage)
    {
        var title = PlainText.OneLine(item.Title ?? "");
        var text = StoryText.Under(title, item);
        var link = item.Link ?? FileOf(item, title.Length + text.Length > 0);
        var published = item.Published ?? item.Updated ?? receivedAt;
        return new Article
        {
            Key = ItemKey.Of(item),
            Title = title.Length > 0 ? title : StandInTitle(text, item.Link, link),
            Text = text,
            Link = link,
            CanonicalLink = Articles.CanonicalLink.Of(link),
            Source = source,
            Author = OneLineOrNull(item.Author),
            Language = OneLineOrNull(feedLanguage),
            Categories = item.Categories,
            Published = published > receivedAt ? receivedAt : published,
        };
    }

    /// <summary>Whether anything of an item can be shown: words, a link, or the name of a sound or picture. A counter's pixel can't.</summary>
    public static bool SaysSomething(FeedItem item) =>
        !string.IsNullOrWhiteSpace(item.Title) || !string.IsNullOrWhiteSpace(item.Link)
        || StoryText.Of(item).Length > 0 || FileOf(item, hasWords: false) is not null;

    /// <summary>The file that an item without a page brings. Beside words a picture is no more than their ornament.</summary>
    private static string? FileOf(FeedItem item, bool hasWords) =>
        item.Enclosures.FirstOrDefault(file => Articles.CanonicalLink.Of(file.Url) is not null)?.Url
        ?? (!hasWords && item.Image is { } picture && Articles.CanonicalLink.Of(picture) is not null ? picture : null);

    private static string StandInTitle(string text, string? page, string? link)
    {
        if (text.Length > 0)
            return PlainText.Beginning(PlainText.OneLine(FirstParagraph(text)), MaxStandInTitle);
        return OneLineOrNull(page) ?? OneLineOrNull(FileName(link)) ?? "Untitled";
    }

    /// <summary>"siren in Kirkuk.mp3", or the host where the address names no file.</summary>
    private static string? FileName(string? link)
    {
        if (!Uri.TryCreate(link, UriKind.Absolute, out var file))
            return link;
        var name = Uri.UnescapeDataString(file.AbsolutePath[(file.AbsolutePath.LastIndexOf('/') + 1)..]);
        return name.Length > 0 ? name : file.Host;
    }

    private static string FirstParagraph(string text)
    {
        var end = text.IndexOf("\n\n", StringComparison.Ordinal);
        return end < 0 ? text : text[..end];
    }

    private static string? OneLineOrNull(string? text)
    {
        var line = PlainText.OneLine(text ?? "");
        return line.Length > 0 ? line : null;
    }
}
