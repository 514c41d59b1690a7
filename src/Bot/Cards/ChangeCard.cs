using News.Alerts;

namespace Bot.Cards;

/// <summary>Draws what changed about a story, for the thread of its message: what kind of change, the line, source and time.</summary>
public static class ChangeCard
{
    public static Card Of(AlertChange change) => new()
    {
        Parts = [new CardPart.Paragraph(CardText.Of(new TextRun.Bold(Name(change.Kind)), $" {change.Text}"))],
        Footer = CardText.Of(change.Source, " · ", new TextRun.Moment(change.At)),
        PlainText = $"{Name(change.Kind)} {change.Text} ({change.Source})",
    };

    private static string Name(ChangeKind kind) => kind switch
    {
        ChangeKind.Correction => "Corrected:",
        ChangeKind.Headline => "New headline:",
        ChangeKind.Number => "New number:",
        ChangeKind.Confirmation => "Confirmed:",
        ChangeKind.Denial => "Denied:",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Not a change that has a name."),
    };
}
