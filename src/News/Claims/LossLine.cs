using News.Summaries;

namespace News.Claims;

/// <summary>A number of a sentence that counts a loss.</summary>
/// <param name="Word">The piece of the word that says so, or -1 where another number's word says it: "five of them children".</param>
internal sealed record Loss(Count Count, ClaimKind Kind, int Word, bool IsPart);

/// <summary>A sentence with its words of loss and its numbers, and which of these belong together.</summary>
internal sealed partial class LossLine(Line line, bool isTitle, LossWord[] losses)
{
    /// <summary>So many words and marks may stand between a number and its word of loss.</summary>
    private const int Reach = 34;

    /// <summary>A sentence with more numbers is a table.</summary>
    private const int MostCounts = 60;

    private readonly List<Count> _counts = [];

    /// <summary>Null where the sentence has no number that could count a loss.</summary>
    /// <param name="goesOn">Whether a loss was told before, so that "two of them" is one without a word for it.</param>
    public static LossLine? Of(Line line, bool isTitle, bool goesOn)
    {
        var words = new LossWord[line.Count];
        for (var i = 0; i < words.Length; i++)
        {
            if (line.Kind(i) is not (PieceKind.Word or PieceKind.Quotation)) continue;
            words[i] = LossWords.Of(CountReader.Unquoted(line, i));
            goesOn |= words[i].Use != LossUse.None || LossWords.IsToll(line.Word(i)) || LossWords.IsSearch(line.Word(i));
        }

        if (!goesOn) return null;
        var read = new LossLine(line, isTitle, words);
        read.ReadCounts();
        return read._counts.Count == 0 ? null : read;
    }

    public Line Line => line;

    private void ReadCounts()
    {
        var left = 0;
        for (var i = 0; i < line.Count && _counts.Count < MostCounts; i++)
        {
            if (line.Kind(i) is not (PieceKind.Word or PieceKind.Number)) continue;
            if (CountReader.Read(line, i, left, losses) is { } count)
            {
                var whole = _counts.Count > 0 && IsWholeOf(_counts[^1], count);
                if (whole) continue; // "ten of the 22 passengers"
                var named = _counts.Count > 0 && _counts[^1].Of == PartOf.Them && _counts[^1].End == count.From && count.IsUncounted;
                if (!named) _counts.Add(count); // "one of them a commander"
                left = count.IsUncounted ? count.End : count.To;
                i = Math.Max(i, left - 1);
            }
        }
    }

    private bool IsWholeOf(Count part, Count count) =>
        part.To < count.To && (count.From - part.To == 1 || count.From - part.To == 2) && line.Word(part.To) is "of" && count.From < part.End;

    /// <summary>The losses that the sentence counts, in its order.</summary>
    /// <param name="before">What the sentences before it counted last; null where they counted nothing.</param>
    public List<Loss> Losses(ClaimKind? before)
    {
        var found = new Loss?[_counts.Count];
        for (var i = 0; i < _counts.Count; i++)
        {
            if (IsWhoSays(i)) continue;
            found[i] = Part(i, found, before) ?? Left(i) ?? JoinedTo(i, found) ?? Right(i) ?? Toll(i, before) ?? Bare(i, before);
            if (found[i] is { IsPart: false } whole) before = whole.Kind;
        }

        for (var i = 0; i < _counts.Count; i++)
            if (!IsWhoSays(i)) found[i] ??= PartOfBefore(i, found) ?? Elliptic(i, found);
        PartSums(found);
        var kept = new List<Loss>();
        foreach (var loss in found)
            if (loss is not null && Counts(loss)) kept.Add(loss);
        return kept;
    }

    /// <summary>"killed dozens, two local officials said": the two tell it.</summary>
    private bool IsWhoSays(int index)
    {
        var count = _counts[index];
        return count.Head >= 0 && line.Verb(count.End, out var form) == ReportingVerb.Saying && form == VerbForm.Finite
            && losses[count.End].Use == LossUse.None
            && (line.Kind(count.From - 1) is PieceKind.Comma or null || line.Word(count.From - 1) is "and");
    }

