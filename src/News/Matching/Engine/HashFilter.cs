using System.Numerics;

namespace News.Matching;

/// <summary>
/// A set of hashes that answers "no" from one number, and "yes" to one in thirty that were never added. (Putze, Sanders
/// and Singler, "Cache-, Hash- and Space-Efficient Bloom Filters", 2007; two bits of one block.)
/// </summary>
internal sealed class HashFilter(int count)
{
    /// <summary>At least, and twice that at most.</summary>
    private const int BitsPerHash = 8;

    /// <summary>Two kilobytes: few hashes are worth as many bits as the nearest memory has anyway.</summary>
    private const int FewestBlocks = 256;

    private readonly ulong[] _blocks = new ulong[Math.Max(FewestBlocks, BitOperations.RoundUpToPowerOf2((uint)(count / (64 / BitsPerHash) + 1)))];

    public void Add(uint hash)
    {
        hash = WordHash.Mix(hash);
        _blocks[hash & (uint)(_blocks.Length - 1)] |= Bits(hash);
    }

    public bool MayHave(uint hash)
    {
        hash = WordHash.Mix(hash);
        var bits = Bits(hash);
        return (_blocks[hash & (uint)(_blocks.Length - 1)] & bits) == bits;
    }

    /// <summary>Two of a block's, by other bits of the hash than choose the block.</summary>
    private static ulong Bits(uint hash) => 1UL << (int)(hash >> 26) | 1UL << (int)(hash >> 20 & 63);
}
