using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace News.Matching;

/// <summary>
/// A polynomial over folded letters, modulo 2^32: letter n counts <c>Base^n</c> times. So the hash of two words written as
/// one follows from theirs, and that of sixteen letters is one multiplication of vectors. Equal hashes only say that the
/// letters may be equal: whoever finds one compares the letters.
/// </summary>
internal static class WordHash
{
    /// <summary>Letters that <see cref="OfSixteen"/> takes.</summary>
    public const int Wide = 16;

    /// <summary>A compound's first part is no longer.</summary>
    public const int LongestJoined = 63;

    private const uint Base = 0x9E3779B1;

    private static readonly uint[] Powers = PowersOf(Base);
    private static readonly Vector256<uint> LowPowers = Vector256.Create(Powers);
    private static readonly Vector256<uint> HighPowers = Vector256.Create(Powers, 8);

    public static uint Of(ReadOnlySpan<char> letters)
    {
        var (hash, power) = (0u, 1u);
        foreach (var letter in letters)
        {
            hash += letter * power;
            power *= Base;
        }

        return hash;
    }

    /// <summary>In 64 bits, all of them spread, for whoever has no letters to compare.</summary>
    public static ulong Long(ReadOnlySpan<char> letters)
    {
        var hash = 0UL;
        foreach (var letter in letters)
            hash = (hash + letter + 1) * 0x9E3779B97F4A7C15;
        hash ^= hash >> 32;
        hash *= 0xD6E8FEB86659FD93;
        return hash ^ (hash >> 32);
    }

    /// <param name="letters">What follows the word's last letter is zero.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint OfSixteen(Vector256<ushort> letters)
    {
        var (low, high) = Vector256.Widen(letters);
        return Vector256.Sum(low * LowPowers + high * HighPowers);
    }

    /// <summary>Of <c>airstrike</c> from those of <c>air</c> and <c>strike</c>.</summary>
    public static uint Join(uint first, int firstLength, uint second) => first + Powers[firstLength & LongestJoined] * second;

    public static uint Join(in Word first, in Word second) => Join(first.Hash, first.FoldedLength, second.Hash);

    /// <summary>Spreads a hash over all bits, for tables that look at some.</summary>
    public static uint Mix(uint hash)
    {
        hash ^= hash >> 15;
        hash *= 0x85EBCA6B;
        return hash ^ (hash >> 13);
    }

    /// <summary>Where in an open hash table of any length a hash belongs, or comes into the first empty slot behind.</summary>
    public static int SlotOf(uint hash, int length) => (int)((ulong)Mix(hash) * (uint)length >> 32);

    public static int SlotAfter(int slot, int length) => slot + 1 < length ? slot + 1 : 0;

    private static uint[] PowersOf(uint factor)
    {
        var powers = new uint[LongestJoined + 1];
        powers[0] = 1;
        for (var i = 1; i < powers.Length; i++)
            powers[i] = powers[i - 1] * factor;
        return powers;
    }
}
