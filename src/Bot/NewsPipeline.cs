using System.Collections.Immutable;
using Bot.Storage;
using News.Alerts;
using News.Articles;
using News.Feeds;
using News.Matching;
using News.Summaries;

namespace Bot;

/// <summary>What a poll's items came to.</summary>
/// <param name="Fresh">Items that were not stored before.</param>
/// <param name="Alerts">Alerts that were added to the outbox.</param>
public sealed record ProcessReport(int Fresh, int Alerts);

/// <summary>The story of one item, from the feed to the outbox.</summary>
public sealed partial class NewsPipeline(
    FeedStore feeds, NewsStore news, CompiledWatchlists watchlists, ILogger<NewsPipeline> logger)
{
    /// <summary>Items of one transaction: few enough that a writer next to us does not wait long.</summary>
    private const int AtOnce = 50;

    /// <summary>A feed's poll and its hub's delivery don't run into each other.</summary>
    private readonly FeedTurns _turns = new();

    /// <summary>Takes in what a poll brought. What is stored already is passed over; what is new is stored with all that follows from it.</summary>
    /// <param name="onlyYoungerThan">Alerts only about items of at most this age, as at a feed's first poll; null for every new one.</param>
    public async Task<ProcessReport> ProcessAsync(
        DueFeed feed, Feed parsed, DateTimeOffset receivedAt, TimeSpan? onlyYoungerThan, CancellationToken cancellationToken)
    {
        using var turn = await _turns.TakeAsync(feed.Id, cancellationToken);
        if (PlainText.OneLine(parsed.Title ?? "") is { Length: > 0 } title)
            await feeds.NameAsync(feed.Id, title, cancellationToken);

        var articles = await FreshArticlesAsync(feed, parsed, receivedAt, cancellationToken);
        var audience = new Audience(
            await watchlists.NewestAsync(cancellationToken), await feeds.FollowersAsync(feed.Id, cancellationToken));

        var alerts = 0;
        foreach (var chunk in articles.Chunk(AtOnce))
        {
            var readings = chunk.Select(article => TryRead(feed, article, audience, IsNews(article))).OfType<NewArticle>().ToList();
            alerts += await news.SaveAsync(readings, receivedAt, cancellationToken);
        }

        return new ProcessReport(articles.Length, alerts);

        bool IsNews(Article article) => onlyYoungerThan is not { } age || receivedAt - article.Published < age;
    }

    /// <summary>The items that are not stored yet, the oldest first, so that a channel reads them in their order.</summary>
    private async Task<ImmutableArray<Article>> FreshArticlesAsync(
        DueFeed feed, Feed parsed, DateTimeOffset receivedAt, CancellationToken cancellationToken)
    {
        var source = feed.Publisher ?? feed.Name;
        var articles = parsed.Items
            .Where(item => item.Title is not null || item.Link is not null || item.Content is not null || item.Summary is not null)
            .Select(item => TryArticle(feed, item, source, receivedAt, parsed.Language))
            .OfType<Article>()
            .DistinctBy(article => article.Key)
            .ToList();
        var known = await news.KnownAsync(feed.Id, articles.Select(article => article.Key), cancellationToken);
        return [.. articles.Where(article => !known.Contains(article.Key)).Reverse().OrderBy(article => article.Published)];
    }

    /// <summary>An item that breaks the reading costs itself, not its feed.</summary>
    private Article? TryArticle(DueFeed feed, FeedItem item, string source, DateTimeOffset receivedAt, string? language)
    {
        try
        {
            return Article.From(item, source, receivedAt, language);
        }
        catch (Exception surprise)
        {
            LogUnreadable(surprise, feed.Name, PlainText.OneLine(item.Id ?? item.Link ?? item.Title ?? "an item without a name"));
            return null;
        }
    }

    /// <summary>As <see cref="TryArticle"/>: what is not stored is tried again at the next poll.</summary>
    private NewArticle? TryRead(DueFeed feed, Article article, Audience audience, bool isNews)
    {
        try
        {
            return Read(feed.Id, article, audience, isNews);
        }
        catch (Exception surprise)
        {
            LogUnreadable(surprise, feed.Name, article.Title);
            return null;
        }
    }

    private NewArticle Read(FeedId feed, Article article, Audience audience, bool isNews)
    {
        var met = audience.Meeting(article).ToImmutableArray();
        var summary = Summary(article, met);
        var writer = new AlertWriter(article, summary);
        return new NewArticle(
            feed,
            article,
            Digest(summary),
            [
                .. met.Select(one =>
                {
                    var alert = writer.Write(one.Watchlist.Name, one.Watchlist.Severity, one.Match);
                    return new NewMatch(
                        one.Watchlist.Id, alert.Reasons, isNews ? [.. one.Watchlist.Channels.Select(channel => (channel, alert))] : []);
                }),
            ]);
    }

    /// <summary>A story without its summary is better than no story.</summary>
    private Summary Summary(Article article, ImmutableArray<(StoredWatchlist Watchlist, Match Match)> met)
    {
        try
        {
            return Summarizer.Summarize(article.Title, article.Text, MatchedPlaces.InText(met.Select(one => one.Match)));
        }
        catch (Exception surprise)
        {
            LogUnsummarised(surprise, article.Title);
            return new Summary { Sentences = [], Quotes = [], Corrections = [] };
        }
    }

    private static Digest Digest(Summary summary) => new(
        [.. summary.Sentences.Select(sentence => sentence.Text)],
        [.. summary.Quotes.Select(AlertWriter.Shown)],
        summary.Corrections);

    /// <summary>
    /// Who hears of a feed's articles: the watchlists of the scopes that follow it, and those made where the operator's
    /// alerts go, if the operator follows it.
    /// </summary>
    private sealed class Audience(CompiledWatchlists.Snapshot watchlists, IReadOnlyList<ScopeKey> followers)
    {
        private readonly HashSet<ScopeKey> _followers = [.. followers];

        public IEnumerable<(StoredWatchlist Watchlist, Match Match)> Meeting(Article article) =>
            watchlists.Meeting(article).Where(one => Hears(one.Watchlist));

        private bool Hears(StoredWatchlist watchlist) =>
            _followers.Contains(watchlist.Scope) || (watchlist.AtHome && _followers.Contains(ScopeKey.Operator));
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "An item of {Feed} could not be read and is passed over: {Item}")]
    private partial void LogUnreadable(Exception surprise, string feed, string item);

    [LoggerMessage(Level = LogLevel.Error, Message = "No summary could be made of “{Headline}”; it is told without one.")]
    private partial void LogUnsummarised(Exception surprise, string headline);
}
