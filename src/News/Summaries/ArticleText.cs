using System.Collections.Immutable;

namespace News.Summaries;

/// <summary>
/// An article's text that is read once for all who ask something of it: what it says, whom it quotes, how many it counts.
/// It is read when the first asks. For one thread at a time.
/// </summary>
public sealed class ArticleText
{
    private Reading? reading;

    /// <param name="text">Plain text, paragraphs separated by an empty line or by line breaks. All offsets are into it.</param>
    public ArticleText(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        Text = text;
    }

    public string Text { get; }

    internal ImmutableArray<Paragraph> Paragraphs => Read().Paragraphs;

    internal List<Quotation> Quotations => Read().Quotations;

    /// <summary>Its sentences; marks that nobody speaks between are words of them.</summary>
    internal List<Line> Lines => Read().Lines;

    /// <summary>Who says what of it.</summary>
    internal Attribution Attribution => Read().Attribution;

    private Reading Read() => reading ??= new Reading(Text);

    private sealed class Reading
    {
        public Reading(string text)
        {
            Paragraphs = Summaries.Paragraphs.Split(text);
            Quotations = QuoteFinder.Find(text, Paragraphs);
            Lines = LineReader.Read(text, Paragraphs, Quotations);
            Attribution = new Attribution(text, Paragraphs, Quotations, Lines);
            Attribution.Run();
        }

        public ImmutableArray<Paragraph> Paragraphs { get; }

        public List<Quotation> Quotations { get; }

        public List<Line> Lines { get; }

        public Attribution Attribution { get; }
    }
}
