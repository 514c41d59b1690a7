namespace News.Summaries;

/// <summary>He or she, by title, role and given name.</summary>
internal static class Genders
{
    public static Gender Of(Line line, NameRun run, string? role)
    {
        if (OfTitle(line, run) is not Gender.Unknown and var title) return title;
        if (OfWords(role) is not Gender.Unknown and var byRole) return byRole;
        return GivenNames.GenderOf(line.Bare(run.NameStart));
    }

    public static Gender OfTitle(Line line, NameRun run)
    {
        for (var i = run.Start; i < run.NameStart; i++)
            if (OfWord(line.Word(i)) is not Gender.Unknown and var gender) return gender;

        // "Doe's mother, Jane Doe": what she is stands before the comma.
        var beside = line.Kind(run.Start - 1) == PieceKind.Comma ? run.Start - 2 : run.Start - 1;
        return beside >= 0 ? OfWord(line.Word(beside)) : Gender.Unknown;
    }

    public static Gender OfWords(string? words)
    {
        if (words is null) return Gender.Unknown;
        var span = words.AsSpan();
        foreach (var part in span.Split(' '))
        {
            if (span[part] is "of" or "for" or "to" or "at") break;
            if (OfWord(span[part]) is not Gender.Unknown and var gender) return gender;
        }

        return Gender.Unknown;
    }

    public static Gender OfWord(ReadOnlySpan<char> word) =>
        TitleWords.Feminine.Contains(word) ? Gender.Feminine
        : TitleWords.Masculine.Contains(word) ? Gender.Masculine
        : Gender.Unknown;
}
