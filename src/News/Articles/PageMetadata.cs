namespace News.Articles;

/// <summary>What a page says of itself outside of its story: meta, link and title elements, headings, times, JSON-LD.</summary>
internal sealed class PageMetadata
{
    private readonly Dictionary<string, string> _metas = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<string> _linkedData = [];
    private readonly List<string> _authors = [];
    private readonly PageTree _tree;
    private string? _markedTime;
    private string? _firstTime;

    private PageMetadata(PageTree tree)
    {
        _tree = tree;
        for (var i = 0; i < tree.Nodes.Length; i++)
        {
            if (!tree.Nodes[i].IsText)
                Look(i);
        }

        LinkedData = PageLinkedData.From(_linkedData);
    }

    public PageLinkedData? LinkedData { get; }

    /// <summary>The title element, with whatever the site adds to it.</summary>
    public string? DocumentTitle { get; private set; }

    /// <summary>The first heading of the first rank that says anything.</summary>
    public string? Heading { get; private set; }

    public string? CanonicalLink { get; private set; }

    public string? Base { get; private set; }

    public string? Language { get; private set; }

    /// <summary>A byline that stands in the page for readers, as written: "By Jane Doe".</summary>
    public string? Byline { get; private set; }

    /// <summary>The names that the page marks as its authors'.</summary>
    public IReadOnlyList<string> Authors => _authors;

    /// <summary>The time element that is marked as the publication, else the first.</summary>
    public string? Time => _markedTime ?? _firstTime;

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

    private void Look(int node)
    {
        var attributes = _tree.Attributes(node);
        switch (_tree.Nodes[node].Tag)
        {
            case HtmlTag.Html:
                Language ??= Value(attributes["lang"]) ?? Value(attributes["xml:lang"]);
                return;
            case HtmlTag.Base:
                Base ??= Value(attributes["href"]);
                return;
            case HtmlTag.Meta:
                AddMeta(attributes);
                return;
            case HtmlTag.Link when attributes["rel"].Equals("canonical", StringComparison.OrdinalIgnoreCase):
                CanonicalLink ??= Value(attributes["href"]);
                return;
            case HtmlTag.Title:
                DocumentTitle ??= TitleText(node);
                return;
            case HtmlTag.Script when attributes["type"].Contains("ld+json", StringComparison.OrdinalIgnoreCase):
                if (_tree.Nodes[node].End > node + 1)
                    _linkedData.Add(_tree.Source(node + 1).ToString());
                return;
            case HtmlTag.H1:
                Heading ??= NonEmpty(_tree.Line(node));
                return;
            case HtmlTag.Time:
                LookAtTime(attributes);
                break;
        }

        if (!attributes.IsEmpty)
            LookForAuthor(node, attributes);
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

    private void LookAtTime(HtmlAttributes attributes)
    {
        if (Value(attributes["datetime"]) is not { } time)
            return;
        _firstTime ??= time;
        if (attributes.Has("pubdate") || attributes["itemprop"].Equals("datePublished", StringComparison.OrdinalIgnoreCase))
            _markedTime ??= time;
    }

    private void LookForAuthor(int node, HtmlAttributes attributes)
    {
        const int MaxNames = 10;
        var isMarked = attributes["rel"].Equals("author", StringComparison.OrdinalIgnoreCase)
            || attributes["itemprop"].Equals("author", StringComparison.OrdinalIgnoreCase);
        if (isMarked && _authors.Count < MaxNames)
        {
            if (ShortLine(node) is { } name && !_authors.Contains(name))
                _authors.Add(name);
        }
        else if (Byline is null && IsByline(attributes["class"]))
        {
            Byline = ShortLine(node);
        }
    }

    private static bool IsByline(ReadOnlySpan<char> names)
    {
        var found = names.IndexOf("byline", StringComparison.OrdinalIgnoreCase);
        return found >= 0 && (found == 0 || !char.IsAsciiLetterLower(names[found - 1]));
    }

    /// <summary>An element's text where it is as short as a name or two; the look costs no more than that.</summary>
    private string? ShortLine(int node)
    {
        const int MaxNodes = 60;
        const int MaxLength = 200;
        if (_tree.Nodes[node].End - node > MaxNodes)
            return null;
        var line = _tree.Line(node);
        return line.Length is > 1 and <= MaxLength ? line : null;
    }

    private string? TitleText(int node) =>
        _tree.Nodes[node].End > node + 1 ? Value(_tree.Source(node + 1)) : null;

    private static string? Value(ReadOnlySpan<char> source) => source.IsEmpty ? null : NonEmpty(HtmlEntities.Decode(source));

    private static string? NonEmpty(string text) => text.Length > 0 ? text : null;
}
