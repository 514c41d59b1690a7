namespace News.Stories;

/// <summary>How far from one of its reports another may be published to join a story by likeness.</summary>
internal static class StoryWindow
{
    public static readonly TimeSpan Longest = TimeSpan.FromHours(96);

    private static readonly TimeSpan Shortest = TimeSpan.FromHours(54);
    private static readonly TimeSpan PerDoubling = TimeSpan.FromHours(8);

    /// <summary>It grows with the story: one that ten publishers told goes on longer than one that nobody took up.</summary>
    public static TimeSpan Of(int reports)
    {
        var window = Shortest + (Math.Log2(Math.Max(reports, 1)) * PerDoubling);
        return window < Longest ? window : Longest;
    }
}
