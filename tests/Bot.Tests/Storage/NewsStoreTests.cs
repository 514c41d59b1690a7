using Bot.Storage;
using Dapper;

namespace Bot.Tests.Storage;

public sealed class NewsStoreTests
{
    [Fact]
    public async Task A_save_that_fails_half_way_leaves_nothing_behind_and_the_next_one_loses_no_story()
    {
        using var storage = await StorageUnderTest.OpenAsync();
        await storage.SaveAsync("An earlier story about Iraq");
        var broken = storage.Reading("Other news about Iraq") with { Feed = new FeedId(999) };
        await Assert.ThrowsAnyAsync<Exception>(() => storage.News.SaveAsync(
            [storage.Reading("Strike hits depot in Iraq"), broken], StorageUnderTest.Noon, default));

        // The rolled-back story's number is given again: its title must not lead to whoever has it now.
        Assert.Equal(1, await storage.SaveAsync("Bridge opens again in Iraq"));
        Assert.Equal(1, await storage.SaveAsync("Strike hits depot in Iraq"));
    }

    [Fact]
    public async Task A_commit_that_fails_leaves_the_stories_as_they_were()
    {
        using var storage = await StorageUnderTest.OpenAsync();
        await storage.SaveAsync("An earlier story about Iraq");
        using (var connection = storage.Database.Open())
        {
            // A deferred constraint speaks up at the commit only, as a full disk would.
            connection.Execute(
                """
                CREATE TABLE cause (id INTEGER PRIMARY KEY);
                CREATE TABLE trouble (id INTEGER REFERENCES cause (id) DEFERRABLE INITIALLY DEFERRED);
                CREATE TRIGGER fails AFTER INSERT ON stories BEGIN INSERT INTO trouble VALUES (1); END;
                """);
        }

        await Assert.ThrowsAnyAsync<Exception>(() => storage.SaveAsync("Strike hits depot in Iraq"));
        using (var connection = storage.Database.Open())
            connection.Execute("DROP TRIGGER fails");
        Assert.Equal(1, await storage.SaveAsync("Bridge opens again in Iraq"));
        Assert.Equal(1, await storage.SaveAsync("Strike hits depot in Iraq"));
    }

    [Fact]
    public async Task Articles_that_were_read_for_others_than_those_who_follow_the_feed_now_are_read_again()
    {
        using var storage = await StorageUnderTest.OpenAsync();
        var readFor = new HashSet<ScopeKey> { ScopeKey.Operator };
        var url = (await storage.Feeds.AllAsync(default))[0].Url;
        await storage.Feeds.FollowAsync(ScopeKey.Discord("1"), url, null, null, "test", StorageUnderTest.Noon, default);
        Assert.Null(await storage.News.SaveAsync([storage.Reading("Strike hits depot in Iraq")], readFor, StorageUnderTest.Noon, default));

        readFor.Add(ScopeKey.Discord("1"));
        Assert.Equal(1, await storage.News.SaveAsync([storage.Reading("Strike hits depot in Iraq")], readFor, StorageUnderTest.Noon, default));
    }

    [Fact]
    public async Task Whoever_reads_what_is_stored_keeps_nobody_from_storing_more()
    {
        using var storage = await StorageUnderTest.OpenAsync();
        await storage.SaveAsync("Strike hits depot in Iraq", "Bridge opens again in Iraq");
        using var reading = storage.News.NewestArticles([ScopeKey.Operator], DateTimeOffset.UnixEpoch).GetEnumerator();
        Assert.True(reading.MoveNext());

        Assert.Equal(1, await storage.SaveAsync("Floods in Basra"));
        Assert.True(reading.MoveNext());
        Assert.False(reading.MoveNext());
    }

    [Fact]
    public async Task A_story_that_another_process_stored_is_the_same_story_here()
    {
        using var storage = await StorageUnderTest.OpenAsync();
        await storage.SaveAsync("An earlier story about Iraq");
        var other = storage.NewsOfAnotherProcess();
        Assert.Equal(1, await storage.SaveAsync(other, "Strike hits depot in Iraq"));

        Assert.Equal(0, await storage.News.SaveAsync(
            [storage.Reading("Strike hits depot in Iraq", key: "the same from elsewhere")], StorageUnderTest.Noon, default));
    }

    [Fact]
    public async Task A_watchlist_that_is_removed_while_an_item_is_read_says_nothing_more()
    {
        using var storage = await StorageUnderTest.OpenAsync();
        var reading = storage.Reading("Strike hits depot in Iraq");
        await storage.Watchlists.RemoveAsync(ScopeKey.Operator, "iraq", StorageUnderTest.Noon, default);

        Assert.Equal(0, await storage.News.SaveAsync([reading], StorageUnderTest.Noon, default));
        Assert.Empty(await storage.Outbox.DueAsync(StorageUnderTest.Noon, default));
    }
}
