using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace News.Matching;

/// <summary>A query in an index.</summary>
/// <param name="Only">As <see cref="Query.Only"/>.</param>
/// <param name="FirstTerm">Where its terms begin among those of all queries.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct IndexedQuery(WatchlistId Watchlist, Query Query, Term? Only, int FirstTerm);

/// <summary>
/// Many queries compiled into one: every spelling of every word in a <see cref="Vocabulary"/>, the words of phrases in
/// a tree below them, and at the tree's nodes the patterns that end there. Immutable.
/// </summary>
/// <remarks>
/// A <em>pattern</em> is a term without its fields: <c>Iraq</c> and <c>title:Iraq</c> are one, whichever and however
/// many queries have them. A node stands for the words read so far: that of one word has the word's number, the others
/// count down from -1.
/// </remarks>
internal sealed class Index
{
    private readonly Vocabulary _vocabulary;
    private readonly HashFilter _begins;
    private readonly HashFilter _beginsWithAny;
    private readonly HashFilter _goesOn;
    private readonly Beginnings _beginnings;
    private readonly Dictionary<int, QueryWord> _demanding;
    private readonly Edges _edges;
    private readonly Node[] _nodes;
    private readonly Ending[] _endings;
    private readonly Postings _postings;
    private readonly int[] _patternOfTerm;

    private Index(IndexBuilder built)
    {
        Queries = built.Queries;
        Fields = built.Fields;
        PatternCount = built.PatternCount;
        _vocabulary = built.Vocabulary();
        _demanding = built.Demanding();
        _begins = built.Begins();
        _beginsWithAny = built.BeginsWithAny();
        _goesOn = built.GoesOn();
        _beginnings = built.Beginnings();
        _edges = new Edges(built.Edges);
        _nodes = [.. built.Nodes];
        _endings = [.. built.Endings];
        _postings = built.Postings();
        _patternOfTerm = [.. built.PatternOfTerm];
        Unindexed = built.Unindexed();
    }

    /// <summary>By the numbers of their watchlists.</summary>
    public ImmutableArray<IndexedQuery> Queries { get; }

    /// <summary>All the fields that a term is looked for in.</summary>
    public FieldSet Fields { get; }

    public int PatternCount { get; }

    /// <summary>The queries that an article with none of their words may meet, so that each is asked of every article.</summary>
    public ImmutableArray<int> Unindexed { get; }

    public static Index Of(IEnumerable<(WatchlistId Watchlist, Query Query)> queries) => new(new IndexBuilder(queries));

    /// <summary>By term of a query, the pattern that it is.</summary>
    public ReadOnlySpan<int> PatternsOf(in IndexedQuery query) => _patternOfTerm.AsSpan(query.FirstTerm, query.Query.Terms.Length);

    public bool Has(WatchlistId watchlist) => Queries.AsSpan().BinarySearch(new ByWatchlist(watchlist)) >= 0;

    /// <summary>Whether two queries are written alike and mean the same by it: a name may be another scope's.</summary>
    public bool AskTheSame(int one, int other) =>
        Queries[one].Query.Text == Queries[other].Query.Text && PatternsOf(Queries.ItemRef(one)).SequenceEqual(PatternsOf(Queries.ItemRef(other)));

    /// <summary>A query with a pattern twice comes twice.</summary>
    public ReadOnlySpan<int> QueriesWith(int pattern) => _postings.Of(pattern);

    /// <summary>Notes in the scratch which patterns stand in a field.</summary>
    public void Scan(in FieldText field, MatchScratch scratch)
    {
        var words = scratch.Words.All;
        var begins = _begins;
        var hasBeginnings = !_beginnings.IsEmpty;
        var (hashBefore, lengthBefore, mayJoinAfter) = (0u, 0, false);
        for (var i = field.From; i < field.To; i++)
        {
            ref readonly var word = ref words[i];
            var joined = WordHash.Join(hashBefore, lengthBefore, word.Hash);

            // All at once instead of one after the other: which of them is so is hard for the processor to foresee.
            var mayJoin = mayJoinAfter & (word.Gap == Gap.Hyphen | (word.Gap == Gap.Space & word.FoldedLength >= 3 & lengthBefore >= 3));
            var mayBegin = begins.MayHave(word.Hash) | (mayJoin & begins.MayHave(joined));
            if (mayBegin | i <= scratch.LastWaiting + (mayJoin ? 1 : 0) | word.Gap == Gap.Hyphen
                || (hasBeginnings && _beginnings.MayHave(scratch.Words.FoldedOf(word))))
            {
                Meet(i, mayJoin ? joined : null, field, scratch);
            }

            (hashBefore, lengthBefore) = (word.Hash, word.FoldedLength);
            mayJoinAfter = lengthBefore <= WordHash.LongestJoined & (word.Shape & WordShape.Clitic) == WordShape.None;
        }
    }

