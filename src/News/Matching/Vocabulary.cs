using System.Numerics;
using System.Runtime.InteropServices;

namespace News.Matching;

/// <summary>
/// Which words of queries a spelling meets. The spellings lie in one array, in the order of their hashes, each as the
/// first letters of its word and an ending: "strik" of <c>strike</c> and "ing". A million of them are a few objects, and
/// a filter before them answers "none" from one number.
/// </summary>
internal sealed class Vocabulary
{
    /// <summary>At least, and twice that at most; with two bits of each spelling set, one unknown word in thirty comes through.</summary>
    private const int FilterBitsPerSpelling = 8;

    private readonly ulong[] _filter;
    private readonly int _bucketShift;
    private readonly int[] _buckets;
    private readonly Spelling[] _spellings;
    private readonly string[] _endings;
    private readonly QueryWord[] _words;

    internal Vocabulary(ReadOnlySpan<Spelling> spellings, Func<int, bool> beginsPattern, string[] endings, QueryWord[] words)
    {
        (_endings, _words) = (endings, words);
        var bits = Math.Max(1, BitOperations.Log2((uint)spellings.Length | 1));
        _bucketShift = 32 - bits;
        (_buckets, _spellings) = Sort(spellings, bits);
        _filter = new ulong[BitOperations.RoundUpToPowerOf2((uint)(spellings.Length / (64 / FilterBitsPerSpelling) + 1))];
        foreach (ref readonly var spelling in spellings)
        {
            var mixed = WordHash.Mix(spelling.Hash);
            if (beginsPattern(spelling.Word))
                _filter[mixed & (uint)(_filter.Length - 1)] |= FilterBits(mixed);
        }
    }

    /// <summary>Whether a pattern may begin with a spelling of this hash; false for nearly all others.</summary>
    public bool MayBegin(uint hash)
    {
        var mixed = WordHash.Mix(hash);
        var bits = FilterBits(mixed);
        return (_filter[mixed & (uint)(_filter.Length - 1)] & bits) == bits;
    }

    /// <summary>Where the spellings of a word or words of a text may lie; <see cref="Word"/> says which are theirs.</summary>
    public (int From, int End) Candidates(uint hash)
    {
        var bucket = WordHash.Mix(hash) >> _bucketShift;
        return (_buckets[bucket], _buckets[bucket + 1]);
    }

    /// <summary>The query's word that these letters spell, if the candidate is theirs, else -1.</summary>
    public int Word(int candidate, uint hash, ReadOnlySpan<char> letters)
    {
        ref readonly var spelling = ref _spellings[candidate];
        return spelling.Hash == hash && IsSpelled(spelling, letters) ? spelling.Word : -1;
    }

    private bool IsSpelled(in Spelling spelling, ReadOnlySpan<char> letters)
    {
        var ending = _endings[spelling.Ending];
        return letters.Length == spelling.Kept + ending.Length
            && letters[spelling.Kept..].SequenceEqual(ending)
            && letters.StartsWith(_words[spelling.Word].Folded.AsSpan(0, spelling.Kept));
    }

    /// <summary>Two bits, from others of the hash than say where in the filter they are.</summary>
    private static ulong FilterBits(uint mixed) => 1UL << (int)(mixed >> 26) | 1UL << (int)(mixed >> 20 & 63);

    /// <summary>The spellings by the first bits of their hashes, and where those with the same bits begin.</summary>
    private static (int[] Buckets, Spelling[] Sorted) Sort(ReadOnlySpan<Spelling> spellings, int bits)
    {
        var buckets = new int[(1 << bits) + 1];
        foreach (ref readonly var spelling in spellings)
            buckets[WordHash.Mix(spelling.Hash) >> (32 - bits)]++;
        var sum = 0;
        foreach (ref var bucket in buckets.AsSpan())
            bucket = sum += bucket;
        var sorted = new Spelling[spellings.Length];
        for (var i = spellings.Length - 1; i >= 0; i--)
            sorted[--buckets[WordHash.Mix(spellings[i].Hash) >> (32 - bits)]] = spellings[i];
        return (buckets, sorted);
    }
}

/// <summary>A way to write a word of a query.</summary>
[StructLayout(LayoutKind.Sequential)]
internal readonly record struct Spelling(uint Hash, int Word, uint KeptAndEnding)
{
    public const int MostKept = byte.MaxValue;

    public Spelling(uint hash, int word, int kept, int ending)
        : this(hash, word, (uint)kept << 24 | (uint)ending)
    {
    }

    /// <summary>How many of the word's folded letters it begins with.</summary>
    public int Kept => (int)(KeptAndEnding >> 24);

    /// <summary>What follows them, in the list of endings.</summary>
    public int Ending => (int)(KeptAndEnding & 0xffffff);
}

/// <summary>Gathers the spellings of words for a <see cref="Vocabulary"/>.</summary>
internal sealed class VocabularyBuilder
{
    private readonly List<Spelling> _spellings = [];
    private readonly List<string> _endings = [];
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _endingNumbers =
        new Dictionary<string, int>(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Adds the ways to write a word.</summary>
    public void Add(QueryWord word, int number)
    {
        foreach (var spelling in word.Spellings)
        {
            var kept = Math.Min(spelling.AsSpan().CommonPrefixLength(word.Folded), Spelling.MostKept);
            _spellings.Add(new Spelling(WordHash.Of(spelling), number, kept, EndingNumber(spelling.AsSpan(kept))));
        }
    }

    /// <param name="beginsPattern">Whether a pattern begins with a word.</param>
    public Vocabulary Build(Func<int, bool> beginsPattern, QueryWord[] words) =>
        new(CollectionsMarshal.AsSpan(_spellings), beginsPattern, [.. _endings], words);

    private int EndingNumber(ReadOnlySpan<char> ending)
    {
        ref var number = ref CollectionsMarshal.GetValueRefOrAddDefault(_endingNumbers, ending, out var known);
        if (known)
            return number;
        _endings.Add(ending.ToString());
        return number = _endings.Count - 1;
    }
}

/// <summary>The words that end in a star, by their first three letters.</summary>
internal sealed class Beginnings
{
    private readonly Dictionary<ulong, (string Letters, int Word)[]> _byStart;

    public Beginnings(IEnumerable<(string Letters, int Word)> beginnings) =>
        _byStart = beginnings.GroupBy(it => Start(it.Letters)).ToDictionary(group => group.Key, group => group.ToArray());

    public bool IsEmpty => _byStart.Count == 0;

    public ReadOnlySpan<(string Letters, int Word)> Candidates(ReadOnlySpan<char> folded) =>
        folded.Length >= 3 && _byStart.TryGetValue(Start(folded), out var found) ? found : [];

    private static ulong Start(ReadOnlySpan<char> letters) => (ulong)letters[0] << 32 | (ulong)letters[1] << 16 | letters[2];
}
