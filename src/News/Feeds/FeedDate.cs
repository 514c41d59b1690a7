using System.Buffers;
using System.Globalization;
using System.Text.Unicode;

namespace News.Feeds;

/// <summary>
/// Dates as feeds write them → an instant in UTC: RFC 822/2822, RFC 850, asctime, ISO 8601/W3CDTF with parts missing, in
/// weeks or in days of the year, seconds or milliseconds since 1970, and the usual sins (wrong weekdays, missing seconds,
/// misplaced commas, month names, digits and clocks of other languages).
/// </summary>
/// <remarks>
/// No date is better than a wrong one: what is impossible, ambiguous ("03/04/2024") or outside of 1970 to 2100 is null, and
/// so is the first second of 1970, which is how programs write that they don't know. A date without a zone, or with one that
/// nobody knows, counts as UTC. Nothing is allocated.
/// </remarks>
public static class FeedDate
{
    private const int MaximumLength = 120;

    public static DateTimeOffset? TryParse(string? text) => TryParse(text.AsSpan());

    public static DateTimeOffset? TryParse(ReadOnlySpan<char> text)
    {
        text = text.Trim();
        if (text.Length is 0 or > MaximumLength)
            return null;
        if (FromUsual(text) is { } usual)
            return usual;

        if (text[0] == '-' && text.Length > 1 && char.IsAsciiDigit(text[1]))
            return null;

        Span<char> buffer = stackalloc char[2 * MaximumLength];
        var clean = DateNotation.Normalised(text, buffer, out var isPersian);
        if (clean.IsEmpty)
            return null;
        var parts = new DateParts { IsInPersianDigits = isPersian };
        return DateNotation.IsNumber(clean) ? FromNumber(clean, parts) : FromIso(clean, parts) ?? FromWords(clean, parts);
    }

    /// <param name="text">In UTF-8.</param>
    public static DateTimeOffset? TryParseUtf8(ReadOnlySpan<byte> text)
    {
        text = text.Trim(" \t\r\n"u8);
        Span<char> chars = stackalloc char[MaximumLength];
        return Utf8.ToUtf16(text, chars, out _, out var written) == OperationStatus.Done ? TryParse(chars[..written]) : null;
    }

    /// <summary>The two notations of nearly all feeds, by their positions: "2024-03-05T14:00:00Z", "Tue, 05 Mar 2024 14:00:00 GMT".</summary>
    private static DateTimeOffset? FromUsual(ReadOnlySpan<char> text)
    {
        if (text.Length >= 20 && text[4] == '-' && text[7] == '-' && text[10] == 'T')
        {
            return TwoDigits(text, 0) is { } century && TwoDigits(text, 2) is { } years && TwoDigits(text, 5) is { } month
                && TwoDigits(text, 8) is { } day && UsualZone(text[19..]) is { } zone
                ? Usual(100 * century + years, month, day, text.Slice(11, 8), zone)
                : null;
        }

        if (text.Length > 5 && text[3] == ',' && text[4] == ' ')
            text = text[5..];
        if (text.Length < 23)
            return null;
        if (text[1] == ' ' && char.IsAsciiDigit(text[0]))
            return UsualMail(text[0] - '0', text[2..]);
        return text[2] == ' ' && TwoDigits(text, 0) is { } twoDigits ? UsualMail(twoDigits, text[3..]) : null;
    }

    /// <summary>"Mar 2024 14:00:00 GMT"</summary>
    private static DateTimeOffset? UsualMail(int day, ReadOnlySpan<char> rest) =>
        rest.Length > 18 && rest[3] == ' ' && rest[8] == ' ' && rest[17] == ' ' && DateWords.EnglishMonth(rest) is { } month
        && TwoDigits(rest, 4) is { } century && TwoDigits(rest, 6) is { } years && UsualZone(rest[18..]) is { } zone
            ? Usual(100 * century + years, month, day, rest.Slice(9, 8), zone)
            : null;

    private static DateTimeOffset? Usual(int year, int month, int day, ReadOnlySpan<char> clock, int zoneMinutes)
    {
        if (year is <= 1970 or > DateParts.LastYear || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month)
            || clock[2] != ':' || clock[5] != ':'
            || TwoDigits(clock, 0) is not (< 24 and var hour) || TwoDigits(clock, 3) is not (< 60 and var minute)
            || TwoDigits(clock, 6) is not (< 60 and var second))
        {
            return null;
        }