    /// <summary>Looks the word up, alone and with those before it. Never inlined, so that the loop above stays small.</summary>
    /// <param name="joined">The hash of the word before and this one written as one, where they may be read so.</param>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private void Meet(int at, uint? joined, in FieldText field, MatchScratch scratch)
    {
        var words = scratch.Words.All;
        ref readonly var word = ref words[at];
        if (MayBegin(word.Hash, at, field, scratch) || scratch.IsWaiting(at))
            Meet(word.Hash, at, at, field, scratch);
        if (!_beginnings.IsEmpty)
            MeetBeginnings(at, field, scratch);
        if (joined is not { } hash)
            return;
        if ((MayBegin(hash, at, field, scratch) || scratch.IsWaiting(at - 1)) && IsCompound(at, scratch.Words))
            Meet(hash, at - 1, at, field, scratch);
        if (word.Gap == Gap.Hyphen && words[at - 1].Gap == Gap.Hyphen && at - 2 >= field.From)
            MeetThreeJoined(at, hash, field, scratch);
    }

    /// <summary>Whether a pattern may begin with a word, or words written as one, whose last is at an index.</summary>
    private bool MayBegin(uint hash, int last, in FieldText field, MatchScratch scratch) =>
        _begins.MayHave(hash) && (_beginsWithAny.MayHave(hash) || MayGoOn(hash, last + 1, field, scratch));

    /// <summary>Whether the word and the one before it may be one: air strikes, air-strikes.</summary>
    private static bool IsCompound(int last, Words words) =>
        words.All[last].Gap == Gap.Hyphen || FunctionWords.MayCompound(words.FoldedOf(words.All[last - 1]), words.FoldedOf(words.All[last]));

    /// <summary>Reads the word together with the two before it: face-to-face.</summary>
    private void MeetThreeJoined(int last, uint joined, in FieldText field, MatchScratch scratch)
    {
        ref readonly var first = ref scratch.Words.All[last - 2];
        if (first.FoldedLength > WordHash.LongestJoined || (first.Shape & WordShape.Clitic) != WordShape.None)
            return;
        var hash = WordHash.Join(first.Hash, first.FoldedLength, joined);
        if (MayBegin(hash, last, field, scratch) || scratch.IsWaiting(last - 2))
            Meet(hash, last - 2, last, field, scratch);
    }

    private void MeetBeginnings(int at, in FieldText field, MatchScratch scratch)
    {
        foreach (var (letters, word) in _beginnings.Candidates(scratch.Words.FoldedOf(scratch.Words.All[at])))
        {
            if (scratch.Words.FoldedOf(scratch.Words.All[at]).StartsWith(letters))
                Advance(word, 0, at, at, field, scratch);
        }
    }

    /// <summary>Looks whether the words from..last of the article are a spelling of some words of queries.</summary>
    private void Meet(uint hash, int from, int last, in FieldText field, MatchScratch scratch)
    {
        foreach (ref readonly var spelling in _vocabulary.Of(hash))
        {
            if (_vocabulary.IsSpelled(spelling, scratch.Words.FoldedOf(from, last))
                && (from == last || !spelling.IsName || IsName(from, last, field, scratch.Words))
                && (!spelling.Demands || IsAsDemanded(_demanding[spelling.Word], from, last, field, scratch)))
            {
                Advance(spelling.Word, hash, from, last, field, scratch);
            }
        }
    }

