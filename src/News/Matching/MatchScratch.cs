using System.Collections.Immutable;
using System.Runtime.InteropServices;
using News.Articles;

namespace News.Matching;

/// <summary>
/// The working memory of one match, one per thread and reused, so that an article that meets nothing allocates nothing.
/// </summary>
internal sealed class MatchScratch
{
    /// <summary>Places of one pattern that are kept. More say nothing new, and a hostile text has a million.</summary>
    private const int MostSightings = 1_000;

    /// <summary>Places of one term in one field that a match shows.</summary>
    private const int MostShown = 3;

    [ThreadStatic]
    private static MatchScratch? s_ofThisThread;

    private readonly List<FieldText> _fields = [];
    private readonly List<Walk>[] _waiting = [[], [], [], []];
    private readonly List<int> _seen = [];
    private readonly List<Term> _reasons = [];
    private readonly List<Match> _matches = [];
    private PatternSightings[] _patterns = new PatternSightings[64];
    private Sighting[] _sightings = new Sighting[64];
    private int[] _askedAt = new int[64];
    private int _sightingCount;
    private int _asking;

    public Words Words { get; } = new();

    /// <summary>Matches an article against every shard.</summary>
    public static ImmutableArray<Match> Read(Article article, ReadOnlySpan<Shard> shards)
    {
        // Taken and put back, so that a match that ends in an exception leaves nothing half used behind.
        var scratch = s_ofThisThread ?? new MatchScratch();
        s_ofThisThread = null;
        scratch.ReadFields(article, shards);
        foreach (var shard in shards)
            scratch.Ask(shard);
        var matches = scratch.Finish();
        s_ofThisThread = scratch;
        return matches;
    }

    /// <summary>The phrases that wait for the word at an index; there are never more than four such lists in use.</summary>
    public List<Walk> WaitingAt(int word) => _waiting[word & 3];

    /// <summary>Notes that a pattern stands at the words from..last.</summary>
    public void See(int pattern, in FieldText field, int first, int last, bool joined)
    {
        ref var seen = ref _patterns[pattern];
        if (seen.Count == 0)
        {
            _seen.Add(pattern);
            seen.Head = -1;
        }
        else if (_sightings[seen.Tail] is var before && before.First == first && before.Last == last)
        {
            return; // "air strike" meets the phrase and its joined variant
        }

        seen.Fields |= (FieldSet)(1 << (int)field.Field);
        if (seen.Field != field.Field || seen.Count == 0)
            (seen.Field, seen.CountInField) = (field.Field, 0);
        seen.Count++;
        if (++seen.CountInField > MostSightings)
            return;
        if (_sightingCount == _sightings.Length)
            Array.Resize(ref _sightings, _sightingCount * 2);
        _sightings[_sightingCount] = new Sighting(field.Number, first, last, joined) { Next = -1 };
        if (seen.Head < 0)
            seen.Head = _sightingCount;
        else
            _sightings[seen.Tail].Next = _sightingCount;
        seen.Tail = _sightingCount++;
    }

    public FieldSet FieldsOf(int pattern) => _patterns[pattern].Count == 0 ? FieldSet.None : _patterns[pattern].Fields;

    private void ReadFields(Article article, ReadOnlySpan<Shard> shards)
    {
        var wanted = FieldSet.None;
        foreach (var shard in shards)
            wanted |= shard.Index.Fields;
        ReadField(MatchField.Title, article.Title, wanted);
        ReadField(MatchField.Text, article.Text, wanted);
        ReadField(MatchField.Source, article.Source, wanted);
        ReadField(MatchField.Author, article.Author, wanted);
        if (article.Categories.IsDefault)
            return;
        foreach (var category in article.Categories)
            ReadField(MatchField.Category, category, wanted);
    }

    private void ReadField(MatchField field, string? text, FieldSet wanted)
    {
        if (string.IsNullOrEmpty(text) || (wanted & (FieldSet)(1 << (int)field)) == FieldSet.None)
            return;
        var from = Words.Count;
        Words.Read(text);
        _fields.Add(new FieldText(_fields.Count, field, text, from, Words.Count));
    }

    private void Ask(Shard shard)
    {
        var index = shard.Index;
        if (_patterns.Length < index.PatternCount)
            _patterns = new PatternSightings[Math.Max(index.PatternCount, _patterns.Length * 2)];
        foreach (var field in _fields)
        {
            foreach (var waiting in _waiting)
                waiting.Clear();
            index.Scan(field, this);
        }

        if (_seen.Count == 0)
            return;
        AskQueries(shard);
        foreach (var pattern in _seen)
            _patterns[pattern] = default;
        _seen.Clear();
        _sightingCount = 0;
    }

