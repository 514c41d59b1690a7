using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace News.Summaries;

/// <summary>What a paragraph is to the reader of a news page.</summary>
public enum ParagraphKind
{
    /// <summary>The story itself.</summary>
    Story,

    /// <summary>A line above a part of the story: short, without a stop.</summary>
    Heading,

    /// <summary>"By Jane Doe, jane.doe@example.org".</summary>
    Byline,

    /// <summary>A line that says only when and where: "Friday, July 21, 2017".</summary>
    Dateline,

    /// <summary>What stands under a picture: "Smoke over the port. Image: Jane Doe."</summary>
    Caption,

    /// <summary>News about the news: "Correction: an earlier version of this story misspelled …".</summary>
    Correction,

    /// <summary>To the reader, about the page: "A version of this story appeared in …", "All rights reserved".</summary>
    Note,

    /// <summary>"Click here to subscribe", "Advertisement".</summary>
    Advert,

    /// <summary>"Read more: …", "Related: …", sources and categories.</summary>
    Links,
}

/// <summary>A paragraph of a text: where it stands, without white space at its ends, and what it is.</summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct Paragraph(TextRange Range, ParagraphKind Kind)
{
    /// <summary>Whether a sentence of the paragraph may speak of the page: a turn of phrase that does was seen, or not looked for.</summary>
    internal bool MayHoldNote { get; init; }
}

/// <summary>Cuts a text into paragraphs and says what each of them is.</summary>
public static class Paragraphs
{
    /// <summary>
    /// Paragraphs end at an empty line, and at a single line break too, unless the text is wrapped by hand: lines
    /// that end in mid-sentence and go on with a small letter.
    /// </summary>
    public static ImmutableArray<Paragraph> Split(string text)
    {
        var paragraphs = ImmutableArray.CreateBuilder<Paragraph>();
        var at = 0;
        while (at < text.Length)
        {
            var blockEnd = EndOfBlock(text, at);
            AddLines(text, at, blockEnd, paragraphs);
            at = blockEnd;
            while (at < text.Length && char.IsWhiteSpace(text[at])) at++;
        }

        Boilerplate.Name(text, paragraphs);
        return paragraphs.ToImmutable();
    }

    /// <summary>Where the block of lines ends: at an empty line or at the text's end.</summary>
    private static int EndOfBlock(string text, int at)
    {
        while (at < text.Length)
        {
            var newline = text.IndexOf('\n', at);
            if (newline < 0) return text.Length;
            var next = newline + 1;
            while (next < text.Length && text[next] is ' ' or '\t' or '\r' or '\u00a0') next++;
            if (next >= text.Length || text[next] == '\n') return newline;
            at = next;
        }

        return text.Length;
    }

    private static void AddLines(string text, int start, int end, ImmutableArray<Paragraph>.Builder paragraphs)
    {
        var wrapped = IsWrapped(text, start, end);
        var from = start;
        for (var i = start; i <= end; i++)
        {
            if (i < end && (text[i] != '\n' || wrapped)) continue;
            var range = TextRange.Trimmed(text, from, i);
            if (!range.IsEmpty) paragraphs.Add(new Paragraph(range, ParagraphKind.Story));
            from = i + 1;
        }
    }

    /// <summary>Whether at least half of the block's line breaks stand in mid-sentence.</summary>
    private static bool IsWrapped(string text, int start, int end)
    {
        var breaks = 0;
        var inSentence = 0;
        for (var i = text.IndexOf('\n', start, end - start); i >= 0 && i < end; i = text.IndexOf('\n', i + 1, end - i - 1))
        {
            breaks++;
            var before = i - 1;
            var after = i + 1;
            while (before > start && text[before] is ' ' or '\r') before--;
            while (after < end && text[after] is ' ' or '\t') after++;
            if (before >= start && after < end && !IsEnd(text[before]) && char.IsLower(text[after])) inSentence++;
        }

        return breaks > 0 && inSentence * 2 >= breaks;
    }

    private static bool IsEnd(char c) => c is '.' or '!' or '?' or ':' or '"' or '”' or '…';
}
