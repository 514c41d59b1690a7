using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Bot.Tests.Fakes;

/// <summary>
/// Discord on loopback: its HTTP API and its gateway, as far as the bot uses them, and stricter. Whatever Discord would
/// refuse or punish is written down as a violation; <see cref="DisposeAsync"/> fails the test if there is one.
/// </summary>
public sealed partial class FakeDiscord : IAsyncDisposable
{
    public const string Token = "fake.discord.token-0123456789";
    public const string Application = "900000000000000001";
    public const string ManageServer = "32";
    public const string NoRights = "0";

    private readonly WebApplication _app;
    private readonly TimeProvider _time;
    private readonly Lock _lock = new();
    private readonly ConcurrentQueue<string> _violations = new();
    private TaskCompletionSource _changed = NewSignal();
    private long _lastNumber;

    private FakeDiscord(WebApplication app, TimeProvider time) => (_app, _time) = (app, time);

    public string ApiBaseUrl { get; private set; } = "";

    public string GatewayUrl => ApiBaseUrl.Replace("http://", "ws://", StringComparison.Ordinal)
        .Replace("/api/v10/", "/gateway", StringComparison.Ordinal);

    public IReadOnlyCollection<string> Violations => _violations;

    /// <summary>The settings that point the bot here.</summary>
    public Dictionary<string, string?> Settings => new()
    {
        ["Discord:Token"] = Token,
        ["Discord:ApiBaseUrl"] = ApiBaseUrl,
    };

    /// <param name="time">The clock for limits, late answers and the numbers of messages; the system's unless given.</param>
    public static async Task<FakeDiscord> StartAsync(TimeProvider? time = null)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var fake = new FakeDiscord(app, time ?? TimeProvider.System);
        app.UseWebSockets();
        app.Run(fake.HandleAsync);
        await app.StartAsync();
        var address = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
        fake.ApiBaseUrl = $"{address}/api/v10/";
        return fake;
    }

    public async ValueTask DisposeAsync()
    {
        _stopped.Cancel();
        foreach (var connection in _connections.Values)
            connection.Abort();
        using (var limit = new CancellationTokenSource(TimeSpan.FromSeconds(2)))
            await _app.StopAsync(limit.Token);
        await _app.DisposeAsync();
        AssertNoViolations();
    }

    public void AssertNoViolations() => Assert.True(_violations.IsEmpty, "Discord would object:\n" + string.Join('\n', _violations));

    /// <summary>For a test that means to do wrong: takes the violations off the list.</summary>
    public IReadOnlyList<string> TakeViolations()
    {
        List<string> taken = [];
        while (_violations.TryDequeue(out var violation))
            taken.Add(violation);
        return taken;
    }

    /// <summary>Waits until something is so; looks again after each thing that happens here.</summary>
    public async Task Until(Func<bool> isSo, string what)
    {
        using var limit = new CancellationTokenSource(Patience.ForAnEvent);
        while (true)
        {
            var signal = Volatile.Read(ref _changed);
            if (isSo())
                return;
            try
            {
                await signal.Task.WaitAsync(limit.Token);
            }
            catch (OperationCanceledException)
            {
                Assert.Fail($"Discord waited in vain until {what}. Violations so far:\n{string.Join('\n', _violations)}");
            }
        }
    }

    private void Violate(string what)
    {
        _violations.Enqueue(what);
        Changed();
    }

    private void Changed() => Interlocked.Exchange(ref _changed, NewSignal()).TrySetResult();

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>A number in Discord's manner: the time in its upper bits, never twice.</summary>
    private string NextNumber()
    {
        var fromTime = (_time.GetUtcNow().ToUnixTimeMilliseconds() - 1_420_070_400_000) << 22;
        lock (_lock)
            return (_lastNumber = Math.Max(_lastNumber + 1, fromTime)).ToString(CultureInfo.InvariantCulture);
    }

    private Task HandleAsync(HttpContext context)
    {
        if (context.Request.Path == "/gateway" && context.WebSockets.IsWebSocketRequest)
            return HandleGatewayAsync(context);
        return HandleRestAsync(context);
    }
}

/// <summary>A message as it stands in a channel, or as the asker sees it.</summary>
public sealed record FakeMessage(string Id, string ChannelId, JsonNode Body)
{
    /// <summary>How often it was edited; <see cref="Body"/> is what it says now.</summary>
    public int Edits { get; init; }

    /// <summary>The number of the message that it answers in its channel; null where it answers none.</summary>
    public string? Answers => Body["message_reference"]?["message_id"]?.GetValue<string>();

    public IEnumerable<JsonNode> Embeds => Body["embeds"]?.AsArray().OfType<JsonNode>() ?? [];

    public IEnumerable<JsonNode> Buttons =>
        (Body["components"]?.AsArray() ?? []).SelectMany(row => row!["components"]!.AsArray()).OfType<JsonNode>();

    public IEnumerable<string> CustomIds => Buttons.Select(button => button["custom_id"]?.GetValue<string>()).OfType<string>();

    public string? Nonce => Body["nonce"]?.GetValue<string>();

    /// <summary>Everything that can be read in it, a line each.</summary>
    public string Text => string.Join('\n', Texts().Where(text => !string.IsNullOrEmpty(text)));

    private IEnumerable<string?> Texts()
    {
        yield return Body["content"]?.GetValue<string>();
        foreach (var embed in Embeds)
        {
            yield return embed["author"]?["name"]?.GetValue<string>();
            yield return embed["title"]?.GetValue<string>();
            yield return embed["description"]?.GetValue<string>();
            foreach (var field in embed["fields"]?.AsArray() ?? [])
            {
                yield return field!["name"]!.GetValue<string>();
                yield return field["value"]!.GetValue<string>();
            }

            yield return embed["footer"]?["text"]?.GetValue<string>();
        }
    }
}

/// <summary>What the asker of a command was shown.</summary>
public sealed class FakeAnswer
{
    private readonly List<FakeMessage> _messages = [];

    /// <summary>"The bot is thinking…" came first.</summary>
    public bool WasDeferred { get; internal set; }

    /// <summary>Only the asker sees it.</summary>
    public bool IsPrivate { get; internal set; }

    public IReadOnlyList<FakeMessage> Messages
    {
        get
        {
            lock (_messages)
                return [.. _messages];
        }
    }

    public string Text => string.Join('\n', Messages.Select(message => message.Text));

    internal string Interaction { get; init; } = "";

    internal DateTimeOffset AskedAt { get; init; }

    internal bool HasFirstWord { get; set; }

    internal void Add(FakeMessage message)
    {
        lock (_messages)
            _messages.Add(message);
    }
}
