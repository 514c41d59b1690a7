using System.Globalization;
using System.Text;

namespace Bot.Slack;

/// <summary>Makes outside text fit to stand in a message. Lengths are UTF-16 code units, never less than what Slack counts.</summary>
internal static class SlackText
{
    private const char WordJoiner = '\u2060';

    /// <summary>More than any place shows; what comes behind it is cut without being looked at.</summary>
    private const int Enough = 1 << 15;

    /// <summary>
    /// Several lines without what could break out of them: no control characters, no embeddings or overrides of the
    /// writing direction, no half of a surrogate pair, no more than one empty line in a row. The marks LRM, RLM and ALM
    /// stay: they move nothing but their neighbours, and Arabic with numbers needs them.
    /// </summary>
    public static string Clean(string text)
    {
        var clean = new StringBuilder(Math.Min(text.Length, Enough));
        var breaks = 0;
        for (var i = 0; i < text.Length && clean.Length < Enough; i++)
        {
            var c = text[i];
            if (c is '\r' or '\n' or '\u2028' or '\u2029' or '\u0085')
            {
                if (c == '\r' && i + 1 < text.Length && text[i + 1] == '\n')
                    continue;
                if (++breaks <= 2)
                    clean.Append('\n');
                continue;
            }

            if (IsDropped(c))
                continue;
            if (!char.IsWhiteSpace(c))
                breaks = 0;

            if (char.IsSurrogate(c))
            {
                if (char.IsHighSurrogate(c) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
                    clean.Append(c).Append(text[++i]);
                else
                    clean.Append('\uFFFD');
                continue;
            }

            clean.Append(c == '\t' ? ' ' : c);

            // "<!channel>", "<@U1>", "<#C1>" are words in all that we send; with a joiner in them they are words
            // for everything that ever reads the message again, too.
            if (c == '<' && i + 1 < text.Length && text[i + 1] is '!' or '@' or '#')
                clean.Append(WordJoiner);
        }

        return clean.ToString();
    }

    /// <summary>Clean text on one line: "a \n  b" is "a b".</summary>
    public static string Line(string text)
    {
        var clean = Clean(text);
        var line = new StringBuilder(clean.Length);
        foreach (var c in clean)
        {
            if (!char.IsWhiteSpace(c))
                line.Append(c);
            else if (line.Length > 0 && line[^1] != ' ')
                line.Append(' ');
        }

        return line.ToString().TrimEnd();
    }

    /// <summary>At most so many characters, cut after a word, with an ellipsis where something was cut.</summary>
    public static string Cut(string text, int most)
    {
        if (text.Length <= most)
            return text;
        if (most < 1)
            return "";

        var room = most - 1;
        var end = room;
        while (end > room / 2 && !char.IsWhiteSpace(text[end]))
            end--;
        if (!char.IsWhiteSpace(text[end]))
            end = BeforeCluster(text, room);
        while (end > 0 && char.IsWhiteSpace(text[end - 1]))
            end--;
        return string.Concat(text.AsSpan(0, end), "…");
    }

    /// <summary>What <see href="https://docs.slack.dev/messaging/formatting-message-text#escaping"/> asks for, in at most so many characters.</summary>
    public static string Escaped(string text, int most)
    {
        var width = 0;
        var fits = 0;
        for (var i = 0; i < text.Length; i++)
        {
            width += Width(text[i]);
            if (width > most)
                break;
            if (width < most)
                fits = i + 1;
        }

        if (width > most)
            text = Cut(text, fits + 1);
        return text.Replace("&", "&amp;", StringComparison.Ordinal)
            .Replace("<", "&lt;", StringComparison.Ordinal)
            .Replace(">", "&gt;", StringComparison.Ordinal);
    }

    private static int Width(char c) => c switch { '&' => 5, '<' or '>' => 4, _ => 1 };

    private static bool IsDropped(char c) =>
        (char.IsControl(c) && c != '\t')
        || c is >= '\u202A' and <= '\u202E' or >= '\u2066' and <= '\u2069' or '\uFEFF';

    /// <summary>The nearest place before <paramref name="end"/> that parts no letter from its marks and no emoji.</summary>
    private static int BeforeCluster(string text, int end)
    {
        // A letter under a tower of marks is cut anyway: nobody reads it.
        const int Longest = 16;
        var at = end;
        while (at > 0 && end - at < Longest && (Joins(text[at]) || text[at - 1] == '\u200D'))
            at--;
        if (end - at == Longest || at == 0)
            at = end;
        return at > 0 && char.IsLowSurrogate(text[at]) ? at - 1 : at;
    }

    private static bool Joins(char c) =>
        char.IsLowSurrogate(c)
        || c == '\u200D'
        || CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.SpacingCombiningMark;
}
