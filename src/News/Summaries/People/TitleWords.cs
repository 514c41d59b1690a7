namespace News.Summaries;

/// <summary>What stands before names: forms of address, ranks, offices and trades.</summary>
internal static class TitleWords
{
    /// <summary>Say no more than how one is addressed; no part of the fullest name.</summary>
    public static readonly WordTable Honorifics = new(HonorificsInWords);

    private const string HonorificsInWords = """
        Mr Mr. Mrs Mrs. Ms Ms. Miss Mx Mx. Mister Madam Madame M. Mme Mme. Mlle Mlle. Herr Frau Señor Señora Señorita Signor
        Signora Senhor Senhora Shri Sri Smt Smt. Kumari Sahib Begum Bey Hanım Monsieur Messrs Messrs. Comrade
        """;

    /// <summary>Ranks, degrees and orders that the press keeps with the name: "Brig. Gen. Jane Doe", "Dr. Ali Hassan", "Hojatoleslam Ali Doe".</summary>
    public static readonly WordTable Ranks = new(RanksInWords);

    private const string RanksInWords = """
        Gen. Gen Brig. Brig Maj. Maj Lt. Lt Lieut. Lieut Col. Col Capt. Capt Cpt. Cpt Sgt. Sgt Cpl. Cpl Pvt. Pvt Pfc. Pfc Spc. Spc
        Adm. Adm Cmdr. Cmdr Cdr. Cdr Comdr. Ens. Ens MSgt. SSgt. TSgt. GySgt. Supt. Supt Insp. Insp Det. Det Const. Const PC DCI
        General Brigadier Brigadier-General Major Major-General Lieutenant Lieutenant-General Lieutenant-Colonel Colonel
        Colonel-General Captain Sergeant Corporal Admiral Vice-Admiral Commodore Marshal Vice-Marshal Commander Ensign Cadet
        Seaman Airman Midshipman Subedar Havildar Naik
        Dr. Dr Prof. Prof Sen. Sens. Rep. Reps. Gov. Del. Amb. Pres. Hon. Hon Rt Rev. Rev Revd Fr. Fr Msgr. Msgr Br. Br Sr. Sr Atty.
        Sir Dame Lord Lady Baroness Baron Viscount Earl Duke Duchess Count Countess Prince Princess
        Sheikh Shaikh Sheik Shaykh Sheikha Sayyid Sayyed Seyyed Seyed Syed Sayed Ayatollah Hojatoleslam Hojjatoleslam
        Hojjat-ol-Islam Hujjat Allama Allamah Imam Mullah Mulla Maulana Mawlana Maulvi Mawlawi Molavi Mufti Hajji Haji Hajj Hadji Kak
        Mamosta Swami Pope Patriarch Cardinal Archbishop Bishop Monsignor Father Sister Brother Pastor
        Reverend Canon Rabbi Deacon Prophet Apostle Archdeacon Emir Aga Agha Tengku Datuk Dato Tun
        """;

    /// <summary>Before another rank a part of it, alone none: "Staff Brig. Gen.", "First Lieutenant", "Air Vice-Marshal", "Sgt. Major".</summary>
    public static readonly WordTable RankModifiers = new("""
        Staff Rear Vice First Second Third Lance Chief Master Senior Junior Petty Warrant Wing Squadron Flight Group Air Field
        Gunnery Fleet Crown Grand Deputy Right Most Very Class Officer Leader
        """);

    /// <summary>Offices and trades in capitals before a name; they are the role, not the name: "Foreign Minister Jane Doe".</summary>
    public static readonly WordTable Offices = new(OfficesInWords);

    private const string OfficesInWords = """
        President Minister Premier Chancellor Secretary Undersecretary Ambassador Envoy Senator
        Congressman Congresswoman Representative Governor Mayor Councillor Councilman Councilwoman Councilmember Alderman Judge Justice
        Attorney Prosecutor Professor Doctor Director Chairman Chairwoman Chairperson Chair Chief CEO CFO COO CTO
        Spokesman Spokeswoman Spokesperson Coach Manager Editor Reporter Correspondent Detective Inspector Superintendent
        Constable Sheriff Commissioner Speaker Leader King Queen Emperor Empress Sultan Regent
        Dean Rector Provost Principal Officer Analyst Engineer Nurse Pilot Actor Actress Singer Author Writer Rapper
        Historian Economist Scientist Researcher Lawyer Barrister Solicitor Undersecretary-General Secretary-General Director-General
        Attorney-General Solicitor-General Vice-President Vice-Chancellor Ex-President Co-President President-elect
        MLA TD PM Lawmaker Legislator Deputy Parliamentarian Supervisor Superintendent Treasurer Comptroller
        Controller Magistrate Coroner Ombudsman Registrar Trustee Captain-General General Assemblyman Assemblywoman Assemblymember
        Selectman Warden Chaplain Chairperson-elect Administrator Coordinator Co-ordinator Consul Consul-General Counsel Counselor
        Counsellor Marshal-General Firefighter Trooper Deputy-Sheriff Patrolman Agent Negotiator Mediator Rapporteur Adviser Advisor
        Aide Founder Co-founder Owner Striker Defender Midfielder Goalkeeper Winger Skipper Democrat Republican Anchor Co-anchor Host
        Tsar Czar Shah Maharaja Nawab Chieftain Archduke Activist Journalist Candidate Nominee Biologist Physicist Chemist
        Epidemiologist Virologist Psychologist Veteran Artist Director-general
        """;

