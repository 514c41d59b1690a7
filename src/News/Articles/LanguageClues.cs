using System.Collections.Frozen;
using System.Numerics;
using System.Runtime.InteropServices;

namespace News.Articles;

/// <summary>A word of a text that not every language of its script has.</summary>
/// <param name="Languages">Those that have it, by bit.</param>
/// <param name="IsSure">A letter of one language alone is in it, so that it needs no other clue beside it.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Clue(ulong Languages, double Weight, bool IsSure = false);

/// <summary>What tells the languages of one script apart; see <see cref="LanguageGuessWords"/>.</summary>
internal sealed class LanguageClues
{
    /// <summary>A word counts the less, the more languages have it; by their number.</summary>
    private static readonly double[] WordWeights = [0, 1, 0.7, 0.5, 0.4, 0.3, 0.25, 0.2];

    /// <summary>Other clues count less than whole words: a name carries its letters into any language.</summary>
    private const double AgainstWords = 0.6;

    /// <summary>No other language's word has these.</summary>
    private const double OwnLetters = 3;

    /// <summary>One word alone may be a name, or a slip.</summary>
    private const int FewestClues = 2;

    /// <summary>In a longer text a single clue is a foreign word.</summary>
    private const int WordsOfHeadline = 12;

    private static readonly Dictionary<WritingSystem, LanguageClues> BySystem = new()
    {
        [WritingSystem.Latin] = new(LanguageGuessWords.Latin),
        [WritingSystem.Cyrillic] = new(LanguageGuessOtherWords.Cyrillic),
        [WritingSystem.Arabic] = new(LanguageGuessOtherWords.Arabic),
        [WritingSystem.Devanagari] = new(LanguageGuessOtherWords.Devanagari),
        [WritingSystem.Hebrew] = new(LanguageGuessOtherWords.Hebrew),
        [WritingSystem.Bengali] = new(LanguageGuessOtherWords.Bengali),
        [WritingSystem.Ethiopic] = new(LanguageGuessOtherWords.Ethiopic),
    };

    private readonly string[] _tags;
    private readonly Dictionary<char, LetterUse> _letters = [];
    private readonly ulong _withOwnLetters;
    private readonly FrozenDictionary<string, ulong>.AlternateLookup<ReadOnlySpan<char>> _words;

