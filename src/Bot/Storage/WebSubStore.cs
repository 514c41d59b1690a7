using System.Collections.Immutable;
using Dapper;
using Microsoft.Data.Sqlite;

namespace Bot.Storage;

/// <summary>The subscriptions at WebSub hubs. A feed has at most one that is not about to be given up.</summary>
public sealed class WebSubStore(Database database)
{
    private const string Columns =
        """
        h.id, h.feed_id, h.topic, h.hubs, h.hub, h.callback, h.secret, h.public_url, h.leaving, h.asked_at, h.awaiting, h.ask_at, h.failures,
        h.lease_ends, h.proved_at, h.missed_at, h.pinged_at, h.delivers, h.note, h.next_step
        """;

    /// <summary>Beats when there is a new subscription to ask for.</summary>
    public Pulse Work { get; } = new();

    /// <summary>The subscription behind a callback; null where nobody has asked for one.</summary>
    public Task<HubSubscription?> BehindAsync(string callback, CancellationToken cancellationToken) =>
        OneAsync("h.callback = @callback", new { callback }, cancellationToken);

    /// <summary>A feed's subscription, unless it is about to be given up.</summary>
    public Task<HubSubscription?> OfFeedAsync(FeedId feed, CancellationToken cancellationToken) =>
        OneAsync("h.feed_id = @feed AND NOT h.leaving", new { feed = feed.Value }, cancellationToken);

    /// <summary>The subscriptions about which something is to be done, the longest overdue first.</summary>
    public Task<IReadOnlyList<HubSubscription>> DueAsync(DateTimeOffset now, int limit, CancellationToken cancellationToken) =>
        SelectAsync("h.next_step <= @now ORDER BY h.next_step LIMIT @limit", new { now = now.ToStored(), limit }, cancellationToken);

    /// <summary>Those that are held although nobody follows their feed any more, or it has been stopped.</summary>
    public Task<IReadOnlyList<HubSubscription>> UnfollowedAsync(CancellationToken cancellationToken) =>
        SelectAsync(
            """
            NOT h.leaving AND NOT EXISTS (
                SELECT 1 FROM subscriptions s JOIN feeds f ON f.id = s.feed_id WHERE s.feed_id = h.feed_id AND f.stopped IS NULL)
            ORDER BY h.id
            """, null, cancellationToken);

    /// <summary>Those whose callbacks stand under another public address than this.</summary>
    public Task<IReadOnlyList<HubSubscription>> NotUnderAsync(Uri publicUrl, CancellationToken cancellationToken) =>
        SelectAsync("h.public_url <> @publicUrl ORDER BY h.id", new { publicUrl = publicUrl.AbsoluteUri }, cancellationToken);

    /// <summary>How a feed stands with its hub; null where there is none to speak of.</summary>
    public async Task<HubStanding?> StandingAsync(FeedId feed, CancellationToken cancellationToken) =>
        await OfFeedAsync(feed, cancellationToken) is { } held ? new HubStanding(held.Hub, held.LeaseEnds, held.Delivers, held.Note) : null;

    /// <summary>Keeps a new subscription. Where the feed has one already, that one stays.</summary>
    public async Task AddAsync(HubSubscription fresh, CancellationToken cancellationToken)
    {
        await database.WriteAsync(connection => connection.Execute(
            """
            INSERT INTO hub_subscriptions (feed_id, topic, hubs, hub, callback, secret, public_url, ask_at, next_step)
            VALUES (@feed, @topic, @hubs, @hub, @callback, @secret, @publicUrl, @askAt, @nextStep)
            ON CONFLICT (feed_id) WHERE NOT leaving DO NOTHING
            """, Parameters(fresh)), cancellationToken);
        Work.Beat();
    }

    /// <summary>
    /// Changes a subscription as it stands now, whatever has happened to it since it was read; a change to null removes
    /// it. Polling hears of it where the hub begins or ends to be relied on.
    /// </summary>
    /// <returns>What it has become; null where it is no longer there.</returns>
    public Task<HubSubscription?> ChangeAsync(
        HubSubscriptionId id, Func<HubSubscription, HubSubscription?> change, DateTimeOffset now, CancellationToken cancellationToken) =>
        database.WriteAsync(
            connection =>
            {
                if (connection.QuerySingleOrDefault<Row>($"SELECT {Columns} FROM hub_subscriptions h WHERE h.id = @id", new { id = id.Value }) is not { } row)
                    return null;

                var before = row.ToSubscription();
                var after = change(before);
                if (after is null)
                    connection.Execute("DELETE FROM hub_subscriptions WHERE id = @id", new { id = id.Value });
                else if (after != before)
                    Save(connection, after);
                Tell(connection, before, after, now);
                return after;
            }, cancellationToken);

    /// <summary>Moves the next polls of feeds whose hubs are relied on to where this interval would have them.</summary>
    public Task PollReliedOnAsync(DateTimeOffset now, TimeSpan interval, CancellationToken cancellationToken) =>
        database.WriteAsync(connection => connection.Execute(
            """
            UPDATE feeds SET next_poll = MIN(next_poll, MAX(@now, COALESCE(last_poll, 0) + @interval, COALESCE(not_before, 0)))
            WHERE hub_delivers AND failures = 0 AND next_poll < @Never
            """, new { now = now.ToStored(), interval = (long)interval.TotalMilliseconds, FeedRows.Never }), cancellationToken);

