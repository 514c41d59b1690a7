using System.Collections.Immutable;
using System.Text.Json;
using Dapper;
using Microsoft.Data.Sqlite;
using News.Alerts;
using News.Articles;

namespace Bot.Storage;

/// <summary>A step on an item's way, as it is printed: one object.</summary>
/// <param name="At">When; null where that was not written down.</param>
/// <param name="Step">"received", "page", "matched", "story", "message", "unreadable".</param>
/// <param name="Details">By name, in the order in which they are printed.</param>
public sealed record TraceStep(DateTimeOffset? At, string Step, IReadOnlyDictionary<string, object?> Details);

/// <summary>
/// An item's whole way, from its feed into the channels, of all scopes: for whoever runs the bot. Reads what is there and
/// changes nothing; a bot that is at work on the file goes on.
/// </summary>
public static class ItemTrace
{
    /// <summary>The newest items of a link are traced; a feed with one link for all has more.</summary>
    private const int MostItems = 20;

    /// <param name="databaseFile">As in <c>Storage:ConnectionString</c>.</param>
    /// <exception cref="InvalidDataException">There is no such file, or it is of another shape than this bot's.</exception>
    public static ImmutableArray<TraceStep> Of(string connectionString, string link)
    {
        var reading = new SqliteConnectionStringBuilder(connectionString) { Mode = SqliteOpenMode.ReadOnly, Pooling = false }.ConnectionString;
        try
        {
            using var connection = new SqliteConnection(reading);
            connection.Open();
            connection.Execute("PRAGMA busy_timeout = 5000");
            using var snapshot = connection.BeginTransaction(deferred: true); // one moment's view, whatever the bot writes meanwhile
            var items = connection.Query<Item>(
                """
                SELECT a.*, f.url AS feed_url, f.title AS feed_title FROM articles a JOIN feeds f ON f.id = a.feed_id
                WHERE COALESCE(a.canonical_link, a.link) IN (@canonical, @link) ORDER BY a.id DESC LIMIT @most
                """, new { canonical = CanonicalLink.Of(link) ?? link, link, most = MostItems }).AsList();
            return
            [
                .. items.OrderBy(item => item.Id).SelectMany(item => Steps(connection, item)),
                .. connection.Query<(long First, long Last, string Url, string Item, string Reason)>(
                    "SELECT u.first, u.last, f.url, u.item, u.reason FROM unreadable u JOIN feeds f ON f.id = u.feed_id WHERE u.item = @link", new { link })
                    .Select(row => Step(row.Last.FromStored(), "unreadable", ("item", row.Item), ("feed", Shown(row.Url)), ("firstTried", row.First.FromStored()), ("reason", row.Reason))),
            ];
        }
        catch (SqliteException problem)
        {
            throw new InvalidDataException(
                $"The database of Storage:ConnectionString can't be read ({problem.Message}): it has to be there already, in the shape of this bot. Start the bot on it once.", problem);
        }
    }

