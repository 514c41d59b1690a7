namespace News.Matching;

/// <summary>How much a team wants to be disturbed by what a watchlist finds.</summary>
public enum Severity
{
    Low,
    Normal,
    High,
    Critical,
}

/// <summary>The number that a watchlist is stored under.</summary>
public readonly record struct WatchlistId(long Value);
