using Bot.Polling;
using Bot.Storage;
using Bot.Tests.EndToEnd;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Time.Testing;

namespace Bot.Tests.Polling;

/// <summary>A host that says to one feed that it has had enough is left alone by all of them.</summary>
public sealed class HostRestsTests : IAsyncLifetime
{
    private const string Busy = "busy.test";

    private static readonly TimeSpan Minutes = TimeSpan.FromMinutes(1);

    private PollerUnderTest _bot = null!;

    public async Task InitializeAsync() => _bot = await PollerUnderTest.OpenAsync();

    public async Task DisposeAsync() => await _bot.DisposeAsync();

    [Theory]
    [InlineData(429, "Retry-After: 1800", 30)]
    [InlineData(429, "X-Nothing: said", 5)]
    [InlineData(503, "Retry-After: 1800", 30)]
    public async Task Who_asks_to_be_left_alone_is_by_all_feeds_of_the_host_and_others_are_asked(int status, string header, int minutes)
    {
        _bot.Site.Answer("/asks", status, header);
        await _bot.FollowAsync("/asks", Busy);
        await _bot.PollAsync();
        var until = _bot.Now.AddMinutes(minutes);
        foreach (var path in (string[])["/a", "/b", "/c"])
        {
            _bot.Site.Serve(path, Rss.Feed());
            await _bot.FollowAsync(path, Busy);
        }

        _bot.Site.Serve("/elsewhere", Rss.Feed());
        await _bot.FollowAsync("/elsewhere", "calm.test");
        var round = await _bot.PollAsync(Minutes);

        Assert.Equal((0, 1), (round.Failed, _bot.Site.CountOf("/elsewhere")));
        Assert.Equal(["/asks", "/elsewhere"], _bot.Site.Requests.Select(request => request.Path));
        var left = (await _bot.Feeds.AllAsync(default)).Where(feed => feed.Name is "/a" or "/b" or "/c").ToList();
        Assert.All(left, feed => Assert.Equal((0, null, false), (feed.Failures, feed.Memory.FailingSince, feed.Primed)));
        Assert.All(left, feed => Assert.InRange(feed.DueAt, until, until.AddMinutes(5)));
        Assert.Equal(3, left.Select(feed => feed.DueAt).Distinct().Count());
        Assert.Equal($"busy.test asked to be left alone until Wednesday 12:{minutes:00} UTC", await ReasonAsync(left[0]));

        _bot.Site.Serve("/asks", Rss.Feed());
        await _bot.PollAsync(until.AddMinutes(5) - _bot.Now);
        Assert.All((string[])["/a", "/b", "/c"], path => Assert.Equal(1, _bot.Site.CountOf(path)));
        Assert.Empty(_bot.Notices());
    }

    [Fact]
    public async Task A_server_in_trouble_that_asks_for_nothing_speaks_for_one_feed_only()
    {
        _bot.Site.Answer("/asks", 503).Serve("/a", Rss.Feed());
        await _bot.FollowAsync("/asks", Busy);
        await _bot.PollAsync();
        await _bot.FollowAsync("/a", Busy);
        await _bot.PollAsync(Minutes);

        Assert.Equal(1, _bot.Site.CountOf("/a"));
    }

    [Fact]
    public async Task One_that_is_never_let_in_does_not_keep_the_others_of_its_host_out()
    {
        _bot.Site.Answer("/asks", 429, "Retry-After: 1800").Serve("/a", Rss.Feed()).Serve("/b", Rss.Feed());
        await _bot.FollowAsync("/asks", Busy);
        await _bot.PollAsync();
        await _bot.FollowAsync("/a", Busy);
        await _bot.PollAsync(TimeSpan.FromMinutes(30));
        await _bot.PollAsync(Minutes);
        Assert.InRange(_bot.Site.CountOf("/a"), 1, 2);

        // Another says so too: it is the host.
        _bot.Site.Answer("/a", 429);
        await _bot.PollAsync(Minutes);
        await _bot.FollowAsync("/b", Busy);
        await _bot.PollAsync(Minutes);
        Assert.Equal(0, _bot.Site.CountOf("/b"));
    }

    [Fact]
    public async Task Who_stands_at_the_gate_when_the_host_has_had_enough_goes_home()
    {
        _bot.Settings["Polling:PerHost"] = "1";
        var decide = new TaskCompletionSource();
        _bot.Site.On("/asks", async context =>
        {
            await decide.Task;
            context.Response.StatusCode = StatusCodes.Status429TooManyRequests;
        });
        await _bot.FollowAsync("/asks", Busy);
        for (var i = 0; i < 20; i++)
            await _bot.FollowAsync($"/waits{i}", Busy);
        var round = _bot.PollAsync();
        await _bot.Site.ArrivalAsync();
        decide.SetResult();

        Assert.Equal(1, (await round).Failed);
        Assert.Equal("/asks", Assert.Single(_bot.Site.Requests).Path);
    }

