using System.Globalization;
using System.Text.Json;
using News.Articles;
using News.Feeds;
using News.Tests.Feeds;
using Xunit.Abstractions;

namespace Bot.Tests.Verbs;

/// <summary>
/// Scores what <c>bot parse</c> prints, field by field: against gofeed's reading of gofeed's own samples, and against the
/// rows of our quirks. gofeed keeps markup in titles and raw texts where our contract asks for plain text, so texts are
/// compared as a reader sees them.
/// </summary>
public sealed class FeedScore(ITestOutputHelper output)
{
    private const string Gofeed = "data/feeds-gofeed/testdata";

    private readonly SortedDictionary<string, (int Right, int All)> score = new(StringComparer.Ordinal);
    private readonly List<string> wrong = [];

    [SharedDataFact(Gofeed)]
    public void Nearly_all_that_gofeed_reads_is_read_the_same()
    {
        var root = SharedData.Find(Gofeed)!;
        foreach (var path in Directory.EnumerateFiles(root, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            // gofeed's raw reading of JSON keeps JSON Feed's own names; the same files stand under translator.
            if (path.EndsWith("_expected.json", StringComparison.Ordinal) || path.Contains("parser/json", StringComparison.Ordinal))
                continue;
            var expected = path.EndsWith(".xml", StringComparison.Ordinal)
                ? Path.ChangeExtension(path, ".json")
                : path.Replace(".json", "_expected.json", StringComparison.Ordinal);
            if (File.Exists(expected))
                Compare(Path.GetRelativePath(root, path), Parse(path, null), File.ReadAllText(expected));
        }

        Assert.True(Total() >= 0.96);
    }

    [Fact]
    public void Every_quirk_is_read_as_its_row_says()
    {
        foreach (var row in Quirks.Rows)
        {
            var (sample, lines) = ((string)row[0], (string[])row[1]);
            using var parsed = Parse(Path.Combine(AppContext.BaseDirectory, "Feeds", "Samples", sample), "https://wire.example/feed/");
            foreach (var line in lines)
            {
                var at = line.IndexOf('=', StringComparison.Ordinal);
                Check(sample, parsed.RootElement, line[..at], line[(at + 1)..]);
            }
        }

        Assert.Equal(1, Total());
    }

    /// <summary>Writes the score down; the share of fields that are right.</summary>
    private double Total()
    {
        foreach (var (field, (right, all)) in score)
            output.WriteLine($"{field,-20} {right,4} of {all,4}");
        var total = score.Values.Aggregate((Right: 0, All: 0), (sum, next) => (sum.Right + next.Right, sum.All + next.All));
        output.WriteLine($"{"all",-20} {total.Right,4} of {total.All,4}");
        foreach (var line in wrong)
            output.WriteLine(line);
        return (double)total.Right / total.All;
    }

    private static JsonDocument Parse(string file, string? baseUrl)
    {
        var (_, line, _) = VerbTests.Run(JsonSerializer.Serialize(new { file, baseUrl }), "parse", "--jsonl");
        return JsonDocument.Parse(line);
    }

    private void Check(string sample, JsonElement parsed, string name, string expected)
    {
        var element = parsed;
        var field = name;
        if (name.IndexOf('.', StringComparison.Ordinal) is > 0 and var dot)
        {
            element = parsed.GetProperty("items")[int.Parse(name.AsSpan(0, dot), CultureInfo.InvariantCulture) - 1];
            field = name[(dot + 1)..];
        }

        var actual = field switch
        {
            "items" or "warnings" => parsed.GetProperty(field).GetArrayLength().ToString(CultureInfo.InvariantCulture),
            "warning" => parsed.GetProperty("warnings").EnumerateArray().Any(warning => warning.GetString()!.StartsWith(expected, StringComparison.Ordinal))
                ? expected
                : "none such",
            "categories" => Categories(element),
            "enclosures" => OwnEnclosures(element),
            "comments" => Text(element, "commentsUrl"),
            _ => Text(element, field),
        };
        Count(sample, field, field == "format" ? expected.ToLowerInvariant() : expected, actual);
    }

    private void Compare(string name, JsonDocument parsed, string expectedJson)
    {
        using (parsed)
        {
            using var document = JsonDocument.Parse(expectedJson);
            var expected = document.RootElement;
            var feed = parsed.RootElement;
            var isRead = feed.TryGetProperty("items", out var read);
            Count(name, "feed", "a feed", isRead ? "a feed" : "none");
            if (!isRead)
                return;

            Count(name, "version", Text(expected, "feedVersion") ?? Text(expected, "version"), Text(feed, "version"));
            Count(name, "title", Plain(Text(expected, "title")), Text(feed, "title"));
            Count(name, "link", Text(expected, "link") ?? AtomLink(expected), Text(feed, "link"));
            Count(name, "description", Plain(Text(expected, "description") ?? Text(expected, "subtitle")), Plain(Text(feed, "description")));
            Count(name, "language", Text(expected, "language"), Text(feed, "language"));
            Count(name, "updated", Instant(expected, "updated") ?? Instant(expected, "lastBuildDate"), Shown(Text(feed, "updated")));
            Count(name, "image", Nested(expected, "image", "url") ?? Text(expected, "logo") ?? Text(expected, "icon"), Text(feed, "image"));
            Count(name, "generator", Plain(Generator(expected)), Text(feed, "generator"));

            var items = expected.TryGetProperty("items", out var list) || expected.TryGetProperty("entries", out list)
                ? list.EnumerateArray().ToArray()
                : [];
            var said = items.Where(item => item.EnumerateObject().Any()).ToArray();
            Count(name, "items", said.Length.ToString(CultureInfo.InvariantCulture), read.GetArrayLength().ToString(CultureInfo.InvariantCulture));
            if (said.Length != read.GetArrayLength())
                return;
            for (var i = 0; i < said.Length; i++)
                CompareItem(name, said[i], read[i]);
        }
    }

    private void CompareItem(string name, JsonElement expected, JsonElement item)
    {
        Count(name, "item.id", Text(expected, "guid") ?? Nested(expected, "guid", "value") ?? Text(expected, "id"), Text(item, "id"));
        Count(name, "item.link", Text(expected, "link") ?? AtomLink(expected), Text(item, "link"));
        Count(name, "item.title", Plain(Text(expected, "title")), Text(item, "title"));
        Count(name, "item.published", Instant(expected, "published") ?? Instant(expected, "pubDate"), Shown(Text(item, "published")));
        Count(name, "item.updated", Instant(expected, "updated"), Shown(Text(item, "updated")));
        Count(name, "item.author", Author(expected), Text(item, "author"));
        Count(name, "item.comments", Text(expected, "comments"), Text(item, "commentsUrl"));
        Count(name, "item.image", Nested(expected, "image", "url"), Text(item, "image"));
        Count(name, "item.categories", Categories(expected), Categories(item));
        Count(name, "item.enclosures", Enclosures(expected), OwnEnclosures(item));

        var content = expected.TryGetProperty("content", out var value)
            ? value.ValueKind == JsonValueKind.String ? value.GetString() : Text(value, "value")
            : null;
        var summary = Text(expected, "description") ?? Text(expected, "summary");
        if (string.IsNullOrEmpty(content))
            (content, summary) = (summary, null);
        Count(name, "item.content", Body(content), Body(Text(item, "content")));
        Count(name, "item.summary", Plain(summary), Plain(Text(item, "summary")));
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

    private static string? Plain(string? text) => text is null ? null : HtmlText.ToLine(HtmlText.ToText(text));

    private static string? Body(string? html) => html is null
        ? null
        : ItemText.FromHtml(html).ToHtml().Replace("\n", "", StringComparison.Ordinal).Replace(" ", "", StringComparison.Ordinal);

    private static string? Instant(JsonElement element, string name) => Shown(Text(element, name + "Parsed"));

    private static string? Shown(string? instant) => instant is null
        ? null
        : DateTimeOffset.Parse(instant, CultureInfo.InvariantCulture).ToUniversalTime().ToString("O", CultureInfo.InvariantCulture);

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
        if (Text(element, "author") is not { } text)
            return null;

        // "jane@example.org (Jane Doe)", "Jane Doe <jane@example.org>"
        var open = text.IndexOf('(', StringComparison.Ordinal);
        return Plain(open >= 0 ? text[(open + 1)..].TrimEnd(')') : text.Split(" <")[0]);
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

    private static string OwnEnclosures(JsonElement item) =>
        string.Join('|', item.GetProperty("enclosures").EnumerateArray().Select(e => $"{Text(e, "url")} {Text(e, "type")} {e.GetProperty("length")}"));

    private static string? AtomEnclosures(JsonElement element) =>
        element.TryGetProperty("links", out var links) && links.ValueKind == JsonValueKind.Array
            ? string.Join('|', links.EnumerateArray()
                .Where(link => link.ValueKind == JsonValueKind.Object && Text(link, "rel") == "enclosure")
                .Select(link => $"{Text(link, "href")} {Text(link, "type")} {Text(link, "length")}"))
            : null;
}
