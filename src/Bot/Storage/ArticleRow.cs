using System.Collections.Immutable;
using System.Text.Json;
using Microsoft.Data.Sqlite;
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

    /// <summary>Of a query for <see cref="Columns"/>.</summary>
    public static ArticleRow Read(SqliteDataReader row) => new()
    {
        Id = row.GetInt64(0),
        StoryId = row.GetInt64(1),
        ItemKey = row.GetString(2),
        Source = row.GetString(3),
        Title = row.GetString(4),
        Text = row.GetString(5),
        FeedText = TextAt(row, 6),
        Link = TextAt(row, 7),
        CanonicalLink = TextAt(row, 8),
        Author = TextAt(row, 9),
        Language = TextAt(row, 10),
        Categories = row.GetString(11),
        Published = row.GetInt64(12),
        Summary = row.GetString(13),
    };

    private static string? TextAt(SqliteDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);

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
