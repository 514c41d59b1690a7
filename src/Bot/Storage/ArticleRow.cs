using System.Collections.Immutable;
using System.Text.Json;
using News.Articles;
using News.Stories;

namespace Bot.Storage;

/// <summary>A row of the table of articles.</summary>
internal sealed class ArticleRow
{
    /// <summary>Without what is only shown of it.</summary>
    public const string ColumnsOfArticle =
        "a.id, a.story_id, a.item_key, a.source, a.title, a.text, a.feed_text, a.link, a.canonical_link, a.author, a.language, a.categories, a.published";

    public const string Columns = $"{ColumnsOfArticle}, a.summary";

    public long Id { get; init; }
    public long StoryId { get; init; }
    public string ItemKey { get; init; } = "";
    public string Source { get; init; } = "";
    public string Title { get; init; } = "";
    public string Text { get; init; } = "";
    public string? FeedText { get; init; }
    public string? Link { get; init; }
    public string? CanonicalLink { get; init; }
    public string? Author { get; init; }
    public string? Language { get; init; }
    public string Categories { get; init; } = "";
    public long Published { get; init; }
    public string Summary { get; init; } = "";

    public Article ToArticle() => new()
    {
        Key = new ItemKey(ItemKey),
        Source = Source,
        Title = Title,
        Text = Text,
        FeedText = FeedText,
        Link = Link,
        CanonicalLink = CanonicalLink,
        Author = Author,
        Language = Language,
        Categories = Categories == "[]" ? [] : JsonSerializer.Deserialize<ImmutableArray<string>>(Categories, StoredJson.Options),
        Published = Published.FromStored(),
    };

    public StoredArticle ToStored() => new(
        new ArticleId(Id), new StoryId(StoryId), ToArticle(), JsonSerializer.Deserialize<Digest>(Summary, StoredJson.Options)!);
}