    /// <summary>"arrested three men, two directors and a consultant": a list that comes to the number before it is of its parts.</summary>
    private void PartSums(Loss?[] found)
    {
        for (var i = 0; i + 2 < _counts.Count; i++)
        {
            if (found[i] is not { IsPart: false, Count: { Low: { } whole, High: var high } } || high != whole) continue;
            var sum = 0;
            var end = i + 1;
            while (end < _counts.Count && sum < whole && IsListed(end) && found[end] is { IsPart: false } part && part.Kind == found[i]!.Kind
                && part.Count is { Low: { } low, High: { } most } && low == most)
                (sum, end) = (sum + low, end + 1);
            if (sum != whole || end - i < 3) continue;
            for (var p = i + 1; p < end; p++) found[p] = found[p]! with { IsPart = true };
        }
    }

    private bool IsListed(int index) =>
        line.Kind(_counts[index].From - 1) is PieceKind.Comma or PieceKind.Colon or PieceKind.Dash || line.Word(_counts[index].From - 1) is "and";

    /// <summary>"Three of the dead were children", "three children were among the dead", "the dead included three children".</summary>
    private Loss? Part(int index, Loss?[] found, ClaimKind? before)
    {
        var count = _counts[index];
        if (count.Of == PartOf.Lost) return Partitive(index);
        if (count.Of == PartOf.Them) return PartOfThem(index, found, before);
        if (line.Kind(count.From - 1) == PieceKind.Comma && Whole(index, found) is { } aside
            && (line.Word(count.End) is "included" || (line.Word(count.End) is "among" && line.Word(count.End + 1) is "them")))
            return new Loss(count, aside.Kind, -1, true);
        if (line.Word(count.From - 1) is "including" or "whose" && Left(index) is null)
            return (Right(index)?.Kind ?? Whole(index, found)?.Kind) is { } kind ? new Loss(count, kind, -1, true) : null;
        if (line.Kind(count.From - 1) == PieceKind.Comma && line.Word(0) is "Of" && OfKind(1, count.From - 1) is { } of) return new Loss(count, of, -1, true);
        for (var i = count.End; i < line.Count && i < count.End + 6; i++)
        {
            if (line.Kind(i) is not PieceKind.Word) break;
            if (line.Word(i) is "among" && OfKind(i + 1, Math.Min(line.Count, i + 6)) is { } among) return new Loss(count, among, i + 2, true);
        }

        for (var i = count.From - 1; i > 0 && i > count.From - 12; i--)
        {
            if (line.Word(i) is "included" or "were" or "include" or "are" && IsLost(i - 1) && line.Word(i - 2) is "the" or "The"
                && line.Word(i - 3) is not "of")
                return new Loss(count, losses[i - 1].Kind, i - 1, true);
            if (line.Kind(i) is not (PieceKind.Word or PieceKind.Number or PieceKind.Comma)) break;
        }

        return null;
    }

    private bool IsLost(int i) => i >= 0 && LossWords.OfThose(line.Word(i)) is not null;

    /// <summary>What the words say happened: "the dead", "those killed", "the victims".</summary>
    private ClaimKind? OfKind(int from, int to)
    {
        if (line.Word(from) is not ("the" or "those" or "The" or "Those")) return null;
        for (var i = from + 1; i < to && line.Kind(i) == PieceKind.Word; i++)
        {
            if (LossWords.OfThose(line.Word(i)) is { } kind) return kind;
        }

        return null;
    }

