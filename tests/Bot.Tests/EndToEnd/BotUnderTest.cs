using System.Text;
using Bot.Terminal;
using Bot.Tests.Fakes;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Bot.Tests.EndToEnd;

/// <summary>
/// The whole bot in this process, as Program.cs puts it together: real pipeline, real SQLite file, real sockets. Only
/// the settings, the terminal and the log are the test's.
/// </summary>
internal sealed class BotUnderTest : IAsyncDisposable
{
    private readonly DirectoryInfo _folder;
    private readonly Dictionary<string, string?> _settings;
    private readonly SharedWriter _terminal = new();
    private readonly LogKeeper _log = new();
    private TextReader _typed = new StringReader("");
    private TimeProvider? _clock;
    private IHost? _host;

    private BotUnderTest(Dictionary<string, string?> settings)
    {
        _folder = Directory.CreateTempSubdirectory("news-bot-test-");
        _settings = new Dictionary<string, string?>(StringComparer.OrdinalIgnoreCase)
        {
            ["Polling:Interval"] = "00:00:00.2",
            ["Polling:MinimumInterval"] = "00:00:00.1",
            ["Polling:MaximumInterval"] = "00:00:01",
            ["Polling:AllowedNetworks:0"] = "127.0.0.0/8",
            ["Alerts:EditEvery"] = "00:00:00.5",
            ["Articles:Fetch"] = "false", // the links lead to hosts that are not there; tests of pages set it
            ["Storage:ConnectionString"] = $"Data Source={Path.Combine(_folder.FullName, "bot.db")}",
        };
        foreach (var (key, value) in settings)
            _settings[key] = value;
    }

    public IServiceProvider Services => _host!.Services;

    /// <summary>Everything that stands in the terminal.</summary>
    public string Terminal => _terminal.ToString();

    /// <summary>Every line of the log.</summary>
    public IReadOnlyList<string> Log => _log.Lines;

    public static BotUnderTest With(Dictionary<string, string?> settings) => new(settings);

    /// <summary>What is typed into the terminal while the bot runs.</summary>
    public BotUnderTest Typing(TextReader typed)
    {
        _typed = typed;
        return this;
    }

    /// <summary>The clock that it lives by; the machine's where none is given.</summary>
    public BotUnderTest LivingBy(TimeProvider clock)
    {
        _clock = clock;
        return this;
    }

    /// <summary>A setting that the next start reads.</summary>
    public BotUnderTest Set(string key, string value)
    {
        _settings[key] = value;
        return this;
    }

    /// <summary>Starts the bot as <c>bot</c> does.</summary>
    public async Task<BotUnderTest> StartAsync()
    {
        _host = Build(live: true, _typed);
        await BotApp.PrepareAsync(_host, CancellationToken.None);
        await _host.StartAsync();
        return this;
    }

    /// <summary>Stops it and starts it again on the same database.</summary>
    public async Task RestartAsync(Dictionary<string, string?>? changes = null)
    {
        await StopAsync();
        foreach (var (key, value) in changes ?? [])
            _settings[key] = value;
        await StartAsync();
    }

    /// <summary>Runs <c>bot --once</c> with these lines on standard input.</summary>
    public async Task RunOnceAsync(string? backfill, params string[] commands)
    {
        using var host = Build(live: false, new StringReader(string.Join('\n', commands)));
        await BotApp.PrepareAsync(host, CancellationToken.None);
        await BotApp.RunOnceAsync(host, backfill, readCommands: true, CancellationToken.None);
    }

    public async Task StopAsync()
    {
        if (_host is null)
            return;

        using var host = _host;
        _host = null;
        await host.StopAsync();
    }

    /// <summary>Waits until something holds.</summary>
    public async Task UntilAsync(Func<bool> holds, string what)
    {
        var end = DateTime.UtcNow + Patience.ForAnEvent;
        while (!holds())
        {
            if (DateTime.UtcNow > end)
                throw new TimeoutException($"It never came to this: {what}\nTerminal:\n{Terminal}\nLog:\n{string.Join('\n', Log)}");
            await Task.Delay(20);
        }
    }

    /// <summary>Waits until a text stands in the terminal.</summary>
    public Task UntilTerminalShowsAsync(string text) =>
        UntilAsync(() => Terminal.Contains(text, StringComparison.Ordinal), $"the terminal shows “{text}”");

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        _folder.Delete(recursive: true);
    }

    private IHost Build(bool live, TextReader input)
    {
        var builder = BotApp.Builder(configuration => configuration.AddInMemoryCollection(_settings));
        builder.Services.AddSingleton(new TerminalScreen(_terminal, isPipe: true));
        builder.Services.AddSingleton(input);
        if (_clock is not null)
            builder.Services.AddSingleton(_clock);
        builder.Logging.AddProvider(_log);
        // A stop that is cut short leaves something running behind the next test's back.
        builder.Services.PostConfigure<HostOptions>(host => host.ShutdownTimeout = Patience.ForAnEvent);
        return BotApp.Build(builder, live);
    }

    /// <summary>A writer that may be read while others write.</summary>
    private sealed class SharedWriter : TextWriter
    {
        private readonly StringBuilder _text = new();

        public override Encoding Encoding => Encoding.UTF8;

        public override void Write(char value)
        {
            lock (_text)
                _text.Append(value);
        }

        public override void Write(string? value)
        {
            lock (_text)
                _text.Append(value);
        }

        public override string ToString()
        {
            lock (_text)
                return _text.ToString();
        }
    }

    private sealed class LogKeeper : ILoggerProvider, ILogger
    {
        private readonly List<string> _lines = [];

        public IReadOnlyList<string> Lines
        {
            get
            {
                lock (_lines)
                    return [.. _lines];
            }
        }

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            lock (_lines)
                _lines.Add($"{logLevel}: {formatter(state, exception)}{(exception is null ? "" : $" {exception}")}");
        }

        public void Dispose()
        {
        }
    }
}
