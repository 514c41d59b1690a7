using System.Globalization;
using News.Articles;

namespace News.Feeds;

/// <summary>What stands in a page that may tell of feeds, in one pass over it; addresses are as written.</summary>
internal sealed class FeedDiscoveryPage
{
    // A page that links more is a catalogue of feeds, or hostile; the first are as good as any.
    private const int MaxLinks = 500;
    private const int MaxTitle = 200;

    // Names are short; what a link that is never closed runs on for is none.
    private const int MaxName = 60;

    // A page that sends its reader on after longer is meant to be read.
    private const int LongestRefresh = 10;

    // What sites write in place of "alternate" beside a feed's own type.
    private static readonly string[] OtherRelations = ["rss", "atom", "service.feed", "self", "alternative", "alternates"];

    private readonly List<Link> _links = [];

    private FeedDiscoveryPage()
    {
    }

    public IReadOnlyList<Link> Links => _links;

    /// <summary>The first <c>&lt;base href&gt;</c>.</summary>
    public string? Base { get; private set; }

    /// <summary><c>&lt;meta name="generator"&gt;</c>: the software of the site.</summary>
    public string? Generator { get; private set; }

    public string? CanonicalLink { get; private set; }

    /// <summary>Where WordPress says that its interface is: "https://example.com/blog/wp-json/".</summary>
    public string? WordPressApi { get; private set; }

    /// <summary>Where the page says of itself that it is: <c>&lt;meta property="og:url"&gt;</c>.</summary>
    public string? OwnAddress { get; private set; }

    /// <summary>YouTube's number of the channel: <c>&lt;meta itemprop="channelId"&gt;</c>.</summary>
    public string? ChannelId { get; private set; }

    /// <summary>Where the page sends its reader at once: <c>&lt;meta http-equiv="refresh" content="0; url=/en/"&gt;</c>.</summary>
    public string? Refresh { get; private set; }

    /// <summary>The page is offered to Mastodon and its like too.</summary>
    public bool IsActivity { get; private set; }

    public static FeedDiscoveryPage Read(string html)
    {
        var page = new FeedDiscoveryPage();
        var scanner = new HtmlScanner(html);
        var name = new TextFolder(MaxName) { OneLine = true };
        try
        {
            page.Scan(ref scanner, ref name);
        }
        finally
        {
            name.Dispose();
        }

        return page;
    }

    private void Scan(ref HtmlScanner scanner, ref TextFolder name)
    {
        Anchor? open = null;
        while (scanner.Next() is var token && token != HtmlToken.Done)
        {
            if (token == HtmlToken.Text)
            {
                AppendName(open, scanner.Text, ref name);
                continue;
            }

            name.Break(TextBreak.Space);
            var tag = scanner.Tag;
            if (tag == HtmlTag.A)
            {
                Close(open, ref name);
                open = token == HtmlToken.Start ? Open(scanner.Attributes) : null;
            }
            else if (token == HtmlToken.Start && tag == HtmlTag.Img)
            {
                AppendName(open, scanner.Attributes["alt"], ref name);
            }
            else if (token == HtmlToken.Start)
            {
                Look(tag, scanner.Attributes);
            }
        }

        Close(open, ref name);
    }

    private void Look(HtmlTag tag, HtmlAttributes attributes)
    {
        switch (tag)
        {
            case HtmlTag.Base:
                Base ??= Value(attributes["href"]);
                break;
            case HtmlTag.Meta:
                LookAtMeta(attributes);
                break;
            case HtmlTag.Link:
                LookAtLink(attributes);
                break;
        }
    }

