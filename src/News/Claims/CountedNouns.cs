using News.Summaries;

namespace News.Claims;

/// <summary>What a number counts, by its noun: people, things that can be struck, or something that is no loss at all.</summary>
internal static class CountedNouns
{
    /// <summary>Measures: "50 hours", "20 km", "3 percent", "7-year-old".</summary>
    private static readonly WordTable Measures = new("""
        second seconds minute minutes hour hours day days night nights week weeks weekend month months year years decade decades century
        centuries time times am pm a.m p.m a.m. p.m. km kilometre kilometres kilometer kilometers mile miles metre metres meter meters
        m cm ft foot feet inch inches kg kilogram kilograms kilos kilo tonne tonnes ton tons litre litres liter liters gallon gallons
        percent per cent percentage points degree degrees km/h kph mph knots hectares hectare acres acre dollar dollars euro euros
        pound pounds rupee rupees yuan yen peso pesos rouble roubles ruble rubles lira naira shillings taka won rand kwanzas billion
        trillion copies votes seats points goals nautical magnitude storey storeys story stories floors
        años año días día horas hora minutos kilómetros metros por años-de jahre jahr tage tag stunden minuten prozent kilometer meter uhr
        ans an jours jour heures heure minutes mois semaines kilomètres mètres saat ساعة ساعات يوما أيام عاما سنوات كيلومترا بالمئة سال روز ساعت درصد کیلومتر
        """);

    /// <summary>Things and beasts that can be killed, lost, held or missing without being anybody.</summary>
    private static readonly WordTable NoPeople = new("""
        missile missiles rocket rockets drone drones bomb bombs shell shells mine mines weapon weapons rifle rifles gun guns grenade
        grenades cartridge cartridges vehicle vehicles car cars truck trucks bus buses tank tanks aircraft plane planes jet jets helicopter
        helicopters ship ships boat boats vessel vessels home homes house houses building buildings shop shops school schools tent tents
        bill bills proposal proposals amendment amendments project projects plan plans job jobs deal deals talks meeting meetings
        bird birds stone stones animal animals cow cows cattle sheep goat goats pig pigs horse horses dog dogs cat cats monkey monkeys
        elephant elephants lion lions tiger tigers whale whales dolphin dolphins fish chicken chickens hen hens turkeys bear bears wolf
        wolves rhino rhinos deer camel camels bees turtles crocodile crocodiles shark sharks
        game games match matches election elections round rounds set sets race races session sessions rally rallies exercise exercises event events
        city cities town towns village villages province provinces country countries state states district districts location locations
        site sites target targets base bases post posts attack attacks raid raids strike strikes operation operations incident incidents
        blast blasts explosion explosions case cases protest protests hearing hearings flight flights sortie sorties
        word words message messages record records share shares seat seats vote votes lead leads breath tree trees crop crops server servers
        article articles charge charges count counts offence offences phone phones computer computers ticket tickets
        """);

    /// <summary>What attacks hit.</summary>
    private static readonly WordTable Targets = new("""
        target targets site sites position positions base bases depot depots warehouse warehouses facility facilities village villages
        town towns city cities location locations tanker tankers ship ships vessel vessels boat boats building buildings house houses
        home homes hospital hospitals clinic clinics school schools mosque mosques church churches camp camps plant plants refinery
        refineries installation installations airport airports airfield airfields bridge bridges launcher launchers tunnel tunnels
        outpost outposts checkpoint checkpoints post posts headquarters centre centres center centers station stations substation
        substations terminal terminals port ports factory factories bunker bunkers convoy convoys neighbourhood neighbourhoods
        neighborhood neighborhoods district districts area areas block blocks hangar hangars aircraft tank tanks vehicle vehicles
        truck trucks carrier carriers freighter freighters posts radars radar batteries battery laboratories hideouts hideout strongholds compounds compound
        sites pipelines pipeline silos apartments apartment market markets
        """);

    /// <summary>Who can be "lost": of two soldiers it means their deaths, of two seats it doesn't.</summary>
    private static readonly WordTable Losable = new("""
        men women people soldiers troops fighters militants citizens civilians members sons daughters children servicemen personnel officers
        policemen sailors crew lives comrades colleagues workers firefighters pilots soldats hommes combattants militaires gendarmes policiers
        peacekeepers guards marines paratroopers reservists relatives friends brothers sisters nationals
        """);

    private static readonly WordTable People = new("""
        people person man woman boy girl child toddler baby infant teenager teen couple family policeman policewoman serviceman militant
        civilian Palestinian Israeli passer-by passerby bystander crewman fisherman gunman attacker bomber victim national
        personne homme femme enfant persona hombre mujer niño niña menor mensch mann frau kind
        """);

    /// <summary>Who is held by others than the police, or not held at all.</summary>
    private static readonly WordTable NotArrested = new("hostage hostages captive captives talks prisoners-of-war abductees");

    /// <summary>Whom one looks for without missing them.</summary>
    private static readonly WordTable Wanted = new("suspects suspect gunmen attackers men accomplices assailants robbers fugitives inmates survivors bodies victims attacker bodies clues ways prisoners escapees");

    public static bool CanBeArrested(ReadOnlySpan<char> word) => !NotArrested.Contains(word);

    public static bool CanBeMissed(ReadOnlySpan<char> word) => !Wanted.Contains(word) && !NoPeople.Contains(word);

    public static bool IsMeasure(ReadOnlySpan<char> word) => Measures.Contains(word);

    public static bool IsNoPeople(ReadOnlySpan<char> word) => NoPeople.Contains(word);

    /// <summary>A thing in the plural that is nobody: "barracks", "silos". Of people "hit" says something else.</summary>
    public static bool IsTarget(ReadOnlySpan<char> word)
    {
        if (Targets.Contains(word)) return true;
        if (word.Length < 5 || !word.EndsWith("s") || word.EndsWith("ss") || char.IsUpper(word[0]) || IsMeasure(word)) return false;
        var singular = word[..^1];
        return !NoTargets.Contains(word) && !IsPerson(singular) && !TitleWords.PersonNounsInPlural.Contains(word) && !Losable.Contains(word);
    }

    private static readonly WordTable NoTargets = new("others records highs lows goals homers roadblocks snags times families animals birds cars obstacles deer civilians tourists");

    public static bool IsLosable(ReadOnlySpan<char> word) => Losable.Contains(word);

    /// <summary>Whether the word, in the singular, is somebody: "boy", "officer", "19-year-old".</summary>
    public static bool IsPerson(ReadOnlySpan<char> word) =>
        People.Contains(word) || word.EndsWith("-year-old") || word.EndsWith("-old") || TitleWords.PersonNouns.Contains(word)
        || TitleWords.Ranks.Contains(word) || (TitleWords.IsTrade(word) && !NoPeople.Contains(word) && !Targets.Contains(word));
}
