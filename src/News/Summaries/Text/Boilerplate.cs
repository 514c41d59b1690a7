using System.Collections.Immutable;

namespace News.Summaries;

/// <summary>
/// Tells the story from what stands around it on a news page. A paragraph is taken for something else only on plain
/// evidence, by how it begins or by a turn of phrase that no story uses of the world: "an earlier version of this
/// article". Stories about corrections, adverts and cookies stay stories.
/// </summary>
internal static class Boilerplate
{
    private const int ShortLine = 160;
    private const int LongestHeading = 130;
    private const int LongestNote = 700;

    /// <summary>Gives every paragraph its kind.</summary>
    public static void Name(string text, ImmutableArray<Paragraph>.Builder paragraphs)
    {
        var links = false;
        for (var i = 0; i < paragraphs.Count; i++)
        {
            var range = paragraphs[i].Range;
            var paragraph = range.Of(text);
            var isLong = range.Length >= LongestNote;
            var within = isLong ? Telltale.None : Telltales.Within(paragraph);
            var kind = KindOf(paragraph, within);
            if (IsLinksHeading(paragraph)) links = true;
            else if (links && kind == ParagraphKind.Story && range.Length < ShortLine) kind = ParagraphKind.Links;
            paragraphs[i] = new Paragraph(range, kind) { MayHoldNote = isLong || within != Telltale.None };
        }
    }

    /// <summary>Whether a sentence inside a story is news about the news: "An earlier version of this article …".</summary>
    public static bool IsCorrection(ReadOnlySpan<char> sentence, Paragraph paragraph) =>
        Telltales.AtStart(sentence).HasFlag(Telltale.Correction)
        || (paragraph.MayHoldNote && sentence.Length < 500 && Telltales.Within(sentence).HasFlag(Telltale.Correction));

    /// <summary>Whether a sentence inside a story speaks of the page, not of the world; a correction does.</summary>
    public static bool IsNote(ReadOnlySpan<char> sentence, Paragraph paragraph)
    {
        var within = paragraph.MayHoldNote && sentence.Length < LongestNote ? Telltales.Within(sentence) : Telltale.None;
        return sentence.Length > 3 && (KindByWords(sentence, within) is not null || IsByline(sentence) || IsDate(sentence));
    }

    private static ParagraphKind KindOf(ReadOnlySpan<char> paragraph, Telltale within)
    {
        if (paragraph.Length < 4) return ParagraphKind.Story;
        if (KindByWords(paragraph, within) is { } told) return told;
        if (IsByline(paragraph)) return ParagraphKind.Byline;
        if (IsDate(paragraph)) return ParagraphKind.Dateline;
        return IsHeading(paragraph) ? ParagraphKind.Heading : ParagraphKind.Story;
    }

    /// <summary>The longer a paragraph is, the surer it is a story whatever its words.</summary>
    private static ParagraphKind? KindByWords(ReadOnlySpan<char> paragraph, Telltale within)
    {
        var head = paragraph[..Math.Min(paragraph.Length, LongestNote)];
        var start = Telltales.AtStart(head);
        if ((start | within) == Telltale.None) return null;
        if (IsCorrectionBy(start, head) || within.HasFlag(Telltale.Correction)) return ParagraphKind.Correction;
        if ((paragraph.Length < 500 && start.HasFlag(Telltale.Note)) || within.HasFlag(Telltale.Note)) return ParagraphKind.Note;
        if (paragraph.Length < 300)
        {
            if ((start.HasFlag(Telltale.Advert) && IsImperative(head)) || within.HasFlag(Telltale.Advert)) return ParagraphKind.Advert;
            if (start.HasFlag(Telltale.Links)) return ParagraphKind.Links;
        }

        return paragraph.Length < 500 && (start | within).HasFlag(Telltale.Caption) ? ParagraphKind.Caption : null;
    }

    /// <summary>"Update: three more bodies were found" is the story; "Update: this story was changed" is not.</summary>
    private static bool IsCorrectionBy(Telltale start, ReadOnlySpan<char> head)
    {
        if (start.HasFlag(Telltale.Correction)) return true;
        if (start.HasFlag(Telltale.Update))
            return head.Length < ShortLine || Has(head, ["this story", "this article", "this report", "this post", "this page"]);
        return start.HasFlag(Telltale.Version)
            && Has(head, ["this story", "this article", "this report", "the story", "the article", "headline", "this post"]);
    }

