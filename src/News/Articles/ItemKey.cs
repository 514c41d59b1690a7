using System.Security.Cryptography;
using System.Text;
using News.Feeds;

namespace News.Articles;

/// <summary>
/// Identifies an item within its feed: its guid, else its link, else a hash of its content, in that order of trust.
/// The prefix says which: <c>guid:…</c>, <c>link:…</c>, <c>hash:…</c>.
/// </summary>
public readonly record struct ItemKey(string Value)
{
    // A guid is any text. Longer ones are kept as their hash, so that no feed can fill the index with novels.
    private const int MaxGuidLength = 512;

    /// <summary>
    /// The key of a feed's item. A guid or link that is only a site's front page is passed over: it would make one
    /// item of all that the feed brings. The hash covers title and body, so an edited item without guid and link is a new one.
    /// </summary>
    public static ItemKey Of(FeedItem item)
    {
        var guid = item.Id?.Trim();
        if (!string.IsNullOrEmpty(guid) && (CanonicalLink.Of(guid) is null || CanonicalLink.OfItem(guid) is not null))
            return new ItemKey("guid:" + (guid.Length > MaxGuidLength ? Hash(guid) : guid));
        if (CanonicalLink.OfItem(item.Link) is { } link)
            return new ItemKey("link:" + (link.Length > MaxGuidLength ? Hash(link) : link));
        return new ItemKey("hash:" + Hash($"{item.Title}\n{Body(item)}"));
    }

    public override string ToString() => Value;

    private static string? Body(FeedItem item) => item.Content?.ToHtml() is { Length: > 0 } html ? html : item.Summary?.ToText();

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
