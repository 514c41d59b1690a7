using System.Collections.Immutable;
using Bot.Storage;
using Dapper;
using Microsoft.Extensions.Options;
using News.Alerts;
using News.Summaries;

namespace Bot.Tests.Storage;

public sealed class QuoteStoreTests
{
    private const string Text =
        "😀 The road is closed.\n\n“We will open it in May,” said Gen. Jane al-Doe, a ministry spokeswoman. “It takes ‘time’, and 3 roads.”\n\nThe owner said it was \"a disgrace\".";

    private static readonly ScopeKey[] Own = [ScopeKey.Operator];

    [Fact]
    public async Task What_people_say_is_kept_as_it_was_read()
    {
        using var storage = await StorageUnderTest.OpenAsync();
        var quotes = Summarizer.Summarize(null, Text).Quotes;
        await SaveAsync(storage, "Road closed", quotes);

        var store = new QuoteStore(storage.Database);
        var article = Assert.Single(store.Newest(Own, DateTimeOffset.UnixEpoch, []));
        var read = store.Read([article])[article.Id];

        Assert.NotEmpty(quotes);
        Assert.True(quotes.SequenceEqual(read), string.Join('\n', read));
        Assert.All(read, quote => Assert.Equal(quote.Text, Text[quote.Start..quote.End]));
    }

    [Theory]
    [InlineData("doe", true)]
    [InlineData("spokeswoman", true)]
    [InlineData("jane", true)]
    [InlineData("al", false)]
    [InlineData("road", false)]
    public async Task Who_is_quoted_is_found_by_a_word_of_name_or_role(string word, bool isFound)
    {
        using var storage = await StorageUnderTest.OpenAsync();
        await SaveAsync(storage, "Road closed", Summarizer.Summarize(null, Text).Quotes);
        var store = new QuoteStore(storage.Database);

        Assert.Equal(isFound, store.Newest(Own, DateTimeOffset.UnixEpoch, [word]).Any());
        Assert.Empty(store.Newest([ScopeKey.Discord("1")], DateTimeOffset.UnixEpoch, [word]));
        Assert.Empty(store.Newest(Own, StorageUnderTest.Noon.AddHours(1), [word]));
    }

    [Theory]
    [InlineData("السوداني")]
    [InlineData("سودانی")] // in Persian's letters and without the article
    [InlineData("محمّد")] // with a mark over a letter
    public async Task Arabic_names_are_found_in_other_letters(string asked)
    {
        using var storage = await StorageUnderTest.OpenAsync();
        await SaveAsync(storage, "Road closed", [Quote.Cut(Text, 0, 5, QuoteKind.Full) with { Speaker = "محمد السوداني" }]);

        Assert.Single(new QuoteStore(storage.Database).Newest(Own, DateTimeOffset.UnixEpoch, NameWords.Of(asked)));
    }

    [Fact]
    public async Task An_article_that_is_not_kept_leaves_no_quotations_behind()
    {
        using var storage = await StorageUnderTest.OpenAsync();
        var broken = Reading(storage, "Other news", []) with { Feed = new FeedId(999) };

        await Assert.ThrowsAnyAsync<Exception>(() => storage.News.SaveAsync(
            [Reading(storage, "Road closed", Summarizer.Summarize(null, Text).Quotes), broken], StorageUnderTest.Noon, default));

        using var connection = storage.Database.Open();
        Assert.Equal(0, connection.QuerySingle<int>("SELECT (SELECT COUNT(*) FROM quotes) + (SELECT COUNT(*) FROM speaker_words)"));
    }

    [Fact]
    public void What_an_older_bot_stored_is_read_anew()
    {
        var folder = Directory.CreateTempSubdirectory("news-bot-test-");
        using (var database = new Database(Options.Create(new StorageOptions { ConnectionString = $"Data Source={Path.Combine(folder.FullName, "bot.db")}" })))
        {
            Migrations.Apply(database, shape: 12);
            using (var connection = database.Open())
            {
                connection.Execute(
                    """
                    INSERT INTO feeds (id, url) VALUES (1, 'https://wire.example/rss');
                    INSERT INTO subscriptions (scope, feed_id, from_settings, added_at) VALUES ('operator', 1, 1, 0);
                    INSERT INTO stories (id, headline, first_seen) VALUES (1, 'Road closed', 0);
                    INSERT INTO articles (id, story_id, feed_id, item_key, source, title, text, categories, published, received, summary)
                    VALUES (1, 1, 1, 'guid:1', 'Wire', 'Road closed', @Text, '[]', 5, 5, '{}');
                    """, new { Text });
            }

            Migrations.Apply(database);

            var store = new QuoteStore(database);
            var article = Assert.Single(store.Newest(Own, DateTimeOffset.UnixEpoch, ["doe"]));
            Assert.True(Summarizer.Summarize(null, Text).Quotes.SequenceEqual(store.Read([article])[article.Id]));
        }

        folder.Delete(recursive: true);
    }

    private static Task<int> SaveAsync(StorageUnderTest storage, string title, ImmutableArray<Quote> quotes) =>
        storage.News.SaveAsync([Reading(storage, title, quotes)], StorageUnderTest.Noon, default);

    private static NewArticle Reading(StorageUnderTest storage, string title, ImmutableArray<Quote> quotes)
    {
        var reading = storage.Reading(title);
        return reading with { Article = reading.Article with { Text = Text }, Quotes = quotes };
    }
}
