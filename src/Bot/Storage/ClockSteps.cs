using Dapper;

namespace Bot.Storage;

/// <summary>
/// What is to be done when the clock was set back: everything that waits for an instant would wait for it that much longer.
/// </summary>
/// <remarks>
/// A feed's last poll in the future is the evidence, also after a restart: its next poll is moved along. Messages that wait
/// are simply tried: what a platform asked for it will ask for again. The instant of their first attempt, from which the
/// platform's history is searched, is moved along as well.
/// </remarks>
public sealed class ClockSteps(Database database)
{
    /// <summary>Less than this is no matter.</summary>
    public static readonly TimeSpan Least = TimeSpan.FromSeconds(5);

    /// <summary>No rule makes a message wait longer, so that a longer wait is from before a step.</summary>
    private static readonly TimeSpan LongestWait = TimeSpan.FromHours(1);

    /// <summary>As long as <see cref="AlertsOptions.EditEvery"/> may be.</summary>
    private static readonly TimeSpan LongestEdit = TimeSpan.FromDays(1) + LongestWait;

    /// <summary>How far back the history is searched for a message of which only that is known that the clock was wrong.</summary>
    private static readonly TimeSpan Unknown = TimeSpan.FromHours(6);

    private const string PolledAhead = "last_poll > @soon";

    private const string WaitsAhead = "state = 'waiting' AND (due > @longest OR created > @soon OR first_tried > @soon)";

    private const string IsEditedAhead = "edit_due > @dayAhead";

    private const string Feeds =
        $"""
        UPDATE feeds
        SET next_poll = CASE WHEN next_poll < @Never THEN MAX(@now, next_poll - (last_poll - @now)) ELSE next_poll END,
            not_before = not_before - (last_poll - @now),
            last_poll = @now, last_good = MIN(last_good, @now), last_new = MIN(last_new, @now),
            failing_since = MIN(failing_since, @now), unchanged_since = MIN(unchanged_since, @now)
        WHERE {PolledAhead}
        """;

    /// <summary>The clock was set back while the bot ran.</summary>
    public Task WentBackAsync(TimeSpan by, DateTimeOffset now, CancellationToken cancellationToken) => database.WriteAsync(connection =>
    {
        connection.Execute(Feeds, Instants(now));
        connection.Execute(
            """
            UPDATE outbox SET due = MIN(due, @now), created = MIN(created, @now), first_tried = first_tried - @by WHERE state = 'waiting';
            UPDATE outbox SET edit_due = @now WHERE edit_due > @now;
            """,
            new { now = now.ToStored(), by = (long)by.TotalMilliseconds });
    }, cancellationToken);

    /// <summary>Puts right what a step has left that nobody saw: before the bot started, or forth and back between two looks.</summary>
    /// <returns>How many feeds and messages waited for what no rule gives.</returns>
    public async Task<int> BringInAsync(DateTimeOffset now, CancellationToken cancellationToken) =>
        IsNeeded(now) ? await BringInAllAsync(now, cancellationToken) : 0;

    private bool IsNeeded(DateTimeOffset now)
    {
        using var connection = database.Open();
        return connection.QuerySingle<bool>(
            $"SELECT EXISTS (SELECT 1 FROM feeds WHERE {PolledAhead}) OR EXISTS (SELECT 1 FROM outbox WHERE {WaitsAhead}) OR EXISTS (SELECT 1 FROM outbox WHERE {IsEditedAhead})", Instants(now));
    }

    private Task<int> BringInAllAsync(DateTimeOffset now, CancellationToken cancellationToken) => database.WriteAsync(connection =>
        connection.Execute(Feeds, Instants(now))
        + connection.Execute($"UPDATE outbox SET due = MIN(due, @now), created = MIN(created, @now), first_tried = MIN(first_tried, @unknown) WHERE {WaitsAhead}", Instants(now))
        + connection.Execute($"UPDATE outbox SET edit_due = @now WHERE {IsEditedAhead}", Instants(now)), cancellationToken);

    private static object Instants(DateTimeOffset now) => new
    {
        now = now.ToStored(),
        soon = (now + Least).ToStored(),
        longest = (now + LongestWait).ToStored(),
        dayAhead = (now + LongestEdit).ToStored(),
        unknown = (now - Unknown).ToStored(),
        FeedRows.Never,
    };
}
