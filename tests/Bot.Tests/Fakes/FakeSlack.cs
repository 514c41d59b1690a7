using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Bot.Tests.Fakes;

/// <summary>
/// Slack in process: the Web API, Socket Mode and response_urls, as strict as Slack and stricter. What the bot does
/// wrong is collected and fails the test when the fake is disposed.
/// </summary>
internal sealed partial class FakeSlack : IAsyncDisposable
{
    public const string BotToken = "xoxb-fake-bot";
    public const string AppToken = "xapp-fake-app";
    public const string Team = "T0HOME";

    private readonly WebApplication _app;
    private readonly TimeProvider _time;
    private readonly ConcurrentQueue<string> _violations = new();
    private readonly ConcurrentDictionary<string, ConcurrentQueue<FakeSlackTrouble>> _troubles = new();
    private readonly ConcurrentDictionary<string, JsonObject> _users = new();
    private readonly ConcurrentDictionary<string, bool> _tickets = new();
    private readonly ConcurrentDictionary<string, FakeSlackAnswers> _answers = new();
    private readonly Lock _lock = new();
    private readonly List<FakeSlackSocket> _sockets = [];
    private readonly List<string> _calls = [];
    private TaskCompletionSource _changed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _count;

    private FakeSlack(WebApplication app, TimeProvider time)
    {
        _app = app;
        _time = time;
    }

    /// <summary>What is set as Slack:ApiBaseUrl.</summary>
    public string ApiBaseUrl => $"{Origin}/api/";

    /// <summary>Settings that connect a bot to this Slack.</summary>
    public Dictionary<string, string?> Settings => new()
    {
        ["Slack:BotToken"] = BotToken,
        ["Slack:AppToken"] = AppToken,
        ["Slack:ApiBaseUrl"] = ApiBaseUrl,
    };

    /// <summary>The Web API's methods in the order in which they were called.</summary>
    public IReadOnlyList<string> Calls
    {
        get
        {
            lock (_lock)
                return [.. _calls];
        }
    }

    /// <summary>What the bot did wrong so far.</summary>
    public IReadOnlyCollection<string> Violations => _violations;

    private string Origin => _app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();

