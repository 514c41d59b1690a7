using System.Globalization;
using System.Runtime.InteropServices;
using News.Summaries;

namespace News.Claims;

/// <summary>Of whom a number is a part.</summary>
internal enum PartOf : byte
{
    Nothing,

    /// <summary>"five of them", "two of whom".</summary>
    Them,

    /// <summary>"three of the dead", "eleven of the victims".</summary>
    Lost,
}

/// <summary>
/// A number in a sentence with what it counts: "at least 16 people". Pieces [From, To) are the number with the words that
/// bound it, [To, End) its noun.
/// </summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Count(int From, int To, int End, int? Low, int? High, bool IsApproximate)
{
    public PartOf Of { get; init; }

    /// <summary>What happened to those of whom it is a part, where <see cref="PartOf.Lost"/>.</summary>
    public ClaimKind OfKind { get; init; }

    /// <summary>"a man", "his wife", "another": one without a number.</summary>
    public bool IsUncounted { get; init; }

    /// <summary>"the driver".</summary>
    public bool IsDefinite { get; init; }

    public bool IsNone => High == 0;

    /// <summary>Its noun's last word, or -1.</summary>
    public int Head => End > To ? End - 1 : -1;
}

/// <summary>Finds the numbers of a sentence that may count people or places; dates, ages, measures and money are none.</summary>
internal static class CountReader
{
    /// <summary>In UTF-16 code units: a term between marks, "neutralised", that somebody else than the article stands for.</summary>
    public const int LongestTerm = 32;

    private const int LongestNoun = 8;

    /// <summary>What follows "in", "since" is a year from here on, and a number before.</summary>
    private const int FirstYear = 1900;

    private const int LastYear = 2099;

    /// <summary>More no text can mean.</summary>
    private const int Most = 1_000_000_000;

    private static readonly WordTable Months = new("""
        January February March April May June July August September October November December Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec
        Jan. Feb. Mar. Apr. Jun. Jul. Aug. Sep. Sept. Oct. Nov. Dec. enero febrero marzo abril mayo junio julio agosto septiembre octubre
        noviembre diciembre janvier février mars avril mai juin juillet août septembre octobre novembre décembre Januar Februar März Mai
        Juni Juli Oktober Dezember
        """);

    private static readonly WordTable BeforeYears = new("in since of from until till between and by late early mid the a through en de desde depuis seit im Jahr à عام في منذ سال");

    public static bool IsMonth(ReadOnlySpan<char> word) => Months.Contains(word);

    /// <summary>The word at a piece, and of a word between marks the word.</summary>
    public static ReadOnlySpan<char> Unquoted(Line line, int i)
    {
        var word = line.Word(i);
        return line[i].Quotation >= 0 && word.Length is > 2 and <= LongestTerm ? word[1..^1].TrimEnd(".,!") : word;
    }

    /// <summary>The number that begins at a piece, with the words before it that bound it and its noun behind it.</summary>
    /// <param name="left">No word before this one belongs to it.</param>
    public static Count? Read(Line line, int i, int left, ReadOnlySpan<LossWord> losses)
    {
        if (Number(line, i, out var to, out var value, out var vague) is not true) return None(line, i, losses) ?? Uncounted(line, i, losses);
        if (IsNoCount(line, i, to)) return null;
        var bound = Bounds.Before(line, i, left);
        var high = value;
        if (!vague && Range(line, to, bound.IsBetween, out var rangeTo, out var second) && second > value) (to, high) = (rangeTo, second);
        if (line.Word(to) is "or" && line.Word(to + 1) is "more") (to, bound) = (to + 2, bound with { IsLeast = true });
        if (line.Word(to) is "or" && line.Word(to + 1) is "so") (to, bound) = (to + 2, bound with { IsAbout = true });
        var count = new Count(bound.From, to, to, bound.IsMost ? null : value, vague || bound.IsLeast ? null : high, vague || bound.IsAny
            || high != value);
        return WithNoun(line, count, losses);
    }