    private static IEnumerable<TraceStep> Steps(SqliteConnection connection, Item item)
    {
        var marks = connection.ExecuteScalar<long>("SELECT COUNT(*) FROM item_marks WHERE feed_id = @FeedId AND article_id = @Id", item);
        yield return Step(
            item.Received.FromStored(), "received",
            ("item", item.Id), ("feed", Shown(item.FeedUrl)), ("feedName", item.FeedTitle), ("source", item.Source), ("title", item.Title), ("link", item.Link),
            ("published", item.Published.FromStored()), ("knownAs", item.ItemKey), ("marks", marks), ("language", item.Language), ("characters", item.Text.Length),
            ("edits", item.Edits), ("untold", item.Untold));

        if (item.PageNote is not null || item.FeedText is not null)
        {
            var asked = item.CanonicalLink is null ? null : connection.QueryFirstOrDefault<long?>("SELECT asked FROM pages WHERE link = @CanonicalLink", item);
            yield return Step(asked.FromStored(), "page", ("item", item.Id), ("note", item.PageNote), ("feedCharacters", item.FeedText?.Length));
        }

        var before = connection.QueryFirst<(string Headline, long FirstSeen, long Earlier, long All)>(
            """
            SELECT s.headline, s.first_seen, (SELECT COUNT(*) FROM articles o WHERE o.story_id = s.id AND o.id < @Id), (SELECT COUNT(*) FROM articles o WHERE o.story_id = s.id)
            FROM stories s WHERE s.id = @StoryId
            """, item);
        yield return Step(
            item.Received.FromStored(), "story",
            ("item", item.Id), ("story", $"s{item.StoryId}"), ("became", before.Earlier == 0 ? "started" : "joined"), ("headline", before.Headline),
            ("firstSeen", before.FirstSeen.FromStored()), ("reportsBefore", before.Earlier), ("reportsNow", before.All));

        var matches = connection.Query<(long Watchlist, string? Name, string? Scope, string? Query, string Reasons, string? Ended)>(
            """
            SELECT m.watchlist_id, w.name, w.scope, w.query, m.reasons, m.ended FROM matches m LEFT JOIN watchlists w ON w.id = m.watchlist_id
            WHERE m.article_id = @Id ORDER BY m.watchlist_id
            """, item).AsList();
        foreach (var match in matches)
        {
            var reasons = JsonSerializer.Deserialize<ImmutableArray<AlertReason>>(match.Reasons, StoredJson.Options);
            yield return Step(
                item.Received.FromStored(), "matched",
                ("item", item.Id), ("watchlist", match.Name ?? $"removed ({match.Watchlist})"), ("scope", match.Scope), ("query", match.Query),
                ("terms", reasons.Select(reason => new { term = reason.Term, words = reason.Words, where = reason.Where })),
                ("became", item.Untold is null ? match.Ended ?? "no channel" : $"untold: {item.Untold}"));
        }

        if (matches.Count == 0)
            yield return Step(item.Received.FromStored(), "matched", ("item", item.Id), ("watchlist", null), ("became", "not matched"));

        foreach (var message in connection.Query("SELECT * FROM outbox WHERE story_id = @StoryId ORDER BY id", item).Cast<IDictionary<string, object?>>())
            yield return Message(item, message);
    }

    /// <summary>A row of the outbox, whatever it has: instants as instants, and of what it says the headline.</summary>
    private static TraceStep Message(Item item, IDictionary<string, object?> row)
    {
        List<(string, object?)> details = [("item", item.Id)];
        foreach (var (name, value) in row)
        {
            switch (name)
            {
                case "message":
                    details.Add(("headline", OutboxMessage.Of((string)row["kind"]!, (string)value!, (long)row["created"]!).Headline));
                    break;
                case "story_id" or "article_id":
                    break;
                case "first_tried" or "due" or "created" or "settled" or "told" or "gone" or "edit_due":
                    details.Add((JsonNamingPolicy.CamelCase.ConvertName(Pascal(name)), ((long?)value).FromStored()));
                    break;
                default:
                    details.Add((JsonNamingPolicy.CamelCase.ConvertName(Pascal(name)), value));
                    break;
            }
        }

        return Step(((long?)(row["settled"] ?? row["created"])).FromStored(), "message", [.. details]);
    }

    /// <summary>"FirstTried" of "first_tried".</summary>
    private static string Pascal(string name) => string.Concat(name.Split('_').Select(part => char.ToUpperInvariant(part[0]) + part[1..]));

    /// <summary>A feed's address without the password that may be in it.</summary>
    private static string Shown(string url) => Uri.TryCreate(url, UriKind.Absolute, out var address) ? FeedAddress.ForLog(address) : url;

    private static TraceStep Step(DateTimeOffset? at, string step, params (string Name, object? Value)[] details) =>
        new(at, step, new OrderedDictionary<string, object?>(details.Select(one => KeyValuePair.Create(one.Name, one.Value))));

    private sealed class Item
    {
        public long Id { get; init; }
        public long StoryId { get; init; }
        public long FeedId { get; init; }
        public string FeedUrl { get; init; } = "";
        public string? FeedTitle { get; init; }
        public string ItemKey { get; init; } = "";
        public string Source { get; init; } = "";
        public string Title { get; init; } = "";
        public string Text { get; init; } = "";
        public string? FeedText { get; init; }
        public string? Link { get; init; }
        public string? CanonicalLink { get; init; }
        public string? Language { get; init; }
        public string? PageNote { get; init; }
        public string? Untold { get; init; }
        public long Published { get; init; }
        public long Received { get; init; }
        public long Edits { get; init; }
    }
}
