using System.Diagnostics;
using System.Globalization;
using System.Text;
using AngleSharp.Html.Parser;
using News.Articles;

namespace Benchmarks;

/// <summary>
/// How fast a page's story and metadata are read, against AngleSharp's parse of the same page, which makes a tree and
/// no more, and against the bare pass of our own scanner over its tags. The three take turns in many short rounds, as in
/// <see cref="ParsingRatio"/>; megabytes are of UTF-8.
/// </summary>
internal static class PageRatio
{
    public const string Argument = "--pages";

    private const int Rounds = 100;
    private static readonly TimeSpan Warming = TimeSpan.FromSeconds(3);
    private static readonly Uri Address = new("https://wire.example/world/bridge");

    public static void Measure()
    {
        Measure(20, Rounds);
        Measure(400, Rounds / 2);
    }

    private static void Measure(int paragraphs, int rounds)
    {
        var html = NewsPage.Write(paragraphs);
        var utf8 = Encoding.UTF8.GetBytes(html);
        var parser = new HtmlParser();
        var runs = new (string Name, Func<int> Run, double[] Times)[]
        {
            ("AngleSharp parse", () => parser.ParseDocument(html).All.Length, new double[rounds]),
            ("Tags scanned", () => CountTags(html), new double[rounds]),
            ("Read", () => PageReader.Read(html, Address).Text.Length, new double[rounds]),
            ("Decode and read", () => PageReader.Read(PageReader.Decode(utf8, "text/html; charset=utf-8"), Address).Text.Length, new double[rounds]),
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

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{paragraphs} paragraphs, {utf8.Length} bytes, story of {runs[2].Run()} characters, {rounds} rounds"));
        foreach (var (name, run, times) in runs)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            run();
            var allocated = GC.GetAllocatedBytesForCurrentThread() - before;
            Array.Sort(times);
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"  {name,-17} least {times[0],8:0} µs, {utf8.Length / times[0],6:0.0} MB/s ({runs[0].Times.Min() / times[0]:0.00}x), middle {times[rounds / 2],8:0} µs, {utf8.Length / times[rounds / 2],6:0.0} MB/s, {(double)allocated / utf8.Length:0.00} bytes allocated per byte"));
        }
    }

    private static int CountTags(string html)
    {
        var scanner = new HtmlScanner(html);
        var tags = 0;
        while (scanner.Next() is not HtmlToken.Done)
            tags++;
        return tags;
    }
}
