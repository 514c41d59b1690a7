using System.Runtime.InteropServices;
using News.Articles;

namespace News.Stories;

/// <summary>Where an article belongs.</summary>
/// <param name="Story">The story that it joins; null where it starts its own.</param>
/// <param name="CopyOf">Equal for articles that carry one text; null where the text is too short to tell.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct StoryPlace(StoryId? Story, long? CopyOf);

/// <summary>
/// The stories that are known, found by what their articles leave: <see cref="StoryTrace"/>. In memory, some 1.5 KB for an
/// article of the last days and 150 bytes for an older one; a look-up costs the same however many stories there are. Not for
/// several threads at once.
/// </summary>
/// <remarks>
/// A shared link or title decides (<see cref="StoryJoin"/>). Otherwise the reports that share an article's rarest words are
/// compared with it one by one (<see cref="Resemblance"/>), and the nearest one's story is joined where it is near enough.
/// </remarks>
public sealed class StoryIndex
{
    /// <summary>Of a story's reports, the nearest ones.</summary>
    private const int MostHeard = 8;

    /// <summary>How much the mean of those counts beside the nearest one.</summary>
    private const double OfMean = 0.75;

    /// <summary>
    /// Reports that are kept for likeness, a dozen an hour from a thousand feeds for their four days; from a flood only the
    /// newest are kept. They are cut back by a fifth at once, so that this is seldom done.
    /// </summary>
    public const int MostReports = 60_000;

    private readonly List<(StoryId Story, double Score)> _scores = [];
    private readonly HashSet<StoryId> _passed = [];
    private readonly SightingChains _sightings = new();
    private readonly ReportIndex _reports = new();
    private readonly Dictionary<StoryId, int> _reportsOf = [];
    private readonly WordRarity _rarity = new();
    private DateTimeOffset? _latest;
    private long _last;

    /// <summary>Reports that are kept for likeness now.</summary>
    public int ReportsKept => _reports.All.Count;

    /// <summary>The story that the article would join; null where it would start its own.</summary>
    public StoryId? Find(Article article) => Find(StoryTrace.Of(article)).Story;

    public StoryPlace Find(StoryTrace trace)
    {
        ArgumentNullException.ThrowIfNull(trace);
        var (nearest, copyOf) = Nearest(trace);
        var story = StoryJoin.Find(trace, PublishedOf(trace), _sightings.Under(trace), out var isNextOfSeries) ?? (isNextOfSeries ? null : nearest);
        return new StoryPlace(story, copyOf ?? TextSample.MarkOf(trace.Wording));
    }

    /// <summary>Files the article under its story, where later ones will find it.</summary>
    public void Add(Article article, StoryId story)
    {
        var trace = StoryTrace.Of(article);
        Add(trace, new StoryPlace(story, TextSample.MarkOf(trace.Wording)));
    }

    /// <param name="place">As <see cref="Find(StoryTrace)"/> gave it, with the new story where it gave none.</param>
    public void Add(StoryTrace trace, StoryPlace place)
    {
        ArgumentNullException.ThrowIfNull(trace);
        var story = place.Story ?? throw new ArgumentException("has no story", nameof(place));
        var published = PublishedOf(trace);
        if (_latest is null || published > _latest)
            _latest = published;
        _last = Math.Max(_last, story.Value);
        if (_reports.All.Count >= MostReports)
            ForgetReports(_latest.Value - StoryWindow.Longest, MostReports / 5 * 4);
        foreach (var sighting in StoryJoin.Sightings(trace, story, published))
            _sightings.Add(sighting);
        ref var reports = ref CollectionsMarshal.GetValueRefOrAddDefault(_reportsOf, story, out var isKnown);
        reports++;
        if (!isKnown)
            _rarity.Learn(trace.Words);
        if (published < _latest - StoryWindow.Longest)
            return; // nothing is near enough to be like it
        var weighed = new WeighedTrace(trace, _rarity);
        _reports.Add(new Report(trace, weighed.Weight, story, place.CopyOf ?? 0, published), weighed);
    }

    /// <summary>Finds the article's story or gives it a new one, numbered from 1, and files it there.</summary>
    public StoryId Assign(Article article) => Assign(StoryTrace.Of(article));

    public StoryId Assign(StoryTrace trace)
    {
        var place = Find(trace);
        var story = place.Story ?? new StoryId(_last + 1);
        Add(trace, place with { Story = story });
        return story;
    }

