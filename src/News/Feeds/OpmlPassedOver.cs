namespace News.Feeds;

/// <summary>Entries of one kind that were not taken, and where they stand, for one sentence about them all.</summary>
/// <param name="what">"Entries without an address were passed over".</param>
internal sealed class OpmlPassedOver(string what)
{
    private const int MostNamed = 10;

    private readonly List<int> _lines = [];
    private int _count;

    /// <param name="line">From 1.</param>
    public void Add(int line)
    {
        _count++;
        if (_lines.Count < MostNamed && (_lines.Count == 0 || _lines[^1] != line))
            _lines.Add(line);
    }

    /// <summary>"Entries without an address were passed over: lines 3, 9 and 40." Nothing where there are none.</summary>
    public void Tell(FeedWarnings warnings)
    {
        if (_count == 0)
            return;
        var more = _lines.Count == MostNamed && _count > MostNamed ? " and more" : "";
        warnings.Add($"{what}: {(_lines.Count == 1 ? "line" : "lines")} {string.Join(", ", _lines)}{more}.");
    }
}
