using Bot.Cards;
using News.Alerts;
using News.Matching;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace Bot.Terminal;

/// <summary>Card or notice → lines of a terminal.</summary>
internal static class TerminalCard
{
    public static IRenderable Draw(Card card)
    {
        var lines = new List<IRenderable>();
        if (card.Severity is { } severity)
            lines.Add(new Markup($"[{Colour(severity)}]●[/] [bold {Colour(severity)}]{Sign(severity)}[/]"));
        if (card.Title is { } title)
            lines.Add(new Markup($"[bold]{Escape(title)}[/]"));

        lines.AddRange(card.Parts.Select(Draw));

        if (card.Footer is { } footer)
            lines.Add(new Markup($"[dim]{Markup(footer)}[/]"));
        if (card.TitleLink is { } link)
            lines.Add(new Text(link.AbsoluteUri, new Style(Color.Blue)));
        lines.Add(Text.Empty);
        return new Rows(lines);
    }

    /// <summary>A notice is one dim line, and a second one for its sentences.</summary>
    public static IRenderable Draw(Notice notice)
    {
        var lines = new List<IRenderable> { new Markup($"[dim]{NoticeSign.Of(notice.Kind)} {Escape(notice.Title)}[/]") };
        if (!notice.Sentences.IsEmpty)
            lines.Add(new Markup($"[dim]  {Escape(string.Join(' ', notice.Sentences))}[/]"));
        lines.Add(Text.Empty);
        return new Rows(lines);
    }

    /// <summary>"↻ updated: the headline · also reported by Example Courier · Corrected: …", the newest change alone.</summary>
    public static IRenderable DrawUpdate(Alert alert)
    {
        var line = $"{alert.Headline}";
        if (!alert.AlsoReportedBy.IsEmpty)
            line += $" · also reported by {string.Join(", ", alert.AlsoReportedBy)}";
        if (alert.Changes is [.., var last])
            line += $" · {ChangeCard.Of(last).PlainText}";
        return new Hanging("↻ ", new Markup($"[dim]updated:[/] {Escape(line)}"));
    }

    /// <summary>"↳ the headline: Corrected: … (Example Wire)".</summary>
    public static IRenderable Draw(AlertChange change, string storyHeadline) =>
        new Hanging("↳ ", new Markup($"[dim]{Escape(storyHeadline)}:[/] {Escape(ChangeCard.Of(change).PlainText)}"));

    private static IRenderable Draw(CardPart part) => part switch
    {
        CardPart.Paragraph(var text) => new Markup(Markup(text)),
        CardPart.Quotation(var parts, var speaker, var role) => new Hanging("  ", new Markup(
            $"[italic]{string.Join(CardPart.Quotation.Between, parts.Select(words => $"“{Escape(words)}”"))}[/]{Escape(By(speaker, role))}")),
        CardPart.Listing(var points) => new Rows(points.Select(point => new Hanging("  • ", new Markup(Markup(point))))),
        CardPart.Fact(var name, var value) => new Markup($"[dim]{Escape(name)}:[/] {Markup(value)}"),
        CardPart.Preformatted(var text) => new Rows(text.Split('\n').Select(line => new Text(TerminalText.Clean(line)))),
        _ => throw new InvalidOperationException($"Nobody draws a {part.GetType().Name}."),
    };

    private static string By(string? speaker, string? role) => (speaker, role) switch
    {
        (null, _) => "",
        (_, null) => $" — {speaker}",
        _ => $" — {speaker}, {role}",
    };

    private static string Markup(CardText text) => string.Concat(text.Runs.Select(run => run switch
    {
        TextRun.Words(var words) => Escape(words),
        TextRun.Bold(var words) => $"[bold]{Escape(words)}[/]",
        TextRun.Code(var words) => $"[aqua]{Escape(words)}[/]",
        TextRun.Link(var words, var target) => $"{Escape(words)} ({Escape(target.AbsoluteUri)})",
        TextRun.Moment(var at) => at.UtcDateTime.ToString("d MMM HH:mm 'UTC'", System.Globalization.CultureInfo.InvariantCulture),
        _ => throw new InvalidOperationException($"Nobody draws a {run.GetType().Name}."),
    }));

    private static string Escape(string text) => Spectre.Console.Markup.Escape(TerminalText.Clean(text));

    private static string Sign(Severity severity) => severity.ToString().ToUpperInvariant();

    private static string Colour(Severity severity) => severity switch
    {
        Severity.Critical => "red",
        Severity.High => "darkorange",
        Severity.Normal => "green",
        _ => "grey",
    };
}
