using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace Bot.Tests.Fakes;

/// <summary>What is done in a channel; each has limits of its own.</summary>
public enum FakeCall
{
    Post,
    Edit,
    Thread,
}

/// <summary>What goes wrong with the next call of a kind.</summary>
public enum PostFault
{
    /// <summary>Stored, and answered with 500.</summary>
    ErrorAfterStoring,

    /// <summary>Stored, and the connection dropped without an answer.</summary>
    DropAfterStoring,

    /// <summary>Not stored, and answered with 503.</summary>
    ErrorBeforeStoring,

    /// <summary>Not stored: something else answered in Discord's place, with 200.</summary>
    Stranger,

    /// <summary>Stored, or not, and never answered.</summary>
    HangAfterStoring,
    HangBeforeStoring,
}

/// <summary>A thread, whose number is that of the message that it was started from.</summary>
public sealed record FakeThread(string Id, string ParentId, string Name)
{
    /// <summary>Nobody may write in it without the right to manage threads.</summary>
    public bool IsLocked { get; init; }
}

public sealed partial class FakeDiscord
{
    private readonly ConcurrentDictionary<string, List<FakeMessage>> _channels = new();
    private readonly ConcurrentDictionary<string, FakeThread> _threads = new();
    private readonly ConcurrentDictionary<string, bool> _threadsEver = new();
    private readonly ConcurrentDictionary<string, bool> _deletedChannels = new();
    private readonly ConcurrentDictionary<string, bool> _messagesEver = new();
    private readonly ConcurrentDictionary<string, string> _nonces = new();
    private readonly ConcurrentDictionary<(FakeCall Call, string Channel), (DateTimeOffset ResetAt, int Used)> _windows = new();
    private readonly ConcurrentDictionary<FakeCall, ConcurrentQueue<PostFault>> _faults = new();
    private readonly ConcurrentDictionary<FakeCall, ConcurrentQueue<(double? Seconds, bool Global, string Scope, int Code)>> _limits = new();
    private readonly ConcurrentDictionary<FakeCall, ConcurrentQueue<(int Status, int Code, string Message)>> _refusals = new();
    private readonly ConcurrentDictionary<FakeCall, int> _callsSeen = new();
    private DateTimeOffset _heldUntil;

    /// <summary>What goes wrong by itself.</summary>
    public FakeWear Wear { get; } = new();

    /// <summary>How many messages a channel takes in <see cref="ChannelWindow"/>, and how many edits.</summary>
    public int ChannelLimit { get; set; } = 1000;

