using System.Xml;
using BenchmarkDotNet.Attributes;
using News.Feeds;

namespace Benchmarks;

/// <summary>
/// A feed of 30 items and about 40 KB, and one of 10,000 items, read whole with the texts of all items, against a bare pass
/// of XmlReader over the same bytes, which touches each text and attribute and makes nothing of them.
/// </summary>
[ShortRunJob]
[MemoryDiagnoser]
public class ParsingBenchmarks
{
    private static readonly Uri Address = new("https://wire.example/world/rss.xml");

    private byte[] feed = [];

    [Params(30, 10_000)]
    public int Items { get; set; }

    [GlobalSetup]
    public void Write() => feed = NewsFeed.Write(Items);

    [Benchmark(Baseline = true)]
    public int BareXmlReader()
    {
        using var reader = XmlReader.Create(new MemoryStream(feed));
        var characters = 0;
        while (reader.Read())
        {
            if (reader.NodeType is XmlNodeType.Text or XmlNodeType.CDATA)
                characters += reader.Value.Length;
            while (reader.MoveToNextAttribute())
                characters += reader.Value.Length;
        }

        return characters;
    }

    /// <summary>What the bot does with items that it knows: no text is asked for.</summary>
    [Benchmark]
    public int Parse()
    {
        var sum = 0;
        foreach (var item in Read().Items)
            sum += (item.Title?.Length ?? 0) + (item.Link?.Length ?? 0) + (item.Id?.Length ?? 0) + (item.Published is null ? 0 : 1);
        return sum;
    }

    /// <summary>What it does with new ones.</summary>
    [Benchmark]
    public int ParseWithTexts()
    {
        var sum = 0;
        foreach (var item in Read().Items)
        {
            sum += (item.Title?.Length ?? 0) + (item.Link?.Length ?? 0) + (item.Id?.Length ?? 0) + (item.Published is null ? 0 : 1);
            sum += item.Content?.ToStory().Length ?? 0;
        }

        return sum;
    }

    private Feed Read() => ((FeedReading.Read)FeedParser.Parse(feed, "application/rss+xml; charset=utf-8", Address)).Feed;
}
