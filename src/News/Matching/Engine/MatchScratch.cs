using System.Collections.Immutable;
using System.Runtime.InteropServices;
using News.Articles;

namespace News.Matching;

/// <summary>
/// The working memory of one match, one per thread and reused, so that an article that meets nothing allocates nothing,
/// except where its quotations or sentences have to be found first.
/// </summary>
internal sealed class MatchScratch
{
    /// <summary>Places that are kept of all patterns together; a hostile text has more.</summary>
    private const int MostSightings = 1_000_000;

    /// <summary>Those that are kept of one pattern in a field even then.</summary>
    private const int FewSightings = 100;

    private static readonly Article Nothing = new() { Key = new ItemKey(""), Title = "", Text = "", Source = "", Published = default };

    [ThreadStatic]
    private static MatchScratch? s_ofThisThread;

    private readonly List<FieldText> _fields = [];
    private readonly List<Walk>[] _waiting = [[], [], [], []];
    private readonly int[] _waitingFor = [-1, -1, -1, -1];
    private readonly List<PatternSightings> _seen = [];
    private readonly CandidateQueries _queries;
    private int[] _seenAt = new int[64];
    private Sighting[] _sightings = new Sighting[64];
    private int _sightingCount;

    public MatchScratch() => _queries = new CandidateQueries(this);

    public Words Words { get; } = new();

    /// <summary>What is found out about the article only when a query asks.</summary>
    public ArticleDetails Details { get; } = new();

    /// <summary>Where the reasons of one match after the other are gathered.</summary>
    public Reasons Reasons { get; } = new();

    /// <summary>The fields that were read.</summary>
    public ReadOnlySpan<FieldText> Fields => CollectionsMarshal.AsSpan(_fields);

    /// <summary>What was seen of the patterns of the index that was scanned last.</summary>
    public ReadOnlySpan<PatternSightings> Seen => CollectionsMarshal.AsSpan(_seen);

    /// <summary>The article that is being read.</summary>
    public Article Article { get; private set; } = Nothing;

    /// <summary>Matches an article against every shard.</summary>
    /// <param name="seen">Counts the words that are read, where somebody wants them counted.</param>
    public static ImmutableArray<Match> Read(Article article, ReadOnlySpan<Shard> shards, SeenWords? seen = null)
    {
        // Taken and put back, so that a match that ends in an exception leaves nothing half used behind.
        var scratch = s_ofThisThread ?? new MatchScratch();
        s_ofThisThread = null;
        scratch.Article = article;
        var wanted = seen is null ? FieldSet.None : FieldSet.Story;
        foreach (var shard in shards)
            wanted |= shard.Index.Fields;
        scratch.ReadFields(article, wanted);
        seen?.Read(scratch.Words, scratch.Fields);
        foreach (var shard in shards)
            scratch.Ask(shard);
        var matches = scratch.Finish();
        s_ofThisThread = scratch;
        return matches;
    }

    /// <summary>Says why an article meets the only query of an index, or doesn't; reads all that the article says.</summary>
    public static Verdict Judge(Article article, Index index)
    {
        var scratch = s_ofThisThread ?? new MatchScratch();
        s_ofThisThread = null;
        scratch.Article = article;
        scratch.ReadFields(article, index.Fields | FieldSet.Everywhere);
        scratch.Scan(index);
        var verdict = Verdicts.Of(index.Queries[0].Query, new Sightings(scratch, index.PatternsOf(index.Queries[0])));
        scratch.ForgetSightings();
        scratch.Finish();
        s_ofThisThread = scratch;
        return verdict;
    }

    /// <summary>Whether a phrase may wait for the word at an index.</summary>
    public bool IsWaiting(int word) => _waitingFor[word & 3] == word;

    /// <summary>The last word that a phrase has waited for; -1 where none did.</summary>
    public int LastWaiting { get; private set; } = -1;

    /// <summary>The phrases that wait for the word at an index, where some do; there are never more than four such lists in use.</summary>
    public List<Walk> WaitingAt(int word) => _waiting[word & 3];

    /// <summary>Has a phrase wait for the word at an index.</summary>
    public void Wait(int word, Walk walk)
    {
        if (_waitingFor[word & 3] != word)
            _waiting[word & 3].Clear();
        _waiting[word & 3].Add(walk);
        _waitingFor[word & 3] = LastWaiting = word;
    }

    private void ForgetWaiting()
    {
        LastWaiting = -1;
        _waitingFor.AsSpan().Fill(-1);
    }

