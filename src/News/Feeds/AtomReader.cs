using System.Text;

namespace News.Feeds;

/// <summary>Atom 0.3 and 1.0 (RFC 4287).</summary>
internal sealed class AtomReader(FeedXml xml, FeedDraft feed)
{
    private bool linkIsAlternate;

    /// <summary>Reads from the root, which is current, to the document's end.</summary>
    public void Read()
    {
        feed.Version = xml.Namespace switch
        {
            FeedNamespace.Atom10 => "1.0",
            FeedNamespace.Atom03 => xml.Attribute("version") ?? "0.3",
            _ => xml.Attribute("version"),
        };
        feed.Language = xml.Attribute("xml:lang");
        var outside = xml.Depth - 1;
        ReadFeed();

        // After a root that was closed too early the rest still stands there.
        while (xml.NextChild(outside))
        {
            if (xml.Name == "entry")
                ReadEntry();
            else if (xml.Name == "feed")
                ReadFeed();
        }
    }

    private bool IsOwn() => xml.Namespace is FeedNamespace.Atom10 or FeedNamespace.Atom03 or FeedNamespace.None || !xml.HasPrefix;

    private void ReadFeed()
    {
        var depth = xml.Depth;
        while (xml.NextChild(depth))
            ReadFeedElement();
    }

    private void ReadFeedElement()
    {
        var baseUri = xml.Base;
        if (!IsOwn())
        {
            if (xml is { Namespace: FeedNamespace.DublinCore, Name: "language" })
                feed.Language ??= xml.Text();
            else if (xml is { Namespace: FeedNamespace.Itunes, Name: "image" })
                feed.AddImage(FeedLink.Absolute(xml.Attribute("href"), baseUri), 0);
            else if (xml is { Namespace: FeedNamespace.DublinCore, Name: "creator" })
                feed.Author ??= xml.Person();
            return;
        }

        switch (xml.Name)
        {
            case "entry":
                ReadEntry();
                break;
            case "title":
                feed.Title ??= ReadLine();
                break;
            case "link":
                ReadFeedLink();
                break;
            case "subtitle" or "tagline":
                feed.Description ??= ReadText(xml);
                break;
            case "info":
                feed.SpareDescription ??= ReadText(xml);
                break;
            case "updated" or "modified":
                feed.Updated ??= FeedDate.TryParse(xml.Text());
                break;
            case "generator":
                feed.Generator ??= ItemModules.Line(xml);
                break;
            case "logo":
                feed.AddImage(FeedLink.Absolute(xml.Text(), baseUri), 2);
                break;
            case "icon":
                feed.AddImage(FeedLink.Absolute(xml.Text(), baseUri), 1);
                break;
            case "author":
                feed.Author ??= xml.Person();
                break;
        }
    }

    private void ReadFeedLink()
    {
        var baseUri = xml.Base;
        var rel = xml.Attribute("rel");
        var address = FeedLink.Absolute(xml.Attribute("href") ?? xml.Text(), baseUri);
        var isAlternate = IsAlternate(rel);
        if (address is null || !isAlternate || linkIsAlternate)
            return;

        feed.Link = address;
        linkIsAlternate = true;
    }

    private void ReadEntry()
    {
        var item = new ItemDraft();
        string? sourceAuthor = null;
        DateTimeOffset? created = null;
        var authors = new List<string>();
        var depth = xml.Depth;
        while (xml.NextChild(depth))
        {
            if (!IsOwn() || xml.Namespace == FeedNamespace.Xhtml)
            {
                ItemModules.Read(xml, item);
                continue;
            }

            switch (xml.Name)
            {
                case "author":
                    if (xml.Person() is { } name && !authors.Contains(name, StringComparer.Ordinal) && authors.Count < 50)
                        authors.Add(name);
                    break;
                case "source":
                    sourceAuthor ??= ReadSourceAuthor();
                    break;
                case "created":
                    created ??= FeedDate.TryParse(xml.Text());
                    break;
                default:
                    ReadEntryElement(item);
                    break;
            }
        }

        item.Published ??= created;
        if (authors.Count > 0)
            item.Author = string.Join(", ", authors);
        item.AddCreator(sourceAuthor);
        feed.Add(item, isWhole: !xml.IsTruncated);
    }

