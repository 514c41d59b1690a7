using System.Runtime.InteropServices;

namespace News.Articles;

/// <summary>A piece of a page's text that stands by itself: a paragraph, a heading, a list item, a cell's line.</summary>
/// <param name="Node">The first node of its text in the tree.</param>
/// <param name="Tag">The nearest block element around it.</param>
/// <param name="LinkLength">How many code units of it are links.</param>
/// <param name="TimeLength">How many stand in a time element.</param>
internal sealed record PageBlock(int Node, HtmlTag Tag, string Text, int LinkLength, int TimeLength)
{
    // Shorter blocks are labels and buttons as often as sentences.
    private const int MinProse = 40;

    public bool IsMostlyLinks => LinkLength * 2 > Text.Length;

    public bool IsMostlyTime => TimeLength * 2 > Text.Length;

    /// <summary>How much this says that a story is told here: the length of a running text, 0 for anything else.</summary>
    public int Weight => Text.Length >= MinProse && LinkLength * 3 < Text.Length && !Tag.IsHeading() ? Text.Length : 0;

    public bool IsProse => Tag is HtmlTag.P or HtmlTag.Blockquote or HtmlTag.Pre or HtmlTag.Li or HtmlTag.Dd or HtmlTag.Dt
        || Text.Length >= MinProse || Text[^1] is '.' or '!' or '?' or '”' or '"' or '»' or '。' or '؟';

    /// <summary>All blocks of the page but for what is certainly none of the story, in the order of the document.</summary>
    public static List<PageBlock> In(PageTree tree)
    {
        var walk = new Walk(tree);
        try
        {
            walk.Run();
            return walk.Blocks;
        }
        finally
        {
            walk.Dispose();
        }
    }

    private ref struct Walk(PageTree tree)
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

        public List<PageBlock> Blocks { get; } = [];

        public void Run()
        {
            for (var i = 0; i < _nodes.Length; i++)
            {
                CloseEnded(i);
                if (_nodes[i].IsText)
                    Append(i);
                else if (PageCruft.Of(_nodes[i].Tag, tree.Attributes(i)) == Cruft.Certain)
                    i = PassOver(i);
                else
                    Open(i);
            }

            CloseEnded(_nodes.Length);
            Flush();
        }

        public void Dispose() => _text.Dispose();

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
                Blocks.Add(new PageBlock(_first, _blocks.Peek(), _text.ToString(), _linkLength, _timeLength));
            _text.Clear();
            _first = -1;
            _linkLength = 0;
            _timeLength = 0;
        }
    }
}