    /// <summary>Notes that a pattern stands at the words from..last.</summary>
    public void See(int pattern, in FieldText field, int first, int last, MatchRule? rule)
    {
        ref var seen = ref SeenOf(pattern);
        if (seen.Count == 0)
        {
            seen.Head = -1;
        }
        else if (_sightings[seen.Tail] is var before && before.First == first && before.Last == last)
        {
            // "air strike" meets the phrase and its joined variant; "North Korean" a form of the name and, which says more, its people.
            if (rule is not (null or MatchRule.Compound))
                _sightings[seen.Tail].Rule = rule;
            return;
        }

        seen.Fields |= (FieldSet)(1 << (int)field.Field);
        if (seen.Field != field.Field || seen.Count == 0)
            (seen.Field, seen.CountInField) = (field.Field, 0);
        seen.Count++;
        if (++seen.CountInField > FewSightings && _sightingCount >= MostSightings)
            return;
        if (_sightingCount == _sightings.Length)
            Array.Resize(ref _sightings, _sightingCount * 2);
        _sightings[_sightingCount] = new Sighting(field.Number, first, last, rule) { Next = -1 };
        if (seen.Head < 0)
            seen.Head = _sightingCount;
        else
            _sightings[seen.Tail].Next = _sightingCount;
        seen.Tail = _sightingCount++;
    }

    /// <summary>What was noted of a pattern; new where nothing was.</summary>
    private ref PatternSightings SeenOf(int pattern)
    {
        ref var at = ref _seenAt[pattern];
        if (at == 0)
        {
            _seen.Add(new PatternSightings(pattern));
            at = _seen.Count;
        }

        return ref CollectionsMarshal.AsSpan(_seen)[at - 1];
    }

    public FieldSet FieldsOf(int pattern) => _seenAt[pattern] is > 0 and var at ? _seen[at - 1].Fields : FieldSet.None;

    public ref readonly FieldText FieldAt(int number) => ref CollectionsMarshal.AsSpan(_fields)[number];

    /// <summary>Where a pattern's first sighting lies, or -1; <see cref="Sighting.Next"/> leads on.</summary>
    public int FirstSighting(int pattern) => _seenAt[pattern] is > 0 and var at ? _seen[at - 1].Head : -1;

    /// <summary>That of a pattern that was seen once; else -1.</summary>
    public int OnlySightingOf(int pattern) => _seenAt[pattern] is > 0 and var at && _seen[at - 1].Count == 1 ? _seen[at - 1].Head : -1;

    public ref readonly Sighting SightingAt(int sighting) => ref _sightings[sighting];

    private void ReadFields(Article article, FieldSet wanted)
    {
        Words.IsTurkish = TurkishForms.Is(article.Language);
        ReadField(MatchField.Title, article.Title, wanted);
        ReadField(MatchField.Text, article.Text, wanted);
        ReadField(MatchField.Source, article.Source, wanted);
        ReadField(MatchField.Author, article.Author, wanted);
        if (wanted.Has(MatchField.Lang))
            ReadField(MatchField.Lang, LanguageGuess.Of(article), wanted);
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
        Scan(shard.Index);
        if (_seen.Count == 0 && shard.Index.Unindexed.IsEmpty)
            return;
        _queries.Ask(shard);
        ForgetSightings();
    }

    private void Scan(Index index)
    {
        if (_seenAt.Length < index.PatternCount)
            _seenAt = new int[Math.Max(index.PatternCount, _seenAt.Length * 2)];
        ForgetWaiting();
        foreach (var field in _fields)
            index.Scan(field, this);
    }

    private void ForgetSightings()
    {
        foreach (ref readonly var seen in CollectionsMarshal.AsSpan(_seen))
            _seenAt[seen.Pattern] = 0;
        _seen.Clear();
        _sightingCount = 0;
    }

    private ImmutableArray<Match> Finish()
    {
        Words.Clear();
        Details.Clear();
        _fields.Clear();
        Article = Nothing;
        if (_sightings.Length > 1 << 16)
            _sightings = new Sighting[64];
        return _queries.Take();
    }
}

/// <summary>Where a pattern was seen.</summary>
[StructLayout(LayoutKind.Auto)]
internal struct PatternSightings(int pattern)
{
    public readonly int Pattern = pattern;

    public int Count { get; set; }

    public FieldSet Fields { get; set; }

    /// <summary>Its first <see cref="Sighting"/>, and its last.</summary>
    public int Head { get; set; }

    public int Tail { get; set; }

    /// <summary>That of the last sighting, and how many it has.</summary>
    public MatchField Field { get; set; }

    public int CountInField { get; set; }
}

/// <summary>Words of an article that a pattern was met by.</summary>
/// <param name="Field">The number of their <see cref="FieldText"/>.</param>
/// <param name="First">Of <see cref="MatchScratch.Words"/>.</param>
/// <param name="Last">Inclusive.</param>
/// <param name="Rule">Why they meet it; null where they are as the query writes them, or a form of that.</param>
[StructLayout(LayoutKind.Auto)]
internal record struct Sighting(int Field, int First, int Last, MatchRule? Rule)
{
    /// <summary>The pattern's next in the order of the text; -1 after the last.</summary>
    public int Next { get; set; }
}
