using System.Collections.Immutable;
using Bot.Cards;
using News.Articles;

namespace Bot.Commands;

/// <summary>What <c>/quotes</c> was asked.</summary>
internal sealed record QuotesQuestion(string? Speaker, string? About, TimeSpan Span)
{
    /// <summary>"by “Jane Doe” about “Iraq” in the last 7 days".</summary>
    public string InWords => string.Join(' ', new[]
    {
        Speaker is null ? null : $"by {Marked(Speaker)}", About is null ? null : $"about {Marked(About)}", $"in the last {SinceSpan.InWords(Span)}",
    }.Where(words => words is not null));

    private static string Marked(string text) => text.Contains('"', StringComparison.Ordinal) || text.StartsWith('@') ? text : $"“{text}”";
}

/// <summary>What <c>/quotes</c> found as cards: a line that says how much, and a card for each story.</summary>
internal static class QuotesAnswer
{
    /// <summary>Of a quotation in a list; its article has all of it.</summary>
    private const int Longest = 400;

    public static Answer Listing(QuotesQuestion question, FoundQuotes found, string slash)
    {
        ImmutableArray<(Card Card, int Shown)> stories = [.. found.Shown.Select(StoryCard)];
        var title = $"Quotes {question.InWords}";
        var all = found.IsEnough ? $"more than {found.Count / 100 * 100:N0} quotes" : Plural.Of(found.Count, "quote", "quotes");
        var shown = stories.Sum(story => story.Shown);
        var said = shown == found.Count && !found.IsEnough
            ? $"{all} in {Plural.Of(found.Stories.Count, "story", "stories")}, the newest first."
            : $"{shown} of {all}, in the newest {(stories.Length == found.Stories.Count ? "" : $"{stories.Length} of {(found.IsEnough ? "more than " : "")}")}{Plural.Of(found.Stories.Count, "story", "stories")}. {Narrower(question, slash)}";
        var line = found.ReadTo is { } until
            ? CardText.Of(said, " What came before ", new TextRun.Moment(until), " was not looked through: an answer takes seconds.")
            : said;
        return Commands.Answer.Of(
        [
            new Card { Title = title, PlainText = $"{title}: {all}", Parts = [new CardPart.Paragraph(line)] },
            .. stories.Select(story => story.Card),
        ]);
    }

    public static Answer Nothing(QuotesQuestion question, FoundQuotes found, string slash)
    {
        List<string> tries = [];
        if (question.Speaker is { } speaker)
        {
            var words = speaker.TrimStart('@').Split(' ', StringSplitOptions.RemoveEmptyEntries);
            tries.Add(words.Length > 1
                ? $"fewer words of the name ({slash}quotes {words[^1].Trim('"')})"
                : $"what the person is ({slash}quotes spokeswoman)");
            tries.Add($"what others say ({slash}quotes about {speaker})");
        }

        if (question.About is { } about)
            tries.Add(question.Speaker is null ? $"other words, or {slash}recent {about} for what was reported" : $"the speaker alone ({slash}quotes {question.Speaker})");
        if (question.Span < TimeSpan.FromDays(30))
            tries.Add("a longer time (since:30d)");
        var nothing = found.ReadTo is { } until
            ? CardText.Of($"No quotes {question.InWords}, as far as there was time to look: back to ", new TextRun.Moment(until), ".")
            : $"No quotes {question.InWords}.";
        var advice = tries.Count == 0
            ? $"{slash}feed list says when each feed was polled."
            : $"Try {string.Join("; ", tries)}.";
        return Commands.Answer.Of(new Card
        {
            PlainText = $"No quotes {question.InWords}. {advice}",
            Parts = [new CardPart.Paragraph(nothing), new CardPart.Paragraph(advice)],
        });
    }

    private static string Narrower(QuotesQuestion question, string slash) => (question.Speaker, question.About) switch
    {
        (null, _) => $"A name shows that speaker's alone: {slash}quotes Doe{(question.About is { } about ? $" about {about}" : "")}",
        (var speaker, null) => $"A subject shows fewer: {slash}quotes {speaker} about Iraq",
        (var speaker, var about) => $"A shorter time shows fewer: {slash}quotes {speaker} about {about} 24h",
    };

    private static (Card Card, int Shown) StoryCard(QuotedStory story)
    {
        var reports = story.Shown().ToList();
        var parts = ImmutableArray.CreateBuilder<CardPart>();
        foreach (var (article, statements) in reports)
        {
            foreach (var statement in statements)
                parts.Add(QuoteCut.Of(statement.Shown(), Longest).Part);
            if (reports.Count > 1)
                parts.Add(new CardPart.Paragraph(From(article)));
        }

        var newest = reports[0].Article;
        var shown = reports.Sum(report => report.Statements.Length);
        if (story.Count > shown)
            parts.Add(new CardPart.Paragraph($"… and {story.Count - shown} more in this story"));
        return (new Card
        {
            Title = newest.Title,
            TitleLink = Links.TryHttp(newest.Link),
            Parts = parts.ToImmutable(),
            Footer = reports.Count > 1 ? null : CardText.Of(newest.Source, " · ", new TextRun.Moment(newest.Published)),
            PlainText = $"{newest.Title} ({newest.Source})",
        }, shown);
    }

    /// <summary>Where the words above it stand, of a story that several sites report.</summary>
    private static CardText From(Article article) => CardText.Of(
        Links.TryHttp(article.Link) is { } link ? new TextRun.Link(article.Source, link) : article.Source, " · ", new TextRun.Moment(article.Published));
}
