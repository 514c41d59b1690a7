using News.Summaries;

namespace News.Claims;

/// <summary>A number of a sentence that counts a loss.</summary>
/// <param name="Word">The piece of the word that says so, or -1 where another number's word says it: "five of them children".</param>
internal sealed record Loss(Count Count, ClaimKind Kind, int Word, bool IsPart);

/// <summary>A sentence with its words of loss and its numbers, and which of these belong together.</summary>
internal sealed class LossLine
{
    /// <summary>So many words and marks may stand between a number and its word of loss.</summary>
    private const int Reach = 34;

    /// <summary>A sentence with more numbers is a table.</summary>
    private const int MostCounts = 60;

    private readonly Line line;
    private readonly bool isTitle;
    private readonly LossWord[] losses;
    private readonly List<Count> counts = [];

    private LossLine(Line line, bool isTitle, LossWord[] losses)
    {
        this.line = line;
        this.isTitle = isTitle;
        this.losses = losses;
    }

    /// <summary>Null where the sentence has no number that could count a loss.</summary>
    /// <param name="goesOn">Whether a loss was told before, so that "two of them" is one without a word for it.</param>
    public static LossLine? Of(Line line, bool isTitle, bool goesOn)
    {
        var words = new LossWord[line.Count];
        for (var i = 0; i < words.Length; i++)
        {
            if (line.Kind(i) != PieceKind.Word) continue;
            words[i] = LossWords.Of(line.Word(i));
            goesOn |= words[i].Use != LossUse.None;
        }

        if (!goesOn) return null;
        var read = new LossLine(line, isTitle, words);
        read.ReadCounts();
        return read.counts.Count == 0 ? null : read;
    }

    public Line Line => line;

