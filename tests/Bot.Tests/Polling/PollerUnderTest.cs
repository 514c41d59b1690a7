using System.Net;
using System.Text.Json;
using Bot.Pages;
using Bot.Polling;
using Bot.Storage;
using Bot.Tests.Fakes;
using Dapper;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using News.Alerts;

namespace Bot.Tests.Polling;

/// <summary>The poller with its stores on a real SQLite file, a feed site, and a clock that the test moves. Every host is this machine.</summary>
internal sealed class PollerUnderTest : IAsyncDisposable
{
    public static readonly ChannelAddress Desk = ChannelAddress.Slack("C0DESK");

    private readonly string _folder = Directory.CreateTempSubdirectory("news-bot-test-").FullName;
    private ServiceProvider? _bot;

    private PollerUnderTest(FakeFeedSite site) => Site = site;

    public FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2025, 1, 15, 12, 0, 0, TimeSpan.Zero));

    public FakeFeedSite Site { get; }

    public Dictionary<string, string?> Settings { get; } = new() { ["Polling:AllowedNetworks:0"] = "127.0.0.0/8", ["Polling:MaxBodyBytes"] = "100000" };

    /// <summary>Leaves behind what an older bot left, before this one first opens the database.</summary>
    public Action<Database>? OlderBot { get; set; }

    public DateTimeOffset Now => Clock.GetUtcNow();

    public FeedPoller Poller => Get<FeedPoller>();

    public FeedStore Feeds => Get<FeedStore>();

    public static async Task<PollerUnderTest> OpenAsync() => new(await FakeFeedSite.StartAsync());

    public T Get<T>()
        where T : notnull => (_bot ??= Start()).GetRequiredService<T>();

    public void Restart()
    {
        _bot?.Dispose();
        _bot = null;
    }

    public Uri Url(string path, string host = "127.0.0.1") => new($"http://{host}:{Site.Port}{path}");

    /// <summary>Follows a path of the site under its own name, added in <see cref="Desk"/>.</summary>
    public Task<Following> FollowAsync(string path, string host = "127.0.0.1", ScopeKey? scope = null, ChannelAddress? channel = null) =>
        Feeds.FollowAsync(scope ?? ScopeKey.Operator, Url(path, host), path, channel ?? Desk, "test", Now, default);

    /// <summary>Polls every feed once, after so much time, and tells what there is to tell.</summary>
    public Task<PollRound> PollAsync(TimeSpan after = default)
    {
        Clock.Advance(after);
        return Poller.PollAllOnceAsync(null, default);
    }

    /// <summary>The only feed, as the next poll would find it.</summary>
    public async Task<DueFeed> FeedAsync() => Assert.Single(await Feeds.AllAsync(default));

    public async Task<string> StatusAsync() => Assert.Single(await Feeds.ListAsync([ScopeKey.Operator], default)).Status;

    public Task<IReadOnlyList<DueFeed>> DueAsync() => Feeds.DueAsync(Now, new HashSet<FeedId>(), 100, default);

    /// <summary>What channels were told about their feeds, in order.</summary>
    public IReadOnlyList<(ChannelAddress Channel, Notice Notice)> Notices()
    {
        using var connection = Get<Database>().Open();
        var options = new JsonSerializerOptions(JsonSerializerDefaults.Web) { Converters = { new System.Text.Json.Serialization.JsonStringEnumConverter() } };
        return
        [
            .. connection.Query<(string Channel, string Message)>("SELECT channel, message FROM outbox WHERE kind = 'notice' ORDER BY id")
                .Select(row => (ChannelAddress.TryParse(row.Channel)!.Value, JsonSerializer.Deserialize<Notice>(row.Message, options)!)),
        ];
    }

    /// <summary>Runs the poller as the bot does, while something else goes on.</summary>
    public async Task RunAsync(Func<Task> meanwhile)
    {
        var poller = Poller;
        await poller.StartAsync(default);
        await meanwhile();
        await poller.StopAsync(default);
    }

    /// <summary>Waits until something holds, moving the clock by so much at each look.</summary>
    public async Task UntilAsync(Func<Task<bool>> condition, TimeSpan advance)
    {
        using var patience = new CancellationTokenSource(Patience.ForAnEvent);
        while (!await condition())
        {
            await Task.Delay(TimeSpan.FromMilliseconds(5), patience.Token);
            Clock.Advance(advance);
        }
    }

    public async ValueTask DisposeAsync()
    {
        _bot?.Dispose();
        Directory.Delete(_folder, recursive: true);
        await Site.DisposeAsync();
    }

    private ServiceProvider Start()
    {
        Settings["Storage:ConnectionString"] = $"Data Source={Path.Combine(_folder, "bot.db")}";
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(Settings).Build();
        var bot = new ServiceCollection()
            .AddLogging()
            .AddSingleton<TimeProvider>(Clock)
            .AddSingleton<ResolveHost>((host, _) => Task.FromResult<IPAddress[]>(
                [IPAddress.TryParse(host, out var literal) ? literal : IPAddress.Loopback]))
            .AddSingleton<NewsPipeline>()
            .AddStorage(configuration, live: false)
            .AddPolling(configuration, live: false)
            .AddPages(configuration)
            .BuildServiceProvider();
        OlderBot?.Invoke(bot.GetRequiredService<Database>());
        OlderBot = null;
        Migrations.Apply(bot.GetRequiredService<Database>());
        return bot;
    }
}
