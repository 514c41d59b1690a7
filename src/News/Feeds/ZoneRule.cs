using System.Collections.Frozen;
using System.Globalization;

namespace News.Feeds;

/// <summary>
/// A place's clock by its name in the IANA's time zone database, "Europe/Paris", as far as one plain rule tells how far it
/// is from UTC.
/// </summary>
/// <remarks>
/// A date's reading must not depend on what a machine has installed, so that the rules stand here: each place with the year
/// since which its present rule holds. For what was before, and for places that no rule describes (Casablanca's clock
/// follows Ramadan, British Columbia's law is changing), there is no instant.
/// </remarks>
internal sealed record ZoneRule(TimeSpan Standard, ClockChange Change, int Since)
{
    // "minutes east of UTC, who decides on the summer, since when: Region/Place,Place Region/Place".
    private const string Table =
        """
        -720 None 1997: Etc/GMT+12
        -660 None 1997: Etc/GMT+11 Pacific/Midway,Niue,Pago_Pago,Samoa US/Samoa
        -600 None 1997: Etc/GMT+10 Pacific/Honolulu,Johnston,Rarotonga,Tahiti US/Hawaii
        -600 Us 1997: America/Adak,Atka US/Aleutian
        -570 None 1997: Pacific/Marquesas
        -540 None 1997: Etc/GMT+9 Pacific/Gambier
        -540 Us 1997: America/Anchorage,Juneau,Nome,Sitka,Yakutat US/Alaska
        -540 Us 2020: America/Metlakatla
        -480 None 1997: Etc/GMT+8
        -480 None 1999: Pacific/Pitcairn
        -480 Us 1997: America/Los_Angeles US/Pacific PST8PDT PT
        -480 Us 2010: America/Ensenada,Santa_Isabel,Tijuana Mexico/BajaNorte
        -420 None 1997: America/Creston,Dawson_Creek,Phoenix Etc/GMT+7 US/Arizona
        -420 None 1999: America/Hermosillo
        -420 None 2016: America/Fort_Nelson
        -420 None 2021: America/Dawson,Whitehorse Canada/Yukon
        -420 None 2023: America/Mazatlan Mexico/BajaSur
        -420 Us 1997: America/Boise,Denver,Edmonton,Inuvik,Shiprock,Yellowknife Canada/Mountain US/Mountain MST7MDT Navajo MT
        -420 Us 2002: America/Cambridge_Bay
        -420 Us 2023: America/Ciudad_Juarez
        -360 Chile 2023: Chile/EasterIsland Pacific/Easter
        -360 None 1997: America/Belize,Costa_Rica,El_Salvador,Regina,Swift_Current Canada/Saskatchewan Etc/GMT+6 Pacific/Galapagos
        -360 None 2007: America/Guatemala,Managua,Tegucigalpa
        -360 None 2023: America/Bahia_Banderas,Chihuahua,Merida,Mexico_City,Monterrey Mexico/General
        -360 Us 1997: America/Chicago,Menominee,North_Dakota/Center US/Central CST6CDT CT
        -360 Us 2002: America/Rankin_Inlet
        -360 Us 2004: America/North_Dakota/New_Salem
        -360 Us 2006: America/Rainy_River,Winnipeg Canada/Central
        -360 Us 2007: America/Indiana/Knox,Indiana/Tell_City,Knox_IN US/Indiana-Starke
        -360 Us 2008: America/Resolute
        -360 Us 2010: America/Matamoros
        -360 Us 2011: America/North_Dakota/Beulah
        -360 Us 2023: America/Ojinaga
        -300 None 1997: America/Atikokan,Bogota,Cayman,Coral_Harbour,Guayaquil,Jamaica,Lima,Panama Etc/GMT+5 Jamaica
        -300 None 2014: America/Eirunepe,Porto_Acre,Rio_Branco Brazil/Acre
        -300 None 2016: America/Cancun
        -300 Us 1997: America/Detroit,Kentucky/Louisville,Louisville,Montreal,Nassau,New_York,Nipigon,Thunder_Bay,Toronto Canada/Eastern US/Eastern,Michigan EST5EDT ET
        -300 Us 2001: America/Iqaluit,Kentucky/Monticello,Pangnirtung
        -300 Us 2006: America/Fort_Wayne,Indiana/Indianapolis,Indiana/Marengo,Indiana/Vevay,Indianapolis US/East-Indiana
        -300 Us 2008: America/Indiana/Petersburg,Indiana/Vincennes,Indiana/Winamac
        -300 Us 2017: America/Port-au-Prince
        -300 Us 2019: America/Grand_Turk
        -240 Chile 2023: America/Santiago Chile/Continental
        -240 None 1997: America/Anguilla,Antigua,Aruba,Barbados,Blanc-Sablon,Curacao,Dominica,Grenada,Guadeloupe,Guyana,Kralendijk,La_Paz,Lower_Princes
          America/Manaus,Marigot,Martinique,Montserrat,Port_of_Spain,Porto_Velho,Puerto_Rico,St_Barthelemy,St_Kitts,St_Lucia,St_Thomas America/St_Vincent,Tortola,Virgin Brazil/West Etc/GMT+4
        -240 None 2001: America/Boa_Vista,Santo_Domingo
        -240 None 2017: America/Caracas
        -240 None 2020: America/Campo_Grande,Cuiaba
        -240 Us 1997: America/Glace_Bay,Halifax,Thule Atlantic/Bermuda Canada/Atlantic AT
        -240 Us 2007: America/Moncton
        -240 Us 2012: America/Goose_Bay
        -210 Us 2012: America/St_Johns Canada/Newfoundland
        -180 None 1997: America/Belem,Cayenne,Paramaribo Etc/GMT+3
        -180 None 2003: America/Fortaleza,Maceio,Recife
        -180 None 2009: America/Argentina/Catamarca,Argentina/ComodRivadavia,Argentina/Jujuy,Argentina/La_Rioja,Argentina/Mendoza,Argentina/Rio_Gallegos
          America/Argentina/Salta,Argentina/San_Juan,Argentina/Ushuaia,Catamarca,Jujuy,Mendoza,Santarem
        -180 None 2010: America/Argentina/Buenos_Aires,Argentina/Cordoba,Argentina/San_Luis,Argentina/Tucuman,Buenos_Aires,Cordoba,Rosario
        -180 None 2011: Atlantic/Stanley
        -180 None 2013: America/Bahia
        -180 None 2014: America/Araguaina
        -180 None 2016: America/Montevideo
        -180 None 2017: America/Punta_Arenas
        -180 None 2020: America/Sao_Paulo Brazil/East
        -180 None 2025: America/Asuncion,Coyhaique
        -180 Us 1997: America/Miquelon
        -120 Eu 2024: America/Godthab,Nuuk
        -120 Eu 2025: America/Scoresbysund
        -120 None 1997: Atlantic/South_Georgia Etc/GMT+2
        -120 None 2003: America/Noronha Brazil/DeNoronha
        -60 Eu 1997: Atlantic/Azores
        -60 None 1997: Atlantic/Cape_Verde Etc/GMT+1
        0 Eu 1997: Atlantic/Canary,Faeroe,Faroe,Madeira Europe/Belfast,Dublin,Guernsey,Isle_of_Man,Jersey,Lisbon,London Eire GB GB-Eire Portugal
        0 None 1997: Africa/Abidjan,Accra,Bamako,Banjul,Bissau,Conakry,Dakar,Freetown,Lome,Monrovia,Nouakchott,Ouagadougou,Timbuktu America/Danmarkshavn Atlantic/Reykjavik,St_Helena
          Etc/GMT,GMT+0,GMT-0,GMT0,Greenwich,UCT,UTC,Universal,Zulu Iceland
        0 None 2020: Africa/Sao_Tome
        60 Eu 1997: Africa/Ceuta Arctic/Longyearbyen Atlantic/Jan_Mayen
          Europe/Amsterdam,Andorra,Belgrade,Berlin,Bratislava,Brussels,Budapest,Busingen,Copenhagen,Gibraltar,Ljubljana,Luxembourg,Madrid
          Europe/Malta,Monaco,Oslo,Paris,Podgorica,Prague,Rome,San_Marino,Sarajevo,Skopje,Stockholm,Tirane,Vaduz,Vatican,Vienna,Warsaw,Zagreb Europe/Zurich Poland
        60 None 1997: Africa/Algiers,Bangui,Brazzaville,Douala,Kinshasa,Lagos,Libreville,Luanda,Malabo,Ndjamena,Niamey,Porto-Novo Etc/GMT-1
        60 None 2009: Africa/Tunis
        120 Egypt 2023: Africa/Cairo Egypt
        120 Eu 1997: Europe/Athens,Bucharest,Helsinki,Kiev,Kyiv,Mariehamn,Sofia,Uzhgorod,Zaporozhye
        120 Eu 1999: Asia/Nicosia Europe/Nicosia
        120 Eu 2001: Europe/Riga
        120 Eu 2002: Europe/Tallinn
        120 Eu 2003: Europe/Vilnius
        120 Eu 2018: Asia/Famagusta
        120 Israel 2013: Asia/Jerusalem,Tel_Aviv Israel
        120 Lebanon 1999: Asia/Beirut
        120 None 1997: Africa/Blantyre,Bujumbura,Gaborone,Harare,Johannesburg,Kigali,Lubumbashi,Lusaka,Maputo,Maseru,Mbabane Etc/GMT-2
        120 None 2014: Africa/Tripoli Libya
        120 None 2015: Europe/Kaliningrad
        120 None 2018: Africa/Khartoum,Windhoek
        120 None 2022: Africa/Juba
        180 None 1997: Africa/Addis_Ababa,Asmara,Asmera,Dar_es_Salaam,Djibouti,Kampala,Mogadishu,Nairobi Asia/Aden,Bahrain,Kuwait,Qatar,Riyadh Etc/GMT-3 Indian/Antananarivo,Comoro,Mayotte
        180 None 2008: Asia/Baghdad
        180 None 2012: Europe/Minsk
        180 None 2015: Europe/Kirov,Moscow,Simferopol
        180 None 2017: Asia/Istanbul Europe/Istanbul Turkey
        180 None 2021: Europe/Volgograd
        180 None 2023: Asia/Amman,Damascus
        210 None 2023: Asia/Tehran Iran
        240 None 1997: Asia/Dubai,Muscat Etc/GMT-4 Indian/Mahe,Reunion
        240 None 2006: Asia/Tbilisi
        240 None 2010: Indian/Mauritius
        240 None 2012: Asia/Yerevan Europe/Samara
        240 None 2016: Asia/Baku
        240 None 2017: Europe/Astrakhan,Saratov,Ulyanovsk
        270 None 1997: Asia/Kabul
        300 None 1997: Asia/Ashgabat,Ashkhabad,Dushanbe,Samarkand,Tashkent Etc/GMT-5 Indian/Kerguelen,Maldives
        300 None 2005: Asia/Aqtau,Aqtobe,Atyrau,Oral
        300 None 2010: Asia/Karachi
        300 None 2015: Asia/Yekaterinburg
        300 None 2019: Asia/Qyzylorda
        300 None 2025: Asia/Almaty,Qostanay
        330 None 1997: Asia/Calcutta,Kolkata
        330 None 2007: Asia/Colombo
        345 None 1997: Asia/Kathmandu,Katmandu
        360 None 1997: Asia/Kashgar,Thimbu,Thimphu,Urumqi Etc/GMT-6 Indian/Chagos
        360 None 2006: Asia/Bishkek
        360 None 2010: Asia/Dacca,Dhaka
        360 None 2015: Asia/Omsk
        390 None 1997: Asia/Rangoon,Yangon Indian/Cocos
        420 None 1997: Asia/Bangkok,Ho_Chi_Minh,Jakarta,Phnom_Penh,Pontianak,Saigon,Vientiane Etc/GMT-7 Indian/Christmas
        420 None 2012: Asia/Novokuznetsk
        420 None 2015: Asia/Krasnoyarsk
        420 None 2017: Asia/Barnaul,Hovd,Novosibirsk,Tomsk
        480 None 1997: Asia/Brunei,Chongqing,Chungking,Harbin,Hong_Kong,Kuala_Lumpur,Kuching,Macao,Macau,Makassar,Manila,Shanghai,Singapore,Taipei Asia/Ujung_Pandang Etc/GMT-8 Hongkong PRC ROC
          Singapore
        480 None 2010: Australia/Perth,West
        480 None 2015: Asia/Irkutsk
        480 None 2017: Asia/Choibalsan,Ulaanbaatar,Ulan_Bator
        525 None 2010: Australia/Eucla
        540 None 1997: Asia/Jayapura,Seoul,Tokyo Etc/GMT-9 Pacific/Palau Japan ROK
        540 None 2001: Asia/Dili
        540 None 2015: Asia/Khandyga,Yakutsk
        540 None 2017: Asia/Chita
        540 None 2019: Asia/Pyongyang
        570 Australia 2008: Australia/Adelaide,Broken_Hill,South,Yancowinna
        570 None 1997: Australia/Darwin,North
        600 Australia 2008: Australia/ACT,Canberra,Currie,Hobart,Melbourne,NSW,Sydney,Tasmania,Victoria
        600 None 1997: Australia/Brisbane,Lindeman,Queensland Etc/GMT-10 Pacific/Chuuk,Guam,Port_Moresby,Saipan,Truk,Yap
        600 None 2015: Asia/Ust-Nera,Vladivostok
        660 Australia 2020: Pacific/Norfolk
        660 None 1997: Etc/GMT-11 Pacific/Efate,Guadalcanal,Pohnpei,Ponape
        660 None 1998: Pacific/Noumea
        660 None 1999: Pacific/Kosrae
        660 None 2015: Asia/Srednekolymsk Pacific/Bougainville
        660 None 2017: Asia/Magadan,Sakhalin
        720 NewZealand 2008: Pacific/Auckland NZ
        720 None 1997: Etc/GMT-12 Pacific/Funafuti,Kwajalein,Majuro,Nauru,Tarawa,Wake,Wallis Kwajalein
        720 None 2012: Asia/Anadyr,Kamchatka
        720 None 2022: Pacific/Fiji
        780 None 1997: Etc/GMT-13 Pacific/Enderbury,Kanton
        780 None 2012: Pacific/Fakaofo
        780 None 2018: Pacific/Tongatapu
        780 None 2022: Pacific/Apia
        840 None 1997: Etc/GMT-14 Pacific/Kiritimati
        """;

