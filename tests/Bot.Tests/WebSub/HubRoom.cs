using Bot.Storage;
using Bot.Tests.EndToEnd;
using Bot.Tests.Fakes;
using Bot.WebSub;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace Bot.Tests.WebSub;

/// <summary>The whole bot on a moved clock, one feed that names a hub in its headers, and one watchlist that posts to the terminal.</summary>
internal sealed class HubRoom : IAsyncDisposable
{
    public static readonly Uri PublicUrl = new("https://alerts.example.test/news/");

    // Shorter than Polling:Timeout here, and than a hub's time to verify.
    private static readonly TimeSpan FurthestAtOnce = TimeSpan.FromMinutes(8);

    private HubRoom(FakeFeedSite site, FakeHub hub)
    {
        Site = site;
        Hub = hub;
        Settings = new Dictionary<string, string?>
        {
            ["Feeds:0:Url"] = site.Url("/wire").AbsoluteUri,
            ["Feeds:0:Name"] = "Example Wire",
            ["Watchlists:0:Name"] = "strikes",
            ["Watchlists:0:Query"] = "airstrike",
            ["Watchlists:0:Channels:0"] = "terminal",
            ["Polling:Interval"] = "00:05:00",
            ["Polling:MinimumInterval"] = "00:01:00",
            ["Polling:MaximumInterval"] = "01:00:00",
            ["Polling:Timeout"] = "00:10:00", // the clock jumps while requests are under way
            ["Polling:MaxBodyBytes"] = "100000",
            ["WebSub:PublicUrl"] = PublicUrl.AbsoluteUri,
            ["WebSub:Listen"] = "http://127.0.0.1:0",
        };
        Hubs = [hub.Url("/hub")];
        Wire();
    }

    public FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2025, 1, 15, 12, 0, 0, TimeSpan.Zero));

    public FakeFeedSite Site { get; }

    public FakeHub Hub { get; }

    public Dictionary<string, string?> Settings { get; }

    public BotUnderTest Bot { get; private set; } = null!;

    /// <summary>What the feed names from its next answer on.</summary>
    public IReadOnlyList<Uri> Hubs { get; set; }

    public string Topic { get; set; } = "https://wire.example/rss?all";

    public int Polls => Site.CountOf("/wire");

    public static async Task<HubRoom> OpenAsync(Action<HubRoom>? prepare = null)
    {
        var room = new HubRoom(await FakeFeedSite.StartAsync(), await FakeHub.StartAsync(PublicUrl));
        prepare?.Invoke(room);
        room.Bot = await BotUnderTest.With(room.Settings).LivingBy(room.Clock).StartAsync();
        room.Connect();
        return room;
    }

    /// <summary>With a subscription that the hub has verified.</summary>
    public static async Task<(HubRoom Room, HubRequest Request)> SubscribedAsync(TimeSpan? lease = null)
    {
        var room = await OpenAsync();
        var request = await room.AskedAsync("subscribe");
        Assert.True(await room.Hub.VerifyAsync(request, lease));
        return (room, request);
    }

    /// <summary>What the wire's feed holds from now on.</summary>
    public void Wire(params string[] items)
    {
        var body = Rss.Feed(items);
        Site.On("/wire", context =>
        {
            NameHubs(context);
            context.Response.ContentType = "application/rss+xml";
            return context.Response.WriteAsync(body);
        });
    }

    /// <summary>Names hubs and topic in the headers of an answer.</summary>
    public void NameHubs(HttpContext context)
    {
        foreach (var hub in Hubs)
            context.Response.Headers.Append("Link", $"<{hub}>; rel=\"hub\"");
        context.Response.Headers.Append("Link", $"<{Topic}>; rel=\"self\"");
    }

    public string Item(string guid, string title) => Rss.Item(guid, title, published: Clock.GetUtcNow());

    public async Task<HubSubscription?> SubscriptionAsync()
    {
        var feeds = await Bot.Services.GetRequiredService<FeedStore>().AllAsync(default);
        return feeds.Count == 0 ? null : await Bot.Services.GetRequiredService<WebSubStore>().OfFeedAsync(feeds[0].Id, default);
    }

    public async Task<DueFeed> FeedAsync() => (await Bot.Services.GetRequiredService<FeedStore>().AllAsync(default))[0];

    /// <summary>Waits until the hub has been asked so for the given time, while the clock moves in seconds.</summary>
    public async Task<HubRequest> AskedAsync(string mode, int times = 1)
    {
        await UntilAsync(() => Hub.CountOf(mode) >= times, $"the hub is asked to {mode} {times} times");
        return Hub.Requests.Where(request => request.Mode == mode).ElementAt(times - 1);
    }

    /// <summary>
    /// Waits until something holds; the clock moves a second at a time, so that every loop gets its turn, and not so far
    /// that a hub would be thought to be silent or a request to be late.
    /// </summary>
    public async Task UntilAsync(Func<bool> holds, string what)
    {
        var from = Clock.GetUtcNow();
        await Bot.UntilAsync(
            () =>
            {
                if (holds())
                    return true;
                if (Clock.GetUtcNow() - from < FurthestAtOnce)
                    Clock.Advance(TimeSpan.FromSeconds(1));
                return false;
            }, what);
    }

    /// <summary>Lets time pass from one thing that the bot has to do to the next, until the feed has been polled so often.</summary>
    public async Task UntilPolledAsync(int more = 1)
    {
        for (var goal = Polls + more; Polls < goal;)
        {
            await SettledAsync();
            var next = Next();
            if (next > Clock.GetUtcNow())
                Clock.Advance(next - Clock.GetUtcNow());
            await SettledAsync();
        }
    }

    /// <summary>Waits until everything that is due has been done and written down.</summary>
    public Task SettledAsync() => UntilAsync(() => !HasHubWork() && Next() > Clock.GetUtcNow() && !HasHubWork(), "nothing is left to do");

    public TimeSpan UntilNextPoll() => NextPoll() - Clock.GetUtcNow();

    private DateTimeOffset NextPoll() => Bot.Services.GetRequiredService<FeedStore>().NextDueAsync(default).GetAwaiter().GetResult() ?? DateTimeOffset.MaxValue;

    /// <summary>When there is something to do next, for the poller or for who deals with the hubs.</summary>
    private DateTimeOffset Next() => new[] { NextPoll(), SubscriptionAsync().GetAwaiter().GetResult()?.NextStep ?? DateTimeOffset.MaxValue }.Min();

    // The one that is being given up counts, too.
    private bool HasHubWork() =>
        Bot.Services.GetService<HubSubscriptions>() is not null
        && Bot.Services.GetRequiredService<WebSubStore>().DueAsync(Clock.GetUtcNow(), 1, default).GetAwaiter().GetResult().Count > 0;

    public void Connect() => Hub.Subscriber = Bot.Services.GetService<CallbackListener>()?.Address;

    public async ValueTask DisposeAsync()
    {
        await Bot.DisposeAsync();
        await Hub.DisposeAsync();
        await Site.DisposeAsync();
    }
}
