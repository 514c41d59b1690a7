using System.Collections.Immutable;

namespace Bot;

/// <summary>Looks at an address that somebody typed.</summary>
/// <param name="addresses">What may be meant by it, the likeliest first; http or https, without credentials.</param>
public delegate Task<FeedFinding> FindFeeds(ImmutableArray<Uri> addresses, CancellationToken cancellationToken);

/// <summary>What stands at an address that somebody typed. Polling finds it, and the commands say it.</summary>
public abstract record FeedFinding
{
    private FeedFinding()
    {
    }

    /// <summary>It is a feed.</summary>
    /// <param name="Left">The typed address, where the feed has moved away from it for good.</param>
    public sealed record Feed(FoundFeed Found, Uri? Left) : FeedFinding;

    /// <summary>Something else stands there: usually a page.</summary>
    /// <param name="Instead">A sentence that says what: "This is an HTML page ("Local news"), not a feed."</param>
    /// <param name="Feeds">Those that belong to it, best first, each fetched and read; empty for none.</param>
    /// <param name="Unread">Those that it names and that could not be read.</param>
    /// <param name="More">How many it names beside these, which were not looked at.</param>
    public sealed record Page(
        Uri Address, string Instead, ImmutableArray<FoundFeed> Feeds, ImmutableArray<UnreadFeed> Unread, int More) : FeedFinding;

    /// <summary>Nothing could be read there.</summary>
    /// <param name="Reason">A sentence's worth of plain words: "timed out after 20 s".</param>
    /// <param name="Advice">A sentence that says what to do; null where there is none.</param>
    /// <param name="MayBeFeed">It may pass, and then a feed may be there.</param>
    public sealed record Unreadable(Uri Address, string Reason, string? Advice, bool MayBeFeed) : FeedFinding;
}

/// <summary>A feed that was fetched and read.</summary>
/// <param name="Url">Where to follow it.</param>
/// <param name="Title">What it calls itself; null where it has no name.</param>
/// <param name="Items">How many it holds.</param>
/// <param name="Newest">The title of its newest item; null where there is none or it has no words.</param>
/// <param name="NewestAt">Never in the future.</param>
/// <param name="IsNamed">The page or the site's software says that it is there; otherwise it was found by trying usual places.</param>
public sealed record FoundFeed(Uri Url, string? Title, int Items, string? Newest, DateTimeOffset? NewestAt, bool IsNamed = true)
{
    /// <summary>What the page calls it, to show where it has no name itself: that is the page's word and is not kept as the feed's.</summary>
    public string? LinkText { get; init; }

    /// <summary>What it is shown as; null where nobody named it.</summary>
    public string? Label => Title ?? LinkText;
}

/// <summary>A feed that a page names and that could not be read.</summary>
/// <param name="Reason">A sentence's worth of plain words.</param>
public sealed record UnreadFeed(Uri Url, string Reason);
