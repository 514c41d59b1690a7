using System.CommandLine;
using System.Text;
using System.Text.Json;
using Bot.Verbs;

namespace Bot.Tests.Verbs;

/// <summary>The verbs as a shell sees them: what goes in, what comes out, and with which exit code.</summary>
public sealed class VerbTests
{
    private const string Text = "😀😀 The strike hit Basra. “We saw smoke 😀,” said Jane Doe, a spokeswoman. “It was loud,” she added.";

    [Theory]
    [InlineData("""{"id":7,"title":"Iraq","text":"x"}""", """{"id":7,"matched":true,"terms":[{"term":"Iraq","field":"title","text":"Iraq","start":0,"rule":"exact"}]}""")]
    [InlineData("""{"id":"a","text":"😀 Iraq","odd":[1,{"b":null}]}""", """{"id":"a","matched":true,"terms":[{"term":"Iraq","field":"text","text":"Iraq","start":3,"rule":"exact"}]}""")]
    [InlineData("""{"id":"a","title":null,"text":"none","language":null}""", """{"id":"a","matched":false,"terms":[]}""")]
    [InlineData("""{"text":"none"}""", """{"id":null,"matched":false,"terms":[]}""")]
    [InlineData("""{"id":"a","text":"none","published":"yesterday"}""", """{"id":"a","matched":false,"terms":[]}""")]
    [InlineData("""{"id":"a","text":"none","published":1772370300}""", """{"id":"a","matched":false,"terms":[]}""")]
    public void Match_answers_line_by_line(string line, string answer)
    {
        var run = Run(line, "match", "--query", "Iraq", "--jsonl");

        Assert.Equal((0, answer + "\n", ""), run);
    }

    [Theory]
    [InlineData("@irgc", "IRGC")]
    [InlineData("@irgc NEAR/2 drone", "IRGC, drone")]
    [InlineData("author:Doe category:world", "Doe, World")]
    [InlineData("/irg[ck]/", "IRGC")]
    public void Match_takes_the_whole_query_language(string query, string words)
    {
        var run = Run("""{"id":1,"text":"An IRGC drone","author":"Jane Doe","categories":["World"]}""", "match", "--query", query, "--jsonl");

        Assert.Equal((0, ""), (run.Exit, run.Error));
        using var answer = JsonDocument.Parse(run.Output);
        Assert.Equal(words, string.Join(", ", answer.RootElement.GetProperty("terms").EnumerateArray().Select(term => term.GetProperty("text").GetString())));
    }

    [Theory]
    [InlineData("not json", "line 2: is no JSON, from byte 1 on")]
    [InlineData("""{"id":"a","text":""", "line 2: is no JSON, from byte 17 on")]
    [InlineData("[1]", "line 2: is no JSON object")]
    [InlineData("null", "line 2: is null, not a JSON object")]
    [InlineData("""{"id":"a","text":5}""", "line 2: is no such JSON object: \"text\" can't be read, at byte 18")]
    [InlineData("""{"id":"a"}""", "line 2: has no \"text\"")]
    [InlineData("""{"id":"a","text":null}""", "line 2: has no \"text\"")]
    [InlineData("5", "line 2: is no JSON object")]
    [InlineData("\"text\"", "line 2: is no JSON object")]
    [InlineData("""{"id":"a","text":"\ud83d"}""", "line 2: is no such JSON object: \"text\" can't be read, at byte 25")]
    public void A_wrong_line_is_named_and_the_others_are_answered(string wrong, string told)
    {
        var (exit, output, error) = Run($$"""
            {"id":"1","text":""}{{"\r"}}
            {{wrong}}{{"\r"}}

            {"id":"2","text":""}
            """, "summarize", "--jsonl");

        Assert.Equal(2, exit);
        Assert.Equal("""
            {"id":"1","summary":[],"quotes":[],"corrections":[],"claims":[]}
            {"id":"2","summary":[],"quotes":[],"corrections":[],"claims":[]}

            """, output, ignoreLineEndingDifferences: true);
        Assert.Equal(told, error.TrimEnd());
    }

