using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Bot.Discord;

/// <summary>What the bot does about the gateway's events. Takes them at once, and works beside the connection.</summary>
internal sealed partial class DiscordEvents(
    DiscordInteractions interactions,
    DiscordServers servers,
    CommandRegistration registration,
    IHostApplicationLifetime lifetime,
    ILogger<DiscordEvents> logger)
{
    /// <summary>More questions at once than this are a flood, and each would only make the others late.</summary>
    private const int MostAtOnce = 200;

    private static readonly TimeSpan PatienceForDraining = TimeSpan.FromSeconds(5);

    private readonly ConcurrentDictionary<Task, bool> _running = new();
    private int _registering;

    public void Take(string name, JsonElement data)
    {
        servers.Learn(name, data);
        switch (name)
        {
            // Each connection and each new session says READY; the commands are the same.
            case "READY" when (data.Member("application") ?? data.Member("user"))?.Text("id") is { } application && Interlocked.Exchange(ref _registering, 1) == 0:
                Run("registering the commands", token => registration.RegisterAsync(application, token));
                break;
            case "INTERACTION_CREATE" when Interaction.TryRead(data) is { } interaction:
                if (_running.Count < MostAtOnce)
                    Run("answering", token => interactions.AnswerAsync(interaction, token));
                else
                    LogFlood(MostAtOnce);
                break;
        }
    }

    /// <summary>Waits a moment for the answers that are under way.</summary>
    public async Task DrainAsync()
    {
        var all = Task.WhenAll(_running.Keys);
        await Task.WhenAny(all, Task.Delay(PatienceForDraining));
    }

    private void Run(string what, Func<CancellationToken, Task> work)
    {
        var task = RunAsync(what, work);
        _running.TryAdd(task, true);
        _ = task.ContinueWith(done => _running.TryRemove(done, out _), CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
    }

    private async Task RunAsync(string what, Func<CancellationToken, Task> work)
    {
        var stoppingToken = lifetime.ApplicationStopping;
        try
        {
            await Task.Yield();
            await work(stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            LogStopped(what);
        }
        catch (Exception failure) when (!stoppingToken.IsCancellationRequested)
        {
            LogFailed(failure, what);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Discord: {What} failed")]
    private partial void LogFailed(Exception failure, string what);

    [LoggerMessage(Level = LogLevel.Debug, Message = "Discord: {What} was given up because the bot stops")]
    private partial void LogStopped(string what);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Discord: more than {Most} questions at once; one is left unanswered")]
    private partial void LogFlood(int most);
}
