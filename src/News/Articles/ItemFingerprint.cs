using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.InteropServices;
using News.Feeds;

namespace News.Articles;

/// <summary>
/// Tells cheaply whether a feed holds what it held before: a 64-bit number for each of its items, and one for its title.
/// Where all of them stood in an earlier document, nothing in this one is new.
/// </summary>
public static class ItemFingerprint
{
    /// <summary>
    /// The numbers, in the order of the items, the title's first. They are made of guid, link and title as written; of
    /// date and body too where guid and link say nothing, or where several items share all three. A changed date or
    /// body alone therefore leaves an item's number as it was.
    /// </summary>
    public static ImmutableArray<long> Of(Feed feed)
    {
        var prints = new long[feed.Items.Length + 1];
        prints[0] = ItemMark.Of('f', feed.Title);
        var shared = new HashSet<long>();
        var seen = new HashSet<long>(prints.Length);
        for (var i = 0; i < feed.Items.Length; i++)
        {
            var item = feed.Items[i];
            prints[i + 1] = SaysNothing(item.Id) && SaysNothing(item.Link) ? Long(item) : ItemMark.Of('p', item.Id, item.Link, item.Title);
            if (!seen.Add(prints[i + 1]))
                shared.Add(prints[i + 1]);
        }

        for (var i = 0; shared.Count > 0 && i < feed.Items.Length; i++)
        {
            if (shared.Contains(prints[i + 1]))
                prints[i + 1] = Long(feed.Items[i]);
        }

        return ImmutableCollectionsMarshal.AsImmutableArray(prints);
    }

    private static long Long(FeedItem item) => ItemMark.Of(
        'q', item.Id, item.Link, (item.Published ?? item.Updated)?.UtcTicks.ToString(CultureInfo.InvariantCulture), ItemKey.WordsOf(item));

    /// <summary>A guid or link that is missing, a placeholder or an address without a path; roughly, without taking it apart.</summary>
    private static bool SaysNothing(string? part)
    {
        if (string.IsNullOrWhiteSpace(part))
            return true;
        var scheme = part.IndexOf("://", StringComparison.Ordinal);
        if (scheme < 0)
            return part.Length < 40 && ItemKey.IsPlaceholder(part.AsSpan().Trim());
        var path = part.AsSpan(scheme + 3).IndexOfAny('/', '?', '#');
        return path < 0 || path == part.Length - scheme - 4;
    }
}
