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
    private readonly Lazy<ImmutableArray<TextRange>> _sentences = Split(article.Text);

    private readonly ImmutableArray<Statement> _statements = Statement.Of(summary.Quotes);

    public Alert Write(string watchlist, Severity severity, Match match)
    {
        var shown = Choice(match).Best(QuotesShown);
        return new Alert
        {
            Watchlist = watchlist,
            Severity = severity,
            Headline = article.Title,
            Link = article.Link,
            Source = article.Source,
            Published = article.Published,
            Summary = [.. summary.Sentences.Select(sentence => sentence.Text)],
            Quotes = [.. shown.Select(statement => statement.Shown())],
            FurtherQuotes = [.. _statements.Except(shown).Select(statement => statement.Shown())],
            Corrections = summary.Corrections,
            Reasons = Reasons(match.Terms),
        };
    }

    /// <summary>What is shown of the article where nothing is asked for: its weightiest quotation, or none.</summary>
    public ImmutableArray<AlertQuote> Foremost() => [.. Choice(match: null).Best(1).Select(statement => statement.Shown())];

    /// <summary>The weightiest of some statements of an article, in the order of its text.</summary>
    /// <param name="met">What of a query stands in the article; empty where nothing is asked for.</param>
    public static ImmutableArray<Statement> Foremost(Article article, ImmutableArray<Statement> statements, ImmutableArray<MatchedTerm> met, int count)
    {
        ArgumentNullException.ThrowIfNull(article);
        return new QuoteChoice(article.Text, statements, MatchedPlaces.Everywhere(article.Text, met), Split(article.Text)).Best(count);
    }

    private QuoteChoice Choice(Match? match) =>
        new(article.Text, _statements, match is null ? [] : MatchedPlaces.Everywhere(article.Text, match.Terms), _sentences);

    private static Lazy<ImmutableArray<TextRange>> Split(string text) => new(() => Sentences.Split(text));

    private ImmutableArray<AlertReason> Reasons(IEnumerable<MatchedTerm> terms) => Reasons(terms, article.Text, _sentences);

    /// <summary>What met the terms of a query in an article: each term with its words, where they stand, and the sentence around.</summary>
    public static ImmutableArray<AlertReason> Reasons(Article article, IEnumerable<MatchedTerm> terms)
    {
        ArgumentNullException.ThrowIfNull(article);
        return Reasons(terms, article.Text, Split(article.Text));
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

    /// <summary>
    /// Every place in a text where words stand that were met, as a match names but a few of them. Words count whole, and in
    /// any case where that doesn't matter; what a regular expression describes, only where the match says.
    /// </summary>
    internal static ImmutableArray<TextRange> Everywhere(string text, ImmutableArray<MatchedTerm> met)
    {
        var places = ImmutableArray.CreateBuilder<TextRange>();
        foreach (var term in met.Where(term => AreOfText(term.Field) && term.Start + term.Text.Length <= text.Length))
            places.Add(new TextRange(term.Start, term.Start + term.Text.Length));
        foreach (var words in met.Where(term => term.Rule != MatchRule.Regex && term.Text.Length > 0 && IsOfStory(term.Field)).DistinctBy(term => term.Text))
        {
            var letters = AlertReason.CountsInTheseLettersOnly(words.Term, words.Text) ? StringComparison.Ordinal : StringComparison.OrdinalIgnoreCase;
            for (var at = text.IndexOf(words.Text, letters); at >= 0; at = text.IndexOf(words.Text, at + words.Text.Length, letters))
            {
                if (IsWordEdge(text, at) && IsWordEdge(text, at + words.Text.Length))
                    places.Add(new TextRange(at, at + words.Text.Length));
            }
        }

        return places.ToImmutable();
    }

    /// <summary>Whether what stands in a field is a word of the story: the name of a source or a language is none.</summary>
    private static bool IsOfStory(MatchField field) => field == MatchField.Title || AreOfText(field);

    /// <summary>Whether places of a field are counted in the article's text.</summary>
    internal static bool AreOfText(MatchField field) => field is MatchField.Text or MatchField.Quote or MatchField.Speaker;
}
