using System.Text;
using News.Feeds;

namespace News.Tests.Feeds;

/// <summary>What a feed says about itself: its own address, its hubs, how often to ask for it, and that it is over.</summary>
public sealed class FeedTimetableTests
{
    private const string Syndication = "xmlns:sy=\"http://purl.org/rss/1.0/modules/syndication/\"";

    [Theory]
    [InlineData("<ttl>15</ttl>", 15)]
    [InlineData("<ttl> 60 </ttl>", 60)]
    [InlineData("<ttl>0</ttl>", null)]
    [InlineData("<ttl>-1</ttl>", null)]
    [InlineData("<ttl>99999999</ttl>", null)]
    [InlineData("<ttl>soon</ttl>", null)]
    [InlineData("", null)]
    public void A_copy_may_be_kept_for_its_ttl(string channel, int? minutes) => Assert.Equal(
        minutes is { } number ? TimeSpan.FromMinutes(number) : null, Channel(channel).Timetable.TimeToLive);

    [Theory]
    [InlineData("<sy:updatePeriod>hourly</sy:updatePeriod>", 60)]
    [InlineData("<sy:updatePeriod> Daily\n</sy:updatePeriod><sy:updateFrequency>4</sy:updateFrequency>", 360)]
    [InlineData("<sy:updateFrequency>2</sy:updateFrequency><sy:updatePeriod>weekly</sy:updatePeriod>", 5040)]
    [InlineData("<sy:updatePeriod>monthly</sy:updatePeriod>", 43_200)]
    [InlineData("<sy:updatePeriod>yearly</sy:updatePeriod>", 525_600)]
    [InlineData("<sy:updatePeriod>hourly</sy:updatePeriod><sy:updateFrequency>0</sy:updateFrequency>", null)]
    [InlineData("<sy:updatePeriod>hourly</sy:updatePeriod><sy:updateFrequency>100000</sy:updateFrequency>", null)]
    [InlineData("<sy:updatePeriod>sometimes</sy:updatePeriod>", null)]
    [InlineData("<sy:updateFrequency>2</sy:updateFrequency>", null)]
    public void A_feed_changes_as_often_as_its_period_says(string channel, int? minutes) => Assert.Equal(
        minutes is { } number ? TimeSpan.FromMinutes(number) : null, Channel(channel).Timetable.UpdatePeriod);

    [Theory]
    [InlineData("<skipHours><hour>0</hour><hour>3</hour><hour>24</hour></skipHours>", "0 3")]
    [InlineData("<skipHours><hour>07</hour><hour>25</hour><hour>-1</hour><hour>x</hour></skipHours>", "7")]
    [InlineData("<skipHours/>", "")]
    public void Hours_without_news_are_known(string channel, string hours) =>
        Assert.Equal(hours, string.Join(' ', Channel(channel).Timetable.SkipHours));

    [Fact]
    public void A_day_without_an_hour_is_nonsense()
    {
        var hours = string.Concat(Enumerable.Range(0, 24).Select(hour => $"<hour>{hour}</hour>"));
        Assert.Empty(Channel($"<skipHours>{hours}</skipHours>").Timetable.SkipHours);
    }

    [Fact]
    public void Days_without_news_are_known() => Assert.Equal(
        "Sunday Saturday",
        string.Join(' ', Channel("<skipDays><day>Saturday</day><day>sunday</day><day>Holiday</day></skipDays>").Timetable.SkipDays));

    [Fact]
    public void A_channel_names_its_address_and_its_hubs()
    {
        var feed = Channel(
            "<link>https://wire.example/</link><atom:link rel=\"self\" href=\"/rss\"/><atom:link rel=\"hub\" href=\"https://hub.example/\"/>" +
            "<atom:link rel=\"hub\" href=\"https://other.example/\"/><atom:link rel=\"hub\" href=\"https://hub.example/\"/>");
        Assert.Equal("https://wire.example/rss", feed.Self);
        Assert.Equal("https://hub.example/ https://other.example/", string.Join(' ', feed.Hubs));
        Assert.Equal("https://wire.example/", feed.Link);
    }

    [Fact]
    public void An_Atom_feed_names_its_address_and_its_hubs()
    {
        var feed = Read(
            "<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:base=\"https://wire.example/\"><link rel=\"self\" href=\"atom.xml\"/>" +
            "<link rel=\"hub\" href=\"https://hub.example/\"/><link href=\"news\"/></feed>");
        Assert.Equal("https://wire.example/atom.xml", feed.Self);
        Assert.Equal("https://hub.example/", Assert.Single(feed.Hubs));
        Assert.Equal("https://wire.example/news", feed.Link);
    }

    [Fact]
    public void A_JSON_feed_names_its_address_and_its_hubs_and_says_when_it_is_over()
    {
        var feed = Read(
            "{\"version\":\"https://jsonfeed.org/version/1.1\",\"feed_url\":\"https://wire.example/feed.json\",\"expired\":true," +
            "\"hubs\":[{\"type\":\"rssCloud\",\"url\":\"https://cloud.example/\"},{\"type\":\"WebSub\",\"url\":\"https://hub.example/\"}],\"items\":[]}");
        Assert.Equal("https://wire.example/feed.json", feed.Self);
        Assert.Equal("https://hub.example/", Assert.Single(feed.Hubs));
        Assert.True(feed.IsExpired);
    }

    [Fact]
    public void A_feed_that_says_nothing_is_silent()
    {
        var feed = Channel("");
        Assert.Same(FeedTimetable.Silent, feed.Timetable);
        Assert.Null(feed.Self);
        Assert.Empty(feed.Hubs);
        Assert.False(feed.IsExpired);
    }

    private static Feed Channel(string content) =>
        Read($"<rss version=\"2.0\" {Syndication} xmlns:atom=\"http://www.w3.org/2005/Atom\"><channel>{content}<item><title>a</title></item></channel></rss>");

    private static Feed Read(string document) => Assert.IsType<FeedReading.Read>(
        FeedParser.Parse(Encoding.UTF8.GetBytes(document), null, new Uri("https://wire.example/"))).Feed;
}
