using Bot.Storage;
using Dapper;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Options;

namespace Bot.Tests.Storage;

/// <summary>What a power cut leaves on the disk holds everything that was said to be kept.</summary>
public sealed class PowerCutTests
{
    [Fact]
    public async Task What_was_kept_is_there_after_a_cut_at_any_moment()
    {
        using var storage = await StorageUnderTest.OpenAsync();
        for (var round = 1; round <= 40; round++)
        {
            await storage.SaveAsync($"Story number {round} of Iraq");

            Assert.Equal(round, Stories(Cut(storage.Database.File, lost: 0)));
        }
    }

    [Theory]
    [InlineData(1)] // its last byte
    [InlineData(4096)] // a page
    [InlineData(5000)]
    public async Task A_write_that_was_cut_in_its_middle_costs_itself_alone(int lost)
    {
        using var storage = await StorageUnderTest.OpenAsync();
        await storage.SaveAsync("The first of Iraq");
        await storage.SaveAsync("The second of Iraq");

        Assert.Equal(1, Stories(Cut(storage.Database.File, lost)));
    }

    /// <summary>Without this a commit may be undone by the cut.</summary>
    [Fact]
    public async Task Each_connection_waits_for_the_disk()
    {
        using var storage = await StorageUnderTest.OpenAsync();
        using var reader = storage.Database.Open();

        Assert.Equal((2, "wal"), (reader.QuerySingle<int>("PRAGMA synchronous"), reader.QuerySingle<string>("PRAGMA journal_mode")));
        Assert.Equal(2, await storage.Database.WriteAsync(connection => connection.QuerySingle<int>("PRAGMA synchronous"), default));
    }

    [Fact]
    public async Task The_log_does_not_outlive_a_stop()
    {
        var storage = await StorageUnderTest.OpenAsync();
        var file = storage.Database.File;
        await storage.SaveAsync("A story of Iraq");
        Assert.True(File.Exists(file.Log));

        storage.Database.Dispose();

        Assert.False(File.Exists(file.Log));
        storage.Dispose();
    }

    [Fact]
    public async Task A_log_that_grew_under_a_long_reading_is_cut_back_after_it()
    {
        using var storage = await StorageUnderTest.OpenAsync();
        await storage.SaveAsync("A story of Iraq");
        using (var reader = storage.Database.Open())
        {
            using var reading = reader.BeginTransaction(deferred: true);
            reader.Execute("SELECT COUNT(*) FROM articles");
            for (var i = 0; i < 90; i++)
                await storage.Database.WriteAsync(connection => connection.Execute("INSERT INTO pages VALUES (@i, 0, hex(randomblob(400000)))", new { i }), default);
        }

        Assert.True(new FileInfo(storage.Database.File.Log).Length > 64 << 20);
        await storage.Database.ShortenLogAsync(default);
        Assert.Equal(0, new FileInfo(storage.Database.File.Log).Length);
    }

    /// <summary>The files as they are on the disk, under other names; of the log the end is missing.</summary>
    private static string Cut(DatabaseFile file, int lost)
    {
        var copy = Path.Combine(Path.GetDirectoryName(file.Path)!, $"{Guid.NewGuid():N}.db");
        File.Copy(file.Path, copy);
        File.Copy(file.Log, copy + "-wal");
        using var log = File.Open(copy + "-wal", FileMode.Open);
        log.SetLength(log.Length - lost);
        return copy;
    }

    private static int Stories(string file)
    {
        using var database = new Database(Options.Create(new StorageOptions { ConnectionString = $"Data Source={file};Pooling=False" }));
        Migrations.Apply(database);
        using var connection = database.Open();
        Assert.Equal("ok", connection.QuerySingle<string>("PRAGMA integrity_check"));
        return connection.QuerySingle<int>("SELECT COUNT(*) FROM articles");
    }
}
