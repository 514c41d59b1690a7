using System.Collections.Immutable;
using News.Alerts;

namespace Bot.Cards;

/// <summary>
/// Draws an alert as a card: headline, summary, corrections and what changed, who else has it, who said what, its numbers, why
/// it matched, source and time.
/// </summary>
public static class AlertCard
{
    /// <summary>Three of them are read at a glance; a longer one is cut, and all of it is behind <c>More quotes</c>.</summary>
    private const int LongestQuote = 400;

    /// <param name="key">The alert's key in the outbox, which its buttons carry.</param>
    public static Card Of(Alert alert, string key)
    {
        var link = Links.TryHttp(alert.Link);

        var parts = ImmutableArray.CreateBuilder<CardPart>();
        if (!alert.Summary.IsEmpty)
            parts.Add(new CardPart.Paragraph(MatchedWords.InBold(string.Join(' ', alert.Summary), [.. alert.Reasons.Where(reason => reason.Where != "title")])));
        parts.AddRange(StoryLines.Corrections(alert).Select(correction => new CardPart.Paragraph(correction)));
        parts.AddRange(StoryLines.Changes(alert).Select(change => new CardPart.Paragraph(change)));
        if (StoryLines.AlsoReportedBy(alert) is { } others)
            parts.Add(new CardPart.Paragraph(others));
        if (StoryLines.Earlier(alert) is { } earlier)
            parts.Add(new CardPart.Paragraph(earlier));
        ImmutableArray<(CardPart.Quotation Part, bool IsCut)> quotes = [.. alert.Quotes.Select(quote => QuoteCut.Of(quote, LongestQuote))];
        parts.AddRange(quotes.Select(quote => quote.Part));
        parts.AddRange(alert.Tolls.Where(toll => !toll.Claims.IsEmpty).Select(StoryLines.Toll));
        if (!alert.Reasons.IsEmpty)
            parts.Add(new CardPart.Fact("Matched", string.Join(", ", MatchedWords.Of(alert.Reasons))));

        var buttons = ImmutableArray.CreateBuilder<CardButton>();
        if (link is not null)
            buttons.Add(new CardButton.Open("Read", link));
        if (!alert.FurtherQuotes.IsEmpty || quotes.Any(quote => quote.IsCut))
            buttons.Add(new CardButton.Ask("More quotes", $"quotes:{key}"));
        buttons.Add(new CardButton.Ask("Why this?", $"why:{key}"));

        return new Card
        {
            Title = alert.Headline,
            TitleLink = link,
            Severity = alert.Severity,
            Parts = parts.ToImmutable(),
            Footer = CardText.Of([alert.Source, " · ", new TextRun.Moment(alert.Published), " · ", alert.Watchlist, .. alert.TeaserOnly is null ? (ImmutableArray<TextRun>)[] : [" · from the feed's teaser"]]),
            Buttons = buttons.ToImmutable(),
            PlainText = $"{alert.Headline} ({alert.Source})",
        };
    }
}
