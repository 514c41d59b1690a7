using Bot.Storage;
using News.Matching;

namespace Bot.Commands;

/// <summary>Runs queries on what is stored of an asker's feeds, within seconds and beside the bot's other work.</summary>
public sealed class QueryTrials(NewsStore news, FeedStore feeds, EntityBooks books, TimeProvider time) : IDisposable
{
    public static readonly TimeSpan UsualSpan = TimeSpan.FromDays(7);

    /// <summary>An answer is due within seconds: what is not read by then is left, and said to be.</summary>
    private static readonly TimeSpan LongestReading = TimeSpan.FromSeconds(2);

    private const int MostRead = 50_000;

    /// <summary>One after the other: whoever tries many queries does not keep the bot from its feeds.</summary>
    private readonly SemaphoreSlim _turn = new(1, 1);

    /// <summary>What a query would have told, with how far that can be relied on.</summary>
    /// <param name="Span">What was asked for.</param>
    /// <param name="ReadFrom">The date of the oldest article that there was time to read; null where all of the span was read.</param>
    /// <param name="FollowedSince">When the first of the asker's feeds was followed, where that lies in the span: what is older came along with first polls. Null where it lies before.</param>
    public sealed record Outcome(TrialReport Report, TimeSpan Span, DateTimeOffset? ReadFrom, DateTimeOffset? FollowedSince);

    public async Task<Outcome> RunAsync(Asker asker, Query query, TimeSpan span, CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken);
        try
        {
            var now = time.GetUtcNow();
            var trial = new QueryTrial(query, books.Of(asker.Scope));
            var readFrom = Read(trial, asker.Scopes(), now - span, cancellationToken);
            var followed = await feeds.FollowedSinceAsync(asker.Scopes(), cancellationToken);
            return new Outcome(trial.Report(now - span, now), span, readFrom, followed > now - span ? followed : null);
        }
        finally
        {
            _turn.Release();
        }
    }

    public void Dispose() => _turn.Dispose();

    private DateTimeOffset? Read(QueryTrial trial, IReadOnlyList<ScopeKey> scopes, DateTimeOffset since, CancellationToken cancellationToken)
    {
        var begun = time.GetTimestamp();
        var read = 0;
        foreach (var stored in news.Newest(scopes, since))
        {
            cancellationToken.ThrowIfCancellationRequested();
            trial.Read(stored.Article, stored.Story);
            if (++read == MostRead || time.GetElapsedTime(begun) > LongestReading)
                return stored.Article.Published;
        }

        return null;
    }
}
