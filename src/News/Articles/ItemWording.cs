using System.Collections.Frozen;

namespace News.Articles;

/// <summary>
/// What an item says to a reader, as a 64-bit number: another one where a word or a figure is another. Not a change: markup,
/// white space, case, punctuation, paragraphs in another order, a counter ("12 comments", "Views: 1,204"), a date that is told
/// from today ("5 minutes ago").
/// </summary>
public static class ItemWording
{
    /// <summary>What sites count beside a story. A vote that is counted in it is none of these.</summary>
    private static readonly FrozenSet<string> Counted = FrozenSet.Create(
        StringComparer.Ordinal,
        "comment", "comments", "view", "views", "like", "likes", "share", "shares", "reply", "replies", "reaction", "reactions", "download", "downloads",
        "kommentare", "commentaires", "comentarios", "комментариев", "просмотров");

    private static readonly FrozenSet<string> Units = FrozenSet.Create(
        StringComparer.Ordinal,
        "s", "sec", "secs", "second", "seconds", "m", "min", "mins", "minute", "minutes", "h", "hr", "hrs", "hour", "hours", "d", "day", "days", "week", "weeks",
        "month", "months", "sekunden", "minuten", "stunde", "stunden", "tag", "tagen", "segundos", "minutos", "hora", "horas", "dia", "dias", "secondes",
        "heure", "heures", "jour", "jours", "минут", "минуты", "минуту", "час", "часа", "часов", "день", "дня", "дней");

    /// <summary>Behind a span ("5 minutes ago") or before it ("vor 5 Minuten").</summary>
    private static readonly FrozenSet<string> Ago = FrozenSet.Create(StringComparer.Ordinal, "ago", "назад");

    private static readonly FrozenSet<string> Since = FrozenSet.Create(StringComparer.Ordinal, "vor", "hace", "منذ", "قبل");

    /// <param name="title">As an article has it.</param>
    /// <param name="text">Likewise, of the feed.</param>
    public static long Of(string title, string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var lines = text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(Words).Where(line => line.Length > 0).Order(StringComparer.Ordinal);
        return ItemMark.Of('e', Words(title), string.Join('\n', lines));
    }

    /// <summary>The words of a line without counters and spans.</summary>
    private static string Words(string line)
    {
        var words = new List<string>();
        for (var from = 0; from < line.Length;)
        {
            // FoldedTitle reads no more than a title's length at a time.
            var to = Math.Min(line.Length, from + FoldedTitle.MaxLength);
            if (to < line.Length && line.LastIndexOf(' ', to - 1, to - from) is > 0 and var space && space > from)
                to = space;
            words.AddRange(FoldedTitle.Of(line[from..to]).Split(' ', StringSplitOptions.RemoveEmptyEntries));
            from = to;
        }

        for (var at = 0; at < words.Count;)
        {
            if (Length(words, at) is > 0 and var passing)
                words.RemoveRange(at, passing);
            else
                at++;
        }

        return string.Join(' ', words);
    }

    /// <summary>How many words from here are a counter or a span; 0 where they are none.</summary>
    private static int Length(List<string> words, int at)
    {
        var figures = Figures(words, at);
        if (figures > 0 && at + figures < words.Count)
        {
            if (Counted.Contains(words[at + figures]))
                return figures + 1;
            if (Units.Contains(words[at + figures]) && at + figures + 1 < words.Count && Ago.Contains(words[at + figures + 1]))
                return figures + 2;
        }

        // "5m ago"
        if (at + 1 < words.Count && Ago.Contains(words[at + 1]) && IsFigureWithUnit(words[at]))
            return 2;
        if (Counted.Contains(words[at]) && Figures(words, at + 1) is > 0 and var counted)
            return counted + 1;
        var opens = Since.Contains(words[at]) || (words[at] == "a" && at > 0 && words[at - 1] == "y"); // "il y a 5 minutes"
        return opens && Figures(words, at + 1) is > 0 and var since && at + 1 + since < words.Count && Units.Contains(words[at + 1 + since])
            ? since + 2
            : 0;
    }

    /// <summary>"12", "1 204" of "1,204", "an" of "an hour ago".</summary>
    private static int Figures(List<string> words, int at)
    {
        if (at < words.Count && words[at] is "an" or "one")
            return 1;
        var end = at;
        while (end < words.Count && words[end].All(char.IsDigit))
            end++;
        return end - at;
    }

    private static bool IsFigureWithUnit(string word)
    {
        var digits = word.TakeWhile(char.IsDigit).Count();
        return digits > 0 && Units.Contains(word[digits..]);
    }
}
