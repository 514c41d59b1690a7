using System.Collections.Immutable;
using System.Runtime.InteropServices;
using News.Feeds;

namespace News.Articles;

/// <summary>The stored items that go by one mark: the first and the last of them by number, one and the same where it is but one.</summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct MarkHolders(long First, long Last)
{
    internal bool AreOne => First == Last;
}

/// <summary>An item of a document, held against what is stored.</summary>
/// <param name="Known">The number of the stored item that it is; null where it is new.</param>
/// <param name="NewMarks">What it goes by and nothing stored does yet, to be filed under its number.</param>
/// <param name="IsReissue">
/// New by all rules, yet one of a document full of stories that are known: see <see cref="Reissue"/>. Worth storing, not
/// worth telling.
/// </param>
/// <param name="Key">For a new item, a name that no stored item of the feed has.</param>
public sealed record RecognisedItem(FeedItem Item, long? Known, ItemMarks NewMarks, bool IsReissue, ItemKey? Key)
{
    /// <summary>Other items of the feed link the same page: it tells many stories.</summary>
    public bool SharesLink { get; init; }
}

/// <summary>What an item goes by, by its parts.</summary>
/// <param name="Title">The title; the title with the date; for an item without guid and link its words.</param>
public sealed record ItemMarks(ImmutableArray<long> Id, ImmutableArray<long> Link, ImmutableArray<long> Title)
{
    public ImmutableArray<long> All => [.. Id, .. Link, .. Title];
}

/// <summary>
/// Finds out which items of a feed's document are known though guid, link or title changed: an item is the same when two
/// of the three say so.
/// </summary>
/// <remarks>
/// <para>A part speaks for a stored item only if it names this one and no other, in the store as in the document: a guid that
/// all items share, a live page that each links, "Weather" as a title are no evidence. A telling title and a date that
/// are both the same count as two: a feed that moved to another domain keeps them.</para>
/// <para>Where a part is missing or no evidence, the rest decides, a guid before a link before a title; a guid and a link that
/// say opposite things are judged by the date. A title alone never makes two items one.</para>
/// <para>Items that stand in one document side by side are different items, unless all three parts and the date are the same,
/// or guid, title and date. In doubt an item is new: a story lost is worse than one told twice.</para>
/// </remarks>
public sealed class ItemRecognition
{
    // On fewer, new guids may be those of new items.
    private const int MinKnownLinks = 3;

    private readonly ImmutableArray<ItemIdentity> _items;

    /// <summary>Marks that more than one item of the document goes by.</summary>
    private readonly HashSet<long> _shared = [];

    private ItemRecognition(ImmutableArray<ItemIdentity> items)
    {
        _items = items;
        var seen = new HashSet<long>();
        foreach (var mark in items.SelectMany(item => item.Parts))
        {
            if (!seen.Add(mark))
                _shared.Add(mark);
        }
    }

    /// <summary>What is to be looked up in the store.</summary>
    public IEnumerable<long> Marks => _items.SelectMany(MarksOf).Distinct();

    /// <summary>Takes a document's items in their order. What stands in it twice is taken once.</summary>
    public static ItemRecognition Of(IEnumerable<FeedItem> items)
    {
        var once = ImmutableArray.CreateBuilder<ItemIdentity>();
        var firsts = new Dictionary<(long?, long?, long?), ItemIdentity>();
        var seen = new HashSet<(long?, long?, long?, long)>();
        var moments = new HashSet<(long, long)>();
        foreach (var item in items.Select(item => new ItemIdentity(item)))
        {
            var parts = (item.Id, item.Link, item.Title);
            var isNew = firsts.TryAdd(parts, item);
            if (!isNew)
            {
                var first = firsts[parts];
                seen.Add((first.Id, first.Link, first.Title, When(first)));
                isNew = seen.Add((item.Id, item.Link, item.Title, When(item)));
            }

            if (item is { Id: { } id, Title: not null, Moment: { } moment })
                isNew &= moments.Add((id, moment));
            if (isNew)
                once.Add(item);
        }

        return new ItemRecognition(once.ToImmutable());

        // A date may be no more than a day's, under which a page says many things without a title.
        static long When(ItemIdentity item) => item.TitleTells ? item.Seconds ?? item.Words : item.Words;
    }

