namespace News.Articles;

/// <summary>
/// Finds the part of a page that holds its story: what the page itself says first (itemprop="articleBody", main, article,
/// the names that publishing software gives to a story's body), else where the text is dense.
/// </summary>
internal sealed class PageRoot
{
    private readonly PageTree _tree;
    private readonly PageBlocks _blocks;
    private readonly List<int> _candidates = [];

    private PageRoot(PageTree tree, PageBlocks blocks)
    {
        _tree = tree;
        _blocks = blocks;
        var nodes = tree.Nodes;
        for (var i = 0; i < nodes.Length; i++)
        {
            if ((nodes[i].Marks & (PageMark.Body | PageMark.NamedBody | PageMark.Main)) != PageMark.None || nodes[i].Tag == HtmlTag.Article)
                _candidates.Add(i);
        }
    }

    /// <summary>The nodes of the story: from the first to before the second.</summary>
    public static (int From, int To) Find(PageTree tree, PageBlocks blocks)
    {
        var root = new PageRoot(tree, blocks);
        var whole = (From: 0, To: tree.Nodes.Length);
        var body = root.Heaviest(PageMark.Body, whole);
        if (body >= 0 && (root.Weight(body) * 4 >= blocks.Weight || root.Weight(body) >= 1000))
            return root.WithSiblings(body, PageMark.Body);
        var scope = root.Scope(whole);
        var named = root.Heaviest(PageMark.NamedBody, scope);
        if (named >= 0 && root.Weight(named) * 10 >= blocks.WeightOf(scope.From, scope.To) * 6)
            return root.WithSiblings(named, PageMark.NamedBody);
        return scope == whole ? root.Densest() : scope;
    }

    private int Weight(int node) => _blocks.WeightOf(node, _tree.Nodes[node].End);

    /// <summary>The main or article element that holds at least half of the running text around it, else the whole page.</summary>
    private (int From, int To) Scope((int From, int To) whole)
    {
        var scope = whole;
        var main = Heaviest(PageMark.Main, whole);
        if (main >= 0 && Weight(main) * 2 >= _blocks.Weight)
            scope = RangeOf(main);
        if (ArticleOfHeadline(scope) is >= 0 and var own)
            return RangeOf(own);
        var article = Heaviest(PageMark.None, scope);
        return article >= 0 && Weight(article) * 2 >= _blocks.WeightOf(scope.From, scope.To) ? RangeOf(article) : scope;
    }

    /// <summary>The innermost article element around the page's first headline, where it tells something; -1 where none does.</summary>
    private int ArticleOfHeadline((int From, int To) scope)
    {
        const int MinStory = 250;
        var nodes = _tree.Nodes;
        var headline = scope.From;
        while (headline < scope.To && nodes[headline].Tag != HtmlTag.H1)
            headline++;
        for (var node = headline < scope.To ? nodes[headline].Parent : -1; node > scope.From; node = nodes[node].Parent)
        {
            if (nodes[node].Tag == HtmlTag.Article)
                return Weight(node) >= MinStory ? node : -1;
        }

        return -1;
    }

    private (int From, int To) RangeOf(int node) => (node, _tree.Nodes[node].End);

    /// <summary>The outermost of the heaviest elements with the mark, or of the article elements; -1 where there is none.</summary>
    private int Heaviest(PageMark mark, (int From, int To) scope)
    {
        var best = -1;
        var most = 0;
        foreach (var node in _candidates)
        {
            var isOne = mark == PageMark.None ? _tree.Nodes[node].Tag == HtmlTag.Article : (_tree.Nodes[node].Marks & mark) != PageMark.None;
            if (!isOne || node < scope.From || node >= scope.To)
                continue;
            var weight = Weight(node);
            if (weight > most)
                (best, most) = (node, weight);
        }

        return best;
    }

    /// <summary>A story may be cut into several bodies that stand side by side, or have the same class.</summary>
    private (int From, int To) WithSiblings(int body, PageMark mark)
    {
        var (from, to) = RangeOf(body);
        var names = _tree.Attributes(body)["class"];
        foreach (var node in _candidates)
        {
            if ((_tree.Nodes[node].Marks & mark) == PageMark.None || Weight(node) == 0)
                continue;
            if (_tree.Nodes[node].Parent != _tree.Nodes[body].Parent && (names.IsEmpty || !_tree.Attributes(node)["class"].SequenceEqual(names)))
                continue;
            from = Math.Min(from, node);
            to = Math.Max(to, _tree.Nodes[node].End);
        }

        return (from, to);
    }

    /// <summary>Goes down from the page for as long as one element holds nearly all (85 %) of the running text.</summary>
    private (int From, int To) Densest()
    {
        var nodes = _tree.Nodes;
        var range = (From: 0, To: nodes.Length);
        var position = 0;
        while (position < range.To)
        {
            var weight = nodes[position].IsText || !IsContainer(nodes[position].Tag) ? 0 : Weight(position);
            if (weight > 0 && weight * 20L >= _blocks.Weight * 17L)
                (range, position) = (RangeOf(position), position + 1);
            else
                position = nodes[position].End;
        }

        return range;
    }

    private static bool IsContainer(HtmlTag tag) =>
        tag is HtmlTag.Td || (tag.Is(HtmlTraits.Block | HtmlTraits.Line) && tag is not (HtmlTag.P or HtmlTag.Blockquote or HtmlTag.Pre or HtmlTag.Li));
}
