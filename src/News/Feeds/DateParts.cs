namespace News.Feeds;

/// <summary>The parts of a date while they are found, in whatever order a feed writes them.</summary>
internal sealed class DateParts
{
    private static readonly TimeSpan MaximumOffset = TimeSpan.FromHours(15);

    private TimeSpan fraction;
    private TimeSpan? offset;
    private bool hasTime;
    private bool? isAfternoon;

    public int? Year { get; set; }

    public int? Month { get; set; }

    public int? Day { get; set; }

    public int Hour { get; set; }

    public int Minute { get; set; }

    public int Second { get; set; }

    /// <summary>Null where no calendar or clock has such a moment.</summary>
    public DateTimeOffset? ToInstant()
    {
        var year = Year ?? 0;
        var month = Month ?? 1;
        var day = Day ?? 1;

        // 24:00 is the next day's beginning, a leap second the minute's last; year 1 is how programs write "none".
        var endOfDay = Hour == 24 && Minute == 0 && Second == 0;
        if (Second == 60)
            Second = 59;
        if (year is < 1900 or > 9000 || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month)
            || Hour > 23 && !endOfDay || Minute > 59 || Second > 59)
        {
            return null;
        }

        var hour = endOfDay ? 0 : Hour;
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
        var local = new DateTime(year, month, day, hour, Minute, Second, DateTimeKind.Utc) + fraction;
        if (endOfDay)
            local = local.AddDays(1);
        return new DateTimeOffset(local - zone, TimeSpan.Zero);
    }

    /// <summary>"2024-065": the 65th day.</summary>
    public DateTimeOffset? ToInstant(int dayOfYear, ref ReadOnlySpan<char> rest)
    {
        var year = Year ?? 0;
        rest = rest[3..];
        if (year is < 1900 or > 9000 || dayOfYear < 1 || dayOfYear > (DateTime.IsLeapYear(year) ? 366 : 365))
            return null;
        var date = new DateTime(year, 1, 1, 0, 0, 0, DateTimeKind.Utc).AddDays(dayOfYear - 1);
        Month = date.Month;
        Day = date.Day;
        return ReadTime(ref rest) ? ToInstant() : null;
    }

    /// <summary>What follows an ISO date: nothing, or a time and perhaps a zone; false where it is neither.</summary>
    public bool ReadTime(ref ReadOnlySpan<char> rest)
    {
        rest = rest.TrimStart();
        if (!rest.IsEmpty && rest[0] is 'T' or 't' or ',')
            rest = rest[1..].TrimStart();
        while (!rest.IsEmpty)
        {
            var space = rest.IndexOf(' ');
            var word = space < 0 ? rest : rest[..space];
            rest = space < 0 ? default : rest[space..].TrimStart();
            if (!hasTime && char.IsAsciiDigit(word[0]) ? !ReadClock(word) : !ReadZoneOrName(word))
                return false;
        }

        return true;
    }

    /// <summary>One word of a date that is written out; false where it can't belong to a date.</summary>
    public bool ReadWord(string word)
    {
        if (word.Contains(':', StringComparison.Ordinal) && char.IsAsciiDigit(word[0]))
            return ReadClock(word);
        if (char.IsAsciiDigit(word[0]))
            return word.AsSpan().IndexOfAny('-', '/', '.') is var mark && mark > 0 && mark < word.Length - 1
                ? ReadMarked(word)
                : ReadNumber(word);
        return ReadZoneOrName(word);
    }

    private bool ReadZoneOrName(ReadOnlySpan<char> word)
    {
        if (word[0] is '+' or '-')
            return ReadOffset(word);

        var name = word.Trim(".");
        if (name.IsEmpty)
            return true;
        if (hasTime && (name.Equals("am", StringComparison.OrdinalIgnoreCase) || name is "a.m" or "上午" or "오전" or "ص"))
            isAfternoon = false;
        else if (hasTime && (name.Equals("pm", StringComparison.OrdinalIgnoreCase) || name is "p.m" or "下午" or "오후" or "م"))
            isAfternoon = true;
        else if (Month is null or 3 && DateWords.Month(name) is { } month) // "mar. 5 juin": a Tuesday, not March
            Month = month;
        else if (DateWords.Zone(name) is { } zone && hasTime)
            offset ??= zone;
        else if (name.StartsWith("GMT", StringComparison.OrdinalIgnoreCase) || name.StartsWith("UTC", StringComparison.OrdinalIgnoreCase))
            return name.Length == 3 || name[3] is '+' or '-' && ReadOffset(name[3..]);
        else
            return DateWords.IsFiller(name) || hasTime && IsZoneName(name);
        return true;
    }

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
        if (hasTime)
            return false;
        hasTime = true;
        if (!FeedDate.Digits(ref word, 1, 2, out var hour))
            return false;
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
        return word.IsEmpty || word is ":" || ReadZoneOrName(word);
    }

    private static bool ReadSixty(ref ReadOnlySpan<char> word, bool isCompact, out int value)
    {
        value = 0;
        if (isCompact)
            return FeedDate.Digits(ref word, 2, 2, out value);
        if (word.Length < 2 || word[0] != ':' || !char.IsAsciiDigit(word[1]))
            return false;
        word = word[1..];
        return FeedDate.Digits(ref word, 1, 2, out value);
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
            if (!int.TryParse(digits[..^2], out hours) || !int.TryParse(digits[^2..], out minutes))
                return false;
        }
        else if (!int.TryParse(colon < 0 ? digits : digits[..colon], out hours)
            || colon >= 0 && !int.TryParse(digits[(colon + 1)..], out minutes))
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
    private bool ReadNumber(string word)
    {
        var digits = word.AsSpan();
        if (!FeedDate.Digits(ref digits, 1, 4, out var value))
            return false;
        var length = word.Length - digits.Length;
        if (digits is not ("" or "." or "st" or "nd" or "rd" or "th" or "er" or "º" or "ª"))
        {
            // "2PM", or an hour as in "14h30"
            return !hasTime && length <= 2 && ReadHourWord(value, digits);
        }

        if (length <= 2 && Day is null)
            Day = value;
        else if (Year is null)
            Year = FullYear(value, length);
        else
            return false;
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
            if (!FeedDate.Digits(ref rest, 2, 2, out var minute) || !rest.IsEmpty)
                return false;
            Minute = minute;
            return true;
        }

        if (!rest.Equals("am", StringComparison.OrdinalIgnoreCase) && !rest.Equals("pm", StringComparison.OrdinalIgnoreCase))
            return false;
        hasTime = true;
        Hour = hour;
        isAfternoon = rest[0] is 'p' or 'P';
        return true;
    }

    /// <summary>"05-Mar-2024", "05.03.2024" (the day comes first), "13/03/2024" (only one of the two can be the day).</summary>
    private bool ReadMarked(string word)
    {
        var pieces = word.Trim('.').Split(['-', '/', '.'], StringSplitOptions.RemoveEmptyEntries);
        if (pieces.Length != 3 || Day is not null || Month is not null || Year is not null || !int.TryParse(pieces[0], out var first))
            return false;

        if (DateWords.Month(pieces[1]) is { } named)
        {
            Month = named;
            if (pieces[0].Length == 4)
                (Year, Day) = (first, int.TryParse(pieces[2], out var last) ? last : 0);
            else
                (Day, Year) = (first, int.TryParse(pieces[2], out var year) ? FullYear(year, pieces[2].Length) : 0);
            return true;
        }

        if (!int.TryParse(pieces[1], out var second) || !int.TryParse(pieces[2], out var third) || pieces[0].Length > 2)
            return false;
        var isDayFirst = word.Contains('.', StringComparison.Ordinal) || first > 12 || first == second;
        if (!isDayFirst && second <= 12)
            return false; // the fourth of March or the third of April?
        (Day, Month) = isDayFirst ? (first, second) : (second, first);
        Year = FullYear(third, pieces[2].Length);
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
