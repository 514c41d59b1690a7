using System.Text;

namespace News.Articles;

/// <summary>
/// A title as it compares with another: words only, without case, accents, punctuation and the publisher's name at
/// the end. "“Strike” hits Al-Aq’im | Example Wire" and "'Strike' hits al-Aq'im" are one title.
/// </summary>
internal static class FoldedTitle
{
    // A title longer than this is a text; its beginning tells it apart as well.
    internal const int MaxLength = 1000;

    // "Morning briefing" or "Live updates" names a column, not an event.
    private const int MinWords = 3;

    // Chinese, Japanese and Thai put no spaces between words; there a title this long says enough.
    private const int MinLettersUnspaced = 8;

    private static readonly string[] Separators = [" - ", " | ", " – ", " — ", " :: ", " • ", " · "];

    /// <summary>The words, in lower case, separated by single spaces; empty where the title has none.</summary>
    public static string Of(string title, string source) => Of(WithoutPublisher(title, source));

    /// <summary>The title as it is, without the publisher's name at its end.</summary>
    public static string WithoutPublisher(string title, string source)
    {
        var cut = -1;
        foreach (var separator in Separators)
            cut = Math.Max(cut, title.LastIndexOf(separator, StringComparison.Ordinal));
        return cut > 0 && NamesPublisher(Of(title[(cut + 3)..]), Of(source)) ? title[..cut] : title;
    }

    public static bool AreSame(string one, string other) => Of(one) is { Length: > 0 } words && words == Of(other);

    /// <summary>The words, in lower case, separated by single spaces.</summary>
    public static string Of(string title)
    {
        if (title.Length > MaxLength)
            title = title[..(char.IsHighSurrogate(title[MaxLength - 1]) ? MaxLength - 1 : MaxLength)];
        var words = new StringBuilder(title.Length);
        var apart = false;
        foreach (var c in LetterFolding.Of(title))
        {
            if (c is '\'' or '’' or '‘' or 'ʼ' or '`' or '´')
                continue; // "Iraq's" is one word, and one with "Iraqs"
            if (!IsWordPart(c))
            {
                apart = true;
                continue;
            }

            if (apart && words.Length > 0)
                words.Append(' ');
            apart = false;
            words.Append(c);
        }

        return words.ToString();
    }

    /// <summary>Whether folded words are more than the name of a column: at least three of them.</summary>
    public static bool SaysEnough(string words)
    {
        if (words.AsSpan().Count(' ') >= MinWords - 1)
            return true;
        var unspaced = 0;
        foreach (var c in words)
        {
            if (c is (>= '\u0E00' and <= '\u0EFF') or (>= '\u3040' and <= '\u9FFF'))
                unspaced++;
        }

        return unspaced >= MinLettersUnspaced;
    }

    private static bool IsWordPart(char c) => char.IsLetterOrDigit(c) || char.IsSurrogate(c);

    // "BBC" at the end of a title from "BBC News", and the other way round.
    private static bool NamesPublisher(string suffix, string source) =>
        suffix.Length > 0 && source.Length > 0 && ((suffix + " ").StartsWith(source + " ", StringComparison.Ordinal)
            || (source + " ").StartsWith(suffix + " ", StringComparison.Ordinal));
}
