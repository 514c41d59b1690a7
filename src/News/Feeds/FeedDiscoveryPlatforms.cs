namespace News.Feeds;

/// <summary>
/// Where the feeds are of sites that many people publish on, as their documentation has it, and of the software that
/// runs sites, as it is set up unless somebody changed it.
/// </summary>
internal static class FeedDiscoveryPlatforms
{
    // The first part of a path on GitHub that is no person's or organisation's name.
    private static readonly HashSet<string> GitHubPages = new(StringComparer.OrdinalIgnoreCase)
    {
        "about", "apps", "collections", "contact", "customer-stories", "enterprise", "events", "explore", "features", "issues",
        "join", "login", "marketplace", "new", "notifications", "pricing", "pulls", "readme", "search", "security",
        "settings", "site", "sponsors", "stars", "topics", "trending",
    };

    private const string YouTubeFeeds = "https://www.youtube.com/feeds/videos.xml";

    private static readonly (string Generator, string Path, FeedFormat Format)[] Software =
    [
        ("WordPress", "feed/", FeedFormat.Rss),
        ("Blogger", "feeds/posts/default", FeedFormat.Atom),
        ("Ghost", "rss/", FeedFormat.Rss),
        ("Hugo", "index.xml", FeedFormat.Rss),
        ("Jekyll", "feed.xml", FeedFormat.Atom),
        ("Drupal", "rss.xml", FeedFormat.Rss),
        ("Discourse", "latest.rss", FeedFormat.Rss),
        ("Medium", "feed", FeedFormat.Rss),
        ("Tumblr", "rss", FeedFormat.Rss),
        ("Substack", "feed", FeedFormat.Rss),
        ("Wix.com", "blog-feed.xml", FeedFormat.Rss),
        ("Gatsby", "rss.xml", FeedFormat.Rss),
        ("Astro", "rss.xml", FeedFormat.Rss),
        ("Nikola", "rss.xml", FeedFormat.Rss),
        ("Hexo", "atom.xml", FeedFormat.Atom),
        ("Pelican", "feeds/all.atom.xml", FeedFormat.Atom),
        ("Movable Type", "atom.xml", FeedFormat.Atom),
    ];

    /// <summary>Whether the host is one of many people's: a feed at its root would not be of the page.</summary>
    public static bool IsShared(Uri address) => HostOf(address) is "youtube.com" or "m.youtube.com" or "music.youtube.com" or "youtu.be"
        or "github.com" or "gist.github.com" or "gitlab.com" or "reddit.com" or "old.reddit.com" or "new.reddit.com" or "medium.com"
        or "bsky.app" or "google.com" or "news.google.com" or "bing.com" or "t.me" or "telegram.me" or "x.com" or "twitter.com"
        or "mobile.twitter.com" or "facebook.com" or "m.facebook.com" or "instagram.com" or "threads.net" or "threads.com"
        or "linkedin.com" or "tiktok.com";

    /// <param name="page">What stands at the address.</param>
    /// <param name="root">What its relative addresses are relative to.</param>
    public static IEnumerable<(Uri Url, FeedFormat Format)> FeedsOf(Uri address, FeedDiscoveryPage page, Uri root)
    {
        var host = HostOf(address);
        var path = address.AbsolutePath.Split('/', StringSplitOptions.RemoveEmptyEntries);
        var feeds = host switch
        {
            "youtube.com" or "m.youtube.com" or "music.youtube.com" or "youtu.be" => YouTube(address, path, page, root),
            "github.com" => GitHub(path),
            "reddit.com" or "old.reddit.com" or "new.reddit.com" => Reddit(address),
            "medium.com" => Medium(path),
            "news.google.com" => GoogleNews(address, path),
            "bing.com" when path is ["news", "search", ..] && address.Query.Length > 1 => [($"/news/search{address.Query}&format=rss", FeedFormat.Rss)],
            "bsky.app" => path is ["profile", var profile, ..] ? [($"/profile/{profile}/rss", FeedFormat.Rss)] : [],
            _ when host.EndsWith(".medium.com", StringComparison.Ordinal) => [("/feed", FeedFormat.Rss)],
            _ when host.EndsWith(".substack.com", StringComparison.Ordinal) => [("/feed", FeedFormat.Rss)],
            _ when host.EndsWith(".wordpress.com", StringComparison.Ordinal) => [("/feed/", FeedFormat.Rss)],
            _ when host.EndsWith(".tumblr.com", StringComparison.Ordinal) =>
                path is ["tagged", var tag, ..] ? [($"/tagged/{tag}/rss", FeedFormat.Rss)] : [("/rss", FeedFormat.Rss)],
            _ when host.Contains(".blogspot.", StringComparison.Ordinal) => [("/feeds/posts/default", FeedFormat.Atom)],
            _ => ByPage(path, page),
        };
        foreach (var (written, format) in feeds)
        {
            if (FeedDiscoveryAddress.Resolve(written, address, address) is { } url)
                yield return (url, format);
        }
    }

