using System.Collections.Immutable;
using System.Net;
using System.Text;
using News.Articles;
using News.Feeds;

namespace Bot.Polling;

/// <summary>
/// Looks at an address that a person typed: is it a feed, or a page that has some? Every feed that is offered was fetched
/// and read. It asks one thing after the other, in its turn at each host like any poll, and only so often and so long.
/// </summary>
internal sealed class FeedFinder(FeedFetcher fetcher, JustFetched justFetched, TimeProvider time)
{
    public const int MostRequests = 8;
    public const int MostOffered = 5;

    private const int MostGuesses = 6;
    private const int MostUnread = 3;
    private const int LongestTitle = 120;

    // Of the links of both together, when two formats carry the same feed: one may be a moment older.
    private const double LeastShared = 0.8;

    /// <summary>As long as a person waits for an answer.</summary>
    public static readonly TimeSpan LongestSearch = TimeSpan.FromSeconds(20);

    /// <summary>An address without a scheme: how long https is waited for before http is tried.</summary>
    private static readonly TimeSpan LongestTry = TimeSpan.FromSeconds(7);

    /// <inheritdoc cref="FindFeeds"/>
    public async Task<FeedFinding> FindAsync(ImmutableArray<Uri> addresses, CancellationToken cancellationToken)
    {
        using var deadline = new CancellationTokenSource(LongestSearch, time);
        var errand = new Errand(fetcher, time, deadline.Token, cancellationToken);
        var (asked, outcome) = await ReachAsync(errand, addresses);
        return outcome switch
        {
            FetchOutcome.Fetched fetched => await LookAsync(errand, asked, fetched),
            // A host that does not exist is a slip of the finger far more often than a site to come.
            FetchOutcome.TryLater(var reason) => await InPlaceOfAsync(errand, asked, reason, outcome, mayPass: outcome.Cause != FetchCause.NoSuchHost),
            FetchOutcome.Refused(var reason) => await InPlaceOfAsync(errand, asked, reason, outcome, mayPass: false),
            FetchOutcome.Gone => await InPlaceOfAsync(errand, asked, "the site says that it is gone for good (HTTP 410)", outcome, mayPass: false),
            _ => throw new InvalidOperationException($"Nobody asked for {outcome.GetType().Name}."),
        };
    }

    /// <summary>The first of the addresses where a server answers; where none does, the first with what became of it.</summary>
    private static async Task<(Uri Asked, FetchOutcome Outcome)> ReachAsync(Errand errand, ImmutableArray<Uri> addresses)
    {
        (Uri, FetchOutcome)? first = null;
        for (var i = 0; i < addresses.Length; i++)
        {
            var limit = i < addresses.Length - 1 ? LongestTry : LongestSearch;
            var outcome = await errand.AskAsync(addresses[i], limit) ?? NoAnswer(addresses[i], limit);
            if (!IsUnreached(outcome))
                return (addresses[i], outcome);
            first ??= (addresses[i], outcome);
        }

        return first ?? throw new ArgumentException("There is no address to look at.", nameof(addresses));
    }

    private static FetchOutcome.TryLater NoAnswer(Uri url, TimeSpan limit) =>
        new($"no answer from {HostName.Shown(url)} within {limit.TotalSeconds:0} s") { Cause = FetchCause.AnswerTimeout };

    /// <summary>No server has answered in HTTP: another scheme may do better. A name that DNS does not know is unknown to both.</summary>
    private static bool IsUnreached(FetchOutcome outcome) => outcome.Cause is FetchCause.ConnectionRefused or FetchCause.ConnectTimeout
        or FetchCause.ConnectionLost or FetchCause.AnswerTimeout or FetchCause.Unreachable or FetchCause.TlsFailed or FetchCause.NotHttp
        or FetchCause.CertificateExpired or FetchCause.CertificateNotYetValid or FetchCause.CertificateOfOtherHost or FetchCause.CertificateUntrusted;

    private async Task<FeedFinding> LookAsync(Errand errand, Uri asked, FetchOutcome.Fetched fetched)
    {
        switch (FeedParser.Parse(fetched.Body, fetched.ContentType, fetched.FinalUrl))
        {
            case FeedReading.Read(var feed):
                var found = Found(asked, fetched, feed);
                return new FeedFinding.Feed(found, found.Url == asked ? null : asked);
            case FeedReading.NotAFeed(var reason):
                var (cause, words) = PageInstead.Describe(asked, fetched, reason);
                if (cause == FetchCause.BotWall)
                    return await InPlaceOfAsync(errand, asked, words, new FetchOutcome.Refused(words) { Cause = cause }, mayPass: false);
                var candidates = Candidates(fetched);
                if (fetched.FinalUrl.Host != asked.Host)
                    candidates = [.. ByAddress(asked), .. candidates];
                if (candidates.All(candidate => candidate.FoundBy == FeedClue.Guess)
                    && FeedDiscovery.Forward(fetched.Body, fetched.ContentType, fetched.FinalUrl) is { } next
                    && await errand.GoOnAsync(next) is { } onward)
                {
                    return await LookAsync(errand, next, onward);
                }

                return await SearchAsync(errand, asked, Sentence(words), candidates);
            default:
                throw new InvalidOperationException("A reading is a feed or none.");
        }
    }

