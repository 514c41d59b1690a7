using Bot.Storage;
using News.Matching;

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

    /// <summary>One after the other: whoever tries many queries does not keep the bot from its feeds.</summary>
    private readonly SemaphoreSlim _turn = new(1, 1);

    /// <summary>What a query would have told, with how far that can be relied on.</summary>
    /// <param name="Span">What was read; where <paramref name="IsCut"/>, less than was asked for.</param>
    /// <param name="IsCut">There was no time to read further back.</param>
    /// <param name="FollowedSince">When the first of the asker's feeds was followed, where that lies in the span: what is older came along with first polls. Null where it lies before.</param>
    public sealed record Outcome(TrialReport Report, TimeSpan Span, bool IsCut, DateTimeOffset? FollowedSince)
    {
        /// <summary>How much of the span there are articles of.</summary>
        public required TimeSpan Covered { get; init; }
    }

    public async Task<Outcome> RunAsync(Asker asker, Query query, TimeSpan span, CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken);
        try
        {
            var now = time.GetUtcNow();
            var trial = new QueryTrial(query, books.Of(asker.Scope));
            var readFrom = Read(trial, asker.Scopes(), now - span, cancellationToken);
            var followed = await feeds.FollowedSinceAsync(asker.Scopes(), cancellationToken);
            var from = readFrom ?? now - span;
            var report = trial.Report(from, now);
            return new Outcome(report, now - from, readFrom is not null, followed > from ? followed : null) { Covered = now - report.CoveredFrom };
        }
        finally
        {
            _turn.Release();
        }
    }

    public void Dispose() => _turn.Dispose();

    /// <returns>The date of the last article that there was time for; null where all were read.</returns>
    private DateTimeOffset? Read(QueryTrial trial, IReadOnlyList<ScopeKey> scopes, DateTimeOffset since, CancellationToken cancellationToken)
    {
        var begun = time.GetTimestamp();
        var read = 0;
        foreach (var (story, article) in news.NewestArticles(scopes, since))
        {
            cancellationToken.ThrowIfCancellationRequested();
            trial.Read(article, story);
            if (++read == MostRead || (read % ReadAtOnce == 0 && time.GetElapsedTime(begun) > LongestReading))
                return article.Published;
        }

        return null;
    }
}
