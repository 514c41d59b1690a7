using System.CommandLine;
using Bot.Storage;
using Bot.Tests.EndToEnd;
using Bot.Tests.Fakes;
using Bot.Verbs;
using Dapper;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace Bot.Tests.Verbs;

/// <summary><c>bot backup</c> and <c>bot restore</c>, as a shell and a channel see them.</summary>
public sealed class BackupTests : IDisposable
{
    private const string Convoy =
        "<p>Two soldiers died when an airstrike struck their convoy on the desert road west of Rutba in Iraq, a provincial council member told reporters late on Friday.</p>";

    private const string Field =
        "<p>Farmers near Sinjar in Iraq found fragments of a missile in a wheat field a day after an airstrike, and police closed the village school for a week.</p>";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("news-bot-test-");

    private string Database => Path.Combine(_folder.FullName, "bot.db");

    private string Copy => Path.Combine(_folder.FullName, "copy.db");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task A_bot_that_was_restored_says_nothing_twice_and_misses_nothing_that_is_new()
    {
        await using var site = await FakeFeedSite.StartAsync();
        site.Serve("/wire", Rss.Feed());
        await using var bot = await Bot(site).StartAsync();
        await bot.UntilAsync(() => site.CountOf("/wire") >= 2, "the feed is polled");
        site.Serve("/wire", Rss.Feed(Rss.Item("1", "Airstrike in Iraq: told before the backup")));
        await bot.UntilTerminalShowsAsync("told before the backup");
        await bot.UntilAsync(() => Waiting(bot) == 0, "its receipt is written");

        Assert.Equal((0, ""), Errors("backup", Copy)); // while it runs
        Assert.Equal(2, Run("backup", Copy).Exit); // and never over another file
        Assert.Equal(2, Run("restore", Copy).Exit); // nor is it taken back under a bot

        site.Serve("/wire", Rss.Feed(
            Rss.Item("2", "Convoy on desert road west of Rutba, Iraq: told after the backup", Convoy), Rss.Item("1", "Airstrike in Iraq: told before the backup")));
        await bot.UntilTerminalShowsAsync("told after the backup");
        await bot.StopAsync();

        var restored = Run("restore", Copy);
        Assert.Equal((0, ""), (restored.Exit, restored.Error));
        var former = restored.Output.Split("kept as ")[1].Split(".\n")[0];
        Assert.True(File.Exists(former));

        await bot.StartAsync();
        var polls = site.CountOf("/wire");
        await bot.UntilAsync(() => site.CountOf("/wire") >= polls + 2, "the feed is polled");
        site.Serve("/wire", Rss.Feed(
            Rss.Item("3", "Missile fragments in wheat field near Sinjar, Iraq: new", Field), Rss.Item("2", "Convoy on desert road west of Rutba, Iraq: told after the backup", Convoy), Rss.Item("1", "Airstrike in Iraq: told before the backup")));
        await bot.UntilTerminalShowsAsync("Sinjar, Iraq: new");

        Assert.Equal(2, bot.Terminal.Split("told before the backup").Length);
        Assert.Equal(2, bot.Terminal.Split("told after the backup").Length);
    }

    [Fact]
    public async Task What_waited_at_the_backup_is_looked_for_before_it_is_posted()
    {
        using (var storage = await Storage.StorageUnderTest.OpenAsync())
        {
            await storage.SaveAsync("Strike hits depot in Iraq");
            Backup.Write(storage.Database, Copy, default);
        }

        Assert.Equal((0, ""), Errors("restore", Copy));

        using var restored = new SqliteConnection($"Data Source={Database};Pooling=False");
        restored.Open();
        Assert.Equal((1, true), restored.QuerySingle<(int, bool)>("SELECT attempts, first_tried = created FROM outbox"));
    }

    [Fact]
    public async Task What_is_no_whole_backup_leaves_the_database_as_it_is()
    {
        using (var storage = await Storage.StorageUnderTest.OpenAsync())
            Backup.Write(storage.Database, Database, default);
        var before = await File.ReadAllBytesAsync(Database);
        await File.WriteAllBytesAsync(Copy, before[..(before.Length / 2)]);

        var run = Run("restore", Copy);

        Assert.Equal(2, run.Exit);
        Assert.Contains("is cut off", run.Error, StringComparison.Ordinal);
        Assert.Equal(before, await File.ReadAllBytesAsync(Database));
    }

    [Fact]
    public async Task A_restore_that_was_interrupted_is_not_mistaken_for_a_new_bot()
    {
        await File.WriteAllTextAsync(Database + ".restoring", "half a database");

        Assert.Contains("a restore was interrupted", Run("backup", Copy).Error + Start(), StringComparison.Ordinal);

        string Start()
        {
            using var database = new Database(Microsoft.Extensions.Options.Options.Create(new StorageOptions { ConnectionString = $"Data Source={Database}" }));
            return Assert.Throws<InvalidDataException>(database.Open).Message;
        }
    }

    [Theory]
    [InlineData("tomorrow")]
    [InlineData("2999-01-01")] // nobody has told anything by then
    public void An_instant_that_is_none_is_refused(string instant)
    {
        Assert.Contains("--told-until", Run("restore", Copy, "--told-until", instant).Error, StringComparison.Ordinal);
    }

    private BotUnderTest Bot(FakeFeedSite site) => BotUnderTest.With(new()
    {
        ["Feeds:0:Url"] = site.Url("/wire").AbsoluteUri,
        ["Watchlists:0:Name"] = "iraq",
        ["Watchlists:0:Query"] = "airstrike AND Iraq",
        ["Watchlists:0:Channels:0"] = "terminal",
        ["Storage:ConnectionString"] = $"Data Source={Database}",
    });

    private static int Waiting(BotUnderTest bot)
    {
        using var connection = bot.Services.GetRequiredService<Database>().Open();
        return connection.QuerySingle<int>("SELECT COUNT(*) FROM outbox WHERE state = 'waiting'");
    }

    private (int, string) Errors(params string[] arguments)
    {
        var (exit, _, error) = Run(arguments);
        return (exit, error);
    }

    private (int Exit, string Output, string Error) Run(params string[] arguments)
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter { NewLine = "\n" };
        var root = new RootCommand();
        foreach (var verb in BackupVerbs.All(new Streams(Stream.Null, output, error), [$"--Storage:ConnectionString=Data Source={Database}"]))
            root.Subcommands.Add(verb);
        var exit = root.Parse(arguments).Invoke();
        return (exit, output.ToString(), error.ToString());
    }
}