    private static readonly FrozenDictionary<string, ZoneRule> Places = ReadTable();

    public static IEnumerable<KeyValuePair<string, ZoneRule>> All => Places;

    public static ZoneRule? Find(ReadOnlySpan<char> name) =>
        Places.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(name, out var rule) ? rule : null;

    /// <summary>Null before the rule's first year, and in an hour that this clock shows twice or leaves out.</summary>
    public DateTime? ToUtc(DateTime local)
    {
        if (local.Year < Since)
            return null;
        var (asStandard, asSummer) = (local - Standard, local - Standard - TimeSpan.FromHours(1));
        return (IsSummer(asStandard), IsSummer(asSummer)) switch
        {
            (false, false) => asStandard,
            (true, true) => asSummer,
            _ => null,
        };
    }

    private bool IsSummer(DateTime utc)
    {
        if (Change == ClockChange.None)
            return false;
        var (begin, end) = Summer(utc.Add(Standard).Year);
        return begin < end ? utc >= begin && utc < end : utc < end || utc >= begin;
    }

    /// <summary>A year's two changes, in UTC; south of the equator the summer ends first.</summary>
    private (DateTime Begin, DateTime End) Summer(int year) => Change switch
    {
        ClockChange.Eu => (Last(DayOfWeek.Sunday, year, 3).AddHours(1), Last(DayOfWeek.Sunday, year, 10).AddHours(1)),
        ClockChange.Us when year < 2007 => (AtClock(First(DayOfWeek.Sunday, year, 4), 2), AtClock(Last(DayOfWeek.Sunday, year, 10), 1)),
        ClockChange.Us => (AtClock(First(DayOfWeek.Sunday, year, 3).AddDays(7), 2), AtClock(First(DayOfWeek.Sunday, year, 11), 1)),
        ClockChange.Australia => (AtClock(First(DayOfWeek.Sunday, year, 10), 2), AtClock(First(DayOfWeek.Sunday, year, 4), 2)),
        ClockChange.NewZealand => (AtClock(Last(DayOfWeek.Sunday, year, 9), 2), AtClock(First(DayOfWeek.Sunday, year, 4), 2)),
        ClockChange.Chile => (FirstFrom(DayOfWeek.Sunday, year, 9, 2).AddHours(4), FirstFrom(DayOfWeek.Sunday, year, 4, 2).AddHours(3)),
        ClockChange.Israel => (AtClock(Last(DayOfWeek.Sunday, year, 3).AddDays(-2), 2), AtClock(Last(DayOfWeek.Sunday, year, 10), 1)),
        ClockChange.Lebanon => (AtClock(Last(DayOfWeek.Sunday, year, 3), 0), AtClock(Last(DayOfWeek.Sunday, year, 10), -1)),
        _ => (AtClock(Last(DayOfWeek.Friday, year, 4), 0), AtClock(Last(DayOfWeek.Thursday, year, 10), 23)),
    };

