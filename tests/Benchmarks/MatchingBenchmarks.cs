using System.Buffers;
using System.Globalization;
using System.Text.RegularExpressions;
using BenchmarkDotNet.Attributes;
using News.Articles;
using News.Matching;

namespace Benchmarks;

/// <summary>
/// One article of about 100,000 characters against a growing number of terms, beside what people write first: a
/// regular expression per term, and <see cref="SearchValues{T}"/> over all terms with a look at the boundaries. The
/// matcher also meets plurals, possessives, compounds and folded letters, which those two don't.
/// </summary>
[ShortRunJob]
[MemoryDiagnoser]
public class MatchingBenchmarks
{
    private readonly Vocabulary _vocabulary = new(seed: 7);
    private Matcher _matcher = Matcher.Empty;
    private Article _article = null!;
    private Regex[] _regexes = [];
    private SearchValues<string> _values = SearchValues.Create([], StringComparison.OrdinalIgnoreCase);

    [Params(10, 1_000, 10_000)]
    public int Terms { get; set; }

    [GlobalSetup]
    public void Prepare()
    {
        var terms = _vocabulary.Terms(Terms).ToArray();
        _article = _vocabulary.Article(100_000);
        _matcher = Matcher.Of(terms.Select((term, i) => (new WatchlistId(i), Vocabulary.QueryOf(term))));
        _values = SearchValues.Create(terms, StringComparison.OrdinalIgnoreCase);
        if (Terms <= 1_000)
            _regexes = [.. terms.Select(term => new Regex(@"\b" + Regex.Escape(term) + @"\b", RegexOptions.Compiled | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, TimeSpan.FromSeconds(10)))];
    }

    [Benchmark(Baseline = true, Description = "Matcher")]
    public int Match() => _matcher.Match(_article).Length;

    [Benchmark(Description = "SearchValues<string>")]
    public int Values()
    {
        var text = _article.Text.AsSpan();
        var met = 0;
        for (var at = 0; text[at..].IndexOfAny(_values) is >= 0 and var found;)
        {
            at += found;
            var end = at;
            while (end < text.Length && char.IsLetterOrDigit(text[end]))
                end++;
            if (at == 0 || !char.IsLetterOrDigit(text[at - 1]))
                met++;
            at = Math.Max(end, at + 1);
        }

        return met;
    }

    [Benchmark(Description = "A compiled Regex per term")]
    public int Regexes()
    {
        if (_regexes.Length == 0)
            throw new NotSupportedException("Ten thousand compiled expressions take minutes to build.");
        return _regexes.Count(regex => regex.IsMatch(_article.Text));
    }

    /// <summary>The same text over all sizes, most of it words that no watchlist has.</summary>
    private sealed class Vocabulary(int seed)
    {
        private static readonly string[] Syllables =
            ["ba", "ri", "kon", "tel", "mu", "sha", "dir", "lo", "vek", "an", "sor", "pi", "gra", "nem", "tu", "hal", "es", "ko", "zin", "ora"];

        public static Query QueryOf(string term) =>
            ((QueryReading.Read)Query.Parse(term.Contains(' ', StringComparison.Ordinal) ? $"\"{term}\"" : term)).Query;

        /// <summary>Distinct, three in four a word, the others two; about one in a hundred stands in the article.</summary>
        public IEnumerable<string> Terms(int count)
        {
            var random = new Random(seed);
            return Enumerable.Range(0, int.MaxValue)
                .Select(i => i % 4 == 3 ? Word(random, 4) + " " + Word(random, 3) : Word(random, i % 100 == 0 ? 2 : 5))
                .Distinct()
                .Take(count);
        }

        public Article Article(int length)
        {
            var random = new Random(seed + 1);
            var text = new System.Text.StringBuilder(length);
            while (text.Length < length)
                AppendSentence(text, random);
            return new Article
            {
                Key = new ItemKey("hash:0"),
                Title = "Ministers meet",
                Text = text.ToString(),
                Source = "Example Wire",
                Published = DateTimeOffset.UnixEpoch,
            };
        }

        private static void AppendSentence(System.Text.StringBuilder text, Random random)
        {
            var words = random.Next(8, 25);
            for (var i = 0; i < words; i++)
            {
                var word = Word(random, random.Next(1, 5));
                text.Append(i == 0 ? CultureInfo.InvariantCulture.TextInfo.ToTitleCase(word) : word);
                text.Append(i == words - 1 ? ". " : random.Next(12) == 0 ? ", " : " ");
            }

            if (random.Next(6) == 0)
                text.Append("\n\n");
        }

        private static string Word(Random random, int syllables) =>
            string.Concat(Enumerable.Range(0, syllables).Select(_ => Syllables[random.Next(Syllables.Length)]));
    }
}
