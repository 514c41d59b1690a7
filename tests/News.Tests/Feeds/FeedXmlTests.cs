using System.Text;
using News.Feeds;

namespace News.Tests.Feeds;

/// <summary>What an element's name means is looked up once, and anew where a prefix comes to mean something else.</summary>
public sealed class FeedXmlTests
{
    private const string DublinCore = "http://purl.org/dc/elements/1.1/";
    private const string Media = "http://search.yahoo.com/mrss/";

    [Fact]
    public void A_prefix_means_what_the_element_around_it_declares()
    {
        var feed = Read(
            $"""
            <rss xmlns:x="urn:unknown"><channel>
              <item><x:creator>Nobody</x:creator><guid>1</guid></item>
              <item xmlns:x="{DublinCore}"><x:creator>Ann</x:creator><guid>2</guid></item>
              <item><x:creator>Nobody</x:creator><guid>3</guid></item>
              <item><x:creator xmlns:x="{DublinCore}">Ben</x:creator><x:creator>Nobody</x:creator><guid>4</guid></item>
              <item xmlns:x="{Media}"><x:creator>Nobody</x:creator><x:title>Title</x:title><guid>5</guid></item>
            </channel></rss>
            """);

        Assert.Equal([null, "Ann", null, "Ben", null], feed.Items.Select(item => item.Author));
        Assert.Equal("Title", feed.Items[4].Title);
    }

    [Fact]
    public void A_default_namespace_ends_with_its_element()
    {
        var feed = Read(
            """
            <rss><channel>
              <item><title>One</title></item>
              <item><title xmlns="urn:unknown">No title</title><title>Two</title></item>
              <item xmlns="http://www.w3.org/2005/Atom"><title>Three</title><id>urn:3</id></item>
              <item><title>Four</title></item>
            </channel></rss>
            """);

        Assert.Equal(["One", "Two", "Three", "Four"], feed.Items.Select(item => item.Title));
    }

    [Fact]
    public void An_element_left_open_takes_its_declarations_with_it()
    {
        var feed = Read(
            $"""
            <rss><channel>
              <item><guid>1</guid><title xmlns:x="{DublinCore}">One<x:creator>Ann</x:creator></item>
              <item><guid>2</guid><x:creator>Nobody</x:creator></item>
            </channel></rss>
            """);

        Assert.Equal(["1", "2"], feed.Items.Select(item => item.Id));
        Assert.Null(feed.Items[1].Author);
    }

    private static Feed Read(string document) =>
        Assert.IsType<FeedReading.Read>(FeedParser.Parse(Encoding.UTF8.GetBytes(document), null, null)).Feed;
}