    private void ReadCounts()
    {
        var left = 0;
        for (var i = 0; i < line.Count && counts.Count < MostCounts; i++)
        {
            if (line.Kind(i) is not (PieceKind.Word or PieceKind.Number)) continue;
            if (CountReader.Read(line, i, left, losses) is { } count)
            {
                var whole = counts.Count > 0 && IsWholeOf(counts[^1], count);
                if (whole) continue; // "ten of the 22 passengers"
                var named = counts.Count > 0 && counts[^1].Of == PartOf.Them && counts[^1].End == count.From && count.IsUncounted;
                if (!named) counts.Add(count); // "one of them a commander"
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
        var found = new Loss?[counts.Count];
        for (var i = 0; i < counts.Count; i++) found[i] = Part(i, found, before) ?? Left(i) ?? JoinedTo(i, found) ?? Right(i) ?? Toll(i, before) ?? Bare(i, before);
        for (var i = 0; i < counts.Count; i++) found[i] ??= PartOfBefore(i, found) ?? Elliptic(i, found);
        var kept = new List<Loss>();
        foreach (var loss in found)
            if (loss is not null && Counts(loss)) kept.Add(loss);
        return kept;
    }

    /// <summary>"Three of the dead were children", "three children were among the dead", "the dead included three children".</summary>
    private Loss? Part(int index, Loss?[] found, ClaimKind? before)
    {
        var count = counts[index];
        if (count.Of == PartOf.Lost) return Partitive(index);
        if (count.Of == PartOf.Them) return PartOfThem(index, found, before);
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
            if (line.Word(i) is "included" or "were" or "include" or "are" && IsLost(i - 1) && line.Word(i - 2) is "the" or "The" && line.Word(i - 3) is not "of") return new Loss(count, losses[i - 1].Kind, i - 1, true);
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
        var kind = Whole(index, found)?.Kind ?? before;
        var own = Right(index) ?? Left(index);
        if (own is not null && own.Kind != kind && !(kind == ClaimKind.Arrested && own.Kind == ClaimKind.Wounded)) return own.Word >= 0 && Severity.Contains(line.Word(own.Word - 1)) ? own with { IsPart = true } : index > 0 && found[index - 1] is null && Right(index - 1)?.Word == own.Word ? own with { IsPart = true } : own;
        return kind is { } known ? new Loss(counts[index], known, -1, true) : null;
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
        var count = counts[index];
        return Right(index) is { } own && own.Kind != count.OfKind && own.Kind is not ClaimKind.Struck and not ClaimKind.Wounded ? own : new Loss(count, count.OfKind, count.End - 1, true);
    }

    /// <summary>"killed 16", "the deaths of 16", "shot dead a policeman".</summary>
    private Loss? Left(int index)
    {
        var count = counts[index];
        var i = count.From - 1;
        if (line.Word(i) is "a" or "à" or "عن" or "up" or "to" or "down" or "also" && i > 0 && losses[i - 1].Is(LossUse.Takes)) i--;
        if (i < 0) return null;
        if (line.Word(i) is "for" && i > 0 && line.Word(i - 1) is "search" or "searching" or "looking" or "searched" or "hunting") return count.Head >= 0 && !count.IsUncounted && CountedNouns.CanBeMissed(line.Word(count.Head)) ? Active(count, ClaimKind.Missing, i - 1) : null;
        if (line.Word(i) is "forced" or "forcing" or "driven" or "drove" or "driving" && line.Word(count.End) is "from" or "out" && !IsPassive(i)) return Active(count, ClaimKind.Displaced, i);
        if (line.Word(i) is "and" or "with" && JoinedToName(i) is var verb and >= 0) return Active(count, losses[verb].Kind, verb);
        if (line.Word(i) is "were" or "was" or "are" && i > 0 && losses[i - 1].Is(LossUse.Suffered | LossUse.State) && LossWords.OfThose(line.Word(i - 1)) is { } inverted && line.Word(i - 2) is not ("the" or "those" or "The" or "Those")) return Active(count, inverted, i - 1);
        if (line.Word(i) is "cost" or "costing" && line.Word(count.End + 1) is "lives") return Active(count, ClaimKind.Killed, i);
        if (line.Word(i) is "took" or "led" or "hauled" or "dragged" or "taking" or "taken" && line.Word(count.End) is "away" or "in" && line.Word(count.End + 1) is not ("hostage" or "the")) return line.Word(count.End) is "away" || line.Word(count.End + 1) is "for" ? Active(count, ClaimKind.Arrested, i) : null;
        if (line.Word(i) is "to" && line.Word(i - 1) is "injuries") return Active(count, ClaimKind.Wounded, i - 1);
        if (line.Word(i) is "down" && line.Word(i - 1) is "gunned" or "mowed") return Active(count, ClaimKind.Killed, i - 1);
        var loss = losses[i];
        if (loss.Use == LossUse.None) return line.Word(i) is "of" && i > 0 && losses[i - 1].Is(LossUse.NounOf) && line.Word(i - 2) is not ("saved" or "save") && !(line.Word(i - 3) is "saved" or "saving") ? Active(count, losses[i - 1].Kind, i - 1) : OnTargets(count, i);
        if (loss.Is(LossUse.Takes) && !IsPassive(i)) return Active(count, loss.Kind, i);
        if (loss.Is(LossUse.Bare) && isTitle) return Active(count, loss.Kind, i);
        if (line.Word(i) is "dead" && line.Word(i - 1) is "shot" or "gunned" or "stabbed" or "shoots" && !IsPassive(i - 1)) return Active(count, ClaimKind.Killed, i - 1);
        return null;
    }

    /// <summary>"killed the governor and two guards", "killed along with two guards": the verb before who is named first; -1 where there is none.</summary>
    private int JoinedToName(int and)
    {
        if (line.Word(and) is "with") return line.Word(and - 1) is "along" or "together" && and > 1 && losses[and - 2].Is(LossUse.Suffered) && losses[and - 2].Is(LossUse.Takes) ? and - 2 : -1;
        for (var i = and - 1; i >= 0 && and - i < 10; i--)
        {
            if (losses[i].Is(LossUse.Takes) && !IsPassive(i)) return and - i > 1 && losses[i].Kind != ClaimKind.Struck ? i : -1;
            if (line.Kind(i) is not PieceKind.Word || losses[i].Use != LossUse.None || StartsCount(i) && !IsDefiniteAt(i)) return -1;
            if (GrammarWords.Auxiliaries.Contains(line.Word(i)) || GrammarWords.ClauseOpeners.Contains(line.Word(i)) || line.Verb(i, out _) == ReportingVerb.Saying) return -1;
            if (GrammarWords.Prepositions.Contains(line.Word(i)) && line.Word(i) is not "of") return -1;
        }

        return -1;
    }

    private bool IsDefiniteAt(int i)
    {
        foreach (var count in counts)
            if (count.From == i) return count.IsDefinite;
        return false;
    }

    /// <summary>"strikes on 12 sites".</summary>
    private Loss? OnTargets(Count count, int i) =>
        line.Word(i) is "on" or "against" && line.Word(i - 1) is "strikes" or "airstrikes" or "raids" or "attacks" or "sorties" ? Active(count, ClaimKind.Struck, i) : null;

    private Loss? Active(Count count, ClaimKind kind, int word)
    {
        if (IsUnreal(word) || count.IsNone) return null;
        if (line.Word(word - 1) is "or" && word > 1 && losses[word - 2].Use != LossUse.None && losses[word - 2].Kind != kind) return null; // "killed or wounded 30"
        if (count.IsDefinite && kind is ClaimKind.Displaced or ClaimKind.Missing) return null;
        var head = count.Head >= 0 ? line.Bare(count.Head) : default;
        if (line.Word(word) is "life" && !(line.Word(word - 1) is "the" && line.Word(word - 2) is "claimed" or "claiming" or "took" or "taking" or "cost" or "costing")) return null;
        if (line.Word(word) is "captured" or "seized" or "capturing" && !(count.Head >= 0 && CountedNouns.IsLosable(head) || line.Word(count.Head) is "suspects" or "people" or "militants" or "gunmen")) return null;
        if (line.Word(word) is "lost" or "loses" or "losing" or "perdu" or "loss" or "losses" && (count.Head < 0 || !CountedNouns.IsLosable(head))) return null;
        if (kind == ClaimKind.Struck && (count.Head < 0 || !CountedNouns.IsTarget(head))) return null;
        if (kind == ClaimKind.Killed && NextIsLives(count) is { } lives) return new Loss(count, kind, lives, false);

        // "left 16 dead", "found 16 wounded": what befell them is said behind them.
        if (count.End < line.Count && losses[count.End].Is(LossUse.State) && losses[count.End].Kind != kind && line.Word(count.End) is "dead" or "missing") return null;
        return new Loss(count, kind, word, false);
    }

    private int? NextIsLives(Count count) => count.End < line.Count && line.Word(count.End) is "lives" ? count.End : null;

    /// <summary>"killed 84 mercenaries and 47 soldiers": the verb of the number before it.</summary>
    private Loss? JoinedTo(int index, Loss?[] found)
    {
        if (index == 0 || found[index - 1] is not { } before || before.IsPart) return null;
        var count = counts[index];
        if (before.Word < 0 || before.Word >= before.Count.From) return null;
        var and = count.From - 1;
        if (line.Word(and) is "and" or "y" or "et" or "und" or "و") and--;
        var listed = and == count.From - 1;
        if (line.Kind(and) == PieceKind.Comma) and--;
        if (and != before.Count.End - 1 || and == count.From - 1 || (listed && count.IsUncounted)) return null;
        if (count.Head < 0 || (count.End < line.Count && losses[count.End].Use != LossUse.None)) return null;
        return Active(count, before.Kind, before.Word);
    }

    /// <summary>What is said of a number behind it: "16 people were killed", "16 dead", "16 bodies".</summary>
    private Loss? Right(int index)
    {
        var count = counts[index];
        var be = false;
        var have = false;
        var verb = false;
        var unreal = false;
        var comma = false;
        var negated = false;
        for (var i = count.End; i < line.Count && i - count.End < Reach; i++)
        {
            switch (line.Kind(i))
            {
                case PieceKind.Comma:
                    comma = true;
                    continue;
                case PieceKind.Number when !verb && comma && IsAnotherSubject(index, i):
                    return null;
                case PieceKind.Number when !verb:
                case PieceKind.Other:
                    continue;
                case PieceKind.Dash when !verb && i > count.End:
                    continue;
                case not PieceKind.Word:
                    return null;
            }

            var word = line.Word(i);
            if (count.IsDefinite && !verb && !comma && i - count.End > 2) return null;
            if (losses[i].Use != LossUse.None && word is not "remains")
            {
                negated |= line.Word(i - 1) is "not";
                if (line.Word(i) is "survive" && negated) return new Loss(count, ClaimKind.Killed, i, false);
                if (Finds(i)) { if (negated) return new Loss(count, ClaimKind.Missing, i, false); continue; }
                switch (Says(index, i, be, have, verb, comma, unreal))
                {
                    case Saying.Yes: return Passive(count, i);
                    case Saying.Ends: return null;
                }
            }

            if (GrammarWords.Auxiliaries.Contains(word) || word is "get" or "got" or "remain" or "remained" or "remains" or "resultaron" or "resultó" or "sont" or "ont" or "été" or "wurden" or "wurde" or "worden" or "sind" or "fueron" or "fue")
            {
                if (verb && comma && line.Word(i - 1) is "," or "and") return null;
                verb = true;
                comma = false;
                be |= word is "were" or "was" or "are" or "is" or "been" or "being" or "be" or "get" or "got" or "remain" or "remained" or "remains" or "wurden" or "wurde" or "sind" or "resultaron" or "resultó" or "sont" or "été" or "fueron" or "fue" or "worden";
                have |= word is "have" or "had" or "has" or "ont";
                unreal |= word is "could" or "may" or "might" or "would" or "will" or "can" or "should" or "must";
                if (word is "be" && line.Word(i - 1) is "to") unreal = true;
                continue;
            }

            negated |= GrammarWords.Negations.Contains(word);
            if (GrammarWords.Negations.Contains(word) || word is "not" or "wrongly" or "falsely") unreal = true;
            if (word is "feared" or "believed" or "presumed" or "thought") unreal |= line.Word(i + 1) is not "to";
            if (Ends(word, i) || (!verb && comma && IsAnotherSubject(index, i))) return null;
            if (word is "and" or "or" or "but" or "y" or "et" or "und" && verb && !GoesOn(i + 1)) return null;
            if (line.Verb(i, out var form) == ReportingVerb.Saying && form == VerbForm.Finite && !be && !(i + 1 < line.Count && losses[i + 1].Is(LossUse.State | LossUse.Suffered)) && !(line.Word(i + 1) is "to" && line.Word(i + 2) is "have")) return null;
            if (verb && StartsCount(i) && line.Kind(i - 1) == PieceKind.Comma) return null;
            if (line.Word(i + 1) is "shelter" or "refuge") continue;
            if (GrammarWords.CommonVerbs.Contains(word) && !be && !IsParticiple(word) && line.Word(i - 1) is not "who") return null;
            if (word.EndsWith("ed") && line.Word(i - 1) is not ("a" or "the")) verb = true;
        }

        return null;
    }

    /// <summary>"Of the 53 aboard, 41 were killed": a number without a noun has the verb to itself; "five of them children" hasn't.</summary>
    private bool IsAnotherSubject(int index, int i)
    {
        for (var n = index + 1; n < counts.Count && counts[n].From <= i; n++)
            if (counts[n].From == i) return counts[n].Of == PartOf.Nothing && counts[n].Head < 0 && counts[n].End < line.Count && (GrammarWords.Auxiliaries.Contains(line.Word(counts[n].End)) || losses[counts[n].End].Use != LossUse.None) && line.Word(counts[n].End) is not ("critically" or "seriously");
        return false;
    }

    private bool Finds(int i) => line.Word(i) is "found" or "traced" or "located" or "accounted" or "seen" or "heard" or "returned" or "reached";

    private enum Saying
    {
        No,
        Yes,
        Ends,
    }

    /// <summary>Whether a word of loss is said of the number whose sentence it stands in.</summary>
    private Saying Says(int index, int i, bool be, bool have, bool verb, bool comma, bool unreal)
    {
        var count = counts[index];
        var loss = losses[i];
        var before = line.Word(i - 1);
        var word = line.Word(i);
        var adjacent = i == count.End;
        if (loss.Is(LossUse.Thing) && adjacent)
        {
            if (word is "lives") return Taken(count) || line.Word(i + 1) is "lost" || line.Word(i + 2) is "lost" || line.Word(i + 3) is "lost" ? Saying.Yes : Saying.Ends;
            if (word is "injuries" or "wounds" or "burns" && false) return Saying.No;
            return Saying.Yes;
        }

        if (word is "death" or "deaths" && before is "their" or "his" or "her") return line.Word(i - 2) is "to" or "met" ? Saying.Yes : Saying.No;
        if (before is "the" or "The" or "those" or "by" && !be) return Saying.Ends;
        if (unreal) return Saying.Ends;
        if (word is "hospital" or "hospitals") return before is "in" or "to" || (line.Word(i - 2) is "to" && before is "a" or "the") ? Saying.Yes : Saying.No;
        if (word is "condition") return Severity.Contains(before) ? Saying.Yes : Saying.No;
        if (word is "injuries" or "wounds" or "burns") return count.End < i && HasSuffered(count.End, i) ? Saying.Yes : Saying.No;
        if (word is "homes" or "hogares" or "casas") return before is "their" or "sus" or "from" ? Saying.Yes : Saying.No;
        if (word is "treatment") return HasNeeded(i) ? Saying.Yes : Saying.No;
        if (word is "shelter" or "shelters" or "refuge") return HasMoved(i) ? Saying.Yes : Saying.No;
        if (word is "fallen" or "fell") return word is "fallen" && have && count.Head >= 0 && CountedNouns.IsLosable(line.Word(count.Head)) && line.Word(i + 1) is not ("overboard" or "to" or "into" or "from" or "off" or "ill" or "sick") ? Saying.Yes : Saying.No;
        if (word is "trapped" or "buried") return line.Word(i + 1) is "under" or "underground" or "beneath" or "below" ? Saying.Yes : Saying.No;
        if (word is "bars") return before is "behind" ? Saying.Yes : Saying.No;
        if (word is "crossed") return line.Word(i + 1) is "into" or "the" && (count.Low ?? count.High) >= 100 ? Saying.Yes : Saying.No;
        if (word is "fleeing" or "sheltering") return (count.Low ?? count.High) >= 10 ? Saying.Yes : Saying.No;
        if (word is "driven" or "forced") return be && line.Word(i + 1) is "from" or "out" ? Saying.Yes : Saying.No;
        if (word is "jailed" or "imprisoned") return be && line.Word(i + 1) is not "for" ? Saying.Yes : Saying.No;
        if (word is "captured" or "seized") return be ? Saying.Yes : HasObject(i + 1) ? Saying.Ends : Saying.No;
        if (word is "attacked" && !be) return Saying.No;
        if (word is "lives") return before is "their" && line.Word(i - 2) is "lost" or "lose" or "losing" or "gave" or "with" ? Saying.Yes : Saying.No;
        if (word is "lost" or "loses" or "losing" && HasObject(i + 1)) return Saying.No;
        if (word is "death") return before is "to" ? Saying.Yes : Saying.No;
        if (word is "survive") return Saying.No;
        if (loss.Is(LossUse.Bare) && (isTitle || line.Word(count.From - 1) is "saw" or "watched") && word is "die" or "perish" or "drown") return Saying.Yes;
        if (word is "leave" or "evacuate") return before is "to" && HasForced(count) ? Saying.Yes : Saying.No;
        if (word is "arrest" or "detention") return before is "under" or "in" or "house" ? Saying.Yes : Saying.No;
        if (word is "vanished") return be || adjacent ? Saying.Yes : Saying.No;
        if (word is "picked") return be && line.Word(i + 1) is "up" ? Saying.Yes : Saying.Ends;
        if (word is "gunned") return line.Word(i + 1) is "down" ? Saying.Yes : Saying.No;
        if (word is "custody") return before is "in" or "into" || line.Word(i - 2) is "in" or "into" ? Saying.Yes : Saying.No;
        if (word is "Leben") return before is "ums" ? Saying.Yes : Saying.No;
        if (word is "unaccounted") return Saying.Yes;
        if (word is "flee" or "fled") return Flees(count, i) ? Saying.Yes : Saying.No;
        if (loss.Is(LossUse.Done)) return before is "to" ? Saying.No : Saying.Yes;
        if (loss.Is(LossUse.State)) return loss.Kind == ClaimKind.Killed && before is "feared" ? Saying.Ends : Saying.Yes;
        if (!loss.Is(LossUse.Suffered)) return loss.Is(LossUse.Thing) ? Saying.No : Saying.Ends;
        if (word is "hit" or "struck" or "bombed" or "shelled" or "targeted" or "attacked") return be && count.Head >= 0 && CountedNouns.IsTarget(line.Bare(count.Head)) ? Saying.Yes : loss.Kind == ClaimKind.Struck && !be ? Saying.Ends : Saying.No;
        if (word is "held" or "caught" or "rounded" && !be && !(isTitle && adjacent)) return Saying.Ends;
        if (word is "held" or "caught" && line.Word(i + 1) is "in" or "up" or "on" or "hostage" or "captive") return Saying.No;
        if (word is "shot" or "stabbed" or "burned" or "burnt" or "treated") return be && line.Word(i + 1) is not ("at" or "down" or "by" or "out" or "and") || (line.Word(i + 1) is "dead") || LeadsToDeath(i) ? Saying.Yes : Saying.No;
        if (be) return Saying.Yes;
        if (have) return Saying.Ends;
        return HasObject(i + 1) || (verb && !adjacent && !comma && line.Word(i - 1) is not "and") ? Saying.Ends : Saying.Yes;
    }

    /// <summary>"moved to shelters", "took shelter", "in emergency shelters".</summary>
    private bool HasMoved(int i)
    {
        for (var n = i - 1; n >= 0 && i - n < 4; n--)
            if (line.Word(n) is "moved" or "living" or "housed" or "sleeping" or "staying" or "took" or "sought" or "taken" or "sheltered" or "seeking" or "taking") return true;
        return false;
    }

    /// <summary>"needed hospital treatment", "received treatment".</summary>
    private bool HasNeeded(int i)
    {
        for (var n = i - 1; n >= 0 && i - n < 4; n--)
            if (line.Word(n) is "needed" or "received" or "required" or "receiving" or "needing" or "requiring" or "for") return true;
        return false;
    }

    private static readonly WordTable Severity = new("serious critical grave stable severe crítico grave life-threatening");

    /// <summary>"had minor injuries", "with shrapnel wounds", "suffered burns".</summary>
    private bool HasSuffered(int from, int to)
    {
        for (var i = Math.Max(from, to - 6); i < to; i++)
            if (line.Word(i) is "with" or "had" or "have" or "suffered" or "sustained" or "suffering" or "for") return true;
        return false;
    }

    /// <summary>"Five thousand villagers fled their homes" is a number of people driven out, "three robbers fled" is none.</summary>
    private bool Flees(Count count, int i) =>
        line.Word(i) is "fled"
            ? (count.Low ?? count.High) >= 10 || (count.Head >= 0 && line.Word(count.Head) is "families" or "residents" or "villagers" or "households")
            : line.Word(i - 1) is "to" && HasForced(count);

    private bool HasForced(Count count)
    {
        for (var i = Math.Max(0, count.From - 4); i < line.Count && i < count.End + 6; i++)
            if (line.Word(i) is "forcing" or "forced" or "forces" or "prompting" or "causing" or "sending") return true;
        return false;
    }

    /// <summary>"claimed 412 lives", "cost 40 lives", "took three lives".</summary>
    private bool Taken(Count count) =>
        line.Word(count.From - 1) is "claimed" or "claims" or "claiming" or "cost" or "costing" or "costs" or "took" or "taken" or "taking" or "lost" or "losing";

    /// <summary>"stabbed to death", "shot and killed".</summary>
    private bool LeadsToDeath(int i) =>
        line.Word(i + 1) is "to" && line.Word(i + 2) is "death" || line.Word(i + 1) is "and" && line.Word(i + 2) is "killed" || line.Word(i + 1) is "dead";

    private Loss? Passive(Count count, int word)
    {
        var kind = losses[word].Kind;
        if (kind == ClaimKind.Wounded && LeadsToDeath(word)) kind = ClaimKind.Killed;
        if (IsConditional(word)) return null;
        if (line.Word(word + 1) is "or" && word + 2 < line.Count && losses[word + 2].Use != LossUse.None && losses[word + 2].Kind != kind) return null; // "30 were killed or wounded"
        if (count.IsDefinite && kind is ClaimKind.Displaced or ClaimKind.Missing or ClaimKind.Struck) return null;
        return new Loss(count, kind, word, false);
    }

    /// <summary>Whether an object follows the verb: then the number before it is who did it.</summary>
    private bool HasObject(int i)
    {
        if (StartsCount(i)) return true;
        var word = line.Word(i);
        if (line.Kind(i) != PieceKind.Word) return false;
        return GrammarWords.Determiners.Contains(word) || word is "him" or "them" or "people" or "civilians" || (line.IsCapital(i) && !isTitle && !GrammarWords.TimeWords.Contains(word));
    }

    private bool StartsCount(int i)
    {
        foreach (var count in counts)
        {
            if (count.From > i) break;
            if (count.From == i || count.To - 1 == i) return true;
        }

        return false;
    }

    /// <summary>Behind "and" goes on what is said of the number: "and were killed", "and later died".</summary>
    private bool GoesOn(int i) =>
        i < line.Count && (losses[i].Use != LossUse.None || GrammarWords.Auxiliaries.Contains(line.Word(i)) || line.Word(i).EndsWith("ly") || line.Word(i).EndsWith("ed") || line.Word(i) is "later" or "then" or "still" or "taken")
        && !StartsCount(i);

    private static bool IsParticiple(ReadOnlySpan<char> word) =>
        word is "found" or "left" or "taken" or "brought" or "caught" or "struck" or "hit" or "laid" or "driven" or "known" or "held" or "seen" or "given" or "thrown" or "led" or "shot" or "hurt" or "cut" or "swept" or "stuck" or "lost" or "made" or "put" or "hidden" or "torn";

    /// <summary>Words that begin another clause, in which nothing is said of the number any more.</summary>
    private bool Ends(ReadOnlySpan<char> word, int i) =>
        word is "after" or "when" or "as" or "while" or "because" or "before" or "although" or "though" or "where" or "if" or "whether" or "so" or "until" or "unless" or "whereas" or "since" or "survived" or "escaped" or "unhurt" or "unharmed" or "safely" or "amid"
        && !(word is "as" && (line.Word(i - 1) is "such" || line.Word(i + 1) is "missing" or "dead" or "wounded")) && !(word is "so" && line.Word(i + 1) is "far" or "badly");

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
            if (word is "could" or "may" or "might" or "would" or "will" or "can" or "should" or "must" or "cannot" || GrammarWords.Negations.Contains(word)) return true;
            if (i == verb - 1 && word is "to" or "of" or "for" or "without" or "by" && line.Word(verb) is not ("killing" or "killings" or "death" or "deaths" or "body" or "bodies") && !(word is "by" or "for")) return true;
            if (word is "of" or "without" or "for" && i == verb - 1 && line.Word(verb).EndsWith("ing") && line.Word(i - 1) is "accused" or "suspected" or "capable" or "convicted" || word is "without") return true;
            if (!(word is "have" or "has" or "had" or "be" or "been" or "also" or "already" || word.EndsWith("ly"))) break;
        }

        return IsConditional(verb);
    }

