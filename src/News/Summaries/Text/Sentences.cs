using System.Collections.Immutable;

namespace News.Summaries;

/// <summary>
/// Splits text into sentences as an editor would. A full stop ends no sentence after a title ("Maj. Gen. Doe"), an
/// initial ("K. C. Doe"), before a number ("Jan. 28", "No. 5") or inside a word ("3.5", "www.example.org"); what
/// stands between quotation marks or brackets is not cut; a quotation stays with its "she said".
/// The rules are those of the "golden rules" that sentence splitters are commonly compared by.
/// </summary>
public static class Sentences
{
    /// <summary>Every sentence of a text, in order, without white space at the ends.</summary>
    public static ImmutableArray<TextRange> Split(string text)
    {
        var paragraphs = Paragraphs.Split(text);
        var quotations = QuoteFinder.Find(text, paragraphs);
        var sentences = ImmutableArray.CreateBuilder<TextRange>();
        foreach (var paragraph in SplitParagraphs(text, paragraphs, quotations))
            sentences.AddRange(paragraph);
        return sentences.ToImmutable();
    }

    /// <summary>The sentences of each paragraph; a paragraph that a quotation before it swallowed has none.</summary>
    internal static IEnumerable<List<TextRange>> SplitParagraphs(
        string text, IReadOnlyList<Paragraph> paragraphs, IReadOnlyList<Quotation> quotations)
    {
        var next = 0;
        var from = 0;
        foreach (var paragraph in paragraphs)
        {
            var kept = new List<TextRange>();
            while (next < quotations.Count && quotations[next].Outer.Start < paragraph.Range.Start) next++;
            var first = next;
            while (next < quotations.Count && quotations[next].Outer.Start < paragraph.Range.End) next++;
            var start = Math.Max(from, paragraph.Range.Start);
            if (next > first) from = Math.Max(from, quotations[next - 1].Outer.End);
            if (start < paragraph.Range.End)
            {
                var end = Math.Max(paragraph.Range.End, next > first ? quotations[next - 1].Outer.End : 0);
                new SentenceSplitter(text, start, end, Shelters.Of(text, start, end, quotations, first, next)).Split(kept);
            }

            yield return kept;
        }
    }
}

/// <summary>The stretches that no sentence ends in: quotations, and brackets that close within the paragraph.</summary>
internal static class Shelters
{
    /// <summary>What a reader takes in as one aside; a bracket that closes later than this is taken as a slip.</summary>
    private const int LongestBracket = 600;

    public static List<TextRange> Of(
        string text, int start, int end, IReadOnlyList<Quotation> quotations, int first, int next)
    {
        var shelters = new List<TextRange>();
        var unclosed = start;
        for (var i = start; i < end; i++)
        {
            var ahead = first < next ? Math.Clamp(quotations[first].Outer.Start, i, end) : end;
            var bracket = text.AsSpan(i, ahead - i).IndexOfAny('(', '[');
            i = bracket < 0 ? ahead : i + bracket;
            if (i >= end) break;
            if (first < next && i >= quotations[first].Outer.Start)
            {
                shelters.Add(quotations[first].Outer);
                i = Math.Max(i, quotations[first].Outer.End - 1);
                first++;
                continue;
            }

            if (i < unclosed) continue;
            var limit = Math.Min(end, i + LongestBracket);
            if (first < next) limit = Math.Min(limit, quotations[first].Outer.Start);
            var close = Close(text, i, limit);
            if (close < 0)
            {
                unclosed = limit;
                continue;
            }

            shelters.Add(new TextRange(i, close + 1));
            i = close;
        }

        return shelters;
    }

    private static int Close(string text, int open, int limit)
    {
        var depth = 0;
        for (var i = open; i < limit; i++)
        {
            if (text[i] is '(' or '[') depth++;
            else if (text[i] is ')' or ']' && --depth == 0) return i;
        }

        return -1;
    }
}
