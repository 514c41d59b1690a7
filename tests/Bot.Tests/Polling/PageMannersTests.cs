using Bot.Pages;
using Bot.Tests.EndToEnd;
using Microsoft.AspNetCore.Http;
using News.Articles;

namespace Bot.Tests.Polling;

/// <summary>Pages are fetched as politely as feeds are, on a clock that the test moves.</summary>
public sealed class PageMannersTests : IAsyncLifetime
{
    private PollerUnderTest _bot = null!;

    public async Task InitializeAsync()
    {
        _bot = await PollerUnderTest.OpenAsync();
        _bot.Settings["Polling:PerHost"] = "1";
        _bot.Settings["Articles:Timeout"] = "00:02:00";
    }

    public async Task DisposeAsync() => await _bot.DisposeAsync();

    [Fact]
    public async Task A_site_has_its_pause_between_two_pages()
    {
        _bot.Settings["Polling:HostPause"] = "00:00:10";
        var asked = new List<DateTimeOffset>();
        await FollowWireAsync();
        foreach (var path in (string[])["/1", "/2", "/3"])
        {
            _bot.Site.On(path, async context =>
            {
                asked.Add(_bot.Now);
                context.Response.ContentType = "text/html";
                await context.Response.WriteAsync(EndToEnd.Pages.Of());
            });
        }

        var reading = Task.WhenAll(ReadAsync("/1"), ReadAsync("/2"), ReadAsync("/3"));
        await _bot.UntilAsync(() => Task.FromResult(reading.IsCompleted), TimeSpan.FromSeconds(1));

        Assert.All(await reading, full => Assert.False(full.IsTeaser));
        Assert.InRange(asked[1] - asked[0], TimeSpan.FromSeconds(10), TimeSpan.FromMinutes(1));
        Assert.InRange(asked[2] - asked[1], TimeSpan.FromSeconds(10), TimeSpan.FromMinutes(1));
    }

    [Fact]
    public async Task A_site_that_has_had_enough_of_pages_is_asked_for_no_more_of_them_and_for_its_feed_all_the_same()
    {
        _bot.Site.Answer("/1", 429, "Retry-After: 600").ServePage("/2");
        await FollowWireAsync();

        var refused = await ReadAsync("/1");
        var left = await ReadAsync("/2");
        await _bot.PollAsync();
        _bot.Clock.Advance(TimeSpan.FromMinutes(11));
        var after = await ReadAsync("/2");

        Assert.Contains("HTTP 429 Too Many Requests", refused.Note, StringComparison.Ordinal);
        Assert.Contains("asked to be left alone until Wednesday 12:10 UTC", left.Note, StringComparison.Ordinal);
        Assert.False(after.IsTeaser);
        Assert.Equal((2, 1), (_bot.Site.CountOf("/wire"), _bot.Site.CountOf("/2")));
    }

    [Fact]
    public async Task A_site_that_asked_its_feed_s_readers_to_stay_away_is_asked_for_no_page()
    {
        _bot.Site.Answer("/wire", 429, "Retry-After: 600");
        await _bot.FollowAsync("/wire");
        await _bot.PollAsync();

        Assert.Contains("asked to be left alone", (await ReadAsync("/1")).Note, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_wants_the_same_page_at_the_same_time_waits_for_one_answer()
    {
        var answer = new TaskCompletionSource();
        await FollowWireAsync();
        _bot.Site.On("/1", async context =>
        {
            await answer.Task;
            context.Response.ContentType = "text/html";
            await context.Response.WriteAsync(EndToEnd.Pages.Of());
        });

        var both = Task.WhenAll(ReadAsync("/1"), ReadAsync("/1"));
        await _bot.UntilAsync(() => Task.FromResult(_bot.Site.CountOf("/1") > 0), TimeSpan.Zero);
        answer.SetResult();

        Assert.All(await both, full => Assert.NotNull(full.Article.FeedText));
        Assert.Equal(1, _bot.Site.CountOf("/1"));
    }

    [Fact]
    public async Task A_feed_from_outside_leads_to_no_page_on_a_private_network()
    {
        var full = await ReadAsync("/admin", feed: new Uri("https://outside.test/wire"));

        Assert.Contains("could not be had (it is on a private network, and its feed is not)", full.Note, StringComparison.Ordinal);
        Assert.Empty(_bot.Site.Requests);
    }

    /// <summary>The wire, which is on this machine, is followed and has been polled.</summary>
    private async Task FollowWireAsync()
    {
        _bot.Site.Serve("/wire", Rss.Feed());
        await _bot.FollowAsync("/wire");
        await _bot.PollAsync();
    }

    private Task<FullArticle> ReadAsync(string path, Uri? feed = null)
    {
        var link = _bot.Url(path).AbsoluteUri;
        return _bot.Get<ArticlePages>().ReadAsync(
            new Article
            {
                Key = new ItemKey(path),
                Title = EndToEnd.Pages.Headline,
                Text = EndToEnd.Pages.Teaser,
                Link = link,
                CanonicalLink = CanonicalLink.Of(link),
                Source = "Example Wire",
                Published = _bot.Now,
            }, feed ?? _bot.Url("/wire"), default);
    }
}
