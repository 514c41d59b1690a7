using System.Buffers;

namespace News.Feeds;

/// <summary>
/// The person's name in what feeds write for an author: <c>jane@example.org (Jane Doe)</c>,
/// <c>Jane Doe &lt;jane@example.org&gt;</c>, <c>Jane Doe (jane@example.org)</c>, <c>jane@example.org Jane Doe</c>.
/// </summary>
internal static class PersonName
{
    private static readonly SearchValues<char> MailStarts = SearchValues.Create(" (<[:\"");
    private static readonly SearchValues<char> MailEnds = SearchValues.Create(" )>],\"");

    /// <summary>The name; the mail address where there is no name; null where there is neither.</summary>
    public static string? From(string? text)
    {
        // "Ann <a@example.org>" has no HTML in it, though HTML knows a tag that is called a.
        var line = text?.Contains('@', StringComparison.Ordinal) == true ? PlainLine.FromText(text) : PlainLine.FromHtml(text);
        if (line is null)
            return null;

        var at = line.IndexOf('@', StringComparison.Ordinal);
        if (at < 0)
            return line;

        var start = line.AsSpan(0, at).LastIndexOfAny(MailStarts) + 1;
        var length = line.AsSpan(at).IndexOfAny(MailEnds);
        var end = length < 0 ? line.Length : at + length;
        if (at == start || end == at + 1)
            return line; // "@handle": a name after all

        var mail = line[start..end];
        var before = line.AsSpan(0, start).Trim(" \t(<[,:;-\"");
        if (before.EndsWith("mailto", StringComparison.OrdinalIgnoreCase))
            before = before[..^6].Trim(" \t(<[,:;-\"");
        var after = line.AsSpan(end).Trim(" \t>])(,:;-\"");
        if (!before.IsEmpty)
            return before.ToString();
        return after.IsEmpty ? mail : after.ToString();
    }

    public static bool IsMailAddress(string name) =>
        name.Contains('@', StringComparison.Ordinal) && !name.Contains(' ', StringComparison.Ordinal);
}
