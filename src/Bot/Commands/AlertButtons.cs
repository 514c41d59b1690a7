using System.Collections.Immutable;
using Bot.Cards;
using Bot.Storage;
using News.Alerts;

namespace Bot.Commands;

/// <summary>What the buttons of an alert answer: why it came, and the rest of its quotes.</summary>
public sealed class AlertButtons(OutboxStore outbox)
{
    /// <summary>In characters: what a card of every platform holds, with speakers and escapes.</summary>
    private const int CardOfQuotes = 2400, LongestPiece = 1200;

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

    /// <summary>Those of the alert and the rest, whole: a long one is parted, and what finds no room in a card goes on in the next.</summary>
    private static Answer Quotes(Alert alert)
    {
        ImmutableArray<AlertQuote> quotes = [.. alert.Quotes, .. alert.FurtherQuotes];
        var cards = ImmutableArray.CreateBuilder<Card>();
        var parts = ImmutableArray.CreateBuilder<CardPart>();
        var room = CardOfQuotes;
        foreach (var part in quotes.SelectMany(quote => QuoteCut.Whole(quote, LongestPiece)))
        {
            var length = part.Parts.Sum(words => words.Length);
            if (length > room && parts.Count > 0)
                AddCard();
            parts.Add(part);
            room -= length;
        }

        AddCard();
        return Answer.Of(cards.ToImmutable());

        void AddCard()
        {
            var isFirst = cards.Count == 0;
            cards.Add(new Card
            {
                Title = isFirst ? $"Quotes in “{alert.Headline}”" : null,
                TitleLink = isFirst ? Links.TryHttp(alert.Link) : null,
                PlainText = isFirst ? Plural.Of(quotes.Length, "quote", "quotes") : "More quotes",
                Parts = parts.ToImmutable(),
            });
            parts.Clear();
            room = CardOfQuotes;
        }
    }
}
