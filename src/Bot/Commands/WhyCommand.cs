using System.Collections.Immutable;
using Bot.Cards;
using Bot.Storage;
using News.Alerts;
using News.Articles;
using News.Matching;

namespace Bot.Commands;

/// <summary><c>/why</c>: why a stored item met a watchlist or did not, and what became of it.</summary>
public sealed class WhyCommand(ItemStore items, WatchlistStore watchlists, FeedStore feeds, EntityBooks books)
{
    /// <summary>Headlines that words are looked for in: an answer is due within seconds.</summary>
    private const int MostHeadlines = 50_000;

    private const int MostFeeds = 5;

    public async Task<Answer> AnswerAsync(CommandRequest request, CancellationToken cancellationToken)
    {
        var asker = request.Asker;
        var (asked, name) = Asked(request);
        var visible = await watchlists.ListAsync(asker.Scopes(), cancellationToken);
        if (name is not null && !visible.Any(one => IsCalled(one, name)))
            return Answer.Says($"There is no watchlist “{name}” here. {asker.Slash}watch list names them.");
        if (visible.Count == 0)
            return Answer.Says($"There are no watchlists here yet. {asker.Slash}watch add makes one.");

        var (item, further) = Find(asker, asked, cancellationToken);
        if (item is not { } id || items.Read(id, asker.Scopes()) is not { } history)
            return await NotFoundAsync(asker, asked, cancellationToken);
        var feed = (await feeds.ListAsync(asker.Scopes(), cancellationToken)).FirstOrDefault(one => one.Id == history.Feed)?.Name ?? history.Item.Article.Source;
        return Explain(asker, history, feed, [.. visible.Where(one => name is null || IsCalled(one, name))], further);
    }

    /// <summary>What is asked about, and the watchlist that is named: "https://… iraq-strikes" names one, too.</summary>
    private static (string Item, string? Watchlist) Asked(CommandRequest request)
    {
        var item = TypedAddress.Bare(request.Options.GetValueOrDefault("item") ?? "");
        var name = request.Options.GetValueOrDefault("watchlist")?.Trim() is { Length: > 0 } given ? given : null;
        if (!IsLink(item))
            return (item, name);
        var space = item.IndexOf(' ', StringComparison.Ordinal);
        var link = TypedAddress.Bare(space < 0 ? item : item[..space]).Split('|')[0]; // Slack puts what it shows behind a bar
        return (link, name ?? (space < 0 ? null : item[(space + 1)..].Trim()));
    }

    private static bool IsLink(string text) =>
        text.StartsWith("http://", StringComparison.OrdinalIgnoreCase) || text.StartsWith("https://", StringComparison.OrdinalIgnoreCase);

    private static bool IsCalled(StoredWatchlist watchlist, string name) => string.Equals(watchlist.Name, name, StringComparison.OrdinalIgnoreCase);

    /// <summary>The newest item that is meant, and how many others may be.</summary>
    private (ArticleId? Item, int Further) Find(Asker asker, string asked, CancellationToken cancellationToken)
    {
        if (asked.Length == 0)
            return (items.FindNewestAlert(asker.Channel), 0);
        if (IsLink(asked))
            return (items.FindByLink(asker.Scopes(), asked), 0);
        if (TitleQuery(asked) is not { } query)
            return (null, 0);

        List<ArticleId> found = [];
        foreach (var (id, title) in items.Headlines(asker.Scopes()).Take(MostHeadlines))
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (!query.Match(new Article { Key = new ItemKey(""), Title = title, Text = "", Source = "", Published = default }).IsEmpty)
                found.Add(id);
        }

