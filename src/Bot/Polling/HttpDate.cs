using System.Globalization;

namespace Bot.Polling;

/// <summary>
/// A date as HTTP headers carry it (RFC 9110, 5.6.7): <c>Wed, 15 Jan 2025 12:00:00 GMT</c>, and the two forms of old,
/// <c>Wednesday, 15-Jan-25 12:00:00 GMT</c> and <c>Wed Jan 15 12:00:00 2025</c>.
/// </summary>
/// <remarks>A wrong weekday, missing seconds and a zone as +0100 are forgiven; what is no date ("0", "-1", "soon") is none.</remarks>
internal static class HttpDate
{
    private const string Months = "janfebmaraprmayjunjulaugsepoctnovdec";
    private const string Weekdays = "montuewedthufrisatsun";
    private const int LongestText = 64;

    /// <param name="now">A year of two digits is the one nearest to now that is at most 50 years ahead.</param>
    public static DateTimeOffset? TryParse(ReadOnlySpan<char> text, DateTimeOffset now)
    {
        text = text.Trim().Trim('"');
        if (text.Length > LongestText)
            return null;

        var parts = new Parts();
        while (!text.IsEmpty)
        {
            var end = parts.HasTime ? text.IndexOfAny(' ', ',') : text.IndexOfAny(" ,-");
            var word = end < 0 ? text : text[..end];
            text = end < 0 ? [] : text[(end + 1)..];
            if (!word.IsEmpty && !parts.Take(word))
                return null;
        }

        return parts.ToDate(now);
    }

    private static int IndexIn(string names, ReadOnlySpan<char> word)
    {
        if (word.Length < 3)
            return -1;
        Span<char> lower = stackalloc char[3];
        word[..3].ToLowerInvariant(lower);
        for (var i = 0; i < names.Length; i += 3)
        {
            if (names.AsSpan(i, 3).SequenceEqual(lower))
                return i / 3;
        }

        return -1;
    }

    private struct Parts
    {
        private int? _day;
        private int? _month;
        private int? _year;
        private bool _shortYear;
        private TimeSpan? _time;
        private TimeSpan _zone;

        public readonly bool HasTime => _time is not null;

        public bool Take(ReadOnlySpan<char> word)
        {
            if (word.Contains(':'))
                return _time is null && TakeTime(word);
            if (char.IsAsciiDigit(word[0]))
                return TakeNumber(word);
            if (word[0] is '+' or '-')
                return HasTime && TakeZone(word);
            if (IndexIn(Months, word) is >= 0 and var month && _month is null)
            {
                _month = month + 1;
                return true;
            }

            return IndexIn(Weekdays, word) >= 0
                || word.Equals("GMT", StringComparison.OrdinalIgnoreCase)
                || word is "UTC" or "UT" or "Z";
        }

        public readonly DateTimeOffset? ToDate(DateTimeOffset now)
        {
            if (_day is not { } day || _month is not { } month || _year is not { } year || _time is not { } time)
                return null;
            if (_shortYear)
            {
                year += now.Year / 100 * 100;
                if (year > now.Year + 50)
                    year -= 100;
            }

            if (year is < 1 or > 9998 || day < 1 || day > DateTime.DaysInMonth(year, month))
                return null;
            return new DateTimeOffset(year, month, day, 0, 0, 0, TimeSpan.Zero) + time - _zone is var date && date.Year > 1 ? date : null;
        }

        private bool TakeTime(ReadOnlySpan<char> word)
        {
            if (!TimeSpan.TryParseExact(word, [@"h\:m\:s", @"h\:m"], CultureInfo.InvariantCulture, out var time))
                return false;
            _time = time;
            return true;
        }

        private bool TakeNumber(ReadOnlySpan<char> word)
        {
            if (!int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
                return false;
            if (_day is null && word.Length <= 2)
            {
                _day = number;
                return true;
            }

            if (_year is not null || word.Length is not (2 or 4))
                return false;
            (_year, _shortYear) = (number, word.Length == 2);
            return true;
        }

        private bool TakeZone(ReadOnlySpan<char> word)
        {
            if (word.Length != 5 || !int.TryParse(word[1..], NumberStyles.None, CultureInfo.InvariantCulture, out var number)
                || number / 100 > 14 || number % 100 > 59)
                return false;
            _zone = TimeSpan.FromMinutes((number / 100 * 60) + (number % 100)) * (word[0] == '-' ? -1 : 1);
            return true;
        }
    }
}
