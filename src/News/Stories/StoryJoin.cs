using News.Articles;

namespace News.Stories;

/// <summary>An article that is filed under one of its keys: what later articles with the same key are judged by.</summary>
/// <param name="Key">One of <see cref="StoryKeys.Of"/>.</param>
/// <param name="Link">The article's canonical link; null where it has none.</param>
public sealed record StorySighting(string Key, StoryId Story, string Source, string? Link, DateTimeOffset Published);

/// <summary>
/// Decides whether an article joins a story that shares a key with it. Pure, so that it serves whoever keeps the
/// sightings, in memory or in a database: for each key and source the latest one is enough.
/// </summary>
public static class StoryJoin
{
    /// <summary>How far apart two articles under one link may be published to tell one story.</summary>
    public static readonly TimeSpan LinkWindow = TimeSpan.FromDays(30);

    /// <summary>How far apart an article and the latest one under its title may be.</summary>
    public static readonly TimeSpan TitleWindow = TimeSpan.FromHours(48);

    /// <summary>
    /// The same for two items of one publisher under different links: "Morning briefing: what to know" is another
    /// story tomorrow, and must not vanish in today's, even where a second publisher carries it too.
    /// </summary>
    public static readonly TimeSpan SameSourceTitleWindow = TimeSpan.FromHours(6);

    /// <summary>The sightings that an article leaves under its keys once its story is known.</summary>
    public static IEnumerable<StorySighting> Sightings(Article article, StoryId story) =>
        StoryKeys.Of(article).Select(key => new StorySighting(key, story, article.Source, article.CanonicalLink, article.Published));

    /// <summary>
    /// The story that the article joins, null where it starts its own. A shared link outranks a shared title; among
    /// several sightings the latest counts.
    /// </summary>
    /// <param name="sightings">Those under the article's keys, in any order; at least the latest of each key and source.</param>
    public static StoryId? Find(Article article, IReadOnlyCollection<StorySighting> sightings)
    {
        var byLink = Latest(sightings, StoryKeys.LinkPrefix);
        if (byLink is not null && Apart(article, byLink) <= LinkWindow)
            return byLink.Story;
        var byTitle = Latest(sightings, StoryKeys.TitlePrefix);
        return byTitle is not null && Apart(article, byTitle) <= TitleWindow && !IsNextOfSeries(article, sightings)
            ? byTitle.Story
            : null;
    }

    private static bool IsNextOfSeries(Article article, IReadOnlyCollection<StorySighting> sightings)
    {
        var own = Latest(sightings.Where(sighting => sighting.Source == article.Source), StoryKeys.TitlePrefix);
        return own is not null
            && (own.Link is null || own.Link != article.CanonicalLink)
            && Apart(article, own) > SameSourceTitleWindow;
    }

    private static StorySighting? Latest(IEnumerable<StorySighting> sightings, string prefix) =>
        sightings.Where(sighting => sighting.Key.StartsWith(prefix, StringComparison.Ordinal)).MaxBy(sighting => sighting.Published);

    private static TimeSpan Apart(Article article, StorySighting sighting) => (article.Published - sighting.Published).Duration();
}
