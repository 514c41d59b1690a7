using Bot.Delivery;
using Bot.Storage;
using Bot.Tests.Fakes;
using Bot.Tests.Storage;
using Dapper;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using News.Alerts;

namespace Bot.Tests.EndToEnd;

/// <summary>A disk that is full, a database that breaks, a second bot: what the bot does while it runs.</summary>
public sealed class TroubleWithStorageTests
{
    [Fact]
    public async Task On_a_full_disk_polling_pauses_what_is_stored_goes_out_and_all_goes_on_by_itself()
    {
        await using var site = await FakeFeedSite.StartAsync();
        site.Serve("/wire", Rss.Feed());
        await using var bot = await Bot(site).StartAsync();
        var database = bot.Services.GetRequiredService<Database>();
        await bot.UntilAsync(() => site.CountOf("/wire") >= 2, "the feed is polled");

        // The disk takes no page more than there are, and a message waits its time.
        var stored = new Notice { Kind = NoticeKind.Change, Title = "What was stored before" };
        await database.WriteAsync(connection =>
        {
            OutboxStore.InsertNotice(connection, ChannelAddress.TryParse("terminal")!.Value, "test", stored, DateTimeOffset.UtcNow.AddSeconds(4));
            connection.Execute("PRAGMA max_page_count = 1");
        }, default);
        database.Spare.IsDenied = true;
        site.Serve("/wire", Rss.Feed(Rss.Item("1", "Airstrike in Iraq: the first", $"<p>{string.Concat(Enumerable.Repeat("An airstrike hit Iraq. ", 20_000))}</p>")));
        await bot.UntilAsync(() => bot.Log.Any(line => line.Contains("is full", StringComparison.Ordinal)), "the log says that the disk is full");
        await Task.Delay(500); // what was under way ends
        var polls = site.CountOf("/wire");

        await bot.UntilTerminalShowsAsync("What was stored before");

        Assert.Equal(polls, site.CountOf("/wire"));
        Assert.DoesNotContain("the first", bot.Terminal, StringComparison.Ordinal);
        SqliteConnection.ClearAllPools(); // the limit goes with its connection
        await database.WriteAsync(connection => connection.Execute("PRAGMA max_page_count = 1000000"), default);
        database.Spare.IsDenied = false;
        await bot.UntilTerminalShowsAsync("the first");
        Assert.Single(bot.Log, line => line.Contains("is full", StringComparison.Ordinal));
        Assert.Single(bot.Log, line => line.Contains("can be written again", StringComparison.Ordinal));
        Assert.DoesNotContain(bot.Log, line => line.Contains("could not be recorded", StringComparison.Ordinal) || line.Contains("SqliteException", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_attempt_that_can_t_be_written_down_is_not_made()
    {
        using var storage = await StorageUnderTest.OpenAsync();
        await storage.SaveAsync("Strike hits depot in Iraq");
        var channel = new Listener();
        using var loop = storage.LoopTo(channel, TimeProvider.System);
        await storage.Database.WriteAsync(
            connection => connection.Execute("CREATE TRIGGER no_room BEFORE UPDATE ON outbox BEGIN SELECT RAISE(ABORT, 'no room'); END"), default);

        await Assert.ThrowsAsync<SqliteException>(() => loop.DrainAsync(TimeSpan.Zero, default));

        Assert.Equal(0, channel.Posted);
    }

    [Fact]
    public async Task A_database_that_breaks_while_the_bot_runs_ends_it_with_one_word_of_it()
    {
        await using var site = await FakeFeedSite.StartAsync();
        site.Serve("/wire", Rss.Feed());
        await using var bot = await Bot(site).StartAsync();
        await bot.UntilAsync(() => site.CountOf("/wire") >= 2, "the feed is polled");
        var lifetime = bot.Services.GetRequiredService<Microsoft.Extensions.Hosting.IHostApplicationLifetime>();

        var database = bot.Services.GetRequiredService<Database>();
        await Assert.ThrowsAsync<SqliteException>(() => database.WriteAsync(_ => throw new SqliteException("database disk image is malformed", 11), default));

        await bot.UntilAsync(() => lifetime.ApplicationStopping.IsCancellationRequested, "the bot stops");
        Assert.Single(bot.Log, line => line.Contains("is damaged", StringComparison.Ordinal));
        Assert.Equal(StorageTrouble.Damaged, database.Health.Trouble);
    }

    [Fact]
    public async Task A_second_bot_and_a_second_once_are_refused()
    {
        await using var site = await FakeFeedSite.StartAsync();
        site.Serve("/wire", Rss.Feed());
        await using var bot = await Bot(site).StartAsync();

        var problem = await Assert.ThrowsAsync<InvalidDataException>(() => bot.RunOnceAsync(null));

        Assert.Contains("Another bot is at work", Assert.Single(Settings.Explain(problem)!), StringComparison.Ordinal);
    }

    private static BotUnderTest Bot(FakeFeedSite site) => BotUnderTest.With(new()
    {
        ["Feeds:0:Url"] = site.Url("/wire").AbsoluteUri,
        ["Watchlists:0:Name"] = "iraq",
        ["Watchlists:0:Query"] = "airstrike AND Iraq",
        ["Watchlists:0:Channels:0"] = "terminal",
    });

    private sealed class Listener : IAlertChannel
    {
        public int Posted { get; private set; }

        public string Platform => "slack";

        public Task<DeliveryOutcome> DeliverAsync(OutboxEntry entry, CancellationToken stoppingToken)
        {
            Posted++;
            return Task.FromResult<DeliveryOutcome>(new DeliveryOutcome.Sent("1"));
        }
    }
}
