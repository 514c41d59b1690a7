using News.Summaries;

namespace News.Claims;

/// <summary>What is said of a number behind it.</summary>
internal sealed partial class LossLine
{
    /// <summary>What is said of a number behind it: "16 people were killed", "16 dead", "16 bodies".</summary>
    private Loss? Right(int index)
    {
        var count = _counts[index];
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

            if (GrammarWords.Auxiliaries.Contains(word)



                            || word is "get" or "got" or "remain" or "remained" or "remains" or "resultaron" or "resultó" or "sont" or "ont" or "été" or "wurden" or "wurde" or "worden" or "sind" or "fueron" or "fue")
            {
                if (verb && comma && line.Word(i - 1) is "," or "and") return null;
                verb = true;
                comma = false;
                be |= word is "were" or "was" or "are" or "is" or "been" or "being" or "be" or "get" or "got" or "remain" or "remained" or "remains"
                    or "wurden" or "wurde" or "sind" or "resultaron" or "resultó" or "sont" or "été" or "fueron" or "fue" or "worden";
                have |= word is "have" or "had" or "has" or "ont";
                unreal |= word is "could" or "may" or "might" or "would" or "will" or "can" or "should" or "must";
                if (word is "be" && line.Word(i - 1) is "to" && (count.IsNone || !IsOfTheMissing(i + 1))) unreal = true;
                continue;
            }

            negated |= GrammarWords.Negations.Contains(word);
            if (GrammarWords.Negations.Contains(word) || word is "not" or "wrongly" or "falsely") unreal = true;
            if (word is "feared" or "believed" or "presumed" or "thought")
                unreal |= line.Word(i + 1) is not ("to" or "missing" or "trapped" or "buried" or "wounded" or "injured" or "hurt") || count.IsNone;
            if (Ends(word, i) || (!verb && comma && IsAnotherSubject(index, i))) return null;
            if (word is "and" or "or" or "but" or "y" or "et" or "und" && verb && !GoesOn(i + 1)) return null;
            if (comma && line.Kind(i - 1) == PieceKind.Comma && word.EndsWith("ing") && line.Verb(i, out _) == ReportingVerb.Saying) return null; // ", adding that ten were missing"
            if (word is "and" && comma && line.Kind(i - 1) == PieceKind.Comma && StartsCount(i + 1)) return null;
            if (line.Verb(i, out var form) == ReportingVerb.Saying && form == VerbForm.Finite && (!be || line.Kind(i - 1) == PieceKind.Comma)
                && !(i + 1 < line.Count && losses[i + 1].Is(LossUse.State | LossUse.Suffered))
                && !(line.Word(i + 1) is "to" && line.Word(i + 2) is "have"))
                return null;
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
        for (var n = index + 1; n < _counts.Count && _counts[n].From <= i; n++)
            if (_counts[n].From == i)
                return _counts[n].Of == PartOf.Nothing && _counts[n].Head < 0 && _counts[n].End < line.Count
                    && (GrammarWords.Auxiliaries.Contains(line.Word(_counts[n].End)) || losses[_counts[n].End].Use != LossUse.None)
                    && line.Word(_counts[n].End) is not ("critically" or "seriously");
        return false;
    }

    /// <summary>"Thousands mourned 11 policemen slain on Monday": the word stands at another number.</summary>
    private bool IsOfNearer(int index, int i)
    {
        for (var n = index + 1; n < _counts.Count && _counts[n].From < i; n++)
            if (_counts[n].End == i && _counts[n].Head >= 0 && _counts[n].Of == PartOf.Nothing && line.Kind(_counts[n].From - 1) == PieceKind.Word
                && line.Word(_counts[n].From - 1) is not ("including" or "and" or "or" or "the"))
                return true;
        return false;
    }

    private bool IsShortQuotation(int i) => line[i].End - line[i].Start <= CountReader.LongestTerm;

    /// <summary>The comma that ends what is said of some of them, or the sentence's end.</summary>
    private int EndOfAside(int i)
    {
        while (i < line.Count && line.Kind(i) is not (PieceKind.Comma or PieceKind.Semicolon)) i++;
        return i;
    }

