using System.Collections.Immutable;
using News.Articles;

namespace News.Feeds;

/// <summary>What says that there is a feed, the surest first.</summary>
public enum FeedClue
{
    /// <summary>The page declares it for feed readers: <c>&lt;link rel="alternate" type="application/rss+xml"&gt;</c>, <c>rel="feed"</c>.</summary>
    Declared,

    /// <summary>The page links something of its own site that looks like a feed: "/news.rss", a link named "RSS".</summary>
    Linked,

    /// <summary>The address or the software of the site has its feed at a known place: a YouTube channel, a WordPress blog.</summary>
    Platform,

    /// <summary>A place where many sites have a feed; nothing says that this one has.</summary>
    Guess,
}

/// <summary>A feed that may belong to a page. Only fetching it shows whether it is one.</summary>
/// <param name="Url">http or https, without a fragment.</param>
/// <param name="Title">What the page calls it, as plain text on one line; null where it has no name for it.</param>
/// <param name="Format">As far as the page or the address tells it.</param>
/// <param name="FoundBy">Why it is in the list; a <see cref="FeedClue.Guess"/> is not to be shown before it was fetched.</param>
public sealed record DiscoveredFeed(Uri Url, string? Title, FeedFormat? Format, FeedClue FoundBy);

/// <summary>
/// The feeds of a web page, by what it declares (https://html.spec.whatwg.org/multipage/links.html#rel-alternate,
/// https://www.rssboard.org/rss-autodiscovery), links and is.
/// </summary>
public static class FeedDiscovery
{
    /// <summary>No more feeds than this are given, however many a page links.</summary>
    public const int MaxFeeds = 50;

    private static readonly (string Path, FeedFormat? Format)[] CommonPaths =
    [
        ("feed", null), ("rss", null), ("feed.xml", null), ("rss.xml", FeedFormat.Rss), ("atom.xml", FeedFormat.Atom),
        ("index.xml", null), ("feed.json", FeedFormat.Json), ("feeds/posts/default", FeedFormat.Atom),
    ];

    /// <summary>
    /// Best first: the site's own feeds in the order of <see cref="FeedClue"/> and of the page, then those of comments,
    /// of single tags and authors, then guesses; what the page's own section has comes before the whole site's. There are no guesses where the page declares a feed of the site, nor
    /// for a host that many share, as GitHub. Each address comes once, with https where the page has it both ways. Never throws for what stands in the page; takes time linear in its length.
    /// </summary>
    /// <param name="page">The HTML as it came; may be empty, then the address alone is judged.</param>
    /// <param name="contentType">HTTP's Content-Type; null where unknown.</param>
    /// <param name="address">Where the page was found in the end, after redirections; absolute, http or https.</param>
    public static ImmutableArray<DiscoveredFeed> Find(ReadOnlyMemory<byte> page, string? contentType, Uri address)
    {
        var seen = FeedDiscoveryPage.Read(PageReader.Decode(page.Span, contentType));
        var root = seen.Base is { } written ? FeedDiscoveryAddress.Resolve(written, address, address) ?? address : address;
        var found = new List<Finding>();
        foreach (var link in seen.Links)
        {
            if (FeedDiscoveryAddress.Resolve(link.Href, root, address) is { } url && IsFeed(link, url, address))
                Add(new DiscoveredFeed(url, link.Title, link.Format ?? FeedDiscoveryAddress.FormatOf(url), link.Clue), IsBare(link, url, address));
        }

        foreach (var (url, format) in FeedDiscoveryPlatforms.FeedsOf(address, seen, root))
            Add(new DiscoveredFeed(url, null, format, FeedClue.Platform), isWeak: false);

        var isDeclared = found.Exists(finding => finding.Feed.FoundBy == FeedClue.Declared && !finding.IsAside);
        if (!isDeclared && !FeedDiscoveryPlatforms.IsShared(address))
            AddGuesses();
        return Ranked(found, address);

        void Add(DiscoveredFeed feed, bool isWeak) =>
            found.Add(new Finding(
                feed, FeedDiscoveryAddress.IsAside(feed.Url, feed.Title, address), feed.FoundBy != FeedClue.Guess && FeedDiscoveryAddress.IsOfPage(feed.Url, address), isWeak));

        void AddGuesses()
        {
            foreach (var place in PlacesOf(address))
            {
                foreach (var (path, format) in CommonPaths)
                    Add(new DiscoveredFeed(new Uri(place, path), null, format, FeedClue.Guess), isWeak: false);
            }
        }
    }

