using News.Articles;

namespace News.Tests.Articles;

public sealed class LanguageGuessTests
{
    public static TheoryData<string, string> Headlines
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (var line in LanguageHeadlines.Table.Split('\n', StringSplitOptions.TrimEntries))
            {
                var parts = line.Split(" ¦ ");
                data.Add(parts[0], parts[1]);
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Headlines))]
    public void A_headline_tells_its_language(string tag, string headline) => Assert.Equal(tag, LanguageGuess.OfText(headline));

    [Theory]
    [InlineData("", "nothing at all")]
    [InlineData("2024 – 17:30 (+3)", "no letters")]
    [InlineData("Bagdad", "a name")]
    [InlineData("Netanyahu, Biden, Macron, Putin", "names are of no language")]
    [InlineData("Real Madrid – Barcelona 2:1", "nor are teams")]
    [InlineData("OPEC Brent WTI", "nor markets")]
    [InlineData("Antonín Dvořák", "a letter of one language alone in a name tells where the name is from")]
    [InlineData("فی بغداد", "the word in Persian letters")]
    [InlineData("www.example.com/de/der/die/das", "an address is no German")]
    [InlineData("東京都知事選挙結果", "could be Chinese or Japanese")]
    [InlineData("\ud800\udfff\u202e\u0301", "no text")]
    [InlineData("xkcd qwrt zzyzx plgh mnbv kjhg", "no language")]
    public void What_can_not_be_told_is_not_guessed(string text, string why) => Assert.True(LanguageGuess.OfText(text) is null, why);

    [Theory]
    [InlineData("en-us", "Güvenlik güçleri iki kişiyi gözaltına aldı ve soruşturma sürüyor", "tr", "the generator's default, over Turkish words")]
    [InlineData("en", "غارة جوية على مواقع في شمال العراق", "ar", "another script")]
    [InlineData("en-US", "نیروهای مسلح در مرز مستقر شدند و مردم را تخلیه کردند", "fa", "another script")]
    [InlineData("en-GB", "Ministers meet in London to talk about the budget", "en-GB", "the tag says more than the guess")]
    [InlineData("en", "Le ministre a dit que les négociations sont dans une impasse", "fr", "the words are clearly French")]
    [InlineData("en", "Bagdad: Raketen, Drohnen", "en", "too little to overrule a feed")]
    [InlineData("sr", "Vlada je juče rekla da će posle izbora biti više novca za škole", "sr", "Serbian in Latin letters")]
    [InlineData("nb-NO", "Regjeringen sier at de ikke har noe mer å si om saken etter møtet", "nb-NO", "no and nb are one")]
    [InlineData("iw", "הממשלה אישרה את התקציב של השנה", "iw", "the old tag of Hebrew")]
    [InlineData("zh-Hant", "總統說這項協議將於週五簽署", "zh-Hant", "the tag says more than the guess")]
    [InlineData("fr", "Ministers are to meet in London over the budget", "fr", "a headline doesn't overrule what somebody chose")]
    [InlineData("fr", "The minister said that the talks were over and that he would leave the city before the end of the week, because there was nothing more to say", "en", "a text does")]
    [InlineData("ru", "東京都知事選挙結果", null, "neither the feed's, nor to be told")]
    [InlineData(null, "Zwei Tote bei einem Angriff auf das Ministerium in Bagdad", "de", "no tag")]
    [InlineData("  ", "Zwei Tote bei einem Angriff auf das Ministerium in Bagdad", "de", "an empty one")]
    [InlineData("en_us", "Two people were killed in an attack on the ministry", "en_us", "written with an underline")]
    public void A_feed_is_believed_unless_its_words_say_otherwise(string? tag, string title, string? language, string why)
    {
        var article = new Article { Key = new ItemKey("guid:1"), Title = title, Text = "", Source = "Example Wire", Language = tag, Published = default };

        Assert.True(language == LanguageGuess.Of(article), $"{why}: {LanguageGuess.Of(article)}");
    }

    [Fact]
    public void The_text_tells_what_a_title_of_names_does_not()
    {
        var article = new Article
        {
            Key = new ItemKey("guid:1"),
            Title = "Rangers – Celtic 2:1",
            Text = "El partido terminó con la victoria de los locales, que ganaron por primera vez en el año.",
            Source = "Example Wire",
            Language = "en-us",
            Published = default,
        };

        Assert.Equal("es", LanguageGuess.Of(article));
    }

    [Fact]
    public void Nothing_is_allocated()
    {
        var text = string.Concat(Enumerable.Repeat("The minister said that the talks were over. ", 100));
        Assert.Equal("en", LanguageGuess.OfText(text));

        var before = GC.GetAllocatedBytesForCurrentThread();
        var guess = LanguageGuess.OfText(text);

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
        Assert.Equal("en", guess);
    }
}
