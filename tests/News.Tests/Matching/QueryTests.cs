using News.Matching;

namespace News.Tests.Matching;

public sealed class QueryTests
{
    [Theory]
    [InlineData("", 0, "at least one word")]
    [InlineData("   ", 0, "at least one word")]
    [InlineData("Iraq AND", 8, "After AND a word")]
    [InlineData("Iraq OR ", 8, "After OR a word")]
    [InlineData("NOT", 3, "After NOT a word")]
    [InlineData("AND Iraq", 0, "At the beginning a word")]
    [InlineData("Iraq AND OR Iran", 9, "not OR")]
    [InlineData("(Iraq", 0, "no ) after it")]
    [InlineData("Iraq)", 4, "no ( before it")]
    [InlineData("Iraq ()", 6, "a word, a \"phrase\" or a ( is expected, not a )")]
    [InlineData("\"Iraq", 0, "no other closes")]
    [InlineData("drone”", 5, "closes a phrase that no other opens")]
    [InlineData("drone\"", 5, "closes a phrase that no other opens")]
    [InlineData("drone \"", 6, "opens a phrase that no other closes")]
    [InlineData("title:“drone", 6, "opens a phrase that no other closes")]
    [InlineData("title:title:x", 6, "can't stand in another")]
    [InlineData("title: source:x", 7, "can't stand in another")]
    [InlineData("drone~2", 0, "not misspelt")]
    [InlineData("drone~", 0, "not misspelt")]
    [InlineData("drone^2", 0, "weighs more")]
    [InlineData("title=drone", 0, "a colon is expected, as in: title:drone")]
    [InlineData("Iraq Title=", 5, "a colon is expected")]
    [InlineData("Iraq \"\"", 5, "a word between its marks")]
    [InlineData("NOT Iraq", 0, "every article")]
    [InlineData("Iraq OR NOT Iran", 8, "every article")]
    [InlineData("NOT (Iraq AND Iran)", 0, "every article")]
    [InlineData("Iraq AND !!!", 9, "A letter or a digit")]
    [InlineData("st*", 2, "three letters")]
    [InlineData("*strike", 0, "at a word's end")]
    [InlineData("str*ke", 3, "at a word's end")]
    [InlineData("strike -labor", 7, "write NOT labor")]
    [InlineData("subject:oil", 0, "Did you mean title:?")]
    [InlineData("titel:oil", 0, "Did you mean title:?")]
    [InlineData("Iraq speeker:Doe", 5, "Did you mean speaker:?")]
    [InlineData("colour:oil", 0, "no field called colour")]
    [InlineData("title:", 6, "After title: a word")]
    [InlineData("title:AND", 6, "After title: a word")]
    [InlineData("Iraq && Iran", 5, "write AND")]
    [InlineData("Iraq | Iran", 5, "write OR")]
    public void A_wrong_query_is_told_where_and_what_was_expected(string query, int position, string message)
    {
        var error = Queries.ErrorIn(query);

        Assert.Contains(message, error.Message, StringComparison.Ordinal);
        Assert.Equal(position, error.Position);
    }

    [Theory]
    [InlineData("drone NEAR Iraq", 6, "NEAR/8 is within eight words")]
    [InlineData("drone NEAR/ Iraq", 6, "NEAR/8 is within eight words")]
    [InlineData("NEAR/8 Iraq", 0, "At the beginning a word")]
    [InlineData("drone NEAR/8", 12, "After NEAR/8 a word")]
    [InlineData("drone NEAR/0 Iraq", 6, "1 to 100 words")]
    [InlineData("drone NEAR/1000 Iraq", 6, "1 to 100 words")]
    [InlineData("drone NEAR/99999999999999999999 Iraq", 6, "1 to 100 words")]
    [InlineData("drone NEAR/x Iraq", 6, "a number of words")]
    [InlineData("drone NEAR/-8 Iraq", 6, "a number of words")]
    [InlineData("drone near/8 Iraq", 6, "In capitals NEAR/8")]
    [InlineData("drone Near/s Iraq", 6, "In capitals NEAR/S")]
    [InlineData("a1 NEAR/1 b1 NEAR/1 c1 NEAR/1 d1 NEAR/1 e1 NEAR/1 f1 NEAR/1 g1 NEAR/1 h1 NEAR/1 i1 NEAR/1 j1", 83, "8 times")]
    [InlineData("drone ~8 Iraq", 6, "drone NEAR/8 Iraq")]
    [InlineData("drone NEAR/8 NOT Iraq", 13, "Beside NEAR a word")]
    [InlineData("drone NEAR/8 (Iraq AND Iran)", 13, "Beside NEAR a word")]
    [InlineData("(drone Iraq) NEAR/8 Iran", 0, "Beside NEAR a word")]
    [InlineData("drone NEAR/8 (Iraq OR NOT Iran)", 13, "Beside NEAR a word")]
    [InlineData("drone NEAR/8 NEAR/8 Iraq", 13, "After NEAR/8 a word")]
    [InlineData("drone NEAR/8 AND Iraq", 13, "not AND")]
    public void A_wrong_NEAR_is_told_where_and_what_was_expected(string query, int position, string message) =>
        A_wrong_query_is_told_where_and_what_was_expected(query, position, message);

