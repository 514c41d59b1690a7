using System.Runtime.InteropServices;

namespace News.Matching;

/// <summary>
/// Which words of queries a spelling meets. The spellings lie in one table, each where its hash says or behind that, and as the
/// first letters of its word and an ending: "strik" of <c>strike</c> and "ing". A million of them are a few objects.
/// </summary>
/// <remarks>
/// The table is open, with linear probing (Knuth, "The Art of Computer Programming" 3, 6.4): most often one look at memory tells
/// all that there is of a hash. A fifth of it is empty.
/// </remarks>
internal sealed class Vocabulary
{
    private readonly Spelling[] _spellings;
    private readonly string[] _endings;
    private readonly char[] _letters;
    private readonly WordEntry[] _words;

    /// <param name="letters">The folded letters of all words, one after the other.</param>
    public Vocabulary(ReadOnlySpan<Spelling> spellings, string[] endings, char[] letters, WordEntry[] words)
    {
        (_endings, _letters, _words) = (endings, letters, words);
        _spellings = new Spelling[spellings.Length / 4 * 5 + 5];
        foreach (ref readonly var spelling in spellings)
        {
            var slot = WordHash.SlotOf(spelling.Hash, _spellings.Length);
            while (!_spellings[slot].IsEmpty)
                slot = WordHash.SlotAfter(slot, _spellings.Length);
            _spellings[slot] = spelling;
        }
    }

    /// <summary>All spellings of this hash.</summary>
    public SpellingsOfHash Of(uint hash) => new(_spellings, hash);

    /// <summary>Whether folded letters are this spelling, letter for letter.</summary>
    public bool IsSpelled(in Spelling spelling, ReadOnlySpan<char> letters)
    {
        var ending = _endings[spelling.Ending];
        return letters.Length == spelling.Kept + ending.Length
            && letters[spelling.Kept..].SequenceEqual(ending)
            && letters.StartsWith(_letters.AsSpan(_words[spelling.Word].Letters, spelling.Kept));
    }

    /// <summary>The node of the phrases that begin with a word.</summary>
    public ref readonly Node NodeOf(int word) => ref _words[word].Node;
}

/// <summary>Those of a table that have a hash, from its slot to the next that is empty.</summary>
internal ref struct SpellingsOfHash(ReadOnlySpan<Spelling> table, uint hash)
{
    private readonly ReadOnlySpan<Spelling> _table = table;
    private int _next = WordHash.SlotOf(hash, table.Length);
    private ref readonly Spelling _current;

    public readonly ref readonly Spelling Current => ref _current;

    public readonly SpellingsOfHash GetEnumerator() => this;

    public bool MoveNext()
    {
        do
        {
            _current = ref _table[_next];
            _next = WordHash.SlotAfter(_next, _table.Length);
            if (_current.IsEmpty)
                return false;
        }
        while (_current.Hash != hash);
        return true;
    }
}

/// <summary>A way to write a word of a query.</summary>
[StructLayout(LayoutKind.Sequential)]
internal readonly record struct Spelling(uint Hash, int Word, uint Letters)
{
    public const int MostKept = byte.MaxValue;

    private const uint Demanding = 1 << 23, Name = 1 << 22;

    /// <param name="demands">Whether its word has a <see cref="Demand"/>.</param>
    /// <param name="isName">As <see cref="QueryWord.IsName"/>.</param>
    public Spelling(uint hash, int word, int kept, int ending, bool demands, bool isName)
        : this(hash, word, (uint)kept << 24 | (demands ? Demanding : 0) | (isName ? Name : 0) | (uint)ending)
    {
    }

    /// <summary>How many of the word's folded letters it begins with.</summary>
    public int Kept => (int)(Letters >> 24);

    /// <summary>What follows them, in the list of endings.</summary>
    public int Ending => (int)(Letters & (Name - 1));

    /// <summary>None at all: the first ending is nothing, and a spelling is not.</summary>
    public bool IsEmpty => Letters == 0;

    public bool Demands => (Letters & Demanding) != 0;

    public bool IsName => (Letters & Name) != 0;
}

/// <summary>A word of queries, its letters and its node side by side: whoever looks at the ones needs the other next.</summary>
[StructLayout(LayoutKind.Sequential, Pack = 4)]
internal struct WordEntry(int letters)
{
    /// <summary>Where its folded letters begin among those of all.</summary>
    public readonly int Letters = letters;

    public Node Node = Node.Empty;
}

/// <summary>Gathers the spellings of words for a <see cref="Vocabulary"/>.</summary>
internal sealed class VocabularyBuilder
{
    private readonly List<Spelling> _spellings = [];
    private readonly List<int> _spellingsFrom = [0];
    private readonly List<WordEntry> _words = [];
    private readonly List<char> _letters = [];
    private readonly List<string> _endings = [""];
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _endingNumbers =
        new Dictionary<string, int>(StringComparer.Ordinal) { [""] = 0 }.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Adds the ways to write the next word.</summary>
    public void Add(QueryWord word)
    {
        var number = _words.Count;
        _words.Add(new WordEntry(_letters.Count));
        _letters.AddRange(word.Folded.AsSpan());
        var isName = word.IsName;
        foreach (var spelling in word.Demand == Demand.Beginning ? [] : word.Spellings)
        {
            var kept = Math.Min(spelling.AsSpan().CommonPrefixLength(word.Folded), Spelling.MostKept);
            _spellings.Add(new Spelling(WordHash.Of(spelling), number, kept, EndingNumber(spelling.AsSpan(kept)), word.Demand != Demand.None, isName));
        }

        _spellingsFrom.Add(_spellings.Count);
    }

    /// <summary>Those of a word; none of a beginning.</summary>
    public ReadOnlySpan<Spelling> Of(int word) =>
        CollectionsMarshal.AsSpan(_spellings)[_spellingsFrom[word].._spellingsFrom[word + 1]];

    /// <summary>That of a word, to be changed; good until the next word is added.</summary>
    public ref Node NodeOf(int word) => ref CollectionsMarshal.AsSpan(_words)[word].Node;

    public Vocabulary Build() => new(CollectionsMarshal.AsSpan(_spellings), [.. _endings], [.. _letters], [.. _words]);

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
    private readonly HashFilter _starts;

    public Beginnings(IEnumerable<(string Letters, int Word)> beginnings)
    {
        _byStart = beginnings.GroupBy(it => Start(it.Letters)).ToDictionary(group => group.Key, group => group.ToArray());
        _starts = new HashFilter(_byStart.Count);
        foreach (var start in _byStart.Keys)
            _starts.Add(Hash(start));
    }

    public bool IsEmpty => _byStart.Count == 0;

    /// <summary>Whether a word may begin so: for nearly all, one look says no.</summary>
    public bool MayHave(ReadOnlySpan<char> folded) => folded.Length >= 3 && _starts.MayHave(Hash(Start(folded)));

    public ReadOnlySpan<(string Letters, int Word)> Candidates(ReadOnlySpan<char> folded) =>
        MayHave(folded) && _byStart.TryGetValue(Start(folded), out var found) ? found : [];

    private static ulong Start(ReadOnlySpan<char> letters) => (ulong)letters[0] << 32 | (ulong)letters[1] << 16 | letters[2];

    private static uint Hash(ulong start) => (uint)start ^ (uint)(start >> 32) * 0x9E3779B1;
}
