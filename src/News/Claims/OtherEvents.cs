using System.Globalization;
using News.Summaries;

namespace News.Claims;

/// <summary>
/// Tells numbers of an article's own event from those of another: "a 2019 attack killed 50", "since the war began",
/// "the deadliest since". What the first sentence tells is the article's own, unless it names a year or a war.
/// </summary>
internal static class OtherEvents
{
    private const int Reach = 60;

    private static readonly WordTable Superlatives = new("deadliest worst biggest largest bloodiest heaviest first highest most");

    private static readonly WordTable Eras = new("war conflict fighting offensive start beginning outbreak began outset coup independence revolution invasion uprising revolt truce ceasefire insurgency genocide");

    private static readonly WordTable Weekdays = new("Monday Tuesday Wednesday Thursday Friday Saturday Sunday today yesterday overnight tonight");

    private static readonly WordTable Periods = new("year years month months decade decades century");

    /// <summary>Whether the number at a piece tells of another event than the article's.</summary>
    /// <param name="isLead">The article's first sentence.</param>
    public static bool Tells(Line line, int at, int word, bool isLead)
    {
        var from = Math.Max(0, at - Reach);
        var to = Math.Min(line.Count, at + Reach);
        var start = ClauseStart(line, Math.Min(at, word < 0 ? at : word));
        for (var i = from; i < to; i++)
        {
            var text = line.Word(i);
            if (line.Kind(i) == PieceKind.Semicolon)
            {
                if (i < at) continue;
                return false;
            }

            var before = i < at;
            if (IsYear(line, i) && Scopes(line, i, at, start)) return true;
            if (text.IsEmpty) continue;
            if (text is "since" or "Since" or "depuis" or "Depuis" or "desde" or "Desde" or "seit" or "Seit" or "منذ" && IsEra(line, i + 1, isLead)
                && Scopes(line, i, at, start))
                return true;
            if (text is "last" or "past" or "previous" or "Last" && Period(line, i + 1, isLead) && Scopes(line, i, at, start)) return true;
            if (text is "this" or "This" && line.Word(i + 1) is "year" && !isLead && !line.IsPossessive(i + 1)) return true;
            if (Periods.Contains(text) && line.Word(i + 1) is "ago" or "earlier" or "before") return true;
            if (text is "day" or "week" or "days" or "weeks" or "hours" && line.Word(i + 1) is "earlier" or "before" && !isLead) return true;
            if (text is "a" or "every" or "each" or "per" && line.Word(i + 1) is "year" or "month"
                && line.Word(i + 2) is not ("ago" or "after" or "old") && !before && !HasComma(line, at, i))
                return true;
            if (text is "same" && line.Word(i + 1) is "time" or "period" && line.Word(i - 2) is "In" or "Over" or "At") return true;
            if (text is "annually" or "yearly" or "anniversary") return true;
            if (text is "In" or "in" or "over" or "Over" or "during" or "During" or "En" or "Im" or "en" && Span(line, i + 1) && !isLead) return true;
            if (text is "In" or "in" or "En" or "en" or "last" or "Im" or "im" && CountReader.IsMonth(line.Word(i + 1)) && !isLead
                && Scopes(line, i, at, start))
                return true;
            if (!isLead && before && IsDayOfMonth(line, i)) return true;
            if (before



                            && text is "followed" or "follows" or "retaliation" or "response" or "revenge" or "blames" or "blamed" or "recalled" or "commemorate" or "commemorates" or "commemorating" or "avenge" or "reminiscent"
                && !isLead && Names(line, i, at))
                return true;
            if (before && text is "similar" or "previous" or "earlier"



                            && line.Word(i + 1) is "attack" or "strike" or "raid" or "incident" or "crash" or "blast" or "explosion" or "bombing" or "accident" or "attacks" or "strikes" or "disaster" or "shooting" or "fire" or "quake")
                return true;
            if (text is "frequently" or "often" or "common" or "regularly" or "routinely" && !isLead) return true;
        }

        return false;
    }

    /// <summary>Whether the words of the number replace or lead up to the one that is told: "An earlier count stood at 70", "from 20 to 17".</summary>
    public static bool IsSuperseded(Line line, int from, int to)
    {
        var first = line.Word(from - 1);
        if (first is "from" or "From" && line.Word(to) is "to") return true;
        if (first is "from" && line.Word(from - 2) is "up" or "down" or "raised" or "revised") return true;
        if (first is "than" && line.Word(from - 2) is not ("more" or "fewer" or "less")) return true;
        var stood = false;
        for (var i = from - 1; i >= 0 && from - i < 14; i--)
        {
            if (line.Kind(i) is PieceKind.Semicolon or PieceKind.Stop or PieceKind.Quotation) return false;
            var word = line.Word(i);
            stood |= word is "figure" or "toll" or "count" or "number" or "tally" or "stood";
            if (word is "initially" or "Initially" or "originally" or "Originally" || (word is "first" && line.Word(i - 1) is "at" or "At")
                || (word is "first" && (line.Verb(i + 1, out _) == ReportingVerb.Saying || line.Word(i + 1) is "spoke")))
                return true;
            if (word is "earlier" or "Earlier" or "previously" or "Previously" or "antes" or "previous" or "initial" or "preliminary" or "auparavant"
                or "zuvor")
            {
                if (stood || IsReport(line, i + 1) || IsReport(line, i + 2) || line.Verb(i + 1, out _) == ReportingVerb.Saying
                    || line.Verb(i - 1, out _) == ReportingVerb.Saying || line.Word(i + 1) is "put" or "spoken" or "given" or "de")
                    return true;
            }
        }

        return false;
    }