    [Theory]
    [InlineData("@", 1, "After @ the name of an entity")]
    [InlineData("Iraq AND @ Iran", 10, "After @ the name of an entity")]
    [InlineData("@irqc", 0, "@irgc")]
    [InlineData("drone @irgx", 6, "@irgc")]
    [InlineData("@zzzzzzzzzz", 0, "No entity is called @zzzzzzzzzz")]
    [InlineData("@irgc's", 5, "letters, digits and hyphens")]
    [InlineData("@irgc*", 5, "letters, digits and hyphens")]
    [InlineData("=@irgc", 0, "one of the two")]
    [InlineData("\"the @irgc\"", 5, "outside of the marks")]
    [InlineData("lang:@iraq", 5, "No language is known as @iraq")]
    [InlineData("lang:klingon", 5, "No language is known as klingon")]
    [InlineData("lang:arabc", 5, "Did you mean Arabic?")]
    [InlineData("lang:(en OR klingon)", 12, "No language is known as klingon")]
    [InlineData("lang:/ar/", 6, "After lang: a language")]
    public void A_name_that_nobody_has_is_told_with_the_nearest(string query, int position, string message) =>
        A_wrong_query_is_told_where_and_what_was_expected(query, position, message);

    [Theory]
    [InlineData("/r[ae]gex", 0, "no other closes")]
    [InlineData("Iraq /", 5, "no other closes")]
    [InlineData("//", 0, "something between its slashes")]
    [InlineData("/ /", 0, "something between its slashes")]
    [InlineData("/a/i", 3, "any case")]
    [InlineData("/(a/", 3, "a ( without a )")]
    [InlineData("/a)/", 2, "a ) without a (")]
    [InlineData("Iraq /[a/", 8, "a [ without a ]")]
    [InlineData("/*a/", 1, "repeats what stands before it")]
    [InlineData("/a**/", 3, "side by side")]
    [InlineData("/[z-a]/", 4, "the wrong way round")]
    [InlineData("/a{3,1}/", 6, "the wrong way round")]
    [InlineData("/x*/", 1, "where nothing stands")]
    [InlineData("/\\b/", 1, "where nothing stands")]
    [InlineData("/^/", 1, "where nothing stands")]
    [InlineData("/a|/", 1, "where nothing stands")]
    [InlineData("/ab(?=c)/", 3, "can run away")]
    [InlineData("/(a)b\\1/", 5, "can run away")]
    [InlineData("/(?>a)/", 1, "can run away")]
    [InlineData("/(a{0,99}){0,99}/", 1, "smaller numbers")]
    [InlineData("/((((a{9}){9}){9}){9}){9}b/", 1, "smaller numbers")]
    [InlineData("/a{99999999999}b/", 1, "smaller numbers")]
    [InlineData("/drone.{0,101}Iraq/", 1, "smaller numbers")]
    [InlineData("/(a|b|c)*a(a|b|c){500}z/", 1, "smaller numbers")]
    [InlineData("/(?x)((a{30}) {30})b/", 1, "smaller numbers")]
    [InlineData("/((a{30})(?#often){30})b/", 1, "smaller numbers")]
    [InlineData("NOT /a/", 0, "every article")]
    [InlineData("/a/ /b/ /c/ /d/ /e/ /f/", 21, "5 regular expressions")]
    public void A_wrong_regular_expression_is_told_where_and_what_was_expected(string query, int position, string message) =>
        A_wrong_query_is_told_where_and_what_was_expected(query, position, message);

    [Theory]
    [InlineData("/drone.{0,100}(Iraq|Iran|Syria)/", "the letters around a repetition are none of it")]
    [InlineData("/drone (?:\\w+\\W+){0,50}Iraq/", "signs are no characters")]
    [InlineData("/(Khamenei|Pezeshkian|Araghchi|Ghalibaf|Larijani|Shamkhani|Salami|Hajizadeh|Bagheri|Qaani|Zolghadr|Shekarchi|Vahidi)/", "a long list of names repeats nothing")]
    [InlineData("/(?<what>drone|missile){1,3} \\d{1,3}/", "a group may have a name")]
    public void A_regular_expression_that_people_write_is_understood(string query, string why)
    {
        Assert.True(Query.Parse(query) is QueryReading.Read, why);
    }

    [Fact]
    public void A_caret_stands_under_the_place()
    {
        const string Query = "Iraq AND OR Iran";

        Assert.Equal("Iraq AND OR Iran\n         ^", Queries.ErrorIn(Query).Pointer(Query));
    }

    [Fact]
    public void A_caret_stands_under_the_place_behind_wide_letters_and_accents()
    {
        Assert.Equal("伊拉克 e\u0301 )\n\u3000\u3000\u3000   ^", Queries.ErrorIn("伊拉克 e\u0301 )").Pointer("伊拉克 e\u0301 )"));
    }

