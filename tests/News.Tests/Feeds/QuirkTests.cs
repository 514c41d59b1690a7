using System.Globalization;
using News.Feeds;

namespace News.Tests.Feeds;

/// <summary>Reads each of <see cref="Quirks"/> to the letter.</summary>
public sealed class QuirkTests
{
    private static readonly Uri Address = new("https://wire.example/feed/");

    [Theory]
    [MemberData(nameof(Quirks.Rows), MemberType = typeof(Quirks))]
    public void A_feed_with_a_quirk_is_read(string sample, string[] expected)
    {
        var path = Path.Combine(AppContext.BaseDirectory, "Feeds", "Samples", sample);
        var read = Assert.IsType<FeedReading.Read>(FeedParser.Parse(File.ReadAllBytes(path), null, Address));
        foreach (var line in expected)
        {
            var (name, value) = (line[..line.IndexOf('=', StringComparison.Ordinal)], line[(line.IndexOf('=', StringComparison.Ordinal) + 1)..]);
            if (name == "warning")
                Assert.Contains(read.Feed.Warnings, warning => warning.StartsWith(value, StringComparison.Ordinal));
            else
                Assert.Equal($"{name}={value}", $"{name}={Value(read.Feed, name)}");
        }
    }

    [Fact]
    public void Every_sample_has_its_row()
    {
        var named = Quirks.Rows.Select(row => (string)row[0]).ToHashSet(StringComparer.Ordinal);
        var files = Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "Feeds", "Samples")).Select(Path.GetFileName);
        Assert.All(files, file => Assert.Contains(file!, named));
    }

    private static string? Value(Feed feed, string name)
    {
        var dot = name.IndexOf('.', StringComparison.Ordinal);
        if (dot > 0)
            return Value(feed.Items[int.Parse(name.AsSpan(0, dot), CultureInfo.InvariantCulture) - 1], name[(dot + 1)..]);
        return name switch
        {
            "format" => feed.Format.ToString(),
            "version" => feed.Version,
            "title" => feed.Title,
            "link" => feed.Link,
            "description" => feed.Description,
            "language" => feed.Language,
            "image" => feed.Image,
            "generator" => feed.Generator,
            "updated" => Shown(feed.Updated),
            "items" => feed.Items.Length.ToString(CultureInfo.InvariantCulture),
            "warnings" => feed.Warnings.Length.ToString(CultureInfo.InvariantCulture),
            _ => throw new ArgumentException($"A feed has no {name}.", nameof(name)),
        };
    }

    private static string? Value(FeedItem item, string name) => name switch
    {
        "id" => item.Id,
        "link" => item.Link,
        "title" => item.Title,
        "content" => item.Content?.ToHtml(),
        "summary" => item.Summary?.ToText(),
        "author" => item.Author,
        "published" => Shown(item.Published),
        "updated" => Shown(item.Updated),
        "categories" => string.Join('|', item.Categories),
        "image" => item.Image,
        "comments" => item.CommentsUrl,
        "enclosures" => string.Join('|', item.Enclosures.Select(file => $"{file.Url} {file.Type} {file.Length}")),
        _ => throw new ArgumentException($"An item has no {name}.", nameof(name)),
    };

    private static string? Shown(DateTimeOffset? instant) =>
        instant?.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);
}