    /// <summary>"16", "1,200", "12 million", "Twenty-two", "One hundred and six", "dozens", "half a dozen", "tens of thousands".</summary>
    private static bool? Number(Line line, int i, out int to, out int value, out bool vague)
    {
        to = i + 1;
        vague = false;
        if (line.Kind(i) == PieceKind.Number) return Digits(line, i, ref to, out value) ? true : null;
        value = 0;
        if (line.Kind(i) != PieceKind.Word) return null;
        var word = line.Word(i);
        if (word is "a" or "A" or "half" or "Half")
        {
            var at = word is "half" or "Half" && line.Word(i + 1) is "a" ? i + 2 : i + 1;
            if (line.Word(at) is not ("dozen" or "hundred" or "couple" or "score" or "thousand" or "million")) return null;
            value = line.Word(at) is "couple" ? 2 : NumberWords.IsScale(line.Word(at), out var scale) ? scale : 0;
            if (at == i + 2) value /= 2;
            to = at + 1;
            return true;
        }

        if (word is "tens" or "Tens" && line.Word(i + 1) is "of" && line.Word(i + 2) is "thousands")
            return VagueOf(20_000, i + 3, out to, out value, out vague);
        if (NumberWords.IsVague(word, out var least))
        {
            if (line.Word(i + 1) is "of" && line.Word(i + 2) is "thousands") return VagueOf(least * 1000, i + 3, out to, out value, out vague);
            return VagueOf(least, i + 1, out to, out value, out vague);
        }

        return InWords(line, i, ref to, out value) ? true : null;
    }

    private static bool VagueOf(int least, int end, out int to, out int value, out bool vague)
    {
        (to, value, vague) = (end, least, true);
        return true;
    }

    private static bool InWords(Line line, int i, ref int to, out int value)
    {
        if (!NumberWords.IsCompound(line.Word(i), out value)) return false;
        var last = value;
        for (var at = i + 1; at < i + 9; at++)
        {
            var word = line.Word(at);
            if (NumberWords.IsScale(word, out var scale))
            {
                if ((long)value * scale > Most) return false;
                if (value % 1000 > 0 && value > 1000) value = (value / 1000 * 1000) + (value % 1000 * scale);
                else value *= scale;
                last = scale;
            }
            else
            {
                var and = word is "and" or "y" ? at + 1 : at;
                if (last < 20 || (last < 100 && and == at) || !NumberWords.IsCompound(line.Word(and), out var more) || more >= last) break;
                value += more;
                last = more;
                at = and;
            }

            to = at + 1;
        }

        return true;
    }

    /// <summary>Digits, thousands parted by comma, stop or space; in Arabic and Persian digits too.</summary>
    private static bool Digits(Line line, int i, ref int to, out int value)
    {
        value = 0;
        var word = line.Word(i);
        var total = 0L;
        var group = -1;
        foreach (var c in word)
        {
            if (c == '.')
            {
                if (group is >= 0 and not 3) return false;
                group = 0;
                continue;
            }

            var digit = CharUnicodeInfo.GetDecimalDigitValue(c);
            if (digit < 0 || total > Most) return false;
            total = (total * 10) + digit;
            if (group >= 0) group++;
        }

        var millions = line.Word(to) is "million" or "millions" or "millones" or "Millionen" or "مليون" or "میلیون";
        if (millions)
        {
            if (!double.TryParse(word, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) || number > 1000) return false;
            value = (int)(number * 1_000_000);
            to++;
            return true;
        }

        if (group is >= 0 and not 3) return false;
        while (to + 1 < line.Count && IsGroup(line, to, out var next, out var end) && total < Most)
        {
            total = (total * 1000) + next;
            to = end;
        }

        if (line.Word(to) is "thousand" or "mil" or "mille" or "ألف" or "هزار") (total, to) = (total * 1000, to + 1);
        else if (line.Word(to) is "hundred") (total, to) = (total * 100, to + 1);
        else if (line.Word(to) is "dozen") (total, to) = (total * 12, to + 1);
        if (total > Most) return false;
        value = (int)total;
        return true;
    }

