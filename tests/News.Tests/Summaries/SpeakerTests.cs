using News.Summaries;

namespace News.Tests.Summaries;

/// <summary>One rule of attribution a line: the text, and each quotation's speaker; "?" where the text leaves it open.</summary>
public sealed class SpeakerTests
{
    [Theory]
    // Beside the quotation, in every order.
    [InlineData("\"We hit what we aimed at,\" Maj. Gen. Salim Haddad told reporters. \"Nothing else was touched.\"", "Maj. Gen. Salim Haddad", "Maj. Gen. Salim Haddad")]
    [InlineData("\"I heard three explosions,\" said Um Ali, a 45-year-old mother of three.", "Um Ali")]
    [InlineData("Samir Ghanim, M.P., who sits on the security committee, said that he expected \"names, ranks and times\".", "Samir Ghanim")]
    [InlineData("Asked whether troops would leave, Col. Ali Brandt replied: \"Not today.\"", "Col. Ali Brandt")]
    [InlineData("“Many people have fled,” said one aid worker in Mosul, speaking on condition of anonymity.", "one aid worker in Mosul")]
    [InlineData("\"We regret the loss of life\", the U.S. ambassador to Iraq, Lina Roman, said in a post on social media.", "Lina Roman")]
    [InlineData("The secretary general of the league (ALX), Nunzio Galli, has called the ruling \"dangerous\" and \"absurd\".", "Nunzio Galli", "Nunzio Galli")]
    [InlineData("\"If the bombing does not stop,\" warned the group's deputy leader, Naim Kassab, \"we will respond.\"", "Naim Kassab", "Naim Kassab")]
    [InlineData("In a statement, Governor of Basra Hana Salem said, \"The city is calm.\"", "Hana Salem")]
    [InlineData("“Stop!” Another guard screamed.", "Another guard")]
    [InlineData("\"It is art.\" — Jane Doe", "Jane Doe")]
    [InlineData("\"Iran will respond,\" Ali Salami was quoted by state media as saying. \"The enemy knows it.\"", "Ali Salami", "Ali Salami")]
    [InlineData("'It's the teachers' fault,' Hassan Ali told the paper, adding: 'They're late.'", "Hassan Ali", "Hassan Ali")]
    // Some words inside a report.
    [InlineData("The mayor, Tom Briggs, said he was \"deeply troubled\" by the report.", "Tom Briggs")]
    [InlineData("It is not clear if this counts as a \"real truce\", officials in the capital said.", "officials in the capital")]
    [InlineData("According to the Interior Ministry, the raid was \"a complete success\".", "Interior Ministry")]
    [InlineData("The suspect told officers he \"didn't mean it,\" according to a police report.", "The suspect")]
    [InlineData("Jane Doe, the deputy minister, rejected the claim as \"baseless\".", "Jane Doe")]
    [InlineData("Critics called it \"a triumph.\"", "Critics")]
    [InlineData("Ali Hassan said it was \"rubbish,\" but Sara Nouri called it \"credible.\"", "Ali Hassan", "Sara Nouri")]
    [InlineData("State television quoted Gov. Ahmed Jassim as saying: \"The city is under control.\"", "Gov. Ahmed Jassim")]
    [InlineData("They were criticised by the auditor because “their use of funds is not consistent”.", "the auditor")]
    [InlineData("The strikes, which the Pentagon described as \"defensive,\" killed 12 people.", "Pentagon")]
    [InlineData("The city's government has condemned what it called a \"flagrant violation\" of the truce.", "The city's government")]
    [InlineData("Sen. Ali Kirby said the army would respond \"at a time of our choosing.\"", "Sen. Ali Kirby")]
    // Short names, roles and pronouns.
    [InlineData("Layla Aziz, a spokeswoman for the Interior Ministry, spoke first. \"They will pay for this,\" the spokeswoman said.", "Layla Aziz")]
    [InlineData("Gen. John Park thinks it is over. \"It's finished,\" the general told Example News.", "Gen. John Park")]
    [InlineData("The Defense Ministry confirmed the strike. The ministry said it was \"a success.\"", "Defense Ministry")]
    [InlineData("A senior official said the militia was \"reckless.\" The official added: \"They'll regret it.\"", "A senior official", "A senior official")]
    [InlineData("Mayor Eric Adler and Police Commissioner Jessica Tish spoke. \"I am proud of them,\" she said.", "Jessica Tish")]
    [InlineData("\"It was so loud,\" said Mr. Smith, whose wife Anna Smith was at home. \"We ran,\" Ms. Smith said.", "Mr. Smith", "Anna Smith")]
    [InlineData("The statement, signed by 12 ministers, said: “We condemn the attack.”\n\n“We call for restraint,” it added.", "The statement", "The statement")]
    [InlineData("Doe's statement added, \"There is no question.\" It was sent by Jane Doe on Monday.", "Jane Doe")]
    [InlineData("Pakistan's military spokesman, Lt Gen Asif Mehmood, spoke of victory. Taliban spokesman Zabihullah Rahimi called it \"a lie\". The Pakistani spokesman dismissed this as \"mere theatre\".", "Zabihullah Rahimi", "Lt Gen Asif Mehmood")]
    [InlineData("The army's spokesman, Ali Hassan, was in the square. The spokesman for the rebels said: \"We hold it.\"", "The spokesman for the rebels")]
    [InlineData("The representative of France said he was \"deeply sad\". The representative of Chad, meanwhile, criticized \"double standards\".", "The representative of France", "The representative of Chad")]
    [InlineData("UN High Commissioner for Human Rights Ingrid Solheim spoke. “The world is watching,” the High Commissioner added.", "Ingrid Solheim")]
    [InlineData("\"He was on the boat,\" Gen. Omar Nasser said.\n\nThe transport minister resigned. In his letter he wrote: \"I cannot stay.\"", "Gen. Omar Nasser", "The transport minister")]
    [InlineData("Xulan Brod fled up the mountain. Brod came back in spring. \"The bees were gone,\" he says.", "Xulan Brod")]
    [InlineData("Outside, the boy's mother, Zuleika Brod, fell to her knees. \"They killed him,\" she screamed.", "Zuleika Brod")]
    [InlineData("\"Dialogue is not surrender,\" the website cited him as saying. It was President Ali Rezaei's.", "?")]
    [InlineData("Ted Doe, 68, and Brenda Hill won. \"It is a scam,\" said Ted. \"The shop is here,\" Mrs Doe said.", "Ted Doe", "Mrs Doe")]
    // Subjects behind asides, relative clauses and datelines.
    [InlineData("NAIROBI, Kenya (AP) — Health Minister Grace Njeri denied it, saying the figure was \"invented in a newsroom.\"", "Grace Njeri")]
    [InlineData("A father who did not want to be named told the paper that they had paid. \"I sold my two cows,\" he said.", "A father")]
    [InlineData("The general, asked on Thursday if she stood by her words, said: \"Sticks are sticks.\"", "The general")]
    [InlineData("The mayor, 58, who was ill since the birth of her son, told the crowd: \"I am back now.\"", "The mayor")]
    [InlineData("The house belongs to the Marlow Trust, whose chairman, Sir Giles Marlow, called it \"the proudest thing\".", "Sir Giles Marlow")]
    [InlineData("One engineer in Austin, who asked not to be named, said she learned of it \"from a push notification.\"", "One engineer in Austin")]
    [InlineData("The owner of the barn, 71-year-old Walt Jeffers, said the horses were \"like family.\"", "Walt Jeffers")]
    [InlineData("Yemen's delegate, Abdullah Nasser, thanked the envoy, but said the truce was \"a rearming pause\".", "Abdullah Nasser")]
    [InlineData("Amara Diallo said she was \"appalled\" by the attack and called for \"an impartial investigation\".", "Amara Diallo", "Amara Diallo")]
    [InlineData("Eleanor Marsh said she had \"done nothing wrong\" but did not want to be \"a distraction from work\".", "Eleanor Marsh", "Eleanor Marsh")]
    [InlineData("The bins play a recording of the comedian Fergal Noone saying \"Thank you very much\".", "Fergal Noone")]
    [InlineData("Rocks fell on the road, in what an internal report called \"unforeseen vandalism\".", "an internal report")]
    [InlineData("He was ready to sign \"tonight, if the other side is serious,\" Omar Hamdan said.", "Omar Hamdan")]
    [InlineData("The Department for Education said it was \"working closely\" with the council.", "Department for Education")]
    [InlineData("“There was one big explosion,” said one of the officials.", "one of the officials")]
    [InlineData("“She is decent,” one said. The minister had left.", "?")]
    [InlineData("“They never came back to us,” the mother of five said.", "the mother of five")]
    [InlineData("Chantal Roy shot back: “That is not so.” “It's France,” shrugged Oliver Kemp.", "Chantal Roy", "Oliver Kemp")]
    [InlineData("“Say his name!” a man with a drum shouted. “Darnell Reeves!” the crowd roared back.", "a man with a drum", "the crowd")]
    [InlineData("Residents posted videos of the smoke. \"The windows are shaking!\" a woman can be heard saying in one of them.", "a woman")]
    [InlineData("A spokesman for the U.S.-led coalition, Col. Ross Tanaka, declined to answer him directly but said forces “retain the right to self-defense.”", "Col. Ross Tanaka")]
    [InlineData("Babak Nouri was hanged at dawn, the agency said, adding that he had \"sold the plans of the site\".", "the agency")]
    [InlineData("The leader's deputy, Helin Umit, told the agency: \"They will find us at home.\"", "Helin Umit")]
    [InlineData("Geoff Pratt and his wife, Deb, were at the gate. \"He ate it,\" she said.", "Deb")]
    [InlineData("Premier Nada Khoury spoke in Beirut. In the village, grocer Abu Hassan swept the floor. \"Every autumn it is over,\" he said.", "Abu Hassan")]
    [InlineData("Premier Nada Khoury spoke in Beirut. Kfar Kila was hit again. \"Every autumn it is over,\" he said.", "?")]
    [InlineData("Paul Dent, of the Institute for Peace, was more upbeat: “The direction of travel is clear.”", "Paul Dent")]
    [InlineData("Outside, about 300 relatives held up photographs and chanted, “Where are they now?”", "about 300 relatives")]
    [InlineData("The judge freed him, in a ruling that rights groups have called “a pardon for massacre.”", "rights groups")]
    [InlineData("The judge freed him, in a ruling prosecutors called “utterly baffling” on Monday.", "prosecutors")]
    [InlineData("State prosecutor Adele Wyk played the recording, in which Pieter Malan is heard telling a friend: “They eat from my hand.”", "Pieter Malan")]
    [InlineData("Rep. Dana Ortiz, D-Calif., a member of the committee, said the troops were “sitting ducks.”", "Rep. Dana Ortiz")]
    [InlineData("Omar Abid accused both parties of \"stealing a year from us\" and said, \"They fight over the curtains.\"", "Omar Abid", "Omar Abid")]
    // A speaker is a noun phrase: no verb, no conjunction, no day in it.
    [InlineData("A federal judge on Thursday froze the sale, writing that it was “a shell game”.", "A federal judge")]
    [InlineData("Mr. Brod tries to turn the noise to his advantage, saying: “Be nice.”", "Mr. Brod")]
    [InlineData("The key to it, says Hana Brod, is the network. “It is private,” she says.", "Hana Brod")]
    [InlineData("Delegate Hana Brod, wearing a wide hat and pins, said: “It was good.”", "Hana Brod")]
    [InlineData("Now after legal review Washington concluded that it was \"not, in itself, against the law\".", "Washington")]
    [InlineData("There were two officials. One of them said that there was \"no candidate, only a preference\".", "?")]
    // Continuation.
    [InlineData("\"A truce is near,\" said Ambassador Karim Nasser.\n\n\"It will take a week.\"", "Karim Nasser", "Karim Nasser")]
    [InlineData("Rania Saleh stated,\n\n\"The door was open.\"", "Rania Saleh")]
    [InlineData("The major said he was alarmed by what they found. \"The walls were thin.\"", "The major")]
    [InlineData("“We heard it at 2 a.m.\n\n“Then it stopped,” Samir Haddad said.", "Samir Haddad", "Samir Haddad")]
    // Left open.
    [InlineData("“I recall a meeting,” Brod answered.\n\n“Did you say the words there?”", "Brod", "?")]
    [InlineData("“We came,” she said, “and saw.”", "?", "?")]
    [InlineData("Jane Smith and her husband Robert Smith live near the base. \"We heard it,\" Smith said.", "?")]
    [InlineData("Mehdi Karim, the mayor, met Hassan Ali, the police chief, on Sunday. He said the talks were \"useful.\"", "?")]
    // Other languages.
    [InlineData("«Me encantan los gatos», afirmó Burtón.", "Burtón")]
    [InlineData("„Wir gehen nicht“, sagte Anna Schmidt.", "Anna Schmidt")]
    [InlineData("« C'est la guerre », a ajouté Jean Dupont.", "Jean Dupont")]
    [InlineData("قال المتحدث باسم الجيش: «لن نسمح بذلك».", "?")]
    public void Words_are_given_to_who_spoke_them(string text, params string[] speakers)
    {
        var quotes = Summarizer.Summarize(null, text).Quotes;

        Assert.Equal(speakers, quotes.Select(quote => quote.Speaker ?? "?"));
    }

