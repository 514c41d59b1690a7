namespace News.Feeds;

/// <summary>A media type as links write it, and whether it is one of feeds.</summary>
internal sealed class FeedDiscoveryType
{
    public static readonly FeedDiscoveryType Missing = new();

    /// <summary>Of something that is no feed.</summary>
    public static readonly FeedDiscoveryType Other = new();

    /// <summary>ActivityPub's, which Mastodon and its like speak.</summary>
    public static readonly FeedDiscoveryType Activity = new();

    private static readonly FeedDiscoveryType Rss = new() { IsFeed = true, IsFeedOnly = true, Format = FeedFormat.Rss };
    private static readonly FeedDiscoveryType Atom = new() { IsFeed = true, IsFeedOnly = true, Format = FeedFormat.Atom };
    private static readonly FeedDiscoveryType JsonFeed = new() { IsFeed = true, IsFeedOnly = true, Format = FeedFormat.Json };
    private static readonly FeedDiscoveryType Rdf = new() { IsFeed = true, Format = FeedFormat.Rdf };
    private static readonly FeedDiscoveryType AnyJson = new() { IsFeed = true, Format = FeedFormat.Json };
    private static readonly FeedDiscoveryType AnyXml = new() { IsFeed = true };

    // The registered names, and those that sites make up.
    private static readonly Dictionary<string, FeedDiscoveryType>.AlternateLookup<ReadOnlySpan<char>> Known =
        new Dictionary<string, FeedDiscoveryType>(StringComparer.OrdinalIgnoreCase)
        {
            ["application/rss+xml"] = Rss,
            ["application/atom+xml"] = Atom,
            ["application/rdf+xml"] = Rdf,
            ["application/feed+json"] = JsonFeed,
            ["application/json"] = AnyJson,
            ["text/xml"] = AnyXml,
            ["application/xml"] = AnyXml,
            ["application/x-rss+xml"] = Rss,
            ["application/x.rss+xml"] = Rss,
            ["application/rss xml"] = Rss, // a plus that was decoded as a space
            ["application/xml+rss"] = Rss,
            ["application/rss"] = Rss,
            ["text/rss+xml"] = Rss,
            ["text/rss"] = Rss,
            ["application/x-atom+xml"] = Atom,
            ["application/x.atom+xml"] = Atom,
            ["application/atom xml"] = Atom,
            ["application/xml+atom"] = Atom,
            ["application/atom"] = Atom,
            ["text/atom+xml"] = Atom,
            ["application/activity+json"] = Activity,
        }.GetAlternateLookup<ReadOnlySpan<char>>();

    public bool IsFeed { get; private init; }

    /// <summary>Nothing but a feed has it: neither <c>text/xml</c>, nor <c>application/rdf+xml</c>, in which people describe themselves.</summary>
    public bool IsFeedOnly { get; private init; }

    /// <summary><c>application/json</c>: more often what a program is to read than a feed.</summary>
    public bool IsAnyJson => this == AnyJson;

    /// <summary>Null where the type leaves it open.</summary>
    public FeedFormat? Format { get; private init; }

    /// <summary>"application/rss+xml", "Application/Atom+XML; charset=utf-8", "text/xml"; "application/json+oembed" is another's.</summary>
    public static FeedDiscoveryType Of(ReadOnlySpan<char> written)
    {
        written = written.Trim();
        if (written.IsEmpty)
            return Missing;
        var semicolon = written.IndexOf(';');
        var type = (semicolon < 0 ? written : written[..semicolon]).TrimEnd();

        // An entry by itself (RFC 5023) is no feed.
        if (semicolon >= 0 && written[semicolon..].Contains("type=entry", StringComparison.OrdinalIgnoreCase))
            return Other;
        return Known.TryGetValue(type, out var known) ? known : Other;
    }
}
