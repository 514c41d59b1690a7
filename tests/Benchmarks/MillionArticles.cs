using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Bot.Storage;
using Dapper;
using Microsoft.Data.Sqlite;
using News.Articles;
using News.Matching;

namespace Benchmarks;

/// <summary>
/// A database with a million articles of some 300 words, ninety days' worth of a thousand feeds: a few bring much and most
/// little. Written in bulk, and kept in the folder for temporary files for the next run.
/// </summary>
internal static class MillionArticles
{
    public const int Count = 1_000_000, Feeds = 1_000, Watchlists = 20;

    private const int Texts = 20_000, WordsOfText = 1_950, AtOnce = 50;

    public static readonly ScopeKey Busy = ScopeKey.Discord("busy"), Quiet = ScopeKey.Discord("quiet"), Many = ScopeKey.Discord("many");

    /// <summary>The articles have the words of these, so that questions can be asked of them.</summary>
    public static NewsText News { get; } = new(Texts, WordsOfText);

    public static string FileName(int version) => Path.Combine(Path.GetTempPath(), $"news-bot-million-{version}.db");

    /// <summary>Fills a database of the newest shape that has nothing in it.</summary>
    public static void Write(Database database, SearchNames names, Action<string> tell)
    {
        using var connection = database.Open();
        connection.Execute("PRAGMA synchronous = OFF");
        var now = DateTimeOffset.UtcNow;
        var random = new Random(11);
        using (var transaction = connection.BeginTransaction())
        {
            for (var feed = 1; feed <= Feeds; feed++)
            {
                connection.Execute("INSERT INTO feeds (id, url, title, primed, next_poll) VALUES (@feed, @url, @title, 1, 9e18)", new { feed, url = $"https://feed{feed}.example/rss", title = $"Feed {feed}" });
                Follow(ScopeKey.Operator, feed);
                if (feed is 2 or 500 or 900)
                    Follow(Busy, feed);
                if (feed is 700 or 800 or 990)
                    Follow(Quiet, feed);
                if (feed > 900)
                    Follow(Many, feed);
            }

            for (var watchlist = 1; watchlist <= Watchlists; watchlist++)
            {
                connection.Execute(
                    "INSERT INTO watchlists (id, scope, name, query, severity, at_home, from_settings, added_at) VALUES (@watchlist, 'operator', @name, 'Iraq', 'Normal', 1, 0, 0)",
                    new { watchlist, name = $"list-{watchlist}" });
            }

            transaction.Commit();
        }

        var words = News.Articles.Select(article => names.WordsOf(new FeedId(0), article).Replace(SearchIndex.RootOf(new FeedId(0)) + " ", "", StringComparison.Ordinal)).ToArray();
        var clock = Stopwatch.StartNew();
        var reasons = JsonSerializer.Serialize(new[] { new { term = "Iraq", words = new[] { "Iraqi" }, where = "text", sentence = "A sentence of the usual length, in which the Iraqi government is named once." } });
        using var story = Command("INSERT INTO stories (id, headline, first_seen) VALUES (@p0, @p1, @p2)", 3);
        using var article = Command(
            """
            INSERT INTO articles (id, story_id, feed_id, item_key, source, title, text, link, canonical_link, categories, published, received, summary)
            VALUES (@p0, @p1, @p2, @p3, @p4, @p5, @p6, @p7, @p7, '[]', @p8, @p9, '{"sentences":["The first sentence of a story that is told in two."],"quotes":[],"corrections":[]}')
            """, 10);
        using var facts = Command("INSERT INTO searchable VALUES (@p0, @p1, @p2, @p3)", 4);
        using var roots = Command("INSERT INTO article_words (rowid, roots) VALUES (@p0, @p1)", 2);
        using var match = Command("INSERT INTO matches (watchlist_id, article_id, story_id, published, reasons) VALUES (@p0, @p1, @p2, @p3, @p4)", 5);
        for (var from = 0; from < Count; from += AtOnce)
        {
            using var transaction = connection.BeginTransaction();
            foreach (var command in (SqliteCommand[])[story, article, facts, roots, match])
                command.Transaction = transaction;
            for (var i = from; i < from + AtOnce; i++)
            {
                var text = News.Articles[i % Texts];
                var feed = 1 + (int)(Feeds * Math.Pow(random.NextDouble(), 3));
                var received = (now - TimeSpan.FromDays(90 * ((Count - i) / (double)Count))).ToUnixTimeMilliseconds();
                var published = received - (long)(random.NextDouble() * (i % 50 == 0 ? 20 * 86_400_000L : 3_600_000L));
                var id = i + 1L;
                var its = i % 3 == 0 ? id : Math.Max(1, id - (i % 3)); // three reports to a story
                if (its == id)
                    Run(story, id, text.Title, received);
                Run(article, id, its, feed, $"guid:{i}", $"Feed {feed}", text.Title, text.Text, $"https://feed{feed}.example/{i}", published, received);
                Run(facts, id, feed, published, received);
                Run(roots, id, $"{SearchIndex.RootOf(new FeedId(feed))} {words[i % Texts]}");
                for (var watchlist = 1; watchlist <= Watchlists; watchlist++)
                {
                    if (random.Next(20 * watchlist * watchlist) == 0)
                        Run(match, watchlist, id, its, published, reasons);
                }
            }

            transaction.Commit();
            if ((from + AtOnce) % 100_000 == 0)
                tell(string.Create(CultureInfo.InvariantCulture, $"{from + AtOnce:N0} articles written, {clock.Elapsed.TotalSeconds:0} s"));
        }

        connection.Execute("UPDATE search_filling SET unfiled_below = 0");
        connection.Execute("PRAGMA wal_checkpoint(TRUNCATE)");
        connection.Execute("PRAGMA synchronous = FULL");

        void Follow(ScopeKey scope, int feed) => connection.Execute(
            "INSERT INTO subscriptions (scope, feed_id, from_settings, added_at) VALUES (@scope, @feed, 0, 0)", new { scope = scope.Value, feed });

        SqliteCommand Command(string text, int parameters)
        {
            var command = connection.CreateCommand();
            command.CommandText = text;
            for (var i = 0; i < parameters; i++)
                command.Parameters.Add(new SqliteParameter($"@p{i}", null));
            return command;
        }
    }

    private static void Run(SqliteCommand command, params object[] values)
    {
        for (var i = 0; i < values.Length; i++)
            command.Parameters[i].Value = values[i];
        command.ExecuteNonQuery();
    }
}
