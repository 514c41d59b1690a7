using System.Globalization;
using System.Text;

namespace News.Feeds;

/// <summary>
/// Dates as feeds write them → an instant in UTC: RFC 822/2822, ISO 8601/W3CDTF with parts missing, asctime, seconds since
/// 1970, and the usual sins (wrong weekdays, missing seconds, misplaced commas, month names of other languages).
/// </summary>
/// <remarks>
/// No date is better than a wrong one: what is impossible or ambiguous ("03/04/2024") is null. A date without a zone, or
/// with one that nobody knows, counts as UTC.
/// </remarks>
public static class FeedDate
{
    private const int MaximumLength = 120;

    public static DateTimeOffset? TryParse(string? text)
    {
        if (string.IsNullOrWhiteSpace(text) || text.Length > MaximumLength)
            return null;

        var clean = Normalised(text);
        if (clean.Length == 0)
            return null;
        return IsNumber(clean) ? FromNumber(clean) : FromIso(clean) ?? FromWords(clean);
    }

    /// <summary>ASCII digits and signs, one space for many, no comments: "( ) 2024年3月5日" → "2024-3-5".</summary>
    private static string Normalised(string text)
    {
        var clean = new StringBuilder(text.Length);
        var comment = 0;
        foreach (var c in text)
        {
            if (c == '(')
                comment++;
            else if (c == ')')
                comment = Math.Max(0, comment - 1);
            if (comment > 0 || c is ')' or '\u200E' or '\u200F' or '\u202A' or '\u202B' or '\u202C')
                continue;

            var mapped = c switch
            {
                >= '\uFF10' and <= '\uFF19' => (char)('0' + (c - '\uFF10')),
                >= '\u0660' and <= '\u0669' => (char)('0' + (c - '\u0660')),
                >= '\u06F0' and <= '\u06F9' => (char)('0' + (c - '\u06F0')),
                '年' or '月' or '년' or '월' => '-',
                '日' or '일' => ' ',
                '\u2212' or '\u2010' or '\u2011' or '\u2013' => '-',
                '\u060C' => ',',
                _ => char.IsWhiteSpace(c) ? ' ' : c,
            };
            if (mapped == ' ' && (clean.Length == 0 || clean[^1] is ' ' or '-'))
                continue;
            clean.Append(mapped);
        }

        return clean.ToString().Trim(' ', ',', '"', '\'');
    }

    private static bool IsNumber(string text)
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

    /// <summary>A year, a date without marks (20240305, 20240305140000), or seconds or milliseconds since 1970.</summary>
    private static DateTimeOffset? FromNumber(string text)
    {
        var whole = text.Split('.')[0];
        var parts = new DateParts();
        switch (whole.Length)
        {
            case 4:
                parts.Year = int.Parse(whole);
                return parts.ToInstant();
            case 8 or 12 or 14:
                parts.Year = int.Parse(whole.AsSpan(0, 4));
                parts.Month = int.Parse(whole.AsSpan(4, 2));
                parts.Day = int.Parse(whole.AsSpan(6, 2));
                if (whole.Length > 8)
                {
                    parts.Hour = int.Parse(whole.AsSpan(8, 2));
                    parts.Minute = int.Parse(whole.AsSpan(10, 2));
                }

                if (whole.Length == 14)
                    parts.Second = int.Parse(whole.AsSpan(12, 2));
                return parts.ToInstant();
            case 9 or 10:
                return DateTimeOffset.FromUnixTimeSeconds(long.Parse(whole));
            case 13:
                return DateTimeOffset.FromUnixTimeMilliseconds(long.Parse(whole));
            default:
                return null;
        }
    }

