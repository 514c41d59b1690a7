using System.Globalization;
using System.Text;
using BenchmarkDotNet.Attributes;
using News.Articles;

namespace Benchmarks;

/// <summary>
/// The HTML of a feed's item (paragraphs of 150 to 450 characters, links, a picture, references, letters beyond ASCII)
/// turned into text, against what nobody can do without: a vectorised copy of the same text out of its UTF-8.
/// Megabytes per second are <see cref="Characters"/> divided by the time; the copy reads 1.004 bytes per character.
/// </summary>
[ShortRunJob]
[MemoryDiagnoser]
public class HtmlTextBenchmarks
{
    private string _html = "";
    private byte[] _utf8 = [];

    [Params(2_000, 100_000)]
    public int Characters { get; set; }

    [GlobalSetup]
    public void Write()
    {
        var html = new StringBuilder();
        for (var i = 0; html.Length < Characters; i++)
            Append(html, i);
        _html = html.ToString(0, Characters);
        _utf8 = Encoding.UTF8.GetBytes(_html);
    }

    [Benchmark(Baseline = true)]
    public string TranscodingCopy() => Encoding.UTF8.GetString(_utf8);

    [Benchmark]
    public string ToText() => HtmlText.ToText(_html);

    [Benchmark]
    public string ToStory() => HtmlText.ToStory(_html);

    private static void Append(StringBuilder html, int number)
    {
        html.Append(CultureInfo.InvariantCulture, $"<p>The officials met at the bridge on the {number}th day and spoke for an hour ")
            .Append("about water, roads and the harvest of the year, a spokesman for the ministry said.</p>\n")
            .Append("<p>&#8220;We will not wait for the spring,&#8221; the governor told reporters in the capital, where ")
            .Append("<a href=\"https://wire.example/world/2026/03/03/report\" target=\"_blank\" rel=\"noopener\">thousands had ")
            .Append("gathered</a> in front of the courthouse. The town&#8217;s mayor, Şükrü Öztürk, said that R&amp;D money ")
            .Append("was “a promise kept” — and left at 5&nbsp;p.m. without taking any further questions.</p>\n");
        if (number % 3 == 0)
        {
            html.Append("<figure class=\"wp-block-image size-large\"><img loading=\"lazy\" width=\"1024\" height=\"683\" ")
                .Append("src=\"https://wire.example/images/2026/03/bridge-1024x683.jpg\" alt=\"The bridge in the morning\">")
                .Append("<figcaption>The bridge, seen from the north.</figcaption></figure>\n");
        }

        html.Append("<p>The plain below the town has been dry for three years, and its wells are low; the ministry has said ")
            .Append("that it will send engineers, pumps and two hundred kilometres of pipe before the end of the month, though ")
            .Append("earlier plans had spoken of twice as much and of a canal from the lake to the old mill. Nobody at the ")
            .Append("meeting would say who is going to pay for it, or when the first of the pumps is expected to run.</p>\n");
    }
}
