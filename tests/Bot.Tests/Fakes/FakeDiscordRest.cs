using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;

namespace Bot.Tests.Fakes;

/// <summary>What goes wrong with the next message that is posted.</summary>
public enum PostFault
{
    /// <summary>Stored, and answered with 500.</summary>
    ErrorAfterStoring,

    /// <summary>Stored, and the connection dropped without an answer.</summary>
    DropAfterStoring,

    /// <summary>Not stored, and answered with 503.</summary>
    ErrorBeforeStoring,
}

/// <summary>A file as it was attached.</summary>
public sealed record FakeFile(string Name, string? MediaType, string Text);

public sealed partial class FakeDiscord
{
    private readonly ConcurrentDictionary<string, List<FakeMessage>> _channels = new();
    private readonly ConcurrentDictionary<string, string> _nonces = new();
    private readonly ConcurrentDictionary<string, FakeAnswer> _answers = new();
    private readonly ConcurrentDictionary<string, (DateTimeOffset ResetAt, int Used)> _windows = new();
    private readonly ConcurrentQueue<PostFault> _faults = new();
    private readonly ConcurrentQueue<(double Seconds, bool Global, string Scope)> _limits = new();
    private readonly ConcurrentQueue<(int Status, int Code, string Message)> _refusals = new();
    private readonly ConcurrentQueue<FakeFile> _files = new();
    private DateTimeOffset _heldUntil;
    private int _postsSeen;
    private int _requestsSeen;
    private int _commandOverwrites;
    private JsonArray? _storedCommands;

    /// <summary>The files that came with answers.</summary>
    public IReadOnlyCollection<FakeFile> Files => _files;

    /// <summary>How many messages a channel takes in <see cref="ChannelWindow"/>.</summary>
    public int ChannelLimit { get; set; } = 1000;

