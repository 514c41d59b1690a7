using System.Globalization;

namespace News.Feeds;

/// <summary>The signs that dates are written with, whatever the script, as the signs that ISO 8601 and RFC 822 use.</summary>
internal static class DateNotation
{
    // The year before the first one. News is written in no other era.
    private static readonly (string Name, int Start)[] Eras =
        [("令和", 2018), ("平成", 1988), ("民國", 1911), ("民国", 1911), ("中華民國", 1911)];

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
                if (i < text.Length && text[i] is '(' or '[' && written > 0 && buffer[written - 1] != ' ')
                    buffer[written++] = ' ';
                continue;
            }

            if (c is '年' or '년' && !ReadYear(buffer, ref written))
                return default;

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

    /// <summary>The year before its sign, in four digits: "令和6年" is 2024, "民國113年" too; false for "24年", which may be any.</summary>
    private static bool ReadYear(Span<char> buffer, ref int written)
    {
        var before = ((ReadOnlySpan<char>)buffer[..written]).TrimEnd();
        var digits = before.Length - before.LastIndexOfAnyExceptInRange('0', '9') - 1;
        if (digits == 4)
            return true;
        var isFirst = before.EndsWith("元");
        var name = (isFirst ? before[..^1] : before[..^digits]).TrimEnd();
        if (digits > 3 || digits == 0 && !isFirst)
            return false;
        foreach (var (era, start) in Eras)
        {
            if (!name.EndsWith(era, StringComparison.Ordinal))
                continue;
            var year = start + (isFirst ? 1 : int.Parse(before[^digits..]));
            written = name.Length - era.Length;
            return year.TryFormat(buffer[written..], out var length) && (written += length) > 0;
        }

        return false;
    }

    /// <summary>Where a comment ends; where it names the zone, "(GMT+3)", "(CET)", it is none.</summary>
    private static int AfterComment(ReadOnlySpan<char> text, int start)
    {
        var inside = text[(start + 1)..];
        if (inside.Length > 3 && inside[3] is '+' or '-'
            && (inside.StartsWith("GMT", StringComparison.OrdinalIgnoreCase) || inside.StartsWith("UTC", StringComparison.OrdinalIgnoreCase)))
        {
            return start;
        }

        var end = inside.IndexOfAny(')', ']');
        if (end > 2 && (DateWords.Zone(inside[..end]) is not null || ZoneRule.Find(inside[..end]) is not null))
            return start;

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
