using News.Summaries;

namespace News.Tests.Summaries;

public sealed class SentencesTests
{
    [Theory]
    [InlineData("Maj. Gen. Doe met Lt. Col. K. C. Hill on Jan. 28.", 1)]
    [InlineData("Resolution No. 5 was passed. It took 3.5 hours.", 2)]
    [InlineData("He lives in the U.S. The army does not.", 2)]
    [InlineData("The U.S. Army left at 5 p.m. Soldiers waved.", 1)]
    [InlineData("\"Why?\" asked Doe. \"Because.\"", 2)]
    [InlineData("\"We came,\" she said. \"We saw.\" He left.", 3)]
    [InlineData("He said: “One. Two. Three.” Then he left.", 2)]
    [InlineData("She spoke (it was late. very late.) and left.", 1)]
    [InlineData("“Stop!” a guard shouted.", 1)]
    [InlineData("Wait... what? He waited. . . .", 2)]
    [InlineData("A heading\n\nA sentence. Another one.", 3)]
    [InlineData("Er kam am 3. Mai nach Berlin. Er blieb bis zum 12. Juni, z. B. bei Dr. Haas.", 2)]
    [InlineData("Der 2. Weltkrieg war vorbei. Es gab 12. Danach kam keiner.", 3)]
    [InlineData("El Sr. Gil llegó a EE. UU. el lunes. ¿Por qué? «No lo sé», dijo la Dra. Mora.", 3)]
    [InlineData("Il a dit : « C'est fini. » Mme Diallo a confirmé.", 2)]
    [InlineData("See www.example.org. Write to a.b@example.org. Thanks.", 3)]
    [InlineData("این حمله محکوم است. او افزود: «ما پاسخ می‌دهیم.» تهران سکوت کرد.", 3)]
    [InlineData("He was wounded.[1] He left in May. [3] She stayed (until June).", 3)]
    [InlineData("これは文です。これも文です。", 2)]
    [InlineData("هذه جملة. وهذه جملة أخرى؟ نعم.", 3)]
    public void Sentences_end_where_an_editor_would_end_them(string text, int count) =>
        Assert.Equal(count, Sentences.Split(text).Length);

    [Fact]
    public void Hand_wrapped_lines_are_one_paragraph()
    {
        var paragraphs = Paragraphs.Split("The minister said on Monday that the\nbridge over the river was closed to\nall traffic.\n\nNobody was hurt.");

        Assert.Equal(2, paragraphs.Length);
    }

    [Theory]
    [InlineData("By Jane Doe, Example Wire", ParagraphKind.Byline)]
    [InlineData("Jane Doe, jane.doe@wire.example", ParagraphKind.Byline)]
    [InlineData("Friday, July 21, 2017", ParagraphKind.Dateline)]
    [InlineData("A version of this story appeared in Monday's paper.", ParagraphKind.Note)]
    [InlineData("(Reporting by Jane Doe; editing by Ali Hassan)", ParagraphKind.Note)]
    [InlineData("© Example Wire. All rights reserved.", ParagraphKind.Note)]
    [InlineData("Click here to subscribe", ParagraphKind.Advert)]
    [InlineData("Sign up for our daily newsletter.", ParagraphKind.Advert)]
    [InlineData("Read more: Five attacks in three months", ParagraphKind.Links)]
    [InlineData("Smoke over the port. Image: Jane Doe.", ParagraphKind.Caption)]
    [InlineData("Correction: an earlier version of this story misspelled a name.", ParagraphKind.Correction)]
    [InlineData("This article was amended on 3 May to correct the number of victims.", ParagraphKind.Correction)]
    [InlineData("Election results", ParagraphKind.Heading)]
    [InlineData("The newspaper printed a correction on Monday and apologised.", ParagraphKind.Story)]
    [InlineData("Subscribers to the service lost their connection for three hours.", ParagraphKind.Story)]
    [InlineData("By Monday the water had reached the second floor of the school.", ParagraphKind.Story)]
    [InlineData("Update: three more bodies were found under the bridge on Tuesday, and the search, which the police had called off for the night, went on with dogs and divers, officials said.", ParagraphKind.Story)]
    public void A_paragraph_is_known_by_what_it_says(string text, ParagraphKind kind) =>
        Assert.Equal(kind, Assert.Single(Paragraphs.Split(text)).Kind);
}
