using Bot.Commands;
using Bot.Discord;
using Bot.Storage;
using Bot.Tests.Fakes;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using News.Alerts;
using News.Matching;

namespace Bot.Tests.Discord;

/// <summary>The bot's Discord side, wired to a fake Discord; the answers come from the test.</summary>
internal sealed class DiscordParts : IAsyncDisposable
{
    private readonly Lifetime _lifetime = new();
    private readonly DiscordGateway _gateway;

    public DiscordParts(FakeDiscord discord, TimeProvider? time = null, IEnumerable<ChannelAddress>? operatorChannels = null)
    {
        time ??= TimeProvider.System;
        Logs = new LogList();
        var options = Options.Create(new DiscordOptions { Token = FakeDiscord.Token, ApiBaseUrl = discord.ApiBaseUrl });
        Rest = new DiscordRest(options, time, Health, Logs.For<DiscordRest>());
        Channel = new DiscordAlertChannel(Rest, time, Logs.For<DiscordAlertChannel>());
        var servers = new DiscordServers(new OperatorChannels(operatorChannels ?? []));
        var interactions = new DiscordInteractions(
            (request, token) => OnAsk(request, token), (asker, action, token) => OnPress(asker, action, token),
            Rest, servers, time, Logs.For<DiscordInteractions>());
        var registration = new CommandRegistration(Rest, time, Logs.For<CommandRegistration>());
        var events = new DiscordEvents(interactions, servers, registration, _lifetime, Logs.For<DiscordEvents>());
        _gateway = new DiscordGateway(options, Rest, events, time, Health, Logs.For<DiscordGateway>());
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

    public static async Task<DiscordParts> ConnectedAsync(
        FakeDiscord discord, TimeProvider? time = null, IEnumerable<ChannelAddress>? operatorChannels = null)
    {
        var parts = new DiscordParts(discord, time, operatorChannels);
        await parts.StartAsync();
        await discord.UntilReady(discord.Shards);
        await discord.Until(() => discord.StoredCommands is not null, "the commands are registered");
        return parts;
    }

    public Task StartAsync() => _gateway.StartAsync(CancellationToken.None);

    /// <summary>The gateway has given up.</summary>
    public Task Ended() => _gateway.ExecuteTask!;

    public async ValueTask DisposeAsync()
    {
        _lifetime.StopApplication();
        await _gateway.StopAsync(CancellationToken.None);
        _gateway.Dispose();
        Rest.Dispose();
        Assert.DoesNotContain(FakeDiscord.Token, Logs.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("secret-interaction-token", Logs.Text, StringComparison.Ordinal);
    }

    public static OutboxEntry Entry(
        string channel = "100000000000000001", string headline = "Strike reported near Al-Aqim", string key = "0123456789abcdef01234567",
        DateTimeOffset? firstTriedAt = null) =>
        new(new OutboxId(1), key, ChannelAddress.Discord(channel), AlertOf(headline), firstTriedAt is null ? 0 : 1, firstTriedAt);

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

    private sealed class Lifetime : IHostApplicationLifetime, IDisposable
    {
        private readonly CancellationTokenSource _stopping = new();

        public CancellationToken ApplicationStarted => CancellationToken.None;

        public CancellationToken ApplicationStopping => _stopping.Token;

        public CancellationToken ApplicationStopped => CancellationToken.None;

        public void StopApplication() => _stopping.Cancel();

        public void Dispose() => _stopping.Dispose();
    }
}

/// <summary>What was logged, as text.</summary>
internal sealed class LogList
{
    private readonly List<string> _lines = [];

    public string Text
    {
        get
        {
            lock (_lines)
                return string.Join('\n', _lines);
        }
    }

    public ILogger<T> For<T>() => new Writer<T>(this);

    private sealed class Writer<T>(LogList list) : ILogger<T>
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            lock (list._lines)
                list._lines.Add($"{logLevel}: {formatter(state, exception)} {exception}");
        }
    }
}
