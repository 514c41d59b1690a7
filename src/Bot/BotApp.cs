using Bot.Commands;
using Bot.Delivery;
using Bot.Discord;
using Bot.Pages;
using Bot.Polling;
using Bot.Sample;
using Bot.Slack;
using Bot.Storage;
using Bot.Terminal;
using Bot.WebSub;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging.Console;
using Microsoft.Extensions.Options;

namespace Bot;

/// <summary>The bot, put together.</summary>
internal static partial class BotApp
{
    public const int Fine = 0;
    public const int BadInput = 2;

    /// <summary>The database turned out to be damaged while the bot was at work.</summary>
    public const int Damaged = 3;

    private static readonly TimeSpan LongestDrain = TimeSpan.FromMinutes(1);

    /// <summary>Who stops the bot waits ten seconds, as container hosts do: what is under way gets most of them.</summary>
    public static readonly TimeSpan PatienceForStop = TimeSpan.FromSeconds(10);

    private static readonly TimeSpan LongestStop = TimeSpan.FromSeconds(8);

    /// <summary>Runs until it is stopped, or once; on the sample wire where nothing is configured.</summary>
    public static async Task<int> RunAsync(string[] settings, bool once, string? backfill, CancellationToken stopping)
    {
        try
        {
            if (backfill is not null && !once)
                throw new InvalidDataException("--backfill goes with --once. For every run, set Polling:Backfill.");

            var builder = Builder(configuration => Settings.Read(configuration, Directory.GetCurrentDirectory(), settings));
            await using var sample = await SampleRun.StartIfNothingIsConfiguredAsync(builder, stopping);
            using var host = Build(builder, live: !once);
            if (sample is not null)
                SampleRun.Introduce(host.Services.GetRequiredService<TerminalScreen>());

            await PrepareAsync(host, stopping);
            var health = host.Services.GetRequiredService<Database>().Health;
            if (once)
                await RunOnceAsync(host, backfill, readCommands: Console.IsInputRedirected, stopping);
            else
                await RunLiveAsync(host, stopping);
            return health.Trouble == StorageTrouble.Damaged ? Damaged : Fine;
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            // Stopped before it ran: there is nothing to undo.
            return Fine;
        }
        catch (Exception problem) when (Settings.Explain(problem) is { } lines)
        {
            foreach (var line in lines)
                await Console.Error.WriteLineAsync(line);
            return BadInput;
        }
    }

    public static HostApplicationBuilder Builder(Action<IConfigurationBuilder> configure)
    {
        var builder = new HostApplicationBuilder(new HostApplicationBuilderSettings { DisableDefaults = true });
        configure(builder.Configuration);
        return builder;
    }

    /// <summary>Every part of the bot. Without <paramref name="live"/> nothing runs by itself: no schedule, no gateway, no socket.</summary>
    public static IHost Build(HostApplicationBuilder builder, bool live)
    {
        var configuration = builder.Configuration;
        if (Settings.UnknownKeys(configuration).ToList() is { Count: > 0 } unknown)
            throw new OptionsValidationException("Settings", typeof(Settings), unknown);

        builder.Logging.AddConfiguration(configuration.GetSection("Logging"));
        builder.Logging.AddFilter("Microsoft", LogLevel.Warning).AddFilter("System", LogLevel.Warning);
        builder.Logging.AddConsole(console => console.FormatterName = LogLine.FormatterName).AddConsoleFormatter<LogLine, ConsoleFormatterOptions>();
        builder.Services.Configure<ConsoleLoggerOptions>(console => console.LogToStandardErrorThreshold = LogLevel.Trace);
        // Side by side: where one platform hangs, the others still come to a clean end.
        builder.Services.Configure<HostOptions>(host => (host.ShutdownTimeout, host.ServicesStopConcurrently) = (LongestStop, true));
        builder.Services.TryAddSingleton(TimeProvider.System);
        builder.Services.AddSingleton<IValidateOptions<OperatorSettings>, OperatorSettingsCheck>();
        builder.Services.AddSingleton<NewsPipeline>();
        builder.Services
            .AddStorage(configuration, live)
            .AddCommands(configuration)
            .AddDelivery(configuration, live)
            .AddTerminal(live)
            .AddDiscord(configuration, live)
            .AddSlack(configuration, live)
            .AddWebSub(configuration, live)
            .AddPolling(configuration, live)
            .AddPages(configuration);
        return builder.Build();
    }

    /// <summary>Checks every setting, then brings the database into shape.</summary>
    public static async Task PrepareAsync(IHost host, CancellationToken stopping)
    {
        host.Services.GetService<IStartupValidator>()?.Validate();
        var database = host.Services.GetRequiredService<Database>();
        database.Claim();
        Migrations.Apply(database, stopping);
        await host.Services.GetRequiredService<OperatorBook>().SyncAsync(stopping);
        var now = host.Services.GetRequiredService<TimeProvider>().GetUtcNow();
        await host.Services.GetRequiredService<ClockSteps>().BringInAsync(now, stopping);
        await host.Services.GetRequiredService<ClosedChannels>().AskAgainAsync(now, stopping);
    }

    private static async Task RunLiveAsync(IHost host, CancellationToken stopping)
    {
        var feeds = await host.Services.GetRequiredService<FeedStore>().AllAsync(stopping);
        var watchlists = await host.Services.GetRequiredService<WatchlistStore>().AllAsync(stopping);
        var logger = host.Services.GetRequiredService<ILogger<NewsPipeline>>();
        LogStart(logger, feeds.Count, watchlists.Count);
        var news = host.Services.GetRequiredService<NewsStore>();
        news.RecallStories(host.Services.GetRequiredService<TimeProvider>().GetUtcNow());
        await host.RunAsync(stopping);
    }

    /// <param name="readCommands">Whether somebody has piped commands in: a person at the keyboard is not waited for.</param>
    public static async Task RunOnceAsync(IHost host, string? backfill, bool readCommands, CancellationToken stopping)
    {
        await host.Services.GetRequiredService<FeedPoller>().PollAllOnceAsync(Backfill(backfill), stopping);
        if (await host.Services.GetRequiredService<DeliveryLoop>().DrainAsync(LongestDrain, stopping) is { } next)
            await Console.Error.WriteLineAsync($"Some alerts wait for their next attempt ({next:u}): a run after that goes on with them. /status says how many.");
        if (readCommands)
            await host.Services.GetRequiredService<TerminalPrompt>().AnswerAllAsync(stopping);
    }

    private static TimeSpan? Backfill(string? text)
    {
        if (text is null)
            return null;
        return SinceSpan.TryParse(text)
            ?? (TimeSpan.TryParse(text, System.Globalization.CultureInfo.InvariantCulture, out var span) && span >= TimeSpan.Zero ? span : (TimeSpan?)null)
            ?? throw new InvalidDataException($"--backfill can't be “{text}”: it takes {SinceSpan.Examples}.");
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Feeds followed: {Feeds}. Watchlists: {Watchlists}. What a feed holds at its first poll counts as known; /status says how things stand.")]
    private static partial void LogStart(ILogger logger, int feeds, int watchlists);
}
