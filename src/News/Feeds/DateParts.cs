using System.Globalization;

namespace News.Feeds;

/// <summary>The parts of a date while they are found, in whatever order a feed writes them.</summary>
internal struct DateParts
{
    public const int FirstYear = 1970, LastYear = 2100;

    private const int BuddhistYears = 543;

    private static readonly TimeSpan MaximumOffset = TimeSpan.FromHours(15);

    private static readonly PersianCalendar Persian = new();

    private TimeSpan fraction;
    private TimeSpan? offset;
    private bool hasTime;
    private bool? isAfternoon;
    private bool isPersianMonth;

    public int? Year { get; set; }

    public int? Month { get; set; }

    public int? Day { get; set; }

    public int Hour { get; set; }

    public int Minute { get; set; }

    public int Second { get; set; }

    public bool IsInPersianDigits { get; set; }

    /// <summary>Null outside of the years that feeds have news of, and for the second that stands for "unknown".</summary>
    public static DateTimeOffset? Sane(DateTimeOffset instant) =>
        instant.Year is < FirstYear or > LastYear || instant == DateTimeOffset.UnixEpoch ? null : instant;

    /// <summary>Null where no calendar or clock has such a moment.</summary>
    public readonly DateTimeOffset? ToInstant()
    {
        if (Midnight(Year ?? 0, Month ?? 1, Day ?? 1) is not { } date)
            return null;

        // 24:00 is the next day's beginning, a leap second the minute's last.
        var second = Second == 60 ? 59 : Second;
        if (Hour > 24 || Hour == 24 && (Minute > 0 || second > 0) || Minute > 59 || second > 59)
            return null;

        var hour = Hour;
        if (isAfternoon is { } afternoon)
        {
            // "14:00 PM" is 14:00; "0:30 AM" is half past midnight.
            if (afternoon && hour < 12)
                hour += 12;
            else if (!afternoon && hour == 12)
                hour = 0;
        }

        var zone = offset ?? TimeSpan.Zero;
        if (zone.Duration() > MaximumOffset)
            return null;
        var local = date + new TimeSpan(hour, Minute, second) + fraction;
        return Sane(new DateTimeOffset(local - zone, TimeSpan.Zero));
    }

    /// <summary>"2024-065": the 65th day.</summary>
    public DateTimeOffset? ToInstant(int dayOfYear, ReadOnlySpan<char> time)
    {
        var year = Year ?? 0;
        if (year is < FirstYear or > LastYear || dayOfYear < 1 || dayOfYear > (DateTime.IsLeapYear(year) ? 366 : 365))
            return null;
        var date = new DateTime(year, 1, 1, 0, 0, 0, DateTimeKind.Utc).AddDays(dayOfYear - 1);
        Month = date.Month;
        Day = date.Day;
        return ReadTime(time) ? ToInstant() : null;
    }

    /// <summary>What follows an ISO date: nothing, or a time and perhaps a zone; false where it is neither.</summary>
    public bool ReadTime(ReadOnlySpan<char> rest)
    {
        rest = rest.TrimStart();
        if (!rest.IsEmpty && rest[0] is 'T' or 't' or ',')
            rest = rest[1..].TrimStart();
        while (!rest.IsEmpty)
        {
            var space = rest.IndexOf(' ');
            var word = (space < 0 ? rest : rest[..space]).TrimEnd(',');
            rest = space < 0 ? default : rest[space..].TrimStart();
            if (word.IsEmpty)
                continue;
            if (char.IsAsciiDigit(word[0]) ? !ReadClock(word) && !ReadBareOffset(word) : !ReadZoneOrName(word))
                return false;
        }

        return true;
    }

    /// <summary>One word of a date that is written out; false where it can't belong to a date.</summary>
    public bool ReadWord(ReadOnlySpan<char> word)
    {
        if (!char.IsAsciiDigit(word[0]))
            return ReadZoneOrName(word);
        if (word.Contains(':'))
            return ReadClock(word) || ReadBareOffset(word);
        return word.IndexOfAny('-', '/', '.') is var mark && mark > 0 && mark < word.Length - 1 ? ReadMarked(word) : ReadNumber(word);
    }

