using System.Collections.Frozen;

namespace News;

/// <summary>
/// Words that the rules of a language can't do without: a set asked by span, so that nothing is copied to look a word up.
/// The words stand in one string, separated by white space; a word of several parts is written with underscores: "a_number_of".
/// </summary>
internal sealed class WordTable
{
    private readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> _words;

    /// <summary>A table asked in any case.</summary>
    public WordTable(string words)
        : this(words, StringComparer.OrdinalIgnoreCase)
    {
    }

    private WordTable(string words, StringComparer comparer) =>
        _words = Words(words).Select(word => word.Replace('_', ' ')).ToFrozenSet(comparer).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>All the words of several tables in one, asked in any case: one look instead of many.</summary>
    public static WordTable Joined(string words, params ReadOnlySpan<WordTable> tables)
    {
        var all = Words(words).ToList();
        foreach (var table in tables) all.AddRange(table._words.Set.Select(word => word.Replace(' ', '_')));
        return new WordTable(string.Join(' ', all));
    }

    /// <summary>A table asked with folded letters, as its words are written.</summary>
    public static WordTable Folded(string words) => new(words, StringComparer.Ordinal);

    public static string[] Words(string words) => words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Lines of words, parted by commas: from the first of each line to the others.</summary>
    public static FrozenDictionary<string, string[]> FirstToOthers(string lines) =>
        Lines(lines).GroupBy(line => line[0], StringComparer.Ordinal).ToFrozenDictionary(
            group => group.Key, group => group.SelectMany(line => line[1..]).ToArray(), StringComparer.Ordinal);

    /// <summary>Lines of words, parted by commas: from each word to the others of its lines.</summary>
    public static FrozenDictionary<string, string[]> EachToOthers(string lines) =>
        Lines(lines)
            .SelectMany(line => line.Select(word => (Word: word, Others: line.Where(other => other != word))))
            .GroupBy(it => it.Word, StringComparer.Ordinal)
            .ToFrozenDictionary(group => group.Key, group => group.SelectMany(it => it.Others).ToArray(), StringComparer.Ordinal);

    public bool Contains(ReadOnlySpan<char> word) => _words.Contains(word);

    private static IEnumerable<string[]> Lines(string lines) => lines.Split(',').Select(Words);
}
