using News.Articles;
using News.Feeds;

namespace News.Tests.Articles;

public sealed class ArticleTests
{
    private static readonly DateTimeOffset Received = new(2025, 1, 28, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void A_guid_outranks_a_link() =>
        Assert.Equal("guid:tag:x,1", ItemKey.Of(new FeedItem { Id = " tag:x,1 ", Link = "https://example.com/a" }).Value);

    [Fact]
    public void A_link_outranks_the_content() =>
        Assert.Equal("link:https://example.com/a", ItemKey.Of(new FeedItem { Id = "  ", Link = "http://www.example.com/a?utm_source=x", Title = "t" }).Value);

    [Fact]
    public void Without_guid_and_link_the_content_is_the_key()
    {
        var key = ItemKey.Of(new FeedItem { Title = "t", Content = ItemText.FromHtml("c") });
        Assert.Matches("^hash:[0-9a-f]{64}$", key.Value);
        Assert.Equal(key, ItemKey.Of(new FeedItem { Title = "t", Content = ItemText.FromHtml("c"), Author = "someone" }));
        Assert.NotEqual(key, ItemKey.Of(new FeedItem { Title = "t", Content = ItemText.FromHtml("d") }));
    }

    [Fact]
    public void A_front_page_identifies_no_item()
    {
        // A feed that gives its site's address as every item's guid and link.
        var one = ItemKey.Of(new FeedItem { Id = "https://example.com/", Link = "https://example.com", Title = "one" });
        var two = ItemKey.Of(new FeedItem { Id = "https://example.com/", Link = "https://example.com", Title = "two" });
        Assert.StartsWith("hash:", one.Value, StringComparison.Ordinal);
        Assert.NotEqual(one, two);
    }

    [Fact]
    public void Places_on_one_page_are_different_items() => Assert.NotEqual(
        ItemKey.Of(new FeedItem { Link = "https://example.com/alerts#1" }),
        ItemKey.Of(new FeedItem { Link = "https://example.com/alerts#2" }));

    [Fact]
    public void A_guid_as_long_as_a_novel_is_kept_as_its_hash() =>
        Assert.Equal("guid:".Length + 64, ItemKey.Of(new FeedItem { Id = new string('x', 100_000) }).Value.Length);

    [Fact]
    public void An_article_carries_what_the_item_says()
    {
        var article = Make(new FeedItem
        {
            Title = "  Bridge\nreopens ",
            Content = ItemText.FromHtml("<p>The <b>bridge</b> reopened.</p><p>Traffic flows.</p>"),
            Summary = ItemText.FromText("Short."),
            Link = "https://www.example.com/a?utm_source=rss",
            Author = " Jane\nDoe ",
            Categories = ["World"],
            Published = Received.AddHours(-1),
        });

        Assert.Equal("Bridge reopens", article.Title);
        Assert.Equal("The bridge reopened.\n\nTraffic flows.", article.Text);
        Assert.Equal("https://www.example.com/a?utm_source=rss", article.Link);
        Assert.Equal("https://example.com/a", article.CanonicalLink);
        Assert.Equal("Jane Doe", article.Author);
        Assert.Equal("Example Wire", article.Source);
        Assert.Equal("en", article.Language);
        Assert.Equal("World", Assert.Single(article.Categories));
        Assert.Equal(Received.AddHours(-1), article.Published);
    }

    [Theory]
    [InlineData(null, null, 0)]
    [InlineData(-60, null, -60)]
    [InlineData(null, -30, -30)]
    [InlineData(-60, -30, -60)]
    [InlineData(60, null, 0)]
    [InlineData(-900_000_000, null, -900_000_000)]
    public void A_date_is_trusted_unless_it_lies_ahead(int? publishedMinutes, int? updatedMinutes, int expectedMinutes)
    {
        var item = new FeedItem
        {
            Title = "t",
            Published = publishedMinutes is { } published ? Received.AddMinutes(published) : null,
            Updated = updatedMinutes is { } updated ? Received.AddMinutes(updated) : null,
        };
        Assert.Equal(Received.AddMinutes(expectedMinutes), Make(item).Published);
    }

    [Fact]
    public void The_text_stands_in_for_a_missing_title()
    {
        var article = Make(new FeedItem { Content = ItemText.FromHtml("<p>" + string.Concat(Enumerable.Repeat("A sentence, ", 20)) + "</p><p>More</p>") });
        Assert.True(article.Title.Length <= 100);
        Assert.EndsWith("A sentence, A…", article.Title, StringComparison.Ordinal);
        Assert.Equal("Short one.", Make(new FeedItem { Content = ItemText.FromHtml("<p>Short<br>one.</p><p>More</p>"), Title = " " }).Title);
    }

    [Theory]
    [InlineData("👍")]
    [InlineData("x👍")]
    public void A_title_is_never_cut_inside_a_character(string piece)
    {
        var title = Make(new FeedItem { Content = ItemText.FromHtml(string.Concat(Enumerable.Repeat(piece, 200))) }).Title;
        Assert.True(title.Length <= 100);
        Assert.DoesNotContain('\uFFFD', System.Text.Encoding.UTF8.GetString(System.Text.Encoding.UTF8.GetBytes(title)));
    }

    [Fact]
    public void The_link_stands_in_where_there_is_no_text() =>
        Assert.Equal("https://example.com/a", Make(new FeedItem { Link = "https://example.com/a" }).Title);

    [Fact]
    public void A_sound_or_a_picture_without_words_and_page_goes_by_its_file()
    {
        var sound = Make(new FeedItem { Enclosures = [new Enclosure("https://example.com/siren%20in%20Kirkuk.mp3", "audio/mpeg", null)] });
        Assert.Equal("siren in Kirkuk.mp3", sound.Title);
        Assert.Equal("https://example.com/siren%20in%20Kirkuk.mp3", sound.Link);

        var picture = Make(new FeedItem { Content = ItemText.FromHtml("<img src=\"https://example.com/photos/bridge.jpg\">") });
        Assert.Equal("bridge.jpg", picture.Title);
        Assert.Equal("https://example.com/photos/bridge.jpg", picture.Link);
        Assert.Null(Make(new FeedItem { Title = "Bridge", Content = ItemText.FromHtml("<img src=\"https://example.com/photos/bridge.jpg\">") }).Link);
    }

    [Theory]
    [InlineData("<img src='https://example.com/a.jpg'>", true)]
    [InlineData("<p>Words.</p>", true)]
    [InlineData("<p> &nbsp; </p>", false)]
    [InlineData("<script>count()</script><img src='https://count.example/1.gif' width='1' height='1'>", false)]
    public void An_item_of_which_nothing_can_be_shown_says_nothing(string body, bool says)
    {
        Assert.Equal(says, Article.SaysSomething(new FeedItem { Id = "1", Content = ItemText.FromHtml(body) }));
        Assert.True(Article.SaysSomething(new FeedItem { Link = "https://example.com/a", Content = ItemText.FromHtml(body) }));
    }

    [Fact]
    public void An_empty_item_is_untitled() => Assert.Equal("Untitled", Make(new FeedItem()).Title);

    [Theory]
    [InlineData("<h1>“Bridge” reopens!</h1><p>Text.</p>", "Text.")]
    [InlineData("<p>'Bridge' Reopens</p>", "")]
    [InlineData("<p>Bridge reopens after a year.</p>", "Bridge reopens after a year.")]
    public void A_repeated_headline_is_dropped_from_the_text(string content, string text) =>
        Assert.Equal(text, Make(new FeedItem { Title = "\"Bridge\" reopens", Content = ItemText.FromHtml(content) }).Text);

    [Fact]
    public void A_summary_is_text_and_not_markup() =>
        Assert.Equal("a <b>\nc &amp;", Make(new FeedItem { Title = "t", Summary = ItemText.FromText(" a  <b>\nc &amp; ") }).Text);

    [Fact]
    public void A_blogs_signature_is_no_part_of_the_text() => Assert.Equal(
        "Text.",
        Make(new FeedItem { Title = "t", Content = ItemText.FromHtml("<p>Text.</p><p>The post <a>t</a> appeared first on <a>Iraq News</a>.</p>") }).Text);

    [Fact]
    public void A_caption_is_better_than_nothing()
    {
        const string Figure = "<figure><img><figcaption>The bridge.</figcaption></figure>";
        Assert.Equal("The bridge.", Make(new FeedItem { Title = "t", Content = ItemText.FromHtml(Figure) }).Text);
        Assert.Equal("Text.", Make(new FeedItem { Title = "t", Content = ItemText.FromHtml(Figure + "<p>Text.</p>") }).Text);
    }

    private static Article Make(FeedItem item) => Article.From(item, "Example Wire", Received, "en");
}
