namespace News.Summaries;

/// <summary>"BAGHDAD, Jan. 28 (Example Wire) — Three rockets …": where a dispatch comes from, before its first sentence.</summary>
internal static class Dateline
{
    private const int Longest = 70;

    /// <summary>The sentence without its dateline; the same where it has none.</summary>
    public static TextRange Without(string text, TextRange sentence)
    {
        var limit = Math.Min(sentence.End, sentence.Start + Longest);
        for (var i = sentence.Start + 2; i < limit; i++)
        {
            if (text[i] is not ('—' or '–' or '-') || !char.IsWhiteSpace(text[i - 1]) && text[i] == '-') continue;
            var rest = TextRange.Trimmed(text, text[i] == '-' && i + 1 < limit && text[i + 1] == '-' ? i + 2 : i + 1, sentence.End);
            return !rest.IsEmpty && IsDateline(text.AsSpan(sentence.Start, i - sentence.Start)) && char.IsUpper(text[rest.Start]) ? rest : sentence;
        }

        return sentence;
    }

    /// <summary>A place in capitals first, or a wire's name in brackets last.</summary>
    private static bool IsDateline(ReadOnlySpan<char> head)
    {
        head = head.TrimEnd();
        if (head.IsEmpty || !char.IsUpper(head[0])) return false;
        if (head[^1] == ')' && head.Contains('(')) return true;
        var letters = 0;
        while (letters < head.Length && (char.IsLetter(head[letters]) || head[letters] is ' ' or '\'' or '’')) letters++;
        if (letters < 3) return false;
        foreach (var c in head[..letters])
            if (char.IsLower(c)) return letters > 3 && head.Contains(',') && head.Length < 40 && !head.Contains(' ');
        return true;
    }
}
