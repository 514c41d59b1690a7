using System.Collections.Immutable;
using System.Globalization;
using Bot.Cards;
using Bot.Storage;
using News.Alerts;
using News.Claims;
using News.Stories;
using News.Summaries;

namespace Bot.Commands;

/// <summary>A story as cards: what it is and who tells it, its reports in order, its numbers, what was said, what was told where.</summary>
internal static class StoryAnswer
{
    /// <summary>So many are shown of each, and the number of the others.</summary>
    private const int MostReports = 12, MostClaims = 20, MostMessages = 12;

    private const int LongestQuote = 300;

    /// <param name="families">Publishers that are one voice, as the settings have them.</param>
    public static Answer Of(
        Asker asker, StoryFile story, IReadOnlyDictionary<ArticleId, ImmutableArray<Quote>> said, IReadOnlyDictionary<string, ImmutableArray<string>> families,
        DateTimeOffset now)
    {
        ImmutableArray<ReportedClaims> numbers = [.. story.Reports.Select(report => report.Numbers)];
        return Answer.Of(
        [
            Head(story, Voices.Of([.. story.Reports.Select(report => report.Voice)], families), now),
            Timeline(story, numbers),
            .. Claims(numbers),
            .. Quotes(story, said),
            .. Corrections(story),
            .. Told(asker, story),
        ]);
    }

    private static Card Head(StoryFile story, ImmutableArray<string> voices, DateTimeOffset now)
    {
        var (first, last) = (story.Reports[0], story.Reports[^1]);
        var phase = StoryPhases.Of([.. story.Reports.Select(report => report.Received)], now);
        var title = story.Told.FirstOrDefault(message => message.Kind == "alert")?.Headline ?? first.Stored.Article.Title;
        return new Card
        {
            Title = title,
            TitleLink = Links.TryHttp(first.Stored.Article.Link),
            PlainText = $"Story s{story.Id.Value}: {title}",
            Parts =
            [
                new CardPart.Fact("Story", CardText.Of(new TextRun.Code($"s{story.Id.Value}"), $", {InWords(phase)}")),
                new CardPart.Fact("First report", CardText.Of(new TextRun.Moment(first.Received))),
                new CardPart.Fact("Last report", CardText.Of(new TextRun.Moment(last.Received))),
                new CardPart.Fact(voices.Length == 1 ? "Told by" : $"Told by {voices.Length}", Listed(voices, 15)),
            ],
        };
    }

    private static string InWords(StoryPhase phase) => phase switch
    {
        StoryPhase.Breaking => "breaking: its first report is not an hour old",
        StoryPhase.Developing => "developing: reports keep coming",
        StoryPhase.Updated => "updated: it was quiet for half a day, and then a report came",
        StoryPhase.Quiet => "quiet: no report for half a day",
        _ => throw new ArgumentOutOfRangeException(nameof(phase), phase, "Nobody says this phase in words."),
    };

    private static Card Timeline(StoryFile story, ImmutableArray<ReportedClaims> numbers)
    {
        var points = ImmutableArray.CreateBuilder<CardText>();
        var between = Math.Max(0, story.Reports.Length - MostReports);
        for (var i = 0; i < story.Reports.Length; i++)
        {
            if (i == 1 && between > 0)
            {
                points.Add($"… {Plural.Of(between, "report", "reports")} between");
                i += between;
            }

            points.Add(Point(story.Reports[i], Changes(numbers, i)));
        }

        var count = Plural.Of(story.Reports.Length, "report", "reports");
        return new Card
        {
            PlainText = $"{count}, in the order in which they came",
            Parts =
            [
                new CardPart.Paragraph(CardText.Of(new TextRun.Bold($"{count}, in the order in which they came"))),
                new CardPart.Listing(points.ToImmutable()),
                .. story.Hidden == 0 ? (ImmutableArray<CardPart>)[] : [new CardPart.Paragraph($"{Plural.Of(story.Hidden, "further report is", "further reports are")} not shown: from feeds that are not followed here, or between the first and the last of very many.")],
            ],
        };
    }

    private static CardText Point(StoryArticle report, ImmutableArray<string> changes)
    {
        var article = report.Stored.Article;
        ImmutableArray<string> notes =
        [
            .. changes,
            .. report.Stored.Digest.Corrections.Select(CorrectionNote.Shown),
            .. report.Edits == 0 ? (ImmutableArray<string>)[] : [$"changed by its publisher {Plural.Of(report.Edits, "time", "times")}"],
        ];
        return CardText.Of(
        [
            new TextRun.Moment(article.Published), $" · {article.Source}: ",
            Links.TryHttp(article.Link) is { } link ? new TextRun.Link(article.Title, link) : article.Title,
            .. notes.Select(note => (TextRun)$" · {note}"),
        ]);
    }

    /// <summary>What a report changed in the story's numbers; the first one has them.</summary>
    private static ImmutableArray<string> Changes(ImmutableArray<ReportedClaims> numbers, int report) =>
        numbers[report].Claims.IsEmpty ? [] : TollTable.Changes(TollTable.Of(numbers[..report]), TollTable.Of(numbers[..(report + 1)]));

