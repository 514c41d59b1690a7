using System.Text.Json;
using News.Alerts;

namespace Bot.Storage;

/// <summary>What a row of the outbox carries.</summary>
public abstract record OutboxMessage
{
    private OutboxMessage()
    {
    }

    /// <summary>What it is called in logs and in <c>/status</c>.</summary>
    public abstract string Headline { get; }

    /// <summary>A story that a watchlist found.</summary>
    public sealed record OfAlert(Alert Alert) : OutboxMessage
    {
        internal const string Kind = "alert";

        public override string Headline => Alert.Headline;
    }

    /// <summary>Something that changed about a story, for the thread of its message.</summary>
    public sealed record OfChange(AlertChange Change, string StoryHeadline) : OutboxMessage
    {
        internal const string Kind = "change";

        public override string Headline => StoryHeadline;
    }

    /// <summary>Stories that waited too long to be told one by one, or a page of them.</summary>
    public sealed record OfDigest(Backlog Backlog) : OutboxMessage
    {
        internal const string Kind = "digest";

        public override string Headline => Backlog.Title;
    }

    /// <summary>Something about the bot's own affairs.</summary>
    /// <param name="At">When it was written down.</param>
    public sealed record OfNotice(Notice Notice, DateTimeOffset At) : OutboxMessage
    {
        internal const string Kind = "notice";

        public override string Headline => Notice.Title;
    }

    /// <summary>Reads a row.</summary>
    /// <param name="created">Milliseconds since 1970.</param>
    internal static OutboxMessage Of(string kind, string json, long created) => kind switch
    {
        OfAlert.Kind => new OfAlert(JsonSerializer.Deserialize<Alert>(json, StoredJson.Options)!),
        OfChange.Kind => JsonSerializer.Deserialize<OfChange>(json, StoredJson.Options)!,
        OfDigest.Kind => new OfDigest(JsonSerializer.Deserialize<Backlog>(json, StoredJson.Options)!),
        OfNotice.Kind => new OfNotice(JsonSerializer.Deserialize<Notice>(json, StoredJson.Options)!, created.FromStored()),
        _ => throw new InvalidOperationException($"The outbox holds a {kind}, which nobody reads."),
    };
}
