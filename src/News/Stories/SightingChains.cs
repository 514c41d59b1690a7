using System.Runtime.InteropServices;

namespace News.Stories;

/// <summary>For each key the latest sighting of each source, as a chain through one array: at most as many as there are feeds.</summary>
internal sealed class SightingChains
{
    private const int None = -1;

    private readonly Dictionary<long, int> _first = [];
    private readonly List<Link> _links = [];

    public List<StorySighting> Under(StoryTrace trace)
    {
        List<StorySighting> sightings = [];
        foreach (var key in (ReadOnlySpan<long>)[trace.LinkKey, trace.TitleKey])
        {
            for (var at = key == 0 ? None : _first.GetValueOrDefault(key, None); at != None; at = _links[at].Next)
                sightings.Add(_links[at].Sighting);
        }

        return sightings;
    }

    public void Add(StorySighting sighting)
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

    /// <param name="titlesBefore">The same for titles, which are forgotten sooner than links.</param>
    public void Forget(DateTimeOffset before, DateTimeOffset titlesBefore)
    {
        var kept = _links.Select(link => link.Sighting).Where(sighting => sighting.Published >= (sighting.IsLink ? before : titlesBefore)).ToList();
        _first.Clear();
        _links.Clear();
        foreach (var sighting in kept)
            Add(sighting);
        _first.TrimExcess();
        _links.TrimExcess();
    }

    /// <param name="Next">The place of the next sighting under the same key.</param>
    private readonly record struct Link(StorySighting Sighting, int Next);
}
