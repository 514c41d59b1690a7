using System.Collections.Immutable;
using News.Matching;
using News.Stories;

namespace News.Alerts;

/// <summary>
/// Stories that a channel could not be told while they were new, a line each: the most severe first, of those the newest.
/// More than a message holds are parted into pages.
/// </summary>
/// <param name="Page">From 1.</param>
/// <param name="Total">How many stories all pages hold.</param>
/// <param name="Since">When the first of them began to wait.</param>
public sealed record Backlog(ImmutableArray<BacklogLine> Stories, int Page, int Pages, int Total, DateTimeOffset Since)
{
    /// <summary>
    /// How much a page may hold, in UTF-16 units: of text that is read, and of text with addresses and the signs around them.
    /// Both are below what any platform takes in a message.
    /// </summary>
    private const int MostRead = 2_600;
    private const int MostWritten = 3_600;

    /// <summary>"While nothing could be posted: 37 stories (1 of 3)".</summary>
    public string Title =>
        $"While nothing could be posted: {(Total == 1 ? "1 story" : $"{Total} stories")}{(Pages == 1 ? "" : $" ({Page} of {Pages})")}";

    /// <summary>The pages that tell of these alerts. A story that several watchlists found is one line.</summary>
    public static ImmutableArray<Backlog> Of(IEnumerable<(StoryId Story, Alert Alert)> alerts, DateTimeOffset since)
    {
        ImmutableArray<BacklogLine> lines =
        [
            .. alerts.GroupBy(one => one.Story, one => one.Alert).Select(BacklogLine.Of)
                .OrderByDescending(line => line.Severity).ThenByDescending(line => line.Published),
        ];
        var pages = Parted(lines);
        return [.. pages.Select((stories, at) => new Backlog(stories, at + 1, pages.Count, lines.Length, since))];
    }

    private static List<ImmutableArray<BacklogLine>> Parted(ImmutableArray<BacklogLine> lines)
    {
        List<ImmutableArray<BacklogLine>> pages = [];
        var (from, read, written) = (0, 0, 0);
        for (var at = 0; at < lines.Length; at++)
        {
            if (at > from && (read + lines[at].Read > MostRead || written + lines[at].Written > MostWritten))
            {
                pages.Add(lines[from..at]);
                (from, read, written) = (at, 0, 0);
            }

            read += lines[at].Read;
            written += lines[at].Written;
        }

        if (from < lines.Length)
            pages.Add(lines[from..]);
        return pages;
    }
}

/// <summary>A story in a digest.</summary>
/// <param name="Headline">Cut behind a word where it is very long.</param>
/// <param name="Watchlists">Those that found it.</param>
public sealed record BacklogLine(
    StoryId Story, Severity Severity, string Headline, string? Link, string Source, DateTimeOffset Published, ImmutableArray<string> Watchlists)
{
    private const int LongestHeadline = 200;
    private const int LongestName = 60;

    /// <summary>A severity, an instant and the signs between the parts.</summary>
    private const int Around = 50;

    /// <summary>How long it is to read.</summary>
    internal int Read => Around + Headline.Length + Source.Length + Watchlists.Sum(name => name.Length + 2);

    /// <summary>How long it is with its address, and with a backslash before each letter that may need one.</summary>
    internal int Written => Read + Address + Marks(Headline) + Marks(Source) + Watchlists.Sum(Marks);

    private int Address => Uri.TryCreate(Link, UriKind.Absolute, out var uri) ? uri.AbsoluteUri.Length + uri.AbsoluteUri.Count(letter => letter is '(' or ')') * 2 : 0;

    internal static BacklogLine Of(IGrouping<StoryId, Alert> ofOneStory)
    {
        ImmutableArray<Alert> alerts = [.. ofOneStory];
        var first = alerts[0];
        return new BacklogLine(
            ofOneStory.Key, alerts.Max(alert => alert.Severity), Cut(first.Headline, LongestHeadline), first.Link, Cut(first.Source, LongestName), first.Published,
            [.. alerts.Select(alert => Cut(alert.Watchlist, LongestName)).Distinct(StringComparer.Ordinal)]);
    }

    private static int Marks(string text) => text.Count(letter => char.IsAscii(letter) && !char.IsAsciiLetterOrDigit(letter) && letter != ' ');

    private static string Cut(string text, int most)
    {
        if (text.Length <= most)
            return text;
        var end = text.LastIndexOf(' ', most - 1, most / 2);
        if (end < 0)
            end = char.IsHighSurrogate(text[most - 2]) ? most - 2 : most - 1;
        return text[..end] + "…";
    }
}