    /// <summary>",200" behind a number, without a gap; " 200" with one.</summary>
    private static bool IsGroup(Line line, int i, out int value, out int end)
    {
        (value, end) = (0, i + 1);
        var at = i;
        if (line.Kind(i) == PieceKind.Comma)
        {
            if (line[i].Start != line[i - 1].End || line[i + 1].Start != line[i].End) return false;
            at++;
        }
        else if (line.Kind(i) != PieceKind.Number || line[i].Start != line[i - 1].End + 1 || line.Word(i - 1).Length > 3)
        {
            return false;
        }

        var word = line.Word(at);
        if (word.Length != 3) return false;
        foreach (var c in word)
        {
            var digit = CharUnicodeInfo.GetDecimalDigitValue(c);
            if (digit < 0) return false;
            value = (value * 10) + digit;
        }

        end = at + 1;
        return true;
    }

    /// <summary>"10–15", "10 to 15", "between 10 and 15".</summary>
    private static bool Range(Line line, int to, bool between, out int end, out int value)
    {
        (end, value) = (to, 0);
        var joins = line.Kind(to) == PieceKind.Dash || line.Word(to) is "to" or "or" || (between && line.Word(to) is "and" or "et" or "y" or "und");
        return joins && Number(line, to + 1, out end, out value, out var vague) is true && !vague && !IsNoCount(line, to + 1, end);
    }