    public TimeSpan ChannelWindow { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>Discord forgets a nonce after some minutes; so does this, at once, when it is told to.</summary>
    public bool ForgetsNonces { get; set; }

    public bool HistoryIsReadable { get; set; } = true;

    /// <summary>The bot has the permission Create Public Threads.</summary>
    public bool ThreadsMayBeStarted { get; set; } = true;

    /// <summary>The bot has the permission Send Messages in Threads.</summary>
    public bool ThreadsMayBePostedTo { get; set; } = true;

    /// <summary>How many posts came in, refused ones too.</summary>
    public int PostsSeen => SeenOf(FakeCall.Post);

    public int SeenOf(FakeCall call) => _callsSeen.GetValueOrDefault(call);

    public void FailNextPost(PostFault fault) => FailNext(FakeCall.Post, fault);

    public void FailNext(FakeCall call, PostFault fault) => _faults.GetOrAdd(call, _ => new()).Enqueue(fault);

    /// <summary>Whether a fault waits for a request to meet it.</summary>
    public bool HasFaultAhead => _faults.Values.Any(faults => !faults.IsEmpty);

    public void LimitNextPost(double retryAfter, bool global = false, string scope = "user") => LimitNext(FakeCall.Post, retryAfter, global, scope);

    /// <param name="retryAfter">Seconds; null for a limit that does not say how long it is.</param>
    /// <param name="code">Discord's number for the limit; 0 for the usual one, which has none.</param>
    public void LimitNext(FakeCall call, double? retryAfter, bool global = false, string scope = "user", int code = 0) =>
        _limits.GetOrAdd(call, _ => new()).Enqueue((retryAfter, global, scope, code));

    public void RefuseNextPost(int status, int code, string message) => RefuseNext(FakeCall.Post, status, code, message);

    public void RefuseNext(FakeCall call, int status, int code, string message) => _refusals.GetOrAdd(call, _ => new()).Enqueue((status, code, message));

    /// <summary>What stands in a channel or a thread, the oldest first.</summary>
    public IReadOnlyList<FakeMessage> Messages(string channelId)
    {
        var messages = _channels.GetOrAdd(channelId, _ => []);
        lock (messages)
            return [.. messages];
    }

    /// <summary>The first message of a channel, when it has come; or the one at a place.</summary>
    public async Task<FakeMessage> MessageIn(string channelId, int at = 0)
    {
        await Until(() => Messages(channelId).Count > at, $"message {at + 1} stands in channel {channelId}");
        return Messages(channelId)[at];
    }

    /// <summary>A message's thread; null where it has none.</summary>
    public FakeThread? ThreadOf(FakeMessage message) => _threads.GetValueOrDefault(message.Id);

    /// <summary>Somebody else writes into a channel.</summary>
    public void Chat(string channelId, int messages)
    {
        for (var count = 0; count < messages; count++)
            Store(channelId, new JsonObject { ["content"] = "" });
    }

    public void DeleteMessage(FakeMessage message)
    {
        var messages = _channels[message.ChannelId];
        lock (messages)
            messages.RemoveAll(standing => standing.Id == message.Id);
        Changed();
    }

    /// <summary>Deletes a channel, or a thread.</summary>
    public void DeleteChannel(string channelId)
    {
        _deletedChannels[channelId] = true;
        _threads.TryRemove(channelId, out _);
    }

    public void BringBackChannel(string channelId) => _deletedChannels.TryRemove(channelId, out _);

    public void LockThread(string threadId) => _threads[threadId] = _threads[threadId] with { IsLocked = true };

    /// <summary>Says that a channel is a thread of some other one.</summary>
    public void MakeThread(string channelId) => _threads[channelId] = new FakeThread(channelId, "1", "a thread");

    private FakeMessage Store(string channelId, JsonNode body)
    {
        var message = new FakeMessage(NextNumber(), channelId, body);
        var messages = _channels.GetOrAdd(channelId, _ => []);
        lock (messages)
            messages.Add(message);
        _messagesEver[message.Id] = true;
        Changed();
        return message;
    }

    private async Task HandleChannelAsync(HttpContext context, string channel, string[] rest, JsonNode? body)
    {
        foreach (var id in (string[])[channel, .. rest.Take(1)])
        {
            if (!ulong.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out _))
                Violate($"{context.Request.Method} {context.Request.Path} names {id}, which is no snowflake");
        }

        if (context.Request.Method != "GET" && context.Request.QueryString.HasValue)
            Violate($"{context.Request.Method} {context.Request.Path} has the query {context.Request.QueryString}");
        FakeCall? call = (context.Request.Method, rest) switch
        {
            ("POST", []) => FakeCall.Post,
            ("PATCH", [_]) => FakeCall.Edit,
            ("POST", [_, "threads"]) => FakeCall.Thread,
            _ => null,
        };
        if (call is null)
        {
            if (context.Request.Method == "GET" && rest is [])
                await HistoryAsync(context, channel);
            else
                await UnexpectedAsync(context);
            return;
        }

        _callsSeen.AddOrUpdate(call.Value, 1, (_, seen) => seen + 1);
        Changed();
        var mishap = Wear.Next();
        if (await IsStoppedAsync(context, call.Value, channel, mishap))
            return;

        var wrong = call switch
        {
            FakeCall.Post => FakeDiscordChecks.Post(body!),
            FakeCall.Edit => FakeDiscordChecks.Edit(body!),
            _ => FakeDiscordChecks.Thread(body!),
        };
        if (wrong.Count > 0)
        {
            Violate($"a {call} that Discord refuses: {string.Join("; ", wrong)}");
            await RefuseAsync(context, 400, 50035, "Invalid Form Body");
            return;
        }

        if (!await TakePlaceAsync(context, call.Value, channel))
            return;
        await LoseOrAnswerAsync(context, Fault(call.Value, mishap), () => call switch
        {
            FakeCall.Post => Post(channel, body!),
            FakeCall.Edit => Edit(channel, rest[0], body!),
            _ => StartThread(channel, rest[0], body!),
        });
    }

