using System.Text.Json;

namespace Bot.Tests.Fakes;

/// <summary>A message as it stands in a channel, or as somebody's answer.</summary>
/// <param name="channel">Empty for an answer.</param>
/// <param name="edits">How often it was edited; the body is what it says now.</param>
internal sealed class FakeSlackMessage(string channel, string ts, JsonElement body, int edits = 0)
{
    public string Channel => channel;

    public string Ts => ts;

    public int Edits => edits;

    /// <summary>The message in whose thread it stands; null for one of the channel's own.</summary>
    public string? ThreadTs => body.TryGetProperty("thread_ts", out var thread) ? thread.GetString() : null;

    /// <summary>All that was sent.</summary>
    public JsonElement Body => body;

    /// <summary>What a notification shows.</summary>
    public string Text => body.GetProperty("text").GetString()!;

    public JsonElement Blocks => body.TryGetProperty("blocks", out var blocks) ? blocks : default;

    /// <summary>What is to be read.</summary>
    public string Visible => FakeSlackBlocks.Visible(Blocks);

    /// <summary>The alert's key in the metadata; null where there is none.</summary>
    public string? Key => body.TryGetProperty("metadata", out var metadata) ? metadata.GetProperty("event_payload").GetProperty("key").GetString() : null;

    public IEnumerable<FakeSlackButton> Buttons =>
        Blocks.EnumerateArray()
            .Where(block => block.GetProperty("type").GetString() == "actions")
            .SelectMany(block => block.GetProperty("elements").EnumerateArray())
            .Select(button => new FakeSlackButton(
                button.GetProperty("text").GetProperty("text").GetString()!,
                button.GetProperty("action_id").GetString()!,
                button.TryGetProperty("value", out var value) ? value.GetString() : null,
                button.TryGetProperty("url", out var url) ? url.GetString() : null));

    public FakeSlackButton Button(string label) => Buttons.Single(button => button.Label == label);
}

internal sealed record FakeSlackButton(string Label, string ActionId, string? Value, string? Url);

/// <summary>What the fake does with a call instead of what it would do.</summary>
internal abstract record FakeSlackTrouble
{
    private FakeSlackTrouble()
    {
    }

    /// <summary>Does as asked, and answers with a server error.</summary>
    public sealed record DoThenFail(int Status) : FakeSlackTrouble;

    /// <summary>Does as asked, and drops the connection.</summary>
    public sealed record DoThenDrop : FakeSlackTrouble;

    /// <summary>Does as asked, or doesn't, and never answers.</summary>
    public sealed record Hang(bool Done) : FakeSlackTrouble;

    public sealed record Fail(int Status) : FakeSlackTrouble;

    public sealed record Drop : FakeSlackTrouble;

    /// <summary>429 with Retry-After.</summary>
    public sealed record Limit(int Seconds) : FakeSlackTrouble;

    /// <summary>200 with <c>ok: false</c>.</summary>
    public sealed record Refuse(string Error, string? Needed = null) : FakeSlackTrouble;
}