    [Fact]
    public void A_long_query_is_drawn_around_the_place_on_one_line()
    {
        var query = string.Join('\n', Enumerable.Repeat("drone", 100)) + " AND ) " + string.Join(' ', Enumerable.Repeat("drone", 100));

        var lines = Queries.ErrorIn(query).Pointer(query).Split('\n');

        Assert.Equal(2, lines.Length);
        Assert.Equal(')', lines[0][lines[1].IndexOf('^', StringComparison.Ordinal)]);
        Assert.StartsWith("…", lines[0], StringComparison.Ordinal);
        Assert.EndsWith("…", lines[0], StringComparison.Ordinal);
    }

    [Fact]
    public void Ten_thousand_parentheses_are_a_clear_error()
    {
        Assert.Contains("50 deep", Queries.ErrorIn(new string('(', 3_999) + "a").Message, StringComparison.Ordinal);
        Assert.Contains("4,000 characters", Queries.ErrorIn(new string('(', 10_000) + "a" + new string(')', 10_000)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Parentheses_may_be_opened_often_when_they_are_closed_again()
    {
        Assert.IsType<QueryReading.Read>(Query.Parse(string.Join(" OR ", Enumerable.Repeat("(a)", 200))));
    }

    [Fact]
    public void Two_hundred_words_are_enough()
    {
        Assert.IsType<QueryReading.Read>(Query.Parse(string.Join(' ', Enumerable.Repeat("a", 200))));
        Assert.Contains("200 words", Queries.ErrorIn(string.Join(' ', Enumerable.Repeat("a", 201))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_phrase_is_no_essay()
    {
        Assert.Contains("40 words", Queries.ErrorIn("\"" + string.Join(' ', Enumerable.Repeat("a", 41)) + "\"").Message, StringComparison.Ordinal);
        Assert.Contains("40 words", Queries.ErrorIn(new string('伊', 3_000)).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("NOT NOT NOT NOT NOT NOT Iraq")]
    [InlineData("\ud800")]
    [InlineData("a\ud800b \udc00")]
    [InlineData("\0\u0001 a")]
    [InlineData("\u202eIraq\u202c")]
    [InlineData("a:b:c:d")]
    [InlineData("((\"a\"\"b\"))")]
    [InlineData("''''''")]
    [InlineData("=\"")]
    [InlineData("=")]
    [InlineData("title:title:title:a")]
    [InlineData("a*b*c*d*")]
    [InlineData("@@@")]
    [InlineData("/\\")]
    [InlineData("/\\/")]
    [InlineData("=/")]
    [InlineData("a NEAR/1 a NEAR/1 a NEAR/s a")]
    [InlineData("（“drone attack” OR ＠irgc） NEAR／8 Iraq")]
    [InlineData("/[/")]
    [InlineData("/(?<x>a)(?<x>b)/")]
    [InlineData("/\\p{IsArabic}+/")]
    [InlineData("/\ud800/")]
    public void Whatever_is_written_is_read_or_refused(string query)
    {
        if (Query.Parse(query) is QueryReading.Wrong wrong)
        {
            Assert.InRange(wrong.Error.Position, 0, query.Length);
            Assert.Contains('^', wrong.Error.Pointer(query));
        }
    }

    /// <summary>Beside every letter that means something, every other.</summary>
    [Fact]
    public void Any_three_signs_are_read_or_refused_at_a_place_inside()
    {
        string[] signs = ["(", ")", "\"", "“", "=", "/", "\\", "@", "*", ":", "title:", "quote:", "lang:", "NOT", "OR", "NEAR", "NEAR/8", "[", "{9}", "-", "–", "a", "é", "伊", "\ud83d", " ", "（", "'"];
        foreach (var one in signs)
        {
            foreach (var two in signs)
            {
                foreach (var query in signs.Select(three => one + two + three).Append(one + " " + two))
                {
                    if (Query.Parse(query) is QueryReading.Wrong wrong)
                    {
                        Assert.InRange(wrong.Error.Position, 0, query.Length);
                        Assert.NotEmpty(wrong.Error.Message);
                        Assert.NotEmpty(wrong.Error.Pointer(query));
                    }
                }
            }
        }
    }

    [Fact]
    public void Any_cut_of_a_query_is_read_or_refused_at_a_place_inside_it()
    {
        const string Whole = "(IRGC OR \"drone attack\") AND title:(Iraq OR =US) NOT strik* source:\"Example Wire\" é\ud83d\ude00 伊拉克 @irgc NEAR/8 (/r[ae]gex/ OR quote:war) lang:ar";
        for (var from = 0; from < Whole.Length; from++)
        {
            for (var to = from; to <= Whole.Length; to++)
            {
                var part = Whole[from..to];
                if (Query.Parse(part) is QueryReading.Wrong wrong)
                {
                    Assert.InRange(wrong.Error.Position, 0, part.Length);
                    Assert.NotEmpty(wrong.Error.Pointer(part));
                }
            }
        }
    }
}
