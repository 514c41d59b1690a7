using System.Collections.Immutable;
using System.Text.Json;
using Dapper;
using Microsoft.Data.Sqlite;
using News.Alerts;
using News.Articles;
using News.Stories;
using News.Summaries;

namespace Bot.Storage;

/// <summary>A stored article in which somebody is quoted.</summary>
public sealed record QuotedArticle(ArticleId Id, StoryId Story, Article Article);

/// <summary>What people say in the articles that are stored, and who they are.</summary>
public sealed class QuoteStore(Database database)
{
    /// <summary>So many articles are read at once.</summary>
    private const int AtOnce = 100;

    /// <summary>The plus keeps SQLite on the order of the index that has it.</summary>
    private const string Seen = "+a.feed_id IN (SELECT feed_id FROM subscriptions WHERE scope IN @scopes)";

    /// <summary>
    /// The articles of the feeds that these scopes follow in which somebody is quoted, the newest first, one by one
    /// while they are asked for.
    /// </summary>
    /// <param name="speaker">
    /// One of these is to be found in names and roles of those who are quoted: of each the word that is looked for. Empty for
    /// anybody. Whether a speaker has all words of a name is for who asks to see.
    /// </param>
    public IEnumerable<QuotedArticle> Newest(IReadOnlyList<ScopeKey> scopes, DateTimeOffset since, ImmutableArray<string> speaker)
    {
        var rows = speaker.IsEmpty ? Rows(scopes, since) : Rows(scopes, since, speaker);
        return rows.Select(row => new QuotedArticle(new ArticleId(row.Id), new StoryId(row.StoryId), row.ToArticle()));
    }

    /// <summary>Every quotation of some articles, in the order of their texts.</summary>
    public IReadOnlyDictionary<ArticleId, ImmutableArray<Quote>> Read(IReadOnlyCollection<QuotedArticle> articles)
    {
        using var connection = database.Open();
        var texts = articles.ToDictionary(article => article.Id.Value, article => article.Article.Text);
        return connection.Query<QuoteRow>(
                """
                SELECT article_id, start_at, end_at, kind, speaker, role, mention, mention_start, cue, certainty
                FROM quotes WHERE article_id IN @ids ORDER BY article_id, start_at
                """, new { ids = texts.Keys })
            .GroupBy(row => row.ArticleId)
            .ToDictionary(rows => new ArticleId(rows.Key), rows => rows.Select(row => row.ToQuote(texts[rows.Key])).ToImmutableArray());
    }

    internal static void Save(SqliteConnection connection, ArticleId id, Article article, ImmutableArray<Quote> quotes)
    {
        if (quotes.IsEmpty)
            return;
        using var insert = connection.CreateCommand();
        insert.CommandText = "INSERT OR IGNORE INTO quotes VALUES (@id, @start, @end, @kind, @speaker, @role, @mention, @mentionStart, @cue, @certainty, @text)";
        foreach (var quote in quotes)
        {
            insert.Parameters.Clear();
            Set("@id", id.Value);
            Set("@start", quote.Start);
            Set("@end", quote.End);
            Set("@kind", KeptQuote.KindOf(quote));
            Set("@speaker", quote.Speaker);
            Set("@role", quote.Role);
            Set("@mention", quote.Mention?.Text);
            Set("@mentionStart", quote.Mention?.Start);
            Set("@cue", quote.Cue);
            Set("@certainty", quote.Certainty);
            Set("@text", quote.Text);
            insert.ExecuteNonQuery();
        }

        connection.Execute(
            "INSERT INTO speaker_words SELECT w.value, @published, @id FROM json_each(@words) w",
            new
            {
                id = id.Value,
                published = article.Published.ToStored(),
                words = JsonSerializer.Serialize(quotes.SelectMany(quote => WordsOf(quote)).Distinct(StringComparer.Ordinal), StoredJson.Options),
            });

        void Set(string name, object? value) => insert.Parameters.AddWithValue(name, value ?? DBNull.Value);
    }

    /// <summary>Takes out what an article's people say, before the article goes.</summary>
    internal static void Forget(SqliteConnection connection, long article, long published)
    {
        var words = connection.Query<(string Speaker, string? Role)>(
                "SELECT speaker, role FROM quotes WHERE article_id = @article AND speaker IS NOT NULL", new { article })
            .SelectMany(row => WordsOf(row.Speaker, row.Role)).Distinct(StringComparer.Ordinal).ToList();
        if (words.Count > 0)
        {
            connection.Execute(
                "DELETE FROM speaker_words WHERE word IN (SELECT value FROM json_each(@words)) AND published = @published AND article_id = @article",
                new { words = JsonSerializer.Serialize(words, StoredJson.Options), published, article });
        }

        connection.Execute("DELETE FROM quotes WHERE article_id = @article", new { article });
    }

