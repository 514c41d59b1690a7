using Dapper;
using Microsoft.Data.Sqlite;
using News.Articles;
using News.Matching;

namespace Bot.Storage;

/// <summary>
/// What stored articles are found by: the roots of their words (<see cref="ArticleWords"/>), in a full-text table that has
/// neither texts nor places, since the engine of the watchlists reads what is found there anyway.
/// </summary>
/// <remarks>An article's feed is a root, too: who follows few feeds among many finds theirs without passing by the others.</remarks>
internal static class SearchIndex
{
    /// <summary>Articles of an older bot's file that are taken in at once: a writer next to it does not wait long.</summary>
    private const int AtOnce = 100;

    /// <summary>"_f12": no word begins so.</summary>
    public static string RootOf(FeedId feed) => $"_f{feed.Value}";

    /// <summary>Files an article. Part of the transaction that writes the article.</summary>
    /// <param name="words">As <see cref="SearchNames.WordsOf"/> has them.</param>
    public static void File(SqliteConnection connection, long article, FeedId feed, DateTimeOffset published, DateTimeOffset received, string words)
    {
        connection.Execute(
            "INSERT INTO searchable (article_id, feed_id, published, received) VALUES (@article, @feed, @published, @received)",
            new { article, feed = feed.Value, published = published.ToStored(), received = received.ToStored() });
        connection.Execute("INSERT INTO article_words (rowid, roots) VALUES (@article, @words)", new { article, words });
    }

    /// <summary>Files an article that was edited under its new words. One of an older bot's file that is not filed yet will be.</summary>
    public static void FileAnew(SqliteConnection connection, long article, string words) => connection.Execute(
        "INSERT OR REPLACE INTO article_words (rowid, roots) SELECT @article, @words WHERE EXISTS (SELECT 1 FROM searchable WHERE article_id = @article)",
        new { article, words });

    /// <summary>Takes articles out: part of the transaction that deletes them.</summary>
    public static void Forget(SqliteConnection connection, IEnumerable<long> articles)
    {
        foreach (var article in articles)
        {
            if (connection.Execute("DELETE FROM searchable WHERE article_id = @article", new { article }) > 0)
                connection.Execute("DELETE FROM article_words WHERE rowid = @article", new { article });
        }
    }

    /// <summary>All stored articles are filed: none is left of those that were there before the index was.</summary>
    public static bool IsWhole(SqliteConnection connection) =>
        connection.ExecuteScalar<long>("SELECT EXISTS (SELECT 1 FROM articles WHERE id < (SELECT unfiled_below FROM search_filling))") == 0;

    /// <summary>Files some of those that were stored before the index was there, the newest first.</summary>
    /// <returns>Whether there are more.</returns>
    public static async Task<bool> FillAsync(Database database, SearchNames names, CancellationToken cancellationToken)
    {
        List<(long Id, FeedId Feed, DateTimeOffset Published, DateTimeOffset Received, string Words)> some;
        using (var connection = database.Open())
        {
            some = connection.Query<ArticleRow, Origin, (long, FeedId, DateTimeOffset, DateTimeOffset, string)>(
                $"""
                SELECT {ArticleRow.ColumnsOfArticle}, a.feed_id AS feed, a.received FROM articles a
                WHERE a.id < (SELECT unfiled_below FROM search_filling) ORDER BY a.id DESC LIMIT {AtOnce}
                """,
                (row, origin) => (
                    row.Id, new FeedId(origin.Feed), row.Published.FromStored(), origin.Received.FromStored(), names.WordsOf(new FeedId(origin.Feed), row.ToArticle())),
                splitOn: "feed").AsList();
        }

        await database.WriteAsync(connection =>
        {
            // In ascending order, as the table likes it best; what was deleted meanwhile stays away.
            foreach (var (id, feed, published, received, words) in some.OrderBy(one => one.Id))
            {
                if (connection.ExecuteScalar<long>("SELECT EXISTS (SELECT 1 FROM articles WHERE id = @id)", new { id }) != 0)
                    File(connection, id, feed, published, received, words);
            }

            connection.Execute("UPDATE search_filling SET unfiled_below = @below", new { below = some.Count == 0 ? 0 : some[^1].Id });
        }, cancellationToken);
        return some.Count > 0;
    }

    private sealed class Origin
    {
        public long Feed { get; init; }
        public long Received { get; init; }
    }
}

/// <summary>Takes what an older bot stored into the index, little by little beside the work of the bot.</summary>
internal sealed partial class SearchFilling(Database database, SearchNames names, ILogger<SearchFilling> logger) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await Task.Yield();
            await names.AnnounceAsync(stoppingToken);
            if (IsWhole())
                return;
            LogBegins();
            while (await SearchIndex.FillAsync(database, names, stoppingToken))
                await Task.Delay(TimeSpan.FromMilliseconds(20), stoppingToken);
            LogEnds();
        }
        catch (Exception problem) when (!stoppingToken.IsCancellationRequested)
        {
            LogStopped(problem); // the next start goes on with it; until then items are looked for the slow way
        }
        catch (OperationCanceledException)
        {
            // Stopped: likewise.
        }
    }

    private bool IsWhole()
    {
        using var connection = database.Open();
        return SearchIndex.IsWhole(connection);
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "What is stored is being made searchable, the newest first. Until that is done, /recent KEYWORD takes longer.")]
    private partial void LogBegins();

    [LoggerMessage(Level = LogLevel.Information, Message = "What is stored is searchable.")]
    private partial void LogEnds();

    [LoggerMessage(Level = LogLevel.Error, Message = "What is stored could not all be made searchable; /recent KEYWORD takes longer until the next start has done so.")]
    private partial void LogStopped(Exception problem);
}
