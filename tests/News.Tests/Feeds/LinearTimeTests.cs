using System.Diagnostics;
using System.Net;
using System.Text;
using News.Feeds;

namespace News.Tests.Feeds;

/// <summary>
/// What makes a reader look at the same bytes again and again, 128 KB of it, wherever markup is read. A quadratic
/// pass takes half a minute over that, a linear one milliseconds, so that the limit can be generous.
/// </summary>
public sealed class LinearTimeTests
{
    private const int Size = 128 * 1024;

    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(10);

    private static readonly Dictionary<string, string> Shapes = new(StringComparer.Ordinal)
    {
        ["tags inside of values"] = "<a b=\"<a\" b=\"<a\" ",
        ["tags inside of values in single marks"] = "<a b='<a' ",
        ["tags inside of values that end in a stray tag"] = "<a b=\"<a\" <a c='<a' ",
        ["marks in turn"] = "<a b=\"'<a\" c='\"<a' ",
        ["values that never end"] = "<a b=\"",
        ["values that end in the next tag"] = "<a b=\"c><a b='d>",
        ["values in many spaces"] = "<a b                = ' ",
        ["beginnings of comments"] = "<!--",
        ["beginnings of comments with dashes"] = "<!-- -- <a>",
        ["beginnings of sections"] = "<![CDATA[",
        ["sections in sections"] = "<![CDATA[<![CDATA[]]>",
        ["ends of sections"] = "]]>",
        ["end tags' beginnings"] = "</",
        ["end tags' beginnings with names"] = "</a",
        ["end tags that close nothing"] = "</z>",
        ["a section of end tags' beginnings"] = "<![CDATA[</</</</</</</</",
        ["ampersands"] = "&",
        ["references that never end"] = "&ampersandandsoon",
        ["numbers that never end"] = "&#99999999999999",
        ["references to the ampersand"] = "&amp;",
        ["nested elements"] = "<div>",
        ["nested elements that close each other"] = "<b><i></b></i>",
        ["document types' beginnings"] = "<!DOCTYPE a [",
        ["entities' beginnings"] = "<!ENTITY",
        ["entities"] = "<!ENTITY a \"b\">",
        ["instructions' beginnings"] = "<?a ",
        ["instructions with the wrong end"] = "<?a >",
        ["declarations' beginnings"] = "<!a ",
        ["scripts' beginnings"] = "<script>",
        ["titles' beginnings"] = "<title>",
        ["frames' beginnings"] = "<iframe ",
        ["hidden elements"] = "<div hidden>",
        ["hidden elements that end in others"] = "<button><select></button>",
        ["lists"] = "<ul><li>",
        ["empty lines"] = "\n\n<br>\r\r",
        ["bases"] = "<a xml:base=\"b/\">",
        ["namespaces"] = "<a xmlns:b=\"c\">",
        ["items in items"] = "<item><title>",
        ["entries in authors"] = "<author><entry>",
        ["'<' and '>' alone"] = "< > ",
    };

    public static TheoryData<string> Names => [.. Shapes.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void It_is_read_in_linear_time_wherever_it_stands(string name)
    {
        var shape = Repeated(Shapes[name]);
        Read(shape);
        Read($"<rss><channel>{shape}");
        Read($"<rss><channel><item><title>{shape}</title></item></channel></rss>");
        Read($"<rss><channel><item><description>{shape}</description></item></channel></rss>");
        Read($"<rss><channel><item><description>{WebUtility.HtmlEncode(shape)}</description></item></channel></rss>");
        Read($"<rss><channel><item><description><![CDATA[{shape}");
        Read($"<rss><channel><item><title><![CDATA[{shape}]]></title><description><![CDATA[{shape}]]></description></item></channel></rss>");
        Read($"<feed><entry><author>{shape}</author><content type=\"xhtml\"><div>{shape}</div></content></entry></feed>");
        Read($"<!DOCTYPE a [{shape}<rss><channel><item><title>1</title></item></channel></rss>");
    }

    [Fact]
    public void So_are_thousands_of_elements_that_never_end()
    {
        var names = new StringBuilder();
        for (var i = 0; names.Length < Size; i++)
            names.Append("<e").Append(i).Append(" f").Append(i).Append("='1'>");
        var ends = new StringBuilder();
        for (var i = 0; ends.Length < Size; i++)
            ends.Append("</e").Append(i).Append('>');

        Read($"<rss><channel><item><description>{names}");
        Read($"<rss><channel><item>{names}{ends}");
        Read($"<rss><channel><item><description><![CDATA[{names}{ends}]]></description></item></channel></rss>");
    }

    private static void Read(string document)
    {
        var body = Encoding.UTF8.GetBytes(document);
        var watch = Stopwatch.StartNew();
        if (FeedParser.Parse(body, null, new Uri("https://wire.example/")) is FeedReading.Read(var feed))
        {
            foreach (var text in feed.Items.SelectMany(item => new[] { item.Content, item.Summary }).OfType<ItemText>())
                _ = (text.ToHtml(), text.ToText(), text.ToStory(), text.FirstImage());
        }

        Assert.True(watch.Elapsed < Limit, $"{watch.Elapsed} for {document[..40]}…");
    }

    private static string Repeated(string shape) =>
        new StringBuilder(Size + shape.Length).Insert(0, shape, Size / shape.Length).ToString();
}
