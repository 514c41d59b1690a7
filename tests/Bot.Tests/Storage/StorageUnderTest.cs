using Bot.Delivery;
using Bot.Storage;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using News.Alerts;
using News.Articles;
using News.Matching;

namespace Bot.Tests.Storage;

/// <summary>The stores on a real SQLite file, with one feed and one watchlist that posts to one channel.</summary>
internal sealed class StorageUnderTest : IDisposable
{
    public static readonly DateTimeOffset Noon = new(2025, 1, 15, 12, 0, 0, TimeSpan.Zero);
    public static readonly ChannelAddress Channel = ChannelAddress.Slack("C0NEWS");

    private readonly string _folder = Directory.CreateTempSubdirectory("news-bot-test-").FullName;

    private StorageUnderTest()
    {
        Database = new Database(Options.Create(new StorageOptions { ConnectionString = $"Data Source={Path.Combine(_folder, "bot.db")}" }));
        Migrations.Apply(Database);
        Feeds = new FeedStore(Database);
        Watchlists = new WatchlistStore(Database);
        Outbox = NewOutbox();
        Names = NewNames();
        News = NewNews(Outbox, Names);
    }

    public Database Database { get; }

    public FeedStore Feeds { get; }

    public WatchlistStore Watchlists { get; }

    public OutboxStore Outbox { get; }

    public NewsStore News { get; }

    public SearchNames Names { get; }

    public FeedId Feed { get; private set; }

    public WatchlistId Watchlist { get; private set; }

    /// <summary>The loop that delivers from here to one platform.</summary>
    public DeliveryLoop LoopTo(IAlertChannel channel, TimeProvider clock, DeliveryOptions? options = null) => new(
        Outbox, new OutboxDigests(Database), new ClosedChannels(Database), [channel], Options.Create(options ?? new DeliveryOptions()), clock,
        NullLogger<DeliveryLoop>.Instance);

    public static async Task<StorageUnderTest> OpenAsync()
    {
        var storage = new StorageUnderTest();
        await storage.Feeds.FollowAsync(ScopeKey.Operator, new Uri("https://wire.example/rss"), "Wire", null, "test", Noon, default);
        storage.Feed = (await storage.Feeds.AllAsync(default))[0].Id;
        await storage.Watchlists.AddAsync(
            ScopeKey.Operator, "iraq", "Iraq", Severity.Normal, Channel, atHome: true, "test", Noon, default);
        storage.Watchlist = (await storage.Watchlists.AllAsync(default))[0].Id;
        return storage;
    }

    public Task<int> SaveAsync(params string[] titles) => SaveAsync(News, titles);

    public Task<int> SaveAsync(NewsStore news, params string[] titles) =>
        news.SaveAsync([.. titles.Select(title => Reading(title))], Noon, default);

    /// <summary>A store as another process would have it on the same file.</summary>
    public NewsStore NewsOfAnotherProcess() => NewNews(NewOutbox());

    public NewArticle Reading(string title, string? key = null)
    {
        var article = new Article { Key = new ItemKey(key ?? title), Title = title, Text = "", Source = "Wire", Published = Noon };
        var alert = new Alert
        {
            Watchlist = "iraq",
            Severity = Severity.Normal,
            Headline = title,
            Source = "Wire",
            Published = Noon,
        };
        return new NewArticle(Feed, article, new Digest([], [], []), [new NewMatch(Watchlist, [], [(Channel, alert)])]);
    }

    private NewsStore NewNews(OutboxStore outbox, SearchNames? names = null) =>
        new(Database, outbox, new StoryAlerts(outbox, Options.Create(new PublishersOptions())), names ?? NewNames());

    private SearchNames NewNames() => new(Database, new EveryonesEntities(Options.Create(new EntityOptions())));

    private OutboxStore NewOutbox() => new(Database, Options.Create(new AlertsOptions()));

    public void Dispose()
    {
        Database.Dispose();
        Directory.Delete(_folder, recursive: true);
    }
}
