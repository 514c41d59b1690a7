using Bot.Storage;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Bot.Tests.EndToEnd;

public sealed class SettingsTests
{
    [Theory]
    [InlineData("Polling:Interval", "soon")]
    [InlineData("Polling:Interval", "-00:01:00")]
    [InlineData("Polling:Concurrency", "0")]
    [InlineData("Polling:AllowedNetworks:0", "everything")]
    [InlineData("Polling:Intervall", "00:05:00")]
    [InlineData("Feeds:0:Url", "not an address")]
    [InlineData("Feeds:0:Url", "file:///etc/passwd")]
    [InlineData("Watchlists:0:Query", "(Iraq AND")]
    [InlineData("Watchlists:0:Severity", "loud")]
    [InlineData("Watchlists:0:Channels:0", "irc:#news")]
    [InlineData("Watchlists:0:Channels:0", "discord:123")]
    [InlineData("Watchlists:0:Channels:0", "slack:C123")]
    [InlineData("Watchlists:0:Query", "@nobody-known")]
    [InlineData("Entities:Folder", "/nowhere/entities")]
    [InlineData("Retention:Keep", "1.00:00:00")]
    [InlineData("Retention:Keep", "for ever")]
    [InlineData("Alerts:BusyPerDay", "0")]
    [InlineData("Alerts:EditEvery", "-00:00:01")]
    [InlineData("Watchlists:0:Updates", "sometimes")]
    [InlineData("Publishers:Families:Example House:0", "")]
    [InlineData("Articles:Fetch", "maybe")]
    [InlineData("Articles:ShorterThan", "-1")]
    [InlineData("Articles:Timeout", "00:00:00")]
    [InlineData("Articles:Timeout", "soon")]
    [InlineData("Discord:ApiBaseUrl", "discord")]
    [InlineData("Slack:ApiBaseUrl", "ftp://slack.com")]
    [InlineData("Storage:ConnectionString", "Nonsense=1")]
    [InlineData("Storage:ConnectionString", "Data Source=:memory:")]
    [InlineData("Storage:ConnectionString", "Data Source=/proc/nowhere/bot.db")]
    [InlineData("Watchlist:0:Name", "typo")]
    [InlineData("Watchlists:0:Query", null)]
    [InlineData("Feeds:0", "https://wire.example/rss")]
    [InlineData("Discord", "a token")]
    [InlineData("Polling:AllowedNetworks", "127.0.0.0/8")]
    public async Task A_wrong_setting_stops_the_start_and_is_named(string key, string? value)
    {
        await using var bot = BotUnderTest.With(new()
        {
            ["Watchlists:0:Name"] = "iraq",
            ["Watchlists:0:Query"] = "Iraq",
            ["Watchlists:0:Channels:0"] = "terminal",
            [key] = value,
        });

        var problem = await Assert.ThrowsAnyAsync<Exception>(bot.StartAsync);

        var lines = Settings.Explain(problem);
        Assert.NotNull(lines);
        Assert.Contains(lines, line => line.Contains(key.EndsWith(":0", StringComparison.Ordinal) ? key[..^2] : key.Split(":0:Name")[0], StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_team_s_own_entity_file_is_read_at_the_start()
    {
        var folder = Directory.CreateTempSubdirectory("news-bot-entities-");
        try
        {
            await File.WriteAllTextAsync(
                Path.Combine(folder.FullName, "ours.json"), """{ "comment": "ours", "handle": "our-river", "name": "Little Zab", "names": [ "Little Zab" ] }""");
            await using var bot = BotUnderTest.With(new()
            {
                ["Entities:Folder"] = folder.FullName,
                ["Watchlists:0:Name"] = "water",
                ["Watchlists:0:Query"] = "@our-river",
                ["Watchlists:0:Channels:0"] = "terminal",
            });

            await bot.RunOnceAsync(null, "/watch alias our-river");

            Assert.Contains("@our-river: Little Zab", bot.Terminal, StringComparison.Ordinal);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Theory]
    [InlineData("{ \"comment\": \"ours\",\n \"handle\": \"our river\", \"name\": \"Zab\", \"names\": [ \"Zab\" ] }", "line 2")]
    [InlineData("{ \"comment\"", "line 1")]
    public async Task A_wrong_entity_file_stops_the_start_and_its_place_is_named(string text, string place)
    {
        var folder = Directory.CreateTempSubdirectory("news-bot-entities-");
        try
        {
            await File.WriteAllTextAsync(Path.Combine(folder.FullName, "ours.json"), text);
            await using var bot = BotUnderTest.With(new() { ["Entities:Folder"] = folder.FullName });

            var lines = Settings.Explain(await Assert.ThrowsAnyAsync<Exception>(bot.StartAsync));

            Assert.Contains($"ours.json, {place}", Assert.Single(lines!), StringComparison.Ordinal);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Theory]
    [InlineData("\"Little Zab\", \"the\"", "\"Great Zab\"", "“the” stands in nearly every article")]
    [InlineData("\"Little Zab\", \"The River\"", "\"the river\", \"Great Zab\"", "is a name of @b here and of @a in")]
    public async Task A_name_that_would_be_met_by_mistake_stops_the_start_and_its_file_is_named(string names, string otherNames, string fault)
    {
        var folder = Directory.CreateTempSubdirectory("news-bot-entities-");
        try
        {
            await File.WriteAllTextAsync(Path.Combine(folder.FullName, "a.json"), $$"""{ "comment": "ours", "handle": "a", "name": "A", "names": [ {{names}} ] }""");
            await File.WriteAllTextAsync(Path.Combine(folder.FullName, "b.json"), $$"""{ "comment": "ours", "handle": "b", "name": "B", "names": [ {{otherNames}} ] }""");
            await using var bot = BotUnderTest.With(new() { ["Entities:Folder"] = folder.FullName });

            var line = Assert.Single(Settings.Explain(await Assert.ThrowsAnyAsync<Exception>(bot.StartAsync))!);

            Assert.Contains("a.json", line, StringComparison.Ordinal);
            Assert.Contains(fault, line, StringComparison.Ordinal);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task A_watchlist_without_a_name_stops_the_start_beside_one_with_a_name()
    {
        await using var bot = BotUnderTest.With(new()
        {
            ["Watchlists:0:Name"] = null,
            ["Watchlists:0:Query"] = "Iraq",
            ["Watchlists:0:Channels:0"] = "terminal",
            ["Watchlists:1:Name"] = "iraq",
            ["Watchlists:1:Query"] = "Iraq",
            ["Watchlists:1:Channels:0"] = "terminal",
        });

        var problem = await Assert.ThrowsAnyAsync<Exception>(bot.StartAsync);

        Assert.StartsWith("Watchlists:0:Name is “”", Assert.Single(Settings.Explain(problem)!), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_level_that_no_log_has_is_named()
    {
        await using var bot = BotUnderTest.With(new() { ["Logging:LogLevel:Default"] = "loud" });

        var problem = await Assert.ThrowsAnyAsync<Exception>(bot.StartAsync);

        Assert.StartsWith("Logging:LogLevel:Default can't be “loud”", Assert.Single(Settings.Explain(problem)!), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_database_that_can_not_be_opened_is_named()
    {
        var file = Path.GetTempFileName();
        try
        {
            await using var bot = BotUnderTest.With(new() { ["Storage:ConnectionString"] = $"Data Source={Path.Combine(file, "bot.db")}" });

            var problem = await Assert.ThrowsAnyAsync<Exception>(bot.StartAsync);

            Assert.StartsWith("Storage:ConnectionString", Assert.Single(Settings.Explain(problem)!), StringComparison.Ordinal);
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Fact]
    public void The_example_is_valid_as_it_stands()
    {
        var example = Path.Combine(Repository.Root, "appsettings.example.json");
        var builder = BotApp.Builder(configuration => configuration.AddJsonStream(File.OpenRead(example)));
        using var host = BotApp.Build(builder, live: false);

        host.Services.GetRequiredService<IStartupValidator>().Validate();

        var settings = host.Services.GetRequiredService<IOptions<OperatorSettings>>().Value;
        Assert.NotEmpty(settings.Feeds);
        Assert.Contains(settings.Watchlists, watchlist => watchlist.Query == "(IRGC OR airstrike) AND Iraq");
    }

    [Fact]
    public void A_broken_file_is_named_with_the_line_that_breaks_it()
    {
        var directory = Directory.CreateTempSubdirectory();
        try
        {
            File.WriteAllText(Path.Combine(directory.FullName, Settings.FileName), "{\n  \"Feeds\": [ ],\n  \"Polling\": oops\n}");

            var problem = Assert.ThrowsAny<Exception>(() => BotApp.Builder(configuration => Settings.Read(configuration, directory.FullName, [])));

            var line = Assert.Single(Settings.Explain(problem)!);
            Assert.Contains(Settings.FileName, line, StringComparison.Ordinal);
            Assert.Contains("Line 3, column", line, StringComparison.Ordinal);
        }
        finally
        {
            directory.Delete(recursive: true);
        }
    }

    [Fact]
    public void Settings_stand_among_the_arguments()
    {
        var (settings, rest) = Settings.SplitArguments(["--once", "--Polling:Interval=00:10:00", "--Discord:Token", "x", "--backfill", "1d"]);

        Assert.Equal(["--Polling:Interval=00:10:00", "--Discord:Token", "x"], settings);
        Assert.Equal(["--once", "--backfill", "1d"], rest);
    }
}
