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

    /// <summary>A text with words of its own throughout, which no other's is like.</summary>
    public static string OwnText(string of)
    {
        var random = new Random(of.Aggregate(17, (sum, letter) => unchecked((sum * 31) + letter)));
        return $"<p>{string.Join(' ', Enumerable.Range(0, 60).Select(_ => string.Concat(Enumerable.Range(0, 3).Select(_ => $"{"bdfgklmnprst"[random.Next(12)]}{"aeiou"[random.Next(5)]}"))))}.</p>";
    }

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
