using System.Collections.Frozen;
using System.Globalization;

namespace News.Feeds;

/// <summary>The names that dates are written with: months and weekdays of the big languages, and time zones.</summary>
internal static class DateWords
{
    // One line a month. Names are compared by their whole and by the short forms given here, without regard to case.
    private static readonly string[] MonthNames =
    [
        "jan january januar jänner jän januari janvier janv enero ene gennaio gen janeiro январь января янв січень січня січ styczeń stycznia sty ocak oca leden ledna januára január " +
        "ianuarie ian tammikuu tammikuuta ιανουάριος ιανουαρίου ιαν يناير كانون_الثاني جانفي ژانویه جنوری ינואר जनवरी জানুয়ারি มกราคม ม.ค tháng_một",
        "feb february februar februari février fevrier févr fév fevr febrero febbraio fevereiro fev февраль февраля фев февр лютий лютого лют luty lutego şubat şub subat únor února február febr " +
        "februarie helmikuu helmikuuta φεβρουάριος φεβρουαρίου φεβ φεβρ فبراير شباط فيفري فوریه فروری פברואר फरवरी फ़रवरी ফেব্রুয়ারি กุมภาพันธ์ ก.พ tháng_hai",
        "mar march märz maerz mrz mär maart mrt mars marzo març março marco marts март марта мар березень березня бер marzec marca mart březen března március márc " +
        "martie maaliskuu maaliskuuta μάρτιος μαρτίου μαρ μάρ μαρτ maret مارس آذار اذار مارچ מרץ מרס मार्च মার্চ มีนาคม มี.ค tháng_ba",
        "apr april avril avr abril abr aprile апрель апреля апр квітень квітня квіт кві kwiecień kwietnia kwi nisan nis duben dubna apríl április ápr " +
        "aprilie huhtikuu huhtikuuta απρίλιος απριλίου απρ أبريل ابريل إبريل أفريل نيسان آوریل اپریل אפריל अप्रैल এপ্রিল เมษายน เม.ย tháng_tư",
        "may mai mei mayo maggio mag maio maj maja máj mája май мая травень травня трав тра mayıs mayis květen května május " +
        "toukokuu toukokuuta μάιος μάϊος μαΐου μαϊου μαι μάι μαϊ μάϊ مايو ماي أيار ايار مه مئی מאי मई মে พฤษภาคม พ.ค tháng_năm",
        "jun june juni juin junio giugno giu junho июнь июня июн червень червня черв чер czerwiec czerwca cze haziran haz červen června jún júna június " +
        "iunie iun kesäkuu kesäkuuta ιούνιος ιουνίου ιουν ιούν يونيو يونيه جوان حزيران ژوئن جون יוני जून জুন มิถุนายน มิ.ย tháng_sáu",
        "jul july juli juillet juil julio luglio lug julho июль июля июл липень липня лип lipiec lipca lip temmuz tem červenec července júl júla július " +
        "iulie iul heinäkuu heinäkuuta ιούλιος ιουλίου ιουλ ιούλ يوليو يوليه يوليوز جويلية تموز ژوئیه جولائی יולי जुलाई জুলাই กรกฎาคม ก.ค tháng_bảy",
        "aug august augustus augusti août aout agosto ago agustus agu август августа авг серпень серпня серп сер sierpień sierpnia sie ağustos ağu agustos srpen srpna augusztus " +
        "elokuu elokuuta αύγουστος αυγούστου αυγ αύγ أغسطس اغسطس أوت غشت آب اوت اگست אוגוסט अगस्त আগস্ট สิงหาคม ส.ค tháng_tám",
        "sep sept september septembre septembrie septiembre setiembre settembre set setembro сентябрь сентября сен сент вересень вересня вер wrzesień września wrz eylül eyl eylul září szeptember szept " +
        "syyskuu syyskuuta σεπτέμβριος σεπτεμβρίου σεπ σεπτ سبتمبر شتنبر أيلول ايلول سپتامبر ستمبر ספטמבר सितंबर सितम्बर সেপ্টেম্বর กันยายน ก.ย tháng_chín",
        "oct october oktober okt octobre octubre ottobre ott outubro out octombrie október октябрь октября окт жовтень жовтня жовт жов październik października paź ekim eki říjen října " +
        "lokakuu lokakuuta οκτώβριος οκτωβρίου οκτ أكتوبر اكتوبر تشرين_الأول تشرين_الاول اکتبر اکتوبر אוקטובר अक्टूबर अक्तूबर অক্টোবর ตุลาคม ต.ค",
        "nov november novembre noviembre novembro ноябрь ноября ноя нояб листопад листопада лист лис listopad listopada lis kasım kas kasim " +
        "noiembrie marraskuu marraskuuta νοέμβριος νοεμβρίου νοε νοέ نوفمبر نونبر تشرين_الثاني نوامبر نومبر נובמבר नवंबर नवम्बर নভেম্বর พฤศจิกายน พ.ย",
        "dec december dezember dez decembre décembre déc diciembre dic dicembre dezembro desember des decembra декабрь декабря дек грудень грудня груд гру grudzień grudnia gru aralık ara aralik prosinec prosince " +
        "decembrie joulukuu joulukuuta δεκέμβριος δεκεμβρίου δεκ ديسمبر دجنبر كانون_الأول كانون_الاول دسامبر دسمبر דצמבר दिसंबर दिसम्बर ডিসেম্বর ธันวาคม ธ.ค",
    ];

