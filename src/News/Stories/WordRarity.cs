namespace News.Stories;

/// <summary>
/// How much a word tells, by how many stories have it: learnt as stories come, from a background for each
/// <see cref="WordKind"/>. Of fixed size: counts stand in two tables under two hashes, and the lesser one counts.
/// </summary>
/// <remarks>Cormode and Muthukrishnan, "An improved data stream summary: the count-min sketch" (2005).</remarks>
internal sealed class WordRarity
{
    private const int SlotBits = 19;

    /// <summary>As many stories as the background is worth.</summary>
    private const double Background = 200;

    /// <summary>Stories that are counted before all counts are halved: what was rare a month ago may not be today.</summary>
    private const int MostStories = 60_000;

    private readonly ushort[] _one = new ushort[1 << SlotBits];
    private readonly ushort[] _other = new ushort[1 << SlotBits];
    private int _stories;

    /// <summary>Counts the words of a story: of its first report, for a story that is told ten times is one.</summary>
    public void Learn(ReadOnlySpan<uint> words)
    {
        foreach (var word in words)
        {
            var mark = StoryTrace.MarkOf(word);
            _one[SlotOf(mark)]++;
            _other[OtherSlotOf(mark)]++;
        }

        if (++_stories >= MostStories)
            Halve();
    }

    /// <summary>The natural logarithm of one by the share of stories that have the word: 0 for what all have, 7 for one in a thousand.</summary>
    public float WeightOf(uint word)
    {
        var mark = StoryTrace.MarkOf(word);
        var stories = Math.Min(_one[SlotOf(mark)], _other[OtherSlotOf(mark)]);
        var share = (stories + (Background * ShareOf(StoryTrace.KindOf(word)))) / (_stories + Background);
        return (float)-Math.Log(Math.Min(share, 1));
    }

    private static double ShareOf(WordKind kind) => kind switch
    {
        WordKind.Common => 0.03,
        WordKind.Plain => 0.006,
        WordKind.Number => 0.003,
        _ => 0.001,
    };

    private void Halve()
    {
        foreach (var table in (ushort[][])[_one, _other])
        {
            for (var i = 0; i < table.Length; i++)
                table[i] /= 2;
        }

        _stories /= 2;
    }

    private static int SlotOf(uint mark) => (int)((mark * 0x9E3779B1) >> (32 - SlotBits));

    private static int OtherSlotOf(uint mark) => (int)(((mark ^ (mark >> 15)) * 0x85EBCA77) >> (32 - SlotBits));
}
