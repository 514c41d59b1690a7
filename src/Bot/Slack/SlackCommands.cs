using System.Collections.Concurrent;
using System.Text.Json;
using Bot.Commands;
using Bot.Storage;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using News.Alerts;

namespace Bot.Slack;

/// <summary>What Slack needs of the commands.</summary>
internal sealed record SlackDesk(
    Func<string, TypedReading> Read,
    Func<CommandRequest, CancellationToken, Task<Answer>> AnswerAsync,
    Func<Asker, string, CancellationToken, Task<Answer>> PressAsync);

/// <summary>Works on what Socket Mode brings: a typed <c>/news …</c> or a pressed button, answered to who asked alone.</summary>
internal sealed partial class SlackCommands(
    SlackWebApi slack,
    SlackWorkspace workspace,
    SlackDesk desk,
    IOptions<SlackOptions> options,
    TimeProvider time,
    ILogger<SlackCommands> logger) : IDisposable
{
    public const string Command = "/news";
    private const int AtOnce = 16;
    private const int MostWaiting = 500;
    private static readonly TimeSpan LongestFinish = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan LongestAnswer = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(30);

    private readonly SlackSeen _seen = new(3 * 4096);
    private readonly SemaphoreSlim _turn = new(AtOnce, AtOnce);
    private readonly ConcurrentDictionary<long, Task> _working = new();
    private readonly CancellationTokenSource _stopping = new();
    private long _count;

    /// <summary>Starts the work on an acknowledged envelope and returns.</summary>
    public void Take(SlackEnvelope envelope)
    {
        if (!_seen.IsNew(envelope))
        {
            LogDuplicate(envelope.Type ?? "");
            return;
        }

        if (envelope.Type is not ("slash_commands" or "interactive"))
        {
            if (envelope.Type != "events_api")
                LogUnknown(envelope.Type ?? "");
            return;
        }

        if (_working.Count >= MostWaiting)
        {
            LogFlood();
            return;
        }

        var number = Interlocked.Increment(ref _count);
        var work = Task.Run(() => WorkAsync(envelope));
        _working[number] = work;
        _ = work.ContinueWith(_ => _working.TryRemove(number, out Task? _), TaskScheduler.Default);
    }

    /// <summary>Lets what has begun come to its end, within a few seconds.</summary>
    public async Task FinishAsync()
    {
        await Task.WhenAll(_working.Values).WaitAsync(LongestFinish, time).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await _stopping.CancelAsync();
    }

    public void Dispose()
    {
        _turn.Dispose();
        _stopping.Dispose();
    }

    private async Task WorkAsync(SlackEnvelope envelope)
    {
        using var tooLong = new CancellationTokenSource(LongestAnswer, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(_stopping.Token, tooLong.Token);
        var payload = envelope.Payload;
        try
        {
            await _turn.WaitAsync(either.Token);
            try
            {
                var answer = envelope.Type == "slash_commands"
                    ? await TypedAsync(payload, either.Token)
                    : await PressedAsync(payload, either.Token);
                if (answer is not null)
                    await RespondAsync(payload, answer, either.Token);
            }
            finally
            {
                _turn.Release();
            }
        }
        catch (Exception e) when (!_stopping.IsCancellationRequested)
        {
            LogFailed(e, envelope.Type ?? "");
            await RespondAsync(payload, Answer.Says("Something went wrong here, and it stands in the bot's log. Try again."), CancellationToken.None);
        }
        catch (OperationCanceledException) when (_stopping.IsCancellationRequested)
        {
            LogStopped();
        }
    }

    private async Task<Answer?> TypedAsync(JsonElement payload, CancellationToken cancellationToken)
    {
        var text = Unescaped(payload.TextOf("text") ?? "").Trim();
        switch (desk.Read(text.Length == 0 ? "help" : text))
        {
            case TypedReading.Wrong wrong:
                return wrong.Answer;
            case TypedReading.Command command:
                var asking = await AskerAsync(payload.TextOf("team_id"), payload.TextOf("user_id"), payload.TextOf("channel_id"), cancellationToken);
                if (asking.Trouble is not null && (asking.Asker is null || CommandCatalog.Find(command.Verb)?.ManagesWith(command.Options) == true))
                    return Answer.Says(asking.Trouble);
                return await desk.AnswerAsync(new CommandRequest(asking.Asker!, command.Verb, command.Options), cancellationToken);
            default:
                return null;
        }
    }

    private async Task<Answer?> PressedAsync(JsonElement payload, CancellationToken cancellationToken)
    {
        // A button that opens a page is reported, too, and asks nothing.
        if (payload.TextOf("type") != "block_actions"
            || payload.ItemsOf("actions").Select(Asked).FirstOrDefault(value => value.Length > 0) is not { } action)
        {
            return null;
        }

        var channel = payload.PartOf("channel").TextOf("id") ?? payload.PartOf("container").TextOf("channel_id");
        var user = payload.PartOf("user");
        var asking = await AskerAsync(payload.PartOf("team").TextOf("id") ?? user.TextOf("team_id"), user.TextOf("id"), channel, cancellationToken);
        return asking.Trouble is not null && (asking.Asker is null || CommandDesk.Manages(action))
            ? Answer.Says(asking.Trouble)
            : await desk.PressAsync(asking.Asker!, action, cancellationToken);
    }

    private static string Asked(JsonElement action)
    {
        var id = action.TextOf("action_id") ?? "";
        return action.TextOf("value") is { Length: > 0 } value ? value : SlackDrawing.OpensAPage(id) ? "" : id;
    }

    /// <summary>Slack escapes these three in what it passes on: "a=1&amp;amp;b=2" was typed as "a=1&amp;b=2".</summary>
    private static string Unescaped(string text) =>
        text.Replace("&lt;", "<", StringComparison.Ordinal).Replace("&gt;", ">", StringComparison.Ordinal).Replace("&amp;", "&", StringComparison.Ordinal);

    /// <summary>Who asks; and, where Slack couldn't be asked for all of it, a sentence about that.</summary>
    private async Task<(Asker? Asker, string? Trouble)> AskerAsync(string? team, string? user, string? channel, CancellationToken cancellationToken)
    {
        if (string.IsNullOrEmpty(team) || string.IsNullOrEmpty(user) || string.IsNullOrEmpty(channel))
            return (null, "Slack didn't say who asks from where. Type the command in a channel.");

        var reading = await workspace.FindAsync(cancellationToken);
        if (reading is not SlackWorkspaceReading.Known known)
        {
            var reason = reading is SlackWorkspaceReading.Refused refused ? refused.Reason : ((SlackWorkspaceReading.Unknown)reading).Reason;
            return (null, $"I can't see which workspace this is: {reason}. Try again in a minute.");
        }

        // What the bot's token can see says nothing about another workspace's people.
        var atHome = team == known.TeamId;
        SlackRight right = atHome ? await workspace.RightOfAsync(user, team, cancellationToken) : new SlackRight.Denied();
        var asker = new Asker(ScopeKey.Slack(team), user, ChannelAddress.Slack(channel), right is SlackRight.Granted, atHome);
        return (asker, right is SlackRight.Unknown unknown
            ? $"I can't see whether you may change things here, so nothing was changed. {unknown.Reason}"
            : null);
    }

    private async Task RespondAsync(JsonElement payload, Answer answer, CancellationToken cancellationToken)
    {
        if (ResponseUrl(payload.TextOf("response_url")) is not { } url)
        {
            LogNowhere();
            return;
        }

        foreach (var message in SlackAnswer.Messages(answer))
        {
            var reply = await slack.RespondAsync(url, message, cancellationToken);
            if (reply is SlackReply.Limited or SlackReply.Lost)
            {
                // Once more: an answer seen twice is better than a command that nothing follows.
                var pause = reply is SlackReply.Limited limited ? limited.After : TimeSpan.FromSeconds(1);
                await Task.Delay(pause < LongestPause ? pause : LongestPause, time, cancellationToken);
                reply = await slack.RespondAsync(url, message, cancellationToken);
            }

            if (reply is not SlackReply.Ok)
            {
                LogUnanswered(reply switch
                {
                    SlackReply.Failed failed => failed.Error,
                    SlackReply.Lost lost => lost.Reason,
                    _ => "Slack asks to wait",
                });
                return;
            }
        }
    }

    private Uri? ResponseUrl(string? text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var url)
        && (url.Scheme == Uri.UriSchemeHttps || (url.Scheme == Uri.UriSchemeHttp && options.Value.PlainAllowed))
            ? url
            : null;

    [LoggerMessage(LogLevel.Debug, "Slack sent {Type} a second time; it is worked on once.")]
    private partial void LogDuplicate(string type);

    [LoggerMessage(LogLevel.Information, "Slack sent {Type}, which the bot knows nothing about.")]
    private partial void LogUnknown(string type);

    [LoggerMessage(LogLevel.Warning, "More commands wait than can be answered; one was dropped.")]
    private partial void LogFlood();

    [LoggerMessage(LogLevel.Error, "What Slack sent ({Type}) couldn't be worked on.")]
    private partial void LogFailed(Exception exception, string type);

    [LoggerMessage(LogLevel.Information, "A command from Slack was not answered: the bot stops.")]
    private partial void LogStopped();

    [LoggerMessage(LogLevel.Warning, "Slack sent no address to answer at.")]
    private partial void LogNowhere();

    [LoggerMessage(LogLevel.Warning, "An answer to Slack got lost: {Reason}")]
    private partial void LogUnanswered(string reason);
}