    private bool IsConditional(int verb)
    {
        for (var i = verb - 1; i >= 0 && verb - i < 20; i--)
        {
            if (line.Kind(i) is PieceKind.Comma or PieceKind.Quotation) return false;
            if (line.Word(i) is "if" or "If" or "unless" or "Unless" or "whether" or "likely" or "threatened" or "threatening" or "planned" or "plotted" or "plotting" or "planning") return true;
        }

        return false;
    }

    /// <summary>"The death toll rose to 17", "put the number of those held at 31".</summary>
    private Loss? Toll(int index, ClaimKind? before)
    {
        var count = counts[index];
        if (count.Of != PartOf.Nothing || count.IsUncounted) return null;
        if (count.Head >= 0 && (CountedNouns.IsNoPeople(line.Bare(count.Head)) || CountedNouns.IsTarget(line.Bare(count.Head)))) return null;
        var at = count.From - 1;
        while (line.Word(at) is "now" or "already" or "currently" or "still" or "provisionally") at--;
        var link = line.Word(at);
        var to = link is "to" or "a" or "à";
        if (!(to || link is "at" or "of" or "is" or "was" or "were" or "reached" or "passed" or "topped" or "exceeded" or "exceeds" or "hit" or "stands" or "stood" or "past" or "above" or "numbered" or "number" or "totalled" or "totaled" or "climbed" or "showed" or "shows")) return null;
        if (link is "numbered" or "number" or "totalled" or "totaled" && at > 1 && LossWords.OfThose(line.Word(at - 1)) is { } numbered && line.Word(at - 2) is "the" or "The") return new Loss(count, numbered, at, false);
        var raised = true;
        ClaimKind? kind = null;
        for (var i = at - 1; i >= 0 && at - i < Reach; i--)
        {
            if (line.Kind(i) is PieceKind.Stop or PieceKind.Semicolon or PieceKind.Quotation) return null;
            var word = line.Word(i);
            raised |= word is "rose" or "risen" or "rises" or "rising" or "climbed" or "climbs" or "raised" or "raises" or "raising" or "increased" or "jumped" or "brought" or "bringing" or "brings" or "revised" or "lowered" or "cut" or "down" or "up" or "grown" or "grew" or "soared" or "gone" or "went" or "taking" or "takes" or "took" or "elevó" or "sube" or "subió";
            if (losses[i].Use != LossUse.None && kind is null) kind = losses[i].Kind;
            if (Tolls.Contains(word)) return raised && IsToll(i, at, ref kind, before) ? new Loss(count, kind!.Value, i, false) : null;
            if (losses[i].Is(LossUse.Thing) && link is not "of" && line.Word(i).EndsWith("s") && !line.Word(i).Equals("lives", StringComparison.OrdinalIgnoreCase) && !line.Word(i).Equals("bodies", StringComparison.OrdinalIgnoreCase)) return new Loss(count, losses[i].Kind, i, false);
            if (link is "of" && line.Kind(i) is not PieceKind.Word) return null;
            if (link is "at" && IsLost(i) && line.Word(i - 1) is "the" && line.Word(i - 2) is "put" or "puts" or "putting") return new Loss(count, losses[i].Kind, i, false);
            if (link is "of" && i < at - 2) return null;
        }

        return null;
    }

