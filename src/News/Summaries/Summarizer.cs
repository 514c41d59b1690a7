using System.Collections.Immutable;

namespace News.Summaries;

/// <summary>
/// Says what an article says, in its own words: two or three of its sentences, every quotation with its speaker where
/// the text names one, and its corrections. Nothing is written, all is cut from the text.
/// </summary>
public static class Summarizer
{
    /// <summary>Below this an attribution is not shown: a quotation without a speaker is better than a wrong one.</summary>
    private const double LeastCertainty = 0.5;

    /// <summary>Summarises an article.</summary>
    /// <param name="title">The headline, so that no sentence repeats it; null where there is none.</param>
    /// <param name="text">Plain text, paragraphs separated by an empty line or by line breaks. All offsets are into it.</param>
    /// <param name="matched">Where a watchlist's words stand in the text; sentences that hold them are preferred.</param>
    public static Summary Summarize(string? title, string text, IReadOnlyCollection<TextSpan>? matched = null) =>
        Summarize(title, new ArticleText(text), matched);

    /// <inheritdoc cref="Summarize(string?, string, IReadOnlyCollection{TextSpan}?)"/>
    public static Summary Summarize(string? title, ArticleText article, IReadOnlyCollection<TextSpan>? matched = null)
    {
        ArgumentNullException.ThrowIfNull(article);
        return new Summary
        {
            Sentences = SummaryChoice.Choose(title, article.Text, article.Paragraphs, article.Lines, matched ?? []),
            Quotes = Quotes(article),
            Corrections = Corrections(article.Text, article.Paragraphs, article.Lines),
        };
    }

    /// <summary>Every quotation of a text, in its order, without a summary of the rest.</summary>
    internal static ImmutableArray<Quote> QuotesOf(string text) => Quotes(new ArticleText(text));

    private static ImmutableArray<Quote> Quotes(ArticleText article)
    {
        var (quotations, utterances) = (article.Quotations, article.Attribution.Utterances);
        var quotes = ImmutableArray.CreateBuilder<Quote>();
        for (var i = 0; i < quotations.Count; i++)
        {
            if (utterances[i] is not { Spoken: true } utterance) continue;
            var inner = quotations[i].Inner;
            var certainty = (int)utterance.Evidence / 100.0;
            var named = certainty >= LeastCertainty && utterance.Who is not null;
            quotes.Add(Quote.Cut(article.Text, inner.Start, inner.End, utterance.Kind) with
            {
                Speaker = named ? utterance.Who!.Name : null,
                Role = named ? utterance.Who!.Role : null,
                Mention = utterance.Mention,
                Cue = utterance.Cue,
                Certainty = named ? certainty : 0,
            });
        }

        return quotes.ToImmutable();
    }

    private static ImmutableArray<string> Corrections(string text, ImmutableArray<Paragraph> paragraphs, List<Line> lines)
    {
        var corrections = ImmutableArray.CreateBuilder<string>();
        var next = 0;
        for (var i = 0; i < paragraphs.Length; i++)
        {
            if (paragraphs[i].Kind == ParagraphKind.Correction) corrections.Add(paragraphs[i].Range.Of(text).ToString());
            for (; next < lines.Count && lines[next].Paragraph <= i; next++)
                if (paragraphs[i].Kind == ParagraphKind.Story && Boilerplate.IsCorrection(lines[next].Range.Of(text), paragraphs[i]))
                    corrections.Add(lines[next].Range.Of(text).ToString());
        }

        return corrections.ToImmutable();
    }
}
