using System.Text.Json;

namespace News.Tests.Summaries;

/// <summary>
/// The development data beside the repository ("shared/data" in a folder above). It is no part of the project; where it
/// is absent, what needs it says so and does nothing.
/// </summary>
internal static class SharedData
{
    /// <summary>The objects of a .jsonl file, or null where the data is not at hand.</summary>
    public static IReadOnlyList<JsonElement>? TryRead(string file)
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var path = Path.Combine(folder.FullName, "shared", "data", file);
            if (File.Exists(path)) return [.. File.ReadLines(path).Where(line => line.Length > 0).Select(Parse)];
        }

        return null;
    }

    private static JsonElement Parse(string line)
    {
        using var document = JsonDocument.Parse(line);
        return document.RootElement.Clone();
    }
}
