namespace News.Articles;

/// <summary>What a page says of itself outside of its story: meta, link and title elements, headings, times, JSON-LD.</summary>
internal sealed class PageMetadata
{
    private const int MaxByline = 200;
    private const int MaxHeading = 1000;
    private const int MaxHeadings = 8;
    private const int MaxNames = 10;
    private const int MaxScripts = 50;

    // A date stands so many nodes before a headline at most, or behind it; elsewhere it is today's, or another story's.
    private const int NearHeadline = 120;

    private readonly Dictionary<string, string> _metas = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<string> _linkedData = [];
    private readonly List<string> _headings = [];
    private readonly List<string> _authors = [];
    private readonly List<int> _times = [];
    private readonly PageTree _tree;
    private string? _markedTime;
    private int _headline = -1;
    private int _authorsPlace = -1;

    private PageMetadata(PageTree tree)
    {
        _tree = tree;
        var nodes = tree.Nodes;
        for (var i = 0; i < nodes.Length; i++)
        {
            if (!nodes[i].IsText && (nodes[i].Marks != PageMark.None || IsOfInterest(nodes[i].Tag)))
                Look(i, nodes[i].Tag, nodes[i].Marks);
        }

        LinkedData = PageLinkedData.From(_linkedData);
    }

    public PageLinkedData? LinkedData { get; }

    /// <summary>The title element, with whatever the site adds to it.</summary>
    public string? DocumentTitle { get; private set; }

    /// <summary>The first headings of the first two ranks that say anything, those of the first rank first.</summary>
    public IReadOnlyList<string> Headings => _headings;

    /// <summary>itemprop="headline".</summary>
    public string? MarkedHeadline { get; private set; }

    public string? CanonicalLink { get; private set; }

    public string? Base { get; private set; }

    public string? Language { get; private set; }

    /// <summary>The names of the first byline that stands near the headline for readers.</summary>
    public string? Byline { get; private set; }

    /// <summary>The names that the page marks as its authors'.</summary>
    public IReadOnlyList<string> Authors => _authors;

    public static PageMetadata Of(PageTree tree) => new(tree);

    /// <summary>The first of these meta elements that says anything.</summary>
    public string? Meta(params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (_metas.TryGetValue(name, out var content))
                return content;
        }

