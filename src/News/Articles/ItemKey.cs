using System.Security.Cryptography;
using System.Text;
using News.Feeds;

namespace News.Articles;

/// <summary>
/// Names an item within its feed: by its guid, else its link, else a hash of its content, in that order of trust.
/// The prefix says which: <c>guid:…</c>, <c>link:…</c>, <c>hash:…</c>; <c>item:…</c> where several items share their guid
/// and link. Each may change while the item stays the same: see <see cref="ItemRecognition"/>.
/// </summary>
public readonly record struct ItemKey(string Value)
{
    internal const string GuidPrefix = "guid:";
    internal const string HashPrefix = "hash:";

    // A guid is any text. Longer ones are kept as their hash, so that no feed can fill the index with novels.
    private const int MaxGuidLength = 512;

    private static readonly string[] Placeholders = ["none", "null", "nil", "undefined", "nan", "n/a", "guid", "id"];

    /// <summary>
    /// The key of a feed's item. A guid or link that is only a site's front page is passed over: it would make one
    /// item of all that the feed brings. The hash covers title and body, so an edited item without guid and link is a new one.
    /// </summary>
    public static ItemKey Of(FeedItem item) => OfGuid(item) ?? OfLink(item) ?? new ItemKey(HashPrefix + WordsOf(item));

    /// <summary>A key out of all that an item says, for one whose guid and link name others too.</summary>
    internal static ItemKey OfWhole(FeedItem item) => new(
        "item:" + Hash($"{item.Id}\n{item.Link}\n{(item.Published ?? item.Updated)?.UtcTicks}\n{item.Title}\n{Body(item)}"));

    internal static ItemKey? OfGuid(FeedItem item) => GuidOf(item) is { } guid ? new ItemKey(GuidPrefix + guid) : null;

    internal static ItemKey? OfLink(FeedItem item) => CanonicalLink.OfItem(item.Link) is { } link
        ? new ItemKey("link:" + (link.Length > MaxGuidLength ? Hash(link) : link))
        : null;

    /// <summary>The guid, a long one as its hash; null where it can't tell items apart: "0", "null", the site's front page.</summary>
    internal static string? GuidOf(FeedItem item) => GuidOf(item, out _);

    /// <param name="canonical">The guid in its canonical form, where it is an address of no more than a guid's length.</param>
    internal static string? GuidOf(FeedItem item, out string? canonical)
    {
        var guid = item.Id?.Trim();
        canonical = CanonicalLink.OfItem(guid);
        if (string.IsNullOrEmpty(guid) || IsPlaceholder(guid) || (canonical is null && CanonicalLink.Of(guid) is not null))
            return null;
        if (guid.Length <= MaxGuidLength)
            return guid;
        canonical = null;
        return Hash(guid);
    }

    /// <summary>
    /// A hash of title and text as a reader sees them: markup that changes at each poll (a counter's pixel) changes no item.
    /// Where there is nothing to read, of the markup.
    /// </summary>
    internal static string WordsOf(FeedItem item)
    {
        var title = PlainText.OneLine(item.Title ?? "");
        var text = StoryText.Under(title, item);
        return WordsOf(title, title.Length + text.Length > 0 ? text : $"{Body(item)}\n{string.Join('\n', item.Enclosures.Select(file => file.Url))}");
    }

    /// <summary>The same of an article's title and text; an untitled item's title is "".</summary>
    internal static string WordsOf(string title, string text) => Hash($"{title}\n{text}");

    /// <summary>"0", "-" and "00000000-0000-0000-0000-000000000000" are what a program writes that has nothing to write.</summary>
    internal static bool IsPlaceholder(ReadOnlySpan<char> guid)
    {
        foreach (var placeholder in Placeholders)
        {
            if (guid.Equals(placeholder, StringComparison.OrdinalIgnoreCase))
                return true;
        }

        foreach (var c in guid)
        {
            if (c != '0' && (char.IsLetterOrDigit(c) || char.IsSurrogate(c)))
                return false;
        }

        return true;
    }

    public override string ToString() => Value;

    private static string? Body(FeedItem item) => item.Content?.ToHtml() is { Length: > 0 } html ? html : item.Summary?.ToText();

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