    /// <summary>"nine of them were gunmen": a part of what was told before, unless something else befell these: "twelve of them died".</summary>
    private Loss? PartOfThem(int index, Loss?[] found, ClaimKind? before)
    {
        if (Whole(index, found) is null && Left(index) is { } taken) return taken;
        var kind = Whole(index, found)?.Kind ?? before;
        var own = Right(index) ?? Left(index);
        if (own is not null && own.Kind != kind && !(kind == ClaimKind.Arrested && own.Kind == ClaimKind.Wounded))
            return own.Word >= 0 && Severity.Contains(line.Word(own.Word - 1))
                ? own with { IsPart = true }
                : index > 0 && found[index - 1] is null && Right(index - 1)?.Word == own.Word
                ? own with { IsPart = true }
                : own;
        return kind is { } known ? new Loss(_counts[index], known, -1, true) : null;
    }

    private static Loss? Whole(int index, Loss?[] found)
    {
        for (var i = index - 1; i >= 0; i--)
            if (found[i] is { } whole) return whole;
        return null;
    }

    /// <summary>"Three of the wounded": a part of them, unless something else befell it: "Two of the wounded died".</summary>
    private Loss Partitive(int index)
    {
        var count = _counts[index];
        return Right(index) is { } own && own.Kind != count.OfKind && own.Kind is not ClaimKind.Struck and not ClaimKind.Wounded
            ? own
            : new Loss(count, count.OfKind, count.End - 1, true);
    }

    /// <summary>"killed 16", "the deaths of 16", "shot dead a policeman".</summary>
    private Loss? Left(int index)
    {
        var count = _counts[index];
        var i = count.From - 1;
        if (line.Word(i) is "a" or "à" or "عن" or "up" or "to" or "down" or "also" && i > 0 && losses[i - 1].Is(LossUse.Takes)) i--;
        if (i < 0) return null;
        if (line.Word(i) is "for" && i > 0 && line.Word(i - 1) is "search" or "searching" or "looking" or "searched" or "hunting")
            return count.Head >= 0 && !count.IsUncounted && CountedNouns.CanBeMissed(line.Word(count.Head))
                ? Active(count, ClaimKind.Missing, i - 1)
                : null;
        if (line.Word(i) is "forced" or "forcing" or "driven" or "drove" or "driving" && line.Word(count.End) is "from" or "out" && !IsPassive(i))
            return Active(count, ClaimKind.Displaced, i);
        if (line.Word(i) is "and" or "with" && JoinedToName(i) is var verb and >= 0) return Active(count, losses[verb].Kind, verb);
        if (line.Word(i) is "were" or "was" or "are" && i > 0 && losses[i - 1].Is(LossUse.Suffered | LossUse.State)
            && LossWords.OfThose(line.Word(i - 1)) is { } inverted && line.Word(i - 2) is not ("the" or "those" or "The" or "Those"))
            return Active(count, inverted, i - 1);
        if (line.Word(i) is "treated" or "treating" or "treats" && line.Word(count.End) is "for" && !count.IsNone && !IsPassive(i))
            return Active(count, ClaimKind.Wounded, i);
        if (line.Word(i) is "up" && line.Word(i - 1) is "picked" or "locked" && count.Head >= 0
            && line.Word(count.Head) is "suspects" or "militants" or "activists" or "protesters" or "students" or "demonstrators")
            return Active(count, ClaimKind.Arrested, i - 1);
        if (line.Word(i) is "taken" or "took" or "taking"
            && (line.Word(count.End) is "prisoner" || (count.Head >= 0 && line.Word(count.Head) is "prisoner")) && !IsPassive(i))
            return Active(count with { End = count.To }, ClaimKind.Arrested, i);
        if (line.Word(i) is "claimed" or "claims" or "claiming" && line.Word(count.End - 1) is "victims") return Active(count, ClaimKind.Killed, i);
        if (line.Word(i) is "out" && line.Word(i - 1) is "driven" or "drove" or "driving" or "forced" or "forcing" && (count.Low ?? count.High) >= 100
            && !IsPassive(i - 1))
            return Active(count, ClaimKind.Displaced, i - 1);
        if (line.Word(i) is "cost" or "costing" && line.Word(count.End + 1) is "lives") return Active(count, ClaimKind.Killed, i);
        if (line.Word(i) is "took" or "led" or "hauled" or "dragged" or "taking" or "taken" && line.Word(count.End) is "away" or "in"
            && line.Word(count.End + 1) is not ("hostage" or "the"))
            return line.Word(count.End) is "away" || line.Word(count.End + 1) is "for" ? Active(count, ClaimKind.Arrested, i) : null;
        if (line.Word(i) is "to" && line.Word(i - 1) is "injuries") return Active(count, ClaimKind.Wounded, i - 1);
        if (line.Word(i) is "down" && line.Word(i - 1) is "gunned" or "mowed") return Active(count, ClaimKind.Killed, i - 1);
        var loss = losses[i];
        if (loss.Use == LossUse.None)
            return line.Word(i) is "of" && i > 0 && losses[i - 1].Is(LossUse.NounOf) && line.Word(i - 2) is not ("saved" or "save")
                    && !(line.Word(i - 3) is "saved" or "saving")
                ? Active(count, losses[i - 1].Kind, i - 1)
                : OnTargets(count, i);
        if (loss.Is(LossUse.Takes) && !IsPassive(i)) return line.Word(i) is "held" && IsOfAPrison(i) ? null : Active(count, loss.Kind, i);
        if (loss.Is(LossUse.Bare) && isTitle) return Active(count, loss.Kind, i);
        if (line.Word(i) is "dead" && line.Word(i - 1) is "shot" or "gunned" or "stabbed" or "shoots" && !IsPassive(i - 1))
            return Active(count, ClaimKind.Killed, i - 1);
        return null;
    }