    /// <summary>Drops what was published before an instant: with <see cref="StoryJoin.LinkWindow"/> nothing that could still be joined.</summary>
    public void Forget(DateTimeOffset before)
    {
        var recent = (_latest ?? before) - StoryWindow.Longest;
        if (recent < before)
            recent = before;
        _sightings.Forget(before, recent);
        ForgetReports(recent, MostReports);
    }

    private void ForgetReports(DateTimeOffset before, int most)
    {
        _reports.Forget(before, most);
        _reportsOf.Clear();
        foreach (var report in _reports.All)
            CollectionsMarshal.GetValueRefOrAddDefault(_reportsOf, report.Story, out _)++;
    }

    private (StoryId? Story, long? CopyOf) Nearest(StoryTrace trace)
    {
        if (trace.IsDigest || !trace.SaysEnough)
            return (null, null);
        var published = PublishedOf(trace);
        var mine = new WeighedTrace(trace, _rarity);
        _scores.Clear();
        _passed.Clear();
        var (copied, copyOf) = (TextSample.Copies, default(long?));
        foreach (var near in _reports.Near(mine))
        {
            var report = _reports.All[near];
            var apart = (published - report.Published).Duration();
            if (report.Trace.IsDigest || !report.Trace.SaysEnough || apart > StoryWindow.Of(_reportsOf[report.Story]))
                continue;
            var contained = report.CopyOf == 0 ? 0 : TextSample.Containment(trace.Wording, report.Trace.Wording);
            var isCopy = contained >= TextSample.Copies;
            if (IsNextOfSeries(trace, report.Trace, apart) || Resemblance.AreTwoMarketDays(trace, report.Trace, apart)
                || (isCopy && FormLetter.AreTwo(trace, report.Trace)))
            {
                _passed.Add(report.Story);
                continue;
            }

            var score = Resemblance.Of(Likeness.Of(mine, report.Trace, report.Weight), trace, report.Trace, apart);
            if (isCopy)
            {
                score += Resemblance.OfCopies;
                if (contained > copied || copyOf is null)
                    (copied, copyOf) = (contained, report.CopyOf);
            }

            _scores.Add((report.Story, score));
        }

        _scores.RemoveAll(scored => _passed.Contains(scored.Story));
        return (NearestOf(_scores), copyOf);
    }

    /// <summary>
    /// The story with the highest score, if that is enough: a quarter of it is its nearest report's, the rest the mean of its
    /// nearest ones'. One report that happens to be near is not enough where the others are far: so, too, what follows a
    /// stranger that joined by mistake starts the story that the stranger should have started.
    /// </summary>
    private StoryId? NearestOf(List<(StoryId Story, double Score)> scores)
    {
        scores.Sort(static (one, other) => other.Score.CompareTo(one.Score));
        var (best, story) = (Resemblance.Joins, default(StoryId?));
        foreach (var (candidate, nearest) in scores)
        {
            if (nearest <= best)
                break; // no mean is more than its best
            var (sum, heard) = (0.0, 0);
            foreach (var (other, score) in scores)
            {
                if (other != candidate || heard == MostHeard)
                    continue;
                sum += Math.Max(score, Resemblance.Farthest);
                heard++;
            }

            // Reports that share too little to be found are far.
            var count = Math.Min(Math.Max(_reportsOf[candidate], heard), MostHeard);
            sum += (count - heard) * Resemblance.Farthest;
            var overall = ((1 - OfMean) * nearest) + (OfMean * sum / count);
            if (overall > best)
                (best, story) = (overall, candidate);
        }

        return story;
    }

    /// <summary>"Morning briefing: Tuesday 3 March" and "… Wednesday 4 March" of one publisher, or one title again after hours: the next of a series.</summary>
    private static bool IsNextOfSeries(StoryTrace one, StoryTrace other, TimeSpan apart) =>
        one.IsOfPublisherOf(other) && apart > StoryJoin.SameSourceTitleWindow && (one.Link == 0 || one.Link != other.Link)
        && ((one.Series != 0 && one.Series == other.Series) || (one.TitleKey != 0 && one.TitleKey == other.TitleKey));

    /// <summary>What has no date is as old as the latest that has one.</summary>
    private DateTimeOffset PublishedOf(StoryTrace trace) => trace.Published ?? _latest ?? DateTimeOffset.UnixEpoch;
}
