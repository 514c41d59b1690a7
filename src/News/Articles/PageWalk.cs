namespace News.Articles;

/// <summary>Cuts a page into its blocks, without what is certainly none of the story.</summary>
/// <param name="shown">Leaves out also what is hidden or certain by its tag or role.</param>
internal ref struct PageWalk(PageTree tree, PageBlocks blocks, bool shown)
{
    private readonly ReadOnlySpan<PageTree.Node> _nodes = tree.Nodes;
    private readonly Stack<int> _open = new();
    private readonly Stack<HtmlTag> _blocks = new([HtmlTag.Body]);
    private TextFolder _text = new(1024);
    private int _first = -1;
    private int _links;
    private int _times;
    private int _preformatted;
    private int _linkLength;
    private int _timeLength;

    public void Run()
    {
        for (var i = 0; i < _nodes.Length; i++)
        {
            CloseEnded(i);
            if (_nodes[i].IsText)
                Append(i);
            else if (IsUnread(i))
                i = PassOver(i);
            else
                Open(i);
        }

        CloseEnded(_nodes.Length);
        Flush();
    }

    public void Dispose() => _text.Dispose();

    private readonly bool IsUnread(int node)
    {
        var (tag, marks) = (_nodes[node].Tag, _nodes[node].Marks);
        return shown
            ? (marks & (PageMark.Certain | PageMark.Hidden)) != PageMark.None
            : tag.Is(HtmlTraits.Unseen) || tag == HtmlTag.Nav;
    }

    private int PassOver(int node)
    {
        _text.Break(TextBreak.Space);
        return _nodes[node].End - 1;
    }

    private void Append(int node)
    {
        var before = _text.Length;
        _text.AppendHtml(tree.Source(node));
        var length = _text.Length - before;
        if (length > 0 && _first < 0)
            _first = node;
        if (_links > 0)
            _linkLength += length;
        if (_times > 0)
            _timeLength += length;
    }

    private void Open(int node)
    {
        var tag = _nodes[node].Tag;
        if (StandsAlone(tag))
        {
            Flush();
            _blocks.Push(tag);
            _open.Push(node);
        }

        switch (tag)
        {
            case HtmlTag.Br:
                _text.LineBreak();
                break;
            case HtmlTag.Hr:
                Flush();
                break;
            case HtmlTag.Td or HtmlTag.Th:
                _text.Break(TextBreak.Space);
                break;
            case HtmlTag.A or HtmlTag.Time or HtmlTag.Q:
                Count(tag, 1);
                _open.Push(node);
                break;
            case HtmlTag.Pre:
                Count(tag, 1);
                break;
        }
    }

    private void CloseEnded(int position)
    {
        while (_open.TryPeek(out var node) && _nodes[node].End <= position)
        {
            _open.Pop();
            var tag = _nodes[node].Tag;
            if (StandsAlone(tag))
            {
                Flush();
                _blocks.Pop();
            }

            Count(tag, -1);
        }
    }

    private static bool StandsAlone(HtmlTag tag) => tag.Is(HtmlTraits.Block | HtmlTraits.Line) && !tag.Is(HtmlTraits.Void);

    private void Count(HtmlTag tag, int change)
    {
        switch (tag)
        {
            case HtmlTag.A:
                _links += change;
                break;
            case HtmlTag.Time:
                _times += change;
                break;
            case HtmlTag.Q:
                _text.Append(change > 0 ? "“" : "”");
                break;
            case HtmlTag.Pre:
                _preformatted += change;
                _text.Preformatted = _preformatted > 0;
                break;
        }
    }

    private void Flush()
    {
        if (_first >= 0 && _text.Length > 0)
            blocks.Add(_first, _blocks.Peek(), _text.Written, _linkLength, _timeLength);
        _text.Clear();
        _first = -1;
        _linkLength = 0;
        _timeLength = 0;
    }
}
