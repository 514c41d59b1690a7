using System.Globalization;

namespace News.Feeds;

/// <summary>The signs that dates are written with, whatever the script, as the signs that ISO 8601 and RFC 822 use.</summary>
internal static class DateNotation
{
    /// <summary>
    /// ASCII digits and marks, one space for many, no comments: "٢٠٢٤" is 2024, "2024年3月5日 14時30分" is "2024-3-5 14:30",
    /// "14:00 (local time)" is "14:00".
    /// </summary>
    /// <param name="buffer">Twice as long as the text.</param>
    /// <param name="isPersian">There are digits in it as Persian has them.</param>
    public static ReadOnlySpan<char> Normalised(ReadOnlySpan<char> text, Span<char> buffer, out bool isPersian)
    {
        isPersian = false;
        if (text.StartsWith("/Date(", StringComparison.Ordinal))
            text = text[6..].TrimEnd(")/");

        var written = 0;
        var isGlued = false; // a mark that stands for a word of its own takes the space after it
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c is '(' or '[' or '（')
            {
                i = AfterComment(text, i);
                continue;
            }

            isPersian |= c is >= '\u06F0' and <= '\u06F9';
            var previous = written > 0 ? buffer[written - 1] : ' ';
            var afterDigit = char.IsAsciiDigit(previous) || previous == ' ' && written > 1 && char.IsAsciiDigit(buffer[written - 2]);
            var sign = Sign(c, afterDigit, out var standsForWord);
            if (sign == '\0' || sign == ' ' && (previous == ' ' || isGlued))
                continue;
            if (standsForWord && previous == ' ' && written > 0)
                written--;
            else if (IsIdeograph(sign) && char.IsAsciiDigit(previous) || IsIdeograph(previous) && char.IsAsciiDigit(sign))
                buffer[written++] = ' ';
            if (sign == '.' && c == ',' && !IsInClock(buffer[..written], text[(i + 1)..]))
                sign = ',';
            buffer[written++] = sign;
            isGlued = standsForWord && sign != ' ';
        }

        return buffer[..written].Trim(" ,\"'-");
    }

    public static bool IsNumber(ReadOnlySpan<char> text)
    {
        var dot = false;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '.' && i >= 9 && !dot)
                dot = true;
            else if (!char.IsAsciiDigit(text[i]))
                return false;
        }

        return true;
    }

    private static char Sign(char c, bool afterDigit, out bool standsForWord)
    {
        standsForWord = false;
        if (char.IsAscii(c))
        {
            return c switch
            {
                ',' => '.', // until its neighbours are known
                ')' or ']' => '\0',
                _ => char.IsWhiteSpace(c) ? ' ' : c,
            };
        }

        if (afterDigit)
        {
            var mark = c switch
            {
                '年' or '月' or '년' or '월' => '-',
                '時' or '时' or '点' or '點' or '시' or '分' or '분' => ':',
                '日' or '号' or '號' or '일' or '秒' or '초' => ' ',
                _ => '\0',
            };
            standsForWord = mark != '\0';
            if (standsForWord)
                return mark;
        }

        if (CharUnicodeInfo.GetDecimalDigitValue(c) is var digit and >= 0)
            return (char)('0' + digit);
        return c switch
        {
            '\u2212' or '\u2010' or '\u2011' or '\u2013' or '\u2014' => '-',
            '\u060C' or '、' or '，' => ',',
            '：' => ':',
            '／' => '/',
            '．' => '.',
            '＋' => '+',
            '\u00AD' or '）' or (>= '\u200B' and <= '\u200F') or (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069') or '\uFEFF' => '\0',
            _ => char.IsWhiteSpace(c) ? ' ' : c,
        };
    }

    /// <summary>"14:00:05,25": a comma where the continent writes its decimal point.</summary>
    private static bool IsInClock(ReadOnlySpan<char> before, ReadOnlySpan<char> after)
    {
        if (before.IsEmpty || !char.IsAsciiDigit(before[^1]) || after.IsEmpty || !char.IsAsciiDigit(after[0]))
            return false;
        return before[(before.LastIndexOf(' ') + 1)..].Contains(':');
    }

    /// <summary>Where a comment ends; one that says how far the zone is from UTC, "(GMT+3)", is none.</summary>
    private static int AfterComment(ReadOnlySpan<char> text, int start)
    {
        var inside = text[(start + 1)..];
        if (inside.Length > 3 && inside[3] is '+' or '-'
            && (inside.StartsWith("GMT", StringComparison.OrdinalIgnoreCase) || inside.StartsWith("UTC", StringComparison.OrdinalIgnoreCase)))
        {
            return start;
        }

        var depth = 0;
        for (var i = start; i < text.Length; i++)
        {
            if (text[i] is '(' or '[' or '（')
                depth++;
            else if (text[i] is ')' or ']' or '）' && --depth == 0)
                return i;
        }

        return text.Length;
    }

    private static bool IsIdeograph(char c) => c is >= '\u2E80' and <= '\uD7A3';
}
