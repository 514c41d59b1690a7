using News.Summaries;

namespace News.Claims;

/// <summary>Numbers that only a word for the toll tells.</summary>
internal sealed partial class LossLine
{
    /// <summary>"The death toll rose to 17", "put the number of those held at 31".</summary>
    private Loss? Toll(int index, ClaimKind? before)
    {
        var count = _counts[index];
        if (count.Of != PartOf.Nothing || count.IsUncounted) return null;
        if (count.Head >= 0 && (CountedNouns.IsNoPeople(line.Bare(count.Head)) || CountedNouns.IsTarget(line.Bare(count.Head)))) return null;
        var at = count.From - 1;
        while (line.Word(at) is "now" or "already" or "currently" or "still" or "provisionally") at--;
        var link = line.Word(at);
        var to = link is "to" or "a" or "à";
        var given = link is "as" && at > 1 && Gives(at);
        if (!(to || given || link is "at" or "of" or "is" or "was" or "were" or "reached" or "passed" or "topped" or "exceeded" or "exceeds"
            or "passes" or "tops" or "reaches" or "hit" or "stands" or "stood" or "past" or "above" or "numbered" or "number" or "totalled"
            or "totaled" or "climbed" or "showed" or "shows"))
            return null;
        if (link is "numbered" or "number" or "totalled" or "totaled" && at > 1 && LossWords.OfThose(line.Word(at - 1)) is { } numbered
            && line.Word(at - 2) is "the" or "The")
            return new Loss(count, numbered, at, false);
        ClaimKind? kind = null;
        for (var i = at - 1; i >= 0 && at - i < Reach; i--)
        {
            if (line.Kind(i) is PieceKind.Stop or PieceKind.Semicolon or PieceKind.Quotation) return null;
            var word = line.Word(i);
            if (losses[i].Use != LossUse.None && kind is null) kind = losses[i].Kind;
            if (Tolls.Contains(word))
                return IsToll(i, at, ref kind, before)
                    ? new Loss(IsMoreThan(link) ? count with { High = null } : count, kind!.Value, i, false)
                    : null;
            if (losses[i].Is(LossUse.Thing) && link is not "of" && line.Word(i).EndsWith("s")
                && !line.Word(i).Equals("lives", StringComparison.OrdinalIgnoreCase)
                && !line.Word(i).Equals("bodies", StringComparison.OrdinalIgnoreCase))
                return new Loss(count, losses[i].Kind, i, false);
            if (link is "of" && line.Kind(i) is not PieceKind.Word) return null;
            if (link is "at" && IsLost(i) && line.Word(i - 1) is "the" && line.Word(i - 2) is "put" or "puts" or "putting")
                return new Loss(count, losses[i].Kind, i, false);
            if (link is "of" && i < at - 2) return null;
        }

        return null;
    }

    /// <summary>"The toll passed 1,000".</summary>
    private static bool IsMoreThan(ReadOnlySpan<char> link) => link is "passed" or "passes" or "topped" or "tops" or "exceeded" or "exceeds"
        or "past";

    /// <summary>"gave the number of dead as 18".</summary>
    private bool Gives(int at)
    {
        for (var i = at - 1; i >= 0 && at - i < 9; i--)
            if (line.Word(i) is "gave" or "gives" or "giving" or "given" or "listed" or "reported") return true;
        return false;
    }

    /// <summary>"the hospital counted 12.", "the army put it at seven": the number alone, of what was told before.</summary>
    private Loss? Bare(int index, ClaimKind? before)
    {
        var count = _counts[index];
        if (before is not { } kind || count.Head >= 0 || count.Of != PartOf.Nothing || count.IsUncounted || count.IsNone) return null;
        if (line.Kind(count.End) is not (null or PieceKind.Stop or PieceKind.Comma)) return null;
        var i = count.From - 1;
        if (line.Word(i) is "counted" or "counts" or "said" or "says" or "reported" or "reports" && i > 0) return new Loss(count, kind, i, false);
        var put = line.Word(i) is "at" or "to" && line.Word(i - 1) is "it" or "that" or "this" or "them"
            && line.Word(i - 2) is "put" or "puts" or "raised" or "lowered" or "revised" or "cut" or "corrected" or "brought";
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
            if (!LossWords.IsToll(word)) return false;
        }

        if (noun > 0 && losses[noun - 1].Use != LossUse.None) kind = losses[noun - 1].Kind;
        else if (line.Word(noun - 1) is "casualty" or "injury") kind = line.Word(noun - 1) is "injury" ? ClaimKind.Wounded : ClaimKind.Killed;
        else if (LossWords.IsToll(word)) kind = ClaimKind.Killed;
        else kind ??= before;
        return kind is not null;
    }
}