    [Fact]
    public void A_text_that_is_no_article_is_refused_and_the_others_are_answered()
    {
        var (exit, output, error) = Run(
            string.Join('\n', JsonSerializer.Serialize(new { id = 1, text = new string('x', 10 << 20) }), JsonSerializer.Serialize(new { id = 2, text = "" })), "summarize", "--jsonl");

        Assert.Equal(2, exit);
        Assert.Equal("{\"id\":2,\"summary\":[],\"quotes\":[],\"corrections\":[],\"claims\":[]}\n", output);
        Assert.Equal("line 1: is too long: its text has 10,485,760 characters, and no article more than 4,000,000\n", error);
    }

    [Fact]
    public void Summarize_gives_every_name_of_the_contract_and_null_for_what_is_unknown()
    {
        const string Said = "“Nobody has told us anything so far.”\n\nSmoke stood over the town.\n\n“We saw it from here,” said Jane Doe, a spokeswoman.\n\nCorrection: an earlier version of this story misspelled a name.";
        var (_, output, _) = Run(JsonSerializer.Serialize(new { id = "a", text = Said }), "summarize", "--jsonl");

        using var answer = JsonDocument.Parse(output);
        var quotes = answer.RootElement.GetProperty("quotes").EnumerateArray().ToList();
        string[] names = ["text", "start", "end", "kind", "speaker", "role", "speakerMention", "speakerStart", "speakerEnd", "cue", "certainty"];
        Assert.Equal(2, quotes.Count);
        Assert.All(quotes, quote => Assert.Equal(names, quote.EnumerateObject().Select(property => property.Name)));
        Assert.All(quotes, quote => Assert.Equal("full", quote.GetProperty("kind").GetString()));
        Assert.Equal("a spokeswoman", quotes[1].GetProperty("role").GetString());
        Assert.InRange(quotes[1].GetProperty("certainty").GetDouble(), 0.5, 1);
        Assert.All(["speaker", "role", "speakerMention", "speakerStart", "speakerEnd", "cue"], name => Assert.Equal(JsonValueKind.Null, quotes[0].GetProperty(name).ValueKind));
        Assert.Equal("Correction: an earlier version of this story misspelled a name.", Assert.Single(answer.RootElement.GetProperty("corrections").EnumerateArray().ToList()).GetString());
    }

    [Fact]
    public void Offsets_count_UTF16_units_of_the_text_that_went_in()
    {
        var (_, output, _) = Run(JsonSerializer.Serialize(new { id = "a", text = Text }), "summarize", "--jsonl");

        using var answer = JsonDocument.Parse(output);
        var quotes = answer.RootElement.GetProperty("quotes").EnumerateArray().ToList();
        Assert.Equal(2, quotes.Count);
        Assert.All(quotes, quote =>
        {
            Assert.Equal(quote.GetProperty("text").GetString(), Text[Offset(quote, "start")..Offset(quote, "end")]);
            Assert.Equal(quote.GetProperty("speakerMention").GetString(), Text[Offset(quote, "speakerStart")..Offset(quote, "speakerEnd")]);
            Assert.Equal("Jane Doe", quote.GetProperty("speaker").GetString());
        });
        Assert.All(answer.RootElement.GetProperty("summary").EnumerateArray(), sentence =>
            Assert.StartsWith(sentence.GetProperty("text").GetString()!, Text[Offset(sentence, "start")..], StringComparison.Ordinal));
    }

