using System.Collections.Frozen;

namespace News.Matching;

/// <summary>Reads the tables of words that the rules of a language can't do without.</summary>
internal static class WordTable
{
    private static readonly char[] Blanks = [' ', '\n', '\r'];

    public static string[] Words(string words) => words.Split(Blanks, StringSplitOptions.RemoveEmptyEntries);

    public static FrozenSet<string> Set(string words) => Words(words).ToFrozenSet(StringComparer.Ordinal);

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

    private static IEnumerable<string[]> Lines(string lines) => lines.Split(',').Select(Words);
}