    /// <summary>"كانون الثاني", "tháng 3": a month in two words.</summary>
    public bool ReadMonthOfTwo(ReadOnlySpan<char> word, ReadOnlySpan<char> after)
    {
        if (Month is not null || char.IsAsciiDigit(word[0]) || char.IsAscii(word[0]) && !word.StartsWith('t') && !word.StartsWith('T'))
            return false;
        var end = after.IndexOfAny(' ', ',');
        if ((end < 0 ? after : after[..end]) is not { IsEmpty: false } second)
            return false;
        if (word.Equals("tháng", StringComparison.OrdinalIgnoreCase) && Digits(ref second, 1, 2, out var number) && second.IsEmpty)
        {
            Month = number;
            return true;
        }

        Span<char> two = stackalloc char[word.Length + 1 + second.Length];
        word.CopyTo(two);
        two[word.Length] = ' ';
        second.CopyTo(two[(word.Length + 1)..]);
        if (DateWords.Month(two) is not { } month)
            return false;
        Month = month;
        return true;
    }

    /// <summary>"März", "آذار/مارس" with both of its names, "במרץ" with its preposition.</summary>
    public bool ReadMonthName(ReadOnlySpan<char> name)
    {
        if (name.IndexOf('/') is var slash and > 0)
            name = name[..slash];
        if (name.StartsWith('ב') && name.Length > 3)
            name = name[1..];
        if (DateWords.Month(name) is { } month)
        {
            Month = month;
            return true;
        }

        if (DateWords.PersianMonth(name) is not { } persian)
            return false;
        Month = persian;
        isPersianMonth = true;
        return true;
    }

    public static bool Digits(ref ReadOnlySpan<char> rest, int minimum, int maximum, out int value)
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