    [Theory]
    [InlineData("The so-called \"Axis of Spring\" has been weakened. A drone nicknamed \"Mosquito\" was used.")]
    [InlineData("The group, known as \"Saraya\", fired at the film crew of \"Gone Home\".")]
    [InlineData("Jane Doe claims that her favourite book is \"A Hundred Years of Rain\".")]
    [InlineData("Far from offering “relief and safety”, the camp is closed.")]
    [InlineData("“Why am I doing this?” the officer thought.")]
    [InlineData("“Whatever gets the job done” is my new motto.")]
    [InlineData("The officer has never had occasion to say “You're under arrest.”")]
    [InlineData("The group calling itself the “Islamic Front of the Hills” did not answer.")]
    [InlineData("The militia, known as the “Sons of the River,” vowed revenge in a statement posted on Monday.")]
    [InlineData("The boat is 12\" wide and 30\" long.")]
    public void Words_in_marks_that_nobody_said_are_no_quotations(string text) =>
        Assert.Empty(Summarizer.Summarize(null, text).Quotes);

    [Fact]
    public void The_role_stands_beside_the_name_not_in_it()
    {
        var quote = Assert.Single(Summarizer.Summarize(null, "\"This is a violation,\" Iraqi military spokesman Brig. Gen. Yehia Rasul said in a statement.").Quotes);

        Assert.Equal("Brig. Gen. Yehia Rasul", quote.Speaker);
        Assert.Equal("Iraqi military spokesman", quote.Role);
        Assert.Equal("said", quote.Cue);
        Assert.Equal("Iraqi military spokesman Brig. Gen. Yehia Rasul", quote.Mention?.Text);
    }

    [Fact]
    public void A_pronoun_is_the_mention_and_the_name_the_speaker()
    {
        var quotes = Summarizer.Summarize(null, "Sana Jawad, a teacher, could not sleep. \"Every night there are drones,\" she said.").Quotes;

        Assert.Equal("she", Assert.Single(quotes).Mention?.Text);
        Assert.Equal("Sana Jawad", quotes[0].Speaker);
        Assert.Equal("a teacher", quotes[0].Role);
    }
}
