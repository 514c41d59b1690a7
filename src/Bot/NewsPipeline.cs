using System.Collections.Concurrent;
using System.Collections.Immutable;
using Bot.Pages;
using Bot.Storage;
using News.Alerts;
using News.Articles;
using News.Claims;
using News.Feeds;
using News.Matching;
using News.Summaries;

namespace Bot;

/// <summary>What a poll's items came to.</summary>
/// <param name="Fresh">Items that were not stored before.</param>
/// <param name="Alerts">Alerts that were added to the outbox.</param>
/// <param name="IsWhole">All that was brought is stored: none of it has to be tried again.</param>
public sealed record ProcessReport(int Fresh, int Alerts, bool IsWhole = true);

/// <summary>The story of one item, from the feed to the outbox.</summary>
internal sealed partial class NewsPipeline(
    FeedStore feeds, NewsStore news, SeenItems seen, EditedItems edited, UnreadItems unread, CompiledWatchlists watchlists, ArticlePages pages,
    ILogger<NewsPipeline> logger)
{
    private const string MayHaveBeenTold = "the database was restored, and the story may have been told before";

    /// <summary>Items of one transaction: few enough that a writer next to us does not wait long.</summary>
    private const int AtOnce = 50;

    /// <summary>A feed's poll and its hub's delivery don't run into each other.</summary>
    private readonly FeedTurns _turns = new();

    private readonly ConcurrentDictionary<(WatchlistId, string Expression), bool> _overrunsTold = [];

    /// <summary>
    /// Takes in what a poll brought. What is new is stored with all that follows from it, and what reads otherwise than when it
    /// was stored is read anew; the rest is passed over.
    /// </summary>
    /// <param name="onlyYoungerThan">
    /// Alerts only about items younger than this; the others are stored all the same. An item without a date, or with one
    /// that lies ahead, is as old as its receipt: zero.
    /// </param>
    public Task<ProcessReport> ProcessAsync(
        DueFeed feed, Feed parsed, DateTimeOffset receivedAt, TimeSpan onlyYoungerThan, CancellationToken cancellationToken) =>
        ProcessAsync(feed, parsed, isPart: false, receivedAt, onlyYoungerThan, cancellationToken);

    /// <summary>The same of what a hub delivered, which need not be the whole feed.</summary>
    public Task<ProcessReport> ProcessPartAsync(
        DueFeed feed, Feed part, DateTimeOffset receivedAt, TimeSpan onlyYoungerThan, CancellationToken cancellationToken) =>
        ProcessAsync(feed, part, isPart: true, receivedAt, onlyYoungerThan, cancellationToken);

    private async Task<ProcessReport> ProcessAsync(
        DueFeed feed, Feed parsed, bool isPart, DateTimeOffset receivedAt, TimeSpan onlyYoungerThan, CancellationToken cancellationToken)
    {
        var prints = DocumentPrints.Of(parsed, seen.LastOf(feed.Id));
        if (prints.SaysNothingNew)
        {
            seen.Keep(feed.Id, prints);
            return new ProcessReport(0, 0);
        }

        using var turn = await _turns.TakeAsync(feed.Id, cancellationToken);
        if (PlainText.OneLine(parsed.Title ?? "") is { Length: > 0 } title)
            await feeds.NameAsync(feed.Id, title, cancellationToken);
        var items = await seen.RecogniseAsync(
            feed.Id, ItemRecognition.Of(parsed.Items.Where(Article.SaysSomething)), isPart, cancellationToken);
        var fresh = Fresh(feed, items, receivedAt, parsed.Language);
        var report = await SaveAsync(feed, [.. fresh, .. Edited(feed, items, prints, receivedAt, parsed.Language)], receivedAt, onlyYoungerThan, cancellationToken);

        await unread.KeepAsync(feed.Id, receivedAt, cancellationToken);
        if (report.Fresh == items.Count(item => item.Known is null))
            seen.Keep(feed.Id, prints);
        else
            report = report with { IsWhole = false };
        return report;
    }

    private async Task<ProcessReport> SaveAsync(
        DueFeed feed, ImmutableArray<FreshArticle> fresh, DateTimeOffset receivedAt, TimeSpan onlyYoungerThan, CancellationToken cancellationToken)
    {
        if (fresh.IsEmpty)
            return new ProcessReport(0, 0);

        var (stored, alerts) = (0, 0);
        foreach (var chunk in fresh.Chunk(AtOnce))
        {
            var full = await WithPagesAsync(feed, chunk, IsNews, cancellationToken);
            int? told;
            do
            {
                // Anew for each: a watchlist may have changed meanwhile, and somebody have come or gone.
                var audience = await AudienceAsync(feed, cancellationToken);
                var readings = full.Select(one => TryRead(feed, one, audience, WhyUntold(one)) is { } read ? read with { NotTold = NotTold(one) } : null)
                    .OfType<NewArticle>().ToList();
                TellOverruns(audience);
                told = await news.SaveAsync(readings, audience.Followers, receivedAt, cancellationToken);
                stored += told is null ? 0 : readings.Count(reading => reading.Edited is null);
            }
            while (told is null);
            alerts += told.Value;
        }

        var untold = fresh.Count(one => one.Before is null && (!IsNews(one) || NotTold(one) is not null));
        if (feed.Primed && untold > 0)
            LogUntold(feed.Name, untold, stored);
        return new ProcessReport(stored, alerts);

        bool IsNews(FreshArticle one) => WhyUntold(one) is null;

        Untold? WhyUntold(FreshArticle one) =>
            one.IsReissue ? Untold.Reissue
            : receivedAt - one.Article.Published < onlyYoungerThan ? null
            : feed.Primed ? Untold.TooOld : Untold.FirstPoll;

        // What has no date of its own has that of its receipt.
        string? NotTold(FreshArticle one) =>
            feed.ToldUntil is { } until && (one.Article.Published <= until || one.Article.Published == receivedAt) ? MayHaveBeenTold : null;
    }

    private async Task<Audience> AudienceAsync(DueFeed feed, CancellationToken cancellationToken) => new(
        await watchlists.NewestAsync(cancellationToken), await feeds.FollowersAsync(feed.Id, cancellationToken));

    /// <summary>The items that are not stored yet, the oldest first, so that a channel reads them in their order.</summary>
    private ImmutableArray<FreshArticle> Fresh(DueFeed feed, ImmutableArray<RecognisedItem> items, DateTimeOffset receivedAt, string? language) =>
    [
        .. items
            .Where(item => item.Known is null)
            .Select(item => TryArticle(feed, item, receivedAt, language))
            .OfType<FreshArticle>()
            .Reverse()
            .OrderBy(one => one.Article.Published),
    ];

    /// <summary>The known items that say something else than when they were stored, as the articles that they are now.</summary>
    private ImmutableArray<FreshArticle> Edited(
        DueFeed feed, ImmutableArray<RecognisedItem> items, DocumentPrints prints, DateTimeOffset receivedAt, string? language)
    {
        var readings = new Dictionary<long, FreshArticle>();
        foreach (var item in items.Where(item => prints.IsChanged(item.Item)))
        {
            if (item.Known is { } known && TryArticle(feed, item, receivedAt, language) is { } reading)
                readings[known] = reading;
        }

        var stored = edited.Among(feed.Id, readings.ToDictionary(one => one.Key, one => one.Value.Wording), items.Length);
        return [.. stored.Select(one => readings[one.Key].InPlaceOf(one.Value, pages.AreWantedOf(readings[one.Key].Article))).OrderBy(one => one.Article.Published)];
    }

    /// <summary>An item that breaks the reading costs itself, not its feed.</summary>
    private FreshArticle? TryArticle(DueFeed feed, RecognisedItem recognised, DateTimeOffset receivedAt, string? language)
    {
        var item = recognised.Item;
        try
        {
            var article = Article.From(item, feed.Publisher ?? feed.Name, receivedAt, language);
            article = article with
            {
                Key = recognised.Key ?? article.Key,
                CanonicalLink = recognised.SharesLink ? null : article.CanonicalLink,
            };
            return new FreshArticle(article, recognised.NewMarks.All, recognised.IsReissue);
        }
        catch (Exception surprise)
        {
            PassOver(feed, PlainText.OneLine(item.Id ?? item.Link ?? item.Title ?? "an item without a name"), surprise);
            return null;
        }
    }

    /// <summary>What is to be told, with its page's text where the feed has only a teaser.</summary>
    private async Task<FreshArticle[]> WithPagesAsync(
        DueFeed feed, FreshArticle[] chunk, Func<FreshArticle, bool> isNews, CancellationToken cancellationToken)
    {
        if (!chunk.Any(IsWanted))
            return chunk;
        var audience = await AudienceAsync(feed, cancellationToken);
        return await Task.WhenAll(chunk.Select(one => IsWanted(one) ? TryWithPageAsync(feed, one, audience, cancellationToken) : Task.FromResult(one)));

        bool IsWanted(FreshArticle one) => isNews(one) && one.Full.Article.FeedText is null && pages.AreWantedOf(one.Article);
    }

    private async Task<FreshArticle> TryWithPageAsync(DueFeed feed, FreshArticle fresh, Audience audience, CancellationToken cancellationToken)
    {
        try
        {
            return audience.Meeting(fresh.Article).IsEmpty ? fresh : fresh with { Full = await pages.ReadAsync(fresh.Article, feed.Memory.MovedTo ?? feed.Url, cancellationToken) };
        }
        catch (Exception surprise) when (!cancellationToken.IsCancellationRequested)
        {
            LogUnreadable(surprise, feed.Name, fresh.Article.Title);
            return fresh;
        }
    }

    /// <summary>As <see cref="TryArticle"/>: what is not stored is tried again at the next poll.</summary>
    private NewArticle? TryRead(DueFeed feed, FreshArticle fresh, Audience audience, Untold? untold)
    {
        try
        {
            return Read(feed.Id, fresh, audience, untold);
        }
        catch (Exception surprise) when (fresh.Full.Article.FeedText is not null)
        {
            LogUnreadablePage(surprise, fresh.Article.Title);
            return TryRead(feed, fresh with { Full = new FullArticle(fresh.Article, Note: null, IsTeaser: false) }, audience, untold);
        }
        catch (Exception surprise)
        {
            PassOver(feed, fresh.Article.Title, surprise);
            return null;
        }
    }

    /// <summary>Nothing is dropped in silence: /status and /feed check name what could not be read, and every poll tries it again.</summary>
    private void PassOver(DueFeed feed, string item, Exception surprise)
    {
        LogUnreadable(surprise, feed.Name, item);
        unread.Add(feed.Id, item, surprise.Message);
    }

    /// <summary>
    /// What the teaser meets is met, even where the page lacks the words or has one that was to be absent: whether a story is
    /// told must not hang on whether a site answers in time. What only the page's text meets is met as well.
    /// </summary>
    private NewArticle Read(FeedId feed, FreshArticle fresh, Audience audience, Untold? untold)
    {
        var (article, note, isTeaser) = fresh.Full;
        var met = audience.Meeting(article);
        var metByTeaser = article.FeedText is null
            ? []
            : audience.Meeting(fresh.Article).ExceptBy(met.Select(one => one.Watchlist.Id), one => one.Watchlist.Id);
        var metBefore = fresh.Before is { } before ? audience.MeetingAnyReading(before.Article) : [];
        var text = new ArticleText(article.Text);
        var summary = Summary(article, text, met);
        var writer = new AlertWriter(article, summary);
        return new NewArticle(
            feed,
            article,
            new Digest([.. summary.Sentences.Select(sentence => sentence.Text)], writer.Foremost(), summary.Corrections),
            [
                .. met.Select(one => Found(one.Watchlist, writer.Write(one.Watchlist.Name, one.Watchlist.Severity, one.Match))),
                .. metByTeaser.Select(one => Found(one.Watchlist, ByTeaser(one.Watchlist, one.Match))),
            ])
        {
            Marks = fresh.Marks,
            PageNote = note,
            Edited = fresh.Before?.Id,
            Wording = fresh.Wording,
            Retold = fresh.Before is null ? null : Told(writer.Write("", Severity.Normal, new Match(default, []))),
            Quotes = summary.Quotes,
            Untold = untold,
            Claims = Claims(article, text),
            Officials = OfficialWord.Of(article.Text, summary.Quotes),
        };

        // What met a watchlist before it was edited was told then, or was no news.
        NewMatch Found(StoredWatchlist watchlist, Alert alert)
        {
            var told = Told(alert);
            var isToTell = untold is null && !metBefore.Contains(watchlist.Id);
            return new NewMatch(watchlist.Id, told.Reasons, isToTell ? [.. watchlist.Channels.Select(channel => (channel, told))] : []) { Alert = told };
        }

        Alert Told(Alert alert) => alert with { TeaserOnly = isTeaser ? note : null };

        // The reasons stand in the feed's text, and none of their places in the page's.
        Alert ByTeaser(StoredWatchlist watchlist, Match match) => writer.Write(watchlist.Name, watchlist.Severity, match with { Terms = [] }) with
        {
            Reasons = AlertWriter.Reasons(fresh.Article, match.Terms),
        };
    }

    /// <summary>Whoever runs the bot hears once of a watchlist that can't be asked in time.</summary>
    private void TellOverruns(Audience audience)
    {
        foreach (var (watchlist, expression) in audience.Overruns())
        {
            if (_overrunsTold.TryAdd((watchlist.Id, expression), true))
                LogOverrun(watchlist.Name, watchlist.Scope, expression);
        }
    }

    /// <summary>A story without its summary is better than no story.</summary>
    private Summary Summary(Article article, ArticleText text, ImmutableArray<(StoredWatchlist Watchlist, Match Match)> met)
    {
        try
        {
            return Summarizer.Summarize(article.Title, text, MatchedPlaces.InText(met.Select(one => one.Match)));
        }
        catch (Exception surprise)
        {
            LogUnsummarised(surprise, article.Title);
            return new Summary { Sentences = [], Quotes = [], Corrections = [] };
        }
    }

    /// <summary>So is one without its numbers.</summary>
    private ImmutableArray<Claim> Claims(Article article, ArticleText text)
    {
        try
        {
            return ClaimReader.Read(article.Title, text);
        }
        catch (Exception surprise)
        {
            LogUncounted(surprise, article.Title);
            return [];
        }
    }

    /// <summary>An item that is not stored yet, or says something else than what is stored, made ready.</summary>
    /// <param name="Article">As the feed has it.</param>
    private sealed record FreshArticle(Article Article, ImmutableArray<long> Marks, bool IsReissue)
    {
        public FullArticle Full { get; init; } = new(Article, Note: null, IsTeaser: false);

        /// <summary>What is stored of an item that was edited; null of one that is new.</summary>
        public StoredArticle? Before { get; private init; }

        /// <summary>See <see cref="ItemWording"/>.</summary>
        public long Wording { get; } = ItemWording.Of(Article.Title, Article.Text);

        /// <summary>
        /// Takes the place of what is stored, whose link and date stay. The page's text stays, too, where the feed has but a teaser
        /// of it: a page is asked for once.
        /// </summary>
        public FreshArticle InPlaceOf(StoredArticle stored, bool isTeaser)
        {
            var article = stored.Article with { Title = Article.Title, Text = Article.Text, FeedText = null, Author = Article.Author, Categories = Article.Categories };
            var full = isTeaser && stored.Article.FeedText is not null ? article with { Text = stored.Article.Text, FeedText = article.Text } : article;
            return new FreshArticle(article, [], IsReissue: false) { Before = stored, Full = new FullArticle(full, Note: null, IsTeaser: false) };
        }
    }

    /// <summary>
    /// Who hears of a feed's articles: the watchlists of the scopes that follow it, and those made where the operator's
    /// alerts go, if the operator follows it.
    /// </summary>
    private sealed class Audience(CompiledWatchlists.Snapshot watchlists, IReadOnlyList<ScopeKey> followers)
    {
        public HashSet<ScopeKey> Followers { get; } = [.. followers];

        public ImmutableArray<(StoredWatchlist Watchlist, Match Match)> Meeting(Article article) =>
            [.. watchlists.Meeting(article).Where(one => Hears(one.Watchlist))];

        /// <summary>The watchlists that the article's text meets, or its teaser.</summary>
        public HashSet<WatchlistId> MeetingAnyReading(Article article) => [.. article.Readings.SelectMany(reading => Meeting(reading)).Select(one => one.Watchlist.Id)];

        public IEnumerable<(StoredWatchlist Watchlist, string Expression)> Overruns() => watchlists.Overruns();

        private bool Hears(StoredWatchlist watchlist) =>
            Followers.Contains(watchlist.Scope) || (watchlist.AtHome && Followers.Contains(ScopeKey.Operator));
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "{Feed} brought items that are stored and not told ({Untold} of {Fresh} new ones): they are older than Polling:OldAfter, the whole feed was issued anew, or the database was restored and they may have been told before.")]
    private partial void LogUntold(string feed, int untold, int fresh);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The watchlist {Name} of {Scope} may miss stories: its regular expression {Expression} takes too long to look for and is given up where that goes on. Change the watchlist: smaller numbers in the repetitions, fewer dots, or words with NEAR in place of the expression.")]
    private partial void LogOverrun(string name, ScopeKey scope, string expression);

    [LoggerMessage(Level = LogLevel.Error, Message = "An item of {Feed} could not be read and is passed over: {Item}")]
    private partial void LogUnreadable(Exception surprise, string feed, string item);

    [LoggerMessage(Level = LogLevel.Error, Message = "The page of “{Headline}” could not be read; the summary is from the feed's text.")]
    private partial void LogUnreadablePage(Exception surprise, string headline);

    [LoggerMessage(Level = LogLevel.Error, Message = "The numbers of “{Headline}” could not be read; it is told without them.")]
    private partial void LogUncounted(Exception surprise, string headline);

    [LoggerMessage(Level = LogLevel.Error, Message = "No summary could be made of “{Headline}”; it is told without one.")]
    private partial void LogUnsummarised(Exception surprise, string headline);
}
