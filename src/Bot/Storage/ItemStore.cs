using System.Collections.Immutable;
using Dapper;
using News.Alerts;
using News.Articles;
using News.Matching;

namespace Bot.Storage;

/// <summary>A stored item with what became of it.</summary>
/// <param name="Feed">The feed that brought it.</param>
/// <param name="Readers">Who follows that feed.</param>
/// <param name="Received">When it was stored.</param>
/// <param name="Untold">Why it was not told, whatever it met; null where it was news.</param>
/// <param name="Met">The watchlists that it met when it came, and whether its story stood already where they post: null where nobody was to be told.</param>
/// <param name="Told">What was told of its story, oldest first.</param>
/// <param name="PageNote">What became of its page: a sentence. Null where it was not wanted.</param>
public sealed record ItemHistory(
    StoredArticle Item, FeedId Feed, ImmutableHashSet<ScopeKey> Readers, DateTimeOffset Received, Untold? Untold, ImmutableDictionary<WatchlistId, bool?> Met,
    ImmutableArray<StoryMessage> Told, string? PageNote);

/// <summary>Finds single items among those that the feeds of some scopes brought, and what became of them.</summary>
public sealed class ItemStore(Database database)
{
    private const string Visible = "feed_id IN (SELECT feed_id FROM subscriptions WHERE scope IN @scopes)";

    /// <summary>The item that a link leads to; the newest where several do. Null where none is stored that these scopes may see.</summary>
    public ArticleId? FindByLink(IReadOnlyList<ScopeKey> scopes, string link)
    {
        using var connection = database.Open();
        var id = connection.QueryFirstOrDefault<long?>(
            $"SELECT id FROM articles WHERE COALESCE(canonical_link, link) IN (@canonical, @link) AND +{Visible} ORDER BY received DESC, id DESC LIMIT 1",
            new { canonical = CanonicalLink.Of(link) ?? link, link, scopes = scopes.Select(scope => scope.Value) });
        return id is { } found ? new ArticleId(found) : null;
    }

    /// <summary>The headlines of what these scopes may see, the newest first, one by one while they are asked for.</summary>
    public IEnumerable<(ArticleId Id, string Title)> Headlines(IReadOnlyList<ScopeKey> scopes)
    {
        using var connection = database.Open();
        var rows = connection.Query<(long Id, string Title)>(
            $"SELECT id, title FROM articles WHERE +{Visible} ORDER BY published DESC, id DESC",
            new { scopes = scopes.Select(scope => scope.Value) }, buffered: false);
        foreach (var (id, title) in rows)
            yield return (new ArticleId(id), title);
    }

    /// <summary>The item of the newest alert in a channel; null where there was none.</summary>
    public ArticleId? FindNewestAlert(ChannelAddress channel)
    {
        using var connection = database.Open();
        var id = connection.QueryFirstOrDefault<long?>(
            """
            SELECT m.article_id FROM outbox o JOIN matches m ON m.watchlist_id = o.watchlist_id AND m.story_id = o.story_id
            WHERE o.id = (SELECT MAX(id) FROM outbox WHERE channel = @channel AND kind = 'alert')
            ORDER BY m.article_id LIMIT 1
            """, new { channel = channel.ToString() });
        return id is { } found ? new ArticleId(found) : null;
    }

    /// <summary>All that is known of an item, as far as these scopes may see it; null where they may not.</summary>
    public ItemHistory? Read(ArticleId id, IReadOnlyList<ScopeKey> scopes)
    {
        using var connection = database.Open();
        var of = new { id = id.Value, scopes = scopes.Select(scope => scope.Value) };
        if (connection.QueryFirstOrDefault<ArticleRow>($"SELECT {ArticleRow.Columns} FROM articles a WHERE id = @id AND {Visible}", of) is not { } row)
            return null;

        var (feed, received, untold, pageNote) = connection.QueryFirst<(long, long, string?, string?)>(
            "SELECT feed_id, received, untold, page_note FROM articles WHERE id = @id", of);
        var met = connection.Query<(long Watchlist, string? Ended)>(
            "SELECT watchlist_id, ended FROM matches WHERE watchlist_id IN (SELECT id FROM watchlists WHERE scope IN @scopes) AND article_id = @id", of);
        return new ItemHistory(
            row.ToStored(),
            new FeedId(feed),
            [.. FeedStore.Followers(connection, new FeedId(feed))],
            received.FromStored(),
            ItemEnds.ReasonOf(untold),
            met.ToImmutableDictionary(one => new WatchlistId(one.Watchlist), one => one.Ended is null ? (bool?)null : one.Ended == ItemEnds.Joined),
            [.. StoryStore.Told(connection, new { story = row.StoryId, of.scopes }).Where(message => message.Kind == OutboxMessage.OfAlert.Kind)],
            pageNote);
    }
}
