using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using News.Summaries;

namespace Benchmarks;

/// <summary>
/// What an article of some 600 words costs to summarise and quote, and how the cost grows with its length up to a
/// megabyte, where other programs share the machine: all take turns in short rounds. The baseline is a compiled
/// regular expression that only finds what stands between quotation marks and the sentences' ends.
/// </summary>
internal static partial class SummaryRatio
{
    public const string Argument = "--summaries";

    private const int Rounds = 100;
    private static readonly TimeSpan Warming = TimeSpan.FromSeconds(5);

    public static void Measure()
    {
        // The longest is a megabyte.
        foreach (var times in (int[])[1, 10, 100, 280])
            Measure(times, Math.Max(10, Rounds / times));
    }

    private static void Measure(int times, int rounds)
    {
        var benchmarks = new SummaryBenchmarks { Times = times };
        benchmarks.Write();
        var article = benchmarks.Article;
        var runs = new (string Name, Func<int> Run, double[] Times)[]
        {
            ("Regex", () => MarksAndStops().Count(article), new double[rounds]),
            ("Sentences", () => Sentences.Split(article).Length, new double[rounds]),
            ("Summarize", () => benchmarks.Summarize().Quotes.Length, new double[rounds]),
        };
        var warming = Stopwatch.StartNew();
        while (warming.Elapsed < Warming)
        {
            foreach (var (_, run, _) in runs)
                run();
        }

        for (var round = 0; round < rounds; round++)
        {
            foreach (var (_, run, spent) in runs)
                spent[round] = ProcessorTime.Of(run);
        }

        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"{article.Length} characters, {article.Count(c => c == ' ')} words, {runs[2].Run()} quotations, {rounds} rounds"));
        foreach (var (name, run, spent) in runs)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            run();
            var allocated = GC.GetAllocatedBytesForCurrentThread() - before;
            Array.Sort(spent);
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"  {name,-10} least {spent[0],10:0.0} µs ({spent[0] / runs[0].Times.Min():0.00}x of Regex, {article.Length / spent[0]:0.0} characters/µs), middle {spent[rounds / 2],10:0.0} µs, {(double)allocated / article.Length:0.0} bytes allocated a character"));
        }
    }

    [GeneratedRegex("[“\"][^”\"]*[”\"]|[.!?](?=\\s|$)", RegexOptions.None, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex MarksAndStops();
}
