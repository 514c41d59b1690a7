using Bot.Storage;
using News.Articles;
using News.Entities;
using News.Matching;
using News.Stories;

namespace Bot.Commands;

/// <summary>Runs queries on what is stored of an asker's feeds, within seconds and beside the bot's other work.</summary>
public sealed class QueryTrials(NewsStore news, FeedStore feeds, EntityBooks books, TimeProvider time) : IDisposable
{
    public static readonly TimeSpan UsualSpan = TimeSpan.FromDays(7);

    /// <summary>An answer is due within seconds: what is not read by then is left, and said to be.</summary>
    private static readonly TimeSpan LongestReading = TimeSpan.FromSeconds(3);

    private const int MostRead = 100_000;

    /// <summary>So many are read before the clock is looked at: a few stored articles are always read to the last, however busy the machine is.</summary>
    private const int ReadAtOnce = 100;

    private readonly TrialTurns _turns = new();

    /// <summary>What a query would have told, with how far that can be relied on.</summary>
    /// <param name="Span">What was read; where <paramref name="IsCut"/>, less than was asked for.</param>
    /// <param name="IsCut">There was no time to read further back.</param>
    /// <param name="FollowedSince">When the first of the asker's feeds was followed, where that lies in the span: what is older came along with first polls. Null where it lies before.</param>
    public sealed record Outcome(TrialReport Report, TimeSpan Span, bool IsCut, DateTimeOffset? FollowedSince)
    {
        /// <summary>How much of the span there are articles of.</summary>
        public required TimeSpan Covered { get; init; }

        /// <summary>The query has a NEAR, which may keep it from holding where all of its terms stand.</summary>
        public bool AsksNear { get; init; }

        /// <summary>A regular expression of it that was not looked for to the end of some article; see <see cref="Query.Overrun"/>.</summary>
        public string? Overrun { get; init; }

        /// <summary>Null where the query is what it looks like.</summary>
        public MeantQuery? Meant { get; init; }
    }

    /// <summary>What is probably meant by a query that has and, or, not in small letters, which are words.</summary>
    /// <param name="Word">The first of them.</param>
    /// <param name="Query">With operators in their place.</param>
    /// <param name="Stories">How many it would have told.</param>
    public sealed record MeantQuery(string Word, string Query, int Stories);

    /// <summary>Tries a query; null where somebody else's is being tried in the scope.</summary>
    public async Task<Outcome?> RunAsync(Asker asker, Query query, TimeSpan span, CancellationToken cancellationToken)
    {
        using var turn = await _turns.TakeAsync(asker.Scope, cancellationToken);
        if (turn is null)
            return null;

        var now = time.GetUtcNow();
        var trial = new QueryTrial(query, books.Of(asker.Scope));
        var meant = Meant(query, books.Of(asker.Scope));
        HashSet<StoryId> toldByMeant = [];
        var readFrom = Read(asker.Scopes(), now - span, Try, cancellationToken);
        var followed = await feeds.FollowedSinceAsync(asker.Scopes(), cancellationToken);
        var from = readFrom ?? now - span;
        var report = trial.Report(from, now);
        return new Outcome(report, now - from, readFrom is not null, followed > from ? followed : null)
        {
            Covered = now - report.CoveredFrom,
            AsksNear = query.Text.Contains(" NEAR/", StringComparison.Ordinal),
            Overrun = query.Overrun,
            Meant = meant is { } other ? new MeantQuery(other.Word, other.Query.Text, toldByMeant.Count) : null,
        };

        void Try(StoryId story, Article article)
        {
            var met = article.FeedText is null ? article : article.Readings.FirstOrDefault(reading => !query.Match(reading).IsEmpty);
            trial.Read(met ?? article, story);
            if (meant is { } it && article.Published < now && article.Readings.Any(reading => !it.Query.Match(reading).IsEmpty))
                toldByMeant.Add(story);
        }
    }

    public void Dispose() => _turns.Dispose();

    private static (string Word, Query Query)? Meant(Query query, EntityBook book) =>
        SmallOperators.In(query.Text) is { } small && Query.Parse(small.Instead, book) is QueryReading.Read { Query: var meant } ? (small.Word, meant) : null;

    /// <returns>The date of the last article that there was time for; null where all were read.</returns>
    private DateTimeOffset? Read(IReadOnlyList<ScopeKey> scopes, DateTimeOffset since, Action<StoryId, Article> read, CancellationToken cancellationToken)
    {
        var begun = time.GetTimestamp();
        var count = 0;
        foreach (var (story, article) in news.NewestArticles(scopes, since))
        {
            cancellationToken.ThrowIfCancellationRequested();
            read(story, article);
            if (++count == MostRead || (count % ReadAtOnce == 0 && time.GetElapsedTime(begun) > LongestReading))
                return article.Published;
        }

        return null;
    }
}
