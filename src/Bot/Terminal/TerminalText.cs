using System.Globalization;
using System.Text;

namespace Bot.Terminal;

/// <summary>What of a feed's text may reach a terminal.</summary>
internal static class TerminalText
{
    /// <summary>
    /// The text without control characters (an escape sequence in a headline could rewrite the screen) and without marks
    /// that turn the direction of what follows.
    /// </summary>
    public static string Clean(string text)
    {
        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune.Value is '\n' or '\t')
                clean.Append(' ');
            else if (Rune.GetUnicodeCategory(rune) != UnicodeCategory.Control && !TurnsDirection(rune.Value))
                clean.Append(rune);
        }

        return clean.ToString();
    }

    private static bool TurnsDirection(int rune) => rune is (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069);
}
