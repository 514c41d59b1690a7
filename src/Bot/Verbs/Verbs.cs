using System.Collections.Immutable;
using News.Articles;
using News.Claims;
using News.Feeds;
using News.Matching;
using News.Stories;
using News.Summaries;

namespace Bot.Verbs;

/// <summary>The pipeline's steps for a newsroom's shell, each as the contract in the README has it.</summary>
internal static class Verbs
{
    // One more than is read of a feed, so that it says what it left out.
    private const int MostOfFeed = FeedParser.MaximumBytes + 1;

    /// <summary>What <c>summarize</c> takes, in UTF-16 code units.</summary>
    private const int LongestText = 4_000_000;

    /// <summary><c>bot parse</c>: bytes → the feed that they are.</summary>
    public static VerbRun<ParseInput> Parse(Streams streams) => new(
        streams,
        (file, bytes) => new ParseInput(file, null, null) { Bytes = bytes },
        (input, output) =>
        {
            var file = input.File ?? throw new BadInputException("has no \"file\"");
            try
            {
                switch (FeedParser.Parse(input.Bytes ?? InputFile.Read(file, MostOfFeed), input.ContentType, Address(input.BaseUrl)))
                {
                    case FeedReading.Read(var feed):
                        JsonLines.Write(ParsedFeed.Of(file, feed), output);
                        break;
                    case FeedReading.NotAFeed(var reason):
                        throw new BadInputException(reason);
                }
            }
            catch (BadInputException bad)
            {
                throw new BadInputException(bad.Message, JsonLines.Write(new { file, error = bad.Message }));
            }
        },
        MostOfFeed);

    /// <summary><c>bot article</c>: a page → its article.</summary>
    public static VerbRun<ArticleInput> Article(Streams streams) => new(
        streams,
        (file, bytes) => new ArticleInput(file, PageReader.Decode(bytes ?? InputFile.Read(file), null), null, null),
        input =>
        {
            var html = input.Html ?? PageReader.Decode(InputFile.Read(input.File ?? throw new BadInputException("has neither \"html\" nor \"file\"")), null);
            var page = PageReader.Read(html, Address(input.Url));
            return JsonLines.Write(new
            {
                id = input.Id ?? input.File,
                title = page.Title,
                byline = page.Byline,
                published = page.Published,
                text = page.Text,
                canonicalUrl = page.CanonicalUrl,
            });
        });

    /// <summary><c>bot summarize</c>: text → sentences, quotes and corrections.</summary>
    public static VerbRun<TextInput> Summarize(Streams streams) => new(streams, TextInput.OfFile, input =>
    {
        var text = input.Text ?? throw new BadInputException("has no \"text\"");
        if (text.Length > LongestText)
            throw new BadInputException($"is too long: its text has {text.Length:N0} characters, and no article more than {LongestText:N0}");
        var article = new ArticleText(text);
        var summary = Summarizer.Summarize(input.Title, article);
        return JsonLines.Write(new
        {
            id = input.Id,
            summary = summary.Sentences,
            quotes = summary.Quotes.Select(quote => new
            {
                text = quote.Text,
                start = quote.Start,
                end = quote.End,
                kind = quote.Kind,
                speaker = quote.Speaker,
                role = quote.Role,
                speakerMention = quote.Mention?.Text,
                speakerStart = quote.Mention?.Start,
                speakerEnd = quote.Mention?.End,
                cue = quote.Cue,
                certainty = quote.Certainty,
            }),
            corrections = summary.Corrections,
            claims = ClaimReader.Read(input.Title ?? "", article).Select(claim => new
            {
                kind = claim.Kind,
                low = claim.Low,
                high = claim.High,
                text = claim.Words,
                start = claim.Start,
                saidBy = claim.SaidBy,
            }),
        });
    });

    /// <summary><c>bot match --query Q</c>: text → whether it meets the query, and why.</summary>
    public static VerbRun<TextInput> Match(Streams streams, Query query) => new(streams, TextInput.OfFile, input =>
    {
        var verdict = query.Judge(input.ToArticle());
        return JsonLines.Write(new { id = input.Id, matched = verdict.Holds, terms = verdict.Holds ? verdict.Met : [] });
    });

