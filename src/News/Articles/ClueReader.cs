using System.Globalization;
using System.Runtime.InteropServices;

namespace News.Articles;

/// <summary>Picks the words out of a text that tell its language.</summary>
[StructLayout(LayoutKind.Auto)]
internal ref struct ClueReader(LanguageClues clues, WritingSystem system, Span<Clue> found, int mostLetters)
{
    /// <summary>A longer word is in no table, and its first letters tell as much.</summary>
    private const int LongestWord = 24;

    /// <summary>A word with a capital is a name, or stands in a headline of an English paper.</summary>
    private const double WeightOfCapital = 0.6, WeightOfNamesLetters = 0.4;

    private readonly Span<Clue> _found = found;
    private bool _allCapitals;
    private int _lettersLeft = mostLetters;

    /// <summary>How many clues have been found.</summary>
    public int Count { get; private set; }

    /// <summary>How many words have been read.</summary>
    public int Words { get; private set; }

    public void Read(ReadOnlySpan<char> text)
    {
        _allCapitals = HasNoSmallLetter(text);
        for (var at = 0; at < text.Length && _lettersLeft > 0 && Count + 1 < _found.Length;)
        {
            if (!IsInWord(text[at]))
            {
                at++;
                continue;
            }

            var start = at;
            while (at < text.Length && IsInWord(text[at]))
                at++;
            _lettersLeft -= at - start;
            if (WritingSystems.Of(text[start]) == system && !IsPartOfAnAddress(text, start, at))
                ReadWord(text, start, at);
        }
    }

    private void ReadWord(ReadOnlySpan<char> text, int start, int end)
    {
        Words++;
        var written = text[start..end];
        if (!_allCapitals && IsInitialism(written))
            return;
        Span<char> plain = stackalloc char[LongestWord + 1];
        var length = Math.Min(written.Length, LongestWord);
        plain[0] = '\'';
        for (var i = 0; i < length; i++)
            plain[i + 1] = LanguageClues.Plain(written[i]);
        var word = plain[1..(length + 1)];
        var isEnding = start > 1 && text[start - 1] is '\'' or '\u2019' && IsInWord(text[start - 2]);
        var clue = isEnding ? clues.OfWord(plain[..(length + 1)]) : default;
        if (clue.Languages == 0 && (!isEnding || length > 2))
            clue = clues.OfWord(word);
        var isCapital = Words > 1 && !_allCapitals && char.IsUpper(written[0]);
        if (clue.Languages != 0)
        {
            Add(clue, isCapital ? WeightOfCapital : 1);
            if (system == WritingSystem.Arabic)
                AddKeyboard(clue, written);
            return;
        }

        var weight = isCapital ? WeightOfNamesLetters : 1;
        var letters = clues.OfLetters(written);
        Add(letters with { IsSure = letters.IsSure && !char.IsUpper(written[0]) }, weight);
        Add(clues.OfEnding(written.Length > LongestWord ? [] : word), weight);
    }

    /// <summary>The tables know words in Persian letters; that one was written in those of its language is another clue: في, not فی.</summary>
    private void AddKeyboard(Clue clue, ReadOnlySpan<char> written)
    {
        var letters = clues.OfLetters(written);
        Add(letters with { Languages = letters.Languages & clue.Languages }, 1);
    }

    private void Add(Clue clue, double weight)
    {
        if (clue.Languages != 0)
            _found[Count++] = clue with { Weight = clue.Weight * weight };
    }

    private static bool HasNoSmallLetter(ReadOnlySpan<char> text)
    {
        foreach (var c in text)
        {
            if (char.IsLower(c))
                return false;
        }

        return true;
    }

    /// <summary>US, IT, LA: in capitals these are no small words.</summary>
    private static bool IsInitialism(ReadOnlySpan<char> word)
    {
        foreach (var c in word)
        {
            if (!char.IsUpper(c))
                return false;
        }

        return word.Length > 1;
    }

    /// <summary>The "com" of example.com is not Portuguese; nor is a hashtag's or a file's name a word.</summary>
    private static bool IsPartOfAnAddress(ReadOnlySpan<char> text, int start, int end) =>
        (start > 0 && text[start - 1] is '.' or '/' or '@' or '#' or '_' or '&' or '=')
        || (end + 1 < text.Length && text[end] is '.' or '/' or '@' or '_' or ':' && char.IsLetterOrDigit(text[end + 1]));

    private static bool IsInWord(char c) => char.IsLetter(c)
        || (c >= '\u0300' && char.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark);
}
