namespace News.Summaries;

/// <summary>Words that name a source without a verb of saying: "according to Doe", "as Doe put it", "in Doe's words".</summary>
/// <param name="At">Its first piece.</param>
/// <param name="Owns">Whether the source stands as a possessive: "Doe's", "her".</param>
internal readonly record struct Source(int At, Phrase Who, bool Owns, string Cue)
{
    private static readonly WordTable Put = new("put puts phrased phrases");

    /// <summary>The source that begins at a piece; null where none does.</summary>
    public static Source? Read(Line line, int i)
    {
        if (line.Kind(i) != PieceKind.Word) return null;
        var word = line.Word(i);
        if (word is "according" or "According") return line.Word(i + 1) is "to" ? Named(line, i, i + 2, "according to") : null;
        if (word is "in" or "In") return InWords(line, i);
        return word is "as" or "As" ? AsPut(line, i) : null;
    }

    private static Source? Named(Line line, int at, int from, string cue) =>
        Subjects.After(line, from) is { } who ? new Source(at, who, false, cue) : null;

    /// <summary>"in the words of the prosecutor, Jane Doe,"; "in Doe's words", "in her own words".</summary>
    private static Source? InWords(Line line, int i)
    {
        if (line.Word(i + 1) is "the" && line.Word(i + 2) is "words" && line.Word(i + 3) is "of")
        {
            if (Subjects.After(line, i + 4) is not { } phrase) return null;
            if (line.Kind(phrase.To) == PieceKind.Comma && NameRun.Next(line, phrase.To) is { NameLength: >= 2 } run && run.Start == phrase.To + 1)
                phrase = new Phrase(run.Start, run.End, run.End);
            return new Source(i, phrase, false, "in the words of");
        }

        for (var n = i + 2; n <= i + 6 && line.Kind(n) == PieceKind.Word; n++)
        {
            if (line.Word(n) is "words" or "telling") return SpeechNouns.Owner(line, n, i + 1) is { } who ? new Source(i, who, true, line.Word(n).ToString()) : null;
        }

        return null;
    }

    /// <summary>"as Doe put it", "as the minister puts it", "as Doe said on Monday".</summary>
    private static Source? AsPut(Line line, int i)
    {
        for (var n = i + 2; n <= i + 8 && line.Kind(n) == PieceKind.Word; n++)
        {
            var put = line.Word(n + 1) is "it" && Put.Contains(line.Word(n));
            if (!put && !(line.Verb(n, out var form) == ReportingVerb.Saying && form == VerbForm.Finite && CueVerbs.Reports(line, n))) continue;
            var from = line.IsPossessive(i + 2) && line.IsCapital(i + 3) ? i + 3 : line.IsPossessive(i + 1) && line.IsCapital(i + 2) ? i + 2 : i + 1;
            return new Source(i, new Phrase(from, n, n), false, put ? line.Text(n, n + 2) : line.Word(n).ToString());
        }

        return null;
    }
}
