using System.Net;
using Bot.Tests.Fakes;

namespace Bot.Tests.EndToEnd;

/// <summary>Articles' pages, and feeds that have only a teaser of them, written by hand.</summary>
internal static class Pages
{
    public const string Headline = "Airstrike hits depot near Kirkuk";

    public const string Teaser = "An airstrike hit an empty depot near Kirkuk in Iraq on Tuesday…";

    /// <summary>Stands in the story and not in its teaser.</summary>
    public const string Quote = "“The building was empty, and it was known to be empty,”";

    public const string Story =
        "<p>An airstrike hit an empty depot near Kirkuk in Iraq on Tuesday, the ministry said, and nobody was hurt.</p>"
        + $"<p>{Quote} said Maj. Gen. Basim Halabi, a ministry spokesman.</p>"
        + "<p>Rescue teams searched the ruins for three hours, he said, and the road to the refinery was open again by noon.</p>";

    public static string Of(string title = Headline, string story = Story, string head = "") =>
        $"""
        <!DOCTYPE html>
        <html lang="en"><head><title>{WebUtility.HtmlEncode(title)} | Example Wire</title>{head}</head>
        <body><nav><a href="/">Home</a> <a href="/world">World</a></nav>
        <article><h1>{WebUtility.HtmlEncode(title)}</h1>{story}</article>
        <footer>© Example Wire</footer></body></html>
        """;

    public static FakeFeedSite ServePage(this FakeFeedSite site, string path, string? page = null) => site.Serve(path, page ?? Of(), "text/html; charset=utf-8");

    /// <summary>An item that leads to a page of the site.</summary>
    public static string Item(FakeFeedSite site, string path, string title = Headline, string teaser = Teaser) =>
        Rss.Item(path, title, teaser, site.Url(path).AbsoluteUri);
}
