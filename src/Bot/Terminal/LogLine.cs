using System.Globalization;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Logging.Console;

namespace Bot.Terminal;

/// <summary>A log entry as one line for people: <c>14:05:09 warn The feed …</c>. An exception's trace follows it.</summary>
internal sealed class LogLine(TimeProvider time) : ConsoleFormatter(FormatterName)
{
    public const string FormatterName = "line";

    public override void Write<TState>(in LogEntry<TState> logEntry, IExternalScopeProvider? scopeProvider, TextWriter textWriter)
    {
        var now = time.GetLocalNow().ToString("HH:mm:ss", CultureInfo.InvariantCulture);
        var sentence = TerminalText.Clean(logEntry.Formatter(logEntry.State, logEntry.Exception));
        textWriter.WriteLine($"{now} {Sign(logEntry.LogLevel)} {sentence}");
        if (logEntry.Exception is { } exception)
            textWriter.WriteLine(exception);
    }

    private static string Sign(LogLevel level) => level switch
    {
        LogLevel.Information => "info ",
        LogLevel.Warning => "warn ",
        LogLevel.Error or LogLevel.Critical => "ERROR",
        _ => "debug",
    };
}
