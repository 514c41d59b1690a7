using System.Collections.Immutable;
using System.Text;
using News.Articles;

namespace News.Feeds;

/// <summary>
/// Bytes → a list of feeds: OPML of any version, well-formed or not; a browser's bookmarks as far as they name feeds; addresses
/// one a line with or without names, in plain text, CSV or Markdown.
/// </summary>
/// <remarks>
/// Never throws on what it reads, takes time in proportion to its length, and follows nothing that the document points to.
/// An outline with an address is a feed, one without is a folder. An address that the document's end cuts through is left out: half
/// of it would be another one.
/// </remarks>
public static class OpmlReader
{
    /// <summary>No list is larger; what follows is not read.</summary>
    public const int MaximumBytes = 32 * 1024 * 1024;

    /// <summary>Folders that nest deeper are read as if they were flat.</summary>
    public const int MostFolders = 16;

    private const int LongestTitle = 500;

    /// <param name="body">The document as it lies in its file.</param>
    /// <param name="contentType">A Content-Type header, for its charset; null where unknown.</param>
    public static OpmlReading Read(ReadOnlyMemory<byte> body, string? contentType = null)
    {
        if (NotAFeed.ByMagicNumber(body.Span) is { } binary)
            return new OpmlReading.NotAList(binary.Replace("not a feed", "not a list of feeds", StringComparison.Ordinal));

        var warnings = new FeedWarnings();
        if (body.Length > MaximumBytes)
        {
            body = body[..MaximumBytes];
            warnings.Add("The document is larger than 32 MB; only the beginning was read.");
        }

        var text = Encoding.UTF8.GetString(FeedEncoding.ToUtf8(body, contentType, warnings).Span);
        var start = text.AsSpan().TrimStart("\uFEFF\u200B \t\r\n");
        if (start.IsEmpty)
            return new OpmlReading.NotAList("This document is empty.");
        if (start[0] != '<' && !text.Contains("<outline", StringComparison.OrdinalIgnoreCase))
            return OpmlAddresses.Read(text, warnings);

        return new Document(warnings).Read(text);
    }

    /// <summary>The attribute's value: references resolved, on one line; null where nothing is left.</summary>
    private static string? Value(ReadOnlySpan<char> written) =>
        HtmlEntities.Decode(written) is { Length: > 0 } value ? value : null;

    /// <summary>What is called "AT&amp;amp;T" is called AT&amp;T.</summary>
    private static string? Name(ReadOnlySpan<char> written)
    {
        var name = Value(written);
        if (name is not null && name.Contains('&', StringComparison.Ordinal))
            name = Value(name);
        return name?.Length > LongestTitle ? name[..LongestTitle] : name;
    }

    /// <summary>One reading of a document of outlines.</summary>
    private sealed class Document(FeedWarnings warnings)
    {
        private readonly ImmutableArray<OpmlFeed>.Builder _feeds = ImmutableArray.CreateBuilder<OpmlFeed>();
        private readonly HashSet<string> _addresses = new(StringComparer.Ordinal);

        /// <summary>The names of the open outlines' folders; the same as the one around it for an outline that is none.</summary>
        private readonly Stack<ImmutableArray<string>> _open = new();

        private readonly OpmlPassedOver _nameless = new("Entries without an address were passed over");
        private readonly OpmlPassedOver _elsewhere = new("Links to pages and to other lists were passed over, because they are no feeds");
        private readonly OpmlPassedOver _scraped = new("Pages of which another reader makes feeds by itself were passed over");
        private readonly OpmlPassedOver _again = new("Addresses that stand there already were passed over");

        private string? _title;
        private string? _root;
        private bool _isOpml;

        public OpmlReading Read(string text)
        {
            var tags = new OpmlTags(text);
            while (tags.Next())
            {
                if (tags.IsNamed("outline"))
                    Outline(tags);
                else if (!tags.IsEnd && tags.IsNamed("a"))
                    Bookmark(tags);
                else if (!tags.IsEnd && _title is null && _isOpml && _open.Count == 0 && tags.IsNamed("title"))
                    _title = Name(tags.TextBehind());
                else if (tags.IsEnd && (tags.IsNamed("body") || tags.IsNamed("opml")))
                    _open.Clear();
                _isOpml |= tags.IsNamed("opml") || tags.IsNamed("outline");
                _root ??= tags.Name.ToString();
            }

            _nameless.Tell(warnings);
            _elsewhere.Tell(warnings);
            _scraped.Tell(warnings);
            _again.Tell(warnings);
            if (tags.IsCutOff)
                warnings.Add("The document breaks off inside of a tag.");
            if (tags.IsMended)
                warnings.Add("Quotation marks that XML wants escaped or closed were read as they were meant.");
            if (!_isOpml)
                return new OpmlReading.NotAList(Reason(text));
            if (_feeds.Count == 0)
                warnings.Add("The list holds no feeds.");
            return new OpmlReading.Read(new OpmlList { Title = _title, Feeds = _feeds.ToImmutable(), Warnings = [.. warnings.Sentences] });
        }