    // Iran's own; with both ways to write the last letter.
    private const string PersianMonthNames =
        "فروردین,فروردين اردیبهشت,ارديبهشت خرداد تیر,تير مرداد شهریور,شهريور مهر آبان آذر دی,دي بهمن اسفند";

    // A word beyond ASCII that is no month needs an entry only where it stands beside a clock.
    private const string Fillers =
        "mon monday tue tues tuesday wed wednesday weds thu thur thurs thursday fri friday sat saturday sun sunday " +
        "mo di mi do fr sa so montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag " +
        "lun lundi mardi mer mercredi jeu jeudi ven vendredi sam samedi dim dimanche lunes martes mie jueves jue " +
        "vie viernes sab domingo dom gio sabato domenica seg segunda segunda-feira ter qua quarta quarta-feira qui quinta " +
        "quinta-feira sex sexta sexta-feira maandag ma dinsdag woensdag wo donderdag vrijdag vr zaterdag za zondag zo " +
        "pon wtorek wt czwartek czw pt sob sobota niedziela ndz nd po ut st ct pa so ne pazartesi cuma cumartesi pazar pzt sal per cum cmt paz " +
        "mandag tirsdag tir onsdag ons torsdag tor tors fredag fre sondag tisdag tis man maanantai tiistai keskiviikko torstai perjantai " +
        "lauantai sunnuntai ke to pe la su ti senin selasa rabu kamis jumat sabtu minggu sen sel rab kam jum min luni joi vineri " +
        "szerda szombat kedd p sz cs ngay nam luc thang kl klo ora ore orele alle las los " +
        "às в во о об у ساعت الساعة الساعه ساعة στις την בשעה ב को बजे समय เวลา น lúc vào klokken kell г гг году года р рр року ч ден ميلادي ميلادية م سنة عام " +
        "ngày tháng năm published posted d gada թ da la " +
        "de del of at um on the a le el den der il o am m - , | uhr roku godz pukul jam saat";

