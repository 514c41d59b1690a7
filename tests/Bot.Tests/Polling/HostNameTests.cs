using Bot.Polling;

namespace Bot.Tests.Polling;

public sealed class HostNameTests
{
    [Theory]
    [InlineData("http://xn--bcher-kva.example/", "bücher.example")]
    [InlineData("http://BÜCHER.example/", "bücher.example")]
    [InlineData("http://xn--80aswg.xn--p1ai/", "сайт.рф")]
    [InlineData("http://xn--wgv71a119e.jp/", "日本語.jp")]
    [InlineData("http://xn--pypal-4ve.com/", "xn--pypal-4ve.com")] // a Cyrillic а among Latin letters
    [InlineData("http://xn--a/", "xn--a")] // no punycode
    [InlineData("http://Example.ORG./", "example.org")]
    [InlineData("http://[::1]/", "[::1]")]
    public void A_host_is_shown_as_people_write_it_unless_that_could_deceive(string url, string shown) =>
        Assert.Equal(shown, HostName.Shown(new Uri(url)));

    [Theory]
    [InlineData("http://user:p%40ss@Example.ORG.:8080/a b?c=d#part", "http://example.org:8080/a%20b?c=d")]
    [InlineData("HTTPS://EXAMPLE.org:443/#x", "https://example.org/")]
    [InlineData("https://example.org/%7Ea/%2F?q=%26#", "https://example.org/~a/%2F?q=%26")]
    public void An_address_is_asked_for_without_what_is_not_the_servers_business(string url, string asked) =>
        Assert.Equal(asked, FeedAddress.ToAsk(new Uri(url)).AbsoluteUri);
}
