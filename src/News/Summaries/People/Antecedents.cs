using System.Runtime.InteropServices;

namespace News.Summaries;

/// <summary>Whom a sentence is about: its main clause's subject.</summary>
/// <param name="Who">Null where it has none that can be told.</param>
/// <param name="IsPronoun">"He met Doe.": the talk is of him already.</param>
/// <param name="IsUnnamed">"The transport minister resigned.": somebody by his office only, or of whom nothing is known.</param>
/// <param name="Body">Two capitals that nothing is known of, as an institution, for "it" and "they" to stand for.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Subject(Figure? Who, bool IsPronoun, bool IsUnnamed, Figure? Body = null);

/// <summary>
/// Whom "he", "she", "they" and "it" point back to: the nearest sentence that speaks of somebody who fits decides. Of
/// several there, it is the one who speaks, or the subject that the talk is of already; else nobody.
/// Only the same paragraph and the one before it are searched.
/// </summary>
/// <param name="subjectOf">The subject of a sentence that stands before the one asked about.</param>
internal sealed class Antecedents(IReadOnlyList<Line> lines, Cast cast, Func<int, Subject> subjectOf)
{
    private const int Sentences = 6;

    /// <summary>In words; what is longer is no sentence to look through again and again.</summary>
    private const int LongestSentence = 100;

    private readonly int[] turns = Turns(lines);

    /// <summary>In a sentence that speaks of more people than this, "he" is nobody; nor is it searched again and again.</summary>
    private const int Crowd = 100;

    /// <summary>Who fits in one sentence, in the order in which it speaks of them; used again for the next.</summary>
    private readonly List<Candidate> candidates = [];

    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Candidate(Figure Figure, int Position, bool Speaks);

    public Figure? Of(int index, int piece)
    {
        var line = lines[index];
        var word = line.Bare(piece);
        var position = line[SameBefore(line, piece)].Start;
        if (word.Equals("he", StringComparison.OrdinalIgnoreCase) || word is "him" or "his" or "His") return Person(index, position, Gender.Masculine);
        if (word.Equals("she", StringComparison.OrdinalIgnoreCase) || word is "her" or "Her") return Person(index, position, Gender.Feminine);
        if (word.Equals("they", StringComparison.OrdinalIgnoreCase) || word is "them" or "their" or "Their") return Other(index, position, plural: true);
        if (word.Equals("it", StringComparison.OrdinalIgnoreCase) || word is "its" or "Its") return Other(index, position, plural: false);
        return null;
    }

    /// <summary>"He thought that …, as he later explained": both are the same, so the first is looked up.</summary>
    private static int SameBefore(Line line, int piece)
    {
        var word = line.Word(piece);
        for (var i = Math.Max(0, piece - LongestSentence); i < piece; i++)
            if (line.Word(i).Equals(word, StringComparison.OrdinalIgnoreCase)) return i;
        return piece;
    }

    /// <summary>
    /// Whom "the Dutchman", "the 34-year-old" may mean at a place: who speaks, or is the subject, in the nearest sentence
    /// that speaks of anybody.
    /// </summary>
    /// <param name="gender">Unknown where the words fit a man and a woman.</param>
    public Figure? Topic(int index, int position, Gender gender)
    {
        for (var i = index; i >= 0 && Within(i, index); i--)
        {
            var subject = i < index ? subjectOf(i) : default; // First, for it gathers too.
            Gather(i, position, gender);
            if (i == index) candidates.RemoveAll(candidate => !candidate.Speaks && IsOblique(lines[index], candidate.Position));
            if (candidates.Count == 0 && subject.Who is not { IsPerson: true }) continue;
            var named = subject.Who is { IsPerson: true } who && Fits(who, gender) ? who : null;
            var found = candidates.Count > 1 ? Foremost(i, gender, subject) : candidates.Count == 0 || (subject.IsPronoun && !candidates[0].Speaks) ? named : candidates[0].Figure;
            if (found is null || found == Figure.Unknown || subject.IsUnnamed) return null;
            return found == named || candidates.Exists(candidate => candidate.Figure == found && candidate.Speaks) ? found : null;
        }

        return null;
    }

    /// <summary>Of the people spoken of before a place, the one whom "he" or "she" means there.</summary>
    public Figure? Person(int index, int position, Gender gender)
    {
        for (var i = index; i >= 0 && Within(i, index); i--)
        {
            var subject = i < index ? subjectOf(i) : default; // First, for it gathers too.
            Gather(i, position, gender);
            if (subject is { IsUnnamed: true, Who: { } unnamed } && Fits(unnamed, gender) && (candidates.Count == 0 || unnamed.Position != candidates[0].Figure.Position))
                return candidates.Count == 0 && unnamed != Figure.Unknown && lines[i].Paragraph == lines[index].Paragraph ? unnamed : null;
            if (candidates.Count == 0 && subject is { IsPronoun: true, Who: { } same } && Fits(same, gender)) return same;
            if (candidates.Count == 0) continue;
            var found = candidates.Count == 1 ? candidates[0].Figure : Foremost(i, gender, subject);
            return found == Figure.Unknown ? null : found;
        }

        return null;
    }

