using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace News.Matching;

/// <summary>A query in an index: which pattern each of its terms is.</summary>
internal sealed record IndexedQuery(WatchlistId Watchlist, Query Query, int[] PatternOfTerm);

/// <summary>
/// Many queries compiled into one: every spelling of every word in a <see cref="Vocabulary"/>, the words of phrases in
/// a tree below them, and at the tree's nodes the patterns that end there. Immutable.
/// </summary>
/// <remarks>
/// A <em>pattern</em> is a term without its fields: <c>Iraq</c> and <c>title:Iraq</c> are one, whichever and however
/// many queries have them. A node stands for the words read so far; 0 is none.
/// </remarks>
internal sealed class Index
{
    private readonly Vocabulary _vocabulary;
    private readonly Beginnings _beginnings;
    private readonly QueryWord[] _words;
    private readonly int[] _firstNode;
    private readonly Dictionary<ulong, int> _edges;
    private readonly Node[] _nodes;
    private readonly Ending[] _endings;
    private readonly int[] _queriesFrom;
    private readonly int[] _queriesOfPattern;

    private Index(IndexBuilder built)
    {
        Queries = built.Queries;
        Fields = built.Fields;
        PatternCount = built.PatternCount;
        _vocabulary = built.Vocabulary;
        _beginnings = built.Beginnings();
        _words = [.. built.Words];
        _firstNode = [.. built.FirstNode];
        _edges = built.Edges;
        _nodes = [.. built.Nodes];
        _endings = [.. built.Endings];
        (_queriesFrom, _queriesOfPattern) = built.Postings();
        Unindexed = built.Unindexed();
    }

    public ImmutableArray<IndexedQuery> Queries { get; }

    /// <summary>All the fields that a term is looked for in.</summary>
    public FieldSet Fields { get; }

    public int PatternCount { get; }

    /// <summary>The queries that an article with none of their words may meet, so that each is asked of every article.</summary>
    public ImmutableArray<int> Unindexed { get; }

    public static Index Of(IEnumerable<(WatchlistId Watchlist, Query Query)> queries) => new(new IndexBuilder(queries));

    public ReadOnlySpan<int> QueriesWith(int pattern) =>
        _queriesOfPattern.AsSpan(_queriesFrom[pattern].._queriesFrom[pattern + 1]);

    /// <summary>Notes in the scratch which patterns stand in a field.</summary>
    public void Scan(in FieldText field, MatchScratch scratch)
    {
        var words = scratch.Words.All;
        for (var i = field.From; i < field.To; i++)
        {
            ref readonly var word = ref words[i];
            scratch.WaitingAt(i + 1).Clear();
            if (word.Gap == Gap.Break)
                scratch.WaitingAt(i).Clear();

            var meaning = _vocabulary.Find(word.Hash, word, scratch.Words);
            if (meaning >= 0)
                Meet(meaning, i, i, field, scratch);
            if (!_beginnings.IsEmpty)
                MeetBeginnings(i, field, scratch);
            if (word.Gap is Gap.Hyphen or Gap.Space && i > field.From)
                MeetJoined(i, field, scratch);
        }
    }

    /// <summary>Reads the word together with the one or two before it: air strikes, air-strikes, face-to-face.</summary>
    private void MeetJoined(int last, in FieldText field, MatchScratch scratch)
    {
        var words = scratch.Words.All;
        ref readonly var second = ref words[last];
        ref readonly var first = ref words[last - 1];
        if (second.FoldedLength > WordHash.LongestJoined || (first.Shape & WordShape.Clitic) != WordShape.None)
            return;
        var hash = WordHash.Join(first.Hash, second.Hash, second.FoldedLength);
        if (_vocabulary.MayHave(hash)
            && (second.Gap == Gap.Hyphen || FunctionWords.MayCompound(scratch.Words.FoldedOf(first), scratch.Words.FoldedOf(second))))
        {
            MeetSpan(hash, last - 1, last, field, scratch);
        }

        if (second.Gap != Gap.Hyphen || first.Gap != Gap.Hyphen || last - 2 < field.From)
            return;
        ref readonly var zeroth = ref words[last - 2];
        var length = first.FoldedLength + second.FoldedLength;
        if (length <= WordHash.LongestJoined && (zeroth.Shape & WordShape.Clitic) == WordShape.None)
            MeetSpan(WordHash.Join(zeroth.Hash, hash, length), last - 2, last, field, scratch);
    }

    private void MeetSpan(ulong hash, int from, int last, in FieldText field, MatchScratch scratch)
    {
        var words = scratch.Words.All;
        var span = words[from] with
        {
            FoldedLength = words[last].Folded + words[last].FoldedLength - words[from].Folded,
            Hash = hash,
        };
        var meaning = _vocabulary.Find(hash, span, scratch.Words);
        if (meaning >= 0)
            Meet(meaning, from, last, field, scratch);
    }

