using System.Diagnostics;
using System.Text;
using System.Xml.Linq;
using News.Feeds;
using News.Tests.Articles;

namespace News.Tests.Feeds;

public sealed class OpmlTests
{
    [Fact]
    public void A_list_has_a_title_and_feeds_in_folders()
    {
        var list = Read(
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <opml version="2.0">
              <head><title>News &amp; more</title><dateCreated>Mon, 01 Jan 2024 00:00:00 GMT</dateCreated></head>
              <body>
                <outline text="Middle East">
                  <outline text="Iraq" title="Iraq">
                    <outline type="rss" text="Example Wire" xmlUrl="https://wire.example/rss?a=1&amp;b=2" htmlUrl="https://wire.example/"/>
                  </outline>
                  <outline type="rss" text="Courier" xmlUrl="https://courier.example/rss"></outline>
                </outline>
                <outline type="atom" text="Alone" xmlUrl="https://alone.example/atom"/>
              </body>
            </opml>
            """);

        Assert.Equal("News & more", list.Title);
        Assert.Empty(list.Warnings);
        Assert.Equal(
            [
                "Middle East/Iraq: Example Wire = https://wire.example/rss?a=1&b=2 of https://wire.example/ as rss",
                "Middle East: Courier = https://courier.example/rss of  as rss",
                ": Alone = https://alone.example/atom of  as atom",
            ],
            list.Feeds.Select(feed => $"{string.Join('/', feed.Folders)}: {feed.Title} = {feed.Url} of {feed.SiteUrl} as {feed.Type}"));
    }

    /// <summary>Each is one outline as it is out there, and what is meant by it.</summary>
    [Theory]
    [InlineData("""<outline text="AT&T" xmlUrl="https://a.example/?x=1&copy=2&y=3"/>""", "AT&T", "https://a.example/?x=1&copy=2&y=3")]
    [InlineData("""<outline text="A "quoted" word" xmlUrl="https://a.example/"/>""", "A \"quoted\" word", "https://a.example/")]
    [InlineData("""<outline text="1 < 2 > 0" xmlUrl="https://a.example/"/>""", "1 < 2 > 0", "https://a.example/")]
    [InlineData("""<outline text="Wire xmlUrl="https://a.example/" />""", "Wire", "https://a.example/")]
    [InlineData("""<outline text='It's here' xmlUrl='https://a.example/' />""", "It's here", "https://a.example/")]
    [InlineData("""<outline text=Wire xmlUrl=https://a.example/rss/>""", "Wire", "https://a.example/rss")]
    [InlineData("""<outline text=“Wire” xmlUrl=“https://a.example/”/>""", "Wire", "https://a.example/")]
    [InlineData("""<OUTLINE TEXT="Wire" XMLURL="https://a.example/"/>""", "Wire", "https://a.example/")]
    [InlineData("""<opml:outline text="Wire" xmlURL="https://a.example/"/>""", "Wire", "https://a.example/")]
    [InlineData("""<outline text="Wire"xmlUrl="https://a.example/"/>""", "Wire", "https://a.example/")]
    [InlineData("""<outline text = "Wire" xmlUrl = "https://a.example/" >""", "Wire", "https://a.example/")]
    [InlineData("""<outline text="Wire" url="https://a.example/"/>""", "Wire", "https://a.example/")]
    [InlineData("""<outline text="Wire" href="https://a.example/"/>""", "Wire", "https://a.example/")]
    [InlineData("""<outline text="Wire" feedUrl="https://a.example/"/>""", "Wire", "https://a.example/")]
    [InlineData("""<outline text="Wire" type="link" xmlUrl="https://a.example/"/>""", "Wire", "https://a.example/")]
    [InlineData("""<outline text="" title="Wire" xmlUrl="https://a.example/"/>""", "Wire", "https://a.example/")]
    [InlineData("""<outline text="old" title="Wire" xmlUrl="https://a.example/"/>""", "Wire", "https://a.example/")]
    [InlineData("""<outline text="Caf&eacute; &amp;amp; Bar &#8211; x" xmlUrl="https://a.example/"/>""", "Café & Bar – x", "https://a.example/")]
    [InlineData("<outline text=\"two\nlines\" xmlUrl=\"\n  https://a.example/rss\n\"/>", "two lines", "https://a.example/rss")]
    [InlineData("""<outline xmlUrl="https://a.example/"/>""", null, "https://a.example/")]
    [InlineData("""<outline text="x" xmlUrl="feed://a.example/rss"/>""", "x", "http://a.example/rss")]
    [InlineData("""<outline text="x" xmlUrl="feed:https://a.example/rss"/>""", "x", "https://a.example/rss")]
    [InlineData("""<outline text="x" xmlUrl="itpc://a.example/rss"/>""", "x", "http://a.example/rss")]
    [InlineData("""<outline text="x" xmlUrl="//a.example/rss"/>""", "x", "http://a.example/rss")]
    [InlineData("""<outline text="x" xmlUrl="www.a.example/rss"/>""", "x", "http://www.a.example/rss")]
    [InlineData("""<outline text="x" type="RSS2" url="https://a.example/"/>""", "x", "https://a.example/")]
    [InlineData("""<outline text="x" xmlUrl="rss.xml"/>""", "x", "rss.xml")]
    [InlineData("""<outline text="x" xmlUrl="file:///etc/passwd"/>""", "x", "file:///etc/passwd")]
    public void What_is_meant_is_read(string outline, string? title, string url)
    {
        var feed = Assert.Single(Read($"<opml version=\"1.0\"><body>{outline}</body></opml>").Feeds);

        Assert.Equal((title, url), (feed.Title, feed.Url));
    }

    [Fact]
    public void A_bare_quote_costs_no_neighbour()
    {
        var list = Read(
            """
            <opml><body>
            <outline text="One xmlUrl="https://one.example/">
            <outline text="never closed, xmlUrl='https://lost.example/'
            <outline text="Two" xmlUrl="https://two.example/"/>
            """);

        Assert.Equal(["https://one.example/", "https://two.example/"], list.Feeds.Select(feed => feed.Url));
        Assert.Contains(list.Warnings, warning => warning.StartsWith("Quotation marks", StringComparison.Ordinal));
    }

    [Fact]
    public void A_list_that_breaks_off_is_read_as_far_as_its_last_whole_address()
    {
        var list = Read("""<opml><body><outline text="a"><outline xmlUrl="https://a.example/rss" text="b"/><outline xmlUrl="https://b.exam""");

        Assert.Equal(["https://a.example/rss"], list.Feeds.Select(feed => feed.Url));
        Assert.Contains("The document breaks off inside of a tag.", list.Warnings);
    }

    [Fact]
    public void Links_and_inclusions_are_no_feeds_and_an_address_counts_once()
    {
        var list = Read(
            """
            <opml><body>
            <outline text="page" type="link" url="https://a.example/"/>
            <outline text="list" type="include" url="https://a.example/more.opml"/>
            <outline text="page" type="HTML+XPath" xmlUrl="https://a.example/page"/>
            <outline text="first" xmlUrl="https://b.example/"><outline type="podcast-episode" url="https://b.example/1"/></outline>
            <outline text="second" xmlUrl="https://b.example/"/>
            <outline text="nothing"/>
            <!-- <outline xmlUrl="https://hidden.example/"/> -->
            </body></opml>
            """);

        Assert.Equal(("first", 5), (Assert.Single(list.Feeds).Title, list.Feeds[0].Line));
        Assert.Equal(
            [
                "Entries without an address were passed over: line 7.",
                "Links to pages and to other lists were passed over, because they are no feeds: lines 2, 3, 5.",
                "Pages of which another reader makes feeds by itself were passed over: line 4.",
                "Addresses that stand there already were passed over: line 6.",
            ],
            list.Warnings.AsEnumerable());
    }

    [Fact]
    public void An_empty_list_is_a_list()
    {
        var list = Read("<opml version=\"2.0\"><head/><body/></opml>");

        Assert.Empty(list.Feeds);
        Assert.Equal("The list holds no feeds.", Assert.Single(list.Warnings));
    }

    [Fact]
    public void Outlines_without_a_root_or_a_declaration_will_do()
    {
        Assert.Single(Read("\uFEFF  some junk <outline xmlUrl='https://a.example/'/>").Feeds);
    }

    public static TheoryData<string> Encodings => ["utf-8", "utf-16", "windows-1251", "iso-8859-1"];

    [Theory]
    [MemberData(nameof(Encodings))]
    public void Any_encoding_is_read_whatever_the_declaration_says_of_UTF_8(string encoding)
    {
        var title = encoding switch { "windows-1251" => "Новости", "iso-8859-1" => "Café", _ => "خبر é" };
        var text = $"<?xml version=\"1.0\" encoding=\"{encoding}\"?><opml><body><outline text=\"{title}\" xmlUrl=\"https://a.example/\"/></body></opml>";
        var bytes = encoding == "utf-16"
            ? [0xFF, 0xFE, .. Encoding.Unicode.GetBytes(text)]
            : CodePagesEncodingProvider.Instance.GetEncoding(encoding)?.GetBytes(text) ?? Encoding.GetEncoding(encoding).GetBytes(text);

        Assert.Equal(title, Assert.Single(Assert.IsType<OpmlReading.Read>(OpmlReader.Read(bytes)).List.Feeds).Title);
        var mislabelled = Encoding.UTF8.GetBytes(text.Replace(encoding, "iso-8859-1", StringComparison.Ordinal));
        Assert.Equal(title, Assert.Single(Assert.IsType<OpmlReading.Read>(OpmlReader.Read(mislabelled)).List.Feeds).Title);
    }

    [Fact]
    public void Many_entries_that_were_passed_over_are_told_by_the_first()
    {
        var list = Read($"<opml><body>{string.Concat(Enumerable.Repeat("\n<outline text='x'/>", 300))}</body></opml>");

        Assert.Equal("Entries without an address were passed over: lines 2, 3, 4, 5, 6, 7, 8, 9, 10, 11 and more.", list.Warnings[0]);
    }

    [Fact]
    public void Bookmarks_are_taken_as_far_as_they_name_feeds()
    {
        var list = Read(
            """
            <!DOCTYPE NETSCAPE-Bookmark-file-1>
            <TITLE>Bookmarks</TITLE>
            <DL><p><DT><A HREF="https://a.example/" FEEDURL="https://a.example/rss">Wire &amp; more</A>
            <DT><A HREF="https://b.example/">A page</A></DL>
            """);
        var none = OpmlReader.Read("<!DOCTYPE NETSCAPE-Bookmark-file-1><TITLE>x</TITLE><DL><DT><A HREF='https://b.example/'>A page</A></DL>"u8.ToArray());

        Assert.Equal(("https://a.example/rss", "Wire & more"), (Assert.Single(list.Feeds).Url, list.Feeds[0].Title));
        Assert.StartsWith("These are bookmarks", Assert.IsType<OpmlReading.NotAList>(none).Reason, StringComparison.Ordinal);
    }

    /// <summary>Each is a list as people keep it, and its entry.</summary>
    [Theory]
    [InlineData("Example Wire, https://a.example/rss?x=1,2", "Example Wire", "https://a.example/rss?x=1,2")]
    [InlineData("Example Wire\thttps://a.example/rss", "Example Wire", "https://a.example/rss")]
    [InlineData("\"Example Wire\",\"https://a.example/rss\"", "Example Wire", "https://a.example/rss")]
    [InlineData("\"https://a.example/rss\",\"Example Wire\"", "Example Wire", "https://a.example/rss")]
    [InlineData("Title,URL\nExample Wire,https://a.example/rss,news", "Example Wire", "https://a.example/rss")]
    [InlineData("feed url;title\nhttps://a.example/rss;Example Wire;news", "Example Wire", "https://a.example/rss")]
    [InlineData("## Feeds\n- [Example Wire](https://a.example/rss) – news", "Example Wire", "https://a.example/rss")]
    [InlineData("* https://a.example/rss", null, "https://a.example/rss")]
    [InlineData("- [ ] https://a.example/rss", null, "https://a.example/rss")]
    [InlineData("https://a.example/rss (Example Wire)", "Example Wire", "https://a.example/rss")]
    [InlineData("https://a.example/rss Example Wire (EU)", "Example Wire (EU)", "https://a.example/rss")]
    [InlineData("https://a.example/rss news \"big ones\" \"~Example Wire\"", "Example Wire", "https://a.example/rss")]
    [InlineData("[\n  \"https://a.example/rss\",\n]", null, "https://a.example/rss")]
    public void Lists_of_addresses_come_in_many_forms(string text, string? title, string url)
    {
        var feed = Assert.Single(Read(text).Feeds);

        Assert.Equal((title, url), (feed.Title, feed.Url));
    }

    [Fact]
    public void An_address_in_the_middle_of_a_sentence_is_no_entry() =>
        Assert.IsType<OpmlReading.NotAList>(OpmlReader.Read("Dear editor, see https://a.example/ for more.\nYours"u8.ToArray()));

    [Fact]
    public void A_plain_list_of_addresses_is_taken_too()
    {
        var list = Read("# mine\r\nhttps://a.example/rss\r\n\r\n<https://b.example/rss>\nhttps://c.example/rss\tThe third one\nfeed://d.example/\nwww.e.example/rss\nthis is no address\nhttps://a.example/rss\n");

        Assert.Equal(
            ["https://a.example/rss", "https://b.example/rss", "https://c.example/rss", "http://d.example/", "http://www.e.example/rss"],
            list.Feeds.Select(feed => feed.Url));
        Assert.Equal("The third one", list.Feeds[2].Title);
        Assert.Equal(2, list.Warnings.Length);
    }

    [Theory]
    [InlineData("", "empty")]
    [InlineData("  \n ", "empty")]
    [InlineData("Dear editor, here is what I think.", "plain text")]
    [InlineData("<!DOCTYPE html><html><body><p>Hi</p></body></html>", "HTML page")]
    [InlineData("<rss version=\"2.0\"><channel><title>x</title></channel></rss>", "a feed")]
    [InlineData("<catalog><book/></catalog>", "root <catalog>")]
    [InlineData("<<<>>>", "no list of feeds")]
    [InlineData("%PDF-1.7 ...", "PDF")]
    public void What_is_no_list_is_said_to_be_something_else(string text, string what)
    {
        var reading = OpmlReader.Read(Encoding.UTF8.GetBytes(text));

        Assert.Contains(what, Assert.IsType<OpmlReading.NotAList>(reading).Reason, StringComparison.Ordinal);
    }

    public static TheoryData<string, string> Hostile => new()
    {
        { "deep", string.Concat(Enumerable.Repeat("<outline text=\"a\">", 60_000)) + "<outline xmlUrl=\"https://a.example/\"/>" },
        { "wide and deep", string.Concat(Enumerable.Range(0, 25_000).Select(i => $"<outline text=a><outline xmlUrl=https://a.example/{i} >")) },
        { "quotes", "<outline text=" + new string('"', 1_000_000) },
        { "quotes and spaces", "<outline text=" + string.Concat(Enumerable.Repeat("\" ", 500_000)) },
        { "comments", string.Concat(Enumerable.Repeat("<!--", 250_000)) + "<outline/>" },
        { "data", string.Concat(Enumerable.Repeat("<![CDATA[", 110_000)) + "<outline/>" },
        { "declarations", string.Concat(Enumerable.Repeat("<!", 500_000)) + "<outline/>" },
        { "forgotten quotes", "<outline " + string.Concat(Enumerable.Repeat("text=\"a xmlUrl=\"", 60_000)) },
        { "space", "<outline text=\"a\"" + new string(' ', 1_000_000) },
        { "tags", string.Concat(Enumerable.Repeat("<outline", 125_000)) },
        { "titles", "<opml>" + string.Concat(Enumerable.Repeat("<title>", 140_000)) + "<outline/>" },
        { "bookmarks", string.Concat(Enumerable.Repeat("<a feedurl=a>", 75_000)) },
        { "words", string.Concat(Enumerable.Repeat("http", 250_000)) },
        { "references", "<outline xmlUrl=\"" + string.Concat(Enumerable.Repeat("&amp", 250_000)) + "\"/>" },
        { "lines", string.Concat(Enumerable.Range(0, 60_000).Select(i => $"https://a.example/{i}\n")) },
    };

    [Theory]
    [MemberData(nameof(Hostile))]
    public void A_megabyte_of_anything_is_read_within_a_second(string name, string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        OpmlReader.Read(bytes);
        var watch = Stopwatch.StartNew();

        OpmlReader.Read(bytes);

        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(HostileHtml.SecondsAllowed), $"{name} took {watch.Elapsed}");
    }

    [Fact]
    public void Every_beginning_of_a_list_and_every_list_with_a_letter_changed_is_read()
    {
        const string Text = "<opml><head><title>t</title></head><body><outline text=\"a &quot; 'b'\" xmlUrl='https://a.example/?x&amp;y'/></body></opml>";
        for (var at = 0; at < Text.Length; at++)
        {
            OpmlReader.Read(Encoding.UTF8.GetBytes(Text[..at]));
            foreach (var letter in "<>\"'&/= \0")
                OpmlReader.Read(Encoding.UTF8.GetBytes(Text[..at] + letter + Text[(at + 1)..]));
        }
    }

    [Fact]
    public void What_is_written_is_valid_and_reads_as_it_was()
    {
        OpmlFeed[] feeds =
        [
            new("https://a.example/?x=1&y=\"2\"", "\"A\" & <b>'B'</b>", "https://a.example/", "atom", []),
            new("https://b.example/", "خبر 😀 ]]> -->", null, null, []),
            new("https://c.example/", null, null, null, []),
            new("https://d.example/", "control \u0000\u0008\uFFFE\uD800 end", null, null, []),
        ];

        var text = OpmlWriter.Write("Feeds of <a & b>", new DateTimeOffset(2026, 1, 28, 14, 5, 0, TimeSpan.FromHours(2)), feeds);

        var document = XDocument.Parse(text);
        Assert.Equal("2.0", document.Root!.Attribute("version")!.Value);
        Assert.Equal("Wed, 28 Jan 2026 12:05:00 GMT", document.Root.Element("head")!.Element("dateCreated")!.Value);
        Assert.All(document.Descendants("outline"), outline => Assert.NotNull(outline.Attribute("text")));
        var list = Read(text);
        Assert.Equal("Feeds of <a & b>", list.Title);
        Assert.Equal(feeds.Select(feed => feed.Url), list.Feeds.Select(feed => feed.Url));
        Assert.Equal(["\"A\" & <b>'B'</b>", "خبر 😀 ]]> -->", "https://c.example/", "control \uFFFD end"], list.Feeds.Select(feed => feed.Title));
        Assert.Equal("https://a.example/", list.Feeds[0].SiteUrl);
        Assert.Equal(["atom", "rss", "rss", "rss"], list.Feeds.Select(feed => feed.Type));
    }

    private static OpmlList Read(string text) => Assert.IsType<OpmlReading.Read>(OpmlReader.Read(Encoding.UTF8.GetBytes(text))).List;
}