    /// <summary>The page is not for us; where its address alone says where its feed is, that is looked at.</summary>
    private async Task<FeedFinding> InPlaceOfAsync(Errand errand, Uri asked, string reason, FetchOutcome outcome, bool mayPass)
    {
        if (outcome.Cause is FetchCause.BotWall or FetchCause.Forbidden or FetchCause.LoginRequired or FetchCause.TooLarge
            && ByAddress(asked) is { IsEmpty: false } candidates
            && await SearchAsync(errand, asked, Sentence(reason), candidates) is FeedFinding.Page { Feeds.IsEmpty: false } page)
        {
            return page;
        }

        return new FeedFinding.Unreadable(asked, reason, outcome.Advice, mayPass && MayBeFeed(asked));
    }

    /// <summary>
    /// What a page and its <c>Link</c> headers name. A link in a header is what it would be in the page, so it is read as
    /// one: which types are feeds', and which feeds are asides, is known there.
    /// </summary>
    private static ImmutableArray<DiscoveredFeed> Candidates(FetchOutcome.Fetched page)
    {
        // WordPress names its API so, at each of its pages.
        var links = page.Alternates.RemoveAll(link => link.Type is "application/json" && !LinkHeader.Names(link.Relations, "feed"));
        if (links.IsEmpty)
            return FeedDiscovery.Find(page.Body, page.ContentType, page.FinalUrl);
        var head = string.Concat(links.Select(link =>
            $"<link rel=\"{Html(link.Relations)}\" type=\"{Html(link.Type)}\" title=\"{Html(link.Title)}\" href=\"{Html(link.Target.AbsoluteUri)}\">"));
        var whole = head + PageReader.Decode(page.Body.Span, page.ContentType);
        return FeedDiscovery.Find(Encoding.UTF8.GetBytes(whole), "text/html; charset=utf-8", page.FinalUrl);

        static string Html(string? text) => WebUtility.HtmlEncode(text ?? "");
    }

    /// <summary>What is known from the address alone: a channel of YouTube has its feed at a known place.</summary>
    private static ImmutableArray<DiscoveredFeed> ByAddress(Uri address) =>
        [.. FeedDiscovery.Find(default, null, address).Where(feed => feed.FoundBy == FeedClue.Platform)];

    /// <summary>A front page, and a page by its name, is no feed once it can be read.</summary>
    private static bool MayBeFeed(Uri url) =>
        (url.AbsolutePath != "/" || url.Query.Length > 0)
        && !url.AbsolutePath.EndsWith(".html", StringComparison.OrdinalIgnoreCase)
        && !url.AbsolutePath.EndsWith(".htm", StringComparison.OrdinalIgnoreCase);

    private async Task<FeedFinding> SearchAsync(Errand errand, Uri asked, string instead, ImmutableArray<DiscoveredFeed> candidates)
    {
        var named = candidates.Where(IsNamed).ToList();
        var feeds = new List<Reading>();
        var unread = new List<UnreadFeed>();
        var hasDirectory = false;
        var looked = 0;
        while (looked < named.Count && feeds.Count < MostOffered && await errand.AskAsync(named[looked].Url) is { } outcome)
        {
            var candidate = named[looked++];
            var (isPage, reason) = Take(candidate, outcome, feeds);
            if (reason is not null && candidate.FoundBy is FeedClue.Declared or FeedClue.Linked && unread.Count < MostUnread)
                unread.Add(new UnreadFeed(candidate.Url, reason));
            if (isPage && candidate.FoundBy == FeedClue.Linked && !hasDirectory && outcome is FetchOutcome.Fetched page)
            {
                // "RSS" at the foot of a news site leads to the page that lists its feeds.
                hasDirectory = true;
                var known = named.Select(one => one.Url).ToHashSet();
                named.AddRange(Candidates(page).Where(one => IsNamed(one) && known.Add(one.Url)));
            }
        }

        if (feeds.Count == 0 && looked == named.Count)
            await GuessAsync(errand, candidates, feeds);
        return new FeedFinding.Page(asked, instead, [.. feeds.Select(feed => feed.Found)], [.. unread], named.Count - looked);
    }

    /// <summary>Something says that it is there, and no password would be written down with it.</summary>
    private static bool IsNamed(DiscoveredFeed candidate) => candidate.FoundBy != FeedClue.Guess && candidate.Url.UserInfo.Length == 0;

    /// <summary>Tries the usual places until one has a feed, or the site has had enough.</summary>
    private async Task GuessAsync(Errand errand, ImmutableArray<DiscoveredFeed> candidates, List<Reading> feeds)
    {
        // A page's folder and the root get the same share. Who has a folder of its own among the guesses comes last in any case.
        var places = candidates.Where(candidate => candidate.FoundBy == FeedClue.Guess)
            .GroupBy(guess => new Uri(guess.Url, ".")).Select(place => place.ToList()).Where(place => place.Count > 1).ToList();
        foreach (var guess in places.SelectMany(place => place.Take(MostGuesses / places.Count)))
        {
            if (await errand.AskAsync(guess.Url) is not { } outcome)
                return;
            Take(guess, outcome, feeds);
            if (feeds.Count > 0 || outcome is not (FetchOutcome.Fetched or FetchOutcome.Gone or FetchOutcome.Refused { Cause: FetchCause.NotFound }))
                return;
        }
    }