    /// <summary>"the prison held 600", "still held 150 hostages": whom it has, not whom somebody took.</summary>
    private bool IsOfAPrison(int held)
    {
        for (var i = held - 1; i >= 0 && held - i < 14; i--)
            if (line.Word(i) is "prison" or "jail" or "facility" or "camp" or "centre" or "center" or "hostages" or "still" or "hall" or "train"
                or "boat")
                return true;
        return false;
    }

    /// <summary>"killed the governor and two guards", "killed along with two guards": the verb before who is named first; -1 where there is none.</summary>
    private int JoinedToName(int and)
    {
        if (line.Word(and) is "with")
            return line.Word(and - 1) is "along" or "together" && and > 1 && losses[and - 2].Is(LossUse.Suffered) && losses[and - 2].Is(LossUse.Takes)
                ? and - 2
                : -1;
        for (var i = and - 1; i >= 0 && and - i < 10; i--)
        {
            if (losses[i].Is(LossUse.Takes) && !IsPassive(i)) return and - i > 1 && losses[i].Kind != ClaimKind.Struck ? i : -1;
            if (line.Kind(i) is not PieceKind.Word || losses[i].Use != LossUse.None || StartsCount(i) && !IsDefiniteAt(i)) return -1;
            if (GrammarWords.Auxiliaries.Contains(line.Word(i)) || GrammarWords.ClauseOpeners.Contains(line.Word(i))
                || line.Verb(i, out _) == ReportingVerb.Saying)
                return -1;
            if (GrammarWords.Prepositions.Contains(line.Word(i)) && line.Word(i) is not "of") return -1;
        }

        return -1;
    }

    private bool IsDefiniteAt(int i)
    {
        foreach (var count in _counts)
            if (count.From == i) return count.IsDefinite;
        return false;
    }

    /// <summary>"strikes on 12 sites".</summary>
    private Loss? OnTargets(Count count, int i) =>
        line.Word(i) is "on" or "against" && line.Word(i - 1) is "strikes" or "airstrikes" or "raids" or "attacks" or "sorties"
            ? Active(count, ClaimKind.Struck, i)
            : null;

