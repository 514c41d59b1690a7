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
    // A feed that changes most of its links at every poll (a session in each) would leave as many marks each time.
    private const int MostRenamings = 3;

    private readonly ConcurrentDictionary<FeedId, LastDocument> _last = new();

    /// <summary>
    /// Whether all of these stood in the feed's last document that was taken in. Asks no database: most polls that are
    /// answered bring nothing else.
    /// </summary>
    public bool Hold(FeedId feed, ImmutableArray<long> fingerprints)
    {
        if (!_last.TryGetValue(feed, out var last) || last.Fingerprints.IsEmpty)
            return false;
        foreach (var fingerprint in fingerprints)
        {
            if (last.Fingerprints.BinarySearch(fingerprint) < 0)
                return false;
        }

        return true;
    }

    /// <summary>Remembers a document of which every item is stored.</summary>
    public void Keep(FeedId feed, ImmutableArray<long> fingerprints) => _last.AddOrUpdate(
        feed,
        static (_, sorted) => new LastDocument(sorted, 0),
        static (_, last, sorted) => last with { Fingerprints = sorted },
        fingerprints.Sort());

    /// <summary>Finds the items of a document among the stored ones; a stored one that goes by a new name is filed under that too.</summary>
    /// <param name="isPart">The document is but a part of the feed.</param>
    public async Task<ImmutableArray<RecognisedItem>> RecogniseAsync(
        FeedId feed, ItemRecognition items, bool isPart, CancellationToken cancellationToken)
    {
        var recognised = items.Against(Holders(feed, items.Marks), isPart ? null : Read);
        var renamed = recognised.Where(item => item is { Known: not null, NewMarks.IsEmpty: false }).ToList();
        if (renamed.Count > 0 && MayRename(feed, renamed.Count, recognised.Length))
        {
            await database.WriteAsync(connection =>
            {
                foreach (var item in renamed)
                    File(connection, feed, item.Known!.Value, item.NewMarks);
            }, cancellationToken);
        }

        return recognised;
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
            "SELECT id, published, received, text FROM articles WHERE id IN (SELECT value FROM json_each(@articles))",
            new { articles = JsonSerializer.Serialize(articles) })
            .ToDictionary(row => row.Id, row => new StoredItem(row.Published.FromStored(), row.Received.FromStored(), row.Text));
    }

    /// <summary>A few items may change as they like; a feed may change most of its items a few times.</summary>
    private bool MayRename(FeedId feed, int renamed, int all)
    {
        if (renamed * 2 <= all)
            return true;
        var last = _last.AddOrUpdate(feed, new LastDocument([], 1), static (_, last) => last with { Renamings = last.Renamings + 1 });
        return last.Renamings <= MostRenamings;
    }

    /// <param name="Fingerprints">In ascending order; empty before the first.</param>
    /// <param name="Renamings">How many documents had most of their items under new names.</param>
    private sealed record LastDocument(ImmutableArray<long> Fingerprints, int Renamings);
}
