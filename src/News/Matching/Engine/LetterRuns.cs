using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace News.Matching;

/// <summary>
/// Finds where runs of ASCII letters and digits begin and end, 64 characters at a time: each gives a bit, and the bits
/// that differ from the one before are the edges. (Langdale and Lemire, "Parsing Gigabytes of JSON per Second", 2019,
/// find the structure of JSON so.)
/// </summary>
internal static class LetterRuns
{
    private const int Block = 64;

    /// <summary>
    /// Fills in the edges, beginning and end in turn, and after the last a few that no text reaches. The array is replaced
    /// where it is too short.
    /// </summary>
    public static void Find(ReadOnlySpan<char> text, ref int[] edges)
    {
        if (edges.Length < text.Length + 4)
            edges = new int[Math.Max(text.Length + 4, edges.Length * 2)];
        var (count, before) = (0, 0UL);
        var at = 0;
        for (; at + Block <= text.Length; at += Block)
            AddEdges(BitsOf(text[at..]), at, ref before, edges, ref count);
        Span<char> rest = stackalloc char[Block];
        rest.Clear();
        text[at..].CopyTo(rest);
        AddEdges(BitsOf(rest), at, ref before, edges, ref count);
        if ((count & 1) != 0)
            edges[count++] = text.Length;
        edges.AsSpan(count, 2).Fill(int.MaxValue);
    }

    private static void AddEdges(ulong bits, int at, ref ulong before, int[] edges, ref int count)
    {
        var changes = bits ^ (bits << 1 | before);
        before = bits >> (Block - 1);
        for (; changes != 0; changes &= changes - 1)
            edges[count++] = at + BitOperations.TrailingZeroCount(changes);
    }

    /// <summary>Bit n: the character n is a letter or digit.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong BitsOf(ReadOnlySpan<char> block)
    {
        var characters = MemoryMarshal.Cast<char, ushort>(block);
        return (ulong)Bits(characters) | (ulong)Bits(characters[32..]) << 32;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint Bits(ReadOnlySpan<ushort> characters) =>
        Vector256.Narrow(AreLetters(Vector256.Create(characters)), AreLetters(Vector256.Create(characters[16..]))).ExtractMostSignificantBits();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<ushort> AreLetters(Vector256<ushort> characters)
    {
        var letters = Vector256.LessThan((characters | Vector256.Create((ushort)0x20)) - Vector256.Create((ushort)'a'), Vector256.Create((ushort)26));
        return letters | Vector256.LessThan(characters - Vector256.Create((ushort)'0'), Vector256.Create((ushort)10));
    }
}