        private void Outline(OpmlTags tag)
        {
            if (tag.IsEnd)
            {
                _open.TryPop(out _);
                return;
            }

            var line = tag.Line;
            var outline = new OutlineAttributes(tag);
            var folders = _open.TryPeek(out var around) ? around : [];
            var isFolder = outline.Address is null;
            if (outline.Address is { } address)
                Take(address, outline.Title, outline, folders, line);
            if (tag.IsClosed)
            {
                if (isFolder)
                    _nameless.Add(line);
                return;
            }

            if (isFolder && outline.Title is { } name && folders.Length < MostFolders)
                folders = folders.Add(name);
            _open.Push(folders);
        }

        /// <summary>A browser's live bookmark: <c>&lt;A HREF="https://example.org/" FEEDURL="https://example.org/rss"&gt;Wire&lt;/A&gt;</c>.</summary>
        private void Bookmark(OpmlTags tag)
        {
            var line = tag.Line;
            var bookmark = new OutlineAttributes(tag);
            if (!bookmark.IsNamedFeed)
                return;
            _isOpml = true;
            Take(bookmark.Address!, Name(tag.TextFromHere()) ?? bookmark.Title, bookmark, [], line);
        }

        private void Take(string address, string? title, OutlineAttributes outline, ImmutableArray<string> folders, int line)
        {
            var url = OpmlAddresses.Mended(address);
            if (outline.PointsElsewhere)
                _elsewhere.Add(line);
            else if (outline.IsScraped)
                _scraped.Add(line);
            else if (_addresses.Add(url))
                _feeds.Add(new OpmlFeed(url, title, outline.SiteUrl, outline.Type, folders) { Line = line });
            else
                _again.Add(line);
        }

        private string Reason(string text)
        {
            if (text.AsSpan(0, Math.Min(text.Length, 200)).Contains("NETSCAPE-Bookmark", StringComparison.OrdinalIgnoreCase))
                return "These are bookmarks of pages, not a list of feeds: none of them names a feed.";
            return _root?.ToUpperInvariant() switch
            {
                null => "This is no list of feeds: nothing in it is markup.",
                "HTML" or "BODY" or "HEAD" or "P" or "DIV" => "This is an HTML page, not a list of feeds.",
                "RSS" or "FEED" or "RDF:RDF" => "This is a feed, not a list of feeds: follow its address.",
                _ => $"This is markup with the root <{(_root.Length <= 40 ? _root : _root[..40])}>, not a list of feeds.",
            };
        }
    }

    /// <summary>What an outline's attributes say, under all the names that are out there.</summary>
    private readonly struct OutlineAttributes
    {
        public OutlineAttributes(OpmlTags tag)
        {
            string? text = null, title = null, xmlUrl = null, otherUrl = null;
            while (tag.NextAttribute(out var name, out var value))
            {
                if (Is(name, "xmlurl", "xml_url", "feedurl", "rssurl"))
                    xmlUrl ??= Value(value);
                else if (Is(name, "url", "href"))
                    otherUrl ??= Value(value);
                else if (Is(name, "htmlurl", "html_url", "siteurl", "link"))
                    SiteUrl ??= Value(value);
                else if (Is(name, "title", "name"))
                    title ??= Name(value);
                else if (Is(name, "text"))
                    text ??= Name(value);
                else if (Is(name, "type"))
                    Type ??= Value(value);
            }

            Title = title ?? text;
            Address = xmlUrl ?? otherUrl;
            IsNamedFeed = xmlUrl is not null;
            PointsElsewhere = xmlUrl is null && Type is not null && !IsFeedType(Type);
            IsScraped = Type is not null && (Starts(Type, "html+") || Starts(Type, "json+") || Starts(Type, "xml+"));
        }

        public string? Title { get; }

        public string? Address { get; }

        public string? SiteUrl { get; }

        public string? Type { get; }

        /// <summary>The address stands in an attribute that is for feeds: xmlUrl, not url.</summary>
        public bool IsNamedFeed { get; }

        /// <summary>The address is one of a page, an episode or another list: type="link", type="include".</summary>
        public bool PointsElsewhere { get; }

        /// <summary>The address is one of a page, out of which FreshRSS cuts a feed: type="HTML+XPath".</summary>
        public bool IsScraped { get; }

        private static bool IsFeedType(string type) =>
            Starts(type, "rss") || Starts(type, "atom") || Starts(type, "rdf") || Starts(type, "feed") || Starts(type, "xml")
            || Starts(type, "json") || type.Equals("pie", StringComparison.OrdinalIgnoreCase) || type.Equals("podcast", StringComparison.OrdinalIgnoreCase);

        private static bool Starts(string type, string beginning) => type.StartsWith(beginning, StringComparison.OrdinalIgnoreCase);

        private static bool Is(ReadOnlySpan<char> name, params ReadOnlySpan<string> names)
        {
            foreach (var one in names)
            {
                if (name.Equals(one, StringComparison.OrdinalIgnoreCase))
                    return true;
            }

            return false;
        }
    }
}
