using System.Collections.Immutable;

namespace News.Feeds;

/// <summary>An item while it is read: the first that says a thing is believed, and the element that says it best.</summary>
internal sealed class ItemDraft(FeedWarnings warnings)
{
    /// <summary>The rank of media:description, which is the text under a picture as often as one about the item.</summary>
    public const int CaptionRank = 0;

    private const int MaximumCategories = 500;
    private const int MaximumEnclosures = 500;

    // Of the addresses of a whole feed's enclosures. Relative ones take no place in the document and much in memory.
    private const int MaximumAddresses = 12 * 1024 * 1024;

    private readonly List<string> categories = [];
    private readonly List<Enclosure> enclosures = [];
    private readonly AuthorList creators = new();
    private string? image;
    private ItemText? picture;
    private int imageRank = -1;
    private ItemText? spare;
    private int spareRank = -1;
    private int addresses;

    public string? Id { get; set; }

    /// <summary>What another vocabulary calls the item by (dc:identifier), where the dialect's own id is missing.</summary>
    public string? SpareId { get; set; }

    public string? Link { get; set; }

    /// <summary>What another vocabulary calls the item's page, where nothing else names one.</summary>
    public string? SpareLink { get; set; }

    /// <summary>The guid, where it says that it is the item's address too.</summary>
    public string? PermaLink { get; set; }

    public string? Title { get; set; }

    public string? Author { get; set; }

    public DateTimeOffset? Published { get; set; }

    public DateTimeOffset? Updated { get; set; }

    public string? CommentsUrl { get; set; }

    /// <summary>What the dialect has for full texts: content:encoded, Atom's content, content_html.</summary>
    public ItemText? Content { get; set; }

    /// <summary>What the dialect has for short texts: description, summary.</summary>
    public ItemText? Summary { get; set; }

    /// <summary>Whether a reader could make use of an item that broke off in the middle.</summary>
    public bool CanStandAlone => Id is not null || Link is not null || PermaLink is not null || SpareLink is not null || Title is not null;

    /// <summary>A text that other vocabularies offer; the higher rank stands in where the dialect's own texts are missing.</summary>
    public void AddSpare(ItemText? text, int rank)
    {
        if (text is not null && rank > spareRank)
            (spare, spareRank) = (text, rank);
    }

    public void AddImage(string? address, int rank)
    {
        if (address is not null && rank > imageRank)
            (image, picture, imageRank) = (address, null, rank);
    }

    /// <summary>As <see cref="AddImage"/>, for an address that leads somewhere in any case and that few will ask for.</summary>
    public void AddPicture(ItemText address, int rank)
    {
        if (rank > imageRank)
            (image, picture, imageRank) = (null, address, rank);
    }

    public void AddCategory(string? category)
    {
        if (category is null)
            return;
        if (categories.Count == MaximumCategories)
            warnings.Add("Categories of an item after the five hundredth were left out.");
        else if (!categories.Contains(category, StringComparer.Ordinal))
            categories.Add(category);
    }

    public void AddEnclosure(string? address, string? type, string? length)
    {
        if (address is null || enclosures.Exists(file => file.Url == address))
            return;
        if (enclosures.Count == MaximumEnclosures)
        {
            warnings.Add("Enclosures of an item after the five hundredth were left out.");
            return;
        }

        if ((addresses += address.Length) > MaximumAddresses)
        {
            warnings.Add("Enclosures after twelve million letters of addresses were left out.");
            return;
        }

        var bytes = long.TryParse(length, out var number) && number >= 0 ? number : (long?)null;
        enclosures.Add(new Enclosure(address, type, bytes));
        if (type?.StartsWith("image/", StringComparison.OrdinalIgnoreCase) == true)
            AddImage(address, 1);
    }

    public void AddCreator(string? name)
    {
        if (!creators.Add(name))
            warnings.Add("Authors of an item after the fiftieth were left out.");
    }

    /// <summary>Makes room for the next item.</summary>
    public void Clear()
    {
        categories.Clear();
        enclosures.Clear();
        creators.Clear();
        (image, picture, imageRank, spare, spareRank) = (null, null, -1, null, -1);
        (Id, SpareId, Link, SpareLink, PermaLink, Title, Author, CommentsUrl) = (null, null, null, null, null, null, null, null);
        (Published, Updated, Content, Summary) = (null, null, null, null);
    }

    public FeedItem Build()
    {
        var (full, brief) = Bodies();
        return new FeedItem
        {
            Id = Id ?? SpareId,
            Link = Link ?? PermaLink ?? SpareLink,
            Title = Title,
            Content = full,
            Summary = brief,
            Author = Byline(),
            Published = Published,
            Updated = Updated,
            Categories = [.. categories],
            Image = image,
            Picture = picture,
            Enclosures = [.. enclosures],
            CommentsUrl = CommentsUrl,
        };
    }