    /// <summary>Every number that a report gives, in the order in which they came.</summary>
    private static IEnumerable<Card> Claims(ImmutableArray<ReportedClaims> numbers)
    {
        ImmutableArray<(ReportedClaims Report, Claim Claim)> all = [.. numbers.SelectMany(report => report.Claims.Select(claim => (report, claim)))];
        if (all.IsEmpty)
            yield break;
        var shown = all[Math.Max(0, all.Length - MostClaims)..];
        var parts = ImmutableArray.CreateBuilder<CardPart>();
        foreach (var kind in shown.GroupBy(one => one.Claim.Kind))
        {
            parts.Add(new CardPart.Paragraph(CardText.Of(new TextRun.Bold($"{kind.Key}"))));
            parts.Add(new CardPart.Listing([.. kind.Select(one => CardText.Of(
                new TextRun.Bold(Number(one.Claim)), $" · {one.Claim.SaidBy ?? "the report itself"} · {one.Report.Source} · ", new TextRun.Moment(one.Report.Published), $": “{one.Claim.Words}”"))]));
        }

        if (shown.Length < all.Length)
            parts.Add(new CardPart.Paragraph($"The last {shown.Length} of {all.Length} numbers that the reports give."));
        yield return new Card { Title = "Numbers", PlainText = $"{Plural.Of(all.Length, "number", "numbers")} in the reports", Parts = parts.ToImmutable() };
    }

    /// <summary>"16", "at least 16", "up to 20", "about 40", "16 to 20", "5 (of them)".</summary>
    private static string Number(Claim claim)
    {
        var number = (claim.Low, claim.High) switch
        {
            ({ } low, { } high) when low == high => Written(low),
            ({ } low, { } high) => $"{Written(low)} to {Written(high)}",
            ({ } low, null) => $"at least {Written(low)}",
            (null, { } high) => $"up to {Written(high)}",
            _ => "some",
        };
        return $"{(claim.IsApproximate ? "about " : "")}{number}{(claim.Who is { } who ? $" {who}" : "")}{(claim.IsPart ? " (a part)" : "")}";

        static string Written(int value) => value.ToString("N0", CultureInfo.InvariantCulture);
    }

    private static IEnumerable<Card> Quotes(StoryFile story, IReadOnlyDictionary<ArticleId, ImmutableArray<Quote>> said)
    {
        var quoted = new QuotedStory(isShown: true);
        foreach (var report in story.Reports)
        {
            if (said.GetValueOrDefault(report.Stored.Id) is { IsDefaultOrEmpty: false } quotes)
                quoted.Add(report.Stored.Article, Statement.Of(quotes), []);
        }

        var shown = quoted.Shown().ToList();
        if (shown.Count == 0)
            yield break;
        var parts = ImmutableArray.CreateBuilder<CardPart>();
        foreach (var (article, statements) in shown)
        {
            parts.AddRange(statements.Select(statement => (CardPart)QuoteCut.Of(statement.Shown(), LongestQuote).Part));
            parts.Add(new CardPart.Paragraph(CardText.Of(article.Source, " · ", new TextRun.Moment(article.Published))));
        }

        var count = shown.Sum(one => one.Statements.Length);
        if (count < quoted.Count)
            parts.Add(new CardPart.Paragraph($"… and {quoted.Count - count} more in this story"));
        yield return new Card { Title = "What was said", PlainText = Plural.Of(quoted.Count, "quote", "quotes"), Parts = parts.ToImmutable() };
    }

    private static IEnumerable<Card> Corrections(StoryFile story)
    {
        ImmutableArray<CardText> notes =
        [
            .. story.Reports.SelectMany(report => report.Stored.Digest.Corrections.Select(note => CardText.Of(
                CorrectionNote.Shown(note), $" · {report.Stored.Article.Source} · ", new TextRun.Moment(report.Stored.Article.Published)))),
        ];
        if (!notes.IsEmpty)
            yield return new Card { Title = "Corrections", PlainText = Plural.Of(notes.Length, "correction", "corrections"), Parts = [new CardPart.Listing(notes)] };
    }

    private static IEnumerable<Card> Told(Asker asker, StoryFile story)
    {
        if (story.Told.IsEmpty)
        {
            yield return new Card { PlainText = "Told nowhere", Parts = [new CardPart.Paragraph($"It was told nowhere: {asker.Slash}why says of each report why not.")] };
            yield break;
        }

        var shown = story.Told[Math.Max(0, story.Told.Length - MostMessages)..];
        var points = shown.Select(message => CardText.Of(
        [
            new TextRun.Bold(message.WatchlistName),
            message.Kind == "change" ? ", in the thread: the change " : ": the story ",
            .. ToldWords.Of(asker, message),
        ]));
        yield return new Card
        {
            Title = "What was told",
            PlainText = $"{Plural.Of(story.Told.Length, "message", "messages")} about it",
            Parts =
            [
                new CardPart.Listing([.. points]),
                .. shown.Length == story.Told.Length ? (ImmutableArray<CardPart>)[] : [new CardPart.Paragraph($"The last {shown.Length} of {story.Told.Length} messages.")],
            ],
        };
    }

    private static string Listed(ImmutableArray<string> names, int most) =>
        names.Length <= most ? string.Join(", ", names) : $"{string.Join(", ", names[..most])} and {names.Length - most} more";
}