    private Loss? Active(Count count, ClaimKind kind, int word)
    {
        if (IsUnreal(word) || (count.IsNone && !(kind is ClaimKind.Killed or ClaimKind.Wounded && (word == count.From - 1 || line.Word(count.From - 1) is "and")))) return null;
        if (line.Word(word - 1) is "or" && word > 1 && losses[word - 2].Use != LossUse.None && losses[word - 2].Kind != kind) return null; // "killed or wounded 30"
        if (count.IsDefinite && kind is ClaimKind.Displaced or ClaimKind.Missing) return null;
        var head = count.Head >= 0 ? line.Bare(count.Head) : default;
        if (line.Word(word) is "life"
            && !(line.Word(word - 1) is "the" && line.Word(word - 2) is "claimed" or "claiming" or "took" or "taking" or "cost" or "costing"))
            return null;
        if (line.Word(word) is "captured" or "seized" or "capturing"
            && !(count.Head >= 0 && CountedNouns.IsLosable(head) || line.Word(count.Head) is "suspects" or "people" or "militants" or "gunmen"))
            return null;
        if (line.Word(word) is "lost" or "loses" or "losing" or "perdu" or "loss" or "losses" && (count.Head < 0 || !CountedNouns.IsLosable(head)))
            return null;
        if (kind == ClaimKind.Struck && (count.Head < 0 || !CountedNouns.IsTarget(head) || IsRuin(word, count))) return null;
        if (kind == ClaimKind.Killed && NextIsLives(count) is { } lives) return new Loss(count, kind, lives, false);

        // "left 16 dead", "found 16 wounded": what befell them is said behind them.
        if (count.End < line.Count && losses[count.End].Is(LossUse.State) && losses[count.End].Kind != kind
            && line.Word(count.End) is "dead" or "missing")
            return null;
        return new Loss(count, kind, word, false);
    }

    /// <summary>Houses are destroyed by fires and floods too: that alone is no strike.</summary>
    private bool IsRuin(int word, Count count) =>
        line.Word(word) is "destroyed" or "destroying" && count.Head >= 0




                            && line.Word(count.Head) is "homes" or "houses" or "buildings" or "shops" or "stalls" or "schools" or "huts" or "dwellings" or "villages" or "apartments" or "boats" or "cars" or "vehicles" or "bridges";

    private int? NextIsLives(Count count) => count.End < line.Count && line.Word(count.End) is "lives" ? count.End : null;

    /// <summary>"killed 84 mercenaries and 47 soldiers": the verb of the number before it.</summary>
    private Loss? JoinedTo(int index, Loss?[] found)
    {
        if (index == 0 || found[index - 1] is not { } before || before.IsPart) return null;
        var count = _counts[index];
        if (before.Word < 0 || before.Word >= before.Count.From) return null;
        var and = count.From - 1;
        if (line.Word(and) is "and" or "y" or "et" or "und" or "و") and--;
        var listed = and == count.From - 1;
        if (line.Kind(and) == PieceKind.Comma) and--;
        if (and != before.Count.End - 1 || and == count.From - 1 || (listed && count.IsUncounted)) return null;
        if (count.Head < 0 || (count.End < line.Count && losses[count.End].Use != LossUse.None)) return null;
        return Active(count, before.Kind, before.Word);
    }

    private bool IsPassive(int verb)
    {
        for (var i = verb - 1; i >= 0 && verb - i < 5; i--)
        {
            var word = line.Word(i);
            if (word is "were" or "was" or "been" or "being" or "are" or "is" or "be") return !(line.Word(verb).EndsWith("ing"));
            if (!word.EndsWith("ly") && word is not ("also" or "still" or "all")) return false;
        }

        return false;
    }

    /// <summary>Whether the verb says what may be, was feared, planned, or did not happen.</summary>
    private bool IsUnreal(int verb)
    {
        for (var i = verb - 1; i >= 0 && verb - i < 5; i--)
        {
            var word = line.Word(i);
            if (word is "could" or "may" or "might" or "would" or "will" or "can" or "should" or "must" or "cannot"
                || GrammarWords.Negations.Contains(word))
                return true;
            if (i == verb - 1 && word is "to" or "of" or "for" or "without" or "by"
                && line.Word(verb) is not ("killing" or "killings" or "death" or "deaths" or "body" or "bodies") && !(word is "by" or "for"))
                return true;
            if (word is "of" or "without" or "for" && i == verb - 1 && line.Word(verb).EndsWith("ing") && line.Word(i - 1) is "accused" or "suspected"
                    or "capable" or "convicted"
                || word is "without")
                return true;
            if (!(word is "have" or "has" or "had" or "be" or "been" or "also" or "already" || word.EndsWith("ly"))) break;
        }

        return IsConditional(verb);
    }

