using System.Collections.Immutable;
using System.Reflection;

namespace Bot.Sample;

/// <summary>A story of the sample wire: fiction, written for this project and shipped inside the executable.</summary>
/// <param name="Slug">The file's name: "01-depot". Stories come out in the order of their names.</param>
/// <param name="Link">Where the item of the feed leads: "/tigris-wire/01-depot".</param>
/// <param name="Teaser">All that the feed has of it, plain text; null where the feed has the whole body.</param>
/// <param name="Body">HTML.</param>
internal sealed record SampleStory(
    string Slug, string Publisher, string Title, string Author, ImmutableArray<string> Categories, string Link, string? Teaser, string Body)
{
    private const string Folder = "Stories/";

    public static ImmutableArray<SampleStory> ReadAll()
    {
        var assembly = typeof(SampleStory).Assembly;
        return
        [
            .. assembly.GetManifestResourceNames()
                .Where(name => name.StartsWith(Folder, StringComparison.Ordinal))
                .Order(StringComparer.Ordinal)
                .Select(name => Parse(Path.GetFileNameWithoutExtension(name), Text(assembly, name))),
        ];
    }

    /// <summary>The address of a publisher's page on the wire: "/tigris-wire/01-depot".</summary>
    public static string PathOf(string publisher, string slug) => $"/{publisher.ToLowerInvariant().Replace(' ', '-')}/{slug}";

    // "---", lines of "key: value", "---", and the rest is the body.
    private static SampleStory Parse(string slug, string text)
    {
        const string Fence = "---\n";
        var end = text.IndexOf("\n" + Fence, Fence.Length, StringComparison.Ordinal) + 1;
        var head = text[Fence.Length..end]
            .Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => line.Split(": ", 2))
            .ToDictionary(pair => pair[0], pair => pair[1]);

        var publisher = head["publisher"];
        var link = head.TryGetValue("link", out var elsewhere) ? elsewhere.Split('/', 2) : [publisher, slug];
        return new SampleStory(
            slug, publisher, head["title"], head["author"], [.. head["category"].Split(", ")], PathOf(link[0], link[1]), head.GetValueOrDefault("teaser"),
            text[(end + Fence.Length)..]);
    }

    private static string Text(Assembly assembly, string name)
    {
        using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}
