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
    private static readonly Lazy<FiledNames> Shipped = new(() => FiledNames.Of(News.Entities.EntityBook.Shipped));

    private readonly Lazy<FiledNames> _names = new(() => everyones.HasOwn ? FiledNames.Of(everyones.Book) : Shipped.Value);
    private volatile bool _isAnnounced;

    /// <summary>What an article is filed under. Takes some 60 µs of an ordinary one, so it is worked out before a write. The first time it takes a second.</summary>
    public string WordsOf(FeedId feed, Article article)
    {
        var words = ArticleWords.Of(article);
        return $"{SearchIndex.RootOf(feed)} {string.Join(' ', words)} {string.Join(' ', _names.Value.In(words))}";
    }

    /// <summary>Writes down that what comes from now on is filed under these names, before the first such article.</summary>
    public async Task AnnounceAsync(CancellationToken cancellationToken)
    {
        if (_isAnnounced)
            return;
        await database.WriteAsync(Announce, cancellationToken);
        _isAnnounced = true;
    }

    /// <summary>
    /// The ways to ask the index for what is needed, one after the other: by names those articles that are filed under them,
    /// and the older ones by all the words that the names have.
    /// </summary>
    /// <returns>Words in the language of the full-text table, and the number of the first article that they are asked of.</returns>
    internal static IEnumerable<(string Words, long From)> Ways(SqliteConnection connection, Needed needed)
    {
        var filed = new Dictionary<string, long>(StringComparer.Ordinal);
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
            if (FiledNames.RootOf(part) is { } root
                && connection.ExecuteScalar<long?>("SELECT since FROM filed_names WHERE root = @root", new { root }) is { } since)
            {
                filed[root] = since;
                return;
            }

            foreach (var one in part is Needed.All { Parts: var all } ? all : part is Needed.Any { Parts: var any } ? any : [])
                Look(one);
        }
    }

    private void Announce(SqliteConnection connection)
    {
        // Names that articles are no longer filed under would hide those that come.
        var names = _names.Value.Roots.ToHashSet(StringComparer.Ordinal);
        var known = connection.Query<string>("SELECT root FROM filed_names").ToHashSet(StringComparer.Ordinal);
        foreach (var root in known.Except(names))
            connection.Execute("DELETE FROM filed_names WHERE root = @root", new { root });
        var since = connection.ExecuteScalar<long>("SELECT COALESCE(MAX(id), 0) + 1 FROM articles");
        foreach (var root in names.Except(known))
            connection.Execute("INSERT INTO filed_names (root, since) VALUES (@root, @since)", new { root, since });
    }
}
