using Bot.Commands;

namespace Bot.Tests.Asking;

public sealed class TypedAddressTests
{
    [Theory]
    [InlineData("https://example.org/rss", "https://example.org/rss")]
    [InlineData(" <http://example.org/rss> ", "http://example.org/rss")]
    [InlineData("HTTPS://Example.org", "https://example.org/")]
    [InlineData("example.org", "https://example.org/ http://example.org/")]
    [InlineData("www.example.org/news?a=1", "https://www.example.org/news?a=1 http://www.example.org/news?a=1")]
    [InlineData("//example.org/news", "https://example.org/news http://example.org/news")]
    [InlineData("example.org:8080/news", "https://example.org:8080/news http://example.org:8080/news")]
    [InlineData("localhost:8080/news", "https://localhost:8080/news http://localhost:8080/news")]
    [InlineData("127.0.0.1/news", "https://127.0.0.1/news http://127.0.0.1/news")]
    [InlineData("[::1]:8080/news", "https://[::1]:8080/news http://[::1]:8080/news")]
    [InlineData("feed:https://example.org/rss", "https://example.org/rss")]
    [InlineData("feed://example.org/rss", "https://example.org/rss http://example.org/rss")]
    [InlineData("rss:8080/news", "https://rss:8080/news http://rss:8080/news")]
    public void An_address_is_read_as_people_type_it(string typed, string meant)
    {
        Assert.Equal(meant, string.Join(' ', TypedAddress.Read(typed).Select(url => url.AbsoluteUri)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("reuters")]
    [InlineData("the news of today")]
    [InlineData("mailto:desk@example.org")]
    [InlineData("ftp://example.org/rss")]
    [InlineData("file:///etc/passwd")]
    [InlineData("javascript:alert(1)")]
    [InlineData("https://")]
    [InlineData("feed:")]
    public void What_is_no_web_address_is_none(string typed)
    {
        Assert.Empty(TypedAddress.Read(typed));
    }

    [Fact]
    public void Credentials_without_a_scheme_are_not_taken_for_a_scheme()
    {
        Assert.Equal("desk", TypedAddress.Read("desk@example.org/rss")[0].UserInfo);
        Assert.Equal("desk:secret", TypedAddress.Read("desk:secret@example.org/rss")[0].UserInfo);
    }
}
