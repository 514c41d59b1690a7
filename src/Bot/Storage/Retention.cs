using System.Diagnostics;
using Dapper;
using Microsoft.Data.Sqlite;

namespace Bot.Storage;

/// <summary>How far a pruning has come: it goes from the oldest article on.</summary>
/// <param name="Articles">How many are gone so far.</param>
/// <param name="IsDone">Nothing is left that may go.</param>
public sealed record Pruning(long Received, long Article, int Stories, int Articles, bool IsDone)
{
    public static readonly Pruning Begun = new(long.MinValue, 0, 0, 0, IsDone: false);
}

/// <summary>
/// Takes out what is older than the settings keep, in small steps. A story goes whole, when its newest article is old
/// enough and none of its messages waits. What items go by stays (<c>item_marks</c>): one that comes back after a year is
/// known, and not news.
/// </summary>
/// <remarks>
/// The file does not shrink: what becomes free is filled again by what comes next, and giving it back to the disk would move
/// every page that stands behind it. A copy by <c>bot backup</c> is as small as can be.
/// </remarks>
public sealed class Retention(Database database)
{
    /// <summary>So long a step may hold up those that write.</summary>
    private static readonly TimeSpan Step = TimeSpan.FromMilliseconds(15);

    private const int AtOnce = 100;

    /// <summary>The bot has to have been at work on half of the last so many days before it believes how late it is.</summary>
    private const int Lookback = 14;

    /// <summary>
    /// Writes down that the bot is at work today, and says whether the clock can be believed: one that has jumped a year
    /// ahead makes everything old at once, but of its last two weeks the bot has seen nothing.
    /// </summary>
    public Task<bool> KnowsTheTimeAsync(DateTimeOffset now, CancellationToken cancellationToken) => database.WriteAsync(connection =>
    {
        var today = now.ToUnixTimeSeconds() / 86_400;
        connection.Execute("INSERT OR IGNORE INTO days_at_work (day) VALUES (@today)", new { today });
        return connection.QuerySingle<int>(
            "SELECT COUNT(*) FROM days_at_work WHERE day BETWEEN @today - @Lookback + 1 AND @today", new { today, Lookback }) * 2 >= Lookback;
    }, cancellationToken);

    public async Task<bool> HoldsOlderAsync(DateTimeOffset before, CancellationToken cancellationToken)
    {
        using var connection = database.Open();
        return await connection.QuerySingleAsync<bool>(
            new CommandDefinition("SELECT EXISTS (SELECT 1 FROM articles WHERE received < @before)", new { before = before.ToStored() }, cancellationToken: cancellationToken));
    }

    /// <summary>One step from where the last one ended.</summary>
    /// <param name="before">What is older than this may go.</param>
    public async Task<Pruning> StepAsync(Pruning sofar, DateTimeOffset before, CancellationToken cancellationToken)
    {
        var cutoff = before.ToStored();
        var next = Next(sofar, cutoff);
        if (next.Count == 0)
        {
            await database.WriteAsync(connection => PruneRest(connection, cutoff), cancellationToken);
            return sofar with { IsDone = true };
        }

        return await database.WriteAsync(connection =>
        {
            var (started, at) = (Stopwatch.GetTimestamp(), sofar);
            foreach (var (received, article, story) in next)
            {
                if (at != sofar && Stopwatch.GetElapsedTime(started) > Step)
                    break;
                at = at with { Received = received, Article = article };
                if (!MayGo(connection, story, cutoff) || !Remove(connection, article))
                    continue;
                at = at with { Articles = at.Articles + 1, Stories = at.Stories + RemoveIfEmpty(connection, story) };
            }

            return at;
        }, cancellationToken);
    }

    private List<(long Received, long Article, long Story)> Next(Pruning sofar, long cutoff)
    {
        using var connection = database.Open();
        return connection.Query<(long, long, long)>(
            """
            SELECT received, id, story_id FROM articles
            WHERE received >= @Received AND (received, id) > (@Received, @Article) AND received < @cutoff
            ORDER BY received, id LIMIT @AtOnce
            """, new { sofar.Received, sofar.Article, cutoff, AtOnce }).AsList();
    }

    private static bool MayGo(SqliteConnection connection, long story, long cutoff) => connection.QuerySingle<bool>(
        """
        SELECT NOT EXISTS (SELECT 1 FROM articles WHERE story_id = @story AND received >= @cutoff)
           AND NOT EXISTS (SELECT 1 FROM outbox WHERE story_id = @story AND (state = 'waiting' OR edit_due IS NOT NULL))
        """, new { story, cutoff });

    private static bool Remove(SqliteConnection connection, long article)
    {
        if (connection.QueryFirstOrDefault<long?>("SELECT published FROM articles WHERE id = @article", new { article }) is not { } published)
            return false;
        QuoteStore.Forget(connection, article, published);
        SearchIndex.Forget(connection, [article]);
        connection.Execute(
            """
            DELETE FROM claims WHERE article_id = @article;
            DELETE FROM matches WHERE article_id = @article;
            DELETE FROM articles WHERE id = @article;
            """, new { article });
        return true;
    }

    private static int RemoveIfEmpty(SqliteConnection connection, long story)
    {
        if (connection.QuerySingle<bool>("SELECT EXISTS (SELECT 1 FROM articles WHERE story_id = @story)", new { story }))
            return 0;
        connection.Execute(
            """
            DELETE FROM outbox WHERE story_id = @story;
            DELETE FROM stories WHERE id = @story;
            """, new { story });
        return 1;
    }

    /// <summary>What hangs on no story.</summary>
    private static void PruneRest(SqliteConnection connection, long cutoff) => connection.Execute(
        """
        DELETE FROM outbox WHERE story_id IS NULL AND state <> 'waiting' AND settled < @cutoff;
        DELETE FROM pages WHERE asked < @cutoff;
        DELETE FROM unreadable WHERE last < @cutoff;
        """, new { cutoff });
}
