using System.Globalization;
using System.Text;
using System.Text.Json;

namespace News.Feeds;

/// <summary>JSON Feed 1.0 and 1.1 (jsonfeed.org), read token by token, so that a feed that breaks off keeps its items.</summary>
internal ref struct JsonFeedReader
{
    private readonly FeedDraft feed;
    private readonly FeedWarnings warnings;
    private readonly Uri? baseUri;
    private Utf8JsonReader json;
    private bool hasItems;
    private bool hasVersion;
    private bool hasOtherMark;
    private List<string>? root;

    public JsonFeedReader(ReadOnlySpan<byte> utf8, Uri? baseUri, FeedDraft feed, FeedWarnings warnings)
    {
        this.feed = feed;
        this.warnings = warnings;
        this.baseUri = baseUri;
        json = new Utf8JsonReader(
            utf8,
            isFinalBlock: false,
            new JsonReaderState(new JsonReaderOptions
            {
                AllowTrailingCommas = true,
                CommentHandling = JsonCommentHandling.Skip,
                MaxDepth = 256,
            }));
    }

    /// <summary>Whether what was read is a feed: it has items, and the version or what only feeds have beside them.</summary>
    public readonly bool IsFeed => hasItems && (hasVersion || hasOtherMark) || hasVersion;

    /// <summary>The names at the top of a document that is no feed, for the sentence that says so.</summary>
    public readonly IReadOnlyList<string> TopNames => root ?? [];

    public void Read()
    {
        try
        {
            if (!json.Read() || json.TokenType != JsonTokenType.StartObject)
                return;
            var isWhole = ReadFeed();
            if (!isWhole)
                warnings.Add("The document breaks off; what stands before was read.");
        }
        catch (JsonException)
        {
            // What was read before the broken place has been added already.
            warnings.Add("The document is no valid JSON from some place on; what stands before was read.");
        }
    }

    /// <summary>Each of these returns false where the document broke off inside.</summary>
    private bool ReadFeed()
    {
        while (json.Read())
        {
            if (json.TokenType == JsonTokenType.EndObject)
                return true;

            var name = json.GetString() ?? "";
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
                break;
            case "description":
                feed.Description = Text() is { } description ? new FeedText(description, IsHtml: false, baseUri) : null;
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
                feed.Author ??= author;
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
        var item = new ItemDraft();
        string? html = null, text = null, externalUrl = null;
        while (json.Read())
        {
            if (json.TokenType == JsonTokenType.EndObject)
            {
                Finish(item, html, text, externalUrl, isWhole: true);
                return true;
            }

            var name = json.GetString() ?? "";
            if (!json.Read())
                break;
            switch (name)
            {
                case "content_html":
                    html = Text();
                    break;
                case "content_text":
                    text = Text();
                    break;
                case "external_url":
                    externalUrl = FeedLink.Absolute(Text(), baseUri);
                    break;
                default:
                    if (!ReadItemProperty(name, item))
                    {
                        Finish(item, html, text, externalUrl, isWhole: false);
                        return false;
                    }

                    continue;
            }

            if (!Skip())
                break;
        }

        Finish(item, html, text, externalUrl, isWhole: false);
        return false;
    }

    private readonly void Finish(ItemDraft item, string? html, string? text, string? externalUrl, bool isWhole)
    {
        if (!string.IsNullOrWhiteSpace(html))
            item.Content = new FeedText(html, IsHtml: true, baseUri);
        else if (!string.IsNullOrWhiteSpace(text))
            item.Content = new FeedText(text, IsHtml: false, baseUri);
        item.Link ??= externalUrl;
        feed.Add(item, isWhole);
    }

    private bool ReadItemProperty(string name, ItemDraft item)
    {
        switch (name)
        {
            case "id":
                item.Id = Text()?.Trim();
                break;
            case "url":
                item.Link = FeedLink.Absolute(Text(), baseUri);
                break;
            case "title":
                item.Title = PlainLine.FromHtml(Text());
                break;
            case "summary":
                item.Summary = Text() is { } summary ? new FeedText(summary, FeedHtml.LooksLikeHtml(summary), baseUri) : null;
                break;
            case "date_published":
                item.Published = FeedDate.TryParse(Text());
                break;
            case "date_modified":
                item.Updated = FeedDate.TryParse(Text());
                break;
            case "image":
                item.AddImage(FeedLink.Absolute(Text(), baseUri), 3);
                break;
            case "banner_image":
                item.AddImage(FeedLink.Absolute(Text(), baseUri), 2);
                break;
            case "author" or "authors":
                if (!ReadAuthors(out var author))
                    return false;
                item.Author ??= author;
                return true;
            case "tags" when json.TokenType == JsonTokenType.StartArray:
                while (json.Read() && json.TokenType != JsonTokenType.EndArray)
                {
                    item.AddCategory(PlainLine.FromText(Text()));
                    if (!Skip())
                        return false;
                }

                return json.TokenType == JsonTokenType.EndArray;
            case "attachments" when json.TokenType == JsonTokenType.StartArray:
                while (json.Read() && json.TokenType != JsonTokenType.EndArray)
                {
                    if (!ReadAttachment(item))
                        return false;
                }

                return json.TokenType == JsonTokenType.EndArray;
        }

        return Skip();
    }

    private bool ReadAttachment(ItemDraft item)
    {
        if (json.TokenType != JsonTokenType.StartObject)
            return Skip();

        string? url = null, type = null, size = null;
        while (json.Read())
        {
            if (json.TokenType == JsonTokenType.EndObject)
            {
                item.AddEnclosure(FeedLink.Absolute(url, baseUri), type, size);
                return true;
            }

            var name = json.GetString();
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

        while (json.Read())
        {
            if (json.TokenType == JsonTokenType.EndArray)
                return true;
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

            if (author is not null)
                authors = authors is null ? author : $"{authors}, {author}";
        }

        return false;
    }

    private bool ReadAuthor(ref string? author)
    {
        while (json.Read())
        {
            if (json.TokenType == JsonTokenType.EndObject)
                return true;
            var name = json.GetString();
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
        if (json.TokenType != JsonTokenType.String)
            return null;

        // A lone half of a surrogate pair ("\ud83d") makes GetString throw.
        var value = json.ValueIsEscaped && json.ValueSpan.IndexOf("\\ud"u8) + json.ValueSpan.IndexOf("\\uD"u8) > -2
            ? Unescape(Encoding.UTF8.GetString(json.ValueSpan))
            : json.GetString();
        return string.IsNullOrWhiteSpace(value) ? null : value;
    }

    private static string Unescape(string escaped)
    {
        var text = new StringBuilder(escaped.Length);
        for (var i = 0; i < escaped.Length; i++)
        {
            if (escaped[i] != '\\')
            {
                text.Append(escaped[i]);
                continue;
            }

            i++;
            switch (escaped[i])
            {
                case 'u':
                    text.Append((char)int.Parse(escaped.AsSpan(i + 1, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture));
                    i += 4;
                    break;
                case 'n':
                    text.Append('\n');
                    break;
                case 't':
                    text.Append('\t');
                    break;
                case 'r':
                    text.Append('\r');
                    break;
                case 'b' or 'f':
                    break;
                default:
                    text.Append(escaped[i]);
                    break;
            }
        }

        // Encoding replaces what is no character by U+FFFD.
        return Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text.ToString()));
    }
}
