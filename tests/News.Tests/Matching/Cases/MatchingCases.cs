using System.Text.RegularExpressions;

namespace News.Tests.Matching;

/// <summary>
/// What a query meets and what it doesn't. A line each: query ¦ text ¦ the words that meet it, or "-" for no match ¦
/// the rule (or several, with commas) ¦ why. A title of its own stands before "‖" in the text; "¶" is a line's end.
/// </summary>
internal static partial class MatchingCases
{
    public const string Table = """
        # Whole words
        Iraq ¦ Clashes in Iraq ¦ Iraq ¦ exact ¦ the word itself
        iraq ¦ Clashes in Iraq ¦ Iraq ¦ exact ¦ any case
        IRAQ ¦ Clashes in Iraq ¦ Iraq ¦ exact ¦ capitals in the query mean nothing when it is no other word
        Iraq ¦ CLASHES IN IRAQ ¦ IRAQ ¦ exact ¦ capitals in the text
        Iraq ¦ Clashes in Iraqw district ¦ - ¦ ¦ the Iraqw are a people of Tanzania
        AI ¦ training camps ¦ - ¦ ¦ not inside another word
        AI ¦ An AI model, they said ¦ AI ¦ exact ¦ the word between blanks and a comma
        strike ¦ OpenAI's strikeforce ¦ - ¦ ¦ not the beginning of another word
        Iran ¦ Tirana, Iranga and Kiran ¦ - ¦ ¦ neither end nor middle
        drone ¦ (drone) ¦ drone ¦ exact ¦ brackets are no letters
        drone ¦ "drone" ¦ drone ¦ exact ¦ nor are quotation marks
        drone ¦ the-drone-war ¦ drone ¦ exact ¦ parts of hyphenated words are words
        drone ¦ drone_war ¦ drone ¦ exact ¦ an underline parts
        drone ¦ #drone ¦ drone ¦ exact ¦ a hashtag
        drone ¦ land/drone/sea ¦ drone ¦ exact ¦ a slash parts
        drone ¦ drone… ¦ drone ¦ exact ¦ an ellipsis
        drone ¦ drone2 ¦ - ¦ ¦ a digit goes on with the word
        max ¦ our max effort (max) ¦ max, max ¦ exact, exact ¦ each place is told
        max ¦ our maximum effort ¦ - ¦ ¦ the longer word is another
        F-16 ¦ an F-16 flew ¦ F-16 ¦ exact ¦ letters and digits with a hyphen
        F-16 ¦ two F-16s flew ¦ F-16s ¦ phrase ¦ its plural
        F-16 ¦ an F16 flew ¦ F16 ¦ compound ¦ without the hyphen
        F16 ¦ an F-16 flew ¦ F-16 ¦ compound ¦ and the other way round
        F-16 ¦ page 16 ¦ - ¦ ¦ the number alone is something else
        2024 ¦ in 2024, ¦ 2024 ¦ exact ¦ a number
        1000 ¦ about 1,000 men ¦ 1,000 ¦ folding ¦ the comma of thousands is for the eye
        1,000 ¦ about 1000 men ¦ 1000 ¦ folding ¦ either way
        75 ¦ rose 7,5 percent ¦ - ¦ ¦ a decimal comma is not
        3.5 ¦ rose 3.5 percent ¦ 3.5 ¦ exact ¦ one number
        5 ¦ rose 3.5 percent ¦ - ¦ ¦ half a number is none

        # Plural and possessive, both ways
        airstrike ¦ two airstrikes hit ¦ airstrikes ¦ form ¦ plural
        airstrikes ¦ an airstrike hit ¦ airstrike ¦ form ¦ singular from the plural
        airstrike ¦ the airstrike's toll ¦ airstrike's ¦ form ¦ possessive
        airstrike ¦ the airstrike’s toll ¦ airstrike’s ¦ form ¦ with a curly mark
        airstrike ¦ the airstrikes' toll ¦ airstrikes ¦ form ¦ possessive of the plural
        airstrikes ¦ the airstrike's toll ¦ airstrike's ¦ form ¦ from the plural to the singular's possessive
        airstrike's ¦ an airstrike hit ¦ airstrike ¦ form ¦ a possessive in the query
        airstrike’s ¦ an airstrike's toll ¦ airstrike's ¦ folding ¦ curly against straight
        Iraq ¦ Iraq's army ¦ Iraq's ¦ form ¦ a name's possessive
        Iraq ¦ the Iraqs' ¦ Iraqs ¦ form ¦ a name's plural possessive
        IRGC ¦ the IRGC's navy ¦ IRGC's ¦ form ¦ an initialism's possessive
        UAV ¦ three UAVs ¦ UAVs ¦ form ¦ an initialism's plural
        MP ¦ MPs voted ¦ MPs ¦ form ¦ of two letters
        box ¦ boxes ¦ boxes ¦ form ¦ -es after x
        boxes ¦ a box ¦ box ¦ form ¦ and back
        city ¦ the cities ¦ cities ¦ form ¦ y to ies
        cities ¦ a city ¦ city ¦ form ¦ and back
        army ¦ armies ¦ armies ¦ form ¦ y to ies
        ally ¦ its allies ¦ allies ¦ form ¦ y to ies
        day ¦ days ¦ days ¦ form ¦ a vowel before the y keeps it
        Kennedy ¦ the Kennedys ¦ Kennedys ¦ form ¦ names keep it too
        movie ¦ movies ¦ movies ¦ form ¦ -ie takes s
        movies ¦ a movie ¦ movie ¦ form ¦ and back
        church ¦ churches ¦ churches ¦ form ¦ -es after ch
        churches ¦ a church ¦ church ¦ form ¦ and back
        clash ¦ clashes ¦ clashes ¦ form ¦ -es after sh
        clashes ¦ one clash ¦ clash ¦ form ¦ and back
        boss ¦ bosses ¦ bosses ¦ form ¦ -es after ss
        bosses ¦ the boss ¦ boss ¦ form ¦ and back
        virus ¦ viruses ¦ viruses ¦ form ¦ -us is a singular
        viruses ¦ a virus ¦ virus ¦ form ¦ and back
        hostage ¦ hostages ¦ hostages ¦ form ¦ -e takes s
        house ¦ houses ¦ houses ¦ form ¦ -se takes s
        houses ¦ a house ¦ house ¦ form ¦ and back
        base ¦ bases ¦ bases ¦ form ¦ -se takes s
        hero ¦ heroes ¦ heroes ¦ form ¦ -o takes es
        photo ¦ photos ¦ photos ¦ form ¦ or s
        heroes ¦ a hero ¦ hero ¦ form ¦ and back
        man ¦ two men ¦ men ¦ form ¦ irregular
        gunman ¦ gunmen ¦ gunmen ¦ form ¦ irregular in a compound
        gunmen ¦ a gunman ¦ gunman ¦ form ¦ and back
        woman ¦ women ¦ women ¦ form ¦ irregular
        child ¦ children ¦ children ¦ form ¦ irregular
        wife ¦ wives ¦ wives ¦ form ¦ f to v
        leaf ¦ leaves ¦ leaves ¦ form ¦ f to v
        crisis ¦ crises ¦ crises ¦ form ¦ from the Greek
        crises ¦ the crisis ¦ crisis ¦ form ¦ and back
        Houthi ¦ the Houthis ¦ Houthis ¦ form ¦ a name in -i
        Houthis ¦ a Houthi fighter ¦ Houthi ¦ form ¦ and back
        Iraqis ¦ an Iraqi ¦ Iraqi ¦ form ¦ a people and one of them
        militia ¦ militias ¦ militias ¦ form ¦ -a takes s
        militias ¦ a militia ¦ militia ¦ form ¦ and back

        # A country's people
        Iraq ¦ Iraqi officials ¦ Iraqi ¦ demonym ¦ what is the country's
        Iraq ¦ two Iraqis ¦ Iraqis ¦ demonym ¦ its people
        Iraq ¦ in Iraq's north ¦ Iraq's ¦ form ¦ the country itself stays a form
        iraq ¦ the IRAQI army ¦ IRAQI ¦ demonym ¦ in any case
        =Iraq ¦ Iraqi officials ¦ - ¦ ¦ letter for letter
        Iraqi ¦ in Iraq ¦ - ¦ ¦ not the other way round
        France ¦ a Frenchman ¦ Frenchman ¦ demonym ¦ irregular
        Netherlands ¦ Dutch police ¦ Dutch ¦ demonym ¦ another word altogether
        China ¦ the Chinese's plan ¦ Chinese's ¦ demonym ¦ possessive
        Nigeria ¦ in Niger ¦ - ¦ ¦ another country

        # Words that only look like forms
        new ¦ the news ¦ - ¦ ¦ news is not the plural of new
        news ¦ a new plan ¦ - ¦ ¦ nor the other way round
        Hama ¦ Hamas said ¦ - ¦ ¦ a city and a movement
        Hamas ¦ in Hama ¦ - ¦ ¦ and back
        Doe ¦ she does ¦ - ¦ ¦ a name and a verb
        good ¦ the goods ¦ - ¦ ¦ other meaning
        mean ¦ by all means ¦ - ¦ ¦ other meaning
        Oman ¦ a bad omen ¦ - ¦ ¦ -man is not always a man
        Yemen ¦ the Yeman ¦ - ¦ ¦ nor -men men
        economic ¦ economics ¦ - ¦ ¦ a field is no plural
        princess ¦ two princes ¦ - ¦ ¦ -ss is no plural
        US ¦ many uses ¦ - ¦ ¦ an initialism takes no -es
        it ¦ its ¦ - ¦ ¦ short words have no forms
        his ¦ hi ¦ - ¦ ¦ short words have no forms
        Paris ¦ pari ¦ - ¦ ¦ a name in -s

        # Capitals that are another word when small
        US ¦ US troops ¦ US ¦ exact ¦ the country
        US ¦ let us go ¦ - ¦ ¦ the pronoun
        US ¦ U.S. troops ¦ U.S. ¦ folding ¦ with its dots
        U.S. ¦ US troops ¦ US ¦ folding ¦ dots in the query
        U.S. ¦ they told us. ¦ - ¦ ¦ the pronoun at a sentence's end
        WHO ¦ who said ¦ - ¦ ¦ the pronoun
        WHO ¦ the WHO said ¦ WHO ¦ exact ¦ the organisation
        IT ¦ it was ¦ - ¦ ¦ the pronoun
        AID ¦ more aid ¦ - ¦ ¦ the noun
        us ¦ US troops ¦ US ¦ exact ¦ small letters ask for any case
        US ¦ the US's troops ¦ US's ¦ form ¦ possessive

        # Initialisms with dots
        I.R.G.C. ¦ the IRGC said ¦ IRGC ¦ folding ¦ dots in the query
        IRGC ¦ the I.R.G.C. said ¦ I.R.G.C. ¦ folding ¦ dots in the text
        IRGC ¦ the I.R.G.C.’s men ¦ I.R.G.C.’s ¦ form ¦ dots and a possessive
        IRGC ¦ He joined the I.R.G.C. ¦ I.R.G.C. ¦ folding ¦ the last dot ends the sentence too
        U.N. ¦ a UN envoy ¦ UN ¦ folding ¦ two letters
        PM ¦ at 3 p.m. ¦ - ¦ ¦ small letters with dots are no initialism
        UAV ¦ two U.A.V.s ¦ U.A.V.s ¦ form ¦ plural with dots
        JD ¦ J.D. Vance ¦ J.D. ¦ folding ¦ initials of a name
        Smith ¦ J.Smith ¦ Smith ¦ exact ¦ one initial leaves the name alone

        # Apostrophes
        O'Brien ¦ Mr O’Brien ¦ O’Brien ¦ folding ¦ curly and straight
        Sanaa ¦ in Sana'a ¦ Sana'a ¦ folding ¦ a sign that transliterations drop
        Sana'a ¦ in Sanaa ¦ Sanaa ¦ folding ¦ or set
        Baath ¦ the Ba‘ath party ¦ Ba‘ath ¦ folding ¦ turned the other way
        shell ¦ she'll go ¦ - ¦ ¦ not what a dropped apostrophe would make of it
        hell ¦ he'll go ¦ - ¦ ¦ nor this
        Iran ¦ l'Iran a dit ¦ Iran ¦ exact ¦ a French elision
        Israël ¦ qu’Israël ¦ Israël ¦ exact ¦ a longer one
        Iraq ¦ dell’Iraq ¦ Iraq ¦ exact ¦ an Italian one
        N'Djamena ¦ in Ndjamena ¦ Ndjamena ¦ folding ¦ no elision before a consonant
        drone ¦ the 'drone' flew ¦ drone ¦ exact ¦ marks, not apostrophes
        Iraq ¦ Iraq'll ¦ Iraq'll ¦ form ¦ a short verb hangs on

        # Compounds
        airstrike ¦ an air strike ¦ air strike ¦ compound ¦ written apart
        airstrike ¦ an air-strike ¦ air-strike ¦ compound ¦ with a hyphen
        airstrike ¦ two air strikes ¦ air strikes ¦ compound ¦ plural apart
        airstrike ¦ air–strike ¦ air–strike ¦ compound ¦ an en dash
        "air strike" ¦ an airstrike ¦ airstrike ¦ compound ¦ together
        "air strike" ¦ two airstrikes ¦ airstrikes ¦ compound ¦ together, plural
        "air strike" ¦ an air-strike ¦ air-strike ¦ phrase ¦ the hyphen is like a blank
        air-strike ¦ an air strike ¦ air strike ¦ phrase ¦ and back
        air-strike ¦ an airstrike ¦ airstrike ¦ compound ¦ and together
        air strike ¦ two airstrikes ¦ airstrikes ¦ compound ¦ two words side by side that are one, too
        air strike ¦ a strike from the air ¦ air, strike ¦ exact, exact ¦ and still both of them anywhere
        air strike ¦ an air strike from the air ¦ air strike ¦ phrase ¦ side by side says more
        title:(air strike) ¦ Airstrikes‖air, strike ¦ Airstrikes ¦ compound ¦ in a field
        machine gun fire ¦ gunfire ¦ - ¦ ¦ a word is half of one compound only
        air AND strike ¦ two airstrikes ¦ - ¦ ¦ an AND between says that they are two
        air Iraq strike ¦ two airstrikes in Iraq ¦ - ¦ ¦ so does another word
        =air strike ¦ two airstrikes ¦ - ¦ ¦ and =
        Iraq NOT air strike ¦ Iraq after airstrikes ¦ - ¦ ¦ NOT is of the first
        new man ¦ Newman said ¦ - ¦ ¦ a name is no compound
        airstrike ¦ by air. Strike ¦ - ¦ ¦ not over a sentence's end
        airstrike ¦ by air, strike ¦ - ¦ ¦ nor a comma
        airstrike ¦ air and strike ¦ - ¦ ¦ nor another word
        airstrike ¦ the strike by air ¦ - ¦ ¦ nor the other way round
        ceasefire ¦ a cease-fire ¦ cease-fire ¦ compound ¦ a common one
        ceasefire ¦ a cease fire ¦ cease fire ¦ compound ¦ and apart
        therapist ¦ the rapist ¦ - ¦ ¦ an article is no half of a word
        notable ¦ was not able ¦ - ¦ ¦ nor is not
        into ¦ go in to ¦ - ¦ ¦ nor are two letters
        cooperate ¦ to co-operate ¦ co-operate ¦ compound ¦ a prefix with a hyphen
        co-operate ¦ to cooperate ¦ cooperate ¦ compound ¦ and back
        al-Shabaab ¦ Al Shabaab ¦ Al Shabaab ¦ phrase ¦ an Arabic article
        "airstrike in Iraq" ¦ an air strike in Iraq ¦ air strike in Iraq ¦ compound ¦ a compound inside a phrase
        "air strike in Iraq" ¦ airstrikes in Iraq ¦ airstrikes in Iraq ¦ compound ¦ and back
        "Iraq airstrike" ¦ the Iraq air-strikes ¦ Iraq air-strikes ¦ compound ¦ at a phrase's end
        face-to-face ¦ facetoface ¦ facetoface ¦ compound ¦ three parts
        facetoface ¦ face-to-face ¦ face-to-face ¦ compound ¦ and back
        drone ¦ multi-drone attack ¦ drone ¦ exact ¦ a part is still a word

        # Phrases
        "drone attack" ¦ a drone attack ¦ drone attack ¦ phrase ¦ as written
        "drone attack" ¦ Drone attacks ¦ Drone attacks ¦ phrase ¦ each word in any form
        "drone attacks" ¦ a drone's attack ¦ drone's attack ¦ phrase ¦ and back
        “drone attack” ¦ a drone attack ¦ drone attack ¦ phrase ¦ curly marks in the query
        «drone attack» ¦ a drone attack ¦ drone attack ¦ phrase ¦ French marks
        "drone attack" ¦ attack drone ¦ - ¦ ¦ in this order
        "drone attack" ¦ a drone led attack ¦ - ¦ ¦ with nothing between
        "drone attack" ¦ it was a drone. Attack followed ¦ - ¦ ¦ not over a sentence's end
        "drone attack" ¦ a drone! Attack! ¦ - ¦ ¦ nor over another's
        "Gen. Doe" ¦ Brig. Gen. Doe said ¦ Gen. Doe ¦ phrase ¦ an abbreviation ends no sentence
        "Gen Doe" ¦ Brig. Gen. Doe said ¦ Gen. Doe ¦ phrase ¦ with or without the dot
        "Quds Force" ¦ the Quds¶Force ¦ Quds¶Force ¦ phrase ¦ a line's end is a blank
        "Quds Force" ¦ the Quds¶¶Force ¦ - ¦ ¦ a paragraph's is not
        "a b c" ¦ a b a b c ¦ a b c ¦ phrase ¦ a beginning inside a beginning
        "White House" ¦ the white house ¦ white house ¦ phrase ¦ any case
        "Iraq war" ¦ Iraq’s wars ¦ Iraq’s wars ¦ phrase ¦ possessive inside
        "the Pentagon" ¦ The Pentagon said ¦ The Pentagon ¦ phrase ¦ function words count in a phrase
        "AND" ¦ this and that ¦ and ¦ exact ¦ an operator in marks is a word
        "US strike" ¦ let us strike ¦ - ¦ ¦ capitals hold in phrases too
        "video game" NOT Iraq ¦ a video game ¦ video game ¦ phrase ¦ a phrase beside NOT
        AT&T ¦ from AT&T today ¦ AT&T ¦ exact ¦ a sign inside
        example.com ¦ at example.com ¦ example.com ¦ exact ¦ a dot inside

        # AND, OR, NOT, parentheses
        IRGC Iraq ¦ IRGC men in Iraq ¦ IRGC, Iraq ¦ exact, exact ¦ a blank is AND
        IRGC AND Iraq ¦ IRGC men ¦ - ¦ ¦ both
        IRGC OR Iraq ¦ IRGC men ¦ IRGC ¦ exact ¦ either
        IRGC OR Iraq ¦ IRGC in Iraq ¦ IRGC, Iraq ¦ exact, exact ¦ both are told
        A OR B C ¦ A x ¦ A ¦ exact ¦ AND before OR
        A OR B C ¦ B x ¦ - ¦ ¦ AND before OR
        (x OR y) z ¦ x only ¦ - ¦ ¦ parentheses first
        (x OR y) z ¦ z and y ¦ y, z ¦ exact, exact ¦ in the order of the query
        strike NOT labor ¦ a strike ¦ strike ¦ exact ¦ NOT leaves out
        strike NOT labor ¦ a labor strike ¦ - ¦ ¦ NOT leaves out
        strike AND NOT labor ¦ a strike ¦ strike ¦ exact ¦ AND NOT
        strike NOT labor OR Iraq ¦ labor in Iraq ¦ Iraq ¦ exact ¦ NOT before OR
        strike NOT (labor OR hunger) ¦ a hunger strike ¦ - ¦ ¦ NOT of a parenthesis
        strike NOT (labor AND hunger) ¦ a hunger strike ¦ strike ¦ exact ¦ NOT of both
        NOT NOT Iraq ¦ in Iraq ¦ Iraq ¦ exact ¦ twice not is yes
        NOT (NOT x AND NOT y) ¦ y here ¦ y ¦ exact ¦ De Morgan
        strike NOT "video game" ¦ strike in a video game ¦ - ¦ ¦ NOT of a phrase
        strike (NOT labor) ¦ strike ¦ strike ¦ exact ¦ NOT in parentheses
        sand or sea ¦ sand or sea ¦ sand, or, sea ¦ exact, exact, exact ¦ small operators are words
        not and or ¦ not and or ¦ not, and, or ¦ exact, exact, exact ¦ small operators are words
        And Iraq ¦ Iraq ¦ - ¦ ¦ so are half small ones
        x OR x ¦ x ¦ x ¦ exact ¦ a term twice is told once
        (A OR NOT B) AND C ¦ C ¦ C ¦ exact ¦ a NOT inside an OR that another term guards
        ((((Iraq)))) ¦ Iraq ¦ Iraq ¦ exact ¦ idle parentheses

        # Beginnings and exact words
        strik* ¦ a striking blow ¦ striking ¦ prefix ¦ a beginning
        strik* ¦ strikes ¦ strikes ¦ prefix ¦ of any form
        strik* ¦ a strict rule ¦ - ¦ ¦ not of another word
        strik* ¦ airstrikes ¦ - ¦ ¦ not inside
        Kata'ib* ¦ the Kataib's ¦ Kataib's ¦ prefix ¦ folded like any word
        "air strik*" ¦ air striking ¦ air striking ¦ phrase ¦ inside a phrase
        Erdo* ¦ Erdoğan ¦ Erdoğan ¦ prefix ¦ accents fold
        =US ¦ the US said ¦ US ¦ exact ¦ exactly so
        =Iraq ¦ IRAQ ¦ - ¦ ¦ capitals count
        =Iraq ¦ Iraq's ¦ - ¦ ¦ so does the form
        =Erdogan ¦ Erdoğan ¦ - ¦ ¦ so do accents
        =Shell ¦ a shell hit ¦ - ¦ ¦ the company
        ="Apple Watch" ¦ an apple watch ¦ - ¦ ¦ a phrase exactly
        ="Apple Watch" ¦ an Apple Watch ¦ Apple Watch ¦ exact ¦ a phrase exactly

        # Letters that a reader takes for the same
        Erdogan ¦ Erdoğan ¦ Erdoğan ¦ folding ¦ a breve
        Erdoğan ¦ Erdogan ¦ Erdogan ¦ folding ¦ and back
        café ¦ CAFÉ ¦ CAFÉ ¦ exact ¦ the case of accented letters
        café ¦ cafe\u0301 ¦ cafe\u0301 ¦ folding ¦ an accent of its own
        Kobani ¦ Kobanî ¦ Kobanî ¦ folding ¦ Kurdish
        Strasse ¦ Straße ¦ Straße ¦ folding ¦ German ß
        Lodz ¦ Łódź ¦ Łódź ¦ folding ¦ Polish ł
        Orsted ¦ Ørsted ¦ Ørsted ¦ folding ¦ Danish ø
        Istanbul ¦ İSTANBUL ¦ İSTANBUL ¦ folding ¦ a dotted capital
        Diyarbakir ¦ Diyarbakır ¦ Diyarbakır ¦ folding ¦ a dotless small letter
        official ¦ ofﬁcial ¦ ofﬁcial ¦ folding ¦ a ligature
        Iraq ¦ Ｉｒａｑ ¦ Ｉｒａｑ ¦ folding ¦ full-width letters
        Iraq ¦ 𝐈𝐫𝐚𝐪 ¦ 𝐈𝐫𝐚𝐪 ¦ folding ¦ the letters of mathematics
        airstrike ¦ air\u00adstrike ¦ air\u00adstrike ¦ folding ¦ a soft hyphen
        Iraq ¦ Ir\u200baq ¦ Ir\u200baq ¦ folding ¦ a zero-width space
        cooperation ¦ coöperation ¦ coöperation ¦ folding ¦ a diaeresis
        Ö ¦ O ¦ O ¦ folding ¦ one letter

        # Scripts
        Ирак ¦ в Ирак. ¦ Ирак ¦ exact ¦ Cyrillic
        ИРАК ¦ Ирак ¦ Ирак ¦ exact ¦ Cyrillic case
        Орел ¦ Орёл ¦ Орёл ¦ folding ¦ ё is written е
        Ιράκ ¦ ΙΡΑΚ ¦ ΙΡΑΚ ¦ folding ¦ Greek capitals lose the tonos
        ΤΑΣ ¦ Τας ¦ Τας ¦ exact ¦ a final sigma
        عراق ¦ في العراق ¦ العراق ¦ form ¦ the Arabic article
        العراق ¦ عراق ¦ عراق ¦ form ¦ and back
        العراق ¦ والعراق ¦ والعراق ¦ form ¦ an attached and
        إيران ¦ ايران ¦ ايران ¦ folding ¦ hamza on the alif
        إيران ¦ بإيران ¦ بإيران ¦ form ¦ an attached in
        کربلا ¦ كربلا ¦ كربلا ¦ folding ¦ Persian and Arabic kaf
        علی ¦ علي ¦ علي ¦ folding ¦ Persian and Arabic ya
        غزة ¦ غزه ¦ غزه ¦ folding ¦ ta marbuta
        محمد ¦ مُحَمَّد ¦ مُحَمَّد ¦ folding ¦ harakat
        محمد ¦ محـــمد ¦ محـــمد ¦ folding ¦ tatweel
        می\u200cشود ¦ میشود ¦ میشود ¦ folding ¦ the zero-width non-joiner
        ١٩٧٩ ¦ in 1979 ¦ 1979 ¦ folding ¦ Arabic digits
        שלום ¦ שָׁלוֹם ¦ שָׁלוֹם ¦ folding ¦ Hebrew points
        伊拉克 ¦ 美军在伊拉克的基地 ¦ 伊拉克 ¦ exact ¦ no blanks around
        伊拉克 ¦ 伊朗和克拉 ¦ - ¦ ¦ the characters in order
        伊拉克 ¦ 伊、拉、克 ¦ - ¦ ¦ with no comma between
        イラク ¦ 在イラク米軍 ¦ イラク ¦ exact ¦ kana
        이라크 ¦ 이라크의 군대 ¦ 이라크 ¦ exact ¦ a Korean particle hangs on
        อิรัก ¦ ในอิรักวันนี้ ¦ อิรัก ¦ exact ¦ Thai writes without blanks
        इराक ¦ इराक में ¦ इराक ¦ exact ¦ Devanagari
        की ¦ का ¦ - ¦ ¦ vowel signs make the word

        # Fields
        Iraq ¦ Iraq‖nothing ¦ Iraq ¦ exact ¦ the title
        title:Iraq ¦ Iraq‖nothing ¦ Iraq ¦ exact ¦ only the title
        title:Iraq ¦ other‖Iraq ¦ - ¦ ¦ only the title
        text:Iraq ¦ Iraq‖nothing ¦ - ¦ ¦ only the text
        text:Iraq ¦ other‖in Iraq ¦ Iraq ¦ exact ¦ only the text
        TITLE:Iraq ¦ Iraq‖nothing ¦ Iraq ¦ exact ¦ the name in any case
        title: Iraq ¦ Iraq‖nothing ¦ Iraq ¦ exact ¦ a blank after the colon
        title:(Iraq OR Iran) ¦ Iran‖nothing ¦ Iran ¦ exact ¦ of a parenthesis
        title:"drone attack" ¦ Drone attack‖nothing ¦ Drone attack ¦ phrase ¦ of a phrase
        Iraq NOT title:sport ¦ sport‖Iraq ¦ - ¦ ¦ NOT in a field
        Iraq NOT title:sport ¦ Iraq‖sport ¦ Iraq ¦ exact ¦ NOT in a field
        source:Wire ¦ x‖y ¦ Wire ¦ exact ¦ the source
        author:Doe ¦ x‖y ¦ Doe ¦ exact ¦ the author
        category:politics ¦ x‖y ¦ Politics ¦ exact ¦ a category
        category:"middle east" ¦ x‖y ¦ Middle East ¦ phrase ¦ another
        Wire ¦ x‖y ¦ - ¦ ¦ the source only when asked for
        "Iraq sport" ¦ in Iraq‖sport ¦ - ¦ ¦ no phrase goes from the title to the text
        Iraq ¦ Iraq‖Iraq ¦ Iraq, Iraq ¦ exact, exact ¦ in both
        """;

    public static IEnumerable<object[]> All => Rows(Table).Concat(Rows(FormCases.Table)).Concat(Rows(ScriptCases.Table)).Concat(Rows(CapitalCases.Table));

    public static IEnumerable<object[]> Rows(string table) =>
        table.Split('\n')
            .Where(line => line.Contains('¦', StringComparison.Ordinal))
            .Select(line => line.Split('¦').Select(Written).ToArray<object>());

    private static string Written(string part) =>
        UnicodeEscape().Replace(part.Trim().Replace('¶', '\n'), escape => ((char)Convert.ToInt32(escape.Value[2..], 16)).ToString());

    [GeneratedRegex(@"\\u[0-9a-f]{4}", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex UnicodeEscape();
}
