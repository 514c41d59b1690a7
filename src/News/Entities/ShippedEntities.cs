using System.Text.Json;

namespace News.Entities;

/// <summary>Reads the entity files that are embedded in this assembly.</summary>
internal static class ShippedEntities
{
    public static IEnumerable<EntityPack> Read()
    {
        var assembly = typeof(ShippedEntities).Assembly;
        foreach (var file in assembly.GetManifestResourceNames().Where(name => name.EndsWith(".json", StringComparison.Ordinal)))
        {
            using var stream = assembly.GetManifestResourceStream(file)!;
            yield return JsonSerializer.Deserialize<EntityPack>(stream, JsonSerializerOptions.Web)
                ?? throw new InvalidDataException($"{file} is empty.");
        }
    }
}