    private void MeetBeginnings(int at, in FieldText field, MatchScratch scratch)
    {
        foreach (var (letters, word) in _beginnings.Candidates(scratch.Words.FoldedOf(scratch.Words.All[at])))
        {
            if (scratch.Words.FoldedOf(scratch.Words.All[at]).StartsWith(letters))
                Advance(word, at, at, field, scratch);
        }
    }

    /// <summary>The words from..last of the article have been found to be a spelling of some words of queries.</summary>
    private void Meet(int meaning, int from, int last, in FieldText field, MatchScratch scratch)
    {
        for (; meaning >= 0; meaning = _vocabulary.Next(meaning))
        {
            var word = _vocabulary.WordOf(meaning);
            if (_words[word].Demand == Demand.None || IsAsDemanded(_words[word], from, last, field, scratch))
                Advance(word, from, last, field, scratch);
        }
    }

    private static bool IsAsDemanded(QueryWord word, int from, int last, in FieldText field, MatchScratch scratch)
    {
        if (from != last)
            return false;
        ref readonly var met = ref scratch.Words.All[from];
        var text = field.Text.AsSpan(met.Start..met.End);
        return word.Demand switch
        {
            Demand.Capitals => met.FoldedLength > word.Folded.Length ? IsPluralInCapitals(text) : (met.Shape & (WordShape.Upper | WordShape.Lower)) == WordShape.Upper,
            Demand.Dots => !TurkishForms.Is(scratch.Article.Language) || TurkishForms.SameDots(word.Written, text),
            _ => SameLetters(word.Written, text),
        };
    }

    /// <summary>SEALs, not SEALS, which small is another word's plural.</summary>
    private static bool IsPluralInCapitals(ReadOnlySpan<char> text) => text is [.. var initialism, 's'] && !initialism.ContainsAnyInRange('a', 'z');

    /// <summary>Letter for letter; that an apostrophe is curly or a hyphen soft, nobody writes on purpose.</summary>
    private static bool SameLetters(ReadOnlySpan<char> query, ReadOnlySpan<char> text)
    {
        int q = 0, t = 0;
        while (true)
        {
            while (q < query.Length && IsUnseen(query[q]))
                q++;
            while (t < text.Length && IsUnseen(text[t]))
                t++;
            if (q == query.Length || t == text.Length)
                return q == query.Length && t == text.Length;
            var (a, b) = (query[q++], text[t++]);
            if (a != b && (Letters.Kind[a] != Letter.Apostrophe || Letters.Kind[b] != Letter.Apostrophe))
                return false;
        }
    }

    private static bool IsUnseen(char c) => c is '\u00ad' or '\ufeff' or (>= '\u200b' and <= '\u200f');

    /// <summary>Begins the patterns that begin with this word and continues those that wait for it.</summary>
    private void Advance(int word, int from, int last, in FieldText field, MatchScratch scratch)
    {
        var joined = from != last;
        if (_firstNode[word] > 0)
            Arrive(new Walk(_firstNode[word], from, joined), last, field, scratch);
        if (_edges.Count == 0)
            return;
        var waiting = scratch.WaitingAt(from);
        for (var i = 0; i < waiting.Count; i++)
        {
            var walk = waiting[i];
            if (_edges.TryGetValue(IndexBuilder.Edge(walk.Node, word), out var next))
                Arrive(new Walk(next, walk.FirstWord, walk.Joined | joined), last, field, scratch);
        }
    }

    private void Arrive(Walk walk, int last, in FieldText field, MatchScratch scratch)
    {
        ref readonly var node = ref _nodes[walk.Node];
        for (var ending = node.FirstEnding; ending >= 0; ending = _endings[ending].Next)
            scratch.See(_endings[ending].Pattern, field, walk.FirstWord, last, _endings[ending].Rule ?? (walk.Joined ? MatchRule.Compound : null));
        if (node.GoesOn)
            scratch.WaitingAt(last + 1).Add(walk);
    }
}

/// <summary>A node of the tree of phrases.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Node(int FirstEnding, bool GoesOn);

/// <summary>A pattern that ends at a node, in a list.</summary>
/// <param name="Rule">Why a pattern is met that ends here; null where it is as the query writes it.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Ending(int Pattern, MatchRule? Rule, int Next);

/// <summary>A phrase that has been met as far as a node.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Walk(int Node, int FirstWord, bool Joined);

/// <summary>A field of an article and which of the scratch's words are its own.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct FieldText(int Number, MatchField Field, string Text, int From, int To);
