using System.Runtime.InteropServices;
using News.Articles;

namespace News.Stories;

/// <summary>
/// The stories that are known, found by the keys of their articles. In memory, some 150 bytes for an article; a look-up
/// costs the same however many stories there are. Not for several threads at once.
/// </summary>
public sealed class StoryIndex
{
    private const int None = -1;

    // For each key the latest sighting of each source, as a chain through one array: at most as many as there are feeds.
    private readonly Dictionary<long, int> _first = [];
    private readonly List<Link> _links = [];
    private long _last;

    /// <summary>The story that the article would join; null where it would start its own.</summary>
    public StoryId? Find(Article article)
    {
        var sightings = new List<StorySighting>();
        foreach (var sighting in StoryJoin.Sightings(article, default))
        {
            for (var at = _first.GetValueOrDefault(sighting.Key, None); at != None; at = _links[at].Next)
                sightings.Add(_links[at].Sighting);
        }

        return StoryJoin.Find(article, sightings);
    }

    /// <summary>Files the article under its story, where later ones will find it.</summary>
    public void Add(Article article, StoryId story)
    {
        _last = Math.Max(_last, story.Value);
        foreach (var sighting in StoryJoin.Sightings(article, story))
            Add(sighting);
    }

    /// <summary>Finds the article's story or gives it a new one, numbered from 1, and files it there.</summary>
    public StoryId Assign(Article article)
    {
        var story = Find(article) ?? new StoryId(_last + 1);
        Add(article, story);
        return story;
    }

    /// <summary>Drops what was published before an instant: with <see cref="StoryJoin.LinkWindow"/> nothing that could still be joined.</summary>
    public void Forget(DateTimeOffset before)
    {
        var kept = _links.Select(link => link.Sighting).Where(sighting => sighting.Published >= before).ToList();
        _first.Clear();
        _links.Clear();
        foreach (var sighting in kept)
            Add(sighting);
        _first.TrimExcess();
        _links.TrimExcess();
    }

    private void Add(StorySighting sighting)
    {
        ref var first = ref CollectionsMarshal.GetValueRefOrAddDefault(_first, sighting.Key, out var isKnown);
        if (!isKnown)
            first = None;
        for (var at = first; at != None; at = _links[at].Next)
        {
            var known = _links[at];
            if (known.Sighting.Source != sighting.Source)
                continue;
            if (known.Sighting.Published <= sighting.Published)
                _links[at] = known with { Sighting = sighting };
            return;
        }

        _links.Add(new Link(sighting, first));
        first = _links.Count - 1;
    }

    /// <param name="Next">The place of the next sighting under the same key.</param>
    private readonly record struct Link(StorySighting Sighting, int Next);
}
