using System.Text.Json;
using Bot.Commands;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Bot.Discord;

/// <summary>Keeps the bot connected to Discord's gateway, and passes on what comes.</summary>
internal sealed partial class DiscordGateway(
    IOptions<DiscordOptions> options,
    DiscordRest rest,
    DiscordEvents events,
    TimeProvider time,
    PlatformHealth health,
    ILogger<DiscordGateway> logger) : BackgroundService
{
    private const string Platform = "Discord";

    private static readonly TimeSpan PatienceForPlan = TimeSpan.FromSeconds(30);

    private static readonly TimeSpan ShortLife = TimeSpan.FromSeconds(5);

    /// <summary>How many attempts in a row a session is worth: Discord keeps it for some minutes only.</summary>
    private const int MostResumes = 5;

    private readonly SemaphoreSlim _planning = new(1);
    private GatewayPlan? _plan;
    private int _sessionsLeft;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        health.Report(Platform, "connecting");
        try
        {
            if (await PlanAsync(again: false, stoppingToken) is not { } plan)
                return;

            var gate = new IdentifyGate(plan.Concurrency, time);
            await Task.WhenAll(Enumerable.Range(0, plan.Shards).Select(shard => KeepAsync(shard, plan, gate, stoppingToken)));
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            health.Report(Platform, "stopped");
        }
        catch (Exception failure) when (!stoppingToken.IsCancellationRequested)
        {
            // Slack and the terminal go on; a surprise here is no reason to end them.
            health.Report(Platform, $"not connected: something unexpected happened ({failure.GetType().Name}); start the bot again");
            LogSurprise(failure);
        }

        await events.DrainAsync();
    }

    /// <summary>Asks until Discord says where to connect; null where it refuses for good.</summary>
    private async Task<GatewayPlan?> PlanAsync(bool again, CancellationToken stoppingToken)
    {
        await _planning.WaitAsync(stoppingToken);
        try
        {
            if (_plan is not null && !again)
                return _plan;
            if (options.Value.Gateway is { } url)
                return Keep(GatewayPlan.Of(url));

            for (var failures = 1; ; failures++)
            {
                var outcome = await rest.SendAsync(DiscordRoute.GatewayBot(), null, PatienceForPlan, stoppingToken);
                if (outcome is RestOutcome.Done done && GatewayPlan.TryRead(done.Body) is { } plan)
                    return Keep(plan);
                if (outcome is RestOutcome.Refused { Status: 401 })
                    return null;

                health.Report(Platform, $"not connected: could not ask Discord where to connect ({outcome.Words}); trying again");
                var wait = outcome switch
                {
                    RestOutcome.Withheld withheld => withheld.After,
                    RestOutcome.Limited limited => limited.After,
                    _ => Backoff.After(failures, Random.Shared.NextDouble()),
                };
                LogNoPlan(outcome.Words, wait.TotalSeconds);
                await Task.Delay(wait, time, stoppingToken);
            }
        }
        finally
        {
            _planning.Release();
        }
    }

    private GatewayPlan Keep(GatewayPlan plan)
    {
        _plan = plan;
        _sessionsLeft = plan.SessionsLeft;
        return plan;
    }

    /// <summary>Keeps one shard connected until the bot stops, or until Discord says that it is no use.</summary>
    private async Task KeepAsync(int shard, GatewayPlan plan, IdentifyGate gate, CancellationToken stoppingToken)
    {
        GatewaySession? session = null;
        var failures = 0;
        while (true)
        {
            if (session is null)
            {
                await SpendSessionAsync(stoppingToken);
                await gate.WaitAsync(shard, stoppingToken);
            }

            using var connection = new GatewayConnection(
                options.Value.BareToken, (shard, plan.Shards), session, Take, time, logger);
            var began = time.GetTimestamp();
            var end = await connection.RunAsync(session?.ResumeUrl ?? plan.Url, stoppingToken);
            if (end is ConnectionEnd.Fatal)
            {
                health.Report(Platform, $"not connected: {end.Reason}");
                LogFatal(end.Reason);
                return;
            }

            // One that breaks as soon as it stands would break again at once.
            var worked = connection.WasReady && time.GetElapsedTime(began) >= ShortLife;
            failures = worked ? 0 : failures + 1;
            session = end is ConnectionEnd.MustIdentify || failures > MostResumes ? null : connection.Session;
            health.Report(Platform, $"reconnecting: {end.Reason}");
            var wait = Wait(end, failures);
            LogReconnecting(shard, end.Reason, session is not null, wait.TotalSeconds);
            await Task.Delay(wait, time, stoppingToken);
        }
    }

    /// <summary>At once after a session that worked; Discord asks for one to five seconds before a new one.</summary>
    private static TimeSpan Wait(ConnectionEnd end, int failures)
    {
        var jitter = Random.Shared.NextDouble();
        if (end is ConnectionEnd.MustIdentify)
            return TimeSpan.FromSeconds(1 + (4 * jitter)) + (failures > 1 ? Backoff.After(failures, jitter) : TimeSpan.Zero);
        return failures == 0 ? TimeSpan.FromMilliseconds(50 + (450 * jitter)) : Backoff.After(failures, jitter);
    }

    /// <summary>Discord resets the token of a bot that begins more sessions than a day allows, so none is begun without leave.</summary>
    private async Task SpendSessionAsync(CancellationToken stoppingToken)
    {
        while (Interlocked.Decrement(ref _sessionsLeft) < 0)
        {
            if (await PlanAsync(again: true, stoppingToken) is { SessionsLeft: <= 0 } spent)
            {
                health.Report(Platform, "waiting: Discord allows no further session now");
                LogSpent(spent.SessionsResetAfter.TotalMinutes);
                await Task.Delay(spent.SessionsResetAfter + TimeSpan.FromSeconds(1), time, stoppingToken);
            }
        }
    }

    private void Take(string name, JsonElement data)
    {
        switch (name)
        {
            case "READY":
                var user = data.Member("user")?.Text("username") ?? "the bot";
                health.Report(Platform, $"connected as {user} since {time.GetUtcNow():HH:mm} UTC");
                LogReady(user);
                break;
            case "RESUMED":
                health.Report(Platform, $"connected since {time.GetUtcNow():HH:mm} UTC");
                LogResumed();
                break;
        }

        events.Take(name, data);
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Discord: connected as {User}")]
    private partial void LogReady(string user);

    [LoggerMessage(Level = LogLevel.Information, Message = "Discord: connected again, nothing missed")]
    private partial void LogResumed();

    [LoggerMessage(Level = LogLevel.Information, Message = "Discord: connection {Shard} ended: {Reason}. Resuming: {Resuming}, in {Seconds:0.#} s")]
    private partial void LogReconnecting(int shard, string reason, bool resuming, double seconds);

    [LoggerMessage(Level = LogLevel.Error, Message = "Discord: not connected, and no use trying again: {Reason}")]
    private partial void LogFatal(string reason);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Discord: could not ask where to connect ({Reason}); again in {Seconds:0.#} s")]
    private partial void LogNoPlan(string reason, double seconds);

    [LoggerMessage(Level = LogLevel.Error, Message = "Discord allows no further session now; waiting {Minutes:0} minutes")]
    private partial void LogSpent(double minutes);

    [LoggerMessage(Level = LogLevel.Error, Message = "Discord: the connection ended by a surprise")]
    private partial void LogSurprise(Exception failure);
}
