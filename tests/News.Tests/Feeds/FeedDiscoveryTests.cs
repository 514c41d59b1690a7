using System.Collections.Immutable;
using System.Diagnostics;
using System.Text;
using News.Feeds;
using News.Tests.Articles;

namespace News.Tests.Feeds;

public sealed class FeedDiscoveryTests
{
    private const string Page = "https://www.wire.example/world/report.html";

    [Theory]
    [InlineData("<link rel=\"alternate\" type=\"application/rss+xml\" href=\"/rss\">", "https://www.wire.example/rss", FeedFormat.Rss)]
    [InlineData("<LINK REL=ALTERNATE TYPE=Application/Atom+XML HREF=a.atom>", "https://www.wire.example/world/a.atom", FeedFormat.Atom)]
    [InlineData("<link rel='alternate home' type='application/rdf+xml' href='/x.rdf'>", "https://www.wire.example/x.rdf", FeedFormat.Rdf)]
    [InlineData("<link rel='home\nAlternate' type='application/feed+json' href='/x'/>", "https://www.wire.example/x", FeedFormat.Json)]
    [InlineData("<link rel=alternate type=application/json href=/feed.json>", "https://www.wire.example/feed.json", FeedFormat.Json)]
    [InlineData("<link rel=alternate type='text/xml; charset=utf-8' href='/x?a=1&amp;b=2'>", "https://www.wire.example/x?a=1&b=2", null)]
    [InlineData("<link rel=alternate type=application/xml href=//rss.wire.example/all>", "https://rss.wire.example/all", null)]
    [InlineData("<link rel=feed href=/news>", "https://www.wire.example/news", null)]
    [InlineData("<link rel=alternate href=/index.xml title=RSS>", "https://www.wire.example/index.xml", null)]
    [InlineData("<link rel=alternate type=application/rss+xml href='feed://wire.example/x'>", "https://wire.example/x", FeedFormat.Rss)]
    [InlineData("<link rel=alternate type=application/rss+xml href='feed:http://wire.example/x'>", "http://wire.example/x", FeedFormat.Rss)]
    [InlineData("<link rel=alternate type=application/rss+xml href='rss:wire.example/x#top'>", "https://wire.example/x", FeedFormat.Rss)]
    [InlineData("<link rel=alternate type=application/rss+xml href=' \n/x '>", "https://www.wire.example/x", FeedFormat.Rss)]
    [InlineData("<body><p>text<div><link rel=alternate type=application/rss+xml href=/x>", "https://www.wire.example/x", FeedFormat.Rss)]
    [InlineData("<link rel=alternate type=application/rss+xml href=http://127.0.0.1:8080/x>", "http://127.0.0.1:8080/x", FeedFormat.Rss)]
    [InlineData("<link rel=alternate type=application/rss+xml href=https://feeds.other.example/x>", "https://feeds.other.example/x", FeedFormat.Rss)]
    [InlineData("<link type=application/rss+xml href=/x>", "https://www.wire.example/x", FeedFormat.Rss)]
    [InlineData("<link rel=RSS type=application/rss+xml href=/x>", "https://www.wire.example/x", FeedFormat.Rss)]
    [InlineData("<link rel=service.feed type=application/x.atom+xml href=/x>", "https://www.wire.example/x", FeedFormat.Atom)]
    [InlineData("<link rel=alternate type='application/rss xml' href=/x>", "https://www.wire.example/x", FeedFormat.Rss)]
    [InlineData("<link rel=alternate type=application/json title='JSON Feed' href=/x>", "https://www.wire.example/x", FeedFormat.Json)]
    public void A_declared_feed_is_the_first(string html, string url, FeedFormat? format)
    {
        var feed = Find(html)[0];
        Assert.Equal((url, format, FeedClue.Declared), (feed.Url.AbsoluteUri, feed.Format, feed.FoundBy));
    }

