namespace News.Summaries;

/// <summary>
/// Whom "he", "she", "they" and "it" point back to: the nearest sentence decides, its subject before others, by gender
/// and number; where two people fit, nobody does. Only the same paragraph and the one before it are searched.
/// </summary>
internal sealed class Antecedents(IReadOnlyList<Line> lines, Cast cast)
{
    private const int Sentences = 6;

    private readonly int[] turns = Turns(lines);

    /// <summary>In a sentence that speaks of more people than this, "he" is nobody; nor is it searched again and again.</summary>
    private const int Crowd = 100;

    /// <param name="unnamed">Who is a sentence's subject without being named: "The minister resigned."</param>
    public Figure? Of(int index, int piece, Func<int, Figure?> unnamed)
    {
        var line = lines[index];
        var word = line.Word(piece);
        var position = line[piece].Start;
        if (word.Equals("he", StringComparison.OrdinalIgnoreCase) || word is "him" or "his" or "His") return Person(index, position, Gender.Masculine, unnamed);
        if (word.Equals("she", StringComparison.OrdinalIgnoreCase) || word is "her" or "Her") return Person(index, position, Gender.Feminine, unnamed);
        if (word.Equals("they", StringComparison.OrdinalIgnoreCase) || word is "them" or "their" or "Their") return Other(index, position, figure => figure.IsPlural);
        if (word.Equals("it", StringComparison.OrdinalIgnoreCase) || word is "its" or "Its") return Other(index, position, figure => figure.IsInstitution && !figure.IsPlural);
        return null;
    }

    private Figure? Person(int index, int position, Gender gender, Func<int, Figure?> unnamed)
    {
        for (var i = index; i >= 0 && Within(i, index); i--)
        {
            var strong = cast.In(i).Any(appearance => !appearance.Weak && appearance.Position < position && appearance.Figure.CanBe(gender));
            Figure? first = null;
            var certainOthers = 0;
            var others = 0;
            foreach (var appearance in InOrder(i))
            {
                var figure = appearance.Figure;
                if (appearance.Position >= position || !figure.CanBe(gender) || (strong && appearance.Weak)) continue;
                if (first is null) first = figure;
                else if (figure != first) (others, certainOthers) = (others + 1, certainOthers + (figure.Gender == gender ? 1 : 0));
            }

            if (i < index && unnamed(i) is { } subject && subject.CanBe(gender) && subject.Position != first?.Position)
                return first is null && subject != Figure.Unknown && lines[i].Paragraph == lines[index].Paragraph ? subject : null;
            if (first is null) continue;
            if (others == 0) return first;
            return certainOthers == 0 && first.Gender == gender ? first : null;
        }

        return null;
    }

    /// <summary>Appearances as they stand in the sentence: speakers that were found later in the work are among them.</summary>
    private IEnumerable<Appearance> InOrder(int line) => cast.In(line).OrderBy(appearance => appearance.Position);

    private bool Within(int i, int index) => cast.In(i).Count <= Crowd && index - i <= Sentences && turns[index] - turns[i] <= 1;

    /// <summary>Paragraphs counted, but for those that are one quotation from end to end: a speech is told by who stands around it.</summary>
    private static int[] Turns(IReadOnlyList<Line> lines)
    {
        var counted = new int[lines.Count];
        for (var i = 1; i < lines.Count; i++)
        {
            var before = lines[i - 1];
            var speech = before.Count == 1 && before.Kind(0) == PieceKind.Quotation;
            counted[i] = counted[i - 1] + (lines[i].Paragraph != before.Paragraph && !speech ? 1 : 0);
        }

        return counted;
    }

    private Figure? Other(int index, int position, Func<Figure, bool> fits)
    {
        for (var i = index; i >= 0 && Within(i, index); i--)
        {
            Figure? found = null;
            foreach (var appearance in InOrder(i))
                if (appearance.Position < position && fits(appearance.Figure)) found = appearance.Figure;
            if (found is not null) return found;
        }

        return null;
    }

    /// <summary>Who was called by the same noun before: "one poster" → "the poster". Null where two differ.</summary>
    public Figure? Earlier(ReadOnlySpan<char> noun, int index)
    {
        for (var i = index; i >= 0 && index - i <= 2 * Sentences && cast.In(i).Count <= Crowd; i--)
            foreach (var appearance in cast.In(i))
                if (appearance.Figure.Noun is { } own && noun.Equals(own, StringComparison.OrdinalIgnoreCase)) return appearance.Figure;
        return null;
    }

    /// <summary>Of several people with the role, the one of whom this paragraph or the one before it speaks.</summary>
    public Figure? OnlyOneNear(List<Figure> people, int index, int position)
    {
        Figure? found = null;
        for (var i = index; i >= 0 && Within(i, index); i--)
        {
            foreach (var appearance in cast.In(i))
            {
                if (appearance.Position >= position || !people.Contains(appearance.Figure) || appearance.Figure == found) continue;
                if (found is not null) return null;
                found = appearance.Figure;
            }
        }

        return found;
    }
}
