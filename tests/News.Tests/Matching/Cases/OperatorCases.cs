namespace News.Tests.Matching;

/// <summary>What NEAR, regular expressions and the fields of what is said meet; as <see cref="MatchingCases"/>.</summary>
internal static class OperatorCases
{
    public static IEnumerable<object[]> All => MatchingCases.Rows(Table);

    public const string Table = """
        # Near, in words
        drone NEAR/1 Iraq ¦ the drone Iraq lost ¦ drone, Iraq ¦ exact, exact ¦ neighbours are one apart
        Iraq NEAR/1 drone ¦ the drone Iraq lost ¦ Iraq, drone ¦ exact, exact ¦ either order; told in the query's
        drone NEAR/1 Iraq ¦ drone over Iraq ¦ - ¦ ¦ two apart
        drone NEAR/2 Iraq ¦ drone over Iraq ¦ drone, Iraq ¦ exact, exact ¦ two apart
        drone NEAR/8 Iraq ¦ drone 1 2 3 4 5 6 7 Iraq ¦ drone, Iraq ¦ exact, exact ¦ the eighth word behind it
        drone NEAR/8 Iraq ¦ drone 1 2 3 4 5 6 7 8 Iraq ¦ - ¦ ¦ the ninth
        drone NEAR/8 Iraq ¦ Iraq 1 2 3 4 5 6 7 drone ¦ drone, Iraq ¦ exact, exact ¦ the eighth word before it
        drone NEAR/8 Iraq ¦ Iraq 1 2 3 4 5 6 7 8 drone ¦ - ¦ ¦ the ninth
        drone NEAR/3 Iraq ¦ A drone fell. Iraq denied it. ¦ drone, Iraq ¦ exact, exact ¦ over a sentence's end
        drone NEAR/3 Iraq ¦ A drone fell.¶¶Iraq denied it. ¦ drone, Iraq ¦ exact, exact ¦ over a paragraph's end
        drone NEAR/8 Iraq ¦ a drone‖Iraq ¦ - ¦ ¦ never over a field's end
        drone NEAR/8 Iraq ¦ drone in Iraq‖nothing ¦ drone, Iraq ¦ exact, exact ¦ in the title
        drone NEAR/3 Iraq ¦ drones (plural), Iraqi ¦ drones, Iraqi ¦ form, demonym ¦ each in any of its forms
        "drone attack" NEAR/2 Iraq ¦ drone attacks in Iraq ¦ drone attacks, Iraq ¦ phrase, exact ¦ counted from the phrase's end
        Iraq NEAR/2 "drone attack" ¦ Iraq saw drone attacks ¦ Iraq, drone attacks ¦ exact, phrase ¦ and to its beginning
        airstrike NEAR/2 Iraq ¦ air strikes in Iraq ¦ air strikes, Iraq ¦ compound, exact ¦ a compound that is written apart
        strik* NEAR/3 Iraq ¦ striking at Iraq ¦ striking, Iraq ¦ prefix, exact ¦ a beginning
        =US NEAR/3 Iraq ¦ US troops in Iraq ¦ US, Iraq ¦ exact, exact ¦ an exact word
        =US NEAR/3 Iraq ¦ let us leave Iraq ¦ - ¦ ¦ an exact word that isn't there
        (drone OR missile) NEAR/3 Iraq ¦ a missile hit Iraq ¦ missile, Iraq ¦ exact, exact ¦ one of several
        Iraq NEAR/3 (drone OR missile) ¦ Iraq: drone, missile ¦ Iraq, drone, missile ¦ exact, exact, exact ¦ each that is near is told
        Iraq NEAR/1 (drone OR missile) ¦ Iraq: drone, missile ¦ Iraq, drone ¦ exact, exact ¦ one that is farther isn't
        Iraq NEAR/2 drone ¦ drone 1 2 3 4 5 Iraq drone ¦ Iraq, drone ¦ exact, exact ¦ a place that is farther isn't told
        Iraq NEAR/3 drone ¦ drone, Iraq and drone ¦ Iraq, drone, drone ¦ exact, exact, exact ¦ on either side
        drone NEAR/3 drone ¦ one drone ¦ - ¦ ¦ nothing is near itself
        drone NEAR/3 drone ¦ drone to drone ¦ drone, drone ¦ exact, exact ¦ but near its like
        Iraq NEAR/5 Iraqi ¦ the Iraqi army ¦ - ¦ ¦ one word is not two that are near
        airstrike NEAR/5 strike ¦ an air strike ¦ - ¦ ¦ nor is a part of a compound near it
        airstrike NEAR/5 strike ¦ an air strike, then a strike ¦ air strike, strike ¦ compound, exact ¦ another one is
        drone NEAR/2 Iraq NEAR/2 Iran ¦ drone over Iraq and Iran ¦ drone, Iraq, Iran ¦ exact, exact, exact ¦ a chain
        drone NEAR/2 Iraq NEAR/2 Iran ¦ Iran: a drone over Iraq ¦ drone, Iraq, Iran ¦ exact, exact, exact ¦ near the two as they stand together
        drone NEAR/2 Iraq NEAR/2 Iran ¦ drone over Iraq, then off to Iran ¦ - ¦ ¦ the last is too far
        drone NEAR/2 (Iraq NEAR/2 Iran) ¦ drone for Iraq or Iran ¦ drone, Iraq, Iran ¦ exact, exact, exact ¦ a NEAR in parentheses
        drone NEAR/1 Iraq NEAR/1 Iran ¦ drone Iraq Iraq Iran ¦ - ¦ ¦ drone and Iraq are neighbours, and Iran none of theirs
        drone NEAR/3 Iraq NEAR/2 Iran ¦ drone Iraq x Iraq 5 Iran ¦ drone, Iraq, Iran ¦ exact, exact, exact ¦ the wider pair reaches farther
        A1 NEAR/5 B2 OR Iran ¦ Iran ¦ Iran ¦ exact ¦ NEAR before OR
        Iran A1 NEAR/5 B2 ¦ Iran, A1 and B2 ¦ Iran, A1, B2 ¦ exact, exact, exact ¦ NEAR before AND
        Iran A1 NEAR/5 B2 ¦ A1 and B2 ¦ - ¦ ¦ NEAR before AND
        Iran NOT A1 NEAR/5 B2 ¦ Iran, A1 but 1 2 3 4 5 B2 ¦ Iran ¦ exact ¦ NOT is of the whole NEAR
        Iran NOT A1 NEAR/5 B2 ¦ Iran, A1 but B2 ¦ - ¦ ¦ NOT is of the whole NEAR
        drone NEAR/2 Iraq’s ¦ a drone, Iraq’s first ¦ drone, Iraq’s ¦ exact, exact ¦ a possessive is one word
        drone NEAR/3 Iraq ¦ drone (F-16 x) Iraq ¦ - ¦ ¦ a hyphen makes two words
        drone NEAR/1 伊拉克 ¦ drone伊拉克 ¦ drone, 伊拉克 ¦ exact, exact ¦ without a space between
        near Iraq ¦ near Iraq ¦ near, Iraq ¦ exact, exact ¦ in small letters it is a word
        "NEAR/8" ¦ NEAR 8 ¦ NEAR 8 ¦ phrase ¦ in marks as well

        # Near, in a sentence
        drone NEAR/s Iraq ¦ A drone of theirs, said by some to be the largest ever to fly, fell in Iraq. ¦ drone, Iraq ¦ exact, exact ¦ however far
        drone NEAR/S Iraq ¦ A drone fell in Iraq. ¦ drone, Iraq ¦ exact, exact ¦ a capital s
        drone NEAR/s Iraq ¦ A drone fell. Iraq denied it. ¦ - ¦ ¦ a sentence ends between
        drone NEAR/s Iraq ¦ Iraq denied it! A drone fell. ¦ - ¦ ¦ in either order
        drone NEAR/s Iraq ¦ A drone fell by the bus. Iraq denied it. ¦ - ¦ ¦ behind a short word as well
        drone NEAR/s Iraq ¦ A drone fell¶¶Iraq denied it ¦ - ¦ ¦ a paragraph ends a sentence
        drone NEAR/s Iraq ¦ A drone of Gen. Doe fell in Iraq. ¦ drone, Iraq ¦ exact, exact ¦ an abbreviation doesn't
        drone NEAR/s Iraq ¦ A drone of the U.S. Army fell in Iraq. ¦ drone, Iraq ¦ exact, exact ¦ nor do initials
        drone NEAR/s Iraq ¦ A drone fell at 3.5 km in Iraq. ¦ drone, Iraq ¦ exact, exact ¦ nor a decimal point
        drone NEAR/s Iraq ¦ "A drone fell," he said in Iraq. ¦ drone, Iraq ¦ exact, exact ¦ a quotation and its "he said" are one sentence
        drone NEAR/s Iraq ¦ "A drone fell!" he said in Iraq. ¦ drone, Iraq ¦ exact, exact ¦ also where it ends in a mark of its own
        drone NEAR/s Iraq ¦ "A drone fell there. We saw Iraq burn," he said. ¦ - ¦ ¦ a quotation of two sentences has two
        drone NEAR/s Iraq ¦ Drone; Iraq; Iran. ¦ Drone, Iraq ¦ exact, exact ¦ a semicolon ends none
        drone NEAR/s Iraq ¦ One fell. A drone flew. Iraq saw the drone. ¦ drone, Iraq ¦ exact, exact ¦ only the one in the sentence is told
        (drone OR missile) NEAR/s (Iraq OR Iran) ¦ A missile hit Iran. ¦ missile, Iran ¦ exact, exact ¦ alternatives on both sides
        drone NEAR/s Iraq NEAR/s Iran ¦ The drone flew from Iran to Iraq. ¦ drone, Iraq, Iran ¦ exact, exact, exact ¦ three in a sentence
        drone NEAR/s Iraq NEAR/s Iran ¦ The drone flew to Iraq. Iran denied it. ¦ - ¦ ¦ two in one and the third in the next
        (one NEAR/3 two) NEAR/1 (three NEAR/3 four) ¦ two x three one four ¦ one, two, three, four ¦ exact, exact, exact, exact ¦ pairs that lie in one another
        (one NEAR/9 two NEAR/9 three) NEAR/1 four ¦ one x two four x x three ¦ one, two, three, four ¦ exact, exact, exact, exact ¦ beside the one in the middle
        (one NEAR/9 two NEAR/9 three) NEAR/1 two ¦ one x two x three ¦ - ¦ ¦ the one in the middle is not beside itself
        drone NEAR/3 Iraq NEAR/s Iran ¦ A drone fell. Iraq denied it to Iran. ¦ drone, Iraq, Iran ¦ exact, exact, exact ¦ in the sentence of the nearer one
        "drone attack" NEAR/s Iraq ¦ drone attack in Iraq‖- ¦ drone attack, Iraq ¦ phrase, exact ¦ a headline is a sentence
        طائرة NEAR/s العراق ¦ سقطت طائرة؟ العراق ينفي ¦ - ¦ ¦ an Arabic question mark ends one

        # Quotations
        quote:war ¦ "We want no war," Gen. Jane Doe said. ¦ war ¦ exact ¦ inside a quotation
        quote:war ¦ The war goes on. "We want peace," Gen. Jane Doe said. ¦ - ¦ ¦ outside of one
        quote:war ¦ “We want no war,” Gen. Jane Doe said. ¦ war ¦ exact ¦ curly marks
        quote:war ¦ Gen. Jane Doe said she wants no war. ¦ - ¦ ¦ what is told without marks is not quoted
        quote:war ¦ War‖"We want no war," Gen. Jane Doe said of the war. ¦ war ¦ exact ¦ only the place inside is told
        quote:strike ¦ "Two strikes," Gen. Jane Doe said. ¦ strikes ¦ form ¦ in any of its forms
        quote:"no war" ¦ "We want no war," Gen. Jane Doe said. ¦ no war ¦ phrase ¦ a phrase
        quote:"war she" ¦ "We want no war," she said. ¦ - ¦ ¦ a phrase that goes out of it
        quote:(war peace) ¦ "We want no war," Gen. Jane Doe said. "We want peace." ¦ war, peace ¦ exact, exact ¦ each in a quotation, whichever
        quote:(war OR peace) ¦ "We want peace," Gen. Jane Doe said. ¦ peace ¦ exact ¦ one of several
        quote:(war NEAR/3 peace) ¦ "We want war and peace," Gen. Jane Doe said. ¦ war, peace ¦ exact, exact ¦ near in one quotation
        quote:(war NEAR/8 peace) ¦ "We want no war," Doe said. "We want peace." ¦ - ¦ ¦ near, but not in one
        quote:war NEAR/4 Doe ¦ "We want no war," Gen. Jane Doe said. ¦ war, Doe ¦ exact, exact ¦ the field is of the word before NEAR alone
        war NOT quote:war ¦ The war goes on. "We want peace," Gen. Jane Doe said. ¦ war ¦ exact ¦ NOT in quotations
        war NOT quote:war ¦ "We want no war," Gen. Jane Doe said. ¦ - ¦ ¦ NOT in quotations
        quote:=War ¦ "We want no war," Gen. Jane Doe said. ¦ - ¦ ¦ an exact word
        quote:war* ¦ "We saw warships," Gen. Jane Doe said. ¦ warships ¦ prefix ¦ a beginning
        Quote:war ¦ "We want no war," Gen. Jane Doe said. ¦ war ¦ exact ¦ the name in any case

        # Speakers
        speaker:Doe ¦ "We want no war," Gen. Jane Doe said. ¦ Doe ¦ exact ¦ who said it
        speaker:Roe ¦ "We want no war," Gen. Jane Doe said of John Roe. ¦ - ¦ ¦ who is spoken of
        speaker:"Jane Doe" ¦ "We want no war," Gen. Jane Doe said. ¦ Jane Doe ¦ phrase ¦ the full name
        speaker:Doering ¦ "We want no war," Jane Doe said. Jane Doering came. ¦ - ¦ ¦ a longer name that begins so
        speaker:Jane ¦ "We want no war," Jane said. Mary-Jane came. ¦ Jane ¦ exact ¦ a name that another ends in
        speaker:minister ¦ Jane Doe, a minister, came. "We want no war," Jane Doe said. Jane Doe's aide left. ¦ minister ¦ exact ¦ what the text says that she is
        speaker:Doe ¦ Jane Doe came. ¦ - ¦ ¦ somebody who says nothing
        speaker:Jane ¦ Jane Doe, a minister, came by. "We want no war," she said. ¦ Jane ¦ exact ¦ by the full name, where it stands
        speaker:officials ¦ "We want no war," officials said. ¦ officials ¦ exact ¦ by the words beside the quotation
        speaker:general ¦ "We want no war," the general said. ¦ general ¦ exact ¦ by a rank
        speaker:Doe quote:war ¦ "We want no war," Jane Doe said. ¦ Doe, war ¦ exact, exact ¦ with what is said
        speaker:(Doe OR Roe) ¦ "We want no war," Jane Doe said. ¦ Doe ¦ exact ¦ one of several
        war NOT speaker:Doe ¦ "We want no war," Jane Doe said. ¦ - ¦ ¦ NOT said by somebody
        war NOT speaker:Doe ¦ Jane Doe fears a war. ¦ war ¦ exact ¦ somebody who says nothing

        # Languages; these articles are in en-GB
        lang:en Iraq ¦ Iraq ¦ en, Iraq ¦ exact, exact ¦ the language's tag
        lang:English ¦ Iraq ¦ en ¦ exact ¦ its name
        lang:english ¦ Iraq ¦ en ¦ exact ¦ in any case
        lang:en-GB ¦ Iraq ¦ en-GB ¦ exact ¦ with the region
        lang:en-US ¦ Iraq ¦ - ¦ ¦ another region
        lang:ar ¦ Iraq ¦ - ¦ ¦ another language
        lang:gb ¦ ¦ ! ¦ ¦ a region is no language
        lang:(ar OR en) ¦ Iraq ¦ en ¦ exact ¦ one of several
        Iraq NOT lang:Arabic ¦ Iraq ¦ Iraq ¦ exact ¦ NOT in a language
        Iraq NOT lang:en ¦ Iraq ¦ - ¦ ¦ NOT in a language
        en ¦ Iraq ¦ - ¦ ¦ a word is not looked for in the tag

        # Regular expressions
        /r[ae]gex/ ¦ a regex ¦ regex ¦ regex ¦ one of two letters
        /r[ae]gex/ ¦ Ragex‖REGEX ¦ Ragex, REGEX ¦ regex, regex ¦ any case
        =/r[ae]gex/ ¦ REGEX or regex ¦ regex ¦ regex ¦ its own case only
        /gex/ ¦ a regex ¦ gex ¦ regex ¦ also inside a word
        /\bgex/ ¦ a regex ¦ - ¦ ¦ \b is a word's edge
        /Shahed-?1\d\d\b/ ¦ a Shahed-136 and a shahed131 ¦ Shahed-136, shahed131 ¦ regex, regex ¦ a family of names
        /\d+ (killed|dead)/ ¦ at least 12 killed ¦ 12 killed ¦ regex ¦ alternatives and numbers
        /either\/or/ ¦ an either/or ¦ either/or ¦ regex ¦ \/ is a slash
        /a b/ ¦ a b ¦ a b ¦ regex ¦ a space
        /^Iraq/ ¦ Iraq first‖then Iraq ¦ Iraq ¦ regex ¦ the beginning of a field
        /Erdoğan/ ¦ Erdogan ¦ - ¦ ¦ the text as it is written, accents and all
        title:/r[ae]gex/ ¦ x‖a regex ¦ - ¦ ¦ in a field
        title:/r[ae]gex/ ¦ a regex‖x ¦ regex ¦ regex ¦ in a field
        author:/^Jane\b/ ¦ x‖y ¦ Jane ¦ regex ¦ in another
        quote:/w[ae]r/ ¦ The war. "We want no war," Jane Doe said. ¦ war ¦ regex ¦ in quotations
        quote:/^we want/ ¦ The war. "We want no war," Jane Doe said. ¦ We want ¦ regex ¦ a quotation has a beginning of its own
        quote:/war.*said/ ¦ "We want no war," Jane Doe said. ¦ - ¦ ¦ and an end
        speaker:/d[eo]e/ ¦ "We want no war," Jane Doe said. ¦ Doe ¦ regex ¦ in the speaker's name
        /dr[oa]ne/ NEAR/2 Iraq ¦ a drane over Iraq ¦ drane, Iraq ¦ regex, exact ¦ near a word
        Iraq NEAR/2 /dr[oa]ne/ ¦ a drane over all of Iraq ¦ - ¦ ¦ too far
        (/dr[oa]ne/ OR missile) NEAR/s Iraq ¦ A drane fell. Iraq? ¦ - ¦ ¦ in another sentence
        Iraq OR /r[ae]gex/ ¦ regex ¦ regex ¦ regex ¦ an article with none of the words
        Iraq /r[ae]gex/ ¦ regex ¦ - ¦ ¦ and the word
        Iraq NOT /r[ae]gex/ ¦ Iraq, regex ¦ - ¦ ¦ NOT
        Iraq NOT /r[ae]gex/ ¦ Iraq ¦ Iraq ¦ exact ¦ NOT
        /r[ae]gex/ NOT Iraq ¦ regex ¦ regex ¦ regex ¦ a word that must not be there
        /[٠-٩]+/ ¦ عام ١٩٧٩ ¦ ١٩٧٩ ¦ regex ¦ another script
        /\p{IsArabic}+/ ¦ in العراق ¦ العراق ¦ regex ¦ any letter of another script
        """;
}
