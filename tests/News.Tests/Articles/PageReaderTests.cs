using System.Diagnostics;
using News.Articles;

namespace News.Tests.Articles;

public sealed class PageReaderTests
{
    private const string One = "The bridge over the river was reopened on Tuesday after repairs that took a year, officials said.";
    private const string Two = "Traffic had been sent through the old town, where shopkeepers complained of noise and of dust all summer.";
    private const string Three = "“We are glad,” said the mayor, who cut the ribbon in the rain before some two hundred people.";

    private static readonly Uri Address = new("https://www.example.com/news/bridge");

    [Fact]
    public void A_story_comes_without_what_stands_around_it()
    {
        const string Page = $"""
            <!DOCTYPE html><html lang="en-GB"><head><title>Bridge reopens - Example Wire</title>
            <meta property="og:title" content="Bridge reopens"><style>p::before</style></head>
            <body class="has-sidebar comments-open">
            <a class="sr-only" href="#main">Skip to content</a>
            <nav><ul><li><a href="/">Home</a></li><li><a href="/w">World</a></li></ul></nav>
            <div id="cookie-banner"><p>We use cookies to make this site better for you, and to count our readers.</p></div>
            <main><article>
            <header><h1>Bridge reopens</h1><p class="byline">By Jane Doe</p><time datetime="2025-01-28T10:00:00+03:00">Jan. 28</time></header>
            <div class="share-bar"><a href="x">Tweet</a><button>Copy</button></div>
            <figure><img src="b.jpg"><figcaption>The bridge in a file photo of last year, when it was closed. (Example/Jane Doe)</figcaption></figure>
            <p>{One}</p>
            <h2>Noise and dust</h2>
            <p>{Two}</p>
            <div class="newsletter-signup"><h3>Our newsletter</h3><p>Get the best of Example Wire in your inbox every morning. Subscribe now.</p></div>
            <ul><li>It is 200 metres long.</li><li>It cost <b>five</b> million.</li></ul>
            <p>Advertisement</p>
            <p>{Three}</p>
            <h2>Related stories</h2>
            <ul><li><a href="/1">A ferry sinks in the harbour</a></li><li><a href="/2">A tunnel is dug under the hill</a></li></ul>
            <div class="related"><p>Here is what else happened in the region today, told in some forty words.</p></div>
            </article>
            <section id="comments"><p>I never liked this bridge, and neither did anybody whom I ever met in this town, where I have lived.</p>
            <p>Nobody asked you, said another reader in a comment that is longer than the story that it stands under, by far.</p></section>
            </main>
            <aside><p>An aside that is about something else altogether, in a sentence of its own.</p></aside>
            <footer><p>© 2025 Example Wire. All rights reserved.</p></footer><script>var x = "<p>no</p>";</script>
            </body></html>
            """;
        var page = PageReader.Read(Page, Address);
        Assert.Equal(
            $"{One}\n\nNoise and dust\n\n{Two}\n\nIt is 200 metres long.\nIt cost five million.\n\n{Three}",
            page.Text);
        Assert.Equal("Bridge reopens", page.Title);
        Assert.Equal("Jane Doe", page.Byline);
        Assert.Equal(new DateTimeOffset(2025, 1, 28, 7, 0, 0, TimeSpan.Zero), page.Published);
        Assert.Equal("en-GB", page.Language);
        Assert.Null(page.CanonicalUrl);
    }

    [Fact]
    public void A_page_without_marks_is_read_where_its_text_is_dense()
    {
        var page = PageReader.Read(
            $"""
            <body><table><tr><td class=left><a href=1>World</a><br><a href=2>Sport</a></td>
            <td><div><b>Bridge reopens</b><br>{One}<br><br>{Two}<br><br>{Three}</div></td></tr></table>
            <div>Contact us | Imprint</div></body>
            """,
            url: null);
        Assert.Equal($"Bridge reopens\n{One}\n\n{Two}\n\n{Three}", page.Text);
    }

    [Fact]
    public void A_lead_outside_of_the_body_element_does_not_hide_the_body()
    {
        var page = PageReader.Read($"<article><div itemprop=articleBody><p>{One}<p>{Two}</div></article><article><p>{Three}</article>", url: null);
        Assert.Equal($"{One}\n\n{Two}", page.Text);
    }

