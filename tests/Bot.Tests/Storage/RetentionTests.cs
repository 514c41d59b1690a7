using Bot.Storage;
using Dapper;
using News.Articles;
using News.Summaries;

namespace Bot.Tests.Storage;

/// <summary>What is old goes, whole stories at a time, and nothing else does.</summary>
public sealed class RetentionTests
{
    private const string Text = "“The road is closed until Monday,” said Jane Doe, a ministry spokeswoman, on Sunday in Baghdad.";

    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    [Fact]
    public async Task What_is_old_goes_with_all_that_hangs_on_it()
    {
        using var storage = await StorageUnderTest.OpenAsync();
        await SaveAsync(storage, "Old story of Iraq", StorageUnderTest.Noon);
        await SaveAsync(storage, "Young story of Basra", StorageUnderTest.Noon + (80 * Day));
        await SettleAllAsync(storage);

        var done = await PruneAsync(storage, StorageUnderTest.Noon + (50 * Day));

        Assert.Equal((1, 1), (done.Articles, done.Stories));
        using var connection = storage.Database.Open();
        foreach (var table in (string[])["articles", "stories", "matches", "outbox", "(SELECT DISTINCT article_id FROM quotes)", "(SELECT DISTINCT article_id FROM speaker_words)"])
            Assert.Equal((table, 1), (table, connection.QuerySingle<int>($"SELECT COUNT(*) FROM {table}")));
        Assert.Empty(connection.Query("PRAGMA foreign_key_check"));
    }

    [Fact]
    public async Task A_story_with_a_younger_article_stays_whole()
    {
        using var storage = await StorageUnderTest.OpenAsync();
        await SaveAsync(storage, "Old story of Iraq", StorageUnderTest.Noon);
        await SaveAsync(storage, "Younger report of Iraq", StorageUnderTest.Noon + (80 * Day));
        await SettleAllAsync(storage);
        await storage.Database.WriteAsync(connection => connection.Execute("UPDATE articles SET story_id = 1"), default);

        Assert.Equal(0, (await PruneAsync(storage, StorageUnderTest.Noon + (50 * Day))).Articles);
    }

    [Fact]
    public async Task A_story_whose_message_waits_stays()
    {
        using var storage = await StorageUnderTest.OpenAsync();
        await SaveAsync(storage, "Old story of Iraq", StorageUnderTest.Noon);

        Assert.Equal(0, (await PruneAsync(storage, StorageUnderTest.Noon + (50 * Day))).Articles);
        Assert.Single(await storage.Outbox.DueAsync(StorageUnderTest.Noon, default));
    }

    [Fact]
    public async Task An_item_that_comes_back_after_its_article_went_is_known()
    {
        using var storage = await StorageUnderTest.OpenAsync();
        await storage.News.SaveAsync([storage.Reading("Old story of Iraq") with { Marks = [1, 2, 3] }], StorageUnderTest.Noon, default);
        await SettleAllAsync(storage);

        Assert.Equal(1, (await PruneAsync(storage, StorageUnderTest.Noon + (50 * Day))).Articles);

        using var connection = storage.Database.Open();
        Assert.Equal([1, 2, 3], connection.Query<long>("SELECT mark FROM item_marks WHERE feed_id = @feed", new { feed = storage.Feed.Value }));
    }

    [Fact]
    public async Task Many_go_in_steps_and_none_is_left_over()
    {
        using var storage = await StorageUnderTest.OpenAsync();
        await storage.News.SaveAsync([.. Enumerable.Range(0, 1500).Select(at => Reading(storage, $"Story {Words(at)} of Iraq"))], StorageUnderTest.Noon, default);
        await SettleAllAsync(storage);

        var done = await PruneAsync(storage, StorageUnderTest.Noon + (50 * Day));

        Assert.Equal(1500, done.Articles);
        using var connection = storage.Database.Open();
        Assert.Equal(0, connection.QuerySingle<int>("SELECT (SELECT COUNT(*) FROM articles) + (SELECT COUNT(*) FROM stories) + (SELECT COUNT(*) FROM speaker_words)"));
    }

    [Fact]
    public async Task A_clock_that_jumped_a_year_ahead_is_not_believed_until_it_has_run_for_a_week()
    {
        using var storage = await StorageUnderTest.OpenAsync();
        var retention = new Retention(storage.Database);
        for (var day = 0; day < 20; day++)
            Assert.Equal(day >= 6, await retention.KnowsTheTimeAsync(StorageUnderTest.Noon + (day * Day), default));

        var jumped = StorageUnderTest.Noon + (400 * Day);
        Assert.False(await retention.KnowsTheTimeAsync(jumped, default));
        Assert.False(await retention.KnowsTheTimeAsync(jumped + TimeSpan.FromHours(1), default));
        Assert.True(await retention.KnowsTheTimeAsync(StorageUnderTest.Noon + (20 * Day), default)); // set right again: it was at work on those days
        for (var day = 0; day < 8; day++)
            Assert.Equal(day >= 6, await retention.KnowsTheTimeAsync(jumped + (day * Day), default));
    }

    private static string Words(int number) => string.Concat(number.ToString(System.Globalization.CultureInfo.InvariantCulture).Select(digit => (char)('a' + digit - '0')));

    private static Task<int> SaveAsync(StorageUnderTest storage, string title, DateTimeOffset at) =>
        storage.News.SaveAsync([Reading(storage, title) with { Article = Reading(storage, title).Article with { Published = at } }], at, default);

    private static NewArticle Reading(StorageUnderTest storage, string title)
    {
        var reading = storage.Reading(title);
        return reading with { Article = reading.Article with { Text = Text }, Quotes = Summarizer.Summarize(null, Text).Quotes };
    }

    private static Task<int> SettleAllAsync(StorageUnderTest storage) =>
        storage.Database.WriteAsync(connection => connection.Execute("UPDATE outbox SET state = 'sent', settled = created"), default);

    private static async Task<Pruning> PruneAsync(StorageUnderTest storage, DateTimeOffset before)
    {
        var retention = new Retention(storage.Database);
        var pruning = Pruning.Begun;
        while (!pruning.IsDone)
            pruning = await retention.StepAsync(pruning, before, default);
        return pruning;
    }
}