    /// <summary>"the hospital counted 12.", "the army put it at seven": the number alone, of what was told before.</summary>
    private Loss? Bare(int index, ClaimKind? before)
    {
        var count = counts[index];
        if (before is not { } kind || count.Head >= 0 || count.Of != PartOf.Nothing || count.IsUncounted || count.IsNone) return null;
        if (line.Kind(count.End) is not (null or PieceKind.Stop or PieceKind.Comma)) return null;
        var i = count.From - 1;
        if (line.Word(i) is "counted" or "counts" or "said" or "says" or "reported" or "reports" && i > 0) return new Loss(count, kind, i, false);
        var put = line.Word(i) is "at" or "to" && line.Word(i - 1) is "it" or "that" or "this" or "them" && line.Word(i - 2) is "put" or "puts" or "raised" or "lowered" or "revised" or "cut" or "corrected" or "brought";
        return put || (line.Word(i) is "of" && line.Word(i - 1) is "spoke" or "speaks") ? new Loss(count, kind, i, false) : null;
    }

    private static readonly WordTable Tolls = new("toll number count figure tally total estimate cifra bilan balance");

    private bool IsToll(int noun, int at, ref ClaimKind? kind, ClaimKind? before)
    {
        var word = line.Word(noun);
        if (line.Word(noun + 1) is "of" && noun + 1 < at)
        {
            // "the number of homes": of something else.
            for (var i = noun + 2; i < at && i < noun + 7; i++)
                if (losses[i].Use != LossUse.None || line.Word(i) is "victims") return (kind = losses[i].Use != LossUse.None ? losses[i].Kind : ClaimKind.Killed) is not null;
            return false;
        }

        if (noun > 0 && losses[noun - 1].Use != LossUse.None) kind = losses[noun - 1].Kind;
        else if (line.Word(noun - 1) is "casualty" or "injury") kind = line.Word(noun - 1) is "injury" ? ClaimKind.Wounded : ClaimKind.Killed;
        else if (word is "toll") kind = ClaimKind.Killed;
        else kind ??= before;
        return kind is not null;
    }

