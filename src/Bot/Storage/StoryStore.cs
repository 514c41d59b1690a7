using System.Collections.Immutable;
using System.Globalization;
using Dapper;
using Microsoft.Data.Sqlite;
using News.Alerts;
using News.Claims;
using News.Matching;
using News.Stories;

namespace Bot.Storage;

/// <summary>A story as somebody may see it: the reports of the feeds that they follow.</summary>
/// <param name="Reports">In the order in which they came.</param>
/// <param name="Hidden">How many further reports came from feeds that they don't follow, or stand between the first and the last of very many.</param>
/// <param name="Told">What was told of it by their watchlists, oldest first.</param>
public sealed record StoryFile(StoryId Id, ImmutableArray<StoryArticle> Reports, int Hidden, ImmutableArray<StoryMessage> Told);

/// <summary>A report of a story.</summary>
/// <param name="Edits">How often its publisher changed it since it was stored.</param>
public sealed record StoryArticle(StoredArticle Stored, DateTimeOffset Received, int Edits)
{
    /// <summary>Whose voice it is.</summary>
    public required VoicedReport Voice { get; init; }

    /// <summary>The numbers of dead, wounded and so on that it states.</summary>
    public required ImmutableArray<Claim> Claims { get; init; }

    public ReportedClaims Numbers => new(Stored.Article.Source, Stored.Article.Published, Claims);
}

/// <summary>A message about a story, wherever it is on its way.</summary>
/// <param name="Kind">"alert", or "change" for what was said in its thread.</param>
/// <param name="State">"waiting", "sent", "parked", "dropped" and so on.</param>
/// <param name="At">When it came to that.</param>
/// <param name="Edited">When it was last brought to a newer state; null where it never was.</param>
/// <param name="Gone">When it turned out that somebody had deleted it.</param>
public sealed record StoryMessage(
    OutboxId Id, string Kind, WatchlistId Watchlist, string WatchlistName, ChannelAddress Channel, string Headline, string State, DateTimeOffset At, string? Reason,
    DateTimeOffset? Edited, DateTimeOffset? Gone);

/// <summary>Reads one story.</summary>
public sealed class StoryStore(Database database)
{
    /// <summary>More reports than these are left out between the first and the last.</summary>
    private const int Most = 200;

    private const string Visible = "a.feed_id IN (SELECT feed_id FROM subscriptions WHERE scope IN @scopes)";

    /// <summary>"s123", as it is shown; null where it is no story's name.</summary>
    public static StoryId? TryParse(string text) =>
        text.Length is > 1 and < 20 && text[0] is 's' or 'S' && long.TryParse(text.AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? new StoryId(id) : null;

    /// <summary>The story of the newest alert in a channel; null where there was none.</summary>
    public StoryId? FindNewest(ChannelAddress channel)
    {
        using var connection = database.Open();
        return connection.QueryFirstOrDefault<long?>(
            "SELECT story_id FROM outbox WHERE channel = @channel AND kind = 'alert' ORDER BY id DESC LIMIT 1", new { channel = channel.ToString() }) is { } id ? new StoryId(id) : null;
    }

    /// <summary>The story that an article tells.</summary>
    public StoryId? FindOf(ArticleId article)
    {
        using var connection = database.Open();
        return connection.QueryFirstOrDefault<long?>("SELECT story_id FROM articles WHERE id = @id", new { id = article.Value }) is { } id ? new StoryId(id) : null;
    }

    /// <summary>Null where these scopes may see none of its reports.</summary>
    public StoryFile? Read(StoryId story, IReadOnlyList<ScopeKey> scopes)
    {
        using var connection = database.Open();
        var of = new { story = story.Value, scopes = scopes.Select(scope => scope.Value), half = Most / 2 };
        var seen = $"SELECT a.id FROM articles a WHERE a.story_id = @story AND {Visible}";
        var rows = connection.Query<ArticleRow, More, (StoredArticle Stored, More More)>(
            $"""
            SELECT {ArticleRow.Columns}, a.received AS at, a.* FROM articles a
            WHERE a.id IN (SELECT id FROM ({seen} ORDER BY a.id LIMIT @half) UNION SELECT id FROM ({seen} ORDER BY a.id DESC LIMIT @half))
            ORDER BY a.received, a.id
            """, static (row, more) => (row.ToStored(), more), of, splitOn: "at").AsList();
        if (rows.Count == 0)
            return null;
        var all = connection.ExecuteScalar<int>("SELECT COUNT(*) FROM articles WHERE story_id = @story", of);
        return new StoryFile(story, [.. rows.Select(row => Report(connection, row.Stored, row.More))], all - rows.Count, [.. Told(connection, of)]);
    }

    private static StoryArticle Report(SqliteConnection connection, StoredArticle stored, More more)
    {
        var report = StoryReports.Read(connection, stored.Id);
        return new StoryArticle(stored, more.At.FromStored(), (int)more.Edits) { Voice = report.Voice, Claims = report.Claims };
    }

    /// <summary>What was told of a story by the watchlists of some scopes, oldest first.</summary>
    internal static IEnumerable<StoryMessage> Told(SqliteConnection connection, object storyAndScopes) => connection.Query<MessageRow>(
        """
        SELECT o.*, w.name AS watchlist FROM outbox o JOIN watchlists w ON w.id = o.watchlist_id
        WHERE o.story_id = @story AND w.scope IN @scopes ORDER BY o.id
        """, storyAndScopes).Select(row => row.ToMessage());

    private sealed class More
    {
        public long At { get; init; }
        public long Edits { get; init; }
    }

    private sealed class MessageRow
    {
        public long Id { get; init; }
        public string Kind { get; init; } = "";
        public long WatchlistId { get; init; }
        public string Watchlist { get; init; } = "";
        public string Channel { get; init; } = "";
        public string Message { get; init; } = "";
        public string State { get; init; } = "";
        public long Created { get; init; }
        public long? Settled { get; init; }
        public string? Reason { get; init; }
        public long? Told { get; init; }
        public long? Gone { get; init; }

        public StoryMessage ToMessage() => new(
            new OutboxId(Id), Kind, new WatchlistId(WatchlistId), Watchlist, ChannelAddress.TryParse(Channel)!.Value, OutboxMessage.Of(Kind, Message, Created).Headline, State,
            (Settled ?? Created).FromStored(), Reason, Told > Settled ? Told.FromStored() : null, Gone.FromStored());
    }
}
