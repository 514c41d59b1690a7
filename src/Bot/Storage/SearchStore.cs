using System.Collections.Immutable;
using Dapper;
using Microsoft.Data.Sqlite;
using News.Articles;
using News.Matching;

namespace Bot.Storage;

/// <summary>An article that was found, and how well it answers.</summary>
/// <param name="Score">More is better; comparable within one search.</param>
public sealed record FoundArticle(StoredArticle Stored, ImmutableArray<MatchedTerm> Met, double Score);

/// <summary>
/// Finds stored articles that meet a query: the index proposes, the engine of the watchlists judges, so that what is found
/// here is what a watchlist would have met.
/// </summary>
public sealed class SearchStore(Database database, NewsStore news)
{
    /// <summary>
    /// How many of the newest articles are read where the index can't propose: of a query without words of its own, such as
    /// a regular expression, and while an older bot's file is still being taken in. An answer is due within seconds.
    /// </summary>
    private const int MostRead = 20_000;

    /// <summary>Of what meets a query, so many of the newest are ranked: a common word is in a third of all that there is.</summary>
    private const int MostRanked = 150;

    /// <summary>Who follows no more feeds than this asks for theirs alone.</summary>
    private const int FewFeeds = 8;

    /// <summary>From so many feeds on, others' articles are passed by.</summary>
    private const int ManyFeeds = 1_000;

    /// <summary>Others' articles that are passed by before the feeds are asked for by name.</summary>
    private const int MostOthers = 500;

    /// <summary>Articles that are put in order of publication at once.</summary>
    private const int MostAhead = 5_000;

    /// <summary>Articles are stored in the order in which they were received but for so much, as one waits for its page and the next does not.</summary>
    private static readonly TimeSpan Disorder = TimeSpan.FromMinutes(1);

    private volatile bool _isWhole;

    /// <summary>
    /// The articles of the feeds that these scopes follow which meet a query, in one of their readings; the newest first, one
    /// by one while they are asked for.
    /// </summary>
    public IEnumerable<StoredArticle> Newest(Query query, IReadOnlyList<ScopeKey> scopes, DateTimeOffset since) =>
        Proposed(query, scopes, since).Where(stored => stored.Article.Readings.Any(reading => !query.Match(reading).IsEmpty));

    /// <summary>The articles that answer a query best among the newest that meet it, the best first.</summary>
    public ImmutableArray<FoundArticle> Search(Query query, IReadOnlyList<ScopeKey> scopes, DateTimeOffset since, int count)
    {
        List<(StoredArticle Stored, Article Reading, ImmutableArray<MatchedTerm> Met)> found = [];
        foreach (var stored in Proposed(query, scopes, since))
        {
            var met = stored.Article.Readings.Select(reading => (reading, Terms: query.Match(reading))).FirstOrDefault(one => !one.Terms.IsEmpty);
            if (met.reading is null)
                continue;
            found.Add((stored, met.reading, met.Terms));
            if (found.Count == MostRanked)
                break;
        }

        var ranking = new SearchRanking(found.Select(one => one.Met.AsEnumerable()), found.Sum(one => (long)one.Reading.Text.Length) / Math.Max(1, found.Count));
        return
        [
            .. found.Select(one => new FoundArticle(one.Stored, one.Met, ranking.Score(one.Reading, one.Met)))
                .OrderByDescending(one => one.Score).ThenByDescending(one => one.Stored.Article.Published).Take(count),
        ];
    }

    /// <summary>The articles among which are all that meet a query, the newest first; null where the index can't propose any.</summary>
    public IEnumerable<StoredArticle>? MayMeet(Query query, IReadOnlyList<ScopeKey> scopes, DateTimeOffset since) =>
        query.Needs() is { } needed && IsWhole() ? Indexed(needed, scopes, since) : null;

    private IEnumerable<StoredArticle> Proposed(Query query, IReadOnlyList<ScopeKey> scopes, DateTimeOffset since) =>
        MayMeet(query, scopes, since) ?? news.Newest(scopes, since).Take(MostRead);

    private bool IsWhole()
    {
        if (_isWhole)
            return true;
        using var connection = database.Open();
        return _isWhole = SearchIndex.IsWhole(connection);
    }

    private IEnumerable<StoredArticle> Indexed(Needed needed, IReadOnlyList<ScopeKey> scopes, DateTimeOffset since)
    {
        using var connection = database.Open();
        using var read = new RowReader(connection);
        foreach (var id in InOrder(Hits(connection, needed, scopes, since)))
        {
            if (read.Row(id) is { } stored)
                yield return stored;
        }
    }

    /// <summary>
    /// Hits by when they were published, the newest first. They come by when they were received, and nothing is received
    /// before it is published: what is newer than the receipt of the last one is newer than all that follow.
    /// </summary>
    private static IEnumerable<long> InOrder(IEnumerable<Hit> hits)
    {
        var ahead = new PriorityQueue<long, (long, long)>();
        foreach (var hit in hits)
        {
            while (ahead.TryPeek(out var next, out var key) && (-key.Item1 > hit.Received + (long)Disorder.TotalMilliseconds || ahead.Count > MostAhead))
            {
                ahead.Dequeue();
                yield return next;
            }

            ahead.Enqueue(hit.Id, (-hit.Published, -hit.Id));
        }

        while (ahead.TryDequeue(out var rest, out _))
            yield return rest;
    }

