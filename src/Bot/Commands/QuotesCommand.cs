using Bot.Storage;
using News.Alerts;
using News.Matching;

namespace Bot.Commands;

/// <summary><c>/quotes</c>: who said what, by name or role, about what, since when, in everything that the asker's feeds brought.</summary>
public sealed class QuotesCommand(QuoteStore quotes, SearchStore search, EntityBooks books, TimeProvider time)
{
    private static readonly TimeSpan UsualSpan = TimeSpan.FromDays(7);

    /// <summary>An answer is due within seconds: what is not read by then is left, and said to be.</summary>
    private static readonly TimeSpan LongestReading = TimeSpan.FromSeconds(2);

    /// <summary>So many articles are matched before their quotations are read and the clock is looked at.</summary>
    private const int AtOnce = 100;

    public Task<Answer> AnswerAsync(CommandRequest request, CancellationToken cancellationToken) =>
        Task.FromResult(Answer(request, cancellationToken));

    private Answer Answer(CommandRequest request, CancellationToken cancellationToken)
    {
        var slash = request.Asker.Slash;
        var book = books.Of(request.Asker.Scope);
        var question = new QuotesQuestion(Given(request, "speaker"), Given(request, "about"), SinceSpan.TryParse(Given(request, "since")) ?? UsualSpan);
        if (Given(request, "since") is { } since && SinceSpan.TryParse(since) is null)
            return Commands.Answer.Says($"“{since}” is no span of time. Write {SinceSpan.Examples}: {slash}quotes about Iraq 24h");

        var speaker = question.Speaker is { } name ? AskedSpeaker.TryParse(name, book) : null;
        if (question.Speaker is { } wrong && speaker is null)
        {
            return Commands.Answer.Says(wrong.StartsWith('@')
                ? $"There is no entity {wrong} here. {slash}watch alias {wrong[1..]} says which are like it; {slash}quotes {wrong[1..]} looks for the word."
                : $"“{wrong}” has no word of a name. Write one, or a role: {slash}quotes Jane Doe, {slash}quotes spokeswoman");
        }

        Query? query = null;
        if (question.About is { } about)
        {
            var reading = Query.Parse(about, book);
            if (reading is not QueryReading.Read { Query: var read })
                return WatchCommands.WrongQuery(about, reading);
            query = read;
        }

        var found = Find(request.Asker, speaker, query, question.Span, cancellationToken);
        return found.Stories.Count == 0 ? QuotesAnswer.Nothing(question, found, slash) : QuotesAnswer.Listing(question, found, slash);
    }

    private FoundQuotes Find(Asker asker, AskedSpeaker? speaker, Query? query, TimeSpan span, CancellationToken cancellationToken)
    {
        var begun = time.GetTimestamp();
        var found = new FoundQuotes();
        var since = time.GetUtcNow() - span;
        // A name leads to fewer articles than a subject does.
        var newest = (speaker is null && query is not null ? search.MayMeet(query, asker.Scopes(), since)?.Select(stored => new QuotedArticle(stored.Id, stored.Story, stored.Article)) : null)
            ?? quotes.Newest(asker.Scopes(), since, speaker?.Keys ?? []);
        foreach (var articles in newest.Chunk(AtOnce))
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (found.IsEnough)
                break;
            if (time.GetElapsedTime(begun) > LongestReading)
            {
                found.ReadTo = articles[0].Article.Published;
                break;
            }

            var met = articles.Select(article => (Of: article, Terms: query?.Match(article.Article) ?? [])).Where(one => query is null || !one.Terms.IsEmpty).ToList();
            var said = quotes.Read([.. met.Select(one => one.Of)]);
            foreach (var (article, terms) in met)
            {
                var statements = Statement.Of(said.GetValueOrDefault(article.Id, [])).Where(statement => speaker is null || statement.Parts.Any(part => speaker.Is(QuoteStore.WordsOf(part))));
                found.Add(article, [.. statements], terms);
            }
        }

        return found;
    }

    private static string? Given(CommandRequest request, string option) =>
        request.Options.GetValueOrDefault(option)?.Trim() is { Length: > 0 } given ? given : null;
}
