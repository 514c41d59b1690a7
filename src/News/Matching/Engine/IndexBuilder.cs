using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace News.Matching;

/// <summary>Compiles queries into the tables of an <see cref="Index"/>. Used once.</summary>
internal sealed class IndexBuilder
{
    /// <summary>Of the spellings of two words. English words have thirty, Arabic ones seven hundred.</summary>
    private const int MostPairs = 1_000;

    private readonly Dictionary<string, int> _wordByKey = [];
    private readonly Dictionary<(int Node, ulong Joins), int> _patternByNode = [];
    private readonly Dictionary<ImmutableArray<Wording>, int> _patternByWordings = [];
    private readonly VocabularyBuilder _vocabulary = new();

    public IndexBuilder(IEnumerable<(WatchlistId Watchlist, Query Query)> queries)
    {
        var indexed = ImmutableArray.CreateBuilder<IndexedQuery>();
        foreach (var (watchlist, query) in queries.OrderBy(it => it.Watchlist.Value))
        {
            indexed.Add(new IndexedQuery(watchlist, query, query.Only, PatternOfTerm.Count));
            foreach (var term in query.Terms)
                PatternOfTerm.Add(PatternOf(term));
            Fields |= query.Fields;
        }

        Queries = indexed.DrainToImmutable();
    }

    /// <summary>Those of the first query, then those of the second, and so on.</summary>
    public List<int> PatternOfTerm { get; } = [];

    /// <summary>By the numbers of their watchlists.</summary>
    public ImmutableArray<IndexedQuery> Queries { get; }

    public FieldSet Fields { get; }

    public int PatternCount { get; private set; }

    public List<QueryWord> Words { get; } = [];

    /// <summary>From a node and a word to the node behind it.</summary>
    public Dictionary<ulong, int> Edges { get; } = [];

    /// <summary>Those of two words or more, by the complement of their numbers.</summary>
    public List<Node> Nodes { get; } = [];

    public List<Ending> Endings { get; } = [];

    public Vocabulary Vocabulary() => _vocabulary.Build();

    /// <summary>The words that ask for more than one of their spellings.</summary>
    public Dictionary<int, QueryWord> Demanding() =>
        Words.Index().Where(it => it.Item.Demand != Demand.None).ToDictionary(it => it.Index, it => it.Item);

    /// <summary>The spellings that a pattern begins with.</summary>
    public HashFilter Begins() => FilterOf(word => _vocabulary.NodeOf(word) != Node.Empty);

    /// <summary>Those of them that need no certain word after them: a pattern ends there, or goes on with any.</summary>
    public HashFilter BeginsWithAny() => FilterOf(word => _vocabulary.NodeOf(word) is { Ends: not Node.Nothing } or { Goes: Goes.OnWithAny });

    /// <summary>The spellings that a phrase goes on with, each with what it goes on from: see <see cref="Node.After"/>.</summary>
    public HashFilter GoesOn()
    {
        var hashes = new List<uint>();
        foreach (var edge in Edges.Keys)
        {
            var (node, word) = ((int)(edge >> 32), (int)(uint)edge);
            if (NodeAt(node).Goes != Goes.On)
                continue;
            foreach (ref readonly var next in _vocabulary.Of(word))
            {
                if (node < 0)
                    hashes.Add(Node.After((uint)node, next.Hash));
                for (var i = 0; node >= 0 && i < _vocabulary.Of(node).Length; i++)
                    hashes.Add(Node.After(_vocabulary.Of(node)[i].Hash, next.Hash));
            }
        }

        return FilterOf(hashes);
    }

    private HashFilter FilterOf(Func<int, bool> has)
    {
        var hashes = new List<uint>();
        for (var word = 0; word < Words.Count; word++)
        {
            if (!has(word))
                continue;
            foreach (ref readonly var spelling in _vocabulary.Of(word))
                hashes.Add(spelling.Hash);
        }

        return FilterOf(hashes);
    }

    private static HashFilter FilterOf(List<uint> hashes)
    {
        var filter = new HashFilter(hashes.Count);
        foreach (var hash in hashes)
            filter.Add(hash);
        return filter;
    }

