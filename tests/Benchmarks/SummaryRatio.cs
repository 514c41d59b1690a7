using System.Diagnostics;
using System.Text.RegularExpressions;
using News.Claims;
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
        MeasureClaims("without casualties", Usual());
        MeasureClaims("with ten numbers of casualties", Usual() + Casualties);
        MeasureClaims("a megabyte of casualties", string.Concat(Enumerable.Repeat(Casualties, 1_000_000 / Casualties.Length)));
    }

    private const string Casualties =
        """
        At least 16 people were killed and 34 wounded in the raid, the Health Ministry said. Police said 22 men had been arrested.

        A hospital official put the number of dead at 19, five of them children. Three firefighters were missing, according to the mayor.

        The flood forced 12,000 people from their homes. The army said it had struck four depots and killed 30 fighters, while two soldiers died.


        """;

    private static string Usual()
    {
        var benchmarks = new SummaryBenchmarks { Times = 1 };
        benchmarks.Write();
        return benchmarks.Article;
    }

    /// <summary>What the numbers of an article cost more than its summary, the text being read once for both.</summary>
    private static void MeasureClaims(string what, string text)
    {
        const string Title = "Airstrike kills 16 at depot";
        var rounds = text.Length > 100_000 ? 3 : 2_000;
        var (summary, claims) = (TimeSpan.MaxValue, TimeSpan.MaxValue);
        var found = 0;
        for (var repeat = 0; repeat < 5; repeat++)
        {
            var (ofSummary, ofClaims) = (TimeSpan.Zero, TimeSpan.Zero);
            for (var i = 0; i < rounds; i++)
            {
                var article = new ArticleText(text);
                var begun = Stopwatch.GetTimestamp();
                _ = Summarizer.Summarize(Title, article);
                var between = Stopwatch.GetTimestamp();
                found = ClaimReader.Read(Title, article).Length;
                ofSummary += Stopwatch.GetElapsedTime(begun, between);
                ofClaims += Stopwatch.GetElapsedTime(between);
            }

            (summary, claims) = (ofSummary < summary ? ofSummary : summary, ofClaims < claims ? ofClaims : claims);
        }

        Console.WriteLine($"{text.Length} characters {what}: summary {summary.TotalMicroseconds / rounds:N0} µs, {found} claims {claims.TotalMicroseconds / rounds:N0} µs more");
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
