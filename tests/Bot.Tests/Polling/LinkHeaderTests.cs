using Bot.Polling;
using Bot.Tests.Fakes;

namespace Bot.Tests.Polling;

public sealed class LinkHeaderTests
{
    private static readonly Uri Document = new("https://example.org/blog/rss?x=1");

    [Theory]
    [InlineData("<https://hub.example.org/>; rel=\"hub\"", "hub https://hub.example.org/")]
    [InlineData("<https://hub.example.org/>; rel=hub, </rss>; rel=\"self\"", "hub https://hub.example.org/ | self https://example.org/rss")]
    [InlineData("<other>;rel=self", "self https://example.org/blog/other")]
    [InlineData("<?y=2>; rel=self", "self https://example.org/blog/rss?y=2")]
    [InlineData("<https://a.example/x,y;z>; title=\"a, b; c \\\" d\"; REL=\"Hub alternate\"", "Hub alternate https://a.example/x,y;z")]
    [InlineData("<https://a.example/>; rel=\"hub\"; rel=\"self\"", "hub https://a.example/")] // of two the first counts
    [InlineData("<https://a.example/>; anchor=\"https://other.example/\"; rel=hub", "")] // about another document
    [InlineData("<https://a.example/>; anchor=\"\"; rel=hub", "hub https://a.example/")]
    [InlineData("<https://a.example/>", "")]
    [InlineData("<ftp://a.example/>; rel=hub, <javascript:alert(1)>; rel=self", "")]
    [InlineData(", ,<https://a.example/> ; rel = 'hub' ;, <https://b.example/>;rel=self", "hub https://a.example/ | self https://b.example/")]
    [InlineData("https://a.example/; rel=hub", "hub https://a.example/")] // without brackets
    [InlineData("<https://a.example/; rel=hub", "hub https://a.example/")] // never closed
    [InlineData("<https://a.example/>; rel=\"hub", "hub https://a.example/")]
    [InlineData("<https://a.example/b\u00C3\u00BCcher>; rel=hub", "hub https://a.example/b%C3%BCcher")] // raw UTF-8
    [InlineData(";;;===\"\"\"<<<>>>", "")]
    public void A_link_header_is_read(string value, string expected) =>
        Assert.Equal(expected, string.Join(" | ", LinkHeader.Read([value], Document).Select(link => $"{link.Relations} {link.Target.AbsoluteUri}")));

    [Fact]
    public void Several_lines_are_one_list() =>
        Assert.Equal(2, LinkHeader.Read(["<https://a.example/>; rel=hub", "<https://b.example/>; rel=hub"], Document).Count);

    [Fact]
    public void A_relation_is_a_word_of_its_own()
    {
        Assert.True(LinkHeader.Names("alternate HUB", "hub"));
        Assert.False(LinkHeader.Names("hubs https://example.org/hub", "hub"));
    }

    [Theory]
    [InlineData(",")]
    [InlineData("<")]
    [InlineData("\"")]
    [InlineData("<a>;")]
    [InlineData("<a>;x=\"")]
    public void A_megabyte_of_nonsense_costs_no_time(string unit)
    {
        var began = System.Diagnostics.Stopwatch.GetTimestamp();
        LinkHeader.Read([string.Concat(Enumerable.Repeat(unit, 1_000_000 / unit.Length))], Document);
        Assert.True(System.Diagnostics.Stopwatch.GetElapsedTime(began) < Patience.WithABusyMachine); // what is quadratic takes minutes
    }
}