    /// <summary>
    /// The day's beginning. 1402 is a year of Iran where its months or digits stand beside it, 2567 one of Thailand.
    /// </summary>
    private readonly DateTime? Midnight(int year, int month, int day)
    {
        if (year is > 1370 and < 1430 && (isPersianMonth || IsInPersianDigits))
            return month is >= 1 and <= 12 && day >= 1 && day <= Persian.GetDaysInMonth(year, month) ? Persian.ToDateTime(year, month, day, 0, 0, 0, 0) : null;
        if (year is > FirstYear + BuddhistYears and <= LastYear + BuddhistYears)
            year -= BuddhistYears;
        return isPersianMonth || year is < FirstYear - 1 or > LastYear + 1 || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month)
            ? null
            : new DateTime(year, month, day, 0, 0, 0, DateTimeKind.Utc);
    }

    private bool ReadZoneOrName(ReadOnlySpan<char> word)
    {
        if (word[0] is '+' or '-')
            return ReadOffset(word);

        var name = word.Trim(".:;|·•");
        if (name.IsEmpty)
            return true;
        if (DateWords.HalfOfDay(name, hasTime) is { } afternoon)
            isAfternoon = afternoon;
        else if (Month is null or 3 && ReadMonthName(name)) // "mar. 5 juin": a Tuesday, not March
            return true;
        else if (hasTime && DateWords.Zone(name) is { } zone)
            offset ??= zone;
        else if (name.StartsWith("GMT", StringComparison.OrdinalIgnoreCase) || name.StartsWith("UTC", StringComparison.OrdinalIgnoreCase))
            return name.Length == 3 || name[3] is '+' or '-' && ReadOffset(name[3..]);
        else
            return DateWords.IsFiller(name) || hasTime && IsZoneName(name) || IsForeign(name);
        return true;
    }

    // A word with letters beyond ASCII is a weekday or a preposition of some language; the months are known.
    private static bool IsForeign(ReadOnlySpan<char> name) =>
        name.ContainsAnyExceptInRange('\0', '\u007F') && !name.ContainsAnyInRange('0', '9');

    // An unknown zone counts as UTC, as RFC 2822 asks for.
    private static bool IsZoneName(ReadOnlySpan<char> name)
    {
        foreach (var c in name)
        {
            if (!char.IsAsciiLetterUpper(c))
                return name.StartsWith("Etc/", StringComparison.Ordinal);
        }

        return name.Length <= 5;
    }

    /// <summary>"14:00", "14:00:05.25Z", "2:00PM", "140005+0300".</summary>
    private bool ReadClock(ReadOnlySpan<char> word)
    {
        if (hasTime || !Digits(ref word, 1, 2, out var hour))
            return false;
        hasTime = true;
        Hour = hour;
        var isCompact = !word.IsEmpty && char.IsAsciiDigit(word[0]);
        if (ReadSixty(ref word, isCompact, out var minute))
        {
            Minute = minute;
            if (ReadSixty(ref word, isCompact, out var second))
                Second = second;
        }

        if (word.Length > 1 && word[0] is '.' or ',' or ':' && char.IsAsciiDigit(word[1]))
            ReadFraction(ref word);
        return word.IsEmpty || word is ":" or "." or "h" || ReadZoneOrName(word);
    }

    private static bool ReadSixty(ref ReadOnlySpan<char> word, bool isCompact, out int value)
    {
        value = 0;
        if (isCompact)
            return Digits(ref word, 2, 2, out value);
        if (word.Length < 2 || word[0] != ':' || !char.IsAsciiDigit(word[1]))
            return false;
        word = word[1..];
        return Digits(ref word, 1, 2, out value);
    }

    private void ReadFraction(ref ReadOnlySpan<char> word)
    {
        word = word[1..];
        long ticks = 0;
        var scale = TimeSpan.TicksPerSecond;
        while (!word.IsEmpty && char.IsAsciiDigit(word[0]))
        {
            scale /= 10;
            ticks += scale * (word[0] - '0');
            word = word[1..];
        }

        fraction = TimeSpan.FromTicks(ticks);
    }

    /// <summary>"14:00:00 03:00", "14:00:00 0000": the plus was lost on its way through an address.</summary>
    private bool ReadBareOffset(ReadOnlySpan<char> word)
    {
        if (!hasTime || offset is not null || word.Length is not (4 or 5) || word.Length == 5 && word[2] != ':')
            return false;
        Span<char> signed = stackalloc char[word.Length + 1];
        signed[0] = '+';
        word.CopyTo(signed[1..]);
        return ReadOffset(signed);
    }

    /// <summary>"+0300", "+03:00", "-5", "+5:30"; false for what no clock on earth shows.</summary>
    private bool ReadOffset(ReadOnlySpan<char> word)
    {
        var sign = word[0] == '-' ? -1 : 1;
        var digits = word[1..];
        if (digits.IsEmpty)
            return true;

        var colon = digits.IndexOf(':');
        int hours, minutes = 0;
        if (colon < 0 && digits.Length is 3 or 4)
        {
            if (!int.TryParse(digits[..^2], NumberStyles.None, null, out hours) || !int.TryParse(digits[^2..], NumberStyles.None, null, out minutes))
                return false;
        }
        else if (!int.TryParse(colon < 0 ? digits : digits[..colon], NumberStyles.None, null, out hours)
            || colon >= 0 && !int.TryParse(digits[(colon + 1)..], NumberStyles.None, null, out minutes))
        {
            // "2024-Mar": a mark between the parts of a date, not a zone's sign.
            return false;
        }

        if (hours is < 0 or > 15 || minutes is < 0 or > 59)
            return false;
        offset = sign * new TimeSpan(hours, minutes, 0);
        return true;
    }

    /// <summary>A number alone: the day comes first, then the year; "5th" and "5." are days.</summary>
    private bool ReadNumber(ReadOnlySpan<char> word)
    {
        var digits = word;
        if (!Digits(ref digits, 1, 4, out var value))
            return false;
        var length = word.Length - digits.Length;
        if (digits is not ("" or "." or "st" or "nd" or "rd" or "th" or "er" or "º" or "ª" or "°" or "-го"))
        {
            // "2PM", or an hour as in "14h30"
            return !hasTime && length <= 2 && ReadHourWord(value, digits);
        }

        if (length <= 2 && Day is null)
            Day = value;
        else if (Year is null)
            Year = FullYear(value, length);
        else
            return value == 0 && length == 4 && ReadBareOffset(word);
        return true;
    }

    private bool ReadHourWord(int hour, ReadOnlySpan<char> rest)
    {
        if (rest[0] is 'h' or 'H')
        {
            rest = rest[1..];
            hasTime = true;
            Hour = hour;
            if (rest.IsEmpty)
                return true;
            if (!Digits(ref rest, 2, 2, out var minute) || !rest.IsEmpty)
                return false;
            Minute = minute;
            return true;
        }

        if (DateWords.HalfOfDay(rest, isAfterTime: true) is not { } afternoon)
            return false;
        hasTime = true;
        Hour = hour;
        isAfternoon = afternoon;
        return true;
    }

    /// <summary>"05-Mar-2024", "05.03.2024" (the day comes first), "13/03/2024" (only one of the two can be the day), "14.30".</summary>
    private bool ReadMarked(ReadOnlySpan<char> word)
    {
        Span<Range> ranges = stackalloc Range[4];
        var trimmed = word.Trim('.');
        var count = trimmed.SplitAny(ranges, "-/.", StringSplitOptions.RemoveEmptyEntries);
        var first = trimmed[ranges[0]];
        var second = count > 1 ? trimmed[ranges[1]] : default;
        if (count == 2 && second.Length == 2 && !hasTime && Day is not null && Year is not null && trimmed[first.Length] == '.')
            return Digits(ref second, 2, 2, out var minute) && second.IsEmpty && ReadClock(first) && (Minute = minute) < 60;
        if (count != 3 || Day is not null || Year is not null || !int.TryParse(first, NumberStyles.None, null, out var day))
            return false;

        var third = trimmed[ranges[2]];
        if (!int.TryParse(third, NumberStyles.None, null, out var year))
            return false;
        if (!char.IsAsciiDigit(second[0]))
        {
            if (!ReadMonthName(second))
                return false;
            (Day, Year) = first.Length == 4 ? (year, day) : (day, FullYear(year, third.Length));
            return true;
        }

        return int.TryParse(second, NumberStyles.None, null, out var month) && ReadThree((day, first.Length), month, (year, third.Length), trimmed.Contains('.'));
    }

    /// <summary>Three numbers, where only one order of them is a date.</summary>
    private bool ReadThree((int Value, int Length) first, int second, (int Value, int Length) third, bool hasDots)
    {
        if (first.Length == 4)
        {
            (Year, Month, Day) = (first.Value, second, third.Value);
            return true;
        }

        if (first.Length > 2 || first.Value > 31)
            return false;
        var isDayFirst = hasDots || first.Value > 12 || first.Value == second;
        if (!isDayFirst && second <= 12)
            return false; // the fourth of March or the third of April?
        if (isDayFirst && !hasDots && third.Length == 2 && third.Value <= 31)
            return false; // the year's two digits may stand first
        (Day, Month) = isDayFirst ? (first.Value, second) : (second, first.Value);
        Year = FullYear(third.Value, third.Length);
        return true;
    }

    /// <summary>RFC 2822: 00 to 49 are this century, 50 to 99 the last, three digits count from 1900.</summary>
    private static int FullYear(int year, int digits) => digits switch
    {
        <= 2 => year < 50 ? year + 2000 : year + 1900,
        3 => year + 1900,
        _ => year,
    };
}