    /// <summary>Forgets every hub, as when there is no public address any more that one could call.</summary>
    public async Task ForgetAllAsync(CancellationToken cancellationToken)
    {
        if ((await SelectAsync("1 LIMIT 1", null, cancellationToken)).Count == 0)
            return;
        await database.WriteAsync(
            connection => connection.Execute(
                """
                DELETE FROM hub_subscriptions;
                UPDATE feeds SET next_poll = COALESCE(not_before, 0) WHERE hub_delivers AND failures = 0 AND next_poll < @Never;
                UPDATE feeds SET hub_delivers = 0 WHERE hub_delivers;
                """, new { FeedRows.Never }), cancellationToken);
    }

    private static void Save(SqliteConnection connection, HubSubscription subscription) => connection.Execute(
        """
        UPDATE hub_subscriptions
        SET topic = @topic, hubs = @hubs, hub = @hub, callback = @callback, secret = @secret, public_url = @publicUrl, leaving = @leaving,
            asked_at = @askedAt, awaiting = @awaiting, ask_at = @askAt, failures = @failures, lease_ends = @leaseEnds, proved_at = @provedAt,
            missed_at = @missedAt, pinged_at = @pingedAt, delivers = @delivers, note = @note, next_step = @nextStep
        WHERE id = @id
        """, Parameters(subscription));

    /// <summary>A feed whose hub is no longer relied on is polled now: the hub may have kept something back.</summary>
    private static void Tell(SqliteConnection connection, HubSubscription before, HubSubscription? after, DateTimeOffset now)
    {
        if (before.Leaving || before.Delivers == (after?.Delivers ?? false))
            return;
        connection.Execute(
            before.Delivers
                ? """
                  UPDATE feeds
                  SET hub_delivers = 0, wanted = @now, next_poll = CASE WHEN failures = 0 AND next_poll < @Never
                      THEN MIN(next_poll, MAX(@now, COALESCE(not_before, 0))) ELSE next_poll END
                  WHERE id = @feed
                  """
                : "UPDATE feeds SET hub_delivers = 1 WHERE id = @feed",
            new { feed = before.Feed.Value, now = now.ToStored(), FeedRows.Never });
    }

    private static object Parameters(HubSubscription subscription) => new
    {
        id = subscription.Id.Value,
        feed = subscription.Feed.Value,
        topic = subscription.Topic,
        hubs = string.Join('\n', subscription.Hubs.Select(hub => hub.AbsoluteUri)),
        hub = subscription.Hub.AbsoluteUri,
        callback = subscription.Callback,
        secret = subscription.Secret.Value,
        publicUrl = subscription.PublicUrl.AbsoluteUri,
        leaving = subscription.Leaving,
        askedAt = subscription.AskedAt?.ToStored(),
        awaiting = subscription.Awaiting,
        askAt = subscription.AskAt.ToStored(),
        failures = subscription.Failures,
        leaseEnds = subscription.LeaseEnds?.ToStored(),
        provedAt = subscription.ProvedAt?.ToStored(),
        missedAt = subscription.MissedAt?.ToStored(),
        pingedAt = subscription.PingedAt?.ToStored(),
        delivers = subscription.Delivers,
        note = subscription.Note,
        nextStep = subscription.NextStep.ToStored(),
    };

    private async Task<HubSubscription?> OneAsync(string where, object parameters, CancellationToken cancellationToken) =>
        (await SelectAsync(where, parameters, cancellationToken)).SingleOrDefault();

    private async Task<IReadOnlyList<HubSubscription>> SelectAsync(string where, object? parameters, CancellationToken cancellationToken)
    {
        using var connection = database.Open();
        var rows = await connection.QueryAsync<Row>(
            new CommandDefinition($"SELECT {Columns} FROM hub_subscriptions h WHERE {where}", parameters, cancellationToken: cancellationToken));
        return [.. rows.Select(row => row.ToSubscription())];
    }

    private sealed class Row
    {
        public long Id { get; init; }
        public long FeedId { get; init; }
        public string Topic { get; init; } = "";
        public string Hubs { get; init; } = "";
        public string Hub { get; init; } = "";
        public string Callback { get; init; } = "";
        public string Secret { get; init; } = "";
        public string PublicUrl { get; init; } = "";
        public long Leaving { get; init; }
        public long? AskedAt { get; init; }
        public long Awaiting { get; init; }
        public long AskAt { get; init; }
        public long Failures { get; init; }
        public long? LeaseEnds { get; init; }
        public long? ProvedAt { get; init; }
        public long? MissedAt { get; init; }
        public long? PingedAt { get; init; }
        public long Delivers { get; init; }
        public string? Note { get; init; }
        public long NextStep { get; init; }

        public HubSubscription ToSubscription() => new()
        {
            Id = new HubSubscriptionId(Id),
            Feed = new FeedId(FeedId),
            Topic = Topic,
            Hubs = [.. Hubs.Split('\n').Select(hub => new Uri(hub))],
            Hub = new Uri(Hub),
            Callback = Callback,
            Secret = new HubSecret(Secret),
            PublicUrl = new Uri(PublicUrl),
            Leaving = Leaving != 0,
            AskedAt = AskedAt.FromStored(),
            Awaiting = Awaiting != 0,
            AskAt = AskAt.FromStored(),
            Failures = (int)Failures,
            LeaseEnds = LeaseEnds.FromStored(),
            ProvedAt = ProvedAt.FromStored(),
            MissedAt = MissedAt.FromStored(),
            PingedAt = PingedAt.FromStored(),
            Delivers = Delivers != 0,
            Note = Note,
            NextStep = NextStep.FromStored(),
        };
    }
}
