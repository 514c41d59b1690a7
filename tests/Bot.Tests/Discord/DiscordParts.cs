using Bot.Commands;
using Bot.Discord;
using Bot.Storage;
using Bot.Tests.Fakes;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using News.Alerts;
using News.Matching;

namespace Bot.Tests.Discord;

/// <summary>The bot's Discord side, wired to a fake Discord; the answers come from the test.</summary>
internal sealed class DiscordParts : IAsyncDisposable
{
    private readonly DiscordEvents _events;
    private readonly DiscordGateway _gateway;

    public DiscordParts(
        FakeDiscord discord, TimeProvider? time = null, IEnumerable<ChannelAddress>? operatorChannels = null, string? gatewayUrl = null)
    {
        time ??= TimeProvider.System;
        Logs = new LogList();
        var options = Options.Create(new DiscordOptions { Token = FakeDiscord.Token, ApiBaseUrl = discord.ApiBaseUrl, GatewayUrl = gatewayUrl });
        Rest = new DiscordRest(options, time, Health, Logs.For<DiscordRest>());
        Channel = new DiscordAlertChannel(Rest, time, Logs.For<DiscordAlertChannel>());
        var servers = new DiscordServers(new OperatorChannels(operatorChannels ?? []));
        var interactions = new DiscordInteractions(
            (request, token) => OnAsk(request, token), (asker, action, token) => OnPress(asker, action, token),
            Rest, servers, time, Logs.For<DiscordInteractions>());
        var registration = new CommandRegistration(Rest, time, Logs.For<CommandRegistration>());
        _events = new DiscordEvents(interactions, servers, registration, Logs.For<DiscordEvents>());
        _gateway = new DiscordGateway(options, Rest, _events, time, Health, Logs.For<DiscordGateway>());
    }

    public PlatformHealth Health { get; } = new();

    public LogList Logs { get; }

    public DiscordRest Rest { get; }

    public DiscordAlertChannel Channel { get; }

    public string Standing => Health.All.Single().Sentence;

    public Func<CommandRequest, CancellationToken, Task<Answer>> OnAsk { get; set; } =
        (request, _) => Task.FromResult(Answer.Says($"You asked /{request.Verb}."));

    public Func<Asker, string, CancellationToken, Task<Answer>> OnPress { get; set; } =
        (_, action, _) => Task.FromResult(Answer.Says($"You pressed {action}."));

    /// <summary>Every connection that Discord asks for is ready, on both sides, and Discord has the commands.</summary>
    public static async Task<DiscordParts> ConnectedAsync(
        FakeDiscord discord, TimeProvider? time = null, IEnumerable<ChannelAddress>? operatorChannels = null)
    {
        var parts = new DiscordParts(discord, time, operatorChannels);
        await parts.StartAsync();
        await discord.UntilReady(discord.Shards);
        await parts.Logs.Said("Discord: connected as newsbot", discord.Shards);
        await parts.Logs.Said("commands registered");
        return parts;
    }

    public Task StartAsync() => _gateway.StartAsync(CancellationToken.None);

    /// <summary>The gateway has given up.</summary>
    public Task Ended() => _gateway.ExecuteTask!;

    public async ValueTask DisposeAsync()
    {
        await _gateway.StopAsync(CancellationToken.None);
        _gateway.Dispose();
        _events.Dispose();
        Rest.Dispose();
        Assert.DoesNotContain(FakeDiscord.Token, Logs.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("secret-interaction-token", Logs.Text, StringComparison.Ordinal);
    }

    public static OutboxEntry Entry(
        string channel = "100000000000000001", string headline = "Strike reported near Al-Aqim", string key = "0123456789abcdef01234567",
        DateTimeOffset? firstTriedAt = null) =>
        new(new OutboxId(1), key, ChannelAddress.Discord(channel), new OutboxMessage.OfAlert(AlertOf(headline)), firstTriedAt is null ? 0 : 1, firstTriedAt);

    public static Alert AlertOf(string headline) => new()
    {
        Watchlist = "iraq-strikes",
        Severity = Severity.High,
        Headline = headline,
        Link = "https://wire.example/strike",
        Source = "Example Wire",
        Published = new DateTimeOffset(2026, 1, 28, 14, 5, 0, TimeSpan.Zero),
        Summary = ["An airstrike hit a depot outside the town.", "Nobody was hurt."],
        Quotes = [new AlertQuote("We heard three explosions", "Maj. Gen. Jane Doe", "a ministry spokeswoman"), new AlertQuote("It was dark", null, null)],
        Reasons = [new AlertReason("airstrike", ["airstrike"], "text", null)],
    };
}

/// <summary>What was logged, as text.</summary>
internal sealed class LogList
{
    private readonly List<string> _lines = [];
    private TaskCompletionSource _added = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public string Text
    {
        get
        {
            lock (_lines)
                return string.Join('\n', _lines);
        }
    }

    public ILogger<T> For<T>() => new Writer<T>(this);

    /// <summary>How many lines have these words.</summary>
    public int CountOf(string words)
    {
        lock (_lines)
            return _lines.Count(line => line.Contains(words, StringComparison.Ordinal));
    }

    /// <summary>Waits until a line with these words was logged, or so many.</summary>
    public async Task Said(string words, int times = 1)
    {
        using var limit = new CancellationTokenSource(Patience.ForAnEvent);
        while (true)
        {
            var signal = Volatile.Read(ref _added);
            if (CountOf(words) >= times)
                return;
            try
            {
                await signal.Task.WaitAsync(limit.Token);
            }
            catch (OperationCanceledException)
            {
                Assert.Fail($"It was never logged {times} times: “{words}”. What was:\n{Text}");
            }
        }
    }

    private void Add(string line)
    {
        lock (_lines)
            _lines.Add(line);
        Interlocked.Exchange(ref _added, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)).TrySetResult();
    }

    private sealed class Writer<T>(LogList list) : ILogger<T>
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            list.Add($"{logLevel}: {formatter(state, exception)} {exception}");
    }
}
