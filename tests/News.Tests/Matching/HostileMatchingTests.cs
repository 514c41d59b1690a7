using News.Articles;
using News.Matching;

namespace News.Tests.Matching;

/// <summary>Whatever is written in a feed or a query, it ends with a result or an error at a place. Named, because a runner takes minutes over a megabyte as an argument.</summary>
public sealed class HostileMatchingTests
{
    private const int Length = 1_000_000;

    /// <summary>Work that never ends, or grows with the square of the text, is told in its place instead of holding up all tests. No measure of anything else.</summary>
    private static readonly TimeSpan Forever = TimeSpan.FromMinutes(10);

    private static readonly Dictionary<string, Func<string>> Texts = new()
    {
        ["no space"] = () => new string('a', Length),
        ["accents on one letter"] = () => "a" + new string('\u0301', Length),
        ["parentheses"] = () => new string('(', Length),
        ["quotation marks"] = () => new string('"', Length),
        ["opening quotation marks, each with a word"] = () => Repeat("“a "),
        ["quotations that somebody said"] = () => Repeat("“We strike,” said John Doe. "),
        ["right-to-left overrides"] = () => Repeat("\u202eqarI\u202c "),
        ["lone surrogates"] = () => Repeat("\ud800a\udc00 "),
        ["zero-width joiners"] = () => Repeat("a\u200d"),
        ["words of one letter"] = () => Repeat("a "),
        ["sentences of one word"] = () => Repeat("Strike. "),
        ["emoji of many parts"] = () => Repeat("👩‍👩‍👧‍👦"),
        ["NUL"] = () => new string('\0', Length),
        ["a regular expression's worst case"] = () => new string('a', Length - 1) + "!",
        ["entities nested as XML bombs are"] = () => Repeat("&lol9;&lol9;"),
        ["Han"] = () => new string('伊', Length),
        ["combining Arabic"] = () => Repeat("ا\u064b\u0651"),
    };

    private static readonly Dictionary<string, Func<string>> QueryTexts = new()
    {
        ["10,000 parentheses"] = () => new string('(', 10_000) + "a" + new string(')', 10_000),
        ["parentheses as many as are read"] = () => new string('(', Query.LongestText),
        ["1 MB of a letter"] = () => new string('a', Length),
        ["1 MB of OR"] = () => Repeat("a OR "),
        ["NOT and NOT"] = () => Repeat("NOT ")[..Query.LongestText],
        ["stars"] = () => new string('*', 1_000),
        ["NEAR and NEAR"] = () => string.Join(" NEAR/9 ", Enumerable.Repeat("a", 150)),
        ["NEAR without end"] = () => "a NEAR/99999999999999999999 b",
        ["an expression that runs away"] = () => "/(a+)+$/ a",
        ["an expression of expressions"] = () => "/" + new string('(', 1_000) + "a" + new string(')', 1_000) + "/ a",
        ["an expression that grows"] = () => "/((a{1,99}){1,99}){1,99}/ a",
        ["an expression that never ends"] = () => "/a",
        ["an entity of nothing"] = () => "@",
        ["fields of fields"] = () => string.Concat(Enumerable.Repeat("title:", 600)) + "a",
        ["lone surrogates"] = () => string.Concat(Enumerable.Repeat("\ud800 \udc00 ", 50)),
        ["accents"] = () => "a" + new string('\u0301', Query.LongestText - 1),
        ["NUL"] = () => "a\0b \0",
        ["a right-to-left override"] = () => "\u202e) AND (a",
    };

