using News.Summaries;

namespace News.Tests.Summaries;

/// <summary>One construction of language a line: the text, and for each quotation its kind, the words that say who speaks ("?" for none) and its own.</summary>
public sealed class QuotationTests
{
    [Theory]
    // Kinds: a sentence, some words of one, what goes on.
    [InlineData("\"We came,\" she said, \"and saw.\"", "full | she | We came,", "continued | she | and saw.")]
    [InlineData("\"We came,\" said Ana Ruiz. \"We saw.\"", "full | Ana Ruiz | We came,", "continued | Ana Ruiz | We saw.")]
    [InlineData("Ana Ruiz said they \"came and saw\".", "partial | Ana Ruiz | came and saw")]
    [InlineData("Ana Ruiz said: \"We came.\"", "full | Ana Ruiz | We came.")]
    [InlineData("\"We came.\n\n\"We saw,\" Ana Ruiz said.", "full | Ana Ruiz | We came.", "continued | Ana Ruiz | We saw,")]
    // Some words inside what somebody claims, thinks, wants or is called.
    [InlineData("Ana Ruiz's claim that the vote was \"bought and paid for\" was rejected.", "partial | Ana Ruiz | bought and paid for")]
    [InlineData("The court backed her demand for \"a clean count\".", "partial | her | a clean count")]
    [InlineData("Voters like Ana Ruiz's \"no more taxes\" pledge.", "partial | Ana Ruiz | no more taxes")]
    [InlineData("Ana Ruiz said she hopes for \"a fair count\", not a quick one.", "partial | Ana Ruiz | a fair count")]
    [InlineData("Ana Ruiz believes the law is \"a gift to the rich\".", "partial | Ana Ruiz | a gift to the rich")]
    [InlineData("Tom Briggs told voters who wonder why he left that he \"had no choice\".", "partial | Tom Briggs | had no choice")]
    [InlineData("She promised to go on because, in her own words, \"somebody has to\".", "partial | her | somebody has to")]
    [InlineData("As the paper's Tom Briggs put it, \"nobody is in charge\".", "partial | Tom Briggs | nobody is in charge")]
    [InlineData("The statute was upheld because of a \"history of neglect\", the court said.", "partial | the court | history of neglect")]
    [InlineData("Ana Ruiz did say she found the offer to be \"very kind\".", "partial | she | very kind")]
    [InlineData("The ship went down to shouts of \"Save the boats\".", "partial | ? | Save the boats")]
    // The subject far from its verb.
    [InlineData("Tom Briggs — named in the report as a suspect — told the paper that \"it is a lie\".", "partial | Tom Briggs | it is a lie")]
    [InlineData("Tom Briggs, the president of Harbour Watch, a group that has sued the port, said that \"the harm is done\".", "partial | Tom Briggs | the harm is done")]
    [InlineData("Tom Briggs, author of \"Going Down,\" about the wreck, said the port was once \"a quiet place\".", "partial | Tom Briggs | a quiet place")]
    [InlineData("Ana Ruiz, meanwhile, who holds no office, said the law was \"made in the dark\".", "partial | Ana Ruiz | made in the dark")]
    [InlineData("Ana Ruiz, who has in the past called the port \"a swamp\", stayed away.", "partial | Ana Ruiz | a swamp")]
    [InlineData("Hours later, Tom Briggs returned the favour, telling the paper: \"She is a friend.\"", "full | Tom Briggs | She is a friend.")]
    [InlineData("On Saturday, Tom Briggs issued a statement saying that she was \"one of the best of all\".", "partial | Tom Briggs | one of the best of all")]
    [InlineData("Tom Briggs joked that Oslo was his answer, but went on to say, \"There are worse places on earth.\"", "full | Tom Briggs | There are worse places on earth.")]
    [InlineData("The report gave the cause as fire and said the doors were \"locked from outside\".", "partial | The report | locked from outside")]
    [InlineData("He left a message that said, \"The shop is closed for good.\"", "full | a message | The shop is closed for good.")]
    [InlineData("He spoke of Tom Briggs, whom Ana Ruiz on Monday called \"a horrible human being\".", "partial | Ana Ruiz | a horrible human being")]
    [InlineData("Ana Ruiz would not say more, except to say that the port \"does not talk to thieves\".", "partial | Ana Ruiz | does not talk to thieves")]
    [InlineData("In rejecting the appeal, the court found that the law \"leaves no room\".", "partial | the court | leaves no room")]
    // The report in the middle or at the end.
    [InlineData("\"If there had been no help\" from the towns around, Ana Ruiz said at the meeting, \"we would have drowned.\"", "partial | Ana Ruiz | If there had been no help", "continued | Ana Ruiz | we would have drowned.")]
    [InlineData("\"It is art!\" Ana Ruiz told a crowd in the square.", "full | Ana Ruiz | It is art!")]
    [InlineData("The race \"is open again\", as Tom Briggs said on the radio.", "partial | Tom Briggs | is open again")]
    [InlineData("\"Close the port,\" came shouts from the crowd.", "full | the crowd | Close the port,")]
    [InlineData("Ana Ruiz: \"The port stays open.\"", "full | Ana Ruiz | The port stays open.")]
    [InlineData("Stated Ana Ruiz:\n\n\"The port stays open as long as I live.\"", "full | Ana Ruiz | The port stays open as long as I live.")]
    [InlineData("Her husband, Tom Briggs, was blunter. \"Crooks, all of them.\"", "full | Tom Briggs | Crooks, all of them.")]
    [InlineData("\"Why did you go?\" Tom Briggs asked.\n\n\"Because I had to, and you know it.\"", "full | Tom Briggs | Why did you go?", "full | ? | Because I had to, and you know it.")]
    // Marks of every kind.
    [InlineData("``We came,'' Ana Ruiz said.", "full | Ana Ruiz | We came,")]
    [InlineData("''We came,'' Ana Ruiz said. ''And we saw.''", "full | Ana Ruiz | We came,", "continued | Ana Ruiz | And we saw.")]
    [InlineData("“We came,’’ Ana Ruiz said.", "full | Ana Ruiz | We came,")]
    [InlineData("'It's the sailors' boat,' Ana Ruiz said, 'and they'll keep it.'", "full | Ana Ruiz | It's the sailors' boat,", "continued | Ana Ruiz | and they'll keep it.")]
    [InlineData("‘It’s the sailors’ boat,’ Ana Ruiz said.", "full | Ana Ruiz | It’s the sailors’ boat,")]
    [InlineData("\"He said 'no' to me,\" Ana Ruiz said.", "full | Ana Ruiz | He said 'no' to me,")]
    [InlineData("“He told me, ‘Go home,’” Ana Ruiz said.", "full | Ana Ruiz | He told me, ‘Go home,’")]
    [InlineData("“‘Go home’ was all he said,” Ana Ruiz recalled.", "full | Ana Ruiz | ‘Go home’ was all he said,")]
    [InlineData("\"We came\", Ana Ruiz said.", "full | Ana Ruiz | We came")]
    [InlineData("\"We came, Ana Ruiz said.")]
    [InlineData("He wrote the song in '68, at 6'2\" the tallest of the band, and \"never looked back\", he said.", "partial | he | never looked back")]
    public void Quotations_are_found_with_their_kind_and_the_words_that_say_who_speaks(string text, params string[] quotes) =>
        Assert.Equal(quotes, Quotes(text));

