using System.Text.Json;
using Dapper;
using Microsoft.Data.Sqlite;
using News.Alerts;
using News.Matching;
using News.Stories;

namespace Bot.Storage;

/// <summary>Has a story that was quiet for as long as its watchlist wants posted again with its next report: see <see cref="Updates.AgainAfter"/>.</summary>
internal static class PostAgain
{
    /// <summary>Adds the alert as the story's next round in the channel, where it has been quiet for long enough there.</summary>
    public static bool Insert(
        SqliteConnection connection, WatchlistId watchlist, StoryId story, ArticleId article, ChannelAddress channel, Alert alert, DateTimeOffset now)
    {
        if (Last(connection, watchlist, story, channel) is not { } last || Updates.TryParse(last.Updates)?.AgainAfter is not { } quiet)
            return false;

        // What waits is still to be read, and what somebody deleted is not wanted.
        if (last.State == "waiting" || last.Gone is not null)
            return false;
        var since = Math.Max(last.At, LastReport(connection, story, article, StoryAlerts.FeedsOf(connection, last.Scope, last.AtHome != 0)));
        if (now - since.FromStored() < quiet)
            return false;

        var before = JsonSerializer.Deserialize<Alert>(last.Message, StoredJson.Options)!;
        return OutboxStore.Insert(
            connection, watchlist, story, article, channel,
            alert with { Earlier = new EarlierAlert(before.Headline, before.Source, last.At.FromStored()) },
            now, (int)last.Round + 1);
    }

    private static Row? Last(SqliteConnection connection, WatchlistId watchlist, StoryId story, ChannelAddress channel) =>
        connection.QuerySingleOrDefault<Row>(
            """
            SELECT o.round, o.state, o.gone, COALESCE(o.told, o.created) AS at, o.message, w.scope, w.at_home, w.updates
            FROM outbox o JOIN watchlists w ON w.id = o.watchlist_id
            WHERE o.kind = 'alert' AND o.watchlist_id = @watchlist AND o.story_id = @story AND o.channel = @channel
            ORDER BY o.round DESC LIMIT 1
            """, new { watchlist = watchlist.Value, story = story.Value, channel = channel.ToString() });

    /// <summary>When the last report before this one came, of those that are seen there; 0 where there was none.</summary>
    private static long LastReport(SqliteConnection connection, StoryId story, ArticleId article, IEnumerable<FeedId> feeds) =>
        connection.ExecuteScalar<long>(
            """
            SELECT COALESCE(MAX(received), 0) FROM articles
            WHERE story_id = @story AND id <> @article AND feed_id IN (SELECT value FROM json_each(@feeds))
            """, new { story = story.Value, article = article.Value, feeds = JsonSerializer.Serialize(feeds.Select(feed => feed.Value)) });

    private sealed class Row
    {
        public long Round { get; init; }
        public string State { get; init; } = "";
        public long? Gone { get; init; }

        /// <summary>When it was posted or last edited.</summary>
        public long At { get; init; }

        public string Message { get; init; } = "";
        public string Scope { get; init; } = "";
        public long AtHome { get; init; }
        public string Updates { get; init; } = "";
    }
}
