using System.Collections.Immutable;
using Bot.Cards;
using Bot.Storage;

namespace Bot.Commands;

/// <summary><c>/status</c>: connections, feeds in trouble, what was posted, what waits and what was refused.</summary>
public sealed class StatusCommand(
    FeedStore feeds, WatchlistStore watchlists, OutboxStore outbox, CoverageStore coverage, UnreadItems unread, ClosedChannels closed, PlatformHealth health,
    TimeProvider time)
{
    private const int ParkedShown = 5;

    private const int UnreadShown = 5;

    private static readonly TimeSpan CoveredSpan = TimeSpan.FromDays(1);

    private static readonly TimeSpan ParkedSpan = TimeSpan.FromDays(7);

    public async Task<Answer> AnswerAsync(Asker asker, CancellationToken cancellationToken)
    {
        var followed = await feeds.ListAsync(asker.Scopes(), cancellationToken);
        var watched = await watchlists.ListAsync(asker.Scopes(), cancellationToken);
        var counts = await outbox.CountAlertsAsync(asker.Scopes(), cancellationToken);
        var notices = await outbox.CountNoticesAsync(asker.Scopes(), cancellationToken);
        var parked = await outbox.ParkedAsync(asker.Scopes(), time.GetUtcNow() - ParkedSpan, ParkedShown, cancellationToken);
        var gone = await closed.ListAsync(asker.Scopes(), cancellationToken);
        var troubled = followed.Where(feed => feed.Failures > 0).ToList();

        var parts = ImmutableArray.CreateBuilder<CardPart>();
        foreach (var (platform, sentence) in health.All.Where(one => Concerns(one.Platform, asker)))
            parts.Add(new CardPart.Fact(platform, sentence));
        parts.Add(new CardPart.Fact("Feeds", troubled.Count == 0
            ? $"{followed.Count}, all well"
            : $"{followed.Count}, {troubled.Count} in trouble"));
        parts.Add(new CardPart.Fact("Watchlists", $"{watched.Count}"));
        parts.Add(new CardPart.Fact("Alerts", Words(counts)));
        if (notices is not { Sent: 0, Waiting: 0, Parked: 0 })
            parts.Add(new CardPart.Fact("Notices", Words(notices)));
        var since = time.GetUtcNow() - CoveredSpan;
        parts.Add(new CardPart.Fact("Items in 24 hours", Words(coverage.Read(asker.Scopes(), since))));
        if (troubled.Count > 0)
        {
            parts.Add(new CardPart.Paragraph(CardText.Of(new TextRun.Bold("Feeds in trouble"))));
            parts.Add(new CardPart.Listing([.. troubled.Select(FeedCommands.Point)]));
        }

        if (unread.Since(asker.Scopes(), since) is { Count: > 0 } items)
        {
            parts.Add(new CardPart.Paragraph(CardText.Of(new TextRun.Bold("Items that could not be read"))));
            parts.Add(new CardPart.Listing(
            [
                .. items.Take(UnreadShown).Select(item => CardText.Of(
                    $"{followed.FirstOrDefault(feed => feed.Id == item.Feed)?.Name}: {item.Item} · {item.Reason} · ", new TextRun.Moment(item.Last))),
                .. items.Count <= UnreadShown ? (ImmutableArray<CardText>)[] : [$"… and {items.Count - UnreadShown} more"],
            ]));
        }

        if (gone.Count > 0)
        {
            parts.Add(new CardPart.Paragraph(CardText.Of(new TextRun.Bold("Channels that take nothing"))));
            parts.Add(new CardPart.Listing(
            [
                .. gone.Select(channel => CardText.Of(
                    $"{channel.Channel}: {channel.Reason} · {Plural.Of(channel.Waiting, "message waits", "messages wait")}, since ", new TextRun.Moment(channel.Since))),
            ]));
        }

        if (parked.Count > 0)
        {
            parts.Add(new CardPart.Paragraph(CardText.Of(new TextRun.Bold("Refused for good"))));
            parts.Add(new CardPart.Listing(
            [
                .. parked.Select(message => CardText.Of(
                    $"{message.Channel}: {message.Headline} · {message.Reason} · ", new TextRun.Moment(message.At))),
            ]));
        }

        return Answer.Of(new Card
        {
            Title = "Status",
            PlainText = $"{Plural.Of(followed.Count, "feed", "feeds")}, {troubled.Count} in trouble; {counts.Waiting + notices.Waiting} messages waiting, {counts.Parked + notices.Parked} refused",
            Parts = parts.ToImmutable(),
        });
    }

    /// <summary>"12 = 2 posted + 1 joined + 9 not matched".</summary>
    private static string Words(Coverage coverage) =>
        coverage.Items == 0 ? "none" : $"{coverage.Items} = {string.Join(" + ", coverage.Ends.Select(end => $"{end.Count} {end.End}"))}";

    private static string Words(OutboxStore.Counts counts) => $"{counts.Sent} posted, {counts.Waiting} waiting, {counts.Parked} refused";

    /// <summary>How the other platforms stand is the operator's affair.</summary>
    private static bool Concerns(string platform, Asker asker) =>
        asker.AtHome || platform.Equals(asker.Channel.Platform, StringComparison.OrdinalIgnoreCase);
}
