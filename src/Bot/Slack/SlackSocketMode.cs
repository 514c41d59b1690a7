using System.Net.WebSockets;
using Bot.Commands;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Bot.Slack;

/// <summary>
/// Keeps two Socket Mode connections open, so that commands arrive while one of them is replaced, and hands what they
/// bring to <see cref="SlackCommands"/>. A refused token ends it with a sentence; everything else is tried again.
/// </summary>
internal sealed partial class SlackSocketMode(
    SlackWebApi slack,
    SlackWorkspace workspace,
    SlackCommands commands,
    PlatformHealth health,
    IOptions<SlackOptions> options,
    TimeProvider time,
    ILogger<SlackSocketMode> logger) : BackgroundService
{
    public const string PlatformName = "Slack";
    private const int Connections = 2;

    /// <summary>Slack announces the end of a connection some ten seconds before it.</summary>
    private static readonly TimeSpan Farewell = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan LongestHello = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan LongestBackOff = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan ShortLife = TimeSpan.FromSeconds(10);

    private readonly Lock _lock = new();
    private int _open;
    private DateTimeOffset _since;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (options.Value.AppToken.Length == 0)
        {
            health.Report(PlatformName, "alerts only: commands are off until Slack:AppToken is set");
            LogNoAppToken();
            return;
        }

        health.Report(PlatformName, "connecting");
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken);
        Task slots = Task.CompletedTask;
        try
        {
            var open = Enumerable.Range(0, Connections).Select(_ => KeepOpenAsync(ending.Token)).ToList();
            slots = Task.WhenAll(open);
            var refusal = await await Task.WhenAny(open);
            health.Report(PlatformName, $"commands are off: {refusal}");
            LogRefused(refusal);
        }
        catch (Exception e) when (!stoppingToken.IsCancellationRequested)
        {
            // A fault of ours, and Slack's alone: the other platforms go on.
            health.Report(PlatformName, "commands are off: something went wrong, and it stands in the bot's log");
            LogFault(e);
        }
        finally
        {
            await ending.CancelAsync();
            await slots.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            await commands.FinishAsync();
        }
    }

    /// <summary>Keeps one connection open. Returns only with the reason why there can't be any.</summary>
    private async Task<string> KeepOpenAsync(CancellationToken stoppingToken)
    {
        SlackSocket? current = null;
        var failures = 0;
        try
        {
            while (true)
            {
                await Task.Delay(BackOff(failures), time, stoppingToken);
                switch (await OpenAsync(stoppingToken))
                {
                    case Opening.Refused refused:
                        return refused.Reason;
                    case Opening.Failed failed:
                        failures++;
                        ReportTrouble(failed.Reason);
                        await Task.Delay(failed.After ?? TimeSpan.Zero, time, stoppingToken);
                        break;
                    case Opening.Open open:
                        // The old one is read on until Slack closes it: what it brings until then is answered.
                        _ = current?.DrainAsync(Farewell, time, stoppingToken);
                        current = open.Socket;
                        failures = await UseAsync(current, stoppingToken) ? failures + 1 : 0;
                        break;
                }
            }
        }
        finally
        {
            if (current is not null)
                await current.DisposeAsync();
        }
    }

    /// <summary>Returns when a new connection is wanted; true where this one lived suspiciously short.</summary>
    private async Task<bool> UseAsync(SlackSocket socket, CancellationToken stoppingToken)
    {
        var since = time.GetUtcNow();
        ReportOpen();
        var end = await socket.Ending.WaitAsync(stoppingToken);
        await EndAsync(end, stoppingToken);
        return time.GetUtcNow() - since < ShortLife;
    }

    private async Task EndAsync(SlackSocketEnd end, CancellationToken stoppingToken)
    {
        lock (_lock)
            _open--;
        switch (end)
        {
            case SlackSocketEnd.Announced { Reason: "link_disabled" }:
                ReportTrouble("Socket Mode is switched off in the app's settings; switch it on at https://api.slack.com/apps → Socket Mode");
                await Task.Delay(LongestBackOff, time, stoppingToken);
                break;
            case SlackSocketEnd.Announced { Reason: "too_many_websockets" }:
                ReportTrouble("too many connections are open for this app (Slack takes ten): is the bot running elsewhere, too?");
                await Task.Delay(LongestBackOff, time, stoppingToken);
                break;
            case SlackSocketEnd.Announced announced:
                LogReplaced(announced.Reason);
                break;
            case SlackSocketEnd.Dropped dropped:
                ReportTrouble(dropped.Reason);
                break;
        }
    }

    private async Task<Opening> OpenAsync(CancellationToken stoppingToken)
    {
        if (await workspace.FindAsync(stoppingToken) is SlackWorkspaceReading.Refused refused)
            return new Opening.Refused(refused.Reason);

        switch (await slack.OpenConnectionAsync(stoppingToken))
        {
            case SlackReply.Ok ok when Url(ok.Body.TextOf("url")) is { } url:
                return await ConnectAsync(url, stoppingToken);
            case SlackReply.Limited limited:
                return new Opening.Failed("Slack asks to wait before it opens another connection", limited.After);
            case SlackReply.Lost lost:
                return new Opening.Failed(lost.Reason);
            case SlackReply.Failed failed:
                return SlackRefusals.Token(failed, "Slack:AppToken") is { } reason
                    ? new Opening.Refused(reason)
                    : new Opening.Failed($"Slack opens no connection ({failed.Error})");
            default:
                return new Opening.Failed("Slack named no address to connect to");
        }
    }

    private async Task<Opening> ConnectAsync(Uri url, CancellationToken stoppingToken)
    {
        var socket = new SlackSocket(commands.Take);
        using var tooLong = new CancellationTokenSource(LongestHello, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(tooLong.Token, stoppingToken);
        try
        {
            await socket.ConnectAsync(url, either.Token, stoppingToken);
            return new Opening.Open(socket);
        }
        catch (Exception e) when (!stoppingToken.IsCancellationRequested && e is WebSocketException or IOException or HttpRequestException or OperationCanceledException)
        {
            // The exception's text may hold the address, and the address holds a ticket.
            await socket.DisposeAsync();
            return new Opening.Failed(e is OperationCanceledException ? "Slack said no hello in time" : "the connection couldn't be opened");
        }
    }

    private Uri? Url(string? text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var url)
        && (url.Scheme == Uri.UriSchemeWss || (url.Scheme == Uri.UriSchemeWs && options.Value.PlainAllowed))
            ? url
            : null;

    /// <summary>None after a good connection and the first failure, then 1 s, 2 s, 4 s … less up to a half at random.</summary>
    private static TimeSpan BackOff(int failures) =>
        failures <= 1
            ? TimeSpan.Zero
            : TimeSpan.FromSeconds(Math.Min(LongestBackOff.TotalSeconds, Math.Pow(2, Math.Min(failures - 2, 10))) * (1 - (Random.Shared.NextDouble() / 2)));

    private void ReportOpen()
    {
        lock (_lock)
        {
            if (_open++ == 0)
                _since = time.GetUtcNow();
            health.Report(PlatformName, $"connected to {workspace.Name} since {_since.UtcDateTime:HH:mm} UTC");
        }

        LogOpen(workspace.Name);
    }

    private void ReportTrouble(string reason)
    {
        lock (_lock)
        {
            if (_open == 0)
                health.Report(PlatformName, $"reconnecting: {reason}");
        }

        LogTrouble(reason);
    }

    /// <summary>What became of the attempt to open a connection.</summary>
    private abstract record Opening
    {
        private Opening()
        {
        }

        public sealed record Open(SlackSocket Socket) : Opening;

        public sealed record Failed(string Reason, TimeSpan? After = null) : Opening;

        /// <summary>It won't open until somebody changes a setting.</summary>
        public sealed record Refused(string Reason) : Opening;
    }

    [LoggerMessage(LogLevel.Information, "Slack gets alerts only. Set Slack:AppToken for commands.")]
    private partial void LogNoAppToken();

    [LoggerMessage(LogLevel.Information, "Connected to Slack's workspace {Workspace}.")]
    private partial void LogOpen(string workspace);

    [LoggerMessage(LogLevel.Debug, "Slack replaces a connection: {Reason}")]
    private partial void LogReplaced(string reason);

    [LoggerMessage(LogLevel.Warning, "Slack's connection: {Reason}.")]
    private partial void LogTrouble(string reason);

    [LoggerMessage(LogLevel.Error, "Slack's commands are off: {Reason}")]
    private partial void LogRefused(string reason);

    [LoggerMessage(LogLevel.Error, "Slack's commands are off: something went wrong.")]
    private partial void LogFault(Exception exception);
}
