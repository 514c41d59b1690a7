using System.Collections.Immutable;
using Bot.Commands;

namespace Bot.Discord;

/// <summary>
/// A message as it goes out, also as the data of an interaction's answer.
/// https://discord.com/developers/docs/resources/message#create-message
/// </summary>
internal sealed record DiscordMessage
{
    /// <summary>Shown to the asker alone.</summary>
    public const int Ephemeral = 1 << 6;

    /// <summary>Rings nobody's phone.</summary>
    public const int SuppressNotifications = 1 << 12;

    public ImmutableArray<Embed>? Embeds { get; init; }

    public ImmutableArray<ActionRow>? Components { get; init; }

    /// <summary>Nothing in a message of ours ever mentions anyone.</summary>
    public AllowedMentions AllowedMentions { get; init; } = new([]);

    public string? Nonce { get; init; }

    public bool? EnforceNonce { get; init; }

    public int? Flags { get; init; }

    /// <summary>The message that this one answers.</summary>
    public MessageReference? MessageReference { get; init; }

    /// <summary>What the parts "files[0]" and so on of the form are: see <see cref="WithFile"/>.</summary>
    public ImmutableArray<Attachment>? Attachments { get; init; }
}

/// <summary>https://discord.com/developers/docs/resources/message#attachment-object</summary>
/// <param name="Id">The number of the part that holds the file.</param>
internal sealed record Attachment(string Id, string Filename);

/// <summary>
/// A message that a file goes with: it is sent as a form. https://discord.com/developers/docs/reference#uploading-files
/// </summary>
internal sealed record WithFile(DiscordMessage Message, AttachedFile File);

/// <summary>https://discord.com/developers/docs/resources/message#message-reference-structure</summary>
/// <param name="FailIfNotExists">False: where that message is gone, this one stands for itself.</param>
internal sealed record MessageReference(string MessageId, bool FailIfNotExists);

/// <summary>https://discord.com/developers/docs/resources/channel#start-thread-from-message</summary>
/// <param name="AutoArchiveDuration">Minutes without a message after which it leaves the list of threads: 60, 1440, 4320 or 10080.</param>
internal sealed record ThreadStart(string Name, int AutoArchiveDuration);

internal sealed record AllowedMentions(ImmutableArray<string> Parse);

/// <summary>https://discord.com/developers/docs/resources/message#embed-object</summary>
internal sealed record Embed
{
    public string? Title { get; init; }

    public string? Url { get; init; }

    public string? Description { get; init; }

    public int? Color { get; init; }

    /// <summary>ISO 8601; shown in the reader's own zone beside the footer.</summary>
    public string? Timestamp { get; init; }

    public EmbedAuthor? Author { get; init; }

    public ImmutableArray<EmbedField>? Fields { get; init; }

    public EmbedFooter? Footer { get; init; }

    /// <summary>What Discord counts towards the 6,000 of a message.</summary>
    public int CountedLength() =>
        (Title?.Length ?? 0) + (Description?.Length ?? 0) + (Author?.Name.Length ?? 0) + (Footer?.Text.Length ?? 0)
        + (Fields?.Sum(field => field.Name.Length + field.Value.Length) ?? 0);
}

internal sealed record EmbedAuthor(string Name);

internal sealed record EmbedField(string Name, string Value, bool Inline);

internal sealed record EmbedFooter(string Text);

/// <summary>https://discord.com/developers/docs/components/reference#action-row</summary>
internal sealed record ActionRow(ImmutableArray<Button> Components)
{
    public const int MostButtons = 5;

    public int Type => 1;
}

/// <summary>https://discord.com/developers/docs/components/reference#button</summary>
internal sealed record Button
{
    private const int Secondary = 2;
    private const int Link = 5;

    public int Type => 2;

    public required int Style { get; init; }

    public required string Label { get; init; }

    public string? CustomId { get; init; }

    public string? Url { get; init; }

    public static Button Ask(string label, string customId) => new() { Style = Secondary, Label = label, CustomId = customId };

    public static Button Open(string label, Uri target) => new() { Style = Link, Label = label, Url = target.AbsoluteUri };
}

/// <summary>https://discord.com/developers/docs/interactions/receiving-and-responding#interaction-response-object</summary>
internal sealed record InteractionCallback(int Type, DiscordMessage? Data)
{
    private const int Message = 4;
    private const int Deferred = 5;

    public static InteractionCallback Says(DiscordMessage message) => new(Message, message);

    /// <summary>"The bot is thinking", for the asker alone; the answer follows.</summary>
    public static InteractionCallback Later() => new(Deferred, new DiscordMessage { Flags = DiscordMessage.Ephemeral });
}
