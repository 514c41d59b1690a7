using System.Collections.Immutable;
using System.Globalization;
using Bot.Cards;
using Bot.Storage;
using News.Articles;
using News.Matching;
using News.Stories;

namespace Bot.Commands;

/// <summary>
/// <c>/recent</c>: the latest stories on the asker's watchlists; with a keyword, the latest of everything that the
/// asker's feeds brought and that meets it, whether a watchlist did or not.
/// </summary>
public sealed class RecentCommand(NewsStore news, SearchStore search, WatchlistStore watchlists, EntityBooks books, TimeProvider time)
{
    private const int UsualCount = 5;

    /// <summary>A list is for choosing what to read.</summary>
    private const int LongestQuote = 300;

    public async Task<Answer> AnswerAsync(CommandRequest request, CancellationToken cancellationToken)
    {
        var slash = request.Asker.Slash;
        var span = SinceSpan.TryParse(Given(request, "since"));
        if (span is null && Given(request, "since") is { } since)
            return Answer.Says($"“{since}” is no span of time. Write {SinceSpan.Examples}: {slash}recent Iraq 24h");

        var count = Given(request, "count") is { } number ? int.Parse(number, CultureInfo.InvariantCulture) : UsualCount;
        var from = span is { } back ? time.GetUtcNow() - back : DateTimeOffset.UnixEpoch;
        var when = span is { } asked ? $" in the last {SinceSpan.InWords(asked)}" : " so far";

        var name = Given(request, "watchlist");
        if (Given(request, "keyword") is not { } keyword)
        {
            var visible = await watchlists.ListAsync(request.Asker.Scopes(), cancellationToken);
            ImmutableArray<WatchlistId> ids = [.. visible.Where(one => name is null || IsCalled(one, name)).Select(one => one.Id)];
            if (ids.IsEmpty && name is not null)
                return Answer.Says($"There is no watchlist “{name}” here. {slash}watch list names them.");
            var found = Stories(news.NewestMatched(ids, from), count, cancellationToken);
            var on = name is null ? "on the watchlists" : $"on the watchlist {name}";
            return found.IsEmpty
                ? Answer.Says(visible.Count == 0
                    ? $"There are no watchlists here yet. {slash}watch add makes one; {slash}recent KEYWORD looks through everything that the feeds brought."
                    : $"Nothing {on}{when}. {slash}recent KEYWORD looks through everything that the feeds brought.")
                : Listing($"The latest {on}", found);
        }

        if (name is not null)
            return Answer.Says($"Of a watchlist all is listed that met it: leave “{keyword}” out, or the watchlist.");
        var reading = Query.Parse(keyword, books.Of(request.Asker.Scope));
        if (reading is not QueryReading.Read { Query: var query })
            return WatchCommands.WrongQuery(keyword, reading);
        var about = keyword.Contains('"', StringComparison.Ordinal) ? keyword : $"“{keyword}”";

        var stories = Stories(search.Newest(query, request.Asker.Scopes(), from), count, cancellationToken);
        return stories.IsEmpty
            ? Answer.Says($"Nothing about {about}{when}.")
            : Listing($"The latest about {about}", stories);
    }

    private static bool IsCalled(StoredWatchlist watchlist, string name) => string.Equals(watchlist.Name, name, StringComparison.OrdinalIgnoreCase);

    private static string? Given(CommandRequest request, string option) =>
        request.Options.GetValueOrDefault(option)?.Trim() is { Length: > 0 } given ? given : null;

    /// <summary>The first so many stories, each with the newest of its articles in front.</summary>
    private static ImmutableArray<ImmutableArray<StoredArticle>> Stories(
        IEnumerable<StoredArticle> newestFirst, int count, CancellationToken cancellationToken)
    {
        var stories = new Dictionary<StoryId, List<StoredArticle>>();
        foreach (var article in newestFirst)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (stories.TryGetValue(article.Story, out var others))
                others.Add(article);
            else if (stories.Count < count)
                stories.Add(article.Story, [article]);
            else
                break;
        }

        return [.. stories.Values.OrderByDescending(story => story[0].Article.Published).Select(story => story.ToImmutableArray())];
    }

    private static Answer Listing(string title, ImmutableArray<ImmutableArray<StoredArticle>> stories) =>
        Answer.Of(
        [
            new Card { Title = title, PlainText = $"{title}: {Plural.Of(stories.Length, "story", "stories")}" },
            .. stories.Select(StoryCard),
        ]);

    private static Card StoryCard(ImmutableArray<StoredArticle> story)
    {
        var article = story[0].Article;
        var sources = story.Select(stored => stored.Article.Source).Distinct(StringComparer.OrdinalIgnoreCase);
        var parts = ImmutableArray.CreateBuilder<CardPart>();
        if (!story[0].Digest.Sentences.IsEmpty)
            parts.Add(new CardPart.Paragraph(story[0].Digest.Sentences[0]));
        if (!story[0].Digest.Quotes.IsEmpty)
            parts.Add(QuoteCut.Of(story[0].Digest.Quotes[0], LongestQuote).Part);
        return new Card
        {
            Title = article.Title,
            TitleLink = Links.TryHttp(article.Link),
            Parts = parts.ToImmutable(),
            Footer = CardText.Of(string.Join(", ", sources), " · ", new TextRun.Moment(article.Published), $" · s{story[0].Story.Value}"),
            PlainText = $"{article.Title} ({article.Source})",
        };
    }
}