    private bool IsConditional(int verb)
    {
        for (var i = verb - 1; i >= 0 && verb - i < 20; i--)
        {
            if (line.Kind(i) is PieceKind.Comma or PieceKind.Quotation) return false;
            if (line.Word(i) is "if" or "If" or "unless" or "Unless" or "whether" or "likely" or "threatened" or "threatening" or "planned"
                or "plotted" or "plotting" or "planning")
                return true;
        }

        return false;
    }

    /// <summary>"five of them children", "including a child", "four seriously": what befell the number before it.</summary>
    private Loss? PartOfBefore(int index, Loss?[] found)
    {
        var count = _counts[index];
        if (count.Of == PartOf.Them || Whole(index, found) is not { } whole) return null;
        if (line.Word(count.To) is "a" or "an" && line.Kind(count.From - 1) == PieceKind.Comma) return new Loss(count, whole.Kind, -1, true);
        var first = line.Word(count.From - 1);
        if (first is "including" or "among" || (first is "them" && line.Word(count.From - 2) is "among" or "Among"))
            return new Loss(count, whole.Kind, -1, true);
        if (line.Word(count.End) is "among" && line.Word(count.End + 1) is "them") return new Loss(count, whole.Kind, -1, true);
        if (line.Word(count.End) is "critically" or "seriously" or "severely" or "badly" or "gravely" or "fatally" or "lightly" or "slightly"
            || (line.Word(count.End) is "with" or "in" && IsSevere(count.End + 1)))
            return new Loss(count, ClaimKind.Wounded, -1, true);
        if (first is "and" && index > 0 && found[index - 1] is { IsPart: true } part && line.Word(count.From - 2) is not ",")
            return new Loss(count, part.Kind, -1, true);
        return null;
    }

    /// <summary>"ten were killed in the capital and three in the north": the verb of the number before it.</summary>
    private Loss? Elliptic(int index, Loss?[] found)
    {
        var count = _counts[index];
        if (index == 0 || found[index - 1] is not { IsPart: false } before || before.Word < 0 || count.Head >= 0 || count.IsUncounted
            || count.Of != PartOf.Nothing)
            return null;
        if (line.Word(count.From - 1) is not "and" || line.Word(count.End) is not ("in" or "at" or "near")) return null;
        for (var i = Math.Max(before.Word, before.Count.End) + 1; i < count.From - 1; i++)
            if (line.Kind(i) is not (PieceKind.Word or PieceKind.Comma) || GrammarWords.Auxiliaries.Contains(line.Word(i))
                || line.Verb(i, out _) == ReportingVerb.Saying)
                return null;
        return new Loss(count, before.Kind, before.Word, false);
    }

    private bool IsSevere(int from)
    {
        for (var i = from; i < from + 3; i++)
            if (Severity.Contains(line.Word(i))) return true;
        return false;
    }

    /// <summary>Whether what is counted can suffer it: neither bills killed nor monkeys nor missing missiles.</summary>
    private bool Counts(Loss loss)
    {
        var count = loss.Count;
        if (count.Head < 0 || count.Of != PartOf.Nothing) return true;
        var head = line.Bare(count.Head);
        if (CountedNouns.IsMeasure(head)) return false;
        if (loss.Kind == ClaimKind.Arrested && !CountedNouns.CanBeArrested(head)) return false;
        return loss.Kind == ClaimKind.Struck ? CountedNouns.IsTarget(head) : !CountedNouns.IsNoPeople(head);
    }
}
