using Bot.Storage;
using Dapper;
using News.Articles;
using News.Matching;

namespace Bot.Tests.Storage;

/// <summary>What the index finds is what reading everything finds, in the same order.</summary>
public sealed class SearchAgainstScanTests
{
    private const int Articles = 1_500;

    /// <summary>What the articles are made of: common words, forms, names in several scripts, words in two.</summary>
    private static readonly string[] Words =
    [
        "government", "officials", "drone", "drones", "strike", "strikes", "struck", "air", "airstrike", "air-strikes", "oil", "prices", "price", "harvest",
        "minister", "ministry", "prime", "the", "of", "in", "Iraq", "Iraqi", "Iran", "Iranian", "Tehran", "Baghdad", "Basra", "IRGC", "Revolutionary", "Guards",
        "South", "Korea", "Koreans", "Sudan", "Jordan", "العراق", "والعراقيين", "إيران", "الحرس", "الثوري", "Ирака", "Иран", "ракетами", "伊拉克", "face-to-face", "talks",
    ];

    private static readonly string[] Rare = ["Fatemiyoun", "Abkhazia", "untelevision", "zeppelin"];

    private static readonly string[] Queries =
    [
        "government", "strike", "airstrike", "air strike", "\"oil prices\"", "\"oil price\" OR zeppelin", "\"prime minister\"", "\"minister prime\"", "harvest NOT drone",
        "drone AND Iraq", "drone NEAR/3 Iraq", "Iraq", "Iran", "\"South Korea\"", "Sudan", "@iraq", "@iran", "@irgc", "@iran AND strike", "@irgc OR harvest", "title:@iraq",
        "@fatemiyoun", "@abkhazia", "untelevision", "zeppelin", "zzyzx", "\"zzyzx drone\"", "\"untelevision drone\"", "face-to-face", "\"facetoface talks\"", "strik*", "ракета", "العراق",
        "@south-korea", "@jordan NOT Iraq", "(@iran OR @iraq) AND \"oil prices\"", "/dr[o]nes?/",
    ];

    [Theory]
    [InlineData(0, "all are filed under names")]
    [InlineData(Articles / 2, "the older half came before names were filed")]
    [InlineData(Articles + 1, "none is filed under a name yet")]
    public async Task The_index_finds_what_reading_finds(int unnamed, string why)
    {
        using var storage = await StorageUnderTest.OpenAsync();
        await storage.Names.AnnounceAsync(default);
        await FillAsync(storage);
        if (unnamed > 0)
        {
            await storage.Database.WriteAsync(connection =>
            {
                // As if an older bot had stored them: the articles have their words and not the names.
                var rows = connection.Query<(long Id, string Title)>("SELECT id, title FROM articles WHERE id < @unnamed", new { unnamed }).AsList();
                foreach (var (id, title) in rows)
                    SearchIndex.FileAnew(connection, id, $"{SearchIndex.RootOf(storage.Feed)} {string.Join(' ', ArticleWords.Of(storage.Reading(title).Article))}");
                connection.Execute("UPDATE filed_names SET since = @unnamed", new { unnamed });
            }, default);
        }

        var search = new SearchStore(storage.Database, storage.News);
        ScopeKey[] own = [ScopeKey.Operator];
        var since = StorageUnderTest.Noon.AddHours(-900);
        var all = storage.News.Newest(own, since).ToList();
        foreach (var text in Queries)
        {
            var query = Assert.IsType<QueryReading.Read>(Query.Parse(text)).Query;
            var read = all.Where(stored => stored.Article.Readings.Any(reading => !query.Match(reading).IsEmpty)).Select(stored => stored.Id);

            Assert.True(read.SequenceEqual(search.Newest(query, own, since).Select(stored => stored.Id)), $"{text}, where {why}");
        }
    }

    [Fact]
    public async Task What_comes_before_the_names_are_known_is_filed_under_them_later()
    {
        using var storage = await StorageUnderTest.OpenAsync();
        var search = new SearchStore(storage.Database, storage.News);
        var query = ((QueryReading.Read)Query.Parse("@irgc")).Query;
        int Found() => search.Newest(query, [ScopeKey.Operator], DateTimeOffset.UnixEpoch).Count();
        await storage.SaveAsync("The Revolutionary Guards speak");
        Assert.Equal(1, Found());

        await storage.Names.AnnounceAsync(default);
        Assert.Equal(1, Found());
        await storage.SaveAsync("The IRGC speaks again");
        Assert.Equal(2, Found());

        // The next process has not worked them out when the first article comes, and ends before it has.
        var next = storage.NewsOfAnotherProcess();
        await storage.SaveAsync(next, "The Revolutionary Guards speak a third time");
        Assert.Equal(3, Found());
        await storage.Names.AnnounceAsync(default);
        Assert.Equal(3, Found());
        using var connection = storage.Database.Open();
        Assert.Equal(0, connection.ExecuteScalar<long>("SELECT COUNT(*) FROM filed_names WHERE root = ''"));
        Assert.Equal(3, connection.ExecuteScalar<long>("SELECT COUNT(*) FROM article_words WHERE article_words MATCH @root", new { root = $"\"{FiledNames.RootOf(query.Needs()!)}\"" }));
    }

    [Fact]
    public async Task An_edited_article_is_found_by_its_new_names()
    {
        using var storage = await StorageUnderTest.OpenAsync();
        await storage.Names.AnnounceAsync(default);
        await storage.SaveAsync("A drone over Basra");
        var search = new SearchStore(storage.Database, storage.News);
        var query = ((QueryReading.Read)Query.Parse("@fatemiyoun")).Query;
        Assert.Empty(search.Newest(query, [ScopeKey.Operator], DateTimeOffset.UnixEpoch));

        var id = storage.News.Newest([ScopeKey.Operator], DateTimeOffset.UnixEpoch).Single().Id;
        await storage.News.SaveAsync([storage.Reading("Fatemiyoun fighters over Basra") with { Edited = id }], StorageUnderTest.Noon, default);

        Assert.Single(search.Newest(query, [ScopeKey.Operator], DateTimeOffset.UnixEpoch));
    }

    [Fact]
    public async Task Names_that_are_no_longer_filed_are_forgotten_before_the_next_article_comes()
    {
        using var storage = await StorageUnderTest.OpenAsync();
        await storage.Database.WriteAsync(connection => connection.Execute("INSERT INTO filed_names VALUES ('_nother', 1)"), default);

        await storage.Names.AnnounceAsync(default);

        using var connection = storage.Database.Open();
        Assert.Equal(0, connection.ExecuteScalar<long>("SELECT COUNT(*) FROM filed_names WHERE root = '_nother'"));
        Assert.True(connection.ExecuteScalar<long>("SELECT COUNT(*) FROM filed_names WHERE since = 1") > 300);
    }

    private static async Task FillAsync(StorageUnderTest storage)
    {
        var random = new Random(5);
        for (var from = 0; from < Articles; from += 100)
        {
            var now = StorageUnderTest.Noon.AddHours(from - Articles);
            await storage.News.SaveAsync([.. Enumerable.Range(from, 100).Select(i => Invented(i, now))], now, default);
        }

        NewArticle Invented(int number, DateTimeOffset now)
        {
            var words = Enumerable.Range(0, 4 + random.Next(12)).Select(_ => random.Next(300) == 0 ? Rare[random.Next(Rare.Length)] : Words[random.Next(Words.Length)]);
            var reading = storage.Reading($"{string.Join(' ', words)} {number}");
            return reading with { Article = reading.Article with { Published = now.AddMinutes(-random.Next(number % 20 == 0 ? 20_000 : 90)) } };
        }
    }
}
