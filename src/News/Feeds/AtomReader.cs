namespace News.Feeds;

/// <summary>Atom 0.3 and 1.0 (RFC 4287), feeds and single entries.</summary>
internal ref struct AtomReader(FeedXml document, FeedDraft feed)
{
    private readonly FeedDraft feed = feed;
    private FeedXml xml = document;
    private bool linkIsAlternate;

    /// <summary>Whether the document broke off.</summary>
    public readonly bool IsTruncated => xml.IsTruncated;

    /// <summary>Reads from the root, which is current, to the document's end.</summary>
    public void Read()
    {
        feed.Version = xml.Namespace switch
        {
            FeedNamespace.Atom10 => "1.0",
            FeedNamespace.Atom03 => xml.Attribute("version"u8) ?? "0.3",
            _ => xml.Attribute("version"u8),
        };
        feed.Language = xml.Attribute("xml:lang"u8);
        var outside = xml.Depth - 1;
        if (xml.Name == "entry")
            ReadEntry();
        else
            ReadFeed();

        // After a root that was closed too early the rest still stands there.
        while (xml.NextChild(outside))
        {
            if (xml.Name is "entry" or "item")
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
            ReadFeedModule();
            return;
        }

        switch (xml.Name)
        {
            case "entry" or "item": // RSS's name, by mistake
                ReadEntry();
                break;
            case "title":
                feed.Title ??= ReadLine();
                break;
            case "link":
                ReadFeedLink();
                break;
            case "subtitle" or "tagline":
                feed.Description ??= ReadText(ref xml);
                break;
            case "info":
                feed.SpareDescription ??= ReadText(ref xml);
                break;
            case "updated" or "modified":
                feed.Updated ??= xml.Date();
                break;
            case "generator":
                feed.Generator ??= xml.Line();
                break;
            case "logo":
                feed.AddImage(FeedLink.Absolute(xml.Text(), baseUri), 2);
                break;
            case "icon":
                feed.AddImage(FeedLink.Absolute(xml.Text(), baseUri), 1);
                break;
            case "author":
                feed.AddAuthor(xml.Person());
                break;
        }
    }

    private void ReadFeedModule()
    {
        var baseUri = xml.Base;
        switch (xml.Namespace, xml.Name)
        {
            case (FeedNamespace.DublinCore, "title"):
                feed.SpareTitle ??= xml.Line();
                break;
            case (FeedNamespace.DublinCore, "description") or (FeedNamespace.Itunes, "summary" or "subtitle"):
                feed.SpareDescription ??= ItemModules.Html(ref xml);
                break;
            case (FeedNamespace.DublinCore, "language"):
                feed.Language ??= xml.Text();
                break;
            case (FeedNamespace.DublinCore, "creator"):
                feed.AddAuthor(xml.Person());
                break;
            case (FeedNamespace.Syndication, _):
                feed.Timetable.ReadModule(ref xml);
                break;
            case (FeedNamespace.Itunes, "image"):
                feed.AddImage(FeedLink.Absolute(xml.Attribute("href"u8), baseUri), 0);
                break;
        }
    }

    private void ReadFeedLink()
    {
        var baseUri = xml.Base;
        var rel = xml.Attribute("rel"u8);
        var address = FeedLink.Absolute(xml.Attribute("href"u8) ?? xml.Text(), baseUri);
        feed.AddRelated(rel, address, baseUri);
        var isAlternate = IsAlternate(rel);
        if (address is not null && isAlternate && !linkIsAlternate)
        {
            feed.Link = address;
            linkIsAlternate = true;
        }

        xml.NoteAddresses(feed.Link, feed.Self);
    }

    private void ReadEntry()
    {
        var item = feed.NewItem();
        string? sourceAuthor = null;
        DateTimeOffset? created = null;
        var authors = new AuthorList();
        var depth = xml.Depth;
        while (xml.NextChild(depth))
        {
            if (!IsOwn() || xml.Namespace == FeedNamespace.Xhtml)
            {
                ItemModules.Read(ref xml, item);
                continue;
            }

            switch (xml.Name)
            {
                case "author":
                    authors.Add(xml.Person());
                    break;
                case "source":
                    sourceAuthor ??= ReadSourceAuthor();
                    break;
                case "created":
                    created ??= xml.Date();
                    break;
                default:
                    ReadEntryElement(item);
                    break;
            }
        }

        item.Published ??= created;
        item.Author = authors.ToLine() ?? item.Author;
        item.AddCreator(sourceAuthor);
        NoteAddressInId(item);
        feed.Add(item, isWhole: !xml.IsTruncated);
    }

    /// <summary>
    /// Who writes no link may have made the page's address the entry's id; "https://wire.example/" alone is the site's, and
    /// an id that names a thing of its own ("tag:…", "urn:…") leads nowhere.
    /// </summary>
    private static void NoteAddressInId(ItemDraft item)
    {
        if (item.Link is null && item.PermaLink is null && FeedLink.IsWeb(item.Id)
            && Uri.TryCreate(item.Id, UriKind.Absolute, out var page) && page.PathAndQuery.Length > 1)
        {
            item.SpareLink ??= item.Id;
        }
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
                ReadLink(ref xml, item);
                break;
            case "published" or "issued" or "pubdate":
                item.Published ??= xml.Date();
                break;
            case "updated" or "modified":
                item.Updated ??= xml.Date();
                break;
            case "summary" or "description":
                item.Summary ??= ReadText(ref xml);
                break;
            case "content":
                var text = ReadText(ref xml);
                item.Content ??= text;
                break;
            case "category":
                item.AddCategory(Category(ref xml));
                break;
        }
    }

    /// <summary>The label that readers are meant to see, else the term.</summary>
    public static string? Category(ref FeedXml xml) =>
        PlainLine.FromText(xml.Attribute("label"u8)) ?? PlainLine.FromText(xml.Attribute("term"u8)) ?? xml.Line();

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
    public static void ReadLink(ref FeedXml xml, ItemDraft item)
    {
        var baseUri = xml.Base;
        var rel = xml.Attribute("rel"u8);
        var type = xml.Attribute("type"u8);
        var length = xml.Attribute("length"u8);
        var address = FeedLink.Absolute(xml.Attribute("href"u8) ?? xml.Text(), baseUri);
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
        else if (rel is "replies" && type is "text/html" or "application/xhtml+xml") // without a type it is a feed (RFC 4685)
        {
            item.CommentsUrl ??= address;
        }
    }

    private static bool IsAlternate(string? rel) =>
        rel is null || rel.Equals("alternate", StringComparison.OrdinalIgnoreCase)
        || rel.EndsWith("/alternate", StringComparison.OrdinalIgnoreCase);

    /// <summary>
    /// A text construct. Its type says what it is: text, html or xhtml (1.0), a media type with a mode (0.3); and where the
    /// text is not what its type says, the text is believed. Null where it is empty.
    /// </summary>
    public static ItemText? ReadText(ref FeedXml xml)
    {
        var type = xml.Attribute("type"u8)?.ToLowerInvariant();
        if (type?.StartsWith("image/", StringComparison.Ordinal) == true
            || type?.StartsWith("audio/", StringComparison.Ordinal) == true
            || type?.StartsWith("video/", StringComparison.Ordinal) == true)
        {
            return null;
        }

        var isBase64 = type is "base64" or "application/octet-stream"
            || string.Equals(xml.Attribute("mode"u8), "base64", StringComparison.OrdinalIgnoreCase);
        var form = Form(type);
        var baseUri = xml.Base;
        var body = xml.Body();
        if (body.Form == TextForm.Elements)
            form |= TextForm.Wrapped;
        else if (isBase64)
            form |= TextForm.Base64;
        return xml.Later(body, form, baseUri);
    }

    private static TextForm Form(string? type) => type switch
    {
        "html" or "text/html" => TextForm.Html,
        "text" => TextForm.Plain,
        "xhtml" or "application/xhtml+xml" => TextForm.Xhtml,
        _ => TextForm.None,
    };

    /// <summary>A title; null where the document broke off in the middle of it.</summary>
    private string? ReadLine()
    {
        var text = ReadText(ref xml);
        return xml.IsTruncated ? null : text?.ToLine();
    }
}
