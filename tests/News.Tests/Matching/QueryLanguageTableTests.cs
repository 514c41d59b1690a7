using News.Matching;

namespace News.Tests.Matching;

public sealed class QueryLanguageTableTests
{
    public static IEnumerable<object[]> Cases => OperatorCases.All.Concat(NameCases.All);

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_query_meets_what_a_person_meant(string query, string text, string words, string rules, string why)
    {
        if (words == "!")
        {
            Assert.IsType<QueryReading.Wrong>(Query.Parse(query, NameCases.Book));
            return;
        }

        MatchingTableTests.AssertMeets(Queries.Of(query, NameCases.Book), text, words, rules, why);
    }

    [Theory]
    [InlineData("lang:Arabic", null, "أعلنت وزارة الخارجية العراقية في بيان لها اليوم", true)]
    [InlineData("lang:ar", "en-us", "أعلنت وزارة الخارجية العراقية في بيان لها اليوم", true)]
    [InlineData("lang:ar", "ar-IQ", "أعلنت وزارة الخارجية العراقية في بيان لها اليوم", true)]
    [InlineData("lang:en", "en-us", "أعلنت وزارة الخارجية العراقية في بيان لها اليوم", false)]
    [InlineData("lang:ar", "es-AR", "El gobierno de la provincia dijo que no hay más datos sobre el caso.", false)]
    [InlineData("lang:Spanish", "es-AR", "El gobierno de la provincia dijo que no hay más datos sobre el caso.", true)]
    [InlineData("lang:es-AR", "es-AR", "El gobierno de la provincia dijo que no hay más datos sobre el caso.", true)]
    [InlineData("lang:zh-TW", "zh-Hant-TW", "總統府表示這是一場會議", true)]
    [InlineData("lang:zh-TW", "zh-TW", "總統府表示這是一場會議", true)]
    [InlineData("lang:zh-TW", "zh-Hans-CN", "总统府表示这是一场会议", false)]
    [InlineData("lang:zh-Hant", "zh-Hant-TW", "總統府表示這是一場會議", true)]
    [InlineData("lang:zh-Hans-TW", "zh-TW", "總統府表示這是一場會議", false)]
    [InlineData("lang:sr-RS", "sr-Latn-RS", "Vlada je rekla da nema novih podataka o tom slučaju.", true)]
    [InlineData("lang:de", "en-DE", "The government of the state said there is no more to tell of the case.", false)]
    [InlineData("lang:is", null, "The government of the state said it is so, and is not to be told of the case.", false)]
    [InlineData("lang:fa", null, "دولت ایران گفت که این گزارش‌ها را تکذیب می‌کند و چنین چیزی نیست", true)]
    public void A_language_is_that_of_the_feed_unless_the_text_is_clearly_in_another(string query, string? language, string text, bool meets)
    {
        Assert.Equal(meets, !Queries.Of(query).Match(Articles.Of(text) with { Title = "", Language = language }).IsEmpty);
    }

    [Fact]
    public void All_queries_compiled_into_one_meet_what_each_meets_alone()
    {
        MatchingTableTests.AssertMeetTheSameTogether(
            [.. Cases.Where(row => (string)row[2] != "!").Select(row => (Queries.Of((string)row[0], NameCases.Book), Articles.Of((string)row[1])))]);
    }

    [Fact]
    public void A_verdict_holds_where_the_query_matches_and_says_the_same_of_it()
    {
        foreach (var row in Cases.Where(row => (string)row[2] != "!"))
        {
            var (query, article) = (Queries.Of((string)row[0], NameCases.Book), Articles.Of((string)row[1]));

            var verdict = query.Judge(article);

            Assert.Equal((string)row[2] != "-", verdict.Holds);
            Assert.Equal(verdict.Holds, verdict.Failing.IsEmpty);
            if (verdict.Holds)
                Assert.Equal(query.Match(article).AsEnumerable(), verdict.Met);
        }
    }
}
