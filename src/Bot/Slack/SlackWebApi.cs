using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using Microsoft.Extensions.Options;

namespace Bot.Slack;

/// <summary>
/// Slack's Web API: one attempt a call, every answer a value. It keeps to the limits that Slack has named: a method
/// (for posts: a method in a channel) that was limited isn't called again before its time, and a channel gets one
/// message a second. <see href="https://docs.slack.dev/apis/web-api/rate-limits"/>
/// </summary>
internal sealed class SlackWebApi(HttpClient http, IOptions<SlackOptions> options, TimeProvider time)
{
    public const string PostMessage = "chat.postMessage";
    public const string UpdateMessage = "chat.update";
    public const string History = "conversations.history";
    public const string Replies = "conversations.replies";
    public const string UserInfo = "users.info";
    public const string AuthTest = "auth.test";
    public const string OpenConnection = "apps.connections.open";

    private const string NotSlack = "http_";

    private static readonly TimeSpan LongestCall = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan BetweenMessages = TimeSpan.FromSeconds(1);

    /// <summary>Where Slack limits without saying for how long.</summary>
    private static readonly TimeSpan UsualLimit = TimeSpan.FromSeconds(30);

    /// <summary>A header that asks for more is wrong, and more than some weeks is more than a timer takes.</summary>
    private static readonly TimeSpan LongestLimit = TimeSpan.FromDays(1);

    private readonly SlackOptions _options = options.Value;
    private readonly ConcurrentDictionary<string, DateTimeOffset> _limitedUntil = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, Lane> _lanes = new(StringComparer.Ordinal);

    /// <summary>Posts a message, after those that are already waiting for the channel.</summary>
    public async Task<SlackReply> PostAsync(PostMessage message, CancellationToken stoppingToken)
    {
        var lane = _lanes.GetOrAdd(message.Channel, _ => new Lane());
        await lane.Turn.WaitAsync(stoppingToken);
        try
        {
            var wait = lane.NextAt - time.Steady();
            if (wait > TimeSpan.Zero)
                await Task.Delay(wait, time, stoppingToken);

            var limit = $"{PostMessage} {message.Channel}";
            var reply = await CallAsync(PostMessage, limit, _options.BotToken, Json(message), stoppingToken);

            // From the answer on, not from the request: what counts is when Slack got it.
            lane.NextAt = time.Steady() + BetweenMessages;
            return reply;
        }
        finally
        {
            lane.Turn.Release();
        }
    }

    /// <summary>Puts a message in the place of one that stands in a channel.</summary>
    public Task<SlackReply> UpdateAsync(UpdateMessage message, CancellationToken stoppingToken) =>
        CallAsync(UpdateMessage, UpdateMessage, _options.BotToken, Json(message), stoppingToken);

    /// <summary>Asks with the bot's token. Reading methods take forms everywhere, JSON only in part.</summary>
    public Task<SlackReply> AskAsync(string method, Dictionary<string, string> arguments, CancellationToken stoppingToken) =>
        CallAsync(method, method, _options.BotToken, new FormUrlEncodedContent(arguments), stoppingToken);

    /// <summary>Asks for the address of a Socket Mode connection. It holds a ticket: never log it.</summary>
    public Task<SlackReply> OpenConnectionAsync(CancellationToken stoppingToken) =>
        CallAsync(OpenConnection, OpenConnection, _options.AppToken, new FormUrlEncodedContent([]), stoppingToken);

