using System.Collections.Immutable;
using Bot.Storage;
using News.Alerts;
using News.Articles;
using News.Matching;
using News.Stories;

namespace Bot.Commands;

/// <summary>What people said, story by story, gathered from the newest article on.</summary>
internal sealed class FoundQuotes
{
    /// <summary>So many stories are shown, and of the others only their number is kept.</summary>
    private const int MostStories = 10;

    /// <summary>More than anybody wants the number of.</summary>
    private const int Enough = 1_000;

    private readonly Dictionary<StoryId, QuotedStory> _byId = [];
    private readonly List<QuotedStory> _stories = [];

    /// <summary>The newest first.</summary>
    public IReadOnlyList<QuotedStory> Stories => _stories;

    public IEnumerable<QuotedStory> Shown => _stories.Take(MostStories);

    /// <summary>How many statements there are in all.</summary>
    public int Count { get; private set; }

    /// <summary>Older articles need not be read: of what is shown nothing would change.</summary>
    public bool IsEnough => Count >= Enough;

    /// <summary>There was no time for older articles than of this date; null where there was.</summary>
    public DateTimeOffset? ReadTo { get; set; }

    /// <param name="statements">What is sought of what is said in the article.</param>
    /// <param name="met">What of a query stands in it; empty where nothing is asked for.</param>
    public void Add(QuotedArticle article, ImmutableArray<Statement> statements, ImmutableArray<MatchedTerm> met)
    {
        if (statements.IsEmpty)
            return;
        if (!_byId.TryGetValue(article.Story, out var story))
        {
            _byId.Add(article.Story, story = new QuotedStory(isShown: _stories.Count < MostStories));
            _stories.Add(story);
        }

        Count += story.Add(article.Article, statements, met);
    }
}

/// <summary>What people said in the reports of one story; what several reports have is said once.</summary>
internal sealed class QuotedStory(bool isShown)
{
    private const int MostShown = 3;

    /// <summary>One site has the comma within the marks, another the stop.</summary>
    private static readonly char[] Ends = [' ', ',', '.', '…', '!', '?'];

    private readonly HashSet<string> _told = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<(Article Article, ImmutableArray<Statement> Statements, ImmutableArray<MatchedTerm> Met)> _reports = [];

    public int Count { get; private set; }

    /// <returns>How many statements were not known from another report.</returns>
    public int Add(Article article, ImmutableArray<Statement> statements, ImmutableArray<MatchedTerm> met)
    {
        ImmutableArray<Statement> fresh = [.. statements.Select(Untold).OfType<Statement>()];
        if (isShown && !fresh.IsEmpty)
            _reports.Add((article, fresh, met));
        Count += fresh.Length;
        return fresh.Length;
    }

    /// <summary>The foremost quotations, each with the report that it stands in, the newest report first.</summary>
    public IEnumerable<(Article Article, ImmutableArray<Statement> Statements)> Shown()
    {
        var room = MostShown;
        foreach (var (article, statements, met) in _reports)
        {
            if (room == 0)
                yield break;
            var foremost = AlertWriter.Foremost(article, statements, met, room);
            // Whoever asks wants to see "Yes", too, where that is all that was said.
            ImmutableArray<Statement> shown = [.. foremost, .. statements.Except(foremost).Take(room - foremost.Length)];
            room -= shown.Length;
            yield return (article, shown.Sort((one, other) => one.Start.CompareTo(other.Start)));
        }
    }

    /// <summary>Up to the last part that no report before had: a part is not shown without those that it goes on from. Null where all were told.</summary>
    private Statement? Untold(Statement statement)
    {
        var last = -1;
        for (var i = 0; i < statement.Parts.Length; i++)
        {
            if (_told.Add(statement.Parts[i].Text.Trim(Ends)))
                last = i;
        }

        return last < 0 ? null : statement with { Parts = statement.Parts[..(last + 1)] };
    }
}
