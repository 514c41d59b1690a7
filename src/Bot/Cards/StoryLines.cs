using News.Alerts;

namespace Bot.Cards;

/// <summary>What a card says of a story beside its first report: who else has it, its numbers, what changed.</summary>
internal static class StoryLines
{
    /// <summary>So many are named, and the rest counted.</summary>
    private const int NamesShown = 3, SpeakersShown = 3, ChangesShown = 3;

    /// <summary>"also reported by BBC, Al Jazeera (3 publishers)", "also reported by A, B, C and 4 more (8 publishers)"; null where nobody else has it.</summary>
    public static string? AlsoReportedBy(Alert alert)
    {
        var others = alert.AlsoReportedBy;
        if (others.IsEmpty)
            return null;
        var more = others.Length > NamesShown ? $" and {others.Length - NamesShown} more" : "";
        return $"also reported by {string.Join(", ", others.Take(NamesShown))}{more} ({others.Length + 1} publishers)";
    }

    /// <summary>The latest changes, the newest first: "Corrected 14:05: An earlier version …".</summary>
    public static IEnumerable<CardText> Changes(Alert alert) => alert.Changes.Reverse().Take(ChangesShown).Select(change =>
        CardText.Of(new TextRun.Bold(ChangeCard.Word(change)), " ", new TextRun.Moment(change.At), $": {ChangeCard.Text(change)}"));

    /// <summary>The article's own corrections, but for those that are told as a change.</summary>
    public static IEnumerable<string> Corrections(Alert alert)
    {
        var told = alert.Changes.Where(change => change.Kind == ChangeKind.Correction).Select(change => change.Text).ToHashSet(StringComparer.Ordinal);
        return alert.Corrections.Where(note => !told.Contains(note)).Select(CorrectionNote.Shown);
    }

    /// <summary>How the story was told there before; null where it was not.</summary>
    public static CardText? Earlier(Alert alert) => alert.Earlier is { } earlier
        ? CardText.Of(new TextRun.Bold("Earlier:"), $" {earlier.Headline} · {earlier.Source} · ", new TextRun.Moment(earlier.At))
        : null;

    /// <summary>A number: "Killed", "16–17 · 17, hospital official; 16, Iraqi government".</summary>
    public static CardPart.Fact Toll(AlertToll toll)
    {
        var said = string.Join("; ", toll.Claims.Take(SpeakersShown).Select(claim => $"{claim.Number}, {claim.SaidBy ?? claim.Source}"));
        var more = toll.Claims.Length > SpeakersShown ? $" and {toll.Claims.Length - SpeakersShown} more" : "";
        var areApart = toll.Claims.Select(claim => claim.Number).Distinct(StringComparer.Ordinal).Skip(1).Any();
        return new CardPart.Fact(toll.Kind.ToString(), areApart ? $"{TollTable.Range(toll)} · {said}{more}" : $"{said}{more}");
    }
}