    [Theory]
    [InlineData("<link rel=alternate hreflang=de href=https://www.wire.example/de/feed>")]
    [InlineData("<link rel=alternate type=text/html href=/feed>")]
    [InlineData("<link rel=alternate media='(max-width: 640px)' href=https://m.wire.example/feed>")]
    [InlineData("<link rel='alternate stylesheet' type=application/rss+xml href=/x>")]
    [InlineData("<link rel=service.post type=application/atom+xml href=/x><link rel=edit type=application/atom+xml href=/y>")]
    [InlineData("<link rel=meta type=application/rdf+xml href=/foaf.rdf><link type=application/json href=/x>")]
    [InlineData("<a href=/data/export.xml>Export</a><a href=/sitemap.xml>XML</a>")]
    [InlineData("<a href=/feed/pictures>Pictures</a><a href=/rss/about.html>About</a>")]
    [InlineData("<link rel=stylesheet href=/feed.css><link rel=icon href=/rss.png>")]
    [InlineData("<link rel=alternate type=application/json href=https://www.wire.example/wp-json/wp/v2/posts/1>")]
    [InlineData("<link rel=alternate type=application/json+oembed href=/oembed?url=x><link rel=alternate type=text/xml+oembed href=/oembed?url=x&format=xml>")]
    [InlineData("<link rel=alternate type=application/atom+xml;type=entry href=/entry>")]
    [InlineData("<link rel=alternate type=application/activity+json href=/x>")]
    [InlineData("<link rel=alternate type=application/rss+xml>")]
    [InlineData("<link rel=alternate type=application/rss+xml href=''><link rel=alternate type=application/rss+xml href>")]
    [InlineData("<link rel=alternate type=application/rss+xml href='javascript:alert(1)'>")]
    [InlineData("<link rel=alternate type=application/rss+xml href='data:text/xml,x'><a href='mailto:rss@wire.example'>RSS</a>")]
    [InlineData("<link rel=alternate type=application/rss+xml href='https://'><a href='http://['>RSS</a>")]
    [InlineData("<!-- <link rel=alternate type=application/rss+xml href=/x> --><script>'<link rel=alternate type=application/rss+xml href=/x>'</script>")]
    [InlineData("<link rel=search type=application/opensearchdescription+xml href=/feed><link rel=EditURI type=application/rsd+xml href=/rsd.xml>")]
    [InlineData("<a href=https://other.example/feed>RSS</a>")]
    [InlineData("<a href=/about/rss.html>RSS feeds</a><a href=/rss.png>x</a>")]
    [InlineData("<a href=/story>The atom and its feeds of energy</a><a href=/xml>x</a><a href=/share?url=https://www.wire.example/feed>y</a>")]
    [InlineData("<a href=/sitemap.xml>sitemap</a><a href=/rss/sitemap.xml>RSS</a><a href=/feeds.opml>RSS list</a>")]
    [InlineData("<a href=#rss>RSS</a><a name=rss>RSS</a>")]
    [InlineData("<link rel=alternate type=application/rss+xml href=report.html>")]
    [InlineData("")]
    public void What_is_no_feed_is_not_found(string html) =>
        Assert.All(Find(html), feed => Assert.Equal(FeedClue.Guess, feed.FoundBy));

    [Theory]
    [InlineData("<a href=/feed>x</a>", "https://www.wire.example/feed")]
    [InlineData("<a href=/blog/feed/>x</a>", "https://www.wire.example/blog/feed/")]
    [InlineData("<a href=/world.rss>World</a>", "https://www.wire.example/world.rss")]
    [InlineData("<a href=https://wire.example/a.atom?x=1>x</a>", "https://wire.example/a.atom?x=1")]
    [InlineData("<a href=https://rss.wire.example/rss.xml>x</a>", "https://rss.wire.example/rss.xml")]
    [InlineData("<a href=/rss/world.xml>World</a>", "https://www.wire.example/rss/world.xml")]
    [InlineData("<a href='/?feed=rss2'>x</a>", "https://www.wire.example/?feed=rss2")]
    [InlineData("<a href='/index.php?format=feed&amp;type=atom'>x</a>", "https://www.wire.example/index.php?format=feed&type=atom")]
    [InlineData("<a href=/x type=application/rss+xml>x</a>", "https://www.wire.example/x")]
    [InlineData("<a href=/syndication><img src=i.png alt=RSS></a>", "https://www.wire.example/syndication")]
    [InlineData("<a href=/syndication title='RSS feed'><i class=icon></i></a>", "https://www.wire.example/syndication")]
    [InlineData("<a href=/syndication>Subscribe via <b>RSS</b></a>", "https://www.wire.example/syndication")]
    [InlineData("<a href=/syndication>Atom 1.0</a>", "https://www.wire.example/syndication")]
    [InlineData("<a href=/syndication>Feed", "https://www.wire.example/syndication")]
    [InlineData("<a href=feed:https://www.wire.example/x.rss>x</a>", "https://www.wire.example/x.rss")]
    [InlineData("<a href=https://feeds.feedburner.com/wire>Subscribe to the RSS feed</a>", "https://feeds.feedburner.com/wire")]
    [InlineData("<a href=/rss/world>World</a>", "https://www.wire.example/rss/world")]
    [InlineData("<a href=/world.xml>XML</a>", "https://www.wire.example/world.xml")]
    [InlineData("<a href=https://feeds.house.example/wire/rss.xml>Top stories</a>", "https://feeds.house.example/wire/rss.xml")]
    public void A_link_that_looks_like_a_feed_of_the_site_is_found(string html, string url)
    {
        var feed = Find(html)[0];
        Assert.Equal((url, FeedClue.Linked), (feed.Url.AbsoluteUri, feed.FoundBy));
    }