    /// <param name="time">The bot's own clock, where the test moves it.</param>
    public static async Task<FakeSlack> StartAsync(TimeProvider? time = null)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        var app = builder.Build();
        var fake = new FakeSlack(app, time ?? TimeProvider.System);
        app.UseWebSockets();
        app.Map("/api/{method}", fake.CallAsync);
        app.Map("/link/{ticket}", fake.ConnectAsync);
        app.Map("/answers/{id}", fake.RespondAsync);
        app.MapFallback(context =>
        {
            fake.Violate($"a request to {context.Request.Path}");
            context.Response.StatusCode = 404;
            return Task.CompletedTask;
        });
        await app.StartAsync();
        fake.AddUser("U0ADMIN", admin: true);
        fake.AddUser("U0MEMBER");
        return fake;
    }

    public void AddUser(string id, bool admin = false, bool owner = false, string team = Team) =>
        _users[id] = new JsonObject { ["id"] = id, ["team_id"] = team, ["is_admin"] = admin, ["is_owner"] = owner, ["is_primary_owner"] = false };

    /// <summary>What the next call of a method meets; several are met in order.</summary>
    public void Next(string method, params FakeSlackTrouble[] troubles)
    {
        foreach (var trouble in troubles)
            _troubles.GetOrAdd(method, _ => new()).Enqueue(trouble);
    }

    /// <summary>Whether a trouble waits for a call to meet it.</summary>
    public bool HasTroubleAhead => _troubles.Values.Any(troubles => !troubles.IsEmpty);

    /// <summary>Types <c>/news …</c>. Returns the answer, of which only who asked sees anything.</summary>
    public async Task<FakeSlackMessage> Command(string team, string channel, string user, string text) =>
        (await Commands(team, channel, user, text, answers: 1))[0];

    /// <summary>As <see cref="Command"/>, where the answer takes several messages.</summary>
    /// <param name="times">How often Slack sends it.</param>
    /// <param name="anew">It sends it in a new envelope each time, as a retry.</param>
    /// <param name="retriesFirst">The retries get through before the first envelope, which was held up.</param>
    /// <param name="over">The connection that it comes over; any, unless given.</param>
    public Task<IReadOnlyList<FakeSlackMessage>> Commands(
        string team, string channel, string user, string text, int answers, int times = 1, bool anew = false, bool retriesFirst = false,
        FakeSlackSocket? over = null) =>
        AskAsync("slash_commands", answers, times, anew, retriesFirst, over, responseUrl => new JsonObject
        {
            ["token"] = "obsolete",
            ["team_id"] = team,
            ["team_domain"] = "home",
            ["channel_id"] = channel,
            ["channel_name"] = "directmessage",
            ["user_id"] = user,
            ["user_name"] = "somebody",
            ["command"] = "/news",
            ["text"] = text,
            ["api_app_id"] = "A0NEWS",
            ["is_enterprise_install"] = "false",
            ["response_url"] = responseUrl,
            ["trigger_id"] = $"trigger.{Interlocked.Increment(ref _count)}",
        });

    /// <summary>Presses a button under a message; the answer is for who pressed it alone.</summary>
    public async Task<FakeSlackMessage> Press(string team, string channel, string user, FakeSlackButton button)
    {
        var answers = await AskAsync("interactive", 1, 1, false, false, null, responseUrl => Pressed(team, channel, user, button, responseUrl));
        return answers[0];
    }

    /// <summary>Presses a button that opens a page: Slack tells the bot, which has nothing to say to it.</summary>
    public Task Open(string team, string channel, string user, FakeSlackButton button) =>
        AskAsync("interactive", 0, 1, false, false, null, responseUrl => Pressed(team, channel, user, button, responseUrl));

    /// <summary>The connections that are open, the oldest first; waits until there are that many.</summary>
    public Task<FakeSlackSocket[]> Connections(int count) =>
        WaitForAsync(() => OpenSockets() is { } open && open.Length >= count ? open : null, $"{count} connections");

    /// <summary>Sends an envelope that is no command.</summary>
    public async Task SendEnvelope(string type, object payload)
    {
        var id = $"envelope-{Interlocked.Increment(ref _count)}";
        await (await Connections(1))[0].SendEnvelopeAsync(id, new { type, envelope_id = id, payload, accepts_response_payload = false });
    }

    /// <summary>Waits until something is so.</summary>
    public async Task<T> WaitForAsync<T>(Func<T?> look, string what)
        where T : class
    {
        using var enough = new CancellationTokenSource(Patience.ForAnEvent);
        while (true)
        {
            var changed = Volatile.Read(ref _changed).Task;
            if (look() is { } found)
                return found;
            try
            {
                await changed.WaitAsync(enough.Token);
            }
            catch (OperationCanceledException e)
            {
                throw new TimeoutException($"Waited in vain for {what}. Violations: {string.Join("; ", _violations)}", e);
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var socket in OpenSockets())
            socket.Drop();
        await _app.StopAsync(new CancellationTokenSource(TimeSpan.FromSeconds(2)).Token);
        await _app.DisposeAsync();
        Assert.Empty(_violations);
    }

    private static JsonObject Pressed(string team, string channel, string user, FakeSlackButton button, string responseUrl)
    {
        var action = new JsonObject { ["type"] = "button", ["action_id"] = button.ActionId, ["block_id"] = "b1", ["action_ts"] = "1.1" };
        if (button.Value is not null)
            action["value"] = button.Value;
        return new JsonObject
        {
            ["type"] = "block_actions",
            ["team"] = new JsonObject { ["id"] = team, ["domain"] = "home" },
            ["user"] = new JsonObject { ["id"] = user, ["username"] = "somebody", ["team_id"] = team },
            ["channel"] = new JsonObject { ["id"] = channel, ["name"] = "news" },
            ["container"] = new JsonObject { ["type"] = "message", ["channel_id"] = channel, ["message_ts"] = "1.1", ["is_ephemeral"] = false },
            ["api_app_id"] = "A0NEWS",
            ["token"] = "obsolete",
            ["trigger_id"] = $"trigger.{Guid.NewGuid():N}",
            ["response_url"] = responseUrl,
            ["actions"] = new JsonArray(action),
        };
    }

    private async Task<IReadOnlyList<FakeSlackMessage>> AskAsync(
        string type, int answers, int times, bool anew, bool retriesFirst, FakeSlackSocket? over, Func<string, JsonObject> payload)
    {
        var id = $"envelope-{Interlocked.Increment(ref _count)}";
        var asked = _answers[id] = new FakeSlackAnswers();
        var envelope = new JsonObject
        {
            ["envelope_id"] = id,
            ["type"] = type,
            ["accepts_response_payload"] = true,
            ["payload"] = payload($"{Origin}/answers/{id}"),
        };
        for (var i = 0; i < times; i++)
        {
            // A repetition comes over whatever connection Slack likes.
            var open = await Connections(1);
            var attempt = retriesFirst ? times - 1 - i : i;
            if (anew)
            {
                envelope["envelope_id"] = attempt > 0 ? $"{id}-{attempt}" : id;
                envelope["retry_attempt"] = attempt;
                envelope["retry_reason"] = attempt > 0 ? "timeout" : "";
            }

            await (over ?? open[i % open.Length]).SendEnvelopeAsync((string)envelope["envelope_id"]!, envelope);
        }

        await WaitForAsync(() => asked.Count >= answers ? asked : null, $"an answer to {type}");
        return asked.Messages;
    }

    private async Task CallAsync(HttpContext context)
    {
        var method = (string)context.Request.RouteValues["method"]!;
        lock (_lock)
            _calls.Add(method);
        Changed();

        var trouble = _troubles.TryGetValue(method, out var troubles) && troubles.TryDequeue(out var next) ? next
            : method.StartsWith("chat.", StringComparison.Ordinal) ? Worn() : null;
        switch (trouble)
        {
            case FakeSlackTrouble.Limit limit:
                context.Response.StatusCode = 429;
                context.Response.Headers.RetryAfter = limit.Seconds.ToString(CultureInfo.InvariantCulture);
                await context.Response.WriteAsJsonAsync(new { ok = false, error = "ratelimited" });
                return;
            case FakeSlackTrouble.Fail fail:
                context.Response.StatusCode = fail.Status;
                return;
            case FakeSlackTrouble.Drop:
                context.Abort();
                return;
            case FakeSlackTrouble.Hang { Done: false }:
                await HangAsync(context);
                return;
            case FakeSlackTrouble.Refuse refuse:
                await context.Response.WriteAsJsonAsync(new { ok = false, error = refuse.Error, needed = refuse.Needed });
                return;
        }

        var reply = await ReplyAsync(context, method);
        if (trouble is FakeSlackTrouble.DoThenDrop)
        {
            context.Abort();
        }
        else if (trouble is FakeSlackTrouble.Hang)
        {
            await HangAsync(context);
        }
        else if (trouble is FakeSlackTrouble.DoThenFail failed)
        {
            context.Response.StatusCode = failed.Status;
        }
        else
        {
            if (reply["error"]?.GetValue<string>() == "ratelimited")
            {
                context.Response.StatusCode = 429;
                context.Response.Headers.RetryAfter = "1";
            }

            await context.Response.WriteAsync(reply.ToJsonString());
        }
    }

    /// <summary>Until the guest has enough of it, or this Slack ends.</summary>
    private async Task HangAsync(HttpContext context)
    {
        var closing = _app.Services.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping;
        using var end = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, closing);
        await Task.Delay(Timeout.InfiniteTimeSpan, end.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        context.Abort();
    }

    private async Task<JsonObject> ReplyAsync(HttpContext context, string method)
    {
        context.Response.ContentType = "application/json; charset=utf-8";
        if (context.Request.Method != "POST" || context.Request.QueryString.HasValue)
            Violate($"{method}: {context.Request.Method}{context.Request.QueryString}");

        var token = context.Request.Headers.Authorization.ToString();
        if (token != $"Bearer {(method == "apps.connections.open" ? AppToken : BotToken)}")
        {
            Violate($"{method}: the wrong token");
            return Error(token.EndsWith(AppToken, StringComparison.Ordinal) || token.EndsWith(BotToken, StringComparison.Ordinal) ? "not_allowed_token_type" : "invalid_auth");
        }

        if (context.Request.Headers.TransferEncoding.Count > 0)
            Violate($"{method}: a body in chunks, which not every server in Slack's place takes");
        if (method is "chat.postMessage" or "chat.update")
        {
            if (context.Request.ContentType?.StartsWith("application/json", StringComparison.Ordinal) != true)
                Violate($"{method} has the content type {context.Request.ContentType}");
            var message = (await JsonDocument.ParseAsync(context.Request.Body)).RootElement.Clone();
            return method == "chat.update" ? Update(message) : Post(message);
        }

        var form = context.Request.HasFormContentType ? (await context.Request.ReadFormAsync()).ToDictionary(pair => pair.Key, pair => pair.Value.ToString()) : [];
        return method switch
        {
            "auth.test" when Takes(method, form) =>
                new JsonObject { ["ok"] = true, ["team"] = "Home", ["team_id"] = Team, ["user"] = "newsbot", ["user_id"] = "U0BOT", ["bot_id"] = "B0BOT" },
            "users.info" when Takes(method, form, "user") =>
                _users.TryGetValue(form["user"], out var user) ? new JsonObject { ["ok"] = true, ["user"] = user.DeepClone() } : Error("user_not_found"),
            "conversations.history" when Takes(method, form, "channel", "oldest", "inclusive", "include_all_metadata", "limit", "cursor?") => History(form),
            "conversations.replies" when Takes(method, form, "channel", "ts", "oldest", "inclusive", "include_all_metadata", "limit", "cursor?") => Replies(form),
            "apps.connections.open" when Takes(method, form) => OpenConnection(),
            _ => Refused($"{method} isn't known here, or not so"),
        };
    }

    private JsonObject Refused(string what)
    {
        Violate(what);
        return Error("unknown_method");
    }

    private bool Takes(string method, Dictionary<string, string> form, params string[] names)
    {
        foreach (var name in form.Keys.Where(name => !names.Contains(name) && !names.Contains($"{name}?")))
            Violate($"{method} knows no argument {name}");
        foreach (var name in names.Where(name => !name.EndsWith('?') && !form.ContainsKey(name)))
            Violate($"{method} lacks the argument {name}");
        return true;
    }

    private bool CheckMessage(string where, JsonElement body)
    {
        var text = body.TryGetProperty("text", out var value) ? value.GetString() : null;
        if (string.IsNullOrWhiteSpace(text) || text.Length > 4000)
            Violate($"{where}: a fallback text of {text?.Length ?? 0} characters");
        else if (text.AsSpan().IndexOfAny('<', '>') >= 0)
            Violate($"{where}: a fallback text that isn't escaped: {text}");

        if (!body.TryGetProperty("blocks", out var blocks))
            return true;
        var problems = FakeSlackBlocks.Problems(blocks);
        foreach (var problem in problems)
            Violate($"{where}: {problem}");
        return problems.Count == 0;
    }

    private JsonObject OpenConnection()
    {
        var ticket = Guid.NewGuid().ToString("N");
        _tickets[ticket] = true;
        return new JsonObject { ["ok"] = true, ["url"] = $"{Origin.Replace("http", "ws", StringComparison.Ordinal)}/link/{ticket}" };
    }

    private async Task ConnectAsync(HttpContext context)
    {
        if (!context.WebSockets.IsWebSocketRequest || !_tickets.TryRemove((string)context.Request.RouteValues["ticket"]!, out _))
        {
            Violate("a connection without a fresh ticket");
            context.Response.StatusCode = 403;
            return;
        }

        FakeSlackSocket connection;
        using var socket = await context.WebSockets.AcceptWebSocketAsync();
        lock (_lock)
        {
            connection = new FakeSlackSocket(_sockets.Count + 1, socket, Violate, Changed);
            _sockets.Add(connection);
        }

        await connection.SendAsync(new { type = "hello", num_connections = 1, debug_info = new { host = "fake" }, connection_info = new { app_id = "A0NEWS" } });
        Changed();
        await connection.RunAsync();
    }

    private async Task RespondAsync(HttpContext context)
    {
        var id = (string)context.Request.RouteValues["id"]!;
        if (context.Request.Method != "POST" || context.Request.Headers.Authorization.Count > 0 || !_answers.TryGetValue(id, out var answers))
        {
            Violate($"a wrong answer to {id}");
            context.Response.StatusCode = 404;
            return;
        }

        if (_troubles.TryGetValue("response_url", out var troubles) && troubles.TryDequeue(out var trouble) && trouble is FakeSlackTrouble.Fail fail)
        {
            context.Response.StatusCode = fail.Status;
            return;
        }

        var body = (await JsonDocument.ParseAsync(context.Request.Body)).RootElement.Clone();
        CheckMessage("response_url", body);
        if (body.GetProperty("response_type").GetString() != "ephemeral" || body.GetProperty("replace_original").GetBoolean())
            Violate("an answer that others see, or that replaces the message");
        if (answers.Count >= 5)
            Violate("a sixth answer to one command");
        answers.Add(new FakeSlackMessage("", "", body));
        await context.Response.WriteAsync("ok");
        Changed();
    }

    private FakeSlackSocket[] OpenSockets()
    {
        lock (_lock)
            return [.. _sockets.Where(socket => socket.IsOpen)];
    }

    private static JsonObject Error(string error) => new() { ["ok"] = false, ["error"] = error };

    private void Violate(string what)
    {
        _violations.Enqueue(what);
        Changed();
    }

    private void Changed() =>
        Interlocked.Exchange(ref _changed, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)).TrySetResult();

    /// <summary>What came back to one command.</summary>
    private sealed class FakeSlackAnswers
    {
        private readonly ConcurrentQueue<FakeSlackMessage> _messages = new();

        public int Count => _messages.Count;

        public IReadOnlyList<FakeSlackMessage> Messages => [.. _messages];

        public void Add(FakeSlackMessage message) => _messages.Enqueue(message);
    }
}