        return null;
    }

    /// <summary>The time that is marked as the publication's, else the first near the headline, as machines or readers are told it.</summary>
    public DateTimeOffset? Time()
    {
        if (PageDate.Parse(_markedTime) is { } marked)
            return marked;
        foreach (var node in _times)
        {
            if (!IsNearHeadline(node))
                continue;
            var time = PageDate.Parse(Value(_tree.Attributes(node)["datetime"])) ?? PageDateText.Find(ShortLine(node, MaxByline));
            if (time is not null)
                return time;
        }

        return DayByHeadline();
    }

    /// <summary>The day on a short line close by the headline, which no element marks: "Bern, 28.01.2025".</summary>
    private DateTimeOffset? DayByHeadline()
    {
        const int Close = 40;
        const int MaxLine = 50;
        var nodes = _tree.Nodes;
        for (var i = Math.Max(0, _headline - Close / 2); _headline >= 0 && i < Math.Min(nodes.Length, _headline + Close); i++)
        {
            // A sentence tells of other days.
            if (nodes[i].IsText && nodes[i].Length is >= 8 and <= MaxLine && !_tree.Source(i).TrimEnd().EndsWith('.')
                && PageDateText.Find(Value(_tree.Source(i))) is { } day)
                return day;
        }

        return null;
    }

    private bool IsNearHeadline(int node) => _headline < 0 || (node >= _headline - NearHeadline && node <= _headline + 2 * NearHeadline);

    private static bool IsOfInterest(HtmlTag tag) => tag is HtmlTag.Html or HtmlTag.Base or HtmlTag.Meta or HtmlTag.Link or HtmlTag.Title
        or HtmlTag.Script or HtmlTag.H1 or HtmlTag.H2;

    private void Look(int node, HtmlTag tag, PageMark marks)
    {
        switch (tag)
        {
            case HtmlTag.Html:
                Language ??= Value(_tree.Attributes(node)["lang"]) ?? Value(_tree.Attributes(node)["xml:lang"]);
                return;
            case HtmlTag.Base:
                Base ??= Value(_tree.Attributes(node)["href"]);
                return;
            case HtmlTag.Meta:
                AddMeta(_tree.Attributes(node));
                return;
            case HtmlTag.Link:
                if (_tree.Attributes(node)["rel"].Equals("canonical", StringComparison.OrdinalIgnoreCase))
                    CanonicalLink ??= Value(_tree.Attributes(node)["href"]);
                return;
            case HtmlTag.Title:
                DocumentTitle ??= TitleText(node);
                return;
            case HtmlTag.Script:
                LookAtScript(node);
                return;
            case HtmlTag.H1 or HtmlTag.H2:
                LookAtHeading(node, tag, marks);
                return;
        }

        if ((marks & PageMark.Headline) != PageMark.None)
            MarkedHeadline ??= ShortLine(node, MaxHeading);
        if ((marks & PageMark.Time) != PageMark.None)
            LookAtTime(node, marks);
        if ((marks & (PageMark.Author | PageMark.Byline)) != PageMark.None)
            LookForAuthor(node, marks);
    }

    private void AddMeta(HtmlAttributes attributes)
    {
        if (Value(attributes["content"]) is not { } content)
            return;
        foreach (var attribute in (ReadOnlySpan<string>)["property", "name", "itemprop", "http-equiv"])
        {
            if (Value(attributes[attribute]) is { } name)
                _metas.TryAdd(name, content);
        }
    }

    private void LookAtScript(int node)
    {
        if (_tree.Attributes(node)["type"].Contains("ld+json", StringComparison.OrdinalIgnoreCase)
            && _tree.Nodes[node].End > node + 1 && _linkedData.Count < MaxScripts)
            _linkedData.Add(_tree.Source(node + 1).ToString());
    }

    private void LookAtHeading(int node, HtmlTag tag, PageMark marks)
    {
        var isFirstRank = tag == HtmlTag.H1;
        if (_headings.Count >= MaxHeadings && !(isFirstRank && _headline < 0))
            return;
        if (ShortLine(node, MaxHeading) is not { } heading)
            return;
        if ((marks & PageMark.Headline) != PageMark.None)
            MarkedHeadline ??= heading;
        if (!isFirstRank)
        {
            _headings.Add(heading);
            return;
        }

        _headings.Insert(_headline < 0 ? 0 : Math.Min(_headings.Count, 1), heading);
        if (_headline < 0)
            _headline = node;
    }

    private void LookAtTime(int node, PageMark marks)
    {
        const int MaxTimes = 50;
        if (_times.Count < MaxTimes)
            _times.Add(node);
        if ((marks & PageMark.Published) == PageMark.None)
            return;
        var attributes = _tree.Attributes(node);
        _markedTime ??= Value(attributes["datetime"]) ?? Value(attributes["content"]);
    }

    private void LookForAuthor(int node, PageMark marks)
    {
        if ((marks & PageMark.Author) == PageMark.None)
        {
            if (IsNearHeadline(node))
                Byline ??= PageByline.Names(ShortLine(node, MaxByline));
            return;
        }

        // Further on, other stories name their authors.
        var place = _tree.Nodes[node].Parent;
        if (_authors.Count > 0 && place != _authorsPlace && (place < 0 || _tree.Nodes[place].Parent != _authorsPlace))
            return;
        if (_authors.Count < MaxNames && PageByline.Names(ShortLine(node, MaxByline)) is { } name && !_authors.Contains(name))
        {
            _authorsPlace = _authors.Count == 0 && place >= 0 && _tree.Nodes[place].Tag is HtmlTag.Span or HtmlTag.Li ? _tree.Nodes[place].Parent : place;
            _authors.Add(name);
        }
    }

    /// <summary>An element's text where it is as short as a name or a title; the look costs no more than that.</summary>
    private string? ShortLine(int node, int maxLength)
    {
        const int MaxNodes = 60;
        const int MaxSource = 8000;
        var nodes = _tree.Nodes;
        var end = nodes[node].End;
        if (end == node + 1 || end - node > MaxNodes || nodes[end - 1].Start + nodes[end - 1].Length - nodes[node].Start > MaxSource)
            return null;
        var line = _tree.Line(node);
        return line.Length > 1 && line.Length <= maxLength ? line : null;
    }

    private string? TitleText(int node) =>
        _tree.Nodes[node].End > node + 1 ? Value(_tree.Source(node + 1)) : null;

    private static string? Value(ReadOnlySpan<char> source) => source.IsEmpty ? null : NonEmpty(HtmlEntities.Decode(source));

    private static string? NonEmpty(string text) => text.Length > 0 ? text : null;
}