    [Fact]
    public void The_site_comes_before_its_comments_tags_and_authors()
    {
        const string Html = """
            <link rel="alternate" type="application/rss+xml" title="Wire &raquo; Bridge reopens Comments Feed" href="/2026/03/bridge/feed/">
            <link rel="alternate" type="application/rss+xml" title="Wire &raquo; Tag Bridges" href="/tag/bridges/feed/">
            <link rel="alternate" type="application/rss+xml" title="Wire &raquo; Feed" href="/feed/">
            <link rel="alternate" type="application/rss+xml" title="Wire &raquo; Comments Feed" href="/comments/feed/">
            <link rel="alternate" type="application/atom+xml" title="Wire &raquo; Atom" href="/feed/atom/">
            <a href="/author/jane/feed/">RSS</a> <a href="/sport.rss">Sport</a>
            """;
        Assert.Equal(
            ["/feed/", "/feed/atom/", "/sport.rss", "/2026/03/bridge/feed/", "/tag/bridges/feed/", "/comments/feed/", "/author/jane/feed/"],
            Find(Html).Select(feed => feed.Url.AbsolutePath));
    }

    [Theory]
    [InlineData("Comments on: Bridge reopens", true)]
    [InlineData("Wire » Kommentar-Feed", true)]
    [InlineData("Лента комментариев", true)]
    [InlineData("Wire » تغذیه دیدگاه‌ها", true)]
    [InlineData("Wire » Kommentarer", true)]
    [InlineData("Wire Commentary", false)]
    [InlineData("Wire » Feed", false)]
    public void Feeds_of_comments_are_known_by_their_titles(string title, bool isAside)
    {
        var feeds = Find($"<link rel=alternate type=application/rss+xml title='{title}' href=/x><link rel=alternate type=application/rss+xml href=/y>");
        Assert.Equal(isAside ? "/y" : "/x", feeds[0].Url.AbsolutePath);
    }

    [Fact]
    public void The_feed_of_a_category_is_no_aside_on_the_page_of_the_category()
    {
        const string Html = "<link rel=alternate type=application/rss+xml href=/category/water/feed/><link rel=alternate type=application/rss+xml href=/category/roads/feed/><a href=/feed>RSS</a>";
        Assert.Equal(
            ["/category/water/feed/", "/feed", "/category/roads/feed/"],
            Find(Html, "https://www.wire.example/category/water/").Select(feed => feed.Url.AbsolutePath));
    }

    [Fact]
    public void What_a_section_has_comes_before_what_the_whole_site_has()
    {
        const string Html = "<link rel=alternate type=application/rss+xml href=/rss><link rel=alternate type=application/rss+xml href=/world/iraq/rss>";
        Assert.Equal("/world/iraq/rss", Find(Html, "https://www.wire.example/world/iraq")[0].Url.AbsolutePath);
        Assert.Equal("/rss", Find(Html, "https://www.wire.example/world/iran")[0].Url.AbsolutePath);
        Assert.Equal("/rss", Find(Html, "https://www.wire.example/world/iraq-war")[0].Url.AbsolutePath);
    }

    [Fact]
    public void What_a_blog_has_under_an_article_is_its_comments_in_any_language()
    {
        const string Html = "<link rel=alternate type=application/rss+xml title='X' href=/feed/><link rel=alternate type=application/rss+xml title='Y' href=/2026/03/bridge/feed/>";
        Assert.Equal("/feed/", Find(Html, "https://www.wire.example/2026/03/bridge/")[0].Url.AbsolutePath);
    }

