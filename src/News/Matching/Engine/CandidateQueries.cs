using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace News.Matching;

/// <summary>
/// Evaluates the queries that have at least one term in an article (no other can hold), and tells of those that hold. Each
/// step is taken for all of them before the next: what is known of a hundred thousand queries is spread over the memory,
/// and in a short loop the processor waits for many of its parts at once.
/// </summary>
internal sealed class CandidateQueries(MatchScratch scratch)
{
    private readonly List<Candidate> _candidates = [];
    private readonly List<long> _numbers = [];
    private readonly List<Match> _matches = [];
    private int[] _askedAt = new int[64];
    private int _asking;

    /// <summary>Adds the matches of a shard.</summary>
    public void Ask(Shard shard)
    {
        Gather(shard.Index);
        KeepThoseThatHold(shard);
        Tell(shard.Index);
        _candidates.Clear();
    }

    /// <summary>The matches of all shards, by their watchlists; forgets them.</summary>
    public ImmutableArray<Match> Take()
    {
        if (_matches.Count == 0)
            return [];
        CollectionsMarshal.AsSpan(_numbers).Sort(CollectionsMarshal.AsSpan(_matches));
        ImmutableArray<Match> matches = [.. _matches];
        _numbers.Clear();
        _matches.Clear();
        return matches;
    }

    private void Gather(Index index)
    {
        foreach (ref readonly var seen in scratch.Seen)
        {
            foreach (var query in index.QueriesWith(seen.Pattern))
                _candidates.Add(new Candidate(query, seen.Pattern));
        }

        foreach (var query in index.Unindexed)
            _candidates.Add(new Candidate(query, Candidate.NoPattern));
    }

    private void KeepThoseThatHold(Shard shard)
    {
        BeginAsking(shard.Index.Queries.Length);
        var (kept, last) = (0, Candidate.None);
        var candidates = CollectionsMarshal.AsSpan(_candidates);
        foreach (ref readonly var candidate in candidates)
        {
            ref readonly var query = ref shard.Index.Queries.ItemRef(candidate.Query);
            if (!shard.Gone.Contains(query.Watchlist) && Holds(candidate, query, last, shard.Index))
                candidates[kept++] = last = candidate;
        }

        _candidates.RemoveRange(kept, candidates.Length - kept);
    }

    /// <param name="last">The one that held last.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private bool Holds(in Candidate candidate, in IndexedQuery query, in Candidate last, Index index) =>
        query.Only is { } only
            ? (scratch.FieldsOf(candidate.Pattern) & only.Fields) != FieldSet.None
            : IsToBeAsked(candidate.Query) && (last.IsLike(candidate, index) || query.Query.HoldsIn(new Sightings(scratch, index.PatternsOf(query))));

    private void Tell(Index index)
    {
        var last = Candidate.None;
        foreach (ref readonly var candidate in CollectionsMarshal.AsSpan(_candidates))
        {
            ref readonly var query = ref index.Queries.ItemRef(candidate.Query);
            var reasons = last.IsLike(candidate, index) ? _matches[^1].Terms
                : query.Only is { } only ? Reasons.Of(only, new Sightings(scratch, new ReadOnlySpan<int>(in candidate.Pattern)))
                : Reasons.Of(query.Query, new Sightings(scratch, index.PatternsOf(query)));
            _numbers.Add(query.Watchlist.Value);
            _matches.Add(new Match(query.Watchlist, reasons));
            last = candidate;
        }
    }

    private void BeginAsking(int queries)
    {
        if (_askedAt.Length < queries)
            (_askedAt, _asking) = (new int[Math.Max(queries, _askedAt.Length * 2)], 0);
        if (++_asking < int.MaxValue)
            return;
        Array.Clear(_askedAt);
        _asking = 1;
    }

    /// <summary>Notes that a query is asked; false where it was.</summary>
    private bool IsToBeAsked(int query)
    {
        var isFirst = _askedAt[query] != _asking;
        _askedAt[query] = _asking;
        return isFirst;
    }

    /// <summary>A query of an index, by its number, and the pattern that was seen of it.</summary>
    [StructLayout(LayoutKind.Auto)]
    private readonly struct Candidate(int query, int pattern)
    {
        public const int NoPattern = -1;

        public static readonly Candidate None = new(-1, NoPattern);

        public readonly int Query = query;

        public readonly int Pattern = pattern;

        /// <summary>Whether both ask the same, so that what is found out about the one holds of the other.</summary>
        public bool IsLike(in Candidate other, Index index) => Pattern == other.Pattern && Query >= 0 && index.AskTheSame(Query, other.Query);
    }
}
