using System.Diagnostics;
using System.Globalization;
using System.Text;
using News.Feeds;

namespace News.Tests.Feeds;

/// <summary>Bytes that were made to break a reader: each ends in a feed or in a reason, soon and in bounded memory.</summary>
public sealed class HostileFeedTests
{
    private const int Megabyte = 1024 * 1024;

    // An honest second, ten times over: the machine that runs the tests is shared. A quadratic pass takes minutes.
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);

    public static TheoryData<string> Attacks => [.. AttackBodies.Keys];

    private static Dictionary<string, Func<string>> AttackBodies => new(StringComparer.Ordinal)
    {
        ["billion laughs"] = () => Laughs(),
        ["quadratic blow-up"] = () => $"<!DOCTYPE rss [<!ENTITY a \"{new string('B', 50_000)}\">]><rss><channel><title>{Repeat("&a;", 50_000)}</title></channel></rss>",
        ["cyclic entities"] = () => "<!DOCTYPE rss [<!ENTITY a \"&b;\"><!ENTITY b \"&a;\">]><rss><channel><title>&a;</title></channel></rss>",
        ["elements nested 100,000 deep"] = () => $"<rss><channel><item><description>{Repeat("<a>", 100_000)}{Repeat("</a>", 100_000)}</description></item></channel></rss>",
        ["elements nested 100,000 deep and never closed"] = () => $"<rss><channel><item>{Repeat("<x>", 100_000)}",
        ["end tags that close nothing"] = () => $"<rss><channel>{Repeat("<b>", 250)}{Repeat("</a>", 250_000)}",
        ["10 MB of one attribute"] = () => $"<rss><channel><item><link href=\"{new string('a', 10 * Megabyte)}\"/></item></channel></rss>",
        ["an attribute that never ends"] = () => $"<rss><channel><item><link href=\"{new string('a', 5 * Megabyte)}",
        ["a title that never ends"] = () => $"<rss><channel><item><guid>1</guid><title>{new string('a', 10 * Megabyte)}",
        ["a title of ampersands"] = () => $"<rss><channel><item><title>{new string('&', 2 * Megabyte)}</title></item></channel></rss>",
        ["a title of tags' beginnings"] = () => $"<rss><channel><item><title>{Repeat("<a ", Megabyte / 3)}</title></item></channel></rss>",
        ["tags with open quotation marks"] = () => $"<rss><channel><item><title>{Repeat("<a b=\"", Megabyte / 6)}</title></item></channel></rss>",
        ["comments' beginnings"] = () => $"<rss><channel>{Repeat("<!--", Megabyte / 4)}",
        ["sections' beginnings"] = () => $"<rss><channel><item><title>{Repeat("<![CDATA[", Megabyte / 9)}",
        ["doctypes' beginnings"] = () => $"{Repeat("<!DOCTYPE [", Megabyte / 11)}",
        ["instructions' beginnings"] = () => $"<rss>{Repeat("<?a", Megabyte / 3)}",
        ["declarations of namespaces"] = () => $"<rss {string.Concat(Enumerable.Range(0, 50_000).Select(i => $" xmlns:a{i}='u'"))}>{Repeat("<q:a/>", 50_000)}</rss>",
        ["items with nothing in them"] = () => $"<rss><channel>{Repeat("<item/>", Megabyte / 7)}</channel></rss>",
        ["HTML of scripts' beginnings"] = () => $"<rss><channel><item><description><![CDATA[{Repeat("<script>", Megabyte / 8)}]]></description></item></channel></rss>",
        ["HTML of tags' beginnings"] = () => $"<rss><channel><item><description><![CDATA[{Repeat("<p a='", Megabyte / 6)}]]></description></item></channel></rss>",
        ["JSON nested 100,000 deep"] = () => $"{{\"version\":\"https://jsonfeed.org/version/1\",\"items\":[{new string('[', 100_000)}",
        ["JSON with a title that never ends"] = () => $"{{\"version\":\"https://jsonfeed.org/version/1\",\"title\":\"{new string('a', 5 * Megabyte)}",
        ["JSON with 100,000 authors"] = () => $"{{\"version\":\"https://jsonfeed.org/version/1\",\"items\":[{{\"authors\":[{string.Join(',', Enumerable.Range(0, 100_000).Select(i => $"{{\"name\":\"n{i}\"}}"))}]}}]}}",
        ["HTML of scripts that close themselves"] = () => $"<rss><channel><item><description><![CDATA[{Repeat("<script/>x", Megabyte / 10)}</script>]]></description></item></channel></rss>",
        ["HTML of fields that never end"] = () => $"<rss><channel><item><description><![CDATA[{Repeat("<textarea></title>", Megabyte / 18)}]]></description></item></channel></rss>",
        ["authors within authors"] = () => $"<feed xmlns=\"http://www.w3.org/2005/Atom\">{Repeat("<author><email>desk@wire.example", Megabyte / 10)}",
        ["a megabyte of zeros"] = () => new string('\0', Megabyte),
        ["a megabyte of '<'"] = () => new string('<', Megabyte),
    };

    [Theory]
    [MemberData(nameof(Attacks))]
    public void An_attack_ends_in_a_feed_or_in_a_reason(string attack)
    {
        var body = Encoding.UTF8.GetBytes(AttackBodies[attack]());
        var before = GC.GetAllocatedBytesForCurrentThread();
        var watch = Stopwatch.StartNew();

        var reading = FeedParser.Parse(body, "application/xml", new Uri("https://wire.example/"));
        var texts = reading is FeedReading.Read(var feed) ? feed.Items.Sum(Length) : 0;

        Assert.True(texts <= 16L * body.Length);
        Assert.True(watch.Elapsed < Limit, $"{watch.Elapsed}");
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 64L * Megabyte + 40L * body.Length);
        Assert.True(reading is FeedReading.Read or FeedReading.NotAFeed { Reason.Length: > 10 });
    }

    private static long Length(FeedItem item) => new[] { item.Content, item.Summary }.OfType<ItemText>()
        .Sum(text => (long)text.ToHtml().Length + text.ToText().Length + text.ToStory().Length + (text.FirstImage()?.Length ?? 0));

    [Fact]
    public void Namespaces_beyond_all_measure_are_passed_over_with_a_warning()
    {
        var declarations = string.Concat(Enumerable.Range(0, 300).Select(number => $" xmlns:n{number}=\"urn:{number}\""));

        var feed = Read($"<rss{declarations}><channel><item><title>Story 1</title></item></channel></rss>");

        Assert.Equal("Namespaces after the 256th that hold at one place were passed over.", Assert.Single(feed.Warnings));
    }

    [Fact]
    public void Of_too_many_items_the_first_and_the_last_are_read_in_order()
    {
        var items = string.Concat(Enumerable.Range(1, 25_003).Select(i => $"<item><guid>{i}</guid></item>"));

        var feed = Read($"<rss><channel>{items}</channel></rss>");

        Assert.Equal([.. Enumerable.Range(1, 10_000), .. Enumerable.Range(15_004, 10_000)], feed.Items.Select(item => int.Parse(item.Id!, CultureInfo.InvariantCulture)));
        Assert.Equal("5003 items were left out: of a feed with more than 20000 the first 10000 and the last 10000 are read.", Assert.Single(feed.Warnings));
    }

    [Fact]
    public void A_text_longer_than_any_novel_is_cut_at_a_word()
    {
        var feed = Read($"<rss><channel><item><description>{Repeat("word ", Megabyte)}</description></item></channel></rss>");

        Assert.EndsWith("word", Assert.Single(feed.Items).Content!.ToText(), StringComparison.Ordinal);
        Assert.Equal("A text longer than 3 MB was cut.", Assert.Single(feed.Warnings));
    }

    [Fact]
    public void A_long_base_is_not_repeated_in_each_link()
    {
        var feed = Read($"<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:base=\"http://wire.example/{Repeat("a/", 30_000)}\"><entry><id>1</id><link href=\"b\"/></entry></feed>");

        Assert.Equal("b", Assert.Single(feed.Items).Link);
    }

    [Fact]
    public void Entities_that_grow_in_a_text_are_named_before_anybody_reads_it() =>
        Assert.Contains("Entities that would grow without measure were left out.", Read(Laughs("<item><description>&l11;</description></item>")).Warnings);

    [Fact]
    public void External_entities_are_named_and_not_read() =>
        Assert.Contains(
            "What stands in other files or at other addresses (external entities) was not read.",
            Read("<!DOCTYPE rss [<!ENTITY a SYSTEM \"file:///etc/passwd\">]><rss><channel><item><title>&a;</title></item></channel></rss>").Warnings);

    [Fact]
    public void JSON_that_breaks_says_where() =>
        Assert.Contains(
            "The document is no valid JSON from line 2, byte 11 on; what stands before was read.",
            Read("{\"version\":\"https://jsonfeed.org/version/1\",\n\"title\":1,,}").Warnings);

    [SharedDataFact("data/security/xml-bombs")]
    public void The_known_bombs_are_no_feeds_and_read_no_files()
    {
        foreach (var path in Directory.EnumerateFiles(SharedData.Find("data/security/xml-bombs")!))
        {
            var reading = FeedParser.Parse(File.ReadAllBytes(path), null, null);
            Assert.IsType<FeedReading.NotAFeed>(reading);
        }
    }

    [Fact]
    public void A_feed_cut_anywhere_or_with_any_byte_changed_is_read_without_an_exception()
    {
        const string Signs = "<>&\"'/!?[]{}=-:; ";
        var random = new Random(2024);
        foreach (var path in Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "Feeds", "Samples")))
        {
            var body = File.ReadAllBytes(path);
            for (var round = 0; round < 60; round++)
            {
                FeedParser.Parse(body.AsMemory(0, random.Next(body.Length)), null, null);
                var changed = body.ToArray();
                for (var change = 0; change <= round % 8; change++)
                    changed[random.Next(body.Length)] = round % 2 == 0 ? (byte)Signs[random.Next(Signs.Length)] : (byte)random.Next(256);
                FeedParser.Parse(changed, null, null);
            }
        }
    }

    [Fact]
    public void No_item_is_lost_where_a_feed_is_cut()
    {
        const int Items = 20;
        var items = Enumerable.Range(1, Items).Select(i => $"<item><title>Story {i}</title><link>https://wire.example/{i}</link></item>").ToArray();
        const string Head = "<?xml version=\"1.0\"?><rss version=\"2.0\"><channel><title>Wire</title>";
        for (var whole = 1; whole < Items; whole++)
        {
            var body = Head + string.Concat(items.Take(whole)) + items[whole][..30];
            var read = Assert.IsType<FeedReading.Read>(FeedParser.Parse(Encoding.UTF8.GetBytes(body), null, null));
            Assert.Equal(items.Take(whole).Select((_, i) => $"Story {i + 1}"), read.Feed.Items.Take(whole).Select(item => item.Title!));
            Assert.Contains("The document breaks off; what stands before was read.", read.Feed.Warnings);
        }
    }

    private static Feed Read(string body) =>
        Assert.IsType<FeedReading.Read>(FeedParser.Parse(Encoding.UTF8.GetBytes(body), null, null)).Feed;

    private static string Laughs(string items = "<item><title>&l7;</title></item>")
    {
        var bomb = new StringBuilder("<!DOCTYPE rss [<!ENTITY l0 \"lol\">");
        for (var i = 1; i < 12; i++)
            bomb.Append("<!ENTITY l").Append(i).Append(" \"").Append(Repeat($"&l{i - 1};", 10)).Append("\">");
        return bomb.Append("]><rss><channel><title>&l11;</title>").Append(items).Append("</channel></rss>").ToString();
    }

    private static string Repeat(string text, int times) => new StringBuilder(text.Length * times).Insert(0, text, times).ToString();
}
