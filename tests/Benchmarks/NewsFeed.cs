using System.Globalization;
using System.Text;

namespace Benchmarks;

/// <summary>
/// An RSS feed as news sites write it: in turn escaped HTML with a link and a picture, a teaser beside content:encoded, and
/// a plain teaser; categories, creators and pictures; references of several kinds and names that are not ASCII.
/// </summary>
internal static class NewsFeed
{
    private static readonly string[] People = ["Ann Example", "José Muñoz", "ليلى حسن", "Zoë O&#8217;Neill", "Karim Example"];
    private static readonly string[] Places = ["Qalat Sarin", "Ñuble", "أربيل", "Port Example", "Łódź"];

    public static byte[] Write(int items)
    {
        var feed = new StringBuilder(
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"
              xmlns:atom="http://www.w3.org/2005/Atom" xmlns:media="http://search.yahoo.com/mrss/" xmlns:sy="http://purl.org/rss/1.0/modules/syndication/">
            <channel>
              <title>Example Wire: World</title>
              <link>https://wire.example/world</link>
              <atom:link href="https://wire.example/world/rss.xml" rel="self" type="application/rss+xml" />
              <description>News of the world &amp;amp; of places that are not</description>
              <language>en-US</language>
              <ttl>15</ttl>
              <sy:updatePeriod>hourly</sy:updatePeriod>

            """);
        for (var i = 0; i < items; i++)
            AppendItem(feed, i);
        return Encoding.UTF8.GetBytes(feed.Append("</channel>\n</rss>\n").ToString());
    }

    private static void AppendItem(StringBuilder feed, int i)
    {
        var place = Places[i % Places.Length];
        var link = string.Create(CultureInfo.InvariantCulture, $"https://wire.example/world/2026/03/{i % 28 + 1:00}/officials-meet-at-the-bridge-{i}");
        var date = new DateTime(2026, 3, 31, 10, 0, 0, DateTimeKind.Utc).AddMinutes(-17 * i).ToString("R", CultureInfo.InvariantCulture);
        feed.Append(CultureInfo.InvariantCulture, $"  <item>\n    <title>Officials meet at the bridge of {place} &amp; speak of water, report {i}</title>\n")
            .Append(CultureInfo.InvariantCulture, $"    <link>{link}</link>\n    <guid isPermaLink=\"{(i % 2 == 0 ? "true" : "false")}\">{link}</guid>\n")
            .Append(CultureInfo.InvariantCulture, $"    <pubDate>{date}</pubDate>\n    <dc:creator><![CDATA[{People[i % People.Length].Replace("&#8217;", "’", StringComparison.Ordinal)}]]></dc:creator>\n")
            .Append("    <category>World</category>\n    <category><![CDATA[Water &amp; Roads]]></category>\n");
        if (i % 2 == 0)
            feed.Append(CultureInfo.InvariantCulture, $"    <category>{place}</category>\n");
        feed.Append(CultureInfo.InvariantCulture, $"    <media:content url=\"https://images.wire.example/2026/{i}/bridge.jpg?w=1200&amp;h=675\" type=\"image/jpeg\" medium=\"image\" width=\"1200\" height=\"675\" />\n");
        switch (i % 3)
        {
            case 0:
                feed.Append(CultureInfo.InvariantCulture, $"    <description>&lt;p&gt;The officials met on Monday in {place}, {People[i % People.Length]} said.&lt;/p&gt;&lt;p&gt;&lt;img src=\"https://images.wire.example/{i}.jpg\" alt=\"The bridge\" /&gt;They spoke of &lt;a href=\"{link}?ref=rss\"&gt;water &amp;amp; roads&lt;/a&gt;, and of the harvest&#8217;s end.&amp;nbsp;A text will follow, the ministry said in a statement.&lt;/p&gt;</description>\n");
                break;
            case 1:
                feed.Append(CultureInfo.InvariantCulture, $"    <description><![CDATA[<p>The officials met in {place} and spoke for an hour &#8230;</p>]]></description>\n    <content:encoded><![CDATA[<p>The officials met at the bridge in <a href=\"{link}\">{place}</a> and spoke for an hour about water, roads and the harvest of the year.</p>\n<p>&#8220;We have agreed on much,&#8221; the minister&rsquo;s spokeswoman said, &#8220;and we will meet again in a month.&#8221;</p>\n<figure><img src=\"https://images.wire.example/{i}.jpg\" class=\"size-full\" /><figcaption>The bridge.</figcaption></figure>\n<p>It was the third meeting since the flood of January, in which eleven people lost their homes&nbsp;&ndash; among them <strong>four families</strong> on the western bank.</p>]]></content:encoded>\n");
                break;
            default:
                feed.Append(CultureInfo.InvariantCulture, $"    <description>The officials met at the bridge in {place} and spoke for an hour about water &amp; roads. The ministry called the talks frank, and said that a text would follow within days.</description>\n");
                break;
        }

        feed.Append("  </item>\n");
    }
}
