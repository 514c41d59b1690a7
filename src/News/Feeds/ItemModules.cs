namespace News.Feeds;

/// <summary>
/// What the vocabularies beside the dialects say about an item: Dublin Core, content, Media RSS, iTunes, and Atom's
/// elements in RSS.
/// </summary>
internal static class ItemModules
{
    /// <summary>Reads the current element where it belongs to one of them; otherwise leaves it alone.</summary>
    public static void Read(FeedXml xml, ItemDraft item)
    {
        switch (xml.Namespace)
        {
            case FeedNamespace.DublinCore or FeedNamespace.DublinCoreTerms:
                ReadDublinCore(xml, item);
                break;
            case FeedNamespace.Content when xml.Name == "encoded":
                ReadContent(xml, item);
                break;
            case FeedNamespace.Yandex when xml.Name is "full-text":
                ReadContent(xml, item);
                break;
            case FeedNamespace.Media:
                ReadMedia(xml, item);
                break;
            case FeedNamespace.Itunes:
                ReadItunes(xml, item);
                break;
            case FeedNamespace.Xhtml when xml.Name is "body" or "div":
                ReadXhtml(xml, item);
                break;
        }
    }

    /// <summary>content:encoded: the first that says anything.</summary>
    public static void ReadContent(FeedXml xml, ItemDraft item)
    {
        var text = Html(xml);
        if (item.Content is null or { IsEmpty: true })
            item.Content = text;
    }

    /// <summary>HTML, escaped once as RSS asks for, or by mistake once more.</summary>
    public static FeedText Html(FeedXml xml)
    {
        var baseUri = xml.Base;
        var body = xml.Body();
        var text = body.Text;
        if (!body.IsMarkup && !text.Contains('<', StringComparison.Ordinal) && text.Contains("&lt;", StringComparison.Ordinal)
            && CharacterReferences.Decode(text) is var decoded && FeedHtml.LooksLikeHtml(decoded))
        {
            text = decoded;
        }

        return new FeedText(text, IsHtml: true, baseUri);
    }

    /// <summary>One line, out of what may be HTML; null where the document broke off in the middle of it.</summary>
    public static string? Line(FeedXml xml)
    {
        var body = xml.Body();
        return body.IsWhole ? PlainLine.FromHtml(body.Text) : null;
    }

    private static void ReadDublinCore(FeedXml xml, ItemDraft item)
    {
        switch (xml.Name)
        {
            case "creator" or "author":
                item.AddCreator(xml.Person());
                break;
            case "title":
                var title = Line(xml);
                item.Title ??= title;
                break;
            case "subject":
                item.AddCategory(Line(xml));
                break;
            case "description":
                item.AddSpare(Html(xml), 3);
                break;
            case "date" or "issued" or "created" or "available":
                var published = FeedDate.TryParse(xml.Text());
                item.Published ??= published;
                break;
            case "modified":
                var updated = FeedDate.TryParse(xml.Text());
                item.Updated ??= updated;
                break;
        }
    }

    private static void ReadItunes(FeedXml xml, ItemDraft item)
    {
        switch (xml.Name)
        {
            case "author":
                item.AddCreator(xml.Person());
                break;
            case "title":
                var title = Line(xml);
                item.Title ??= title;
                break;
            case "image":
                var base_ = xml.Base;
                var address = xml.Attribute("href") ?? xml.Attribute("url");
                item.AddImage(FeedLink.Absolute(address ?? xml.Text(), base_), 3);
                break;
            case "summary":
                item.AddSpare(Html(xml), 2);
                break;
            case "subtitle":
                item.AddSpare(Html(xml), 1);
                break;
        }
    }

    /// <summary>media:content and media:group nest: what they hold is read at any depth.</summary>
    private static void ReadMedia(FeedXml xml, ItemDraft item)
    {
        var depth = xml.Depth;
        ReadMediaElement(xml, item);
        if (xml.Name is not ("group" or "content"))
            return;

        while (xml.NextChild(depth))
        {
            if (xml.Namespace != FeedNamespace.Media)
                continue;
            var inner = xml.Depth;
            var name = xml.Name;
            ReadMediaElement(xml, item);
            while (name == "content" && xml.NextChild(inner))
            {
                if (xml.Namespace == FeedNamespace.Media)
                    ReadMediaElement(xml, item);
            }
        }
    }

    private static void ReadMediaElement(FeedXml xml, ItemDraft item)
    {
        switch (xml.Name)
        {
            case "thumbnail":
                var thumbnailBase = xml.Base;
                item.AddImage(FeedLink.Absolute(xml.Attribute("url") ?? xml.Text(), thumbnailBase), 4);
                break;
            case "content":
                var type = xml.Attribute("type");
                var isImage = xml.Attribute("medium") is "image"
                    || type?.StartsWith("image", StringComparison.OrdinalIgnoreCase) == true;
                var address = FeedLink.Absolute(xml.Attribute("url"), xml.Base);
                if (isImage || type is null && HasImageExtension(address))
                    item.AddImage(address, 5);
                break;
            case "title":
                var title = Line(xml);
                item.Title ??= title;
                break;
            case "description":
                item.AddSpare(Html(xml), 0);
                break;
        }
    }

    private static void ReadXhtml(FeedXml xml, ItemDraft item)
    {
        var baseUri = xml.Base;
        var body = xml.Body(isXhtml: true);
        if (item.Content is null or { IsEmpty: true })
            item.Content = new FeedText(body.Text, IsHtml: true, baseUri);
    }

    private static bool HasImageExtension(string? address)
    {
        if (address is null)
            return false;
        var end = address.IndexOfAny(['?', '#']);
        var path = end < 0 ? address.AsSpan() : address.AsSpan(0, end);
        return path.EndsWith(".jpg", StringComparison.OrdinalIgnoreCase)
            || path.EndsWith(".jpeg", StringComparison.OrdinalIgnoreCase)
            || path.EndsWith(".png", StringComparison.OrdinalIgnoreCase)
            || path.EndsWith(".webp", StringComparison.OrdinalIgnoreCase)
            || path.EndsWith(".gif", StringComparison.OrdinalIgnoreCase);
    }
}