    [Fact]
    public async Task A_feed_that_fails_already_fails_no_more_by_being_put_off()
    {
        _bot.Site.Answer("/broken", 404);
        await _bot.FollowAsync("/broken", Busy);
        await _bot.PollAsync();
        _bot.Site.Answer("/asks", 429, "Retry-After: 3600");
        await _bot.FollowAsync("/asks", Busy);
        await _bot.PollAsync(Minutes);
        var before = await OfAsync("/broken");
        await _bot.PollAsync(Minutes);

        Assert.Equal((before.Failures, before.Memory), ((await OfAsync("/broken")).Failures, (await OfAsync("/broken")).Memory));
    }

    [Fact]
    public async Task A_host_that_a_redirect_leads_to_is_left_alone_too()
    {
        var target = $"http://{Busy}:{_bot.Site.Port}";
        _bot.Site.Answer("/asks", 429).Redirect("/alias", $"{target}/feed").Serve("/feed", Rss.Feed());
        await _bot.FollowAsync("/asks", Busy);
        await _bot.PollAsync();
        await _bot.FollowAsync("/alias", "alias.test");
        await _bot.PollAsync(Minutes);

        Assert.Equal((1, 0), (_bot.Site.CountOf("/alias"), _bot.Site.CountOf("/feed")));
        Assert.Equal(0, (await OfAsync("/alias")).Failures);
    }

    [Fact]
    public async Task What_is_added_of_a_host_that_rests_is_followed_without_asking_it()
    {
        _bot.Site.Answer("/asks", 429);
        await _bot.FollowAsync("/asks", Busy);
        await _bot.PollAsync();
        var finding = Assert.IsType<FeedFinding.Unreadable>(await _bot.Get<FindFeeds>()([_bot.Url("/rss", Busy)], default));

        Assert.True(finding.MayBeFeed);
        Assert.StartsWith("busy.test asked to be left alone until", finding.Reason, StringComparison.Ordinal);
        Assert.Single(_bot.Site.Requests);
    }

    [Fact]
    public async Task Feed_check_says_who_asked_to_be_left_alone()
    {
        _bot.Site.Answer("/asks", 429, "Retry-After: 1800");
        await using var bot = BotUnderTest.With(new Dictionary<string, string?>
        {
            ["Feeds:0:Url"] = _bot.Url("/asks").AbsoluteUri,
            ["Feeds:0:Name"] = "Asks",
            ["Feeds:1:Url"] = _bot.Url("/waits").AbsoluteUri,
            ["Feeds:1:Name"] = "Waits",
            ["Polling:PerHost"] = "1",
        });

        await bot.RunOnceAsync(null, "/feed check Waits");

        var screen = string.Join(' ', bot.Terminal.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        Assert.Contains("127.0.0.1 asked to be left alone until", screen, StringComparison.Ordinal);
    }

    [Fact]
    public void A_host_rests_as_a_whole_for_the_maximum_at_most_and_ports_are_hosts_of_their_own()
    {
        var clock = new FakeTimeProvider();
        var rests = new HostRests(clock, TimeSpan.FromHours(1));
        var url = new Uri("https://wire.example/rss");
        rests.Note(url, 429, TimeSpan.FromDays(40));
        rests.Note(url, 503, TimeSpan.FromMinutes(1)); // came together with the other
        rests.Note(new Uri("https://fine.example/"), 200, TimeSpan.FromHours(1));

        Assert.Equal(clock.GetUtcNow().AddHours(1), rests.Until(new Uri("http://WIRE.example/other")));
        Assert.Null(rests.Until(new Uri("https://wire.example:8443/rss")));
        Assert.Null(rests.Until(new Uri("https://fine.example/")));
        clock.Advance(TimeSpan.FromHours(1));
        Assert.Null(rests.Until(url));
        rests.Note(url, 429, null);
        Assert.Null(rests.Until(url)); // it says nothing else
        rests.Note(url, 304, null);
        rests.Note(url, 429, null);
        Assert.Equal(clock.GetUtcNow() + HostRests.Unsaid, rests.Until(url));
    }

    private async Task<DueFeed> OfAsync(string name) => Assert.Single(await _bot.Feeds.AllAsync(default), feed => feed.Name == name);

    private async Task<string?> ReasonAsync(DueFeed feed) => (await _bot.Feeds.FileAsync(feed.Id, [ScopeKey.Operator], default))!.Reason;
}
