using System.Text.Json;

namespace News.Articles;

/// <summary>
/// What a page says of its article in JSON-LD, by https://schema.org/NewsArticle. Broken JSON is mended where a line
/// break stands in a string or the whole is escaped as HTML, else passed over.
/// </summary>
internal sealed record PageLinkedData
{
    // Nodes looked at in one page: a graph can be large, an article stands near its top.
    private const int MaxNodes = 1000;

    private static readonly JsonDocumentOptions Forgiving = new()
    {
        AllowTrailingCommas = true,
        CommentHandling = JsonCommentHandling.Skip,
        MaxDepth = 64,
    };

    public string? Headline { get; private init; }

    public string? Authors { get; private init; }

    public DateTimeOffset? Published { get; private init; }

    /// <summary>When the page was published, where no article is described.</summary>
    public DateTimeOffset? PagePublished { get; private init; }

    public string? Body { get; private init; }

    public string? Url { get; private init; }

    public string? Language { get; private init; }

    public string? Publisher { get; private init; }

    /// <summary>The page's article: the first with a headline; null where no script describes one.</summary>
    public static PageLinkedData? From(IEnumerable<string> scripts)
    {
        PageLinkedData? found = null;
        foreach (var script in scripts)
        {
            using var document = Parse(script);
            if (document is null)
                continue;
            var article = FindArticle(document.RootElement);
            if (article?.Headline is not null)
                return article;
            found = found is null || (article is not null && found.PagePublished is not null && found.Published is null) ? article ?? found : found;
        }

        return found;
    }

    private static JsonDocument? Parse(string script)
    {
        var json = Unwrapped(script);
        return TryParse(json)
            ?? TryParse(string.Create(json.Length, json, (mended, broken) =>
            {
                for (var i = 0; i < broken.Length; i++)
                    mended[i] = char.IsControl(broken[i]) ? ' ' : broken[i];
            }))
            ?? (json.Contains("&quot;", StringComparison.Ordinal) ? TryParse(HtmlText.ToLine(json)) : null);
    }

    // "<!-- … -->" and "//<![CDATA[ … //]]>" around the object are habits from the time of XHTML.
    private static string Unwrapped(string script)
    {
        var json = script.AsSpan().Trim();
        if (json.IsEmpty || json[0] is '{' or '[')
            return script;
        var mark = json.IndexOf("[CDATA[");
        if (mark >= 0)
            json = json[(mark + "[CDATA[".Length)..];
        var start = json.IndexOfAny('{', '[');
        var end = json.LastIndexOf('}');
        if (start < 0 || end < start)
            return script;
        var list = json[start] == '[' ? json[end..].IndexOf(']') : -1;
        return json[start..(end + 1 + Math.Max(list, 0))].ToString();
    }

    private static JsonDocument? TryParse(string json)
    {
        try
        {
            return JsonDocument.Parse(json, Forgiving);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static PageLinkedData? FindArticle(JsonElement root)
    {
        var waiting = new Queue<JsonElement>([root]);
        var people = new Dictionary<string, string>();
        JsonElement? found = null;
        JsonElement? page = null;
        for (var looked = 0; looked < MaxNodes && waiting.TryDequeue(out var node); looked++)
        {
            if (node.ValueKind == JsonValueKind.Array)
            {
                foreach (var item in node.EnumerateArray().Take(MaxNodes))
                    waiting.Enqueue(item);
            }
            else if (node.ValueKind == JsonValueKind.Object)
            {
                if (IsArticle(node) && (found is not { } other || (HeadlineOf(other) is null && HeadlineOf(node) is not null)))
                    found = node;
                else if (Text(Property(node, "@type")) == "WebPage")
                    page ??= node;
                if (Text(Property(node, "@id")) is { } id && Line(Property(node, "name")) is { } name)
                    people.TryAdd(id, name);
                foreach (var inner in (ReadOnlySpan<string>)["@graph", "mainEntity", "mainEntityOfPage"])
                {
                    if (node.TryGetProperty(inner, out var value))
                        waiting.Enqueue(value);
                }
            }
        }

        if (found is { } article)
            return Read(article, people) with { PagePublished = PublishedOf(page) };
        return PublishedOf(page) is { } published ? new PageLinkedData { PagePublished = published } : null;
    }

    private static DateTimeOffset? PublishedOf(JsonElement? node) => node is { } known ? PageDate.Parse(Text(Property(known, "datePublished"))) : null;

    private static string? HeadlineOf(JsonElement article) => Line(Property(article, "headline")) ?? Line(Property(article, "name"));

    private static bool IsArticle(JsonElement node)
    {
        if (!node.TryGetProperty("@type", out var type))
            return false;
        return type.ValueKind == JsonValueKind.Array ? type.EnumerateArray().Any(Names) : Names(type);

        static bool Names(JsonElement type) => Text(type) is { } name
            && (name.EndsWith("Article", StringComparison.Ordinal) || name.EndsWith("BlogPosting", StringComparison.Ordinal)
                || name.EndsWith("Report", StringComparison.Ordinal));
    }

    private static PageLinkedData Read(JsonElement article, Dictionary<string, string> people) => new()
    {
        Headline = HeadlineOf(article),
        Authors = Names(Property(article, "author"), people) ?? Names(Property(article, "creator"), people),
        Published = PublishedOf(article),
        Body = Text(Property(article, "articleBody")),
        Url = Text(Property(article, "url")) ?? Text(Property(article, "mainEntityOfPage")) ?? Text(Property(Property(article, "mainEntityOfPage"), "@id")),
        Language = Text(Property(article, "inLanguage")) ?? Text(Property(Property(article, "inLanguage"), "alternateName")),
        Publisher = Line(Property(Property(article, "publisher"), "name")),
    };

    private static JsonElement Property(JsonElement node, string name) =>
        node.ValueKind == JsonValueKind.Object && node.TryGetProperty(name, out var value) ? value : default;

    /// <summary>A name, a person with a name, one described elsewhere in the graph, or a list of these.</summary>
    private static string? Names(JsonElement authors, Dictionary<string, string> people)
    {
        IEnumerable<JsonElement> each = authors.ValueKind == JsonValueKind.Array ? authors.EnumerateArray().Take(20) : [authors];
        var names = each
            .Select(author => Line(author) ?? Line(Property(author, "name")) ?? people.GetValueOrDefault(Text(Property(author, "@id")) ?? ""))
            .OfType<string>().Distinct();
        return string.Join(", ", names) is { Length: > 0 } joined ? joined : null;
    }

    private static string? Line(JsonElement value) =>
        Text(value) is { } text && HtmlText.ToLine(text) is { Length: > 0 } line ? line : null;

    private static string? Text(JsonElement value)
    {
        if (value.ValueKind != JsonValueKind.String)
            return null;
        try
        {
            return value.GetString();
        }
        catch (InvalidOperationException)
        {
            return null; // half a surrogate pair, which is no text
        }
    }
}
