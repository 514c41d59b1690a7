using System.Collections.Frozen;
using System.Collections.Immutable;

namespace News.Matching;

/// <summary>What the rules in <see cref="EnglishForms"/> can't know of verbs.</summary>
internal static class EnglishVerbs
{
    /// <summary>
    /// Verbs with the forms that no rule gives. After a + the regular -ed is in use too. A form in brackets is another
    /// word first, so the verb asks for it and it doesn't ask for the verb: <c>leave</c> meets left, not the reverse.
    /// Left out are forms that are nearly always another word: the wound of wind, the ground of grind, the born of bear,
    /// the lay of lie, the bit of bite.
    /// </summary>
    private const string Irregulars = """
        arise arose arisen, awake awoke awoken, bear (bore) borne, beat beaten, become became, befall befell befallen,
        begin began begun, behold beheld, bend bent, beset, bet, bid, bind (bound), bite bitten, bleed bled,
        blow blew blown, break broke broken, breed bred, bring brought, broadcast + , build built, burn + burnt, burst,
        buy bought, cast, catch caught, choose chose chosen, cling clung, come came, cost, creep crept, cut, do does did done,
        deal dealt, dig dug, draw drew drawn, dream + dreamt, drink drank drunk, drive drove driven, dwell + dwelt,
        eat ate eaten, fall fell fallen, feed fed, feel felt, fight fought, find found, flee fled, fling flung,
        fly flew flown, forbid forbade forbidden, forecast + , foresee foresaw foreseen, forget forgot forgotten,
        forgive forgave forgiven, forgo forgoes forwent forgone, freeze froze frozen, get got gotten, give gave given, go goes went gone,
        grind, grow grew grown, hang + hung, have (has) (had), hear heard, hide hid hidden, hit, hold held, hurt, inset,
        keep kept, kneel + knelt, know knew known, lay laid, lead led, lean + leant, leap + leapt, learn + learnt, leave (left), lend (lent),
        let, light + lit, lose lost, make made, mean meant, meet met, mislead misled, mistake mistook (mistaken),
        misunderstand misunderstood, mow + mown, rewind rewound, sew + sewn, hew + hewn, offset, outbid, outdo outdoes outdid outdone, outrun outran, outsell outsold, overcome overcame,
        override overrode overridden, overrun overran, oversee oversaw overseen, overtake overtook overtaken,
        overthrow overthrew overthrown, partake partook partaken, pay paid, plead + pled, prove + proven, put, quit + , read, rebuild rebuilt,
        redo redoes redid redone, repay repaid, rerun reran, resell resold, reset, retake retook retaken, retell retold, rewrite rewrote rewritten,
        rid, ride rode ridden, ring rang rung, rise (rose) risen, run ran, say said, see (saw) seen, seek sought,
        sell sold, send sent, set, shake shook shaken, shear + shorn, shed, shine shone, shoot shot, show + shown, shrink shrank shrunk,
        shut, sing sang sung, sink sank sunk, sit sat, slay slew slain, sleep slept, slide slid, sling slung, slink slunk, slit,
        smell + smelt, sneak + snuck, sow + sown, speak spoke spoken, speed + sped, spell + spelt, spend spent, spill + spilt, spin spun,
        split, spoil + spoilt, spread, spring sprang sprung, stand stood, steal stole stolen, stick stuck, sting stung,
        stink stank stunk, strew + strewn, stride strode stridden, strike struck stricken, string strung, strive + strove striven,
        swear swore sworn, sweep swept, swell + swollen, swim swam swum, swing swung, take took taken, teach taught,
        tear tore torn, tell told, think thought, throw threw thrown, thrust, tread trod trodden, undercut, undergo undergoes underwent undergone,
        underlie underlay underlain, understand understood, undertake undertook undertaken, undo undoes undid undone, unwind unwound, uphold upheld,
        upset, wake + woke woken, wear wore worn, weave wove woven, wed + , weep wept, win won, wind, withdraw withdrew withdrawn,
        withhold withheld, withstand withstood, wring wrung, write wrote written,
        die + dying, tie + tying, vie + vying, lie + lying lain, belie + belying belied, untie + untying untied,
        bus + bused busing, gas + gassed gassing, quiz + quizzed quizzing
        """;

    /// <summary>A verb behind one of these has its forms: redrew, undercut, foretold.</summary>
    private static readonly string[] Prefixes = ["re", "un", "over", "under", "mis", "out", "fore", "with", "up"];

    /// <summary>Verbs that none stands before, and such as spell another word with one: relying is not of "relie", resent not of resend.</summary>
    private static readonly WordTable WithoutPrefix = WordTable.Folded("die tie vie lie bus gas quiz bind relay resend relend outlay outlet outcome");

