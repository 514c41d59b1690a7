using System.Collections.Immutable;
using News.Articles;

namespace News.Alerts;

/// <summary>What an article brings to a story that was told: that it joined, or that it says something else than before.</summary>
/// <param name="Corrections">The notes that it did not have before.</param>
/// <param name="Officials">What officials confirm or deny in it.</param>
/// <param name="At">When it was published, or found to be changed.</param>
public sealed record StoryNews(
    string Source, string? Link, ImmutableArray<string> Corrections, ImmutableArray<OfficialWord> Officials, DateTimeOffset At);

/// <summary>What changes about an alert after it was told.</summary>
public static class LivingAlert
{
    /// <summary>How many changes an alert keeps, the latest: a story that is updated all day must not grow without end.</summary>
    public const int MostChanges = 20;

    /// <summary>The notes that correct something. An update that adds a comment corrects nothing.</summary>
    public static ImmutableArray<AlertChange> Corrections(StoryNews news)
    {
        ArgumentNullException.ThrowIfNull(news);
        return
        [
            .. news.Corrections
                .Where(note => CorrectionNote.Parted(note).Word != "Updated")
                .Select(note => new AlertChange(ChangeKind.Correction, note, news.Source, news.At) { Link = news.Link }),
        ];
    }

    /// <summary>What officials say for the first time: a second confirmation is no news.</summary>
    /// <param name="said">What officials said before.</param>
    public static ImmutableArray<AlertChange> FirstWords(StoryNews news, IReadOnlySet<ChangeKind> said)
    {
        ArgumentNullException.ThrowIfNull(news);
        return
        [
            .. news.Officials.Where(word => !said.Contains(word.Kind))
                .Select(word => new AlertChange(word.Kind, word.Text, news.Source, news.At) { Link = news.Link }),
        ];
    }

    /// <summary>What another headline changes; null where the words are the same.</summary>
    public static AlertChange? Headline(string before, string after, StoryNews news)
    {
        ArgumentNullException.ThrowIfNull(news);
        return FoldedTitle.AreSame(before, after)
            ? null
            : new AlertChange(ChangeKind.Headline, $"headline was “{before}”", news.Source, news.At) { Link = news.Link };
    }

    /// <summary>An alert told anew from its own article, which was edited: with all that the story brought since it was told.</summary>
    /// <param name="anew">Without reasons where the article does not meet the watchlist any more: it did when it was told.</param>
    public static Alert Retold(Alert before, Alert anew)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(anew);
        return anew with
        {
            Watchlist = before.Watchlist,
            Severity = before.Severity,
            Published = before.Published,
            Reasons = anew.Reasons.IsEmpty ? before.Reasons : anew.Reasons,
            AlsoReportedBy = before.AlsoReportedBy,
            Changes = before.Changes,
            Tolls = before.Tolls,
            Earlier = before.Earlier,
        };
    }

    /// <summary>Those of some changes that the alert does not show already, whoever has them: ten sites with one agency's correction are one.</summary>
    public static ImmutableArray<AlertChange> NotShown(Alert alert, IEnumerable<AlertChange> changes)
    {
        ArgumentNullException.ThrowIfNull(alert);
        var shown = alert.Changes.Select(Key).Concat(alert.Corrections.Select(note => Key(ChangeKind.Correction, note))).ToHashSet();
        return [.. changes.Where(change => shown.Add(Key(change)))];
    }

    /// <summary>The alert with some more changes, in their order.</summary>
    public static Alert With(Alert alert, ImmutableArray<AlertChange> changes)
    {
        ArgumentNullException.ThrowIfNull(alert);
        return changes.IsEmpty ? alert : alert with { Changes = [.. alert.Changes.Concat(changes).TakeLast(MostChanges)] };
    }

    /// <summary>Whether a change is worth a message of its own in the alert's thread.</summary>
    public static bool IsWorthAWord(AlertChange change)
    {
        ArgumentNullException.ThrowIfNull(change);
        return change.Kind != ChangeKind.Headline;
    }

    /// <summary>
    /// Names a change, so that it is told once: "correction:3f2a…". The first confirmation is "confirmation", whoever has it.
    /// </summary>
    public static string Once(AlertChange change)
    {
        ArgumentNullException.ThrowIfNull(change);
        var kind = change.Kind.ToString().ToLowerInvariant();
        return change.Kind is ChangeKind.Confirmation or ChangeKind.Denial ? kind : $"{kind}:{ItemMark.Of('c', Key(change).Words):x16}";
    }

    private static (ChangeKind Kind, string Words) Key(AlertChange change) => Key(change.Kind, change.Text);

    private static (ChangeKind Kind, string Words) Key(ChangeKind kind, string text) =>
        (kind, FoldedTitle.Of(kind == ChangeKind.Correction ? CorrectionNote.Parted(text).Said : text));
}
