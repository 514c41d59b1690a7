using Bot.Storage;
using Dapper;
using Microsoft.Extensions.Options;

namespace Bot.Tests.Storage;

/// <summary>The database of an older bot is brought into shape at the start, which somebody may stop.</summary>
public sealed class MigrationTests
{
    [Fact]
    public void A_stop_undoes_the_step_that_takes_long_and_the_next_start_makes_it()
    {
        var folder = Directory.CreateTempSubdirectory("news-bot-test-");
        using (var database = new Database(Options.Create(new StorageOptions { ConnectionString = $"Data Source={Path.Combine(folder.FullName, "bot.db")}" })))
        {
            Migrations.Apply(database, shape: 12);
            using var connection = database.Open();
            connection.Execute(
                """
                INSERT INTO feeds (id, url) VALUES (1, 'https://wire.example/rss');
                INSERT INTO subscriptions (scope, feed_id, from_settings, added_at) VALUES ('operator', 1, 1, 0);
                INSERT INTO stories (id, headline, first_seen) VALUES (1, 'Road closed', 0);
                WITH RECURSIVE numbers (number) AS (VALUES (1) UNION ALL SELECT number + 1 FROM numbers WHERE number < 3000)
                INSERT INTO articles (id, story_id, feed_id, item_key, source, title, text, categories, published, received, summary)
                SELECT number, 1, 1, 'guid:' || number, 'Wire', 'Road closed', 'Nobody was hurt.', '[]', 5, 5, '{}' FROM numbers;
                """);

            Assert.Throws<OperationCanceledException>(() => Migrations.Apply(database, new CancellationToken(canceled: true)));
            Assert.InRange(Shape(), 12, Migrations.Newest - 1);
            Migrations.Apply(database);

            Assert.Equal(Migrations.Newest, Shape());
            Assert.Equal(3000, connection.QuerySingle<int>("SELECT COUNT(*) FROM articles"));

            int Shape() => connection.QuerySingle<int>("PRAGMA user_version");
        }

        folder.Delete(recursive: true);
    }
}
