using System.Globalization;
using System.Text;
using System.Xml;

namespace News.Feeds;

/// <summary>A list of feeds → OPML 2.0: https://opml.org/spec2.opml. Valid XML whatever the names hold.</summary>
public static class OpmlWriter
{
    /// <param name="title">What the list is called.</param>
    /// <param name="created">The instant that the list says it is of.</param>
    public static string Write(string title, DateTimeOffset created, IEnumerable<OpmlFeed> feeds)
    {
        var opml = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<opml version=\"2.0\">\n  <head>\n");
        opml.Append("    <title>").Append(Escaped(title)).Append("</title>\n");
        opml.Append("    <dateCreated>").Append(created.UtcDateTime.ToString("r", CultureInfo.InvariantCulture)).Append("</dateCreated>\n");
        opml.Append("  </head>\n  <body>\n");
        foreach (var feed in feeds)
        {
            var name = Escaped(feed.Title ?? feed.Url);
            opml.Append("    <outline text=\"").Append(name).Append("\" title=\"").Append(name);
            opml.Append("\" type=\"").Append(Escaped(feed.Type ?? "rss"));
            opml.Append("\" xmlUrl=\"").Append(Escaped(feed.Url));
            if (feed.SiteUrl is { } site)
                opml.Append("\" htmlUrl=\"").Append(Escaped(site));
            opml.Append("\"/>\n");
        }

        return opml.Append("  </body>\n</opml>\n").ToString();
    }

    /// <summary>As it may stand in an attribute, on one line and without what XML has no letter for.</summary>
    private static string Escaped(string text)
    {
        var escaped = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            switch (rune.Value)
            {
                case '&': escaped.Append("&amp;"); break;
                case '<': escaped.Append("&lt;"); break;
                case '>': escaped.Append("&gt;"); break;
                case '"': escaped.Append("&quot;"); break;
                case '\t' or '\n' or '\r': escaped.Append(' '); break;
                default:
                    if (!rune.IsBmp || XmlConvert.IsXmlChar((char)rune.Value))
                        escaped.Append(rune.ToString());
                    break;
            }
        }

        return escaped.ToString();
    }
}
