using News.Articles;

namespace News.Stories;

/// <summary>
/// An article that is filed under one of its keys: what later articles with the same key are judged by. Texts stand in it
/// as 64-bit marks: among a million of them, two that differ are taken for one in one of ten million cases.
/// </summary>
/// <param name="Key">The mark of one of <see cref="StoryKeys.Of"/>.</param>
/// <param name="IsLink">Whether that is the link, not the title.</param>
/// <param name="Source">The mark of the article's source; 0 where that is not known.</param>
/// <param name="Link">The mark of the article's canonical link; 0 where it has none.</param>
internal readonly record struct StorySighting(long Key, bool IsLink, StoryId Story, long Source, long Link, DateTimeOffset Published);

/// <summary>
/// Decides whether an article joins a story that shares a key with it: its link or its title. For each key and source the
/// latest sighting is enough.
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
    internal static IEnumerable<StorySighting> Sightings(StoryTrace trace, StoryId story, DateTimeOffset published)
    {
        if (trace.LinkKey != 0)
            yield return new StorySighting(trace.LinkKey, IsLink: true, story, trace.Source, trace.Link, published);
        if (trace.TitleKey != 0)
            yield return new StorySighting(trace.TitleKey, IsLink: false, story, trace.Source, trace.Link, published);
    }

    /// <summary>
    /// The story that the article joins by its link or title, null where it joins none by them. A shared link outranks a
    /// shared title; among several sightings the latest counts.
    /// </summary>
    /// <param name="sightings">Those under the article's keys, in any order; at least the latest of each key and source.</param>
    /// <param name="isNextOfSeries">
    /// Its publisher has told something else under its title: it joins no story by what it is like, whoever else has that title.
    /// </param>
    internal static StoryId? Find(StoryTrace trace, DateTimeOffset published, IReadOnlyCollection<StorySighting> sightings, out bool isNextOfSeries)
    {
        isNextOfSeries = false;
        if (Latest(sightings, isLink: true) is { } byLink && Apart(byLink) <= LinkWindow)
            return byLink.Story;
        isNextOfSeries = trace.Source != 0 && Latest(sightings.Where(sighting => sighting.Source == trace.Source), isLink: false) is { } own
            && (own.Link == 0 || own.Link != trace.Link)
            && Apart(own) > SameSourceTitleWindow;
        return !isNextOfSeries && Latest(sightings, isLink: false) is { } byTitle && Apart(byTitle) <= TitleWindow ? byTitle.Story : null;

        TimeSpan Apart(StorySighting sighting) => (published - sighting.Published).Duration();
    }

    private static StorySighting? Latest(IEnumerable<StorySighting> sightings, bool isLink)
    {
        StorySighting? latest = null;
        foreach (var sighting in sightings)
        {
            if (sighting.IsLink == isLink && (latest is not { } known || sighting.Published > known.Published))
                latest = sighting;
        }

        return latest;
    }
}
