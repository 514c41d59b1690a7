namespace Bot.Polling;

/// <summary>
/// Reads <c>Link</c> headers (RFC 8288): <c>&lt;https://hub.example.org/&gt;; rel="hub", &lt;/rss&gt;; rel=self; title="a, b"</c>.
/// What is not well formed is read as far as its meaning is plain, or passed over.
/// </summary>
internal static class LinkHeader
{
    /// <summary>One link.</summary>
    /// <param name="Relations">As in the header: one word, or several between blanks.</param>
    /// <param name="Type">The media type that it promises; null where it does not say.</param>
    internal sealed record Link(Uri Target, string Relations, string? Type, string? Title);

    // A site has one hub or a few; a thousand of them are an attempt at something.
    private const int MostLinks = 50;

    /// <summary>The links whose relations hold for the document itself, with http or https addresses, absolute.</summary>
    /// <param name="values">One for each header line; a line may hold several links.</param>
    public static List<Link> Read(IEnumerable<string> values, Uri document)
    {
        List<Link> links = [];
        foreach (var value in values)
        {
            var at = 0;
            while (at < value.Length && links.Count < MostLinks)
            {
                if (Next(value, ref at) is { Relations: { } relations } link
                    && Uri.TryCreate(document, AnswerHeaders.Utf8(link.Target), out var target)
                    && FeedAddress.IsWeb(target)
                    && IsAbout(document, link.Anchor))
                    links.Add(new Link(target, relations, link.Type, link.Title is { } title ? AnswerHeaders.Utf8(title) : null));
            }
        }

        return links;
    }

    /// <summary>Is a relation among them? <c>rel="self hub"</c> names two; case does not matter.</summary>
    public static bool Names(string relations, string relation)
    {
        foreach (var one in relations.AsSpan().SplitAny(' ', '\t'))
        {
            if (relations.AsSpan()[one].Equals(relation, StringComparison.OrdinalIgnoreCase))
                return true;
        }

        return false;
    }

    private static bool IsAbout(Uri document, string? anchor) =>
        anchor is null || (Uri.TryCreate(document, anchor, out var about) && about == document);

    /// <summary>Reads one link and stands behind the comma after it.</summary>
    private static (string Target, string? Relations, string? Anchor, string? Type, string? Title) Next(string value, ref int at)
    {
        var target = Target(value, ref at);
        string? relations = null, anchor = null, type = null, title = null;
        while (at < value.Length && value[at] == ';')
        {
            at++;
            var (name, text) = Parameter(value, ref at);

            // Of two rel, the first counts: RFC 8288, 3.3.
            if (name.Equals("rel", StringComparison.OrdinalIgnoreCase))
                relations ??= text;
            else if (name.Equals("anchor", StringComparison.OrdinalIgnoreCase))
                anchor ??= text;
            else if (name.Equals("type", StringComparison.OrdinalIgnoreCase))
                type ??= text;
            else if (name.Equals("title", StringComparison.OrdinalIgnoreCase))
                title ??= text;
        }

        while (at < value.Length && value[at++] != ',')
        {
            // Something stray between a parameter and the next link.
        }

        return (target, relations, anchor, type, title);
    }

    private static string Target(string value, ref int at)
    {
        while (at < value.Length && value[at] is ' ' or '\t' or ',')
            at++;
        var start = at;
        if (at < value.Length && value[at] == '<')
        {
            var close = value.IndexOf('>', at);
            if (close >= 0)
            {
                at = close + 1;
                SkipBlanks(value, ref at);
                return value[(start + 1)..close].Trim();
            }

            start++;
        }

        at = End(value, at, ";,");
        return value[start..at].Trim();
    }

    private static (string Name, string Value) Parameter(string value, ref int at)
    {
        var start = at;
        at = End(value, at, "=;,");
        var name = value[start..at].Trim();
        if (at >= value.Length || value[at] != '=')
            return (name, "");

        at++;
        SkipBlanks(value, ref at);
        if (at < value.Length && value[at] == '"')
            return (name, Quoted(value, ref at));
        start = at;
        at = End(value, at, ";,");
        return (name, value[start..at].Trim().Trim('\''));
    }

    private static string Quoted(string value, ref int at)
    {
        var text = new System.Text.StringBuilder();
        for (at++; at < value.Length && value[at] != '"'; at++)
        {
            if (value[at] == '\\' && at + 1 < value.Length)
                at++;
            text.Append(value[at]);
        }

        at++;
        SkipBlanks(value, ref at);
        return text.ToString();
    }

    private static void SkipBlanks(string value, ref int at)
    {
        while (at < value.Length && value[at] is ' ' or '\t')
            at++;
    }

    private static int End(string value, int from, string marks)
    {
        var end = value.AsSpan(from).IndexOfAny(marks);
        return end < 0 ? value.Length : from + end;
    }
}