        return new DateTimeOffset(new DateTime(year, month, day, hour, minute, second).AddMinutes(-zoneMinutes), TimeSpan.Zero);
    }

    private static int? UsualZone(ReadOnlySpan<char> zone)
    {
        if (zone is "Z" or "GMT" or "UTC")
            return 0;
        if (zone.IsEmpty || zone[0] is not ('+' or '-') || zone.Length is not (5 or 6) || zone.Length == 6 && zone[3] != ':')
            return null;
        return TwoDigits(zone, 1) is < 15 and var hours && TwoDigits(zone, zone.Length - 2) is < 60 and var minutes
            ? (zone[0] == '-' ? -1 : 1) * (60 * hours + minutes)
            : null;
    }

    private static int? TwoDigits(ReadOnlySpan<char> text, int at) =>
        char.IsAsciiDigit(text[at]) && char.IsAsciiDigit(text[at + 1]) ? 10 * (text[at] - '0') + text[at + 1] - '0' : null;

    /// <summary>A year, a date without marks (20240305, 20240305140000), or seconds or milliseconds since 1970.</summary>
    private static DateTimeOffset? FromNumber(ReadOnlySpan<char> text, DateParts parts)
    {
        var dot = text.IndexOf('.');
        var whole = dot < 0 ? text : text[..dot];
        switch (whole.Length)
        {
            case 4:
                parts.Year = int.Parse(whole);
                return parts.ToInstant();
            case 7:
                parts.Year = int.Parse(whole[..4]);
                return parts.ToInstant(int.Parse(whole[4..]), default);
            case 8 or 12 or 14:
                parts.Year = int.Parse(whole[..4]);
                parts.Month = int.Parse(whole.Slice(4, 2));
                parts.Day = int.Parse(whole.Slice(6, 2));
                return parts.ReadTime(whole[8..]) ? parts.ToInstant() : null;
            case 9 or 10:
                return DateParts.Sane(DateTimeOffset.FromUnixTimeSeconds(long.Parse(whole)));
            case 13:
                return DateParts.Sane(DateTimeOffset.FromUnixTimeMilliseconds(long.Parse(whole)));
            case 16 when long.Parse(whole) is var micro:
                return DateParts.Sane(DateTimeOffset.FromUnixTimeMilliseconds(micro / 1000));
            default:
                return null;
        }
    }

    /// <summary>"2024-03-05T14:00:00.5+03:00" with any of the later parts missing, and with "/" or " " for marks.</summary>
    private static DateTimeOffset? FromIso(ReadOnlySpan<char> rest, DateParts parts)
    {
        // "Tue, 2024-03-05"
        var comma = rest.IndexOf(',');
        if (comma > 0 && !rest[..comma].ContainsAnyInRange('0', '9'))
            rest = rest[(comma + 1)..].TrimStart();
        if (!DateParts.Digits(ref rest, 4, 4, out var year))
            return null;

        parts.Year = year;
        if (rest.IsEmpty)
            return parts.ToInstant();
        if (char.IsAsciiDigit(rest[0]))
            return CompactIso(rest, parts); // 20240305T140000Z
        if (rest[0] is 'W' or 'w')
            return WeekDate(rest[1..], parts);

        var mark = rest[0];
        if (mark is not ('-' or '/' or '.' or ':'))
            return null;
        rest = rest[1..].TrimStart();
        if (mark == '-' && rest.Length >= 3 && rest[0] is 'W' or 'w')
            return WeekDate(rest[1..], parts);
        if (mark == '-' && DayOfYear(rest) is { } dayOfYear)
            return parts.ToInstant(dayOfYear, rest[3..]);
        return ReadMonth(ref rest, ref parts) && ReadDay(ref rest, ref parts) && parts.ReadTime(rest) ? parts.ToInstant() : null;
    }

    /// <summary>"03", or the month's name.</summary>
    private static bool ReadMonth(ref ReadOnlySpan<char> rest, ref DateParts parts)
    {
        if (rest.Length > 3 && rest[0] == '0' && char.IsAsciiDigit(rest[2]) && rest[3] is '-' or '/')
            rest = rest[1..]; // "2003-012-31"
        if (DateParts.Digits(ref rest, 1, 2, out var month))
        {
            parts.Month = month;
            return true;
        }

        var end = rest.IndexOfAny('-', '/');
        if (end < 0 || !parts.ReadMonthName(rest[..end]))
            return false;
        rest = rest[end..];
        return true;
    }

    private static bool ReadDay(ref ReadOnlySpan<char> rest, ref DateParts parts)
    {
        if (rest.IsEmpty || rest[0] is not ('-' or '/' or '.' or ':'))
            return true;
        rest = rest[1..].TrimStart();
        if (!DateParts.Digits(ref rest, 1, 2, out var day))
            return false;
        if (!rest.IsEmpty && rest[0] == '.')
            rest = rest[1..]; // "2024. 3. 5."
        parts.Day = day;
        return true;
    }

    private static DateTimeOffset? CompactIso(ReadOnlySpan<char> rest, DateParts parts)
    {
        if (DayOfYear(rest) is { } dayOfYear)
            return parts.ToInstant(dayOfYear, rest[3..]);
        if (!DateParts.Digits(ref rest, 2, 2, out var month) || !DateParts.Digits(ref rest, 2, 2, out var day))
            return null;
        parts.Month = month;
        parts.Day = day;
        return parts.ReadTime(rest) ? parts.ToInstant() : null;
    }

    private static int? DayOfYear(ReadOnlySpan<char> rest) =>
        rest.Length >= 3 && char.IsAsciiDigit(rest[0]) && char.IsAsciiDigit(rest[1]) && char.IsAsciiDigit(rest[2])
        && (rest.Length == 3 || !char.IsAsciiDigit(rest[3]) && rest[3] is not ('-' or '/'))
            ? int.Parse(rest[..3])
            : null;

    /// <summary>"2024-W10-2", "2024W102": the second day of the tenth week.</summary>
    private static DateTimeOffset? WeekDate(ReadOnlySpan<char> rest, DateParts parts)
    {
        var year = parts.Year ?? 0;
        if (!DateParts.Digits(ref rest, 1, 2, out var week))
            return null;
        var weekday = 1;
        if (!rest.IsEmpty && (rest[0] == '-' || char.IsAsciiDigit(rest[0])))
        {
            rest = rest[0] == '-' ? rest[1..] : rest;
            if (!DateParts.Digits(ref rest, 1, 1, out weekday))
                return null;
        }

        if (year is < 1900 or > 9000 || week < 1 || week > ISOWeek.GetWeeksInYear(year) || weekday is < 1 or > 7)
            return null;
        var date = ISOWeek.ToDateTime(year, week, (DayOfWeek)(weekday % 7));
        (parts.Year, parts.Month, parts.Day) = (date.Year, date.Month, date.Day);
        return parts.ReadTime(rest) ? parts.ToInstant() : null;
    }

    /// <summary>"Tue, 05 Mar 2024 14:00:00 EST", "March 5, 2024 2:00 PM", "Tue Mar 5 14:00:00 UTC 2024", "5. März 2024".</summary>
    private static DateTimeOffset? FromWords(ReadOnlySpan<char> text, DateParts parts)
    {
        var isFirst = true;
        while (!text.IsEmpty)
        {
            var word = NextWord(ref text, out var isBeforeComma);
            if (word.IsEmpty)
                continue;
            if (parts.ReadMonthOfTwo(word, text))
                NextWord(ref text, out _);
            else if (!parts.ReadWord(word) && !(isFirst && isBeforeComma && !word.ContainsAnyInRange('0', '9')))
                return null; // a word before the first comma is a weekday, in whatever language
            isFirst = false;
        }

        return parts.Day is not null && parts.Month is not null && parts.Year is not null ? parts.ToInstant() : null;
    }

    private static ReadOnlySpan<char> NextWord(ref ReadOnlySpan<char> text, out bool isBeforeComma)
    {
        var end = text.IndexOfAny(' ', ',');
        var word = end < 0 ? text : text[..end];
        isBeforeComma = end >= 0 && text[end] == ',';
        text = end < 0 ? default : text[(end + 1)..];
        return word;
    }
}
