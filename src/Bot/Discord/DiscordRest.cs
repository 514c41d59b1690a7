using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using Bot.Commands;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Bot.Discord;

/// <summary>Calls Discord's HTTP API within its limits. Every answer is an outcome.</summary>
internal sealed partial class DiscordRest : IDisposable
{
    private static readonly TimeSpan RequestTime = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan AfterWrongToken = TimeSpan.FromMinutes(10);

    /// <summary>A limit on edits of messages older than an hour, which Discord tells without saying for how long; seen to be some twenty seconds.</summary>
    private const int OldEditsLimited = 30046;
    private static readonly TimeSpan AfterOldEdits = TimeSpan.FromSeconds(20);

    private const int MostTurns = 1_000;

    private readonly HttpClient _http;
    private readonly TimeProvider _time;
    private readonly PlatformHealth _health;
    private readonly ILogger<DiscordRest> _logger;
    private readonly RateLimits _limits;
    private readonly InvalidRequests _invalid;

    /// <summary>One call at a time for each route and channel: its answer tells what the next one may do.</summary>
    private readonly ConcurrentDictionary<(string Route, string? Major), SemaphoreSlim> _turns = new();

    private volatile bool _tokenIsWrong;

    public DiscordRest(IOptions<DiscordOptions> options, TimeProvider time, PlatformHealth health, ILogger<DiscordRest> logger)
    {
        (_time, _health, _logger) = (time, health, logger);
        (_limits, _invalid) = (new RateLimits(time), new InvalidRequests(time));

        var apiBase = options.Value.ApiBase;
        // Redirects would carry the token to wherever they point; a proxy has no business on loopback.
        var handler = new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            UseProxy = !apiBase.IsLoopback,
            ConnectTimeout = TimeSpan.FromSeconds(10),
            PooledConnectionLifetime = TimeSpan.FromMinutes(5),
            AutomaticDecompression = DecompressionMethods.All,
        };
        _http = new HttpClient(handler)
        {
            BaseAddress = apiBase,
            Timeout = Timeout.InfiniteTimeSpan,
            MaxResponseContentBufferSize = 16 * 1024 * 1024,
        };
        _http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bot", options.Value.BareToken);
        _http.DefaultRequestHeaders.TryAddWithoutValidation("User-Agent", UserAgent);
    }

    /// <summary>In the form that Discord asks for: DiscordBot (address, version).</summary>
    internal static string UserAgent { get; } =
        $"DiscordBot (https://localhost/news-alert-bot, {typeof(DiscordRest).Assembly.GetName().Version?.ToString(3)})";

    public void Dispose() => _http.Dispose();

    /// <summary>Makes a call.</summary>
    /// <param name="body">A wire record; null for none.</param>
    /// <param name="patience">
    /// How long the call may wait for limits, those known before and those that an answer tells of.
    /// </param>
    public async Task<RestOutcome> SendAsync(
        DiscordRoute route, object? body, TimeSpan patience, CancellationToken cancellationToken)
    {
        if (route.OfInteraction)
            return await SendInTurnAsync(route, body, patience, cancellationToken);

        var turn = _turns.GetOrAdd((route.Key, route.Major), _ => new SemaphoreSlim(1));
        await turn.WaitAsync(cancellationToken);
        try
        {
            return await SendInTurnAsync(route, body, patience, cancellationToken);
        }
        finally
        {
            turn.Release();
            ForgetTurns();
        }
    }

    /// <summary>Each thread that was ever written in would have one. Who took one just now goes on with it, beside whoever makes it anew.</summary>
    private void ForgetTurns()
    {
        if (_turns.Count <= MostTurns)
            return;
        foreach (var (route, turn) in _turns)
        {
            if (turn.CurrentCount > 0)
                _turns.TryRemove(route, out _);
        }
    }

    private async Task<RestOutcome> SendInTurnAsync(
        DiscordRoute route, object? body, TimeSpan patience, CancellationToken cancellationToken)
    {
        var until = _time.Steady() + patience;
        while (true)
        {
            if (Withhold() is { } withheld)
                return withheld;

            var wait = _limits.TakeOrWait(route);
            if (wait == TimeSpan.Zero)
            {
                var outcome = await SendOnceAsync(route, body, cancellationToken);
                if (outcome is not RestOutcome.Limited limited)
                    return outcome;
                wait = limited.After;
            }

            if (_time.Steady() + wait > until)
                return new RestOutcome.Limited(wait);

            // A hair longer, because a timer may fire a little before the instant that it stands for.
            await Task.Delay(wait + TimeSpan.FromMilliseconds(20), _time, cancellationToken);
        }
    }

    private RestOutcome.Withheld? Withhold()
    {
        if (_tokenIsWrong)
        {
            return new RestOutcome.Withheld(
                "Discord refused the bot's token: put the right one into Discord:Token and start again", AfterWrongToken);
        }

        return _invalid.Brake() is { } wait
            ? new RestOutcome.Withheld("too many of the last ten minutes' requests were refused; waiting, lest Discord ban this address", wait)
            : null;
    }

    private async Task<RestOutcome> SendOnceAsync(DiscordRoute route, object? body, CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(RequestTime, _time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        using var request = new HttpRequestMessage(route.Method, route.Path);
        if (body is not null)
            request.Content = DiscordJson.Content(body);

        try
        {
            using var response = await _http.SendAsync(request, HttpCompletionOption.ResponseContentRead, either.Token);
            return await ReadAsync(route, response, either.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return Lose(route, $"no answer within {RequestTime.TotalSeconds:0} seconds");
        }
        catch (Exception failure) when (failure is HttpRequestException or IOException && !cancellationToken.IsCancellationRequested)
        {
            var kind = failure is HttpRequestException { HttpRequestError: var error } ? error.ToString() : failure.GetType().Name;
            return Lose(route, $"the connection failed ({kind})");
        }
    }

    private RestOutcome.Lost Lose(DiscordRoute route, string reason)
    {
        LogLost(route.Key, reason);
        return new RestOutcome.Lost(reason);
    }

    private async Task<RestOutcome> ReadAsync(DiscordRoute route, HttpResponseMessage response, CancellationToken cancellationToken)
    {
        var bytes = await response.Content.ReadAsByteArrayAsync(cancellationToken);
        var json = DiscordJson.TryParse(bytes);
        var headers = HeadersOf(response);
        var status = (int)response.StatusCode;

        if (response.IsSuccessStatusCode)
        {
            _limits.Learn(route, headers, null, global: false);
            return json is null && bytes.Length > 0 ? Lose(route, "the answer was no JSON") : new RestOutcome.Done(json ?? default);
        }

        if (status == 429)
            return Limit(route, response, headers, json);

        _limits.Learn(route, headers, null, global: false);
        if (status is 401 or 403)
            _invalid.Count();
        // The webhook routes say 401 of an interaction's token, which is another matter than the bot's.
        if (status == 401 && !route.OfInteraction)
            GiveUpToken();
        if (status >= 500)
            return Lose(route, $"Discord answered {status}");
        return DiscordError.Read(status, json);
    }

    private RestOutcome.Limited Limit(DiscordRoute route, HttpResponseMessage response, RateHeaders headers, JsonElement? json)
    {
        var inHeader = Number(response, "Retry-After");
        var inBody = json is { ValueKind: JsonValueKind.Object } body && body.TryGetProperty("retry_after", out var field)
            && field.ValueKind == JsonValueKind.Number ? field.GetDouble() : (double?)null;
        var after = Seconds(Math.Max(inHeader ?? 0, inBody ?? 0)) is var told && told > TimeSpan.Zero ? told
            : json?.Number("code") == OldEditsLimited ? AfterOldEdits : TimeSpan.FromSeconds(1);

        // An answer that is not Discord's JSON comes from the wall in front of it, and means this whole address.
        var global = Text(response, "X-RateLimit-Global") is "true" or "True"
            || Text(response, "X-RateLimit-Scope") == "global"
            || json is not { ValueKind: JsonValueKind.Object } told2
            || (told2.TryGetProperty("global", out var flag) && flag.ValueKind == JsonValueKind.True);
        if (Text(response, "X-RateLimit-Scope") != "shared")
            _invalid.Count();

        _limits.Learn(route, headers, after, global);
        LogLimited(route.Key, after.TotalSeconds, global);
        return new RestOutcome.Limited(after);
    }

    private void GiveUpToken()
    {
        if (_tokenIsWrong)
            return;
        _tokenIsWrong = true;
        _health.Report("Discord", "not connected: the token is wrong. Put the right one into Discord:Token and start again");
        LogWrongToken();
    }

    private static RateHeaders HeadersOf(HttpResponseMessage response) => new(
        Text(response, "X-RateLimit-Bucket"),
        Number(response, "X-RateLimit-Remaining") is { } remaining ? (int)Math.Clamp(remaining, 0, 1_000_000) : null,
        Number(response, "X-RateLimit-Reset-After") is { } after ? Seconds(after) : null);

    private static string? Text(HttpResponseMessage response, string header) =>
        response.Headers.TryGetValues(header, out var values) ? values.FirstOrDefault() : null;

    private static double? Number(HttpResponseMessage response, string header) =>
        double.TryParse(Text(response, header), NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
        && double.IsFinite(number) ? number : null;

    /// <summary>At most a day, lest a wrong header silence the bot for good.</summary>
    private static TimeSpan Seconds(double seconds) => TimeSpan.FromSeconds(Math.Clamp(seconds, 0, 86_400));

    [LoggerMessage(Level = LogLevel.Warning, Message = "Discord: {Route}: {Reason}")]
    private partial void LogLost(string route, string reason);

    [LoggerMessage(Level = LogLevel.Information, Message = "Discord: {Route} is limited for {Seconds} s (global: {Global})")]
    private partial void LogLimited(string route, double seconds, bool global);

    [LoggerMessage(Level = LogLevel.Error, Message = "Discord refused the bot's token, so nothing more is sent to it. "
        + "Put the right one into Discord:Token (Developer Portal > Bot > Reset Token) and start again")]
    private partial void LogWrongToken();
}
