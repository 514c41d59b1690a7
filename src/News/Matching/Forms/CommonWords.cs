namespace News.Matching;

/// <summary>Short common words, which an initialism may spell: SHAPE, BAT, GEM, RAN. Longer ones nobody writes for an initialism.</summary>
internal static class CommonWords
{
    public const int Longest = 6;

    /// <summary>Without the verbs that <see cref="EnglishVerbs"/> knows, and without names that small are words: Turkey, March, Apple.</summary>
    private static readonly WordTable Others = WordTable.Folded("""
        able about above acid acre actor admit adult after again age agent agile ago ahead aide air aisle alarm ale alert alien alive ally alone along
        aloud alpha altar alter among angel anger angle angry ankle ant any apart ape apex apply apron arc arch area armed armor army arrow art ash
        ashes aside ask asset atlas atom aunt auto award aware away awe awful axe axis axle baby back bad badge bag bail bait bake bald ball ban band
        bang bank bar bare bark base basic basin basis bat batch bath bathe bay beach beam bean beard beast bed bee beef been beer beg being bell
        below belt bench berry best beta big bill bin bird birth bison bit black blade blank blaze bleak bless blind blink bliss blitz bloc blog blood
        bloom blue blur board boat body boil bold bolt bond bone bonus book boom boot born boss both bow bowl box boxer boy brain brake brand brass
        brave bread brew brick bride brisk broad brush bud bulk bull bully bunch bury bush busy buyer buzz cab cabin cable cage cake calf calm camp
        canal card cargo cart case cash cave cedar cell cent chain chair chaos charm chart chase chat cheap cheek cheer chef chess chest chief child
        chill chin chip choir chop cider cigar city civic civil clam clan clap class clay clean clear clerk cliff clip clock close cloth cloud club
        clue coach coal coast coat cobra code cold color coma comb comet cone cook cool cope copy coral cord core corn count coup court cover cow cozy
        crab crack craft crane crazy cream creek crest crew crime crop cross crowd crown crude cruel cry cube cult cup curb cure curse curve cyber
        cycle cynic dad daily dairy dam dance dare dark dash data date dawn day daze dead dean dear death debt debut decay deck decoy deed deep deer
        defer delta den dense depot depth derby desk devil diary did diet digit dim dine dip dire dirt dirty disc dish ditch dive dock dodge does dog
        doing dome done donor doom door dose dove dozen drag drain drama dread dress drift drill drone drug drum dry dude due duke dull dusk dust duty
        dwarf dye each eager eagle ear early earth easel east easy echo edge edit egg eight elbow elder elite else embed ember emit empty enemy enjoy
        entry envoy envy epic equal equip erode error essay ethic even event ever every evil evoke exact exam excel exile exist extra eye eyed fable
        face facet fact fade faint fair fairy faith fake falcon false fame fan far fare farm fatal fate fault favor feast feat fee feet fence ferry
        fetch feud fever few fiber field fifty fill film final fir firm first fish fist fit five fix flag flair flame flank flap flash flat flaw flea
        fleet flesh flint flip float flock floor flour flow flu fluid flux foam focus fog fold folk food fool foot force ford fore forge fork fort
        forth forty forum foul four fox frame fraud fresh frog front frost fruit fry full fume fun fur fury fuse gale game gamma gang gap gate gaze
        gear gem gene genie germ ghost giant gift girl gist glad glass glider globe gloom glory glove glow glue gnome goal goat god going gold golf
        good gorge gown grace grade grain gram grand graph grasp grass grate grave gray great greed green greet grey grid grief grill grim grin grip
        gross group grove guard guess guest guild guilt gulf gut guy habit hail hair half hall ham hand happy hard hare harsh haste hat hatch hate
        haul haven hawk hay hazel head heal heap heart heat heavy hedge heel heir hell hello helm hen hence herb herd here hero hers high hike hill
        hinge hint hip hire hoard hobby hole holy home honey hood hook hop hope horn hornet horse hot hotel hound hour house hub hud huge hull human
        humor hunt hurry hut hymn hyper icing icon idea ideal idle idol ill image imply inch index ink inn inner input into iris iron irony isle item
        ivory jab jade jag jam jar java jaw jazz jeans jet jewel job joint joke jolt joy judge juice jump jury kayak keen key kick kid kin kind king
        kiss kit kite knee knife knight knit knock knot label labor lace lack lad lady lake lamb lame lamp lance land lane lap large lark laser late
        later laugh lava law lawn layer lazy leaf lease least leg legal lemon lens less lever lick lid lied life like limb lime line linen liner lion
        lip live liver loaf loan lobby lobe local lodge log logic lone long look loom loop loose lord lore lorry loss lot lotus loud love lover low
        loyal luck lucky lump lunar lunch lung lunge lupus lure lust lynx macro magic maid mail main major maker mall man mane manor many maple mare
        mark marry marsh mask mass mast mat match mate math maxim maybe mayor maze meal meat medal media melt memo men mend menu mercy mere merit
        merry mesh mess metal meter metre metro mice micro might mild mile milk mill mind minor mint miss mist mix mixed mob mode model mold money
        monk month mood moon mope moral more mosaic moss most moth motor mount mouse mouth movie much mud mule music must myth nail naked nap naval
        navy near neat neck need nerve nest net never news next nexus nice night nine ninja noble nod node noise none noon nor norm north nose notch
        note noted noun nova novel nude nun nurse nut nylon oak oar oasis oath oats obey object ocean odd odor often oil old olive omega omit once
        onion only opal open opera optic oral orbit organ other otter ought outer oven over owe owl owner pace pad pail pain paint pair pale palm
        panda pane panel pant paper park part party pasta paste pat patch path pause pave paw peace peak pear pearl peel peer peg penal penny peril
        petty phase phone photo piano pick pie piece pier pig pike pile pill pilot pin pinch pine pink pipe pit pitch pity pivot pixel place plain
        plane plank plant plate play plaza plea plow plug plum pod poem poet point poke polar pole polo pond pony pool poor pop pope porch pore pork
        port pose pot pound pour power pray press prey price pride prime print prior prism prize proof prop proud proxy pub puff pulp pulse puma pump
        punch pupil pure purse quake quart quay queen quest queue quick quid quiet quilt quite quota quote race rack radar radio raft rage rail rain
        ramp ranch range rank rapid rare rash rat rate ratio raven ray razor ready real realm rear rebel red reed reef reel rein relay relic rely rent
        rest rhino rib rice rich rider ridge rifle rift right rigid rim rip ripe risk rite rival river road roam roar roast rob robe robot rock rod
        role roll roof rook room root rope rot rough round route rover row royal rub ruby rude rug ruin ruler rumor rural rush rusty saga sage sail
        saint sake salad sale salsa same sand sane sauce savvy scale scan scar scare scarf scene scent scope score scout screw scrub scum sea seam
        seat seed seem self sense serve seven sever sew sex shade shall shame shape share shark sharp shave sheep sheer sheet shelf shift ship shirt
        shock shoe shop shore short shout shove shy sick side siege sigh sight sigma silk silly silo sin since singe sip sir siren site six size skate
        ski skill skin skip skirt skull sky slab slap slate slave slice slim slip slope slot slow slum small smart smash smile smoke snag snap snob
        snow soap sob sock soda sofa soft soil solar sole solid solo solve son sonar song sonic soon sore sorry sort soul sound soup sour south spa
        space spain spam span spar spare spark spear spec spice spike spine spiral spirit spit spite sport spray spur squad stack staff stag stain
        stair stake stale stalk stall stamp stare stark stat state stay steak steam steel steep steer stern stiff still stir stock stone store stork
        storm story stove strap straw stray street strip stub study stuff stun style such sue sugar suit suite sum sun super sure swamp swan swarm
        sweat sweet sword table tail tale tall tan tango tank tape tarp task taste taxi team tease teeth tempo tempt ten tend tense tent term text
        thank theft their them theme then there these they thick thief thigh thin thing third thorn those thou three thumb thus tide tidy tied tiger
        tight tile time tin tiny tire tired titan title toad today toe token toll tomb ton tone tool tooth topic toss total totem touch tough tour
        towel tower town toxic toy trace track trail tree trek trend trial tribe trick tried trio trip troop truce truck true trunk trust truth tub
        tube tug tulip tuna tune turbo turf tutor twice twig twin twist two type tyre ugly ultra uncle under union unit unite unity until upon upper
        urban usa used user usher usual utter vague vain valid valor value valve van vapor vary vase vast vault veil vein venom venue venus verb verge
        very vest via vice video view vigor villa vine viper virus visa vital vivid vocal voice void voter wage wagon waist wait walk wall wand want
        war ward ware warm warp wary wash wasp waste watch water wave wax way weak wealth weary web weed week weigh weight weird well wet whale wharf
        what wheat wheel when where which while whim whip white whole whom whose why wick wide widow width wife wig wild wine wing winter wipe wire
        wise wish wit witch wives wizard wolf woman women wood wool word world worm worse worst worth would wrap wreck wrist wrong yacht yard yarn
        year yes yet yield young youth zeal zebra zero zinc zip zone zoom
        """);

