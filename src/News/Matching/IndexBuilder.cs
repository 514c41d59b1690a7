using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace News.Matching;

/// <summary>Compiles queries into the tables of an <see cref="Index"/>. Used once.</summary>
internal sealed class IndexBuilder
{
    private readonly Dictionary<string, int> _wordByKey = [];
    private readonly Dictionary<(int Node, ulong Joins), int> _patternByNode = [];
    private readonly Dictionary<ImmutableArray<Wording>, int> _patternByWordings = [];

    public IndexBuilder(IEnumerable<(WatchlistId Watchlist, Query Query)> queries)
    {
        var indexed = ImmutableArray.CreateBuilder<IndexedQuery>();
        foreach (var (watchlist, query) in queries)
        {
            var patterns = new int[query.Terms.Length];
            foreach (var term in query.Terms)
                patterns[term.Index] = PatternOf(term);

            Fields |= query.Fields;

            indexed.Add(new IndexedQuery(watchlist, query, patterns));
        }

        Queries = indexed.DrainToImmutable();
    }

    public ImmutableArray<IndexedQuery> Queries { get; }

    public FieldSet Fields { get; }

    public int PatternCount { get; private set; }

    public Vocabulary Vocabulary { get; } = new();

    public List<QueryWord> Words { get; } = [];

    /// <summary>By word: the node of the patterns that begin with it.</summary>
    public List<int> FirstNode { get; } = [];

    public Dictionary<ulong, int> Edges { get; } = [];

    public List<Node> Nodes { get; } = [new(-1, GoesOn: true)];

    public List<Ending> Endings { get; } = [];

    public static ulong Edge(int node, int word) => (ulong)(uint)node << 32 | (uint)word;

    public Beginnings Beginnings() =>
        new(Words.Select((word, index) => (word, index)).Where(it => it.word.Demand == Demand.Beginning).Select(it => (it.word.Folded, it.index)));

    /// <summary>By pattern, where its queries begin in the second array.</summary>
    public (int[] From, int[] Queries) Postings()
    {
        var from = new int[PatternCount + 1];
        foreach (var pattern in Queries.SelectMany(query => query.PatternOfTerm.Distinct()))
            from[pattern + 1]++;
        for (var i = 1; i < from.Length; i++)
            from[i] += from[i - 1];
        var queries = new int[from[^1]];
        var next = from.ToArray();
        for (var query = 0; query < Queries.Length; query++)
        {
            foreach (var pattern in Queries[query].PatternOfTerm.Distinct())
                queries[next[pattern]++] = query;
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
        Endings.Add(new Ending(pattern, rule, Nodes[node].FirstEnding));
        Nodes[node] = Nodes[node] with { FirstEnding = Endings.Count - 1 };
    }

    private int NodeAfter(ImmutableArray<QueryWord> words)
    {
        var node = 0;
        foreach (var word in words)
            node = node == 0 ? FirstNodeOf(IdOf(word)) : NodeBelow(node, IdOf(word));
        return node;
    }

    private int FirstNodeOf(int word)
    {
        if (FirstNode[word] == 0)
            FirstNode[word] = AddNode();
        return FirstNode[word];
    }

    private int NodeBelow(int node, int word)
    {
        ref var next = ref CollectionsMarshal.GetValueRefOrAddDefault(Edges, Edge(node, word), out var known);
        if (known)
            return next;
        Nodes[node] = Nodes[node] with { GoesOn = true };
        return next = AddNode();
    }

    private int AddNode()
    {
        Nodes.Add(new Node(-1, GoesOn: false));
        return Nodes.Count - 1;
    }

    private int IdOf(QueryWord word)
    {
        ref var id = ref CollectionsMarshal.GetValueRefOrAddDefault(_wordByKey, word.Key, out var known);
        if (known)
            return id;
        id = Words.Count;
        Words.Add(word);
        FirstNode.Add(0);
        if (word.Demand == Demand.Beginning)
            return id;
        foreach (var spelling in word.Spellings)
            Vocabulary.Add(spelling, id);
        return id;
    }
}
