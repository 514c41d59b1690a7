using Bot.Commands;
using Bot.Delivery;
using Bot.Discord;
using Bot.Polling;
using Bot.Sample;
using Bot.Slack;
using Bot.Storage;
using Bot.Terminal;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging.Console;
using Microsoft.Extensions.Options;

namespace Bot;

/// <summary>The bot, put together.</summary>
internal static class BotApp
{
    public const int Fine = 0;
    public const int BadInput = 2;

    private static readonly TimeSpan LongestDrain = TimeSpan.FromMinutes(1);

    /// <summary>Who stops the bot waits ten seconds, as container hosts do: what is under way gets most of them.</summary>
    public static readonly TimeSpan PatienceForStop = TimeSpan.FromSeconds(10);

    private static readonly TimeSpan LongestStop = TimeSpan.FromSeconds(8);

    /// <summary>Runs until it is stopped, or once; on the sample wire where nothing is configured.</summary>
    public static async Task<int> RunAsync(string[] settings, bool once, string? backfill, CancellationToken stopping)
    {
        try
        {
            var builder = Builder(configuration => Settings.Read(configuration, Directory.GetCurrentDirectory(), settings));
            await using var sample = await SampleRun.StartIfNothingIsConfiguredAsync(builder, stopping);
            using var host = Build(builder, live: !once);
            if (sample is not null)
                SampleRun.Introduce(host.Services.GetRequiredService<TerminalScreen>());

            await PrepareAsync(host, stopping);
            if (once)
                await RunOnceAsync(host, backfill, stopping);
            else
                await host.RunAsync(stopping);
            return Fine;
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
        builder.Logging.AddSimpleConsole(console =>
        {
            console.SingleLine = true;
            console.TimestampFormat = "HH:mm:ss ";
            console.ColorBehavior = LoggerColorBehavior.Default;
        });

        builder.Services.Configure<ConsoleLoggerOptions>(console => console.LogToStandardErrorThreshold = LogLevel.Trace);
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = LongestStop);
        builder.Services.TryAddSingleton(TimeProvider.System);
        builder.Services.AddSingleton<IValidateOptions<OperatorSettings>, OperatorSettingsCheck>();
        builder.Services.AddSingleton<NewsPipeline>();
        builder.Services
            .AddStorage(configuration)
            .AddCommands()
            .AddDelivery(live)
            .AddTerminal(live)
            .AddDiscord(configuration, live)
            .AddSlack(configuration, live)
            .AddPolling(configuration, live);
        return builder.Build();
    }

    /// <summary>Checks every setting, then brings the database into shape.</summary>
    public static async Task PrepareAsync(IHost host, CancellationToken stopping)
    {
        host.Services.GetService<IStartupValidator>()?.Validate();
        OpenDatabase(host);
        await host.Services.GetRequiredService<OperatorBook>().SyncAsync(stopping);
    }

    private static void OpenDatabase(IHost host)
    {
        try
        {
            Migrations.Apply(host.Services.GetRequiredService<Database>());
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException or SqliteException)
        {
            throw new InvalidDataException("Storage:ConnectionString takes a file that can be written: the database can't be opened.", problem);
        }
    }

    public static async Task RunOnceAsync(IHost host, string? backfill, CancellationToken stopping)
    {
        await host.Services.GetRequiredService<FeedPoller>().PollAllOnceAsync(Backfill(backfill), stopping);
        await host.Services.GetRequiredService<DeliveryLoop>().DrainAsync(LongestDrain, stopping);
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
}
