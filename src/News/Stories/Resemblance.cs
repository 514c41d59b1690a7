namespace News.Stories;

/// <summary>
/// How sure it is that two reports tell one event: what they share counts for it, what differs against it. The weights are
/// those of a logistic regression over some hundred reports a hundred events each of seven collections, the nearest reports
/// of each event against each report, rounded. Two measures are bent first, as boosted trees over the same pairs bent them:
/// hours count from the next day on, and of the words in common it is enough to have a third.
/// </summary>
internal static class Resemblance
{
    /// <summary>From here on an article joins a story: a stranger that joins is worse than a story that is told twice.</summary>
    public const double Joins = -0.6;

    /// <summary>Below this, reports are strangers, and no stranger than others.</summary>
    public const double Farthest = -6;

    /// <summary>What a copied text counts, whatever its headline.</summary>
    public const double OfCopies = 1.5;

    /// <summary>What two reports without anything in common have.</summary>
    private const double Nothing = -7.9;

    /// <summary>What a name that no story had before counts in a trace.</summary>
    private const float RareName = 18;

    /// <summary>What names count where a report has none.</summary>
    private const float Unknown = 0.5f;

    /// <summary>Of the words of the shorter report: so few are in any two, so many are enough.</summary>
    private const float LeastOverlap = 0.08f;
    private const float FullOverlap = 0.3f;

    /// <summary>Until then publishers take an event up; later most that is like it is another.</summary>
    private const double FreshHours = 18;

    /// <summary>So far apart, reports that name different days mean different days, not a night between two.</summary>
    private static readonly TimeSpan HalfADay = TimeSpan.FromHours(11);

    public static double Of(Likeness like, StoryTrace one, StoryTrace other, TimeSpan apart)
    {
        var score = Nothing
            + (1.65 * Math.Log(1 + like.SharedHeadline))
            + (0.75 * Math.Log(1 + like.SharedNames))
            + (3.0 * Math.Clamp((like.Overlap - LeastOverlap) / (FullOverlap - LeastOverlap), 0, 1))
            + (2.8 * like.Titles)
            + (1.05 * Math.Min(Known(like.TitleNamesInOther), Known(like.OtherTitleNamesIn)))
            - (0.9 * Math.Log(1 + (like.StrangeTitleNames / RareName)))
            - (0.134 * Math.Max(apart.TotalHours - FreshHours, 0));
        if (like.NumbersDiffer)
            score -= 0.95;
        if (like.TitleNamesExclude)
            score -= 1.2;
        if (like.NamesExclude)
            score -= 1.05;
        if (one.Acts != 0 && other.Acts != 0 && (one.Acts & other.Acts) == 0)
            score -= 0.75;
        if (one.Source == other.Source)
            score -= 1.25; // a publisher seldom tells an event twice, and tells many that are alike
        if (one.IsMarketDay != other.IsMarketDay)
            score -= 4; // a firm's results, and the day on which they moved the market
        if (apart > HalfADay && NameDifferentDays(one, other))
            score -= (one.Acts & other.Acts & EventWords.DailyActs) != 0 ? 1.5 : 0.5;
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
