using System.Collections.Concurrent;
using System.Collections.Immutable;
using Bot.Cards;
using Bot.Commands;
using Bot.Delivery;
using Bot.Slack;
using Bot.Storage;
using Bot.Tests.Fakes;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using News.Alerts;
using News.Matching;

namespace Bot.Tests.Slack;

/// <summary>The bot's Slack part, connected to a fake Slack, with a desk whose answers the test writes.</summary>
internal sealed class SlackBot : IAsyncDisposable
{
    private readonly IHost _host;
    private readonly Lines _log;

    private SlackBot(IHost host, Lines log)
    {
        _host = host;
        _log = log;
    }

    public IAlertChannel Alerts => _host.Services.GetRequiredService<IAlertChannel>();

    /// <summary>What was asked of the desk: commands, then the action of each pressed button as a verb.</summary>
    public ConcurrentQueue<CommandRequest> Asked { get; } = new();

    /// <summary>What the desk answers; its own words unless set.</summary>
    public Func<CommandRequest, Answer> Answer { get; set; } = request => Commands.Answer.Says($"{request.Verb} answered");

    public string Health => Assert.Single(_host.Services.GetRequiredService<PlatformHealth>().All).Sentence;

    public IReadOnlyCollection<string> Log => _log.All;

    public static async Task<SlackBot> StartAsync(
        FakeSlack fake, TimeProvider? time = null, bool live = false, params (string Key, string Value)[] settings)
    {
        var log = new Lines();
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Configuration.AddInMemoryCollection(fake.Settings);
        builder.Configuration.AddInMemoryCollection(settings.Select(setting => new KeyValuePair<string, string?>(setting.Key, setting.Value)));
        builder.Logging.SetMinimumLevel(LogLevel.Debug).AddProvider(log);
        if (time is not null)
            builder.Services.AddSingleton(time);

        SlackBot? bot = null;
        builder.Services.AddSingleton(new SlackDesk(
            Read,
            (request, _) => Task.FromResult(bot!.Ask(request)),
            (asker, action, _) => Task.FromResult(bot!.Ask(new CommandRequest(asker, action, ImmutableDictionary<string, string>.Empty)))));
        builder.Services.AddSlack(builder.Configuration, live);
        bot = new SlackBot(builder.Build(), log);
        await bot._host.StartAsync();
        return bot;
    }

    /// <summary>Waits for a line of the log.</summary>
    public Task LoggedAsync(string words) => _log.WaitForAsync(words);

    /// <summary>An alert on its way to a channel.</summary>
    public static OutboxEntry Entry(string channel = "C123", string key = "0123456789abcdef01234567", DateTimeOffset? firstTriedAt = null, Alert? alert = null) =>
        new(new OutboxId(1), key, ChannelAddress.Slack(channel), new OutboxMessage.OfAlert(alert ?? Alert()), firstTriedAt is null ? 0 : 1, firstTriedAt);

    public static Alert Alert(string headline = "Airstrike hits depot near Qalat Sarin") => new()
    {
        Watchlist = "iraq-strikes",
        Severity = Severity.High,
        Headline = headline,
        Link = "https://wire.example/depot?a=1&b=2",
        Source = "Example Wire",
        Published = DateTimeOffset.FromUnixTimeSeconds(1_790_000_000),
        Summary = ["An airstrike hit a depot near Qalat Sarin on Monday.", "Two people were hurt."],
        Quotes =
        [
            new AlertQuote("We heard three explosions & then nothing", "Brig. Gen. Samira Haddad", "a ministry spokeswoman"),
            new AlertQuote("Nobody warned us", null, null),
        ],
        FurtherQuotes = [new AlertQuote("It is over", "Haddad", null)],
        Reasons = [new AlertReason("airstrike", ["Airstrike"], "text", null)],
    };

    public async ValueTask DisposeAsync()
    {
        await _host.StopAsync();
        _host.Dispose();
        Assert.DoesNotContain(Log, line => line.Contains(FakeSlack.BotToken, StringComparison.Ordinal) || line.Contains(FakeSlack.AppToken, StringComparison.Ordinal)
            || line.Contains("/link/", StringComparison.Ordinal) || line.Contains("/answers/", StringComparison.Ordinal));
    }

    private static TypedReading Read(string line)
    {
        var words = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var verb = words[0] is "watch" or "feed" ? string.Join(' ', words.Take(2)) : words[0];
        return CommandCatalog.Find(verb) is null
            ? new TypedReading.Wrong(Commands.Answer.Says($"There is no {verb}."))
            : new TypedReading.Command(verb, ImmutableDictionary<string, string>.Empty.Add("rest", line[verb.Length..].Trim()));
    }

    private Answer Ask(CommandRequest request)
    {
        Asked.Enqueue(request);
        return Answer(request);
    }

    private sealed class Lines : ILoggerProvider, ILogger
    {
        private readonly Lock _lock = new();
        private readonly List<string> _lines = [];
        private readonly List<(string Words, TaskCompletionSource Seen)> _waiting = [];

        public IReadOnlyCollection<string> All
        {
            get
            {
                lock (_lock)
                    return [.. _lines];
            }
        }

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            var line = $"{logLevel}: {formatter(state, exception)} {exception}";
            lock (_lock)
            {
                _lines.Add(line);
                foreach (var (_, seen) in _waiting.Where(waiting => line.Contains(waiting.Words, StringComparison.Ordinal)))
                    seen.TrySetResult();
            }
        }

        public Task WaitForAsync(string words)
        {
            lock (_lock)
            {
                if (_lines.Exists(line => line.Contains(words, StringComparison.Ordinal)))
                    return Task.CompletedTask;
                var seen = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
                _waiting.Add((words, seen));
                return seen.Task.WaitAsync(Patience.ForAnEvent);
            }
        }

        public void Dispose()
        {
        }
    }
}