    /// <summary>Kinds of the Big List of Naughty Strings (minimaxir/big-list-of-naughty-strings).</summary>
    private static readonly string[] NaughtyStrings =
    [
        "undefined", "null", "\\", "\\\\", "1.00", "$1.00", "-1", "1/0", "NaN", "0x0", "1,000,000.00", "01000", ",./;'[]\\-=", "<>?:\"{}|_+", "!@#$%^&*()`~",
        "\u0001\u0002\u0003\u001f\u007f", "\u0080\u0085\u009f", "\t\u000b\f \u0085\u00a0\u1680\u2002\u2028\u3000", "\u00ad\u0600\u061c\u06dd\u070f\u180e\u200b\ufeff",
        "\ufffe", "Ω≈ç√∫˜µ≤≥÷", "ЁЂЃЄЅ", "٠١٢٣٤٥٦٧٨٩", "ด้้้้้็็็็็้้้้้็็็็็", "'", "\"", "''", "\"\"", "'\"'", "“a„", "社會科學院語學研究所", "Ⱥ", "(｡◕ ∀ ◕｡)", "😍", "🏳️‍🌈", "🇺🇸🇷",
        "１２３", "בְּרֵאשִׁית", "הָיְתָה", "﷽", "مُنَاقَشَةُ", "\u202a\u202atest\u202a", "\u2066test\u2067", "Ṱ̺̺̕o͞ ̷i̲̬͇̪͙n̝̗͕v̟̜̘̦͟o̶̙̰̠kè͚̮̺̪̹̱̤", "˙ɐnbᴉlɐ", "Ｔｈｅ", "𝐓𝐡𝐞", "⒯⒣⒠",
        "<script>alert(0)</script>", "'; DROP TABLE users; --", "$(touch /tmp/x)", "%s%n", "{0}", "../../etc/passwd", "() { 0; }; a", "File:///", "İ", "ı", "ß", "ﬀ", "Powerلُلُصّبُلُلصّبُررً ॣ ॣh ॣ ॣ冗", "=", "=\"", "=*", "/", "//", "/*/", "@", "@@", ":", "a:", ":a", "lang:", "lang:*",
        "quote:\"", "speaker:(", "NEAR", "NEAR/", "a NEAR/", "a NEAR/0 b", "a NEAR/s", "a NEAR/8 NOT b", "NOT", "AND AND", "OR", ")", "()", "( )", "a(", "a)b",
    ];

    public static TheoryData<string> TextNames => [.. Texts.Keys];

    public static TheoryData<string> QueryNames => [.. QueryTexts.Keys];

    [Theory]
    [MemberData(nameof(TextNames))]
    public async Task A_hostile_text_is_read_to_its_end(string name)
    {
        var query = Queries.Of("\"Clashes in Iraq\" AND ((strik* NEAR/8 a) OR a NEAR/s doe OR quote:strike OR speaker:doe OR /(a|b)+c/ OR @irgc OR Iraq)");
        var text = Texts[name]();

        var terms = await ToItsEnd(() => query.Match(Articles.Of(text + "‖" + text + "\n\nClashes in Iraq.")));

        Assert.Contains(terms, term => term.Text == "Clashes in Iraq");
    }

    [Theory]
    [MemberData(nameof(TextNames))]
    public async Task A_hostile_text_can_be_tried_and_judged(string name)
    {
        var query = Queries.Of("Irbil \"oil field\" title:drone NOT xyzzy");
        var article = Articles.Of(Texts[name]());

        var report = await ToItsEnd(() =>
        {
            var trial = new QueryTrial(query);
            trial.Read(article, new News.Stories.StoryId(1));
            return trial.Report(DateTimeOffset.MinValue, DateTimeOffset.MaxValue);
        });

        Assert.Equal((1, 0, 4), (report.Articles, report.Stories, report.Unmet.Length));
        Assert.Contains(await ToItsEnd(() => LanguageGuess.Of(article)), (string?[])["en-GB", "ar", "zh", null]);
    }

    [Fact]
    public async Task A_hundred_thousand_categories_are_read()
    {
        var article = Articles.Of("-") with { Categories = [.. Enumerable.Range(0, 100_000).Select(i => "category " + i)] };

        var terms = await ToItsEnd(() => Queries.Of("category:\"category 99999\"").Match(article));

        Assert.Equal("category 99999", Assert.Single(terms).Text);
    }

