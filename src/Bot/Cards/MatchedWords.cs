using System.Collections.Immutable;
using News.Alerts;
using News.Matching;

namespace Bot.Cards;

/// <summary>Finds the words that a watchlist met in a text, to show them in bold.</summary>
public static class MatchedWords
{
    /// <summary>The words that were met, each once; with the term where nobody would see it in them: "Hewler (@erbil)", "struck (strike)".</summary>
    public static IEnumerable<string> Of(ImmutableArray<AlertReason> reasons) => reasons
        .SelectMany(reason => reason.WordsWithRules().Select(met => (met.Word, reason.Term, met.Rule)))
        .DistinctBy(met => met.Word, StringComparer.OrdinalIgnoreCase)
        .Select(met => IsSeenIn(met.Word, met.Term, met.Rule) ? met.Word : $"{met.Word} ({met.Term})");

    private static bool IsSeenIn(string word, string term, MatchRule? rule) => rule switch
    {
        MatchRule.Entity => term.TrimStart('@').Replace('-', ' ').Equals(word.Replace('-', ' '), StringComparison.OrdinalIgnoreCase),
        MatchRule.Form or MatchRule.Demonym => word.StartsWith(term[..Math.Min(4, term.Length)], StringComparison.OrdinalIgnoreCase),
        _ => true,
    };

    /// <summary>
    /// The text with each occurrence of words that were met in bold, in any case where that doesn't matter. Words are met
    /// whole; what a regular expression describes may be a part of one, and scripts that put no spaces between words have
    /// no whole ones.
    /// </summary>
    public static CardText InBold(string text, ImmutableArray<AlertReason> reasons)
    {
        ImmutableArray<Met> words = [.. reasons.Where(StandsInStory).SelectMany(reason =>
            reason.WordsWithRules().Select(met => new Met(
                met.Word,
                met.Rule == MatchRule.Regex,
                reason.CountsInTheseLettersOnly(met.Word) ? StringComparison.Ordinal : StringComparison.OrdinalIgnoreCase)))];
        var runs = ImmutableArray.CreateBuilder<TextRun>();
        var plainFrom = 0;
        for (var at = 0; at < text.Length; at++)
        {
            var length = LongestAt(text, at, words);
            if (length == 0)
                continue;

            if (at > plainFrom)
                runs.Add(new TextRun.Words(text[plainFrom..at]));
            runs.Add(new TextRun.Bold(text.Substring(at, length)));
            plainFrom = at + length;
            at = plainFrom - 1;
        }

        if (plainFrom < text.Length)
            runs.Add(new TextRun.Words(text[plainFrom..]));
        return new CardText(runs.ToImmutable());
    }

    /// <summary>The name of a source or a language is a reason, and no word of the story.</summary>
    private static bool StandsInStory(AlertReason reason) => reason.Where is "title" or "text" or "quote" or "speaker";

    private static int LongestAt(string text, int at, ImmutableArray<Met> words)
    {
        var longest = 0;
        foreach (var (word, isPart, letters) in words)
        {
            var end = at + word.Length;
            if (word.Length > longest
                && end <= text.Length
                && text.AsSpan(at, word.Length).Equals(word, letters)
                && (isPart || (MatchedPlaces.IsWordEdge(text, at) && MatchedPlaces.IsWordEdge(text, end))))
            {
                longest = word.Length;
            }
        }

        return longest;
    }

    /// <param name="IsPart">It may stand inside a word.</param>
    /// <param name="Letters">Whether it is the same word in other capitals.</param>
    private readonly record struct Met(string Word, bool IsPart, StringComparison Letters);
}
