using System.Globalization;
using System.Text;
using System.Text.Json;
using News.Summaries;
using Xunit.Abstractions;

namespace News.Tests.Summaries;

/// <summary>
/// Scores quotations, speakers and sentences on the development data and holds them above what has been reached.
/// `dotnet test tests/News.Tests --filter QuoteScore --logger "console;verbosity=detailed"` prints the figures and the errors.
/// </summary>
public sealed class QuoteScore(ITestOutputHelper output)
{
    [Fact]
    public void Quotations_and_speakers_of_the_annotated_articles()
    {
        if (SharedData.TryRead("quotes-gum.jsonl") is not { } articles)
        {
            output.WriteLine("Skipped: quotes-gum.jsonl is not at hand.");
            return;
        }

        var score = new Score(output, byMention: false);
        foreach (var article in articles) score.Add(article.GetProperty("id").GetString()!, article);
        score.Print();
        Assert.True(score.F1 >= 0.97, "quotes F1");
        Assert.True(score.RightAmongAnswered >= 0.95, "right among answered");
        Assert.True(score.RightAmongAll >= 0.90, "right among all");
    }

    [Fact]
    public void Quotations_and_speakers_of_the_short_cases()
    {
        if (SharedData.TryRead("quotes-cases.jsonl") is not { } cases)
        {
            output.WriteLine("Skipped: quotes-cases.jsonl is not at hand.");
            return;
        }

        var score = new Score(output, byMention: true);
        foreach (var item in cases) score.Add(item.GetProperty("text").GetString()!, item);
        score.Print();
        Assert.True(score.F1 >= 0.98, "quotes F1");
        Assert.True(score.RightAmongAnswered >= 0.98, "right among answered");
        Assert.True(score.RightAmongAll >= 0.95, "right among all");
    }

    [Fact]
    public void Sentences_of_the_golden_rules()
    {
        if (SharedData.TryRead("sentences-golden-rules.jsonl") is not { } rules)
        {
            output.WriteLine("Skipped: sentences-golden-rules.jsonl is not at hand.");
            return;
        }

        var right = 0;
        foreach (var rule in rules)
        {
            var text = rule.GetProperty("text").GetString()!;
            var wanted = rule.GetProperty("sentences").EnumerateArray().Select(sentence => sentence.GetString()).ToArray();
            var got = Sentences.Split(text).Select(range => range.Of(text).ToString()).ToArray();
            if (wanted.SequenceEqual(got)) right++;
            else output.WriteLine($"{text}\n    got: {string.Join(" | ", got)}");
        }

        output.WriteLine($"golden rules: {right} of {rules.Count}");
        Assert.True(right >= rules.Count * 0.95, "golden rules");
    }

    private sealed class Score(ITestOutputHelper output, bool byMention)
    {
        private int wanted;
        private int found;
        private int hits;
        private int answered;
        private int right;
        private readonly SortedDictionary<double, (int Answered, int Right)> certainties = [];

        public double F1 => 2.0 * hits / (wanted + found);

        public double RightAmongAnswered => (double)right / answered;

        public double RightAmongAll => (double)right / wanted;

        public void Add(string name, JsonElement article)
        {
            var text = article.GetProperty("text").GetString()!;
            var title = article.TryGetProperty("title", out var headline) ? headline.GetString() : null;
            var quotes = Summarizer.Summarize(title, text).Quotes.ToList();
            found += quotes.Count;
            foreach (var gold in article.GetProperty("quotes").EnumerateArray())
            {
                wanted++;
                var words = gold.GetProperty("quote").GetString()!;
                var quote = quotes.Find(quote => Bare(quote.Text) == Bare(words) && (!gold.TryGetProperty("start", out var at) || Math.Abs(quote.Start - Utf16(text, at.GetInt32())) < 4));
                if (quote is null)
                {
                    output.WriteLine($"{name}: missed “{Short(words)}”");
                    continue;
                }

                quotes.Remove(quote);
                hits++;
                Judge(name, quote, gold.GetProperty("speaker").GetString()!);
            }

            foreach (var extra in quotes) output.WriteLine($"{name}: not wanted “{Short(extra.Text)}” {extra.Speaker} {extra.Certainty}");
        }

        private void Judge(string name, Quote quote, string speaker)
        {
            var who = byMention ? quote.Mention?.Text : quote.Speaker;
            if (who is null)
            {
                output.WriteLine($"{name}: no speaker for “{Short(quote.Text)}”, wanted {speaker}; mention {quote.Mention?.Text}");
                return;
            }

            answered++;
            var isRight = Same(who, speaker);
            var (all, good) = certainties.GetValueOrDefault(quote.Certainty);
            certainties[quote.Certainty] = (all + 1, good + (isRight ? 1 : 0));
            if (isRight) right++;
            else output.WriteLine($"{name}: “{Short(quote.Text)}” is {speaker}'s, got {who} by {quote.Mention?.Text} {quote.Cue} {quote.Certainty}");
        }

        /// <summary>The same name but for a rank before it ("General Suleiman al-Amr"), an article, and a role after a comma.</summary>
        private static bool Same(string got, string wanted)
        {
            got = Plain(got);
            wanted = Plain(wanted.Split(',')[0]);
            return got == wanted || got.EndsWith(" " + wanted, StringComparison.Ordinal) || (wanted.Length > 4 && got.StartsWith(wanted + " ", StringComparison.Ordinal));
        }

        private static string Plain(string name) =>
            (name.StartsWith("the ", StringComparison.OrdinalIgnoreCase) ? name[4..] : name).ToLower(CultureInfo.InvariantCulture).Trim();

        private static string Bare(string quote)
        {
            var bare = new StringBuilder();
            foreach (var c in quote)
                if (char.IsLetterOrDigit(c)) bare.Append(c);
            return bare.ToString();
        }

        private static int Utf16(string text, int codePoints)
        {
            var at = 0;
            for (var i = 0; i < codePoints && at < text.Length; i++) at += char.IsSurrogatePair(text, at) ? 2 : 1;
            return at;
        }

        private static string Short(string quote) => quote.Length > 70 ? quote[..70] + "…" : quote;

        public void Print()
        {
            foreach (var (certainty, (all, good)) in certainties)
                output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"said with certainty {certainty:0.00}: {good} of {all} right"));
            output.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"wanted {wanted}, found {found}, hits {hits}: F1 {F1:0.000}; speakers answered {answered}, right {right}: {RightAmongAnswered:0.000} of answered, {RightAmongAll:0.000} of all"));
        }
    }
}