    [Fact]
    public void A_wrapper_with_a_bad_name_is_kept()
    {
        // The class is about the page, or the whole page is a form.
        var page = PageReader.Read($"<form><div class='content with-sidebar paywall'><p>{One}</p><p>{Two}</p></div></form>", url: null);
        Assert.Equal($"{One}\n\n{Two}", page.Text);
    }

    [Fact]
    public void Unclosed_elements_are_closed_as_browsers_do()
    {
        var page = PageReader.Read($"<head><title>T<b></title><article><p>{One}<p>{Two}<ul><li>One item here.<li>And another.</ul><p>{Three}</span></article>", url: null);
        Assert.Equal($"{One}\n\n{Two}\n\nOne item here.\nAnd another.\n\n{Three}", page.Text);
        Assert.Equal("T<b>", page.Title);
    }

    [Fact]
    public void Linked_data_outranks_all_else()
    {
        const string Page = """
            <html lang=en><head><base href="/base/"><link rel="canonical" href="../news/b?id=1">
            <title>Other | Example</title><meta name="author" content="Meta Author"><meta property="article:published_time" content="2020-01-01">
            <script type="application/ld+json">{ broken</script>
            <script type="application/ld+json">
            {"@context":"https://schema.org","@graph":[{"@type":"Organization","name":"Example"},
             {"@type":["Thing","NewsArticle"],"headline":"Bridge &amp; road reopen","author":[{"@type":"Person","name":"Jane Doe"},{"name":"Ali  Hassan"}],
              "datePublished":"2025-01-28T10:00:00Z","inLanguage":"en-US",}]}
            </script></head><body><h1>Heading</h1></body></html>
            """;
        var page = PageReader.Read(Page, Address);
        Assert.Equal("Bridge & road reopen", page.Title);
        Assert.Equal("Jane Doe, Ali Hassan", page.Byline);
        Assert.Equal(new DateTimeOffset(2025, 1, 28, 10, 0, 0, TimeSpan.Zero), page.Published);
        Assert.Equal("https://www.example.com/news/b?id=1", page.CanonicalUrl);
        Assert.Equal("en-US", page.Language);
    }

    [Theory]
    [InlineData("<!-- {\"@type\":\"NewsArticle\",\"headline\":\"H\"} -->")]
    [InlineData("//<![CDATA[\n{\"@type\":\"NewsArticle\",\"headline\":\"H\"}\n//]]>")]
    [InlineData("[{\"@type\":\"BlogPosting\",\"headline\":\"H\"}]")]
    [InlineData("{\"@type\":\"ReportageNewsArticle\",\"headline\":\"H\",\"description\":\"a line\nbreak\"}")]
    [InlineData("{&quot;@type&quot;:&quot;Article&quot;,&quot;headline&quot;:&quot;H&quot;}")]
    [InlineData("{\"@type\":\"WebPage\",\"mainEntity\":{\"@type\":\"Article\",\"headline\":\"H\",\"author\":\"\\ud800\"}}")]
    public void Linked_data_is_read_as_sites_write_it(string script) =>
        Assert.Equal("H", PageReader.Read($"<script type='application/ld+json'>{script}</script><h1>other</h1>", url: null).Title);

