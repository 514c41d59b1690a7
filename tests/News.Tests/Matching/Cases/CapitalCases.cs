namespace News.Tests.Matching;

/// <summary>What capitals say: names, initialisms, and words that are only shouted. Columns as in <see cref="MatchingCases"/>.</summary>
internal static class CapitalCases
{
    public const string Table = """
        # Capitals that are another word when small
        US ¦ LET US GO ¦ US ¦ exact ¦ where all is in capitals they say nothing, and no story may be lost
        US ¦ Us and them ¦ - ¦ ¦ the pronoun at a sentence's beginning
        WHO ¦ Who said ¦ - ¦ ¦ the pronoun at a sentence's beginning
        WHO ¦ W.H.O. said ¦ W.H.O. ¦ folding ¦ with dots
        IS ¦ the IS group ¦ IS ¦ exact ¦ Islamic State
        IS ¦ he is here ¦ - ¦ ¦ the verb
        AID ¦ the AID budget ¦ AID ¦ exact ¦ the agency
        AID ¦ AIDS patients ¦ - ¦ ¦ another word in capitals
        ICE ¦ ICE officers ¦ ICE ¦ exact ¦ the agency
        ICE ¦ on thin ice ¦ - ¦ ¦ the water
        LED ¦ two LEDs ¦ LEDs ¦ form ¦ its plural
        LED ¦ he led ¦ - ¦ ¦ the verb
        SEAL ¦ two SEALs ¦ SEALs ¦ form ¦ its plural
        SEAL ¦ two seals ¦ - ¦ ¦ the animals
        ARM ¦ ARMS DEAL ¦ - ¦ ¦ in capitals the plural is the word's
        START ¦ the START treaty ¦ START ¦ exact ¦ a treaty
        START ¦ they start ¦ - ¦ ¦ the verb
        "WHO chief" ¦ who chiefly ¦ - ¦ ¦ in a phrase
        who ¦ WHO said ¦ WHO ¦ exact ¦ small letters ask for any case

        # An initialism that small is a word
        SHAPE ¦ SHAPE said so ¦ SHAPE ¦ exact ¦ NATO's headquarters
        SHAPE ¦ in any shape ¦ - ¦ ¦ a noun
        SHAPE ¦ the Shape of things ¦ - ¦ ¦ with a capital it is a noun still
        GEM ¦ a gem ¦ - ¦ ¦ a noun
        RAN ¦ the RAN's ships ¦ RAN's ¦ form ¦ Australia's navy
        RAN ¦ they ran ¦ - ¦ ¦ a past tense
        AIDS ¦ it aids them ¦ - ¦ ¦ a form of a word
        AIDS ¦ AIDS patients ¦ AIDS ¦ exact ¦ the disease
        GAS ¦ gas prices ¦ - ¦ ¦ of few letters
        NICE ¦ a nice day ¦ - ¦ ¦ an adjective
        USA ¦ la commissione usa il voto ¦ - ¦ ¦ a verb in Italian
        USA ¦ made in the USA ¦ USA ¦ exact ¦ the country
        usa ¦ made in the USA ¦ USA ¦ exact ¦ small letters ask for any case
        TIN ¦ two TINs ¦ TINs ¦ form ¦ its plural
        IRAN ¦ in Iran ¦ Iran ¦ exact ¦ no word when small
        NATO ¦ a nato summit ¦ nato ¦ exact ¦ no word when small
        "US AIR FORCE" ¦ a US Air Force base ¦ US Air Force ¦ phrase ¦ the words beside it tell what it is
        "US AIR FORCE" ¦ told us air force ¦ - ¦ ¦ but the country stays the country
        shape ¦ SHAPE said so ¦ SHAPE ¦ exact ¦ small letters ask for any case
        SCHOOLS ¦ a school ¦ school ¦ form ¦ seven letters are no initialism
        AIRSTRIKE IN IRAQ ¦ an airstrike in Iraq ¦ airstrike, in, Iraq ¦ exact, exact, exact ¦ who shouts everything means the words
        STRIKE OR PROTEST ¦ two struck ¦ struck ¦ form ¦ PROTEST is too long
        "AIR STRIKE" OR CEASEFIRE ¦ two air strikes ¦ air strikes ¦ phrase ¦ in a phrase
        US AIRSTRIKE ¦ an airstrike hit us ¦ - ¦ ¦ nobody looks for a pronoun
        US AIRSTRIKE ¦ a US airstrike ¦ US, airstrike ¦ exact, exact ¦ the country
        GAS AND airstrike ¦ an airstrike on a gas plant ¦ - ¦ ¦ what is not all in capitals is not shouted
        GAS OR text:BOMBING ¦ a gas plant ¦ gas ¦ exact ¦ a field's name is no word of the query

        # A country that small is a word
        Turkey ¦ roast turkey ¦ - ¦ ¦ a bird
        Turkey ¦ Turkey's president ¦ Turkey's ¦ form ¦ the country
        Turkey ¦ TURKEY VOTES ¦ TURKEY ¦ exact ¦ in a headline of capitals
        TURKEY ¦ roast turkey ¦ - ¦ ¦ shouted
        TURKEY ¦ in Turkey ¦ Turkey ¦ exact ¦ shouted
        turkey ¦ roast turkey ¦ turkey ¦ exact ¦ small letters ask for any case
        turkey ¦ in Turkey ¦ Turkey ¦ exact ¦ small letters ask for any case
        Turkey ¦ Turkish drones ¦ Turkish ¦ demonym ¦ its people
        China ¦ fine china ¦ - ¦ ¦ porcelain
        China ¦ the Chinese navy ¦ Chinese ¦ demonym ¦ its people
        Chile ¦ a hot chile ¦ - ¦ ¦ a pepper
        Guinea ¦ a guinea pig ¦ - ¦ ¦ an animal
        Polish ¦ polish the floor ¦ - ¦ ¦ a people
        "China Sea" ¦ the china sea ¦ china sea ¦ phrase ¦ the words beside it tell what it is
        Iraq ¦ in iraq ¦ iraq ¦ exact ¦ no word when small

        # A name that two other words spell
        Warsaw ¦ the war saw action ¦ - ¦ ¦ a noun and a verb
        Newman ¦ a new man ¦ - ¦ ¦ an adjective and a noun
        Newsweek ¦ a busy news week ¦ - ¦ ¦ two nouns
        Greenland ¦ a green land ¦ - ¦ ¦ a country
        Greenland ¦ Greenland's ice ¦ Greenland's ¦ form ¦ as one word
        Togo ¦ coffee to-go ¦ - ¦ ¦ with a hyphen
        togo ¦ coffee to-go ¦ - ¦ ¦ a country written small
        German ¦ ger man ¦ - ¦ ¦ whatever the words
        warsaw ¦ the war saw action ¦ - ¦ ¦ a city written small
        WARSAW ¦ the war saw action ¦ - ¦ ¦ or shouted
        Whitehouse ¦ the White House ¦ White House ¦ compound ¦ two words of a name
        Whitehouse ¦ a white house ¦ - ¦ ¦ and small two of something else
        Blackwater ¦ black-water rafting ¦ - ¦ ¦ with a hyphen
        Blackwater ¦ Black-Water guards ¦ Black-Water ¦ compound ¦ both parts with a capital
        SEATO ¦ a sea-to-air missile ¦ - ¦ ¦ an initialism
        Jetman ¦ a Jet man ¦ - ¦ ¦ one capital is the beginning of a sentence
        Newman ¦ A New Man Takes Over ¦ - ¦ ¦ in a title every word has a capital
        Warsaw ¦ WHAT THE WAR SAW ¦ - ¦ ¦ or all of them
        Greenland ¦ A Green Land ¦ - ¦ ¦ nobody writes the island so
        Newman ¦ Paul New-¶man ¦ New-¶man ¦ compound ¦ parted at a line's end
        Whitehouse ¦ White House Says No ¦ White House ¦ compound ¦ in a title, too
        Walmart ¦ Wal-Mart and Wal Mart ¦ Wal-Mart, Wal Mart ¦ compound, compound ¦ a brand of two words
        "New Man" ¦ Paul Newman ¦ - ¦ ¦ nor do the two words ask for the name
        "Whitehouse staff" ¦ White House staff ¦ White House staff ¦ compound ¦ inside a phrase
        "Whitehouse staff" ¦ white house staff ¦ - ¦ ¦ inside a phrase
        Airstrike ¦ an air strike ¦ air strike ¦ compound ¦ a noun with a capital is no name
        Airstrikes ¦ two air-strikes ¦ air-strikes ¦ compound ¦ in the plural
        Gunmen ¦ two gun men ¦ gun men ¦ compound ¦ irregular
        Ceasefire ¦ a cease-fire ¦ cease-fire ¦ compound ¦ another
        Warplane ¦ war planes ¦ war planes ¦ compound ¦ another
        Cooperation ¦ more co-operation ¦ co-operation ¦ compound ¦ a prefix is no part of a name
        Counterattack ¦ a counter-attack ¦ counter-attack ¦ compound ¦ a longer one
        F16 ¦ an f-16 ¦ f-16 ¦ compound ¦ a number is no word
        AK-47 ¦ two AK47s ¦ AK47s ¦ compound ¦ several of a number, joined
        1990 ¦ in the 1990s ¦ - ¦ ¦ ten years are no year
        whitewash ¦ a white wash ¦ white wash ¦ compound ¦ what is written small is a word

        # A word that goes on behind a line's end
        airstrike ¦ an air-¶strike ¦ air-¶strike ¦ compound ¦ parted at its joint
        airstrikes ¦ an air-\u000d¶strike ¦ air-\u000d¶strike ¦ compound ¦ with a carriage return
        Moscow ¦ to Mos-¶cow ¦ Mos-¶cow ¦ compound ¦ a name, whose second part has no capital
        airstrike ¦ by air¶-strike ¦ - ¦ ¦ a hyphen behind the line's end begins an item of a list
        airstrike ¦ by air-¶¶strike ¦ - ¦ ¦ not over a paragraph's end
        airstrike ¦ by air -¶strike ¦ - ¦ ¦ nor a dash
        """;
}
