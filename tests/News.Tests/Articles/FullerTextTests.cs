using News.Articles;

namespace News.Tests.Articles;

public sealed class FullerTextTests
{
    private const string Story =
        "An airstrike hit an empty depot near Kirkuk on Tuesday, the ministry said, and nobody was hurt.\n\nRescue teams searched the ruins for three hours.";

    [Theory]
    [InlineData("Short", true)]
    [InlineData("", true)]
    [InlineData("Long and cut off…", false)]
    [InlineData("Long and whole.", false)]
    public void A_short_text_is_a_teaser_whatever_it_ends_in(string text, bool isShort) =>
        Assert.Equal(isShort || text.EndsWith('…'), Teaser.Is(text, isShort ? 800 : 1));

    [Theory]
    // An ellipsis, in the brackets and before the arrows that feeds' software puts there.
    [InlineData("The ministry said on Tuesday that…", true)]
    [InlineData("The ministry said on Tuesday that...", true)]
    [InlineData("The ministry said on Tuesday that […]", true)]
    [InlineData("The ministry said on Tuesday that [...] →", true)]
    // The name of the link to the rest, alone or behind the text, in languages that the bot reads.
    [InlineData("The ministry said so.\n\nRead more", true)]
    [InlineData("The ministry said so. Read More »", true)]
    [InlineData("The ministry said so.\n\nContinue reading Airstrike hits depot", true)]
    [InlineData("Das Ministerium sagte es. Weiterlesen", true)]
    [InlineData("Le ministère l'a dit. Lire la suite", true)]
    [InlineData("El ministerio lo dijo. Leer más", true)]
    [InlineData("قالت الوزارة ذلك. اقرأ المزيد", true)]
    [InlineData("وزارت گفت. ادامه مطلب", true)]
    // A whole article: a link to another one stands beside it, or the words are part of a sentence.
    [InlineData("The ministry said so.\n\nRead more: What we know about the depot", false)]
    [InlineData("He said that he would read more books.", false)]
    [InlineData("“And then…”", false)]
    [InlineData("The ministry said so.", false)]
    public void The_end_of_a_long_text_tells_whether_it_is_cut_off(string text, bool isTeaser) => Assert.Equal(isTeaser, Teaser.Is(text, shorterThan: 1));

    [Theory]
    [InlineData("https://wire.example/a/1", "https://wire.example/a/1", "Airstrike hits depot near Kirkuk", Story, nameof(FullerText.Found))]
    // A tracker's link, a mobile page: another address, the same story.
    [InlineData("https://feeds.example/r?id=7", "https://wire.example/a/1", "Depot near Kirkuk hit by airstrike", Story, nameof(FullerText.Found))]
    [InlineData("https://wire.example/a/1", "https://m.wire.example/a/1", "", Story, nameof(FullerText.Found))]
    // A front page and a section list the story, perhaps with all of its words.
    [InlineData("https://wire.example/a/1", "https://wire.example/", "Example Wire", Story, nameof(FullerText.NotTheArticle))]
    [InlineData("https://wire.example/a/1", "https://wire.example/a", "World", Story, nameof(FullerText.NotTheArticle))]
    [InlineData("https://wire.example/a/1", "https://wire.example/latest", "The day in pictures", Story, nameof(FullerText.NotTheArticle))]
    // The title of the story over a text that is something else.
    [InlineData("https://wire.example/a/1", "https://wire.example/a/1", "Airstrike hits depot near Kirkuk", "We and our partners store cookies on your device. Do you accept?", nameof(FullerText.NotTheArticle))]
    [InlineData("https://wire.example/a/1", "https://wire.example/a/1", "Airstrike hits depot near Kirkuk", "", nameof(FullerText.NotTheArticle))]
    [InlineData("https://wire.example/a/1", "https://wire.example/a/1", "", "Airstrike hits depot near Kirkuk", nameof(FullerText.NotTheArticle))]
    [InlineData("https://wire.example/a/1", "https://wire.example/a/1", "", "An airstrike hit a depot near Kirkuk.", nameof(FullerText.SaysNoMore))]
    [InlineData("https://wire.example/a/1", "https://wire.example/a/1", "", "The depot.", nameof(FullerText.SaysNoMore))]
    [InlineData("https://wire.example/a/1", "https://wire.example/a/1", "", "Not found, sorry.", nameof(FullerText.NotTheArticle))]
    public void A_page_s_text_counts_where_it_is_the_article_s(string asked, string answered, string title, string text, string verdict) =>
        Assert.Equal(verdict, Judge("Airstrike hits depot near Kirkuk", "An airstrike hit an empty depot near Kirkuk…", asked, answered, title, text).GetType().Name);

