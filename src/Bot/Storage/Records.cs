using News.Alerts;
using News.Feeds;

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
    /// <summary>When it was to be polled.</summary>
    public DateTimeOffset DueAt { get; init; }

    public PollMemory Memory { get; init; } = PollMemory.None;

    /// <summary>A WebSub hub is relied on for what is new.</summary>
    public bool HubDelivers { get; init; }

    /// <summary>It is never polled by schedule: it is gone, or it says that it is finished.</summary>
    public bool IsStopped { get; init; }

    /// <summary>
    /// Since a backup was restored: what is not younger than this may have been told by what is lost. Null again after the
    /// next good poll.
    /// </summary>
    public DateTimeOffset? ToldUntil { get; init; }
}

/// <summary>What the polls of a feed so far have left behind for the next one.</summary>
public sealed record PollMemory
{
    public static readonly PollMemory None = new();

    /// <summary>When the first of the failed polls in a row was; null after a good one.</summary>
    public DateTimeOffset? FailingSince { get; init; }

    public DateTimeOffset? LastGood { get; init; }

    /// <summary>When a poll last brought something new.</summary>
    public DateTimeOffset? LastNew { get; init; }

    /// <summary>The usual gaps between its last few items, and between its last dozen; null where they are not known.</summary>
    public (TimeSpan Recent, TimeSpan Usual)? Gaps { get; init; }

    /// <summary>Knows the last body again that was read and saved, together with the address that it came from.</summary>
    public string? ContentHash { get; init; }

    /// <summary>Since when the server has said nothing but "not modified"; null where its last answer was a body.</summary>
    public DateTimeOffset? UnchangedSince { get; init; }

    /// <summary>What the feed says about how often to ask for it.</summary>
    public FeedTimetable Timetable { get; init; } = FeedTimetable.Silent;

    /// <summary>Where it is fetched from since it moved for good; null for its own address.</summary>
    public Uri? MovedTo { get; init; }

    /// <summary>Where the last polls in a row say that it has moved, and how many of them said so.</summary>
    public (Uri To, int Seen)? Moving { get; init; }
}

/// <summary>What a poll came to, written after everything that it brought is saved.</summary>
/// <param name="Reason">Why the next poll comes when it does: a clause.</param>
/// <param name="Status">One plain sentence for <c>/feed list</c>.</param>
/// <param name="ValidatorsFrom">As in <see cref="DueFeed"/>.</param>
public sealed record PollRecord(
    DateTimeOffset At, DateTimeOffset NextPollAt, string Reason, string Status, bool Failed,
    string? ETag, string? LastModified, Uri? ValidatorsFrom, bool Primed, PollMemory Memory)
{
    /// <summary>When it began. What was wanted since then, it may have come too early for.</summary>
    public required DateTimeOffset Begun { get; init; }

    /// <summary>When the next poll may be, if one is wanted; null where it has to wait for its time.</summary>
    public DateTimeOffset? SoonestAgain { get; init; }

    /// <summary>Until when the server asked not to be asked.</summary>
    public DateTimeOffset? NotBefore { get; init; }

    /// <summary>It was a good poll after another, and all that it leaves behind is when it was and when the next one is.</summary>
    public bool ChangesTimesOnly { get; init; }

    /// <summary>Where the poll failed: what was wrong, by name, and what whoever follows the feed can do about it.</summary>
    public (string Cause, string Advice)? Trouble { get; init; }

    /// <summary>What is odd about the feed as it was read, a sentence each; null where it was not read.</summary>
    public string? Oddities { get; init; }

    /// <summary>This is the good poll after failed ones.</summary>
    public bool Recovered { get; init; }

    /// <summary>This poll was the third that says so: <see cref="PollMemory.MovedTo"/> is new.</summary>
    public bool Moved { get; init; }

    /// <summary>The feed is not polled any more, <see cref="Status"/> says why.</summary>
    public bool Stopped { get; init; }
}

/// <summary>A message on its way to one channel.</summary>
/// <param name="Key">
/// Stands for this message on the platform: 24 characters of 0-9 and a-f, drawn when the row was made, the same at every attempt.
/// </param>
/// <param name="Attempts">How many attempts came before this one.</param>
/// <param name="FirstTriedAt">
/// When the first attempt began: from then on the platform may have the message without our knowing. Null before it.
/// </param>
public sealed record OutboxEntry(
    OutboxId Id, string Key, ChannelAddress Channel, OutboxMessage Message, int Attempts, DateTimeOffset? FirstTriedAt)
{
    public OutboxAct Act { get; init; } = OutboxAct.Post.New;

    /// <summary>Which state of the message this is: they count up, from 0.</summary>
    public int Revision { get; init; }
}

/// <summary>What is to be done with an entry's message.</summary>
public abstract record OutboxAct
{
    private OutboxAct()
    {
    }

    /// <summary>It is posted as a message of its own.</summary>
    public sealed record Post : OutboxAct
    {
        public static readonly Post New = new();
    }

    /// <summary>A message that stands in the channel shows it from now on. Doing it twice does no harm.</summary>
    /// <param name="MessageId">The platform's number for that message.</param>
    /// <param name="Revision">Which state of the message this is: they count up.</param>
    public sealed record Edit(string MessageId, int Revision) : OutboxAct;

    /// <summary>It is said in the thread of a message that stands in the channel, once.</summary>
    /// <param name="MessageId">The platform's number for the message that the thread belongs to.</param>
    public sealed record Reply(string MessageId) : OutboxAct;
}
