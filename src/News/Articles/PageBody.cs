using System.Buffers;
using System.Collections.Frozen;
using System.Text;

namespace News.Articles;

/// <summary>
/// Finds a page's story: the part of the page with most running text, by what the page says of itself first
/// (itemprop="articleBody", article, main) and by where the text is dense else, without what stands around a story.
/// </summary>
internal sealed class PageBody
{
    private static readonly FrozenSet<string> Labels = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "advertisement", "advertisements", "ad", "share", "share this", "read more", "related", "sponsored", "comments",
        "print", "email", "copy link", "listen", "save", "follow");

    // "* * *" is a pause.
    private static readonly SearchValues<char> Ornaments = SearchValues.Create(" \n*-–—_=•·.|");

    private readonly PageTree _tree;
    private readonly List<PageBlock> _blocks;

    // _weights[i] is the weight of all blocks that begin before node i, so that an element's weight is one subtraction.
    private readonly long[] _weights;

    // What the same adds up to for the marks of a page's main part; an element that holds one is no sidebar.
    private readonly int[] _landmarks;

    private PageBody(PageTree tree)
    {
        _tree = tree;
        _blocks = PageBlock.In(tree);
        _landmarks = Landmarks(tree);
        _weights = Weights();
        DropCruft();
        _weights = Weights();
    }

    /// <summary>The story's text; empty where the page has none.</summary>
    /// <param name="title">Not repeated as the text's first paragraph.</param>
    /// <param name="byline">As the title.</param>
    public static string Of(PageTree tree, string? title, string? byline)
    {
        var body = new PageBody(tree);
        var root = body.Root();
        var (from, to) = root < 0 ? (0, tree.Nodes.Length) : (root, tree.Nodes[root].End);
        return body.Write(from, to, title, byline);
    }

    private static int[] Landmarks(PageTree tree)
    {
        var nodes = tree.Nodes;
        var counts = new int[nodes.Length + 1];
        for (var i = 0; i < nodes.Length; i++)
        {
            var isMark = !nodes[i].IsText
                && (nodes[i].Tag is HtmlTag.H1 or HtmlTag.Main || PageCruft.IsArticleBody(tree.Attributes(i)));
            counts[i + 1] = counts[i] + (isMark ? 1 : 0);
        }

        return counts;
    }

    private long[] Weights()
    {
        var weights = new long[_tree.Nodes.Length + 1];
        foreach (var block in _blocks)
            weights[block.Node + 1] += block.Weight;
        for (var i = 1; i < weights.Length; i++)
            weights[i] += weights[i - 1];
        return weights;
    }

    private long Weight(int node) => _weights[_tree.Nodes[node].End] - _weights[node];

    private void DropCruft()
    {
        var nodes = _tree.Nodes;
        var kept = new List<PageBlock>(_blocks.Count);
        var block = 0;
        for (var i = 0; i < nodes.Length && block < _blocks.Count; i++)
        {
            if (!nodes[i].IsText && IsCruft(i))
            {
                while (block < _blocks.Count && _blocks[block].Node < nodes[i].End)
                    block++;
                i = nodes[i].End - 1;
            }
            else if (_blocks[block].Node == i)
            {
                kept.Add(_blocks[block++]);
            }
        }

        _blocks.Clear();
        _blocks.AddRange(kept);
    }

    private bool IsCruft(int node)
    {
        var cruft = PageCruft.Of(_tree.Nodes[node].Tag, _tree.Attributes(node));
        if (cruft is Cruft.No or Cruft.Certain)
            return cruft == Cruft.Certain;
        var isTitle = _tree.Nodes[node].Tag == HtmlTag.Header;
        if (!isTitle && _landmarks[_tree.Nodes[node].End] > _landmarks[node])
            return false;
        return cruft == Cruft.Nearly || Weight(node) * 5 <= _weights[^1] * 2;
    }

    /// <summary>The element that holds the story, -1 for the whole page.</summary>
    private int Root()
    {
        var all = _weights[^1];
        var body = Heaviest(i => PageCruft.IsArticleBody(_tree.Attributes(i)));
        if (body >= 0 && Weight(body) * 4 >= all)
            return body;
        var main = Heaviest(i => _tree.Nodes[i].Tag == HtmlTag.Main
            || _tree.Attributes(i)["role"].Equals("main", StringComparison.OrdinalIgnoreCase));
        var within = main >= 0 && Weight(main) * 2 >= all ? main : -1;
        var article = Heaviest(i => _tree.Nodes[i].Tag == HtmlTag.Article);
        if (article >= 0 && Weight(article) * 2 >= (within < 0 ? all : Weight(within)))
            return article;
        return within >= 0 ? within : Densest();
    }

    private int Heaviest(Func<int, bool> isCandidate)
    {
        var best = -1;
        for (var i = 0; i < _tree.Nodes.Length; i++)
        {
            if (!_tree.Nodes[i].IsText && isCandidate(i) && Weight(i) > 0 && (best < 0 || Weight(i) > Weight(best)))
                best = i;
        }

        return best;
    }

    /// <summary>Goes down from the page for as long as one element holds nearly all (85 %) of the running text.</summary>
    private int Densest()
    {
        var nodes = _tree.Nodes;
        var root = -1;
        var (position, end) = (0, nodes.Length);
        while (position < end)
        {
            var holdsStory = !nodes[position].IsText && IsContainer(nodes[position].Tag)
                && Weight(position) > 0 && Weight(position) * 20 >= _weights[^1] * 17;
            if (holdsStory)
                (root, position, end) = (position, position + 1, nodes[position].End);
            else
                position = nodes[position].End;
        }

        return root;
    }

    private static bool IsContainer(HtmlTag tag) =>
        tag is HtmlTag.Td || (tag.Is(HtmlTraits.Block | HtmlTraits.Line) && tag is not (HtmlTag.P or HtmlTag.Blockquote or HtmlTag.Pre or HtmlTag.Li));

    private string Write(int from, int to, string? title, string? byline)
    {
        var text = new StringBuilder();
        var headings = new List<string>();
        var afterItem = false;
        foreach (var block in _blocks)
        {
            if (block.Node < from || block.Node >= to || block.Tag == HtmlTag.H1)
                continue;
            if (block.Tag.IsHeading())
            {
                headings.Add(block.Text);
                continue;
            }

            if (!IsStory(block) || (text.Length == 0 && Repeats(block.Text, title, byline)))
            {
                headings.Clear(); // "Related stories" goes with its links
                continue;
            }

            foreach (var heading in headings)
                Append(text, "\n\n", heading);
            var isItem = block.Tag is HtmlTag.Li or HtmlTag.Dd or HtmlTag.Dt;
            Append(text, isItem && afterItem && headings.Count == 0 ? "\n" : "\n\n", block.Text);
            headings.Clear();
            afterItem = isItem;
        }

        return text.ToString();
    }

    private static bool IsStory(PageBlock block) =>
        block.IsProse && !block.IsMostlyLinks && !block.IsMostlyTime && !Labels.Contains(block.Text)
        && block.Text.AsSpan().ContainsAnyExcept(Ornaments);

    private static bool Repeats(string text, string? title, string? byline)
    {
        if (title is not null && text.Length < 2 * title.Length && FoldedTitle.AreSame(text, title))
            return true;
        return byline is not null && text.Length < byline.Length + 20
            && text.Contains(byline, StringComparison.OrdinalIgnoreCase);
    }

    private static void Append(StringBuilder text, string separator, string block)
    {
        if (text.Length > 0)
            text.Append(separator);
        text.Append(block);
    }
}
