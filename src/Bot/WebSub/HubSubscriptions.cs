using Bot.Polling;
using Bot.Storage;
using Microsoft.Extensions.Options;

namespace Bot.WebSub;

/// <summary>
/// Subscribes to the hubs that feeds name, renews what runs out, and takes its leave where nobody follows a feed any
/// more. Every step is written down before it is taken.
/// </summary>
internal sealed partial class HubSubscriptions(
    WebSubStore store, HubRequests requests, IOptions<WebSubOptions> options, IOptions<PollingOptions> polling, TimeProvider time,
    ILogger<HubSubscriptions> logger)
    : BackgroundService
{
    private const int AtOnce = 200;
    private const int MostHubsInARow = 3;

    // How soon it is seen that nobody follows a feed, or that the hub has fallen silent.
    private static readonly TimeSpan LookAgain = TimeSpan.FromSeconds(15);

    private readonly Uri _publicUrl = WebSubOptions.ReadPublicUrl(options.Value.PublicUrl)
        ?? throw new InvalidOperationException("Hubs are only asked where there is a public address.");

    /// <summary>A feed was polled: does it name a hub, another hub than before, or none any more? Has its hub kept pace?</summary>
    public async Task HearAsync(PollNews news, CancellationToken cancellationToken)
    {
        var now = Now();
        var held = await store.OfFeedAsync(news.Feed, cancellationToken);
        if (held is not null && (held.Topic != news.Topic || !news.Hubs.Contains(held.Hub)))
        {
            await ChangeAsync(held.Id, one => Subscribing.Leaving(one, now), cancellationToken);
            store.Work.Beat();
            held = null;
        }

        if (held is null)
        {
            if (!news.Hubs.IsEmpty)
                await store.AddAsync(Subscribing.Begin(news.Feed, news.Topic, news.Hubs, _publicUrl, now), cancellationToken);
            return;
        }

        if ((news.Fresh > 0 && held.LeaseEnds > now) || !held.Hubs.SequenceEqual(news.Hubs))
            await ChangeAsync(held.Id, one => Kept(Subscribing.Among(one, news.Hubs), news, now), cancellationToken);
    }

    /// <summary>What the hub brought while the poll was under way was not missed: the two have only crossed.</summary>
    private static HubSubscription Kept(HubSubscription subscription, PollNews news, DateTimeOffset now) =>
        news.Fresh > 0 && subscription.LeaseEnds > now && !(subscription.ProvedAt >= news.FoundAt) ? HubTrust.Missed(subscription, now) : subscription;

    /// <summary>Changes a subscription as it stands now, and settles what follows from the change.</summary>
    public async Task<HubSubscription?> ChangeAsync(
        HubSubscriptionId id, Func<HubSubscription, HubSubscription?> change, CancellationToken cancellationToken)
    {
        var now = Now();
        var (before, after) = (false, false);
        var result = await store.ChangeAsync(
            id,
            one =>
            {
                var changed = change(one) is { } next ? Subscribing.Settled(next, now) : null;
                (before, after) = (one.Delivers, changed?.Delivers ?? false);
                return changed;
            },
            now,
            cancellationToken);
        if (result is not { Leaving: false } || before == after)
            return result;
        var named = Named(result);
        if (after)
            LogReliedOn(named);
        else
            LogNotReliedOn(named);
        return result;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var ready = false;
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                if (!ready)
                    await ComeBackAsync(stoppingToken);
                ready = true;
                await LeaveUnfollowedAsync(stoppingToken);
                await StepAsync(stoppingToken);
            }
            catch (Exception surprise) when (!stoppingToken.IsCancellationRequested)
            {
                LogSurprise(surprise);
            }

            await store.Work.WaitAsync(LookAgain, time, stoppingToken);
        }
    }

    /// <summary>
    /// Hubs that called while the bot was away may have given up: their feeds are polled when they would have been without
    /// them. What was subscribed to under another public address is subscribed to anew.
    /// </summary>
    private async Task ComeBackAsync(CancellationToken stoppingToken)
    {
        await store.PollReliedOnAsync(Now(), polling.Value.Interval, stoppingToken);
        foreach (var subscription in await store.NotUnderAsync(_publicUrl, stoppingToken))
            await ChangeAsync(subscription.Id, one => Subscribing.Under(one, _publicUrl, Now()), stoppingToken);
    }

    private async Task LeaveUnfollowedAsync(CancellationToken stoppingToken)
    {
        foreach (var subscription in await store.UnfollowedAsync(stoppingToken))
            await ChangeAsync(subscription.Id, one => Subscribing.Leaving(one, Now()), stoppingToken);
    }

    private async Task StepAsync(CancellationToken stoppingToken)
    {
        var due = await store.DueAsync(Now(), AtOnce, stoppingToken);
        await Parallel.ForEachAsync(
            due.GroupBy(subscription => subscription.Hub.IdnHost),
            new ParallelOptions { MaxDegreeOfParallelism = 8, CancellationToken = stoppingToken },
            async (atOneHub, stop) => await StepAsync(atOneHub, stop));
    }

    /// <summary>
    /// One after the other at the same hub. Where it does not answer, the others of this round wait for the next: a hub
    /// that hangs would hold up everybody for as many timeouts as there are feeds at it.
    /// </summary>
    private async Task StepAsync(IEnumerable<HubSubscription> atOneHub, CancellationToken stoppingToken)
    {
        foreach (var subscription in atOneHub)
        {
            if (!await StepAsync(subscription, stoppingToken))
                return;
        }
    }

    /// <returns>False where the hub has trouble.</returns>
    private async Task<bool> StepAsync(HubSubscription subscription, CancellationToken stoppingToken)
    {
        var now = Now();
        var ticked = await ChangeAsync(subscription.Id, one => Subscribing.Ticked(one, now, Roll()), stoppingToken);
        if (ticked is not { Awaiting: true, AskedAt: { } askedAt } || askedAt != now)
        {
            if (ticked is { Note: { } trouble, Leaving: false } && ticked.Failures > subscription.Failures)
                LogUnverified(Named(ticked), trouble);
            return true;
        }

        var named = Named(ticked);
        var answer = await AskAsync(ticked, stoppingToken);
        if (answer is HubAnswer.Accepted)
        {
            LogAsked(named);
            return true;
        }

        var (reason, wait) = answer switch
        {
            HubAnswer.TryLater later => (later.Reason, later.Wait),
            HubAnswer.Refused refused => (refused.Reason, null),
            _ => throw new InvalidOperationException($"Nobody knows the answer {answer.GetType().Name}."),
        };
        // A hub may verify and then lose its answer: what it has verified has not failed.
        var isOpen = false;
        var failed = await ChangeAsync(
            ticked.Id,
            one =>
            {
                isOpen = IsOpen(one, askedAt);
                return isOpen
                    ? Subscribing.Failed(one, reason, Now(), Roll(), wait, atLeast: answer is HubAnswer.Refused ? TimeSpan.FromHours(1) : default)
                    : one;
            },
            stoppingToken);
        if (isOpen)
            LogFailed(named, reason, failed is null ? "It is given up." : $"Asked again at {failed.AskAt:u}.");
        return answer is HubAnswer.Refused;
    }

    /// <summary>Asks the hub, and where it sends us on, the next one: with another callback and secret, which the first does not know.</summary>
    private async Task<HubAnswer> AskAsync(HubSubscription subscription, CancellationToken stoppingToken)
    {
        var (asked, hub) = (subscription, subscription.Hub);
        for (var hubs = 0; hubs < MostHubsInARow; hubs++)
        {
            var answer = await requests.AskAsync(asked, hub, stoppingToken);
            if (answer is not HubAnswer.Elsewhere(var next))
                return answer;

            var isOpen = false;
            var other = await ChangeAsync(
                asked.Id,
                one =>
                {
                    isOpen = IsOpen(one, subscription.AskedAt);
                    return isOpen ? Subscribing.WithOtherKeys(one) : one;
                },
                stoppingToken);
            if (other is null || !isOpen)
                return new HubAnswer.Accepted(); // it has been given up or changed meanwhile, and goes its own way
            (asked, hub) = (other, next);
        }

        return new HubAnswer.Refused($"{subscription.Hub.Host} leads over more than {MostHubsInARow} hosts");
    }

    /// <summary>Is the request of that moment still the last word about it?</summary>
    private static bool IsOpen(HubSubscription subscription, DateTimeOffset? askedAt) => subscription.Awaiting && subscription.AskedAt == askedAt;

    /// <summary>To the millisecond, as it is stored: by its instant a request is known again.</summary>
    private DateTimeOffset Now() => DateTimeOffset.FromUnixTimeMilliseconds(time.GetUtcNow().ToUnixTimeMilliseconds());

    private static double Roll() => System.Random.Shared.NextDouble();

    /// <summary>For the log: <c>https://wire.example/rss at hub.example</c>, without what may be secret in either.</summary>
    internal static string Named(HubSubscription subscription) =>
        $"{(Uri.TryCreate(subscription.Topic, UriKind.Absolute, out var topic) ? FeedAddress.ForLog(topic) : "a feed")} at {subscription.Hub.IdnHost}";

    [LoggerMessage(Level = LogLevel.Debug, Message = "WebSub: the hub takes the request for {Subscription} and will call back.")]
    private partial void LogAsked(string subscription);

    [LoggerMessage(Level = LogLevel.Warning, Message = "WebSub: the hub did not take the request for {Subscription}: {Reason}. {Next}")]
    private partial void LogFailed(string subscription, string reason, string next);

    [LoggerMessage(Level = LogLevel.Warning, Message = "WebSub: the hub has not verified {Subscription}: {Reason}. Does WebSub:PublicUrl lead here from outside?")]
    private partial void LogUnverified(string subscription, string reason);

    [LoggerMessage(Level = LogLevel.Information, Message = "WebSub: {Subscription} delivers what is new; the feed is polled less often.")]
    private partial void LogReliedOn(string subscription);

    [LoggerMessage(Level = LogLevel.Information, Message = "WebSub: {Subscription} does not deliver what is new; the feed is polled as ever.")]
    private partial void LogNotReliedOn(string subscription);

    [LoggerMessage(Level = LogLevel.Error, Message = "WebSub: something unexpected went wrong; it is gone on with in some seconds.")]
    private partial void LogSurprise(Exception exception);
}
