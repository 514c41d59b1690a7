using Bot;
using Bot.Polling;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Benchmarks;

/// <summary>The whole bot with feeds of the measuring site, as Program.cs puts it together, on a database of its own.</summary>
internal sealed class PollingBot : IAsyncDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("news-bot-polling-");
    private readonly IHost _host;

    private PollingBot(Uri server, string kind, int feeds)
    {
        var settings = new Dictionary<string, string?>
        {
            ["Watchlists:0:Name"] = "iraq-strikes",
            ["Watchlists:0:Query"] = "(IRGC OR airstrike) AND Iraq",
            ["Watchlists:0:Channels:0"] = "terminal",
            ["Polling:AllowedNetworks:0"] = "127.0.0.0/8",
            ["Storage:ConnectionString"] = $"Data Source={Path.Combine(_folder.FullName, "bot.db")}",
            ["Logging:LogLevel:Default"] = "Warning",
        };
        for (var i = 0; i < feeds; i++)
            settings[$"Feeds:{i}:Url"] = new Uri(server, $"/{kind}/{i}").AbsoluteUri;
        _host = BotApp.Build(BotApp.Builder(configuration => configuration.AddInMemoryCollection(settings)), live: false);
    }

    public FeedPoller Poller => _host.Services.GetRequiredService<FeedPoller>();

    public static async Task<PollingBot> StartAsync(Uri server, string kind, int feeds)
    {
        var bot = new PollingBot(server, kind, feeds);
        await BotApp.PrepareAsync(bot._host, default);
        return bot;
    }

    /// <summary>Polls every feed once; none may fail.</summary>
    public async Task PollAllAsync()
    {
        if (await Poller.PollAllOnceAsync(null, default) is { Failed: > 0 } round)
            throw new InvalidOperationException($"{round.Failed} of {round.Feeds} polls failed.");
    }

    public async ValueTask DisposeAsync()
    {
        await ((IAsyncDisposable)_host).DisposeAsync();
        _folder.Delete(recursive: true);
    }
}
