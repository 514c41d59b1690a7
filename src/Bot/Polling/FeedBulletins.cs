using System.Globalization;
using Bot.Storage;
using News.Alerts;

namespace Bot.Polling;

/// <summary>What channels are told about their feeds: one notice for each channel, however many feeds it speaks of.</summary>
internal static class FeedBulletins
{
    /// <summary>So many feeds are named; more would be a list that nobody reads.</summary>
    private const int Named = 10;

    public static IEnumerable<(ChannelAddress Channel, string Once, Notice Notice)> Of(
        FeedEventKind kind, IReadOnlyList<FeedEvent> events, DateTimeOffset now) =>
        events.GroupBy(one => one.Channel).Select(group =>
            (group.Key, Once(kind, group), group.ToList() is [var only] ? OfOne(only, now) : OfMany(kind, [.. group], now)));

    /// <summary>Nothing can be read: the feeds are not to blame.</summary>
    public static IEnumerable<(ChannelAddress Channel, string Once, Notice Notice)> OfOwnTrouble(IReadOnlyList<FeedEvent> events, DateTimeOffset now) =>
        events.GroupBy(one => one.Channel).Select(group =>
        {
            var first = group.MinBy(one => one.Since)!;
            return (group.Key, Once(FeedEventKind.Failing, group), new Notice
            {
                Kind = NoticeKind.Trouble,
                Title = "No feed can be read",
                Sentences =
                [
                    $"Since {When(first.Since, now)} no site has answered, so the trouble is probably the bot's own connection and not the feeds.",
                    $"{first.Name}, for one: {first.Status}",
                    "Whoever runs the bot: look at the network, the name server (DNS) and the firewall of its machine. Polling goes on, and catches up by itself.",
                ],
            });
        });

    private static Notice OfOne(FeedEvent feed, DateTimeOffset now)
    {
        var slash = Slash(feed.Channel);
        return feed.Kind switch
        {
            FeedEventKind.Failing => new Notice
            {
                Kind = NoticeKind.Trouble,
                Title = $"{feed.Name} cannot be read",
                Sentences =
                [
                    $"It has not been readable since {When(feed.Since, now)}. {feed.Status}",
                    .. feed.Advice is { } advice ? (string[])[advice] : [],
                    feed.FromSettings
                        ? $"Polling goes on. If it has moved: its address stands in the settings file (Feeds). {slash}feed check {feed.Name} says more."
                        : $"Polling goes on. If it has moved: {slash}feed remove {feed.Name}, and {slash}feed add with its new address. {slash}feed check {feed.Name} says more.",
                ],
            },
            FeedEventKind.Recovered => new Notice
            {
                Kind = NoticeKind.Recovery,
                Title = $"{feed.Name} can be read again",
                Sentences = [$"It could not since {When(feed.Since, now)}. What it published meanwhile and still carries is being looked through."],
            },
            FeedEventKind.Moved => new Notice
            {
                Kind = NoticeKind.Change,
                Title = $"{feed.Name} has moved",
                Sentences =
                [
                    $"Its site says for good that it is at {FeedAddress.ForLog(feed.MovedTo ?? feed.Url)} now, no longer at {FeedAddress.ForLog(feed.Url)}. It is read there; nothing is to be done.",
                ],
            },
            _ => new Notice
            {
                Kind = NoticeKind.Trouble,
                Title = $"{feed.Name} has ended",
                Sentences =
                [
                    $"{feed.Status} It is not polled any more.",
                    feed.FromSettings
                        ? $"If it has a successor, put that into the settings file (Feeds) in its place. {slash}feed add with the old address has it polled again."
                        : $"If it has a successor: {slash}feed remove {feed.Name}, and {slash}feed add with the new address. With the old address it is polled again.",
                ],
            },
        };
    }

    private static Notice OfMany(FeedEventKind kind, IReadOnlyList<FeedEvent> feeds, DateTimeOffset now)
    {
        var (title, first) = kind switch
        {
            FeedEventKind.Failing => ("cannot be read", "None of them has been readable for about a day. Polling goes on."),
            FeedEventKind.Recovered => ("can be read again", "What they published meanwhile and still carry is being looked through."),
            FeedEventKind.Moved => ("have moved", "Their sites say so for good. They are read at their new addresses; nothing is to be done."),
            _ => ("have ended", "They are not polled any more."),
        };
        return new Notice
        {
            Kind = kind switch
            {
                FeedEventKind.Recovered => NoticeKind.Recovery,
                FeedEventKind.Moved => NoticeKind.Change,
                _ => NoticeKind.Trouble,
            },
            Title = $"{feeds.Count} feeds {title}",
            Sentences = [first, .. feeds.Take(Named).Select(feed => Line(feed, now)), Rest(feeds)],
        };
    }

    private static string Line(FeedEvent feed, DateTimeOffset now) => feed.Kind switch
    {
        FeedEventKind.Failing => $"{feed.Name}, since {When(feed.Since, now)}: {feed.Status}",
        FeedEventKind.Recovered => $"{feed.Name}, after {Spans.InWords(feed.At - feed.Since)}",
        FeedEventKind.Moved => $"{feed.Name}, now at {FeedAddress.ForLog(feed.MovedTo ?? feed.Url)}",
        _ => $"{feed.Name}: {feed.Status}",
    };

    private static string Rest(IReadOnlyList<FeedEvent> feeds)
    {
        var slash = Slash(feeds[0].Channel);
        return feeds.Count > Named
            ? $"And {feeds.Count - Named} more: {slash}feed list names them all, {slash}feed check what can be done about one."
            : $"{slash}feed check and a feed's name says more.";
    }

    /// <summary>An event is told once to a channel; a second failure next month is another event.</summary>
    private static string Once(FeedEventKind kind, IEnumerable<FeedEvent> events)
    {
        var first = events.MinBy(one => one.Feed.Value)!;
        return $"feed:{first.Feed.Value}:{kind.ToString().ToLowerInvariant()}:{first.Since.ToUnixTimeMilliseconds()}:{first.At.ToUnixTimeMilliseconds()}";
    }

    // Slack gives an app one command.
    private static string Slash(ChannelAddress channel) => channel.Platform == "slack" ? "/news " : "/";

    private static string When(DateTimeOffset at, DateTimeOffset now) =>
        at.UtcDateTime.ToString(now - at < TimeSpan.FromDays(6) ? "dddd HH:mm 'UTC'" : "d MMMM yyyy", CultureInfo.InvariantCulture);
}
