using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Text.Json;
using Dapper;
using Microsoft.Data.Sqlite;
using News.Articles;

namespace Bot.Storage;

/// <summary>What the stored items go by, so that one is known again though its guid, link or title changed.</summary>
public sealed class SeenItems(Database database)
{
    // A feed that changes most of its links at every poll (a session in each) would leave as many marks each time. A few
    // items may change as they like, and most of them so many times in a row.
    private const int MostRenamings = 3;

    private readonly ConcurrentDictionary<FeedId, DocumentPrints> _last = new();

    private readonly ConcurrentDictionary<FeedId, Renamings> _renamings = new();

    /// <summary>
    /// The feed's last document that was taken in; null since the start. What a new one is held against without asking the
    /// database: most polls that are answered bring nothing else.
    /// </summary>
    public DocumentPrints? LastOf(FeedId feed) => _last.GetValueOrDefault(feed);

    /// <summary>Remembers a document of which every item is stored as it reads.</summary>
    public void Keep(FeedId feed, DocumentPrints document) => _last[feed] = document.Kept();

    /// <summary>Finds the items of a document among the stored ones; a stored one that goes by a new name is filed under that too.</summary>
    /// <param name="isPart">The document is but a part of the feed.</param>
    public async Task<ImmutableArray<RecognisedItem>> RecogniseAsync(
        FeedId feed, ItemRecognition items, bool isPart, CancellationToken cancellationToken)
    {
        var recognised = items.Against(Holders(feed, items.Marks), isPart ? null : Read);
        var renamed = Renamed(feed, recognised);
        if (renamed.Count > 0)
        {
            await database.WriteAsync(connection =>
            {
                foreach (var (article, marks) in renamed)
                    File(connection, feed, article, marks);
            }, cancellationToken);
        }

        return recognised;
    }

    private List<(long Article, ImmutableArray<long> Marks)> Renamed(FeedId feed, ImmutableArray<RecognisedItem> items)
    {
        var known = items.Where(item => item.Known is not null).ToList();
        var before = _renamings.GetValueOrDefault(feed, new Renamings(0, 0, 0));
        var now = new Renamings(
            Count(before.Ids, marks => marks.Id), Count(before.Links, marks => marks.Link), Count(before.Titles, marks => marks.Title));
        if (now != before)
            _renamings[feed] = now;
        return
        [
            .. known.Select(item => (item.Known!.Value, Marks: (ImmutableArray<long>)
                [
                    .. now.Ids <= MostRenamings ? item.NewMarks.Id : [],
                    .. now.Links <= MostRenamings ? item.NewMarks.Link : [],
                    .. now.Titles <= MostRenamings ? item.NewMarks.Title : [],
                ])).Where(one => !one.Marks.IsEmpty),
        ];

        int Count(int sofar, Func<ItemMarks, ImmutableArray<long>> part) =>
            known.Count(item => !part(item.NewMarks).IsEmpty) * 2 > items.Length ? Math.Min(sofar, MostRenamings) + 1 : 0;
    }

    internal static void File(SqliteConnection connection, FeedId feed, long article, ImmutableArray<long> marks) => connection.Execute(
        "INSERT OR IGNORE INTO item_marks (feed_id, mark, article_id) SELECT @feed, value, @article FROM json_each(@marks)",
        new { feed = feed.Value, article, marks = JsonSerializer.Serialize(marks) });

    private Dictionary<long, MarkHolders> Holders(FeedId feed, IEnumerable<long> marks)
    {
        // Two look-ups for each mark, however many items a title like "Weather" has had.
        using var connection = database.Open();
        return connection.Query<(long Mark, long? First, long? Last)>(
            """
            SELECT value,
                   (SELECT MIN(article_id) FROM item_marks WHERE feed_id = @feed AND mark = value),
                   (SELECT MAX(article_id) FROM item_marks WHERE feed_id = @feed AND mark = value)
            FROM json_each(@marks)
            """, new { feed = feed.Value, marks = JsonSerializer.Serialize(marks) })
            .Where(row => row.First is not null)
            .ToDictionary(row => row.Mark, row => new MarkHolders(row.First!.Value, row.Last!.Value));
    }

    private Dictionary<long, StoredItem> Read(IReadOnlyList<long> articles)
    {
        using var connection = database.Open();
        return connection.Query<(long Id, long Published, long Received, string Text)>(
            "SELECT id, published, received, COALESCE(feed_text, text) FROM articles WHERE id IN (SELECT value FROM json_each(@articles))",
            new { articles = JsonSerializer.Serialize(articles) })
            .ToDictionary(row => row.Id, row => new StoredItem(row.Published.FromStored(), row.Received.FromStored(), row.Text));
    }

    /// <summary>How many documents in a row had most of their items under new guids, links or titles.</summary>
    private sealed record Renamings(int Ids, int Links, int Titles);
}
