using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.Extensions.Options;

namespace Bot.Slack;

/// <summary>What auth.test said of the bot's token.</summary>
internal abstract record SlackWorkspaceReading
{
    private SlackWorkspaceReading()
    {
    }

    public sealed record Known(string TeamId) : SlackWorkspaceReading;

    public sealed record Unknown(string Reason) : SlackWorkspaceReading;

    /// <summary>The token is no good.</summary>
    public sealed record Refused(string Reason) : SlackWorkspaceReading;
}

/// <summary>Whether somebody may change feeds and watchlists.</summary>
internal abstract record SlackRight
{
    private SlackRight()
    {
    }

    public sealed record Granted : SlackRight;

    public sealed record Denied : SlackRight;

    /// <summary>Slack couldn't be asked, and so: no. Says why.</summary>
    public sealed record Unknown(string Reason) : SlackRight;
}

/// <summary>The workspace that the bot's token belongs to, which is the operator's, and who has which rights in it.</summary>
internal sealed class SlackWorkspace(SlackWebApi slack, IOptions<SlackOptions> options, TimeProvider time) : IDisposable
{
    private const int MostRemembered = 1000;

    /// <summary>An admin who is none any more may manage for this long at most.</summary>
    private static readonly TimeSpan Remembered = TimeSpan.FromMinutes(5);

    private readonly ConcurrentDictionary<string, (bool May, DateTimeOffset Until)> _rights = new(StringComparer.Ordinal);
    private readonly SemaphoreSlim _asking = new(1, 1);
    private SlackWorkspaceReading.Known? _known;

    /// <summary>The workspace's name, for people.</summary>
    public string Name { get; private set; } = "Slack";

    /// <summary>Asks Slack once, and again only after it gave no answer.</summary>
    public async Task<SlackWorkspaceReading> FindAsync(CancellationToken stoppingToken)
    {
        await _asking.WaitAsync(stoppingToken);
        try
        {
            return _known ?? await AskAsync(stoppingToken);
        }
        finally
        {
            _asking.Release();
        }
    }

    public void Dispose() => _asking.Dispose();

    /// <summary>What the bot's own workspace lets somebody do.</summary>
    /// <param name="team">The bot's own workspace.</param>
    public async Task<SlackRight> RightOfAsync(string user, string team, CancellationToken stoppingToken)
    {
        if (options.Value.Managers.Contains(user))
            return new SlackRight.Granted();
        if (_rights.TryGetValue(user, out var known) && time.GetUtcNow() < known.Until)
            return known.May ? new SlackRight.Granted() : new SlackRight.Denied();

        switch (await slack.AskAsync(SlackWebApi.UserInfo, new Dictionary<string, string> { ["user"] = user }, stoppingToken))
        {
            case SlackReply.Ok ok:
                var may = MayManage(ok.Body.PartOf("user"), team);
                if (_rights.Count >= MostRemembered)
                    _rights.Clear();
                _rights[user] = (may, time.GetUtcNow() + Remembered);
                return may ? new SlackRight.Granted() : new SlackRight.Denied();
            case SlackReply.Failed failed:
                return new SlackRight.Unknown(SlackRefusals.Token(failed, "Slack:BotToken") ?? $"Slack answered {failed.Error}.");
            case SlackReply.Limited:
                return new SlackRight.Unknown("Slack asks to wait; try again in a minute.");
            case SlackReply.Lost lost:
                return new SlackRight.Unknown($"{lost.Reason}; try again in a minute.");
            default:
                return new SlackRight.Denied();
        }
    }

    private async Task<SlackWorkspaceReading> AskAsync(CancellationToken stoppingToken)
    {
        switch (await slack.AskAsync(SlackWebApi.AuthTest, [], stoppingToken))
        {
            case SlackReply.Ok ok when ok.Body.TextOf("team_id") is { Length: > 0 } team:
                Name = SlackText.Line(ok.Body.TextOf("team") ?? team);
                return _known = new SlackWorkspaceReading.Known(team);
            case SlackReply.Limited:
                return new SlackWorkspaceReading.Unknown("Slack asks to wait");
            case SlackReply.Lost lost:
                return new SlackWorkspaceReading.Unknown(lost.Reason);
            case SlackReply.Failed failed:
                return SlackRefusals.Token(failed, "Slack:BotToken") is { } reason
                    ? new SlackWorkspaceReading.Refused(reason)
                    : new SlackWorkspaceReading.Unknown($"Slack answered {failed.Error}");
            default:
                return new SlackWorkspaceReading.Unknown("Slack named no workspace");
        }
    }

    /// <summary>In a channel shared with another company, that company's admins are strangers here.</summary>
    private static bool MayManage(JsonElement user, string team) =>
        !user.IsTrue("deleted")
        && !user.IsTrue("is_stranger")
        && (user.TextOf("team_id") ?? team) == team
        && (user.IsTrue("is_admin") || user.IsTrue("is_owner") || user.IsTrue("is_primary_owner"));
}