    /// <summary>A call that meets a limit or a refusal, and is not looked at.</summary>
    private async Task<bool> IsStoppedAsync(HttpContext context, FakeCall call, string channel, FakeWear.Mishap mishap)
    {
        if (mishap == FakeWear.Mishap.Limited)
        {
            await LimitAsync(context, 1, global: false, "user");
            return true;
        }

        if (_limits.TryGetValue(call, out var limits) && limits.TryDequeue(out var limit))
        {
            if (limit.Global)
                _heldUntil = _time.GetUtcNow() + TimeSpan.FromSeconds(limit.Seconds ?? 0);
            await LimitAsync(context, limit.Seconds, limit.Global, limit.Scope, limit.Code);
            return true;
        }

        if (_refusals.TryGetValue(call, out var refusals) && refusals.TryDequeue(out var refusal))
        {
            await RefuseAsync(context, refusal.Status, refusal.Code, refusal.Message);
            return true;
        }

        var isThread = _threads.ContainsKey(channel);
        if (_deletedChannels.ContainsKey(channel) || (!isThread && _messagesEver.ContainsKey(channel)))
            await RefuseAsync(context, 404, 10003, "Unknown Channel");
        else if (call == FakeCall.Post && isThread && !ThreadsMayBePostedTo)
            await RefuseAsync(context, 403, 50013, "Missing Permissions");
        else if (call == FakeCall.Post && isThread && _threads[channel].IsLocked)
            await RefuseAsync(context, 400, 160005, "Thread is locked");
        else if (call == FakeCall.Thread && isThread)
            await RefuseAsync(context, 400, 50024, "Cannot execute action on this channel type");
        else if (call == FakeCall.Thread && !ThreadsMayBeStarted)
            await RefuseAsync(context, 403, 50013, "Missing Permissions");
        else
            return false;
        return true;
    }

    private PostFault? Fault(FakeCall call, FakeWear.Mishap mishap) => mishap switch
    {
        FakeWear.Mishap.Dropped => PostFault.DropAfterStoring,
        FakeWear.Mishap.AnsweredWithError => PostFault.ErrorAfterStoring,
        FakeWear.Mishap.Failed => PostFault.ErrorBeforeStoring,
        _ => _faults.TryGetValue(call, out var faults) && faults.TryDequeue(out var fault) ? fault : null,
    };

    private async Task LoseOrAnswerAsync(HttpContext context, PostFault? fault, Func<(int Status, JsonNode Answer)> act)
    {
        if (fault == PostFault.ErrorBeforeStoring)
        {
            await AnswerAsync(context, 503, "upstream connect error");
            return;
        }

        if (fault == PostFault.Stranger)
        {
            await AnswerAsync(context, 200, """{"status": "ok"}""");
            return;
        }

        var (status, answer) = fault == PostFault.HangBeforeStoring ? default : act();
        if (fault is PostFault.HangBeforeStoring or PostFault.HangAfterStoring)
            await HangAsync(context);
        else if (fault == PostFault.DropAfterStoring)
            context.Abort();
        else if (fault == PostFault.ErrorAfterStoring)
            await AnswerAsync(context, 500, """{"message": "500: Internal Server Error", "code": 0}""");
        else
            await AnswerAsync(context, status, answer.ToJsonString());
    }

    /// <summary>Until the guest has enough of it, or this Discord ends.</summary>
    private async Task HangAsync(HttpContext context)
    {
        using var end = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, _stopped.Token);
        await Task.Delay(Timeout.InfiniteTimeSpan, end.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        context.Abort();
    }

    private (int Status, JsonNode Answer) Post(string channel, JsonNode body)
    {
        if (body["message_reference"] is { } reference
            && Messages(channel).All(message => message.Id != reference["message_id"]!.GetValue<string>())
            && reference["fail_if_not_exists"]?.GetValue<bool>() != false)
            return (400, Refusal(50035, "Invalid Form Body"));
        var nonce = body["nonce"]?.GetValue<string>();
        var enforced = body["enforce_nonce"]?.GetValue<bool>() == true && nonce is not null && !ForgetsNonces;
        var earlier = enforced && _nonces.TryGetValue($"{channel}/{nonce}", out var stored)
            ? Messages(channel).FirstOrDefault(message => message.Id == stored)
            : null;
        var message = earlier ?? Store(channel, body);
        if (nonce is not null)
            _nonces[$"{channel}/{nonce}"] = message.Id;
        return (200, Shown(message));
    }

