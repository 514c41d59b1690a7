using System.Text;
using System.Text.Json;

namespace News.Feeds;

/// <summary>JSON Feed 1.0 and 1.1 (jsonfeed.org), read token by token, so that a feed that breaks off keeps its items.</summary>
internal ref struct JsonFeedReader
{
    private readonly FeedDraft feed;
    private readonly FeedWarnings warnings;
    private readonly Uri? baseUri;
    private readonly ReadOnlyMemory<byte> document;
    private Utf8JsonReader json;
    private bool hasItems;
    private bool hasVersion;
    private bool hasOtherMark;
    private List<string>? root;

    // The item that is being read: where the document breaks, what it has said so far counts.
    private ItemDraft? item;
    private ItemText? html;
    private ItemText? text;
    private string? externalUrl;

    public JsonFeedReader(ReadOnlyMemory<byte> document, Uri? baseUri, FeedDraft feed, FeedWarnings warnings)
    {
        this.feed = feed;
        this.warnings = warnings;
        this.baseUri = baseUri;
        this.document = document;
        json = new Utf8JsonReader(
            document.Span,
            isFinalBlock: false,
            new JsonReaderState(new JsonReaderOptions
            {
                AllowTrailingCommas = true,
                CommentHandling = JsonCommentHandling.Skip,
                // A bit each, and what is deep is passed over without recursion.
                MaxDepth = FeedParser.MaximumBytes,
            }));
    }

    /// <summary>Whether what was read is a feed: it has items, and the version or what only feeds have beside them.</summary>
    public readonly bool IsFeed => hasItems && (hasVersion || hasOtherMark) || hasVersion;

    /// <summary>The names at the top of a document that is no feed, for the sentence that says so.</summary>
    public readonly IReadOnlyList<string> TopNames => root ?? [];

    /// <summary>False where the document stops being JSON somewhere.</summary>
    public bool Read()
    {
        try
        {
            if (json.Read() && json.TokenType == JsonTokenType.StartObject && !ReadFeed())
            {
                warnings.Add("The document breaks off; what stands before was read.");
                Finish(isWhole: false);
            }

            return true;
        }
        catch (JsonException wrong)
        {
            warnings.Add(
                $"The document is no valid JSON from line {wrong.LineNumber + 1}, byte {wrong.BytePositionInLine + 1} on; what stands before was read.");
            Finish(isWhole: false);
            return false;
        }
    }

    /// <summary>Each of these returns false where the document broke off inside.</summary>
    private bool ReadFeed()
    {
        while (json.Read())
        {
            if (json.TokenType == JsonTokenType.EndObject)
                return true;

            var name = Text() ?? "";
            if ((root ??= []).Count < 5)
                root.Add(name);
            if (!json.Read())
                return false;
            if (!ReadFeedProperty(name))
                return false;
        }

        return false;
    }

    private bool ReadFeedProperty(string name)
    {
        switch (name)
        {
            case "version":
                ReadVersion(Text());
                break;
            case "title":
                feed.Title = PlainLine.FromText(Text());
                break;
            case "home_page_url":
                hasOtherMark = true;
                feed.Link = FeedLink.Absolute(Text(), baseUri);
                break;
            case "feed_url":
                hasOtherMark = true;
                feed.Self = FeedLink.Absolute(Text(), baseUri);
                break;
            case "expired":
                feed.IsExpired = json.TokenType == JsonTokenType.True;
                break;
            case "hubs" when json.TokenType == JsonTokenType.StartArray:
                return ReadHubs();
            case "description":
                feed.Description = Later(TextForm.Plain);
                break;
            case "language":
                feed.Language = Text();
                break;
            case "icon":
                feed.AddImage(FeedLink.Absolute(Text(), baseUri), 2);
                break;
            case "favicon":
                feed.AddImage(FeedLink.Absolute(Text(), baseUri), 1);
                break;
            case "author" or "authors":
                if (!ReadAuthors(out var author))
                    return false;
                feed.Author = name == "authors" ? author ?? feed.Author : feed.Author ?? author;
                return true;
            case "items" when json.TokenType == JsonTokenType.StartArray:
                hasItems = true;
                return ReadItems();
        }

        return Skip();
    }

    private void ReadVersion(string? version)
    {
        if (version is null)
            return;

        var at = version.LastIndexOf("/version/", StringComparison.Ordinal);
        hasVersion |= at >= 0 && version.Contains("jsonfeed", StringComparison.OrdinalIgnoreCase);
        hasOtherMark |= version is "1" or "1.0" or "1.1";
        feed.Version = at >= 0 ? version[(at + 9)..].Trim('/') : version;
    }

    private bool ReadItems()
    {
        while (json.Read())
        {
            if (json.TokenType == JsonTokenType.EndArray)
                return true;
            if (json.TokenType != JsonTokenType.StartObject)
            {
                if (!Skip())
                    return false;
                continue;
            }

            if (!ReadItem())
                return false;
        }

        return false;
    }

    private bool ReadItem()
    {
        item = feed.NewItem();
        (html, text, externalUrl) = (null, null, null);
        while (json.Read())
        {
            if (json.TokenType == JsonTokenType.EndObject)
            {
                Finish(isWhole: true);
                return true;
            }

            var name = Text() ?? "";
            if (!json.Read() || !ReadItemProperty(name, item))
                return false;
        }

        return false;
    }

    private void Finish(bool isWhole)
    {
        if (item is null)
            return;
        item.Content = html ?? text;
        item.Link ??= externalUrl;
        feed.Add(item, isWhole);
        item = null;
    }

    private bool ReadItemProperty(string name, ItemDraft draft)
    {
        switch (name)
        {
            case "id":
                draft.Id = Text()?.Trim();
                break;
            case "content_html":
                html = Later(TextForm.Html);
                break;
            case "content_text":
                text = Later(TextForm.Plain);
                break;
            case "external_url":
                externalUrl = FeedLink.Absolute(Text(), baseUri);
                break;
            case "url":
                draft.Link = FeedLink.Absolute(Text(), baseUri);
                break;
            case "title":
                draft.Title = PlainLine.FromHtml(Text());
                break;
            case "summary":
                draft.Summary = Later(TextForm.None);
                break;
            case "date_published":
                draft.Published = FeedDate.TryParse(Text());
                break;
            case "date_modified":
                draft.Updated = FeedDate.TryParse(Text());
                break;
            case "image":
                draft.AddImage(FeedLink.Absolute(Text(), baseUri), 3);
                break;
            case "banner_image":
                draft.AddImage(FeedLink.Absolute(Text(), baseUri), 2);
                break;
            case "author" or "authors":
                if (!ReadAuthors(out var author))
                    return false;
                draft.Author = name == "authors" ? author ?? draft.Author : draft.Author ?? author; // 1.1's list outranks 1.0's one
                return true;
            case "tags" when json.TokenType == JsonTokenType.StartArray:
                while (json.Read() && json.TokenType != JsonTokenType.EndArray)
                {
                    draft.AddCategory(PlainLine.FromText(Text()));
                    if (!Skip())
                        return false;
                }

                return json.TokenType == JsonTokenType.EndArray;
            case "attachments" when json.TokenType == JsonTokenType.StartArray:
                while (json.Read() && json.TokenType != JsonTokenType.EndArray)
                {
                    if (!ReadAttachment(draft))
                        return false;
                }

                return json.TokenType == JsonTokenType.EndArray;
        }

        return Skip();
    }

    /// <summary>The WebSub hubs; other kinds (rssCloud) are no use to us.</summary>
    private bool ReadHubs()
    {
        while (json.Read())
        {
            if (json.TokenType == JsonTokenType.EndArray)
                return true;
            if (json.TokenType != JsonTokenType.StartObject)
            {
                if (!Skip())
                    return false;
                continue;
            }

            string? type = null, url = null;
            while (json.Read() && json.TokenType != JsonTokenType.EndObject)
            {
                var name = Text();
                if (!json.Read())
                    return false;
                if (name == "type")
                    type = Text();
                else if (name == "url")
                    url = Text();
                if (!Skip())
                    return false;
            }

            if (type is null || type.Equals("WebSub", StringComparison.OrdinalIgnoreCase)
                || type.Equals("PubSubHubbub", StringComparison.OrdinalIgnoreCase))
            {
                feed.AddHub(FeedLink.Absolute(url, baseUri));
            }
        }

        return false;
    }

    private bool ReadAttachment(ItemDraft draft)
    {
        if (json.TokenType != JsonTokenType.StartObject)
            return Skip();

        string? url = null, type = null, size = null;
        while (json.Read())
        {
            if (json.TokenType == JsonTokenType.EndObject)
            {
                draft.AddEnclosure(FeedLink.Absolute(url, baseUri), type, size);
                return true;
            }

            var name = Text();
            if (!json.Read())
                return false;
            if (name == "url")
                url = Text();
            else if (name == "mime_type")
                type = Text();
            else if (name == "size_in_bytes")
                size = Text();
            if (!Skip())
                return false;
        }

        return false;
    }

    /// <summary>An author, a list of them, or (against the specification) just a name.</summary>
    private bool ReadAuthors(out string? authors)
    {
        authors = null;
        if (json.TokenType == JsonTokenType.StartObject)
            return ReadAuthor(ref authors);
        if (json.TokenType != JsonTokenType.StartArray)
        {
            authors = PersonName.From(Text());
            return Skip();
        }

        var names = new AuthorList();
        while (json.Read())
        {
            if (json.TokenType == JsonTokenType.EndArray)
            {
                authors = names.ToLine();
                return true;
            }

            string? author = null;
            if (json.TokenType == JsonTokenType.StartObject)
            {
                if (!ReadAuthor(ref author))
                    return false;
            }
            else
            {
                author = PersonName.From(Text());
                if (!Skip())
                    return false;
            }

            if (!names.Add(author))
                warnings.Add("Authors after the fiftieth were left out.");
        }

        return false;
    }

    private bool ReadAuthor(ref string? author)
    {
        while (json.Read())
        {
            if (json.TokenType == JsonTokenType.EndObject)
                return true;
            var name = Text();
            if (!json.Read())
                return false;
            if (name == "name")
                author = PersonName.From(Text());
            if (!Skip())
                return false;
        }

        return false;
    }

    /// <summary>Passes over the current value, which may have been read; false where the document breaks off inside.</summary>
    private bool Skip() => json.TokenType is not (JsonTokenType.StartObject or JsonTokenType.StartArray) || json.TrySkip();

    /// <summary>The current value as text: strings, and numbers where feeds forget the quotation marks.</summary>
    private readonly string? Text()
    {
        if (json.TokenType == JsonTokenType.Number)
            return Encoding.UTF8.GetString(json.ValueSpan);
        if (json.TokenType is not (JsonTokenType.String or JsonTokenType.PropertyName))
            return null;

        // A lone half of a surrogate pair ("\ud83d") makes GetString throw.
        var value = json.ValueIsEscaped && json.ValueSpan.IndexOf("\\ud"u8) + json.ValueSpan.IndexOf("\\uD"u8) > -2
            ? Unescape(json.ValueSpan)
            : json.GetString();
        return string.IsNullOrWhiteSpace(value) ? null : value;
    }

    /// <summary>The current string, to be read when somebody asks for it; null where it is empty.</summary>
    private readonly ItemText? Later(TextForm form)
    {
        if (json.TokenType is not (JsonTokenType.String or JsonTokenType.Number) || PlainLine.Trim(json.ValueSpan).IsEmpty)
            return null;

        var start = (int)json.TokenStartIndex + (json.TokenType == JsonTokenType.String ? 1 : 0);
        ItemText.NoteLength(json.ValueSpan.Length, warnings);
        return new ItemText(
            document.Slice(start, json.ValueSpan.Length), json.ValueIsEscaped ? form | TextForm.Json : form, baseUri);
    }

    private static string Unescape(ReadOnlySpan<byte> escaped)
    {
        var buffer = new Utf8Buffer(escaped.Length);
        JsonText.Append(escaped, ref buffer);
        var plain = buffer.ToString();
        buffer.Dispose();
        return plain;
    }
}