    /// <summary>"2024-03-05T14:00:00.5+03:00" with any of the later parts missing, and with "/" or " " for marks.</summary>
    private static DateTimeOffset? FromIso(string text)
    {
        var rest = text.AsSpan();
        if (!Digits(ref rest, 4, 4, out var year))
            return null;

        var parts = new DateParts { Year = year };
        if (rest.IsEmpty)
            return parts.ToInstant();
        if (char.IsAsciiDigit(rest[0]))
            return CompactIso(rest, parts); // 20240305T140000Z

        var mark = rest[0];
        if (mark is not ('-' or '/' or '.' or ':'))
            return null;
        rest = rest[1..];
        if (mark == '-' && rest.Length >= 3 && rest[0] is 'W' or 'w')
            return WeekDate(rest[1..], year);
        if (mark == '-' && DayOfYear(rest) is { } dayOfYear)
            return parts.ToInstant(dayOfYear, ref rest);
        if (!Digits(ref rest, 1, 2, out var month))
            return null;
        parts.Month = month;
        if (!rest.IsEmpty && rest[0] is '-' or '/' or '.' or ':')
        {
            rest = rest[1..].TrimStart();
            if (!Digits(ref rest, 1, 2, out var day))
                return null;
            parts.Day = day;
        }

        return parts.ReadTime(ref rest) ? parts.ToInstant() : null;
    }

    private static DateTimeOffset? CompactIso(ReadOnlySpan<char> rest, DateParts parts)
    {
        if (!Digits(ref rest, 2, 2, out var month) || !Digits(ref rest, 2, 2, out var day))
            return null;
        parts.Month = month;
        parts.Day = day;
        return parts.ReadTime(ref rest) ? parts.ToInstant() : null;
    }

    private static int? DayOfYear(ReadOnlySpan<char> rest) =>
        rest.Length >= 3 && char.IsAsciiDigit(rest[0]) && char.IsAsciiDigit(rest[1]) && char.IsAsciiDigit(rest[2])
        && (rest.Length == 3 || !char.IsAsciiDigit(rest[3]))
            ? int.Parse(rest[..3])
            : null;

    private static DateTimeOffset? WeekDate(ReadOnlySpan<char> rest, int year)
    {
        if (!Digits(ref rest, 1, 2, out var week))
            return null;
        var weekday = 1;
        if (rest.Length > 1 && rest[0] == '-')
        {
            rest = rest[1..];
            if (!Digits(ref rest, 1, 1, out weekday))
                return null;
        }

        if (year is < 1900 or > 9000 || week < 1 || week > ISOWeek.GetWeeksInYear(year) || weekday is < 1 or > 7)
            return null;
        var date = ISOWeek.ToDateTime(year, week, (DayOfWeek)(weekday % 7));
        var parts = new DateParts { Year = date.Year, Month = date.Month, Day = date.Day };
        return parts.ReadTime(ref rest) ? parts.ToInstant() : null;
    }

    /// <summary>"Tue, 05 Mar 2024 14:00:00 EST", "March 5, 2024 2:00 PM", "Tue Mar 5 14:00:00 UTC 2024", "5. März 2024".</summary>
    private static DateTimeOffset? FromWords(string text)
    {
        var parts = new DateParts();
        var words = text.Split([' ', ','], StringSplitOptions.RemoveEmptyEntries);
        for (var i = 0; i < words.Length; i++)
        {
            var two = i + 1 < words.Length ? $"{words[i]} {words[i + 1]}" : null;
            if (two is not null && DateWords.Month(two) is { } twoWords && parts.Month is null)
            {
                parts.Month = twoWords;
                i++;
            }
            else if (!parts.ReadWord(words[i]))
            {
                return null;
            }
        }

        return parts.Day is not null && parts.Month is not null && parts.Year is not null ? parts.ToInstant() : null;
    }

    internal static bool Digits(ref ReadOnlySpan<char> rest, int minimum, int maximum, out int value)
    {
        value = 0;
        var length = 0;
        while (length < rest.Length && length < maximum && char.IsAsciiDigit(rest[length]))
            value = value * 10 + (rest[length++] - '0');
        if (length < minimum)
            return false;
        rest = rest[length..];
        return true;
    }
}
