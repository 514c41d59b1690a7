using System.Buffers;
using System.Collections.Frozen;

namespace News.Articles;

/// <summary>The story on a page: its blocks within <see cref="PageRoot"/>, without what stands around and between them.</summary>
internal sealed class PageBody
{
    // A page that shows less keeps its story where a script or a reader's click shows it.
    private const int Thin = 250;

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Labels = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "advertisement", "advertisements", "ad", "comments", "print", "email", "copy link", "listen", "save", "follow",
        "anzeige", "werbung", "publicité", "publicidad", "publicidade", "pubblicità").GetAlternateLookup<ReadOnlySpan<char>>();

    // "* * *" is a pause.
    private static readonly SearchValues<char> Ornaments = SearchValues.Create(" \n*-–—_=•·.|");

    private readonly PageTree _tree;
    private readonly PageBlocks _blocks;
    private readonly (int From, int To) _root;
    private readonly List<int> _story = [];
    private readonly List<int> _headings = [];

    // The outermost header elements with a headline.
    private readonly List<(int From, int To)> _headers = [];

    private PageBody(PageTree tree, PageBlocks blocks, PageMark cruft)
    {
        _tree = tree;
        _blocks = blocks;
        DropCruft(cruft);
        _root = PageRoot.Find(tree, blocks);
    }

    /// <summary>The story's text; empty where the page has none.</summary>
    /// <param name="title">Not repeated as the text's first paragraph.</param>
    /// <param name="byline">As the title.</param>
    public static string Of(PageTree tree, string? title, string? byline)
    {
        var shown = Read(tree, shown: true, title, byline);
        if (shown.Length >= Thin)
            return shown;
        var all = Read(tree, shown: false, title, byline);
        return all.Length > 2 * Math.Max(Thin, shown.Length) ? all : shown;
    }

    private static string Read(PageTree tree, bool shown, string? title, string? byline)
    {
        using var blocks = PageBlocks.Of(tree, shown);
        var body = new PageBody(tree, blocks, shown ? PageMark.Likely | PageMark.Nearly : PageMark.Nearly);
        body.Choose(title, byline);
        body.TrimStart();
        body.TrimEnd();
        return body.Write();
    }

    private void DropCruft(PageMark cruft)
    {
        var nodes = _tree.Nodes;
        var landmarks = new List<int>();
        for (var i = 0; i < nodes.Length; i++)
        {
            if (nodes[i].Tag == HtmlTag.H1 || (nodes[i].Marks & (PageMark.Main | PageMark.Body)) != PageMark.None)
                landmarks.Add(i);
        }

        var dropped = new List<(int From, int To)>();
        for (var i = 0; i < nodes.Length; i++)
        {
            if ((nodes[i].Marks & cruft) == PageMark.None || !IsCruft(i, landmarks))
                continue;
            dropped.Add((i, nodes[i].End));
            i = nodes[i].End - 1;
        }

        _blocks.Drop(dropped);
    }

    private bool IsCruft(int node, List<int> landmarks)
    {
        ref readonly var element = ref _tree.Nodes[node];
        var next = landmarks.BinarySearch(node);
        next = next < 0 ? ~next : next + 1;
        if (next < landmarks.Count && landmarks[next] < element.End)
        {
            if (element.Tag == HtmlTag.Header && (_headers.Count == 0 || _headers[^1].To <= node))
                _headers.Add((node, element.End));
            return false;
        }

        if (IsPartOfLine(node))
            return false;
        return (element.Marks & PageMark.Nearly) != PageMark.None || _blocks.WeightOf(node, element.End) * 5L <= _blocks.Weight * 2L;
    }

    /// <summary>&lt;p>&lt;a class="download">The report&lt;/a> says …: a paragraph is not dropped for a word in it.</summary>
    private bool IsPartOfLine(int node)
    {
        const int MaxNodes = 6;
        ref readonly var element = ref _tree.Nodes[node];
        var isShort = element.End - node <= MaxNodes && !element.Tag.Is(HtmlTraits.Block | HtmlTraits.Line) && element.Tag != HtmlTag.Other;
        if (!isShort || element.Parent < 0 || _tree.Nodes[element.Parent].End == element.End)
            return false;
        return !_tree.Nodes[element.End].IsText || !_tree.Source(element.End).IsWhiteSpace();
    }

    /// <summary>Goes through the root's blocks and keeps the story's, with the headings that stand over any of them.</summary>
    private void Choose(string? title, string? byline)
    {
        var end = _blocks.IndexOf(_root.To);
        AddLead(_blocks.IndexOf(_root.From));
        for (var i = _blocks.IndexOf(_root.From); i < end; i++)
        {
            var block = _blocks[i];
            if (block.Tag == HtmlTag.H1)
                continue;
            if (IsInHeader(block.Node))
            {
                if (block.IsLead && IsLead(block.Node))
                    _story.Add(i);
            }
            else if (PagePhrases.IsLabel(_blocks.Text(i)) || (block.IsHeading && block.IsMostlyLinks))
            {
                i = Math.Max(i, _blocks.IndexOf(TeaserEnd(i)) - 1);
                _headings.Clear();
            }
            else if (block.IsHeading)
            {
                _headings.Add(i);
            }
            else
            {
                if (IsStory(i) && !(_story.Count == 0 && Repeats(_blocks.Text(i), title, byline)))
                {
                    _story.AddRange(_headings);
                    _story.Add(i);
                }

                _headings.Clear(); // "Related stories" goes with its links
            }
        }
    }

    /// <summary>What stands between the headline and the body and calls itself a lead is the story's first paragraph.</summary>
    private void AddLead(int first)
    {
        var i = first - 1;
        while (i >= 0 && _blocks[i].Tag != HtmlTag.H1)
            i--;
        if (i < 0)
            return;
        for (i++; i < first; i++)
        {
            if (_blocks[i].IsLead && IsLead(_blocks[i].Node))
                _story.Add(i);
        }
    }

    private bool IsInHeader(int node)
    {
        var (low, high) = (0, _headers.Count);
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            if (_headers[middle].To <= node)
                low = middle + 1;
            else
                high = middle;
        }

        return low < _headers.Count && _headers[low].From <= node;
    }

    private bool IsLead(int node)
    {
        const int MaxSteps = 4;
        var around = _tree.Nodes[node].Parent;
        for (var step = 0; step < MaxSteps && around >= 0; step++)
        {
            if ((_tree.Nodes[around].Marks & PageMark.Lead) != PageMark.None)
                return true;
            around = _tree.Nodes[around].Parent;
        }

        return false;
    }

    /// <summary>Where the teaser ends that a linked heading or a label stands in: the largest element around it with little text.</summary>
    private int TeaserEnd(int heading)
    {
        const int MaxTeaser = 400;
        const int MaxSteps = 16;
        var longest = Math.Min(MaxTeaser, _blocks.LengthOf(_root.From, _root.To) / 3);
        var end = 0;
        var around = _tree.Nodes[_blocks[heading].Node].Parent;
        for (var step = 0; step < MaxSteps && around > _root.From; step++, around = _tree.Nodes[around].Parent)
        {
            if (_blocks.LengthOf(around, _tree.Nodes[around].End) > longest)
                break;
            end = _tree.Nodes[around].End;
        }

        return end;
    }

    private bool IsStory(int index)
    {
        var block = _blocks[index];
        var text = _blocks.Text(index);
        return block.IsProse && (!block.IsMostlyLinks || block.IsLinkedSentence) && !block.IsMostlyTime
            && !Labels.Contains(text) && !PagePhrases.IsCredit(text) && text.ContainsAnyExcept(Ornaments);
    }

    private static bool Repeats(ReadOnlySpan<char> text, string? title, string? byline)
    {
        if (title is not null && text.Length < 2 * title.Length && FoldedTitle.AreSame(text.ToString(), title))
            return true;
        return byline is not null && text.Length < byline.Length + 20 && text.Contains(byline, StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>Before the first sentence come dates, names and addresses.</summary>
    private void TrimStart()
    {
        var kept = 0;
        while (kept < _story.Count - 1 && IsDateline(_story[kept]))
            kept++;
        _story.RemoveRange(0, kept);
    }

    private bool IsDateline(int index)
    {
        const int MaxDateline = 100;
        var block = _blocks[index];
        if (block.Length > MaxDateline || block.EndsSentence || block.IsItem || block.IsHeading)
            return false;
        return HasDate(_blocks.Text(index));
    }

    /// <summary>A year, a time of day, or an address.</summary>
    private static bool HasDate(ReadOnlySpan<char> text)
    {
        if (text.Contains("://", StringComparison.Ordinal))
            return true;
        for (var i = 0; i < text.Length; i++)
        {
            var start = i;
            while (i < text.Length && char.IsAsciiDigit(text[i]))
                i++;
            var number = text[start..i];
            if (number is ['1', '9', _, _] or ['2', '0', _, _])
                return true;
            if (number.Length is 1 or 2 && i + 2 < text.Length && text[i] is ':' && char.IsAsciiDigit(text[i + 1]) && char.IsAsciiDigit(text[i + 2]))
                return true;
        }

        return false;
    }

    /// <summary>Behind the last sentence come tags, rights and pleas.</summary>
    private void TrimEnd()
    {
        const int MaxScrap = 60;
        while (_story.Count > 1)
        {
            var last = _story[^1];
            var block = _blocks[last];
            var isScrap = block.IsHeading
                || (!block.IsItem && !block.EndsSentence && block.Length < MaxScrap)
                || PagePhrases.IsPlea(_blocks.Text(last));
            if (!isScrap)
                return;
            _story.RemoveAt(_story.Count - 1);
        }
    }

    private string Write()
    {
        var length = 0;
        for (var i = 0; i < _story.Count; i++)
            length += Separator(i).Length + _blocks[_story[i]].Length;
        return string.Create(length, this, static (text, body) =>
        {
            for (var i = 0; i < body._story.Count; i++)
            {
                body.Separator(i).CopyTo(text);
                text = text[body.Separator(i).Length..];
                var block = body._blocks.Text(body._story[i]);
                block.CopyTo(text);
                text = text[block.Length..];
            }
        });
    }

    private string Separator(int index)
    {
        if (index == 0)
            return "";
        return _blocks[_story[index]].IsItem && _blocks[_story[index - 1]].IsItem ? "\n" : "\n\n";
    }
}
