using System.Runtime.InteropServices;

namespace News.Matching;

/// <summary>
/// A hash of folded letters. Sixteen letters are two 64-bit numbers, of which a weighted sum is taken, so that a word of
/// a text costs two multiplications, and so do two words written as one. Equal hashes only say that the letters may
/// be equal: whoever finds one compares the letters.
/// </summary>
internal static class WordHash
{
    private const ulong LowWeight = 0x9E3779B97F4A7C15;
    private const ulong HighWeight = 0xC2B2AE3D27D4EB4F;
    private const ulong LowPageWeight = 0x165667B19E3779F9;
    private const ulong HighPageWeight = 0xD6E8FEB86659FD93;

    public static uint Of(ReadOnlySpan<char> letters)
    {
        var sum = 0UL;
        for (; letters.Length > PackedLetters.Most; letters = letters[PackedLetters.Most..])
            sum = Spread(sum + Sum(letters[..PackedLetters.Most]));
        return Finish(sum + Sum(letters));
    }

    public static uint Of(in PackedLetters letters) => Finish(letters.Low * LowWeight + letters.High * HighWeight);

    private static ulong Sum(ReadOnlySpan<char> letters)
    {
        ulong low = 0, high = 0, lowPage = 0, highPage = 0;
        for (var i = 0; i < letters.Length; i++)
        {
            var (letter, page, shift) = ((ulong)(byte)letters[i], (ulong)(letters[i] >> 8), i * 8 & 63);
            if (i < 8)
                (low, lowPage) = (low | letter << shift, lowPage | page << shift);
            else
                (high, highPage) = (high | letter << shift, highPage | page << shift);
        }

        return low * LowWeight + high * HighWeight + lowPage * LowPageWeight + highPage * HighPageWeight;
    }

    private static ulong Spread(ulong sum)
    {
        sum ^= sum >> 32;
        return sum * HighPageWeight;
    }

    /// <summary>Never 0, which stands for "no word".</summary>
    private static uint Finish(ulong sum) => Math.Max((uint)(Spread(sum) >> 32), 1);
}

/// <summary>Up to sixteen ASCII letters, the first in the lowest byte; what follows the last is zero.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct PackedLetters(ulong Low, ulong High, int Length)
{
    public const int Most = 16;

    /// <summary>"airstrike" of "air" and "strike", which have no more than <see cref="Most"/> letters together.</summary>
    public PackedLetters Join(in PackedLetters second)
    {
        var shift = Length * 8;
        var length = Length + second.Length;
        return Length < 8
            ? new PackedLetters(Low | second.Low << shift, second.High << shift | second.Low >> 1 >> (63 - shift), length)
            : new PackedLetters(Low, High | second.Low << (shift - 64), length);
    }
}