    /// <summary>An advert speaks to the reader; "Subscribers to the service lost …" is a story.</summary>
    private static bool IsImperative(ReadOnlySpan<char> head)
    {
        var end = 0;
        while (end < head.Length && char.IsLetter(head[end])) end++;
        return !head[..end].EndsWith("ers", StringComparison.OrdinalIgnoreCase)
            && !head[..end].Equals("advertisers", StringComparison.OrdinalIgnoreCase)
            && (head.Length < ShortLine || Has(head, [" your", " our", " us", " you", " here"]));
    }

    /// <summary>"By Jane Doe", "By JANE DOE and Ali Hassan, Example Wire", "Jane Doe, jane.doe@example.org".</summary>
    private static bool IsByline(ReadOnlySpan<char> line)
    {
        if (line.Length > ShortLine) return false;
        if (HasMailAddress(line) && CountWords(line) <= 14) return true;
        if (!line.StartsWith("By ", StringComparison.OrdinalIgnoreCase) || CountWords(line) > 14) return false;
        return line.Length > 3 && char.IsUpper(line[3]) && line[^1] is not ('.' or '"' or '”' or '!' or '?') && line.IndexOf(". ") < 0;
    }

    private static bool HasMailAddress(ReadOnlySpan<char> line)
    {
        var at = line.IndexOf('@');
        return at > 0 && at + 1 < line.Length && char.IsLetterOrDigit(line[at - 1]) && char.IsLetterOrDigit(line[at + 1])
            && line[(at + 1)..].Contains('.');
    }

    /// <summary>"Friday, July 21, 2017", "2017-07-21 10:00 GMT": a date and nothing else.</summary>
    private static bool IsDate(ReadOnlySpan<char> line)
    {
        if (line.Length > 60) return false;
        var dates = 0;
        for (var i = 0; i < line.Length;)
        {
            if (!char.IsLetterOrDigit(line[i]))
            {
                i++;
                continue;
            }

            var from = i;
            while (i < line.Length && char.IsLetterOrDigit(line[i])) i++;
            var word = line[from..i];
            if (!char.IsDigit(word[0]) && !DateWords.Contains(word)) return false;
            dates++;
        }

        return dates >= 2;
    }

    private static readonly WordTable DateWords = new("""
        Monday Tuesday Wednesday Thursday Friday Saturday Sunday Mon Tue Wed Thu Fri Sat Sun
        January February March April May June July August September October November December
        Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec GMT UTC EST EDT ET PT BST CET AM PM a.m p.m at Updated Published
        """);

    private static bool IsHeading(ReadOnlySpan<char> line)
    {
        if (line.Length > LongestHeading || CountWords(line) > 20) return false;
        return line[^1] is not ('.' or '!' or '?' or '"' or '”' or '’' or '\'' or '»' or '“' or '«' or '‘' or '…' or ':' or ',' or ';' or '。' or '」' or '؟')
            && !char.IsLower(line[0]) && line[0] is not ('"' or '“' or '«' or '„');
    }

    private static bool IsLinksHeading(ReadOnlySpan<char> line) =>
        line.Length < 20 && (line.TrimEnd(':').Equals("Sources", StringComparison.OrdinalIgnoreCase)
            || line.TrimEnd(':').Equals("Related news", StringComparison.OrdinalIgnoreCase)
            || line.TrimEnd(':').Equals("References", StringComparison.OrdinalIgnoreCase)
            || line.TrimEnd(':').Equals("External links", StringComparison.OrdinalIgnoreCase)
            || line.TrimEnd(':').Equals("Related", StringComparison.OrdinalIgnoreCase));

    public static int CountWords(ReadOnlySpan<char> line)
    {
        var words = 0;
        for (var i = 0; i < line.Length; i++)
            if (!char.IsWhiteSpace(line[i]) && (i == 0 || char.IsWhiteSpace(line[i - 1]))) words++;
        return words;
    }

    private static bool Has(ReadOnlySpan<char> line, ReadOnlySpan<string> phrases)
    {
        foreach (var phrase in phrases)
            if (line.Contains(phrase, StringComparison.OrdinalIgnoreCase)) return true;
        return false;
    }
}
