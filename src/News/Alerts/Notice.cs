using System.Collections.Immutable;

namespace News.Alerts;

/// <summary>What a notice is about, which decides the sign that stands before it.</summary>
public enum NoticeKind
{
    /// <summary>A change that needs nobody: a feed moved to another address.</summary>
    Change,

    /// <summary>Something that somebody should look at: a feed is gone, or fails since yesterday.</summary>
    Trouble,

    /// <summary>What was in trouble is well again.</summary>
    Recovery,
}

/// <summary>
/// What the bot tells a channel about its own affairs, such as a feed that is gone. A value: saved first, drawn and sent
/// later. Its texts are raw, as a feed's name is: whoever draws it escapes and cuts.
/// </summary>
public sealed record Notice
{
    public required NoticeKind Kind { get; init; }

    /// <summary>One line that names what it is about: "Example Wire is gone".</summary>
    public required string Title { get; init; }

    /// <summary>A few plain sentences: the cause, and what to do. No credentials of an address.</summary>
    public ImmutableArray<string> Sentences { get; init; } = [];
}
