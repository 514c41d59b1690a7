using System.Diagnostics;
using News.Summaries;
using Xunit.Abstractions;

namespace News.Tests.Summaries;

public sealed class HostileTextTests(ITestOutputHelper output)
{
    /// <summary>Far over what any of these takes, far under what a quadratic search would: no race with the clock.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    [Theory]
    [InlineData("\"")]
    [InlineData("“")]
    [InlineData("“a ")]
    [InlineData("‘a ")]
    [InlineData("a\" ")]
    [InlineData("”“")]
    [InlineData("\n\"")]
    [InlineData("\n\n“a b")]
    [InlineData("(")]
    [InlineData("a")]
    [InlineData("\u202e\u2066\"")]
    [InlineData("Doe said, \"x.\" ")]
    [InlineData("Jane Doe and ")]
    [InlineData("Ali Hassan, ")]
    [InlineData(", said the ")]
    [InlineData("A B said, \"c,\" D E. ")]
    [InlineData("“a” ")]
    [InlineData("Doe Bar (DB) said \"it is so.\" ")]
    [InlineData("He met Ali. ")]
    [InlineData("He said. \"It is.\" ")]
    [InlineData("Al “Bo” ")]
    [InlineData("van der ")]
    [InlineData("''a ")]
    [InlineData("’’")]
    [InlineData("saying “a b c d” ")]
    [InlineData("“Ab” which “c d e f” ")]
    [InlineData("his claim that “a b” as Doe ")]
    [InlineData("«a», dijo ")]
    [InlineData("「あ」と")]
    [InlineData("Doe: “a b c d.”\n\n")]
    public void A_megabyte_of_one_thing_is_read_in_linear_time(string bomb)
    {
        var text = string.Concat(Enumerable.Repeat(bomb, 1_000_000 / bomb.Length));
        var watch = Stopwatch.StartNew();

        var summary = Summarizer.Summarize("A headline", text);

        output.WriteLine($"{watch.ElapsedMilliseconds} ms, {summary.Quotes.Length} quotes");
        Assert.True(watch.Elapsed < Patience);
        Assert.All(summary.Quotes, quote => Assert.Equal(text[quote.Start..quote.End], quote.Text));
    }

    [Fact]
    public void Ten_thousand_speakers_are_told_apart_in_linear_time()
    {
        var text = string.Join("\n\n", Enumerable.Range(0, 10_000).Select(i => $"{Name(i)}, a lawyer, came. “We saw it,” he said. “We did,” said the lawyer. {Name(i + 1)} left."));
        var watch = Stopwatch.StartNew();

        var summary = Summarizer.Summarize("A headline", text);

        output.WriteLine($"{watch.ElapsedMilliseconds} ms, {summary.Quotes.Length} quotes");
        Assert.True(watch.Elapsed < Patience);
        Assert.Equal(20_000, summary.Quotes.Length);

        static string Name(int i) => $"{(char)('A' + (i % 26))}{(char)('a' + (i / 26 % 26))}ra {(char)('B' + (i % 20))}e{(char)('a' + (i / 20 % 26))}t{(char)('a' + (i / 520 % 26))}";
    }

    [Fact]
    public void An_unpaired_mark_swallows_nothing()
    {
        const string text = "The army moved on. \"We came, she said and left.\n\nNobody followed them. The bridge was empty.\n\n\"It was quiet,\" Jane Doe said.";

        Assert.Equal("It was quiet,", Assert.Single(Summarizer.Summarize(null, text).Quotes).Text);
    }

    [Theory]
    [InlineData("quotes-gum.jsonl")]
    [InlineData("quotes-cases.jsonl")]
    [InlineData("sentences-golden-rules.jsonl")]
    public void What_is_shown_stands_in_the_text(string file)
    {
        var sample = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Summaries", "Samples", "all-the-habits.txt"));
        var texts = (SharedData.TryRead(file) ?? []).Select(item => item.GetProperty("text").GetString()!).Append(sample).ToList();
        output.WriteLine($"{texts.Count} texts");
        foreach (var text in texts.Concat(texts.Select(text => text.Replace('"', '“'))).Concat(texts.Select(text => text.Replace(' ', '\n'))))
        {
            var summary = Summarizer.Summarize(null, text);
            Assert.All(summary.Quotes, quote => Assert.Equal(text[quote.Start..quote.End], quote.Text));
            Assert.All(summary.Quotes, quote => Assert.True(quote.Mention is not { } mention || text[mention.Start..mention.End] == mention.Text));
            Assert.All(summary.Sentences, sentence => Assert.Equal(text.Substring(sentence.Start, sentence.Text.Length), sentence.Text));
            Assert.All(summary.Corrections, correction => Assert.Contains(correction, text, StringComparison.Ordinal));
            Assert.All(Sentences.Split(text), range => Assert.True(range.Start >= 0 && range.End <= text.Length && range.Length > 0));
        }
    }
}
