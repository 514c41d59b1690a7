namespace News.Matching;

/// <summary>The spellings of a word while they are being worked out: sorted, each once. Reused from word to word.</summary>
internal sealed class SpellingSet
{
    [ThreadStatic]
    private static SpellingSet? s_ofThisThread;

    private string[] _all = new string[32];
    private char[] _letters = new char[64];
    private int _count;

    /// <summary>The one of this thread, emptied.</summary>
    public static SpellingSet Empty()
    {
        var spellings = s_ofThisThread ??= new SpellingSet();
        spellings._count = 0;
        return spellings;
    }

    public string[] ToArray() => _all.AsSpan(0, _count).ToArray();

    public bool Has(ReadOnlySpan<char> word) => PlaceOf(word, out _);

    public void Add(string word)
    {
        if (PlaceOf(word, out var place))
            return;
        Insert(word, place);
    }

    /// <summary>Adds a stem with an ending. A string is made only where it isn't there yet.</summary>
    /// <returns>Both as one word.</returns>
    public string Add(ReadOnlySpan<char> stem, ReadOnlySpan<char> ending)
    {
        var word = Joined(stem, ending);
        if (PlaceOf(word, out var place))
            return _all[place];
        var made = word.ToString();
        Insert(made, place);
        return made;
    }

    /// <summary>A stem with an ending, without adding it; good until the next call.</summary>
    public ReadOnlySpan<char> Joined(ReadOnlySpan<char> stem, ReadOnlySpan<char> ending)
    {
        var length = stem.Length + ending.Length;
        if (_letters.Length < length)
            _letters = new char[length * 2];
        stem.CopyTo(_letters);
        ending.CopyTo(_letters.AsSpan(stem.Length));
        return _letters.AsSpan(0, length);
    }

    /// <summary>Where a word is, or would be.</summary>
    private bool PlaceOf(ReadOnlySpan<char> word, out int place)
    {
        for (place = _count; place > 0; place--)
        {
            var order = word.SequenceCompareTo(_all[place - 1]);
            if (order > 0)
                return false;
            if (order < 0)
                continue;
            place--;
            return true;
        }

        return false;
    }

    private void Insert(string word, int place)
    {
        if (_count == _all.Length)
            Array.Resize(ref _all, _count * 2);
        Array.Copy(_all, place, _all, place + 1, _count - place);
        _all[place] = word;
        _count++;
    }
}