    /// <summary>Evaluates the queries that have at least one term in the article; no other can hold.</summary>
    private void AskQueries(Shard shard)
    {
        var queries = shard.Index.Queries;
        if (_askedAt.Length < queries.Length)
            (_askedAt, _asking) = (new int[Math.Max(queries.Length, _askedAt.Length * 2)], 0);
        if (++_asking == int.MaxValue)
        {
            Array.Clear(_askedAt);
            _asking = 1;
        }

        foreach (var pattern in _seen)
        {
            foreach (var number in shard.Index.QueriesWith(pattern))
            {
                if (_askedAt[number] == _asking)
                    continue;
                _askedAt[number] = _asking;
                var query = queries[number];
                var sightings = new Sightings(this, query.PatternOfTerm);
                if (query.Query.Condition.Holds(sightings) && !shard.Gone.Contains(query.Watchlist))
                    _matches.Add(new Match(query.Watchlist, ReasonsOf(query, sightings)));
            }
        }
    }

    private ImmutableArray<MatchedTerm> ReasonsOf(IndexedQuery query, in Sightings sightings)
    {
        _reasons.Clear();
        query.Query.Condition.Explain(sightings, holds: true, _reasons);
        var terms = ImmutableArray.CreateBuilder<MatchedTerm>();
        foreach (var term in _reasons)
            AddReason(term, query.PatternOfTerm[term.Index], terms);
        return terms.DrainToImmutable();
    }

    private void AddReason(Term term, int pattern, ImmutableArray<MatchedTerm>.Builder terms)
    {
        var (field, shown) = ((MatchField)(-1), 0);
        for (var i = _patterns[pattern].Head; i >= 0; i = _sightings[i].Next)
        {
            var sighting = _sightings[i];
            var text = _fields[sighting.Field];
            if ((term.Fields & (FieldSet)(1 << (int)text.Field)) == FieldSet.None)
                continue;
            if (text.Field != field)
                (field, shown) = (text.Field, 0);
            var start = Words.All[sighting.First].Start;
            var met = text.Text[start..Words.All[sighting.Last].End];
            var reason = new MatchedTerm(term.Written, field, met, start, RuleOf(term, sighting, met));
            if (shown < MostShown && !terms.Contains(reason))
            {
                shown++;
                terms.Add(reason);
            }
        }
    }

    private MatchRule RuleOf(Term term, in Sighting sighting, string met)
    {
        if (sighting.Joined)
            return MatchRule.Compound;
        if (term.Words[0].Demand == Demand.Exactly || (!term.Quoted && met.Equals(term.Written, StringComparison.OrdinalIgnoreCase)))
            return MatchRule.Exact;
        if (term.Words.Length > 1)
            return MatchRule.Phrase;
        if (term.Words[0].Demand == Demand.Beginning)
            return MatchRule.Prefix;
        if (met.Equals(term.Words[0].Written, StringComparison.OrdinalIgnoreCase))
            return MatchRule.Exact;
        var word = Words.All[sighting.First];
        foreach (var demonym in Demonyms.Of(term.Words[0].Folded))
        {
            if (Words.FoldedOf(word).SequenceEqual(demonym))
                return MatchRule.Demonym;
        }

        return (word.Shape & WordShape.Clitic) != WordShape.None == term.Words[0].HasClitic && Words.FoldedOf(word).SequenceEqual(term.Words[0].Folded)
            ? MatchRule.Folding
            : MatchRule.Form;
    }

    private ImmutableArray<Match> Finish()
    {
        Words.Clear();
        _fields.Clear();
        if (_sightings.Length > 1 << 16)
            _sightings = new Sighting[64];
        if (_matches.Count == 0)
            return [];
        _matches.Sort(static (a, b) => a.Watchlist.Value.CompareTo(b.Watchlist.Value));
        ImmutableArray<Match> matches = [.. _matches];
        _matches.Clear();
        _reasons.Clear();
        return matches;
    }

    [StructLayout(LayoutKind.Auto)]
    private record struct PatternSightings(int Count, FieldSet Fields, int Head, int Tail)
    {
        public MatchField Field { get; set; }

        public int CountInField { get; set; }
    }

    /// <summary>Which words of which field; a list in the order of the text.</summary>
    [StructLayout(LayoutKind.Auto)]
    private record struct Sighting(int Field, int First, int Last, bool Joined)
    {
        public int Next { get; set; }
    }
}

/// <summary>Which terms of one query stand in an article.</summary>
internal readonly ref struct Sightings(MatchScratch? scratch, ReadOnlySpan<int> patternOfTerm)
{
    private readonly ReadOnlySpan<int> _patternOfTerm = patternOfTerm;

    /// <summary>Those of an article that has none of the words.</summary>
    public static Sightings OfNothing => new(null, []);

    public bool Saw(Term term) =>
        scratch is not null && (scratch.FieldsOf(_patternOfTerm[term.Index]) & term.Fields) != FieldSet.None;
}
