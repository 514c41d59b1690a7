using System.Globalization;
using System.Text;
using System.Xml;
using BenchmarkDotNet.Attributes;
using News.Feeds;

namespace Benchmarks;

/// <summary>A feed of 30 items and about 40 KB, read whole, against a bare pass of XmlReader over the same bytes.</summary>
[ShortRunJob]
[MemoryDiagnoser]
public class ParsingBenchmarks
{
    private byte[] _feed = [];

    [GlobalSetup]
    public void Write()
    {
        var feed = new StringBuilder("<?xml version=\"1.0\"?><rss version=\"2.0\" xmlns:content=\"http://purl.org/rss/1.0/modules/content/\"><channel><title>Example</title>");
        for (var i = 0; i < 30; i++)
        {
            feed.Append(CultureInfo.InvariantCulture, $"<item><guid>https://wire.example/{i}</guid><title>Report {i} from the river &amp; the plain</title>")
                .Append("<pubDate>Tue, 03 Mar 2026 10:00:00 GMT</pubDate><description>A short text about the day.</description><content:encoded><![CDATA[")
                .Insert(feed.Length, "<p>The officials met at the bridge and spoke for an hour about water, roads and the harvest of the year.</p>", 10)
                .Append("]]></content:encoded></item>");
        }

        _feed = Encoding.UTF8.GetBytes(feed.Append("</channel></rss>").ToString());
    }

    [Benchmark(Baseline = true)]
    public int BareXmlReader()
    {
        using var reader = XmlReader.Create(new MemoryStream(_feed));
        var characters = 0;
        while (reader.Read())
        {
            if (reader.NodeType is XmlNodeType.Text or XmlNodeType.CDATA)
                characters += reader.Value.Length;
        }

        return characters;
    }

    [Benchmark]
    public FeedReading Parse() => FeedParser.Parse(_feed, "application/rss+xml", new Uri("https://wire.example/"));
}
