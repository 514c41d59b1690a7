namespace News.Tests.Matching;

/// <summary>What capitals say: names, initialisms, and words that are only shouted. Columns as in <see cref="MatchingCases"/>.</summary>
internal static class CapitalCases
{
    public const string Table = """
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
