using News.Summaries;

namespace News.Claims;

/// <summary>
/// The commonest ways in which other languages say who gives a number: "según la policía", "a annoncé la préfecture", "wie
/// die Polizei mitteilte", "La Fiscalía informó". What is read is the words that stand there, up to a mark or a time.
/// </summary>
internal static class ForeignSource
{
    private const int Longest = 12;

    private static readonly WordTable Verbs = new("""
        informó informaron anunció anunciaron dijo dijeron confirmó confirmaron indicó señaló aseguró afirmó declaró denunció reportó elevó cifró precisó
        annoncé indiqué déclaré affirmé précisé rapporté confirmé annonce indique affirme déclare précise rapporte parle fait_état évoque
        teilte sagte erklärte berichtete meldete mitteilte sagten bestätigte informou disse afirmou anunciou riferito comunicato
        """);

    private static readonly WordTable Helpers = new("a ont ha han hat haben avait ai se lo");

    private static readonly WordTable Sources = new("según segun selon laut segundo conforme secondo d'après d’après");

    private static readonly WordTable Times = new("lundi mardi mercredi jeudi vendredi samedi dimanche este on am lunes martes miércoles jueves viernes sábado domingo que qu' que: avoir dass mit");

    private static readonly WordTable ArabicSays = new("قال قالت وقال وقالت أعلن أعلنت وأعلنت وأعلن أفاد أفادت وأفادت وأفاد أكد أكدت ذكرت وذكرت");

    private static readonly WordTable ArabicThat = new("إن أن عن بأن أنه إنه");

    public static string? Of(IReadOnlyList<Line> lines, int index, int at)
    {
        var line = lines[index];
        return After(line, at) ?? Before(line, at) ?? Angaben(line) ?? Pronoun(lines, index, at);
    }

    private static string? After(Line line, int at)
    {
        for (var i = at + 1; i < line.Count && i - at < 60; i++)
        {
            if (Sources.Contains(line.Word(i)) || line.Word(i) is "بحسب" or "حسب") return Phrase(line, i + 1);
            if (line.Kind(i) != PieceKind.Comma) continue;
            if (line.Word(i + 1) is "wie" or "so")
            {
                for (var n = i + 3; n < i + Longest && n < line.Count; n++)
                    if (Verbs.Contains(line.Word(n))) return line.Text(i + 2, n);
            }

            var verb = Helpers.Contains(line.Word(i + 1)) ? i + 2 : i + 1;
            if (Verbs.Contains(line.Word(verb))) return Phrase(line, verb + 1);
        }

        return null;
    }

    /// <summary>"La Fiscalía de Honduras elevó", "L'armée a annoncé", "قالت وزارة الصحة إن".</summary>
    private static string? Before(Line line, int at)
    {
        if (Sources.Contains(line.Word(0)) && at > 1) return Phrase(line, 1);
        if (ArabicSays.Contains(line.Word(0)))
        {
            var end = 1;
            while (end < at && end < Longest && line.Kind(end) == PieceKind.Word && !ArabicThat.Contains(line.Word(end))) end++;
            return end > 1 ? line.Text(1, end) : null;
        }

        for (var i = 1; i < at && i < 2 * Longest; i++)
        {
            if (line.Word(i) is "گفت" or "کرد" && line.Word(i + 1) is "که" or "كه") return line.Text(0, line.Word(i - 1) is "اعلام" or "تأیید" ? i - 1 : i);
            if (!Verbs.Contains(line.Word(i))) continue;
            var end = Helpers.Contains(line.Word(i - 1)) ? i - 1 : i;
            for (var n = 1; n < end; n++)
                if (line.Kind(n) == PieceKind.Comma) end = n;
            return end > 0 && end <= Longest && !IsPronoun(line.Word(0)) ? line.Text(0, end) : null;
        }

        return null;
    }

    /// <summary>"nach Angaben des Innenministeriums".</summary>
    private static string? Angaben(Line line)
    {
        for (var i = 1; i + 1 < line.Count && i < 40; i++)
            if (line.Word(i) is "Angaben" && line.Word(i - 1) is "nach" or "Nach" && line.Word(i + 1) is "des" or "der" or "von" && line.IsCapital(i + 2)) return line.Text(i + 1, i + 3);
        return null;
    }

    private static bool IsPronoun(ReadOnlySpan<char> word) => word is "Elle" or "Il" or "Ella" or "Él" or "Sie" or "Er" or "Ils" or "Ellos";

    /// <summary>"Elle affirme avoir tué": who was named at the head of the sentence before.</summary>
    private static string? Pronoun(IReadOnlyList<Line> lines, int index, int at)
    {
        var line = lines[index];
        if (index == 0 || !IsPronoun(line.Word(0)) || lines[index - 1].Paragraph != line.Paragraph || !Verbs.Contains(line.Word(1))) return null;
        return at > 1 ? Before(lines[index - 1], lines[index - 1].Count) : null;
    }

    private static string? Phrase(Line line, int from)
    {
        var to = from;
        while (to < line.Count && to - from < Longest && line.Kind(to) == PieceKind.Word && !Times.Contains(line.Word(to))) to++;
        if (to == from) return null;
        if (line.Kind(to) == PieceKind.Comma && NameRun.Next(line, to) is { NameLength: >= 2 } run && run.Start == to + 1) return line.Text(from, run.End);
        return line.Text(from, to);
    }
}