    /// <summary>Words in capitals that say which office, and are none: "Foreign Minister", "Acting Governor", "Crown Prince".</summary>
    public static readonly WordTable OfficeModifiers = new(OfficeModifiersInWords);

    private const string OfficeModifiersInWords = """
        Prime Vice Executive Foreign Defense Defence Interior Finance Health Education Home Shadow Press Interim Acting Former
        Ex Assistant Associate Emeritus Crown Incoming Outgoing Senior Supreme Retired Late Permanent Special General Managing
        """;

    /// <summary>"Attorney General", "Secretary General": no soldiers.</summary>
    public static readonly WordTable BeforeGeneral = new("Attorney Secretary Director Consul Governor Surgeon Postmaster Inspector Solicitor Auditor Comptroller Commissioner Prosecutor Quartermaster");

    /// <summary>"Mary Doe KC": letters after a name are no part of it.</summary>
    public static readonly WordTable AfterNames = new("KC QC SC MP M.P. MEP MSP MD PhD Ph.D M.D. Ph.D. OBE CBE MBE KBE SAN");

    /// <summary>Whether a word in capitals stands before names and is no part of them, or is a rank.</summary>
    public static bool IsBeforeNames(ReadOnlySpan<char> word) => BeforeNames.Contains(word);

    private static readonly WordTable BeforeNames = new(string.Join(' ', HonorificsInWords, RanksInWords, OfficesInWords, OfficeModifiersInWords));

    /// <summary>What a person can be, written small: "the spokeswoman", "a ministry official".</summary>
    public static readonly WordTable PersonNouns = new("""
        spokesman spokeswoman spokesperson official minister president premier chancellor secretary ambassador envoy
        senator congressman congresswoman lawmaker legislator governor mayor councillor councilman councilwoman judge justice attorney
        prosecutor lawyer professor doctor director chairman chairwoman chairperson chair chief executive officer coach manager editor
        reporter correspondent journalist columnist commentator anchor presenter host detective inspector superintendent sheriff
        commissioner speaker leader king queen prince princess emir sultan general brigadier colonel captain major lieutenant sergeant
        corporal admiral commander commandant marshal paratrooper
        analyst engineer nurse midwife paramedic medic pilot actor actress singer rapper dancer comedian
        author writer poet novelist historian economist scientist researcher scholar academic barrister solicitor counsel activist
        campaigner critic expert diplomat politician deputy aide adviser advisor member head founder co-founder cofounder owner boss
        resident witness bystander survivor victim neighbour neighbor farmer shepherd fisherman teacher student pupil driver worker
        labourer laborer soldier fighter militant rebel guard officer policeman policewoman cop firefighter rescuer volunteer
        father mother dad mum mom parent brother sister sibling son daughter husband wife spouse widow widower fiancé fiancée editor-in-chief commander-in-chief secretary-general director-general attorney-general pontiff
        girlfriend boyfriend uncle aunt cousin nephew niece grandfather grandmother grandson granddaughter stepfather stepmother
        brother-in-law sister-in-law father-in-law mother-in-law son-in-law daughter-in-law boy girl teenager man woman gentleman lady
        artist painter sculptor musician pianist violinist composer conductor player footballer striker winger midfielder
        goalkeeper defender skipper golfer boxer cyclist swimmer sprinter athlete champion curator librarian archivist
        representative dean rector principal provost blogger vlogger youtuber poster user priest imam bishop archbishop cardinal pope
        rabbi cleric pastor vicar monk nun photographer cameraman filmmaker director producer annotator coauthor co-author programmer
        developer designer architect consultant undersecretary administrator coordinator co-ordinator organiser organizer negotiator
        mediator veteran candidate nominee frontrunner front-runner incumbent contender defendant suspect plaintiff counterpart teammate partner
        colleague coworker co-worker friend ally rival opponent predecessor successor tycoon mogul billionaire millionaire businessman
        businesswoman entrepreneur investor banker trader broker accountant auditor economist surgeon physician psychologist
        psychiatrist therapist epidemiologist virologist immunologist biologist chemist physicist geologist meteorologist astronomer
        climatologist ecologist anthropologist sociologist archaeologist pharmacist dentist veterinarian vet ranger warden sailor
        fireman conservationist environmentalist feminist strategist pollster lobbyist fundraiser treasurer clerk registrar
        magistrate coroner ombudsman chaplain agent informant whistleblower hacker hostage prisoner inmate detainee refugee migrant
        deportee passenger traveller traveler tourist customer shopper vendor shopkeeper grocer butcher baker chef cook waiter waitress
        barista bartender cleaner janitor caretaker gardener carpenter plumber electrician mechanic miner welder builder operator
        technician dispatcher trucker courier narrator announcer moderator instructor trainer tutor lecturer fellow graduate alumnus
        patient carer caregiver nanny babysitter grandparent orphan toddler child native supporter protester demonstrator striker
        delegate observer monitor rapporteur legislator parliamentarian congressperson treasurer assemblyman assemblywoman vice-president
        vice-chair cofounder godfather godmother heir heiress confidant confidante operative surrogate donor backer staffer insider
        loyalist pundit whip alum alumna retiree homeowner businessperson freshman sophomore intern apprentice recruit cadet
        coroner bailiff clerk juror litigant claimant pensioner picketer striker voter elector churchgoer worshipper parishioner
        duke duchess earl baron baroness socialite model influencer
        """);

