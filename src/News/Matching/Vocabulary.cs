using System.Numerics;
using System.Runtime.InteropServices;

namespace News.Matching;

/// <summary>
/// Which words of queries a spelling meets: a hash table whose keys lie in one array, so that a hundred thousand of them
/// are a few objects, with a filter before it that answers "none" from one bit.
/// </summary>
internal sealed class Vocabulary
{
    /// <summary>A filter with one bit in sixteen set lets one unknown word in sixteen through to the table.</summary>
    private const int FilterBitsPerSpelling = 16;

    private ulong[] _filter = new ulong[16];
    private int[] _slots = NewSlots(64);
    private Spelling[] _spellings = new Spelling[32];
    private char[] _letters = new char[256];
    private Meaning[] _meanings = new Meaning[32];
    private int _spellingCount;
    private int _used;
    private int _meaningCount;

    /// <summary>Adds that a spelling meets a word. Only while an index is being built.</summary>
    public void Add(string spelling, int word)
    {
        var hash = WordHash.Of(spelling);
        var slot = SlotOf(hash, spelling);
        if (_slots[slot] < 0)
            slot = AddSpelling(spelling, hash, slot);
        ref var found = ref _spellings[_slots[slot]];
        if (_meaningCount == _meanings.Length)
            Array.Resize(ref _meanings, _meaningCount * 2);
        _meanings[_meaningCount] = new Meaning(word, found.FirstMeaning);
        found.FirstMeaning = _meaningCount++;
    }

    /// <summary>False for nearly all spellings that were not added.</summary>
    public bool MayHave(ulong hash)
    {
        var mixed = WordHash.Mix(hash);
        return (_filter[(mixed >> 6) & (ulong)(_filter.Length - 1)] >> (int)(mixed & 63) & 1) != 0;
    }

    /// <summary>The first meaning of a word of a text, or -1.</summary>
    public int Find(ulong hash, in Word word, Words words)
    {
        if (!MayHave(hash))
            return -1;
        var slot = SlotOf(hash, words.FoldedOf(word));
        return _slots[slot] < 0 ? -1 : _spellings[_slots[slot]].FirstMeaning;
    }

    public int Next(int meaning) => _meanings[meaning].Next;

    /// <summary>The query's word that a meaning stands for.</summary>
    public int WordOf(int meaning) => _meanings[meaning].Word;

    /// <summary>Where a spelling is, or the empty slot where it would be.</summary>
    private int SlotOf(ulong hash, ReadOnlySpan<char> letters)
    {
        var slot = (int)(WordHash.Mix(hash) >> 32) & (_slots.Length - 1);
        while (_slots[slot] >= 0)
        {
            ref readonly var spelling = ref _spellings[_slots[slot]];
            if (spelling.Hash == hash && letters.SequenceEqual(_letters.AsSpan(spelling.Start, spelling.Length)))
                return slot;
            slot = (slot + 1) & (_slots.Length - 1);
        }

        return slot;
    }

    private int AddSpelling(string letters, ulong hash, int slot)
    {
        if (_spellingCount * 2 >= _slots.Length)
        {
            Grow();
            slot = SlotOf(hash, letters);
        }

        if (_letters.Length < _used + letters.Length)
            Array.Resize(ref _letters, Math.Max(_used + letters.Length, _letters.Length * 2));
        letters.CopyTo(_letters.AsSpan(_used));
        _spellings[_spellingCount] = new Spelling(hash, _used, letters.Length) { FirstMeaning = -1 };
        _used += letters.Length;
        _slots[slot] = _spellingCount++;
        SetInFilter(hash);
        return slot;
    }

    private void Grow()
    {
        _slots = NewSlots(_slots.Length * 2);
        Array.Resize(ref _spellings, _slots.Length / 2 + 1);
        _filter = new ulong[BitOperations.RoundUpToPowerOf2((uint)(_spellings.Length * FilterBitsPerSpelling / 64))];
        for (var i = 0; i < _spellingCount; i++)
        {
            SetInFilter(_spellings[i].Hash);
            var slot = (int)(WordHash.Mix(_spellings[i].Hash) >> 32) & (_slots.Length - 1);
            while (_slots[slot] >= 0)
                slot = (slot + 1) & (_slots.Length - 1);
            _slots[slot] = i;
        }
    }

    private void SetInFilter(ulong hash)
    {
        var mixed = WordHash.Mix(hash);
        _filter[(mixed >> 6) & (ulong)(_filter.Length - 1)] |= 1UL << (int)(mixed & 63);
    }

    private static int[] NewSlots(int length)
    {
        var slots = new int[length];
        Array.Fill(slots, -1);
        return slots;
    }

    [StructLayout(LayoutKind.Auto)]
    private record struct Spelling(ulong Hash, int Start, int Length)
    {
        public int FirstMeaning { get; set; }
    }

    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Meaning(int Word, int Next);
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
