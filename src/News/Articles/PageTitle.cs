namespace News.Articles;

/// <summary>The headline out of what a page calls its title in several places, without the site's name.</summary>
internal static class PageTitle
{
    private static readonly string[] Separators = [" - ", " | ", " – ", " — ", " :: ", " • ", " · ", " » ", " « ", " ‹ ", " › ", "｜", "|"];

    // Longer than any headline: taken as it is.
    private const int MaxLength = 1000;

    /// <param name="url">Where the page was found; its host names the site.</param>
    public static string? Of(PageMetadata metadata, Uri? url)
    {
        var sites = Sites(metadata, url);
        var headline = metadata.LinkedData?.Headline;
        var open = metadata.Meta("og:title", "twitter:title", "dc.title", "dcterms.title", "headline", "parsely-title", "sailthru.title");
        if (headline is not null && open is not null && IsCutOff(headline, open))
            headline = null;
        var told = headline ?? open;
        if (told is not null && !sites.Exists(site => FoldedTitle.AreSame(told, site)))
            return WithoutSite(told, metadata, sites);
        return Heading(metadata, sites) ?? (metadata.DocumentTitle is { } title ? WithoutSite(title, metadata, sites) : metadata.Headings is [var first, ..] ? first : null);
    }

    /// <summary>A heading that the document's title repeats, whole or for the most part.</summary>
    private static string? Heading(PageMetadata metadata, List<string> sites)
    {
        if (metadata.DocumentTitle is not { } title)
            return metadata.MarkedHeadline;
        if (metadata.MarkedHeadline is { } marked)
            return marked;
        foreach (var heading in metadata.Headings)
        {
            if (!sites.Exists(site => FoldedTitle.AreSame(heading, site)) && SharesWords(heading, WithoutSite(title, metadata, sites)))
                return heading;
        }

        return null;
    }

    private static bool SharesWords(string heading, string title)
    {
        if (title.Length > MaxLength)
            return false;
        if (FoldedTitle.AreSame(heading, title))
            return true;
        var shared = 0;
        var words = 0;
        foreach (var word in heading.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            words++;
            if (title.Contains(word.Trim(',', '.', ':', '"', '“', '”', '„', '»', '«'), StringComparison.OrdinalIgnoreCase))
                shared++;
        }

        return words > 0 && shared * 2 > words;
    }

    private static bool IsCutOff(string headline, string full)
    {
        var beginning = headline.TrimEnd('.', '…', ' ');
        return beginning.Length < headline.Length && full.Length > headline.Length
            && full.StartsWith(beginning, StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>What the site calls itself, and the labels of its host.</summary>
    private static List<string> Sites(PageMetadata metadata, Uri? url)
    {
        var sites = new List<string>();
        Add(metadata.Meta("og:site_name"));
        Add(metadata.Meta("application-name"));
        Add(metadata.LinkedData?.Publisher);
        if (url is not null && url.IsAbsoluteUri)
        {
            var host = url.Host.StartsWith("www.", StringComparison.OrdinalIgnoreCase) ? url.Host[4..] : url.Host;
            Add(host);
            foreach (var label in host.Split('.')[..^1])
                Add(label.Length > 2 ? label : null);
        }

        return sites;

        void Add(string? name)
        {
            if (!string.IsNullOrWhiteSpace(name))
                sites.Add(name);
        }
    }

    /// <summary>"Bridge reopens - Example Wire": the end goes where it is the site's name, or the page's heading lacks it; so does "Example Wire | ".</summary>
    private static string WithoutSite(string title, PageMetadata metadata, List<string> sites)
    {
        if (title.Length > MaxLength)
            return title;
        var (start, end) = (0, title.Length);
        while (LastCut(title[start..end], out var before, out var after) && IsSite(title[(start + after)..end], sites))
            end = start + before;
        while (FirstCut(title[start..end], out var before, out var after) && IsSite(title[start..(start + before)], sites))
            start += after;
        if (end - start < title.Length)
            return title[start..end].Trim();

        // "Example Wire | World" may follow and "World - " stand before; a heading or another title shows how far the
        // article's own reaches.
        List<string?> others = [.. metadata.Headings, metadata.Meta("og:title"), metadata.LinkedData?.Headline];
        return others.Find(other => IsBeginning(other, title)) ?? others.Find(other => IsEnd(other, title)) ?? title;
    }

    private static bool IsBeginning(string? other, string title) =>
        other is not null && other.Length < title.Length && title.StartsWith(other, StringComparison.OrdinalIgnoreCase)
        && Array.Exists(Separators, separator => title.AsSpan(other.Length).StartsWith(separator));

    private static bool IsEnd(string? other, string title) =>
        other is not null && other.Length < title.Length && title.EndsWith(other, StringComparison.OrdinalIgnoreCase)
        && Array.Exists(Separators, separator => title.AsSpan(0, title.Length - other.Length).EndsWith(separator));

    private static bool IsSite(string part, List<string> sites) =>
        sites.Exists(site => FoldedTitle.AreSame(part, site) || Squeezed(part).Equals(Squeezed(site), StringComparison.OrdinalIgnoreCase));

    /// <summary>"Example Wire" is examplewire to its host.</summary>
    private static string Squeezed(string name) => string.Concat(name.Where(char.IsLetterOrDigit));

    private static bool LastCut(string title, out int before, out int after)
    {
        (before, after) = (-1, 0);
        foreach (var separator in Separators)
        {
            var found = title.LastIndexOf(separator, StringComparison.Ordinal);
            if (found > before)
                (before, after) = (found, found + separator.Length);
        }

        return before > 0;
    }

    private static bool FirstCut(string title, out int before, out int after)
    {
        (before, after) = (title.Length, 0);
        foreach (var separator in Separators)
        {
            var found = title.IndexOf(separator, StringComparison.Ordinal);
            if (found >= 0 && found < before)
                (before, after) = (found, found + separator.Length);
        }

        return after > 0 && before > 0;
    }
}
