using System.Globalization;
using System.Text;

namespace Benchmarks;

/// <summary>
/// A page as news sites write it: scripts and styles, meta elements and linked data, menus, a story between share bars,
/// pictures, a newsletter box and teasers, then comments and a footer. About a tenth of it is the story's text.
/// </summary>
internal static class NewsPage
{
    /// <param name="paragraphs">Of the story; 20 make a page of some 60 KB.</param>
    public static string Write(int paragraphs)
    {
        var story = new NewsText(1, paragraphs * 300).Articles[0].Text.Split("\n\n");
        var page = new StringBuilder("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<title>Officials meet at the bridge | Example Wire</title>\n");
        for (var i = 0; i < 40; i++)
            page.Append(CultureInfo.InvariantCulture, $"<meta property=\"og:example{i}\" content=\"A value that nobody reads, number {i}\">\n<link rel=\"preload\" href=\"/static/chunk-{i}.js\" as=\"script\">\n");
        page.Append(
            """
            <meta property="og:title" content="Officials meet at the bridge"><meta property="og:site_name" content="Example Wire">
            <link rel="canonical" href="https://wire.example/world/bridge">
            <script type="application/ld+json">{"@context":"https://schema.org","@graph":[{"@type":"Organization","name":"Example Wire"},
            {"@type":"NewsArticle","headline":"Officials meet at the bridge","author":{"@type":"Person","name":"Jane Doe"},"datePublished":"2026-03-03T10:00:00Z"}]}</script>

            """);
        AppendScripts(page, 25);
        page.Append("</head>\n<body class=\"single has-sidebar\">\n<header class=\"site-header\"><nav class=\"menu menu--main\"><ul>\n");
        for (var i = 0; i < 60; i++)
            page.Append(CultureInfo.InvariantCulture, $"<li class=\"menu__item menu__item--{i}\"><a class=\"menu__link\" href=\"/section/{i}\" data-track=\"nav-{i}\"><span>Section {i}</span></a></li>\n");
        page.Append("</ul></nav></header>\n<main id=\"main\"><article class=\"article article--news\"><h1 class=\"article__title\">Officials meet at the bridge</h1>\n<p class=\"article__byline\">By <a rel=\"author\" href=\"/jane\">Jane Doe</a></p><time datetime=\"2026-03-03T10:00:00Z\">March 3, 2026</time>\n<div class=\"share-bar\"><a href=\"#x\">Post</a><a href=\"#y\">Mail</a></div>\n<div class=\"article__body\">\n");
        for (var i = 0; i < story.Length; i++)
            AppendParagraph(page, story[i], i);
        page.Append("</div></article>\n<aside class=\"sidebar\"><h2>Most read</h2>\n");
        for (var i = 0; i < 40; i++)
            page.Append(CultureInfo.InvariantCulture, $"<div class=\"teaser teaser--small\"><a class=\"teaser__link\" href=\"/world/story-{i}\"><img class=\"teaser__image\" loading=\"lazy\" src=\"/i/{i}.jpg\" srcset=\"/i/{i}-300.jpg 300w, /i/{i}-600.jpg 600w\" alt=\"\"><h3 class=\"teaser__title\">What else was told on day {i}</h3></a><p class=\"teaser__text\">A line about it, and hardly more.</p></div>\n");
        page.Append("</aside></main>\n<section id=\"comments\">\n");
        for (var i = 0; i < 20; i++)
            page.Append(CultureInfo.InvariantCulture, $"<div class=\"comment\" id=\"comment-{i}\"><b>Reader {i}</b><p>I never liked this bridge, &amp; neither did anybody whom I met in this town.</p></div>\n");
        page.Append("</section>\n<footer><p>&copy; 2026 Example Wire. All rights reserved.</p></footer>\n");
        AppendScripts(page, 15);
        return page.Append("</body>\n</html>\n").ToString();
    }

    private static void AppendParagraph(StringBuilder page, string text, int number)
    {
        var html = text.Replace("&", "&amp;", StringComparison.Ordinal).Replace("'", "&#8217;", StringComparison.Ordinal);
        page.Append("<p class=\"article__paragraph\" data-component=\"text-block\">").Append(html).Append("</p>\n");
        if (number % 6 == 2)
            page.Append(CultureInfo.InvariantCulture, $"<figure class=\"article__figure\"><picture><source srcset=\"/i/p{number}.webp\"><img src=\"/i/p{number}.jpg\" alt=\"The bridge\"></picture><figcaption>The bridge, seen from the north. Example/Jane Doe</figcaption></figure>\n");
        if (number % 9 == 4)
            page.Append("<div class=\"newsletter-box\"><p>Get the best of Example Wire in your inbox every morning.</p><form><input type=\"email\"><button>Sign up</button></form></div>\n<div class=\"ad ad--inline\" data-slot=\"mpu\"></div>\n");
    }

    private static void AppendScripts(StringBuilder page, int count)
    {
        for (var i = 0; i < count; i++)
            page.Append(CultureInfo.InvariantCulture, $"<script>(function(w,d){{var e=d.createElement(\"script\");e.async=true;if(w.x{i}<5&&w.y>3)e.src=\"https://cdn.example/{i}.js\";d.head.appendChild(e);w.q{i}=w.q{i}||[];w.q{i}.push(\"<b>\",{{id:{i},name:\"slot\"}})}})(window,document);</script>\n<style>.c{i}>a{{color:#333;margin:0 auto}}.c{i}:hover{{opacity:.8}}</style>\n");
    }
}
