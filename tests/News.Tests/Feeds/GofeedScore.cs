using System.Globalization;
using System.Text;
using System.Text.Json;
using News.Articles;
using News.Feeds;
using Xunit.Abstractions;

namespace News.Tests.Feeds;

/// <summary>
/// Compares our reading with gofeed's on gofeed's own samples, field by field. gofeed keeps markup in titles and raw
/// texts where our contract asks for plain text, so texts are compared as a reader sees them.
/// </summary>
public sealed class GofeedScore(ITestOutputHelper output)
{
    private const string Folder = "data/feeds-gofeed/testdata";

    private readonly SortedDictionary<string, (int Right, int All)> score = new(StringComparer.Ordinal);
    private readonly List<string> wrong = [];

    [SharedDataFact(Folder)]
    public void Nearly_all_that_gofeed_reads_is_read_the_same()
    {
        var root = SharedData.Find(Folder)!;
        foreach (var path in Directory.EnumerateFiles(root, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            // gofeed's raw reading of JSON keeps JSON Feed's own names; the same files stand under translator.
            if (path.EndsWith("_expected.json", StringComparison.Ordinal) || path.Contains("parser/json", StringComparison.Ordinal))
                continue;
            var expected = path.EndsWith(".xml", StringComparison.Ordinal)
                ? Path.ChangeExtension(path, ".json")
                : path.Replace(".json", "_expected.json", StringComparison.Ordinal);
            if (File.Exists(expected))
                Compare(Path.GetRelativePath(root, path), File.ReadAllBytes(path), File.ReadAllText(expected));
        }

        foreach (var (field, (right, all)) in score)
            output.WriteLine($"{field,-20} {right,4} of {all,4}");
        var total = score.Values.Aggregate((Right: 0, All: 0), (sum, next) => (sum.Right + next.Right, sum.All + next.All));
        output.WriteLine($"{"all",-20} {total.Right,4} of {total.All,4}");
        foreach (var line in wrong)
            output.WriteLine(line);
        Assert.True(total.Right >= 0.96 * total.All, $"{total.Right} of {total.All}");
    }

    private void Compare(string name, byte[] body, string expectedJson)
    {
        using var document = JsonDocument.Parse(expectedJson);
        var expected = document.RootElement;
        if (FeedParser.Parse(body, null, null) is not FeedReading.Read(var feed))
        {
            Count(name, "feed", "a feed", "none");
            return;
        }

        Count(name, "feed", "a feed", "a feed");
        Count(name, "version", Text(expected, "feedVersion") ?? Text(expected, "version"), feed.Version);
        Count(name, "title", Plain(Text(expected, "title")), feed.Title);
        Count(name, "link", Text(expected, "link") ?? AtomLink(expected), feed.Link);
        Count(name, "description", Plain(Text(expected, "description") ?? Text(expected, "subtitle")), Plain(feed.Description));
        Count(name, "language", Text(expected, "language"), feed.Language);
        Count(name, "updated", Instant(expected, "updated") ?? Instant(expected, "lastBuildDate"), Shown(feed.Updated));
        Count(name, "image", Nested(expected, "image", "url") ?? Text(expected, "logo") ?? Text(expected, "icon"), feed.Image);
        Count(name, "generator", Plain(Generator(expected)), feed.Generator);

        var items = expected.TryGetProperty("items", out var list) || expected.TryGetProperty("entries", out list)
            ? list.EnumerateArray().ToArray()
            : [];
        var said = items.Where(item => item.EnumerateObject().Any()).ToArray();
        Count(name, "items", said.Length.ToString(CultureInfo.InvariantCulture), feed.Items.Length.ToString(CultureInfo.InvariantCulture));
        if (said.Length != feed.Items.Length)
            return;
        for (var i = 0; i < said.Length; i++)
            CompareItem(name, said[i], feed.Items[i]);
    }

    private void CompareItem(string name, JsonElement expected, FeedItem item)
    {
        Count(name, "item.id", Text(expected, "guid") ?? Nested(expected, "guid", "value") ?? Text(expected, "id"), item.Id);
        Count(name, "item.link", Text(expected, "link") ?? AtomLink(expected), item.Link);
        Count(name, "item.title", Plain(Text(expected, "title")), item.Title);
        Count(name, "item.published", Instant(expected, "published") ?? Instant(expected, "pubDate"), Shown(item.Published));
        Count(name, "item.updated", Instant(expected, "updated"), Shown(item.Updated));
        Count(name, "item.author", Author(expected), item.Author);
        Count(name, "item.comments", Text(expected, "comments"), item.CommentsUrl);
        Count(name, "item.image", Nested(expected, "image", "url"), item.Image);
        Count(name, "item.categories", Categories(expected), string.Join('|', item.Categories));
        Count(name, "item.enclosures", Enclosures(expected), string.Join('|', item.Enclosures.Select(e => $"{e.Url} {e.Type} {e.Length}")));

        var content = expected.TryGetProperty("content", out var value)
            ? value.ValueKind == JsonValueKind.String ? value.GetString() : Text(value, "value")
            : null;
        var summary = Text(expected, "description") ?? Text(expected, "summary");
        if (string.IsNullOrEmpty(content))
            (content, summary) = (summary, null);
        Count(name, "item.content", Body(content), Body(item.Content?.ToHtml()));
        Count(name, "item.summary", Plain(summary), Plain(item.Summary?.ToText()));
    }

    private void Count(string name, string field, string? expected, string? actual)
    {
        if (string.IsNullOrEmpty(expected) && string.IsNullOrEmpty(actual))
            return;
        var isRight = string.Equals(expected?.Trim(), actual?.Trim(), StringComparison.Ordinal);
        var (right, all) = score.GetValueOrDefault(field);
        score[field] = (right + (isRight ? 1 : 0), all + 1);
        if (!isRight)
            wrong.Add($"{name}: {field} should be [{expected}] but is [{actual}]");
    }

    private static string? Text(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static string? Nested(JsonElement element, string name, string inner) =>
        element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Object ? Text(value, inner) : null;

    private static string? Generator(JsonElement element) => Text(element, "generator") ?? Nested(element, "generator", "value");

    private static string? Plain(string? text) => PlainLine.FromHtml(text is null ? null : HtmlText.ToText(text));

    private static string? Body(string? html)
    {
        if (html is null)
            return null;
        var clean = new StringBuilder(FeedHtml.Clean(Encoding.UTF8.GetBytes(html), null, out _));
        return clean.Replace("\n", "").Replace(" ", "").ToString();
    }

    private static string? Instant(JsonElement element, string name) =>
        Text(element, name + "Parsed") is { } instant
            ? Shown(DateTimeOffset.Parse(instant, CultureInfo.InvariantCulture))
            : null;

    private static string? Shown(DateTimeOffset? instant) => instant?.ToUniversalTime().ToString("O", CultureInfo.InvariantCulture);

    private static string? AtomLink(JsonElement element)
    {
        if (!element.TryGetProperty("links", out var links) || links.ValueKind != JsonValueKind.Array)
            return null;
        foreach (var link in links.EnumerateArray())
        {
            if (link.ValueKind == JsonValueKind.Object && (Text(link, "rel") ?? "alternate") == "alternate")
                return Text(link, "href");
        }

        return null;
    }

    private static string? Author(JsonElement element)
    {
        if (element.TryGetProperty("authors", out var authors) && authors.ValueKind == JsonValueKind.Array)
            return string.Join(", ", authors.EnumerateArray().Select(author => Text(author, "name") ?? Text(author, "email")));
        if (Text(element, "author") is { } text)
            return PersonName.From(text);
        return null;
    }

    private static string? Categories(JsonElement element) =>
        element.TryGetProperty("categories", out var list) && list.ValueKind == JsonValueKind.Array
            ? string.Join('|', list.EnumerateArray().Select(category => category.ValueKind == JsonValueKind.String
                ? Plain(category.GetString())
                : Text(category, "label") ?? Text(category, "term") ?? Plain(Text(category, "value"))))
            : null;

    private static string? Enclosures(JsonElement element) =>
        element.TryGetProperty("enclosures", out var list) && list.ValueKind == JsonValueKind.Array
            ? string.Join('|', list.EnumerateArray().Select(e => $"{Text(e, "url")} {Text(e, "type")} {Text(e, "length")}"))
            : AtomEnclosures(element);

    private static string? AtomEnclosures(JsonElement element) =>
        element.TryGetProperty("links", out var links) && links.ValueKind == JsonValueKind.Array
            ? string.Join('|', links.EnumerateArray()
                .Where(link => link.ValueKind == JsonValueKind.Object && Text(link, "rel") == "enclosure")
                .Select(link => $"{Text(link, "href")} {Text(link, "type")} {Text(link, "length")}"))
            : null;
}
