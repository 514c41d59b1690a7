namespace Bot.Commands;

/// <summary>A text file that is part of an answer. A platform that takes no files for one person alone shows its text.</summary>
/// <param name="Name">"feeds.opml": letters, digits, '-' and '.'.</param>
/// <param name="MediaType">"text/x-opml".</param>
public sealed record AttachedFile(string Name, string MediaType, string Text)
{
    /// <summary>How else to come by it, where it is too long to be shown: a sentence.</summary>
    public string? OtherWay { get; init; }
}
