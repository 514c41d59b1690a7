using System.Collections.Frozen;
using News.Matching;

namespace News.Stories;

/// <summary>How much a word tells of an event before anything is known of how often stories have it; the most telling last.</summary>
internal enum WordKind
{
    /// <summary>A word of every other story: killed, minister, Iran.</summary>
    Common,

    /// <summary>Any other word: orchard, probate.</summary>
    Plain,

    /// <summary>A number that is neither small nor a year: 5.2, 118000, 2.1m.</summary>
    Number,

    /// <summary>Written as a name, and no country's.</summary>
    Name,
}

/// <summary>
/// The words of an event as they compare from one report to another: inflections and spellings of a word are one
/// ("strikes" and "striking", Erbil and Irbil, Hezbollah and Hizbullah), and so are words that reporters use for each other
/// ("quake", "tremor"). The tables hold English in full and of other languages what news cannot do without.
/// </summary>
internal static class EventWords
{
    /// <summary>Letters of a word that count: what follows is its ending, or nothing that would tell it from another.</summary>
    private const int Longest = 7;

    /// <summary>The lower bits of a mark are left to whoever keeps it.</summary>
    public const int SpareBits = 5;

    // Tell nothing of any event.
    private static readonly FrozenSet<uint> Silent = MarksOf(
        """
        al el as ad ar ash ez abu ibn bin van von de
        a an the and or but nor so yet if than then that this these those there here who whom whose which what when where why how
        i me my we us our you your he him his she her it its they them their one ones himself herself itself themselves
        am is are was were be been being do does did done have has had having will would shall should can could may might must
        of in on at to for from by with without about into onto over under after before between among against through during
        within along across behind beyond near off out up down around toward towards upon per via amid despite since until till while because although though
        as not no yes also too very just only even still already again more most less least much many few several some any all each every both either neither other others another such own same
        say said says saying tell told telling add added adds adding according report reported reports reporting reportedly news
        new late later early earlier latest last first second next now today tonight yesterday tomorrow ago day days week weeks month months year years hour hours minute minutes time times
        morning afternoon evening night overnight midnight noon dawn pm am local gmt utc
        monday tuesday wednesday thursday friday saturday sunday january february march april june july august september october november december
        reuters afp ap dpa tass xinhua anadolu irna efe upi pti bbc cnn interfax
        read live update updates updated breaking exclusive watch video photo photos image correction editor by-line
        der die das den dem des und ein eine einen einem einer nicht mit von vom zum zur auf ist sind wird wurde wurden auch nach bei aus dass sich war haben hat im am als wie er sie es
        zu soll sollen habe hatte hatten sein seine seiner seinem ihr ihre ihrer ihren ihn ihm mehr noch seit uber unter gegen fur durch vor um wegen laut sowie oder aber kein keine
        dieser diese dieses sei seien worden werden konnte kann will wollen muss sagte sagten teilte mitteilte erklarte demnach zudem bereits nur so bis was wer
        jahr jahre jahren monat monate monaten woche wochen tag tage tagen stunde stunden uhr heute gestern morgen abend nacht
        montag dienstag mittwoch donnerstag freitag samstag sonntag januar februar marz juni juli oktober dezember
        le la les un une des du de et en au aux par qui que pour avec pas plus ete cette ces ses leur selon dans sur est sont a ont il elle ils
        ce cet sa lui leurs mais ou dont comme depuis apres avant contre entre sans sous vers chez etre avait avaient etaient etait fait deux annonce declare indique
        an ans annee jour jours mois semaine heure heures hier lundi mardi mercredi jeudi vendredi samedi dimanche janvier fevrier avril juin juillet aout septembre octobre novembre decembre
        el los las del una por con para como mas sobre fue han entre segun se su sus al lo no ha este esta son
        y e que tras sin tambien muy ya hasta desde donde cuando quien quienes pero fueron habia habian ser estar estan cual cada dos dijo informo
        ano anos dia dias mes meses semana semanas hora horas ayer hoy lunes martes miercoles jueves viernes sabado domingo enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre
        il lo gli di da che per con non piu nel nella alla sono ha
        o os as um uma do dos das em no na nos nas por com nao mais foi pelo pela ao
        ve bir bu ile icin da de olarak oldu
        и в на не что он она они это как по из за для от с к у о об до при его ее их был была были
        في من على الى عن ان التي الذي هذا هذه مع بعد قبل كان كانت وقد قال وقال قالت ما لا لم بين خلال او ثم اليوم عند
        از در به با که این آن را برای است بود شد شده کرد کرده گفت و ها های می یک تا هم نیز
        """);