    private void ReadEntryElement(ItemDraft item)
    {
        switch (xml.Name)
        {
            case "id" or "guid":
                item.Id ??= xml.Text();
                break;
            case "title":
                item.Title ??= ReadLine();
                break;
            case "link":
                ReadLink(xml, item);
                break;
            case "published" or "issued" or "pubdate":
                item.Published ??= FeedDate.TryParse(xml.Text());
                break;
            case "updated" or "modified":
                item.Updated ??= FeedDate.TryParse(xml.Text());
                break;
            case "summary" or "description":
                item.Summary ??= ReadText(xml);
                break;
            case "content":
                var text = ReadText(xml);
                if (item.Content is null or { IsEmpty: true })
                    item.Content = text;
                break;
            case "category":
                item.AddCategory(PlainLine.FromText(xml.Attribute("label")) ?? PlainLine.FromText(xml.Attribute("term"))
                    ?? ItemModules.Line(xml));
                break;
        }
    }

    private string? ReadSourceAuthor()
    {
        string? author = null;
        var depth = xml.Depth;
        while (xml.NextChild(depth))
        {
            if (xml.Name == "author" && IsOwn())
                author ??= xml.Person();
        }

        return author;
    }

    /// <summary>The page is the link with rel "alternate" or without any; self, edit, via and the like are not.</summary>
    public static void ReadLink(FeedXml xml, ItemDraft item)
    {
        var baseUri = xml.Base;
        var rel = xml.Attribute("rel");
        var type = xml.Attribute("type");
        var length = xml.Attribute("length");
        var address = FeedLink.Absolute(xml.Attribute("href") ?? xml.Text(), baseUri);
        if (IsAlternate(rel))
        {
            // A page to read goes before the same in another form (PDF, JSON), which waits as the second best.
            if (type is null or "text/html" or "application/xhtml+xml")
                item.Link ??= address;
            else
                item.PermaLink ??= address;
        }
        else if (rel is "enclosure")
        {
            item.AddEnclosure(address, type, length);
        }
        else if (rel is "replies" && type is null or "text/html")
        {
            item.CommentsUrl ??= address;
        }
    }

    private static bool IsAlternate(string? rel) =>
        rel is null || rel.Equals("alternate", StringComparison.OrdinalIgnoreCase)
        || rel.EndsWith("/alternate", StringComparison.OrdinalIgnoreCase);

    /// <summary>
    /// A text construct. Its type says what it is: text, html or xhtml (1.0), a media type with a mode (0.3); and where the
    /// text is not what its type says, the text is believed.
    /// </summary>
    public static FeedText? ReadText(FeedXml xml)
    {
        var baseUri = xml.Base;
        var type = xml.Attribute("type")?.ToLowerInvariant();
        var mode = xml.Attribute("mode")?.ToLowerInvariant();
        var isXhtml = type is "xhtml" or "application/xhtml+xml";
        if (type?.StartsWith("image/", StringComparison.Ordinal) == true
            || type?.StartsWith("audio/", StringComparison.Ordinal) == true
            || type?.StartsWith("video/", StringComparison.Ordinal) == true)
        {
            return null;
        }

        var body = xml.Body(isXhtml);
        if (body.IsMarkup)
            return new FeedText(FeedHtml.WithoutWrapper(body.Text), IsHtml: true, baseUri);

        var text = body.Text;
        var isEncoded = mode == "base64" || type is "base64" or "application/octet-stream";
        if (isEncoded)
            text = FromBase64(text) ?? text;
        if (string.IsNullOrWhiteSpace(text))
            return null;

        var isHtml = type switch
        {
            "html" or "text/html" => true,
            _ when isEncoded => FeedHtml.LooksLikeHtml(text) || CharacterReferences.ContainsReference(text),
            "text" or "text/plain" => type == "text/plain" && FeedHtml.LooksLikeHtml(text),
            _ => FeedHtml.LooksLikeHtml(text),
        };
        return new FeedText(text, isHtml, baseUri);
    }

    /// <summary>A title; null where the document broke off in the middle of it.</summary>
    private string? ReadLine()
    {
        var text = ReadText(xml);
        if (text is null || xml.IsTruncated)
            return null;
        return text.IsHtml ? PlainLine.FromHtml(text.Text) : PlainLine.FromText(text.Text);
    }

    private static string? FromBase64(string text)
    {
        var bytes = new byte[text.Length];
        return Convert.TryFromBase64String(text.Trim(), bytes, out var written)
            ? Encoding.UTF8.GetString(bytes, 0, written)
            : null;
    }
}
