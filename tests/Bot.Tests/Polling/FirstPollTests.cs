using Bot.Polling;
using Bot.Storage;
using Bot.Tests.EndToEnd;
using Bot.Tests.Fakes;
using Microsoft.Extensions.DependencyInjection;

namespace Bot.Tests.Polling;

/// <summary>What <c>/feed add</c> has fetched is not fetched again a moment later.</summary>
public sealed class FirstPollTests : IAsyncLifetime
{
    private static readonly TimeSpan Minutes = TimeSpan.FromMinutes(5);

    private PollerUnderTest _bot = null!;

    public async Task InitializeAsync() => _bot = await PollerUnderTest.OpenAsync();

    public async Task DisposeAsync() => await _bot.DisposeAsync();

    [Fact]
    public async Task What_was_just_found_is_taken_as_known_without_a_second_request()
    {
        _bot.Site.Serve("/rss", Wire("1"), etag: "\"1\"");
        await FindAsync("/rss");
        await _bot.FollowAsync("/rss");
        _bot.Site.Serve("/rss", Wire("1", "2"), etag: "\"2\"");
        await _bot.PollAsync();
        Assert.Equal("Read: 1 new of 1 items.", await _bot.StatusAsync());
        Assert.Equal((1, true, "\"1\""), (_bot.Site.CountOf("/rss"), (await _bot.FeedAsync()).Primed, (await _bot.FeedAsync()).ETag));

        await _bot.PollAsync(Minutes);
        Assert.Equal("Read: 1 new of 2 items.", await _bot.StatusAsync());
        Assert.Equal([null, "\"1\""], _bot.Site.Requests.Select(request => request.Header("If-None-Match")));
    }

    [Fact]
    public async Task What_was_found_behind_a_page_and_a_move_for_good_is_not_fetched_again()
    {
        _bot.Site.Redirect("/old", "/new", 301).Serve("/new", Wire("1"));
        var found = Assert.IsType<FeedFinding.Feed>(await FindAsync("/old")).Found;
        await _bot.Feeds.FollowAsync(ScopeKey.Operator, found.Url, "Wire", PollerUnderTest.Desk, "test", _bot.Now, default);
        await _bot.PollAsync();

        Assert.True((await _bot.FeedAsync()).Primed);
        Assert.Equal(["/old", "/new"], _bot.Site.Requests.Select(request => request.Path));
    }

    [Fact]
    public async Task What_was_found_a_while_ago_is_fetched_again()
    {
        _bot.Site.Serve("/rss", Wire("1"));
        await FindAsync("/rss");
        _bot.Clock.Advance(JustFetched.Longest);
        await _bot.FollowAsync("/rss");
        await _bot.PollAsync();

        Assert.Equal(2, _bot.Site.CountOf("/rss"));
    }

    [Fact]
    public async Task What_was_found_stands_for_no_poll_but_the_first()
    {
        _bot.Site.Serve("/rss", Wire("1"));
        await _bot.FollowAsync("/rss");
        await _bot.PollAsync();
        await FindAsync("/rss");
        await _bot.PollAsync(TimeSpan.FromMinutes(1));

        Assert.Equal(3, _bot.Site.CountOf("/rss"));
    }

    [Fact]
    public void Only_a_few_and_small_ones_are_kept_and_each_is_given_once()
    {
        using var kept = new JustFetched(_bot.Clock);
        for (var i = 0; i < 100; i++)
            kept.Keep(Url(i), Fetched(i, 10));
        kept.Keep(Url(100), Fetched(100, 5_000_000));

        Assert.Null(kept.Take(Url(100)));
        Assert.Equal(16, Enumerable.Range(0, 100).Count(i => kept.Take(Url(i)) is not null));
        Assert.Null(kept.Take(Url(99)));

        static Uri Url(int i) => new($"https://wire.example/{i}");
        static FetchOutcome.Fetched Fetched(int i, int length) => new(new byte[length], null, Url(i), null, null);
    }

    [Fact]
    public async Task A_feed_that_is_added_in_the_terminal_costs_its_site_one_request()
    {
        _bot.Site.Serve("/rss", Wire("1"));
        await using var bot = BotUnderTest.With(new Dictionary<string, string?>
        {
            ["Polling:Interval"] = "01:00:00",
            ["Polling:MinimumInterval"] = "01:00:00",
            ["Polling:MaximumInterval"] = "01:00:00",
        }).Typing(new StringReader($"/feed add {_bot.Url("/rss")}\n"));
        await bot.StartAsync();

        var feeds = bot.Services.GetRequiredService<FeedStore>();
        await bot.UntilAsync(() => feeds.AllAsync(default).GetAwaiter().GetResult().Any(feed => feed.Primed), "the first poll is done");

        Assert.Equal(1, _bot.Site.CountOf("/rss"));
    }

    private Task<FeedFinding> FindAsync(string path) => _bot.Get<FindFeeds>()([_bot.Url(path)], default);

    private static string Wire(params string[] items) => Rss.Feed([.. items.Select(item => Rss.Item(item, $"Story {item}", published: DateTimeOffset.UnixEpoch))]);
}
