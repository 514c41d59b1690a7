using System.Collections.Immutable;
using Bot.Cards;
using Bot.Storage;
using News.Alerts;

namespace Bot.Commands;

/// <summary>What the buttons of an alert answer: why it came, and the rest of its quotes.</summary>
public sealed class AlertButtons(OutboxStore outbox)
{
    /// <param name="action">"why:KEY" or "quotes:KEY".</param>
    public async Task<Answer> PressAsync(Asker asker, string action, CancellationToken cancellationToken)
    {
        var colon = action.IndexOf(':', StringComparison.Ordinal);
        var alert = colon < 0 ? null : await outbox.FindAsync(action[(colon + 1)..], asker.Channel, cancellationToken);
        return (alert, colon < 0 ? "" : action[..colon]) switch
        {
            (null, _) => Answer.Says("This alert is not known any more."),
            ({ } known, "why") => Why(known),
            ({ } known, "quotes") => Quotes(known),
            _ => Answer.Says("This button is from an older version and does nothing any more."),
        };
    }

    private static Answer Why(Alert alert) => Answer.Of(new Card
    {
        Title = $"Why “{alert.Headline}”",
        TitleLink = Links.TryHttp(alert.Link),
        PlainText = $"It met the watchlist {alert.Watchlist}",
        Parts =
        [
            new CardPart.Paragraph(CardText.Of("It met the watchlist ", new TextRun.Bold(alert.Watchlist), ":")),
            new CardPart.Listing([.. alert.Reasons.Select(ReasonWords.Point)]),
            .. alert.TeaserOnly is { } sentence ? (ImmutableArray<CardPart>)[new CardPart.Paragraph(sentence)] : [],
        ],
    });

    private static Answer Quotes(Alert alert) => Answer.Of(new Card
    {
        Title = $"Quotes in “{alert.Headline}”",
        TitleLink = Links.TryHttp(alert.Link),
        PlainText = $"{alert.Quotes.Length + alert.FurtherQuotes.Length} quotes",
        Parts =
        [
            .. alert.Quotes.Concat(alert.FurtherQuotes).Select(quote => new CardPart.Quotation(quote.Text, quote.Speaker, quote.Role)),
        ],
    });
}