    public static readonly WordTable PersonNounsInPlural = new("""
        officials spokesmen spokespeople ministers senators lawmakers judges prosecutors lawyers doctors directors
        reporters journalists detectives leaders generals commanders analysts engineers activists campaigners critics
        experts diplomats politicians members residents witnesses survivors neighbours neighbors farmers teachers students
        workers soldiers fighters parents authors scientists researchers protesters people men women sources authorities
        police militants rebels troops families relatives villagers observers organisers organizers investigators rescuers
        medics annotators users victims
        """);

    /// <summary>
    /// Whether a word by its ending is what people do: "gastroenterologist", "glassblower". Things that end so are kept out.
    /// </summary>
    public static bool IsTrade(ReadOnlySpan<char> word)
    {
        if (PersonNouns.Contains(word)) return true;
        if (word.Length < 5 || NoTrades.Contains(word)) return false;
        return word.EndsWith("er") || word.EndsWith("or") || word.EndsWith("ist") || word.EndsWith("ian") || word.EndsWith("man") || word.EndsWith("woman") || word.EndsWith("eer");
    }

    private static readonly WordTable NoTrades = new("""
        newspaper paper broadcaster carrier maker manufacturer retailer insurer lender operator supplier producer chipmaker
        automaker carmaker publisher river tower cruiser tanker freighter trawler container computer character number order
        power water border former newer older larger smaller bigger other rather whether never ever together however either
        neither another minor major interior exterior senior junior prior superior error terror sector factor motor tractor
        chapter charter cluster monster theater centre center quarter frontier harbor matter letter offer buyer rover answer
        after under over later earlier summer winter october november december september easter weather brother-in-arms
        chamber member-state tender danger anger hunger labor favor honor color humor rumor tumor minister-level supper dinner
        floor door flour poor author-date higher lower faster slower stronger weaker longer shorter greater cheaper harder easier
        german roman human norman indian russian persian iranian syrian ukrainian palestinian christian asian egyptian brazilian
        canadian australian nigerian algerian libyan-led list consist insist exist resist persist mist twist least east west
        """);

    public static readonly WordTable Feminine = new("""
        Mrs Mrs. Ms Ms. Miss Madam Madame Mme Mme. Frau Señora Dame Lady Baroness Princess Queen Sister spokeswoman
        chairwoman congresswoman councilwoman policewoman actress mother sister daughter wife widow aunt girl woman
        businesswoman saleswoman housewife duchess empress countess viscountess mum mom grandmother granddaughter stepmother
        stepdaughter niece girlfriend fiancée widow waitress heiress goddess nun midwife sportswoman noblewoman servicewoman
        assemblywoman policewomen sister-in-law mother-in-law daughter-in-law lady hostess schoolgirl sheikha begum smt smt. kumari
        signora señorita mlle mademoiselle councilwoman alderwoman chairlady first_lady abbess matriarch godmother
        """);

    public static readonly WordTable Masculine = new("""
        Mr Mr. Mister Herr Señor Sir Lord Baron Prince King Father Pope Cardinal Imam Ayatollah Sheikh Emir Sultan
        spokesman chairman congressman councilman policeman actor father brother son husband uncle boy man businessman
        salesman duke emperor priest dad grandfather grandson stepfather stepson nephew boyfriend widower waiter gentleman
        sportsman nobleman serviceman fireman fisherman cameraman assemblyman sheik shaikh mullah mulla maulana mawlawi molavi
        hojatoleslam hojjatoleslam sayyid sayyed seyyed seyed archbishop bishop-elect rabbi-elect monk brother-in-law father-in-law
        son-in-law viscount count earl shri sri monsieur signor senhor patriarch schoolboy frenchman englishman dutchman irishman
        scotsman welshman godfather shah sahib bey swami monsignor fr. fr kak
        """);

    /// <summary>Writings that speak in their writer's place: "Doe's statement added".</summary>
    public static readonly WordTable Writings = new("""
        statement analysis letter report tweet post blog message comments book testimony speech memo article column
        memoir email e-mail remarks words
        """);
}
