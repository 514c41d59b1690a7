using System.Collections.Immutable;

namespace Bot.Cards;

/// <summary>Finds the words that a watchlist met in a text, to show them in bold.</summary>
public static class MatchedWords
{
    /// <summary>The text with each whole occurrence of one of the words in bold, in any case.</summary>
    public static CardText InBold(string text, ImmutableArray<string> words)
    {
        var runs = ImmutableArray.CreateBuilder<TextRun>();
        var plainFrom = 0;
        for (var at = 0; at < text.Length; at++)
        {
            if (at > 0 && char.IsLetterOrDigit(text[at - 1]))
                continue;

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

    private static int LongestAt(string text, int at, ImmutableArray<string> words)
    {
        var longest = 0;
        foreach (var word in words)
        {
            var end = at + word.Length;
            if (word.Length > longest
                && end <= text.Length
                && text.AsSpan(at, word.Length).Equals(word, StringComparison.OrdinalIgnoreCase)
                && (end == text.Length || !char.IsLetterOrDigit(text[end])))
            {
                longest = word.Length;
            }
        }

        return longest;
    }
}
