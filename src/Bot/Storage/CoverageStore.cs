using Dapper;

namespace Bot.Storage;

/// <summary>What became of the items that came in, each counted once.</summary>
/// <param name="Items">All of them.</param>
/// <param name="Ends">Of those how many came to which end, in the order in which they are told; no zeros. They add up to all.</param>
public sealed record Coverage(int Items, IReadOnlyList<(string End, int Count)> Ends);

/// <summary>Counts what became of the items that came in.</summary>
public sealed class CoverageStore(Database database)
{
    /// <summary>The ends in the order in which they are told; of several messages the first of these is the item's.</summary>
    private static readonly string[] Order =
        ["waiting", "refused", "posted", "in a digest", "joined", "dropped", "no channel", "not matched", "too old", "first poll", "feed issued anew", "not known", "unreadable"];

    /// <summary>What was received since then by the feeds that these scopes follow, and what became of it there.</summary>
    public Coverage Read(IReadOnlyList<ScopeKey> scopes, DateTimeOffset since)
    {
        using var connection = database.Open();
        var of = new { since = since.ToStored(), scopes = scopes.Select(scope => scope.Value) };
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        var news = 0;
        foreach (var (untold, count) in connection.Query<(string? Untold, long Count)>(
            """
            SELECT untold, COUNT(*) FROM articles
            WHERE received >= @since AND +feed_id IN (SELECT feed_id FROM subscriptions WHERE scope IN @scopes) GROUP BY untold
            """, of))
        {
            if (ItemEnds.ReasonOf(untold) is { } reason)
                Add(InWords(reason), (int)count);
            else
                news = (int)count;
        }

        // Matches are found by their articles' numbers, which grow with the time of receipt.
        var matched = connection.Query<(long Article, string? Ended, string? State)>(
            """
            SELECT m.article_id, m.ended, o.state
            FROM watchlists w
            CROSS JOIN matches m ON m.watchlist_id = w.id AND m.article_id >= (SELECT MIN(id) FROM articles WHERE received >= @since)
            CROSS JOIN articles a ON a.id = m.article_id
            LEFT JOIN outbox o ON m.ended = 'told' AND o.kind = 'alert' AND o.watchlist_id = m.watchlist_id AND o.story_id = m.story_id
            WHERE w.scope IN @scopes AND a.received >= @since AND a.untold IS NULL
              AND a.feed_id IN (SELECT feed_id FROM subscriptions WHERE scope IN @scopes)
            """, of).GroupBy(row => row.Article).ToList();
        foreach (var article in matched)
            Add(article.Select(row => InWords(row.Ended, row.State)).MinBy(end => Array.IndexOf(Order, end))!, 1);
        Add("not matched", news - matched.Count);

        var unreadable = connection.ExecuteScalar<int>(
            "SELECT COUNT(*) FROM unreadable WHERE last >= @since AND feed_id IN (SELECT feed_id FROM subscriptions WHERE scope IN @scopes)", of);
        Add("unreadable", unreadable);
        return new Coverage(counts.Values.Sum(), [.. counts.Where(end => end.Value > 0).OrderBy(end => Array.IndexOf(Order, end.Key)).Select(end => (end.Key, end.Value))]);

        void Add(string end, int count) => counts[end] = counts.GetValueOrDefault(end) + count;
    }

    private static string InWords(Untold untold) => untold switch
    {
        Untold.FirstPoll => "first poll",
        Untold.TooOld => "too old",
        Untold.Reissue => "feed issued anew",
        _ => "not known",
    };

    private static string InWords(string? ended, string? state) => (ended, state) switch
    {
        (ItemEnds.Joined, _) => "joined",
        (ItemEnds.Told, "waiting") => "waiting",
        (ItemEnds.Told, "parked") => "refused",
        (ItemEnds.Told, "sent") => "posted",
        (ItemEnds.Told, "digested") => "in a digest",
        (ItemEnds.Told, "dropped") => "dropped",
        _ => "no channel", // any more, or none then
    };
}