    /// <summary>A date, an age, a time, an amount, a measure, a part of a name.</summary>
    private static bool IsNoCount(Line line, int i, int to)
    {
        var before = line.Word(i - 1);
        var after = line.Word(to);
        if (i > 0 && line.Kind(i - 1) == PieceKind.Other && line[i - 1].End == line[i].Start) return true; // $5, €5
        if (line.Kind(to) == PieceKind.Other && line[to].Start == line[to - 1].End) return true; // 5%
        if (line.Kind(to) == PieceKind.Colon && line.Kind(to + 1) == PieceKind.Number && line[to].End == line[to + 1].Start) return true; // 8:14
        if (line.Kind(i - 1) == PieceKind.Colon && line.Kind(i - 2) == PieceKind.Number && line[i - 1].End == line[i].Start) return true;
        if (CountedNouns.IsMeasure(after)
            || CountedNouns.IsMeasure(line.Word(to + 1)) && line.Word(to) is "more" or "nautical" or "full" or "other" or "square")
            return true;
        if (before is "aged" or "age" or "ages" or "Aged" or "No." or "no." or "Article" or "Category" or "magnitude" or "Magnitude" or "Route"
                or "route" or "Flight" or "Highway" or "Section" or "level" or "number"
            && line.Kind(i) == PieceKind.Number)
            return true;
        if (before is "to" && line.Kind(i - 2) == PieceKind.Number && line.Word(i - 3) is "aged" or "ages") return true; // aged 24 to 31
        if (line.Kind(i) != PieceKind.Number) return false;
        if (IsMonth(before) && after is not ("people" or "dead") || IsMonth(after)) return true;
        if (line.Word(i).Length == 4 && to == i + 1 && int.TryParse(line.Word(i), NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year is >= FirstYear and <= LastYear
            && (BeforeYears.Contains(before) || line.Kind(to) != PieceKind.Word)) return true;
        if (line.IsCapital(i - 1) && i - 1 > 0 && line.Kind(to) != PieceKind.Word) return true; // "Boeing 737", "Humanity 3"
        if (line.Kind(i - 1) == PieceKind.Comma && line.Kind(i - 2) == PieceKind.Number && line[i - 1].End == line[i].Start) return true; // 5,9
        if (line.Kind(to) == PieceKind.Comma && line.Kind(to + 1) == PieceKind.Number && line[to].End == line[to + 1].Start) return true;
        if (before is "and" && line.Kind(i - 2) == PieceKind.Number && line.Word(i - 3) is "aged" or "," && line.Kind(to) != PieceKind.Word) return true; // aged 31 and 45
        return IsAge(line, i, to);
    }

    /// <summary>"Rosa Quispe, 38,": a number between commas, or between a comma and the end, behind a name or a noun.</summary>
    private static bool IsAge(Line line, int i, int to) =>
        line.Kind(i - 1) == PieceKind.Comma && line.Kind(i - 2) == PieceKind.Word && (line.Kind(to) is PieceKind.Comma or PieceKind.Stop or null || (line.Word(to) is "and" && line.Kind(to + 1) == PieceKind.Number));

    /// <summary>"No one", "nobody", "none", "no civilians", "not a single civilian".</summary>
    private static Count? None(Line line, int i, ReadOnlySpan<LossWord> losses)
    {
        var word = line.Word(i);
        if (word is "Nobody" or "nobody" or "None" or "none") return new Count(i, i + 1, line.Word(i + 1) is "else" ? i + 2 : i + 1, 0, 0, false);
        if (word is "No" or "no")
        {
            if (line.Word(i + 1) is "one") return new Count(i, i + 2, line.Word(i + 2) is "else" ? i + 3 : i + 2, 0, 0, false);
            if (line.Word(i + 1) is "fewer" or "less" or "more" or "longer" or "reports" or "word" or "sign" or "evidence" or "immediate"
                or "indication" or "claim")
                return null;
            var count = WithNoun(line, new Count(i, i + 1, i + 1, 0, 0, false), losses);
            return count.Head >= 0 || (i + 1 < line.Count && losses[i + 1].Is(LossUse.Thing)) ? count : null;
        }

        if (word is "Not" or "not" && line.Word(i + 1) is "a" && line.Word(i + 2) is "single")
            return WithNoun(line, new Count(i, i + 3, i + 3, 0, 0, false), losses);
        return null;
    }

    private static readonly WordTable Ordinals = new("second third fourth fifth sixth seventh eighth ninth tenth");

    /// <summary>"a police officer", "another", "his wife", "an elderly couple", "a family of five".</summary>
    private static Count? Uncounted(Line line, int i, ReadOnlySpan<LossWord> losses)
    {
        var word = line.Word(i);
        if (word is "The" or "the")
        {
            // "The driver was killed": only as who it is told of, not as a place or a body.
            var known = WithNoun(line, new Count(i, i + 1, i + 1, 1, 1, false) { IsUncounted = true, IsDefinite = true }, losses);
            return known.Head >= 0 && known.Head - i <= 3 && CountedNouns.IsPerson(line.Word(known.Head)) && !line.IsCapital(known.Head)
                ? known
                : null;
        }

        if (word is "both" or "Both") return WithNoun(line, new Count(i, i + 1, i + 1, 2, 2, false), losses);
        var another = word is "another" or "Another";
        if (another && (line.Kind(i + 1) == PieceKind.Number || NumberWords.IsCompound(line.Word(i + 1), out _))) return null; // read at its number
        if (word is "a" or "A" && Ordinals.Contains(line.Word(i + 1)) && GrammarWords.Auxiliaries.Contains(line.Word(i + 2)))
            return new Count(i, i + 2, i + 2, 1, 1, false) { IsUncounted = true };
        if (!another




                            && word is not ("a" or "an" or "A" or "An" or "his" or "her" or "their" or "un" or "une" or "una" or "ein" or "eine" or "Un" or "Une" or "Una" or "Ein" or "Eine"))
            return null;
        var count = WithNoun(line, new Count(i, i + 1, i + 1, 1, 1, false) { IsUncounted = true }, losses);
        if (count.Head < 0) return another || (count.End < line.Count && line.Word(count.End) is "body" or "corpse") ? count : null;
        var head = line.Word(count.Head);
        if (head is "couple") return count with { Low = 2, High = 2 };
        if (head is "family" && line.Word(count.End) is "of" && Number(line, count.End + 1, out var to, out var members, out _) is true)
            return count with { Low = members, High = members, End = to };
        if (line.Kind(count.End) == PieceKind.Number || NumberWords.IsCompound(line.Word(count.End), out _)) return null; // "a further 197"
        return CountedNouns.IsPerson(head) || (another && head is "one") ? count : null;
    }

    /// <summary>The noun behind a number, and of whom it is a part.</summary>
    private static Count WithNoun(Line line, Count count, ReadOnlySpan<LossWord> losses)
    {
        var i = count.To;
        if (line.Word(i) is "more" or "others" or "other" or "further" && line.Word(i + 1) is "of") i++;
        if (line.Word(i) is "of" or "de" or "von" or "des" or "d'entre")
        {
            var next = line.Word(i + 1);
            if (next is "them" or "whom" or "which" or "these" or "ellos" or "ellas" or "ihnen" or "eux")
                return count with { End = i + 2, Of = PartOf.Them };
            for (var n = i + 1; n < i + 6 && n < line.Count && line.Kind(n) is PieceKind.Word or PieceKind.Number; n++)
            {
                if (n > i + 1 && (GrammarWords.Auxiliaries.Contains(line.Word(n)) || GrammarWords.Prepositions.Contains(line.Word(n)))) break;
                var part = line.Word(i + 1) is "the" or "The" or "those" or "los" or "las" or "des" or "les" or "der";
                if (part && n > i + 1 && LossWords.OfThose(line.Word(n)) is { } kind)
                    return count with { End = n + 1, Of = PartOf.Lost, OfKind = kind };
            }

            i++;
            if (GrammarWords.Determiners.Contains(line.Word(i)) || line.IsPossessive(i)
                || line.Word(i) is "its" or "their" or "his" or "her" or "our" or "my")
                i++;
            if (line.Kind(i) == PieceKind.Number) i++;
        }

        while (i < line.Count && i - count.To < LongestNoun && IsInNoun(line, i, i == count.To, losses)) i++;
        return count with { End = i };
    }

    /// <summary>Small words of other languages that end a noun.</summary>
    private static readonly WordTable NounEnds = new("""
        dans en à au aux du des sur pour par avec et y con por para un una el la los las le les bei aus im am auf mit und der
        die das dem den ont sont sind ums من على إلى و في بر در و از
        """);

    /// <summary>"coaches collided", "targets belonging to", "depots used by": the noun ends before what it does or suffers.</summary>
    private static bool IsVerbOf(Line line, int i)
    {
        var word = line.Word(i);
        if (line.IsCapital(i) || !(word.EndsWith("ed") || word.EndsWith("ing"))) return false;
        if (line.Kind(i + 1) != PieceKind.Word || GrammarWords.EndsNounPhrase(line.Word(i + 1))) return true;
        var before = line.Word(i - 1);
        return before.EndsWith("s") || before is "people" or "men" or "women" or "children";
    }

    private static bool IsInNoun(Line line, int i, bool isFirst, ReadOnlySpan<LossWord> losses)
    {
        var word = line.Word(i);
        if (line.Kind(i) == PieceKind.Number) return word.EndsWith("-old");
        if (line.Kind(i) == PieceKind.Quotation) return line[i].End - line[i].Start <= LongestTerm && losses[i].Use == LossUse.None;
        if (line.Kind(i) != PieceKind.Word) return false;
        if (losses[i].Use != LossUse.None) return isFirst && word is "homes" or "hospital" or "hospitals" or "casas" or "hogares";
        if (!isFirst && (GrammarWords.Determiners.Contains(word) || NounEnds.Contains(word) || IsVerbOf(line, i))) return false;
        if (word is "who" or "which" or "that" or "whom" or "whose" || GrammarWords.EndsNounPhrase(word) || GrammarWords.ClauseOpeners.Contains(word))
            return false;
        if (word.EndsWith("ly") && !word.EndsWith("ily") && word is not "elderly") return false;
        if (GrammarWords.TimeWords.Contains(word) && !(word is "late" or "early" or "earlier")) return false;
        return !(line.Verb(i, out var form) == ReportingVerb.Saying && form != VerbForm.Base);
    }
}
