using System.Collections.Immutable;
using System.Globalization;
using News.Feeds;

namespace News.Articles;

/// <summary>
/// Tells cheaply whether a feed's document says anything that its last one did not: each of its items as two 64-bit numbers, one
/// for how it is written, one for how it reads. Only an item that is written otherwise than before is read for the second.
/// </summary>
public sealed class DocumentPrints
{
    /// <summary>In ascending order, each with the wording that belongs to it. The feed's title is the first item, as it were.</summary>
    private readonly long[] _writings;
    private readonly long[] _wordings;

    private readonly HashSet<FeedItem> _changed;

    private DocumentPrints(long[] writings, long[] wordings, HashSet<FeedItem> changed)
    {
        _writings = writings;
        _wordings = wordings;
        _changed = changed;
    }

    /// <summary>Nothing in it reads otherwise than something in the document before.</summary>
    public bool SaysNothingNew { get; private init; }

    /// <param name="before">The last document of the feed that was taken in; null where there is none.</param>
    public static DocumentPrints Of(Feed feed, DocumentPrints? before)
    {
        ArgumentNullException.ThrowIfNull(feed);
        var identities = ItemFingerprint.Of(feed);
        var writings = new long[identities.Length];
        var wordings = new long[identities.Length];
        var changed = new HashSet<FeedItem>(ReferenceEqualityComparer.Instance);
        var known = before?._wordings.ToHashSet() ?? [];
        writings[0] = wordings[0] = identities[0];
        for (var i = 1; i < identities.Length; i++)
        {
            var item = feed.Items[i - 1];
            var identity = identities[i].ToString(CultureInfo.InvariantCulture);
            writings[i] = ItemMark.Of('c', identity, Print(item.Content), Print(item.Summary));
            wordings[i] = before?.WordingOf(writings[i]) ?? ItemMark.Of('d', identity, Wording(item));
            if (!known.Contains(wordings[i]))
                changed.Add(item);
        }

        if (before is not null && changed.Count == 0 && known.Contains(wordings[0]))
            return before.WrittenAs(writings, wordings);
        Array.Sort(writings, wordings);
        return new DocumentPrints(writings, wordings, changed);
    }

    /// <summary>Whether an item of this document reads otherwise than all that the document before had.</summary>
    public bool IsChanged(FeedItem item) => _changed.Contains(item);

    /// <summary>Without the document itself, for a long life.</summary>
    public DocumentPrints Kept() => new(_writings, _wordings, []);

    /// <summary>With some of its items written otherwise. What a document lacks that says nothing new is kept: it may be a part of its feed.</summary>
    private DocumentPrints WrittenAs(long[] writings, long[] wordings)
    {
        var rewritten = wordings.ToHashSet();
        var others = Enumerable.Range(0, _wordings.Length).Where(i => !rewritten.Contains(_wordings[i])).ToList();
        long[] allWritings = [.. writings, .. others.Select(i => _writings[i])];
        long[] allWordings = [.. wordings, .. others.Select(i => _wordings[i])];
        Array.Sort(allWritings, allWordings);
        return new DocumentPrints(allWritings, allWordings, []) { SaysNothingNew = true };
    }

    private long? WordingOf(long writing) => Array.BinarySearch(_writings, writing) is >= 0 and var at ? _wordings[at] : null;

    private static string? Print(ItemText? text) => text?.Print().ToString(CultureInfo.InvariantCulture);

    private static string Wording(FeedItem item)
    {
        var title = PlainText.OneLine(item.Title ?? "");
        return ItemWording.Of(title, StoryText.Under(title, item)).ToString(CultureInfo.InvariantCulture);
    }
}
