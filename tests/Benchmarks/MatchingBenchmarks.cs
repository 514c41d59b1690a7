using System.Buffers;
using System.Text.RegularExpressions;
using BenchmarkDotNet.Attributes;
using News.Articles;
using News.Matching;

namespace Benchmarks;

/// <summary>
/// Forty articles, about 100,000 characters of <see cref="NewsText"/>, against a growing number of terms, each a watchlist of its
/// own, beside what people write first: a regular expression per term, and <see cref="SearchValues{T}"/> over all terms
/// with a look at the boundaries. The matcher also meets forms, possessives, compounds and folded letters, which those
/// two don't, and says why it did.
/// </summary>
[ShortRunJob]
[MemoryDiagnoser]
public class MatchingBenchmarks
{
    /// <summary>Ten thousand compiled expressions take minutes to build; their time grows with their number.</summary>
    public const int MostRegexes = 1_000;

    private readonly NewsText _text = new(articles: 40, length: 2_450);
    private readonly Words _words = new();
    private Matcher _matcher = Matcher.Empty;
    private Matcher _strangers = Matcher.Empty;
    private Article[] _articles = [];
    private Regex[] _regexes = [];
    private SearchValues<string> _values = SearchValues.Create([], StringComparison.OrdinalIgnoreCase);
    private HashSet<string>.AlternateLookup<ReadOnlySpan<char>> _terms;

    [Params(10, 1_000, 10_000, 100_000)]
    public int Terms { get; set; }

    internal int RegexCount => _regexes.Length;

    internal int TextLength => _text.Length;

    internal string[] TermList { get; private set; } = [];

    [GlobalSetup]
    public void Prepare()
    {
        TermList = _text.Terms(Terms);
        _articles = _text.Articles;
        _matcher = MatcherOf(TermList);
        var met = _articles.SelectMany(article => _matcher.Match(article)).Select(match => match.Watchlist.Value).ToHashSet();
        _strangers = MatcherOf([.. TermList.Where((_, i) => !met.Contains(i))]);
        _values = SearchValues.Create(TermList, StringComparison.OrdinalIgnoreCase);
        _terms = TermList.ToHashSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();
        _regexes = [.. TermList.Take(MostRegexes).Select(term => new Regex(
            @"\b" + Regex.Escape(term) + @"\b",
            RegexOptions.Compiled | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
            TimeSpan.FromSeconds(10)))];
        if (Match() < Values())
            throw new InvalidOperationException("The matcher misses what a search for the letters finds.");
        if (MatchNothing() > 0)
            throw new InvalidOperationException("Terms that stand nowhere are met.");
    }

    internal static Matcher MatcherOf(string[] terms) =>
        Matcher.Of(terms.Select((term, i) => (new WatchlistId(i), QueryOf(term))));

    /// <summary>How many times a term stands in an article.</summary>
    [Benchmark(Baseline = true, Description = "Matcher")]
    public int Match()
    {
        var met = 0;
        foreach (var article in _articles)
            met += _matcher.Match(article).Length;
        return met;
    }

    /// <summary>The same with the terms that stand in none of the articles: what reading takes without telling.</summary>
    [Benchmark(Description = "Matcher of terms that stand nowhere")]
    public int MatchNothing()
    {
        var met = 0;
        foreach (var article in _articles)
            met += _strangers.Match(article).Length;
        return met;
    }

    /// <summary>The part of it that is the same for any number of terms.</summary>
    [Benchmark(Description = "Words alone")]
    public int ReadWords()
    {
        var words = 0;
        foreach (var article in _articles)
        {
            _words.Read(article.Title);
            _words.Read(article.Text);
            words += _words.Count;
            _words.Clear();
        }

        return words;
    }

    [Benchmark(Description = "SearchValues<string>")]
    public int Values()
    {
        var met = new HashSet<string>();
        var articles = 0;
        foreach (var article in _articles)
        {
            articles += ValuesIn(article.Text, met);
            met.Clear();
        }

        return articles;
    }

    /// <summary>For one in a hundred of the terms at 100,000, one in ten at 10,000.</summary>
    [Benchmark(Description = "A compiled Regex per term (1,000 at most)")]
    public int Regexes()
    {
        var met = 0;
        foreach (var article in _articles)
        {
            foreach (var regex in _regexes)
                met += regex.IsMatch(article.Text) ? 1 : 0;
        }

        return met;
    }

    /// <summary>How many different terms stand in a text as whole words; every place is looked at.</summary>
    private int ValuesIn(ReadOnlySpan<char> text, HashSet<string> met)
    {
        for (var at = 0; text[at..].IndexOfAny(_values) is >= 0 and var found;)
        {
            at += found;
            var end = EndOfWord(text, at);
            if (at == 0 || !char.IsLetterOrDigit(text[at - 1]))
            {
                Meet(text[at..end], met);
                if (end < text.Length)
                    Meet(text[at..EndOfWord(text, end + 1)], met);
            }

            at = end; // within the word no other begins
        }

        return met.Count;
    }

    private void Meet(ReadOnlySpan<char> words, HashSet<string> met)
    {
        if (_terms.TryGetValue(words, out var term))
            met.Add(term);
    }

    private static int EndOfWord(ReadOnlySpan<char> text, int at)
    {
        while (at < text.Length && char.IsLetterOrDigit(text[at]))
            at++;
        return at;
    }

    internal static Query QueryOf(string term) =>
        ((QueryReading.Read)Query.Parse(term.Contains(' ', StringComparison.Ordinal) ? $"\"{term}\"" : term)).Query;
}