    /// <summary>More than one syllable and the stress on the last, or a short word at the end: admitted, kidnapped.</summary>
    private static readonly WordTable DoubledAlways = WordTable.Folded("""
        admit permit commit submit omit emit transmit remit readmit recommit occur recur incur concur refer prefer confer
        transfer defer infer deter inter disinter abhor begin control patrol rebel expel propel compel repel dispel excel
        regret abet upset reset offset forget beset acquit rebut allot equip embed unplug debug kidnap handicap overlap
        program reprogram deprogram format reformat zigzag outfit outrun overrun rerun input unwrap entrap backlog airdrop eavesdrop outstrip
        sandbag sidestep overstep outwit unzip hobnob backstab carpetbag whistlestop goosestep jetlag humbug prebid outbid underbid
        annul enrol fulfil instil distil extol appal befit refit retrofit uncap recap unpin unman overman unban replan preplan
        """);

    /// <summary>More than one syllable, written either way: benefited and benefitted.</summary>
    private static readonly WordTable DoubledSometimes = WordTable.Folded("""
        benefit combat focus refocus bias bayonet worship fuel refuel dial duel
        """);

    /// <summary>
    /// Verbs of the news that are nobody's name, so that they have their forms in a query that writes them with a
    /// capital, too: <c>Killed</c> is kill, but <c>Trump</c>, <c>Rice</c>, <c>Grant</c> and <c>Reading</c> are names.
    /// </summary>
    private static readonly WordTable OfTheNews = WordTable.Folded("""
        abandon abduct abort abuse accept accuse achieve acquire acquit activate add adopt advance advise affect agree
        aid aim airdrop airlift allege allow ambush amend annex announce apologise apologize appeal appear appoint approach approve argue arm arrest arrive
        assassinate assault assess assist attack attempt attend authorise authorize avert avoid bargain battle
        beat begin behead believe besiege betray blacklist blame blast block blockade blow boast bolster bomb bombard boost boycott
        break breach brief bring broadcast burn burst buy call campaign cancel capture carry cast cause cease celebrate
        censor challenge change charge cheat check choose cite claim clash climb collapse collect collide combat commemorate
        commit compete complain concede conclude condemn conduct confess confirm confiscate confront congratulate consider contest continue
        control convict convince cooperate cost counter crash create criticise criticize crush cut damage deal debate decide declare
        decline decrease defeat defect defend defuse defy delay deliver demand demolish demonstrate denounce deny depart deploy deport
        depose derail describe deserve destroy detain detect deter deteriorate detonate devastate develop die disappear disarm
        discover discuss dismantle dismiss dispatch displace dispute disrupt dissolve divide donate double doubt down draft drive drop
        drown dump earn ease eject elect eliminate embargo emerge employ enact end endorse engage enrich enter entrench
        erupt escalate escape escort establish evacuate evade evict examine execute exercise exhaust exit expand expect expel
        explode exploit explore export expose extend extradite fail fall fear fight file finance find fine
        fire flee flood fly follow forecast foil form free freeze fuel fund gain gather generate get give govern grab
        guarantee guide gun hack halt hamper handle hang harass harm hear help hijack hit hold honour honor host 
        hurt identify ignite ignore impeach implement import impose imprison improve incite include increase indict infect inflict inform
        infiltrate injure inspect insult intercept interfere interrogate intervene intimidate introduce invade invest investigate invite involve
        issue jail join justify keep kidnap kill know launch lead leak learn leave level liberate lift limit link
        list load lock loot lose lower maintain make manage manufacture massacre mediate meet merge migrate mine mobilise mobilize
        monitor mourn move murder name negotiate nominate normalise normalize obstruct occupy occur offend offer oppose order organise organize oust
        overrun overthrow own panic pardon parole participate pass patrol pay penalise penalize perish persecute plan plead pledge plot plunder plunge poison
        poll position possess postpone praise prepare prevent probe proceed produce prohibit promise promote propose prosecute protect
        protest prove provide provoke publish pull punish purchase purge pursue push question quit raid raise rally ransom rape ratify reach
        react rebuild recall receive reclaim recognise recognize recommend recover recruit redeploy reduce refer refuel refuse regain
        reject release relocate remain remove renew repair repatriate repel replace reply report repress rescue resign resist resolve respond
        restore restrict resume retake retaliate retire retreat return reveal revoke revolt reward riot rise rocket rule run rupture sabotage sack
        sanction save say scrap search secure see seek seize sell send sentence separate set settle shoot shut sign
        sink slam slash slay smuggle snub speak spend spill split spread spy stab stabilise stabilize stage stand starve steal
        step stop strengthen strike struggle subpoena submit suffer suggest summon supply support suppress surge surrender
        surround survive suspect suspend sustain swap sweep take talk tax tear tell terminate terrorise terrorize test testify
        threaten throw tighten topple torch torture trade traffic train transfer transport trap travel treat trigger try turn undermine unveil uphold
        urge use vaccinate vandalise vandalize veto victimise victimize violate visit vote vow warn weaken weaponise weaponize welcome win withdraw withhold
        withstand witness work worry worsen wound write
        accelerate address assail avenge brandish broker bury compel comply conceal condone confine construct contain convene deceive deprive disable
        disavow disband disclose divert eavesdrop embrace encircle encounter encourage endanger enforce exceed exempt exile expire
        falter flatten foment forge garner halve hasten hoard impair implicate incur induce inflate intensify intend jam
        jeopardise jeopardize lament liquidate loom lure muster neutralise neutralize notify nullify obtain omit outlaw outnumber overcome overrule oversee
        overturn persuade plummet preserve prolong pummel quell raze rebuff rebuke rekindle relinquish renege renounce reopen repeal resettle restart resurface
        retract rout ruin scold scramble scuttle sever shatter shun sideline skirmish slump soar spark squander stall stifle stockpile stoke storm subdue
        tackle tamper target taunt thwart torment torpedo tout trample trounce uncover unearth unleash vanish wage wane wreck yield
        """);

