using Bot.Storage;
using Dapper;
using Microsoft.Data.Sqlite;

namespace Bot.Tests.Storage;

public sealed class WriteQueueTests
{
    [Fact]
    public async Task Writes_that_wait_at_the_same_time_share_a_transaction()
    {
        using var storage = await Opened();
        var commits = 0;
        var writes = await WhileBusyAsync(storage.Database, () => Enumerable.Range(0, 100).Select(number => storage.Database.WriteAsync(
            connection =>
            {
                if (number == 0)
                {
                    SQLitePCL.raw.sqlite3_commit_hook(
                        connection.Handle,
                        _ =>
                        {
                            commits++;
                            return 0;
                        }, null);
                }

                connection.Execute("INSERT INTO notes VALUES (@number)", new { number });
            }, default)));
        await Task.WhenAll(writes);

        // On a machine that stands still in between they are more than one, but hardly one for every second.
        Assert.InRange(commits, 1, 50);
        Assert.Equal(Enumerable.Range(0, 100), Notes(storage.Database));
    }

    [Fact]
    public async Task A_write_that_fails_takes_none_of_its_neighbours_with_it()
    {
        using var storage = await Opened();
        var writes = await WhileBusyAsync(storage.Database, () => Enumerable.Range(0, 10).Select(number => storage.Database.WriteAsync(
            connection =>
            {
                connection.Execute("INSERT INTO notes VALUES (@number)", new { number });
                if (number % 3 == 1)
                    throw new InvalidOperationException($"no {number}");
            }, default)));

        for (var number = 0; number < writes.Count; number++)
        {
            if (number % 3 == 1)
                Assert.Equal($"no {number}", (await Assert.ThrowsAsync<InvalidOperationException>(() => writes[number])).Message);
            else
                await writes[number];
        }

        Assert.Equal([0, 2, 3, 5, 6, 8, 9], Notes(storage.Database));
    }

    [Fact]
    public async Task A_commit_that_fails_fails_for_the_one_whose_fault_it_is()
    {
        using var storage = await Opened();
        var writes = await WhileBusyAsync(storage.Database, () => Enumerable.Range(0, 5).Select(number => storage.Database.WriteAsync(
            connection => connection.Execute(
                number == 2 ? "INSERT INTO trouble VALUES (1)" : "INSERT INTO notes VALUES (@number)", new { number }), default)));
        await Assert.ThrowsAsync<SqliteException>(() => writes[2]);
        foreach (var number in (int[])[0, 1, 3, 4])
            await writes[number];
        Assert.Equal([0, 1, 3, 4], Notes(storage.Database));
    }

    [Fact]
    public async Task A_change_that_undoes_the_whole_transaction_harms_only_itself()
    {
        using var storage = await Opened();
        var writes = await WhileBusyAsync(storage.Database, () => Enumerable.Range(0, 5).Select(number => storage.Database.WriteAsync(
            connection => connection.Execute(
                number == 2 ? "INSERT OR ROLLBACK INTO notes VALUES (NULL)" : "INSERT INTO notes VALUES (@number)", new { number }), default)));
        await Assert.ThrowsAsync<SqliteException>(() => writes[2]);
        foreach (var number in (int[])[0, 1, 3, 4])
            await writes[number];
        Assert.Equal([0, 1, 3, 4], Notes(storage.Database));
    }

    [Fact]
    public async Task A_write_that_is_given_up_while_it_waits_is_not_made()
    {
        using var storage = await Opened();
        using var impatience = new CancellationTokenSource();
        var writes = await WhileBusyAsync(storage.Database, () =>
        {
            var given = storage.Database.WriteAsync(connection => connection.Execute("INSERT INTO notes VALUES (1)"), impatience.Token);
            var kept = storage.Database.WriteAsync(connection => connection.Execute("INSERT INTO notes VALUES (2)"), default);
            impatience.Cancel();
            return [given, kept];
        });
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => writes[0]);
        await writes[1];
        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => storage.Database.WriteAsync(connection => connection.Execute("INSERT INTO notes VALUES (3)"), impatience.Token));
        Assert.Equal([2], Notes(storage.Database));
    }

    [Fact]
    public async Task Of_many_writers_everyone_is_served()
    {
        using var storage = await Opened();
        await Task.WhenAll(Enumerable.Range(0, 16).Select(writer => Task.Run(async () =>
        {
            for (var i = 0; i < 50; i++)
            {
                var number = writer * 50 + i;
                await storage.Database.WriteAsync(connection => connection.Execute("INSERT INTO notes VALUES (@number)", new { number }), default);
            }
        })));
        Assert.Equal(Enumerable.Range(0, 800), Notes(storage.Database).Order());
    }

    private static async Task<StorageUnderTest> Opened()
    {
        var storage = await StorageUnderTest.OpenAsync();
        using var connection = storage.Database.Open();
        connection.Execute(
            """
            CREATE TABLE notes (number INTEGER NOT NULL);
            CREATE TABLE cause (id INTEGER PRIMARY KEY);
            CREATE TABLE trouble (id INTEGER REFERENCES cause (id) DEFERRABLE INITIALLY DEFERRED);
            """);
        return storage;
    }

    /// <summary>Asks for writes while another one holds the turn, and then lets it go.</summary>
    private static async Task<List<Task>> WhileBusyAsync(Database database, Func<IEnumerable<Task>> ask)
    {
        using var begun = new SemaphoreSlim(0);
        using var end = new ManualResetEventSlim(); // stays open: this write is made again where its transaction fails
        var other = Task.Run(() => database.WriteAsync(
            _ =>
            {
                begun.Release();
                Assert.True(end.Wait(Fakes.Patience.ForAnEvent));
            }, default));
        Assert.True(await begun.WaitAsync(Fakes.Patience.ForAnEvent));
        var writes = ask().ToList();
        end.Set();
        await other;
        return writes;
    }

    private static List<int> Notes(Database database)
    {
        using var connection = database.Open();
        return [.. connection.Query<int>("SELECT number FROM notes ORDER BY rowid")];
    }
}