    private void LookAtMeta(HtmlAttributes attributes)
    {
        if (Is(attributes["name"], "generator"))
            Generator ??= Value(attributes["content"]);
        else if (Is(attributes["property"], "og:url"))
            OwnAddress ??= Value(attributes["content"]);
        else if (Is(attributes["itemprop"], "channelId") || Is(attributes["itemprop"], "identifier"))
            ChannelId ??= Value(attributes["content"]) is { } id && id.StartsWith("UC", StringComparison.Ordinal) ? id : null;
        else if (Is(attributes["http-equiv"], "refresh"))
            Refresh ??= RefreshOf(Value(attributes["content"]));

        static bool Is(ReadOnlySpan<char> name, ReadOnlySpan<char> other) => name.Equals(other, StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>"0; url=/en/", "0;URL='https://example.com/'" → the address.</summary>
    private static string? RefreshOf(string? content)
    {
        var end = content?.AsSpan().IndexOfAny(";,") ?? -1;
        if (end < 0 || !double.TryParse(content.AsSpan(0, end), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var seconds) || seconds > LongestRefresh)
            return null;
        var address = content.AsSpan(end + 1).Trim();
        if (address.StartsWith("url", StringComparison.OrdinalIgnoreCase) && address[3..].TrimStart() is ['=', .. var rest])
            address = rest;
        address = address.Trim().Trim("'\"");
        return address.IsEmpty ? null : address.ToString();
    }

    private void LookAtLink(HtmlAttributes attributes)
    {
        var rel = attributes["rel"];
        if (Value(attributes["href"]) is not { } href)
            return;
        if (HasToken(rel, "canonical"))
            CanonicalLink ??= href;
        else if (HasToken(rel, "https://api.w.org/"))
            WordPressApi ??= href;
        if (HasToken(rel, "stylesheet"))
            return; // "alternate stylesheet"

        var type = FeedDiscoveryType.Of(attributes["type"]);
        IsActivity |= type == FeedDiscoveryType.Activity;
        var isFeed = HasToken(rel, "feed");
        if (!isFeed && !HasToken(rel, "alternate") && !(type.IsFeedOnly && IsAsGood(rel)))
            return;

        // Without a type a rel="feed" is one, and an alternate that is not the page in another language, or for phones,
        // is one if it looks like one.
        var isDeclared = type.IsFeed
            || (type == FeedDiscoveryType.Missing && (isFeed || (!attributes.Has("hreflang") && !attributes.Has("media") && NamesFeed(href))));
        if (!isDeclared)
            return;

        // Titles come escaped twice often enough: "AT&amp;amp;T".
        var title = HtmlText.ToLine(HtmlEntities.Decode(attributes["title"]));

        // The page in another language as XML, or for programs as JSON: it may be a feed, and is not said to be one.
        var isVague = !type.IsFeedOnly && type.IsFeed && !isFeed && !NamesFeed(href) && !NamesFeed(title.AsSpan())
            && (type.IsAnyJson || attributes.Has("hreflang") || attributes.Has("media"));
        Add(isVague
            ? new Link(href, Title(title), type.Format, FeedClue.Linked, IsTyped: false, IsNamed: true)
            : new Link(href, Title(title), type.Format, FeedClue.Declared, type.IsFeed, IsNamed: false));
    }

    /// <summary>Of a link to what is a feed by its type: no relation at all, or one that says as much as "alternate".</summary>
    private static bool IsAsGood(ReadOnlySpan<char> rel)
    {
        if (rel.Trim().IsEmpty)
            return true;
        foreach (var relation in OtherRelations)
        {
            if (HasToken(rel, relation))
                return true;
        }

        return false;
    }

    private Anchor? Open(HtmlAttributes attributes)
    {
        if (_links.Count >= MaxLinks || attributes.IsEmpty || Value(attributes["href"]) is not { } href)
            return null;
        var type = FeedDiscoveryType.Of(attributes["type"]);
        var label = attributes["title"];
        return new Anchor(href, label.IsEmpty ? attributes["aria-label"].ToString() : label.ToString(), type);
    }

    private static void AppendName(Anchor? open, ReadOnlySpan<char> text, ref TextFolder name)
    {
        if (open is not null && name.Length < MaxName)
            name.AppendHtml(text[..Math.Min(text.Length, 2 * MaxName)]);
    }

    private void Close(Anchor? open, ref TextFolder name)
    {
        if (open is not null)
        {
            var text = name.Length > 0 ? name.ToString() : HtmlEntities.Decode(open.Label);
            var isNamed = NamesFeed(text.AsSpan()) || IsXmlButton(text, open.Href) || (open.Label.Length is > 0 and <= MaxName && NamesFeed(open.Label.AsSpan()));
            if (open.Type.IsFeed || (open.Type == FeedDiscoveryType.Missing && (isNamed || NamesFeed(open.Href))))
                Add(new Link(open.Href, Title(text), open.Type.Format, FeedClue.Linked, open.Type.IsFeed, isNamed));
        }

        name.Clear();
    }

    /// <summary>The orange button of old that says "XML".</summary>
    private static bool IsXmlButton(string text, string href) =>
        text.Equals("xml", StringComparison.OrdinalIgnoreCase) && href.EndsWith(".xml", StringComparison.OrdinalIgnoreCase);

    private void Add(Link link)
    {
        if (_links.Count < MaxLinks)
            _links.Add(link);
    }

    /// <summary>A first look at an address that is not resolved yet.</summary>
    private static bool NamesFeed(string href) =>
        href.Contains("rss", StringComparison.OrdinalIgnoreCase) || href.Contains("feed", StringComparison.OrdinalIgnoreCase)
        || href.Contains("atom", StringComparison.OrdinalIgnoreCase) || href.Contains("rdf", StringComparison.OrdinalIgnoreCase)
        || href.Contains("index.xml", StringComparison.OrdinalIgnoreCase);

    /// <summary>"RSS", "RSS feed", "Subscribe via RSS", "Atom 1.0", "Feed"; not "The atom and its feeds of energy".</summary>
    private static bool NamesFeed(ReadOnlySpan<char> name)
    {
        const int MaxWords = 5;
        var (words, rss, feeds, others) = (0, 0, 0, 0);
        foreach (var range in name.SplitAny(" \u00A0-–—:/()[]|,."))
        {
            var word = name[range];
            if (word.IsEmpty)
                continue;
            if (++words > MaxWords)
                return false;
            if (word.StartsWith("rss", StringComparison.OrdinalIgnoreCase) && word.Length <= "rss20".Length)
                rss++;
            else if (Is(word, "atom") || Is(word, "feed") || Is(word, "feeds"))
                feeds++;
            else if (!char.IsAsciiDigit(word[0]) && !IsFiller(word))
                others++;
        }

        return rss > 0 || (feeds > 0 && others == 0);

        static bool Is(ReadOnlySpan<char> word, string other) => word.Equals(other, StringComparison.OrdinalIgnoreCase);

        static bool IsFiller(ReadOnlySpan<char> word) => Is(word, "xml") || Is(word, "json") || Is(word, "news") || Is(word, "web")
            || Is(word, "subscribe") || Is(word, "to") || Is(word, "via") || Is(word, "by") || Is(word, "the") || Is(word, "our")
            || Is(word, "site") || Is(word, "blog") || Is(word, "full") || Is(word, "this");
    }

    private static bool HasToken(ReadOnlySpan<char> rel, ReadOnlySpan<char> token)
    {
        foreach (var range in rel.SplitAny(" \t\n\r\f,"))
        {
            if (rel[range].Equals(token, StringComparison.OrdinalIgnoreCase))
                return true;
        }

        return false;
    }

    private static string? Value(ReadOnlySpan<char> source) =>
        source.IsEmpty || HtmlEntities.Decode(source) is not { Length: > 0 } value ? null : value;

    private static string? Title(string? text) => string.IsNullOrEmpty(text) ? null : PlainText.Beginning(text, MaxTitle);

    /// <param name="IsTyped">A media type says that it is a feed.</param>
    /// <param name="IsNamed">What readers see says that it is one.</param>
    internal sealed record Link(string Href, string? Title, FeedFormat? Format, FeedClue Clue, bool IsTyped, bool IsNamed);

    private sealed record Anchor(string Href, string Label, FeedDiscoveryType Type);
}