    /// <summary>Who fits in a sentence, each once. Who is spoken of only as a part of something else counts where nobody else does.</summary>
    private void Gather(int line, int position, Gender gender)
    {
        candidates.Clear();
        var appearances = cast.In(line);
        var strong = false;
        foreach (var appearance in appearances)
            strong |= !appearance.Weak && appearance.Position < position && Fits(appearance.Figure, gender);
        foreach (var appearance in appearances)
        {
            if (appearance.Position >= position || !Fits(appearance.Figure, gender) || (strong && appearance.Weak)) continue;
            var at = 0;
            while (at < candidates.Count && candidates[at].Figure != appearance.Figure) at++;
            var candidate = new Candidate(appearance.Figure, appearance.Position, appearance.Speaks);
            if (at == candidates.Count) candidates.Add(candidate);
            else candidates[at] = candidate with { Position = Math.Min(candidates[at].Position, candidate.Position), Speaks = candidate.Speaks || candidates[at].Speaks };
        }

        // Speakers that were found later in the work stand at the list's end.
        candidates.Sort(static (a, b) => a.Position.CompareTo(b.Position));
    }

    private static bool Fits(Figure figure, Gender gender) =>
        gender == Gender.Unknown ? figure is { IsPerson: true, IsPlural: false } : figure.CanBe(gender);

    /// <summary>Of several who fit: the only one who speaks; the subject, where the talk was of him before; the only one who surely is a man or woman.</summary>
    private Figure? Foremost(int line, Gender gender, Subject subject)
    {
        Figure? speaker = null;
        var speakers = 0;
        var certainOthers = 0;
        var first = candidates[0].Figure;
        var start = lines[line].Range.Start;
        var olderOthers = 0;
        foreach (var candidate in candidates)
        {
            if (candidate.Speaks) (speaker, speakers) = (candidate.Figure, speakers + 1);
            if (candidate.Figure == first) continue;
            if (candidate.Figure.Gender == gender) certainOthers++;
            if (candidate.Figure.Position < start) olderOthers++;
        }

        if (speakers == 1) return speaker;
        if (speakers > 1) return null;
        if (subject is { IsPronoun: true, Who: { } same } && Fits(same, gender)) return same;
        if (subject.Who == first && ((first.Position < start && olderOthers == 0) || OthersAreOblique(line, first))) return first;
        return certainOthers == 0 && first.Gender == gender ? first : null;
    }

    /// <summary>
    /// Whether nobody but the subject stands where he too could go on as "he": "Doe spoke when introducing Roe" leaves only
    /// Doe, "Doe met Roe" leaves two.
    /// </summary>
    private bool OthersAreOblique(int line, Figure subject)
    {
        foreach (var candidate in candidates)
            if (candidate.Figure != subject && !IsOblique(lines[line], candidate.Position)) return false;
        return true;
    }

    /// <summary>Whether a name hangs on a preposition or stands in a clause of its own.</summary>
    private static bool IsOblique(Line line, int position)
    {
        var i = line.Count - 1;
        while (i >= 0 && line[i].Start > position) i--;
        for (i--; i >= 0; i--)
        {
            var word = line.Word(i);
            if (line.Kind(i) is not (PieceKind.Word or PieceKind.Number)) return false;
            if (word is "and" or "or") return false;
            if (GrammarWords.Prepositions.Contains(word) || GrammarWords.ClauseOpeners.Contains(word) || word is "who" or "which") return !line.IsCapital(i);
            if (GrammarWords.CommonVerbs.Contains(word) || word.EndsWith("ed") || line.Verb(i, out _) != ReportingVerb.None) return false;
        }

        return false;
    }

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

    /// <summary>"they" and "it": a group or an institution that speaks or is the subject, else the last that is spoken of.</summary>
    private Figure? Other(int index, int position, bool plural)
    {
        for (var i = index; i >= 0 && Within(i, index); i--)
        {
            Figure? found = null;
            var at = -1;
            foreach (var appearance in cast.In(i))
                if (appearance.Position < position && appearance.Position > at && Fits(appearance.Figure, plural)) (found, at) = (appearance.Figure, appearance.Position);
            if (found is not null) return found;
            if (i == index) continue;
            var subject = subjectOf(i);
            if (subject.Body is { } unknown) return unknown;
            if (subject.Who is { } body && body != Figure.Unknown && (Fits(body, plural) || (plural && body.IsInstitution && !Descriptions.IsThing(body.Noun)))) return body;
        }

        return null;
    }

    private static bool Fits(Figure figure, bool plural) => plural ? figure.IsPlural : figure.IsInstitution && !figure.IsPlural;

    /// <summary>Who was called by the same noun before: "one poster" → "the poster". Null where two differ.</summary>
    public Figure? Earlier(ReadOnlySpan<char> noun, int index)
    {
        for (var i = index; i >= 0 && index - i <= 2 * Sentences && cast.In(i).Count <= Crowd; i--)
            foreach (var appearance in cast.In(i))
                if (appearance.Figure.Noun is { } own && noun.Equals(own, StringComparison.OrdinalIgnoreCase)) return appearance.Figure;
        return null;
    }

    /// <summary>Of those with the role and those without a name who were called by the noun, the one spoken of last; null where two were at once.</summary>
    public Figure? Nearest(List<Figure> people, ReadOnlySpan<char> noun, int index, int position)
    {
        for (var i = index; i >= 0 && Within(i, index); i--)
        {
            Figure? found = null;
            foreach (var appearance in cast.In(i))
            {
                if (appearance.Position >= position || appearance.Figure == found) continue;
                if (!people.Contains(appearance.Figure) && !(appearance.Figure.Noun is { } own && noun.Equals(own, StringComparison.OrdinalIgnoreCase))) continue;
                if (found is not null) return null;
                found = appearance.Figure;
            }

            if (found is not null) return found;
        }

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
