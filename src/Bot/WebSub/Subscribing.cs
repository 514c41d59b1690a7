using System.Buffers.Text;
using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using Bot.Storage;

namespace Bot.WebSub;

/// <summary>
/// The steps of a subscription, from the first request to the farewell: what each event makes of it, and when there is
/// something to do again. Nothing here asks or answers anybody.
/// </summary>
/// <remarks>
/// The callback and its secret stay the same when a lease is renewed. The specification would have them changed; but then
/// two subscriptions overlap, and everything comes twice until the older one ends. Another hub gets other ones.
/// </remarks>
internal static class Subscribing
{
    /// <summary>The lease that is asked for; hubs give what they like.</summary>
    public static readonly TimeSpan WantedLease = TimeSpan.FromDays(10);

    /// <summary>How long a hub may take from the request to its verification before it is asked again.</summary>
    public static readonly TimeSpan VerificationPatience = TimeSpan.FromMinutes(10);

    /// <summary>How long after a request its verification is still answered: a hub may be slow, or ask twice.</summary>
    private static readonly TimeSpan Pending = TimeSpan.FromDays(1);

    private static readonly TimeSpan ShortestPause = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan LongestPause = TimeSpan.FromDays(1);
    private static readonly TimeSpan ShortestLease = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan LongestLease = TimeSpan.FromDays(365);

    // Farewells are a courtesy: what is not heard ends with its lease.
    private const int MostFarewells = 3;

    public static HubSubscription Begin(FeedId feed, string topic, ImmutableArray<Uri> hubs, Uri publicUrl, DateTimeOffset now) => new()
    {
        Feed = feed,
        Topic = topic,
        Hubs = hubs,
        Hub = hubs[0],
        Callback = Random(),
        Secret = new HubSecret(Random()),
        PublicUrl = publicUrl,
        AskAt = now,
        NextStep = now,
    };

    /// <summary>The address that the hub is to call.</summary>
    public static Uri CallbackOf(HubSubscription subscription) => new(subscription.PublicUrl, CallbackPath.Of(subscription.Callback));

    /// <summary>
    /// What time alone has made of it. Where the hub is to be asked now, the result says that it has been: written down
    /// before the request goes out, because the hub may verify before it answers.
    /// </summary>
    public static HubSubscription? Ticked(HubSubscription subscription, DateTimeOffset now, double roll)
    {
        if (subscription.LeaseEnds <= now)
        {
            if (subscription.Leaving)
                return null;
            subscription = WithoutLease(subscription, subscription.Note ?? "the lease ended before the hub renewed it");
        }

        if (subscription.AskAt > now)
            return subscription;
        if (subscription.Awaiting)
            return Failed(subscription, $"{subscription.Hub.Host} took the request but has not called back at {subscription.PublicUrl.Host}", now, roll);
        return subscription with { AskedAt = now, Awaiting = true, AskAt = now + VerificationPatience };
    }

    /// <summary>A request came to nothing. The next hub is asked next time; the pauses double, up to a day.</summary>
    /// <param name="askedToWait">What the hub asked to wait.</param>
    /// <param name="atLeast">The shortest pause once all hubs have been tried.</param>
    public static HubSubscription? Failed(
        HubSubscription subscription, string reason, DateTimeOffset now, double roll, TimeSpan? askedToWait = null, TimeSpan atLeast = default)
    {
        var failures = subscription.Failures + 1;
        if (subscription.Leaving && failures >= MostFarewells)
            return null;

        var round = (failures - 1) / subscription.Hubs.Length;
        var pause = Shorter(ShortestPause * Math.Pow(2, Math.Min(round, 20)), LongestPause);
        if (failures % subscription.Hubs.Length == 0)
            pause = Longer(pause, atLeast);
        pause *= 1 - roll / 5;
        if (askedToWait is { } asked)
            pause = Longer(pause, Shorter(asked, LongestPause));

        var failed = subscription with { Failures = failures, Awaiting = false, AskAt = now + pause, Note = reason };
        return subscription.Leaving || subscription.LeaseEnds is not null ? failed : AtNextHub(failed);
    }

    /// <summary>The hub will not have us, now or any more.</summary>
    public static HubSubscription? Denied(HubSubscription subscription, string reason, DateTimeOffset now, double roll) =>
        Failed(WithoutLease(subscription, reason), reason, now, roll, atLeast: LongestPause);

    /// <summary>
    /// Is this what was asked of the hub? Else anybody could subscribe us to anything, or put an end to what we have.
    /// </summary>
    public static bool Expects(HubSubscription subscription, string? mode, string? topic, DateTimeOffset now) =>
        mode == (subscription.Leaving ? "unsubscribe" : "subscribe")
        && IsTopic(subscription, topic)
        && now - subscription.AskedAt <= Pending;

