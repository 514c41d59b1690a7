using System.Globalization;
using News.Articles;
using News.Stories;

namespace Benchmarks;

/// <summary>
/// What it costs in CPU time to find the story of an article of some four hundred words, with a thousand, ten thousand and a
/// hundred thousand stories in the window, and what memory a story takes. Each article is the only one of its story, which is
/// the dearest case; its paragraphs are drawn from those of three thousand made-up articles, so that names and words come again.
/// </summary>
internal static class ClusteringCost
{
    public const string Argument = "--clustering";

    private const int Asked = 400;
    private const int Length = 2_450;
    private static readonly DateTimeOffset Start = new(2026, 3, 2, 6, 0, 0, TimeSpan.Zero);

    public static void Measure()
    {
        var articles = new Articles();
        StoryTrace[] asked = [.. articles.Next(Asked).Select(StoryTrace.Of)];
        Article[] texts = [.. articles.Next(Asked)];
        Print($"Reading an article, outside the lock: {ProcessorTime.Of(() => texts.Sum(text => StoryTrace.Of(text).ToBytes().Length)) / Asked:0} µs, {texts.Average(text => StoryTrace.Of(text).ToBytes().Length):0} bytes to store");

        var before = GC.GetTotalMemory(forceFullCollection: true);
        var index = new StoryIndex();
        var (stories, few) = (0, 0.0);
        foreach (var count in (int[])[1_000, 10_000, 100_000])
        {
            foreach (var article in articles.Next(count - stories))
                index.Add(StoryTrace.Of(article), new StoryPlace(new StoryId(++stories), CopyOf: null));
            var kept = GC.GetTotalMemory(forceFullCollection: true) - before;
            Find();
            var cost = Enumerable.Range(0, 9).Min(_ => ProcessorTime.Of(Find)) / Asked;
            few = few == 0 ? cost : few;
            Print($"{count,7:N0} stories: {cost:0.0} µs to find an article's, {cost / few:0.00} times that among a thousand; {(double)kept / count:N0} bytes a story");
        }

        byte[][] stored = [.. new Articles().Next(stories).Select(article => StoryTrace.Of(article).ToBytes())];
        Print($"Reading {stored.Length:N0} stored traces into an index, as at start: {ProcessorTime.Of(() => Load(stored)) / 1e6:0.00} s");

        int Find() => asked.Count(trace => index.Find(trace).Story is not null);
    }

    private static int Load(byte[][] stored)
    {
        var index = new StoryIndex();
        var stories = 0;
        foreach (var bytes in stored)
            index.Add(StoryTrace.FromBytes(bytes)!, new StoryPlace(new StoryId(++stories), CopyOf: null));
        return index.ReportsKept;
    }

    private static void Print(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));

    /// <summary>As many articles as are wanted, the same on every run.</summary>
    private sealed class Articles
    {
        private readonly Random _random = new(11);
        private readonly string[] _titles;
        private readonly string[] _paragraphs;
        private int _count;

        public Articles()
        {
            var texts = new NewsText(articles: 3_000, Length).Articles;
            _titles = [.. texts.Select(text => text.Title)];
            _paragraphs = [.. texts.SelectMany(text => text.Text.Split("\n\n", StringSplitOptions.RemoveEmptyEntries))];
        }

        public IEnumerable<Article> Next(int count)
        {
            for (var i = 0; i < count; i++)
            {
                List<string> paragraphs = [];
                while (paragraphs.Sum(paragraph => paragraph.Length) < Length)
                    paragraphs.Add(_paragraphs[_random.Next(_paragraphs.Length)]);
                yield return new Article
                {
                    Key = new ItemKey($"hash:{++_count}"),
                    Title = $"{_titles[_random.Next(_titles.Length)]} {_count}",
                    Text = string.Join("\n\n", paragraphs),
                    Source = $"Wire {_random.Next(200)}",
                    Published = Start.AddSeconds(_count),
                };
            }
        }
    }
}