    /// <summary>Whether folded letters are a common word or a form of one. The operators aren't: who asks for "AND" in marks means the word.</summary>
    public static bool Contains(string folded) =>
        folded.Length <= Longest && folded is not ("and" or "or" or "not" or "near") && (IsWord(folded) || (!EnglishForms.IsNoForm(folded) && IsForm(folded)));

    private static bool IsWord(string folded) =>
        Others.Contains(folded) || FunctionWords.Contains(folded) || IsVerb(folded) || EnglishVerbs.IsForm(folded);

    private static bool IsVerb(string folded) => EnglishVerbs.IsOfTheNews(folded) || EnglishVerbs.IsIrregular(folded);

    /// <summary>ARMS, FIRED, BANNED, TAXING</summary>
    private static bool IsForm(string folded)
    {
        if (folded.Length > 3 && folded[^1] == 's')
            return IsWord(folded[..^1]) || (folded[^2] == 'e' && IsWord(folded[..^2]));
        var ending = folded.EndsWith("ed", StringComparison.Ordinal) ? 2 : folded.EndsWith("ing", StringComparison.Ordinal) ? 3 : folded.Length;
        var stem = folded[..^ending];
        return stem.Length >= 3 && (IsVerb(stem) || IsVerb(stem + "e") || (stem[^1] == stem[^2] && IsVerb(stem[..^1])));
    }
}
