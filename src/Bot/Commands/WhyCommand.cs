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
        return Explain(history, feed, [.. visible.Where(one => name is null || IsCalled(one, name))], further);
    }

    /// <summary>What is asked about, and the watchlist that is named: "https://… iraq-strikes" names one, too.</summary>
    private static (string Item, string? Watchlist) Asked(CommandRequest request)
    {
        var item = TypedAddress.Bare(request.Options.GetValueOrDefault("item") ?? "");
        var name = request.Options.GetValueOrDefault("watchlist")?.Trim() is { Length: > 0 } given ? given : null;
        return IsLink(item) && item.IndexOf(' ', StringComparison.Ordinal) is > 0 and var space
            ? (TypedAddress.Bare(item[..space]), name ?? item[(space + 1)..].Trim())
            : (item, name);
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

    private Answer Explain(ItemHistory history, string feed, ImmutableArray<StoredWatchlist> asked, int further)
    {
        var article = history.Item.Article;
        List<CardPart> met = [];
        List<CardText> others = [];
        foreach (var watchlist in asked)
        {
            if (Query.Parse(watchlist.Query, books.Of(watchlist.Scope)) is not QueryReading.Read { Query: var query })
            {
                others.Add(CardText.Of(new TextRun.Bold(watchlist.Name), " finds nothing: its query is wrong."));
                continue;
            }

            var verdict = query.Judge(article);
            if (verdict.Holds)
            {
                met.Add(new CardPart.Paragraph(CardText.Of(["It meets ", new TextRun.Bold(watchlist.Name), ". ", .. Fate(history, feed, watchlist)])));
                met.Add(new CardPart.Listing([.. AlertWriter.Reasons(article, verdict.Met).Select(ReasonWords.Point)]));
            }
            else
            {
                others.Add(CardText.Of(
                [
                    new TextRun.Bold(watchlist.Name), ": ", .. Missing(verdict),
                    history.Met.Contains(watchlist.Id) ? " It met the query that the watchlist had when the item came." : "",
                ]));
                if (asked.Length == 1)
                    others.AddRange(AlertWriter.Reasons(article, verdict.Met).Select(ReasonWords.Point));
            }
        }

        if (others.Count > 0)
        {
            met.Add(new CardPart.Paragraph(asked.Length == 1 ? "It does not meet" : met.Count == 0 ? "It meets no watchlist:" : "It does not meet the others:"));
            met.Add(new CardPart.Listing([.. others]));
        }

        if (further > 0)
            met.Add(new CardPart.Paragraph($"{Plural.Of(further, "older headline has", "older headlines have")} these words too; a link says which is meant."));
        return Answer.Of(new Card
        {
            Title = article.Title,
            TitleLink = Links.TryHttp(article.Link),
            PlainText = met.Count > 0 && others.Count < asked.Length ? $"Why “{article.Title}” was found" : $"Why “{article.Title}” was not found",
            Parts = [.. met],
            Footer = CardText.Of(article.Source, " · ", new TextRun.Moment(article.Published)),
        });
    }

    /// <summary>What became of an item that meets the watchlist.</summary>
    private static ImmutableArray<TextRun> Fate(ItemHistory history, string feed, StoredWatchlist watchlist)
    {
        var told = history.Told.Where(one => one.Watchlist == watchlist.Id).ToList();
        if (told.Count > 0)
        {
            return [.. told.SelectMany((one, i) => (ImmutableArray<TextRun>)
            [
                i > 0 ? " " : "",
                .. one.State switch
                {
                    "sent" => (ImmutableArray<TextRun>)[$"The story was told in {one.Channel} ", new TextRun.Moment(one.At), "."],
                    "waiting" => [$"The story waits to be told in {one.Channel}{(one.Reason is { } reason ? $": {reason}" : "")}."],
                    _ => [$"The story was not told in {one.Channel}: {one.Reason}."],
                },
            ])];
        }

        if (!history.Readers.Contains(watchlist.Scope) && !(watchlist.AtHome && history.Readers.Contains(ScopeKey.Operator)))
            return [$"It was not told: the watchlist does not read {feed}."];
        if (!history.Met.Contains(watchlist.Id))
            return ["It was not told: the watchlist, or what its query means, is newer than the item, which came ", new TextRun.Moment(history.Received), "."];
        return
        [
            "It was stored and not told: it came ", new TextRun.Moment(history.Received), " with the date ", new TextRun.Moment(history.Item.Article.Published),
            $", as a part of what {feed} held at its first poll, or too old to be news.",
        ];
    }

    /// <summary>What kept the query from holding.</summary>
    private static ImmutableArray<TextRun> Missing(Verdict verdict)
    {
        var runs = ImmutableArray.CreateBuilder<TextRun>();
        foreach (var failing in verdict.Failing)
        {
            runs.Add(runs.Count == 0 ? "" : "; ");
            runs.AddRange(new TextRun.Code(failing.Written), $" {Missing(failing)}");
        }

        runs.Add(".");
        return runs.ToImmutable();
    }

    private static string Missing(Failing failing)
    {
        var places = failing.Places.IsEmpty ? "" : string.Join(", ", failing.Places.Select(Place).Distinct(StringComparer.Ordinal));
        return failing.Kind switch
        {
            FailureKind.NotThere => "stands nowhere in it",
            FailureKind.Elsewhere => $"stands elsewhere only: {places}",
            FailureKind.Excluded => $"was to be absent: {places}",
            FailureKind.TooFarApart => $"stands too far apart: {places}",
            FailureKind.NotNearItsContext => $"is other things too, and nothing beside it says that it is meant: {places}",
            _ => throw new ArgumentOutOfRangeException(nameof(failing), failing.Kind, "Nobody says this in words."),
        };
    }

    private static string Place(MatchedTerm term) => $"“{term.Text}” {ReasonWords.Where(term.Field.ToString().ToLowerInvariant())}";

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
                    (_, 0) when host is not null => $"None of the {Plural.Of(followed.Count, "feed", "feeds")} is from {host}. {asker.Slash}feed add {host} looks for its feeds.",
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