    private static readonly FrozenDictionary<string, int> Months = MonthNames
        .SelectMany((names, index) => $"{names} {DateNames.Months[index]}".Split(' ').Select(name => (Name: name.Replace('_', ' '), Month: index + 1)))
        .DistinctBy(pair => pair.Name)
        .ToFrozenDictionary(pair => pair.Name, pair => pair.Month, StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenDictionary<string, int> PersianMonths = PersianMonthNames
        .Split(' ')
        .SelectMany((names, index) => names.Split(',').Select(name => (Name: name, Month: index + 1)))
        .ToFrozenDictionary(pair => pair.Name, pair => pair.Month, StringComparer.Ordinal);

    private static readonly string[] Weekdays = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"];

    private static readonly FrozenSet<string> FillerWords =
        $"{Fillers} {DateNames.Weekdays}".Split(' ').ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string> Mornings =
        "am a.m a 上午 午前 凌晨 早上 清晨 오전 ص صباحا صباحًا ق.ظ قبلازظهر öö πμ π.μ सुबह पूर्वाह्न முற்பகல் ಪೂರ್ವಾಹ್ನ ก่อนเที่ยง ጥዋት לפנה״צ ب.ن غ.م дп priešpiet prijepodne sáng pg pagi gn manhã mañana".Split(' ').ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string> Afternoons =
        "pm p.m p 下午 午後 晚上 傍晚 中午 오후 م مساء مساءً ب.ظ بعدازظهر ös μμ μ.μ शाम अपराह्न பிற்பகல் ಅಪರಾಹ್ನ หลังเที่ยง ከሰዓት אחה״צ د.ن غ.و пп popiet popodne chiều tối ch ptg petang gd tarde".Split(' ').ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    // Hours east of UTC. Where a name has several meanings, RFC 822's, else the one that feeds use most.
    private const string ZoneHours =
        "Z=0 UT=0 UTC=0 GMT=0 WET=0 WEST=1 BST=1 CET=1 MEZ=1 MET=1 CEST=2 MESZ=2 MEST=2 WAT=1 EET=2 CAT=2 " +
        "SAST=2 EEST=3 IDT=3 TRT=3 EAT=3 MSK=3 МСК=3 MSD=4 SAMT=4 IRST=3.5 IRDT=4.5 GST=4 AFT=4.5 PKT=5 UZT=5 YEKT=5 IST=5.5 " +
        "NPT=5.75 WIB=7 WITA=8 WIT=9 ICT=7 HKT=8 SGT=8 MYT=8 PHT=8 AWST=8 JST=9 KST=9 ACST=9.5 AEST=10 ACDT=10.5 AEDT=11 " +
        "NZST=12 NZDT=13 NST=-3.5 NDT=-2.5 AST=-4 ADT=-3 EST=-5 EDT=-4 CST=-6 CDT=-5 MST=-7 " +
        "MDT=-6 PST=-8 PDT=-7 AKST=-9 AKDT=-8 HST=-10 BRT=-3 BRST=-2 ART=-3 CLT=-4 CLST=-3 COT=-5 PET=-5 BOT=-4 UYT=-3 PYT=-3 GFT=-3 TSİ=3 MMT=6.5 KRAT=7 NOVT=7 OMST=6 IRKT=8 YAKT=9 VLAT=10 MAGT=11 PETT=12 TJT=5 TMT=5 GET=4 AZT=4 KGT=6 " +
        "BTT=6 MVT=5 LKT=5.5 PHST=8 CHST=10 SST=-11";

    private static readonly FrozenDictionary<string, TimeSpan> Zones = ZoneHours
        .Split(' ')
        .Select(zone => zone.Split('='))
        .ToFrozenDictionary(
            zone => zone[0],
            zone => TimeSpan.FromHours(double.Parse(zone[1], CultureInfo.InvariantCulture)),
            StringComparer.OrdinalIgnoreCase);

    /// <param name="isAfterDot">"5. listopada" is Croatian for October, "5 listopada" Polish for November.</param>
    public static int? Month(ReadOnlySpan<char> name, bool isAfterDot)
    {
        name = name.Trim(".");
        if (isAfterDot && name is ("lip" or "lis" or "listopada"))
            return name is "lip" ? 6 : 10;
        return Months.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(name, out var month) ? month : null;
    }

    /// <summary>"Tue", "Tuesday": English ones alone, as those are whose dates have the month first.</summary>
    public static DayOfWeek? Weekday(ReadOnlySpan<char> name)
    {
        if (name.Length < 3)
            return null;
        for (var day = DayOfWeek.Sunday; day <= DayOfWeek.Saturday; day++)
        {
            var full = Weekdays[(int)day];
            if (full.AsSpan().StartsWith(name, StringComparison.OrdinalIgnoreCase))
                return day;
        }

        return null;
    }

    /// <summary>What stands behind an hour without minutes.</summary>
    public static bool IsHour(ReadOnlySpan<char> name) =>
        name.Equals("h", StringComparison.OrdinalIgnoreCase) || name.Equals("uhr", StringComparison.OrdinalIgnoreCase)
        || name is "heures" or "horas" or "hs" or "hrs";

    /// <summary>A month by its first three letters, as RFC 822 writes it.</summary>
    public static int? EnglishMonth(ReadOnlySpan<char> text) => text[..3] switch
    {
        "Jan" => 1,
        "Feb" => 2,
        "Mar" => 3,
        "Apr" => 4,
        "May" => 5,
        "Jun" => 6,
        "Jul" => 7,
        "Aug" => 8,
        "Sep" => 9,
        "Oct" => 10,
        "Nov" => 11,
        "Dec" => 12,
        _ => null,
    };

    public static int? PersianMonth(ReadOnlySpan<char> name) =>
        PersianMonths.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(name, out var month) ? month : null;

    public static TimeSpan? Zone(ReadOnlySpan<char> name) =>
        Zones.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(name, out var offset) ? offset : null;

    /// <summary>True for the afternoon, false for the morning; short words mean that only after a time.</summary>
    public static bool? HalfOfDay(ReadOnlySpan<char> word, bool isAfterTime)
    {
        var name = word.Trim(".");
        if (!isAfterTime && (name.Length < 2 || char.IsAscii(name[0])))
            return null;
        if (Mornings.GetAlternateLookup<ReadOnlySpan<char>>().Contains(name))
            return false;
        return Afternoons.GetAlternateLookup<ReadOnlySpan<char>>().Contains(name) ? true : null;
    }

    /// <summary>Words that say nothing about the moment: weekdays, which are often wrong, and little words.</summary>
    public static bool IsFiller(ReadOnlySpan<char> word) =>
        FillerWords.GetAlternateLookup<ReadOnlySpan<char>>().Contains(word.Trim(".:;"));
}
