using Dapper;
using Microsoft.Data.Sqlite;
using News.Articles;
using News.Matching;

namespace Bot.Storage;

/// <summary>
/// The names of entities that articles are filed under beside their words: one root for all spellings of @iran. Which names
/// the articles have from which one on stands in the database, as entities change from one version of the bot to the next.
/// </summary>
public sealed class SearchNames(Database database, EveryonesEntities everyones)
{
    /// <summary>What articles that came before the names were worked out are noted under: those from this one on may have none.</summary>
    private const string Unnamed = "";

    private static readonly Lazy<FiledNames> Shipped = new(() => FiledNames.Of(News.Entities.EntityBook.Shipped));

    private volatile FiledNames? _names;

    /// <summary>Articles are filed under names. To work them out takes a second or two of the start, which no article waits for.</summary>
    public bool AreKnown => _names is not null;

    /// <summary>What an article is filed under. Takes some 100 µs of an ordinary one, so it is worked out before a write.</summary>
    public string WordsOf(FeedId feed, Article article)
    {
        var words = ArticleWords.Of(article);
        return $"{SearchIndex.RootOf(feed)} {string.Join(' ', words)} {(_names is { } names ? string.Join(' ', names.In(words)) : "")}";
    }

    /// <summary>Works the names out, files under them what came meanwhile, and writes down that what comes from now on is.</summary>
    public async Task AnnounceAsync(CancellationToken cancellationToken)
    {
        _names ??= everyones.HasOwn ? FiledNames.Of(everyones.Book) : Shipped.Value;
        await database.WriteAsync(Announce, cancellationToken);
    }

    /// <summary>Part of the transaction that is about to write articles whose words were worked out before the names were.</summary>
    internal static void NoteUnnamed(SqliteConnection connection) => connection.Execute(
        "INSERT OR IGNORE INTO filed_names (root, since) SELECT @Unnamed, COALESCE(MAX(id), 0) + 1 FROM articles", new { Unnamed });

    /// <summary>
    /// The ways to ask the index for what is needed, one after the other: by names those articles that are filed under them,
    /// and the older ones by all the words that the names have.
    /// </summary>
    /// <returns>Words in the language of the full-text table, and the number of the first article that they are asked of.</returns>
    internal static IEnumerable<(string Words, long From)> Ways(SqliteConnection connection, Needed needed)
    {
        var filed = new Dictionary<string, long>(StringComparer.Ordinal);
        if (Since(Unnamed) is null)
            Look(needed);
        if (filed.Count > 0)
        {
            var from = filed.Values.Max();
            yield return (SearchWords.Of(needed, filed.ContainsKey), from);
            if (connection.ExecuteScalar<long>("SELECT EXISTS (SELECT 1 FROM searchable WHERE article_id < @from)", new { from }) == 0)
                yield break;
        }

        yield return (SearchWords.Of(needed), 0);

        void Look(Needed part)
        {
            if (FiledNames.RootOf(part) is { } root && Since(root) is { } since)
            {
                filed[root] = since;
                return;
            }

            foreach (var one in part is Needed.All { Parts: var all } ? all : part is Needed.Any { Parts: var any } ? any : [])
                Look(one);
        }

        long? Since(string root) => connection.ExecuteScalar<long?>("SELECT since FROM filed_names WHERE root = @root", new { root });
    }

    private void Announce(SqliteConnection connection)
    {
        foreach (var (id, feed, article) in connection.Query<ArticleRow, long, (long, FeedId, Article)>(
            $"""
            SELECT {ArticleRow.ColumnsOfArticle}, a.feed_id FROM articles a
            WHERE a.id >= (SELECT since FROM filed_names WHERE root = @Unnamed) ORDER BY a.id
            """, static (row, feed) => (row.Id, new FeedId(feed), row.ToArticle()), new { Unnamed }, splitOn: "feed_id").AsList())
        {
            SearchIndex.FileAnew(connection, id, WordsOf(feed, article));
        }

        // Names that articles are no longer filed under would hide those that come.
        var names = _names!.Roots.ToHashSet(StringComparer.Ordinal);
        var known = connection.Query<string>("SELECT root FROM filed_names").ToHashSet(StringComparer.Ordinal);
        foreach (var root in known.Except(names))
            connection.Execute("DELETE FROM filed_names WHERE root = @root", new { root });
        var since = connection.ExecuteScalar<long>("SELECT COALESCE(MAX(id), 0) + 1 FROM articles");
        foreach (var root in names.Except(known))
            connection.Execute("INSERT INTO filed_names (root, since) VALUES (@root, @since)", new { root, since });
    }
}