    [Theory]
    // Spanish.
    [InlineData("«Me encantan los gatos», afirmó Burtón.", "full | Burtón | Me encantan los gatos")]
    [InlineData("«Hemos perdido una batalla», dijo el ministro de Defensa, Juan Ruiz Lago, en Madrid.", "full | Juan Ruiz Lago | Hemos perdido una batalla")]
    [InlineData("«No vamos a ceder», ha dicho el presidente Pedro Ruiz. «Nunca.»", "full | Pedro Ruiz | No vamos a ceder", "continued | Pedro Ruiz | Nunca.")]
    [InlineData("“No sabemos nada”, dijo a periodistas la portavoz del Gobierno.", "full | ? | No sabemos nada")]
    [InlineData("El presidente Pedro Ruiz dijo: «No vamos a ceder».", "full | Pedro Ruiz | No vamos a ceder")]
    [InlineData("Según Ana Lago, la medida es «un error histórico».", "partial | Ana Lago | un error histórico")]
    [InlineData("El portavoz añadió que el plan es «un error» y «una vergüenza».", "partial | ? | un error", "partial | ? | una vergüenza")]
    [InlineData("La película «Lo que el viento» se estrena hoy.")]
    // German.
    [InlineData("„Wir gehen nicht“, sagte Anna Schmidt.", "full | Anna Schmidt | Wir gehen nicht")]
    [InlineData("»Wir gehen«, sagte Hans Meier, »und zwar sofort.«", "full | Hans Meier | Wir gehen", "continued | Hans Meier | und zwar sofort.")]
    [InlineData("‚Wir gehen‘, sagte Hans Meier.", "full | Hans Meier | Wir gehen")]
    [InlineData("„Das ist ein gutes Signal“, sagte der Sprecher der Regierung am Montag.", "full | ? | Das ist ein gutes Signal")]
    [InlineData("„Wir schaffen das“, so Scholz.", "full | Scholz | Wir schaffen das")]
    [InlineData("Hans Meier sagte: „Wir werden das schaffen.“", "full | Hans Meier | Wir werden das schaffen.")]
    [InlineData("Laut Hans Meier ist das „ein großer Fehler“ gewesen.", "partial | Hans Meier | ein großer Fehler")]
    [InlineData("Der sogenannte „Islamische Staat“ ist besiegt.")]
    // French.
    [InlineData("« C'est la guerre », a ajouté Jean Dupont.", "full | Jean Dupont | C'est la guerre")]
    [InlineData("« Nous ne céderons pas », a déclaré le ministre Jean Dupont à la radio.", "full | Jean Dupont | Nous ne céderons pas")]
    [InlineData("« Il n'y a pas d'accord », a-t-il dit.", "full | ? | Il n'y a pas d'accord")]
    [InlineData("— Nous partons demain, a dit le ministre Jean Dupont.", "full | Jean Dupont | Nous partons demain")]
    [InlineData("— C'est trop tard, répond Claire Martin.", "full | Claire Martin | C'est trop tard")]
    [InlineData("—No lo sabíamos —dijo la ministra Ana Gómez al salir—.", "full | Ana Gómez | No lo sabíamos")]
    [InlineData("—¿Y ahora qué? —preguntó un periodista.", "full | ? | ¿Y ahora qué?")]
    [InlineData("— Мы уходим завтра, — сказал министр Иван Петров.", "full | Иван Петров | Мы уходим завтра,")]
    [InlineData("« Nous avons gagné », s’est félicité Jean Dupont.", "full | Jean Dupont | Nous avons gagné")]
    [InlineData("Le ministre de l'Intérieur a déclaré : « Nous serons fermes. »", "full | ? | Nous serons fermes.")]
    [InlineData("Selon Jean Dupont, c'est « une erreur historique ».", "partial | Jean Dupont | une erreur historique")]
    // Italian, Portuguese, Russian, Turkish.
    [InlineData("“È una vergogna”, ha detto Giorgia Bianchi.", "full | Giorgia Bianchi | È una vergogna")]
    [InlineData("“Não vamos desistir”, disse o presidente Lula da Silva.", "full | Lula da Silva | Não vamos desistir")]
    [InlineData("«Мы готовы к переговорам», — заявил Иван Петров.", "full | Иван Петров | Мы готовы к переговорам")]
    [InlineData("«Мы готовы к переговорам», — сказал он.", "full | ? | Мы готовы к переговорам")]
    [InlineData("Ali Demir, \"Bu kabul edilemez bir durum\" dedi.", "full | Ali Demir | Bu kabul edilemez bir durum")]
    // Without capitals nothing shows how far a name reaches: the words are given, the speaker is not.
    [InlineData("قال المتحدث باسم الجيش: «لن نسمح بذلك».", "full | ? | لن نسمح بذلك")]
    [InlineData("وأضاف أن «المفاوضات ستستمر حتى النهاية».", "partial | ? | المفاوضات ستستمر حتى النهاية")]
    [InlineData("سخنگوی وزارت خارجه گفت: «ما مذاکره نمی‌کنیم.»", "full | ? | ما مذاکره نمی‌کنیم.")]
    [InlineData("首相は「交渉を続ける」と述べた。", "partial | ? | 交渉を続ける")]
    [InlineData("他说：“我们不会放弃。”", "full | ? | 我们不会放弃。")]
    public void Other_languages_have_their_marks_and_verbs(string text, params string[] quotes) =>
        Assert.Equal(quotes, Quotes(text));

    [Theory]
    [InlineData("Ana Ruiz spoke on \"Morning Live.\" NBC's \"Tonight\" showed it.")]
    [InlineData("Ana Ruiz, author of \"Going Down,\" lives in Oslo.")]
    [InlineData("She told \"Good Morning Oslo\" that she was well.")]
    [InlineData("The old town, which locals call \"the Wedding Cake\", was closed.")]
    [InlineData("Acme called \"Half Life\" its best game.")]
    [InlineData("The dock workers' strike over \"overtime\" went on.")]
    [InlineData("<a href=\"http://example.org/a\">Photo of the port</a>")]
    [InlineData("He was born in ‘68 and left school at '15.")]
    [InlineData("The city's new \"safe harbour\" scheme begins in May.")]
    public void Names_terms_and_shows_are_no_quotations(string text) => Assert.Empty(Quotes(text));

    private static IEnumerable<string> Quotes(string text) =>
        Summarizer.Summarize(null, text).Quotes.Select(quote => $"{quote.Kind.ToString().ToLowerInvariant()} | {quote.Mention?.Text ?? "?"} | {quote.Text}");
}