    public TimeSpan ChannelWindow { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>Discord forgets a nonce after some minutes; so does this, at once, when it is told to.</summary>
    public bool ForgetsNonces { get; set; }

    public bool HistoryIsReadable { get; set; } = true;

    public bool TokenIsRight { get; set; } = true;

    /// <summary>How many posts came in, refused ones too.</summary>
    public int PostsSeen => Volatile.Read(ref _postsSeen);

    public int RequestsSeen => Volatile.Read(ref _requestsSeen);

    public int CommandOverwrites => Volatile.Read(ref _commandOverwrites);

    /// <summary>As the bot registered them, with what Discord adds; null before it did.</summary>
    public JsonArray? StoredCommands => Volatile.Read(ref _storedCommands);

    private TimeSpan LongestFirstWord => TimeSpan.FromSeconds(3) + (_time == TimeProvider.System ? Patience.WithABusyMachine : TimeSpan.Zero);

    public void FailNextPost(PostFault fault) => _faults.Enqueue(fault);

    public void LimitNextPost(double retryAfter, bool global = false, string scope = "user") =>
        _limits.Enqueue((retryAfter, global, scope));

    public void RefuseNextPost(int status, int code, string message) => _refusals.Enqueue((status, code, message));

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

    /// <summary>Somebody else writes into a channel.</summary>
    public void Chat(string channelId, int messages)
    {
        for (var count = 0; count < messages; count++)
            Store(channelId, new JsonObject { ["content"] = "" });
    }

    private FakeMessage Store(string channelId, JsonNode body)
    {
        var message = new FakeMessage(NextNumber(), channelId, body);
        var messages = _channels.GetOrAdd(channelId, _ => []);
        lock (messages)
            messages.Add(message);
        Changed();
        return message;
    }

    private async Task HandleRestAsync(HttpContext context)
    {
        var request = context.Request;
        Interlocked.Increment(ref _requestsSeen);
        CheckHeaders(request);
        if (!TokenIsRight)
        {
            await AnswerAsync(context, 401, """{"message": "401: Unauthorized", "code": 0}""");
            return;
        }

        if (_time.GetUtcNow() < _heldUntil && !request.Path.StartsWithSegments("/api/v10/interactions", StringComparison.Ordinal))
            Violate($"{request.Method} {request.Path} came within a global limit");

        var body = await ReadBodyAsync(request);
        var parts = request.Path.Value!.Trim('/').Split('/');
        if (parts is not ["api", "v10", ..])
        {
            await UnexpectedAsync(context);
            return;
        }

        var answered = (request.Method, parts[2..]) switch
        {
            ("POST", ["channels", var channel, "messages"]) => PostMessageAsync(context, channel, body!),
            ("GET", ["channels", var channel, "messages"]) => HistoryAsync(context, channel),
            ("GET", ["gateway", "bot"]) => GatewayBotAsync(context),
            ("GET", ["applications", Application, "commands"]) => AnswerAsync(context, 200, (StoredCommands ?? []).ToJsonString()),
            ("PUT", ["applications", Application, "commands"]) => OverwriteCommandsAsync(context, body!),
            ("POST", ["interactions", var id, var token, "callback"]) => CallbackAsync(context, id, token, body!),
            ("PATCH", ["webhooks", Application, var token, "messages", "@original"]) => AnswerLaterAsync(context, token, body!, first: true),
            ("POST", ["webhooks", Application, var token]) => AnswerLaterAsync(context, token, body!, first: false),
            _ => UnexpectedAsync(context),
        };
        await answered;
    }

    private async Task<JsonNode?> ReadBodyAsync(HttpRequest request)
    {
        if (request.Method is "GET")
            return null;
        if (request.HasFormContentType && request.Path.StartsWithSegments("/api/v10/webhooks", StringComparison.Ordinal))
            return await ReadFormAsync(request);
        if (request.ContentType?.StartsWith("application/json", StringComparison.Ordinal) != true)
            Violate($"{request.Method} {request.Path} has the content type {request.ContentType}");
        try
        {
            return await JsonNode.ParseAsync(request.Body);
        }
        catch (JsonException)
        {
            Violate($"{request.Method} {request.Path} carries no JSON");
            return new JsonObject();
        }
    }

    /// <summary>https://discord.com/developers/docs/reference#uploading-files</summary>
    private async Task<JsonNode?> ReadFormAsync(HttpRequest request)
    {
        var form = await request.ReadFormAsync();
        var body = JsonNode.Parse(form["payload_json"].ToString() is { Length: > 0 } json ? json : "{}")!;
        var attachments = body["attachments"]?.AsArray() ?? [];
        if (form.Keys.Any(key => key != "payload_json") || form.Files.Count == 0 || attachments.Count != form.Files.Count)
            Violate($"{request.Path} is a form with the fields {string.Join(", ", form.Keys)} and {form.Files.Count} files for {attachments.Count} attachments");
        for (var at = 0; at < form.Files.Count; at++)
        {
            var file = form.Files[at];
            if (file.Name != $"files[{at}]" || attachments[at]?["id"]?.GetValue<string>() != at.ToString(CultureInfo.InvariantCulture) || attachments[at]?["filename"]?.GetValue<string>() != file.FileName)
                Violate($"the file {file.FileName} in the part {file.Name} is no attachment of the message");
            using var reader = new StreamReader(file.OpenReadStream());
            _files.Enqueue(new FakeFile(file.FileName, file.ContentType, await reader.ReadToEndAsync()));
        }

        return body;
    }

    private void CheckHeaders(HttpRequest request)
    {
        if (request.Headers.Authorization.ToString() is var authorization && authorization != $"Bot {Token}")
            Violate($"{request.Method} {request.Path} has the Authorization '{authorization}'");
        if (!UserAgentForm().IsMatch(request.Headers.UserAgent.ToString()))
            Violate($"{request.Method} {request.Path} has the User-Agent '{request.Headers.UserAgent}'");
    }

    private Task UnexpectedAsync(HttpContext context)
    {
        Violate($"unexpected request: {context.Request.Method} {context.Request.Path}");
        return AnswerAsync(context, 404, """{"message": "404: Not Found", "code": 0}""");
    }

    private async Task PostMessageAsync(HttpContext context, string channel, JsonNode body)
    {
        Interlocked.Increment(ref _postsSeen);
        Changed();
        if (_limits.TryDequeue(out var limit))
        {
            if (limit.Global)
                _heldUntil = _time.GetUtcNow() + TimeSpan.FromSeconds(limit.Seconds);
            await LimitAsync(context, limit.Seconds, limit.Global, limit.Scope);
            return;
        }

        if (_refusals.TryDequeue(out var refusal))
        {
            await AnswerAsync(context, refusal.Status, new JsonObject { ["message"] = refusal.Message, ["code"] = refusal.Code }.ToJsonString());
            return;
        }

        var wrong = FakeDiscordChecks.Message(body, mayBeEdit: false);
        if (wrong.Count > 0)
        {
            Violate($"a message that Discord refuses: {string.Join("; ", wrong)}");
            await AnswerAsync(context, 400, new JsonObject { ["message"] = "Invalid Form Body", ["code"] = 50035 }.ToJsonString());
            return;
        }

        if (await TakePlaceAsync(context, channel))
            await StoreAndAnswerAsync(context, channel, body);
    }

    private async Task StoreAndAnswerAsync(HttpContext context, string channel, JsonNode body)
    {
        var hasFault = _faults.TryDequeue(out var fault);
        if (hasFault && fault == PostFault.ErrorBeforeStoring)
        {
            await AnswerAsync(context, 503, "upstream connect error");
            return;
        }

        var nonce = body["nonce"]?.GetValue<string>();
        var enforced = body["enforce_nonce"]?.GetValue<bool>() == true && nonce is not null && !ForgetsNonces;
        var message = enforced && _nonces.TryGetValue($"{channel}/{nonce}", out var stored)
            ? Messages(channel).Single(earlier => earlier.Id == stored)
            : Store(channel, body);
        if (nonce is not null)
            _nonces[$"{channel}/{nonce}"] = message.Id;

        if (hasFault && fault == PostFault.DropAfterStoring)
            context.Abort();
        else if (hasFault)
            await AnswerAsync(context, 500, """{"message": "500: Internal Server Error", "code": 0}""");
        else
            await AnswerAsync(context, 200, Shown(message).ToJsonString());
    }

    private async Task<bool> TakePlaceAsync(HttpContext context, string channel)
    {
        var now = _time.GetUtcNow();
        (DateTimeOffset ResetAt, int Used) window;
        lock (_lock)
        {
            window = _windows.TryGetValue(channel, out var known) && known.ResetAt > now ? known : (now + ChannelWindow, 0);
            window.Used++;
            _windows[channel] = window;
        }

        var headers = context.Response.Headers;
        var resetAfter = (Math.Ceiling((window.ResetAt - now).TotalMilliseconds) / 1000).ToString("0.###", CultureInfo.InvariantCulture);
        headers["X-RateLimit-Bucket"] = "fakebucketofmessages";
        headers["X-RateLimit-Limit"] = ChannelLimit.ToString(CultureInfo.InvariantCulture);
        headers["X-RateLimit-Remaining"] = Math.Max(0, ChannelLimit - window.Used).ToString(CultureInfo.InvariantCulture);
        headers["X-RateLimit-Reset-After"] = resetAfter;
        if (window.Used <= ChannelLimit)
            return true;

        Violate($"channel {channel} was posted to on an exhausted bucket");
        await LimitAsync(context, (window.ResetAt - now).TotalSeconds, global: false, "user");
        return false;
    }

    private static Task LimitAsync(HttpContext context, double seconds, bool global, string scope)
    {
        var headers = context.Response.Headers;
        headers.RetryAfter = Math.Ceiling(seconds).ToString(CultureInfo.InvariantCulture);
        headers["X-RateLimit-Scope"] = global ? "global" : scope;
        if (global)
            headers["X-RateLimit-Global"] = "true";
        return AnswerAsync(context, 429, new JsonObject
        {
            ["message"] = "You are being rate limited.",
            ["retry_after"] = seconds,
            ["global"] = global,
        }.ToJsonString());
    }

    private async Task HistoryAsync(HttpContext context, string channel)
    {
        if (!HistoryIsReadable)
        {
            await AnswerAsync(context, 403, """{"message": "Missing Access", "code": 50001}""");
            return;
        }

        var limit = int.Parse(context.Request.Query["limit"].ToString(), CultureInfo.InvariantCulture);
        var after = ulong.Parse(context.Request.Query["after"].ToString(), CultureInfo.InvariantCulture);
        if (limit is < 1 or > 100)
            Violate($"the history is asked for with limit={limit}");
        var page = Messages(channel)
            .Where(message => ulong.Parse(message.Id, CultureInfo.InvariantCulture) > after)
            .Take(limit)
            .Reverse();
        await AnswerAsync(context, 200, new JsonArray([.. page.Select(Shown)]).ToJsonString());
    }

    private static JsonNode Shown(FakeMessage message)
    {
        var shown = message.Body.DeepClone();
        shown["id"] = message.Id;
        shown["channel_id"] = message.ChannelId;
        shown["type"] = 0;
        shown.AsObject().Remove("nonce");
        foreach (var embed in shown["embeds"]?.AsArray() ?? [])
        {
            if (embed!["timestamp"]?.GetValue<string>() is { } timestamp)
                embed["timestamp"] = timestamp.Replace("Z", "+00:00", StringComparison.Ordinal);
        }

        return shown;
    }

    private Task GatewayBotAsync(HttpContext context) => AnswerAsync(context, 200, new JsonObject
    {
        ["url"] = GatewayUrl,
        ["shards"] = Shards,
        ["session_start_limit"] = new JsonObject
        {
            ["total"] = 1000,
            ["remaining"] = 999,
            ["reset_after"] = 14_400_000,
            ["max_concurrency"] = 16,
        },
    }.ToJsonString());

    private async Task OverwriteCommandsAsync(HttpContext context, JsonNode body)
    {
        var wrong = FakeDiscordChecks.Commands(body);
        if (wrong.Count > 0)
            Violate($"commands that Discord refuses: {string.Join("; ", wrong)}");

        var stored = body.DeepClone().AsArray();
        foreach (var command in stored)
        {
            command!["id"] = NextNumber();
            command["application_id"] = Application;
            command["version"] = NextNumber();
            command["default_member_permissions"] = null;
            command["nsfw"] = false;
        }

        var answer = stored.ToJsonString();
        Interlocked.Increment(ref _commandOverwrites);
        Volatile.Write(ref _storedCommands, stored);
        Changed();
        await AnswerAsync(context, 200, answer);
    }

    private async Task CallbackAsync(HttpContext context, string id, string token, JsonNode body)
    {
        var wrong = FakeDiscordChecks.Callback(body);
        if (wrong.Count > 0)
            Violate($"an interaction's answer that Discord refuses: {string.Join("; ", wrong)}");
        if (!_answers.TryGetValue(token, out var answer) || answer.Interaction != id || answer.HasFirstWord)
        {
            Violate("an answer to an interaction that is unknown or answered");
            await AnswerAsync(context, 404, """{"message": "Unknown interaction", "code": 10062}""");
            return;
        }

        if (_time.GetUtcNow() - answer.AskedAt > LongestFirstWord)
            Violate("an interaction was answered later than three seconds after it was asked");

        answer.HasFirstWord = true;
        answer.IsPrivate = ((body["data"]?["flags"]?.GetValue<int>() ?? 0) & 64) != 0;
        answer.WasDeferred = body["type"]!.GetValue<int>() == 5;
        if (!answer.WasDeferred)
            answer.Add(new FakeMessage(NextNumber(), "", body["data"]!.DeepClone()));
        Changed();
        context.Response.StatusCode = 204;
    }

    private async Task AnswerLaterAsync(HttpContext context, string token, JsonNode body, bool first)
    {
        var wrong = FakeDiscordChecks.Message(body, mayBeEdit: first);
        if (wrong.Count > 0)
            Violate($"a later answer that Discord refuses: {string.Join("; ", wrong)}");
        if (!_answers.TryGetValue(token, out var answer) || !answer.HasFirstWord || _time.GetUtcNow() - answer.AskedAt > TimeSpan.FromMinutes(15))
        {
            Violate("a later answer to an interaction that is unknown, not yet answered or too old");
            await AnswerAsync(context, 404, """{"message": "Unknown Webhook", "code": 10015}""");
            return;
        }

        var message = new FakeMessage(NextNumber(), "", body.DeepClone());
        answer.Add(message);
        Changed();
        await AnswerAsync(context, 200, Shown(message).ToJsonString());
    }

    private static async Task AnswerAsync(HttpContext context, int status, string json)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/json";
        await context.Response.WriteAsync(json);
    }

    [GeneratedRegex(@"^DiscordBot \(https?://[^\s,]+, \d[^\s)]*\)", RegexOptions.NonBacktracking)]
    private static partial Regex UserAgentForm();
}
