using System.Text;
using AngleSharp.Html.Parser;
using News.Articles;

namespace Benchmarks;

/// <summary>
/// How fast a page's story and metadata are read, against AngleSharp's parse of the same page, which makes a tree and
/// no more, and against the bare pass of our own scanner over its tags, as a <see cref="Contest"/>; bytes are of UTF-8.
/// </summary>
internal static class PageRatio
{
    public const string Argument = "--pages";

    private static readonly Uri Address = new("https://wire.example/world/bridge");

    public static void Measure()
    {
        Measure(paragraphs: 20, rounds: 100);
        Measure(paragraphs: 400, rounds: 50);
    }

    private static void Measure(int paragraphs, int rounds)
    {
        var html = NewsPage.Write(paragraphs);
        var utf8 = Encoding.UTF8.GetBytes(html);
        var parser = new HtmlParser();
        Contest.Measure(
            $"{paragraphs} paragraphs, {utf8.Length} bytes, story of {Read(html)} characters",
            utf8.Length,
            "byte",
            rounds,
            ("AngleSharp parse", () => parser.ParseDocument(html).All.Length),
            ("Tags scanned", () => CountTags(html)),
            ("Read", () => Read(html)),
            ("Decode and read", () => Read(PageReader.Decode(utf8, "text/html; charset=utf-8"))));
    }

    private static int Read(string html) => PageReader.Read(html, Address).Text.Length;

    private static int CountTags(string html)
    {
        var scanner = new HtmlScanner(html);
        var tags = 0;
        while (scanner.Next() is not HtmlToken.Done)
            tags++;
        return tags;
    }
}
