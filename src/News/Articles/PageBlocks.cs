using System.Buffers;
using System.Runtime.InteropServices;

namespace News.Articles;

/// <summary>
/// The blocks of a page in the order of the document, their text in one pooled array; and how much of them any element
/// holds, which is one subtraction.
/// </summary>
internal sealed class PageBlocks : IDisposable
{
    private readonly List<PageBlock> _blocks = [];

    // _weights[i] is the weight of the blocks before i, _lengths[i] their length.
    private int[] _weights = [];
    private int[] _lengths = [];
    private char[] _text = ArrayPool<char>.Shared.Rent(16 * 1024);
    private int _length;

    /// <summary>The weight of all blocks.</summary>
    public int Weight => _weights[_blocks.Count];

    public int Count => _blocks.Count;

    public ReadOnlySpan<PageBlock> All => CollectionsMarshal.AsSpan(_blocks);

    public PageBlock this[int index] => _blocks[index];

    public ReadOnlySpan<char> Text(int index) => _text.AsSpan(_blocks[index].Start, _blocks[index].Length);

    /// <param name="shown">Without what is hidden, or certain to be no story.</param>
    public static PageBlocks Of(PageTree tree, bool shown)
    {
        var blocks = new PageBlocks();
        var walk = new PageWalk(tree, blocks, shown);
        try
        {
            walk.Run();
        }
        finally
        {
            walk.Dispose();
        }

        blocks.Sum();
        return blocks;
    }

    /// <summary>The weight of what begins in these nodes.</summary>
    public int WeightOf(int from, int to) => _weights[IndexOf(to)] - _weights[IndexOf(from)];

    /// <summary>As <see cref="WeightOf"/>, of all text.</summary>
    public int LengthOf(int from, int to) => _lengths[IndexOf(to)] - _lengths[IndexOf(from)];

    /// <summary>The first block that begins at the node or after it.</summary>
    public int IndexOf(int node)
    {
        var blocks = All;
        var (low, high) = (0, blocks.Length);
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            if (blocks[middle].Node < node)
                low = middle + 1;
            else
                high = middle;
        }

        return low;
    }

    public void Add(int node, HtmlTag tag, ReadOnlySpan<char> text, int linkLength, int timeLength)
    {
        if (_text.Length - _length < text.Length)
            Grow(text.Length);
        text.CopyTo(_text.AsSpan(_length));
        _blocks.Add(new PageBlock(node, tag, _length, text.Length, linkLength, timeLength, text[^1]));
        _length += text.Length;
    }

    /// <summary>Drops the blocks of these ranges of nodes, which stand in order and apart.</summary>
    public void Drop(List<(int From, int To)> ranges)
    {
        var kept = 0;
        var range = 0;
        for (var i = 0; i < _blocks.Count; i++)
        {
            var node = _blocks[i].Node;
            while (range < ranges.Count && ranges[range].To <= node)
                range++;
            if (range == ranges.Count || node < ranges[range].From)
                _blocks[kept++] = _blocks[i];
        }

        _blocks.RemoveRange(kept, _blocks.Count - kept);
        Sum();
    }

    /// <summary>To be called when blocks have been added, before anything is asked.</summary>
    public void Sum()
    {
        if (_weights.Length <= _blocks.Count)
        {
            _weights = new int[_blocks.Count + 1];
            _lengths = new int[_blocks.Count + 1];
        }

        for (var i = 0; i < _blocks.Count; i++)
        {
            _weights[i + 1] = _weights[i] + _blocks[i].Weight;
            _lengths[i + 1] = _lengths[i] + _blocks[i].Length;
        }
    }

    public void Dispose()
    {
        ArrayPool<char>.Shared.Return(_text);
        _text = [];
    }

    private void Grow(int extra)
    {
        var larger = ArrayPool<char>.Shared.Rent(Math.Max(_text.Length * 2, _length + extra));
        _text.AsSpan(0, _length).CopyTo(larger);
        ArrayPool<char>.Shared.Return(_text);
        _text = larger;
    }
}