    // Stand in so many stories that they tell little.
    private const string CommonWords =
        """
        kill dead die death toll wound injure injured injury hurt victim casualty survivor people person man woman men women child children boy girl family resident civilian
        attack strike hit target bomb blast explode explosion fire shoot gun gunman soldier troop army military force forces fighter militant militia rebel group armed weapon
        police officer official officials authority authorities government minister ministry president prime premier parliament cabinet lawmaker leader party opposition state
        national federal regional local capital city town village district province region area county country border north south east west northern southern eastern western central
        war peace ceasefire conflict crisis talks talk negotiation meeting meet agreement agree deal accord sign plan call urge warn warning threat threaten demand condemn deny claim accuse blame
        security defence defense foreign interior health finance justice education spokesman spokeswoman spokesperson statement source sources agency media television
        court judge trial charge charged sentence prison jail convict guilty lawyer prosecutor case suspect arrest detain detention custody investigate investigation inquiry crime
        company firm market share shares stock price oil gas bank profit loss sale trade business economy economic percent cent million billion dollar euro quarter rise rose fall fell
        election vote voter win won lose lost victory defeat campaign candidate poll protest protester rally demonstration strike union worker workers
        hospital doctor medic medical treat treatment rescue rescuer emergency ambulance service services operation operations crew team
        building house home road street bridge airport port station school university site base camp centre center power water
        car vehicle truck bus train plane aircraft helicopter ship vessel boat drone missile rocket jet
        quake earthquake storm flood weather damage destroy collapse evacuate
        begin start end open close stop continue return leave left arrive send take took bring make made give given get go come came see seen show found find know known believe expect
        include including remain become follow force set put hold held keep run move turn call name number part point side way thing long high low large big small great old young early major main key top full
        interest rate rates inflation growth economist analyst forecast outlook investor investors bond bonds yield currency point points basis policy decision governor lender lending mortgage cost costs
        revenue net income dividend billion quarterly annual earnings results beat estimate estimates expectation budget tax spending debt fund pay wage wages salary job jobs employment industry product customers
        match goal goals score scored scorer player players coach club league cup champion championship season game games minute half win draw penalty striker midfielder defender stadium fans final round
        wind winds gust gusts rain heavy snow wave waves temperature forecaster meteorological landfall coast coastal flight flights cancelled ferry outage electricity customers households
        magnitude epicentre epicenter depth felt tremor aftershocks richter rubble buildings village collapsed tents
        passenger passengers coach coaches driver crash crashed collision derailed track tracks accident cause injured
        court hearing charges count counts sentenced convicted pleaded jury appeal murder fraud theft robbery drug drugs smuggling trafficking terrorism terror cell raid seized kilograms
        minister ministers resign resigned resignation appointed successor cabinet coalition vote bill law reform speech visit summit delegation envoy mediator round nuclear sanctions relations
        strike airstrike shelling rocket rockets commander militants fighters base outpost convoy checkpoint ammunition depot headquarters wounded responsibility claimed retaliation air defense intercepted warplanes jets
        ship ships tanker crew maritime cargo navy coastguard strait sea gulf captain sank
        students teachers pay unions walkout march marched square tear gas riot detained dispersed
        vaccine outbreak cases health patients virus disease dose doses campaign ministry clinic
        fire blaze firefighters evacuated hectares wind homes destroyed flames
        least nearly almost dozens hundred thousand hundreds thousands two three four five six seven eight nine ten eleven twelve former senior several total
        united nations international world europe european american british english arab islamic muslim christian un us uk eu nato
        """;

    // Words that reporters use for each other, in lines.
    private const string Synonyms =
        """
        quake earthquake tremor temblor aftershock sismo terremoto seisme erdbeben زلزال زلزله,
        dead death die died dies dying killed kill killing kills deadly fatal fatality fatalities muertos muerto mort morts tote toter getotet قتلى مقتل کشته,
        wounded wound wounding wounds injured injure injuries injury injuring hurt hurts heridos blesses verletzte جرحى زخمی,
        drone drones uav uavs unmanned uncrewed quadcopter,
        airstrike airstrikes bombing bombed bombs bombard bombardment,
        explosion explode exploded explodes exploding explosions blast blasts,
        jail jailed prison imprisoned imprisonment haft carcel,
        arrest arrested arrests detain detained detains detention custody nabbed,
        resign resigned resigns resignation quit quits resigning,
        protest protests protester protesters demonstrate demonstration demonstrators demonstrator,
        wildfire wildfires bushfire bushfires,
        flood floods flooding flooded inundation,
        tanker ship vessel freighter bulker,
        talks negotiation negotiations negotiate negotiating negotiators negotiator,
        solicitor lawyer attorney,
        film movie, striker forward, car automobile, petrol gasoline, footballer soccer,
        guards irgc, tehran tehran, kyiv kiev, turkey turkiye, daesh isis isil, houthi houthis ansarullah,
        train rail railway, derail derailed derailment derails,
        toll casualties, plane aircraft jet airliner,
        vaccine vaccination vaccinate vaccinating vaccines vaccinations jab jabs,
        profit profits earnings, cut cuts trim trims slash slashes,
        quarter quarterly, stocks shares, funeral burial buries bury mourns mourners mourn mourning
        """;

