using System.Text;

namespace News.Feeds;

/// <summary>
/// What the vocabularies beside the dialects say about an item: Dublin Core, content, Media RSS, iTunes, and Atom's
/// elements in RSS.
/// </summary>
internal static class ItemModules
{
    /// <summary>Reads the current element where it belongs to one of them; otherwise leaves it alone.</summary>
    public static void Read(ref FeedXml xml, ItemDraft item)
    {
        switch (xml.Namespace)
        {
            case FeedNamespace.DublinCore or FeedNamespace.DublinCoreTerms:
                ReadDublinCore(ref xml, item);
                break;
            case FeedNamespace.Content when xml.Name == "encoded":
                ReadContent(ref xml, item);
                break;
            case FeedNamespace.Yandex when xml.Name is "full-text":
                ReadContent(ref xml, item);
                break;
            case FeedNamespace.FeedBurner when xml.Name is "origlink": // the page that FeedBurner's own link leads to
                var baseUri = xml.Base;
                item.SpareLink ??= FeedLink.Absolute(xml.Text(), baseUri);
                break;
            case FeedNamespace.Media:
                ReadMedia(ref xml, item);
                break;
            case FeedNamespace.Itunes:
                ReadItunes(ref xml, item);
                break;
            case FeedNamespace.Xhtml when xml.Name is "body" or "div":
                ReadXhtml(ref xml, item);
                break;
        }
    }

    /// <summary>content:encoded: the first that says anything.</summary>
    public static void ReadContent(ref FeedXml xml, ItemDraft item)
    {
        var text = Html(ref xml);
        item.Content ??= text;
    }

    /// <summary>HTML, escaped once as RSS asks for, or by mistake once more.</summary>
    public static ItemText? Html(ref FeedXml xml) => xml.Later(TextForm.Html | TextForm.PerhapsTwice);

    private static void ReadDublinCore(ref FeedXml xml, ItemDraft item)
    {
        switch (xml.Name)
        {
            case "creator" or "author":
                item.AddCreator(xml.Person());
                break;
            case "title":
                var title = xml.Line();
                item.Title ??= title;
                break;
            case "identifier":
                item.SpareId ??= xml.Text();
                break;
            case "subject":
                item.AddCategory(xml.Label());
                break;
            case "description":
                item.AddSpare(Html(ref xml), 3);
                break;
            case "date" or "issued" or "created" or "available":
                var published = xml.Date();
                item.Published ??= published;
                break;
            case "modified":
                var updated = xml.Date();
                item.Updated ??= updated;
                break;
        }
    }

    private static void ReadItunes(ref FeedXml xml, ItemDraft item)
    {
        switch (xml.Name)
        {
            case "author":
                item.AddCreator(xml.Person());
                break;
            case "title":
                var title = xml.Line();
                item.Title ??= title;
                break;
            case "image":
                var imageBase = xml.Base;
                var address = xml.Attribute("href"u8) ?? xml.Attribute("url"u8);
                item.AddImage(FeedLink.Absolute(address ?? xml.Text(), imageBase), 3);
                break;
            case "link" when xml.Attribute("rel"u8) == "image": // before there was itunes:image
                item.AddImage(FeedLink.Absolute(xml.Attribute("href"u8), xml.Base), 3);
                break;
            case "category":
                ReadItunesCategory(ref xml, item);
                break;
            case "keywords":
                foreach (var keyword in (xml.Text() ?? "").Split(','))
                    item.AddCategory(PlainLine.FromHtml(keyword));
                break;
            case "summary":
                item.AddSpare(Html(ref xml), 2);
                break;
            case "subtitle":
                item.AddSpare(Html(ref xml), 1);
                break;
        }
    }

    /// <summary>The category's name stands in an attribute, and its parts stand inside of it.</summary>
    private static void ReadItunesCategory(ref FeedXml xml, ItemDraft item)
    {
        var depth = xml.Depth;
        item.AddCategory(PlainLine.FromHtml(xml.Attribute("text"u8) ?? ""));
        while (xml.NextChild(depth))
        {
            if (xml.Namespace == FeedNamespace.Itunes && xml.Name == "category")
                item.AddCategory(PlainLine.FromHtml(xml.Attribute("text"u8) ?? ""));
        }
    }

    /// <summary>media:content and media:group nest: what they hold is read at any depth.</summary>
    private static void ReadMedia(ref FeedXml xml, ItemDraft item)
    {
        var depth = xml.Depth;
        ReadMediaElement(ref xml, item);
        if (xml.Name is not ("group" or "content"))
            return;

        while (xml.NextChild(depth))
        {
            if (xml.Namespace != FeedNamespace.Media)
                continue;
            var inner = xml.Depth;
            var name = xml.Name;
            ReadMediaElement(ref xml, item);
            while (name == "content" && xml.NextChild(inner))
            {
                if (xml.Namespace == FeedNamespace.Media)
                    ReadMediaElement(ref xml, item);
            }
        }
    }

    private static void ReadMediaElement(ref FeedXml xml, ItemDraft item)
    {
        switch (xml.Name)
        {
            case "thumbnail":
                var thumbnailBase = xml.Base;
                item.AddImage(FeedLink.Absolute(xml.Attribute("url"u8) ?? xml.Text(), thumbnailBase), 4);
                break;
            case "content":
                ReadMediaContent(ref xml, item);
                break;
            case "title":
                var title = xml.Line();
                item.Title ??= title;
                break;
            case "description":
                item.AddSpare(Html(ref xml), ItemDraft.CaptionRank);
                break;
            case "category":
                var label = xml.Attribute("label"u8);
                item.AddCategory(label is null ? xml.Label() : PlainLine.FromHtml(label));
                break;
        }
    }

    private static void ReadMediaContent(ref FeedXml xml, ItemDraft item)
    {
        ReadOnlySpan<byte> url = default, type = default, medium = default;
        var isImage = false;
        var attributes = xml.Attributes;
        while (!(isImage && !url.IsEmpty) && attributes.Next())
        {
            var name = attributes.Name;
            if (url.IsEmpty && Ascii.EqualsIgnoreCase(name, "url"u8))
                url = PlainLine.Trim(attributes.Value);
            else if (type.IsEmpty && Ascii.EqualsIgnoreCase(name, "type"u8))
                type = PlainLine.Trim(attributes.Value);
            else if (medium.IsEmpty && Ascii.EqualsIgnoreCase(name, "medium"u8))
                medium = PlainLine.Trim(attributes.Value);
            isImage = medium.SequenceEqual("image"u8) || type.Length >= 5 && Ascii.EqualsIgnoreCase(type[..5], "image"u8);
        }

        if (!isImage && !type.IsEmpty)
            return;
        if (isImage && FeedLink.IsPlainWeb(url))
        {
            item.AddPicture(xml.LaterValue(url), 5);
            return;
        }

        var address = FeedLink.Absolute(xml.Value(url), xml.Base);
        if (isImage || HasImageExtension(address))
            item.AddImage(address, 5);
    }

    private static void ReadXhtml(ref FeedXml xml, ItemDraft item)
    {
        var body = xml.Later(TextForm.Html | TextForm.Xhtml);
        item.Content ??= body;
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
