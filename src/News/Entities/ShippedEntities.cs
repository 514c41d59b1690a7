namespace News.Entities;

/// <summary>Reads the entity files that are embedded in this assembly.</summary>
internal static class ShippedEntities
{
    /// <exception cref="InvalidDataException">A file is wrong, which the tests of this project would have told.</exception>
    public static IEnumerable<EntityPack> Read()
    {
        var assembly = typeof(ShippedEntities).Assembly;
        var bytes = new byte[16 * 1024];
        foreach (var file in assembly.GetManifestResourceNames().Where(name => name.EndsWith(".json", StringComparison.Ordinal)))
        {
            using var stream = assembly.GetManifestResourceStream(file)!;
            var length = (int)stream.Length;
            if (bytes.Length < length)
                bytes = new byte[length];
            stream.ReadExactly(bytes, 0, length);
            yield return EntityFile.Read(file, bytes.AsSpan(0, length)) switch
            {
                EntityReading.Read read => read.Pack,
                EntityReading.Wrong wrong => throw new InvalidDataException(wrong.Error.ToString()),
                _ => throw new InvalidOperationException(),
            };
        }
    }
}
