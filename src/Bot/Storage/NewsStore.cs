using System.Collections.Immutable;
using System.Text.Json;
using Dapper;
using Microsoft.Data.Sqlite;
using News.Alerts;
using News.Articles;
using News.Claims;
using News.Matching;
using News.Stories;
using News.Summaries;

namespace Bot.Storage;

/// <summary>An article that was read, with all that follows from it, ready to be saved in one transaction.</summary>
/// <param name="Digest">What is shown of the article wherever it is listed.</param>
public sealed record NewArticle(FeedId Feed, Article Article, Digest Digest, ImmutableArray<NewMatch> Matches)
{
    /// <summary>What its item goes by: see <see cref="RecognisedItem.NewMarks"/>.</summary>
    public ImmutableArray<long> Marks { get; init; } = [];

    /// <summary>The stored article whose place it takes: its item was edited. Null where it is new.</summary>
    public ArticleId? Edited { get; init; }

    /// <summary>The item's <see cref="ItemWording"/>; null where nobody will ask whether it was edited.</summary>
    public long? Wording { get; init; }

    /// <summary>Of an edited one, what an alert says of it whose watchlist it does not meet any more.</summary>
    public Alert? Retold { get; init; }

    /// <summary>Every quotation of its text.</summary>
    public ImmutableArray<Quote> Quotes { get; init; } = [];

    /// <summary>What decides which story it tells.</summary>
    public StoryTrace Trace { get; } = StoryTrace.Of(Article);

    /// <summary>The numbers of dead, wounded and so on that it states.</summary>
    public ImmutableArray<Claim> Claims { get; init; } = [];

    /// <summary>What officials confirm or deny in it.</summary>
    public ImmutableArray<OfficialWord> Officials { get; init; } = [];

    /// <summary>Why its alerts do not go out, although they stand for their story from now on; null where they do.</summary>
    public string? NotTold { get; init; }

    /// <summary>What became of the article's page: a sentence. Null where it was not wanted.</summary>
    public string? PageNote { get; init; }

    /// <summary>Why it is stored and not told, whatever it meets; null where it is news.</summary>
    public Untold? Untold { get; init; }
}

/// <summary>A watchlist that the article meets.</summary>
/// <param name="Alerts">What is to be told to whom; empty where the article is known but not news.</param>
public sealed record NewMatch(
    WatchlistId Watchlist, ImmutableArray<AlertReason> Reasons, ImmutableArray<(ChannelAddress Channel, Alert Alert)> Alerts)
{
    /// <summary>What is told of the article, to whomever.</summary>
    public Alert? Alert { get; init; }
}

/// <summary>What is shown of an article where many are listed, as it is kept beside it.</summary>
/// <param name="Quotes">The foremost one, or none. All that is said in it is in the table of quotes.</param>
public sealed record Digest(ImmutableArray<string> Sentences, ImmutableArray<AlertQuote> Quotes, ImmutableArray<string> Corrections);

/// <summary>A stored article.</summary>
public sealed record StoredArticle(ArticleId Id, StoryId Story, Article Article, Digest Digest);

/// <summary>Articles, the stories that they tell and what they met.</summary>
public sealed class NewsStore(Database database, OutboxStore outbox, StoryAlerts living, SearchNames names)
{
    private readonly StoryShelf _shelf = new();

    /// <summary>Reads the stories that are known, before anything is saved: otherwise the first write does it, while others wait.</summary>
    public void RecallStories(DateTimeOffset now)
    {
        using var connection = database.Open();
        _shelf.Fill(connection, now);
    }

    /// <summary>
    /// Saves articles in their order: each with its story (one that is there, or a new one), its matches and its alerts,
    /// all in one transaction. An item that is stored already is passed over; one that was edited takes its article's place.
    /// </summary>
    /// <returns>How many alerts were added.</returns>
    public async Task<int> SaveAsync(IReadOnlyList<NewArticle> articles, DateTimeOffset now, CancellationToken cancellationToken) =>
        await SaveAsync(articles, readFor: null, now, cancellationToken) ?? 0;