    /// <summary>
    /// The fuller body and the short one. One body alone is the full one, whatever element it stands in; and a "content"
    /// that is a mere teaser beside a long description changes places with it. Another vocabulary's text (itunes:summary
    /// beside the description) is the full one where it is much longer. What stands under a picture is neither.
    /// </summary>
    private (ItemText? Full, ItemText? Brief) Bodies()
    {
        var other = spareRank > CaptionRank ? spare : null;
        if (Content is null)
        {
            if (Summary is null || other is null)
                return (Summary ?? spare, null);
            if (IsMuchLonger(other, Summary))
                return (other, Summary);
            return (Summary, other.Length >= Summary.Length || other.IsSameAs(Summary) ? null : other);
        }

        if (Summary is null)
            return (Content, other is null || other.IsSameAs(Content) ? null : other);
        return IsMuchLonger(Summary, Content) ? (Summary, Content) : (Content, Summary);
    }

    private static bool IsMuchLonger(ItemText one, ItemText other) => one.Length > 500 && one.Length > 2 * other.Length;

    /// <summary>A name is better than a mail address, wherever it stands.</summary>
    private string? Byline()
    {
        if (Author is not null && !PersonName.IsMailAddress(Author))
            return Author;
        return creators.ToLine() ?? Author;
    }
}

/// <summary>A feed while it is read.</summary>
internal sealed class FeedDraft(FeedFormat format, FeedWarnings warnings)
{
    // Nobody publishes twice as many, and nobody follows who does; the newest stand at the one end or at the other.
    private const int MostAtEachEnd = 10_000;

    // The author of a feed is the author of its items, and is written with each: a name, not a novel.
    private const int LongestAuthor = 1000;

    private readonly List<string> hubs = [];
    private readonly AuthorList authors = new();
    private readonly ItemDraft draft = new(warnings);
    private readonly ImmutableArray<FeedItem>.Builder items = ImmutableArray.CreateBuilder<FeedItem>();
    private int leftOut;
    private int imageRank = -1;
    private string? image;

    public string? Version { get; set; }

    public string? Title { get; set; }

    public string? Link { get; set; }

    public ItemText? Description { get; set; }

    public ItemText? SpareDescription { get; set; }

    /// <summary>The title in another vocabulary than the dialect's own.</summary>
    public string? SpareTitle { get; set; }

    public string? Language { get; set; }

    public DateTimeOffset? Updated { get; set; }

    public DateTimeOffset? Published { get; set; }

    public string? Generator { get; set; }

    public string? Self { get; set; }

    public bool IsExpired { get; set; }

    public TimetableDraft Timetable { get; } = new();

    /// <summary>Who wrote the items that name no author (Atom, JSON Feed).</summary>
    public string? Author { get; set; }

    /// <summary>One of several authors of the feed.</summary>
    public void AddAuthor(string? name) => authors.Add(name);

    /// <summary>What a link is for that leads neither to the site nor to a page.</summary>
    public void AddRelated(string? rel, string? address, Uri? baseUri)
    {
        if ("self".Equals(rel, StringComparison.OrdinalIgnoreCase))
            Self ??= FeedLink.Absolute(address, baseUri);
        else if ("hub".Equals(rel, StringComparison.OrdinalIgnoreCase))
            AddHub(FeedLink.Absolute(address, baseUri));
    }

    public void AddHub(string? address)
    {
        if (address is not null && !hubs.Contains(address, StringComparer.Ordinal) && hubs.Count < 10)
            hubs.Add(address);
    }

    public void AddImage(string? address, int rank)
    {
        if (address is not null && rank > imageRank)
            (image, imageRank) = (address, rank);
    }

    /// <summary>An item to be filled and then added; there is one at a time.</summary>
    public ItemDraft NewItem()
    {
        draft.Clear();
        return draft;
    }

    /// <param name="isWhole">False where the document broke off inside the item.</param>
    public void Add(ItemDraft item, bool isWhole)
    {
        if (!isWhole && !item.CanStandAlone)
            return;

        // The second half goes round and round, so that the last are kept.
        if (items.Count < 2 * MostAtEachEnd)
            items.Add(item.Build());
        else
            items[MostAtEachEnd + (leftOut++ % MostAtEachEnd)] = item.Build();
    }

    private ImmutableArray<FeedItem> AllItems()
    {
        var inOrder = items.DrainToImmutable();
        if (leftOut > 0)
        {
            warnings.Add($"{leftOut} items were left out: of a feed with more than {2 * MostAtEachEnd} the first {MostAtEachEnd} and the last {MostAtEachEnd} are read.");
            var seam = MostAtEachEnd + (leftOut % MostAtEachEnd);
            inOrder = [.. inOrder[..MostAtEachEnd], .. inOrder[seam..], .. inOrder[MostAtEachEnd..seam]];
        }

        var author = Author ?? authors.ToLine();
        return author is { Length: <= LongestAuthor }
            ? [.. inOrder.Select(item => item.Author is null ? item with { Author = author } : item)]
            : inOrder;
    }

    public Feed Build()
    {
        var body = Description ?? SpareDescription;
        var description = body?.ToText();
        var all = AllItems();
        return new Feed
        {
            Format = format,
            Version = Version,
            Title = Title ?? SpareTitle,
            Link = Link,
            Description = string.IsNullOrEmpty(description) ? null : description,
            Language = Language,
            Updated = Updated ?? Published,
            Image = image ?? body?.FirstImage(),
            Generator = Generator,
            Self = Self,
            Hubs = [.. hubs],
            Timetable = Timetable.Build(),
            IsExpired = IsExpired,
            Items = all,
            Warnings = [.. warnings.Sentences],
        };
    }
}
