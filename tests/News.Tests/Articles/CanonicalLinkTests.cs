using News.Articles;

namespace News.Tests.Articles;

public sealed class CanonicalLinkTests
{
    [Theory]
    [InlineData("https://example.com/a")]
    [InlineData("http://example.com/a")]
    [InlineData("  HTTP://EXAMPLE.com:80/a/ ")]
    [InlineData("https://www.example.com:443/a#top")]
    [InlineData("//m.example.com/a")]
    [InlineData("https://amp.example.com/a/amp/")]
    [InlineData("https://mobile.example.com/amp/a")]
    [InlineData("https://example.com/a.amp?amp=1&outputType=amp")]
    [InlineData("https://user:secret@example.com//a//?")]
    [InlineData("https://example.com./a/index.html")]
    [InlineData("https://example.com/a?utm_source=rss&UTM_medium=feed&fbclid=1&gclid=2&mc_cid=3&at_medium=RSS&ns_mchannel=x")]
    [InlineData("https://example.com/a?CMP=share_btn&ocid=x&xtor=RSS-1&ref_src=twsrc&cmpid=7&partner=rss&emc=rss&source=rss&ref=rss")]
    [InlineData("https://www.google.com/url?rct=j&sa=t&url=https%3A%2F%2Fwww.example.com%2Fa%3Futm_source%3Dx&ct=ga")]
    [InlineData("https://news.google.com/news/url?sa=t&url=http://example.com/a")]
    [InlineData("https://www.google.com/amp/s/www.example.com/a/amp")]
    [InlineData("https://www-example-com.cdn.ampproject.org/c/s/www.example.com/a")]
    [InlineData("http://us.rd.yahoo.com/dailynews/rss/*http://example.com/a")]
    [InlineData("https://l.facebook.com/l.php?u=https%3A%2F%2Fexample.com%2Fa&h=x")]
    [InlineData("https://eur01.safelinks.protection.outlook.com/?url=https%3A%2F%2Fexample.com%2Fa&data=x")]
    [InlineData("https://www.youtube.com/redirect?event=video&q=https%3A%2F%2Fexample.com%2Fa")]
    [InlineData("https://duckduckgo.com/l/?uddg=https%3A%2F%2Fexample.com%2Fa")]
    public void One_page_has_one_canonical_link(string link) => Assert.Equal("https://example.com/a", CanonicalLink.Of(link));

    [Theory]
    [InlineData("https://news.google.com/rss/articles/CBMiLGh0dHBzOi8vd2lyZS5leGFtcGxlL3dvcmxkL3N0cmlrZS1oaXRzLWRlcG900gEA?oc=5", "https://wire.example/world/strike-hits-depot")]
    [InlineData("https://news.google.com/__i/rss/rd/articles/CBMiLGh0dHBzOi8vd2lyZS5leGFtcGxlL3dvcmxkL3N0cmlrZS1oaXRzLWRlcG900gEA", "https://wire.example/world/strike-hits-depot")]
    [InlineData("https://news.google.com/articles/CBMisQFodHRwczovL3dpcmUuZXhhbXBsZS93b3JsZC9hYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWHSAQA",
        "https://wire.example/world/aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa")]
    public void An_older_Google_News_link_holds_its_page(string link, string canonical) => Assert.Equal(canonical, CanonicalLink.Of(link));

    [Theory]
    [InlineData("https://example.com/?p=12", "https://example.com?p=12")]
    [InlineData("https://example.com/view?story=2&id=1", "https://example.com/view?id=1&story=2")]
    [InlineData("https://example.com/view?id=1&id=1", "https://example.com/view?id=1&id=1")]
    [InlineData("https://example.com/?cid=5&page=2&ref=v1.2&source=agency", "https://example.com?cid=5&page=2&ref=v1.2&source=agency")]
    [InlineData("https://example.com/A/b", "https://example.com/A/b")]
    [InlineData("https://example.com:8443/a", "https://example.com:8443/a")]
    [InlineData("https://example.com/champ", "https://example.com/champ")]
    [InlineData("https://www.com/a", "https://www.com/a")]
    [InlineData("https://m.co/a", "https://m.co/a")]
    [InlineData("https://en.m.wikipedia.org/wiki/Iraq", "https://en.wikipedia.org/wiki/Iraq")]
    [InlineData("https://münchen.example/ü?q=é", "https://xn--mnchen-3ya.example/%C3%BC?q=%C3%A9")]
    [InlineData("https://example.com/%c3%bc", "https://example.com/%C3%BC")]
    [InlineData("http://[::1]:80/a", "https://[::1]/a")]
    [InlineData("https://news.google.com/rss/articles/CBMiXyz?oc=5", "https://news.google.com/rss/articles/CBMiXyz?oc=5")]
    [InlineData("https://example.com/go?url=https://other.example/b", "https://example.com/go?url=https://other.example/b")]
    [InlineData("https://news.google.com/rss/articles/CBMiIEFVX3lxTE1ub3RhbmFkZHJlc3Nvbmx5YWtleTEyMzQ1?oc=5", "https://news.google.com/rss/articles/CBMiIEFVX3lxTE1ub3RhbmFkZHJlc3Nvbmx5YWtleTEyMzQ1?oc=5")]
    public void What_names_the_page_stays(string link, string canonical) => Assert.Equal(canonical, CanonicalLink.Of(link));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("  ")]
    [InlineData("/relative")]
    [InlineData("mailto:a@example.com")]
    [InlineData("javascript:alert(1)")]
    [InlineData("ftp://example.com/a")]
    [InlineData("file:///etc/passwd")]
    [InlineData("urn:uuid:1225c695-cfb8-4ebb-aaaa-80da344efa6a")]
    [InlineData("http://")]
    [InlineData("http:///x")]
    [InlineData("http://a..b/")]
    [InlineData("http://exa mple.com/")]
    [InlineData("http://example.com:99999/")]
    public void What_is_no_web_address_has_none(string? link) => Assert.Null(CanonicalLink.Of(link));

    [Fact]
    public void Hostile_links_do_not_throw()
    {
        string[] links =
        [
            "http://" + new string('a', 100_000), "http://e.com/" + new string('/', 100_000), "http://e.com/?" + new string('&', 8000),
            "http://\u202Eexample.com/", "http://\uD800.com/\uDFFF", "http://xn--\u0000.com", "http://%00.com/%", "http://e.com/%f?%=%&=%zz",
            "https://www.google.com/url?url=" + new string('%', 5000), "http://xn--a.com", "http://١٢٣.com", "http://0x7f.1/", "//",
            "https://www.google.com/url?url=https://www.google.com/url?url=https://www.google.com/url?url=https://www.google.com/url?url=x",
        ];
        foreach (var link in links)
            CanonicalLink.Of(link);
    }

    [Fact]
    public void Canonical_links_are_stable()
    {
        foreach (var link in new[] { "https://example.com?p=12", "https://example.com/a?b=%C3%BC", "https://example.com" })
            Assert.Equal(link, CanonicalLink.Of(CanonicalLink.Of(link)));
    }
}