    /// <summary>
    /// The same, where the feed's followers are still those for whom the articles were read: who came meanwhile would find
    /// them stored and never hear of them.
    /// </summary>
    /// <returns>Null where the followers are others by now, and nothing was saved.</returns>
    public async Task<int?> SaveAsync(
        IReadOnlyList<NewArticle> articles, IReadOnlySet<ScopeKey>? readFor, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var areNamed = names.AreKnown;
        var words = WordsOfAll();
        var saved = await database.WriteAsync<(int Alerts, bool HasWork)?>(connection =>
        {
            if (readFor is not null && articles is [var any, ..] && !readFor.SetEquals(FeedStore.Followers(connection, any.Feed)))
                return null;
            if (!areNamed && names.AreKnown) // since a moment ago
                words = WordsOfAll();
            else if (!areNamed)
                SearchNames.NoteUnnamed(connection);
            var stories = _shelf.Open(connection, now);
            List<(StoryId Story, StoryEvent Event)> events = [];
            var added = articles.Zip(words).Sum(one => Save(connection, stories, one.First, one.Second, events, now));
            _shelf.Close(connection);
            var brought = false;
            foreach (var story in events.GroupBy(one => one.Story, one => one.Event))
                brought |= living.Bring(connection, story.Key, [.. story], now);
            return (added, added > 0 || brought);
        }, cancellationToken);

        if (saved is { HasWork: true })
            outbox.Work.Beat();
        return saved?.Alerts;

        List<string> WordsOfAll() => [.. articles.Select(article => names.WordsOf(article.Feed, article.Article))];
    }

    /// <summary>Stored articles of the feeds that these scopes follow, the newest first, one by one while they are asked for.</summary>
    public IEnumerable<StoredArticle> Newest(IReadOnlyList<ScopeKey> scopes, DateTimeOffset since) =>
        NewestRows(ArticleRow.Columns, scopes, since).Select(row => row.ToStored());

    /// <summary>The same, without what is only shown of them: for reading many.</summary>
    public IEnumerable<(StoryId Story, Article Article)> NewestArticles(IReadOnlyList<ScopeKey> scopes, DateTimeOffset since) =>
        NewestRows(ArticleRow.ColumnsOfArticle, scopes, since).Select(row => (new StoryId(row.StoryId), row.ToArticle()));

    private IEnumerable<ArticleRow> NewestRows(string columns, IReadOnlyList<ScopeKey> scopes, DateTimeOffset since)
    {
        // The plus keeps SQLite from gathering all that the feeds ever brought in order to sort it.
        using var connection = database.Open();
        var rows = connection.Query<ArticleRow>(
            $"""
            SELECT {columns}
            FROM articles a
            WHERE a.published >= @since AND +a.feed_id IN (SELECT feed_id FROM subscriptions WHERE scope IN @scopes)
            ORDER BY a.published DESC, a.id DESC
            """,
            new { since = since.ToStored(), scopes = scopes.Select(scope => scope.Value) },
            buffered: false);
        foreach (var row in rows)
            yield return row;
    }

    /// <summary>Stored articles that met one of these watchlists, the newest first, one by one while they are asked for.</summary>
    public IEnumerable<StoredArticle> NewestMatched(IReadOnlyList<WatchlistId> watchlists, DateTimeOffset since)
    {
        // Each watchlist has its matches in order, and the orders are merged: a sort would read them all.
        using var reading = database.Open();
        using var rows = new RowReader(reading);
        using var orders = new MatchOrders(database.Open(), watchlists, since);
        foreach (var id in orders.Merged())
        {
            if (rows.Row(id) is { } stored)
                yield return stored;
        }
    }

    /// <summary>How many stories each watchlist found since then.</summary>
    public async Task<IReadOnlyDictionary<WatchlistId, int>> CountMatchesAsync(
        IReadOnlyList<WatchlistId> watchlists, DateTimeOffset since, CancellationToken cancellationToken)
    {
        using var connection = database.Open();
        var rows = await connection.QueryAsync<(long Watchlist, long Count)>(
            """
            SELECT m.watchlist_id, COUNT(DISTINCT m.story_id)
            FROM matches m JOIN watchlists w ON w.id = m.watchlist_id JOIN articles a ON a.id = m.article_id
            WHERE m.watchlist_id IN @ids AND m.published >= @since AND a.received >= w.added_at
            GROUP BY m.watchlist_id
            """, new { ids = watchlists.Select(watchlist => watchlist.Value), since = since.ToStored() });
        return rows.ToDictionary(row => new WatchlistId(row.Watchlist), row => (int)row.Count);
    }

