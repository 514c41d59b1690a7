using News.Feeds;

namespace Bot.Polling;

/// <summary>How often a feed brings something new, as far as the dates of its items and its last polls tell.</summary>
/// <param name="Recent">The median gap between its last few items.</param>
/// <param name="Usual">The median gap between its last dozen.</param>
/// <param name="LastNew">When a poll last brought something new; null where that is not known.</param>
/// <remarks>
/// <para>
/// The rule: a feed is asked twice within the gap in which its items come, so that a story waits a quarter of a gap on
/// average; and a quiet one is asked at least 24 times within its gap, and never more than <see cref="MostLonger"/>
/// times less often than the interval that the settings give. So the minimum is reached by a feed with an item every two
/// minutes, an hourly one keeps the interval of five minutes, and one that publishes daily or weekly is asked every twenty
/// minutes: it costs its site an empty answer three times an hour, and an alarm that a quiet office gives at night is not
/// told an hour late.
/// </para>
/// <para>
/// Being brisk takes both close dates and arrivals that are as close: a feed that dates every item with the moment of
/// the request, or that went to sleep, falls back to the interval. Being quiet takes the last dozen and the last few:
/// a quiet feed in which something happens today is asked at the interval again.
/// </para>
/// </remarks>
internal sealed record PublicationRhythm(TimeSpan Recent, TimeSpan Usual, DateTimeOffset? LastNew)
{
    private const int Few = 4;
    private const int Dozen = 13;
    private const double MostLonger = 4;

    /// <summary>Reads it off the dates of a feed's items; null where fewer than four are dated, or all alike.</summary>
    /// <param name="lastNew">When a poll last brought something new; the youngest item's date counts where it is null.</param>
    public static PublicationRhythm? Of(IEnumerable<FeedItem> items, DateTimeOffset now, DateTimeOffset? lastNew)
    {
        var dates = items.Select(item => item.Published ?? item.Updated).OfType<DateTimeOffset>().Where(date => date <= now)
            .OrderDescending().Take(Dozen).ToList();
        if (dates.Count < Few || dates[0] == dates[^1])
            return null;
        return new PublicationRhythm(MedianGap(dates, Few), MedianGap(dates, Dozen), lastNew ?? dates[0]);
    }

    /// <summary>As a feed gives it itself (<c>sy:updatePeriod</c>): how often it changes, not how long to wait.</summary>
    public static PublicationRhythm? Of(TimeSpan? period) => period is { } gap ? new PublicationRhythm(gap, gap, null) : null;

    /// <summary>What the rhythm makes of the interval, and the gap that decided.</summary>
    public (TimeSpan Wait, TimeSpan Gap) Wait(TimeSpan interval, DateTimeOffset now)
    {
        var open = LastNew is { } last ? now - last : TimeSpan.Zero;
        var recent = open > Recent ? open : Recent;
        if (recent / 2 < interval)
            return (recent / 2, recent);

        var quiet = Usual < recent ? Usual : recent;
        if (quiet / 24 <= interval)
            return (interval, recent);
        return (quiet / 24 < interval * MostLonger ? quiet / 24 : interval * MostLonger, quiet);
    }

    private static TimeSpan MedianGap(List<DateTimeOffset> dates, int among)
    {
        var gaps = dates.Take(among).Zip(dates.Skip(1)).Take(among - 1).Select(pair => pair.First - pair.Second).Order().ToList();
        return gaps[gaps.Count / 2];
    }
}
