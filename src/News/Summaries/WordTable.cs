using System.Collections.Frozen;

namespace News.Summaries;

/// <summary>
/// A set of words asked by span, in any case, so that nothing is copied to look a word up. The words stand in one
/// string, separated by white space; a word of several parts is written with underscores: "a_number_of".
/// </summary>
internal sealed class WordTable
{
    private readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> words;

    public WordTable(string words)
    {
        var set = words
            .Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
            .Select(word => word.Replace('_', ' '))
            .ToFrozenSet(StringComparer.OrdinalIgnoreCase);
        this.words = set.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    public bool Contains(ReadOnlySpan<char> word) => words.Contains(word);
}