    /// <summary>"five of them children", "including a child", "four seriously": what befell the number before it.</summary>
    private Loss? PartOfBefore(int index, Loss?[] found)
    {
        var count = counts[index];
        if (count.Of == PartOf.Them || Whole(index, found) is not { } whole) return null;
        if (line.Word(count.To) is "a" or "an" && line.Kind(count.From - 1) == PieceKind.Comma) return new Loss(count, whole.Kind, -1, true);
        var first = line.Word(count.From - 1);
        if (first is "including" or "among" || (first is "them" && line.Word(count.From - 2) is "among" or "Among")) return new Loss(count, whole.Kind, -1, true);
        if (line.Word(count.End) is "among" && line.Word(count.End + 1) is "them") return new Loss(count, whole.Kind, -1, true);
        if (line.Word(count.End) is "critically" or "seriously" or "severely" or "badly" or "gravely" or "fatally" or "lightly" or "slightly" || (line.Word(count.End) is "with" or "in" && IsSevere(count.End + 1))) return new Loss(count, ClaimKind.Wounded, -1, true);
        if (first is "and" && index > 0 && found[index - 1] is { IsPart: true } part && line.Word(count.From - 2) is not ",") return new Loss(count, part.Kind, -1, true);
        return null;
    }

    /// <summary>"ten were killed in the capital and three in the north": the verb of the number before it.</summary>
    private Loss? Elliptic(int index, Loss?[] found)
    {
        var count = counts[index];
        if (index == 0 || found[index - 1] is not { IsPart: false } before || before.Word < 0 || count.Head >= 0 || count.IsUncounted || count.Of != PartOf.Nothing) return null;
        if (line.Word(count.From - 1) is not "and" || line.Word(count.End) is not ("in" or "at" or "near")) return null;
        for (var i = Math.Max(before.Word, before.Count.End) + 1; i < count.From - 1; i++)
            if (line.Kind(i) is not (PieceKind.Word or PieceKind.Comma) || GrammarWords.Auxiliaries.Contains(line.Word(i)) || line.Verb(i, out _) == ReportingVerb.Saying) return null;
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
