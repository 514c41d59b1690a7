namespace News.Articles;

/// <summary>Plain text with its white space put in order.</summary>
public static class PlainText
{
    /// <summary>
    /// Runs of white space become one space, empty lines separate paragraphs ("\n\n"), what cannot be seen is
    /// left out. In time linear in the text's length.
    /// </summary>
    public static string Fold(string text) => Fold(text, text, new TextFolder(text.Length) { BlankLinesCount = true });

    /// <inheritdoc cref="Fold(string)"/>
    public static string Fold(ReadOnlySpan<char> text) => Fold(text, null, new TextFolder(text.Length) { BlankLinesCount = true });

    /// <summary>As <see cref="Fold(string)"/>, on one line.</summary>
    public static string OneLine(string text) => Fold(text, text, new TextFolder(text.Length));

    /// <inheritdoc cref="OneLine(string)"/>
    public static string OneLine(ReadOnlySpan<char> text) => Fold(text, null, new TextFolder(text.Length));

    /// <summary>As <see cref="Fold(string)"/> with the text's lines kept, for what <see cref="HtmlText"/> has made of a list.</summary>
    internal static string FoldLines(string text) => Fold(text, text, new TextFolder(text.Length) { Preformatted = true });

    private static string Fold(ReadOnlySpan<char> text, string? whole, TextFolder folder)
    {
        try
        {
            folder.Append(text);
            return whole is not null && folder.Written.SequenceEqual(text) ? whole : folder.ToString();
        }
        finally
        {
            folder.Dispose();
        }
    }

    /// <summary>
    /// The beginning of a text, at most <paramref name="length"/> UTF-16 code units with the ellipsis: cut between
    /// words where there are any, never inside a character. The text must be on one line.
    /// </summary>
    internal static string Beginning(string line, int length)
    {
        if (line.Length <= length)
            return line;
        var end = line.AsSpan(0, length).LastIndexOf(' ');
        if (end <= 0)
            end = char.IsHighSurrogate(line[length - 2]) ? length - 2 : length - 1;
        return string.Concat(line.AsSpan(0, end).TrimEnd(" ,;:-–—"), "…");
    }
}
