using Dapper;
using Microsoft.Data.Sqlite;
using News.Articles;
using News.Stories;

namespace Bot.Storage;

/// <summary>
/// The index of stories, in step with the database. Used only inside a write, which takes turns: so two feeds with the
/// same report can't both start its story.
/// </summary>
public sealed class StoryShelf
{
    private static readonly TimeSpan ForgetEvery = TimeSpan.FromHours(6);

    private StoryIndex _stories = new();

    /// <summary>
    /// The last article that the index knows of. Where the table's last is another one, the index is read anew: a
    /// transaction was rolled back, or another bot wrote to the same file.
    /// </summary>
    private long? _lastIndexed;

    private DateTimeOffset _forgotten;

    /// <summary>The index. Until <see cref="Close"/>, which ends a write that went well, it counts as out of step.</summary>
    internal StoryIndex Open(SqliteConnection connection, DateTimeOffset now)
    {
        var since = now - StoryJoin.LinkWindow;
        if (_lastIndexed != LastArticle(connection))
        {
            _stories = Read(connection, since);
            _forgotten = now;
        }
        else if (now - _forgotten >= ForgetEvery)
        {
            _stories.Forget(since);
            _forgotten = now;
        }

        _lastIndexed = null;
        return _stories;
    }

    /// <summary>All that was stored since <see cref="Open"/> is in the index.</summary>
    internal void Close(SqliteConnection connection) => _lastIndexed = LastArticle(connection);

    private static long LastArticle(SqliteConnection connection) =>
        connection.ExecuteScalar<long>("SELECT COALESCE(MAX(id), 0) FROM articles");

    private static StoryIndex Read(SqliteConnection connection, DateTimeOffset since)
    {
        var index = new StoryIndex();
        foreach (var row in connection.Query<Row>(
            """
            SELECT story_id, source, title, link, canonical_link, published FROM articles
            WHERE received >= @since AND published >= @since ORDER BY received, id
            """, new { since = since.ToStored() }, buffered: false))
        {
            index.Add(row.ToArticle(), new StoryId(row.StoryId));
        }

        return index;
    }

    /// <summary>What of an article decides which story it tells; without its text, which is most of it.</summary>
    private sealed class Row
    {
        public long StoryId { get; init; }
        public string Source { get; init; } = "";
        public string Title { get; init; } = "";
        public string? Link { get; init; }
        public string? CanonicalLink { get; init; }
        public long Published { get; init; }

        public Article ToArticle() => new()
        {
            Key = new ItemKey(""),
            Source = Source,
            Title = Title,
            Text = "",
            Link = Link,
            CanonicalLink = CanonicalLink,
            Published = Published.FromStored(),
        };
    }
}
