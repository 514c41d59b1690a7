namespace News.Stories;

/// <summary>
/// Tells copies of one text by a sample of its runs of five words: of the hashes of all runs those that a power of two
/// divides, the smallest such that few enough are left. Two samples are comparable whatever their powers, so a text and
/// a piece of it are, which samples of fixed size are not.
/// </summary>
/// <remarks>Broder, "On the resemblance and containment of documents" (1997), the sketch by modulus.</remarks>
internal static class TextSample
{
    public const int Run = 5;

    private const int Largest = 96;

    /// <summary>A shorter text is told by too few runs.</summary>
    private const int Fewest = 6;

    /// <summary>From this much on a text is a copy.</summary>
    public const double Copies = 0.55;

    /// <summary>What knows the text again for itself; null where it is too short.</summary>
    public static long? MarkOf(ReadOnlySpan<uint> sample)
    {
        if (sample.Length < Fewest)
            return null;
        var mark = 14695981039346656037UL;
        foreach (var run in sample)
            mark = (mark ^ run) * 1099511628211UL;
        return (long)mark;
    }

    /// <summary>The sample of a text, ascending.</summary>
    /// <param name="runs">The hashes of its runs, which are put into another order.</param>
    public static uint[] Of(Span<uint> runs)
    {
        for (var power = 0; power < 32 && runs.Length > Largest; power++)
        {
            var kept = 0;
            foreach (var run in runs)
            {
                if ((run & (1u << power)) == 0)
                    runs[kept++] = run;
            }

            runs = runs[..kept];
        }

        runs.Sort();
        var distinct = 0;
        foreach (var run in runs)
        {
            if (distinct == 0 || runs[distinct - 1] != run)
                runs[distinct++] = run;
        }

        return runs[..distinct].ToArray();
    }

    /// <summary>How much of the shorter text stands in the other, 0 to 1; 0 where that can't be told.</summary>
    public static double Containment(ReadOnlySpan<uint> one, ReadOnlySpan<uint> other)
    {
        var mask = MaskOf(one) & MaskOf(other);
        var (shared, inOne, inOther) = (0, 0, 0);
        int i = 0, j = 0;
        while (true)
        {
            while (i < one.Length && (one[i] & ~mask) != 0) i++;
            while (j < other.Length && (other[j] & ~mask) != 0) j++;
            if (i >= one.Length && j >= other.Length)
                break;
            if (i < one.Length && j < other.Length && one[i] == other[j])
            {
                shared++;
                inOne++;
                inOther++;
                i++;
                j++;
            }
            else if (j >= other.Length || (i < one.Length && one[i] < other[j]))
            {
                inOne++;
                i++;
            }
            else
            {
                inOther++;
                j++;
            }
        }

        var shorter = Math.Min(inOne, inOther);
        return shorter < Fewest ? 0 : (double)shared / shorter;
    }

    // The low bits that some hash of the sample has; a sample of a long text has none of the lowest.
    private static uint MaskOf(ReadOnlySpan<uint> sample)
    {
        var bits = 0u;
        foreach (var run in sample)
            bits |= run;
        var power = bits == 0 ? 0 : System.Numerics.BitOperations.TrailingZeroCount(bits);
        return uint.MaxValue << power;
    }
}
