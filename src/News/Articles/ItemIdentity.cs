using System.Collections.Immutable;
using System.Globalization;
using News.Feeds;

namespace News.Articles;

/// <summary>
/// What an item goes by, each part as a 64-bit number (an <see cref="ItemMark"/>) so that it can be looked up among
/// millions: guid, link and title, of which each may change. A part that can't tell items apart is null: a guid "0",
/// a link to the site's front page, a title without a letter.
/// </summary>
public sealed class ItemIdentity
{
    private readonly FeedItem _item;
    private long? _words;

    /// <summary>Takes an item as its feed gives it. The body is not read before somebody asks for <see cref="Words"/>.</summary>
    public ItemIdentity(FeedItem item)
    {
        _item = item;
        if (ItemKey.GuidOf(item, out var address) is { } guid)
            Id = ItemMark.Of('g', address ?? guid);
        if (CanonicalLink.OfItem(item.Link) is { } link)
            Link = ItemMark.Of('l', link);

        var title = FoldedTitle.Of(PlainText.OneLine(item.Title ?? ""));
        if (title.Length > 0)
            Title = ItemMark.Of('t', title);
        TitleTells = FoldedTitle.SaysEnough(title);
        Seconds = (item.Published ?? item.Updated)?.ToUnixTimeSeconds();
        if (Seconds is { } seconds)
            Moment = ItemMark.Of('m', seconds.ToString(CultureInfo.InvariantCulture), title);
    }

    /// <summary>The guid; where it is an address, in its canonical form: a site that goes from http to https changes nothing.</summary>
    public long? Id { get; }

    /// <summary>The canonical link, with the place on the page.</summary>
    public long? Link { get; }

    /// <summary>The title's words without case, accents and punctuation.</summary>
    public long? Title { get; }

    /// <summary>The title is more than the name of a column ("Weather", "Breaking news"), so that it says something of its own.</summary>
    public bool TitleTells { get; }

    /// <summary>Date (to the second) and title together; null where the feed gives no date.</summary>
    public long? Moment { get; }

    /// <summary>
    /// Title and text; what an item without guid and link goes by. There the date is a part of it: "Air raid alert in
    /// Kyiv" is news each night.
    /// </summary>
    public long Words => _words ??= WordsMark(ItemKey.WordsOf(_item), IsNameless ? Seconds : null);

    internal FeedItem Item => _item;

    /// <summary>The item's text as an article has it. Read anew at each question.</summary>
    internal string Text => StoryText.Under(PlainText.OneLine(_item.Title ?? ""), _item);

    internal long? Seconds { get; }

    /// <summary>Nothing but its words names the item.</summary>
    internal bool IsNameless => Id is null && Link is null;

    internal IEnumerable<long> Parts
    {
        get
        {
            foreach (var part in (long?[])[Id, Link, Title, Moment])
            {
                if (part is { } mark)
                    yield return mark;
            }
        }
    }

    /// <summary>
    /// The marks of an article that was stored before there were any, as far as its row still tells them: its guid where
    /// it was its key, its link, its title and its date.
    /// </summary>
    /// <param name="published">Null where the feed gave no date.</param>
    public static ImmutableArray<long> OfStored(ItemKey key, string title, string? link, DateTimeOffset? published)
    {
        var guid = key.Value.StartsWith(ItemKey.GuidPrefix, StringComparison.Ordinal) ? key.Value[ItemKey.GuidPrefix.Length..] : null;
        var marks = new ItemIdentity(new FeedItem { Id = guid, Link = link, Title = title, Published = published }).Parts;
        return key.Value.StartsWith(ItemKey.HashPrefix, StringComparison.Ordinal)
            ? [.. marks, ItemMark.Of('w', key.Value[ItemKey.HashPrefix.Length..])]
            : [.. marks];
    }

    /// <summary>
    /// <see cref="Words"/> of an article that was stored without guid and link: with its title, and without it, which may
    /// be the beginning of its text.
    /// </summary>
    /// <param name="published">Null where the feed gave no date.</param>
    public static ImmutableArray<long> WordsOfStored(string title, string text, DateTimeOffset? published) =>
    [
        WordsMark(ItemKey.WordsOf(title, text), published?.ToUnixTimeSeconds()),
        WordsMark(ItemKey.WordsOf("", text), published?.ToUnixTimeSeconds()),
    ];

    private static long WordsMark(string words, long? seconds) => seconds is { } date
        ? ItemMark.Of('w', words, date.ToString(CultureInfo.InvariantCulture))
        : ItemMark.Of('w', words);
}