    /// <summary><c>bot cluster</c>: articles in order of arrival → the story of each.</summary>
    public static VerbRun<TextInput> Cluster(Streams streams)
    {
        var stories = new StoryIndex();
        var latest = DateTimeOffset.UnixEpoch;
        return new VerbRun<TextInput>(streams, TextInput.OfFile, input =>
        {
            // What has no date came when the one before it did.
            var article = input.ToArticle() with { Published = input.Published ?? latest, Source = string.IsNullOrWhiteSpace(input.Source) ? SiteOf(input.Url) : input.Source };
            if (article.Published > latest)
                latest = article.Published;
            return JsonLines.Write(new { id = input.Id, story = $"s{stories.Assign(article).Value}" });
        });
    }

    /// <summary>Who publishes under an address, as well as that tells it.</summary>
    private static string SiteOf(string? url) => Uri.TryCreate(url, UriKind.Absolute, out var address) ? address.Host : "";

    private static Uri? Address(string? url) =>
        string.IsNullOrWhiteSpace(url) ? null
        : Uri.TryCreate(url, UriKind.Absolute, out var uri) ? uri
        : throw new BadInputException($"“{url}” is no absolute address");
}

internal sealed record ParseInput(string? File, string? ContentType, string? BaseUrl)
{
    internal byte[]? Bytes { get; init; }
}

internal sealed record ArticleInput(object? Id, string? Html, string? File, string? Url);

/// <summary>The line of <c>summarize</c>, <c>match</c> and <c>cluster</c>.</summary>
/// <param name="Id">Goes out as it came in: text, a number, or null.</param>
internal sealed record TextInput(
    object? Id, string? Title, string? Text, string? Url, DateTimeOffset? Published, string? Source, string? Language,
    string? Author = null, IReadOnlyList<string>? Categories = null)
{
    public static TextInput OfFile(string file, byte[]? bytes) => new(file, null, InputFile.Text(bytes ?? InputFile.Read(file)), null, null, null, null);

    public Article ToArticle() => new()
    {
        Key = new ItemKey($"guid:{Id}"),
        Title = Title ?? "",
        Text = Text ?? "",
        Link = Url,
        CanonicalLink = CanonicalLink.Of(Url),
        Source = Source ?? "",
        Author = Author,
        Language = Language,
        Categories = [.. Categories ?? []],
        Published = Published ?? DateTimeOffset.UnixEpoch,
    };
}

/// <summary>A feed in the shape of the contract.</summary>
/// <param name="Items">Made one by one while they are written, since their texts are many times what the feed is.</param>
internal sealed record ParsedFeed(
    string File, FeedFormat Format, string? Version, string? Title, string? Link, string? Description, string? Language,
    DateTimeOffset? Updated, string? Image, string? Generator, IEnumerable<ParsedItem> Items, ImmutableArray<string> Warnings)
{
    public static ParsedFeed Of(string file, Feed feed) => new(
        file, feed.Format, feed.Version, feed.Title, feed.Link, feed.Description, feed.Language,
        feed.Updated, feed.Image, feed.Generator, feed.Items.Select(ParsedItem.Of), feed.Warnings);
}

/// <summary>An item of a feed in the shape of the contract: its texts written out.</summary>
internal sealed record ParsedItem(
    string? Id, string? Link, string? Title, string? Summary, string? Content, string? Author, DateTimeOffset? Published,
    DateTimeOffset? Updated, ImmutableArray<string> Categories, string? Image, ImmutableArray<Enclosure> Enclosures,
    string? CommentsUrl)
{
    public static ParsedItem Of(FeedItem item) => new(
        item.Id, item.Link, item.Title, OrNull(item.Summary?.ToText()), OrNull(item.Content?.ToHtml()), item.Author,
        item.Published, item.Updated, item.Categories, item.Image, item.Enclosures, item.CommentsUrl);

    private static string? OrNull(string? text) => string.IsNullOrEmpty(text) ? null : text;
}
