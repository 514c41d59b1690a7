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
    private ZoneRule? place;
    private DayOfWeek? weekday;
    private bool hasTime;
    private bool isBareHour;
    private bool? isAfternoon;
    private bool isEnglishHalf;
    private bool isHalfUnknown;
    private bool wasForeign;
    private bool isMinuteAhead;
    private char signAhead;
    private bool isMonthOrDay;
    private bool isPersianMonth;
    private bool isThaiMonth;
    private bool hasDottedDay;

    public int? Year { get; set; }

    public int? Month { get; set; }

    public int? Day { get; set; }

    public int Hour { get; set; }

    public int Minute { get; set; }

    public int Second { get; set; }

    public bool IsInPersianDigits { get; set; }

    private readonly bool HasDate => Day is not null && Month is not null && Year is not null;

    /// <summary>Null outside of the years that feeds have news of, and for the midnight that stands for "unknown", in whatever zone.</summary>
    public static DateTimeOffset? Sane(DateTimeOffset instant) =>
        instant.Year is < FirstYear or > LastYear || (instant - DateTimeOffset.UnixEpoch).Duration() <= MaximumOffset ? null : instant;

    /// <summary>Null where no calendar or clock has such a moment.</summary>
    public readonly DateTimeOffset? ToInstant()
    {
        if (isBareHour || Date() is not { } date)
            return null;

        // 24:00 is the next day's beginning, a leap second the minute's last.
        var second = Second == 60 ? 59 : Second;
        if (Hour > 24 || Hour == 24 && (Minute > 0 || second > 0) || Minute > 59 || second > 59)
            return null;

        if (HourOfDay() is not { } hour)
            return null;
        var local = date + new TimeSpan(hour, Minute, second) + fraction;
        if (offset is null && place is not null)
            return place.ToUtc(local) is { } utc ? Sane(new DateTimeOffset(utc, TimeSpan.Zero)) : null;
        return Sane(new DateTimeOffset(local - (offset ?? TimeSpan.Zero), TimeSpan.Zero));
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
            if (!hasTime && word[0] is '+' or '-' && !word.Contains(':'))
                return false; // "2024-01-27-01" is none of XML Schema's dates with a zone
            if (char.IsAsciiDigit(word[0]) ? !ReadClock(word) && !ReadBareOffset(word) : !ReadZoneOrName(word))
                return false;
        }

        return true;
    }

    /// <summary>One word of a date that is written out; false where it can't belong to a date.</summary>
    public bool ReadWord(ReadOnlySpan<char> word)
    {
        if (word[0] is '\'' or '’' && word.Length == 3) // "5 Mar '24"
            return ReadNumber(word[1..]);
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
        if (DateWords.Month(two, isAfterDot: false) is not { } month)
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
        if (name.Length > 2 && name[1] is '\'' or '’' && name[0] is 'd' or 'D') // "d’agost"
            name = name[2..];
        if (DateWords.Month(name, hasDottedDay) is { } month)
        {
            Month = month;
            isThaiMonth = name[0] is >= '\u0E00' and <= '\u0E7F';
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

    private readonly DateTime? Date()
    {
        var asRead = Midnight(Year ?? 0, Month ?? 1, Day ?? 1);
        if (!isMonthOrDay)
            return asRead;

        // "Tue, 03/05/2024": of the fifth of March and the third of May, only one is a Tuesday.
        var swapped = Midnight(Year ?? 0, Day ?? 1, Month ?? 1);
        return (asRead?.DayOfWeek == weekday, swapped?.DayOfWeek == weekday) switch
        {
            (true, false) => asRead,
            (false, true) => swapped,
            _ => null,
        };
    }

    /// <summary>Null where it can't be known, or where the clock and its half of the day contradict each other.</summary>
    private readonly int? HourOfDay()
    {
        if (isAfternoon is not { } afternoon)
            return isHalfUnknown && Hour <= 12 ? null : Hour;
        if (Hour == 0 && afternoon && isEnglishHalf)
            return null;

        // "14:00 PM" is 14:00, "14:00 AM" nothing; "午後0時" is noon.
        if (Hour > 12)
            return afternoon ? Hour : null;
        return Hour % 12 + (afternoon ? 12 : 0);
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
        wasForeign = false;
        if (word is "+" or "-")
        {
            signAhead = hasTime && offset is null ? word[0] : '\0';
            return true;
        }

        if (word[0] is '+' or '-')
            return ReadOffset(word);

        var name = word.Trim(".:;|·•");
        if (name.IsEmpty)
            return true;
        if (DateWords.HalfOfDay(name, hasTime) is { } afternoon)
            return ReadHalf(afternoon, char.IsAscii(name[0]));
        if (hasTime && name.Length > 2 && name[1] is 'm' or 'M' && DateWords.HalfOfDay(name[..2], isAfterTime: true) is { } glued
            && (name[2] is '+' or '-' || DateWords.Zone(name[2..]) is not null))
        {
            return ReadHalf(glued, isEnglish: true) && ReadZoneOrName(name[2..]); // "2:00PMEST"
        }

        if (Month is null or 3 && ReadMonthName(name)) // "mar. 5 juin": a Tuesday, not March
            return true;
        if (isBareHour && DateWords.IsHour(name))
        {
            (isBareHour, isMinuteAhead) = (false, true);
            return true;
        }

        weekday ??= DateWords.Weekday(name);
        return ReadZone(name) || DateWords.IsFiller(name) || ReadZoneAndOffset(name) || IsUnknownZone(name) || IsForeign(name);
    }

    private bool ReadHalf(bool afternoon, bool isEnglish)
    {
        // "2:00-4:00 PM" is a span of time, not a zone.
        if (offset is not null || isAfternoon is not null && isAfternoon != afternoon)
            return false;
        isAfternoon = afternoon;
        isEnglishHalf = isEnglish;
        isBareHour = false;
        return true;
    }

    /// <summary>"EST", "Europe/Paris"; before a time, where words are short, only what can't be mistaken.</summary>
    private bool ReadZone(ReadOnlySpan<char> name)
    {
        if (!hasTime && !(HasDate && name.Length > 2 && IsCapitals(name)) && !name.Contains('/') || name.Length == 2 && !IsCapitals(name))
            return false;
        if (DateWords.Zone(name) is { } zone)
            offset ??= zone;
        else if (ZoneRule.Find(name) is { } rule)
            place ??= rule;
        else
            return false;
        return true;
    }

    /// <summary>"GMT+3", "MST-07:00"; and "UTC" by itself, wherever it stands.</summary>
    private bool ReadZoneAndOffset(ReadOnlySpan<char> name)
    {
        if (name.Equals("UTC", StringComparison.OrdinalIgnoreCase) || name.Equals("GMT", StringComparison.OrdinalIgnoreCase))
            return true;
        var sign = name.IndexOfAny('+', '-');
        if (sign is < 2 or > 5 || sign == name.Length - 1)
            return false;
        var before = DateWords.Zone(name[..sign]);
        return before is { } zone && ReadOffset(name[sign..]) && (zone == TimeSpan.Zero || zone == offset);
    }

    /// <summary>A word with letters beyond ASCII is a weekday or a preposition of some language; the months are known.</summary>
    private bool IsForeign(ReadOnlySpan<char> name)
    {
        if (!name.ContainsAnyExceptInRange('\0', '\u007F') || name.ContainsAnyInRange('0', '9'))
            return false;

        // Beside a clock of twelve hours it may be the half of the day.
        isHalfUnknown |= hasTime;
        wasForeign = true;
        return true;
    }

    /// <summary>An unknown zone counts as UTC, as RFC 2822 asks for; two letters may stand for the half of the day.</summary>
    private bool IsUnknownZone(ReadOnlySpan<char> name)
    {
        if (!hasTime || name.Length > 5 || !IsCapitals(name))
            return false;
        isHalfUnknown |= name.Length == 2;
        return true;
    }

    private static bool IsCapitals(ReadOnlySpan<char> name) => !name.ContainsAnyExceptInRange('A', 'Z');

    /// <summary>"14:00", "14:00:05.25Z", "2:00PM", "140005+0300".</summary>
    private bool ReadClock(ReadOnlySpan<char> word)
    {
        // "2024-03-05 00:00:00.0 14:00:00.0": a date's midnight, then the time.
        if (hasTime && ((Hour | Minute | Second) != 0 || isBareHour || offset is not null || isAfternoon is not null || word.Length < 8)
            || !Digits(ref word, 1, 2, out var hour))
        {
            return false;
        }

        hasTime = true;
        isHalfUnknown |= wasForeign;
        Hour = hour;
        var isCompact = !word.IsEmpty && char.IsAsciiDigit(word[0]);
        var hasSeconds = false;
        if (ReadSixty(ref word, isCompact, out var minute))
        {
            Minute = minute;
            hasSeconds = ReadSixty(ref word, isCompact, out var second);
            Second = second;
        }

        if (word.Length > 1 && word[0] is '.' or ',' or ':' && char.IsAsciiDigit(word[1]) && !(hasSeconds && ReadFraction(ref word)))
            return false;
        return word.IsEmpty || word is ":" or "." or "h" || ReadZoneOrName(word[0] == ':' && word[1] is '+' or '-' ? word[1..] : word);
    }

    /// <summary>":30", or ".30" as in "14.30".</summary>
    private static bool ReadSixty(ref ReadOnlySpan<char> word, bool isCompact, out int value)
    {
        value = 0;
        if (isCompact)
            return Digits(ref word, 2, 2, out value);
        if (word.Length < 2 || !char.IsAsciiDigit(word[1])
            || word[0] != ':' && !(word[0] == '.' && word.Length > 2 && char.IsAsciiDigit(word[2]) && (word.Length == 3 || !char.IsAsciiDigit(word[3]))))
        {
            return false;
        }

        word = word[1..];
        return Digits(ref word, 1, 2, out value);
    }

    /// <summary>".25" and ",25"; after a colon milliseconds, or zeros.</summary>
    private bool ReadFraction(ref ReadOnlySpan<char> word)
    {
        var isAfterColon = word[0] == ':';
        word = word[1..];
        var length = 0;
        long ticks = 0;
        for (var scale = TimeSpan.TicksPerSecond / 10; length < word.Length && char.IsAsciiDigit(word[length]); scale /= 10)
            ticks += scale * (word[length++] - '0');
        word = word[length..];
        if (isAfterColon && length != 3 && ticks != 0)
            return false;
        fraction = TimeSpan.FromTicks(ticks);
        return true;
    }

    /// <summary>"14:00:00 03:00", "14:00:00 0000": the plus was lost on its way through an address.</summary>
    private bool ReadBareOffset(ReadOnlySpan<char> word)
    {
        if (!hasTime || offset is not null)
            return false;
        if (word is "00")
        {
            offset = TimeSpan.Zero;
            return true;
        }

        if (word.Length is not (4 or 5) || word.Length == 5 && word[2] != ':')
            return false;
        return ReadOffset(word, '+');
    }

    /// <summary>"+0300", "+03:00", "-5", "+5:30"; false for what no clock on earth shows.</summary>
    private bool ReadOffset(ReadOnlySpan<char> word) => ReadOffset(word.TrimStart(word[0]), word[0]); // "--0700"

    private bool ReadOffset(ReadOnlySpan<char> digits, char sign)
    {
        digits = digits.EndsWith(":00") && digits.Length > 6 ? digits[..^3] : digits.TrimEnd("Zz");
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
        isBareHour = false;
        offset = (sign == '-' ? -1 : 1) * new TimeSpan(hours, minutes, 0);
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

        wasForeign = false;
        if (length <= 2 && Day is null)
            (Day, hasDottedDay) = (value, digits is ".");
        else if (Year is null)
            Year = isThaiMonth && length == 2 ? 2500 + value : FullYear(value, length);
        else if (signAhead != '\0' && length == 4 && value <= 1400)
            return ReadOffset(word, signAhead); // "+ 0300"
        else if (length == 2 && hasTime && isMinuteAhead)
            (Minute, isMinuteAhead) = (value, false);
        else if (length <= 2 && !hasTime)
            (Hour, hasTime, isBareHour) = (value, true, true);
        else
            return (value == 0 || length == 2) && ReadBareOffset(word);
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
        if (Day is not null && Year is not null)
            return word.Contains('.') && ReadClock(word.TrimEnd('.'));

        Span<Range> ranges = stackalloc Range[4];
        var trimmed = word.Trim('.');
        var count = trimmed.SplitAny(ranges, "-/.", StringSplitOptions.RemoveEmptyEntries);
        var first = trimmed[ranges[0]];
        var second = count > 1 ? trimmed[ranges[1]] : default;
        if (count != 3 || Day is not null || Year is not null || !int.TryParse(first, NumberStyles.None, null, out var day))
            return false;

        wasForeign = false;
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
        if (isDayFirst && third.Length <= 2 && (hasDots ? first.Value >= 20 && third.Value < 20 : third.Value <= 31))
            return false; // the year's two digits may stand first
        if (!isDayFirst && second <= 12)
        {
            // The fourth of March or the third of April?
            isMonthOrDay = true;
            if (third.Length != 4)
                return false;
        }

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
