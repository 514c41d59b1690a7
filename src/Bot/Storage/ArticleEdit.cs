using System.Collections.Immutable;
using System.Text.Json;
using Dapper;
using Microsoft.Data.Sqlite;
using News.Alerts;
using News.Matching;
using News.Stories;

namespace Bot.Storage;

/// <summary>Puts an article that was read anew in the place of the one that its item was before.</summary>
internal static class ArticleEdit
{
    /// <returns>How many alerts were added: to watchlists that it meets only now.</returns>
    public static int Save(
        SqliteConnection connection, ArticleId id, NewArticle reading, string words, List<(StoryId Story, StoryEvent Event)> events, DateTimeOffset now)
    {
        var article = reading.Article;
        var before = StoryReports.Read(connection, id);
        var (storyId, digest) = connection.QuerySingle<(long, string)>("SELECT story_id, summary FROM articles WHERE id = @id", new { id = id.Value });
        var story = new StoryId(storyId);

        connection.Execute(
            """
            UPDATE articles
            SET title = @Title, text = @Text, feed_text = @FeedText, page_note = COALESCE(@note, page_note), author = @Author, categories = @categories,
                summary = @summary, official = @official, item_words = @Wording, edits = edits + 1
            WHERE id = @id
            """,
            new
            {
                id = id.Value,
                article.Title,
                article.Text,
                article.FeedText,
                note = reading.PageNote,
                article.Author,
                categories = JsonSerializer.Serialize(article.Categories, StoredJson.Options),
                summary = JsonSerializer.Serialize(reading.Digest, StoredJson.Options),
                official = NewsStore.Official(reading),
                reading.Wording,
            });
        SearchIndex.FileAnew(connection, id.Value, words);
        QuoteStore.Forget(connection, id.Value, article.Published.ToStored());
        QuoteStore.Save(connection, id, article, reading.Quotes);
        ClaimRows.Delete(connection, id);
        ClaimRows.Save(connection, id, story, article.Published, reading.Claims);
        ForgetMatches(connection, id, reading.Matches);

        var byWatchlist = reading.Matches.Where(match => match.Alert is not null).ToDictionary(match => match.Watchlist, match => match.Alert!);
        var known = JsonSerializer.Deserialize<Digest>(digest, StoredJson.Options)!.Corrections.ToHashSet(StringComparer.Ordinal);
        ImmutableArray<string> corrections = [.. reading.Digest.Corrections.Where(note => !known.Contains(note))];
        var edit = new StoryEvent(
            id, reading.Feed, new StoryNews(article.Source, article.Link, corrections, reading.Officials, now), before,
            (watchlist, alert) => byWatchlist.GetValueOrDefault(watchlist) ?? reading.Retold ?? alert);
        events.Add((story, edit with { NotTold = reading.NotTold }));
        return reading.Matches.Sum(match => NewsStore.Save(connection, match, id, story, article.Published, now, reading.NotTold));
    }

    /// <summary>What it does not meet any more, but for those that told it: what was told stays found.</summary>
    private static void ForgetMatches(SqliteConnection connection, ArticleId id, ImmutableArray<NewMatch> met) => connection.Execute(
        """
        DELETE FROM matches
        WHERE article_id = @id AND watchlist_id NOT IN (SELECT value FROM json_each(@met))
          AND NOT EXISTS (SELECT 1 FROM outbox o WHERE o.kind = 'alert' AND o.story_id = matches.story_id AND o.watchlist_id = matches.watchlist_id)
        """, new { id = id.Value, met = JsonSerializer.Serialize(met.Select(match => match.Watchlist.Value)) });
}
