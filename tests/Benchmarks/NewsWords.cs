namespace Benchmarks;

/// <summary>Words of English news, roughly from the most frequent to the rare.</summary>
internal static class NewsWords
{
    /// <summary>Those that hold sentences together, which nobody watches for.</summary>
    public static readonly string[] Function = Split("""
        the to of a and in that for on is was with he it as at by said from his be have has an were not are but had they
        who its this which will about their or been after would one more when also two other out people than there some
        her she into all no what if up them we can over could first so last because our him most against I now do many how
        only just any years new time before while year still where under like through both such make those way may between
        since made down during then did these being well even made much since each me my you your us very should own
        """);

    /// <summary>Nouns, verbs and adjectives.</summary>
    public static readonly string[] Content = Split("""
        government president state officials minister country police world week military security city day group war
        forces attack killed percent million told states news public part national company three four support leader
        president's statement political party months court right four called home case local use work high including
        power report health international another days number law big next month office money market foreign second
        plan family law children men women top former early end death system school long business capital team house
        five head place oil took south north east west need deal member members control used take life come least later
        among help back found left give held billion prime change leaders force border took economic went set small good
        near major great according announced around known policy rights campaign program general prices interest several
        must without become want think night going morning face see however began under information come large social
        area say workers far street energy reported service vote election elections data spokesman army soldiers troops
        missile missiles drone drones strike strikes airstrike bomb bombing explosion blast rocket rockets fire fighting
        ceasefire talks peace sanctions nuclear weapons uranium enrichment program militia rebels fighters armed conflict
        refugees aid humanitarian hospital wounded injured dead civilians victims relatives residents witnesses evidence
        investigation charges trial judge lawyer lawyers prosecutors prison arrested detained sentence guilty murder crime
        violence protest protests demonstrators rally crowd streets opposition parliament lawmakers bill reform coalition
        cabinet ambassador embassy diplomat diplomats diplomatic envoy summit meeting agreement treaty negotiations visit
        relations alliance allies partner partners cooperation pressure threat threats response decision action effort
        efforts operation operations mission base commander general officer officers intelligence agency agencies agents
        defense secretary department ministry authority authorities administration congress senate senator republican
        democrat democratic democrats republicans candidate voters ballot poll polls majority minority race debate speech
        interview question questions answer letter words story media newspaper television network journalist journalists
        reporter editor website internet online phone technology computer software companies firms industry executive
        chief director chairman manager board shareholders investors investment stock stocks shares fund funds bank banks
        banking credit debt loan loans interest rate rates inflation growth economy recession budget tax taxes spending
        trade exports imports tariffs currency dollar euro price costs cost sales profit profits revenue quarter forecast
        demand supply production output factory plant workers union unions labor job jobs unemployment wages pay strike
        contract industry steel gas coal pipeline electricity grid solar wind climate emissions carbon environment water
        river flood floods storm hurricane earthquake drought disaster rescue emergency weather heat temperature season
        summer winter spring autumn fire fires forest land farmers farm food crops wheat grain harvest hunger famine
        disease virus outbreak pandemic vaccine vaccines infection infections doctors doctor patients patient medical
        medicine drug drugs treatment cancer hospital research researchers scientists science study university students
        student teachers education schools college professor degree science space satellite launch orbit moon mission
        airline airlines airport flight flights plane aircraft pilot crash passengers train railway road roads highway
        bridge traffic driver car cars truck vehicle vehicles ship ships port navy vessel tanker boat migrants migration
        immigration asylum border crossing camp camps village villages town towns district province region regional
        northern southern eastern western central mountain desert coast island sea ocean gulf strait waters territory
        independence sovereignty constitution constitutional referendum democracy freedom speech religion religious church
        mosque priest pope muslim muslims christian christians jewish catholic orthodox holy temple community communities
        ethnic tribal tribe clan culture cultural history historic museum art artist music film movie theater book books
        author novel festival award prize winner game games match season player players coach league championship cup
        goal score win victory defeat loss lost final tournament stadium fans olympic medal record sport sports football
        young old woman man child mother father son daughter brother sister wife husband friends friend families parents
        couple marriage birth age life lives living people person human body hand hands eyes head heart blood voice
        house homes apartment building buildings property housing rent room door window floor wall garden street corner
        hotel restaurant shop shops store stores mall clothes fashion food drink coffee meat fish rice bread sugar
        say says saying told tell added asked ask calls call claimed denied confirmed warned urged insisted accused
        blamed criticized condemned praised welcomed rejected accepted approved agreed refused demanded promised pledged
        vowed threatened offered proposed suggested argued believes believe thought knew know understand expected expects
        hope hopes hoped fear fears feared wanted wants needed needs tried trying try helped failed succeeded managed
        continued continue started start stopped stop ended opened open closed close remained remain remains stayed
        moved move came comes leaving leave arrived arrive returned return entered crossed reached passed followed led
        leads lead joined met meet spoke speak talked wrote written read heard saw seen watched looked look looking
        showed show shown showing appeared seemed became becoming grew grow growing increased increase increasing rose
        rise rising fell fall falling dropped declined reduced cut cuts raised raise doubled gained won beat broke broken
        built build building created create produced developed development designed planned plans organized prepared
        carried carry carrying sent send brought bring gave given giving received receive got getting kept keep keeping
        put putting turned turn ran run running played play sold sell selling bought buy buying paid paying spent earned
        invested borrowed owed owned shared divided united formed founded established elected appointed named resigned
        replaced fired hired charged convicted sentenced jailed released freed escaped fled hid captured seized occupied
        invaded attacked targeted struck destroyed damaged burned collapsed exploded shot shooting stabbed beaten
        kidnapped rescued saved protected defended guarded patrolled deployed withdrew withdrawn withdrawal launched
        tested shelled bombed raided searched discovered identified investigated examined reviewed considered discussed
        negotiated signed ratified violated imposed lifted extended suspended postponed delayed canceled banned blocked
        allowed permitted forced ordered required recommended
        able important possible likely unlikely clear difficult hard easy strong weak serious severe dangerous safe secure
        free full empty short brief recent current future past previous late latest final initial main key central
        critical crucial essential necessary special particular certain sure true false real actual similar different
        separate individual private personal professional official unofficial legal illegal criminal civil civilian
        federal presidential parliamentary municipal rural urban domestic global worldwide bilateral joint common mutual
        broad wide narrow deep low lower higher highest better best worse worst bad poor rich wealthy expensive cheap
        modern traditional ancient popular famous powerful influential senior junior deputy acting retired veteran
        conservative liberal moderate radical extremist militant terrorist terrorism suicide hostage hostages ransom
        black white red green blue dark bright cold hot warm dry wet heavy light fast slow quick rapid sharp steep steady
        stable unstable violent peaceful quiet angry afraid worried concerned confident optimistic skeptical surprised
        happy sad proud ready willing eager reluctant responsible accountable transparent corrupt corruption bribery fraud
        scandal allegations accusations inquiry probe panel commission committee council assembly chamber tribunal jury
        verdict appeal ruling decree order orders rule rules regulation regulations regulators law laws legislation act
        measure measures step steps move policy policies strategy approach proposal proposals offer package plan project
        projects initiative scheme effort reform reforms crisis crises problem problems issue issues matter concern
        concerns challenge challenges risk risks danger damage harm injury injuries casualties toll deaths loss losses
        benefit benefits advantage opportunity opportunities chance choice option options alternative solution result
        results outcome effect effects impact influence role function purpose reason reasons cause causes factor factors
        basis source sources origin form type kind sort level levels degree amount figure figures statistics survey
        estimate estimates average total sum half third quarter majority dozen dozens hundred hundreds thousand thousands
        decade decades century hour hours minute minutes moment period term terms date deadline schedule anniversary
        Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April June July August September
        October November December America American Britain British Europe European Russia Russian China Chinese France
        French Germany German Japan Japanese India Indian Iran Iranian Iraq Iraqi Israel Israeli Syria Syrian Turkey
        Turkish Egypt Egyptian Lebanon Yemen Gaza Palestinian Palestinians Ukraine Ukrainian Afghanistan Pakistan Korea
        Washington Moscow Beijing London Paris Baghdad Tehran Jerusalem Beirut Damascus Kabul Cairo Brussels Kyiv Ankara
        """);

