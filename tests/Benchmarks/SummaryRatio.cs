using System.Text.RegularExpressions;
using News.Summaries;

namespace Benchmarks;

/// <summary>
/// What an article of some 600 words costs to summarise and quote, and how the cost grows with its length up to a
/// megabyte, as a <see cref="Contest"/>. The baseline is a compiled regular expression that only finds what stands between
/// quotation marks and the sentences' ends.
/// </summary>
internal static partial class SummaryRatio
{
    public const string Argument = "--summaries";

    public static void Measure()
    {
        // The longest is a megabyte.
        foreach (var times in (int[])[1, 10, 100, 280])
            Measure(times, Math.Max(10, 100 / times));
    }

    private static void Measure(int times, int rounds)
    {
        var benchmarks = new SummaryBenchmarks { Times = times };
        benchmarks.Write();
        var article = benchmarks.Article;
        Contest.Measure(
            $"{article.Length} characters, {article.Count(c => c == ' ')} words, {benchmarks.Summarize().Quotes.Length} quotations",
            article.Length,
            "character",
            rounds,
            ("Regex", () => MarksAndStops().Count(article)),
            ("Sentences", () => Sentences.Split(article).Length),
            ("Summarize", () => benchmarks.Summarize().Quotes.Length));
    }

    [GeneratedRegex("[“\"][^”\"]*[”\"]|[.!?](?=\\s|$)", RegexOptions.None, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex MarksAndStops();
}
