using News.Articles;

namespace News.Stories;

/// <summary>
/// The stories that are known, found by the keys of their articles. In memory; a look-up costs the same however many
/// stories there are. Not for several threads at once.
/// </summary>
public sealed class StoryIndex
{
    // For each key the latest sighting of each source: at most as many as there are feeds.
    private readonly Dictionary<string, Dictionary<string, StorySighting>> _sightings = [];
    private long _last;

    /// <summary>The story that the article would join; null where it would start its own.</summary>
    public StoryId? Find(Article article)
    {
        var sightings = new List<StorySighting>();
        foreach (var key in StoryKeys.Of(article))
        {
            if (_sightings.TryGetValue(key, out var bySource))
                sightings.AddRange(bySource.Values);
        }

        return StoryJoin.Find(article, sightings);
    }

    /// <summary>Files the article under its story, where later ones will find it.</summary>
    public void Add(Article article, StoryId story)
    {
        _last = Math.Max(_last, story.Value);
        foreach (var sighting in StoryJoin.Sightings(article, story))
        {
            if (!_sightings.TryGetValue(sighting.Key, out var bySource))
                _sightings[sighting.Key] = bySource = [];
            if (!bySource.TryGetValue(sighting.Source, out var known) || known.Published <= sighting.Published)
                bySource[sighting.Source] = sighting;
        }
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
        foreach (var (key, bySource) in _sightings)
        {
            foreach (var (source, sighting) in bySource)
            {
                if (sighting.Published < before)
                    bySource.Remove(source);
            }

            if (bySource.Count == 0)
                _sightings.Remove(key);
        }
    }
}