    /// <summary>Holds the items against what is stored. Each stored item is found once, by the item that has most in common with it.</summary>
    /// <param name="stored">Who goes by each of <see cref="Marks"/>, where there is somebody.</param>
    /// <param name="read">
    /// What is stored of items, given by number; one whose row is gone is left out. Asked seldom. Null where the document is
    /// but a part of its feed: a part is no feed that was issued anew.
    /// </param>
    /// <returns>In the order of the document.</returns>
    public ImmutableArray<RecognisedItem> Against(
        IReadOnlyDictionary<long, MarkHolders> stored, Func<IReadOnlyList<long>, IReadOnlyDictionary<long, StoredItem>>? read)
    {
        var known = new long?[_items.Length];
        var taken = new HashSet<long>();
        foreach (var (item, article, _) in Likenesses(stored).OrderByDescending(one => one.Strength).ThenBy(one => one.Item))
        {
            if (known[item] is null && taken.Add(article))
                known[item] = article;
        }

        var reissued = read is null ? [] : Reissued(stored, read, known, taken);
        return
        [
            .. _items.Select((item, index) => known[index] is { } article
                ? new RecognisedItem(item.Item, article, ChangedParts(item, stored), IsReissue: false, Key: null)
                : new RecognisedItem(item.Item, null, PartsOf(item), reissued.Contains(index), FreeKey(item, stored)) { SharesLink = SharesLink(item, stored) }),
        ];
    }

    /// <summary>The pairs of an item (by its place) and a stored item that are the same by the rule, with how much they have in common.</summary>
    private IEnumerable<(int Item, long Article, int Strength)> Likenesses(IReadOnlyDictionary<long, MarkHolders> stored)
    {
        var hasNewGuids = HasNewGuids(stored);
        for (var i = 0; i < _items.Length; i++)
        {
            var item = _items[i];
            var candidates = MarksOf(item)
                .Where(stored.ContainsKey)
                .Select(mark => stored[mark])
                .Where(holders => holders.AreOne)
                .Select(holders => holders.First)
                .Distinct();
            foreach (var article in candidates)
            {
                var likeness = new Likeness(
                    hasNewGuids ? Voice.Silent : Hear(item.Id, article, stored), Hear(item.Link, article, stored), Hear(item.Title, article, stored), item.TitleTells,
                    item.Seconds is not null, Hear(item.Moment, article, stored) == Voice.Same,
                    GoesByWords(item) && stored.TryGetValue(item.Words, out var same) && same.First == article);
                if (likeness.IsSame)
                    yield return (i, article, likeness.Strength);
            }
        }
    }

    private Voice Hear(long? part, long article, IReadOnlyDictionary<long, MarkHolders> stored)
    {
        if (part is not { } mark)
            return Voice.Silent;
        if (!stored.TryGetValue(mark, out var holders))
            return Voice.Other;
        if (!holders.AreOne)
            return Voice.Unclear;
        if (holders.First != article)
            return Voice.Other;
        return _shared.Contains(mark) ? Voice.Unclear : Voice.Same;
    }

    /// <summary>
    /// The places of the items that look new though a stored item has their title, if they are most of the document and
    /// nothing says that they are news. Columns that come back each day have their titles stored more than once, and are not
    /// asked about.
    /// </summary>
    private HashSet<int> Reissued(
        IReadOnlyDictionary<long, MarkHolders> stored, Func<IReadOnlyList<long>, IReadOnlyDictionary<long, StoredItem>> read,
        long?[] known, HashSet<long> taken)
    {
        var namesakes = new List<(int Place, long Article)>();
        for (var i = 0; i < _items.Length; i++)
        {
            if (known[i] is null && _items[i] is { TitleTells: true, Title: { } title } && !_shared.Contains(title)
                && stored.TryGetValue(title, out var holders) && holders.AreOne && taken.Add(holders.First))
            {
                namesakes.Add((i, holders.First));
            }
        }

        if (!Reissue.AreEnough(namesakes.Count, _items.Length))
            return [];
        var before = read([.. namesakes.Select(one => one.Article)]);
        return Reissue.Among(
            [.. namesakes.Where(one => before.ContainsKey(one.Article)).Select(one => new Namesake(one.Place, _items[one.Place], before[one.Article]))],
            _items.Length);
    }

    private bool SharesLink(ItemIdentity item, IReadOnlyDictionary<long, MarkHolders> stored) =>
        item.Link is { } link && (_shared.Contains(link) || (stored.TryGetValue(link, out var holders) && !holders.AreOne));

    /// <summary>
    /// Not one guid is known, though most of the links are: a feed that makes new guids at each poll, whose guids therefore
    /// don't say that an item is another.
    /// </summary>
    private bool HasNewGuids(IReadOnlyDictionary<long, MarkHolders> stored)
    {
        var known = 0;
        foreach (var item in _items)
        {
            if (item.Id is not { } id || stored.ContainsKey(id))
                return false;
            if (item.Link is { } link && !_shared.Contains(link) && stored.TryGetValue(link, out var holders) && holders.AreOne)
                known++;
        }

        return known >= MinKnownLinks && known * 2 > _items.Length;
    }