    private static string HostOf(Uri address) =>
        address.Host.StartsWith("www.", StringComparison.OrdinalIgnoreCase) ? address.Host[4..] : address.Host;

    // A channel under a name of its own tells its number in the canonical link, and a video its channel's.
    private static IEnumerable<(string, FeedFormat)> YouTube(Uri address, string[] path, FeedDiscoveryPage page, Uri root)
    {
        if (Parameter(address, "list") is { Length: > 0 } list)
            yield return ($"{YouTubeFeeds}?playlist_id={list}", FeedFormat.Atom);
        if (path is ["user", var user, ..])
            yield return ($"{YouTubeFeeds}?user={user}", FeedFormat.Atom);
        if ((path is ["channel", var id, ..] ? id : ChannelIn(page.CanonicalLink) ?? ChannelIn(page.OwnAddress) ?? page.ChannelId) is ['U', 'C', _, ..] channel)
            yield return ($"{YouTubeFeeds}?channel_id={channel}", FeedFormat.Atom);

        string? ChannelIn(string? link) =>
            link is not null && FeedDiscoveryAddress.Resolve(link, root, address) is { Segments: ["/", "channel/", var segment, ..] } ? segment.TrimEnd('/') : null;
    }

    private static IEnumerable<(string, FeedFormat)> GitHub(string[] path)
    {
        if (path.Length == 0 || GitHubPages.Contains(path[0]))
            return [];
        return path switch
        {
            [var owner] => [($"/{owner}.atom", FeedFormat.Atom)],
            ["orgs", var owner, ..] => [($"/{owner}.atom", FeedFormat.Atom)],
            [var owner, var repository, "commits", .. var branch] when branch.Length > 0 =>
                [($"/{owner}/{repository}/commits/{string.Join('/', branch)}.atom", FeedFormat.Atom)],
            [var owner, var repository, "commits"] => [($"/{owner}/{repository}/commits.atom", FeedFormat.Atom)],
            [var owner, var repository, "tags", ..] => [($"/{owner}/{repository}/tags.atom", FeedFormat.Atom)],
            [var owner, var repository, ..] =>
                [($"/{owner}/{repository}/releases.atom", FeedFormat.Atom), ($"/{owner}/{repository}/commits.atom", FeedFormat.Atom)],
            _ => [],
        };
    }

    private static IEnumerable<(string, FeedFormat)> GoogleNews(Uri address, string[] path) => path switch
    {
        ["search" or "topics", ..] => [($"/rss{address.AbsolutePath.TrimEnd('/')}{address.Query}", FeedFormat.Rss)],
        [] or ["home" or "topstories"] => [($"/rss{address.Query}", FeedFormat.Rss)],
        _ => [],
    };

    private static IEnumerable<(string, FeedFormat)> Reddit(Uri address) =>
        [($"{address.AbsolutePath.TrimEnd('/')}/.rss", FeedFormat.Atom)];

    private static IEnumerable<(string, FeedFormat)> Medium(string[] path) => path switch
    {
        ["tag", var tag, ..] => [($"/feed/tag/{tag}", FeedFormat.Rss)],
        [var writer, ..] => [($"/feed/{writer}", FeedFormat.Rss)],
        _ => [],
    };

    private static IEnumerable<(string, FeedFormat)> ByPage(string[] path, FeedDiscoveryPage page)
    {
        // "@jane@elsewhere.example" has its feed elsewhere.
        if (path is [['@', .. var person] profile, ..] && page.IsActivity && !person.Contains('@', StringComparison.Ordinal))
            yield return ($"/{profile}.rss", FeedFormat.Rss);

        // A blog that is not at the site's root says where it is by its interface.
        const string Interface = "wp-json/";
        if (page.WordPressApi is { } api && api.EndsWith(Interface, StringComparison.Ordinal))
            yield return ($"{api[..^Interface.Length]}feed/", FeedFormat.Rss);
        foreach (var (generator, feed, format) in Software)
        {
            if (page.Generator is { } name && name.StartsWith(generator, StringComparison.OrdinalIgnoreCase)
                && !(page.WordPressApi is not null && generator == "WordPress"))
            {
                yield return ($"/{feed}", format);
            }
        }
    }

    private static string? Parameter(Uri address, string name)
    {
        foreach (var parameter in address.Query.TrimStart('?').Split('&'))
        {
            if (parameter.StartsWith(name, StringComparison.Ordinal) && parameter.AsSpan(name.Length).StartsWith("="))
                return parameter[(name.Length + 1)..];
        }

        return null;
    }
}
