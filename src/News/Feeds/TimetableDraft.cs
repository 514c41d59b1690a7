using System.Collections.Immutable;
using System.Globalization;

namespace News.Feeds;

/// <summary>What a channel says about how often to ask for it, while it is read; nonsense (ttl 0, no hour left) says nothing.</summary>
internal sealed class TimetableDraft
{
    // A copy that may be kept for longer than this is a slip of the pen.
    private static readonly TimeSpan LongestToLive = TimeSpan.FromDays(31);
    private static readonly TimeSpan ShortestPeriod = TimeSpan.FromMinutes(1);

    private readonly SortedSet<int> hours = [];
    private readonly SortedSet<DayOfWeek> days = [];
    private TimeSpan? timeToLive;
    private TimeSpan? period;
    private string? frequency;

    /// <summary>Reads the current element where it is one of RSS's own: ttl, skipHours, skipDays.</summary>
    public void ReadOwn(ref FeedXml xml)
    {
        if (xml.Name == "ttl")
        {
            timeToLive = TimeToLive(xml.Text()) ?? timeToLive;
            return;
        }

        var (list, entry) = xml.Name == "skiphours" ? ("skiphours", "hour") : ("skipdays", "day");
        var depth = xml.Depth;
        while (xml.NextChild(depth))
        {
            if (xml.Name != entry)
                continue;
            if (list == "skiphours" && Number(xml.Text()) is >= 0 and <= 24 and var hour)
                hours.Add(hour % 24);
            else if (list == "skipdays" && Day(xml.Text()) is { } day)
                days.Add(day);
        }
    }

    /// <summary>The syndication module's updatePeriod and updateFrequency; see http://web.resource.org/rss/1.0/modules/syndication/.</summary>
    public void ReadModule(ref FeedXml xml)
    {
        if (xml.Name == "updateperiod")
            period = Period(xml.Text());
        else if (xml.Name == "updatefrequency")
            frequency = xml.Text();
    }

    public FeedTimetable Build()
    {
        var often = frequency is null ? 1 : Number(frequency);
        var update = period is { } whole && often is > 0 ? whole / often.Value : (TimeSpan?)null;
        if (update < ShortestPeriod)
            update = null;
        if (timeToLive is null && update is null && hours.Count == 0 && days.Count == 0)
            return FeedTimetable.Silent;

        return new FeedTimetable
        {
            TimeToLive = timeToLive,
            UpdatePeriod = update,
            SkipHours = hours.Count < 24 ? [.. hours] : ImmutableArray<int>.Empty,
            SkipDays = days.Count < 7 ? [.. days] : ImmutableArray<DayOfWeek>.Empty,
        };
    }

    private static TimeSpan? TimeToLive(string? minutes) =>
        Number(minutes) is > 0 and var number && TimeSpan.FromMinutes(number) <= LongestToLive ? TimeSpan.FromMinutes(number) : null;

    private static int? Number(string? text) =>
        int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>"Saturday", "saturday", "Sat".</summary>
    private static DayOfWeek? Day(string? text)
    {
        if (text is null || text.Length < 3)
            return null;
        foreach (var day in Enum.GetValues<DayOfWeek>())
        {
            var name = day.ToString();
            if (text.Equals(name, StringComparison.OrdinalIgnoreCase) || text.Equals(name[..3], StringComparison.OrdinalIgnoreCase))
                return day;
        }

        return null;
    }

    private static TimeSpan? Period(string? name) => name?.ToUpperInvariant() switch
    {
        "HOURLY" => TimeSpan.FromHours(1),
        "DAILY" => TimeSpan.FromDays(1),
        "WEEKLY" => TimeSpan.FromDays(7),
        "MONTHLY" => TimeSpan.FromDays(30),
        "YEARLY" => TimeSpan.FromDays(365),
        _ => null,
    };
}
