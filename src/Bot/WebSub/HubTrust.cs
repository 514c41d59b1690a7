using Bot.Storage;

namespace Bot.WebSub;

/// <summary>
/// Whether a hub is relied on. It has to earn it by a delivery, and loses it when polling finds something that it has not
/// brought within some minutes; then only one that brings news before polling finds them earns it back, so that a
/// hub which is always an hour late is not believed again each time it arrives.
/// </summary>
internal static class HubTrust
{
    /// <summary>How much later than a poll a hub may be: publishers tell it after they have changed the feed.</summary>
    public static readonly TimeSpan Grace = TimeSpan.FromMinutes(10);

    /// <summary>Is the hub relied on?</summary>
    public static bool Delivers(HubSubscription subscription, DateTimeOffset now) =>
        !subscription.Leaving
        && subscription.LeaseEnds > now
        && subscription.ProvedAt is not null
        && !IsSilent(subscription, now);

    /// <summary>When the hub stops to be relied on unless something comes from it; null where nothing is missed.</summary>
    public static DateTimeOffset? Deadline(HubSubscription subscription) => subscription.MissedAt + Grace;

    /// <summary>The hub delivered.</summary>
    /// <param name="fresh">How many of the items polling had not found yet.</param>
    public static HubSubscription Delivered(HubSubscription subscription, int fresh, DateTimeOffset now) =>
        fresh == 0 && IsSilent(subscription, now) ? subscription : subscription with { ProvedAt = now, MissedAt = null };

    /// <summary>The hub said that there is something new, and left the fetching to us.</summary>
    public static HubSubscription Pinged(HubSubscription subscription, DateTimeOffset now) =>
        Delivered(subscription, 0, now) with { PingedAt = now };

    /// <summary>Polling found something that the hub had not delivered.</summary>
    public static HubSubscription Missed(HubSubscription subscription, DateTimeOffset now) =>
        now - subscription.PingedAt < Grace
            ? subscription with { ProvedAt = now, MissedAt = null }
            : subscription with { MissedAt = subscription.MissedAt ?? now };

    private static bool IsSilent(HubSubscription subscription, DateTimeOffset now) => Deadline(subscription) <= now;
}
