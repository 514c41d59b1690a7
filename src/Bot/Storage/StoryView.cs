using System.Collections.Immutable;
using News.Alerts;
using News.Matching;
using News.Stories;

namespace Bot.Storage;

/// <summary>A story as one place sees it, with what has just happened to it.</summary>
internal sealed class StoryView
{
    private readonly ImmutableArray<StoryReport> _reports;
    private readonly IReadOnlyList<StoryEvent> _events;
    private readonly ImmutableDictionary<string, ImmutableArray<string>> _families;
    private readonly ImmutableArray<AlertToll> _tolls;
    private readonly ImmutableArray<AlertChange> _numbers;

    /// <summary>What officials had said before.</summary>
    private readonly ImmutableHashSet<ChangeKind> _said;

    private readonly Dictionary<ArticleId, ImmutableArray<string>> _voicesBeside = [];

    /// <param name="reports">In the order in which they came, those of the events among them.</param>
    /// <param name="events">At least one.</param>
    public StoryView(ImmutableArray<StoryReport> reports, IReadOnlyList<StoryEvent> events, ImmutableDictionary<string, ImmutableArray<string>> families)
    {
        _reports = reports;
        _events = events;
        _families = families;
        var stories = events.GroupBy(one => one.Article).ToDictionary(one => one.Key, one => one.First().Before);
        ImmutableArray<StoryReport> before = [.. reports.Select(report => stories.TryGetValue(report.Article, out var was) ? was : report).OfType<StoryReport>()];
        _said = [.. before.SelectMany(report => report.Officials)];
        _tolls = TollTable.Of([.. reports.Select(report => report.Numbers)]);
        var last = LastWithNumbers().News;
        _numbers =
        [
            .. TollTable.Changes(TollTable.Of([.. before.Select(report => report.Numbers)]), _tolls)
                .Select(line => new AlertChange(ChangeKind.Number, line, last.Source, last.At) { Link = last.Link }),
        ];
    }

    /// <summary>Something of what happened is worth a word.</summary>
    public bool IsNews => _events.Any(one => one.IsNews);

    /// <summary>An alert as it is to be from now on, and what changed.</summary>
    /// <param name="own">The article that it was made from; null where that is not known.</param>
    /// <param name="isShown">Somebody may have read it: what it shows otherwise than before is a change.</param>
    public (Alert After, ImmutableArray<AlertChange> Changes) Of(WatchlistId watchlist, ArticleId? own, Alert before, bool isShown)
    {
        var after = before;
        var changes = new List<AlertChange>();
        var said = _said.ToHashSet();
        said.UnionWith(_events.Where(one => IsFirst(one, own)).SelectMany(one => one.News.Officials.Select(word => word.Kind)));
        foreach (var one in _events.Where(one => !IsFirst(one, own)))
        {
            if (one.Article == own && one.Retold is { } retold)
            {
                after = LivingAlert.Retold(after, retold(watchlist, after));
                if (isShown && LivingAlert.Headline(before.Headline, after.Headline, one.News) is { } headline)
                    changes.Add(headline);
            }

            changes.AddRange(LivingAlert.Corrections(one.News));
            changes.AddRange(LivingAlert.FirstWords(one.News, said));
            said.UnionWith(one.News.Officials.Select(word => word.Kind));
        }

        if (isShown)
            changes.AddRange(_numbers);
        var notShown = LivingAlert.NotShown(before, changes);
        return (LivingAlert.With(after, notShown) with { AlsoReportedBy = VoicesBeside(own, before.Source), Tolls = _tolls }, notShown);
    }

    /// <summary>The article has just come, and the alert was made from it: it changes nothing.</summary>
    private static bool IsFirst(StoryEvent one, ArticleId? own) => one.Article == own && one.Before is null;

    private StoryEvent LastWithNumbers()
    {
        var numbers = _reports.Where(report => !report.Claims.IsEmpty).Select(report => report.Article).ToHashSet();
        return _events.LastOrDefault(one => numbers.Contains(one.Article)) ?? _events[^1];
    }

    /// <summary>Who else tells it: all voices but that of the alert's own article.</summary>
    private ImmutableArray<string> VoicesBeside(ArticleId? own, string source)
    {
        if (own is { } known && _voicesBeside.TryGetValue(known, out var voices))
            return voices;
        var first = _reports.FirstOrDefault(report => report.Article == own)?.Voice ?? new VoicedReport(source, Host: null, Author: null, Text: "", CopyOf: null);
        voices = [.. Voices.Of([first, .. _reports.Where(report => report.Article != own).Select(report => report.Voice)], _families).Skip(1)];
        if (own is { } article)
            _voicesBeside[article] = voices;
        return voices;
    }
}
