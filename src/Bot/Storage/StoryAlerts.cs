using System.Collections.Immutable;
using System.Text.Json;
using Dapper;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Options;
using News.Alerts;
using News.Matching;
using News.Stories;

namespace Bot.Storage;

/// <summary>An article that joined a story, or that says something else than before.</summary>
/// <param name="Before">What it said before; null where it joined.</param>
/// <param name="Retold">What is to be told of it now, by watchlist, where its own item was edited; null where it joined.</param>
internal sealed record StoryEvent(ArticleId Article, FeedId Feed, StoryNews News, StoryReport? Before, Func<WatchlistId, Alert, Alert>? Retold)
{
    /// <summary>Worth a word in a thread: what a feed brings that was just added, or days late, is shown and not said.</summary>
    public bool IsNews { get; init; } = true;

    /// <summary>As in <see cref="NewArticle.NotTold"/>: nothing is said of it in a thread.</summary>
    public string? NotTold { get; init; }
}

/// <summary>
/// Brings the alerts of a story to what its articles say, all inside the transaction that saves them. What an alert shows is
/// from the feeds that its watchlist reads, and from no others: two places with one story may show it differently.
/// </summary>
public sealed class StoryAlerts(OutboxStore outbox, IOptions<PublishersOptions> publishers)
{
    private readonly ImmutableDictionary<string, ImmutableArray<string>> _families = publishers.Value.ByName();

    /// <returns>Whether some alert is to show something else than before.</returns>
    internal bool Bring(SqliteConnection connection, StoryId story, IReadOnlyList<StoryEvent> events, DateTimeOffset now)
    {
        var rows = Living(connection, story);
        if (rows.Count == 0)
            return false;

        var reports = StoryReports.Read(connection, story);
        var brought = false;
        foreach (var place in rows.GroupBy(row => (row.Scope, row.AtHome)))
        {
            var feeds = ReadBy(connection, place.Key.Scope, place.Key.AtHome != 0, reports.Select(report => report.Feed).Concat(events.Select(one => one.Feed)));
            List<StoryEvent> heard = [.. events.Where(one => feeds.Contains(one.Feed))];
            if (heard.Count == 0)
                continue;
            var view = new StoryView([.. reports.Where(report => feeds.Contains(report.Feed))], heard, _families);
            var notTold = heard.Select(one => one.NotTold).FirstOrDefault(reason => reason is not null);
            foreach (var row in place)
                brought |= Bring(connection, row, view, notTold, now);
        }

        return brought;
    }

    private bool Bring(SqliteConnection connection, Row row, StoryView view, string? notTold, DateTimeOffset now)
    {
        var before = JsonSerializer.Deserialize<Alert>(row.Message, StoredJson.Options)!;
        var isShown = row.FirstTried is not null;
        var (after, changes) = view.Of(new WatchlistId(row.WatchlistId), row.Article, before, isShown);
        if (isShown && view.IsNews && Updates.TryParse(row.Updates) is { InThread: true })
        {
            foreach (var change in changes.Where(LivingAlert.IsWorthAWord))
                OutboxStore.InsertChange(connection, new OutboxId(row.Id), change, after.Headline, now, notTold);
        }

        return outbox.Bring(connection, new OutboxId(row.Id), before, after, now);
    }

    /// <summary>The alerts of a story that wait, or may again, or stand in their channel, of each channel the last.</summary>
    private static List<Row> Living(SqliteConnection connection, StoryId story) => connection.Query<Row>(
        """
        SELECT o.id, o.watchlist_id, o.article_id, o.message, o.first_tried, w.scope, w.at_home, w.updates
        FROM outbox o JOIN watchlists w ON w.id = o.watchlist_id
        WHERE o.story_id = @story AND o.kind = 'alert' AND o.gone IS NULL AND (o.state IN ('waiting', 'digested') OR (o.state = 'sent' AND o.message_id IS NOT NULL))
          AND o.round = (SELECT MAX(l.round) FROM outbox l
                         WHERE l.kind = 'alert' AND l.watchlist_id = o.watchlist_id AND l.story_id = o.story_id AND l.channel = o.channel)
        ORDER BY o.id
        """, new { story = story.Value }).ToList();

    /// <summary>Those of some feeds that the watchlists of a scope read.</summary>
    private static HashSet<FeedId> ReadBy(SqliteConnection connection, string scope, bool atHome, IEnumerable<FeedId> feeds) =>
        [.. connection.Query<long>(
            """
            SELECT feed_id FROM subscriptions
            WHERE feed_id IN (SELECT value FROM json_each(@feeds)) AND (scope = @scope OR (@atHome AND scope = @theOperator))
            """,
            new { scope, atHome, theOperator = ScopeKey.Operator.Value, feeds = JsonSerializer.Serialize(feeds.Distinct().Select(feed => feed.Value)) })
            .Select(feed => new FeedId(feed))];

    private sealed class Row
    {
        public long Id { get; init; }
        public long WatchlistId { get; init; }
        public long? ArticleId { get; init; }
        public string Message { get; init; } = "";
        public long? FirstTried { get; init; }
        public string Scope { get; init; } = "";
        public long AtHome { get; init; }
        public string Updates { get; init; } = "";

        public ArticleId? Article => ArticleId is { } id ? new ArticleId(id) : null;
    }
}
