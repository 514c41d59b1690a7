using System.Net;
using System.Text;

namespace Bot.Tests.EndToEnd;

/// <summary>A small RSS feed, written by hand.</summary>
internal static class Rss
{
    public const string AirstrikeText =
        "<p>An airstrike hit an empty depot near Kirkuk in Iraq on Tuesday, the ministry said, and nobody was hurt.</p>"
        + "<p>“The building was empty, and it was known to be empty,” said Maj. Gen. Basim Halabi, a ministry spokesman.</p>"
        + "<p>Click here to subscribe to our newsletter.</p>";

    public static string Feed(params string[] items) =>
        $"<?xml version=\"1.0\" encoding=\"utf-8\"?><rss version=\"2.0\"><channel><title>Example Wire</title><link>https://wire.example/</link>{string.Concat(items)}</channel></rss>";

    public static string Item(string guid, string title, string html = AirstrikeText, string? link = null, DateTimeOffset? published = null)
    {
        var item = new StringBuilder("<item>");
        item.Append($"<guid isPermaLink=\"false\">{guid}</guid>");
        item.Append($"<title>{WebUtility.HtmlEncode(title)}</title>");
        item.Append($"<link>{WebUtility.HtmlEncode(link ?? $"https://wire.example/{guid}")}</link>");
        item.Append($"<pubDate>{(published ?? DateTimeOffset.UtcNow):r}</pubDate>");
        item.Append($"<description>{WebUtility.HtmlEncode(html)}</description>");
        return item.Append("</item>").ToString();
    }
}
