using System.Text;

namespace News.Feeds;

/// <summary>
/// RSS 0.90 to 2.0 and RDF. The two differ in where items stand (inside the channel, beside it), and feeds mix even that:
/// items are read wherever they are.
/// </summary>
internal ref struct RssReader(FeedXml document, FeedDraft feed, bool isRdf)
{
    private readonly FeedDraft feed = feed;
    private readonly bool isRdf = isRdf;
    private FeedXml xml = document;
    private bool channelLinkIsAtom;

    /// <summary>Whether a channel or an item was met: RDF alone may be about anything.</summary>
    public bool IsFeed { get; private set; }

    /// <summary>Whether the document broke off.</summary>
    public readonly bool IsTruncated => xml.IsTruncated;

    /// <summary>Reads from the root, which is current, to the document's end.</summary>
    public void Read()
    {
        feed.Language = xml.Attribute("xml:lang"u8);
        if (!isRdf)
            feed.Version = xml.Attribute("version"u8);
        else if (VersionOf(FeedNamespaces.ByAddress(Encoding.UTF8.GetBytes(xml.Attribute("xmlns"u8) ?? ""))) is { } version)
            (feed.Version, IsFeed) = (version, true);
        var depth = xml.Depth - 1;
        ReadRoot();

        // After a root that was closed too early the rest still stands there.
        while (xml.NextChild(depth))
        {
            if (xml.Name is "item")
                ReadItem();
            else if (xml.Name is "channel" or "rss" or "rdf")
                ReadRoot();
        }
    }

    private void ReadRoot()
    {
        if (xml.Name == "channel")
        {
            ReadChannel();
            return;
        }

        var depth = xml.Depth;
        while (xml.NextChild(depth))
        {
            if (xml.Name == "channel" && IsOwn())
                ReadChannel();
            else
                ReadChannelElement();
        }
    }

    private void ReadChannel()
    {
        NoteRdfVersion();
        feed.Language ??= xml.Attribute("xml:lang"u8);
        feed.Link ??= FeedLink.Absolute(xml.Attribute("href"u8), xml.Base); // CDF, from which RSS has its channel
        var depth = xml.Depth;
        while (xml.NextChild(depth))
            ReadChannelElement();
    }

    private void NoteRdfVersion()
    {
        IsFeed = true;
        if (isRdf)
            feed.Version ??= VersionOf(xml.Namespace);
    }

    private static string? VersionOf(FeedNamespace space) => space switch
    {
        FeedNamespace.Rss10 => "1.0",
        FeedNamespace.Rss090 => "0.9",
        _ => null,
    };

    private bool IsOwn() => xml.Namespace is FeedNamespace.None or FeedNamespace.Rss10 or FeedNamespace.Rss090 || !xml.HasPrefix;

    private void ReadChannelElement()
    {
        if (!IsOwn())
        {
            ReadChannelModule();
            return;
        }

        var baseUri = xml.Base;
        switch (xml.Name)
        {
            case "item":
                ReadItem();
                break;
            case "title":
                var title = xml.Line();
                feed.Title ??= title;
                break;
            case "link":
                ReadChannelLink();
                break;
            case "description" or "abstract":
                feed.Description ??= ItemModules.Html(ref xml);
                break;
            case "language":
                feed.Language = xml.Text() ?? feed.Language;
                break;
            case "lastbuilddate":
                feed.Updated ??= xml.Date();
                break;
            case "pubdate":
                feed.Published ??= xml.Date();
                break;
            case "generator":
                feed.Generator ??= xml.Line();
                break;
            case "image":
                ReadImage();
                break;
            case "ttl" or "skiphours" or "skipdays":
                feed.Timetable.ReadOwn(ref xml);
                break;
            case "logo" or "icon":
                feed.AddImage(FeedLink.Absolute(xml.Text(), baseUri), 1);
                break;
        }
    }

    private void ReadChannelModule()
    {
        var baseUri = xml.Base;
        switch (xml.Namespace, xml.Name)
        {
            case (FeedNamespace.Atom10 or FeedNamespace.Atom03, "link"):
                ReadChannelLink();
                break;
            case (FeedNamespace.Atom10 or FeedNamespace.Atom03, "updated" or "modified"):
                feed.Updated ??= xml.Date();
                break;
            case (FeedNamespace.Atom10 or FeedNamespace.Atom03, "subtitle" or "tagline"):
                feed.SpareDescription ??= AtomReader.ReadText(ref xml);
                break;
            case (FeedNamespace.Atom10, "logo" or "icon"):
                feed.AddImage(FeedLink.Absolute(xml.Text(), baseUri), 1);
                break;
            case (FeedNamespace.Atom10 or FeedNamespace.Atom03 or FeedNamespace.DublinCore or FeedNamespace.Itunes, "title"):
                feed.SpareTitle ??= xml.Line();
                break;
            case (FeedNamespace.DublinCore, "language"):
                feed.Language ??= xml.Text();
                break;
            case (FeedNamespace.DublinCore or FeedNamespace.DublinCoreTerms, "date" or "issued" or "modified"):
                feed.Published ??= xml.Date();
                break;
            case (FeedNamespace.DublinCore, "description") or (FeedNamespace.Itunes, "summary" or "subtitle"):
                feed.SpareDescription ??= ItemModules.Html(ref xml);
                break;
            case (FeedNamespace.Syndication, _):
                feed.Timetable.ReadModule(ref xml);
                break;
            case (FeedNamespace.Itunes, "image"):
                feed.AddImage(FeedLink.Absolute(xml.Attribute("href"u8) ?? xml.Attribute("url"u8), baseUri), 2);
                break;
            case (FeedNamespace.Itunes, "link") when xml.Attribute("rel"u8) == "image":
                feed.AddImage(FeedLink.Absolute(xml.Attribute("href"u8), baseUri), 2);
                break;
            case (FeedNamespace.Media, "thumbnail" or "content"):
                feed.AddImage(FeedLink.Absolute(xml.Attribute("url"u8), baseUri), 0);
                break;
        }
    }

    /// <summary>The site's address: RSS's text, or Atom's href when it leads to a page and not back to the feed.</summary>
    private void ReadChannelLink()
    {
        var baseUri = xml.Base;
        var href = xml.Attribute("href"u8);
        var rel = xml.Attribute("rel"u8);
        feed.AddRelated(rel, href, baseUri);
        var text = xml.Text();
        if (text is not null && FeedLink.Absolute(text, baseUri) is { } address && (feed.Link is null || channelLinkIsAtom))
        {
            feed.Link = address;
            channelLinkIsAtom = false;
        }
        else if (href is not null && rel is null or "alternate" && feed.Link is null)
        {
            feed.Link = FeedLink.Absolute(href, baseUri);
            channelLinkIsAtom = true;
        }

        xml.NoteAddresses(feed.Link, feed.Self);
    }

    private void ReadImage()
    {
        var resource = xml.Attribute("rdf:resource"u8) ?? xml.Attribute("href"u8);
        var baseUri = xml.Base;
        feed.AddImage(FeedLink.Absolute(resource, baseUri), 0);
        var depth = xml.Depth;
        while (xml.NextChild(depth))
        {
            if (xml.Name == "url")
            {
                var urlBase = xml.Base;
                feed.AddImage(FeedLink.Absolute(xml.Text(), urlBase), 4);
            }
        }
    }

    private void ReadItem()
    {
        NoteRdfVersion();
        var item = feed.NewItem();
        var about = xml.Attribute("rdf:about"u8);
        var page = FeedLink.Absolute(xml.Attribute("href"u8), xml.Base); // CDF
        var depth = xml.Depth;
        while (xml.NextChild(depth))
            ReadItemElement(item);

        if (isRdf)
            item.Id ??= about;
        item.Link ??= page;

        feed.Add(item, isWhole: !xml.IsTruncated);
    }

    private void ReadItemElement(ItemDraft item)
    {
        if (!IsOwn())
        {
            if (xml.Namespace is FeedNamespace.Atom10 or FeedNamespace.Atom03)
                ReadAtomElement(item);
            else
                ItemModules.Read(ref xml, item);
            return;
        }

        if (xml.Namespace is FeedNamespace.Xhtml)
        {
            ItemModules.Read(ref xml, item);
            return;
        }

        var baseUri = xml.Base;
        switch (xml.Name)
        {
            case "title":
                item.Title = xml.Line() ?? item.Title;
                break;
            case "link":
                ReadItemLink(item);
                break;
            case "guid":
                ReadGuid(item);
                break;
            case "description" or "abstract":
                var description = ItemModules.Html(ref xml);
                item.Summary ??= description;
                break;
            case "encoded" or "fulltext" or "full-text" or "fullitem" or "content" or "body":
                ItemModules.ReadContent(ref xml, item);
                break;
            case "summary":
                item.AddSpare(ItemModules.Html(ref xml), 4);
                break;
            case "author":
                item.Author ??= xml.Person();
                break;
            case "creator":
                item.AddCreator(xml.Person());
                break;
            case "pubdate" or "published" or "issued":
                item.Published = xml.Date() ?? item.Published;
                break;
            case "date" or "created":
                item.Published ??= xml.Date();
                break;
            case "updated" or "modified":
                item.Updated ??= xml.Date();
                break;
            case "category":
                item.AddCategory(xml.Label());
                break;
            case "comments":
                if (xml.Text() is { } comments && !comments.Contains(' ', StringComparison.Ordinal)) // "3 comments" is no address
                    item.CommentsUrl ??= FeedLink.Absolute(comments, baseUri);
                break;
            case "enclosure":
                item.AddEnclosure(
                    FeedLink.Absolute(xml.Attribute("url"u8) ?? xml.Attribute("href"u8), baseUri),
                    xml.Attribute("type"u8), xml.Attribute("length"u8));
                break;
            case "image":
                ReadItemImage(item);
                break;
            case "id":
                item.Id ??= xml.Text();
                break;
        }
    }

    private void ReadItemLink(ItemDraft item)
    {
        var baseUri = xml.Base;
        var href = xml.Attribute("href"u8);
        var isPage = xml.Attribute("rel"u8) is null or "alternate";
        var address = xml.Text() ?? (isPage ? href : null);
        item.Link ??= FeedLink.Absolute(address, baseUri);
    }

    /// <summary>A guid is the item's address unless it says that it is none; one that does not look like an address is none.</summary>
    private void ReadGuid(ItemDraft item)
    {
        var isPermaLink = xml.Attribute("isPermaLink"u8);
        var guid = xml.Text();
        item.Id ??= guid;
        if (guid is not null && !string.Equals(isPermaLink, "false", StringComparison.OrdinalIgnoreCase)
            && FeedLink.IsWeb(guid) && !guid.Contains(' ', StringComparison.Ordinal))
        {
            item.PermaLink ??= guid;
        }
    }

    private void ReadItemImage(ItemDraft item)
    {
        var baseUri = xml.Base;
        var href = xml.Attribute("href"u8) ?? xml.Attribute("url"u8);
        if (href is not null)
        {
            item.AddImage(FeedLink.Absolute(href, baseUri), 2);
            return;
        }

        var text = xml.Text();
        if (text is not null && FeedLink.IsWeb(text) && !text.Contains(' ', StringComparison.Ordinal))
            item.AddImage(text, 2);
    }

    private void ReadAtomElement(ItemDraft item)
    {
        switch (xml.Name)
        {
            case "link":
                AtomReader.ReadLink(ref xml, item);
                break;
            case "id":
                item.Id ??= xml.Text();
                break;
            case "title":
                item.Title ??= xml.Line();
                break;
            case "author":
                item.AddCreator(xml.Person());
                break;
            case "published" or "issued" or "created":
                item.Published ??= xml.Date();
                break;
            case "updated" or "modified":
                item.Updated ??= xml.Date();
                break;
            case "category":
                item.AddCategory(AtomReader.Category(ref xml));
                break;
            case "content":
                item.Content ??= AtomReader.ReadText(ref xml);
                break;
            case "summary":
                item.Summary ??= AtomReader.ReadText(ref xml);
                break;
        }
    }
}