    /// <summary>First syllables or stems of made-up names of persons and places; with the endings, a hundred thousand.</summary>
    public static readonly string[] NameStems = Split("""
        Abd Adar Agh Akh Alb Aldr Alm Amin Andr Ans Arm Asl Atk Az Bag Bakh Bal Bar Bash Beck Berg Bern Bez Bor Brad
        Brem Brun Cald Cam Carl Cast Chan Chern Clar Cold Cort Cran Dal Dar Dav Del Dem Dim Dob Dor Dragh Duk Eb Ed Elv
        Em Er Esk Fad Fahr Far Fent Fer Fisch Flem Fort Fran Fren Gal Gar Gh Gil Glad Gold Gor Grab Grim Gul Had Haf Hal
        Ham Har Hass Heid Hend Herz Hol Hor Hus Ibr Ism Iv Jab Jack Jaff Jal Jan Jav Jens Jon Kad Kal Kam Kar Kash Kaz
        Ker Khal Khor Kim Kir Klein Kol Kor Kov Kraj Kun Lam Lang Lar Laz Lev Lind Lom Lor Luk Mah Mak Mal Man Mar Mas
        Maz Mer Mik Mil Mir Moh Mor Mosh Muj Nab Nad Naj Nar Nas Nav Nik Nor Nov Ob Ol Orm Ost Pah Pal Par Pav Pet Pol
        Por Pras Qas Raf Rah Raj Ram Ras Ren Rich Rod Ros Roz Sab Sad Sal Sam San Sar Sch Ser Sh Shar Sid Sim Sok Sol
        Stan Stef Sul Tab Tal Tam Tar Tim Tol Tor Tur Ul Vas Ver Vik Vol Wal War Web Wil Wol Yan Yaz Yer Zag Zam Zar Zub
        """);

    public static readonly string[] NameMiddles = Split("a e i o u ar er in an am el ov ad al ash ik on ur ab im ol ut ent ost");

    public static readonly string[] NameEndings = Split("""
        abad ani ari aty bach berg bi bury da dal dan di din dorf dov ez far feld ford gan gar gi grad ham han hi ian iani
        idi ik ini ins ir iya ka kan ki kin la land lev li lov ma man mi min mov na nia nik nov ock off oglu ov ova pour
        ra rah ri ring rov sen shi sk ska ski son stad stan stein ta ti tin ton tov uddin ula vic ville vi wala well win
        ya yan yev za zadeh zai zi
        """);

    /// <summary>Beginnings and endings that make rare words of the content words' stems: counterterror, overproduction.</summary>
    public static readonly string[] RareBeginnings = Split("""
        anti counter over under inter trans super sub pre post pro semi multi non out un re dis mis micro macro hyper ultra
        neo pseudo photo bio geo hydro electro thermo agro petro euro afro
        """);

    private static string[] Split(string words) =>
        [.. words.Split([' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries).Distinct(StringComparer.OrdinalIgnoreCase)];
}
