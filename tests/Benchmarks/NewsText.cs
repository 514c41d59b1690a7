using System.Globalization;
using System.Text;
using News.Articles;

namespace Benchmarks;

/// <summary>
/// Made-up news with the letters and frequencies of the real thing: nearly half of the words are "the", "of" and their
/// like, then come the words of the trade by Zipf's law, and one in eight is a name or a word that hardly ever occurs.
/// Each article has a few names that it repeats, sentences, paragraphs, quotations, numbers and possessives. The same on every run.
/// </summary>
internal sealed class NewsText
{
    private const int Seed = 7;
    private const int NamesInAnArticle = 6;

    private static readonly HashSet<string> FunctionWords = [.. NewsWords.Function];
    private static readonly double[] FunctionWeights = Zipf(NewsWords.Function.Length, 1.5);
    private static readonly double[] ContentWeights = Zipf(NewsWords.Content.Length, 15);

    private readonly Random _random = new(Seed);
    private readonly HashSet<string> _words = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> _pairs = new(StringComparer.OrdinalIgnoreCase);

    public NewsText(int articles, int length)
    {
        Articles = [.. Enumerable.Range(0, articles).Select(number => Write(number, length))];
        foreach (var article in Articles)
            Note(article.Text);
    }

    public Article[] Articles { get; }

    public int Length => Articles.Sum(article => article.Text.Length);

    /// <summary>
    /// Distinct terms as teams watch for them: half of them names of one word, a quarter rare words, an eighth each
    /// names of two words and phrases of two words of the trade. About one in a hundred stands in the text.
    /// </summary>
    public string[] Terms(int count)
    {
        var random = new Random(Seed + 1);
        var present = Shuffled(_words.Where(IsRare), random);
        var presentPairs = Shuffled(_pairs, random);
        var terms = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        for (var i = 0; terms.Count < count; i++)
        {
            var stands = terms.Count % 100 == 0;
            var term = (i % 8) switch
            {
                < 4 => Name(random),
                < 6 => RareWord(random),
                6 => Name(random) + " " + Name(random),
                _ => NewsWords.Content[random.Next(NewsWords.Content.Length)] + " " + NewsWords.Content[random.Next(NewsWords.Content.Length)],
            };
            if (stands)
                terms.Add(i % 4 == 0 && presentPairs.TryDequeue(out var pair) ? pair : present.Dequeue());
            else if (!_words.Contains(term) && !_pairs.Contains(term))
                terms.Add(term);
        }

        return [.. terms];
    }

    private static bool IsRare(string word) => word.Length > 4 && !FunctionWords.Contains(word);

    private static Queue<string> Shuffled(IEnumerable<string> words, Random random)
    {
        string[] all = [.. words.Order(StringComparer.Ordinal)];
        random.Shuffle(all);
        return new Queue<string>(all);
    }

    private void Note(string text)
    {
        foreach (var line in text.Split('\n'))
        {
            var words = line.Split([' ', ',', '.', '“', '”', '-'], StringSplitOptions.RemoveEmptyEntries);
            foreach (var word in words)
                _words.Add(word.Replace("’s", "", StringComparison.Ordinal));
            var apart = line.Split(' ');
            for (var i = 0; i + 1 < apart.Length; i++)
            {
                if (apart[i].All(char.IsAsciiLetter) && apart[i + 1].All(char.IsAsciiLetter) && IsRare(apart[i]) && IsRare(apart[i + 1]))
                    _pairs.Add(apart[i] + " " + apart[i + 1]);
            }
        }
    }

    private Article Write(int number, int length)
    {
        string[] cast = [.. Enumerable.Range(0, NamesInAnArticle).Select(_ => Name(_random))];
        var text = new StringBuilder(length);
        while (text.Length < length)
            AppendSentence(text, cast);
        return new Article
        {
            Key = new ItemKey(string.Create(CultureInfo.InvariantCulture, $"hash:{number}")),
            Title = $"{cast[0]} meets {cast[1]} in {cast[2]}",
            Text = text.ToString(),
            Source = "Example Wire",
            Published = DateTimeOffset.UnixEpoch,
        };
    }

    private void AppendSentence(StringBuilder text, string[] cast)
    {
        var quoted = _random.Next(5) == 0;
        var words = _random.Next(8, 30);
        text.Append(quoted ? "“" : "");
        for (var i = 0; i < words; i++)
        {
            var word = Word(cast);
            text.Append(i == 0 ? char.ToUpperInvariant(word[0]) + word[1..] : word);
            if (i < words - 1)
                text.Append(_random.Next(14) == 0 ? ", " : _random.Next(60) == 0 ? "-" : " ");
        }

        text.Append(quoted ? $",” {cast[_random.Next(cast.Length)]} said." : ".");
        text.Append(_random.Next(3) == 0 ? "\n\n" : " ");
    }

    private string Word(string[] cast) => _random.Next(1_000) switch
    {
        < 460 => Pick(NewsWords.Function, FunctionWeights),
        < 850 => Pick(NewsWords.Content, ContentWeights),
        < 925 => cast[_random.Next(cast.Length)],
        < 940 => cast[_random.Next(cast.Length)] + "’s",
        < 950 => Name(_random),
        < 975 => RareWord(_random),
        _ => _random.Next(1, 2_030).ToString(CultureInfo.InvariantCulture),
    };

    private string Pick(string[] words, double[] weights)
    {
        var at = Array.BinarySearch(weights, _random.NextDouble() * weights[^1]);
        return words[Math.Min(at < 0 ? ~at : at, words.Length - 1)];
    }

    private static string Name(Random random) =>
        One(NewsWords.NameStems, random) + (random.Next(3) == 0 ? "" : One(NewsWords.NameMiddles, random)) + One(NewsWords.NameEndings, random);

    private static string RareWord(Random random)
    {
        var word = One(NewsWords.RareBeginnings, random) + One(NewsWords.Content, random);
        return word.All(char.IsAsciiLetterLower) ? word : RareWord(random);
    }

    private static string One(string[] parts, Random random) => parts[random.Next(parts.Length)];

    /// <summary>Sums of the weights up to each rank, by the law of Zipf and Mandelbrot.</summary>
    private static double[] Zipf(int count, double shift)
    {
        var sum = 0.0;
        return [.. Enumerable.Range(0, count).Select(rank => sum += 1 / (rank + 1 + shift))];
    }
}
