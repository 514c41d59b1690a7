using System.Collections.Immutable;
using System.Text.Json;
using Dapper;
using Microsoft.Data.Sqlite;
using News.Alerts;
using News.Claims;
using News.Stories;

namespace Bot.Storage;

/// <summary>An article of a story, as far as the story's alerts need it.</summary>
/// <param name="Officials">What officials say in it in quoted words.</param>
internal sealed record StoryReport(
    ArticleId Article, FeedId Feed, VoicedReport Voice, DateTimeOffset Published, ImmutableArray<ChangeKind> Officials, ImmutableArray<Claim> Claims)
{
    public ReportedClaims Numbers => new(Voice.Publisher, Published, Claims);
}

/// <summary>The articles of a story. Of one with very many, the first and the last: names stay as they are, and numbers are the latest.</summary>
internal static class StoryReports
{
    private const int Most = 200;

    /// <summary>So much of a text's beginning, and of its end, is looked at for an agency's name.</summary>
    private const int BeginningLength = 1500, EndLength = 200;

    private const string Columns = """
        id, feed_id, source, link, author, published, official, substr(text, 1, @beginning) AS beginning,
        CASE WHEN length(text) > @beginning THEN substr(text, -@end) ELSE '' END AS ending,
        (SELECT copy_of FROM story_traces WHERE article_id = articles.id) AS copy_of
        """;

    /// <summary>In the order in which they came.</summary>
    public static ImmutableArray<StoryReport> Read(SqliteConnection connection, StoryId story)
    {
        var rows = connection.Query<Row>(
            $"""
            SELECT {Columns}
            FROM articles
            WHERE id IN (SELECT id FROM (SELECT id FROM articles WHERE story_id = @story ORDER BY id LIMIT @half)
                         UNION SELECT id FROM (SELECT id FROM articles WHERE story_id = @story ORDER BY id DESC LIMIT @half))
            ORDER BY id
            """, new { story = story.Value, half = Most / 2, beginning = BeginningLength, end = EndLength }).ToList();
        var claims = ClaimRows.Of(connection, rows.Select(row => row.Id));
        return [.. rows.Select(row => row.ToReport(claims[row.Id]))];
    }

    /// <summary>One of them, as it is stored now.</summary>
    public static StoryReport Read(SqliteConnection connection, ArticleId article) => connection.QuerySingle<Row>(
        $"SELECT {Columns} FROM articles WHERE id = @id", new { id = article.Value, beginning = BeginningLength, end = EndLength })
        .ToReport(ClaimRows.Of(connection, [article.Value])[article.Value]);

    private sealed class Row
    {
        public long Id { get; init; }
        public long FeedId { get; init; }
        public string Source { get; init; } = "";
        public string? Link { get; init; }
        public string? Author { get; init; }
        public long Published { get; init; }
        public string? Official { get; init; }
        public string Beginning { get; init; } = "";
        public string Ending { get; init; } = "";
        public long? CopyOf { get; init; }

        public StoryReport ToReport(IEnumerable<Claim> claims) => new(
            new ArticleId(Id), new FeedId(FeedId),
            new VoicedReport(
                Source, Uri.TryCreate(Link, UriKind.Absolute, out var link) ? link.Host : null, Author, Ending.Length == 0 ? Beginning : $"{Beginning} … {Ending}",
                CopyOf),
            Published.FromStored(),
            [.. (Official ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Enum.Parse<ChangeKind>)],
            [.. claims]);
    }
}

/// <summary>The table of claims.</summary>
internal static class ClaimRows
{
    public static void Save(SqliteConnection connection, ArticleId article, StoryId story, DateTimeOffset published, ImmutableArray<Claim> claims)
    {
        foreach (var claim in claims)
        {
            connection.Execute(
                """
                INSERT INTO claims (article_id, story_id, kind, low, high, approximate, part, who, said_by, words, start_at, published)
                VALUES (@article, @story, @kind, @Low, @High, @IsApproximate, @IsPart, @Who, @SaidBy, @Words, @Start, @published)
                """,
                new
                {
                    article = article.Value,
                    story = story.Value,
                    kind = claim.Kind.ToString(),
                    claim.Low,
                    claim.High,
                    claim.IsApproximate,
                    claim.IsPart,
                    claim.Who,
                    claim.SaidBy,
                    claim.Words,
                    claim.Start,
                    published = published.ToStored(),
                });
        }
    }

    public static void Delete(SqliteConnection connection, ArticleId article) =>
        connection.Execute("DELETE FROM claims WHERE article_id = @article", new { article = article.Value });

    /// <summary>By article, each article's in their order.</summary>
    public static ILookup<long, Claim> Of(SqliteConnection connection, IEnumerable<long> articles) => connection.Query<Row>(
        """
        SELECT article_id, kind, low, high, approximate, part, who, said_by, words, start_at FROM claims
        WHERE article_id IN (SELECT value FROM json_each(@articles)) ORDER BY rowid
        """, new { articles = JsonSerializer.Serialize(articles) }).ToLookup(row => row.ArticleId, row => row.ToClaim());

    private sealed class Row
    {
        public long ArticleId { get; init; }
        public string Kind { get; init; } = "";
        public long? Low { get; init; }
        public long? High { get; init; }
        public long Approximate { get; init; }
        public long Part { get; init; }
        public string? Who { get; init; }
        public string? SaidBy { get; init; }
        public string Words { get; init; } = "";
        public long StartAt { get; init; }

        public Claim ToClaim() => new(Enum.Parse<ClaimKind>(Kind), (int?)Low, (int?)High, Words, (int)StartAt, SaidBy)
        {
            IsApproximate = Approximate != 0,
            IsPart = Part != 0,
            Who = Who,
        };
    }
}
