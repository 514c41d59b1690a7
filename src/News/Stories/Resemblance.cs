namespace News.Stories;

/// <summary>
/// How sure it is that two reports tell one event: what they share counts for it, what differs against it. The weights are
/// those of a logistic regression over some seven hundred reports of two hundred events, the nearest reports of each event
/// against each report, rounded.
/// </summary>
internal static class Resemblance
{
    /// <summary>From here on two reports tell one event: a stranger that joins is worse than a story that is told twice.</summary>
    public const double Joins = -0.5;

    /// <summary>Below this, reports are strangers, and no stranger than others.</summary>
    public const double Farthest = -6;

    /// <summary>What a copied text counts, whatever its headline.</summary>
    public const double OfCopies = 1;

    /// <summary>What two reports without anything in common have.</summary>
    private const double Nothing = -7.5;

    /// <summary>What a name that no story had before counts in a trace.</summary>
    private const float RareName = 18;

    /// <summary>What names count where a report has none.</summary>
    private const float Unknown = 0.5f;

    /// <summary>So far apart, reports that name different days mean different days, not a night between two.</summary>
    private static readonly TimeSpan HalfADay = TimeSpan.FromHours(11);

    public static double Of(Likeness like, StoryTrace one, StoryTrace other, TimeSpan apart)
    {
        var score = Nothing
            + (2.05 * Math.Log(1 + like.SharedLead))
            + (0.55 * Math.Log(1 + like.SharedNames))
            + (2.3 * like.Overlap)
            + (1.3 * like.Titles)
            + (0.8 * Math.Max(like.TitleInOther, like.OtherTitleIn))
            + (1.1 * Math.Min(Known(like.TitleNamesInOther), Known(like.OtherTitleNamesIn)))
            - (1.2 * Math.Log(1 + (like.StrangeTitleNames / RareName)))
            - (0.95 * Math.Log(1 + apart.TotalHours));
        if (like.NumbersDiffer)
            score -= 1.3;
        if (like.TitleNamesExclude)
            score -= 1.3;
        if (like.NamesExclude)
            score -= 1.3;
        if (one.Acts != 0 && other.Acts != 0 && (one.Acts & other.Acts) == 0)
            score -= 0.75;
        if (one.Source == other.Source)
            score -= 2.5; // a publisher seldom tells an event twice, and tells many that are alike
        if (one.IsMarketDay != other.IsMarketDay)
            score -= 4; // a firm's results, and the day on which they moved the market
        if (apart > HalfADay && NameDifferentDays(one, other))
            score -= (one.Acts & other.Acts & EventWords.DailyActs) != 0 ? 3 : 0.7;
        return score;
    }

    /// <summary>Both sum up a market's day, and not the same one: where they don't name it, that of another half day.</summary>
    public static bool AreTwoMarketDays(StoryTrace one, StoryTrace other, TimeSpan apart) =>
        one.IsMarketDay && other.IsMarketDay && apart > HalfADay
        && (one.Day == StoryTrace.NoDay || other.Day == StoryTrace.NoDay || NameDifferentDays(one, other));

    private static float Known(float share) => share < 0 ? Unknown : share;

    /// <summary>Both name days, and not the same one first.</summary>
    private static bool NameDifferentDays(StoryTrace one, StoryTrace other)
    {
        if (one.Day == StoryTrace.NoDay || other.Day == StoryTrace.NoDay || one.Published is not { } published || other.Published is not { } before)
            return false;
        return one.Day + (int)(published.UtcDateTime.Date - before.UtcDateTime.Date).TotalDays != other.Day;
    }
}
