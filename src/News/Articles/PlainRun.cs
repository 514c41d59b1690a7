using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace News.Articles;

/// <summary>
/// Which code units are text as they stand, and the copying of whole runs of them: sixteen at a time, since nearly all
/// of a news text is letters with single spaces between.
/// </summary>
internal static class PlainRun
{
    /// <summary>Neither white space nor unseen nor half a character.</summary>
    public static bool IsPlain(char c) => c is > ' ' and < '\u007F' || IsPlainBeyondAscii(c);

    private static bool IsPlainBeyondAscii(char c) => c switch
    {
        <= ' ' => false,
        <= '\u00A0' or '\u00AD' or '\u061C' or '\u1680' or '\u180E' => false,
        < '\u2000' => true,
        <= '\u200F' or (>= '\u2028' and <= '\u202F') or (>= '\u205F' and <= '\u206F') or '\u3000' => false,
        < '\uD800' => true,
        <= '\uDFFF' or '\uFEFF' or (>= '\uFFF9' and <= '\uFFFB') or >= '\uFFFE' => false,
        _ => true,
    };

    /// <summary>
    /// Copies text up to the first code unit that asks for a decision: one that is not plain, a '&lt;' or '&amp;', the
    /// first of two spaces. Single spaces are copied, also one at the very end. May write behind what it copied.
    /// </summary>
    /// <param name="target">At least as long as the text.</param>
    /// <returns>How many code units were copied.</returns>
    public static int Copy(ReadOnlySpan<char> text, Span<char> target)
    {
        var source = MemoryMarshal.Cast<char, ushort>(text);
        var copy = MemoryMarshal.Cast<char, ushort>(target);
        var position = 0;

        // One more than the vector is there to be read: whether a second space follows. The last vector may overlap the one
        // before it, which costs less than the copying of its rest one by one.
        var last = source.Length - Vector256<ushort>.Count - 1;
        while (position <= last)
        {
            var units = Vector256.Create(source[position..]);
            var following = Vector256.Create(source[(position + 1)..]);
            units.CopyTo(copy[position..]);
            var special = Special(units, following);
            if (special != Vector256<ushort>.Zero)
                return position + BitOperations.TrailingZeroCount(special.AsByte().ExtractMostSignificantBits()) / 2;
            if (position == last)
            {
                position += Vector256<ushort>.Count;
                break;
            }

            position = Math.Min(position + Vector256<ushort>.Count, last);
        }

        while (position < text.Length && IsOrdinary(text, position))
        {
            target[position] = text[position];
            position++;
        }

        return position;
    }

    /// <summary>Whether a run that begins here is not empty.</summary>
    public static bool IsOrdinary(ReadOnlySpan<char> text, int position)
    {
        var c = text[position];
        return c == ' ' ? position + 1 == text.Length || text[position + 1] != ' ' : IsPlain(c) && c is not ('<' or '&');
    }

    private static Vector256<ushort> Special(Vector256<ushort> units, Vector256<ushort> following)
    {
        var spaces = Vector256.Create((ushort)' ');
        var special = Vector256.Equals(units, Vector256.Create((ushort)'<'))
            | Vector256.Equals(units, Vector256.Create((ushort)'&'))
            | Vector256.Equals(units, Vector256.Create((ushort)'\u007F'))
            | Vector256.Equals(units & Vector256.Create((ushort)0xFFE0), Vector256<ushort>.Zero) // controls
            | Vector256.Equals((units ^ spaces) | (following ^ spaces), Vector256<ushort>.Zero);
        return (units & Vector256.Create((ushort)0xFF80)) == Vector256<ushort>.Zero ? special : special | SpecialBeyondAscii(units);
    }

    /// <summary>The rows of <see cref="IsPlain"/> above ASCII; U+FFF8 and the two after the annotations are let through by hand.</summary>
    private static Vector256<ushort> SpecialBeyondAscii(Vector256<ushort> units)
    {
        var latin = units - Vector256.Create((ushort)0x80);
        return Vector256.Equals(Vector256.Min(latin, Vector256.Create((ushort)0x20)), latin) // U+0080 to U+00A0
            | Vector256.Equals(units, Vector256.Create((ushort)0x00AD))
            | Vector256.Equals(units, Vector256.Create((ushort)0x061C))
            | Vector256.Equals(units, Vector256.Create((ushort)0x1680))
            | Vector256.Equals(units, Vector256.Create((ushort)0x180E))
            | Within(units, 0xFFF0, 0x2000) // spaces, joiners, directions
            | Within(units, 0xFFF8, 0x2028)
            | Vector256.Equals(units, Vector256.Create((ushort)0x205F))
            | Within(units, 0xFFF0, 0x2060)
            | Vector256.Equals(units, Vector256.Create((ushort)0x3000))
            | Within(units, 0xF800, 0xD800) // surrogates
            | Vector256.Equals(units, Vector256.Create((ushort)0xFEFF))
            | Within(units, 0xFFF8, 0xFFF8);
    }

    private static Vector256<ushort> Within(Vector256<ushort> units, ushort mask, ushort block) =>
        Vector256.Equals(units & Vector256.Create(mask), Vector256.Create(block));
}
