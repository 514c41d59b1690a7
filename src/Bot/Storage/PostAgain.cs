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
        var since = Math.Max(last.LastTold, LastReport(connection, story, article, last));
        if (now - since.FromStored() < quiet)
            return false;

        var before = JsonSerializer.Deserialize<Alert>(last.Message, StoredJson.Options)!;
        return OutboxStore.Insert(
            connection, watchlist, story, article, channel,
            alert with { Earlier = new EarlierAlert(before.Headline, before.Source, last.FirstTold.FromStored()) },
            now, (int)last.Round + 1);
    }

    private static Row? Last(SqliteConnection connection, WatchlistId watchlist, StoryId story, ChannelAddress channel) =>
        connection.QuerySingleOrDefault<Row>(
            """
            SELECT o.round, o.state, o.gone, COALESCE(o.settled, o.created) AS first_told, COALESCE(o.told, o.created) AS last_told, o.message, w.scope, w.at_home, w.updates
            FROM outbox o JOIN watchlists w ON w.id = o.watchlist_id
            WHERE o.kind = 'alert' AND o.watchlist_id = @watchlist AND o.story_id = @story AND o.channel = @channel
            ORDER BY o.round DESC LIMIT 1
            """, new { watchlist = watchlist.Value, story = story.Value, channel = channel.ToString() });

    /// <summary>When the last report before this one came, of those that are seen there; 0 where there was none.</summary>
    private static long LastReport(SqliteConnection connection, StoryId story, ArticleId article, Row last) => connection.ExecuteScalar<long>(
        """
        SELECT COALESCE(MAX(a.received), 0) FROM articles a
        WHERE a.story_id = @story AND a.id <> @article AND EXISTS (
            SELECT 1 FROM subscriptions s WHERE s.feed_id = a.feed_id AND (s.scope = @Scope OR (@AtHome AND s.scope = @theOperator)))
        """, new { story = story.Value, article = article.Value, last.Scope, last.AtHome, theOperator = ScopeKey.Operator.Value });

    private sealed class Row
    {
        public long Round { get; init; }
        public string State { get; init; } = "";
        public long? Gone { get; init; }

        public long FirstTold { get; init; }

        /// <summary>When it was posted or last edited.</summary>
        public long LastTold { get; init; }

        public string Message { get; init; } = "";
        public string Scope { get; init; } = "";
        public long AtHome { get; init; }
        public string Updates { get; init; } = "";
    }
}
