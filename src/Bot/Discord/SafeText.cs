using System.Globalization;
using System.Text;

namespace Bot.Discord;

/// <summary>Makes text from outside fit to be shown: nothing in it can turn the line around, hide, or split a letter.</summary>
internal static class SafeText
{
    public const string Ellipsis = "…";

    /// <summary>Longer than any letter with its marks, shorter than a tower of marks over one letter.</summary>
    private const int LongestElement = 32;

    /// <summary>Without control characters and overrides of direction; half a surrogate pair becomes U+FFFD.</summary>
    /// <remarks>
    /// "@everyone" and "@here" get a space of no width. Every message forbids mentions as well; two locks, because the
    /// first thing that a channel would not forgive is this.
    /// </remarks>
    /// <param name="mostChars">It ends there, or one further, however long the text is.</param>
    public static string Clean(string text, bool oneLine, int mostChars)
    {
        var clean = new StringBuilder(Math.Min(text.Length, mostChars));
        var after = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            after += rune.Utf16SequenceLength;
            if (clean.Length >= mostChars)
                break;
            if (rune.Value == '@' && CallsEveryone(text.AsSpan(after)))
                clean.Append("@\u200B");
            else if (rune.Value is '\n' or 0x2028 or 0x2029 or 0x85)
                clean.Append(oneLine ? ' ' : '\n');
            else if (rune.Value == '\t' || (rune.Value != '\r' && Rune.IsWhiteSpace(rune)))
                clean.Append(' ');
            else if (!IsUnwanted(rune))
                clean.Append(rune.ToString());
        }

        return clean.ToString();
    }

    /// <summary>One line without markup, such as a footer: cut at a word where it is longer than its room.</summary>
    public static string Line(string text, int room)
    {
        var clean = Clean(text, oneLine: true, mostChars: (room + 1) * 4).Trim();
        return clean.Length <= room ? clean : Cut(clean, room);
    }

    /// <summary>Nothing to see in it: Discord trims it to nothing and then refuses it as empty.</summary>
    public static bool IsBlank(string? text)
    {
        foreach (var rune in (text ?? "").EnumerateRunes())
        {
            if (!IsInvisible(rune))
                return false;
        }

        return true;
    }

    /// <summary>How many UTF-16 units the first letter takes with all that belongs to it, and how many of them to keep.</summary>
    public static (int Length, int Kept) FirstElement(ReadOnlySpan<char> text)
    {
        // Nothing of ASCII joins what comes before it, but for the line feed, which Clean has dealt with.
        if (char.IsAscii(text[0]) && (text.Length == 1 || char.IsAscii(text[1])))
            return (1, 1);

        var length = StringInfo.GetNextTextElementLength(text);
        if (length <= LongestElement)
            return (length, length);
        return (length, char.IsHighSurrogate(text[LongestElement - 1]) ? LongestElement - 1 : LongestElement);
    }

    private static string Cut(string text, int room)
    {
        var (end, word) = (0, 0);
        while (end < text.Length)
        {
            var (length, _) = FirstElement(text.AsSpan(end));
            if (text[end] == ' ')
                word = end;
            if (end + length > room - Ellipsis.Length)
                break;
            end += length;
        }

        return text[..(word > room / 2 ? word : end)].TrimEnd() + Ellipsis;
    }

    private static bool CallsEveryone(ReadOnlySpan<char> afterAt) =>
        afterAt.StartsWith("everyone", StringComparison.OrdinalIgnoreCase) || afterAt.StartsWith("here", StringComparison.OrdinalIgnoreCase);

    private static bool IsUnwanted(Rune rune) =>
        Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.PrivateUse
        || rune.Value is (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069) or 0xFEFF or (>= 0xFFF9 and <= 0xFFFB);

    private static bool IsInvisible(Rune rune) =>
        Rune.IsWhiteSpace(rune)
        || rune.Value is 0x115F or 0x1160 or 0x2800 or 0x3164 or 0xFFA0
        || Rune.GetUnicodeCategory(rune) is UnicodeCategory.Format or UnicodeCategory.Control
            or UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.OtherNotAssigned;
}