        return found is [var newest, ..] ? (newest, found.Count - 1) : (null, 0);
    }

    /// <summary>Every word of a headline, in any order; null where there is none.</summary>
    private static Query? TitleQuery(string words)
    {
        var terms = words.Replace('"', ' ').Split([' ', '\n', '\t'], StringSplitOptions.RemoveEmptyEntries)
            .Select(word => $"title:\"{word}\"").Where(term => Query.Parse(term) is QueryReading.Read).Take(30);
        return Query.Parse(string.Join(" AND ", terms)) is QueryReading.Read { Query: var query } ? query : null;
    }

    private Answer Explain(Asker asker, ItemHistory history, string feed, ImmutableArray<StoredWatchlist> asked, int further)
    {
        var article = history.Item.Article;
        List<CardPart> parts = [];
        List<CardText> others = [];
        foreach (var watchlist in asked)
        {
            if (Query.Parse(watchlist.Query, books.Of(watchlist.Scope)) is not QueryReading.Read { Query: var query })
            {
                others.Add(CardText.Of(new TextRun.Bold(watchlist.Name), " finds nothing: its query is wrong."));
                continue;
            }

            var (reading, verdict) = Judge(query, article);
            ImmutableArray<CardPart> found = [new CardPart.Listing([.. AlertWriter.Reasons(reading, verdict.Met).Select(ReasonWords.Point)])];
            if (verdict.Holds)
                parts.AddRange([new CardPart.Paragraph(CardText.Of(["It meets ", new TextRun.Bold(watchlist.Name), ". ", .. Fate(asker, history, feed, watchlist)])), .. found]);
            else if (asked.Length == 1)
                parts.AddRange([new CardPart.Paragraph(CardText.Of(["It does not meet ", .. Missing(history, watchlist, verdict)])), .. verdict.Met.IsEmpty ? [] : (ImmutableArray<CardPart>)[new CardPart.Paragraph("What does stand there:"), .. found]]);
            else
                others.Add(new CardText(Missing(history, watchlist, verdict)));
            if (verdict.Holds && query.Overrun is { } slow)
                parts.Add(new CardPart.Paragraph(CardText.Of(["In ", new TextRun.Bold(watchlist.Name), ", ", new TextRun.Code(slow), " takes too long to look for in it, so whether it stands there is not known."])));
        }

        if (others.Count > 0)
            parts.AddRange([new CardPart.Paragraph(parts.Count == 0 ? "It meets no watchlist:" : "It does not meet the others:"), new CardPart.Listing([.. others])]);
        if (history.PageNote is not null || !history.Met.IsEmpty)
            parts.Add(new CardPart.Paragraph(history.PageNote ?? "The summary is from the feed's text."));
        if (further > 0)
            parts.Add(new CardPart.Paragraph($"{Plural.Of(further, "older headline has", "older headlines have")} these words too; a link says which is meant."));
        return Answer.Of(new Card
        {
            Title = article.Title,
            TitleLink = Links.TryHttp(article.Link),
            PlainText = $"Why “{article.Title}” was found, or was not",
            Parts = [.. parts],
            Footer = CardText.Of(article.Source, " · ", new TextRun.Moment(article.Published), $" · story s{history.Item.Story.Value}"),
        });
    }

    /// <summary>The reading of an article by which it meets a query; the fullest where none does.</summary>
    private static (Article Reading, Verdict Verdict) Judge(Query query, Article article)
    {
        var judged = article.Readings.Select(reading => (reading, query.Judge(reading))).ToList();
        return judged.Find(one => one.Item2.Holds) is { reading: not null } held ? held : judged[0];
    }

    /// <summary>What became of an item that meets the watchlist.</summary>
    private static ImmutableArray<TextRun> Fate(Asker asker, ItemHistory history, string feed, StoredWatchlist watchlist)
    {
        ImmutableArray<StoryMessage> told = [.. history.Told.Where(one => one.Watchlist == watchlist.Id)];
        if (!told.IsEmpty)
            return [.. Joined(history, watchlist, told), .. ToldWords.Of(asker, told), "."];
        if (!history.Readers.Contains(watchlist.Scope) && !(watchlist.AtHome && history.Readers.Contains(ScopeKey.Operator)))
            return [$"It was not told: the watchlist does not read {feed}."];
        if (!history.Met.ContainsKey(watchlist.Id))
            return ["It was not told: the watchlist, or what its query means, is newer than the item, which came ", new TextRun.Moment(history.Received), "."];
        return history.Untold is { } reason
            ? Untold(history, feed, reason)
            : ["It was not told: the watchlist had no channel when it came, ", new TextRun.Moment(history.Received), "."];
    }

    private static ImmutableArray<TextRun> Untold(ItemHistory history, string feed, Untold reason) => reason switch
    {
        Storage.Untold.FirstPoll =>
        [
            $"It was stored and not told: it came with the first items that {feed} brought, ", new TextRun.Moment(history.Received),
            ", and what a feed holds at its first poll counts as known.",
        ],
        Storage.Untold.TooOld =>
        [
            "It was stored and not told: it came ", new TextRun.Moment(history.Received), " with the date ", new TextRun.Moment(history.Item.Article.Published),
            ", too old to be news (Polling:OldAfter).",
        ],
        Storage.Untold.Reissue => [$"It was stored and not told: it came ", new TextRun.Moment(history.Received), $", when {feed} was issued anew as a whole."],
        _ => ["It was stored and not told, ", new TextRun.Moment(history.Received), ", by an older bot, which did not write down why."],
    };

    /// <summary>Of an item that was not the first of its story: which story that is, and by whose report it was told.</summary>
    private static ImmutableArray<TextRun> Joined(ItemHistory history, StoredWatchlist watchlist, ImmutableArray<StoryMessage> told)
    {
        if (history.Untold is { } reason)
            return [reason == Storage.Untold.FirstPoll ? "It was known before it was news. " : "It was no news when it came. "];
        return history.Met.GetValueOrDefault(watchlist.Id) == true
            ? ["It joined the story ", new TextRun.Code($"s{history.Item.Story.Value}"), $", told by “{told[0].Headline}”. "]
            : [];
    }

    /// <summary>The watchlist and what kept its query from holding.</summary>
    private static ImmutableArray<TextRun> Missing(ItemHistory history, StoredWatchlist watchlist, Verdict verdict)
    {
        var runs = ImmutableArray.CreateBuilder<TextRun>();
        runs.Add(new TextRun.Bold(watchlist.Name));
        foreach (var absent in verdict.Failing.Where(failing => failing.Kind == FailureKind.NotThere).GroupBy(failing => failing.Alternatives))
        {
            runs.Add(runs.Count == 1 ? ": " : "; ");
            runs.AddRange(Absent([.. absent.Select(failing => new TextRun.Code(failing.Field + failing.Written))], areAlternatives: absent.Key is not null));
        }

        foreach (var failing in verdict.Failing.Where(failing => failing.Kind != FailureKind.NotThere))
            runs.AddRange(runs.Count == 1 ? ": " : "; ", new TextRun.Code(failing.Field + failing.Written), $" {Missing(failing)}");
        runs.Add(history.Met.ContainsKey(watchlist.Id) ? ". It met the query that the watchlist had when it came." : ".");
        return runs.ToImmutable();
    }

    /// <summary>"IRGC stands nowhere in it"; of alternatives "neither IRGC nor airstrike stands in it", of what was needed together "drone and Iraq stand nowhere in it".</summary>
    private static IEnumerable<TextRun> Absent(ImmutableArray<TextRun> terms, bool areAlternatives)
    {
        var neither = areAlternatives && terms.Length > 1;
        if (neither)
            yield return "neither ";
        for (var i = 0; i < terms.Length; i++)
        {
            if (i > 0)
                yield return neither ? " nor " : i == terms.Length - 1 ? " and " : ", ";
            yield return terms[i];
        }

        yield return neither ? " stands in it" : terms.Length > 1 ? " stand nowhere in it" : " stands nowhere in it";
    }

    private static string Missing(Failing failing)
    {
        var places = Together(failing.Places.Select(Place), ", ");
        return failing.Kind switch
        {
            FailureKind.Elsewhere => $"stands only {Together(failing.Places.Select(place => ReasonWords.Where(place.Field)), " and ")}: {Together(failing.Places.Select(place => $"“{place.Text}”"), ", ")}",
            FailureKind.Excluded => $"stands there and was to be absent: {places}",
            FailureKind.TooFarApart => $"stands too far apart: {places}",
            FailureKind.InDifferentQuotations => $"stands in different quotations: {places}",
            FailureKind.TookTooLong => "takes too long to look for in it, so whether it stands there is not known; a simpler expression is needed",
            FailureKind.NotNearItsContext => $"stands there, but none of the words that go with it, anywhere in the article: {places}",
            FailureKind.InsideAnotherName => $"stands only inside the name of something else: {places}",
            _ => throw new ArgumentOutOfRangeException(nameof(failing), failing.Kind, "Nobody says this in words."),
        };
    }

    private static string Place(MatchedTerm term) => $"“{term.Text}” {ReasonWords.Where(term.Field)}";

    private static string Together(IEnumerable<string> pieces, string between) => string.Join(between, pieces.Distinct(StringComparer.Ordinal));

    /// <summary>No item, or none that these scopes may see: there is no difference to be told.</summary>
    private async Task<Answer> NotFoundAsync(Asker asker, string asked, CancellationToken cancellationToken)
    {
        if (asked.Length == 0)
            return Answer.Says($"There was no alert in this channel yet. Give a story's link, or words of its headline: {asker.Slash}why https://example.org/story");

        var followed = await feeds.ListAsync(asker.Scopes(), cancellationToken);
        var host = Uri.TryCreate(asked, UriKind.Absolute, out var link) ? Site(link) : null;
        var near = followed.Where(feed => host is not null && Site(feed.Url) == host).ToList();
        return Answer.Of(new Card
        {
            PlainText = "No such item is stored",
            Parts =
            [
                new CardPart.Paragraph(IsLink(asked)
                    ? "No item with this link came from the feeds that are followed here."
                    : "No headline that came from the feeds followed here has all of these words."),
                new CardPart.Paragraph((followed.Count, near.Count) switch
                {
                    (0, _) => $"No feeds are followed here yet: {asker.Slash}feed add https://example.org/rss.xml adds one.",
                    (var count, 0) when host is not null => $"{(count == 1 ? "The one feed is not" : $"None of the {count} feeds is")} from {host}. {asker.Slash}feed add {host} looks for its feeds.",
                    (_, 0) => $"{Plural.Of(followed.Count, "feed is", "feeds are")} followed here; {asker.Slash}feed list says when each was polled.",
                    _ => $"It may not have been in the feed yet, or for a shorter time than between two polls. {asker.Slash}feed check says more of each:",
                }),
                .. near.Count == 0 ? (ImmutableArray<CardPart>)[] : [new CardPart.Listing([.. near.Take(MostFeeds).Select(FeedCommands.Point)])],
            ],
        });
    }

    /// <summary>"example.org" of "feeds.example.org", near enough to name the feeds of a site.</summary>
    private static string Site(Uri url) => url.HostNameType == UriHostNameType.Dns ? string.Join('.', url.Host.Split('.').TakeLast(2)) : url.Host;
}
