namespace News.Stories;

/// <summary>
/// How sure it is that two reports tell one event: what they share counts for it, what differs against it. The weights come
/// from a logistic regression over the reports that the tests hold, the nearest report of each event against each report.
/// </summary>
internal static class Resemblance
{
    /// <summary>From here on two reports tell one event: a stranger that joins is worse than a story that is told twice.</summary>
    public const double Joins = -0.5;

    /// <summary>Below this, reports are strangers, and no stranger than others.</summary>
    public const double Farthest = -6;

    /// <summary>What a copied text counts, whatever its headline.</summary>
    public const double OfCopies = 4;

    /// <summary>What two reports without anything in common have.</summary>
    private const double Nothing = -10.3;

    /// <summary>What names count where a report has none.</summary>
    private const float Unknown = 0.5f;

    /// <summary>So far apart, reports that name different days mean different days, not a night between two.</summary>
    private static readonly TimeSpan HalfADay = TimeSpan.FromHours(11);

    public static double Of(Likeness like, StoryTrace one, StoryTrace other, TimeSpan apart)
    {
        var score = Nothing
            + (2.5 * Math.Log(1 + like.SharedLead))
            + (0.8 * Math.Log(1 + like.SharedNames))
            + (1.6 * like.Overlap)
            + (1.45 * like.Titles)
            + (1.4 * Math.Max(like.TitleInOther, like.OtherTitleIn))
            + (0.85 * Math.Min(like.TitleInOther, like.OtherTitleIn))
            + (0.6 * Math.Max(like.LeadInOther, like.OtherLeadIn))
            + (0.35 * Math.Max(Known(like.NamesInOther), Known(like.OtherNamesIn)))
            + (1.15 * Math.Min(Known(like.TitleNamesInOther), Known(like.OtherTitleNamesIn)))
            - (1.05 * Math.Log(1 + apart.TotalHours));
        if (like.NumbersDiffer)
            score -= 0.75;
        if (like.TitleNumbersDiffer)
            score -= 0.6;
        if (like.TitleNamesExclude)
            score -= 0.8;
        if (like.NamesExclude)
            score -= 0.3;
        if (one.Acts != 0 && other.Acts != 0 && (one.Acts & other.Acts) == 0)
            score -= 1.05;
        if (one.Source == other.Source)
            score -= 1.2; // a publisher seldom tells an event twice
        if (apart > HalfADay && NameDifferentDays(one, other))
            score -= (one.Acts & other.Acts & EventWords.DailyActs) != 0 ? 3.5 : 0.5;
        return score;
    }

    private static float Known(float share) => share < 0 ? Unknown : share;

    /// <summary>Both name days, and not the same one first.</summary>
    private static bool NameDifferentDays(StoryTrace one, StoryTrace other)
    {
        if (one.Day == StoryTrace.NoDay || other.Day == StoryTrace.NoDay || one.Published is not { } published || other.Published is not { } before)
            return false;
        return one.Day + (int)(published.UtcDateTime.Date - before.UtcDateTime.Date).TotalDays != other.Day;
    }
}
