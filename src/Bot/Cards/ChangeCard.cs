using News.Alerts;

namespace Bot.Cards;

/// <summary>Draws something that changed about a story, for the thread of its message.</summary>
public static class ChangeCard
{
    public static Card Of(AlertChange change)
    {
        ArgumentNullException.ThrowIfNull(change);
        var link = Links.TryHttp(change.Link);
        return new Card
        {
            Parts = [new CardPart.Paragraph(Line(change))],
            Footer = CardText.Of(link is null ? change.Source : new TextRun.Link(change.Source, link), " · ", new TextRun.Moment(change.At)),
            PlainText = $"{Word(change)}: {Text(change)} ({change.Source})",
        };
    }

    /// <summary>"Corrected: An earlier version …", "Changed: killed: 17, hospital official (was 16)".</summary>
    private static CardText Line(AlertChange change) => CardText.Of(new TextRun.Bold($"{Word(change)}:"), $" {Text(change)}");

    /// <summary>What happened, in a word.</summary>
    internal static string Word(AlertChange change) => change.Kind switch
    {
        ChangeKind.Correction => CorrectionNote.Parted(change.Text).Word,
        ChangeKind.Headline or ChangeKind.Number => "Changed",
        ChangeKind.Confirmation => "Confirmed",
        ChangeKind.Denial => "Denied",
        _ => throw new InvalidOperationException($"A change of the kind {change.Kind} has no word."),
    };

    /// <summary>The rest: the change's own words.</summary>
    internal static string Text(AlertChange change) =>
        change.Kind == ChangeKind.Correction ? CorrectionNote.Parted(change.Text).Said : change.Text;
}
