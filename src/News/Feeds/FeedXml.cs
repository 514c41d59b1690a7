using System.Text;

namespace News.Feeds;

/// <summary>What stands inside an element.</summary>
/// <param name="Text">The decoded text; with <paramref name="IsMarkup"/>, the markup between the element's tags.</param>
/// <param name="IsMarkup">Whether elements stand inside.</param>
/// <param name="IsWhole">False where the document broke off before the element's end.</param>
internal readonly record struct ElementBody(string Text, bool IsMarkup, bool IsWhole);

/// <summary>
/// The elements of a feed, one after the other: the one type that the dialects sit on. It knows nesting, namespaces and
/// xml:base, closes what was left open, and goes on at the next item when an item is broken.
/// </summary>
internal sealed class FeedXml
{
    // Feeds nest a dozen deep; what nests deeper is read as if it were flat.
    private const int MaximumDepth = 256;
    private const int MaximumBindings = 256;

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Names = new HashSet<string>(
        [
            "rss", "rdf", "channel", "feed", "item", "items", "entry", "title", "link", "description", "language", "image",
            "url", "href", "generator", "lastbuilddate", "pubdate", "guid", "id", "author", "creator", "category", "subject",
            "comments", "enclosure", "source", "encoded", "content", "summary", "subtitle", "tagline", "info", "updated",
            "modified", "published", "issued", "created", "date", "name", "email", "uri", "icon", "logo", "group",
            "thumbnail", "body", "div", "textinput", "managingeditor", "webmaster", "copyright", "rights", "ttl", "docs",
            "publisher", "full-text", "fulltext", "available", "contributor", "credit", "keywords", "player", "opml", "html",
            "urlset", "sitemapindex", "envelope",
        ],
        StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly HashSet<string> Leaves = new(StringComparer.Ordinal)
    {
        "title", "link", "description", "guid", "pubdate", "comments", "id", "updated", "published", "modified", "issued",
        "created", "language", "generator", "ttl", "copyright", "rights", "lastbuilddate", "managingeditor", "webmaster",
        "docs", "category", "author", "enclosure", "encoded", "creator", "date",
    };

    private readonly string source;
    private readonly MarkupScanner scanner;
    private readonly FeedWarnings warnings;
    private readonly DocumentEntities entities;
    private readonly Uri? documentBase;
    private readonly List<Frame> stack = [];
    private readonly List<Binding> bindings = [];

    private int deeper;
    private int strays;
    private bool popNext;
    private bool deliverAgain;

    public FeedXml(string source, int start, Uri? documentBase, FeedWarnings warnings)
    {
        this.source = source;
        this.documentBase = documentBase;
        this.warnings = warnings;
        scanner = new MarkupScanner(source, start);
        entities = new DocumentEntities(warnings);
    }

    private enum Step
    {
        End,
        Open,
        Close,
        Text,
        CData,
    }

    /// <summary>How many elements are open, the current one included.</summary>
    public int Depth => stack.Count;

    /// <summary>The current element's name without prefix, in lower case; "" where it means nothing to any dialect.</summary>
    public string Name { get; private set; } = "";

    public FeedNamespace Namespace { get; private set; }

    public bool HasPrefix { get; private set; }

    /// <summary>The current element's name as written.</summary>
    public ReadOnlySpan<char> WrittenName => source.AsSpan(nameStart, nameLength);

    /// <summary>What relative addresses in the current element are relative to.</summary>
    public Uri? Base => (stack.Count == 0 ? documentBase : stack[^1].Base) ?? Site;

    /// <summary>The channel's site, where it is known by now: without any other base, what is relative is relative to it.</summary>
    public Uri? Site { get; set; }

    /// <summary>Whether the document broke off with elements open.</summary>
    public bool IsTruncated { get; private set; }

    private int nameStart;
    private int nameLength;
    private int attributesStart;
    private int attributesEnd;

    /// <summary>
    /// Goes to the next child of the element that was current at <paramref name="depth"/>; what the last child has left
    /// unread is passed over. False where that element ends.
    /// </summary>
    public bool NextChild(int depth)
    {
        if (deliverAgain)
        {
            if (Depth <= depth)
                return false;
            deliverAgain = false;
            if (Depth == depth + 1)
                return true;
        }

        if (Depth < depth)
            return false;

        while (true)
        {
            switch (Advance())
            {
                case Step.Open when Depth == depth + 1:
                    return true;
                case Step.Open when Depth <= depth:
                    deliverAgain = true;
                    return false;
                case Step.Close when Depth < depth:
                case Step.End:
                    return false;
            }
        }
    }

    /// <summary>An attribute of the current element, decoded and trimmed; null where it is missing or empty.</summary>
    public string? Attribute(string name)
    {
        var attributes = new AttributeScanner(source.AsSpan(attributesStart, attributesEnd - attributesStart));
        while (attributes.Next())
        {
            if (!attributes.Name.Equals(name, StringComparison.OrdinalIgnoreCase))
                continue;
            var value = CharacterReferences.Decode(attributes.Value.Trim(), entities).Trim();
            return value.Length == 0 ? null : value;
        }

        return null;
    }

    /// <summary>The text of the current element and of all inside it, trimmed; null where it is empty or was cut off.</summary>
    public string? Text()
    {
        var body = Read(textOnly: true);
        var text = body.Text.Trim();
        return text.Length == 0 || !body.IsWhole ? null : text;
    }

    /// <summary>All that stands in the current element.</summary>
    public ElementBody Body(bool isXhtml = false) => Read(textOnly: false, isXhtml);

    private ElementBody Read(bool textOnly, bool isXhtml = false)
    {
        var depth = Depth;
        var bodyStart = scanner.End;
        var hasElements = false;
        string? only = null;
        StringBuilder? more = null;
        var whole = true;
        var isDone = false;
        while (!isDone)
        {
            switch (Advance())
            {
                case Step.Open when Depth <= depth:
                    deliverAgain = true;
                    isDone = true;
                    break;
                case Step.Open:
                    hasElements = true;
                    break;
                case Step.Close when Depth < depth:
                    isDone = true;
                    break;
                case Step.End:
                    whole = false;
                    isDone = true;
                    break;
                case Step.Text when textOnly || !hasElements:
                    Append(CharacterReferences.Decode(scanner.Inner, entities));
                    break;
                case Step.CData when textOnly || !hasElements:
                    Append(scanner.Inner.ToString());
                    break;
            }
        }

        if (hasElements && !textOnly)
            return new ElementBody(Markup(bodyStart, scanner.Start, isXhtml), IsMarkup: true, whole);
        return new ElementBody(more?.ToString() ?? only ?? "", IsMarkup: false, whole);

        void Append(string piece)
        {
            if (only is null)
                only = piece;
            else
                (more ??= new StringBuilder(only)).Append(piece);
        }
    }

    /// <summary>
    /// Markup that was written into the feed without being escaped. Where escaped markup stands beside it (a div around
    /// <c>&amp;lt;p&amp;gt;</c>), that means markup too, except in XHTML, where it means what it says.
    /// </summary>
    private string Markup(int from, int to, bool isXhtml)
    {
        var text = new StringBuilder(to - from);
        var open = new List<(int Start, int Length)>();
        var inner = new MarkupScanner(source, from, to);
        while (inner.Next())
        {
            if (inner.Kind == MarkupKind.StartTag)
            {
                text.Append(inner.Raw);
                if (!inner.IsSelfClosing)
                    open.Add((inner.NameStart, inner.NameLength));
            }
            else if (inner.Kind == MarkupKind.EndTag)
            {
                // An end tag that closes nothing here was meant for the element around: "<title>…</subtitle>".
                var index = LastOpen(inner.Name);
                if (index < 0)
                    continue;
                open.RemoveRange(index, open.Count - index);
                text.Append(inner.Raw);
            }
            else if (inner.Kind == MarkupKind.CData)
            {
                text.Append(inner.Inner);
            }
            else if (inner.Kind == MarkupKind.Text)
            {
                if (!isXhtml && inner.Inner.Contains("&lt;", StringComparison.Ordinal)
                    && CharacterReferences.Decode(inner.Inner, entities) is var decoded && FeedHtml.LooksLikeHtml(decoded))
                {
                    text.Append(decoded);
                }
                else
                {
                    text.Append(inner.Inner);
                }
            }
        }

        return text.ToString();

        int LastOpen(ReadOnlySpan<char> name)
        {
            for (var i = open.Count - 1; i >= Math.Max(0, open.Count - 64); i--)
            {
                if (source.AsSpan(open[i].Start, open[i].Length).Equals(name, StringComparison.OrdinalIgnoreCase))
                    return i;
            }

            return -1;
        }
    }

    /// <summary>
    /// The person that the current element names: its <c>name</c> or <c>email</c> child, or its own text
    /// ("jane@example.org (Jane Doe)").
    /// </summary>
    public string? Person()
    {
        var depth = Depth;
        string? name = null, mail = null;
        var own = new StringBuilder();
        var field = "";
        var isMarkup = false;
        while (true)
        {
            var step = Advance();
            if (step == Step.Open)
            {
                if (Depth <= depth)
                {
                    deliverAgain = true;
                    break;
                }

                field = Name;
                isMarkup = FeedHtml.IsTag(WrittenName); // "<author><p>Ann Example</p></author>"
            }
            else if (step == Step.Close)
            {
                if (Depth < depth)
                    break;
                field = "";
                isMarkup = false;
            }
            else if (step == Step.End)
            {
                return null;
            }
            else
            {
                var piece = step == Step.Text ? CharacterReferences.Decode(scanner.Inner, entities) : scanner.Inner.ToString();
                if (Depth == depth || isMarkup)
                    own.Append(piece);
                else if (field == "name")
                    name = (name + piece).Trim();
                else if (field == "email")
                    mail = (mail + piece).Trim();
            }
        }

        return PersonName.From(name) ?? PersonName.From(own.ToString()) ?? PersonName.From(mail);
    }

    private Step Advance()
    {
        if (popNext)
        {
            popNext = false;
            Pop(stack.Count - 1);
            return Step.Close;
        }

        while (scanner.Next())
        {
            warnings.Add(scanner.Repair);
            switch (scanner.Kind)
            {
                case MarkupKind.StartTag when Open():
                    return Step.Open;
                case MarkupKind.EndTag when Close():
                    return Step.Close;
                case MarkupKind.Text:
                    return Step.Text;
                case MarkupKind.CData:
                    return Step.CData;
                case MarkupKind.Doctype:
                    entities.Declare(scanner.Inner);
                    break;
            }
        }

        IsTruncated |= stack.Count > 0;
        return Step.End;
    }

    private bool Open()
    {
        var name = scanner.Name;
        var colon = name.IndexOf(':');
        var local = Canonical(colon < 0 ? name : name[(colon + 1)..]);
        var prefix = colon < 0 ? default : name[..colon];
        CloseForgotten(local, colon < 0 ? FeedNamespace.None : Resolve(prefix));

        var attributes = scanner.Inner;
        var mark = bindings.Count;
        var declares = !attributes.IsEmpty && attributes.Contains("xml", StringComparison.OrdinalIgnoreCase);
        if (declares)
            Bind(attributes);
        var space = Resolve(prefix);

        if (stack.Count >= MaximumDepth)
        {
            bindings.RemoveRange(mark, bindings.Count - mark);
            warnings.Add("Elements nested more than 256 deep were read as if they were flat.");
            if (!scanner.IsSelfClosing)
                deeper++;
            return false;
        }

        var parentBase = Base;
        stack.Add(new Frame(
            scanner.NameStart, scanner.NameLength, local, mark, declares ? BaseOf(attributes, parentBase) : parentBase));
        Name = local;
        Namespace = space;
        HasPrefix = colon >= 0;
        nameStart = scanner.NameStart;
        nameLength = scanner.NameLength;
        attributesStart = scanner.InnerStart;
        attributesEnd = scanner.InnerEnd;
        popNext = scanner.IsSelfClosing;
        return true;
    }

    private void CloseForgotten(string local, FeedNamespace space)
    {
        if (local is "item" or "entry" && space is not (FeedNamespace.Other or FeedNamespace.Media or FeedNamespace.Xhtml))
            CloseOpenItem(local);
        else if (Leaves.Contains(local) && space is not (FeedNamespace.Other or FeedNamespace.Media or FeedNamespace.Xhtml))
            CloseOpenLeaf();
    }

    /// <summary>An item stands in a channel or feed and nowhere else: whatever is still open there was left open.</summary>
    private void CloseOpenItem(string name)
    {
        for (var i = Math.Min(stack.Count, 32) - 1; i >= 0; i--)
        {
            if (stack[i].Name is not ("channel" or "rss" or "rdf" or "feed"))
                continue;
            if (i + 1 < stack.Count)
            {
                if (stack[i + 1].Name == name)
                    warnings.Add("An item without its end tag was closed where the next begins.");
                Pop(i + 1);
            }

            return;
        }
    }

    /// <summary>
    /// "&lt;title&gt;News&lt;link&gt;": a field does not stand in a field, so the first was left open. Only fields of an
    /// item or channel count: what stands deeper may be somebody's HTML.
    /// </summary>
    private void CloseOpenLeaf()
    {
        if (stack.Count < 2 || stack[^1].Name is "author" || !Leaves.Contains(stack[^1].Name)
            || stack[^2].Name is not ("item" or "entry" or "channel" or "feed"))
        {
            return;
        }

        warnings.Add("An element without its end tag was closed where the next begins.");
        Pop(stack.Count - 1);
    }

    private bool Close()
    {
        var name = scanner.Name;
        if (deeper > 0)
        {
            // Only an element near the root, whose end must not be missed, closes what is too deep to be counted.
            var container = FindOpen(name, Math.Min(stack.Count, 16) - 1);
            if (container < 0)
            {
                deeper--;
                return false;
            }

            Pop(container);
            return true;
        }

        // A document of nothing but stray end tags shall not have the whole stack searched for each of them.
        var index = FindOpen(name, strays < 1000 ? stack.Count - 1 : Math.Min(stack.Count, 16) - 1);
        if (index < 0)
        {
            strays++;
            warnings.Add("An end tag that closes nothing was passed over.");
            return false;
        }

        if (index != stack.Count - 1)
            warnings.Add("Elements without their end tags were closed with the element around them.");
        Pop(index);
        return true;
    }

    private int FindOpen(ReadOnlySpan<char> name, int from)
    {
        for (var i = from; i >= 0; i--)
        {
            var frame = stack[i];
            if (frame.NameLength == name.Length
                && source.AsSpan(frame.NameStart, frame.NameLength).Equals(name, StringComparison.OrdinalIgnoreCase))
            {
                return i;
            }
        }

        return -1;
    }

    private void Pop(int index)
    {
        var mark = stack[index].BindingMark;
        bindings.RemoveRange(mark, bindings.Count - mark);
        stack.RemoveRange(index, stack.Count - index);
        deeper = 0;
    }

    private void Bind(ReadOnlySpan<char> attributes)
    {
        var scan = new AttributeScanner(attributes);
        while (scan.Next())
        {
            if (!scan.Name.StartsWith("xmlns", StringComparison.OrdinalIgnoreCase) || bindings.Count >= MaximumBindings)
                continue;
            if (scan.Name.Length == 5)
                bindings.Add(new Binding("", FeedNamespaces.ByAddress(scan.Value)));
            else if (scan.Name[5] == ':')
                bindings.Add(new Binding(scan.Name[6..].ToString(), FeedNamespaces.ByAddress(scan.Value)));
        }
    }

    private Uri? BaseOf(ReadOnlySpan<char> attributes, Uri? parent)
    {
        var scan = new AttributeScanner(attributes);
        while (scan.Next())
        {
            if (scan.Name.Equals("xml:base", StringComparison.OrdinalIgnoreCase))
                return FeedLink.Resolve(CharacterReferences.Decode(scan.Value, entities), parent) ?? parent;
        }

        return parent;
    }

    private FeedNamespace Resolve(ReadOnlySpan<char> prefix)
    {
        for (var i = bindings.Count - 1; i >= 0; i--)
        {
            if (prefix.SequenceEqual(bindings[i].Prefix))
                return bindings[i].Namespace;
        }

        return FeedNamespaces.ByConvention(prefix);
    }

    private static string Canonical(ReadOnlySpan<char> name) => Names.TryGetValue(name, out var known) ? known : "";

    private readonly record struct Frame(
        int NameStart, int NameLength, string Name, int BindingMark, Uri? Base);

    private readonly record struct Binding(string Prefix, FeedNamespace Namespace);
}
