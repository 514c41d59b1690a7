using Bot.Cards;
using Bot.Commands;
using News.Alerts;
using Spectre.Console;

namespace Bot.Terminal;

/// <summary>Standard output, one card or notice at a time.</summary>
public sealed class TerminalScreen
{
    /// <summary>Where nobody's window sets a width, lines are left whole for whatever reads them.</summary>
    private const int WidthOfAPipe = 20_000;

    private readonly Lock _turn = new();
    private readonly IAnsiConsole _console;

    public TerminalScreen(TextWriter output, bool isPipe)
    {
        _console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Out = new AnsiConsoleOutput(output),
            Ansi = isPipe ? AnsiSupport.No : AnsiSupport.Detect,
            ColorSystem = isPipe ? ColorSystemSupport.NoColors : ColorSystemSupport.Detect,
            Interactive = InteractionSupport.No,
        });
        if (isPipe)
            _console.Profile.Width = WidthOfAPipe;
    }

    public static TerminalScreen OfConsole() => new(Console.Out, Console.IsOutputRedirected);

    public void Show(Card card)
    {
        lock (_turn)
            _console.Write(TerminalCard.Draw(card));
    }

    /// <summary>Line by line and never wrapped, so that it can be copied.</summary>
    public void Show(AttachedFile file)
    {
        lock (_turn)
        {
            foreach (var line in file.Text.AsSpan().EnumerateLines())
                _console.Profile.Out.Writer.WriteLine(TerminalText.Clean(line.ToString()));
        }
    }

    /// <summary>What stands on a screen stays as it is: of an alert that changed, a line says what it has now.</summary>
    public void ShowUpdate(Alert alert)
    {
        lock (_turn)
            _console.Write(TerminalCard.DrawUpdate(alert));
    }

    public void Show(AlertChange change, string storyHeadline)
    {
        lock (_turn)
            _console.Write(TerminalCard.Draw(change, storyHeadline));
    }

    public void Show(Notice notice)
    {
        lock (_turn)
            _console.Write(TerminalCard.Draw(notice));
    }
}
