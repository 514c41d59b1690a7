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
            if (text[i] == ':') return WithoutColon(text, sentence, i);
            if (text[i] == ')' && WithoutWire(text, sentence, i) is { } story) return story;
            if (text[i] is not ('—' or '–' or '―' or '-') || (text[i] == '-' && !char.IsWhiteSpace(text[i - 1]))) continue;
            var dash = text[i] == '-' && i + 1 < limit && text[i + 1] == '-' ? 2 : 1;
            var rest = TextRange.Trimmed(text, i + dash, sentence.End);
            return !rest.IsEmpty && IsPlaceAndDate(text.AsSpan(sentence.Start, i - sentence.Start)) && char.IsUpper(text[rest.Start]) ? rest : sentence;
        }

        return WithoutDate(text, sentence);
    }

    /// <summary>
    /// The same for who reads the sentence's grammar, where only what cannot be a name counts as a dateline: a town in
    /// capitals, a wire in brackets, a date. "Jane Doe — The last of her kind" is none.
    /// </summary>
    public static TextRange WithoutMarked(string text, TextRange sentence)
    {
        var rest = Without(text, sentence);
        var head = text.AsSpan(sentence.Start, rest.Start - sentence.Start);
        foreach (var c in head)
            if (c == '(' || char.IsDigit(c)) return rest;
        foreach (var word in head.SplitAny(' ', ','))
            if (head[word].Length > 2 && head[word].IndexOfAnyInRange('a', 'z') < 0) return rest;
        return sentence;
    }

    /// <summary>"Mumbai, Aug 19 (EWS) The strike …": a town, a date, a wire in capitals and no dash.</summary>
    private static TextRange? WithoutWire(string text, TextRange sentence, int close)
    {
        var head = text.AsSpan(sentence.Start, close + 1 - sentence.Start);
        var open = head.LastIndexOf('(');
        if (open < 1 || head.Length - open is < 4 or > 10 || !IsPlaceAndDate(head)) return null;
        foreach (var c in head[(open + 1)..^1])
            if (!char.IsUpper(c)) return null;
        var dated = head[..open].IndexOfAnyInRange('0', '9') >= 0 || head[..open].IndexOfAnyInRange('a', 'z') < 0;
        var rest = TextRange.Trimmed(text, close + 1, sentence.End);
        return dated && !rest.IsEmpty && char.IsUpper(text[rest.Start]) ? rest : null;
    }

    /// <summary>"ISLAMABAD: Pakistani forces …": a town in capitals before a colon.</summary>
    private static TextRange WithoutColon(string text, TextRange sentence, int colon)
    {
        var head = text.AsSpan(sentence.Start, colon - sentence.Start);
        var rest = TextRange.Trimmed(text, colon + 1, sentence.End);
        if (head.Length < 4 || rest.IsEmpty || !char.IsUpper(text[rest.Start])) return sentence;
        foreach (var c in head)
            if (!char.IsUpper(c) && c is not (' ' or '/' or '-' or ',')) return sentence;
        return rest;
    }

    private static readonly WordTable Particles = new("of the and el al la le les de del do da das dos du au sur upon am an der");

    /// <summary>Nothing but capitals and numbers: "Evansville, Indiana, United States"; what stands in brackets is a wire's name.</summary>
    private static bool IsPlaceAndDate(ReadOnlySpan<char> head)
    {
        var words = 0;
        for (var i = 0; i < head.Length; i++)
        {
            if (head[i] == '(') return head.TrimEnd()[^1] == ')';
            if (!char.IsLetterOrDigit(head[i]) || (i > 0 && (char.IsLetterOrDigit(head[i - 1]) || head[i - 1] is '\'' or '’'))) continue;
            var end = i;
            while (end < head.Length && char.IsLetter(head[end])) end++;
            if (char.IsLower(head[i]) && !(words > 0 && Particles.Contains(head[i..end]))) return false;
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