    /// <summary>Where the page sends its reader at once, by <c>&lt;meta http-equiv="refresh"&gt;</c>; null where it is meant to be read, and where
    /// the way has a password in it: that would be written down with the address.</summary>
    /// <inheritdoc cref="Find"/>
    public static Uri? Forward(ReadOnlyMemory<byte> page, string? contentType, Uri address)
    {
        var seen = FeedDiscoveryPage.Read(PageReader.Decode(page.Span, contentType));
        return seen.Refresh is { } written && FeedDiscoveryAddress.Resolve(written, address, address) is { UserInfo.Length: 0 } url && url != address ? url : null;
    }

    private static bool IsFeed(FeedDiscoveryPage.Link link, Uri url, Uri page) => link.Clue switch
    {
        FeedClue.Declared => !FeedDiscoveryAddress.IsOtherDocument(url),
        _ => (FeedDiscoveryAddress.IsOfSite(url, page) || FeedDiscoveryAddress.IsOnFeedHost(url)) && !FeedDiscoveryAddress.IsOtherDocument(url)
            && (link.IsTyped || FeedDiscoveryAddress.LooksLikeFeed(url)
                || ((link.IsNamed || FeedDiscoveryAddress.IsInFeedFolder(url)) && !FeedDiscoveryAddress.IsPageOrPicture(url))),
    };

    /// <summary>Only its name says that it is a feed, or of the site: "RSS" may also lead to a page about feeds.</summary>
    private static bool IsBare(FeedDiscoveryPage.Link link, Uri url, Uri page) =>
        link.Clue == FeedClue.Linked
        && !(FeedDiscoveryAddress.IsOfSite(url, page) && (link.IsTyped || FeedDiscoveryAddress.LooksLikeFeed(url)));

    /// <summary>The page's own folder where it is the front page of one ("/blog/"), then the site's root.</summary>
    private static IEnumerable<Uri> PlacesOf(Uri page)
    {
        const int MaxDepth = 3; // "/", "~user/", "blog/"
        if (page.AbsolutePath.EndsWith('/') && page.Segments.Length is > 1 and <= MaxDepth)
            yield return new Uri(page, page.AbsolutePath);
        yield return new Uri(page, "/");
    }

    private static ImmutableArray<DiscoveredFeed> Ranked(List<Finding> found, Uri page)
    {
        var ranked = ImmutableArray.CreateBuilder<DiscoveredFeed>();
        var places = new Dictionary<string, int>();
        var own = FeedDiscoveryAddress.KeyOf(page);
        foreach (var (feed, _, _, _) in found.OrderBy(finding => finding.Group)
            .ThenBy(finding => finding.Feed.FoundBy).ThenBy(finding => finding.IsWeak).ThenByDescending(finding => finding.IsOfPage))
        {
            var key = FeedDiscoveryAddress.KeyOf(feed.Url);
            if (key == own)
                continue;
            if (places.TryGetValue(key, out var place))
            {
                var first = ranked[place];
                var url = first.Url.Scheme == Uri.UriSchemeHttp && feed.Url.Scheme == Uri.UriSchemeHttps ? feed.Url : first.Url;
                ranked[place] = first with { Url = url, Title = first.Title ?? feed.Title, Format = first.Format ?? feed.Format };
            }
            else if (ranked.Count < MaxFeeds)
            {
                places.Add(key, ranked.Count);
                ranked.Add(feed);
            }
        }

        return ranked.ToImmutable();
    }

    /// <param name="IsAside">Of comments, a tag, an author: not what the site has to say.</param>
    /// <param name="IsOfPage">Of the section whose page it is.</param>
    private sealed record Finding(DiscoveredFeed Feed, bool IsAside, bool IsOfPage, bool IsWeak)
    {
        public int Group => Feed.FoundBy == FeedClue.Guess ? 2 : IsAside ? 1 : 0;
    }
}
