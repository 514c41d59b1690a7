using System.Buffers;
using System.Runtime.InteropServices;

namespace News.Articles;

/// <summary>
/// A page's elements and texts in the order of the document, each with the place where its content ends; so that
/// passing over an element is one step, and no walk needs recursion however deep the page nests.
/// </summary>
internal sealed class PageTree : IDisposable
{
    // How far up a missing end tag is looked for: "<p>one<p>two", "<li>one<li>two". Bounds the work on nested junk.
    private const int MaxImplied = 16;

    // Tags and texts stand at least so far apart on most pages: a first guess at how many there are.
    private const int SourcePerNode = 24;

    private Node[] _nodes;
    private int _count;
    private readonly List<int> _open = [];
    private readonly int[] _openByTag = new int[Enum.GetValues<HtmlTag>().Length];

    private PageTree(string html)
    {
        Html = html;
        _nodes = ArrayPool<Node>.Shared.Rent(html.Length / SourcePerNode + 64);
    }

    public string Html { get; }

    public ReadOnlySpan<Node> Nodes => _nodes.AsSpan(0, _count);

    public static PageTree Parse(string html)
    {
        var tree = new PageTree(html);
        var scanner = new HtmlScanner(html);
        while (true)
        {
            switch (scanner.Next())
            {
                case HtmlToken.Text:
                    tree.Add(HtmlTag.Other, isText: true, scanner.Span);
                    break;
                case HtmlToken.Start:
                    tree.Start(scanner.Tag, scanner.Span, scanner.IsSelfClosed);
                    break;
                case HtmlToken.End:
                    tree.End(scanner.Tag);
                    break;
                default:
                    tree.CloseDownTo(0);
                    return tree;
            }
        }
    }

    public void Dispose()
    {
        ArrayPool<Node>.Shared.Return(_nodes);
        _nodes = [];
        _count = 0;
    }

    public HtmlAttributes Attributes(int node) => new(Source(node));

    /// <summary>A text node's source, or the attributes of an element's.</summary>
    public ReadOnlySpan<char> Source(int node) => Html.AsSpan(_nodes[node].Start, _nodes[node].Length);

    /// <summary>An element's text on one line, without unseen elements.</summary>
    public string Line(int node)
    {
        var folder = new TextFolder(64);
        try
        {
            for (var i = node + 1; i < _nodes[node].End; i++)
            {
                if (_nodes[i].IsText)
                    folder.AppendHtml(Source(i));
                else if (_nodes[i].Tag.Is(HtmlTraits.Unseen))
                    i = _nodes[i].End - 1;
                else
                    folder.Break(_nodes[i].Tag.Is(HtmlTraits.Block | HtmlTraits.Line) || _nodes[i].Tag == HtmlTag.Br ? TextBreak.Space : TextBreak.None);
            }

            return folder.ToString().ReplaceLineEndings(" ");
        }
        finally
        {
            folder.Dispose();
        }
    }

    private void Start(HtmlTag tag, Range attributes, bool selfClosed)
    {
        CloseImplied(tag);
        var node = Add(tag, isText: false, attributes);
        if (tag.Is(HtmlTraits.Void) || selfClosed)
            return;
        _open.Add(node);
        _openByTag[(int)tag]++;
    }

    private void End(HtmlTag tag)
    {
        if (_openByTag[(int)tag] == 0)
            return;
        var inline = !tag.Is(HtmlTraits.Block | HtmlTraits.Line | HtmlTraits.Unseen) && tag is not (HtmlTag.Td or HtmlTag.Th);
        for (var i = _open.Count - 1; i >= 0; i--)
        {
            var open = _nodes[_open[i]].Tag;
            if (open == tag)
            {
                CloseDownTo(i);
                return;
            }

            // "<b><div>…</b>" does not end the div.
            if (inline && (open.Is(HtmlTraits.Block) || _open.Count - i > MaxImplied))
                return;
        }
    }

    /// <summary>Ends what the new element ends without saying so.</summary>
    private void CloseImplied(HtmlTag tag)
    {
        if (tag.Is(HtmlTraits.Block))
        {
            CloseNearest(HtmlTag.P, HtmlTag.P, isBarrier: HtmlTraits.Block | HtmlTraits.Line);
            CloseNearest(HtmlTag.Head, HtmlTag.Head, isBarrier: HtmlTraits.Block);
        }

        switch (tag)
        {
            case HtmlTag.Li or HtmlTag.Option or HtmlTag.Tr:
                CloseNearest(tag, tag, isBarrier: HtmlTraits.Block);
                break;
            case HtmlTag.Dd or HtmlTag.Dt:
                CloseNearest(HtmlTag.Dd, HtmlTag.Dt, isBarrier: HtmlTraits.Block);
                break;
            case HtmlTag.Td or HtmlTag.Th:
                CloseNearest(HtmlTag.Td, HtmlTag.Th, isBarrier: HtmlTraits.Block | HtmlTraits.Line);
                break;
        }
    }

    private void CloseNearest(HtmlTag tag, HtmlTag orTag, HtmlTraits isBarrier)
    {
        if (_openByTag[(int)tag] + _openByTag[(int)orTag] == 0)
            return;
        for (var i = _open.Count - 1; i >= Math.Max(0, _open.Count - MaxImplied); i--)
        {
            var open = _nodes[_open[i]].Tag;
            if (open == tag || open == orTag)
            {
                CloseDownTo(i);
                return;
            }

            // A paragraph may be left open within an item ("<li><p>one<li>"); other blocks keep what is around them.
            if (open.Is(isBarrier) && open != HtmlTag.P)
                return;
        }
    }

    private int Add(HtmlTag tag, bool isText, Range source)
    {
        var start = source.Start.Value;
        if (_count == _nodes.Length)
            Grow();
        _nodes[_count] = new Node(tag, isText, start, source.End.Value - start)
        {
            Marks = isText ? PageMark.None : PageMarks.Of(tag, new HtmlAttributes(Html.AsSpan(source))),
            End = _count + 1,
            Parent = _open.Count > 0 ? _open[^1] : -1,
        };
        return _count++;
    }

    private void Grow()
    {
        var larger = ArrayPool<Node>.Shared.Rent(_nodes.Length * 2);
        _nodes.AsSpan(0, _count).CopyTo(larger);
        ArrayPool<Node>.Shared.Return(_nodes);
        _nodes = larger;
    }

    private void CloseDownTo(int depth)
    {
        for (var i = _open.Count - 1; i >= depth; i--)
        {
            ref var node = ref _nodes[_open[i]];
            node.End = _count;
            _openByTag[(int)node.Tag]--;
        }

        _open.RemoveRange(depth, _open.Count - depth);
    }

    /// <summary>An element or a piece of text; its content is the nodes after it, up to <see cref="End"/>.</summary>
    [StructLayout(LayoutKind.Auto)]
    internal struct Node(HtmlTag tag, bool isText, int start, int length)
    {
        public readonly HtmlTag Tag => tag;

        public readonly bool IsText => isText;

        /// <summary>Where the text or the attributes stand in the source.</summary>
        public readonly int Start => start;

        public readonly int Length => length;

        public PageMark Marks { get; init; }

        /// <summary>Exclusive.</summary>
        public int End { get; set; }

        /// <summary>-1 for what stands outside of everything.</summary>
        public int Parent { get; init; }
    }
}
