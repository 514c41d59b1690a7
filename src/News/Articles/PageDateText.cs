using System.Collections.Frozen;

namespace News.Articles;

/// <summary>A day as readers see it: "28. Januar 2025", "January 28, 2025", "28 de enero de 2025", "28.01.2025", "2025年1月28日".</summary>
internal static class PageDateText
{
    // Longer lines are sentences, and the days in them are the story's.
    private const int MaxLine = 120;

    private static readonly FrozenDictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> Months = MonthNames();

    /// <summary>The first full day that the line names, at midnight UTC; null where there is none or it can be read in two ways.</summary>
    public static DateTimeOffset? Find(ReadOnlySpan<char> line)
    {
        if (line.Length > MaxLine)
            return null;
        var parts = new Parts();
        for (var i = 0; i < line.Length;)
        {
            var start = i;
            if (char.IsAsciiDigit(line[i]))
            {
                while (i < line.Length && char.IsAsciiDigit(line[i]))
                    i++;
                parts.Push(line[start..i], month: 0, i < line.Length ? line[i] : ' ');
            }
            else if (char.IsLetter(line[i]))
            {
                while (i < line.Length && (char.IsLetter(line[i]) || (line[i] is '\u0301')))
                    i++;
                var word = line[start..i];
                if (Months.TryGetValue(word, out var month))
                    parts.Push([], month, ' ');
                else if (!IsJoint(word))
                    parts = default;
            }
            else
            {
                i++;
                continue;
            }

            if (parts.Day() is { } day)
                return day;
        }

        return null;
    }

    public static bool IsMonth(ReadOnlySpan<char> word) => Months.ContainsKey(word);

    // "28th of January", "28 de enero de 2025", "2025年1月28日".
    private static bool IsJoint(ReadOnlySpan<char> word) => word is "de" or "of" or "th" or "st" or "nd" or "rd" or "del" or "er" or "年" or "月" or "日";

    private static FrozenDictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> MonthNames()
    {
        string[] names =
        [
            "january jan januar jänner janvier janv enero ene janeiro gennaio gen januari stycznia января ocak",
            "february feb februar févr février fevrier febrero fevereiro fev febbraio februari lutego февраля şubat",
            "march mar märz maerz mrz mars marzo março maart mrt marca марта mart",
            "april apr avril avr abril abr aprile kwietnia апреля nisan",
            "may mai mayo maio maggio mag mei maja мая mayıs",
            "june jun juni juin junio junho giugno giu czerwca июня haziran",
            "july jul juli juillet juil julio julho luglio lug lipca июля temmuz",
            "august aug août aout agosto ago augustus sierpnia августа ağustos",
            "september sep sept septembre septiembre setembro set settembre września сентября eylül",
            "october oct oktober okt octobre octubre outubro out ottobre ott października октября ekim",
            "november nov novembre noviembre novembro listopada ноября kasım",
            "december dec dezember dez décembre déc diciembre dic dezembro dicembre grudnia декабря aralık",
        ];
        var months = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        for (var i = 0; i < names.Length; i++)
        {
            foreach (var name in WordTable.Words(names[i]))
                months[name] = i + 1;
        }

        return months.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>The last three numbers and months that were read, in order.</summary>
    private struct Parts
    {
        private int _first;
        private int _second;
        private int _third;
        private int _month;
        private int _lengths;
        private char _mark;
        private char _lastMark;

        /// <param name="month">1 to 12 for a month's name.</param>
        /// <param name="mark">What stands behind a number: in "28.01.2025" a dot.</param>
        public void Push(ReadOnlySpan<char> digits, int month, char mark)
        {
            var number = digits.Length is 1 or 2 or 4 ? int.Parse(digits, System.Globalization.CultureInfo.InvariantCulture) : month > 0 ? -month : 0;
            (_first, _second, _third) = (_second, _third, number);
            _lengths = ((_lengths << 4) | digits.Length) & 0xFFF;
            (_mark, _lastMark) = (_lastMark, mark);
            _month = month;
        }

        public readonly DateTimeOffset? Day()
        {
            var lengths = _lengths;
            var isYearLast = (lengths & 0xF) == 4;
            var isYearFirst = lengths >> 8 == 4;
            if (isYearLast && _second < 0 && _first > 0)
                return Day(_third, -_second, _first); // 28 January 2025
            if (isYearLast && _first < 0 && _second > 0)
                return Day(_third, -_first, _second); // January 28, 2025
            if (isYearFirst && _second > 0 && _third > 0 && (lengths & 0xF) <= 2)
                return Day(_first, _second, _third); // 2025-01-28
            if (!isYearLast || _first <= 0 || _second <= 0 || lengths >> 8 == 4)
                return null;
            if (_mark == '.' || _first > 12 || _first == _second)
                return Day(_third, _second, _first); // 28.01.2025
            return _second > 12 ? Day(_third, _first, _second) : null; // 1/28/2025
        }

        private static DateTimeOffset? Day(int year, int month, int day) =>
            year is >= 1990 and <= 2100 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month)
                ? new DateTimeOffset(year, month, day, 0, 0, 0, TimeSpan.Zero)
                : null;
    }
}
