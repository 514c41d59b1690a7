namespace News.Summaries;

/// <summary>
/// Speech that a dash opens at a paragraph's beginning, as Spanish, French, Portuguese, Italian and Russian write it:
/// "—No lo sé —dijo la ministra Ana Ruiz.", "— Nous partons, a dit le ministre.", "— Мы уходим, — сказал министр." It is
/// taken for speech only where a word of saying in such a language follows it.
/// </summary>
internal static class DashDialogue
{
    /// <summary>A speech that is longer before its word of saying is left alone.</summary>
    private const int Longest = 600;

    /// <summary>Where the speech ends that begins with the paragraph, before the dash or comma of the reporting clause; null where there is none.</summary>
    public static int? EndOfSpeech(string text, TextRange paragraph)
    {
        if (paragraph.Length < 8 || !IsDash(text[paragraph.Start])) return null;
        var limit = Math.Min(paragraph.End, paragraph.Start + Longest);
        var begins = paragraph.Start + 1;
        while (begins < limit && char.IsWhiteSpace(text[begins])) begins++;
        for (var i = begins + 1; i < limit; i++)
        {
            if (!IsDash(text[i]) && text[i] != ',') continue;
            var clause = i + 1;
            while (clause < limit && char.IsWhiteSpace(text[clause])) clause++;
            if (ForeignCues.ReportsAt(text.AsSpan(clause, limit - clause))) return i;
        }

        return null;
    }

    private static bool IsDash(char c) => c is '—' or '–' or '―';
}
