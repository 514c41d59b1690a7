using News.Alerts;
using News.Matching;

namespace Bot.Cards;

/// <summary>Draws a backlog as a card: a line for each story with its severity, headline, source, time and watchlists.</summary>
public static class DigestCard
{
    public static Card Of(Backlog backlog)
    {
        ArgumentNullException.ThrowIfNull(backlog);
        return new Card
        {
            Title = backlog.Title,
            Severity = backlog.Stories.Max(story => story.Severity),
            Parts = [new CardPart.Listing([.. backlog.Stories.Select(Line)])],
            Footer = CardText.Of("Waiting since ", new TextRun.Moment(backlog.Since)),
            PlainText = $"{backlog.Title}. {backlog.Stories[0].Headline} ({backlog.Stories[0].Source})",
        };
    }

    private static CardText Line(BacklogLine story) => CardText.Of(
        $"{SeveritySign.Of(story.Severity)} · ",
        Links.TryHttp(story.Link) is { } link ? new TextRun.Link(story.Headline, link) : new TextRun.Bold(story.Headline),
        $" · {story.Source} · ",
        new TextRun.Moment(story.Published),
        $" · {string.Join(", ", story.Watchlists)}");
}

/// <summary>A severity as a sign and a word: colour alone tells nothing to who can't see it.</summary>
internal static class SeveritySign
{
    public static string Of(Severity severity) => severity switch
    {
        Severity.Critical => "🔴 Critical",
        Severity.High => "🟠 High",
        Severity.Normal => "🔵 Normal",
        _ => "⚪ Low",
    };
}
