using System.Collections.Frozen;
using News.Matching;

namespace News.Stories;

/// <summary>Resolves the days that a report names against the day on which it was published.</summary>
internal static class EventDay
{
    // Further back a weekday is more often one that lies ahead: "the funeral is on Saturday".
    private const int FurthestBack = 4;

    /// <summary>From this hour on (UTC) it is tomorrow somewhere in the world.</summary>
    private const int HourOfTomorrow = 10;

    private static readonly FrozenDictionary<uint, int> Weekdays = Numbered(
        """
        sunday domingo dimanche sonntag domenica воскресенье الأحد یکشنبه,
        monday lunes lundi montag lunedi segunda понедельник الاثنين الإثنين دوشنبه pazartesi,
        tuesday martes mardi dienstag martedi terca вторник الثلاثاء سه‌شنبه salı,
        wednesday miercoles mercredi mittwoch mercoledi quarta среду среда الأربعاء چهارشنبه çarşamba,
        thursday jueves jeudi donnerstag giovedi quinta четверг الخميس پنجشنبه perşembe,
        friday viernes vendredi freitag venerdi sexta пятницу пятница الجمعة جمعه,
        saturday sabado samedi samstag sabato субботу суббота السبت شنبه cumartesi
        """);

    private static readonly FrozenDictionary<uint, int> Months = Numbered(
        """
        january enero janvier januar jan, february febrero fevrier februar feb, march marzo mars marz, april abril avril, may mayo mai,
        june junio juin juni, july julio juillet juli, august agosto aout aug, september septiembre septembre sept, october octubre octobre oktober oct,
        november noviembre novembre nov, december diciembre decembre dezember dec
        """);

    private static readonly FrozenDictionary<uint, int> Nearby = Numbered("yesterday hier ayer gestern, today tonight heute hoy aujourd");

    /// <summary>How many days after (or, below zero, before) its publication a weekday lies that a report names; null where it is none.</summary>
    public static int? OfWeekday(uint mark, DateTimeOffset published)
    {
        if (!Weekdays.TryGetValue(mark, out var weekday))
            return null;
        var back = ((int)published.UtcDateTime.DayOfWeek - weekday + 7) % 7;
        if (back == 6 && published.UtcDateTime.Hour >= HourOfTomorrow)
            return 1;
        return back <= FurthestBack ? -back : null;
    }

    /// <summary>0 for "today", -1 for "yesterday"; null for another word.</summary>
    public static int? OfNearby(uint mark) => Nearby.TryGetValue(mark, out var which) ? which - 1 : null;

    /// <summary>The same for "3 March" or "March 3", near publication.</summary>
    public static int? OfDate(uint month, ReadOnlySpan<char> day, DateTimeOffset published)
    {
        if (!Months.TryGetValue(month, out var number) || !int.TryParse(day, out var date) || date is < 1 or > 31)
            return null;
        var from = published.UtcDateTime.Date;
        for (var days = -FurthestBack; days <= 1; days++)
        {
            var there = from.AddDays(days);
            if (there.Month == number + 1 && there.Day == date)
                return days;
        }

        return null;
    }

    /// <summary>A weekday or a month.</summary>
    public static bool IsInDate(uint mark) => Weekdays.ContainsKey(mark) || Months.ContainsKey(mark);

    public static bool IsMonth(uint mark) => Months.ContainsKey(mark);

    /// <summary>Plain marks of a word's folded letters: days must not be taken for their likes.</summary>
    public static uint MarkOf(ReadOnlySpan<char> folded) => EventWords.ExactMarkOf(folded);

    private static FrozenDictionary<uint, int> Numbered(string lines)
    {
        Dictionary<uint, int> numbers = [];
        var number = 0;
        var words = new Words();
        foreach (var line in lines.Split(','))
        {
            words.Clear();
            words.Read(line);
            foreach (var word in words.All)
                numbers.TryAdd(MarkOf(words.FoldedOf(word)), number);
            number++;
        }

        return numbers.ToFrozenDictionary();
    }
}