    // What kind of act a report tells of, a line each, at most 31. One with a star happens anew each day under the same names: a round of talks, a match.
    private const string ActLines =
        """
        quake magnitude epicentre epicenter seismic aftershock richter,
        storm hurricane typhoon cyclone tornado gale gales gust gusts blizzard tempete tormenta sturm,
        flood floods flooding landslide mudslide inundaciones inondations hochwasser,
        wildfire bushfire blaze firefighters incendio,
        derail collision crash crashed collide overturned,
        drone missile rocket airstrike shell shelling airstrikes warplanes bombed raid,
        gunman gunmen shooting shot stabbing stabbed ambush,
        explosion bomb blast grenade detonated,
        arrest arrested detained nabbed,
        jailed sentenced sentence convicted verdict guilty trial acquitted prosecutors haft verurteilt,
        resign resigned resignation stepped_down quits,
        election elections ballot polling polls voters wahl elecciones,
        protest demonstrators rally marched manifestation manifestantes,
        walkout strikers picket greve huelga streik unions,
        profit earnings dividend revenue buyback,
        * talks negotiations negotiators mediators,
        * goal goals striker midfielder league penalty match,
        outbreak cholera vaccine virus measles ebola infections,
        * nasdaq dow index equities wall_street,
        sanctions sanctioned blacklisted blacklists,
        kidnapped abducted hostage hostages ransom kidnapping,
        smuggling seized drugs cocaine captagon hashish narcotics,
        theft stolen robbery thieves burglary stole heist,
        sank sinks capsized sinking shipwreck,
        funeral mourners buried,
        vaccine vaccination,
        * forecast showers sunny sunshine temperatures celsius outlook
        """;

    /// <summary>What happens anew each day under the same names: talks (a round), matches, a market's day.</summary>
    public static uint DailyActs { get; private set; }

    /// <summary>The bit of what a report of a stock market's day is, beside the kinds of act.</summary>
    public const uint MarketDay = 1u << 31;

    private static readonly FrozenDictionary<uint, uint> SameAs = ReadSynonyms();

    private static readonly FrozenDictionary<uint, uint> Acts = ReadActs();

    private static readonly FrozenSet<uint> Powers = Countries().Select(country => country[0]).Concat(Groups()).ToFrozenSet();

    private static readonly FrozenSet<uint> Common = Read(CommonWords).Select(mark => SameAs.GetValueOrDefault(mark, mark)).Concat(Powers).ToFrozenSet();

    /// <summary>What a word is known by in every inflection and spelling, in the upper 27 bits; 0 where it tells nothing.</summary>
    /// <param name="folded">As <see cref="Words"/> folds it.</param>
    public static uint MarkOf(ReadOnlySpan<char> folded)
    {
        var mark = RawMarkOf(folded);
        if (Silent.Contains(mark))
            return 0;
        return SameAs.TryGetValue(mark, out var same) ? same : mark;
    }

    public static bool IsCommon(uint mark) => Common.Contains(mark);

    /// <summary>A country, an armed group or an agency: who acts in many stories, so that no story is known by it.</summary>
    public static bool IsPower(uint mark) => Powers.Contains(mark);

    /// <summary>The kinds of act that the word speaks of, a bit each.</summary>
    public static uint ActsOf(uint mark) => Acts.GetValueOrDefault(mark);

    /// <summary>Of letters that are compared as they are: numbers, pairs of characters of scripts without spaces.</summary>
    public static uint ExactMarkOf(ReadOnlySpan<char> letters) => Upper(WordHash.Long(letters));

