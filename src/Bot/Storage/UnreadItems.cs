using System.Collections.Concurrent;
using Dapper;

namespace Bot.Storage;

/// <summary>An item that could not be read.</summary>
/// <param name="Item">What it goes by: its guid, link or title.</param>
/// <param name="Last">When a poll last brought it.</param>
public sealed record UnreadItem(FeedId Feed, string Item, DateTimeOffset First, DateTimeOffset Last, string Reason);

/// <summary>The items that could not be read, so that whoever asks how a feed is hears of them.</summary>
public sealed class UnreadItems(Database database)
{
    private readonly ConcurrentDictionary<FeedId, ConcurrentQueue<(string Item, string Reason)>> _noted = new();

    /// <summary>Notes one, until <see cref="KeepAsync"/> writes those of the feed down.</summary>
    public void Add(FeedId feed, string item, string reason) => _noted.GetOrAdd(feed, _ => new()).Enqueue((item, reason));

    public async Task KeepAsync(FeedId feed, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (!_noted.TryRemove(feed, out var noted))
            return;
        await database.WriteAsync(connection =>
        {
            foreach (var (item, reason) in noted)
            {
                connection.Execute(
                    """
                    INSERT INTO unreadable (feed_id, item, first, last, reason) VALUES (@feed, @item, @now, @now, @reason)
                    ON CONFLICT (feed_id, item) DO UPDATE SET last = @now, reason = @reason
                    """, new { feed = feed.Value, item, reason, now = now.ToStored() });
            }
        }, cancellationToken);
    }

    /// <summary>Those that the polls since then brought to the feeds that some scopes follow, the last first.</summary>
    public IReadOnlyList<UnreadItem> Since(IReadOnlyList<ScopeKey> scopes, DateTimeOffset since)
    {
        using var connection = database.Open();
        return
        [
            .. connection.Query<(long Feed, string Item, long First, long Last, string Reason)>(
                """
                SELECT feed_id, item, first, last, reason FROM unreadable
                WHERE last >= @since AND feed_id IN (SELECT feed_id FROM subscriptions WHERE scope IN @scopes) ORDER BY last DESC, item
                """, new { since = since.ToStored(), scopes = scopes.Select(scope => scope.Value) })
                .Select(row => new UnreadItem(new FeedId(row.Feed), row.Item, row.First.FromStored(), row.Last.FromStored(), row.Reason)),
        ];
    }
}
