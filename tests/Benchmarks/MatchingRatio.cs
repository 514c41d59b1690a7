using System.Diagnostics;
using System.Globalization;
using News.Matching;

namespace Benchmarks;

/// <summary>
/// Text per second of the processor for <see cref="MatchingBenchmarks"/>, where other programs share the machine: the
/// ways take turns in many short rounds, and the least that each took of the processor, the garbage
/// collector's part included, are compared. Then what a matcher of 100,000 terms costs to build and to keep.
/// </summary>
internal static class MatchingRatio
{
    public const string Argument = "--matching";

    private const int Rounds = 40;
    private const int MostTerms = 100_000;
    private static readonly TimeSpan Warming = TimeSpan.FromSeconds(2);

    public static void Measure()
    {
        var few = 0.0;
        foreach (var terms in (int[])[10, 1_000, 10_000, MostTerms])
        {
            var matcher = MeasureWith(terms);
            if (terms == 10)
                few = matcher;
            Print($"  {matcher / few:0.0} times what 10 terms cost");
        }

        MeasureBuild();
    }

    /// <summary>In microseconds for all the text.</summary>
    private static double MeasureWith(int terms)
    {
        var benchmarks = new MatchingBenchmarks { Terms = terms };
        benchmarks.Prepare();
        var warming = Stopwatch.StartNew();
        while (warming.Elapsed < Warming)
        {
            benchmarks.Match();
            benchmarks.MatchNothing();
            benchmarks.ReadWords();
            benchmarks.Values();
        }

        var (matcher, nothing, words, values, regexes) = (double.MaxValue, double.MaxValue, double.MaxValue, double.MaxValue, double.MaxValue);
        for (var round = 0; round < Rounds; round++)
        {
            matcher = Math.Min(matcher, ProcessorTime.Of(benchmarks.Match));
            nothing = Math.Min(nothing, ProcessorTime.Of(benchmarks.MatchNothing));
            words = Math.Min(words, ProcessorTime.Of(benchmarks.ReadWords));
            values = Math.Min(values, ProcessorTime.Of(benchmarks.Values));
            if (round < 5)
                regexes = Math.Min(regexes, ProcessorTime.Of(benchmarks.Regexes) * terms / benchmarks.RegexCount);
        }

        Print($"{terms:N0} terms, {benchmarks.TextLength:N0} characters, {benchmarks.Match()} matches ({benchmarks.Values()} of them by the letters)");
        Tell("Matcher", matcher, matcher, benchmarks.TextLength);
        Tell("  where nothing matches", nothing, matcher, benchmarks.TextLength);
        Tell("  cutting into words alone", words, matcher, benchmarks.TextLength);
        Tell("SearchValues", values, matcher, benchmarks.TextLength);
        Tell(terms > benchmarks.RegexCount ? $"Regex per term, {benchmarks.RegexCount:N0} measured" : "Regex per term", regexes, matcher, benchmarks.TextLength);
        return matcher;
    }

    private static void Tell(string name, double time, double matcher, int length) =>
        Print($"  {name,-30} {time,12:N1} µs, {length / time,8:N1} MB/s, {time / matcher,9:N2} times the matcher's time");

    private static void MeasureBuild()
    {
        var terms = new NewsText(articles: 40, length: 2_450).Terms(MostTerms);
        var least = TimeSpan.MaxValue;
        for (var i = 0; i < 5; i++)
        {
            var before = Environment.CpuUsage.TotalTime;
            GC.KeepAlive(MatchingBenchmarks.MatcherOf(terms));
            var spent = Environment.CpuUsage.TotalTime - before;
            least = spent < least ? spent : least;
        }

        var empty = GC.GetTotalMemory(forceFullCollection: true);
        var matcher = MatchingBenchmarks.MatcherOf([.. terms.Select(term => new string(term))]);
        var kept = GC.GetTotalMemory(forceFullCollection: true) - empty;
        Print($"{matcher.Count:N0} terms are read and built in {least.TotalMilliseconds:N0} ms of the processor and keep {kept / 1e6:N1} MB, their queries and texts included");
        Print($"  one more takes {ProcessorTime.Of(() => matcher.With(new WatchlistId(-1), MatchingBenchmarks.QueryOf("Karbala")).Count):N1} µs");
    }

    private static void Print(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
