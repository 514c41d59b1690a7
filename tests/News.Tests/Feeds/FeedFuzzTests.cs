using System.Text;
using News.Feeds;

namespace News.Tests.Feeds;

/// <summary>Random markup and mutilated feeds, from a seed, so that what fails once fails again.</summary>
public sealed class FeedFuzzTests
{
    private static readonly byte[][] Pieces =
    [
        .. new[]
        {
            "<", ">", "</", "/>", "<!--", "-->", "<![CDATA[", "]]>", "<!DOCTYPE", "[", "]", "<?xml", "?>", "&", "&amp;", "&#x", "&lt;p&gt;",
            "<a b=\"", "\"", "'", "=", " ", "\r\n", "item", "<item>", "</item>", "<title>", "</title>", "<p>", "é", "سلام", "\u00A0", "<script>",
            "<description>", "</description>", "<rss><channel>", "<feed>", "<entry>", "{\"items\":[", "\\u", "&b;",
        }.Select(Encoding.UTF8.GetBytes),
        [0xFF], [0xC3], [0xE2, 0x80], [0xF0, 0x9F],
    ];

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Tokens_cover_any_bytes_in_order_and_come_to_an_end(bool html)
    {
        var random = new Random(20260301);
        for (var round = 0; round < 4000; round++)
        {
            var markup = Markup(random, pieces: random.Next(1, 60));
            var scanner = new MarkupScanner(markup, html: html);
            var (next, tokens) = (0, 0);
            while (scanner.Next())
            {
                Assert.Equal(next, scanner.Start);
                Assert.True(scanner.End > scanner.Start || scanner.IsSuspect, $"An empty token at {next}.");
                Assert.InRange(scanner.InnerStart, scanner.Start, scanner.End);
                Assert.InRange(scanner.InnerEnd, scanner.InnerStart, scanner.End);
                next = scanner.End;
                Assert.True(++tokens <= markup.Length);
                var attributes = new MarkupAttributes(scanner.Inner);
                for (var count = 0; attributes.Next(); count++)
                    Assert.True(count <= markup.Length);
            }

            Assert.Equal(markup.Length, next);
        }
    }

    [Fact]
    public void Any_bytes_are_a_feed_or_none_and_all_of_its_texts_can_be_asked_for()
    {
        var random = new Random(20260302);
        for (var round = 0; round < 1500; round++)
        {
            var body = Encoding.UTF8.GetBytes(random.Next(3) switch { 0 => "<rss><channel><item><description>", 1 => "<feed><entry><content>", _ => "" })
                .Concat(Markup(random, pieces: random.Next(1, 60))).ToArray();
            AskForAll(FeedParser.Parse(body, null, null));
        }
    }

    [Fact]
    public void A_mutilated_feed_is_a_feed_or_none_and_all_of_its_texts_can_be_asked_for()
    {
        var random = new Random(20260303);
        foreach (var path in Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "Feeds", "Samples")).Order(StringComparer.Ordinal))
        {
            var sample = File.ReadAllBytes(path);
            for (var round = 0; round < 20; round++)
            {
                var body = new List<byte>(sample);
                for (var change = random.Next(1, 6); change > 0 && body.Count > 1; change--)
                {
                    var at = random.Next(body.Count);
                    if (random.Next(3) == 0)
                        body.RemoveRange(at, Math.Min(random.Next(1, 40), body.Count - at));
                    else
                        body.InsertRange(at, Pieces[random.Next(Pieces.Length)]);
                }

                AskForAll(FeedParser.Parse(body.ToArray(), null, new Uri("https://wire.example/")));
            }
        }
    }

    private static void AskForAll(FeedReading reading)
    {
        if (reading is not FeedReading.Read(var feed))
            return;
        foreach (var item in feed.Items)
        {
            _ = item.Image;
            foreach (var text in new[] { item.Content, item.Summary })
            {
                text?.ToHtml();
                text?.ToText();
                text?.ToStory();
            }
        }
    }

    private static byte[] Markup(Random random, int pieces) =>
        [.. Enumerable.Range(0, pieces).SelectMany(_ => Pieces[random.Next(Pieces.Length)])];
}