    private IEnumerable<long> MarksOf(ItemIdentity item) => GoesByWords(item) ? item.Parts.Append(item.Words) : item.Parts;

    private bool GoesByWords(ItemIdentity item) => item.IsNameless || (IsNoEvidence(item.Id) && IsNoEvidence(item.Link));

    private bool IsNoEvidence(long? part) => part is not { } mark || _shared.Contains(mark);

    private ItemMarks PartsOf(ItemIdentity item)
    {
        var titles = Present(item.Title, item.Moment);
        return new ItemMarks(Present(item.Id), Present(item.Link), GoesByWords(item) ? titles.Add(item.Words) : titles);
    }

    /// <summary>The moment only with a new title: a feed that dates its items anew at each poll would leave as many marks.</summary>
    private ItemMarks ChangedParts(ItemIdentity item, IReadOnlyDictionary<long, MarkHolders> stored)
    {
        return new ItemMarks(
            IsChanged(item.Id) ? Present(item.Id) : [], IsChanged(item.Link) ? Present(item.Link) : [], IsChanged(item.Title) ? Present(item.Title, item.Moment) : []);

        bool IsChanged(long? part) => part is { } mark && !_shared.Contains(mark) && !stored.ContainsKey(mark);
    }

    private static ImmutableArray<long> Present(params ReadOnlySpan<long?> marks)
    {
        var present = ImmutableArray.CreateBuilder<long>(marks.Length);
        foreach (var mark in marks)
        {
            if (mark is { } some)
                present.Add(some);
        }

        return present.ToImmutable();
    }

    private ItemKey FreeKey(ItemIdentity item, IReadOnlyDictionary<long, MarkHolders> stored)
    {
        if (IsFree(item.Id) && ItemKey.OfGuid(item.Item) is { } guid)
            return guid;
        if (IsFree(item.Link) && ItemKey.OfLink(item.Item) is { } link)
            return link;
        return item is { IsNameless: true, Seconds: null } && !stored.ContainsKey(item.Words) ? ItemKey.Of(item.Item) : ItemKey.OfWhole(item.Item);

        bool IsFree(long? part) => part is { } mark && !_shared.Contains(mark) && !stored.ContainsKey(mark);
    }

    /// <summary>What a part of an item says about a stored one.</summary>
    private enum Voice
    {
        /// <summary>The item has no such part.</summary>
        Silent,

        /// <summary>It names this stored item, and nothing else.</summary>
        Same,

        /// <summary>It names several.</summary>
        Unclear,

        /// <summary>It names another, or none.</summary>
        Other,
    }

    /// <summary>What an item and a stored one have in common.</summary>
    private sealed record Likeness(Voice Id, Voice Link, Voice Title, bool TitleTells, bool IsDated, bool IsSameMoment, bool AreSameWords)
    {
        public bool IsSame
        {
            get
            {
                if (Agreeing >= 2 || AreSameWords || (IsSameMoment && TitleTells))
                    return true;
                return (Id, Link) switch
                {
                    (Voice.Same, Voice.Other) => Title is not Voice.Other && (IsSameMoment || !IsDated),
                    (Voice.Same, _) => true,
                    (Voice.Other, Voice.Same) => (Title is Voice.Same && !IsDated) || (Title is not Voice.Other && IsSameMoment),
                    (_, Voice.Same) => true,
                    (Voice.Silent, Voice.Silent) => false,
                    (not Voice.Other, not Voice.Other) => Title is not Voice.Other && (IsSameMoment || IsOnlyUnclear),
                    _ => false,
                };
            }
        }

        public int Strength => 8 * Agreeing + (IsSameMoment ? 4 : 0) + (AreSameWords ? 2 : 0) + (Title is Voice.Same or Voice.Unclear ? 1 : 0);

        private int Agreeing => (Id is Voice.Same ? 1 : 0) + (Link is Voice.Same ? 1 : 0) + (IsTitleSame ? 1 : 0);

        private bool IsTitleSame => Title is Voice.Same && TitleTells;

        /// <summary>An undated entry of a live page: guid and link are those of its neighbours too, the title is its own.</summary>
        private bool IsOnlyUnclear => IsTitleSame && !IsDated && (Id is Voice.Unclear || Link is Voice.Unclear);
    }
}
