namespace Benchmarks;

/// <summary>How long the parser takes against <see cref="ParsingBenchmarks.BareXmlReader"/>, as a <see cref="Contest"/>.</summary>
internal static class ParsingRatio
{
    public const string Argument = "--parsing";

    public static void Measure()
    {
        Measure(items: 30, rounds: 200);
        Measure(items: 10_000, rounds: 40);
    }

    private static void Measure(int items, int rounds)
    {
        var benchmarks = new ParsingBenchmarks { Items = items };
        benchmarks.Write();
        var size = NewsFeed.Write(items).Length;
        Contest.Measure(
            $"{items} items, {size} bytes",
            size,
            "byte",
            rounds,
            ("XmlReader", benchmarks.BareXmlReader),
            ("Parse", benchmarks.Parse),
            ("ParseWithTexts", benchmarks.ParseWithTexts));
    }
}
