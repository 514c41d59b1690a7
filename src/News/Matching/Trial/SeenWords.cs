using System.Buffers;
using System.Runtime.InteropServices;

namespace News.Matching;

/// <summary>Counts words of articles: how many articles have each, and how it is written. Keeps no more than fit a bounded table.</summary>
/// <remarks>
/// Where the table is full, the rarest words go, and come back with a count of one if they are met again: what is
/// frequent stays counted rightly (Manku and Motwani, "Approximate Frequency Counts over Data Streams", 2002).
/// </remarks>
internal sealed class SeenWords
{
    /// <summary>Words kept. With their letters and slots they take some 30 MB.</summary>
    public const int MostWords = 1 << 19;

    /// <summary>A longer word is no word.</summary>
    private const int LongestWord = 32;

    private static readonly SearchValues<char> Apostrophes = SearchValues.Create("'’ʼ＇`´");

    /// <summary>By the first letter of a word, folded.</summary>
    private readonly bool[] _wanted = new bool[char.MaxValue + 1];

    private int[] _slots = NewSlots(1 << 12);
    private Entry[] _entries = new Entry[1 << 11];
    private char[] _letters = new char[1 << 14];
    private int _used;
    private int _article;

    /// <summary>How many words are kept.</summary>
    public int Count { get; private set; }

    /// <summary>From now on counts only the words that begin with one of these letters.</summary>
    public void Want(IEnumerable<char> beginnings)
    {
        Array.Clear(_wanted);
        foreach (var letter in beginnings)
            _wanted[letter] = true;
    }

    /// <summary>Counts the words of an article's title and text, as a matcher has read them.</summary>
    public void Read(Words words, ReadOnlySpan<FieldText> fields)
    {
        _article++;
        foreach (ref readonly var field in fields)
        {
            if (field.Field is MatchField.Title or MatchField.Text)
                Read(words, field);
        }
    }

    /// <summary>Every word as it is written most plainly, and how many articles have it.</summary>
    public IEnumerable<(string Word, int Articles)> All()
    {
        for (var i = 0; i < Count; i++)
            yield return (new string(_letters, _entries[i].Start, _entries[i].Length), _entries[i].Articles);
    }

    private void Read(Words words, in FieldText field)
    {
        foreach (ref readonly var word in words.All[field.From..field.To])
        {
            if (word.FoldedLength > 2 && word.End - word.Start <= LongestWord && words.FoldedOf(word) is var folded && _wanted[folded[0]])
                Add(WordHash.Long(folded), WrittenOf(word, field.Text));
        }
    }

    /// <summary>Without its 's.</summary>
    private static ReadOnlySpan<char> WrittenOf(in Word word, string text)
    {
        var written = text.AsSpan(word.Start, word.End - word.Start);
        return (word.Shape & WordShape.Clitic) != WordShape.None && written.LastIndexOfAny(Apostrophes) is > 0 and var mark ? written[..mark] : written;
    }

    private void Add(ulong hash, ReadOnlySpan<char> written)
    {
        var slot = SlotOf(hash);
        if (_slots[slot] < 0)
        {
            slot = MakeRoom(slot, hash, written.Length);
            _slots[slot] = Count;
            _entries[Count++] = new Entry(hash, _used, written.Length, 1, _article);
            written.CopyTo(_letters.AsSpan(_used));
            _used += written.Length;
            return;
        }

        ref var entry = ref _entries[_slots[slot]];
        if (entry.LastArticle == _article)
            return;
        entry = entry with { Articles = entry.Articles + 1, LastArticle = _article };
        var kept = _letters.AsSpan(entry.Start, entry.Length);
        if (kept.Length == written.Length && kept.Length > 1 && char.IsUpper(kept[1]) && !char.IsUpper(written[1]))
            written.CopyTo(kept); // ERBIL is Erbil in a headline of capitals
    }

    /// <summary>The slot for a new word, where there is room for it now.</summary>
    private int MakeRoom(int slot, ulong hash, int length)
    {
        if (_used + length > _letters.Length)
            Array.Resize(ref _letters, _letters.Length * 2);
        if (Count < _entries.Length)
            return slot;
        if (Count < MostWords)
        {
            Array.Resize(ref _entries, _entries.Length * 2);
            _slots = NewSlots(_slots.Length * 2);
        }
        else
        {
            LetTheRarestGo();
            Array.Fill(_slots, -1);
        }

        for (var i = 0; i < Count; i++)
            _slots[SlotOf(_entries[i].Hash)] = i;
        return SlotOf(hash);
    }

    private void LetTheRarestGo()
    {
        var atLeast = 2;
        while (Kept(atLeast) > MostWords / 2)
            atLeast *= 2;
        var (count, used) = (0, 0);
        for (var i = 0; i < Count; i++)
        {
            if (_entries[i].Articles < atLeast)
                continue;
            _letters.AsSpan(_entries[i].Start, _entries[i].Length).CopyTo(_letters.AsSpan(used));
            _entries[count++] = _entries[i] with { Start = used };
            used += _entries[i].Length;
        }

        (Count, _used) = (count, used);
    }

    private int Kept(int atLeast)
    {
        var kept = 0;
        foreach (ref readonly var entry in _entries.AsSpan(0, Count))
            kept += entry.Articles >= atLeast ? 1 : 0;
        return kept;
    }

    private int SlotOf(ulong hash)
    {
        var slot = (int)(hash >> 32) & (_slots.Length - 1);
        while (_slots[slot] >= 0 && _entries[_slots[slot]].Hash != hash)
            slot = (slot + 1) & (_slots.Length - 1);
        return slot;
    }

    private static int[] NewSlots(int length)
    {
        var slots = new int[length];
        Array.Fill(slots, -1);
        return slots;
    }

    /// <param name="Start">Of its letters, as they were written.</param>
    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Entry(ulong Hash, int Start, int Length, int Articles, int LastArticle);
}
