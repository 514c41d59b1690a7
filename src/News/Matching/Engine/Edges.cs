using System.Runtime.InteropServices;

namespace News.Matching;

/// <summary>
/// Which node a phrase comes to with which word. A word that goes on with one phrase of a hundred thousand is found, or not,
/// with one look at memory: an open hash table (Knuth, "The Art of Computer Programming" 3, 6.4, algorithm L).
/// </summary>
internal sealed class Edges
{
    private readonly Edge[] _slots;

    /// <param name="edges">By <see cref="IndexBuilder.Edge"/>.</param>
    public Edges(Dictionary<ulong, int> edges)
    {
        _slots = new Edge[edges.Count / 2 * 3 + 2];
        foreach (var (edge, to) in edges)
        {
            var slot = SlotOf(edge);
            while (_slots[slot].To != 0)
                slot = WordHash.SlotAfter(slot, _slots.Length);
            _slots[slot] = new Edge(edge, to);
        }
    }

    /// <summary>Whether a phrase goes on from a node with a word.</summary>
    public bool TryFollow(int node, int word, out int to)
    {
        var edge = IndexBuilder.Edge(node, word);
        for (var slot = SlotOf(edge); _slots[slot].To != 0; slot = WordHash.SlotAfter(slot, _slots.Length))
        {
            if (_slots[slot].From != edge)
                continue;
            to = _slots[slot].To;
            return true;
        }

        to = 0;
        return false;
    }

    private int SlotOf(ulong edge) => WordHash.SlotOf((uint)(edge * 0x9E3779B97F4A7C15 >> 32), _slots.Length);

    /// <param name="To">Below zero, for no phrase comes back to the node of a word; zero in an empty slot.</param>
    [StructLayout(LayoutKind.Sequential, Pack = 4)]
    private readonly record struct Edge(ulong From, int To);
}
