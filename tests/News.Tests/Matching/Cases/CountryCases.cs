namespace News.Tests.Matching;

/// <summary>What a bare country name meets: a line each, as in <see cref="MatchingCases"/>.</summary>
internal static class CountryCases
{
    public const string Table = """
        # The country and its people
        Syria ¦ Syrian rebels ¦ Syrian ¦ demonym ¦ what is the country's
        Syria ¦ two Syrians ¦ Syrians ¦ demonym ¦ its people
        Syria ¦ in Damascus ¦ - ¦ ¦ another name of the same thing needs @syria
        Ukraine ¦ UKRAINIAN DRONES ¦ UKRAINIAN ¦ demonym ¦ any case
        yemen ¦ a Yemeni port ¦ Yemeni ¦ demonym ¦ typed small
        Lebanon ¦ the Lebanese army ¦ Lebanese ¦ demonym ¦ one word for one and all
        Kurdistan ¦ Kurds and Kurdish parties ¦ Kurds, Kurdish ¦ demonym, demonym ¦ the people and what is theirs
        Gaza ¦ Gazans fled ¦ Gazans ¦ demonym ¦ a land that the news names like a country
        Kosovo ¦ Kosovar and Kosovan police ¦ Kosovar, Kosovan ¦ demonym, demonym ¦ two words are in use
        Philippines ¦ a Filipino sailor ¦ Filipino ¦ demonym ¦ another letter
        Lesotho ¦ Basotho herders ¦ Basotho ¦ demonym ¦ a people's own word
        Afghanistan ¦ the Afghan's visa ¦ Afghan's ¦ demonym ¦ possessive
        Syrian ¦ in Syria ¦ - ¦ ¦ not the other way round
        =Syria ¦ Syrian rebels ¦ - ¦ ¦ letter for letter

        # Other names of a country
        Burma ¦ Burmese troops ¦ Burmese ¦ demonym ¦ an old name
        Swaziland ¦ a Swazi prince ¦ Swazi ¦ demonym ¦ another
        Britain ¦ British jets ¦ British ¦ demonym ¦ short for the United Kingdom
        UK ¦ British jets ¦ British ¦ demonym ¦ an initialism
        "UK jets" ¦ British jets ¦ British jets ¦ phrase ¦ in a phrase
        "US troops" ¦ American troops ¦ American troops ¦ demonym ¦ one that is met only in capitals
        "US troops" ¦ Americans, troops say ¦ Americans, troops ¦ demonym ¦ with what a phrase goes on over
        US-led ¦ an American-led force ¦ American-led ¦ demonym ¦ with a hyphen
        "US troops" ¦ let us troops ¦ - ¦ ¦ and itself still only there
        ="US troops" ¦ American troops ¦ - ¦ ¦ letter for letter
        Türkiye ¦ Turkish drones ¦ Turkish ¦ demonym ¦ its own name
        Turkiye ¦ Turkish drones ¦ Turkish ¦ demonym ¦ without the accent
        Holland ¦ the Dutch ¦ Dutch ¦ demonym ¦ a part for the whole
        US ¦ American troops ¦ American ¦ demonym ¦ an initialism that is a word when small
        us ¦ American troops ¦ - ¦ ¦ a pronoun is no country
        "United Arab Emirates" ¦ an Emirati tanker ¦ Emirati ¦ demonym ¦ of several words
        "Ivory Coast" ¦ Ivorian cocoa ¦ Ivorian ¦ demonym ¦ another
        "South Korea" ¦ a South Korean firm ¦ South Korean ¦ demonym ¦ the people of several words too
        "Papua New Guinea" ¦ Papua New Guineans voted ¦ Papua New Guineans ¦ demonym ¦ three
        العراق ¦ مسؤول عراقي ¦ عراقي ¦ demonym ¦ in the script of the name
        Iraq ¦ مسؤول عراقي ¦ - ¦ ¦ and only there
        عراق ¦ مسئول عراقی ¦ عراقی ¦ demonym ¦ as Persian names it, without the article
        عراق ¦ الجيش العراقي ¦ العراقي ¦ demonym ¦ and met in Arabic
        ایران ¦ ایرانیان ¦ ایرانیان ¦ demonym ¦ a Persian plural
        Netherlands* ¦ the Dutch ¦ - ¦ ¦ a beginning is of letters

        # People whose name is another word when small
        Poland ¦ Polish troops ¦ Polish ¦ demonym ¦ with a capital it is the country's
        Poland ¦ POLISH TROOPS ¦ POLISH ¦ demonym ¦ in a headline of capitals
        Poland ¦ to polish the floor ¦ - ¦ ¦ a verb
        Poland ¦ the Poles' vote ¦ Poles ¦ demonym ¦ the people
        Sweden ¦ the Swede's goal ¦ Swede's ¦ demonym ¦ a possessive leaves the capital
        Turkey ¦ the Turk’s visa ¦ Turk’s ¦ demonym ¦ curly
        Georgia ¦ the Georgian's visa ¦ Georgian's ¦ demonym ¦ of an exact name too
        Sweden ¦ a swede's leaves ¦ - ¦ ¦ the vegetable's
        =Sweden ¦ Sweden's ¦ - ¦ ¦ what a query asks letter for letter has none
        Poland ¦ tent poles ¦ - ¦ ¦ sticks
        Poland ¦ the North Pole ¦ - ¦ ¦ with a capital too
        Poland ¦ POLAND VOTES ¦ POLAND ¦ exact ¦ the country itself in any case
        Sweden ¦ a Swede and a swede ¦ Swede ¦ demonym ¦ a vegetable
        Turkey ¦ Turkish and Turks, not young turks ¦ Turkish, Turks ¦ demonym, demonym ¦ rebels of any party
        Denmark ¦ Danes vote ¦ Danes ¦ demonym ¦ the people
        Finland ¦ hopp finns ännu ¦ - ¦ ¦ Swedish for "exists"
        Scotland ¦ went scot-free ¦ - ¦ ¦ a payment

        # Names of several countries, and of other things
        Georgia ¦ a Georgian minister ¦ Georgian ¦ demonym ¦ a country and a state, whose people are Georgians both
        Jordan ¦ a Jordanian pilot ¦ Jordanian ¦ demonym ¦ no Michael is called so
        Chad ¦ Chadian troops ¦ Chadian ¦ demonym ¦ a country and a name
        Niger ¦ Nigerien officers ¦ Nigerien ¦ demonym ¦ a country and a river
        Niger ¦ Nigerian officers ¦ - ¦ ¦ the neighbour's
        Congo ¦ Congolese refugees ¦ Congolese ¦ demonym ¦ of both countries
        Korea ¦ Korean talks ¦ Korean ¦ demonym ¦ of both
        "North Korea" ¦ South Korean ships ¦ - ¦ ¦ the other's
        "DR Congo" ¦ the Congolese army ¦ Congolese ¦ demonym ¦ nearly always those of Kinshasa
        "Northern Ireland" ¦ Irish voters ¦ - ¦ ¦ nearly always the neighbour's
        Ireland ¦ Irish voters ¦ Irish ¦ demonym ¦ nearly always those of Ireland
        Dominica ¦ a Dominican baseball player ¦ - ¦ ¦ nearly always of the Dominican Republic
        "North Macedonia" ¦ Macedonian voters ¦ Macedonian ¦ demonym ¦ in today's news hardly ever of Greece
        Guinea ¦ Guinean officers ¦ Guinean ¦ demonym ¦ as unsure as the name
        car ¦ Central African troops ¦ - ¦ ¦ CAR is a country, a car is none

        # Inside the name of something else
        Sudan ¦ South Sudan's army ¦ - ¦ ¦ another country
        Sudan ¦ South Sudanese troops ¦ - ¦ ¦ its people
        Sudan ¦ refugees from Sudan in South Sudan ¦ Sudan ¦ exact ¦ where it stands by itself, too
        Sudan ¦ clashes in south Sudan ¦ Sudan ¦ exact ¦ a part of the country
        Sudan ¦ In the South, Sudan's army fled ¦ Sudan's ¦ form ¦ a comma between two names
        =Sudan ¦ South Sudan ¦ Sudan ¦ exact ¦ who asks for letters gets them
        "Sudan army" ¦ the South Sudan army ¦ Sudan army ¦ phrase ¦ a phrase is its words
        Sudan NEAR/3 army ¦ the South Sudan army ¦ - ¦ ¦ nothing stands there that could be near
        Sudan NEAR/3 army ¦ the army of Sudan ¦ Sudan, army ¦ exact, exact ¦ here it does
        drone NOT Sudan ¦ a drone over South Sudan ¦ drone ¦ exact ¦ what isn't met excludes nothing
        quote:Sudan ¦ “South Sudan is ours,” the minister said. ¦ - ¦ ¦ in a quotation, too
        Guinea ¦ Papua New Guinea and Equatorial Guinea ¦ - ¦ ¦ two countries far from it
        Guinea ¦ Papua New Guineans ¦ - ¦ ¦ and the people of one
        Guinea ¦ Guinea-Bissau votes ¦ - ¦ ¦ a neighbour
        Guinea ¦ Guinea's junta ¦ Guinea's ¦ form ¦ the country
        US ¦ Latin American and South American leaders ¦ - ¦ ¦ of other countries
        US ¦ Latin American and American leaders ¦ American ¦ demonym ¦ of this one, too
        US ¦ African American voters ¦ American ¦ demonym ¦ people of the country
        America ¦ Latin America ¦ - ¦ ¦ a continent
        "United States" ¦ Central Americans ¦ - ¦ ¦ of a name of two words
        India ¦ an island in the Indian Ocean ¦ - ¦ ¦ an ocean
        Mexico ¦ a court in New Mexico ¦ - ¦ ¦ a state of another country
        Jersey ¦ New Jersey votes ¦ - ¦ ¦ a state called after it
        England ¦ New England Manager Named ¦ England ¦ exact ¦ a headline's capitals say nothing
        Palestine ¦ a train derailed in East Palestine ¦ - ¦ ¦ a town in Ohio
        Cuba ¦ Mark Cuban bets on cities ¦ - ¦ ¦ a man
        Congo ¦ the Democratic Republic of the Congo ¦ Congo ¦ exact ¦ a name of both countries
        Korea ¦ North Korea and South Korea ¦ Korea, Korea ¦ exact, exact ¦ and another

        # In a phrase
        "Poland border" ¦ the Polish border ¦ Polish border ¦ phrase ¦ the word beside it tells it from shoe polish
        "Turkey border" ¦ the Turkish border ¦ Turkish border ¦ phrase ¦ as of any country

        # All that a country goes by
        @georgia ¦ Police in Georgia clashed with crowds in Tbilisi ¦ Georgia, Tbilisi ¦ entity, entity ¦ its capital stands there
        @georgia ¦ Georgia's governor spoke in Atlanta ¦ - ¦ ¦ the state
        @georgia ¦ Georgians vote for a governor in Atlanta ¦ - ¦ ¦ those of the state
        @georgia ¦ a Georgian minister ¦ Georgian ¦ entity ¦ hardly ever of the state
        @jordan ¦ Jordan said in Amman ¦ Jordan, Amman ¦ entity, entity ¦ the country
        @sudan ¦ clashes in South Sudan ¦ - ¦ ¦ another country's name has its own in it
        @sudan ¦ South Sudanese troops ¦ - ¦ ¦ another country's people
        @sudan ¦ refugees from Sudan in South Sudan ¦ Sudan ¦ entity ¦ where it stands by itself, too
        @sudan NOT @south-sudan ¦ refugees from Sudan in South Sudan ¦ - ¦ ¦ NOT is of the whole article
        @south-sudan ¦ clashes in South Sudan ¦ South Sudan ¦ entity ¦ the longer name is the other's
        @sudan NEAR/3 talks ¦ talks in South Sudan ¦ - ¦ ¦ nothing stands there that could be near
        @hezbollah ¦ Kataib Hezbollah said ¦ - ¦ ¦ another group
        @hezbollah ¦ Hezbollah and Kataib Hezbollah said ¦ Hezbollah ¦ entity ¦ both
        @mexico ¦ a court in New Mexico ¦ - ¦ ¦ a state of another country
        @mexico ¦ the new Mexico government ¦ Mexico ¦ entity ¦ small letters make another word of it
        @mexico ¦ The new Mexican president flew to Chihuahua ¦ Mexican ¦ entity ¦ the people of the country
        @mexico ¦ New Mexican President Flies to China ¦ Mexican ¦ entity ¦ a headline's capitals say nothing
        @england ¦ New England Manager Named ¦ England ¦ entity ¦ a headline's capitals say nothing
        @england ¦ the new England manager ¦ England ¦ entity ¦ a new manager
        @russia ¦ White Russian Van Sought ¦ Russian ¦ entity ¦ no drink
        @india ¦ West Indian state of Gujarat ¦ Indian ¦ entity ¦ a sentence's first word
        @spain ¦ migrants reached a port of Spain ¦ Spain ¦ entity ¦ any port
        @niger ¦ Niger's state television said the junta ¦ Niger's ¦ entity ¦ no state of Nigeria
        @niger ¦ coup leaders in Niger state their terms in Niamey ¦ Niger, Niamey ¦ entity, entity ¦ a verb
        @sudan ¦ clashes in south Sudan ¦ Sudan ¦ entity ¦ a part of the country
        @sudan ¦ In the South, Sudan's army fled ¦ Sudan's ¦ entity ¦ a comma between two names
        @sudan ¦ South Sudan's army and SOUTH SUDAN’S PRESIDENT ¦ - ¦ ¦ a possessive, and capitals
        @united-states ¦ Latin Americans in Latin America ¦ - ¦ ¦ a continent
        @hezbollah ¦ the Kata’ib Hezbollah's men ¦ - ¦ ¦ in another spelling
        @hezbollah ¦ Hezbollah Brigades Mass at Border ¦ Hezbollah ¦ entity ¦ its own, for all that a headline says
        @hezbollah ¦ Kataib Hisbollah und Brigadas de Hezbolá ¦ - ¦ ¦ in German and Spanish
        @republic-of-the-congo ¦ the Democratic Republic of the Congo, not Brazzaville ¦ Brazzaville ¦ entity ¦ the other's formal name
        @north-korea ¦ North Korea and South Korea ¦ North Korea ¦ entity ¦ not the other's half
        @south-korea ¦ South Korean and North Korean troops ¦ South Korean ¦ entity ¦ nor the other way round
        @north-korea ¦ N. Korea fires missiles at S. Korea ¦ N. Korea ¦ entity ¦ as headlines shorten it
        @spain ¦ the Spanish flu of 1918 ¦ - ¦ ¦ a disease
        @shelling ¦ shelling out cash for shelling peas ¦ - ¦ ¦ other senses
        @shelling ¦ shelling of a village ¦ shelling ¦ entity ¦ this sense
        @explosion ¦ a population explosion ¦ - ¦ ¦ nothing burst
        @israel ¦ IDF strikes Rafah ¦ IDF ¦ entity ¦ its forces
        @russia ¦ the Kremlin denied it ¦ Kremlin ¦ entity ¦ its government
        @iran ¦ IRGC fires missiles ¦ IRGC ¦ entity ¦ its forces
        @united-states ¦ the Pentagon and the White House ¦ Pentagon, White House ¦ entity, entity ¦ its forces and its government
        @united-states ¦ a white house and a pentagon ¦ - ¦ ¦ a building and a shape
        @united-states ¦ Washington imposes sanctions on Iran ¦ Washington ¦ entity ¦ a capital among capitals
        @united-states ¦ Washington beats Oregon ¦ - ¦ ¦ a state
        @pentagon ¦ the Defense Department said ¦ Defense Department ¦ entity ¦ as only Americans spell it
        @pentagon ¦ Australia's Defence Department ¦ - ¦ ¦ as others do
        @drone ¦ Shahed-136s over Kyiv ¦ Shahed-136s ¦ entity ¦ a kind of them
        @irgc ¦ the Islamic Revolution Guards Corps ¦ Islamic Revolution Guards Corps ¦ entity ¦ as Iran's own agencies write it
        @jordan ¦ Jordan shoots down Iranian drones ¦ Jordan ¦ entity ¦ a country beside another
        @nato ¦ 北约秘书长吕特 ¦ 北约 ¦ entity ¦ a name of two signs
        @nato ¦ 震中位于东北约20公里 ¦ - ¦ ¦ not in north-east and about
        @islamic-state ¦ 伊斯兰国宣称负责 ¦ 伊斯兰国 ¦ entity ¦ the group
        @islamic-state ¦ 伊斯兰国家领导人 ¦ - ¦ ¦ Islamic countries
        @india ¦ 印度尼西亚地震 ¦ - ¦ ¦ Indonesia
        印度 ¦ 印度尼西亚和印度 ¦ 印度 ¦ exact ¦ a bare name, too
        @jordan ¦ Michael Jordan sells his house ¦ - ¦ ¦ a man
        @chad ¦ Chad's army near N'Djamena ¦ Chad's, N'Djamena ¦ entity, entity ¦ the country
        @chad ¦ Chad Smith plays drums ¦ - ¦ ¦ a man
        @turkey ¦ Turkey's president ¦ Turkey's ¦ entity ¦ the country
        @turkey ¦ roast turkey and turkey soup ¦ - ¦ ¦ a bird
        @poland ¦ to polish poles ¦ - ¦ ¦ other words
        @united-states ¦ told us to wait ¦ - ¦ ¦ a pronoun
        @united-states ¦ U.S. forces ¦ U.S. forces ¦ entity ¦ with full stops
        @united-kingdom ¦ at www.example.co.uk ¦ - ¦ ¦ an address
        @sweden ¦ suede shoes ¦ - ¦ ¦ no Suède
        @western-sahara ¦ Muqtada al-Sadr ¦ - ¦ ¦ a man whose name is no initialism
        @south-korea ¦ talks with the Democratic People's Republic of Korea ¦ - ¦ ¦ the other Korea's formal name
        @south-korea ¦ talks with the Republic of Korea ¦ Republic of Korea ¦ entity ¦ its own
        @taiwan ¦ the Republic of China's navy, not the People’s Republic of China’s ¦ Republic of China's ¦ entity ¦ one of two
        @montenegro ¦ the prime minister of Montenegro ¦ Montenegro ¦ entity ¦ a state
        @montenegro ¦ Luís Montenegro won in Lisbon ¦ - ¦ ¦ a man
        @syria ¦ Дамаск и دمشق ¦ Дамаск, دمشق ¦ entity, entity ¦ the capital in two scripts
        """;
}
