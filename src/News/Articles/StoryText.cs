using News.Feeds;

namespace News.Articles;

/// <summary>The story in a feed's item: its text without what the feed's software put around it.</summary>
internal static class StoryText
{
    /// <summary>The fullest text that the item has; empty where it has none.</summary>
    public static string Of(FeedItem item)
    {
        var text = item.Content?.ToStory() ?? "";
        if (text.Length == 0)
            text = item.Summary?.ToText() ?? "";
        return WithoutSignature(text);
    }

    /// <summary>The same under a headline, which it does not repeat.</summary>
    /// <param name="title">On one line; empty where the item has none.</param>
    public static string Under(string title, FeedItem item) => title.Length > 0 ? WithoutHeadline(Of(item), title) : Of(item);

    /// <summary>The text without a first paragraph that only repeats the headline.</summary>
    public static string WithoutHeadline(string text, string title)
    {
        var end = text.IndexOf("\n\n", StringComparison.Ordinal);
        var first = end < 0 ? text : text[..end];
        if (first.Length > 2 * title.Length + 16 || !FoldedTitle.AreSame(first, title))
            return text;
        return end < 0 ? "" : text[(end + 2)..];
    }

    // WordPress signs each item with title and site: "The post … appeared first on Example." Left in, a site whose
    // name is a watched word would match with everything.
    private static string WithoutSignature(string text)
    {
        var start = text.LastIndexOf("\n\n", StringComparison.Ordinal);
        var last = text.AsSpan(start < 0 ? 0 : start + 2);
        return last.StartsWith("The post ") && last.Contains(" appeared first on ", StringComparison.Ordinal)
            ? text[..Math.Max(start, 0)]
            : text;
    }
}
