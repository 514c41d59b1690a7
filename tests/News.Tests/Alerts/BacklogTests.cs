using News.Alerts;
using News.Matching;
using News.Stories;

namespace News.Tests.Alerts;

public sealed class BacklogTests
{
    private static readonly DateTimeOffset Noon = new(2026, 1, 28, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void The_most_severe_comes_first_and_of_those_the_newest()
    {
        var page = Assert.Single(Backlog.Of(
            EachOfItsOwn(Alert("old and low", Severity.Low, -3), Alert("old and high", Severity.High, -2), Alert("new and high", Severity.High, -1), Alert("critical", Severity.Critical, -9)),
            Noon));

        Assert.Equal(["critical", "new and high", "old and high", "old and low"], page.Stories.Select(story => story.Headline));
        Assert.Equal("While nothing could be posted: 4 stories", page.Title);
    }

    [Fact]
    public void What_two_watchlists_found_is_one_line_as_severe_as_the_more_severe_of_them()
    {
        var (bridge, rain) = (new StoryId(1), new StoryId(2));
        var page = Assert.Single(Backlog.Of(
        [
            (bridge, Alert("A bridge fell", Severity.Normal) with { Watchlist = "bridges" }),
            (bridge, Alert("A bridge fell in Mosul", Severity.High) with { Watchlist = "mosul" }),
            (rain, Alert("Rain")),
        ], Noon));

        var line = page.Stories[0];
        Assert.Equal((Severity.High, "A bridge fell", "bridges, mosul"), (line.Severity, line.Headline, string.Join(", ", line.Watchlists)));
        Assert.Equal(2, page.Total);
    }

    [Fact]
    public void Two_stories_of_one_headline_are_two_lines() =>
        Assert.Equal(2, Assert.Single(Backlog.Of(EachOfItsOwn(Alert("Sirens in Tel Aviv"), Alert("Sirens in Tel Aviv")), Noon)).Total);

    [Theory]
    [InlineData(12, 60, 40, 1, "a dozen stories as they are usual are one message")]
    [InlineData(200, 60, 40, 12, "two hundred are pages, and none is left out")]
    [InlineData(30, 2000, 40, 5, "headlines as long as an article are cut")]
    [InlineData(8, 60, 3000, 8, "an address that fills a message has one to itself")]
    public void Pages_hold_every_story_and_no_more_than_a_message_takes(int stories, int headline, int address, int mostPages, string why)
    {
        var alerts = Enumerable.Range(0, stories).Select(at =>
            Alert($"{at} {string.Concat(Enumerable.Repeat("*words* ", headline / 8))}") with { Link = $"https://wire.example/{at}/{new string('a', address)}" });

        var pages = Backlog.Of(EachOfItsOwn([.. alerts]), Noon);

        Assert.True(pages.Length <= mostPages, $"{why}: {pages.Length}");
        Assert.Equal(stories, pages.Sum(page => page.Stories.Length));
        Assert.Equal(Enumerable.Range(1, pages.Length), pages.Select(page => page.Page));
        Assert.All(pages, page => Assert.Equal((pages.Length, stories), (page.Pages, page.Total)));
        Assert.All(pages, page => Assert.True(page.Stories.Sum(story => story.Headline.Length) <= 2_600, why));
    }

    [Fact]
    public void A_cut_headline_ends_behind_a_word_or_between_two_letters()
    {
        var words = Backlog.Of(EachOfItsOwn(Alert(string.Concat(Enumerable.Repeat("Baghdad ", 40)))), Noon)[0].Stories[0].Headline;
        var letters = Backlog.Of(EachOfItsOwn(Alert("x" + string.Concat(Enumerable.Repeat("🔥", 200)))), Noon)[0].Stories[0].Headline;

        Assert.EndsWith("Baghdad…", words, StringComparison.Ordinal);
        Assert.DoesNotContain('\uFFFD', string.Concat(letters.EnumerateRunes()));
        Assert.InRange(letters.Length, 100, 200);
    }

    private static IEnumerable<(StoryId, Alert)> EachOfItsOwn(params Alert[] alerts) => alerts.Select((alert, at) => (new StoryId(at + 1), alert));

    private static Alert Alert(string headline, Severity severity = Severity.Normal, int hours = 0) => new()
    {
        Watchlist = "iraq",
        Severity = severity,
        Headline = headline,
        Link = $"https://wire.example/{headline.Length}",
        Source = "Example Wire",
        Published = Noon + TimeSpan.FromHours(hours),
    };
}
