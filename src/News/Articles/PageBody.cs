using System.Buffers;
using System.Collections.Frozen;
using System.Text;

namespace News.Articles;

/// <summary>The story on a page: its blocks within <see cref="PageRoot"/>, without what stands around and between them.</summary>
internal sealed class PageBody
{
    // A page that shows less keeps its story where a script or a reader's click shows it.
    private const int Thin = 250;

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Labels = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "advertisement", "advertisements", "ad", "share", "share this", "read more", "related", "sponsored", "comments",
        "print", "email", "copy link", "listen", "save", "follow").GetAlternateLookup<ReadOnlySpan<char>>();

    // "* * *" is a pause.
    private static readonly SearchValues<char> Ornaments = SearchValues.Create(" \n*-–—_=•·.|");

    private readonly PageTree _tree;
    private readonly PageBlocks _blocks;
    private readonly (int From, int To) _root;

    private PageBody(PageTree tree, PageBlocks blocks)
    {
        _tree = tree;
        _blocks = blocks;
        DropCruft();
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
        return new PageBody(tree, blocks).Write(title, byline);
    }

    private void DropCruft()
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
            if (!IsCruft(i, landmarks))
                continue;
            dropped.Add((i, nodes[i].End));
            i = nodes[i].End - 1;
        }

        _blocks.Drop(dropped);
    }

    private bool IsCruft(int node, List<int> landmarks)
    {
        ref readonly var element = ref _tree.Nodes[node];
        if ((element.Marks & (PageMark.Likely | PageMark.Nearly)) == PageMark.None)
            return false;
        if (element.Tag != HtmlTag.Header)
        {
            var next = landmarks.BinarySearch(node);
            next = next < 0 ? ~next : next + 1;
            if (next < landmarks.Count && landmarks[next] < element.End)
                return false;
        }

        return (element.Marks & PageMark.Nearly) != PageMark.None || _blocks.WeightOf(node, element.End) * 5L <= _blocks.Weight * 2L;
    }

    private string Write(string? title, string? byline)
    {
        var text = new StringBuilder();
        var headings = new List<int>();
        var afterItem = false;
        var end = _blocks.IndexOf(_root.To);
        for (var i = _blocks.IndexOf(_root.From); i < end; i++)
        {
            var block = _blocks[i];
            if (block.Tag == HtmlTag.H1)
                continue;
            if (block.Tag.IsHeading())
            {
                headings.Add(i);
                continue;
            }

            if (!IsStory(i) || (text.Length == 0 && Repeats(_blocks.Text(i), title, byline)))
            {
                headings.Clear(); // "Related stories" goes with its links
                continue;
            }

            foreach (var heading in headings)
                Append(text, "\n\n", heading);
            Append(text, block.IsItem && afterItem && headings.Count == 0 ? "\n" : "\n\n", i);
            headings.Clear();
            afterItem = block.IsItem;
        }

        return text.ToString();
    }

    private bool IsStory(int index)
    {
        var block = _blocks[index];
        var text = _blocks.Text(index);
        return block.IsProse && !block.IsMostlyLinks && !block.IsMostlyTime && !Labels.Contains(text) && text.ContainsAnyExcept(Ornaments);
    }

    private static bool Repeats(ReadOnlySpan<char> text, string? title, string? byline)
    {
        if (title is not null && text.Length < 2 * title.Length && FoldedTitle.AreSame(text.ToString(), title))
            return true;
        return byline is not null && text.Length < byline.Length + 20 && text.Contains(byline, StringComparison.OrdinalIgnoreCase);
    }

    private void Append(StringBuilder text, string separator, int index)
    {
        if (text.Length > 0)
            text.Append(separator);
        text.Append(_blocks.Text(index));
    }
}
