namespace News.Matching;

/// <summary>The queries that have a pattern. Most patterns are one query's, which costs one number.</summary>
/// <param name="first">By pattern, its only query, or the complement of where its several stand in the other array.</param>
/// <param name="several">How many, and then their numbers.</param>
internal sealed class Postings(int[] first, int[] several)
{
    public ReadOnlySpan<int> Of(int pattern)
    {
        ref readonly var only = ref first[pattern];
        return only >= 0 ? new ReadOnlySpan<int>(in only) : several.AsSpan(~only + 1, several[~only]);
    }
}

/// <summary>Gathers <see cref="Postings"/>, of which each that will be added is known.</summary>
internal sealed class PostingsBuilder
{
    private readonly int[] _first;
    private readonly int[] _several;

    /// <param name="patterns">One for each posting, in any order; each is there.</param>
    public PostingsBuilder(IEnumerable<int> patterns, int patternCount)
    {
        _first = new int[patternCount];
        foreach (var pattern in patterns)
            _first[pattern]++;
        var used = 0;
        foreach (ref var count in _first.AsSpan())
        {
            var room = count > 1 ? count + 1 : 0;
            count = count > 1 ? ~used : 0;
            used += room;
        }

        _several = new int[used];
    }

    public void Add(int pattern, int query)
    {
        ref var first = ref _first[pattern];
        if (first >= 0)
            first = query;
        else
            _several[~first + ++_several[~first]] = query;
    }

    public Postings Build() => new(_first, _several);
}
