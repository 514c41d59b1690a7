using System.Diagnostics;
using System.Globalization;

namespace Benchmarks;

/// <summary>
/// How many times as fast as <see cref="ParsingBenchmarks.BareXmlReader"/> the parser is, where other programs share the
/// machine: the three take turns in many short rounds, and the least and the middle of what they take of the processor,
/// the garbage collector's part included, are compared.
/// </summary>
internal static class ParsingRatio
{
    public const string Argument = "--parsing";

    private const int Rounds = 200;
    private static readonly TimeSpan Warming = TimeSpan.FromSeconds(3);

    public static void Measure()
    {
        Measure(30, Rounds);
        Measure(10_000, Rounds / 5);
    }

    private static void Measure(int items, int rounds)
    {
        var benchmarks = new ParsingBenchmarks { Items = items };
        benchmarks.Write();
        var runs = new (string Name, Func<int> Run, double[] Times)[]
        {
            ("XmlReader", benchmarks.BareXmlReader, new double[rounds]),
            ("Parse", benchmarks.Parse, new double[rounds]),
            ("ParseWithTexts", benchmarks.ParseWithTexts, new double[rounds]),
        };
        var warming = Stopwatch.StartNew();
        while (warming.Elapsed < Warming)
        {
            foreach (var (_, run, _) in runs)
                run();
        }

        for (var round = 0; round < rounds; round++)
        {
            foreach (var (_, run, times) in runs)
                times[round] = ProcessorTime.Of(run);
        }

        var size = NewsFeed.Write(items).Length;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{items} items, {size} bytes, {rounds} rounds"));
        foreach (var (name, run, times) in runs)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            run();
            var allocated = GC.GetAllocatedBytesForCurrentThread() - before;
            Array.Sort(times);
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"  {name,-15} least {times[0],9:0.0} µs ({runs[0].Times.Min() / times[0]:0.00}x), middle {times[rounds / 2],9:0.0} µs ({Middle(runs[0].Times) / times[rounds / 2]:0.00}x), {(double)allocated / size:0.00} bytes allocated per byte"));
        }
    }

    private static double Middle(double[] times) => times.Order().ElementAt(times.Length / 2);
}
