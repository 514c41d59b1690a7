using System.Text;
using BenchmarkDotNet.Attributes;
using News.Summaries;

namespace Benchmarks;

/// <summary>An article of some 600 words with a dozen quotations, and ten times its length: the cost is to grow with the length and no faster.</summary>
[ShortRunJob]
[MemoryDiagnoser]
public class SummaryBenchmarks
{
    private const string Paragraphs =
        """
        An airstrike before dawn on Tuesday destroyed a disused depot south of the town, the ministry said, adding that the site had stood empty.

        “The building was empty, and it was known to be empty,” said Maj. Gen. Basim Halabi, the ministry’s spokesman. “We are asking who gave the order.”

        Gen. Halabi said that rescue teams had searched the ruins for three hours. A witness, Umm Yasir, said that her daughter had asked “whether it was thunder.”

        Officials in the capital said they would study the report. “It will take a week,” one of them said on condition of anonymity.


        """;

    [Params(1, 10)]
    public int Times { get; set; }

    public string Article { get; private set; } = "";

    [GlobalSetup]
    public void Write() => Article = new StringBuilder().Insert(0, Paragraphs, 6 * Times).ToString();

    [Benchmark]
    public Summary Summarize() => Summarizer.Summarize("Airstrike hits empty depot", Article);
}