    [Theory]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{\"@type\":5,\"headline\":{}}")]
    [InlineData("{\"@type\":\"NewsArticle\",\"headline\":7,\"author\":[[],null,3],\"datePublished\":{}}")]
    [InlineData("{{{{")]
    [InlineData("")]
    public void Linked_data_that_says_nothing_is_passed_over(string script) =>
        Assert.Equal("other", PageReader.Read($"<script type='application/ld+json'>{script}</script><h1>other</h1>", url: null).Title);

    [Theory]
    [InlineData("<title>Bridge reopens - Example Wire</title><h1>Bridge reopens</h1>", "Bridge reopens")]
    [InlineData("<title>Bridge reopens | World | Example</title><meta property=og:title content='Bridge reopens'>", "Bridge reopens")]
    [InlineData("<meta property=og:title content='Bridge reopens – Example Wire'><meta property=og:site_name content='Example wire'>", "Bridge reopens")]
    [InlineData("<title>Iraq - five dead</title>", "Iraq - five dead")]
    [InlineData("<title> Bridge\n reopens &amp; more </title>", "Bridge reopens & more")]
    [InlineData("<p>nothing</p>", null)]
    public void A_title_comes_without_the_sites_name(string html, string? title) => Assert.Equal(title, PageReader.Read(html, Address).Title);

    [Theory]
    [InlineData("<meta name=author content='By Jane Doe'>", "Jane Doe")]
    [InlineData("<meta property=article:author content='https://facebook.com/jane'><a rel=author>Jane Doe</a>", "Jane Doe")]
    [InlineData("<span itemprop=author><span itemprop=name>Jane Doe</span></span>", "Jane Doe")]
    [InlineData("<div class=article__byline>By <a>Jane Doe</a></div>", "Jane Doe")]
    [InlineData("<p>nobody</p>", null)]
    public void A_byline_is_the_authors_names(string html, string? byline) => Assert.Equal(byline, PageReader.Read(html, Address).Byline);

    [Theory]
    [InlineData("2025-01-28T10:00:00+03:00", "2025-01-28T07:00:00Z")]
    [InlineData("2025-01-28T10:00:00.123Z", "2025-01-28T10:00:00.123Z")]
    [InlineData("2025-01-28 10:00", "2025-01-28T10:00:00Z")]
    [InlineData("2025-01-28", "2025-01-28T00:00:00Z")]
    [InlineData("20250128", "2025-01-28T00:00:00Z")]
    [InlineData("Wed, 28 Jan 2025 10:00:00 EST", "2025-01-28T15:00:00Z")]
    [InlineData("Tue, 28 Jan 2025 10:00:00 +0300", "2025-01-28T07:00:00Z")]
    [InlineData("January 28, 2025", "2025-01-28T00:00:00Z")]
    [InlineData("1738058400", "2025-01-28T10:00:00Z")]
    [InlineData("1738058400000", "2025-01-28T10:00:00Z")]
    [InlineData("10:30", null)]
    [InlineData("today at 10:30", null)]
    [InlineData("2025-13-45", null)]
    [InlineData("9999999999999999", null)]
    public void A_date_is_an_instant_in_utc(string text, string? expected)
    {
        var published = PageReader.Read($"<meta property='article:published_time' content='{text}'>", url: null).Published;
        Assert.Equal(expected is null ? null : DateTimeOffset.Parse(expected), published);
        Assert.Equal(TimeSpan.Zero, (published ?? default).Offset);
    }

    [Theory]
    [InlineData("<link rel=canonical href=/a>", "https://www.example.com/a")]
    [InlineData("<link rel=canonical href='javascript:x'><meta property=og:url content='https://example.com/b'>", "https://example.com/b")]
    [InlineData("<base href='https://cdn.example/x/'><link rel=canonical href=a>", "https://cdn.example/x/a")]
    [InlineData("<link rel=canonical href='http://['>", null)]
    public void The_canonical_address_is_absolute(string html, string? canonical) =>
        Assert.Equal(canonical, PageReader.Read(html, Address).CanonicalUrl);

    [Fact]
    public void What_only_search_engines_are_told_is_read_too()
    {
        var page = PageReader.Read(
            $$"""<script type="application/ld+json">{"@type":"NewsArticle","headline":"H","articleBody":"{{One}}\n\n{{Two}}"}</script><p>Loading the story.</p>""",
            url: null);
        Assert.Equal($"{One}\n\n{Two}", page.Text);
    }

    [Theory]
    [InlineData("")]
    [InlineData("plain text")]
    [InlineData("<")]
    [InlineData("<html>")]
    [InlineData("{\"not\":\"html\"}")]
    public void What_is_hardly_a_page_is_read_without_complaint(string html) => Assert.NotNull(PageReader.Read(html, url: null).Text);

    public static TheoryData<string> Hostile => new(HostileHtml.Names);

    [Theory]
    [MemberData(nameof(Hostile))]
    public void A_megabyte_of_anything_is_read_within_a_second(string name)
    {
        var html = HostileHtml.Make(name);
        var watch = Stopwatch.StartNew();
        PageReader.Read(html, Address);
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(HostileHtml.SecondsAllowed), $"{name} took {watch.Elapsed}");
    }
}
