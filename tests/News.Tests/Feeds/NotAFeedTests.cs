using System.Text;
using News.Feeds;

namespace News.Tests.Feeds;

public sealed class NotAFeedTests
{
    [Theory]
    [InlineData("", "This document is empty.")]
    [InlineData(" \n\t ", "This document is empty.")]
    [InlineData("\0\0\0\0\0\0", "This document holds nothing but control characters, not a feed.")]
    [InlineData("<?xml version=\"1.0\"?><!-- gone -->", "This is XML without a single element, cut off or empty, not a feed.")]
    [InlineData("<rss version=\"2", "This breaks off in its first tag (\"<rss version=\"2\"), and is not a feed.")]
    [InlineData("\u0001x\u0002x\u0003x\u0004x\u0005x\u0006x\u0007", "This is binary data (compressed, encrypted or a file of some program), not a feed.")]
    [InlineData("<!DOCTYPE html><html><head><title>Front page</title></head></html>", "This is an HTML page (\"Front page\"), not a feed.")]
    [InlineData("<html><body>Hello</body></html>", "This is an HTML page, not a feed.")]
    [InlineData("<html><body>We moved our &lt;rss&gt; feed. <rss version=\"2.0\"></rss></body></html>", "This is an HTML page, not a feed.")]
    [InlineData("<p>Not found</p>", "This is an HTML page, not a feed.")]
    [InlineData("{\"error\": \"no such feed\"}", "This is JSON with \"error\", but not a feed.")]
    [InlineData("{\"items\": [{\"id\": 1}]}", "This is JSON with \"items\", but not a feed.")]
    [InlineData("[1, 2]", "This is a JSON list, not a feed.")]
    [InlineData("Not found", "This is plain text (\"Not found\"), not a feed.")]
    [InlineData("%PDF-1.7 …", "This is a PDF file, not a feed.")]
    [InlineData("GIF89a…", "This is a GIF image, not a feed.")]
    [InlineData("<opml version=\"2.0\"><body/></opml>", "This is an OPML list of feeds, not a feed.")]
    [InlineData("<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\"/>", "This is a sitemap, not a feed.")]
    [InlineData("<sitemapindex/>", "This is an index of sitemaps, not a feed.")]
    [InlineData("<soap:Envelope xmlns:soap=\"http://schemas.xmlsoap.org/soap/envelope/\"/>", "This is a SOAP message, not a feed.")]
    [InlineData("<?xml version=\"1.0\"?><note><to>You</to></note>", "This is XML with the root <note>, not a feed.")]
    [InlineData("<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\"><foaf:Person/></rdf:RDF>", "This is an RDF document without a channel or items, not a feed.")]
    public void What_is_no_feed_is_said_to_be_something_else(string body, string reason) =>
        Assert.Equal(new FeedReading.NotAFeed(reason), FeedParser.Parse(Encoding.UTF8.GetBytes(body), null, null));

    [Fact]
    public void Compressed_data_is_named()
    {
        var reading = FeedParser.Parse(new byte[] { 0x1F, 0x8B, 8, 0 }, null, null);

        Assert.Equal(new FeedReading.NotAFeed("This is gzip-compressed data, not a feed."), reading);
    }

    [Theory]
    [InlineData("text/xml; charset=windows-1251")]
    [InlineData("text/xml;charset=\"windows-1251\"")]
    public void The_header_names_the_encoding(string contentType)
    {
        byte[] body = [.. "<rss><channel><title>"u8, 0xCD, 0xE5, 0xF4, 0xF2, 0xFC, .. "</title></channel></rss>"u8];

        var read = Assert.IsType<FeedReading.Read>(FeedParser.Parse(body, contentType, null));

        Assert.Equal("Нефть", read.Feed.Title);
    }
}
