using Bot.Storage;
using Dapper;
using News.Matching;

namespace Bot.Tests.Storage;

public sealed class SearchStoreTests
{
    private static readonly ScopeKey[] Own = [ScopeKey.Operator];

    [Fact]
    public async Task The_newest_come_first_by_when_they_were_published_not_by_when_they_came()
    {
        using var storage = await StorageUnderTest.OpenAsync();
        var noon = StorageUnderTest.Noon;
        await SaveAsync(storage, noon, ("Drone over Basra", noon.AddHours(-1)), ("Drone over Mosul", noon.AddHours(-5)));
        await SaveAsync(storage, noon.AddHours(1), ("Drone archive", noon.AddDays(-20)), ("Drone over Kirkuk", noon.AddHours(-2)));

        var found = Search(storage).Newest(Query("drones"), Own, DateTimeOffset.UnixEpoch).Select(stored => stored.Article.Title);

        Assert.Equal(["Drone over Basra", "Drone over Kirkuk", "Drone over Mosul", "Drone archive"], found);
        Assert.Equal(2, Search(storage).Newest(Query("drones"), Own, noon.AddHours(-3)).Count());
    }

    [Fact]
    public async Task Nobody_finds_what_only_others_follow_however_many_articles_they_have()
    {
        using var storage = await StorageUnderTest.OpenAsync();
        var (few, many) = (ScopeKey.Discord("1"), ScopeKey.Discord("2"));
        await FollowAsync(storage, few, 2);
        await FollowAsync(storage, many, 12);
        await SaveAsync(storage, StorageUnderTest.Noon, [.. Enumerable.Range(0, 700).Select(i => ($"Drone number {i} flies", StorageUnderTest.Noon))]);
        var quiet = (await storage.Feeds.ListAsync([many], default)).Select(feed => feed.Id).ToList();
        await storage.News.SaveAsync([storage.Reading("Drone of the other feed") with { Feed = quiet[0] }], StorageUnderTest.Noon.AddHours(-1), default);
        await SaveAsync(storage, StorageUnderTest.Noon, [.. Enumerable.Range(700, 700).Select(i => ($"Drone number {i} flies", StorageUnderTest.Noon))]);

        foreach (var scope in new[] { few, many })
            Assert.Equal("Drone of the other feed", Assert.Single(Search(storage).Newest(Query("drone"), [scope], DateTimeOffset.UnixEpoch)).Article.Title);
        Assert.Equal(1_400, Search(storage).Newest(Query("drone"), Own, DateTimeOffset.UnixEpoch).Count());
        Assert.Empty(Search(storage).Newest(Query("drone"), [ScopeKey.Discord("3")], DateTimeOffset.UnixEpoch));
    }

    [Fact]
    public async Task A_search_puts_the_article_in_front_that_is_about_it()
    {
        using var storage = await StorageUnderTest.OpenAsync();
        var noon = StorageUnderTest.Noon;
        await storage.News.SaveAsync(
        [
            Reading(storage, "Market report", "Oil was up. A ferry was late. " + string.Join(' ', Enumerable.Repeat("Prices rose again on Tuesday.", 50)), noon),
            Reading(storage, "Ferry sinks off Basra", "The ferry sank at dawn. Nobody knew why the ferry was there.", noon.AddHours(-9)),
        ], noon, default);

        var found = Search(storage).Search(Query("ferry"), Own, DateTimeOffset.UnixEpoch, 10);

        Assert.Equal(["Ferry sinks off Basra", "Market report"], found.Select(one => one.Stored.Article.Title));
        Assert.True(found[0].Score > found[1].Score);
        Assert.Single(Search(storage).Search(Query("ferry AND Basra"), Own, DateTimeOffset.UnixEpoch, 10));
        Assert.Single(Search(storage).Search(Query("\"ferry sank\""), Own, DateTimeOffset.UnixEpoch, 10));
        Assert.Empty(Search(storage).Search(Query("ferry NOT Basra NOT oil"), Own, DateTimeOffset.UnixEpoch, 10));
    }

    [Fact]
    public async Task What_is_deleted_is_forgotten()
    {
        using var storage = await StorageUnderTest.OpenAsync();
        await storage.SaveAsync("Drone over Basra", "Drone over Mosul");
        var gone = Search(storage).Newest(Query("Basra"), Own, DateTimeOffset.UnixEpoch).Single().Id.Value;

        await storage.Database.WriteAsync(connection => SearchIndex.Forget(connection, [gone, gone + 1_000]), default);

        Assert.Empty(Search(storage).Newest(Query("Basra"), Own, DateTimeOffset.UnixEpoch));
        Assert.Single(Search(storage).Newest(Query("drone"), Own, DateTimeOffset.UnixEpoch));
        using var connection = storage.Database.Open();
        Assert.Equal(1, connection.ExecuteScalar<long>("SELECT COUNT(*) FROM searchable"));
        connection.Execute("INSERT INTO article_words (article_words) VALUES ('integrity-check')");
    }

    [Fact]
    public async Task What_an_older_bot_stored_is_found_before_and_after_it_is_filed()
    {
        using var storage = await StorageUnderTest.OpenAsync();
        await storage.SaveAsync([.. Enumerable.Range(0, 250).Select(i => $"Drone {i} over Basra")]);
        await storage.Database.WriteAsync(connection =>
        {
            connection.Execute("DELETE FROM searchable");
            connection.Execute("INSERT INTO article_words (article_words) VALUES ('delete-all')");
            connection.Execute("UPDATE search_filling SET unfiled_below = (SELECT MAX(id) + 1 FROM articles)");
        }, default);
        await storage.SaveAsync("Drone over Kirkuk");
        string[] Found() => [.. Search(storage).Newest(Query("drone"), Own, DateTimeOffset.UnixEpoch).Select(stored => stored.Article.Title)];

        var before = Found();
        var steps = 1;
        while (await SearchIndex.FillAsync(storage.Database, storage.Names, default))
            steps++;

        Assert.Equal(251, before.Length);
        Assert.Equal(before, Found());
        Assert.Equal(4, steps);
        using var connection = storage.Database.Open();
        Assert.True(SearchIndex.IsWhole(connection));
        Assert.Equal(251, connection.ExecuteScalar<long>("SELECT COUNT(*) FROM searchable"));
    }

    private static SearchStore Search(StorageUnderTest storage) => new(storage.Database, storage.News);

    private static Query Query(string text) => ((QueryReading.Read)News.Matching.Query.Parse(text)).Query;

    private static NewArticle Reading(StorageUnderTest storage, string title, string text, DateTimeOffset published)
    {
        var reading = storage.Reading(title);
        return reading with { Article = reading.Article with { Text = text, Published = published } };
    }

    private static Task<int> SaveAsync(StorageUnderTest storage, DateTimeOffset now, params (string Title, DateTimeOffset Published)[] articles) =>
        storage.News.SaveAsync([.. articles.Select(one => Reading(storage, one.Title, "", one.Published))], now, default);

    private static async Task FollowAsync(StorageUnderTest storage, ScopeKey scope, int feeds)
    {
        for (var i = 0; i < feeds; i++)
            await storage.Feeds.FollowAsync(scope, new Uri($"https://feed{i}.example/rss"), $"Feed {i}", null, "test", StorageUnderTest.Noon, default);
    }
}
