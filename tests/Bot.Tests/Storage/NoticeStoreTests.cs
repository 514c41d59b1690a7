using Bot.Storage;
using Dapper;
using Microsoft.Extensions.Options;
using News.Alerts;

namespace Bot.Tests.Storage;

public sealed class NoticeStoreTests
{
    private static readonly Notice Gone = new() { Kind = NoticeKind.Trouble, Title = "Wire is gone", Sentences = ["Remove it."] };

    [Fact]
    public async Task A_notice_is_told_to_a_channel_once_whatever_became_of_it()
    {
        using var storage = await StorageUnderTest.OpenAsync();

        Assert.True(await InsertAsync(storage, StorageUnderTest.Channel, "feed:1:gone"));
        Assert.False(await InsertAsync(storage, StorageUnderTest.Channel, "feed:1:gone"));
        Assert.True(await InsertAsync(storage, ChannelAddress.Terminal, "feed:1:gone"));
        var entry = (await storage.Outbox.DueAsync(StorageUnderTest.Noon, default)).Single(entry => entry.Channel == StorageUnderTest.Channel);
        await storage.Outbox.MarkSentAsync(entry.Id, "1", StorageUnderTest.Noon, default);

        Assert.False(await InsertAsync(storage, StorageUnderTest.Channel, "feed:1:gone"));
        Assert.True(await InsertAsync(storage, StorageUnderTest.Channel, "feed:1:moved"));
        var notice = Assert.IsType<OutboxMessage.OfNotice>(entry.Message);
        Assert.Equal((Gone.Title, StorageUnderTest.Noon), (notice.Notice.Title, notice.At));
        Assert.Equal(Gone.Sentences.AsEnumerable(), notice.Notice.Sentences);
    }

    [Fact]
    public async Task A_notice_of_a_transaction_that_fails_was_never_there()
    {
        using var storage = await StorageUnderTest.OpenAsync();

        await Assert.ThrowsAsync<InvalidOperationException>(() => storage.Database.WriteAsync(
            connection =>
            {
                OutboxStore.InsertNotice(connection, StorageUnderTest.Channel, "feed:1:gone", Gone, StorageUnderTest.Noon);
                throw new InvalidOperationException("The feed could not be stopped.");
            }, default));

        Assert.Empty(await storage.Outbox.DueAsync(StorageUnderTest.Noon, default));
    }

    [Fact]
    public async Task Alerts_and_notices_keep_their_order_in_a_channel()
    {
        using var storage = await StorageUnderTest.OpenAsync();
        await storage.SaveAsync("Strike hits depot in Iraq");
        await InsertAsync(storage, StorageUnderTest.Channel, "feed:1:gone");
        await storage.SaveAsync("Bridge opens again in Iraq");

        var order = new List<string>();
        while (await storage.Outbox.DueAsync(StorageUnderTest.Noon, default) is [var entry])
        {
            order.Add(entry.Message.Headline);
            await storage.Outbox.MarkSentAsync(entry.Id, "1", StorageUnderTest.Noon, default);
        }

        Assert.Equal(["Strike hits depot in Iraq", "Wire is gone", "Bridge opens again in Iraq"], order);
    }

    [Fact]
    public async Task Status_counts_the_notices_of_the_watchlists_channels_and_of_no_other()
    {
        using var storage = await StorageUnderTest.OpenAsync();
        await InsertAsync(storage, StorageUnderTest.Channel, "feed:1:gone");
        await InsertAsync(storage, ChannelAddress.Discord("1"), "feed:1:gone");
        Assert.Equal(new OutboxStore.Counts(0, 1, 0), await storage.Outbox.CountNoticesAsync([ScopeKey.Operator], default));
        Assert.Equal(new OutboxStore.Counts(0, 0, 0), await storage.Outbox.CountAlertsAsync([ScopeKey.Operator], default));

        foreach (var entry in await storage.Outbox.DueAsync(StorageUnderTest.Noon, default))
            await storage.Outbox.ParkAsync(entry.Id, "no permission", StorageUnderTest.Noon, default);

        var parked = Assert.Single(await storage.Outbox.ParkedAsync([ScopeKey.Operator], StorageUnderTest.Noon, 5, default));
        Assert.Equal((StorageUnderTest.Channel, "Wire is gone", "no permission"), (parked.Channel, parked.Headline, parked.Reason));
        Assert.Equal(new OutboxStore.Counts(0, 0, 1), await storage.Outbox.CountNoticesAsync([ScopeKey.Operator], default));
    }

    [Fact]
    public async Task The_button_of_an_alert_finds_no_notice()
    {
        using var storage = await StorageUnderTest.OpenAsync();
        await InsertAsync(storage, StorageUnderTest.Channel, "feed:1:gone");
        var entry = Assert.Single(await storage.Outbox.DueAsync(StorageUnderTest.Noon, default));

        Assert.Null(await storage.Outbox.FindAsync(entry.Key, StorageUnderTest.Channel, default));
    }

    [Fact]
    public void An_older_bots_alerts_are_kept_as_they_were()
    {
        var folder = Directory.CreateTempSubdirectory("news-bot-test-");
        using var database = new Database(Options.Create(
            new StorageOptions { ConnectionString = $"Data Source={Path.Combine(folder.FullName, "bot.db")}" }));
        Migrations.Apply(database, shape: 3);
        using (var connection = database.Open())
        {
            connection.Execute(
                """
                INSERT INTO outbox (id, key, watchlist_id, story_id, channel, alert, state, attempts, first_tried, due, created, settled, message_id, reason)
                VALUES (7, 'k7', 1, 2, 'slack:C1', '{"watchlist":"iraq","headline":"Strike","severity":"High","source":"Wire","published":"2025-01-15T12:00:00+00:00"}',
                        'waiting', 3, 5, 6, 4, NULL, NULL, 'lost'),
                       (9, 'k9', 1, 3, 'slack:C1', '{}', 'sent', 1, 5, 6, 4, 8, 'm', NULL)
                """);
        }

        Migrations.Apply(database);

        using (var connection = database.Open())
        {
            var rows = connection.Query<(long Id, string Key, string Channel, string Kind, string State, long Attempts, long FirstTried, long Due, long Created, string? MessageId)>(
                "SELECT id, key, channel, kind, state, attempts, first_tried, due, created, message_id FROM outbox ORDER BY id").ToList();
            Assert.Equal((7L, "k7", "slack:C1", "alert", "waiting", 3L, 5L, 6L, 4L, null), rows[0]);
            Assert.Equal((9L, "k9", "slack:C1", "alert", "sent", 1L, 5L, 6L, 4L, "m"), rows[1]);
            Assert.Throws<Microsoft.Data.Sqlite.SqliteException>(() => connection.Execute(
                "INSERT INTO outbox (key, kind, watchlist_id, story_id, channel, message, due, created) VALUES ('k', 'alert', 1, 2, 'slack:C1', '{}', 0, 0)"));
            Assert.True(OutboxStore.InsertNotice(connection, ChannelAddress.Slack("C1"), "feed:1:gone", Gone, StorageUnderTest.Noon));
            Assert.Equal(10, connection.QuerySingle<long>("SELECT MAX(id) FROM outbox"));
        }

        folder.Delete(recursive: true);
    }

    private static Task<bool> InsertAsync(StorageUnderTest storage, ChannelAddress channel, string once) =>
        storage.Database.WriteAsync(connection => OutboxStore.InsertNotice(connection, channel, once, Gone, StorageUnderTest.Noon), default);
}
