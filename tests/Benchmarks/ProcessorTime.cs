using System.Runtime.InteropServices;

namespace Benchmarks;

/// <summary>What the process takes of the processor, the garbage collector's part included: other programs don't count.</summary>
internal static class ProcessorTime
{
    /// <summary>Long enough that what others left in the caches counts for little.</summary>
    private static readonly TimeSpan Turn = TimeSpan.FromMilliseconds(20);

    /// <summary>CLOCK_THREAD_CPUTIME_ID of Linux.</summary>
    private const int ThreadClock = 3;

    /// <summary>What this thread took since it began, without those that compile and collect garbage beside it; of the process, where no clock tells.</summary>
    public static TimeSpan OfThread => OperatingSystem.IsLinux() && ReadClock(ThreadClock, out var time) == 0
        ? TimeSpan.FromSeconds(time.Seconds) + TimeSpan.FromMicroseconds(time.Nanoseconds / 1_000.0)
        : Environment.CpuUsage.TotalTime;

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

    [DllImport("libc", EntryPoint = "clock_gettime")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int ReadClock(int clock, out ClockTime time);

    [StructLayout(LayoutKind.Sequential)]
    private readonly struct ClockTime
    {
        public readonly long Seconds;
        public readonly long Nanoseconds;
    }
}
