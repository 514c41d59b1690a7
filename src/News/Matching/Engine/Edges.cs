using System.Numerics;
using System.Runtime.InteropServices;

namespace News.Matching;

/// <summary>
/// Which node a phrase comes to with which word. A word that goes on with one phrase of a hundred thousand is found, or not,
/// with one look at memory: an open hash table (Knuth, "The Art of Computer Programming" 3, 6.4, algorithm L), half full.
/// </summary>
internal sealed class Edges
{
    private readonly Edge[] _slots;
    private readonly int _shift;

    /// <param name="edges">By <see cref="IndexBuilder.Edge"/>.</param>
    public Edges(Dictionary<ulong, int> edges)
    {
        var bits = BitOperations.Log2(BitOperations.RoundUpToPowerOf2((uint)edges.Count * 3 / 2 + 2));
        _shift = 64 - bits;
        _slots = new Edge[1 << bits];
        foreach (var (edge, to) in edges)
        {
            var at = SlotOf(edge);
            while (_slots[at].To != 0)
                at = (at + 1) & (_slots.Length - 1);
            _slots[at] = new Edge(edge, to);
        }
    }

    /// <summary>Whether a phrase goes on from a node with a word.</summary>
    public bool TryFollow(int node, int word, out int to)
    {
        var edge = IndexBuilder.Edge(node, word);
        for (var at = SlotOf(edge); _slots[at].To != 0; at = (at + 1) & (_slots.Length - 1))
        {
            if (_slots[at].From != edge)
                continue;
            to = _slots[at].To;
            return true;
        }

        to = 0;
        return false;
    }

    private int SlotOf(ulong edge) => (int)(edge * 0x9E3779B97F4A7C15 >> _shift);

    /// <param name="To">Below zero, for no phrase comes back to the node of a word; zero in an empty slot.</param>
    [StructLayout(LayoutKind.Sequential, Pack = 4)]
    private readonly record struct Edge(ulong From, int To);
}
