using News.Alerts;

namespace Bot.Storage;

/// <summary>A tenant: <c>operator</c> (the settings file and the terminal), <c>discord:SERVER</c>, <c>slack:WORKSPACE</c>.</summary>
public readonly record struct ScopeKey(string Value)
{
    public static readonly ScopeKey Operator = new("operator");

    public static ScopeKey Discord(string server) => new($"discord:{server}");

    public static ScopeKey Slack(string workspace) => new($"slack:{workspace}");

    public override string ToString() => Value;
}

public readonly record struct FeedId(long Value);

public readonly record struct ArticleId(long Value);

public readonly record struct OutboxId(long Value);

/// <summary>A feed that is to be polled.</summary>
/// <param name="Publisher">Who stands behind it, where the settings say so.</param>
/// <param name="ETag">As the server sent it, byte for byte; null where it sent none.</param>
/// <param name="LastModified">Likewise.</param>
/// <param name="ValidatorsFrom">The address that gave the two, without credentials, where a redirect led there; null for <paramref name="Url"/>.</param>
/// <param name="Failures">How many polls in a row went wrong.</param>
/// <param name="Primed">Its first good poll is behind it: what comes now is news.</param>
public sealed record DueFeed(
    FeedId Id, Uri Url, string Name, string? Publisher, string? ETag, string? LastModified, Uri? ValidatorsFrom, int Failures, bool Primed)
{
    /// <summary>A WebSub hub is relied on for what is new.</summary>
    public bool HubDelivers { get; init; }
}

/// <summary>What a poll came to, written after everything that it brought is saved.</summary>
/// <param name="Status">One plain sentence for <c>/feed list</c>.</param>
/// <param name="ValidatorsFrom">As in <see cref="DueFeed"/>.</param>
public sealed record PollRecord(
    DateTimeOffset At, DateTimeOffset NextPollAt, string Status, bool Failed, string? ETag, string? LastModified, Uri? ValidatorsFrom, bool Primed);

/// <summary>An alert on its way to one channel.</summary>
/// <param name="Key">
/// Stands for this alert on the platform: 24 characters of 0-9 and a-f, drawn when the row was made, the same at every attempt.
/// </param>
/// <param name="Attempts">How many attempts came before this one.</param>
/// <param name="FirstTriedAt">
/// When the first attempt began: from then on the platform may have the message without our knowing. Null before it.
/// </param>
public sealed record OutboxEntry(
    OutboxId Id, string Key, ChannelAddress Channel, Alert Alert, int Attempts, DateTimeOffset? FirstTriedAt);
