using System.Numerics;
using News.Entities;

namespace News.Matching;

/// <summary>Finds, among words that were seen, those that somebody may have meant by one that was not.</summary>
internal static class NearWords
{
    /// <summary>Nobody takes a longer word for another, or one that goes on longer.</summary>
    private const int LongestWord = 32, LongestEnding = 4;

    /// <summary>Consonants that words which sound alike may begin with.</summary>
    private static readonly string[] Alike = ["ckq", "djz", "fp", "sx", "vw"];

    /// <summary>All letters that a word near to one asked for may begin with, and a few more: whoever reads many words passes over the others.</summary>
    /// <param name="asked">Folded.</param>
    public static IEnumerable<char> Beginnings(string asked)
    {
        if (IsTooShort(asked))
            return [];
        var alike = asked[0] switch
        {
            var vowel when IsVowel(vowel) => "aeiouy",
            'h' => "bcdfghjklmnpqrstvwxz", // it is silent: what follows is heard first
            >= 'a' and <= 'z' and var consonant => Alike.FirstOrDefault(letters => letters.Contains(consonant, StringComparison.Ordinal)) + "h",
            _ => "",
        };
        return alike.Concat(asked.Take(2));
    }

    /// <summary>How far a seen word is from the one asked for, the nearest lowest, and in what way; null where nobody would take one for the other.</summary>
    public static (double Distance, NearMissKind Kind)? Between(NearWord askedWord, NearWord seenWord)
    {
        // A slip is more likely in a long word, and rare in the first letter (Pollock and Zamora, 1984).
        var (asked, seen) = (askedWord.Folded, seenWord.Folded);
        var most = asked.Length < 7 ? 1 : 2;
        if (Math.Abs(asked.Length - seen.Length) > LongestEnding || IsTooShort(asked) || seen.Length is < 3 or > LongestWord || asked.Length > LongestWord)
            return null;
        var soundAlike = SameConsonants(askedWord, seenWord);
        if (soundAlike && IsOtherVowels(asked, seen))
            return (0.5, NearMissKind.Transliteration);
        if (BeginAlike(asked, seen) && HaveMostLettersInCommon(askedWord, seenWord, most) && EditDistance.Between(asked, seen, most) is { } steps)
            return (steps, NearMissKind.Spelling);
        if (soundAlike)
            return (1, NearMissKind.Transliteration);
        return SameStem(asked, seen) ? (1.5, NearMissKind.Ending) : null;
    }

    /// <summary>No slip can be told in three letters.</summary>
    private static bool IsTooShort(string asked) => asked.Length < 4;

    /// <summary>Irbil and Erbil.</summary>
    private static bool IsOtherVowels(string asked, string seen) =>
        asked.Length == seen.Length && asked.Zip(seen).All(pair => pair.First == pair.Second || (IsVowel(pair.First) && IsVowel(pair.Second)));

    private static bool BeginAlike(string asked, string seen) =>
        asked[0] == seen[0] || (IsVowel(asked[0]) && IsVowel(seen[0])) || (asked[0] == seen[1] && asked[1] == seen[0]);

    /// <summary>Escalate and escalatory: five letters and all but the last few.</summary>
    private static bool SameStem(string asked, string seen)
    {
        const int Shortest = 5;
        var common = asked.AsSpan().CommonPrefixLength(seen);
        return common >= Shortest && asked.Length - common <= 3 && seen.Length - common <= LongestEnding;
    }

    /// <summary>Each step from one word to another takes away one letter at most, and brings one at most.</summary>
    private static bool HaveMostLettersInCommon(NearWord asked, NearWord seen, int most) =>
        BitOperations.PopCount(asked.Letters & ~seen.Letters) <= most && BitOperations.PopCount(seen.Letters & ~asked.Letters) <= most;

    private static bool SameConsonants(NearWord asked, NearWord seen)
    {
        const int FewestConsonants = 3;
        return asked.Consonants.Length >= FewestConsonants && asked.Consonants == seen.Consonants
            && Math.Abs(asked.Folded.Length - seen.Folded.Length) <= 2 && IsVowel(asked.Folded[0]) == IsVowel(seen.Folded[0]);
    }

    public static string Consonants(string word)
    {
        Span<char> consonants = stackalloc char[LongestWord];
        return word.Length <= LongestWord ? consonants[..Skeleton(word, consonants)].ToString() : "";
    }

    /// <summary>
    /// The consonants as one hears them: Kadhimi, Kazemi and Qazimi are <c>kzm</c>. Other scripts write their vowels
    /// in part only, and each paper puts its own. Nothing of a word that isn't in Latin letters.
    /// </summary>
    private static int Skeleton(ReadOnlySpan<char> word, Span<char> into)
    {
        var length = 0;
        for (var i = 0; i < word.Length; i++)
        {
            if (!char.IsAsciiLetter(word[i]))
                return 0;
            var next = i + 1 < word.Length ? word[i + 1] : '\0';
            var sound = (word[i], next) switch
            {
                ('d', 'h') => 'z',
                ('s', 'h') => 'x',
                ('c', 'h') => 'c',
                ('p', 'h') => 'f',
                ('d', 'j') => 'j',
                ('q' or 'c', _) => 'k',
                ('w', _) => 'v',
                ('a' or 'e' or 'i' or 'o' or 'u' or 'y' or 'h', _) => '\0',
                var (letter, _) => letter,
            };
            if (sound != '\0' && (length == 0 || into[length - 1] != sound))
                into[length++] = sound;
            if (next == 'h' || (word[i], next) is ('d', 'j'))
                i++;
        }

        return length;
    }

    private static bool IsVowel(char letter) => letter is 'a' or 'e' or 'i' or 'o' or 'u' or 'y';
}

/// <summary>A word that is compared with many others, with what of it doesn't depend on the other.</summary>
/// <param name="Folded">As the matcher folds it.</param>
internal sealed record NearWord(string Folded)
{
    /// <summary>A bit for each letter that stands in it; some letters share one.</summary>
    public ulong Letters { get; } = Folded.Aggregate(0UL, (letters, letter) => letters | 1UL << (letter & 63));

    public string Consonants { get; } = NearWords.Consonants(Folded);
}