    /// <summary>The words that who said something is found by: those of the name, and of the role.</summary>
    public static ImmutableArray<string> WordsOf(Quote quote) =>
        quote.Speaker is { } speaker ? WordsOf(speaker, quote.Role) : [];

    private static ImmutableArray<string> WordsOf(string speaker, string? role) => NameWords.Of(role is null ? speaker : $"{speaker} {role}");

    /// <summary>For the migration that made the table. A text that breaks the reading must not keep the bot from starting: it has none, then.</summary>
    internal static string QuotesOf(string text)
    {
        try
        {
            return JsonSerializer.Serialize(Summarizer.Summarize(title: null, text).Quotes.Select(KeptQuote.Of), StoredJson.Options);
        }
        catch (Exception)
        {
            return "[]";
        }
    }

    private IEnumerable<ArticleRow> Rows(IReadOnlyList<ScopeKey> scopes, DateTimeOffset since)
    {
        using var connection = database.Open();
        var rows = connection.Query<ArticleRow>(
            $"""
            SELECT {ArticleRow.ColumnsOfArticle} FROM articles a
            WHERE a.published >= @since AND {Seen} AND EXISTS (SELECT 1 FROM quotes q WHERE q.article_id = a.id)
            ORDER BY a.published DESC, a.id DESC
            """,
            new { since = since.ToStored(), scopes = scopes.Select(scope => scope.Value) }, buffered: false);
        foreach (var row in rows)
            yield return row;
    }

    /// <summary>Texts are read once the order of the articles is known: a word that many are found by would have them all sorted.</summary>
    private IEnumerable<ArticleRow> Rows(IReadOnlyList<ScopeKey> scopes, DateTimeOffset since, ImmutableArray<string> speaker)
    {
        using var connection = database.Open();
        var found = connection.Query<long>(
            $"""
            SELECT w.article_id FROM speaker_words w CROSS JOIN articles a ON a.id = w.article_id
            WHERE w.word IN @speaker AND w.published >= @since AND {Seen}
            GROUP BY w.published, w.article_id ORDER BY w.published DESC, w.article_id DESC
            """,
            new { since = since.ToStored(), scopes = scopes.Select(scope => scope.Value), speaker = speaker.AsEnumerable() }, buffered: false);
        foreach (var ids in found.Chunk(AtOnce))
        {
            using var reading = database.Open();
            var rows = reading.Query<ArticleRow>($"SELECT {ArticleRow.ColumnsOfArticle} FROM articles a WHERE a.id IN @ids", new { ids }).ToDictionary(row => row.Id);
            foreach (var id in ids)
            {
                if (rows.TryGetValue(id, out var row)) // else it has been pruned since
                    yield return row;
            }
        }
    }

    /// <summary>A quotation on its way into the table through the migration that made it.</summary>
    private sealed record KeptQuote(
        int Start, int End, string Kind, string? Speaker, string? Role, string? Mention, int? MentionStart, string? Cue, double Certainty, string Text)
    {
        public required ImmutableArray<string> Words { get; init; }

        public static string KindOf(Quote quote) => quote.Kind.ToString().ToLowerInvariant();

        public static KeptQuote Of(Quote quote) => new(
            quote.Start, quote.End, KindOf(quote), quote.Speaker, quote.Role, quote.Mention?.Text, quote.Mention?.Start, quote.Cue, quote.Certainty, quote.Text)
        { Words = WordsOf(quote) };
    }

    private sealed class QuoteRow
    {
        public long ArticleId { get; init; }
        public int StartAt { get; init; }
        public int EndAt { get; init; }
        public string Kind { get; init; } = "";
        public string? Speaker { get; init; }
        public string? Role { get; init; }
        public string? Mention { get; init; }
        public int? MentionStart { get; init; }
        public string? Cue { get; init; }
        public double Certainty { get; init; }

        /// <summary>Cut out of the text anew: what is shown stands in the article.</summary>
        public Quote ToQuote(string text) => Quote.Cut(text, StartAt, EndAt, Enum.Parse<QuoteKind>(Kind, ignoreCase: true)) with
        {
            Speaker = Speaker,
            Role = Role,
            Mention = Mention is null ? null : new TextSpan(Mention, MentionStart!.Value),
            Cue = Cue,
            Certainty = Certainty,
        };
    }
}