    public static bool IsTopic(HubSubscription subscription, string? topic) =>
        topic == subscription.Topic
        || (Uri.TryCreate(topic, UriKind.Absolute, out var one) && Uri.TryCreate(subscription.Topic, UriKind.Absolute, out var other) && one == other);

    /// <summary>The hub has verified the subscription. It is renewed when about four fifths of the lease are over.</summary>
    /// <param name="seconds">The lease as the hub gives it; what was asked for where it says nothing.</param>
    public static HubSubscription Verified(HubSubscription subscription, string? seconds, DateTimeOffset now, double roll)
    {
        var lease = long.TryParse(seconds, NumberStyles.None, CultureInfo.InvariantCulture, out var given)
            ? TimeSpan.FromSeconds(Math.Min(given, (long)LongestLease.TotalSeconds))
            : WantedLease;
        lease = Longer(lease, ShortestLease);
        return subscription with
        {
            LeaseEnds = now + lease,
            AskAt = now + lease * (0.75 + roll / 10),
            Awaiting = false,
            Failures = 0,
            Note = null,
        };
    }

    /// <summary>Gives the subscription up; null where the hub has never heard of it.</summary>
    public static HubSubscription? Leaving(HubSubscription subscription, DateTimeOffset now) =>
        subscription.LeaseEnds is null && !subscription.Awaiting
            ? null
            : subscription with { Leaving = true, AskedAt = null, Awaiting = false, AskAt = now, Failures = 0 };

    /// <summary>The hubs that the feed names have changed, but not the one that is asked.</summary>
    public static HubSubscription Among(HubSubscription subscription, ImmutableArray<Uri> hubs) =>
        subscription.Hubs.SequenceEqual(hubs) ? subscription : subscription with { Hubs = hubs };

    /// <summary>The bot has moved to another public address; what the hub holds of the old one can only run out.</summary>
    public static HubSubscription? Under(HubSubscription subscription, Uri publicUrl, DateTimeOffset now) =>
        subscription.Leaving
            ? null
            : At(WithoutLease(subscription, null), subscription.Hub) with { PublicUrl = publicUrl, AskAt = now, Awaiting = false, Failures = 0 };

    /// <summary>Every change ends here: whether the hub is relied on now, and when to look again.</summary>
    public static HubSubscription Settled(HubSubscription subscription, DateTimeOffset now)
    {
        var delivers = HubTrust.Delivers(subscription, now);
        var next = subscription.AskAt;
        if (subscription.LeaseEnds is { } end && end < next)
            next = end;
        if (delivers && HubTrust.Deadline(subscription) is { } deadline && deadline < next)
            next = deadline;
        return subscription with { Delivers = delivers, NextStep = next };
    }

    /// <summary>
    /// For another host than the one that knows callback and secret. What comes to the old callback is not taken any more, so
    /// the feed is polled as usual until this host has verified.
    /// </summary>
    public static HubSubscription WithOtherKeys(HubSubscription subscription) =>
        WithoutLease(subscription, subscription.Note) with { Callback = Random(), Secret = new HubSecret(Random()) };

    private static HubSubscription WithoutLease(HubSubscription subscription, string? note) =>
        subscription with { LeaseEnds = null, ProvedAt = null, MissedAt = null, PingedAt = null, Note = note };

    private static HubSubscription AtNextHub(HubSubscription subscription) =>
        subscription.Hubs.Length > 1
            ? At(subscription, subscription.Hubs[(subscription.Hubs.IndexOf(subscription.Hub) + 1) % subscription.Hubs.Length])
            : subscription;

    // A hub must not know what another one signs with, nor where it calls; its late verification meets a 404.
    private static HubSubscription At(HubSubscription subscription, Uri hub) =>
        WithOtherKeys(subscription) with { Hub = hub, AskedAt = null };

    private static string Random() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));

    private static TimeSpan Shorter(TimeSpan a, TimeSpan b) => a < b ? a : b;

    private static TimeSpan Longer(TimeSpan a, TimeSpan b) => a > b ? a : b;
}

/// <summary>Where a callback stands under the public address: <c>websub/…</c>.</summary>
internal static class CallbackPath
{
    private const string Folder = "websub/";
    private const int Length = 43; // 32 bytes in base64url

    public static string Of(string callback) => Folder + callback;

    /// <summary>
    /// The callback in a request's path; null where it can be none. What stands before it is left to the reverse proxy,
    /// which may hand a path of the public address on or take it away.
    /// </summary>
    public static string? Read(string? path)
    {
        if (path is null || path.Length <= Length)
            return null;
        var callback = path[^Length..];
        return path.AsSpan(0, path.Length - Length).EndsWith("/" + Folder, StringComparison.Ordinal)
            && callback.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_')
                ? callback
                : null;
    }
}
