using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace News.Matching;

/// <summary>Compiles queries into the tables of an <see cref="Index"/>. Used once.</summary>
internal sealed class IndexBuilder
{
    private readonly Dictionary<string, int> _wordByKey = [];
    private readonly Dictionary<(int Node, ulong Joins), int> _patternByNode = [];
    private readonly Dictionary<ImmutableArray<Wording>, int> _patternByWordings = [];
    private readonly VocabularyBuilder _vocabulary = new();

    public IndexBuilder(IEnumerable<(WatchlistId Watchlist, Query Query)> queries)
    {
        var indexed = ImmutableArray.CreateBuilder<IndexedQuery>();
        foreach (var (watchlist, query) in queries)
        {
            indexed.Add(new IndexedQuery(watchlist, query, PatternOfTerm.Count));
            foreach (var term in query.Terms)
                PatternOfTerm.Add(PatternOf(term));
            Fields |= query.Fields;
        }

        Queries = indexed.DrainToImmutable();
    }

    /// <summary>Those of the first query, then those of the second, and so on.</summary>
    public List<int> PatternOfTerm { get; } = [];

    public ImmutableArray<IndexedQuery> Queries { get; }

    public FieldSet Fields { get; }

    public int PatternCount { get; private set; }

    public List<QueryWord> Words { get; } = [];

    /// <summary>By word: its own node.</summary>
    public List<Node> FirstNodes { get; } = [];

    public Dictionary<ulong, int> Edges { get; } = [];

    /// <summary>The other nodes, by the complement of their numbers.</summary>
    public List<Node> Nodes { get; } = [];

    public List<Ending> Endings { get; } = [];

    public Vocabulary Vocabulary(QueryWord[] words) => _vocabulary.Build(words);

    /// <summary>The spellings that a pattern begins with.</summary>
    public HashFilter Begins()
    {
        var hashes = new List<uint>();
        for (var word = 0; word < Words.Count; word++)
        {
            if (FirstNodes[word] != Node.Empty)
                AddHashes(word, 0, hashes);
        }

        return FilterOf(hashes);
    }

    /// <summary>The spellings that a phrase goes on with, each with the node that it goes on from.</summary>
    public HashFilter GoesOn()
    {
        var hashes = new List<uint>();
        foreach (var edge in Edges.Keys)
            AddHashes((int)(uint)edge, (int)(edge >> 32), hashes);
        return FilterOf(hashes);
    }

    private void AddHashes(int word, int node, List<uint> hashes)
    {
        foreach (ref readonly var spelling in _vocabulary.Of(word))
            hashes.Add(Node.After(node, spelling.Hash));
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

    /// <summary>By pattern, where its queries begin in the second array.</summary>
    public (int[] From, int[] Queries) Postings()
    {
        var from = new int[PatternCount + 1];
        foreach (var pattern in PatternOfTerm)
            from[pattern + 1]++;
        for (var i = 1; i < from.Length; i++)
            from[i] += from[i - 1];
        var queries = new int[from[^1]]; // a query with a pattern twice is in it twice, and asked once
        var next = from.ToArray();
        for (var query = 0; query < Queries.Length; query++)
        {
            for (var term = 0; term < Queries[query].Query.Terms.Length; term++)
                queries[next[PatternOfTerm[Queries[query].FirstTerm + term]]++] = query;
        }

        return (from, queries);
    }

    public ImmutableArray<int> Unindexed() =>
        [.. Enumerable.Range(0, Queries.Length).Where(query => Queries[query].Query.HoldsOfNothing)];

    private int PatternOf(Term term)
    {
        if (term.Wordings is [{ Rule: null } only])
        {
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
        Endings.Add(new Ending(pattern, rule, end.FirstEnding));
        end = end with { FirstEnding = Endings.Count - 1 };
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
            before = before with { Goes = Words[word].Demand == Demand.Beginning ? Goes.OnWithAny : Goes.On };
        Nodes.Add(Node.Empty);
        return next = ~(Nodes.Count - 1);
    }

    private ref Node NodeAt(int node) =>
        ref node >= 0 ? ref CollectionsMarshal.AsSpan(FirstNodes)[node] : ref CollectionsMarshal.AsSpan(Nodes)[~node];

    private int IdOf(QueryWord word)
    {
        ref var id = ref CollectionsMarshal.GetValueRefOrAddDefault(_wordByKey, word.Key, out var known);
        if (known)
            return id;
        id = Words.Count;
        Words.Add(word);
        FirstNodes.Add(Node.Empty);
        _vocabulary.Add(word);
        return id;
    }
}
