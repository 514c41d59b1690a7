using Bot.Commands;
using Bot.Storage;
using News.Alerts;

namespace Bot.Terminal;

/// <summary>Commands typed into the terminal, or piped in. Who sits there is the operator.</summary>
public sealed partial class TerminalPrompt(
    CommandDesk desk, TerminalScreen screen, TextReader input, IHostApplicationLifetime bot, ILogger<TerminalPrompt> logger) : BackgroundService
{
    private static readonly Asker Operator = new(ScopeKey.Operator, "operator", ChannelAddress.Terminal, MayManage: true, AtHome: true);

    /// <summary>Answers line by line until the input ends, or says "exit", which stops the bot.</summary>
    public async Task AnswerAllAsync(CancellationToken stoppingToken)
    {
        while (await ReadLineAsync(stoppingToken) is { } line)
        {
            if (line.Trim().TrimStart('/').ToLowerInvariant() is "exit" or "quit")
            {
                bot.StopApplication();
                return;
            }

            if (!string.IsNullOrWhiteSpace(line))
                await AnswerAsync(line, stoppingToken);
        }
    }

    /// <summary>A terminal that goes away (its window is closed, a pipe breaks) takes its prompt along and nothing else.</summary>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await AnswerAllAsync(stoppingToken);
        }
        catch (Exception problem) when (!stoppingToken.IsCancellationRequested)
        {
            LogNoTerminal(problem);
        }
    }

    /// <summary>Reading a console blocks its thread and can't be cancelled: a stop leaves the thread behind.</summary>
    private Task<string?> ReadLineAsync(CancellationToken stoppingToken) =>
        Task.Run(input.ReadLine, stoppingToken).WaitAsync(stoppingToken);

    private async Task AnswerAsync(string line, CancellationToken stoppingToken)
    {
        var answer = TypedCommand.Read(line) switch
        {
            TypedReading.Command(var verb, var options) => await desk.AnswerAsync(new CommandRequest(Operator, verb, options), stoppingToken),
            TypedReading.Wrong(var wrong) => wrong,
            _ => throw new InvalidOperationException("The line is neither a command nor wrong."),
        };
        foreach (var card in answer.Cards)
            screen.Show(card);
        if (answer.File is { } file)
            screen.Show(file);
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The terminal can't be read or written any more: no commands are taken there. The rest of the bot goes on.")]
    private partial void LogNoTerminal(Exception problem);
}