    /// <summary>"believed to be trapped": of the missing nothing is surer.</summary>
    private bool IsOfTheMissing(int i)
    {
        if (line.Word(i) is "still") i++;
        return line.Word(i) is "trapped" or "missing" or "buried";
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
        var count = _counts[index];
        var loss = losses[i];
        var before = line.Word(i - 1);
        var word = line.Word(i);
        var adjacent = i == count.End;
        if (loss.Is(LossUse.Thing) && adjacent)
        {
            if (word is "lives")
                return Taken(count) || line.Word(i + 1) is "lost" || line.Word(i + 2) is "lost" || line.Word(i + 3) is "lost"
                    ? Saying.Yes
                    : Saying.Ends;
            return Saying.Yes;
        }

        if (word is "death" or "deaths" && before is "their" or "his" or "her") return line.Word(i - 2) is "to" or "met" ? Saying.Yes : Saying.No;
        if (before is "the" or "The" or "those" or "by" && !be) return Saying.Ends;
        if (unreal) return Saying.Ends;
        if (OfItself(count, i, be, have) is { } own) return own;
        if (loss.Is(LossUse.Done)) return before is "to" ? Saying.No : Saying.Yes;
        if (loss.Is(LossUse.State)) return loss.Kind == ClaimKind.Killed && before is "feared" ? Saying.Ends : Saying.Yes;
        if (!loss.Is(LossUse.Suffered)) return loss.Is(LossUse.Thing) ? Saying.No : Saying.Ends;
        if (word is "hit" or "destroyed" or "torched" or "struck" or "bombed" or "shelled" or "targeted" or "attacked")
            return be && count.Head >= 0 && CountedNouns.IsTarget(line.Bare(count.Head)) && !IsRuin(i, count)
                ? Saying.Yes
                : loss.Kind == ClaimKind.Struck && !be
                ? Saying.Ends
                : Saying.No;
        if (word is "held" or "caught" or "rounded" && !be && !(isTitle && adjacent)) return Saying.Ends;
        if (word is "held" or "caught" && line.Word(i + 1) is "in" or "up" or "on" or "hostage" or "captive") return Saying.No;
        if (word is "shot" or "stabbed" or "burned" or "burnt" or "treated")
            return be && line.Word(i + 1) is not ("at" or "down" or "by" or "out" or "and") || (line.Word(i + 1) is "dead") || LeadsToDeath(i)
                ? Saying.Yes
                : Saying.No;
        if (be) return Saying.Yes;
        if (have) return Saying.Ends;
        return HasObject(i + 1) || (verb && !adjacent && !comma && line.Word(i - 1) is not "and") ? Saying.Ends : Saying.Yes;
    }

    /// <summary>Words that tell of a loss only beside others: what has to stand there; null for any other word.</summary>
    private Saying? OfItself(Count count, int i, bool be, bool have)
    {
        var word = CountReader.Unquoted(line, i);
        var before = line.Word(i - 1);
        var after = line.Word(i + 1);
        var number = count.Low ?? count.High ?? 0;
        var adjacent = i == count.End;
        return word switch
        {
            // The wounded: where they were brought, what they have.
            "hospital"
                or "hospitals" => When(before is "in"
                    or "to" || (be && IsBroughtTo(count.End, i)) || (line.Word(i - 2) is "to" && before is "a" or "the")),
            "condition" => When(Severity.Contains(before)),
            "injuries" or "wounds" or "burns" => When(count.End < i && HasSuffered(count.End, i)),
            "treatment" => When(HasNeeded(i)),
            "beaten" => When(be && count.Head >= 0 && after is not ("in" or "at" or "on")),

            // The dead.
            "fell" when IsFighter(count) && (after is "in" || IsEnd(i + 1)) => Saying.Yes,
            "fallen" => When(have && count.Head >= 0 && CountedNouns.IsLosable(line.Word(count.Head)) && after is not ("overboard" or "to" or "into"
                or "from" or "off" or "ill" or "sick")),
            "fell" or "survive" => Saying.No,
            "lives" => When(before is "their" && line.Word(i - 2) is "lost" or "lose" or "losing" or "gave" or "with"),
            "lost" when be && count.Head >= 0 && CountedNouns.IsLosable(line.Word(count.Head)) && IsEnd(i + 1) => Saying.Yes,
            "lost" or "loses" or "losing" when HasObject(i + 1) => Saying.No,
            "death" => When(before is "to"),
            "die" or "perish" or "drown" when isTitle || line.Word(count.From - 1) is "saw" or "watched" => Saying.Yes,
            "gunned" => When(after is "down"),
            "Leben" => When(before is "ums"),

            // The missing.
            "underground" => When(before is "remain" or "remained" or "remains" or "still"),
            "trapped" or "buried" when !count.IsNone && line.Word(i - 1) is "be" or "still" => Saying.Yes,
            "trapped" or "buried" => When(after is "under" or "underground" or "beneath" or "below"),
            "vanished" => When(be || adjacent),
            "unaccounted" => Saying.Yes,

            // Those who were driven out.
            "homes" or "hogares" or "casas" => When(before is "their" or "sus" or "from" or "without"),
            "shelter" or "shelters" or "refuge" => When(HasMoved(i)),
            "crossed" => When(after is "into" or "the" && number >= 100),
            "fleeing" or "sheltering" => When(number >= 10),
            "driven" or "forced" => When(be && after is "from" or "out"),
            "leave"
                or "evacuate" => When(before is "to"
                    && (HasForced(count) || (line.Word(i + 1) is "their" && line.Word(i + 2) is "homes" or "villages"))),
            "safety" => When(before is "to" && line.Word(i - 2) is "moved"),
            "flee" or "fled" => When(Flees(count, i)),

            // Those who were taken.
            "bars" => When(before is "behind"),
            "handcuffs" => When(before is "in" && HasTaken(count.End, i)),
            "questioning" => When(before is "for" && HasTaken(count.End, i)),
            "prisoner" => When(be && before is "taken"),
            "jailed" or "imprisoned" => When(be && after is not "for"),
            "captured" or "seized" when be || (adjacent && IsEnd(i + 1)) => Saying.Yes,
            "captured" or "seized" => HasObject(i + 1) ? Saying.Ends : Saying.No,
            "arrest" or "detention" => When(before is "under" or "in" or "house"),
            "picked" => be && after is "up" ? Saying.Yes : Saying.Ends,
            "custody" => When(before is "in" or "into" || line.Word(i - 2) is "in" or "into"),

            "attacked" when !be => Saying.No,
            _ => null,
        };
    }

