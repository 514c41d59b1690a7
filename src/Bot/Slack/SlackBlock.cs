using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Bot.Slack;

/// <summary>How our records become Slack's JSON.</summary>
internal static class SlackJson
{
    // The relaxed encoder leaves Arabic and emoji as they are; the text goes into HTTP bodies, never into a page.
    public static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };
}

/// <summary>
/// A block of a message: <see href="https://docs.slack.dev/reference/block-kit/blocks"/>. A property that holds one of
/// several shapes has the base type, or its <c>type</c> would not be written.
/// </summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(Header), "header")]
[JsonDerivedType(typeof(RichText), "rich_text")]
[JsonDerivedType(typeof(Context), "context")]
[JsonDerivedType(typeof(Actions), "actions")]
[JsonDerivedType(typeof(Divider), "divider")]
internal abstract record SlackBlock
{
    private SlackBlock()
    {
    }

    public sealed record Header(TextObject Text) : SlackBlock;

    public sealed record RichText(ImmutableArray<RichPart> Elements) : SlackBlock;

    public sealed record Context(ImmutableArray<TextObject> Elements) : SlackBlock;

    public sealed record Actions(ImmutableArray<ButtonElement> Elements) : SlackBlock;

    public sealed record Divider : SlackBlock;
}

/// <summary><see href="https://docs.slack.dev/reference/block-kit/composition-objects/text-object"/></summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(Plain), "plain_text")]
[JsonDerivedType(typeof(Markup), "mrkdwn")]
internal abstract record TextObject
{
    private TextObject()
    {
    }

    /// <param name="Emoji">False: ":fire:" in a headline stays what it is.</param>
    public sealed record Plain(string Text, bool Emoji = false) : TextObject;

    /// <param name="Verbatim">True: Slack looks for no links or names in it.</param>
    public sealed record Markup(string Text, bool Verbatim = true) : TextObject;
}

/// <summary><see href="https://docs.slack.dev/reference/block-kit/block-elements/button-element"/></summary>
internal sealed record ButtonElement(TextObject Text, string ActionId, string? Value, string? Url)
{
    public string Type => "button";
}

/// <summary>A paragraph of a rich text block: <see href="https://docs.slack.dev/reference/block-kit/blocks/rich-text-block"/>.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(Section), "rich_text_section")]
[JsonDerivedType(typeof(Quote), "rich_text_quote")]
[JsonDerivedType(typeof(List), "rich_text_list")]
[JsonDerivedType(typeof(Preformatted), "rich_text_preformatted")]
internal abstract record RichPart
{
    private RichPart()
    {
    }

    public sealed record Section(ImmutableArray<RichRun> Elements) : RichPart;

    public sealed record Quote(ImmutableArray<RichRun> Elements) : RichPart;

    public sealed record List(ImmutableArray<RichPart> Elements, string Style = "bullet") : RichPart;

    public sealed record Preformatted(ImmutableArray<RichRun> Elements) : RichPart;
}

/// <summary>A run in a paragraph. Its text is literal: nothing in it is markup, a mention or a link.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(Text), "text")]
[JsonDerivedType(typeof(Link), "link")]
[JsonDerivedType(typeof(Date), "date")]
internal abstract record RichRun
{
    private RichRun()
    {
    }

    // Named by hand: a member may not be called like the record that it stands in.
    public sealed record Text([property: JsonPropertyName("text")] string Words, RichStyle? Style = null) : RichRun;

    public sealed record Link(string Url, [property: JsonPropertyName("text")] string Words, RichStyle? Style = null) : RichRun;

    public sealed record Date(long Timestamp, string Format, string Fallback) : RichRun;
}

internal sealed record RichStyle(bool? Bold = null, bool? Italic = null, bool? Code = null);

/// <summary><see href="https://docs.slack.dev/reference/methods/chat.postMessage"/></summary>
internal sealed record PostMessage
{
    public required string Channel { get; init; }

    /// <summary>For notifications and screen readers.</summary>
    public required string Text { get; init; }

    public required ImmutableArray<SlackBlock> Blocks { get; init; }

    public SlackMetadata? Metadata { get; init; }

    /// <summary>The message in whose thread it stands, seen there alone; null for one of the channel's own.</summary>
    public string? ThreadTs { get; init; }

    public bool UnfurlLinks { get; init; }

    public bool UnfurlMedia { get; init; }

    /// <summary>"@channel" and "#general" in <see cref="Text"/> stay words.</summary>
    public bool LinkNames { get; init; }

    public string Parse { get; init; } = "none";

    public bool Mrkdwn { get; init; }
}

/// <summary><see href="https://docs.slack.dev/reference/methods/chat.update"/></summary>
internal sealed record UpdateMessage
{
    public required string Channel { get; init; }

    /// <summary>The message that is edited.</summary>
    public required string Ts { get; init; }

    public required string Text { get; init; }

    public required ImmutableArray<SlackBlock> Blocks { get; init; }

    public SlackMetadata? Metadata { get; init; }

    public bool LinkNames { get; init; }

    public string Parse { get; init; } = "none";
}

/// <summary><see href="https://docs.slack.dev/messaging/message-metadata"/></summary>
internal sealed record SlackMetadata(string EventType, ImmutableDictionary<string, string> EventPayload);

/// <summary>What a response_url takes: <see href="https://docs.slack.dev/interactivity/handling-user-interaction"/>.</summary>
internal sealed record ResponseMessage(string Text, ImmutableArray<SlackBlock> Blocks)
{
    public string ResponseType { get; init; } = "ephemeral";

    public bool ReplaceOriginal { get; init; }
}
