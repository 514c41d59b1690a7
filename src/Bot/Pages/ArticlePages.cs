using System.Collections.Concurrent;
using Bot.Polling;
using Bot.Storage;
using Microsoft.Extensions.Options;
using News.Articles;

namespace Bot.Pages;

/// <summary>An article with the fullest text that could be had.</summary>
/// <param name="Note">What became of its page: a sentence. Null where the page was not wanted.</param>
/// <param name="IsTeaser">The page could not be had, and what the feed has is all there is.</param>
internal sealed record FullArticle(Article Article, string? Note, bool IsTeaser);

/// <summary>
/// Fetches the pages of articles of which the feed has but a teaser: each page once, past the gates by which feeds are
/// fetched, and for no longer than an alert may wait.
/// </summary>
internal sealed partial class ArticlePages(
    FeedFetcher fetcher, PageStore pages, IOptions<ArticlesOptions> options, TimeProvider time, ILogger<ArticlePages> logger)
{
    private readonly ArticlesOptions _options = options.Value;

    /// <summary>What is being asked for now: two feeds that bring the same link wait for one answer.</summary>
    private readonly ConcurrentDictionary<string, Lazy<Task<AskedPage>>> _underWay = new(StringComparer.Ordinal);

    /// <summary>Whether the article's page is worth asking for: the feed has but a teaser, and the link is the article's own.</summary>
    public bool AreWantedOf(Article article) => _options.Fetch && Teaser.Is(article.Text, _options.ShorterThan) && Page(article) is not null;

    /// <summary>The article with its page's text, where that is the article's. Whatever goes wrong, the feed's text stands.</summary>
    /// <param name="feed">Where the article's feed was fetched from: one from outside leads to no page on a private network.</param>
    public async Task<FullArticle> ReadAsync(Article article, Uri feed, CancellationToken stopping)
    {
        var (key, url) = Page(article) ?? throw new ArgumentException("The article has no page.", nameof(article));
        var request = new FetchRequest(url) { Wanted = Wanted.Page, OutsideOnly = !fetcher.IsOwn(feed) };
        try
        {
            return Judge(article, url, await AskOnceAsync(key, request, stopping));
        }
        catch (Exception surprise) when (!stopping.IsCancellationRequested)
        {
            LogSurprise(surprise, article.Title);
            return WithoutPage(article, "something unexpected went wrong; the log has more");
        }
    }

    /// <summary>The page that is the article's own; null where its link is no web page's, or that of many articles.</summary>
    private static (string Key, Uri Url)? Page(Article article) =>
        article.CanonicalLink is { } key && Uri.TryCreate(article.Link, UriKind.Absolute, out var url) && FeedAddress.IsWeb(url)
            ? (key, FeedAddress.WithoutCredentials(url)) // what a feed's text says is nobody's password
            : null;

    private FullArticle Judge(Article article, Uri asked, AskedPage came)
    {
        if (came is not { Page: { } page, Address: { } address })
            return WithoutPage(article, came.Trouble!);
        switch (FullerText.Of(article, page, asked, address))
        {
            case FullerText.Found(var full):
                return new FullArticle(full, "The summary is from the article's page: the feed has less of it.", IsTeaser: false);
            case FullerText.SaysNoMore:
                return new FullArticle(article, "The summary is from the feed's text: the article's page says no more.", IsTeaser: false);
            case FullerText.NotTheArticle(var reason):
                var link = FeedAddress.ForLog(asked);
                LogNotTheArticle(article.Title, link, reason);
                return WithoutPage(article, reason);
            case var other:
                throw new InvalidOperationException($"Nobody knows {other.GetType().Name}.");
        }
    }

    private static FullArticle WithoutPage(Article article, string reason) => new(
        article, $"The summary is from the feed's teaser: the article's page could not be had ({reason}).", IsTeaser: true);

    private Task<AskedPage> AskOnceAsync(string key, FetchRequest request, CancellationToken stopping) =>
        _underWay.GetOrAdd(key, _ => new Lazy<Task<AskedPage>>(() => RememberAsync(key, request, stopping))).Value;

    private async Task<AskedPage> RememberAsync(string key, FetchRequest request, CancellationToken stopping)
    {
        try
        {
            if (await pages.FindAsync(key) is { } known)
                return known;
            var (page, wasAsked) = await AskAsync(request, stopping);
            if (wasAsked)
                await pages.KeepAsync(key, page, time.GetUtcNow(), stopping);
            return page;
        }
        finally
        {
            _underWay.TryRemove(key, out _);
        }
    }

    /// <summary>What comes of asking for a page; not asked are hosts that want to be left alone.</summary>
    private async Task<(AskedPage Page, bool WasAsked)> AskAsync(FetchRequest request, CancellationToken stopping)
    {
        using var patience = new CancellationTokenSource(_options.Timeout, time);
        using var end = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, stopping);
        using var visit = fetcher.Hosts.Visit(Wanted.Page); // a place until the page is read: what was fetched has to be digested
        try
        {
            var outcome = await fetcher.FetchAsync(request, visit, end.Token);
            var page = Read(request, outcome);
            if (page.Trouble is { } reason)
                Log(request, outcome, reason);
            return (page, outcome.Cause != FetchCause.LeftAlone);
        }
        catch (OperationCanceledException) when (!stopping.IsCancellationRequested)
        {
            var (reason, address) = ($"it had not come after {_options.Timeout.TotalSeconds:0.#} s, Articles:Timeout", FeedAddress.ForLog(request.Url));
            LogNoPage(address, reason);
            return (Without(reason), true);
        }
    }

    private static AskedPage Read(FetchRequest request, FetchOutcome outcome) => outcome switch
    {
        { Cause: FetchCause.AddressNotAllowed } when request.OutsideOnly => Without("it is on a private network, and its feed is not"),
        FetchOutcome.Fetched fetched when BotWall.In(fetched.Body.Span) is { } wall => Without($"a bot wall ({wall}) answers in place of {HostName.Shown(fetched.FinalUrl)}"),
        FetchOutcome.Fetched fetched => new AskedPage(
            fetched.FinalUrl, PageReader.Read(PageReader.Decode(fetched.Body.Span, fetched.ContentType), fetched.FinalUrl), Trouble: null),
        FetchOutcome.TryLater(var reason) => Without(reason),
        FetchOutcome.Refused(var reason) => Without(reason),
        FetchOutcome.Gone => Without("HTTP 410 Gone"),
        _ => throw new InvalidOperationException($"Nobody asked for {outcome.GetType().Name}."),
    };

    private static AskedPage Without(string reason) => new(Address: null, Page: null, reason);

    /// <summary>A warning where whoever runs the bot can do something about it.</summary>
    private void Log(FetchRequest request, FetchOutcome outcome, string reason)
    {
        var address = FeedAddress.ForLog(request.Url);
        if (outcome.Cause == FetchCause.TooLarge || (outcome.Cause == FetchCause.AddressNotAllowed && !request.OutsideOnly))
            LogClosed(address, reason, outcome.Advice);
        else
            LogNoPage(address, reason);
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "The page {Address} could not be had ({Reason}): the summary is from the feed's teaser.")]
    private partial void LogNoPage(string address, string reason);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The page {Address} could not be had ({Reason}): the summary is from the feed's teaser. {Advice}")]
    private partial void LogClosed(string address, string reason, string? advice);

    [LoggerMessage(Level = LogLevel.Information, Message = "The page of “{Headline}” ({Address}) was not taken ({Reason}): the summary is from the feed's teaser.")]
    private partial void LogNotTheArticle(string headline, string address, string reason);

    [LoggerMessage(Level = LogLevel.Error, Message = "The page of “{Headline}” met something unexpected; the summary is from the feed's teaser.")]
    private partial void LogSurprise(Exception surprise, string headline);
}
