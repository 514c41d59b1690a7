using System.Collections.Frozen;

namespace News.Feeds;

/// <summary>The names that dates are written with: months and weekdays of the big languages, and time zones.</summary>
internal static class DateWords
{
    // One line a month. Names are compared by their whole and, for Latin and Cyrillic, by the short forms given here.
    private static readonly string[] MonthNames =
    [
        "jan january januar jänner januari janvier janv enero ene gennaio gen janeiro январь января янв січень січня styczeń stycznia sty ocak oca leden ledna januára يناير كانون_الثاني ژانویه ianuarie tammikuu",
        "feb february februar februari février fevrier févr fév fevr febrero febbraio fevereiro fev февраль февраля фев февр лютий лютого luty lutego lut şubat şub subat únor února فبراير شباط فوریه februarie helmikuu",
        "mar march märz maerz mrz mär maart mrt mars marzo março marco март марта мар березень березня marzec marca mart březen března مارس آذار اذار martie maaliskuu",
        "apr april avril avr abril abr aprile апрель апреля апр квітень квітня kwiecień kwietnia kwi nisan nis duben dubna أبريل ابريل إبريل نيسان آوریل aprilie huhtikuu",
        "may mai mei mayo maggio mag maio май мая травень травня maj maja mayıs mayis květen května مايو أيار ايار مه toukokuu",
        "jun june juni juin junio giugno giu junho июнь июня июн червень червня czerwiec czerwca cze haziran haz červen června يونيو يونيه حزيران ژوئن iunie kesäkuu",
        "jul july juli juillet juil julio luglio lug julho июль июля июл липень липня lipiec lipca lip temmuz tem červenec července يوليو يوليه تموز ژوئیه iulie heinäkuu",
        "aug august augustus août aout agosto ago август августа авг серпень серпня sierpień sierpnia sie ağustos ağu agustos srpen srpna أغسطس اغسطس آب اوت elokuu augusti",
        "sep sept september septembre septiembre setiembre settembre set setembro сентябрь сентября сен сент вересень вересня wrzesień września wrz eylül eyl eylul září سبتمبر أيلول ايلول سپتامبر septembrie syyskuu",
        "oct october oktober okt octobre octubre ottobre ott outubro out октябрь октября окт жовтень жовтня październik października paź ekim eki říjen října أكتوبر اكتوبر تشرين_الأول تشرين_الاول اکتبر octombrie lokakuu",
        "nov november novembre noviembre novembro ноябрь ноября ноя нояб листопад листопада listopad listopada lis kasım kas kasim نوفمبر تشرين_الثاني نوامبر noiembrie marraskuu",
        "dec december dezember dez décembre decembre déc diciembre dic dicembre dezembro декабрь декабря дек грудень грудня grudzień grudnia gru aralık ara aralik prosinec prosince ديسمبر كانون_الأول كانون_الاول دسامبر decembrie joulukuu",
    ];

    private const string Fillers =
        "mon monday tue tues tuesday wed wednesday weds thu thur thurs thursday fri friday sat saturday sun sunday " +
        "mo di mi do fr sa so montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag " +
        "lun lundi mardi mer mercredi jeu jeudi ven vendredi sam samedi dim dimanche lunes martes mié mie miércoles jue " +
        "jueves vie viernes sáb sab sábado domingo dom lunedì martedì mercoledì giovedì gio venerdì sabato domenica " +
        "seg segunda-feira ter terça terça-feira qua quarta quarta-feira qui quinta quinta-feira sex sexta sexta-feira " +
        "maandag ma dinsdag woensdag wo donderdag vrijdag vr zaterdag za zondag zo " +
        "пн понедельник вт вторник ср среда чт четверг пт пятница сб суббота вс воскресенье г " +
        "pon poniedziałek wt wtorek śr środa czw czwartek pt piątek sob sobota ndz niedziela pazartesi salı çarşamba perşembe cuma cumartesi pazar " +
        "pzt sal çar per cum cmt paz mar الاثنين الإثنين الثلاثاء الأربعاء الاربعاء الخميس الجمعة السبت الأحد الاحد " +
        "de del of at um à a le el den der il o am - – , | uhr год";

    private static readonly FrozenDictionary<string, int> Months = MonthNames
        .SelectMany((names, index) => names.Split(' ').Select(name => (Name: name.Replace('_', ' '), Month: index + 1)))
        .DistinctBy(pair => pair.Name)
        .ToFrozenDictionary(pair => pair.Name, pair => pair.Month, StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string> FillerWords =
        Fillers.Split(' ').ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    // Hours east of UTC. Where a name has several meanings, the one that feeds use most.
    private static readonly FrozenDictionary<string, double> Zones = new Dictionary<string, double>(StringComparer.OrdinalIgnoreCase)
    {
        ["Z"] = 0, ["UT"] = 0, ["UTC"] = 0, ["GMT"] = 0, ["WET"] = 0, ["WEST"] = 1, ["BST"] = 1,
        ["CET"] = 1, ["MEZ"] = 1, ["MET"] = 1, ["CEST"] = 2, ["MESZ"] = 2, ["MEST"] = 2, ["WAT"] = 1,
        ["EET"] = 2, ["CAT"] = 2, ["SAST"] = 2, ["EEST"] = 3, ["IDT"] = 3, ["TRT"] = 3, ["EAT"] = 3, ["MSK"] = 3, ["MSD"] = 4,
        ["IRST"] = 3.5, ["IRDT"] = 4.5, ["GST"] = 4, ["AFT"] = 4.5, ["PKT"] = 5, ["UZT"] = 5, ["IST"] = 5.5, ["NPT"] = 5.75,
        ["WIB"] = 7, ["ICT"] = 7, ["HKT"] = 8, ["SGT"] = 8, ["MYT"] = 8, ["PHT"] = 8, ["AWST"] = 8, ["JST"] = 9, ["KST"] = 9,
        ["ACST"] = 9.5, ["AEST"] = 10, ["ACDT"] = 10.5, ["AEDT"] = 11, ["NZST"] = 12, ["NZDT"] = 13,
        ["NST"] = -3.5, ["NDT"] = -2.5, ["AST"] = -4, ["ADT"] = -3, ["EST"] = -5, ["EDT"] = -4, ["ET"] = -5,
        ["CST"] = -6, ["CDT"] = -5, ["CT"] = -6, ["MST"] = -7, ["MDT"] = -6, ["MT"] = -7, ["PST"] = -8, ["PDT"] = -7, ["PT"] = -8,
        ["AKST"] = -9, ["AKDT"] = -8, ["HST"] = -10, ["BRT"] = -3, ["BRST"] = -2, ["ART"] = -3, ["CLT"] = -4, ["CLST"] = -3,
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    public static int? Month(ReadOnlySpan<char> name) =>
        Months.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(name.Trim("."), out var month) ? month : null;

    public static TimeSpan? Zone(ReadOnlySpan<char> name) =>
        Zones.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(name, out var hours) ? TimeSpan.FromHours(hours) : null;

    /// <summary>Words that say nothing about the moment: weekdays, which are often wrong, and little words.</summary>
    public static bool IsFiller(ReadOnlySpan<char> word) =>
        FillerWords.GetAlternateLookup<ReadOnlySpan<char>>().Contains(word.Trim(".:;"));
}