    /// <summary>Answers at the address that came with a command; the address is the permission, so there is no token.</summary>
    public async Task<SlackReply> RespondAsync(Uri responseUrl, ResponseMessage message, CancellationToken stoppingToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, responseUrl);
        request.Content = Json(message);
        return await SendAsync(request, stoppingToken);
    }

    /// <summary>As bytes, whose length is told: what stands in Slack's place may not take a body in chunks.</summary>
    private static ByteArrayContent Json<T>(T message)
    {
        var content = new ByteArrayContent(JsonSerializer.SerializeToUtf8Bytes(message, SlackJson.Options));
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json", "utf-8");
        return content;
    }

    private async Task<SlackReply> CallAsync(string method, string limit, string token, HttpContent content, CancellationToken stoppingToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, _options.MethodUrl(method));
        request.Content = content;
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);

        if (_limitedUntil.TryGetValue(limit, out var until))
        {
            var left = until - time.Steady();
            if (left > TimeSpan.Zero)
                return new SlackReply.Limited(left);
            _limitedUntil.TryRemove(new KeyValuePair<string, DateTimeOffset>(limit, until));
        }

        var reply = await SendAsync(request, stoppingToken);
        if (reply is SlackReply.Limited limited)
            _limitedUntil[limit] = time.Steady() + limited.After;

        // A proxy's page or a wrong address: Slack itself says yes with ok: true and no with ok: false.
        return reply switch
        {
            SlackReply.Failed failed when failed.Error.StartsWith(NotSlack, StringComparison.Ordinal) => NobodySpeaksSlack(failed.Error),
            SlackReply.Ok ok when !ok.Body.IsTrue("ok") => NobodySpeaksSlack("neither yes nor no"),
            _ => reply,
        };
    }

    private SlackReply.Lost NobodySpeaksSlack(string what) =>
        new($"something that isn't Slack answers ({what}); Slack:ApiBaseUrl is {_options.ApiBaseUrl}");

    private async Task<SlackReply> SendAsync(HttpRequestMessage request, CancellationToken stoppingToken)
    {
        using var tooLong = new CancellationTokenSource(LongestCall, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken, tooLong.Token);
        try
        {
            using var response = await http.SendAsync(request, either.Token);
            return await ReadAsync(response, either.Token);
        }
        catch (Exception e) when (!stoppingToken.IsCancellationRequested
            && e is HttpRequestException or IOException or OperationCanceledException or JsonException)
        {
            return new SlackReply.Lost(e switch
            {
                OperationCanceledException => "Slack didn't answer in time",
                JsonException => "Slack's answer can't be read",
                HttpRequestException { HttpRequestError: not HttpRequestError.Unknown } failure => $"no answer from Slack ({failure.HttpRequestError})",
                _ => "the connection to Slack dropped",
            });
        }
    }

    private async Task<SlackReply> ReadAsync(HttpResponseMessage response, CancellationToken stoppingToken)
    {
        if (response.StatusCode == HttpStatusCode.TooManyRequests)
            return new SlackReply.Limited(RetryAfter(response));
        if ((int)response.StatusCode >= 500)
            return new SlackReply.Lost($"Slack answered {(int)response.StatusCode}");

        var body = await response.Content.ReadAsByteArrayAsync(stoppingToken);
        if (body is not [(byte)'{', ..])
            return response.IsSuccessStatusCode ? new SlackReply.Ok(default) : new SlackReply.Failed($"{NotSlack}{(int)response.StatusCode}");

        using var document = JsonDocument.Parse(body);
        var root = document.RootElement;
        if (response.IsSuccessStatusCode && root.PartOf("ok").ValueKind != JsonValueKind.False)
            return new SlackReply.Ok(root.Clone());

        return root.TextOf("error") switch
        {
            // Slack's words for "perhaps part of it was done": see the errors of any method.
            "internal_error" or "fatal_error" or "request_timeout" or "service_unavailable" =>
                new SlackReply.Lost($"Slack had an error of its own ({root.TextOf("error")})"),
            "ratelimited" or "rate_limited" => new SlackReply.Limited(RetryAfter(response)),
            var error => new SlackReply.Failed(error ?? $"{NotSlack}{(int)response.StatusCode}", root.TextOf("needed")),
        };
    }

    private TimeSpan RetryAfter(HttpResponseMessage response)
    {
        var header = response.Headers.RetryAfter;
        var after = header?.Delta ?? header?.Date - time.GetUtcNow() ?? UsualLimit;
        return after > LongestLimit ? LongestLimit : after > TimeSpan.Zero ? after : TimeSpan.FromSeconds(1);
    }

    /// <summary>A channel's queue.</summary>
    private sealed class Lane
    {
        public SemaphoreSlim Turn { get; } = new(1, 1);

        public DateTimeOffset NextAt { get; set; }
    }
}

/// <summary>Reads Slack's JSON without believing in its shape.</summary>
internal static class SlackElements
{
    public static string? TextOf(this JsonElement element, string name) =>
        element.PartOf(name) is { ValueKind: JsonValueKind.String } text ? text.GetString() : null;

    public static bool IsTrue(this JsonElement element, string name) => element.PartOf(name).ValueKind == JsonValueKind.True;

    /// <summary>The property; an undefined element where there is none.</summary>
    public static JsonElement PartOf(this JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var part) ? part : default;

    public static IEnumerable<JsonElement> ItemsOf(this JsonElement element, string name) =>
        element.PartOf(name) is { ValueKind: JsonValueKind.Array } items ? items.EnumerateArray() : [];
}
