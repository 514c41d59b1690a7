using System.Collections.Immutable;

namespace Bot.Storage;

public readonly record struct HubSubscriptionId(long Value);

/// <summary>What a hub signs its deliveries with. Never printed: who knows it can put words into a feed's mouth.</summary>
public readonly record struct HubSecret(string Value)
{
    public override string ToString() => "(a secret)";
}

/// <summary>A subscription to a feed's topic at a WebSub hub, asked for, held, or about to be given up.</summary>
public sealed record HubSubscription
{
    /// <summary>Zero before it is stored.</summary>
    public HubSubscriptionId Id { get; init; }

    public required FeedId Feed { get; init; }

    /// <summary>The address that the hub knows the feed by, letter for letter as its publisher gives it.</summary>
    public required string Topic { get; init; }

    /// <summary>Every hub that the feed names, in its order.</summary>
    public required ImmutableArray<Uri> Hubs { get; init; }

    /// <summary>The one of them that is asked.</summary>
    public required Uri Hub { get; init; }

    /// <summary>The last, unguessable part of the address that the hub calls: 43 characters, for this hub alone.</summary>
    public required string Callback { get; init; }

    public required HubSecret Secret { get; init; }

    /// <summary>The public address that the callback stands under.</summary>
    public required Uri PublicUrl { get; init; }

    /// <summary>It is to be given up: the hub is asked to unsubscribe us, and nothing that it delivers is taken.</summary>
    public bool Leaving { get; init; }

    /// <summary>When the hub was asked last.</summary>
    public DateTimeOffset? AskedAt { get; init; }

    /// <summary>The hub was asked and has neither verified nor denied yet.</summary>
    public bool Awaiting { get; init; }

    /// <summary>When the hub is asked again; while <see cref="Awaiting"/>, when it has had time enough.</summary>
    public DateTimeOffset AskAt { get; init; }

    /// <summary>Requests in a row that came to nothing.</summary>
    public int Failures { get; init; }

    /// <summary>Until when the hub delivers; null where it has verified nothing, or no longer does.</summary>
    public DateTimeOffset? LeaseEnds { get; init; }

    /// <summary>When a delivery last showed that the hub keeps pace with polling.</summary>
    public DateTimeOffset? ProvedAt { get; init; }

    /// <summary>When polling found something first that the hub has not delivered since.</summary>
    public DateTimeOffset? MissedAt { get; init; }

    /// <summary>When the hub last said that there is something new without bringing it.</summary>
    public DateTimeOffset? PingedAt { get; init; }

    /// <summary>The hub is relied on: polling only makes sure.</summary>
    public bool Delivers { get; init; }

    /// <summary>What went wrong last, a clause: "the hub denies it: unknown topic"; null where nothing did.</summary>
    public string? Note { get; init; }

    /// <summary>When there is something to do about it.</summary>
    public DateTimeOffset NextStep { get; init; }
}

/// <summary>How a feed stands with its hub, as <c>/feed check</c> tells it.</summary>
/// <param name="Until">The end of the lease; null where the hub has not verified the subscription.</param>
/// <param name="Delivers">The hub is relied on, and the feed is polled less often.</param>
/// <param name="Trouble">What went wrong last, a clause; null where nothing did.</param>
public sealed record HubStanding(Uri Hub, DateTimeOffset? Until, bool Delivers, string? Trouble);