    public static ulong Edge(int node, int word) => (ulong)(uint)node << 32 | (uint)word;

    public Beginnings Beginnings() =>
        new(Words.Select((word, index) => (word, index)).Where(it => it.word.Demand == Demand.Beginning).SelectMany(it => it.word.Spellings.Select(letters => (letters, it.index))));

    /// <summary>Which queries have a pattern.</summary>
    public Postings Postings()
    {
        var postings = new PostingsBuilder(PatternOfTerm, PatternCount);
        for (var query = 0; query < Queries.Length; query++)
        {
            for (var term = 0; term < Queries[query].Query.Terms.Length; term++)
                postings.Add(PatternOfTerm[Queries[query].FirstTerm + term], query);
        }

        return postings.Build();
    }

    public ImmutableArray<int> Unindexed() =>
        [.. Enumerable.Range(0, Queries.Length).Where(query => Queries[query].Query.HoldsOfNothing)];

    private int PatternOf(Term term)
    {
        if (term.IsPlain)
        {
            var only = term.First;
            var node = NodeAfter(only.Words);
            ref var known = ref CollectionsMarshal.GetValueRefOrAddDefault(_patternByNode, (node, only.Joins), out var isKnown);
            if (!isKnown)
                EndAt(only, node, known = PatternCount++);
            return known;
        }

        // Of several wordings, those of one entity are one array, however many queries name it.
        ref var shared = ref CollectionsMarshal.GetValueRefOrAddDefault(_patternByWordings, term.Wordings, out var isShared);
        if (!isShared)
        {
            shared = PatternCount++;
            foreach (var wording in term.Wordings)
                EndAt(wording, NodeAfter(wording.Words), shared);
        }

        return shared;
    }

    private void EndAt(in Wording wording, int node, int pattern)
    {
        EndAt(node, pattern, wording.Rule);
        foreach (var variant in wording.Variants())
            EndAt(NodeAfter(variant), pattern, wording.Rule ?? MatchRule.Compound);
    }

    private void EndAt(int node, int pattern, MatchRule? rule)
    {
        ref var end = ref NodeAt(node);
        if (end.Ends == Node.Nothing && rule is null)
        {
            end = end with { Ends = Node.WithOnly(pattern) };
            return;
        }

        if (end.IsOfOnly(out var other))
            end = end with { Ends = AddEnding(new Ending(other, null, Node.Nothing)) };
        end = end with { Ends = AddEnding(new Ending(pattern, rule, end.Ends)) };
    }

    private int AddEnding(Ending ending)
    {
        Endings.Add(ending);
        return Endings.Count - 1;
    }

    private int NodeAfter(ImmutableArray<QueryWord> words)
    {
        var node = IdOf(words[0]);
        foreach (var word in words.AsSpan()[1..])
            node = NodeBelow(node, IdOf(word));
        return node;
    }

    private int NodeBelow(int node, int word)
    {
        ref var next = ref CollectionsMarshal.GetValueRefOrAddDefault(Edges, Edge(node, word), out var known);
        if (known)
            return next;
        ref var before = ref NodeAt(node);
        if (before.Goes != Goes.OnWithAny)
            before = before with { Goes = HasPairs(node, word) ? Goes.On : Goes.OnWithAny };
        Nodes.Add(Node.Empty);
        return next = ~(Nodes.Count - 1);
    }

    /// <summary>Whether the spellings of a word are few enough to be noted after all those of the word that it follows. Those of a beginning are without end.</summary>
    private bool HasPairs(int node, int word) =>
        Words[word].Demand != Demand.Beginning
        && (node < 0 || (Words[node].Demand != Demand.Beginning && _vocabulary.Of(node).Length * _vocabulary.Of(word).Length <= MostPairs));

    private ref Node NodeAt(int node) =>
        ref node >= 0 ? ref _vocabulary.NodeOf(node) : ref CollectionsMarshal.AsSpan(Nodes)[~node];

    private int IdOf(QueryWord word)
    {
        ref var id = ref CollectionsMarshal.GetValueRefOrAddDefault(_wordByKey, word.Key, out var known);
        if (known)
            return id;
        id = Words.Count;
        Words.Add(word);
        _vocabulary.Add(word);
        return id;
    }
}
