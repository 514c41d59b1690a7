using Dapper;
using Microsoft.Data.Sqlite;
using News.Articles;
using News.Stories;

namespace Bot.Storage;

/// <summary>
/// The index of stories, in step with the database. Used only inside a write, which takes turns: so two feeds with the
/// same report can't both start its story. Only <see cref="Fill"/>, at start, is outside of them.
/// </summary>
public sealed class StoryShelf
{
    private static readonly TimeSpan ForgetEvery = TimeSpan.FromHours(6);

    /// <summary>A clock that goes back by less does no harm.</summary>
    private static readonly TimeSpan AStep = TimeSpan.FromHours(1);

    private StoryIndex _stories = new();

    /// <summary>
    /// The last article that the index knows of. Where the table's last is another one, the index is read anew: a
    /// transaction was rolled back, or another bot wrote to the same file.
    /// </summary>
    private long? _lastIndexed;

    private DateTimeOffset _forgotten;

    /// <summary>Reads the index before anybody writes, so that the first write need not wait for it.</summary>
    internal void Fill(SqliteConnection connection, DateTimeOffset now)
    {
        Open(connection, now);
        Close(connection);
    }

    /// <summary>The index. Until <see cref="Close"/>, which ends a write that went well, it counts as out of step.</summary>
    internal StoryIndex Open(SqliteConnection connection, DateTimeOffset now)
    {
        var since = now - StoryJoin.LinkWindow;
        if (_lastIndexed != LastArticle(connection) || now < _forgotten - AStep)
        {
            // The latter: the clock was set back, from where all of this was old.
            _stories = Read(connection, since, now);
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

    /// <summary>Files an article that was just stored, in the index and for the next start.</summary>
    internal static void File(SqliteConnection connection, StoryIndex stories, ArticleId article, StoryTrace trace, StoryPlace place, DateTimeOffset received)
    {
        stories.Add(trace, place);
        connection.Execute(
            "INSERT INTO story_traces (article_id, story_id, received, copy_of, trace) VALUES (@article, @story, @received, @copyOf, @trace)",
            new { article = article.Value, story = place.Story!.Value.Value, received = received.ToStored(), copyOf = place.CopyOf, trace = trace.ToBytes() });
    }

    private static StoryIndex Read(SqliteConnection connection, DateTimeOffset since, DateTimeOffset now)
    {
        var index = new StoryIndex();
        foreach (var row in connection.Query<UntracedRow>(
            """
            SELECT story_id, source, title, link, canonical_link, published FROM articles
            WHERE received >= @since AND published >= @since AND id < (SELECT COALESCE(MIN(article_id), 9223372036854775807) FROM story_traces)
            ORDER BY received, id
            """, new { since = since.ToStored() }, buffered: false))
        {
            index.Add(row.ToArticle(), new StoryId(row.StoryId));
        }

        foreach (var row in connection.Query<TracedRow>(
            "SELECT story_id, copy_of, trace FROM story_traces WHERE received >= @since ORDER BY received, article_id",
            new { since = since.ToStored() }, buffered: false))
        {
            if (StoryTrace.FromBytes(row.Trace) is { } trace && !(trace.Published < since))
                index.Add(trace.NotAfter(now), new StoryPlace(new StoryId(row.StoryId), row.CopyOf));
        }

        index.Forget(since); // of the older ones all but link and title

        return index;
    }

    private sealed class TracedRow
    {
        public long StoryId { get; init; }
        public long? CopyOf { get; init; }
        public byte[] Trace { get; init; } = [];
    }

    /// <summary>An article of a bot that kept no traces: it is found by link and title, and by the words of its title.</summary>
    private sealed class UntracedRow
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
