using System.Buffers;
using System.Runtime.InteropServices;
using News.Articles;

namespace News.Matching;

/// <summary>Counts the words of articles: how many articles have each, and how it is written. Keeps no more than fit a bounded table.</summary>
/// <remarks>
/// Where the table is full, the rarest words go, and come back with a count of one if they are met again: what is
/// frequent stays counted rightly (Manku and Motwani, "Approximate Frequency Counts over Data Streams", 2002).
/// </remarks>
internal sealed class SeenWords
{
    /// <summary>Words kept. With their letters and slots they take some 30 MB.</summary>
    private const int MostWords = 1 << 19;

    /// <summary>A longer word is no word.</summary>
    private const int LongestWord = 32;

    private static readonly SearchValues<char> Apostrophes = SearchValues.Create("'’ʼ＇`´");

    private readonly Words _reading = new();
    private int[] _slots = NewSlots(1 << 12);
    private Entry[] _entries = new Entry[1 << 11];
    private char[] _letters = new char[1 << 14];
    private int _count;
    private int _used;

    /// <summary>Counts the words of an article's title and text.</summary>
    /// <param name="number">The number of the article, another for each.</param>
    public void Read(Article article, int number)
    {
        Read(article.Title, number);
        Read(article.Text, number);
    }

    /// <summary>Every word as it is written most plainly, and how many articles have it.</summary>
    public IEnumerable<(string Word, int Articles)> All()
    {
        for (var i = 0; i < _count; i++)
            yield return (new string(_letters, _entries[i].Start, _entries[i].Length), _entries[i].Articles);
    }

    private void Read(string text, int number)
    {
        _reading.Read(text);
        foreach (ref readonly var word in _reading.All)
        {
            if (word.End - word.Start <= LongestWord && word.FoldedLength > 2)
                Add(WordHash.Long(_reading.FoldedOf(word)), WrittenOf(word, text), number);
        }

        _reading.Clear();
    }

    /// <summary>Without its 's.</summary>
    private static ReadOnlySpan<char> WrittenOf(in Word word, string text)
    {
        var written = text.AsSpan(word.Start, word.End - word.Start);
        return (word.Shape & WordShape.Clitic) != WordShape.None && written.LastIndexOfAny(Apostrophes) is > 0 and var mark ? written[..mark] : written;
    }

    private void Add(ulong hash, ReadOnlySpan<char> written, int number)
    {
        var slot = SlotOf(hash);
        if (_slots[slot] < 0)
        {
            slot = MakeRoom(slot, hash, written.Length);
            _slots[slot] = _count;
            _entries[_count++] = new Entry(hash, _used, written.Length, 1, number);
            written.CopyTo(_letters.AsSpan(_used));
            _used += written.Length;
            return;
        }

        ref var entry = ref _entries[_slots[slot]];
        if (entry.LastArticle == number)
            return;
        entry = entry with { Articles = entry.Articles + 1, LastArticle = number };
        var kept = _letters.AsSpan(entry.Start, entry.Length);
        if (kept.Length == written.Length && kept.Length > 1 && char.IsUpper(kept[1]) && !char.IsUpper(written[1]))
            written.CopyTo(kept); // ERBIL is Erbil in a headline of capitals
    }

    /// <summary>The slot for a new word, where there is room for it now.</summary>
    private int MakeRoom(int slot, ulong hash, int length)
    {
        if (_used + length > _letters.Length)
            Array.Resize(ref _letters, _letters.Length * 2);
        if (_count < _entries.Length)
            return slot;
        if (_count < MostWords)
        {
            Array.Resize(ref _entries, _entries.Length * 2);
            _slots = NewSlots(_slots.Length * 2);
        }
        else
        {
            LetTheRarestGo();
            Array.Fill(_slots, -1);
        }

        for (var i = 0; i < _count; i++)
            _slots[SlotOf(_entries[i].Hash)] = i;
        return SlotOf(hash);
    }

    private void LetTheRarestGo()
    {
        var atLeast = 2;
        while (Kept(atLeast) > MostWords / 2)
            atLeast *= 2;
        var (count, used) = (0, 0);
        for (var i = 0; i < _count; i++)
        {
            if (_entries[i].Articles < atLeast)
                continue;
            _letters.AsSpan(_entries[i].Start, _entries[i].Length).CopyTo(_letters.AsSpan(used));
            _entries[count++] = _entries[i] with { Start = used };
            used += _entries[i].Length;
        }

        (_count, _used) = (count, used);
    }

    private int Kept(int atLeast)
    {
        var kept = 0;
        foreach (ref readonly var entry in _entries.AsSpan(0, _count))
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
