namespace News.Entities;

/// <summary>
/// How many letters somebody got wrong: put in, left out, taken for another, or swapped with the next
/// (Damerau 1964, in the variant that edits no letter twice).
/// </summary>
internal static class EditDistance
{
    /// <summary>Null where it is more than <paramref name="most"/>.</summary>
    public static int? Between(ReadOnlySpan<char> a, ReadOnlySpan<char> b, int most)
    {
        if (Math.Abs(a.Length - b.Length) > most)
            return null;
        var (before, last, row) = (new int[b.Length + 1], new int[b.Length + 1], new int[b.Length + 1]);
        for (var j = 0; j <= b.Length; j++)
            last[j] = j;
        for (var i = 1; i <= a.Length; i++)
        {
            var least = row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var steps = Math.Min(Math.Min(last[j], row[j - 1]) + 1, last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1));
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                    steps = Math.Min(steps, before[j - 2] + 1);
                least = Math.Min(least, row[j] = steps);
            }

            if (least > most)
                return null;
            (before, last, row) = (last, row, before);
        }

        return last[b.Length] <= most ? last[b.Length] : null;
    }
}
