using System.Collections.Immutable;
using System.Runtime.InteropServices;
using News.Articles;
using News.Stories;

namespace News.Matching;

/// <summary>The stories that a query would have told, and when.</summary>
internal sealed class TrialStories
{
    /// <summary>Of how many stories the first article is kept, to choose examples from. Past it the older half is let go.</summary>
    private const int MostKept = 2_000;

    /// <summary>By story: when its first article that the query meets was published.</summary>
    private readonly Dictionary<StoryId, DateTimeOffset> _told = [];

    /// <summary>By story: that article, of the newest stories.</summary>
    private readonly Dictionary<StoryId, TrialExample> _examples = [];

    /// <summary>By date (UTC): the oldest article read, whether or not the query met it.</summary>
    private readonly Dictionary<DateOnly, DateTimeOffset> _oldestOfDay = [];

    /// <summary>Stories older than this are no longer examples.</summary>
    private DateTimeOffset _examplesFrom = DateTimeOffset.MinValue;

    /// <summary>How many articles there were.</summary>
    public int Articles { get; private set; }

    /// <summary>Notes that there was an article, whatever it says.</summary>
    public void Read(Article article)
    {
        Articles++;
        ref var oldest = ref CollectionsMarshal.GetValueRefOrAddDefault(_oldestOfDay, DayOf(article.Published), out var known);
        if (!known || article.Published < oldest)
            oldest = article.Published;
    }

    /// <summary>Notes an article that the query met.</summary>
    public void Tell(StoryId story, Article article, ImmutableArray<MatchedTerm> terms)
    {
        ref var told = ref CollectionsMarshal.GetValueRefOrAddDefault(_told, story, out var known);
        if (known && told <= article.Published)
            return;
        told = article.Published;
        if (told < _examplesFrom)
        {
            _examples.Remove(story);
            return;
        }

        _examples[story] = new TrialExample(story, article.Key, article.Title, article.Link, article.Source, article.Published, terms);
        if (_examples.Count > MostKept)
            LetOlderHalfGo();
    }

    public TrialReport Report(DateTimeOffset from, DateTimeOffset to)
    {
        var told = _told.Values.Where(date => date >= from && date < to).ToArray();
        var coveredFrom = _oldestOfDay.Values.Where(date => date >= from && date < to).DefaultIfEmpty(to).Min();
        return new TrialReport
        {
            Articles = Articles,
            Stories = told.Length,
            CoveredFrom = coveredFrom,
            PerDay = told.Length / Math.Max(1, (to - coveredFrom).TotalDays),
            Busiest = BusiestOf(told, coveredFrom, to),
            Examples = ExamplesOf(from, to),
        };
    }

    /// <summary>
    /// The weekday with the most stories, where it is far ahead of all others, and chance alone would rarely give it as many:
    /// two standard deviations above what its share of the time lets expect (a Poisson variable's is the root of its mean).
    /// </summary>
    private static TrialWeekday? BusiestOf(DateTimeOffset[] told, DateTimeOffset from, DateTimeOffset to)
    {
        const int Fewest = 3;
        const double Lead = 1.5;
        var time = TimeByWeekday(from, to);
        var days = told.GroupBy(date => date.UtcDateTime.DayOfWeek)
            .Select(day => new TrialWeekday(day.Key, day.Count())).OrderByDescending(day => day.Stories).Append(new TrialWeekday(default, 0)).Take(2).ToArray();
        if (days is not [{ Stories: >= Fewest } most, var next] || most.Stories < Lead * next.Stories)
            return null;
        var expected = told.Length * time[(int)most.Day] / (to - from).TotalDays;
        return most.Stories > expected + 2 * Math.Sqrt(expected) ? most : null;
    }

    /// <summary>How many days of a span are Sundays, Mondays and so on; parts of a day count as such.</summary>
    private static double[] TimeByWeekday(DateTimeOffset from, DateTimeOffset to)
    {
        var days = new double[7];
        var weeks = Math.Floor((to - from).TotalDays / 7);
        Array.Fill(days, weeks);
        for (var (at, end) = (from.UtcDateTime.AddDays(7 * weeks), to.UtcDateTime); at < end;)
        {
            var next = at.Date == DateTime.MaxValue.Date ? end : at.Date.AddDays(1);
            days[(int)at.DayOfWeek] += ((next < end ? next : end) - at).TotalDays;
            at = next;
        }

        return days;
    }

    /// <summary>Newest first; one that shows words or a source which the chosen don't comes before one that doesn't.</summary>
    private ImmutableArray<TrialExample> ExamplesOf(DateTimeOffset from, DateTimeOffset to)
    {
        var rest = _examples.Values
            .Where(story => story.Published >= from && story.Published < to)
            .OrderByDescending(story => story.Published).ThenByDescending(story => story.Story.Value)
            .ToList();
        var shown = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var chosen = new List<TrialExample>();
        while (chosen.Count < QueryTrial.MostExamples && rest.Count > 0)
        {
            var next = rest.MaxBy(story => Shows(story).Count(it => !shown.Contains(it)))!;
            shown.UnionWith(Shows(next));
            chosen.Add(next);
            rest.Remove(next);
        }

        return [.. chosen.OrderByDescending(story => story.Published).ThenByDescending(story => story.Story.Value)];
    }

    private static IEnumerable<string> Shows(TrialExample story) =>
        story.Terms.Select(term => $"{term.Term}: {term.Text}").Append(story.Source).Distinct(StringComparer.OrdinalIgnoreCase);

    private void LetOlderHalfGo()
    {
        var kept = _examples.Values.OrderByDescending(story => story.Published).Take(MostKept / 2).ToArray();
        _examplesFrom = kept[^1].Published;
        _examples.Clear();
        foreach (var story in kept)
            _examples.Add(story.Story, story);
    }

    private static DateOnly DayOf(DateTimeOffset date) => DateOnly.FromDateTime(date.UtcDateTime);
}
