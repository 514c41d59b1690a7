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
        Guinea ¦ Guinean officers ¦ Guinean ¦ demonym ¦ as unsure as the name
        car ¦ Central African troops ¦ - ¦ ¦ CAR is a country, a car is none

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
        @syria ¦ Дамаск и دمشق ¦ Дамаск, دمشق ¦ entity, entity ¦ the capital in two scripts
        """;
}