    [Fact]
    public async Task Two_hundred_words_that_all_stand_everywhere_are_looked_for()
    {
        var query = Queries.Of(string.Join(' ', Enumerable.Range(0, 200).Select(i => $"w{i % 20}")));
        var text = string.Join(' ', Enumerable.Range(0, 200_000).Select(i => $"w{i % 20}"));

        Assert.NotEmpty(await ToItsEnd(() => query.Match(Articles.Of(text))));
    }

    /// <summary>A place takes some sixty bytes: bytes tell how many places were looked at, on any machine.</summary>
    [Theory]
    [InlineData("(a NEAR/100 a NEAR/100 a NEAR/100 a NEAR/100 a NEAR/100 a NEAR/100 a NEAR/100 a NEAR/100 a)", " OR ", "chains")]
    [InlineData("(a NEAR/s a NEAR/s a NEAR/s a NEAR/s a NEAR/s a NEAR/s a NEAR/s a NEAR/s a)", " AND ", "chains that are all asked")]
    [InlineData("(quote:(a NEAR/s a) OR speaker:(a NEAR/3 a))", " OR ", "what stands a hundred thousand times, only elsewhere")]
    public async Task Hostile_queries_look_at_a_bounded_number_of_places(string part, string between, string why)
    {
        var query = Queries.Of(string.Join(between, Enumerable.Repeat(part, 22)));
        var article = Articles.Of(Repeat("a "));

        var allocated = await ToItsEnd(() =>
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            _ = query.Match(article);
            _ = query.Judge(article);
            return GC.GetAllocatedBytesForCurrentThread() - before;
        });

        Assert.True(allocated < 600_000_000, $"{why}: {allocated:N0}");
    }

    [Theory]
    [MemberData(nameof(QueryNames))]
    public async Task A_hostile_query_is_read_or_refused_at_a_place_inside_it(string name)
    {
        var query = QueryTexts[name]();

        AssertReadOrRefused(query, await ToItsEnd(() => Query.Parse(query)));
    }

    [Fact]
    public void A_naughty_string_is_read_or_refused_alone_and_within_a_query()
    {
        foreach (var naughty in NaughtyStrings)
        {
            foreach (var query in new[] { naughty, $"\"{naughty}\"", $"={naughty}", $"{naughty}*", $"title:{naughty}", $"a NEAR/3 {naughty}", $"({naughty}) OR a", $"/{naughty}/", $"@{naughty}" })
                AssertReadOrRefused(query, Query.Parse(query));
        }
    }

    [Fact]
    public void A_naughty_string_that_is_a_word_meets_itself()
    {
        var met = 0;
        foreach (var naughty in NaughtyStrings.Where(text => !text.AsSpan().ContainsAny('"', '“', '„')))
        {
            if (Query.Parse($"\"{naughty}\"") is not QueryReading.Read read)
                continue;
            Assert.True(!read.Query.Match(Articles.Of($"Before {naughty} after")).IsEmpty, naughty);
            met++;
        }

        Assert.True(met > 40, $"{met}");
    }

    private static void AssertReadOrRefused(string query, QueryReading reading)
    {
        if (reading is not QueryReading.Wrong wrong)
        {
            Assert.IsType<QueryReading.Read>(reading);
            return;
        }

        Assert.InRange(wrong.Error.Position, 0, query.Length);
        Assert.NotEmpty(wrong.Error.Message);
        var lines = wrong.Error.Pointer(query).Split('\n');
        Assert.Equal(2, lines.Length);
        Assert.Equal("^", lines[1].Trim());
        Assert.True(lines[0].Length <= 130, $"{lines[0].Length}");
    }

    private static Task<T> ToItsEnd<T>(Func<T> work) => Task.Run(work).WaitAsync(Forever);

    private static string Repeat(string part) => string.Concat(Enumerable.Repeat(part, Length / part.Length));
}
