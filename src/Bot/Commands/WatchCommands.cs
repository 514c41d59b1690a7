using System.Collections.Immutable;
using Bot.Cards;
using Bot.Storage;
using News.Matching;

namespace Bot.Commands;

/// <summary><c>/watch add</c>, <c>list</c> and <c>remove</c>.</summary>
public sealed class WatchCommands(WatchlistStore watchlists, FeedStore feeds, NewsStore news, TimeProvider time)
{
    private static readonly TimeSpan CountedSpan = TimeSpan.FromDays(7);

    public async Task<Answer> AddAsync(CommandRequest request, CancellationToken cancellationToken)
    {
        var asker = request.Asker;
        var name = request.Options["name"].Trim();
        var query = request.Options["query"].Trim();
        if (name.Any(char.IsWhiteSpace))
            return Answer.Says($"A watchlist's name has no spaces: {name.Replace(' ', '-')}");
        if (Query.Parse(query) is not QueryReading.Read)
            return WrongQuery(query);

        var severity = request.Options.GetValueOrDefault("severity") is { Length: > 0 } loudness
            ? Enum.Parse<Severity>(loudness.Trim(), ignoreCase: true)
            : Severity.Normal;
        var added = await watchlists.AddAsync(
            asker.Scope, name, query, severity, asker.Channel, asker.AtHome, asker.User, time.GetUtcNow(), cancellationToken);
        if (!added)
            return Answer.Says($"There is a watchlist “{name}” already. {asker.Slash}watch remove {name} takes it away, or choose another name.");

        var followed = await feeds.ListAsync(asker.Scopes(), cancellationToken);
        return Answer.Of(new Card
        {
            PlainText = $"Watching: {name}",
            Parts =
            [
                new CardPart.Paragraph(CardText.Of(
                    "This channel is told about every new story that meets ", new TextRun.Code(query), ", under the name ", new TextRun.Bold(name), ".")),
                new CardPart.Paragraph(followed.Count == 0
                    ? $"No feeds are followed here yet, so nothing can be found: {asker.Slash}feed add https://example.org/rss.xml adds one."
                    : $"It reads {Plural.Of(followed.Count, "feed", "feeds")}; {asker.Slash}feed list names them."),
            ],
        });
    }

    public async Task<Answer> ListAsync(Asker asker, CancellationToken cancellationToken)
    {
        var all = await watchlists.ListAsync(asker.Scopes(), cancellationToken);
        if (all.Count == 0)
            return Answer.Says($"There are no watchlists here yet. One is made so: {asker.Slash}watch add iraq-strikes (IRGC OR airstrike) AND Iraq");

        var counts = await news.CountMatchesAsync([.. all.Select(watchlist => watchlist.Id)], time.GetUtcNow() - CountedSpan, cancellationToken);
        return Answer.Of(new Card
        {
            Title = "Watchlists",
            PlainText = $"Watchlists: {string.Join(", ", all.Select(watchlist => watchlist.Name))}",
            Parts = [new CardPart.Listing([.. all.Select(watchlist => Point(watchlist, counts.GetValueOrDefault(watchlist.Id)))])],
        });
    }

    public async Task<Answer> RemoveAsync(CommandRequest request, CancellationToken cancellationToken)
    {
        var name = request.Options["name"].Trim();
        if (await watchlists.RemoveAsync(request.Asker.Scope, name, time.GetUtcNow(), cancellationToken))
            return Answer.Says($"The watchlist “{name}” is gone. What it posted stays.");

        var all = await watchlists.ListAsync(request.Asker.Scopes(), cancellationToken);
        if (all.Any(watchlist => watchlist.FromSettings && string.Equals(watchlist.Name, name, StringComparison.OrdinalIgnoreCase)))
            return Answer.Says($"The watchlist “{name}” stands in the settings file (appsettings.json, Watchlists): remove it there.");

        return Answer.Says(all.Count == 0
            ? "There are no watchlists here."
            : $"There is no watchlist “{name}”. There are: {string.Join(", ", all.Select(watchlist => watchlist.Name))}.");
    }

    /// <summary>Shows a query with what is wrong with it, and where.</summary>
    internal static Answer WrongQuery(string query)
    {
        if (Query.Parse(query) is not QueryReading.Wrong { Error: var error })
            throw new ArgumentException("The query is right.", nameof(query));

        return Answer.Of(new Card
        {
            PlainText = error.Message,
            Parts = [new CardPart.Paragraph(error.Message), new CardPart.Preformatted(error.Pointer(query))],
        });
    }

    private static CardText Point(StoredWatchlist watchlist, int found) => CardText.Of(
    [
        new TextRun.Bold(watchlist.Name),
        $" ({watchlist.Severity.ToString().ToLowerInvariant()}): ",
        new TextRun.Code(watchlist.Query),
        $" · {Plural.Of(found, "story", "stories")} in 7 days",
        watchlist.FromSettings ? " · from the settings file" : "",
    ]);
}
