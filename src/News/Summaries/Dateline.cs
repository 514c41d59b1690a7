namespace News.Summaries;

/// <summary>
/// "BAGHDAD, Jan. 28 (Example Wire) — Three rockets …", "Thursday, May 7, 2015 On Tuesday …": where and when a dispatch
/// comes from, before its first sentence.
/// </summary>
internal static class Dateline
{
    private const int Longest = 80;

    /// <summary>The sentence without its dateline; the same where it has none.</summary>
    public static TextRange Without(string text, TextRange sentence)
    {
        var limit = Math.Min(sentence.End, sentence.Start + Longest);
        for (var i = sentence.Start + 2; i < limit; i++)
        {
            if (text[i] is not ('—' or '–' or '-') || (text[i] == '-' && !char.IsWhiteSpace(text[i - 1]))) continue;
            var dash = text[i] == '-' && i + 1 < limit && text[i + 1] == '-' ? 2 : 1;
            var rest = TextRange.Trimmed(text, i + dash, sentence.End);
            return !rest.IsEmpty && IsPlaceAndDate(text.AsSpan(sentence.Start, i - sentence.Start)) && char.IsUpper(text[rest.Start]) ? rest : sentence;
        }

        return WithoutDate(text, sentence);
    }

    /// <summary>Nothing but capitals and numbers: "Evansville, Indiana, United States"; what stands in brackets is a wire's name.</summary>
    private static bool IsPlaceAndDate(ReadOnlySpan<char> head)
    {
        var words = 0;
        for (var i = 0; i < head.Length; i++)
        {
            if (head[i] == '(') return words > 0 && head.TrimEnd()[^1] == ')';
            if (!char.IsLetterOrDigit(head[i]) || (i > 0 && (char.IsLetterOrDigit(head[i - 1]) || head[i - 1] is '\'' or '’'))) continue;
            if (char.IsLower(head[i])) return false;
            words++;
        }

        return words is > 0 and < 8;
    }

    /// <summary>A weekday, a month and a year that run into the first sentence.</summary>
    private static TextRange WithoutDate(string text, TextRange sentence)
    {
        var at = sentence.Start;
        for (var words = 0; words < 5 && at < sentence.End; words++)
        {
            var from = at;
            while (at < sentence.End && (char.IsLetterOrDigit(text[at]) || text[at] is ',' or '.')) at++;
            var word = text.AsSpan(from, at - from).TrimEnd(",.");
            while (at < sentence.End && text[at] == ' ') at++;
            var year = word.Length == 4 && char.IsDigit(word[0]) && char.IsDigit(word[3]);
            if (year && words > 1 && at < sentence.End && char.IsUpper(text[at])) return new TextRange(at, sentence.End);
            if (word.IsEmpty || (!char.IsDigit(word[0]) && !GrammarWords.TimeWords.Contains(word))) return sentence;
        }

        return sentence;
    }
}