    /// <summary>What a page offers programs as JSON, or has in another language as XML, is seldom a feed.</summary>
    [Theory]
    [InlineData("<link rel=alternate type=application/json href=/api/page/1>")]
    [InlineData("<link rel=alternate type=application/xml hreflang=de href=/de/page.xml>")]
    public void What_may_be_a_feed_by_its_type_does_not_pass_for_one(string html)
    {
        var feeds = Find(html);
        Assert.Equal(FeedClue.Linked, feeds[0].FoundBy);
        Assert.Contains(feeds, feed => feed.FoundBy == FeedClue.Guess);
        Assert.Equal("/x", Find(html + "<link rel=alternate type=application/rss+xml href=/x>")[0].Url.AbsolutePath);
    }

    [Fact]
    public void An_address_that_a_page_has_both_ways_is_taken_with_https() => Assert.Equal(
        "https://wire.example/feed",
        Assert.Single(Find("<link rel=feed href=http://www.wire.example/feed/><link rel=feed href=https://wire.example/feed>")).Url.AbsoluteUri);

    [Theory]
    [InlineData("<meta http-equiv=refresh content='0; url=/en/'>", "https://www.wire.example/en/")]
    [InlineData("<META HTTP-EQUIV=Refresh CONTENT=\"3;URL='https://other.example/x?a=1&amp;b=2'\">", "https://other.example/x?a=1&b=2")]
    [InlineData("<meta http-equiv=refresh content='300'>", null)]
    [InlineData("<meta http-equiv=refresh content='300; url=/en/'>", null)]
    [InlineData("<meta http-equiv=refresh content='0; url=https://www.wire.example/world/report.html'>", null)]
    [InlineData("<meta http-equiv=refresh content='0; url=javascript:x'>", null)]
    [InlineData("<meta http-equiv=refresh content=';;url'>", null)]
    public void A_page_that_sends_its_reader_on_says_where(string html, string? url) =>
        Assert.Equal(url, FeedDiscovery.Forward(Encoding.UTF8.GetBytes(html), "text/html", new Uri(Page))?.AbsoluteUri);

    [Fact]
    public void A_page_leads_nobody_to_an_address_with_a_password() =>
        Assert.Null(FeedDiscovery.Forward("<meta http-equiv=refresh content='0; url=http://u:p@wire.example/rss'>"u8.ToArray(), "text/html", new Uri(Page)));

    [Fact]
    public void A_base_counts_for_what_stands_before_it_too()
    {
        var feeds = Find("<link rel=alternate type=application/rss+xml href=a.rss><base href='/news/'><base href='/other/'><a href=b.rss>b</a>");
        Assert.Equal(["/news/a.rss", "/news/b.rss"], feeds.Select(feed => feed.Url.AbsolutePath));
    }

    [Theory]
    [InlineData("javascript:x")]
    [InlineData("http://[")]
    [InlineData("")]
    public void A_base_that_leads_nowhere_is_passed_over(string address) =>
        Assert.Equal("/world/a.rss", Find($"<base href='{address}'><link rel=feed href=a.rss>")[0].Url.AbsolutePath);

    [Fact]
    public void One_address_comes_once_with_all_that_is_known_of_it()
    {
        var feeds = Find("<link rel=feed href=http://wire.example/all><a href=/all/ type=application/atom+xml>All the&nbsp;news &amp; <b>more</b></a><a href=/all#x>RSS</a>");
        var feed = Assert.Single(feeds);
        Assert.Equal(new DiscoveredFeed(new Uri("https://www.wire.example/all/"), "All the news & more", FeedFormat.Atom, FeedClue.Declared), feed);
    }

    [Theory]
    [InlineData("title='Wire &amp; Plain  &#8211; RSS'", "Wire & Plain – RSS")]
    [InlineData("title='AT&amp;amp;T &lt;b&gt;'", "AT&T")]
    [InlineData("title=''", null)]
    [InlineData("", null)]
    public void Titles_are_plain_text(string attribute, string? title) =>
        Assert.Equal(title, Find($"<link rel=alternate type=application/rss+xml href=/x {attribute}>")[0].Title);

    [Fact]
    public void A_long_title_is_cut() =>
        Assert.Equal(200, Find($"<link rel=alternate type=application/rss+xml href=/x title='{new string('x', 5000)}'>")[0].Title!.Length);

