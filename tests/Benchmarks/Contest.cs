using System.Diagnostics;
using System.Globalization;

namespace Benchmarks;

/// <summary>
/// Several ways to do a thing, measured where other programs share the machine: they take turns in many short rounds, and
/// the least and the middle of what each takes of the processor, the garbage collector's part included, are compared
/// with the first's.
/// </summary>
internal static class Contest
{
    private static readonly TimeSpan Warming = TimeSpan.FromSeconds(3);

    /// <param name="size">Of what is read, in units that the speed is told in: bytes, characters.</param>
    public static void Measure(string about, int size, string unit, int rounds, params (string Name, Func<int> Run)[] ways)
    {
        var warming = Stopwatch.StartNew();
        while (warming.Elapsed < Warming)
        {
            foreach (var (_, run) in ways)
                run();
        }

        var times = ways.Select(_ => new double[rounds]).ToArray();
        for (var round = 0; round < rounds; round++)
        {
            for (var way = 0; way < ways.Length; way++)
                times[way][round] = ProcessorTime.Of(ways[way].Run);
        }

        foreach (var all in times)
            Array.Sort(all);
        Console.WriteLine($"{about}, {rounds} rounds");
        for (var way = 0; way < ways.Length; way++)
        {
            var (least, middle) = (times[way][0], times[way][rounds / 2]);
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"  {ways[way].Name,-17} least {least,9:0.0} µs, {size / least,7:0.0} {unit}s/µs, {least / times[0][0],6:0.00} times {ways[0].Name}; middle {middle,9:0.0} µs, {middle / times[0][rounds / 2],6:0.00} times; {(double)Allocated(ways[way].Run) / size:0.00} bytes allocated per {unit}"));
        }
    }

    private static long Allocated(Func<int> run)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        run();
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }
}
