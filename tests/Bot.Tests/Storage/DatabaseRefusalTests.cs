using Bot.Storage;
using Dapper;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Options;

namespace Bot.Tests.Storage;

/// <summary>What is no database of this bot is refused by its name, and stays as it is.</summary>
public sealed class DatabaseRefusalTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("news-bot-test-").FullName;

    private string File => Path.Combine(_folder, "bot.db");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("a text", "is no SQLite database")]
    [InlineData("somebody else's", "belongs to another program")]
    [InlineData("newer", "was written by a newer bot")]
    [InlineData("cut in half", "is cut off")] // a copy that was interrupted
    [InlineData("its schema overwritten", "is damaged")]
    [InlineData("a page overwritten", "is damaged")] // that nobody reads at the start but the check
    [InlineData("zeros", "is no SQLite database")] // what a file system leaves after a power cut
    public void A_file_that_can_t_be_used_is_refused_and_left_as_it_is(string what, string words)
    {
        Make(what);
        var before = System.IO.File.ReadAllBytes(File);

        var refusal = Refusal($"Data Source={File}");

        Assert.Contains(words, refusal, StringComparison.Ordinal);
        Assert.Contains(File, refusal, StringComparison.Ordinal);
        Assert.Equal(before, System.IO.File.ReadAllBytes(File));
        Assert.Equal([File], Directory.GetFiles(_folder));
    }

    [Fact]
    public void A_folder_is_refused()
    {
        Directory.CreateDirectory(File);

        Assert.Contains("is a folder", Refusal($"Data Source={File}"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_may_not_be_written_is_refused()
    {
        // A mode keeps root from nothing, but nobody writes into a program that runs.
        Assert.Contains("can't be opened to read and write", Refusal($"Data Source={Environment.ProcessPath}"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_log_without_its_database_is_refused()
    {
        System.IO.File.WriteAllText(File + "-wal", "changes of a file that somebody moved away");

        Assert.Contains("holds its last changes", Refusal($"Data Source={File}"), StringComparison.Ordinal);
        Assert.False(System.IO.File.Exists(File));
    }

    [Fact]
    public void A_database_that_another_program_holds_is_refused()
    {
        Make("a database");
        using var other = new SqliteConnection($"Data Source={File};Pooling=False");
        other.Open();
        other.Execute("PRAGMA locking_mode = EXCLUSIVE; PRAGMA user_version = 1");

        Assert.Contains("is locked by another program", Refusal($"Data Source={File};Default Timeout=1"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_link_to_a_database_is_that_database()
    {
        Make("a database");
        var link = Path.Combine(_folder, "link.db");
        System.IO.File.CreateSymbolicLink(link, File);
        using var first = Open($"Data Source={File}");
        first.Claim();

        Assert.Contains("Another bot is at work", Refusal($"Data Source={link}"), StringComparison.Ordinal);
    }

    [Fact]
    public void The_second_bot_is_refused_until_the_first_has_ended()
    {
        using (var first = Open($"Data Source={File}"))
        {
            first.Claim();
            Migrations.Apply(first);

            Assert.Contains("Another bot is at work", Refusal($"Data Source={File}"), StringComparison.Ordinal);
            using var reader = Open($"Data Source={File}"); // whoever only reads is welcome
            Migrations.Apply(reader);
        }

        using var next = Open($"Data Source={File}");
        next.Claim();
    }

    [Fact]
    public void An_older_bot_s_database_is_not_changed_under_it()
    {
        using var older = Open($"Data Source={File}");
        Migrations.Apply(older, shape: 3);
        older.Claim();
        using var newer = Open($"Data Source={File}");

        Assert.Throws<InvalidDataException>(() => Migrations.Apply(newer));

        using var connection = older.Open();
        Assert.Equal(3, connection.QuerySingle<int>("PRAGMA user_version"));
    }

    [Theory]
    [InlineData("Data Source=file:bot.db")]
    [InlineData("Data Source=:memory:")]
    [InlineData("Data Source=bot.db;Mode=ReadOnly")]
    [InlineData("Data Source=bot.db;Cache=Shared")]
    [InlineData("Data Source=bot.db;Password=secret")]
    [InlineData("Data Source=bot.db;Mode=Memory")]
    [InlineData("Data Source=")]
    public void A_connection_string_that_can_t_hold_is_refused(string connection) =>
        Assert.True(new StorageOptionsCheck().Validate(null, new StorageOptions { ConnectionString = connection }).Failed);

    private void Make(string what)
    {
        if (what == "a text")
        {
            System.IO.File.WriteAllText(File, string.Concat(Enumerable.Repeat("Dear editor, ", 100)));
            return;
        }

        if (what == "somebody else's")
        {
            using var other = new SqliteConnection($"Data Source={File};Pooling=False");
            other.Open();
            other.Execute("CREATE TABLE notes (id INTEGER PRIMARY KEY, text TEXT); INSERT INTO notes (text) VALUES ('milk')");
            return;
        }

        using (var database = Open($"Data Source={File}"))
        {
            Migrations.Apply(database);
            using var connection = database.Open();
            connection.Execute("WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 2000) INSERT INTO pages SELECT 'link ' || i, i, hex(randomblob(200)) FROM n");
            if (what == "newer")
                connection.Execute("PRAGMA user_version = 999");
        }

        System.IO.File.Delete(File + ".lock");
        using var file = System.IO.File.Open(File, FileMode.Open);
        switch (what)
        {
            case "cut in half":
                file.SetLength(file.Length / 2);
                break;
            case "zeros":
                file.Write(new byte[file.Length]);
                break;
            case "its schema overwritten":
                file.Position = 100;
                file.Write(Enumerable.Repeat((byte)0xAB, 3000).ToArray());
                break;
            case "a page overwritten":
                file.Position = file.Length / 8192 * 4096;
                file.Write(Enumerable.Repeat((byte)0xAB, 4096).ToArray());
                break;
        }
    }

    private static Database Open(string connection) => new(Options.Create(new StorageOptions { ConnectionString = connection }));

    private static string Refusal(string connection)
    {
        using var database = Open(connection);
        return Assert.Throws<InvalidDataException>(() =>
        {
            using (database.Open())
                database.Claim();
        }).Message;
    }
}
