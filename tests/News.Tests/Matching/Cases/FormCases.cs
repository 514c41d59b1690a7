namespace News.Tests.Matching;

/// <summary>The word in any of its forms, and what only looks like one. Columns as in <see cref="MatchingCases"/>.</summary>
internal static class FormCases
{
    public const string Table = """
        # Irregular verbs, from any form
        strike ¦ the army strikes the port ¦ strikes ¦ form ¦ third person
        strike ¦ missiles struck the port ¦ struck ¦ form ¦ past tense
        strike ¦ striking at dawn ¦ striking ¦ form ¦ participle
        strike ¦ a stricken ship ¦ stricken ¦ form ¦ the older participle
        struck ¦ missiles strike the port ¦ strike ¦ form ¦ from the past tense
        striking ¦ they struck at dawn ¦ struck ¦ form ¦ from the participle
        stricken ¦ strikes hit ¦ strikes ¦ form ¦ from the older participle
        strikes ¦ it was struck ¦ struck ¦ form ¦ from the third person
        STRIKE ¦ missiles struck ¦ - ¦ ¦ capitals are met in capitals where the word is short enough for an initialism
        Strike ¦ missiles struck ¦ struck ¦ form ¦ as at the beginning of a title
        strike ¦ a streak of light ¦ - ¦ ¦ another word
        shoot ¦ two men were shot ¦ shot ¦ form ¦ past tense
        shooting ¦ a gunman shot two ¦ shot ¦ form ¦ from the noun in -ing
        shot ¦ a mass shooting ¦ shooting ¦ form ¦ and back
        shooting ¦ two shootings ¦ shootings ¦ form ¦ its plural
        flee ¦ thousands fled ¦ fled ¦ form ¦ past tense
        fled ¦ families fleeing south ¦ fleeing ¦ form ¦ and on
        flee ¦ the fleet sailed ¦ - ¦ ¦ another word
        fight ¦ troops fought on ¦ fought ¦ form ¦ past tense
        fought ¦ heavy fighting ¦ fighting ¦ form ¦ and on
        fight ¦ a fighter jet ¦ - ¦ ¦ who does it is another word
        seize ¦ rebels seized the town ¦ seized ¦ form ¦ regular
        take ¦ rebels took the town ¦ took ¦ form ¦ past tense
        take ¦ hostages were taken ¦ taken ¦ form ¦ participle
        overthrow ¦ the king was overthrown ¦ overthrown ¦ form ¦ with a prefix
        overthrow ¦ they overthrew him ¦ overthrew ¦ form ¦ with a prefix
        withdraw ¦ troops withdrew ¦ withdrew ¦ form ¦ past tense
        withdrawn ¦ troops withdraw ¦ withdraw ¦ form ¦ from the participle
        withdraw ¦ the withdrawal ¦ - ¦ ¦ a noun derived from it
        steal ¦ files were stolen ¦ stolen ¦ form ¦ participle
        hit ¦ hitting back ¦ hitting ¦ form ¦ its past tense is itself
        hit ¦ it hits hard ¦ hits ¦ form ¦ third person
        cut ¦ cutting power ¦ cutting ¦ form ¦ the consonant doubles
        lead ¦ he led the raid ¦ led ¦ form ¦ past tense
        led ¦ leading the raid ¦ leading ¦ form ¦ and on
        sink ¦ the ship sank ¦ sank ¦ form ¦ past tense
        sink ¦ two ships sunk ¦ sunk ¦ form ¦ participle
        blow ¦ a bridge blown up ¦ blown ¦ form ¦ participle
        win ¦ she won the vote ¦ won ¦ form ¦ past tense
        won ¦ winning the vote ¦ winning ¦ form ¦ and on
        send ¦ troops sent east ¦ sent ¦ form ¦ past tense
        sell ¦ arms sold abroad ¦ sold ¦ form ¦ past tense
        buy ¦ oil bought cheap ¦ bought ¦ form ¦ past tense
        go ¦ they went home ¦ went ¦ form ¦ two letters, and irregular
        hang ¦ hanged at dawn ¦ hanged ¦ form ¦ one of two past tenses
        hang ¦ flags hung low ¦ hung ¦ form ¦ the other
        burn ¦ burnt cars ¦ burnt ¦ form ¦ British
        burn ¦ burned cars ¦ burned ¦ form ¦ American
        prove ¦ a proven claim ¦ proven ¦ form ¦ one of two participles
        plead ¦ he pled guilty ¦ pled ¦ form ¦ one of two past tenses
        broadcast ¦ it broadcasted live ¦ broadcasted ¦ form ¦ one of two past tenses
        leave ¦ troops left the base ¦ left ¦ form ¦ past tense
        left ¦ troops leave the base ¦ - ¦ ¦ alone it is the side or the wing
        see ¦ smoke was seen ¦ seen ¦ form ¦ participle
        saw ¦ we see smoke ¦ - ¦ ¦ a tool, asked for by itself
        rise ¦ prices rose ¦ rose ¦ form ¦ past tense
        rose ¦ prices rise ¦ - ¦ ¦ a flower, a name
        find ¦ a body was found ¦ found ¦ form ¦ past tense
        find ¦ founded in 1990 ¦ - ¦ ¦ another verb
        found ¦ founded in 1990 ¦ - ¦ ¦ nor from the past tense
        founded ¦ it found oil ¦ - ¦ ¦ nor back
        wind ¦ a wounded man ¦ - ¦ ¦ another verb
        wind ¦ a wound ¦ - ¦ ¦ nearly always another word
        wounded ¦ a wound ¦ wound ¦ form ¦ its own verb
        grind ¦ on the ground ¦ - ¦ ¦ nearly always another word
        ground ¦ planes were grounded ¦ grounded ¦ form ¦ its own verb
        bear ¦ he was born ¦ - ¦ ¦ another word to a reader
        lie ¦ they lied ¦ lied ¦ form ¦ the regular one
        lie ¦ they lay mines ¦ - ¦ ¦ another verb
        lay ¦ mines were laid ¦ laid ¦ form ¦ and its own past tense
        bite ¦ a bit of luck ¦ - ¦ ¦ nearly always another word
        feed ¦ they fed him ¦ fed ¦ form ¦ past tense
        Fed ¦ they feed him ¦ - ¦ ¦ a bank, written as a name
        bound ¦ they bind him ¦ - ¦ ¦ alone it is another word

        # Regular verbs
        kill ¦ two killed ¦ killed ¦ form ¦ -ed
        kill ¦ it kills ¦ kills ¦ form ¦ -s
        kill ¦ the killing ¦ killing ¦ form ¦ -ing
        killed ¦ they kill ¦ kill ¦ form ¦ and back
        killed ¦ the killings ¦ killings ¦ form ¦ to the plural of the noun in -ing
        killings ¦ two killed ¦ killed ¦ form ¦ and back
        killed ¦ the killer ¦ - ¦ ¦ who does it is another word
        Killed ¦ they kill ¦ kill ¦ form ¦ with a capital too
        KILL ¦ two killed ¦ - ¦ ¦ in capitals it may be an initialism
        attack ¦ they attacked ¦ attacked ¦ form ¦ -ed
        attack ¦ the attacker ¦ - ¦ ¦ who does it
        bomb ¦ the bombing ¦ bombing ¦ form ¦ -ing
        bombing ¦ it was bombed ¦ bombed ¦ form ¦ and back
        bombings ¦ they bomb ¦ bomb ¦ form ¦ from the plural
        bomb ¦ a bomber ¦ - ¦ ¦ who does it
        deploy ¦ troops deployed ¦ deployed ¦ form ¦ y after a vowel stays
        deployed ¦ deploying troops ¦ deploying ¦ form ¦ and back
        deploy ¦ the deployment ¦ - ¦ ¦ a noun derived from it
        carry ¦ it carried arms ¦ carried ¦ form ¦ y to ied
        carried ¦ carrying arms ¦ carrying ¦ form ¦ and back
        carries ¦ carried out ¦ carried ¦ form ¦ from -ies
        deny ¦ Iran denies ¦ denies ¦ form ¦ y to ies
        denied ¦ they deny ¦ deny ¦ form ¦ and back
        die ¦ two died ¦ died ¦ form ¦ -ie
        die ¦ he is dying ¦ dying ¦ form ¦ ie to ying
        dying ¦ two died ¦ died ¦ form ¦ and back
        died ¦ he dies ¦ dies ¦ form ¦ and on
        die ¦ roll the dice ¦ - ¦ ¦ nobody means that
        fire ¦ rockets fired ¦ fired ¦ form ¦ -e
        fired ¦ firing rockets ¦ firing ¦ form ¦ -e drops
        fired ¦ fir trees ¦ - ¦ ¦ a tree
        plan ¦ they planned it ¦ planned ¦ form ¦ a consonant doubles
        planned ¦ planning it ¦ planning ¦ form ¦ and back
        plan ¦ a plane ¦ - ¦ ¦ another word
        plane ¦ they planned ¦ - ¦ ¦ another word
        stop ¦ ships stopped ¦ stopped ¦ form ¦ a consonant doubles
        quit ¦ he is quitting ¦ quitting ¦ form ¦ u after q is no vowel
        quit ¦ quite ¦ - ¦ ¦ another word
        target ¦ targeted strikes ¦ targeted ¦ form ¦ no doubling
        targeting ¦ it targeted ¦ targeted ¦ form ¦ and back
        visit ¦ he visited ¦ visited ¦ form ¦ no doubling
        admit ¦ he admitted it ¦ admitted ¦ form ¦ doubling after the stress
        submitted ¦ they submit ¦ submit ¦ form ¦ and back
        kidnap ¦ two kidnapped ¦ kidnapped ¦ form ¦ a short word at the end
        control ¦ controlled by ¦ controlled ¦ form ¦ the stress again
        rebel ¦ they rebelled ¦ rebelled ¦ form ¦ the stress again
        cancel ¦ cancelled flights ¦ cancelled ¦ form ¦ British
        cancel ¦ canceled flights ¦ canceled ¦ form ¦ American
        cancelled ¦ canceled flights ¦ canceled ¦ form ¦ one to the other
        canceling ¦ cancelling ¦ cancelling ¦ form ¦ and back
        travel ¦ travelling ¦ travelling ¦ form ¦ British
        panic ¦ they panicked ¦ panicked ¦ form ¦ k after c
        trafficking ¦ they traffic arms ¦ traffic ¦ form ¦ and back
        dance ¦ dancing ¦ dancing ¦ form ¦ -ce
        seize ¦ seizing ¦ seizing ¦ form ¦ -ze
        freeze ¦ assets frozen ¦ frozen ¦ form ¦ irregular
        agree ¦ they agreed ¦ agreed ¦ form ¦ -ee
        agreed ¦ they agree ¦ agree ¦ form ¦ and back
        free ¦ hostages freed ¦ freed ¦ form ¦ -ee
        veto ¦ it vetoed ¦ vetoed ¦ form ¦ -o
        tax ¦ taxing ¦ taxing ¦ form ¦ x never doubles
        echo ¦ echoes ¦ echoes ¦ form ¦ -o
        argue ¦ arguing ¦ arguing ¦ form ¦ -ue
        argued ¦ they argue ¦ argue ¦ form ¦ and back
        retaliate ¦ retaliated ¦ retaliated ¦ form ¦ -ate
        retaliated ¦ they retaliate ¦ retaliate ¦ form ¦ and back
        evacuating ¦ they evacuate ¦ evacuate ¦ form ¦ -uate
        charged ¦ they charge ¦ charge ¦ form ¦ -rge
        hanged ¦ they hang ¦ hang ¦ form ¦ -ng
        plunged ¦ prices plunge ¦ plunge ¦ form ¦ -nge
        involved ¦ they involve ¦ involve ¦ form ¦ -ve
        battled ¦ they battle ¦ battle ¦ form ¦ -le
        shelled ¦ they shell it ¦ shell ¦ form ¦ ll stays
        shelling ¦ they shelled it ¦ shelled ¦ form ¦ ll stays
        protested ¦ they protest ¦ protest ¦ form ¦ -st
        released ¦ they release ¦ release ¦ form ¦ -se
        launching ¦ they launch ¦ launch ¦ form ¦ -ch
        launch ¦ it launches ¦ launches ¦ form ¦ -es
        pass ¦ it passed ¦ passed ¦ form ¦ -ss
        pass ¦ it passes ¦ passes ¦ form ¦ -ss
        class ¦ two classes ¦ classes ¦ form ¦ -ss
        use ¦ they used it ¦ used ¦ form ¦ a short one
        used ¦ they use it ¦ use ¦ form ¦ and back
        raid ¦ raided ¦ raided ¦ form ¦ two vowels, no doubling
        gas ¦ they were gassed ¦ gassed ¦ form ¦ doubled s
        protests ¦ they protested ¦ protested ¦ form ¦ from the plural to the verb
        sanction ¦ sanctioned firms ¦ sanctioned ¦ form ¦ noun and verb
        elections ¦ an election ¦ election ¦ form ¦ plural and singular
        election ¦ he was elected ¦ - ¦ ¦ the verb is another word
        drone ¦ drones ¦ drones ¦ form ¦ a noun's plural
        "drone strike" ¦ a drone struck it ¦ drone struck ¦ phrase ¦ each word in any form
        "strikes a deal" ¦ he struck a deal ¦ struck a deal ¦ phrase ¦ each word in any form
        strike NOT "strikes a deal" ¦ OpenAI strikes deal after it struck a deal ¦ - ¦ ¦ the phrase leaves it out
        strike NOT "strikes a deal" ¦ drones struck ¦ struck ¦ form ¦ and only it

        # Ends as a form does and is none
        even ¦ this evening ¦ - ¦ ¦ the end of the day
        evening ¦ even so ¦ - ¦ ¦ and back
        morn ¦ this morning ¦ - ¦ ¦ the beginning
        during ¦ dure ¦ - ¦ ¦ a preposition
        thing ¦ the ¦ - ¦ ¦ no verb before -ing
        bring ¦ br ¦ - ¦ ¦ none here either
        king ¦ k ¦ - ¦ ¦ none here either
        noth ¦ nothing ¦ - ¦ ¦ a pronoun
        ceil ¦ ceiling ¦ - ¦ ¦ a noun
        bore ¦ Bering Strait ¦ - ¦ ¦ a name
        unit ¦ the United States ¦ - ¦ ¦ a participle of unite
        units ¦ the United Nations ¦ - ¦ ¦ nor of the plural
        United ¦ two units ¦ - ¦ ¦ and back
        United ¦ they unite ¦ - ¦ ¦ a name
        hundred ¦ hundreds ¦ hundreds ¦ form ¦ a number
        sacre ¦ sacred ¦ - ¦ ¦ an adjective
        see ¦ a seed ¦ - ¦ ¦ another word
        fee ¦ they feed ¦ - ¦ ¦ another word
        nee ¦ they need ¦ - ¦ ¦ another word
        spee ¦ speed ¦ - ¦ ¦ another word
        she ¦ a shed ¦ - ¦ ¦ another word
        will ¦ willing ¦ - ¦ ¦ another word
        past ¦ pasted ¦ - ¦ ¦ of paste
        sing ¦ singed ¦ - ¦ ¦ of singe
        united ¦ a unit ¦ - ¦ ¦ no way round
        wed ¦ a wedding ¦ - ¦ ¦ a noun of its own
        be ¦ being ¦ - ¦ ¦ two letters
        ham ¦ Hamed ¦ - ¦ ¦ a name
        Ham ¦ Hamed ¦ - ¦ ¦ a name
        Ahm ¦ Ahmed ¦ - ¦ ¦ a name
        beij ¦ Beijing ¦ - ¦ ¦ a city
        Boe ¦ Boeing ¦ - ¦ ¦ a company
        Reading ¦ they read ¦ - ¦ ¦ a town
        Hastings ¦ haste ¦ - ¦ ¦ a town
        Trump ¦ trumped by ¦ - ¦ ¦ a name takes no verb's forms
        Bush ¦ bushed ¦ - ¦ ¦ a name
        Page ¦ paged ¦ - ¦ ¦ a name
        Rice ¦ riced ¦ - ¦ ¦ a name
        Wade ¦ wading ¦ - ¦ ¦ a name
        May ¦ maying ¦ - ¦ ¦ a name
        Grant ¦ granted ¦ - ¦ ¦ a name
        grant ¦ granted ¦ granted ¦ form ¦ in small letters a word
        "Task Force" ¦ forced ¦ - ¦ ¦ a name's second word
        "Islamic State" ¦ an Islamic stated ¦ - ¦ ¦ a name's second word
        building ¦ they built it ¦ - ¦ ¦ a noun that has left its verb
        build ¦ building bombs ¦ building ¦ form ¦ the verb asks for it
        buildings ¦ a building ¦ building ¦ form ¦ singular and plural
        meeting ¦ they met ¦ - ¦ ¦ a noun that has left its verb
        IRGC ¦ IRGCed ¦ - ¦ ¦ an initialism takes an -s only
        NATO ¦ NATOing ¦ - ¦ ¦ an initialism takes an -s only
        AIRSTRIKE ¦ two airstrikes ¦ airstrikes ¦ form ¦ a shouted word
        AIRSTRIKE ¦ two air strikes ¦ air strikes ¦ compound ¦ a shouted word
        airstrike ¦ hit by air striking at ¦ - ¦ ¦ a noun, so no verb's forms apart
        ceasefire ¦ they cease firing ¦ - ¦ ¦ a noun, so no verb's forms apart
        media ¦ the medium ¦ - ¦ ¦ another word to a reader
        data ¦ a date ¦ - ¦ ¦ another word
        basis ¦ two bases for it ¦ bases ¦ form ¦ its plural, though base's too
        bases ¦ on the basis of ¦ - ¦ ¦ nearly always of base
        base ¦ on the basis of ¦ - ¦ ¦ another word
        base ¦ air bases ¦ bases ¦ form ¦ of base
        series ¦ a serie ¦ - ¦ ¦ no plural
        inn ¦ first innings ¦ - ¦ ¦ another word

        manage ¦ a man aged 35 ¦ - ¦ ¦ two words that stand beside one another
        seek ¦ to see King Charles ¦ - ¦ ¦ two words that stand beside one another
        rebel ¦ a rebel led us ¦ rebel ¦ exact ¦ the second word is no ending
        officer ¦ the office ring ¦ - ¦ ¦ nor is this one
        Torpedoed ¦ they torpedo ships ¦ torpedo ¦ form ¦ in -ed a word with a capital is no name
        down ¦ Downing Street ¦ - ¦ ¦ a name
        downed ¦ they down a drone ¦ down ¦ form ¦ the verb
        lonely ¦ lonelied ¦ - ¦ ¦ an adverb takes no verb's forms
        rally ¦ they rallied ¦ rallied ¦ form ¦ a verb in -ly does
        signal ¦ it signalled ¦ signalled ¦ form ¦ a verb in -al does
        bailout ¦ two bail-outs ¦ bail-outs ¦ compound ¦ a verb with its adverb
        takeover ¦ a take over ¦ take over ¦ compound ¦ a verb with its adverb
        cyberattack ¦ cyber attacks ¦ cyber attacks ¦ compound ¦ apart in the plural
        warplane ¦ war-planes ¦ war-planes ¦ compound ¦ with a hyphen in the plural
        warplanes ¦ a war plane ¦ war plane ¦ compound ¦ and back
        cease-fire ¦ ceasefires ¦ ceasefires ¦ compound ¦ together in the plural
        gunfight ¦ gun fights ¦ gun fights ¦ compound ¦ apart in the plural

        # More of them
        glass ¦ broken glasses ¦ glasses ¦ form ¦ -ss takes -es
        glasses ¦ a glass ¦ glass ¦ form ¦ and back
        axis ¦ two axes ¦ axes ¦ form ¦ from the Greek
        arm ¦ an arms deal ¦ arms ¦ form ¦ weapons are limbs to a plural
        arms ¦ one arm ¦ arm ¦ form ¦ and back
        arms ¦ armed men ¦ - ¦ ¦ what is a thing is not done
        arm ¦ armed men ¦ armed ¦ form ¦ the verb
        mislead ¦ they misled voters ¦ misled ¦ form ¦ a verb in another
        misled ¦ misleading voters ¦ misleading ¦ form ¦ and back
        do ¦ it was done ¦ done ¦ form ¦ two letters, and irregular
        do ¦ what it does ¦ does ¦ form ¦ third person
        go ¦ he goes ¦ goes ¦ form ¦ third person
        let ¦ letting them in ¦ letting ¦ form ¦ its past tense is itself
        redraw ¦ they redrew the map ¦ redrew ¦ form ¦ behind a prefix
        redrawn ¦ redrawing the map ¦ redrawing ¦ form ¦ and back
        undercut ¦ undercutting prices ¦ undercutting ¦ form ¦ behind a prefix
        foretell ¦ as foretold ¦ foretold ¦ form ¦ behind a prefix
        overhear ¦ he overheard it ¦ overheard ¦ form ¦ behind a prefix
        outspend ¦ they outspent us ¦ outspent ¦ form ¦ behind a prefix
        misspeak ¦ he misspoke ¦ misspoke ¦ form ¦ behind a prefix
        resend ¦ they resent it ¦ - ¦ ¦ another word
        rely ¦ relying on ¦ relying ¦ form ¦ no prefix
        relying ¦ they rely on ¦ rely ¦ form ¦ and back
        missing ¦ they miss him ¦ miss ¦ form ¦ no prefix
        mow ¦ mown grass ¦ mown ¦ form ¦ one of two participles
        sew ¦ sewn up ¦ sewn ¦ form ¦ one of two participles
        bivouac ¦ troops bivouacked ¦ bivouacked ¦ form ¦ k after c
        bivouacked ¦ to bivouac ¦ bivouac ¦ form ¦ and back
        curriculum ¦ two curricula ¦ curricula ¦ form ¦ from the Latin
        consortia ¦ a consortium ¦ consortium ¦ form ¦ from the Latin
        ox ¦ two oxen ¦ oxen ¦ form ¦ two letters

        # Forms that are another word
        person ¦ missing people ¦ people ¦ form ¦ the plural in use
        people ¦ a person ¦ - ¦ ¦ a people is one, too
        spokesperson ¦ two spokespeople ¦ spokespeople ¦ form ¦ of a longer word
        spokespeople ¦ a spokesperson ¦ spokesperson ¦ form ¦ which is no nation, so back, too
        Corps ¦ two corpses ¦ - ¦ ¦ the dead
        corpse ¦ a corps ¦ - ¦ ¦ and back
        corpse ¦ two corpses ¦ corpses ¦ form ¦ its own plural
        severe ¦ severed ties ¦ - ¦ ¦ of sever
        sever ¦ severed ties ¦ severed ¦ form ¦ the verb
        severed ¦ severing ties ¦ severing ¦ form ¦ and on
        pol ¦ polling stations ¦ - ¦ ¦ of poll
        poll ¦ polling stations ¦ polling ¦ form ¦ the verb
        Reuters ¦ Mr Reuter ¦ - ¦ ¦ a name in -s
        Congo ¦ two congos ¦ - ¦ ¦ drums
        Cummings ¦ cumming ¦ - ¦ ¦ a name in -s

        # Arabic plurals that change the word within
        صاروخ ¦ إطلاق الصواريخ ¦ الصواريخ ¦ form ¦ behind the article
        صواريخ ¦ سقط صاروخ ¦ صاروخ ¦ form ¦ and back
        رئيس ¦ قمة رؤساء الدول ¦ رؤساء ¦ form ¦ with its hamza
        أسير ¦ تبادل أسرى ¦ أسرى ¦ form ¦ with its other ya
        الوزير ¦ مجلس الوزراء ¦ الوزراء ¦ form ¦ of a word with the article
        جندي ¦ قتل الجنديّة ¦ - ¦ ¦ no other word

        # Names in -s
        Gates ¦ the gate ¦ - ¦ ¦ a man
        Gates ¦ Bill Gates's house ¦ Gates's ¦ form ¦ his
        gates ¦ the gate ¦ gate ¦ form ¦ small they are several
        Banks ¦ the bank ¦ - ¦ ¦ another man
        Windows ¦ a window ¦ - ¦ ¦ a brand
        Airstrikes ¦ an airstrike ¦ airstrike ¦ form ¦ a plural with a capital
        Drones ¦ a drone ¦ drone ¦ form ¦ another
        Target ¦ they targeted it ¦ targeted ¦ form ¦ a verb of the news that is nobody's name

        # The parts of a word with hyphens
        secretary-general ¦ the secretaries-general met ¦ secretaries-general ¦ phrase ¦ the noun comes first
        attorney-general ¦ two attorneys general ¦ attorneys general ¦ phrase ¦ without the hyphen
        commander-in-chief ¦ both commanders-in-chief ¦ commanders-in-chief ¦ phrase ¦ what follows only says more of it
        break-in ¦ they broke in ¦ - ¦ ¦ a verb with its particle
        hostage-taking ¦ hostages taken ¦ - ¦ ¦ only the last part has forms
        hostage-taking ¦ hostage takings ¦ hostage takings ¦ phrase ¦ the last part
        car-bomb ¦ two car bombs ¦ car bombs ¦ phrase ¦ the last part
        car-bomb ¦ cars bomb ¦ - ¦ ¦ not the first
        defence-ministry ¦ the defense ministry ¦ defense ministry ¦ phrase ¦ British and American
        "car bomb" ¦ cars bomb ¦ cars bomb ¦ phrase ¦ a phrase is no such word
        Iran-Iraq ¦ the Iran-Iraqi war ¦ Iran-Iraqi ¦ phrase ¦ names keep their people

        # British and American
        defence ¦ the defense minister ¦ defense ¦ form ¦ -ce and -se
        defense ¦ the defence minister ¦ defence ¦ form ¦ and back
        centre ¦ the center ¦ center ¦ form ¦ -re and -er
        centers ¦ two centres ¦ centres ¦ form ¦ in the plural
        centred ¦ centering ¦ centering ¦ form ¦ as a verb
        organise ¦ they organize ¦ organize ¦ form ¦ -ise and -ize
        organized ¦ they organised ¦ organised ¦ form ¦ in the past
        organisation ¦ an organization ¦ organization ¦ form ¦ -isation
        organizations ¦ organisations ¦ organisations ¦ form ¦ in the plural
        mobilise ¦ mobilizing ¦ mobilizing ¦ form ¦ in -ing
        labour ¦ labor unions ¦ labor ¦ form ¦ -our and -or
        labor ¦ Labour said ¦ Labour ¦ form ¦ and back
        harbour ¦ two harbors ¦ harbors ¦ form ¦ in the plural
        neighbouring ¦ neighboring ¦ neighboring ¦ form ¦ in -ing
        armoured ¦ armored cars ¦ armored ¦ form ¦ in -ed
        colour ¦ colors ¦ colors ¦ form ¦ in the plural
        programme ¦ nuclear program ¦ program ¦ form ¦ -mme and -m
        program ¦ programmes ¦ programmes ¦ form ¦ and back
        grey ¦ gray zone ¦ gray ¦ form ¦ e and a
        analyse ¦ analyzed ¦ analyzed ¦ form ¦ -yse and -yze
        licence ¦ a license ¦ license ¦ form ¦ -ce and -se
        fulfil ¦ fulfilled ¦ fulfilled ¦ form ¦ doubled
        fulfill ¦ they fulfil ¦ fulfil ¦ form ¦ and back
        traveller ¦ travelers ¦ travelers ¦ form ¦ -ller and -ler
        kilometre ¦ 20 kilometers ¦ kilometers ¦ form ¦ -re and -er
        judgment ¦ a judgement ¦ judgement ¦ form ¦ with an e
        manoeuvre ¦ maneuvers ¦ maneuvers ¦ form ¦ -oeu
        adviser ¦ an advisor ¦ advisor ¦ form ¦ -er and -or
        protester ¦ protestors ¦ protestors ¦ form ¦ -er and -or
        airplane ¦ an aeroplane ¦ aeroplane ¦ form ¦ with ae
        tire ¦ a tyre ¦ - ¦ ¦ to tire is another word
        check ¦ a cheque ¦ - ¦ ¦ to check is another word
        story ¦ a storey ¦ - ¦ ¦ another word
        size ¦ sise ¦ - ¦ ¦ the z is not an ending's
        """;
}