    [Fact]
    public void Where_no_spaces_part_the_words_their_letters_are_held_against_each_other()
    {
        const string story = "武汉的医生周二表示，医院已经恢复正常运营。这座城市的居民感谢他们的努力工作和奉献精神。";

        Assert.IsType<FullerText.Found>(Judge("武汉医院恢复正常运营", "", "https://a.example/1", "https://a.example/1", "", story));
        Assert.IsType<FullerText.NotTheArticle>(Judge("伊拉克北部发生空袭事件", "", "https://a.example/1", "https://a.example/1", "", story));
    }

    [Theory]
    [InlineData("키르쿠크 공습으로 창고 파괴", "키르쿠크 인근의 빈 창고가 화요일 공습으로 파괴됐다고 국방부가 밝혔다. 다친 사람은 없었다.", true)]
    [InlineData("키르쿠크 공습으로 창고 파괴", "저희는 쿠키를 사용합니다. 동의하십니까? 자세한 내용은 설정에서 볼 수 있습니다.", false)]
    [InlineData("ICE in LA", "Agents of ICE came to LA on Tuesday, the mayor said, and went again.", true)]
    [InlineData("غارة جوية على مستودع قرب كركوك", "أصابت غارة جوية مستودعا فارغا قرب كركوك يوم الثلاثاء، وقالت الوزارة إن أحدا لم يصب بأذى.", true)]
    public void Short_words_count_where_there_are_no_long_ones(string headline, string text, bool isFound) =>
        Assert.Equal(isFound, Judge(headline, "", "https://a.example/1", "https://a.example/1", "", text) is FullerText.Found);

    [Fact]
    public void A_megabyte_of_other_words_is_not_the_article()
    {
        var text = string.Join(' ', Enumerable.Range(0, 150_000).Select(i => $"word{i}"));

        Assert.IsType<FullerText.NotTheArticle>(Judge("Airstrike hits depot near Kirkuk", "", "https://a.example/1", "https://a.example/1", "", text));
    }

    [Fact]
    public void The_feed_s_own_words_stay_beside_the_page_s()
    {
        var found = Assert.IsType<FullerText.Found>(Judge(
            "Airstrike hits depot near Kirkuk", "Thunder over Kirkuk: an airstrike hits a depot…", "https://a.example/1", "https://a.example/1", "", Story));

        Assert.Equal((Story, "Thunder over Kirkuk: an airstrike hits a depot…"), (found.Article.Text, found.Article.FeedText));
        Assert.Equal([Story, "Thunder over Kirkuk: an airstrike hits a depot…"], found.Article.Readings.Select(reading => reading.Text));
        Assert.Equal(("A. Writer", "en"), (found.Article.Author, found.Article.Language));
    }

    private static FullerText Judge(string headline, string teaser, string asked, string answered, string title, string text) => FullerText.Of(
        new Article { Key = new ItemKey("1"), Title = headline, Text = teaser, Source = "Example Wire", Published = default },
        new WebPage(title.Length == 0 ? null : title, "A. Writer", null, text, null, "en"),
        new Uri(asked), new Uri(answered));
}
