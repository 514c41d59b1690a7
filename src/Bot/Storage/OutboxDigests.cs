using System.Text.Json;
using Dapper;
using Microsoft.Data.Sqlite;
using News.Alerts;
using News.Stories;

namespace Bot.Storage;

/// <summary>
/// Gathers what waited too long for a channel into a digest, which takes its place in the outbox: rows of its own, one a
/// page, posted once as any other. The alerts in it are <c>digested</c> and name their page; where a platform refuses that,
/// they go out one by one.
/// </summary>
public sealed class OutboxDigests(Database database)
{
    /// <summary>
    /// An alert that may stand in its channel already is looked for there by itself, so that only those count of which no
    /// attempt was made; and one whose page was refused goes out by itself.
    /// </summary>
    private const string Untried = "channel = @channel AND state = 'waiting' AND kind = 'alert' AND first_tried IS NULL AND digest IS NULL";

    /// <summary>
    /// Gathers all alerts of a channel that wait and were never tried, those that came a moment ago too: apart, they would
    /// stand before older ones.
    /// </summary>
    /// <param name="over">Only where more alerts than this have waited since before <paramref name="before"/>.</param>
    /// <returns>How many alerts were gathered; none where too few have waited.</returns>
    public async Task<int> GatherAsync(ChannelAddress channel, int over, DateTimeOffset before, DateTimeOffset now, CancellationToken cancellationToken)
    {
        using (var connection = database.Open())
        {
            if (!HaveTooManyWaited(connection, channel, over, before))
                return 0;
        }

        return await database.WriteAsync(
            connection => HaveTooManyWaited(connection, channel, over, before) ? Gather(connection, channel, now) : 0, cancellationToken);
    }

    private static bool HaveTooManyWaited(SqliteConnection connection, ChannelAddress channel, int over, DateTimeOffset before) =>
        connection.ExecuteScalar<int>(
            $"SELECT COUNT(*) FROM (SELECT 1 FROM outbox WHERE {Untried} AND created <= @before LIMIT @limit)",
            new { channel = channel.ToString(), before = before.ToStored(), limit = over + 1 }) > over;

    private static int Gather(SqliteConnection connection, ChannelAddress channel, DateTimeOffset now)
    {
        var waiting = connection.Query<(long Story, string Message, long Created)>(
            $"SELECT story_id, message, created FROM outbox WHERE {Untried}", new { channel = channel.ToString() }).AsList();
        var pages = Backlog.Of(
            waiting.Select(row => (new StoryId(row.Story), JsonSerializer.Deserialize<Alert>(row.Message, StoredJson.Options)!)),
            waiting.Min(row => row.Created).FromStored());
        foreach (var page in pages)
        {
            connection.Execute(
                $"UPDATE outbox SET state = 'digested', settled = @now, reason = 'told in a digest', digest = @digest WHERE {Untried} AND story_id IN @stories",
                new
                {
                    channel = channel.ToString(),
                    digest = OutboxStore.InsertDigest(connection, channel, page, now).Value,
                    stories = page.Stories.Select(line => line.Story.Value),
                    now = now.ToStored(),
                });
        }

        return waiting.Count;
    }
}
