namespace Benchmarks;

/// <summary>What the process takes of the processor, the garbage collector's part included: other programs don't count.</summary>
internal static class ProcessorTime
{
    /// <summary>Long enough that what others left in the caches counts for little.</summary>
    private static readonly TimeSpan Turn = TimeSpan.FromMilliseconds(20);

    /// <summary>Of one run on average, in microseconds; runs it for a turn.</summary>
    public static double Of(Func<int> run)
    {
        var before = Environment.CpuUsage.TotalTime;
        var times = 0;
        TimeSpan spent;
        do
        {
            run();
            times++;
            spent = Environment.CpuUsage.TotalTime - before;
        }
        while (spent < Turn);

        return spent.TotalMicroseconds / times;
    }
}