    private static bool HasComma(Line line, int from, int to)
    {
        for (var i = from; i < to; i++)
            if (line.Kind(i) == PieceKind.Comma) return true;
        return false;
    }

    private static bool IsReport(Line line, int i) =>
        line.Word(i) is "count" or "figure" or "toll" or "number" or "report" or "reports" or "estimate" or "estimates" or "statement" or "tally"
            or "figures" or "death" or "version" or "information";

    private static bool IsYear(Line line, int i)
    {
        if (line.Kind(i) != PieceKind.Number || line.Word(i).Length != 4) return false;
        if (!int.TryParse(line.Word(i), NumberStyles.None, CultureInfo.InvariantCulture, out var year) || year is < 1900 or > 2099) return false;
        if (line.Kind(i + 1) == PieceKind.Comma && line.Kind(i + 2) == PieceKind.Number && line[i + 1].End == line[i + 2].Start) return false;
        return line.Word(i + 1) is not ("people" or "dead" or "others" or "civilians" or "soldiers");
    }

    /// <summary>"the deadliest since 2014" reaches only what stands behind it; a clause "after …", "built in 2014" not what stands before.</summary>
    private static bool Scopes(Line line, int marker, int at, int start)
    {
        if (marker > at)
        {
            for (var i = at; i < marker; i++)
                if (Superlatives.Contains(line.Word(i))
                    || line.Word(i) is "when" or "after" or "which" or "who" or "built" or "founded" or "launched" or "as")
                    return false;
            return true;
        }

        // Before it: in its own clause, or at the sentence's head.
        for (var i = marker; i >= 0 && marker - i < 6; i--)
            if (Superlatives.Contains(line.Word(i)) || line.Word(i) is "built" or "launched" or "founded")
                return at > marker && line.Word(marker + 2) is "when" or "that";
        return marker < start ? !Returns(line, marker, at) : true;
    }

    /// <summary>Whether the sentence comes back to the day after an aside of another time: "…, wanted over a 2019 attack, killed five on Monday".</summary>
    private static bool Returns(Line line, int marker, int at)
    {
        for (var i = at; i < line.Count && i < at + 14; i++)
            if (Weekdays.Contains(line.Word(i))) return true;
        return false;
    }

    private static int ClauseStart(Line line, int at)
    {
        for (var i = at - 1; i >= 0; i--)
            if (line.Kind(i) is PieceKind.Comma or PieceKind.Semicolon or PieceKind.Colon or PieceKind.Quotation) return i + 1;
        return 0;
    }

    private static bool IsEra(Line line, int i, bool isLead)
    {
        for (var n = i; n < i + 7 && n < line.Count; n++)
        {
            if (line.Kind(n) is PieceKind.Comma or PieceKind.Stop) return false;
            var word = line.Word(n);
            if (Weekdays.Contains(word)) return false;
            if (Eras.Contains(word) || IsYear(line, n)) return true;
            if (!isLead
                && (CountReader.IsMonth(word) || Periods.Contains(word) || word is "last" or "summer" or "winter" or "spring" or "autumn" or "enero"))
                return true;
        }

        return false;
    }

    private static bool Period(Line line, int i, bool isLead)
    {
        for (var n = i; n < i + 3; n++)
            if (Periods.Contains(line.Word(n)) || line.Word(n) is "summer" or "winter" or "spring" or "autumn" || CountReader.IsMonth(line.Word(n)))
                return !isLead || line.Word(n) is "year" or "decade";
        return false;
    }

    /// <summary>"in ten months of fighting", "over four decades": longer than an event lasts.</summary>
    private static bool Span(Line line, int i)
    {
        if (line.Word(i) is "the" or "its" or "the") i++;
        if (line.Word(i) is "nearly" or "more" or "almost" or "about" or "over") i += line.Word(i) is "more" ? 2 : 1;
        if (line.Word(i) is "past" or "last" or "first") i++;
        return (line.Kind(i) == PieceKind.Number || NumberWords.IsCompound(line.Word(i), out _)) && Periods.Contains(line.Word(i + 1));
    }

    /// <summary>"on 28 January", "on Jan. 28" outside the first sentence is another day.</summary>
    private static bool IsDayOfMonth(Line line, int i) =>
        line.Kind(i) == PieceKind.Number && line.Word(i).Length <= 2 && line.Word(i - 1) is "on" or "On" && CountReader.IsMonth(line.Word(i + 1));

    /// <summary>"followed an attack that killed": what is followed is told as an event of its own.</summary>
    private static bool Names(Line line, int i, int at)
    {
        for (var n = i + 1; n < at; n++)
            if (line.Word(n) is "that" or "which" or "in" or "who" or "killing" or "killed") return true;
        return false;
    }
}
