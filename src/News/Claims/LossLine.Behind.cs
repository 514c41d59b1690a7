using News.Summaries;

namespace News.Claims;

/// <summary>What is said of a number behind it.</summary>
internal sealed partial class LossLine
{
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
                case PieceKind.Quotation when losses[i].Use != LossUse.None || IsShortQuotation(i):
                    break;
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

            var word = CountReader.Unquoted(line, i);
            if (word is "whom" && !verb && comma && line.Word(i - 1) is "of")
            {
                i = EndOfAside(i) - 1; // "34 survivors, five of whom had burns"
                continue;
            }

            if (count.IsDefinite && !verb && !comma && i - count.End > 2) return null;
            if (losses[i].Use != LossUse.None && word is not "remains")
            {
                negated |= line.Word(i - 1) is "not";
                if (!be && IsOfNearer(index, i)) return null;
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
            if (word is "feared" or "believed" or "presumed" or "thought") unreal |= line.Word(i + 1) is not ("to" or "missing" or "trapped" or "buried" or "wounded" or "injured" or "hurt");
            if (Ends(word, i) || (!verb && comma && IsAnotherSubject(index, i))) return null;
            if (word is "and" or "or" or "but" or "y" or "et" or "und" && verb && !GoesOn(i + 1)) return null;
            if (comma && line.Kind(i - 1) == PieceKind.Comma && word.EndsWith("ing") && line.Verb(i, out _) == ReportingVerb.Saying) return null; // ", adding that ten were missing"
            if (word is "and" && comma && line.Kind(i - 1) == PieceKind.Comma && StartsCount(i + 1)) return null;
            if (line.Verb(i, out var form) == ReportingVerb.Saying && form == VerbForm.Finite && (!be || line.Kind(i - 1) == PieceKind.Comma) && !(i + 1 < line.Count && losses[i + 1].Is(LossUse.State | LossUse.Suffered)) && !(line.Word(i + 1) is "to" && line.Word(i + 2) is "have")) return null;
            if (verb && StartsCount(i) && line.Kind(i - 1) == PieceKind.Comma) return null;
            if (line.Word(i + 1) is "shelter" or "refuge") continue;
            if (GrammarWords.CommonVerbs.Contains(word) && !be && !IsParticiple(word) && line.Word(i - 1) is not "who") return null;
            if (word.EndsWith("ed") && word is not "included" && line.Word(i - 1) is not ("a" or "the")) verb = true;
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

    /// <summary>"Thousands mourned 11 policemen slain on Monday": the word stands at another number.</summary>
    private bool IsOfNearer(int index, int i)
    {
        for (var n = index + 1; n < counts.Count && counts[n].From < i; n++)
            if (counts[n].End == i && counts[n].Head >= 0 && counts[n].Of == PartOf.Nothing && line.Kind(counts[n].From - 1) == PieceKind.Word && line.Word(counts[n].From - 1) is not ("including" or "and" or "or" or "the")) return true;
        return false;
    }

    private bool IsShortQuotation(int i) => line[i].End - line[i].Start <= CountReader.LongestTerm;

    /// <summary>The comma that ends what is said of some of them, or the sentence's end.</summary>
    private int EndOfAside(int i)
    {
        while (i < line.Count && line.Kind(i) is not (PieceKind.Comma or PieceKind.Semicolon)) i++;
        return i;
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
            return Saying.Yes;
        }

        if (word is "death" or "deaths" && before is "their" or "his" or "her") return line.Word(i - 2) is "to" or "met" ? Saying.Yes : Saying.No;
        if (before is "the" or "The" or "those" or "by" && !be) return Saying.Ends;
        if (unreal) return Saying.Ends;
        if (word is "questioning") return before is "for" && HasTaken(count.End, i) ? Saying.Yes : Saying.No;
        if (word is "prisoner") return be && before is "taken" ? Saying.Yes : Saying.No;
        if (word is "beaten") return be && count.Head >= 0 && line.Word(i + 1) is not ("in" or "at" or "on") ? Saying.Yes : Saying.No;
        if (word is "hospital" or "hospitals") return before is "in" or "to" || (be && IsBroughtTo(count.End, i)) || (line.Word(i - 2) is "to" && before is "a" or "the") ? Saying.Yes : Saying.No;
        if (word is "condition") return Severity.Contains(before) ? Saying.Yes : Saying.No;
        if (word is "injuries" or "wounds" or "burns") return count.End < i && HasSuffered(count.End, i) ? Saying.Yes : Saying.No;
        if (word is "homes" or "hogares" or "casas") return before is "their" or "sus" or "from" or "without" ? Saying.Yes : Saying.No;
        if (word is "treatment") return HasNeeded(i) ? Saying.Yes : Saying.No;
        if (word is "shelter" or "shelters" or "refuge") return HasMoved(i) ? Saying.Yes : Saying.No;
        if (word is "fell" && count.Head >= 0 && line.Word(count.Head) is "soldier" or "soldiers" or "men" or "troops" or "fighters" or "officers" or "policemen" or "servicemen" && (line.Word(i + 1) is "in" || line.Kind(i + 1) is PieceKind.Comma or PieceKind.Stop or null)) return Saying.Yes;
        if (word is "fallen" or "fell") return word is "fallen" && have && count.Head >= 0 && CountedNouns.IsLosable(line.Word(count.Head)) && line.Word(i + 1) is not ("overboard" or "to" or "into" or "from" or "off" or "ill" or "sick") ? Saying.Yes : Saying.No;
        if (word is "trapped" or "buried") return line.Word(i + 1) is "under" or "underground" or "beneath" or "below" ? Saying.Yes : Saying.No;
        if (word is "bars") return before is "behind" ? Saying.Yes : Saying.No;
        if (word is "crossed") return line.Word(i + 1) is "into" or "the" && (count.Low ?? count.High) >= 100 ? Saying.Yes : Saying.No;
        if (word is "fleeing" or "sheltering") return (count.Low ?? count.High) >= 10 ? Saying.Yes : Saying.No;
        if (word is "driven" or "forced") return be && line.Word(i + 1) is "from" or "out" ? Saying.Yes : Saying.No;
        if (word is "jailed" or "imprisoned") return be && line.Word(i + 1) is not "for" ? Saying.Yes : Saying.No;
        if (word is "captured" or "seized") return be || (adjacent && (line.Kind(i + 1) is PieceKind.Comma or PieceKind.Stop or null)) ? Saying.Yes : HasObject(i + 1) ? Saying.Ends : Saying.No;
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
        if (word is "hit" or "destroyed" or "torched" or "struck" or "bombed" or "shelled" or "targeted" or "attacked") return be && count.Head >= 0 && CountedNouns.IsTarget(line.Bare(count.Head)) && !IsRuin(i, count) ? Saying.Yes : loss.Kind == ClaimKind.Struck && !be ? Saying.Ends : Saying.No;
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

    /// <summary>"had been brought to the military hospital".</summary>
    private bool IsBroughtTo(int from, int hospital)
    {
        for (var i = hospital - 1; i > from && hospital - i < 6; i--)
            if (line.Word(i) is "to") return line.Word(i - 1) is "brought" or "taken" or "rushed" or "sent" or "moved" or "transferred" or "admitted" or "airlifted" or "flown" or "carried" or "evacuated";
        return false;
    }

    /// <summary>"were taken in for questioning".</summary>
    private bool HasTaken(int from, int questioning)
    {
        for (var i = from; i < questioning; i++)
            if (line.Word(i) is "taken" or "brought" or "held" or "hauled" or "led") return true;
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
}
