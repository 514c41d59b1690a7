using System.Collections.Concurrent;
using System.Text.Json;
using Dapper;
using News.Articles;

namespace Bot.Storage;

/// <summary>
/// Finds the known items that say something else than when they were stored. A feed in which everything reads otherwise at each
/// poll (a counter in the text) must not have its rows written anew for ever: it is heard a few times in a row, and an item
/// so many times in its life.
/// </summary>
public sealed class EditedItems(Database database)
{
    private const int MostEdits = 20;
    private const int MostRewritings = 3;

    /// <summary>On fewer, most of a document are those that a newsroom is at work on.</summary>
    private const int FewOfADocument = 3;

    /// <summary>How many documents of a feed in a row had most of their items edited.</summary>
    private readonly ConcurrentDictionary<FeedId, int> _rewritings = new();

    /// <summary>The articles of those items that were edited, as they are stored, by number.</summary>
    /// <param name="items">The numbers of known items, each with its <see cref="ItemWording"/> in the feed's document.</param>
    /// <param name="all">How many items the document has.</param>
    public IReadOnlyDictionary<long, StoredArticle> Among(FeedId feed, IReadOnlyDictionary<long, long> items, int all)
    {
        if (items.Count == 0)
            return new Dictionary<long, StoredArticle>();

        using var connection = database.Open();
        var edited = connection.Query<Row>(
            """
            SELECT id, item_words, edits, CASE WHEN item_words IS NULL THEN title END AS title,
                   CASE WHEN item_words IS NULL THEN COALESCE(feed_text, text) END AS text
            FROM articles WHERE id IN (SELECT value FROM json_each(@ids))
            """, new { ids = JsonSerializer.Serialize(items.Keys) })
            .Where(row => row.Wording != items[row.Id]).ToList();

        if (edited.Count >= FewOfADocument && edited.Count * 2 > all)
        {
            if (_rewritings.AddOrUpdate(feed, 1, (_, sofar) => Math.Min(sofar, MostRewritings) + 1) > MostRewritings)
                return new Dictionary<long, StoredArticle>();
        }
        else
        {
            _rewritings.TryRemove(feed, out _);
        }

        return connection.Query<ArticleRow>(
            $"SELECT {ArticleRow.Columns} FROM articles a WHERE a.id IN (SELECT value FROM json_each(@ids))",
            new { ids = JsonSerializer.Serialize(edited.Where(row => row.Edits < MostEdits).Select(row => row.Id)) })
            .ToDictionary(row => row.Id, row => row.ToStored());
    }

    private sealed class Row
    {
        public long Id { get; init; }
        public long? ItemWords { get; init; }
        public long Edits { get; init; }
        public string? Title { get; init; }
        public string? Text { get; init; }

        /// <summary>Of an article that was stored before wordings were, as its row tells.</summary>
        public long Wording => ItemWords ?? ItemWording.Of(Title!, Text!);
    }
}