    /// <summary>What the edit doesn't name stays as it was.</summary>
    private (int Status, JsonNode Answer) Edit(string channel, string id, JsonNode edit)
    {
        var messages = _channels.GetOrAdd(channel, _ => []);
        lock (messages)
        {
            var at = messages.FindIndex(message => message.Id == id);
            if (at < 0)
                return (404, Refusal(10008, "Unknown Message"));
            if (messages[at].Nonce is null)
                return (403, Refusal(50005, "Cannot edit a message authored by another user"));

            var body = messages[at].Body.DeepClone().AsObject();
            foreach (var (name, value) in edit.AsObject())
                body[name] = value?.DeepClone();
            messages[at] = messages[at] with { Body = body, Edits = messages[at].Edits + 1 };
            Changed();
            return (200, Shown(messages[at]));
        }
    }

    private (int Status, JsonNode Answer) StartThread(string channel, string id, JsonNode body)
    {
        if (Messages(channel).All(message => message.Id != id))
            return (404, Refusal(10008, "Unknown Message"));
        if (!_threadsEver.TryAdd(id, true))
            return (400, Refusal(160004, "A thread has already been created for this message"));

        var thread = _threads[id] = new FakeThread(id, channel, body["name"]!.GetValue<string>());
        Changed();
        return (201, new JsonObject { ["id"] = thread.Id, ["type"] = 11, ["parent_id"] = channel, ["name"] = thread.Name });
    }

    private async Task<bool> TakePlaceAsync(HttpContext context, FakeCall call, string channel)
    {
        var now = _time.GetUtcNow();
        (DateTimeOffset ResetAt, int Used) window;
        lock (_lock)
        {
            window = _windows.TryGetValue((call, channel), out var known) && known.ResetAt > now ? known : (now + ChannelWindow, 0);
            window.Used++;
            _windows[(call, channel)] = window;
        }

        var headers = context.Response.Headers;
        var resetAfter = (Math.Ceiling((window.ResetAt - now).TotalMilliseconds) / 1000).ToString("0.###", CultureInfo.InvariantCulture);
        headers["X-RateLimit-Bucket"] = $"fakebucketof{call}";
        headers["X-RateLimit-Limit"] = ChannelLimit.ToString(CultureInfo.InvariantCulture);
        headers["X-RateLimit-Remaining"] = Math.Max(0, ChannelLimit - window.Used).ToString(CultureInfo.InvariantCulture);
        headers["X-RateLimit-Reset-After"] = resetAfter;
        if (window.Used <= ChannelLimit)
            return true;

        if (!Wear.BotIsKilled)
            Violate($"{call} in channel {channel} came on an exhausted bucket");
        await LimitAsync(context, (window.ResetAt - now).TotalSeconds, global: false, "user");
        return false;
    }

    private async Task HistoryAsync(HttpContext context, string channel)
    {
        if (_deletedChannels.ContainsKey(channel) || (!_threads.ContainsKey(channel) && _messagesEver.ContainsKey(channel)))
        {
            await RefuseAsync(context, 404, 10003, "Unknown Channel");
            return;
        }

        if (!HistoryIsReadable)
        {
            await RefuseAsync(context, 403, 50001, "Missing Access");
            return;
        }

        var query = context.Request.Query;
        var limit = query.ContainsKey("limit") ? int.Parse(query["limit"].ToString(), CultureInfo.InvariantCulture) : 50;
        if (limit is < 1 or > 100 || query.Keys.Any(key => key is not ("limit" or "before")))
            Violate($"the history is asked for with {context.Request.QueryString}");
        var before = query.ContainsKey("before") ? ulong.Parse(query["before"].ToString(), CultureInfo.InvariantCulture) : ulong.MaxValue;
        var page = Messages(channel).Reverse().Where(message => ulong.Parse(message.Id, CultureInfo.InvariantCulture) < before).Take(limit);
        await AnswerAsync(context, 200, new JsonArray([.. page.Select(Shown)]).ToJsonString());
    }

    private static JsonNode Shown(FakeMessage message)
    {
        var shown = message.Body.DeepClone();
        shown["id"] = message.Id;
        shown["channel_id"] = message.ChannelId;
        shown["type"] = message.Body["message_reference"] is null ? 0 : 19;
        shown.AsObject().Remove("nonce");
        foreach (var embed in shown["embeds"]?.AsArray() ?? [])
        {
            if (embed!["timestamp"]?.GetValue<string>() is { } timestamp)
                embed["timestamp"] = timestamp.Replace("Z", "+00:00", StringComparison.Ordinal);
        }

        return shown;
    }

    private static JsonObject Refusal(int code, string message) => new() { ["message"] = message, ["code"] = code };

    private static Task RefuseAsync(HttpContext context, int status, int code, string message) =>
        AnswerAsync(context, status, Refusal(code, message).ToJsonString());
}