    [Theory]
    [InlineData("https://www.youtube.com/channel/UCabc/videos", "", "https://www.youtube.com/feeds/videos.xml?channel_id=UCabc")]
    [InlineData("https://www.youtube.com/playlist?list=PLabc", "", "https://www.youtube.com/feeds/videos.xml?playlist_id=PLabc")]
    [InlineData("https://www.youtube.com/user/wire", "", "https://www.youtube.com/feeds/videos.xml?user=wire")]
    [InlineData("https://www.youtube.com/@wire", "<link rel=canonical href=https://www.youtube.com/channel/UCabc>", "https://www.youtube.com/feeds/videos.xml?channel_id=UCabc")]
    [InlineData("https://youtu.be/abc?list=PLabc", "", "https://www.youtube.com/feeds/videos.xml?playlist_id=PLabc")]
    [InlineData("https://www.youtube.com/@wire", "<meta property=og:url content=https://www.youtube.com/channel/UCabc>", "https://www.youtube.com/feeds/videos.xml?channel_id=UCabc")]
    [InlineData("https://www.youtube.com/watch?v=abc", "<meta itemprop=identifier content=abc><meta itemprop=channelId content=UCabc>", "https://www.youtube.com/feeds/videos.xml?channel_id=UCabc")]
    [InlineData("https://github.com/orgs/wire/repositories", "", "https://github.com/wire.atom")]
    [InlineData("https://github.com/wire/bridge/commits/fix/deck", "", "https://github.com/wire/bridge/commits/fix/deck.atom")]
    [InlineData("https://social.example/@wire/1234", "<link rel=alternate type=application/activity+json href=/users/wire/statuses/1234>", "https://social.example/@wire.rss")]
    [InlineData("https://news.google.com/search?q=bridge&hl=en-US", "", "https://news.google.com/rss/search?q=bridge&hl=en-US")]
    [InlineData("https://news.google.com/topics/CAAq?hl=en-US", "", "https://news.google.com/rss/topics/CAAq?hl=en-US")]
    [InlineData("https://news.google.com/home?hl=en-US", "", "https://news.google.com/rss?hl=en-US")]
    [InlineData("https://www.bing.com/news/search?q=bridge", "", "https://www.bing.com/news/search?q=bridge&format=rss")]
    [InlineData("https://github.com/wire/bridge", "", "https://github.com/wire/bridge/releases.atom")]
    [InlineData("https://github.com/wire/bridge/commits/main/", "", "https://github.com/wire/bridge/commits/main.atom")]
    [InlineData("https://github.com/wire/bridge/tags", "", "https://github.com/wire/bridge/tags.atom")]
    [InlineData("https://github.com/wire", "", "https://github.com/wire.atom")]
    [InlineData("https://www.reddit.com/r/bridges/", "", "https://www.reddit.com/r/bridges/.rss")]
    [InlineData("https://www.reddit.com/user/wire", "", "https://www.reddit.com/user/wire/.rss")]
    [InlineData("https://social.example/@wire", "<link rel=alternate type=application/activity+json href=/users/wire>", "https://social.example/@wire.rss")]
    [InlineData("https://medium.com/@wire", "", "https://medium.com/feed/@wire")]
    [InlineData("https://medium.com/bridge-weekly/story-1", "", "https://medium.com/feed/bridge-weekly")]
    [InlineData("https://medium.com/tag/water", "", "https://medium.com/feed/tag/water")]
    [InlineData("https://wire.medium.com/", "", "https://wire.medium.com/feed")]
    [InlineData("https://wire.substack.com/p/bridge", "", "https://wire.substack.com/feed")]
    [InlineData("https://wire.tumblr.com/", "", "https://wire.tumblr.com/rss")]
    [InlineData("https://wire.blogspot.com/2026/03/x.html", "", "https://wire.blogspot.com/feeds/posts/default")]
    [InlineData("https://wire.wordpress.com/about/", "", "https://wire.wordpress.com/feed/")]
    [InlineData("https://bsky.app/profile/wire.example", "", "https://bsky.app/profile/wire.example/rss")]
    [InlineData("https://wire.example/a/b", "<meta name=generator content='WordPress 6.5'>", "https://wire.example/feed/")]
    [InlineData("https://wire.example/blog/a", "<meta name=generator content='WordPress 6.5'><link rel='https://api.w.org/' href='https://wire.example/blog/wp-json/'>", "https://wire.example/blog/feed/")]
    [InlineData("https://wire.example/", "<meta content=blogger name=generator>", "https://wire.example/feeds/posts/default")]
    [InlineData("https://wire.example/", "<meta name=Generator content='Hugo 0.140'>", "https://wire.example/index.xml")]
    public void Known_platforms_have_their_feeds_in_known_places(string address, string html, string url)
    {
        var feed = Find(html, address)[0];
        Assert.Equal((url, FeedClue.Platform), (feed.Url.AbsoluteUri, feed.FoundBy));
        Assert.NotNull(feed.Format);
    }