    private static uint RawMarkOf(ReadOnlySpan<char> folded)
    {
        Span<char> letters = stackalloc char[Longest];
        var stem = IsLatin(folded) ? Stem(folded) : folded;
        var length = 0;
        foreach (var c in stem)
        {
            if (length == Longest)
                break;
            var sound = SoundOf(c);
            var before = length == 0 ? '\0' : letters[length - 1];
            if (sound == before || (sound == 'h' && before is 'k' or 'g' or 'd' or 't'))
                continue; // Odessa is Odesa, Khor is Kor
            if (sound == 'i' && before == 'a')
                letters[length - 1] = 'i'; // Obaid is Obeid
            else
                letters[length++] = sound;
        }

        if (length > 3 && letters[length - 1] == 'h' && letters[length - 2] == 'a')
            length--; // Falluja, Fallujah
        if (length > 4 && letters[0] is 'a' or 'i' && !IsVowel(letters[1]))
            letters[0] = 'i'; // Erbil, Irbil, Arbil
        return Upper(WordHash.Long(letters[..length]));
    }

    private static uint Upper(ulong hash) => Math.Max((uint)(hash >> 32) >> SpareBits, 1) << SpareBits;

    private static bool IsVowel(char c) => c is 'a' or 'i' or 'o';

    private static bool IsLatin(ReadOnlySpan<char> folded) => folded.IsEmpty || folded[0] < 0x250;

    // How names are written that come from other scripts: Kyiv and Kiev, Hizbullah and Hezbollah, Qasim and Kasem.
    private static char SoundOf(char c) => c switch
    {
        'e' or 'y' => 'i',
        'u' => 'o',
        'q' => 'k',
        'ك' => 'ک',
        _ => c,
    };

    private static ReadOnlySpan<char> Stem(ReadOnlySpan<char> word)
    {
        if (word.Length > 4 && word.EndsWith("ies"))
            return word[..^2];
        if (word.Length > 6 && word.EndsWith("ing"))
            word = word[..^3];
        else if (word.Length > 5 && word.EndsWith("ed"))
            word = word[..^2];
        else if (word.Length > 5 && word.EndsWith("es"))
            word = word[..^2];
        else if (word.Length > 3 && word[^1] == 's' && word[^2] is not ('s' or 'u' or 'i'))
            word = word[..^1];
        return word.Length > 4 && word[^1] == 'e' ? word[..^1] : word;
    }

    private static FrozenSet<uint> MarksOf(string words) => Read(words).ToFrozenSet();

    private static List<uint> Read(string text)
    {
        var words = new Words();
        words.Read(text);
        List<uint> marks = [];
        foreach (var word in words.All)
            marks.Add(RawMarkOf(words.FoldedOf(word)));
        return marks;
    }

    private static FrozenDictionary<uint, uint> ReadSynonyms()
    {
        Dictionary<uint, uint> same = [];
        foreach (var marks in Synonyms.Split(',').Select(Read).Concat(Countries()))
        {
            foreach (var mark in marks)
                same.TryAdd(mark, same.GetValueOrDefault(marks[0], marks[0]));
        }

        return same.ToFrozenDictionary();
    }

    private static FrozenDictionary<uint, uint> ReadActs()
    {
        Dictionary<uint, uint> acts = [];
        var bit = 1u;
        foreach (var line in ActLines.Split(','))
        {
            if (line.Contains('*', StringComparison.Ordinal))
                DailyActs |= bit;
            foreach (var raw in Read(line.Replace('_', ' ')))
            {
                var mark = SameAs.GetValueOrDefault(raw, raw);
                acts[mark] = acts.GetValueOrDefault(mark) | bit;
            }

            bit <<= 1;
        }

        return acts.ToFrozenDictionary();
    }

    /// <summary>The marks of each country's names and people, those of one word: Malta, Maltese.</summary>
    private static IEnumerable<List<uint>> Countries() =>
        from pack in Entities.EntityBook.Shipped.All
        where !pack.People.IsEmpty
        let marks = pack.Names.Concat(pack.People).Where(name => !name.AsSpan().ContainsAny(' ', '-')).SelectMany(Read).ToList()
        where marks.Count > 0
        select marks;

    /// <summary>The marks of who acts in many stories: armed groups, agencies, by their names of one word.</summary>
    private static IEnumerable<uint> Groups() =>
        from pack in Entities.EntityBook.Shipped.All
        where pack.People.IsEmpty
        from name in pack.Names
        where !name.AsSpan().ContainsAny(' ', '-')
        from mark in Read(name.TrimStart('='))
        select SameAs.GetValueOrDefault(mark, mark);
}