    private static Saying When(bool isSo) => isSo ? Saying.Yes : Saying.No;

    private bool IsEnd(int i) => line.Kind(i) is PieceKind.Comma or PieceKind.Stop or null;

    private bool IsFighter(Count count) =>
        count.Head >= 0
            && line.Word(count.Head) is "soldier" or "soldiers" or "men" or "troops" or "fighters" or "officers" or "policemen" or "servicemen";

    /// <summary>"moved to shelters", "took shelter", "in emergency shelters".</summary>
    private bool HasMoved(int i)
    {
        for (var n = i - 1; n >= 0 && i - n < 4; n--)
            if (line.Word(n) is "moved" or "without" or "living" or "housed" or "sleeping" or "staying" or "took" or "sought" or "taken"
                or "sheltered" or "seeking" or "taking")
                return true;
        return false;
    }

    /// <summary>"had been brought to the military hospital".</summary>
    private bool IsBroughtTo(int from, int hospital)
    {
        for (var i = hospital - 1; i > from && hospital - i < 6; i--)
            if (line.Word(i) is "to")
                return line.Word(i - 1) is "brought" or "taken" or "rushed" or "sent" or "moved" or "transferred" or "admitted" or "airlifted"
                    or "flown" or "carried" or "evacuated";
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
            ? (count.Low ?? count.High) >= 10
                || (count.Head >= 0 && line.Word(count.Head) is "families" or "residents" or "villagers" or "households")
            : line.Word(i - 1) is "to" && HasForced(count);

    private bool HasForced(Count count)
    {
        for (var i = Math.Max(0, count.From - 4); i < line.Count && i < count.End + 6; i++)
            if (line.Word(i) is "forcing" or "forced" or "forces" or "prompting" or "causing" or "sending") return true;
        return false;
    }

    /// <summary>"claimed 412 lives", "cost 40 lives", "took three lives".</summary>
    private bool Taken(Count count) =>
        line.Word(count.From - 1) is "claimed" or "claims" or "claiming" or "cost" or "costing" or "costs" or "took" or "taken" or "taking" or "lost"
            or "losing";

    /// <summary>"stabbed to death", "shot and killed".</summary>
    private bool LeadsToDeath(int i) =>
        line.Word(i + 1) is "to" && line.Word(i + 2) is "death" || line.Word(i + 1) is "and" && line.Word(i + 2) is "killed"
            || line.Word(i + 1) is "dead";

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
        return GrammarWords.Determiners.Contains(word) || word is "him" or "them" or "people" or "civilians"
            || (line.IsCapital(i) && !isTitle && !GrammarWords.TimeWords.Contains(word));
    }

    private bool StartsCount(int i)
    {
        foreach (var count in _counts)
        {
            if (count.From > i) break;
            if (count.From == i || count.To - 1 == i) return true;
        }

        return false;
    }

    /// <summary>Behind "and" goes on what is said of the number: "and were killed", "and later died".</summary>
    private bool GoesOn(int i) =>
        i < line.Count




                            && (losses[i].Use != LossUse.None || GrammarWords.Auxiliaries.Contains(line.Word(i)) || line.Word(i).EndsWith("ly") || line.Word(i).EndsWith("ed") || line.Word(i) is "later" or "then" or "still" or "taken")
        && !StartsCount(i);

    private static bool IsParticiple(ReadOnlySpan<char> word) =>
        word is "found" or "left" or "taken" or "brought" or "caught" or "struck" or "hit" or "laid" or "driven" or "known" or "held" or "seen"
            or "given" or "thrown" or "led" or "shot" or "hurt" or "cut" or "swept" or "stuck" or "lost" or "made" or "put" or "hidden" or "torn";

    /// <summary>Words that begin another clause, in which nothing is said of the number any more.</summary>
    private bool Ends(ReadOnlySpan<char> word, int i) =>
        word is "after" or "when" or "as" or "while" or "because" or "before" or "although" or "though" or "where" or "if" or "whether" or "so"
            or "until" or "unless" or "whereas" or "since" or "survived" or "escaped" or "unhurt" or "unharmed" or "safely" or "amid"
 && !(word is "as" && (line.Word(i - 1) is "such" || line.Word(i + 1) is "missing" or "dead" or "wounded"))
            && !(word is "so" && line.Word(i + 1) is "far" or "badly");
}
