namespace News.Summaries;

/// <summary>What the words between marks look like by themselves.</summary>
internal readonly record struct QuotedWords(int Count, bool BeginsLarge, bool EndsWithStop, bool EndsWithComma, bool IsTitleCase)
{
    /// <summary>Whole sentences: "We came, and we saw."</summary>
    public bool IsSentence => BeginsLarge && (EndsWithStop || EndsWithComma) && Count >= 2;

    /// <summary>Ends as a clause does before "she said": "We came," "Why?"</summary>
    public bool EndsAsClause => EndsWithStop || EndsWithComma;

    /// <summary>"Gone Home", "Morning Joe,": every word of weight is large, as in titles and names, and no sentence ends.</summary>
    public bool IsTitle => IsTitleCase && !EndsWithStop && (Count > 1 || !EndsWithComma);

    public static QuotedWords Of(string text, TextRange inner)
    {
        var words = 0;
        var small = 0;
        var capitals = 0;
        var large = false;
        for (var i = inner.Start; i < inner.End; i++)
        {
            if (!char.IsLetterOrDigit(text[i]) || (i > inner.Start && (char.IsLetterOrDigit(text[i - 1]) || text[i - 1] is '\'' or '’' or '-'))) continue;
            if (words == 0) large = !char.IsLower(text[i]);
            words++;
            var end = i;
            while (end < inner.End && char.IsLetterOrDigit(text[end])) end++;
            if (char.IsUpper(text[i])) capitals++;
            else if (char.IsLower(text[i]) && !SmallInTitles.Contains(text.AsSpan(i, end - i))) small++;
        }

        var at = inner.End;
        while (at > inner.Start + 1 && text[at - 1] is '\'' or '’' or '”' or '"' or ')' or ']') at--;
        var last = text[at - 1];
        var stop = last is '.' or '!' or '?' or '…' or '。' or '！' or '？' or '؟';
        return new QuotedWords(words, large, stop, last is ',' or '—' or '–' or '-' or '،' or '、', small == 0 && capitals > 0 && last is not ('!' or '?'));
    }

    private static readonly WordTable SmallInTitles = new("of the a an and or in on at to for from by with as is but nor de la le les des du und der die das y el");
}
