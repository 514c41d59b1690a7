using News.Articles;

namespace News.Feeds;

/// <summary>
/// A text of an item as its feed wrote it. Nothing is decoded until somebody asks, and each question reads it anew: who
/// needs an answer twice keeps it.
/// </summary>
public sealed class ItemText
{
    private readonly FeedText source;
    private readonly bool isFinished;

    private ItemText(FeedText source, bool isFinished)
    {
        this.source = source;
        this.isFinished = isFinished;
    }

    /// <summary>A text out of HTML, for what does not come from a feed's bytes.</summary>
    /// <param name="baseUri">What its relative links are relative to.</param>
    public static ItemText FromHtml(string html, Uri? baseUri = null) =>
        new(new FeedText(html, IsHtml: true, baseUri), isFinished: true);

    /// <summary>A text out of plain text, in which "&amp;amp;" and "&lt;b&gt;" mean what they say.</summary>
    public static ItemText FromText(string text) => new(new FeedText(text, IsHtml: false, null), isFinished: true);

    internal static ItemText? Of(FeedText? text) => text is null ? null : new ItemText(text, isFinished: false);

    /// <summary>HTML without what runs or loads by itself and with absolute links; "" where nothing is left.</summary>
    public string ToHtml() =>
        source.IsHtml ? FeedHtml.Clean(source.Text, source.Base, out _) : FeedHtml.FromPlainText(source.Text);

    /// <summary>Plain text, paragraphs separated by an empty line ("\n\n"); "" where there is none.</summary>
    public string ToText() => source.IsHtml ? FromMarkup(HtmlText.ToText(source.Text)) : FromPlain();

    /// <summary>As <see cref="ToText"/> without the captions of pictures, unless these are all there is.</summary>
    public string ToStory()
    {
        if (!source.IsHtml)
            return FromPlain();
        var story = HtmlText.ToStory(source.Text);
        return story.Length > 0 ? story : HtmlText.ToText(source.Text);
    }

    /// <summary>The address of the first picture that is more than a counter's pixel; null where there is none.</summary>
    public string? FirstImage()
    {
        if (!source.IsHtml)
            return null;
        FeedHtml.Clean(source.Text, source.Base, out var image);
        return image;
    }

    private string FromPlain() =>
        PlainText.FoldLines(isFinished ? source.Text : CharacterReferences.Decode(source.Text));

    // Without a tag "AT&amp;amp;T" was escaped once too often.
    private string FromMarkup(string text) =>
        !source.Text.Contains('<', StringComparison.Ordinal) && source.Text.Contains("&amp;", StringComparison.Ordinal)
        && CharacterReferences.ContainsReference(text)
            ? CharacterReferences.Decode(text)
            : text;
}
