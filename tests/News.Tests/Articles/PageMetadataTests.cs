using News.Articles;

namespace News.Tests.Articles;

/// <summary>What a page says of its article, to machines and to readers.</summary>
public sealed class PageMetadataTests
{
    private static readonly Uri Address = new("https://www.example-wire.com/world/ferry");

    [Theory]
    [InlineData("<title>Ferry comes back - examplewire</title>", "Ferry comes back")] // the host's name, without its hyphen
    [InlineData("<title>Example-Wire: x | Ferry comes back</title><h1>Ferry comes back</h1>", "Ferry comes back")]
    [InlineData("<title>Example Wire | Ferry comes back</title><meta property=og:site_name content='Example Wire'>", "Ferry comes back")]
    [InlineData("<meta property=og:title content='Example Wire'><meta property=og:site_name content='Example Wire'><title>Ferry comes back | Example Wire</title>", "Ferry comes back")]
    [InlineData("<h1>Example Wire</h1><h2>Ferry comes back</h2><title>Ferry comes back « Example Wire</title><meta property=og:site_name content='Example Wire'>", "Ferry comes back")]
    [InlineData("<h1>Menu and service</h1><title>Ferry comes back after a rough hour</title>", "Ferry comes back after a rough hour")] // a heading about something else
    [InlineData("<h1>Ferry comes back after an hour at sea</h1><title>Ferry comes back after an hour</title>", "Ferry comes back after an hour at sea")]
    [InlineData("<title>World - Ferry comes back</title><h1>Ferry comes back</h1>", "Ferry comes back")]
    [InlineData("<title>News</title><div itemprop=headline>Ferry comes back</div>", "Ferry comes back")]
    public void The_title_is_the_articles(string html, string title) => Assert.Equal(title, PageReader.Read(html, Address).Title);

    [Theory]
    [InlineData("By Jane Doe and Ali Hassan", "Jane Doe, Ali Hassan")]
    [InlineData("Jane Doe, Senior Editor", "Jane Doe")]
    [InlineData("Written by Jane Doe | Jan. 28, 2025", "Jane Doe")]
    [InlineData("Jane Doe January 18, 2025 11:00 PM", "Jane Doe")]
    [InlineData("Von Jürgen von der Lippe und Anna Öz", "Jürgen von der Lippe, Anna Öz")]
    [InlineData("Par Zoë Dupont", "Zoë Dupont")]
    [InlineData("ليلى حسن", "ليلى حسن")]
    [InlineData("by jane@example.com", null)]
    [InlineData("5 min read", null)]
    [InlineData("Share", null)]
    public void A_visible_byline_gives_its_names(string line, string? names) =>
        Assert.Equal(names, PageReader.Read($"<h1>Ferry</h1><p class=byline>{line}</p>", Address).Byline);

    [Theory]
    [InlineData("<meta name=author content='Example Wire'><meta property=og:site_name content='Example Wire'><h1>F</h1><p class=byline>By Jane Doe</p>", "Jane Doe")] // a person before the site
    [InlineData("<meta name=author content='Example Wire'><meta property=og:site_name content='Example Wire'>", "Example Wire")]
    [InlineData("<meta name=author content='@jane'>", null)]
    [InlineData("<meta name=author content='jdoe'><h1>F</h1><span class=author>Jane Doe</span>", "Jane Doe")]
    [InlineData("<h1>F</h1><div><a rel=author>Jane Doe</a>, <a rel=author>Ali Hassan</a></div><div class=more><p><a rel=author>Somebody Else</a></p></div>", "Jane Doe, Ali Hassan")]
    public void The_byline_is_of_people_where_there_are_any(string html, string? names) => Assert.Equal(names, PageReader.Read(html, Address).Byline);

    [Theory]
    [InlineData("<h1>F</h1><span class=date>28. Januar 2025</span>", "2025-01-28")]
    [InlineData("<h1>F</h1><span class=published>Published January 28, 2025</span>", "2025-01-28")]
    [InlineData("<h1>F</h1><span class=post-date>28 de enero de 2025</span>", "2025-01-28")]
    [InlineData("<h1>F</h1><span class=date>28.01.2025, 15:30 Uhr</span>", "2025-01-28")]
    [InlineData("<h1>F</h1><span class=date>1/28/2025</span>", "2025-01-28")]
    [InlineData("<h1>F</h1><span class=date>2025年1月28日</span>", "2025-01-28")]
    [InlineData("<h1>F</h1><span class=date>28 января 2025</span>", "2025-01-28")]
    [InlineData("<h1>F</h1><span class=date>1/2/2025</span>", null)] // January or February?
    [InlineData("<h1>F</h1><span class=date>31. Februar 2025</span>", null)]
    [InlineData("<h1>F</h1><span class=date>January 28</span>", null)]
    [InlineData("<h1>F</h1><p>On January 28, 2025 the ferry left.</p>", null)] // a day of the story
    [InlineData("<h1>Ferry</h1><div>Bern, 28.01.2025</div><p>Text</p>", "2025-01-28")]
    [InlineData("<script type='application/ld+json'>{\"@type\":\"WebPage\",\"datePublished\":\"2025-01-28\"}</script>", "2025-01-28")]
    public void A_day_is_read_as_readers_see_it(string html, string? day) =>
        Assert.Equal(day is null ? null : DateTimeOffset.Parse(day + "T00:00:00Z"), PageReader.Read(html, Address).Published);

    [Fact]
    public void Authors_are_looked_up_in_the_graph()
    {
        const string Page = """
            <script type="application/ld+json">{"@graph":[{"@type":"Article","headline":"H","author":{"@id":"#jane"}},{"@type":"Person","@id":"#jane","name":"Jane Doe"}]}</script>
            """;
        Assert.Equal("Jane Doe", PageReader.Read(Page, Address).Byline);
    }

    [Fact]
    public void A_title_or_byline_without_end_costs_no_more_than_its_length()
    {
        var ends = string.Concat(Enumerable.Repeat("a | ", 250_000));
        var by = string.Concat(Enumerable.Repeat("by ", 300_000));
        var page = PageReader.Read($"<title>{ends}</title><meta property=og:site_name content=a><meta name=author content='{by}'><h1>a</h1>", Address);
        Assert.NotNull(page.Title);
        Assert.Null(page.Byline);
    }
}
