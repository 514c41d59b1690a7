using Bot.Cards;
using Bot.Terminal;

namespace Bot.Sample;

/// <summary>The bot with nothing configured: on the sample wire, in the terminal, with a database that is gone afterwards.</summary>
internal sealed class SampleRun(SampleWire wire, string directory) : IAsyncDisposable
{
    /// <summary>Adds the sample's settings to a bot that has no settings file, no feeds and no token; null for any other.</summary>
    public static async Task<SampleRun?> StartIfNothingIsConfiguredAsync(HostApplicationBuilder builder, CancellationToken stopping)
    {
        var configuration = builder.Configuration;
        if (File.Exists(Settings.FileName)
            || configuration.GetSection("Feeds").GetChildren().Any()
            || !string.IsNullOrWhiteSpace(configuration["Discord:Token"])
            || !string.IsNullOrWhiteSpace(configuration["Slack:BotToken"]))
        {
            return null;
        }

        var wire = await SampleWire.StartAsync(TimeProvider.System, stopping);
        var directory = Directory.CreateTempSubdirectory("news-bot-sample-").FullName;
        configuration.AddInMemoryCollection(SettingsOf(wire, directory).Where(setting => configuration[setting.Key] is null));
        return new SampleRun(wire, directory);
    }

    public static void Introduce(TerminalScreen screen) => screen.Show(new Card
    {
        PlainText = "The sample wire",
        Parts =
        [
            new CardPart.Paragraph(
                "No appsettings.json here, so this is the sample wire: fictional stories, a new one every few seconds for about a minute. "
                + "Type /recent Iraq or /help; Ctrl+C ends it. "
                + "For real feeds, Discord and Slack: cp appsettings.example.json appsettings.json, and see README.md."),
        ],
    });

    public async ValueTask DisposeAsync()
    {
        await wire.DisposeAsync();
        Directory.Delete(directory, recursive: true);
    }

    private static Dictionary<string, string?> SettingsOf(SampleWire wire, string directory)
    {
        var settings = new Dictionary<string, string?>
        {
            ["Watchlists:0:Name"] = "iraq-strikes",
            ["Watchlists:0:Query"] = "(IRGC OR airstrike) AND Iraq",
            ["Watchlists:0:Severity"] = "high",
            ["Watchlists:0:Channels:0"] = "terminal",
            ["Polling:Interval"] = "00:00:02",
            ["Polling:MinimumInterval"] = "00:00:01",
            ["Polling:AllowedNetworks:0"] = "127.0.0.0/8",
            ["Storage:ConnectionString"] = $"Data Source={Path.Combine(directory, "sample.db")}",
            ["Logging:LogLevel:Default"] = "Warning",
        };
        for (var i = 0; i < wire.Sources.Length; i++)
        {
            settings[$"Feeds:{i}:Url"] = wire.Sources[i].Url.AbsoluteUri;
            settings[$"Feeds:{i}:Name"] = wire.Sources[i].Name;
            settings[$"Feeds:{i}:Publisher"] = wire.Sources[i].Publisher;
        }

        return settings;
    }
}
