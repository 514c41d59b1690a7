using System.Numerics;
using System.Text;

namespace News.Feeds;

/// <summary>A fixed set of short ASCII names, found by their bytes in any letter case and without a string.</summary>
internal sealed class AsciiNames
{
    private readonly string[] all;
    private readonly int[] slots; // one more than the index of the name, so that zero is an empty slot
    private readonly int longest;

    /// <param name="names">In lower case, a space between them.</param>
    public AsciiNames(string names)
    {
        all = names.Split(' ');
        slots = new int[BitOperations.RoundUpToPowerOf2((uint)all.Length * 4)];
        for (var i = 0; i < all.Length; i++)
        {
            longest = Math.Max(longest, all[i].Length);
            var slot = Slot(Encoding.ASCII.GetBytes(all[i]));
            while (slots[slot] > 0)
                slot = (slot + 1) & (slots.Length - 1);
            slots[slot] = i + 1;
        }
    }

    public string this[int index] => all[index];

    public bool Contains(ReadOnlySpan<byte> name) => IndexOf(name) >= 0;

    /// <summary>Which of the names it is, in the order in which they were given; negative where it is none.</summary>
    public int IndexOf(ReadOnlySpan<byte> name)
    {
        if (name.IsEmpty || name.Length > longest)
            return -1;

        for (var slot = Slot(name); slots[slot] is var index && index > 0; slot = (slot + 1) & (slots.Length - 1))
        {
            if (Ascii.EqualsIgnoreCase(name, all[index - 1]))
                return index - 1;
        }

        return -1;
    }

    private int Slot(ReadOnlySpan<byte> name)
    {
        var hash = (uint)name.Length;
        hash = hash * 31 + (uint)(name[0] | 0x20);
        hash = hash * 31 + (uint)(name[name.Length / 2] | 0x20);
        hash = hash * 31 + (uint)(name[^1] | 0x20);
        return (int)(hash * 2654435769u >> 16) & (slots.Length - 1);
    }
}