    /// <summary>What the index has of the feeds that these scopes follow, the last received first.</summary>
    private static IEnumerable<Hit> Hits(SqliteConnection connection, Needed needed, IReadOnlyList<ScopeKey> scopes, DateTimeOffset since)
    {
        var names = scopes.Select(scope => scope.Value).ToArray();
        var feeds = Feeds(connection, names, FewFeeds);
        if (feeds is [])
            yield break;

        var (from, before, others) = (since.ToStored(), long.MaxValue, feeds is null ? 0 : int.MinValue);
        using var visible = new Visibility(connection, names);
        foreach (var (words, first) in SearchNames.Ways(connection, needed))
        {
            for (var isDone = false; !isDone;)
            {
                isDone = true;
                foreach (var hit in Query(connection, feeds is null ? words : SearchWords.In(words, feeds), visible, first, before))
                {
                    if (hit.Received + (long)Disorder.TotalMilliseconds < from)
                        yield break;
                    before = hit.Id;
                    if (hit.IsVisible && hit.Published >= from)
                        yield return hit;
                    if (hit.IsVisible || ++others < MostOthers)
                        continue;

                    // Who follows a hundred quiet feeds among ten thousand would pass by nearly all that there is.
                    others = int.MinValue;
                    feeds = Feeds(connection, names, ManyFeeds);
                    if (feeds is null)
                        continue;
                    isDone = false;
                    break;
                }
            }

            before = Math.Min(before, first);
        }
    }

    private static IEnumerable<Hit> Query(SqliteConnection connection, string match, Visibility visible, long first, long before)
    {
        // CROSS JOIN keeps SQLite on the order of the index.
        using var command = connection.CreateCommand();
        command.CommandText =
            """
            SELECT w.rowid, s.published, s.received, s.feed_id
            FROM article_words w CROSS JOIN searchable s ON s.article_id = w.rowid
            WHERE w.article_words MATCH @match AND w.rowid >= @first AND w.rowid < @before ORDER BY w.rowid DESC
            """;
        command.Parameters.AddWithValue("@match", match);
        command.Parameters.AddWithValue("@first", first);
        command.Parameters.AddWithValue("@before", before);
        using var rows = command.ExecuteReader();
        while (rows.Read())
            yield return new Hit(rows.GetInt64(0), rows.GetInt64(1), rows.GetInt64(2), visible.Has(rows.GetInt64(3)));
    }

    /// <summary>The feeds that some scopes follow; null where they are more than so many.</summary>
    private static List<FeedId>? Feeds(SqliteConnection connection, string[] scopes, int most)
    {
        var feeds = connection.Query<long>("SELECT DISTINCT feed_id FROM subscriptions WHERE scope IN @scopes LIMIT @limit", new { scopes, limit = most + 1 }).AsList();
        return feeds.Count > most ? null : feeds.ConvertAll(feed => new FeedId(feed));
    }

    /// <summary>Which feeds are followed by who asks. Each is looked up once: of a common word hundreds of articles are passed by.</summary>
    private sealed class Visibility : IDisposable
    {
        private readonly Dictionary<long, bool> _known = [];
        private readonly SqliteCommand _look;

        public Visibility(SqliteConnection connection, string[] scopes)
        {
            _look = connection.CreateCommand();
            _look.CommandText = $"SELECT EXISTS (SELECT 1 FROM subscriptions WHERE feed_id = @feed AND scope IN ({string.Join(", ", scopes.Select((_, i) => $"@scope{i}"))}))";
            _look.Parameters.Add("@feed", SqliteType.Integer);
            for (var i = 0; i < scopes.Length; i++)
                _look.Parameters.AddWithValue($"@scope{i}", scopes[i]);
        }

        public bool Has(long feed)
        {
            if (_known.TryGetValue(feed, out var isVisible))
                return isVisible;
            _look.Parameters[0].Value = feed;
            return _known[feed] = (long)_look.ExecuteScalar()! != 0;
        }

        public void Dispose() => _look.Dispose();
    }

    /// <param name="IsVisible">Its feed is followed by who asks.</param>
    private readonly record struct Hit(long Id, long Published, long Received, bool IsVisible);
}

/// <summary>Articles by their number, one after the other, by one prepared statement.</summary>
internal sealed class RowReader : IDisposable
{
    private readonly SqliteCommand _command;

    public RowReader(SqliteConnection connection)
    {
        _command = connection.CreateCommand();
        _command.CommandText = $"SELECT {ArticleRow.Columns} FROM articles a WHERE a.id = @id";
        _command.Parameters.Add("@id", SqliteType.Integer);
    }

    /// <summary>Null where it was deleted meanwhile.</summary>
    public StoredArticle? Row(long id)
    {
        _command.Parameters[0].Value = id;
        using var rows = _command.ExecuteReader();
        return rows.Read() ? ArticleRow.Read(rows).ToStored() : null;
    }

    public void Dispose() => _command.Dispose();
}