    [Theory]
    [InlineData("https://github.com/features/actions")]
    [InlineData("https://www.youtube.com/")]
    [InlineData("https://medium.com/")]
    [InlineData("https://www.youtube.com/playlist?list=")]
    [InlineData("https://t.me/s/wire")]
    [InlineData("https://x.com/wire")]
    public void A_host_that_many_share_is_not_guessed_at(string address) => Assert.Empty(Find("", address));

    [Theory]
    [InlineData("https://social.example/@wire")]
    [InlineData("https://notmedium.com/@wire")]
    public void What_is_like_a_platform_is_none(string address) =>
        Assert.All(Find("", address), feed => Assert.Equal(FeedClue.Guess, feed.FoundBy));

    [Fact]
    public void Where_nothing_is_declared_common_places_are_guessed_last()
    {
        Assert.Equal(
            ["/feed", "/rss", "/feed.xml", "/rss.xml", "/atom.xml", "/index.xml", "/feed.json", "/feeds/posts/default"],
            Find("<p>text</p>").Select(feed => feed.Url.PathAndQuery));
        var feeds = Find("<a href=/rss>RSS</a>");
        Assert.Equal(FeedClue.Linked, feeds[0].FoundBy);
        Assert.Equal(7, feeds.Count(feed => feed.FoundBy == FeedClue.Guess));
    }

    [Fact]
    public void A_folder_that_is_a_site_of_its_own_is_asked_before_the_root()
    {
        var feeds = Find("", "https://host.example/~jane/");
        Assert.Equal("https://host.example/~jane/feed", feeds[0].Url.AbsoluteUri);
        Assert.Equal("https://host.example/feed", feeds[8].Url.AbsoluteUri);
        Assert.Equal(16, feeds.Length);
    }

    [Fact]
    public void Nothing_is_guessed_where_the_page_declares_a_feed_but_of_comments() =>
        Assert.Multiple(
            () => Assert.Single(Find("<link rel=alternate type=application/rss+xml href=/x>")),
            () => Assert.Equal(9, Find("<link rel=alternate type=application/rss+xml href=/comments/feed>").Length));

    [Fact]
    public void Any_encoding_is_read()
    {
        var html = "<link rel=alternate type=application/rss+xml href=/x title='Şükrü'>";
        Assert.Equal("Şükrü", FeedDiscovery.Find(Encoding.Unicode.GetBytes($"\uFEFF{html}"), "text/html", new Uri(Page))[0].Title);
        Assert.Equal("Şükrü", Find(html)[0].Title);
    }

    [Fact]
    public void No_more_than_fifty_are_given()
    {
        var html = string.Concat(Enumerable.Range(0, 5000).Select(i => $"<link rel=alternate type=application/rss+xml href=/{i}>"));
        Assert.Equal(FeedDiscovery.MaxFeeds, Find(html).Length);
        Assert.Equal(FeedDiscovery.MaxFeeds, Find(html.Replace("<link", "<a", StringComparison.Ordinal)).Length);
    }

    public static TheoryData<string> Hostile => new(
        "<link ", "<link", "<link rel=alternate ", "<link rel=alternate type=application/rss+xml href=/", "<link rel='", "<a href=/rss>", "<a href=/rss ",
        "<a href=x>RSS", "<a href='", "<base href=x>", "<link rel=alternate type=application/rss+xml href='javascript:x'>", "<a href=/x title=RSS></a>",
        "<link rel='a a a a a a a a a a a a a a a' type=a href=a>", "<a href=//a/rss>rss ", "<link rel=feed href=", "\0", "<a href=&#47;rss>&nbsp;");

    [Theory]
    [MemberData(nameof(Hostile))]
    public void A_megabyte_of_anything_is_read_within_a_second(string piece)
    {
        var html = string.Concat(Enumerable.Repeat(piece, 1_000_000 / piece.Length));
        var watch = Stopwatch.StartNew();
        var feeds = Find(html);
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(HostileHtml.SecondsAllowed), $"{piece} took {watch.Elapsed}");
        Assert.True(feeds.Length <= FeedDiscovery.MaxFeeds);
    }

    [Fact]
    public void An_address_of_a_megabyte_is_none() =>
        Assert.All(Find($"<link rel=feed href='/{new string('x', 1_000_000)}'>"), feed => Assert.Equal(FeedClue.Guess, feed.FoundBy));

    private static ImmutableArray<DiscoveredFeed> Find(string html, string address = Page) =>
        FeedDiscovery.Find(Encoding.UTF8.GetBytes(html), "text/html", new Uri(address));
}