    private static int Save(
        SqliteConnection connection, StoryIndex stories, NewArticle reading, string words, List<(StoryId Story, StoryEvent Event)> events, DateTimeOffset now)
    {
        var article = reading.Article;
        if (reading.Edited is { } edited)
            return ArticleEdit.Save(connection, edited, reading, words, events, now);
        if (IsKnown(connection, reading.Feed, article.Key))
            return 0;

        var place = stories.Find(reading.Trace);
        var story = place.Story ?? new StoryId(connection.ExecuteScalar<long>(
            "INSERT INTO stories (headline, first_seen) VALUES (@Title, @now) RETURNING id", new { article.Title, now = now.ToStored() }));
        var id = new ArticleId(connection.ExecuteScalar<long>(
            """
            INSERT INTO articles (story_id, feed_id, item_key, source, title, text, feed_text, page_note, link, canonical_link, author, language, categories,
                                  published, received, summary, official, item_words, untold)
            VALUES (@story, @feed, @key, @Source, @Title, @Text, @FeedText, @note, @Link, @CanonicalLink, @Author, @Language, @categories,
                    @published, @received, @summary, @official, @Wording, @untold)
            RETURNING id
            """,
            new
            {
                story = story.Value,
                feed = reading.Feed.Value,
                key = article.Key.Value,
                article.Source,
                article.Title,
                article.Text,
                article.FeedText,
                note = reading.PageNote,
                article.Link,
                article.CanonicalLink,
                article.Author,
                article.Language,
                categories = JsonSerializer.Serialize(article.Categories, StoredJson.Options),
                published = article.Published.ToStored(),
                received = now.ToStored(),
                summary = JsonSerializer.Serialize(reading.Digest, StoredJson.Options),
                official = Official(reading),
                reading.Wording,
                untold = reading.Untold?.Stored(),
            }));
        connection.Execute(
            "UPDATE stories SET last_seen = MAX(last_seen, @now), articles = articles + 1 WHERE id = @story", new { story = story.Value, now = now.ToStored() });

        SeenItems.File(connection, reading.Feed, id.Value, reading.Marks);
        SearchIndex.File(connection, id.Value, reading.Feed, article.Published, now, words);
        QuoteStore.Save(connection, id, article, reading.Quotes);
        ClaimRows.Save(connection, id, story, article.Published, reading.Claims);
        if (now - article.Published <= StoryJoin.LinkWindow) // an archive is no company for what comes
            StoryShelf.File(connection, stories, id, reading.Trace, place with { Story = story }, now);
        events.Add((story, new StoryEvent(
            id, reading.Feed, new StoryNews(article.Source, article.Link, reading.Digest.Corrections, reading.Officials, article.Published), Before: null, Retold: null)
        {
            IsNews = reading.Untold is null,
            NotTold = reading.NotTold,
        }));
        return reading.Matches.Sum(match => Save(connection, match, id, story, article.Published, now, reading.NotTold));
    }

    /// <summary>What officials say in it, as the column has it.</summary>
    internal static string? Official(NewArticle reading) =>
        reading.Officials.IsEmpty ? null : string.Join(' ', reading.Officials.Select(word => word.Kind));

    private static bool IsKnown(SqliteConnection connection, FeedId feed, ItemKey key) =>
        connection.ExecuteScalar<long>(
            "SELECT EXISTS (SELECT 1 FROM articles WHERE feed_id = @feed AND item_key = @key)",
            new { feed = feed.Value, key = key.Value }) != 0;

    internal static int Save(
        SqliteConnection connection, NewMatch match, ArticleId article, StoryId story, DateTimeOffset published, DateTimeOffset now, string? notTold = null)
    {
        connection.Execute(
            """
            INSERT INTO matches (watchlist_id, article_id, story_id, published, reasons)
            VALUES (@watchlist, @article, @story, @published, @reasons)
            ON CONFLICT (watchlist_id, article_id) DO UPDATE SET reasons = excluded.reasons
            """,
            new
            {
                watchlist = match.Watchlist.Value,
                article = article.Value,
                story = story.Value,
                published = published.ToStored(),
                reasons = JsonSerializer.Serialize(match.Reasons, StoredJson.Options),
            });
        var added = match.Alerts.Count(alert =>
            OutboxStore.Insert(connection, match.Watchlist, story, article, alert.Channel, alert.Alert, now, notTold: notTold)
            || (notTold is null && PostAgain.Insert(connection, match.Watchlist, story, article, alert.Channel, alert.Alert, now)));
        if (!match.Alerts.IsEmpty)
            ItemEnds.Note(connection, match.Watchlist, article, isFirst: added > 0);
        return added;
    }
}
