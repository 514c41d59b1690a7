namespace News;

/// <summary>Binary search for the place where something ceases to be so.</summary>
internal static class PartitionPoint
{
    /// <summary>How many at the beginning of a list something is true of; of those behind them it is not.</summary>
    /// <param name="sought">What each is compared with, so that nothing has to be captured.</param>
    public static int Of<T, TSought>(ReadOnlySpan<T> all, TSought sought, Func<T, TSought, bool> isTrue)
    {
        var (from, to) = (0, all.Length);
        while (from < to)
        {
            var middle = (from + to) / 2;
            (from, to) = isTrue(all[middle], sought) ? (middle + 1, to) : (from, middle);
        }

        return from;
    }
}
