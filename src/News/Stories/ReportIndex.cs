using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace News.Stories;

/// <summary>A filed report.</summary>
/// <param name="Weight">Of its trace, as rare as words were when it came.</param>
/// <param name="CopyOf">0 where its text is too short to tell copies.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Report(StoryTrace Trace, TraceWeight Weight, StoryId Story, long CopyOf, DateTimeOffset Published);

/// <summary>
/// Finds the reports that share rare words with an article. Each report stands in the lists of its rarest words; of each list
/// only the latest entries are looked at, and only the reports that share the most are given. So the cost is bounded
/// whatever is stored.
/// </summary>
internal sealed class ReportIndex
{
    private const int None = -1;

    /// <summary>Of an article's words: what stands in lists, and what is looked up.</summary>
    private const int MostWords = 28;

    /// <summary>Entries of a list that are looked at, the latest first; and of all lists together, those of the rarest words first.</summary>
    private const int MostOfList = 18;
    private const int MostEntries = 224;

    /// <summary>Reports that are compared with an article.</summary>
    private const int MostReports = 24;

    /// <summary>A word that more stories have than this weight says is in no list.</summary>
    private const float LeastWeight = 2.5f;

    private readonly List<Report> _reports = [];
    private readonly Dictionary<uint, int> _first = [];
    private readonly List<Piece> _pieces = [];
    private readonly Dictionary<int, float> _shared = [];
    private readonly List<(float Weight, uint Mark)> _rarest = [];
    private readonly List<(float Weight, int Report)> _nearest = [];

    public IReadOnlyList<Report> All => _reports;

    /// <param name="trace">The report's, as rare as words are now.</param>
    public void Add(Report report, WeighedTrace trace)
    {
        _reports.Add(report);
        foreach (var (_, mark) in Rarest(trace))
            AddTo(mark, _reports.Count - 1);
    }

    /// <summary>The places in <see cref="All"/> of the reports that share the most with the article, the nearest first.</summary>
    public IEnumerable<int> Near(WeighedTrace trace)
    {
        _shared.Clear();
        var pieces = CollectionsMarshal.AsSpan(_pieces);
        var left = MostEntries;
        foreach (var (weight, mark) in Rarest(trace))
        {
            var at = _first.GetValueOrDefault(mark, None);
            for (var looked = 0; looked < MostOfList && at != None && left > 0; at = pieces[at].Next)
            {
                foreach (var report in pieces[at].Reports)
                    CollectionsMarshal.GetValueRefOrAddDefault(_shared, report, out _) += weight;
                looked += pieces[at].Count;
                left -= pieces[at].Count;
            }
        }

        _nearest.Clear();
        foreach (var (report, weight) in _shared)
            _nearest.Add((weight, report));
        _nearest.Sort(static (one, other) => other.Weight != one.Weight ? other.Weight.CompareTo(one.Weight) : other.Report.CompareTo(one.Report));
        return _nearest.Take(MostReports).Select(near => near.Report);
    }

    /// <summary>Drops the reports that were published before an instant, and of the others the ones that came first, down to a number.</summary>
    public void Forget(DateTimeOffset before, int most)
    {
        var places = new int[_reports.Count];
        Array.Fill(places, None);
        List<Report> kept = [];
        var spare = _reports.Count(report => report.Published >= before) - most;
        for (var i = 0; i < places.Length; i++)
        {
            if (_reports[i].Published < before || spare-- > 0)
                continue;
            places[i] = kept.Count;
            kept.Add(_reports[i]);
        }

        _reports.Clear();
        _reports.AddRange(kept);
        _reports.TrimExcess();
        MoveTo(places);
    }

    /// <summary>Makes the lists anew.</summary>
    /// <param name="places">Where each report stands now.</param>
    private void MoveTo(int[] places)
    {
        var lists = _first.ToArray();
        var pieces = _pieces.ToArray();
        _first.Clear();
        _pieces.Clear();
        List<int> entries = [];
        foreach (var (mark, first) in lists)
        {
            entries.Clear();
            for (var at = first; at != None; at = pieces[at].Next)
            {
                for (var i = pieces[at].Count - 1; i >= 0; i--)
                {
                    if (places[pieces[at].Reports[i]] is not None and var place)
                        entries.Add(place);
                }
            }

            for (var i = entries.Count - 1; i >= 0; i--)
                AddTo(mark, entries[i]);
        }

        _first.TrimExcess();
        _pieces.TrimExcess();
    }

    private void AddTo(uint mark, int report)
    {
        ref var first = ref CollectionsMarshal.GetValueRefOrAddDefault(_first, mark, out var isKnown);
        if (!isKnown || _pieces[first].Count == Piece.Length)
        {
            _pieces.Add(new Piece { Next = isKnown ? first : None });
            first = _pieces.Count - 1;
        }

        CollectionsMarshal.AsSpan(_pieces)[first].Add(report);
    }

    /// <summary>The words that find an article: those of title and lead first, of its body only names and numbers.</summary>
    private List<(float Weight, uint Mark)> Rarest(WeighedTrace trace)
    {
        _rarest.Clear();
        var words = trace.Trace.Words;
        for (var i = 0; i < words.Length; i++)
        {
            var (place, kind) = (StoryTrace.PlaceOf(words[i]), StoryTrace.KindOf(words[i]));
            if (place == WordPlace.Body && kind < WordKind.Number)
                continue;
            var weight = trace.WeightAt(i);
            if (weight < LeastWeight)
                continue;
            _rarest.Add((place switch { WordPlace.Title => weight * 1.5f, WordPlace.Lead => weight * 1.2f, _ => weight * 0.8f }, StoryTrace.MarkOf(words[i])));
        }

        _rarest.Sort(static (one, other) => other.Weight.CompareTo(one.Weight));
        if (_rarest.Count > MostWords)
            _rarest.RemoveRange(MostWords, _rarest.Count - MostWords);
        return _rarest;
    }

    /// <summary>Some entries of a list, side by side in memory: looking at one is as dear as looking at all of them.</summary>
    [StructLayout(LayoutKind.Auto)]
    private struct Piece
    {
        public const int Length = 6;

        private Places _places;

        /// <summary>The place of the piece with older entries.</summary>
        public int Next { get; init; }

        public int Count { get; private set; }

        [System.Diagnostics.CodeAnalysis.UnscopedRef]
        public readonly ReadOnlySpan<int> Reports => ((ReadOnlySpan<int>)_places)[..Count];

        public void Add(int report) => _places[Count++] = report;

        [InlineArray(Length)]
        private struct Places
        {
            private int _first;
        }
    }
}