    /// <summary>Whether words that spell a name together are written as a name is: White House. Behind a prefix with a hyphen any letters do: co-operation.</summary>
    private static bool IsName(int from, int last, in FieldText field, Words words)
    {
        if (words.All[from + 1].Gap == Gap.Hyphen && EnglishCompounds.IsPrefix(words.FoldedOf(words.All[from])))
            return true;
        if (words.All[from + 1].Gap == Gap.Space && EnglishCompounds.IsNeverApart(words.FoldedOf(from, last)))
            return false;
        for (var i = from; i <= last; i++)
        {
            var isParted = i > from && field.Text.AsSpan(words.All[i - 1].End..words.All[i].Start).Contains('\n'); // Mos-¶cow
            if (!isParted && char.IsLower(field.Text[words.All[i].Start]))
                return false;
        }

        return true;
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
            Demand.Capital => char.IsUpper(text[0]),
            Demand.Dots => !TurkishForms.Is(scratch.Article.Language) || TurkishForms.SameDots(word.Written, text),
            _ => ExactLetters.AreSame(word.Written, text) || (word.MayBePossessive && ExactLetters.AreSame(word.Written, WithoutPossessive(text))),
        };
    }

    /// <summary>Swede of "Swede's".</summary>
    private static ReadOnlySpan<char> WithoutPossessive(ReadOnlySpan<char> text) =>
        text is [.., var mark, 's' or 'S'] && Letters.Kind[mark] == Letter.Apostrophe ? text[..^2] : text;

    /// <summary>SEALs, not SEALS, which small is another word's plural.</summary>
    private static bool IsPluralInCapitals(ReadOnlySpan<char> text) => text is [.. var initialism, 's'] && !initialism.ContainsAnyInRange('a', 'z');

    /// <summary>Begins the patterns that begin with this word and continues those that wait for it.</summary>
    /// <param name="hash">The word's as it is met; of a beginning any, for those wait for whatever follows.</param>
    private void Advance(int word, uint hash, int from, int last, in FieldText field, MatchScratch scratch)
    {
        var joined = from != last;
        Arrive(new Walk(word, from, joined), hash, last, field, scratch);
        if (!scratch.IsWaiting(from) || scratch.Words.All[from].Gap == Gap.Break)
            return;
        var waiting = scratch.WaitingAt(from);
        for (var i = 0; i < waiting.Count; i++)
        {
            var walk = waiting[i];
            if (_edges.TryFollow(walk.Node, word, out var next))
                Arrive(new Walk(next, walk.FirstWord, walk.Joined | joined), (uint)next, last, field, scratch);
        }
    }

    /// <param name="after">What the next word follows: see <see cref="Node.After"/>.</param>
    private void Arrive(Walk walk, uint after, int last, in FieldText field, MatchScratch scratch)
    {
        ref readonly var node = ref NodeAt(walk.Node);
        MatchRule? rule = walk.Joined ? MatchRule.Compound : null;
        if (node.IsOfOnly(out var pattern))
        {
            scratch.See(pattern, field, walk.FirstWord, last, rule);
        }
        else
        {
            for (var ending = node.Ends; ending != Node.Nothing; ending = _endings[ending].Next)
                scratch.See(_endings[ending].Pattern, field, walk.FirstWord, last, _endings[ending].Rule ?? rule);
        }

        if (node.Goes == Goes.OnWithAny ? last + 1 < field.To : node.Goes == Goes.On && MayGoOn(after, last + 1, field, scratch))
            scratch.Wait(last + 1, walk);
    }

    private ref readonly Node NodeAt(int node) => ref node >= 0 ? ref _vocabulary.NodeOf(node) : ref _nodes[~node];

    /// <summary>Whether the word at an index, alone or with the one or two after it, may be one that a phrase goes on with.</summary>
    /// <param name="after">What it follows: see <see cref="Node.After"/>.</param>
    private bool MayGoOn(uint after, int at, in FieldText field, MatchScratch scratch)
    {
        var words = scratch.Words.All[..field.To];
        if (at >= words.Length || words[at].Gap == Gap.Break)
            return false;
        if (_goesOn.MayHave(Node.After(after, words[at].Hash)))
            return true;
        if (at + 1 >= words.Length || words[at + 1].Gap is not (Gap.Space or Gap.Hyphen))
            return false;
        if (_goesOn.MayHave(Node.After(after, WordHash.Join(words[at], words[at + 1]))))
            return true;
        return at + 2 < words.Length && words[at + 1].Gap == Gap.Hyphen && words[at + 2].Gap == Gap.Hyphen
            && _goesOn.MayHave(Node.After(after, WordHash.Join(words[at].Hash, words[at].FoldedLength, WordHash.Join(words[at + 1], words[at + 2]))));
    }
}

/// <summary>Finds the query of a watchlist.</summary>
internal readonly record struct ByWatchlist(WatchlistId Watchlist) : IComparable<IndexedQuery>
{
    public int CompareTo(IndexedQuery other) => Watchlist.Value.CompareTo(other.Watchlist.Value);
}

/// <summary>A node of the tree of phrases.</summary>
/// <param name="Ends">
/// The patterns that end there: <see cref="Nothing"/>; of only one, which is met as the query writes it, that (<see cref="WithOnly"/>);
/// else the number of the first <see cref="Ending"/>.
/// </param>
[StructLayout(LayoutKind.Sequential, Pack = 4)]
internal readonly record struct Node(int Ends, Goes Goes)
{
    public const int Nothing = -1;

    public static Node Empty => new(Nothing, Goes.Nowhere);

    public static int WithOnly(int pattern) => -2 - pattern;

    public bool IsOfOnly(out int pattern)
    {
        pattern = -2 - Ends;
        return Ends < Nothing;
    }

    /// <summary>The hash of a word, made another for each that it may follow.</summary>
    /// <param name="before">The hash of the word before as it is met, where that begins the phrase; otherwise the number of the node so far.</param>
    public static uint After(uint before, uint hash) => hash ^ before * 0x9E3779B1;
}

/// <summary>Where a phrase goes from a node.</summary>
internal enum Goes : byte
{
    Nowhere,

    /// <summary>On with one of a set of spellings.</summary>
    On,

    /// <summary>On with whatever begins so: <c>"drone strik*"</c>.</summary>
    OnWithAny,
}

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