    private LanguageClues(string table)
    {
        var words = new Dictionary<string, ulong>(StringComparer.Ordinal);
        var lines = table.Split('\n', StringSplitOptions.TrimEntries);
        _tags = new string[lines.Length];
        for (var i = 0; i < lines.Length; i++)
        {
            var parts = lines[i].Split('¦', StringSplitOptions.TrimEntries);
            _tags[i] = parts[0];
            var others = parts[1].IndexOf('+', StringComparison.Ordinal);
            for (var j = 0; j < parts[1].Length; j++)
            {
                ref var letter = ref CollectionsMarshal.GetValueRefOrAddDefault(_letters, parts[1][j], out _);
                letter = new LetterUse(letter.In | 1UL << i, j < others ? letter.OwnIn | 1UL << i : letter.OwnIn);
            }

            if (others >= 0)
                _withOwnLetters |= 1UL << i;
            foreach (var word in parts[2].Split(' '))
                CollectionsMarshal.GetValueRefOrAddDefault(words, string.Concat(word.Select(Plain)), out _) |= 1UL << i;
        }

        _words = words.ToFrozenDictionary(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>Null for a script of which the languages aren't told apart here.</summary>
    public static LanguageClues? Of(WritingSystem system) => BySystem.GetValueOrDefault(system);

    /// <summary>Small, and the same from Arabic and Persian keyboards.</summary>
    public static char Plain(char letter) => letter switch
    {
        'ي' or 'ى' => 'ی',
        'ك' => 'ک',
        'İ' => 'i',
        _ => char.ToLowerInvariant(letter),
    };

    /// <summary>The languages in which a word is frequent; none for most words.</summary>
    /// <param name="word">Of <see cref="Plain"/> letters.</param>
    public Clue OfWord(ReadOnlySpan<char> word)
    {
        if (!_words.TryGetValue(word, out var languages))
            return default;
        return new Clue(languages, WordWeights[Math.Min(BitOperations.PopCount(languages), WordWeights.Length - 1)]);
    }

    /// <summary>The languages in which a word may end so; of a short word its end says nothing.</summary>
    /// <param name="word">Of <see cref="Plain"/> letters.</param>
    public Clue OfEnding(ReadOnlySpan<char> word)
    {
        const int Longest = 5, Shortest = 2, Stem = 3;
        Span<char> ending = stackalloc char[Longest + 1];
        for (var length = Math.Min(Longest, word.Length - Stem); length >= Shortest; length--)
        {
            ending[0] = '-';
            word[^length..].CopyTo(ending[1..]);
            if (OfWord(ending[..(length + 1)]) is { Languages: not 0 } clue)
                return clue with { Weight = clue.Weight * AgainstWords };
        }

        return default;
    }

    /// <summary>The languages that have all letters of a word, where it has one that not all have.</summary>
    public Clue OfLetters(ReadOnlySpan<char> word)
    {
        var (having, own, sure) = (ulong.MaxValue, 0UL, false);
        foreach (var letter in word)
        {
            if (!_letters.TryGetValue(char.ToLowerInvariant(letter), out var use))
                continue;
            having &= use.In;
            own |= use.OwnIn;
            sure |= BitOperations.IsPow2(use.In);
        }

        var likely = having & (own | ~_withOwnLetters);
        var languages = likely != 0 ? likely : having;
        if (languages == 0 || having == ulong.MaxValue)
            return default;
        var weight = WordWeights[Math.Min(BitOperations.PopCount(having), WordWeights.Length - 1)];
        return new Clue(languages, weight * ((languages & own) != 0 ? OwnLetters : AgainstWords), sure);
    }

    /// <summary>The language that the clues are for; null where they are few, or nearly as much for another.</summary>
    /// <param name="words">How many words the text has, clues or not.</param>
    public string? Judge(ReadOnlySpan<Clue> clues, int words)
    {
        Span<double> scores = stackalloc double[_tags.Length];
        scores.Clear();
        foreach (var clue in clues)
        {
            for (var languages = clue.Languages; languages != 0; languages &= languages - 1)
                scores[BitOperations.TrailingZeroCount(languages)] += clue.Weight;
        }

        var best = 0;
        for (var i = 1; i < scores.Length; i++)
        {
            if (scores[i] > scores[best])
                best = i;
        }

        var enough = clues.Length >= FewestClues ? scores[best] >= Math.Max(0.8, 0.1 * words) : words <= WordsOfHeadline && clues is [{ IsSure: true }];
        if (!enough)
            return null;
        for (var i = 0; i < scores.Length; i++)
        {
            if (i != best && scores[i] > 0.3 * scores[best] && !IsClearly(best, i, clues))
                return null;
        }

        return _tags[best];
    }

    /// <summary>Whether what only one of two languages has stands against little that only the other has.</summary>
    private static bool IsClearly(int one, int other, ReadOnlySpan<Clue> clues)
    {
        var (forOne, forOther) = (0.0, 0.0);
        foreach (var clue in clues)
        {
            var (hasOne, hasOther) = ((clue.Languages >> one & 1) == 1, (clue.Languages >> other & 1) == 1);
            if (hasOne && !hasOther)
                forOne += clue.Weight;
            else if (hasOther && !hasOne)
                forOther += clue.Weight;
        }

        return forOne >= 0.5 && forOne >= 2 * forOther;
    }

    /// <param name="In">The languages that have a letter.</param>
    /// <param name="OwnIn">Those of them that few words do without.</param>
    [StructLayout(LayoutKind.Auto)]
    private readonly record struct LetterUse(ulong In, ulong OwnIn);
}