    [Fact]
    public void Match_tells_every_place()
    {
        var text = string.Join(' ', Enumerable.Repeat("Iraqi talks in Iraq.", 20));
        var (_, output, _) = Run(JsonSerializer.Serialize(new { id = "a", title = "Iraq", text }), "match", "--query", "Iraq NOT golf", "--jsonl");

        using var answer = JsonDocument.Parse(output);
        var terms = answer.RootElement.GetProperty("terms").EnumerateArray().ToList();
        Assert.Equal(1 + 2 * 20, terms.Count);
        Assert.All(terms.Where(term => term.GetProperty("field").GetString() == "text"), term =>
            Assert.StartsWith(term.GetProperty("text").GetString()!, text[Offset(term, "start")..], StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("""{"file":"gone.xml"}""", "gone.xml")]
    [InlineData("""{"file":""}""", "")]
    public void Parse_says_in_its_line_which_file_it_could_not_read(string line, string file)
    {
        var (exit, output, error) = Run(line, "parse", "--jsonl");

        Assert.Equal(2, exit);
        using var answer = JsonDocument.Parse(output);
        Assert.Equal(file, answer.RootElement.GetProperty("file").GetString());
        Assert.NotEmpty(answer.RootElement.GetProperty("error").GetString()!);
        Assert.StartsWith("line 1: can't be read: ", error, StringComparison.Ordinal);
    }

    [Fact]
    public void Parse_without_a_file_says_so()
    {
        var run = Run("""{"contentType":"text/xml"}""", "parse", "--jsonl");

        Assert.Equal((2, "", "line 1: has no \"file\"\n"), run);
    }

    [Fact]
    public void A_missing_file_is_named_and_the_next_one_read()
    {
        var present = Path.GetTempFileName();
        try
        {
            File.WriteAllText(present, """{"version":"https://jsonfeed.org/version/1.1","title":"T","items":[]}""");
            var (exit, output, error) = Run("", "parse", "gone.xml", present);

            Assert.Equal(2, exit);
            var lines = output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
            Assert.Equal(2, lines.Length);
            Assert.StartsWith("""{"file":"gone.xml","error":""", lines[0], StringComparison.Ordinal);
            Assert.Contains("\"format\":\"json\"", lines[1], StringComparison.Ordinal);
            Assert.StartsWith("gone.xml: can't be read: ", error, StringComparison.Ordinal);
        }
        finally
        {
            File.Delete(present);
        }
    }

    [Theory]
    [InlineData("summarize")]
    [InlineData("article")]
    public void Only_parse_puts_an_error_among_the_results(string verb)
    {
        var (exit, output, error) = Run("", verb, "gone.txt");

        Assert.Equal((2, ""), (exit, output));
        Assert.StartsWith("gone.txt: can't be read: ", error, StringComparison.Ordinal);
    }

    [Fact]
    public void Cluster_puts_one_link_and_one_title_into_one_story()
    {
        var run = Run("""
            {"id":1,"title":"Strike hits Basra port","text":"x","url":"https://a.example/1?utm_source=rss","published":"2026-03-01T14:05:00"}
            {"id":2,"title":"Strike hits Basra port","text":"y","url":"https://b.example/2","published":"Sun, 01 Mar 2026 15:05:00 GMT"}
            {"id":3,"title":"Rain in Mosul","text":"z","url":"","published":""}
            """, "cluster");

        Assert.Equal((0, """
            {"id":1,"story":"s1"}
            {"id":2,"story":"s1"}
            {"id":3,"story":"s2"}

            """.ReplaceLineEndings("\n"), ""), run);
    }

    [Fact]
    public void Article_takes_a_page_without_an_address()
    {
        var (exit, output, _) = Run("""{"id":"a","html":"<title>T</title><p>One sentence.</p>","url":""}""", "article", "--jsonl");

        Assert.Equal(0, exit);
        Assert.Contains("\"canonicalUrl\":null", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<meta charset=\"windows-1252\">")]
    [InlineData("<meta http-equiv='Content-Type' content='text/html; charset=ISO-8859-1'>")]
    [InlineData("")]
    public void Article_reads_a_page_in_the_encoding_that_it_names(string meta)
    {
        var page = Path.GetTempFileName();
        try
        {
            File.WriteAllBytes(page, Encoding.Latin1.GetBytes($"<html><head>{meta}<title>Café opens</title></head><body><p>The café opened.</p></body></html>"));

            var (exit, output, _) = Run("", "article", page);

            Assert.Equal(0, exit);
            Assert.Contains("\"title\":\"Café opens\"", output, StringComparison.Ordinal);
            Assert.Contains("The café opened.", output, StringComparison.Ordinal);
        }
        finally
        {
            File.Delete(page);
        }
    }

    private static int Offset(JsonElement element, string name) => element.GetProperty(name).GetInt32();

    internal static (int Exit, string Output, string Error) Run(string input, params string[] arguments)
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter { NewLine = "\n" };
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(input));
        var root = new RootCommand();
        foreach (var verb in VerbCommands.All(new Streams(stream, output, error)))
            root.Subcommands.Add(verb);
        var exit = root.Parse(arguments, VerbCommands.Parsing).Invoke();
        return (exit, output.ToString(), error.ToString());
    }
}
