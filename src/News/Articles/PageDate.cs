using System.Globalization;

namespace News.Articles;

/// <summary>Dates as pages write them for machines: ISO 8601, RFC 822, seconds or milliseconds since 1970.</summary>
internal static class PageDate
{
    private const int MaxLength = 64;

    private static readonly string[] DayNames = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];

    private static readonly (string Name, string Offset)[] Zones =
    [
        ("UTC", "+00:00"), ("GMT", "+00:00"), ("EST", "-05:00"), ("EDT", "-04:00"), ("CST", "-06:00"), ("CDT", "-05:00"),
        ("MST", "-07:00"), ("MDT", "-06:00"), ("PST", "-08:00"), ("PDT", "-07:00"), ("BST", "+01:00"), ("CET", "+01:00"),
        ("CEST", "+02:00"), ("EET", "+02:00"), ("EEST", "+03:00"),
    ];

    /// <summary>The instant in UTC, a date without a zone taken as UTC; null for what is no full date.</summary>
    public static DateTimeOffset? Parse(string? text)
    {
        if (text is null)
            return null;
        text = text.Trim();
        if (text.Length is < 8 or > MaxLength)
            return null;
        if (text.All(char.IsAsciiDigit))
            return ParseDigits(text);
        // Without a year and a day the parser would take them from today's date.
        return HasYear(text)
            && DateTimeOffset.TryParse(
                WithOffset(WithoutDayName(text)),
                CultureInfo.InvariantCulture,
                DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal | DateTimeStyles.AllowWhiteSpaces,
                out var date)
            ? date
            : null;
    }

    private static DateTimeOffset? ParseDigits(string digits) => digits.Length switch
    {
        10 => DateTimeOffset.FromUnixTimeSeconds(long.Parse(digits)),
        13 => DateTimeOffset.FromUnixTimeMilliseconds(long.Parse(digits)),
        8 => DateTimeOffset.TryParseExact(
            digits, "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var date) ? date : null,
        _ => null,
    };

    private static bool HasYear(string text)
    {
        var digits = 0;
        for (var i = 0; i <= text.Length; i++)
        {
            if (i < text.Length && char.IsAsciiDigit(text[i]))
                digits++;
            else if (digits == 4)
                return true;
            else
                digits = 0;
        }

        return false;
    }

    // The parser refuses a date on the wrong weekday; the date is the surer of the two.
    private static string WithoutDayName(string text)
    {
        var comma = text.IndexOf(',', StringComparison.Ordinal);
        return comma >= 3 && DayNames.Contains(text[..3].ToLowerInvariant()) ? text[(comma + 1)..].TrimStart() : text;
    }

    private static string WithOffset(string text)
    {
        foreach (var (name, offset) in Zones)
        {
            if (text.EndsWith(' ' + name, StringComparison.OrdinalIgnoreCase))
                return text[..^name.Length] + offset;
        }

        return text;
    }
}