    /// <summary>The moment when standard time shows that hour.</summary>
    private DateTime AtClock(DateTime day, int hour) => day.AddHours(hour) - Standard;

    private static DateTime First(DayOfWeek weekday, int year, int month) => FirstFrom(weekday, year, month, 1);

    private static DateTime FirstFrom(DayOfWeek weekday, int year, int month, int day)
    {
        var date = new DateTime(year, month, day, 0, 0, 0, DateTimeKind.Utc);
        return date.AddDays((weekday - date.DayOfWeek + 7) % 7);
    }

    private static DateTime Last(DayOfWeek weekday, int year, int month) =>
        FirstFrom(weekday, year, month, DateTime.DaysInMonth(year, month) - 6);

    private static FrozenDictionary<string, ZoneRule> ReadTable()
    {
        var places = new Dictionary<string, ZoneRule>(StringComparer.OrdinalIgnoreCase);
        ZoneRule? rule = null;
        foreach (var line in Table.Split('\n', StringSplitOptions.TrimEntries))
        {
            var names = line;
            if (line.IndexOf(':', StringComparison.Ordinal) is var colon and > 0)
            {
                var parts = line[..colon].Split(' ');
                rule = new ZoneRule(TimeSpan.FromMinutes(int.Parse(parts[0], CultureInfo.InvariantCulture)), Enum.Parse<ClockChange>(parts[1]), int.Parse(parts[2], CultureInfo.InvariantCulture));
                names = line[(colon + 1)..];
            }

            foreach (var group in names.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            {
                var slash = group.IndexOf('/', StringComparison.Ordinal) + 1;
                foreach (var place in group[slash..].Split(','))
                    places.Add(group[..slash] + place, rule!);
            }
        }

        return places.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);
    }
}

/// <summary>Whose law says when clocks change for the summer.</summary>
internal enum ClockChange
{
    None,
    Eu,
    Us,
    Australia,
    NewZealand,
    Israel,
    Lebanon,
    Egypt,
    Chile,
}
