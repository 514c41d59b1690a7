using System.Globalization;
using System.IO.Compression;
using System.Text.Json;
using System.Text.RegularExpressions;
using News.Articles;
using Xunit.Abstractions;

namespace News.Tests.Articles;

/// <summary>
/// Scores the text of pages by the measure of https://github.com/scrapinghub/article-extraction-benchmark: runs of four
/// words, counted, each page of the same weight. PAGES_BENCHMARK names the folder with its ground-truth.json and html.
/// </summary>
public sealed class PageScore(ITestOutputHelper output)
{
    private const string Folder = "PAGES_BENCHMARK";
    private const int RunLength = 4;
    private const int Shown = 15;

    private static readonly Regex Words = new(@"\w+", RegexOptions.NonBacktracking);

    [Fact]
    public void Stories_of_the_benchmark()
    {
        if (Environment.GetEnvironmentVariable(Folder) is not { Length: > 0 } folder)
        {
            output.WriteLine($"Skipped: {Folder} does not name the benchmark's folder.");
            return;
        }

        using var truth = JsonDocument.Parse(File.ReadAllText(Path.Combine(folder, "ground-truth.json")));
        var scores = truth.RootElement.EnumerateObject().Select(page => Score(folder, page)).OrderBy(score => score.Right).ToList();
        var precision = scores.Where(score => score.Right + score.Extra > 0).Average(score => score.Right / (score.Right + score.Extra));
        var recall = scores.Where(score => score.Right + score.Missing > 0).Average(score => score.Right / (score.Right + score.Missing));
        var f1 = 2 * precision * recall / (precision + recall);
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{scores.Count} pages: F1 {f1:0.000}, precision {precision:0.000}, recall {recall:0.000}"));
        foreach (var score in scores.Take(Shown))
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  right {score.Right:0.00} extra {score.Extra:0.00} missing {score.Missing:0.00} {score.Url}"));
        Assert.True(f1 >= 0.96);
    }

    private static PageResult Score(string folder, JsonProperty page)
    {
        var url = page.Value.TryGetProperty("url", out var address) ? address.GetString() : null;
        var read = PageReader.Read(PageReader.Decode(Html(folder, page.Name), null), url is null ? null : new Uri(url));
        var wanted = Runs(page.Value.TryGetProperty("articleBody", out var body) ? body.GetString()! : "");
        var found = Runs(read.Text);
        var (right, extra, missing) = (0, 0, 0);
        foreach (var run in wanted.Keys.Union(found.Keys))
        {
            var (want, got) = (wanted.GetValueOrDefault(run), found.GetValueOrDefault(run));
            right += Math.Min(want, got);
            extra += Math.Max(0, got - want);
            missing += Math.Max(0, want - got);
        }

        var all = Math.Max(1.0, right + extra + missing);
        return new PageResult(url ?? page.Name, right / all, extra / all, missing / all);
    }

    private static byte[] Html(string folder, string name)
    {
        using var file = File.OpenRead(Path.Combine(folder, "html", name + ".html.gz"));
        using var unpacked = new GZipStream(file, CompressionMode.Decompress);
        using var html = new MemoryStream();
        unpacked.CopyTo(html);
        return html.ToArray();
    }

    private static Dictionary<string, int> Runs(string text)
    {
        var words = Words.Matches(text).Select(match => match.Value).ToArray();
        var runs = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < Math.Max(1, words.Length - RunLength + 1); i++)
        {
            var run = string.Join(' ', words.AsSpan(i, Math.Min(RunLength, words.Length - i)));
            if (run.Length > 0)
                runs[run] = runs.GetValueOrDefault(run) + 1;
        }

        return runs;
    }

    /// <summary>The shares of a page's runs of words that are right, too many and missing; together 1.</summary>
    private sealed record PageResult(string Url, double Right, double Extra, double Missing);
}
