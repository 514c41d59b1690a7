namespace News.Stories;

/// <summary>
/// How sure it is that two reports tell one event: what they share counts for it, what differs against it. The weights are
/// those of a logistic regression over the reports that the tests hold, nearest report of each event against report.
/// </summary>
internal static class Resemblance
{
    /// <summary>From here on two reports tell one event: a stranger that joins is worse than a story that is told twice.</summary>
    public const double Joins = -0.5;

    /// <summary>Below this, reports are strangers, and no stranger than others.</summary>
    public const double Farthest = -6;

    /// <summary>As sure as a copy's text makes it.</summary>
    public const double OfCopies = 4;

    private const double Base = -10.3;

    internal const int Count = 19;

    internal static readonly double[] Weights =
        [Base, 1.45, 0.6, 0.85, 1.4, 0.35, 1.15, 0.8, -0.75, -1.05, -1.05, -1.2, 1.6, 2.5, -0.5, -0.6, -0.8, -3, -0.3];

    public static double Of(Likeness like, StoryTrace one, StoryTrace other, TimeSpan apart)
    {
        Span<double> evidence = stackalloc double[Count];
        Vector(like, one, other, apart, evidence);
        var sum = 0.0;
        for (var i = 0; i < evidence.Length; i++)
            sum += evidence[i] * Weights[i];
        return sum;
    }

    internal static void Vector(Likeness like, StoryTrace one, StoryTrace other, TimeSpan apart, Span<double> evidence)
    {
        var gap = Math.Log(1 + Math.Abs(apart.TotalHours));
        evidence[0] = 1;
        evidence[1] = like.Titles;
        evidence[2] = Math.Max(like.LeadInOther, like.OtherLeadIn);
        evidence[3] = Math.Min(like.TitleInOther, like.OtherTitleIn);
        evidence[4] = Math.Max(like.TitleInOther, like.OtherTitleIn);
        evidence[5] = Math.Max(Known(like.NamesInOther), Known(like.OtherNamesIn));
        evidence[6] = Math.Min(Known(like.TitleNamesInOther), Known(like.OtherTitleNamesIn));
        evidence[7] = Math.Log(1 + like.SharedNames);
        evidence[8] = like.NumbersDiffer ? 1 : 0;
        evidence[9] = one.Acts != 0 && other.Acts != 0 && (one.Acts & other.Acts) == 0 ? 1 : 0;
        evidence[10] = gap;
        evidence[11] = one.Source == other.Source ? 1 : 0;
        evidence[12] = like.Overlap;
        evidence[13] = Math.Log(1 + like.SharedLead);
        evidence[18] = like.NamesExclude ? 1 : 0;
        evidence[15] = like.TitleNumbersDiffer ? 1 : 0;
        evidence[16] = like.TitleNamesExclude ? 1 : 0;
        evidence[14] = one.Days != 0 && other.Days != 0 && Days(one, other) < 1 && gap > 2.5 ? 1 : 0;
        evidence[17] = evidence[14] > 0 && (one.Acts & other.Acts & EventWords.DailyActs) != 0 ? 1 : 0;
    }

    private static double Known(float share) => share < 0 ? 0.5 : share;

    /// <summary>1 where both name one day first, 0 where that can't be told, -1 where no day of one is one of the other.</summary>
    private static int Days(StoryTrace one, StoryTrace other)
    {
        if (one.Days == 0 || other.Days == 0 || one.Published is not { } p || other.Published is not { } q)
            return 0;
        var apart = (int)(p.UtcDateTime.Date - q.UtcDateTime.Date).TotalDays;
        if (one.Day + apart == other.Day)
            return 1;
        var (mine, its) = ((long)one.Days << 20, (long)other.Days << 20);
        its = apart >= 0 ? its >> Math.Min(apart, 40) : its << Math.Min(-apart, 20);
        return (mine & its) == 0 ? -1 : 0;
    }
}
