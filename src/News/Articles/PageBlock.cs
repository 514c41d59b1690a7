namespace News.Articles;

/// <summary>A piece of a page's text that stands by itself: a paragraph, a heading, a list item, a cell's line.</summary>
/// <param name="Node">The first node of its text in the tree.</param>
/// <param name="Tag">The nearest block element around it.</param>
/// <param name="Start">Where it stands in the text of all blocks.</param>
/// <param name="LinkLength">How many code units of it are links.</param>
/// <param name="TimeLength">How many stand in a time element.</param>
/// <param name="Last">Its last character.</param>
internal readonly record struct PageBlock(int Node, HtmlTag Tag, int Start, int Length, int LinkLength, int TimeLength, char Last)
{
    // Shorter blocks are labels and buttons as often as sentences.
    private const int MinProse = 40;

    private const int MinLead = 60;

    // "Bridges (12)" is a link with a count.
    private const int MaxCount = 6;

    // A whole sentence may be a link, and is told all the same.
    private const int MinLinkedSentence = 60;

    public bool IsMostlyLinks => LinkLength * 2 > Length || (LinkLength > 0 && Length - LinkLength <= MaxCount);

    public bool IsLinkedSentence => Length >= MinLinkedSentence && Last == '.' && Tag is HtmlTag.P or HtmlTag.Li;

    public bool IsMostlyTime => TimeLength * 2 > Length;

    /// <summary>A line of a list, or a row of a table that holds nothing but values.</summary>
    public bool IsItem => Tag is HtmlTag.Li or HtmlTag.Dd or HtmlTag.Dt or HtmlTag.Tr;

    public bool EndsSentence => Last is '.' or '!' or '?' or '”' or '"' or '»' or '“' or '…' or '。' or '」' or '؟' or '।' or '۔';

    /// <summary>How much this says that a story is told here: the length of a running text, 0 for anything else.</summary>
    public int Weight => Length >= MinProse && LinkLength * 3 < Length && !IsHeading ? Length : 0;

    /// <summary>A line over what follows; a whole paragraph is no heading whatever its element.</summary>
    public bool IsHeading => Tag.IsHeading() && !(Length >= MinLead && EndsSentence);

    /// <summary>A sentence or more, where names and dates are to be expected.</summary>
    public bool IsLead => Length >= MinLead && EndsSentence && !IsMostlyLinks;

    public bool IsProse => IsItem || Tag is HtmlTag.P or HtmlTag.Blockquote or HtmlTag.Pre || Length >= MinProse || EndsSentence;
}