    private static readonly ImmutableArray<string[]> Lines = ReadLines();

    private static readonly FrozenDictionary<string, string[]> FormsOf = ReadForms();

    private static readonly FrozenSet<string> RegularToo = Lines.Where(line => line.Contains("+")).Select(line => line[0]).ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, string[]> BasesOf = ReadBases();

    /// <summary>The irregular forms of a verb, none where it has none.</summary>
    public static ReadOnlySpan<string> Irregular(string verb) => FormsOf.TryGetValue(verb, out var forms) ? forms : [];

    /// <summary>Whether a verb has forms of its own, or none but itself: let.</summary>
    public static bool IsIrregular(string verb) => FormsOf.ContainsKey(verb);

    /// <summary>Whether a verb has its past tense from a rule.</summary>
    public static bool IsRegular(string verb) => !FormsOf.ContainsKey(verb) || RegularToo.Contains(verb);

    /// <summary>The verbs that a word is an irregular form of.</summary>
    public static ReadOnlySpan<string> Bases(string form) => BasesOf.TryGetValue(form, out var bases) ? bases : [];

    /// <summary>Whether a word is but a form of an irregular verb and no verb itself: struck, not found.</summary>
    public static bool IsForm(string word) => BasesOf.ContainsKey(word) && !FormsOf.ContainsKey(word);

    public static bool IsOfTheNews(ReadOnlySpan<char> verb) => OfTheNews.Contains(verb);

    public static bool DoublesAlways(string verb) => DoubledAlways.Contains(verb) || (FormsOf.ContainsKey(verb) && IsPrefixed(verb, EndsAsCut));

    public static bool DoublesSometimes(string verb) => DoubledSometimes.Contains(verb);

    /// <summary>Those of the table, then the same behind each prefix, but for verbs that have lines of their own.</summary>
    private static ImmutableArray<string[]> ReadLines()
    {
        var lines = Irregulars.Split(',').Select(WordTable.Words).ToArray();
        var verbs = lines.Select(line => line[0]).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. lines,
            .. from line in lines
               where !WithoutPrefix.Contains(line[0])
               from prefix in Prefixes
               let verb = prefix + line[0]
               where !verbs.Contains(verb) && !WithoutPrefix.Contains(verb)
               select line.Select(form => form[0] == '+' ? form : form[0] == '(' ? "(" + prefix + form[1..] : prefix + form).ToArray(),
        ];
    }

    /// <summary>Whether a verb is a prefix and an irregular verb that is so.</summary>
    private static bool IsPrefixed(string verb, Func<string, bool> isSo)
    {
        foreach (var prefix in Prefixes)
        {
            if (verb.StartsWith(prefix, StringComparison.Ordinal) && FormsOf.ContainsKey(verb[prefix.Length..]))
                return isSo(verb[prefix.Length..]);
        }

        return false;
    }

    /// <summary>One vowel between two consonants: cut, hit, sit.</summary>
    private static bool EndsAsCut(string verb) =>
        verb.Length >= 3 && verb[^1] is not ('w' or 'x' or 'y' or 'h') && !"aeiou".Contains(verb[^1]) && "aeiou".Contains(verb[^2]) && !"aeiou".Contains(verb[^3]);

    private static FrozenDictionary<string, string[]> ReadForms() =>
        Lines.GroupBy(line => line[0], StringComparer.Ordinal).ToFrozenDictionary(
            group => group.Key,
            group => group.SelectMany(line => line[1..]).Where(form => form != "+").Select(form => form.Trim('(', ')')).ToArray(),
            StringComparer.Ordinal);

    private static FrozenDictionary<string, string[]> ReadBases() =>
        Lines.SelectMany(line => line[1..].Where(form => form != "+" && form[0] != '(').Select(form => (Form: form, Base: line[0])))
            .GroupBy(it => it.Form, StringComparer.Ordinal)
            .ToFrozenDictionary(group => group.Key, group => group.Select(it => it.Base).Distinct(StringComparer.Ordinal).ToArray(), StringComparer.Ordinal);
}
