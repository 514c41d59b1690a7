namespace News.Matching;

/// <summary>
/// Tells words that people also write apart (air strike) from names that two other words happen to spell: the war saw,
/// a new man, a green land, to-go.
/// </summary>
internal static class EnglishCompounds
{
    /// <summary>Nouns that are written as one and apart, so that they are no names when a query writes them with a capital.</summary>
    private static readonly WordTable Nouns = WordTable.Folded("""
        airbase airborne aircraft aircrew airdrop airfield airlift airline airliner airplane airport airpower airship airspace airstrike airstrip
        antiaircraft backlash battlefield battlefront battleground battleship birthplace blackout bloodshed bombshell bondholder borderland
        breakdown breakout breakthrough buildup bulletproof bystander carmaker ceasefire checkpoint cleanup coastguard counterattack
        counterintelligence counteroffensive counterpart counterstrike counterterrorism countryside courthouse coverup crackdown crossfire
        cyberattack cybercrime cybersecurity cyberspace cyberwar cyberwarfare deadline deadlock drawdown dropout earthquake
        eyewitness fallout farmland filmmaker firearm firebomb firefight firefighter firepower firestorm flashpoint floodwater foothold
        footsoldier freshwater frontline frontrunner gunboat gunfight gunfire gunman gunmaker gunpoint gunpowder gunship gunshot
        handgun handover hardliner headquarters healthcare hideout homeland homemade hotline housebreaking
        infighting jailbreak jetliner kickback landfall landfill landline landlord landmark landmine landslide
        lawmaker lawsuit layoff lifeboat lifeline lifesaving loophole machinegun manhunt manpower manslaughter marketplace meltdown midterm
        minefield minelayer minesweeper motorbike motorcade multinational mudslide nationwide newborn newscast newspaper newsroom
        nightclub offshore oilfield onshore outbreak outpost oversight paratrooper passport payback payload payroll peacekeeper peacekeeping
        peacemaker peacetime petrodollar pipeline policeman policymaker powerplant pullback pullout railroad railway rainfall
         ringleader roadblock roadmap roadside rollout rulebook runoff safehouse salesman seabed seafood seaport seawater shipbuilder
        shipowner shipwreck shipyard shootdown shootout shoreline shortfall shutdown sideline skyscraper slowdown smartphone snowstorm
         spacecraft spaceship spokesman spokesperson spokeswoman spillover stakeholder standoff statehouse statewide stockpile
         stopover strongman strongpoint stronghold sunset supercomputer superpower takedown takeover taskforce taxpayer
        thunderstorm timeline timetable touchdown trademark tribesman troopship turnout underground videoconference
        walkout warfare warhead warlord warplane warship wartime warzone watchdog watchlist waterway weekend whistleblower wildfire
        wiretap workforce workplace worldwide bailout blackmail blueprint broadcast bypass coronavirus cutback
        daybreak downfall downturn firewall flyover groundwater heartland heatwave highway hillside hostagetaker houseboat household
        keyword knockout lakeside lockdown lookout mainland masterplan mastermind mayday newsletter oilrig overflight overthrow playoff printout
        rainstorm riverbank sandstorm seaside setback showdown signpost snapshot speedboat sunrise teargas tiebreak tradeoff turnover
        uprising upturn warmonger warpath washout windfall workshop workout
        """);

    /// <summary>Beginnings that a hyphen may follow in any word: Co-operation, Counter-attack, al-Shabaab.</summary>
    private static readonly WordTable Prefixes = WordTable.Folded("""
        anti co counter cyber de extra hyper inter mega micro mid mini multi neo non out over para post pre pro pseudo re self semi
        sub super trans ultra un under vice al el as ash an ar ad at az
        """);

    /// <summary>Names that people write in two words as well, and in small letters.</summary>
    private static readonly WordTable NamesOfTwoWords = WordTable.Folded("""
        airbus airbnb blackrock blackwater deepmind facebook fairfax firefox goodyear lockheed newsweek playstation snapchat starbucks
        starlink walmart whatsapp whitehall whitehouse youtube
        """);

    /// <summary>Of people and places, in which two other words stand that nobody means by them: "A New Man Takes Over", "What the War Saw".</summary>
    private static readonly WordTable NamesOfOneWord = WordTable.Folded("""
        auckland bateman batman bismarck blackburn blackpool blackwell bradford brighton butterfield cambridge chapman churchill cleveland
        coleman fairbanks freeman german goldberg goldman goldsmith goodman greenland hardman hartford holloway houston jackson kingston
        kirkland longman manning maryland moscow newark newcastle newfoundland newhaven newman newport newsom newton norman oakland oxford
        plymouth portland portsmouth queensland redmond richmond rockwell roman sherman springfield superman tillman truman underwood warren
        warsaw washington waterloo wellington westminster whitman winchester woodward wordsworth
        """);

    /// <summary>Whether a word asks for a thing or a deed, which may stand apart in any letters: Airstrike, Airstrikes.</summary>
    public static bool IsNoun(string folded)
    {
        if (Nouns.Contains(folded) || (folded.EndsWith("men", StringComparison.Ordinal) && Nouns.Contains(folded[..^2] + "an")))
            return true;
        return folded[^1] == 's' && (Nouns.Contains(folded.AsSpan(..^1))
            || (folded.EndsWith("es", StringComparison.Ordinal) && Nouns.Contains(folded.AsSpan(..^2))));
    }

    public static bool IsPrefix(ReadOnlySpan<char> folded) => Prefixes.Contains(folded);

    /// <summary>Whether a word in small letters is a name all the same.</summary>
    public static bool IsName(string folded) => NamesOfTwoWords.Contains(folded) || NamesOfOneWord.Contains(folded);

    /// <summary>Whether two words that spell this one with a space between are never it, not even in a title that has a capital in every word.</summary>
    public static bool IsNeverApart(ReadOnlySpan<char> folded) => NamesOfOneWord.Contains(folded);
}
