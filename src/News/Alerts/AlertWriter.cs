using System.Collections.Immutable;
using News.Articles;
using News.Matching;
using News.Summaries;

namespace News.Alerts;

/// <summary>Article, summary and match → alert. One writer serves all the watchlists that an article meets.</summary>
public sealed class AlertWriter(Article article, Summary summary)
{
    /// <summary>How many quotations an alert shows at once.</summary>
    public const int QuotesShown = 3;

    /// <summary>Split once, and only where a match stands in the text.</summary>
    private readonly Lazy<ImmutableArray<TextRange>> _sentences = new(() => Sentences.Split(article.Text));

    public Alert Write(string watchlist, Severity severity, Match match)
    {
        var reasons = Reasons(match.Terms);
        var words = reasons.SelectMany(reason => reason.Words).ToImmutableArray();
        var shown = summary.Quotes
            .Where(IsTelling)
            .OrderByDescending(quote => Weight(quote, words))
            .Take(QuotesShown)
            .ToHashSet(ReferenceEqualityComparer.Instance);
        return new Alert
        {
            Watchlist = watchlist,
            Severity = severity,
            Headline = article.Title,
            Link = article.Link,
            Source = article.Source,
            Published = article.Published,
            Summary = [.. summary.Sentences.Select(sentence => sentence.Text)],
            Quotes = [.. summary.Quotes.Where(shown.Contains).Select(Shown)],
            FurtherQuotes = [.. summary.Quotes.Where(quote => !shown.Contains(quote)).Select(Shown)],
            Corrections = summary.Corrections,
            Reasons = reasons,
        };
    }

    private ImmutableArray<AlertReason> Reasons(IEnumerable<MatchedTerm> terms) => Reasons(terms, article.Text, _sentences);

    /// <summary>What met the terms of a query in an article: each term with its words, where they stand, and the sentence around.</summary>
    public static ImmutableArray<AlertReason> Reasons(Article article, IEnumerable<MatchedTerm> terms)
    {
        ArgumentNullException.ThrowIfNull(article);
        return Reasons(terms, article.Text, new Lazy<ImmutableArray<TextRange>>(() => Sentences.Split(article.Text)));
    }

    private static ImmutableArray<AlertReason> Reasons(IEnumerable<MatchedTerm> terms, string text, Lazy<ImmutableArray<TextRange>> sentences)
    {
        return [.. terms.GroupBy(term => (term.Term, term.Field)).Select(Reason)];

        AlertReason Reason(IGrouping<(string Term, MatchField Field), MatchedTerm> met)
        {
            var words = met.DistinctBy(term => term.Text, StringComparer.OrdinalIgnoreCase).ToList();
            return new AlertReason(
                met.Key.Term,
                [.. words.Select(word => word.Text)],
                met.Key.Field.ToString().ToLowerInvariant(),
                MatchedPlaces.AreOfText(met.Key.Field) ? Around(met.First().Start) : null)
            {
                Rules = [.. words.Select(word => word.Rule)],
            };
        }

        string? Around(int start) =>
            sentences.Value.FirstOrDefault(sentence => sentence.Contains(start)) is { IsEmpty: false } found ? found.Of(text).ToString() : null;
    }

    /// <summary>A word or two in marks ("study") is said by somebody, and tells nobody anything without its sentence.</summary>
    private static bool IsTelling(Quote quote) => quote.Kind != QuoteKind.Partial || quote.Text.AsSpan().Count(' ') >= 2;

    /// <summary>What tells a reader more comes first: words on the watchlist's subject or from whom it asks for, a named speaker, a whole sentence.</summary>
    private static int Weight(Quote quote, ImmutableArray<string> words) =>
        (quote.Speaker is null ? 0 : 3)
        + (words.Any(word => quote.Text.Contains(word, StringComparison.OrdinalIgnoreCase)
            || quote.Speaker?.Contains(word, StringComparison.OrdinalIgnoreCase) == true) ? 2 : 0)
        + (quote.Kind == QuoteKind.Partial ? 0 : 1)
        + (quote.Text.Length < 25 ? -2 : 0);

    /// <summary>
    /// The words as they stand, less a comma at their end: it belongs to the sentence around them ("We came," she said).
    /// </summary>
    public static AlertQuote Shown(Quote quote) => new(quote.Text.TrimEnd(','), quote.Speaker, quote.Role is { } role ? InASentence(role) : null);

    /// <summary>"One nurse", which opened a sentence, is "one nurse" behind a name; "Prime Minister" stays.</summary>
    private static string InASentence(string role)
    {
        var space = role.IndexOf(' ', StringComparison.Ordinal);
        return space is > 0 and < 5 && space + 1 < role.Length && char.IsLower(role[space + 1])
            ? char.ToLowerInvariant(role[0]) + role[1..]
            : role;
    }
}

/// <summary>Where in an article's text the words stand that a match met.</summary>
public static class MatchedPlaces
{
    /// <summary>Whether a word may begin or end before a place of a text. Scripts without spaces have a word in every character.</summary>
    public static bool IsWordEdge(string text, int at)
    {
        ArgumentNullException.ThrowIfNull(text);
        return at == 0 || at == text.Length
            || !char.IsLetterOrDigit(text[at - 1]) || !char.IsLetterOrDigit(text[at])
            || Letters.Kind[text[at - 1]] == Letter.Single || Letters.Kind[text[at]] == Letter.Single;
    }

    public static ImmutableArray<TextSpan> InText(IEnumerable<Match> matches) =>
    [
        .. matches.SelectMany(match => match.Terms)
            .Where(term => AreOfText(term.Field))
            .Select(term => new TextSpan(term.Text, term.Start))
            .Distinct(),
    ];

    /// <summary>Whether places of a field are counted in the article's text.</summary>
    internal static bool AreOfText(MatchField field) => field is MatchField.Text or MatchField.Quote or MatchField.Speaker;
}
