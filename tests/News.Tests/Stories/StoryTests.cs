using System.Diagnostics;
using News.Articles;
using News.Stories;

namespace News.Tests.Stories;

public sealed class StoryTests
{
    private static readonly DateTimeOffset Noon = new(2025, 1, 28, 12, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("Strike hits Al-Aq’im: 5 dead", "strike hits al aqim 5 dead")]
    [InlineData("“Strike” hits  al-Aq'im – 5 dead!", "strike hits al aqim 5 dead")]
    [InlineData("Strike hits Al-Aqim 5 dead - Example Wire", "strike hits al aqim 5 dead")]
    [InlineData("Strike hits Al-Aqim 5 dead | EXAMPLE WIRE", "strike hits al aqim 5 dead")]
    [InlineData("Strike hits Al-Aqim 5 dead – Example", "strike hits al aqim 5 dead")]
    [InlineData("Strike hits town - Other Paper", "strike hits town other paper")]
    [InlineData("Şırnak’ta ÉCOLE Straße Łódź", "sirnakta ecole strasse lodz")]
    [InlineData("ｅｘａｍｐｌｅ of width", "example of width")]
    [InlineData("العراق في بغداد علی ٢٠", "العراق في بغداد علي 20")]
    public void A_titles_key_is_its_words(string title, string key) =>
        Assert.Equal("title:" + key, Assert.Single(StoryKeys.Of(Make(title))));

    [Theory]
    [InlineData("Live updates")]
    [InlineData("Morning briefing - Example Wire")]
    [InlineData("!!! ??? ...")]
    [InlineData("")]
    public void A_title_of_two_words_says_too_little(string title) => Assert.Empty(StoryKeys.Of(Make(title)));

    [Fact]
    public void A_title_without_spaces_between_words_counts_by_its_letters() => Assert.Single(StoryKeys.Of(Make("伊拉克首都发生爆炸事件")));

    [Theory]
    [InlineData("https://www.example.com/a?utm_source=x", "link:https://example.com/a")]
    [InlineData("https://example.com/live#post-7", "link:https://example.com/live#post-7")]
    [InlineData("https://example.com/a#xtor=RSS-1", "link:https://example.com/a")]
    [InlineData("https://example.com/?p=7", "link:https://example.com?p=7")]
    public void A_link_makes_a_key(string link, string key) => Assert.Equal(key, Assert.Single(StoryKeys.Of(Make("Short", link: link))));

    [Theory]
    [InlineData("https://example.com/")]
    [InlineData("mailto:desk@example.com")]
    public void A_front_page_makes_none(string link) => Assert.Empty(StoryKeys.Of(Make("Short", link: link)));

    [Fact]
    public void One_link_from_two_feeds_is_one_story()
    {
        var index = new StoryIndex();
        Assert.Equal(1, index.Assign(Make("One headline for it", "A", "https://example.com/a")).Value);
        Assert.Equal(1, index.Assign(Make("Quite another headline here", "B", "http://m.example.com/a/", hours: 24 * 29)).Value);
        Assert.Equal(2, index.Assign(Make("One headline more today", "A", "https://example.com/b")).Value);
    }

    [Theory]
    [InlineData("B", "https://b.example/1", 0, true)]
    [InlineData("B", "https://b.example/1", 48, true)]
    [InlineData("B", "https://b.example/1", -48, true)]
    [InlineData("B", "https://b.example/1", 49, false)]
    [InlineData("A", "https://a.example/2", 6, true)]
    [InlineData("A", "https://a.example/2", 7, false)]
    [InlineData("A", null, 7, false)]
    [InlineData("A", "https://a.example/1", 24, true)]
    public void A_shared_title_joins_for_a_while(string source, string? link, int hours, bool joins)
    {
        var index = new StoryIndex();
        var first = index.Assign(Make("Morning briefing: what to know", "A", "https://a.example/1"));
        Assert.Equal(joins, index.Find(Make("Morning Briefing – what to know", source, link, hours)) == first);
    }

    [Fact]
    public void A_second_publisher_does_not_keep_a_series_together()
    {
        var index = new StoryIndex();
        Assert.Equal(1, index.Assign(Make("Morning briefing: what to know", "A", "https://a.example/1")).Value);
        Assert.Equal(1, index.Assign(Make("Morning briefing: what to know", "B", "https://b.example/1", 12)).Value);
        Assert.Equal(2, index.Assign(Make("Morning briefing: what to know", "A", "https://a.example/2", 24)).Value);
    }

    [Fact]
    public void The_latest_of_two_stories_under_one_title_is_joined()
    {
        var index = new StoryIndex();
        index.Assign(Make("Three words here", "A", "https://a.example/1"));
        var second = index.Assign(Make("Three words here", "A", "https://a.example/2", 24));
        Assert.Equal(second, index.Find(Make("Three words here", "B", "https://b.example/1", 25)));
    }

    [Fact]
    public void A_link_outranks_a_title()
    {
        var index = new StoryIndex();
        index.Add(Make("Three words here", "A", "https://a.example/1"), new StoryId(7));
        index.Add(Make("Three other words", "A", "https://a.example/2"), new StoryId(9));
        Assert.Equal(7, index.Find(Make("Three other words", "B", "https://a.example/1"))!.Value.Value);
        Assert.Equal(10, index.Assign(Make("Nothing known of this", "B")).Value);
    }

    [Fact]
    public void Articles_without_keys_are_stories_of_their_own()
    {
        var index = new StoryIndex();
        Assert.Equal([1L, 2L], new[] { index.Assign(Make("Untitled")).Value, index.Assign(Make("Untitled")).Value });
    }

    [Fact]
    public void What_is_forgotten_is_joined_no_more()
    {
        var index = new StoryIndex();
        index.Assign(Make("One old headline here", "A", "https://a.example/1"));
        index.Assign(Make("One new headline here", "A", "https://a.example/2", 48));
        index.Forget(Noon.AddHours(24));
        Assert.Null(index.Find(Make("One old headline here", "B", "https://a.example/1")));
        Assert.Equal(3, index.Assign(Make("One old headline here", "B")).Value);
        Assert.Equal(2, index.Find(Make("One new headline here", "B"))!.Value.Value);
    }

    [Fact]
    public void A_search_does_not_look_at_every_story()
    {
        var index = new StoryIndex();
        var watch = Stopwatch.StartNew();
        for (var i = 0; i < 30_000; i++)
            index.Assign(Make($"Headline number {i} of many", "A", $"https://a.example/{i}"));
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(60), $"took {watch.Elapsed}"); // quadratic takes minutes
    }

    [Fact]
    public void Every_letter_can_be_folded()
    {
        var all = string.Concat(Enumerable.Range(1, 0xFFFF).Where(c => c is < 0xD800 or > 0xDFFF).Select(c => (char)c));
        foreach (var part in all.Chunk(900))
            StoryKeys.Of(Make(new string(part)));
    }

    private static Article Make(string title, string source = "Example Wire", string? link = null, int hours = 0) => new()
    {
        Key = new ItemKey("guid:1"),
        Title = title,
        Text = "",
        Source = source,
        Link = link,
        CanonicalLink = CanonicalLink.Of(link),
        Published = Noon.AddHours(hours),
    };
}
