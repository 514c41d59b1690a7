using System.Xml.Linq;
using Bot.Polling;
using Bot.Sample;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;

namespace Bot.Tests.Polling;

public sealed class SampleWireTests : IAsyncLifetime, IDisposable
{
    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2025, 1, 15, 12, 0, 0, TimeSpan.Zero));
    private SampleWire _wire = null!;
    private FeedFetcher _fetcher = null!;

    public async Task InitializeAsync()
    {
        _wire = await SampleWire.StartAsync(_clock, default);
        var options = new PollingOptions { AllowedNetworks = ["127.0.0.1"] };
        _fetcher = new FeedFetcher(Options.Create(options), TimeProvider.System, System.Net.Dns.GetHostAddressesAsync);
    }

    public async Task DisposeAsync() => await _wire.DisposeAsync();

    public void Dispose() => _fetcher.Dispose();

    [Fact]
    public async Task Two_publishers_begin_with_old_news_and_a_new_story_comes_out_every_few_seconds()
    {
        Assert.Equal(["Tigris Wire", "Gulf Courier"], _wire.Sources.Select(source => source.Publisher));
        Assert.Equal((1, 1), await CountsAsync());

        _clock.Advance(SampleWire.DefaultPace);
        Assert.Equal((2, 1), await CountsAsync());
        _clock.Advance(SampleWire.DefaultPace);
        Assert.Equal((2, 2), await CountsAsync());
        _clock.Advance(TimeSpan.FromMinutes(2));
        Assert.Equal((6, 9), await CountsAsync());
    }

    [Fact]
    public async Task The_clock_of_a_feed_starts_with_its_first_poll_so_that_nothing_new_is_taken_for_old()
    {
        _clock.Advance(TimeSpan.FromMinutes(2));
        Assert.Equal((1, 1), await CountsAsync());
    }

    [Fact]
    public async Task A_feed_without_news_answers_not_modified()
    {
        var url = _wire.Sources[0].Url;
        var first = Assert.IsType<FetchOutcome.Fetched>(await _fetcher.FetchAsync(new FetchRequest(url), default));
        Assert.IsType<FetchOutcome.NotModified>(await _fetcher.FetchAsync(new FetchRequest(url, first.ETag), default));
        _clock.Advance(SampleWire.DefaultPace);
        Assert.IsType<FetchOutcome.Fetched>(await _fetcher.FetchAsync(new FetchRequest(url, first.ETag), default));
    }

    [Fact]
    public async Task Every_link_leads_to_a_page_with_the_story()
    {
        await CountsAsync();
        _clock.Advance(TimeSpan.FromMinutes(2));
        foreach (var source in _wire.Sources)
        {
            var links = (await XmlAsync(source.Url)).Descendants().Where(element => element.Name.LocalName is "item" or "entry")
                .Select(item => item.Elements().First(element => element.Name.LocalName == "link"))
                .Select(link => link.Attribute("href")?.Value ?? link.Value);
            foreach (var link in links)
                Assert.IsType<FetchOutcome.Fetched>(await _fetcher.FetchAsync(new FetchRequest(new Uri(link)), default));
        }
    }

    private async Task<(int Tigris, int Gulf)> CountsAsync() =>
        (await CountAsync(_wire.Sources[0].Url), await CountAsync(_wire.Sources[1].Url));

    private async Task<int> CountAsync(Uri url) =>
        (await XmlAsync(url)).Descendants().Count(element => element.Name.LocalName is "item" or "entry");

    private async Task<XDocument> XmlAsync(Uri url)
    {
        var fetched = Assert.IsType<FetchOutcome.Fetched>(await _fetcher.FetchAsync(new FetchRequest(url), default));
        return XDocument.Load(new MemoryStream(fetched.Body.ToArray()));
    }
}
