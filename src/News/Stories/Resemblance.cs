namespace News.Stories;

/// <summary>
/// How sure it is that two reports tell one event: what they share counts for it, what differs against it. The weights are
/// those of a logistic regression over reports of 160 events, the nearest reports of each event against each report, rounded:
/// half of them invented ones that stand in groups which are easily taken for each other, half real ones, those of ECB+.
/// </summary>
/// <remarks>Cybulska and Vossen, "Using a sledgehammer to crack a nut?", LREC 2014: the collection ECB+.</remarks>
internal static class Resemblance
{
    /// <summary>From here on an article joins a story: a stranger that joins is worse than a story that is told twice.</summary>
    public const double Joins = -0.8;

    /// <summary>Below this, reports are strangers, and no stranger than others.</summary>
    public const double Farthest = -6;

    /// <summary>What a copied text counts, whatever its headline.</summary>
    public const double OfCopies = 1.5;

    /// <summary>What two reports have that share all words and none that tells.</summary>
    private const double Nothing = 2.7;

    /// <summary>Below this, vectors are at right angles.</summary>
    private const double LeastCosine = 0.01;

    /// <summary>What a name that no story had before counts in a trace.</summary>
    private const float RareName = 18;

    /// <summary>What names count where a report has none.</summary>
    private const float Unknown = 0.5f;

    /// <summary>Until then publishers take an event up; later most that is like it is another.</summary>
    private const double FreshHours = 18;

    /// <summary>So far apart, reports that name different days mean different days, not a night between two.</summary>
    private static readonly TimeSpan HalfADay = TimeSpan.FromHours(11);

    public static double Of(Likeness like, StoryTrace one, StoryTrace other, TimeSpan apart)
    {
        var (names, otherNames) = (Known(like.MainNamesInOther), Known(like.OtherMainNamesIn));
        var score = Nothing
            + (2.7 * Math.Log(LeastCosine + like.Cosine))
            + (0.3 * Math.Log(1 + like.SharedHeadline))
            + (1.15 * Math.Max(names, otherNames))
            + (1.0 * Math.Min(names, otherNames))
            - (1.7 * Math.Log(1 + (like.StrangeTitleNames / RareName)))
            - (0.07 * Math.Max(apart.TotalHours - FreshHours, 0));
        if (like.NumbersDiffer)
            score -= 1.2;
        if (one.Acts != 0 && other.Acts != 0 && (one.Acts & other.Acts) == 0)
            score -= 0.72;
        if (one.IsOfPublisherOf(other))
            score -= like.StrangeTitleNames > 0 ? 2 : 1; // a publisher seldom tells an event twice, and tells many that are alike, each by its name
        if (one.Published is null || other.Published is null)
            score -= 1.5; // they may be years apart
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
