using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;

namespace Bot.Tests.Fakes;

/// <summary>A file as it was attached.</summary>
public sealed record FakeFile(string Name, string? MediaType, string Text);

public sealed partial class FakeDiscord
{
    private readonly ConcurrentDictionary<string, FakeAnswer> _answers = new();
    private readonly ConcurrentQueue<FakeFile> _files = new();
    private int _requestsSeen;
    private int _commandOverwrites;
    private JsonArray? _storedCommands;

    /// <summary>The files that came with answers.</summary>
    public IReadOnlyCollection<FakeFile> Files => _files;

    public bool TokenIsRight { get; set; } = true;

    public int RequestsSeen => Volatile.Read(ref _requestsSeen);

    public int CommandOverwrites => Volatile.Read(ref _commandOverwrites);

    /// <summary>As the bot registered them, with what Discord adds; null before it did.</summary>
    public JsonArray? StoredCommands => Volatile.Read(ref _storedCommands);

    private TimeSpan LongestFirstWord => TimeSpan.FromSeconds(3) + (_time == TimeProvider.System ? Patience.WithABusyMachine : TimeSpan.Zero);

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
            (_, ["channels", var channel, "messages", .. var rest]) => HandleChannelAsync(context, channel, rest, body),
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

    private static Task LimitAsync(HttpContext context, double? seconds, bool global, string scope, int code = 0)
    {
        var headers = context.Response.Headers;
        if (seconds is { } told)
            headers.RetryAfter = Math.Ceiling(told).ToString(CultureInfo.InvariantCulture);
        headers["X-RateLimit-Scope"] = global ? "global" : scope;
        if (global)
            headers["X-RateLimit-Global"] = "true";
        var body = new JsonObject { ["message"] = "You are being rate limited.", ["global"] = global };
        if (seconds is not null)
            body["retry_after"] = seconds;
        if (code != 0)
            body["code"] = code;
        return AnswerAsync(context, 429, body.ToJsonString());
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