    /// <summary>
    /// Adds a candidate that is a feed, and not one of those in other clothes. Else it may be a page; or there is a reason
    /// why it is none, where that is worth telling.
    /// </summary>
    private (bool IsPage, string? Reason) Take(DiscoveredFeed candidate, FetchOutcome outcome, List<Reading> feeds)
    {
        switch (outcome)
        {
            case FetchOutcome.Fetched fetched:
                if (FeedParser.Parse(fetched.Body, fetched.ContentType, fetched.FinalUrl) is not FeedReading.Read(var feed))
                    return (true, candidate.FoundBy == FeedClue.Declared ? "it is no feed" : null);
                var found = Found(candidate.Url, fetched, feed) with { IsNamed = candidate.FoundBy != FeedClue.Guess };
                found = found with { LinkText = candidate.Title };
                var reading = new Reading(found, fetched.FinalUrl, feed);
                if (!feeds.Exists(other => other.Final == reading.Final || IsSame(other, reading)))
                    feeds.Add(reading);
                return (false, null);
            case FetchOutcome.TryLater(var reason):
                return (false, reason);
            case FetchOutcome.Refused(var reason):
                return (false, reason);
            default:
                return (false, "it is gone for good (HTTP 410)");
        }
    }

    /// <summary>The same feed at another address: alike from outside, or another format with the same articles.</summary>
    private static bool IsSame(Reading one, Reading other)
    {
        var (found, its) = (one.Found, other.Found);
        if (found.Newest is not null && (found.Title, found.Items, found.Newest, found.NewestAt) == (its.Title, its.Items, its.Newest, its.NewestAt))
            return true;
        if (one.Feed.Format == other.Feed.Format)
            return false;
        var all = one.Links.Union(other.Links).Count();
        return all > 0 && one.Links.Intersect(other.Links).Count() >= LeastShared * all;
    }

    private FoundFeed Found(Uri asked, FetchOutcome.Fetched fetched, Feed feed)
    {
        var now = time.GetUtcNow();
        var newest = feed.Items.MaxBy(item => Date(item) ?? DateTimeOffset.MinValue);
        var at = newest is null ? null : Date(newest);
        var url = fetched.MovedTo ?? asked;
        justFetched.Keep(url, fetched);
        return new FoundFeed(
            url, Cut(feed.Title), feed.Items.Length, Cut(newest?.Title ?? (newest?.Summary ?? newest?.Content)?.ToText()), at > now ? now : at);
    }

    private static DateTimeOffset? Date(FeedItem item) => item.Published ?? item.Updated;

    private static string? Cut(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
            return null;
        text = string.Join(' ', text[..Math.Min(text.Length, 10 * LongestTitle)].Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        if (text.Length <= LongestTitle)
            return text;
        var space = text.LastIndexOf(' ', LongestTitle - 1);
        var end = space > LongestTitle / 2 ? space : LongestTitle - 1;
        return $"{text[..(char.IsHighSurrogate(text[end - 1]) ? end - 1 : end)].TrimEnd()}…";
    }

    private static string Sentence(string words) => $"{char.ToUpperInvariant(words[0])}{words[1..].TrimEnd('.')}.";

    /// <summary>A feed that was read on the way.</summary>
    private sealed record Reading(FoundFeed Found, Uri Final, Feed Feed)
    {
        public IEnumerable<string> Links => Feed.Items.Select(item => item.Link).OfType<string>();
    }

    /// <summary>One search, with what is left of its time and its requests.</summary>
    private sealed class Errand(FeedFetcher fetcher, TimeProvider time, CancellationToken deadline, CancellationToken stopping)
    {
        private int _left = MostRequests;
        private bool _wentOn;

        /// <summary>Where a page leads its reader at once, once in a search; null where nothing is there.</summary>
        public async Task<FetchOutcome.Fetched?> GoOnAsync(Uri next)
        {
            if (_wentOn)
                return null;
            _wentOn = true;
            return await AskAsync(next) as FetchOutcome.Fetched;
        }

        /// <summary>Null where nothing more may be asked, or the time ran out meanwhile.</summary>
        public async Task<FetchOutcome?> AskAsync(Uri url, TimeSpan? limit = null)
        {
            if (_left == 0 || deadline.IsCancellationRequested)
                return null;
            _left--;
            using var patience = new CancellationTokenSource(limit ?? LongestSearch, time);
            using var any = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, deadline, stopping);
            try
            {
                return await fetcher.FetchAsync(new FetchRequest(url), any.Token);
            }
            catch (OperationCanceledException) when (!stopping.IsCancellationRequested)
            {
                // The wait for a turn at the host counts here, too: a person waits.
                return null;
            }
        }
    }
}
