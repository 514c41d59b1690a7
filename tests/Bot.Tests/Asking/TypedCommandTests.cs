using Bot.Commands;

namespace Bot.Tests.Asking;

public sealed class TypedCommandTests
{
    [Theory]
    [InlineData("/recent", "recent", "")]
    [InlineData("recent", "recent", "")]
    [InlineData("  /RECENT  Iraq ", "recent", "keyword=Iraq")]
    [InlineData("/recent Iraq 24h", "recent", "keyword=Iraq since=24h")]
    [InlineData("/recent Iraq 24h 5", "recent", "count=5 keyword=Iraq since=24h")]
    [InlineData("/recent Iraq 5 24h", "recent", "count=5 keyword=Iraq since=24h")]
    [InlineData("/recent since:3d count:10", "recent", "count=10 since=3d")]
    [InlineData("/recent \"air strike\" OR drone since:3d", "recent", "keyword=\"air strike\" OR drone since=3d")]
    [InlineData("/recent 24h", "recent", "since=24h")]
    [InlineData("/recent 7", "recent", "count=7")]
    [InlineData("/watch add iraq (IRGC OR airstrike) AND Iraq", "watch add", "name=iraq query=(IRGC OR airstrike) AND Iraq")]
    [InlineData("/watch add iraq Iraq AND drone severity:high", "watch add", "name=iraq query=Iraq AND drone severity=high")]
    [InlineData("/watch add iraq title:Iraq", "watch add", "name=iraq query=title:Iraq")]
    [InlineData("/watch test Iraq AND drone 30d", "watch test", "query=Iraq AND drone since=30d")]
    [InlineData("/watch test Iraq 5", "watch test", "query=Iraq 5")]
    [InlineData("/watch alias", "watch alias", "")]
    [InlineData("/watch alias irgc", "watch alias", "handle=irgc")]
    [InlineData("/watch alias irgc \"Sepah\", Guardian Corps, سپاه", "watch alias", "handle=irgc names=\"Sepah\", Guardian Corps, سپاه")]
    [InlineData("/why", "why", "")]
    [InlineData("/why Airstrike hits depot", "why", "item=Airstrike hits depot")]
    [InlineData("/why https://wire.example/1 watchlist:iraq", "why", "item=https://wire.example/1 watchlist=iraq")]
    [InlineData("/watch list", "watch list", "")]
    [InlineData("/watch remove iraq", "watch remove", "name=iraq")]
    [InlineData("/feed add https://example.org/rss.xml", "feed add", "url=https://example.org/rss.xml")]
    [InlineData("/feed add https://example.org/rss.xml Example Wire", "feed add", "name=Example Wire url=https://example.org/rss.xml")]
    [InlineData("/feed remove Example Wire", "feed remove", "url=Example Wire")]
    [InlineData("/quotes", "quotes", "")]
    [InlineData("/quotes Jane Doe", "quotes", "speaker=Jane Doe")]
    [InlineData("/quotes by Jane Doe about Iraq 7d", "quotes", "about=Iraq since=7d speaker=Jane Doe")]
    [InlineData("/quotes about Iraq 7d", "quotes", "about=Iraq since=7d")]
    [InlineData("/quotes ABOUT worries about war", "quotes", "about=worries about war")]
    [InlineData("/quotes Jane Doe about:Iraq AND drone since:2w", "quotes", "about=Iraq AND drone since=2w speaker=Jane Doe")]
    [InlineData("/quotes about:\"air strike about noon\" speaker:Jane Doe", "quotes", "about=\"air strike about noon\" speaker=Jane Doe")]
    [InlineData("/quotes speaker:Doe about:Iraq since:24h", "quotes", "about=Iraq since=24h speaker=Doe")]
    [InlineData("/quotes @irgc", "quotes", "speaker=@irgc")]
    [InlineData("/quotes 3d", "quotes", "since=3d")]
    [InlineData("/recent about Iraq by night", "recent", "keyword=about Iraq by night")]
    [InlineData("", "help", "")]
    public void A_line_is_read_as_a_command(string line, string verb, string options)
    {
        var command = Assert.IsType<TypedReading.Command>(TypedCommand.Read(line));

        Assert.Equal(verb, command.Verb);
        Assert.Equal(options, string.Join(' ', command.Options.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => $"{pair.Key}={pair.Value}")));
    }

    [Theory]
    [InlineData("/recnt Iraq", "/recent Iraq 24h")]
    [InlineData("/watch", "/watch add")]
    [InlineData("/watch ad x y", "/watch add")]
    [InlineData("/feed look", "/feed list")]
    [InlineData("/watch add strikes drone since:3d", "takes no since")]
    public void What_is_no_command_is_answered_with_what_to_type(string line, string hint)
    {
        var wrong = Assert.IsType<TypedReading.Wrong>(TypedCommand.Read(line));

        Assert.Contains(hint, wrong.Answer.Cards[0].PlainText, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("90m", 90)]
    [InlineData("24h", 24 * 60)]
    [InlineData("3D", 3 * 24 * 60)]
    [InlineData("2w", 14 * 24 * 60)]
    [InlineData("0h", null)]
    [InlineData("h", null)]
    [InlineData("24", null)]
    [InlineData("-3d", null)]
    [InlineData("99999w", null)]
    [InlineData("3 d", null)]
    [InlineData("", null)]
    public void A_span_is_a_number_and_a_unit(string text, int? minutes)
    {
        Assert.Equal(minutes, SinceSpan.TryParse(text)?.TotalMinutes);
    }
}
